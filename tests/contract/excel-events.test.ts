/// <reference types="office-js" />
import { createExcelHost } from '../../excel-addin/panel-host';
import { watchEdits } from '../../excel-addin/watch-edits';
import type { EditWatch } from '../../excel-addin/watch-edits';
import type { PanelHost, StampRequest, Task } from '../../panel/host';
import type { EventEntry } from '../doubles/excel-events';
import { openInExcel } from '../doubles/excel-runtime';
import type { ExcelDouble } from '../doubles/excel-wire';
import type { ModelSheet } from '../doubles/workbook-model';
import { commandLineDesigns, openSample, sampleNames, TIME } from './excel-samples';

const sample = openSample(sampleNames.find((name) => name.startsWith('s04')) as string);
const FIRST = sample.workbook.sheets[0]?.name as string;
const SUMMARY = commandLineDesigns(sample.workbook, false)[0]?.name as string;
const request: StampRequest = { options: {}, findingsSheet: true, assignment: null, handEntries: {} };
const task: Task = { signal: new AbortController().signal, progress: () => undefined };

interface Pane {
  readonly double: ExcelDouble;
  readonly host: PanelHost;
  readonly watch: EditWatch;
  /** How often the panel was told that the workbook was edited. */
  noticed(): number;
  /** What Excel sent so far. */
  readonly sent: EventEntry[];
}

const opened: EditWatch[] = [];
afterEach(async () => {
  for (const watch of opened.splice(0)) await watch.stop();
});

/** A pane as its page puts it together, without the panel. */
function openPane(version = '1.14'): Pane {
  const double = openInExcel(sample.model(), version);
  const sent: EventEntry[] = [];
  const deliver = double.deliver as NonNullable<ExcelDouble['deliver']>;
  double.deliver = (entries) => {
    sent.push(...entries);
    deliver(entries);
  };
  let noticed = 0;
  const watch = watchEdits(() => noticed++);
  opened.push(watch);
  const host = createExcelHost({ changes: [], copyText: () => Promise.resolve(), now: () => TIME, watch });
  return { double, host, watch, sent, noticed: () => noticed };
}

/** Long enough for Excel's messages and for what is told once a result has been shown. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const assess = (host: PanelHost, reread = true) => host.assess({ options: {}, reread }, task);

describe('what is changed after a reading is told', () => {
  test.each<[string, (double: ExcelDouble) => void]>([
    ['the officer types', (double) => double.edit(FIRST, 3, 3, 'khác')],
    ['somebody else types', (double) => double.edit(FIRST, 3, 3, 'khác', true)],
    ['rows are sorted', (double) => double.happened('rowSorted', double.model.sheets[0] as ModelSheet)],
    ['columns are sorted', (double) => double.happened('columnSorted', double.model.sheets[0] as ModelSheet)],
    ['a sheet is added', (double) => double.addSheet('Mới')],
    ['a sheet is deleted', (double) => double.deleteSheet(FIRST)],
  ])('%s', async (_case, change) => {
    for (const version of ['1.14', '1.17', '1.21']) {
      const pane = openPane(version);
      await pane.watch.start();
      await assess(pane.host);
      await settled();
      expect(pane.noticed()).toBe(0);
      change(pane.double);
      await settled();
      expect(pane.noticed()).toBe(1);
      await pane.watch.stop();
    }
  });

  test('a choice that is made after a change reads the workbook anew, one without a change does not', async () => {
    const { double, host, watch } = openPane();
    await watch.start();
    await assess(host);
    const before = double.requests;
    await assess(host, false);
    expect(double.requests).toBe(before);
    double.edit(FIRST, 3, 3, 'khác');
    await settled();
    await assess(host, false);
    expect(double.requests).toBe(before + 3);
    await assess(host, false);
    expect(double.requests).toBe(before + 3);
  });

  test('a change while the workbook is read is told once the result is there; one before its contents were asked for is in them', async () => {
    const { double, host, watch, noticed } = openPane();
    await watch.start();
    const first = double.requests;
    // The third request of a reading asks for contents.
    double.beforeRequest = (number) => {
      if (number === first + 2 || number === first + 6) double.edit(FIRST, 3, 3, `khác ${number}`);
    };
    await assess(host);
    await settled();
    expect([double.requests, noticed()]).toEqual([first + 3, 0]);
    await assess(host);
    // The panel shows the result first, which takes an older notice away.
    expect(noticed()).toBe(0);
    await settled();
    expect([double.requests, noticed()]).toEqual([first + 6, 1]);
  });
});

describe('what we write ourselves is no change', () => {
  test.each([
    ['before the answer', 0],
    ['long after the answer', 15],
  ])('Excel tells of it %s', async (_case, delay) => {
    const { double, host, watch, noticed, sent } = openPane();
    const deliver = double.deliver as NonNullable<ExcelDouble['deliver']>;
    if (delay > 0) double.deliver = (entries) => void setTimeout(() => deliver(entries), delay);
    await watch.start();
    await assess(host);
    for (let time = 0; time < 2; time++) {
      const before = sent.length;
      await host.stamp(request, task);
      await settled();
      await settled();
      expect(sent.length).toBeGreaterThan(before);
      expect(noticed()).toBe(0);
    }
    expect(sent.filter(([, kind]) => kind === 13)).toHaveLength(2);
  });

  test('whatever else this add-in writes', async () => {
    const { host, watch, noticed, sent } = openPane();
    await watch.start();
    await assess(host);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(FIRST).getRange('D4').values = [['khác']];
      await context.sync();
    });
    await settled();
    expect(sent).toHaveLength(1);
    expect(noticed()).toBe(0);
  });

  test('an Excel that does not say who wrote tells nothing of our sheets either', async () => {
    const { double, host, watch, noticed } = openPane();
    await watch.start();
    await host.stamp(request, task);
    double.edit(SUMMARY, 2, 2, 'Số: 12/BC');
    await settled();
    expect(noticed()).toBe(0);
    double.edit(FIRST, 2, 2, 'khác');
    await settled();
    expect(noticed()).toBe(1);
  });
});

describe('listening', () => {
  test('begins in one request, once, and ends with the pane', async () => {
    const { double, watch, host, noticed } = openPane();
    await Promise.all([watch.start(), watch.start()]);
    await watch.start();
    expect(double.requests).toBe(1);
    expect(Array.from(double.listening).sort()).toEqual(['added', 'changed', 'columnSorted', 'deleted', 'rowSorted']);
    await assess(host);
    expect(double.requests).toBe(4);
    await watch.stop();
    expect(Array.from(double.listening)).toEqual([]);
    double.edit(FIRST, 3, 3, 'khác');
    await settled();
    expect(noticed()).toBe(0);
    await watch.stop();
  });

  test('an Excel that refuses it is no hindrance, and is asked again with the next reading', async () => {
    const { double, watch, host, noticed } = openPane();
    double.refuses = 'InvalidOperationInCellEditMode';
    await expect(watch.start()).resolves.toBeUndefined();
    double.refuses = null;
    expect(Array.from(double.listening)).toEqual([]);
    expect((await assess(host)).criteria.length).toBeGreaterThan(0);
    expect(double.listening.size).toBe(5);
    double.edit(FIRST, 3, 3, 'khác');
    await settled();
    expect(noticed()).toBe(1);
  });

  test('a pane that is closed while Excel is gone ends without an error', async () => {
    const { double, watch } = openPane();
    await watch.start();
    double.refuses = 'GeneralException';
    await expect(watch.stop()).resolves.toBeUndefined();
  });

  test('an Excel below the floor is asked nothing', async () => {
    const { double, watch } = openPane('1.13');
    await watch.start();
    expect(double.requests).toBe(0);
  });
});
