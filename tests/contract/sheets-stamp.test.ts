/** The built add-on writes our sheets into the double: what stands there, what is left alone, and what happens when Google refuses half-way. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assess } from '../../core/assess';
import { standardById } from '../../core/standards/registry';
import type { CellBorders, DesignCell, SheetDesign } from '../../core/summary/design';
import { designSummary } from '../../core/summary/summary';
import { findOwnSheet, findSummary, isOwnSheet } from '../../core/summary/verify';
import { parseReference } from '../../core/workbook/references';
import { columnPixels } from '../../sheets-addon/server/write-looks';
import type { Answer } from '../../sheets-addon/server/failure';
import type { Stamped, StampOrder } from '../../sheets-addon/server/stamp-spreadsheet';
import { runScript } from '../doubles/sheets-script';
import type { RunningScript } from '../doubles/sheets-script';
import type { SheetsSettings } from '../doubles/sheets-strict';
import { copyModel, modelOfXlsx, placeKey, snapshotOfModel } from '../doubles/workbook-model';
import type { ModelSheet, WorkbookModel } from '../doubles/workbook-model';
import { buildForTests } from '../support/sheets';

const samples = path.resolve(__dirname, '../samples');
const modelOf = (prefix: string): WorkbookModel => {
  const name = readdirSync(samples).find((file) => file.startsWith(`${prefix}-`) && file.endsWith('.xlsx')) as string;
  return modelOfXlsx(readFileSync(path.join(samples, name)), name);
};
const order: StampOrder = { options: {}, findingsSheet: false, assignment: null, handEntries: {} };

beforeAll(buildForTests);

function stamp(script: RunningScript, more: Partial<StampOrder> = {}): Stamped {
  const answer = script.call<Answer<Stamped>>('stampSpreadsheet', { ...order, ...more });
  if ('failure' in answer) throw new Error(`${answer.failure.code}: ${answer.failure.message}`);
  return answer.result;
}

function refused(model: WorkbookModel, settings: SheetsSettings = {}): { code: string; message: string } {
  const answer = runScript(model, settings).call<Answer<Stamped>>('stampSpreadsheet', order);
  if (!('failure' in answer)) throw new Error('was written');
  return answer.failure;
}

const ownSheet = (model: WorkbookModel): ModelSheet => {
  const found = findSummary(snapshotOfModel(model));
  return model.sheets.find((sheet) => sheet.name === found?.sheet) as ModelSheet;
};
const others = (model: WorkbookModel) => {
  const own = new Set(
    snapshotOfModel(model)
      .sheets.filter(isOwnSheet)
      .map((sheet) => sheet.name),
  );
  return model.sheets.filter((sheet) => !own.has(sheet.name));
};

const none = { top: 'none', right: 'none', bottom: 'none', left: 'none' } as const;

/** Each cell's own borders. */
function bordersOf(cells: readonly DesignCell[]): Map<string, CellBorders> {
  return new Map(cells.map(({ row, column, style }) => [placeKey(row, column), style.borders]));
}

/** The design that was written, told by the sheet's own stamp. */
function designOf(before: WorkbookModel, written: ModelSheet): SheetDesign {
  const workbook = snapshotOfModel(before);
  const assessment = assess(workbook);
  const time = /· lập (\S+) ·/.exec(Array.from(written.cells.values(), (cell) => String(cell.value)).join('\n'))?.[1] ?? '';
  return designSummary({ workbook, assessment, standard: standardById(assessment.standard.id ?? ''), time, version: '0.1.0' });
}

describe.each(['s01', 's04', 's11', 's21', 's30'])('a new result sheet in %s', (prefix) => {
  const before = modelOf(prefix);
  const model = copyModel(before);
  let written: ModelSheet;
  let design: SheetDesign;
  beforeAll(() => {
    const { message } = stamp(runScript(model));
    written = ownSheet(model);
    design = designOf(before, written);
    expect(message).toBe(`Đã ghi trang tính “${written.name}”.`);
  });

  test('holds every value of the design as it is, and nothing else', () => {
    const values = new Map(
      design.cells.filter((cell) => cell.value !== null && cell.value !== '').map((cell) => [placeKey(cell.row, cell.column), cell.value]),
    );
    values.set(placeKey(design.stampCell.row, design.stampCell.column), design.stampCell.text);
    const found = Array.from(written.cells).filter(([, cell]) => cell.value !== null || cell.formula !== undefined);
    expect(new Map(found.map(([key, cell]) => [key, cell.formula ?? cell.value]))).toEqual(values);
  });

  test('looks as designed: fonts, grounds, borders, number formats, merges, sizes, chart', () => {
    const framed = bordersOf(design.cells);
    for (const { row, column, style } of design.cells) {
      const { name: _name, font, numberFormat, borders: _borders, ...look } = style;
      const key = placeKey(row, column);
      const cell = written.cells.get(key);
      expect({ key, font: cell?.font, format: cell?.format ?? 'General', borders: none, ...cell?.look }).toEqual({
        key,
        font,
        format: numberFormat,
        ...look,
        borders: framed.get(key),
      });
    }
    const sort = (areas: readonly { top: number; left: number; bottom: number; right: number }[]) =>
      areas.map(({ top, left, bottom, right }) => [top, left, bottom, right].join()).sort();
    expect(sort(written.merges)).toEqual(sort(design.merges));
    design.columns.forEach(({ width }, column) => expect(written.columnWidths.get(column)).toBe(columnPixels(width)));
    design.rows.forEach(({ height }, row) => expect(Math.abs((written.rowHeights.get(row) ?? 0) - height)).toBeLessThanOrEqual(0.5));
    expect(
      written.charts.map(({ title, categories, series }) => ({
        title,
        categories,
        series: series.map(({ name, values, fill }) => ({ name, values, fill })),
      })),
    ).toEqual(
      design.chart === null
        ? []
        : [
            {
              title: design.chart.title,
              categories: design.chart.categories,
              series: design.chart.series.map(({ name, values, fill }) => ({ name, values, fill })),
            },
          ],
    );
    expect(written.showGridlines).toBe(false);
  });

  test('links lead to the cells that the design names', () => {
    const links = (cells: Iterable<readonly [string, string]>) => Array.from(cells).sort();
    const place = (reference: string) => JSON.stringify(parseReference(reference));
    expect(
      links(Array.from(written.cells).flatMap(([key, cell]) => (cell.link ? [[key, place(cell.link.reference)] as const] : []))),
    ).toEqual(
      links(design.cells.flatMap((cell) => (cell.link ? [[placeKey(cell.row, cell.column), place(cell.link.reference)] as const] : []))),
    );
  });

  test('the other sheets are as they were, and the stamp fits what is read back', () => {
    expect(others(model)).toEqual(before.sheets);
    const answer = runScript(model).call<Answer<ReturnType<typeof assess>>>('assessSpreadsheet', {});
    if ('failure' in answer) throw new Error(answer.failure.message);
    expect(answer.result.findings.filter(({ code }) => code === 'stale-summary' || code === 'altered-summary')).toEqual([]);
    expect(model.active).toBe(model.sheets.indexOf(written));
  });
});

test('writing takes bulk calls: their number follows the layout (merges, heights, links, columns), not the cells', () => {
  const model = modelOf('s21');
  const before = copyModel(model);
  const script = runScript(model);
  stamp(script);
  const { calls } = script.world;
  const design = designOf(before, ownSheet(model));
  const count = (...names: string[]) => names.reduce((sum, name) => sum + (calls.get(name) ?? 0), 0);
  const looks = ['Family', 'Sizes', 'Weights', 'Styles', 'Lines', 'Colors'].map((what) => `Range.setFont${what}`);
  const others = ['Backgrounds', 'HorizontalAlignments', 'VerticalAlignments', 'Wraps', 'NumberFormats'].map((what) => `Range.set${what}`);
  for (const name of [...looks, ...others, 'Range.setValues', 'Range.clearFormat', 'Sheet.insertChart'])
    expect([name, count(name)]).toEqual([name, 1]);
  expect(count('Range.setValue')).toBe(2);
  expect(count('SpreadsheetApp.flush')).toBe(3);
  expect(count('RangeList.setBorder')).toBeLessThanOrEqual(4);
  expect(count('Range.setRichTextValues')).toBeLessThanOrEqual(6);
  expect(count('Sheet.setColumnWidths')).toBeLessThanOrEqual(design.columns.length);
  expect(count('Range.merge', 'Range.mergeAcross')).toBeLessThan(design.merges.length / 2);
  expect(count('Sheet.setRowHeightsForced')).toBeLessThan(design.rows.length);
});

describe('written again', () => {
  test('in place: one sheet, hand-written cells kept, old content gone, choices kept', () => {
    const model = modelOf('s01');
    stamp(runScript(model), { options: { unitClass: 'other' }, findingsSheet: true });
    const first = ownSheet(model);
    const count = model.sheets.length;
    const number = Array.from(first.cells).find(([, cell]) => String(cell.value).startsWith('Số: '));
    if (!number) throw new Error('no number');
    number[1].value = 'Số: 12/BC-UBND';
    first.cells.set(placeKey(400, 3), { value: 'ghi thêm ngoài bảng' });
    const { assessment } = stamp(runScript(model), { findingsSheet: true });
    expect(model.sheets).toHaveLength(count);
    const second = ownSheet(model);
    expect(second.name).toBe(first.name);
    expect(second.charts).toHaveLength(1);
    const values = Array.from(second.cells.values(), (cell) => cell.value);
    expect(values).toContain('Số: 12/BC-UBND');
    expect(values).not.toContain('ghi thêm ngoài bảng');
    expect(assessment.confirmed).toEqual([{ code: 'unit-class', value: 'other', source: 'summary-sheet' }]);
  });

  test('the list of findings has a frozen header and a filter, also the second time', () => {
    const model = modelOf('s49');
    for (let round = 0; round < 2; round++)
      expect(stamp(runScript(model), { findingsSheet: true }).message).toMatch(/^Đã ghi trang tính “.+” và “.+”\.$/);
    const name = findOwnSheet(snapshotOfModel(model), 'findings')?.sheet;
    const list = model.sheets.find((sheet) => sheet.name === name) as ModelSheet;
    expect(list.frozenRows).toBeGreaterThan(0);
    expect(list.autoFilter?.top).toBe(list.frozenRows - 1);
  });

  test('a sheet of the same name that is not ours is left alone', () => {
    const model = modelOf('s01');
    (model.sheets[0] as ModelSheet).name = 'Kết quả chấm điểm';
    const kept = copyModel(model).sheets[0];
    stamp(runScript(model));
    expect(model.sheets[0]).toEqual(kept);
    expect(ownSheet(model).name).not.toBe('Kết quả chấm điểm');
  });
});

describe('what Google refuses is said in words, and nothing else is touched', () => {
  test.each([
    ['view-only access', (model: WorkbookModel) => void (model.readOnly = true), {}, 'read-only', 'quyền xem'],
    ['a held lock', () => undefined, { lockHeld: true }, 'busy', 'chưa xong'],
    ['Office mode', () => undefined, { officeMode: true }, 'unsupported', 'Lưu dưới dạng Google Trang tính'],
  ] as const)('%s', (_name, change, settings, code, words) => {
    const model = modelOf('s01');
    change(model);
    const before = copyModel(model);
    const failure = refused(model, settings);
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(words);
    expect(model).toEqual(before);
  });

  test('a result sheet that somebody protected', () => {
    const model = modelOf('s01');
    stamp(runScript(model));
    ownSheet(model).protected = true;
    const before = copyModel(model);
    const failure = refused(model);
    expect(failure).toMatchObject({ code: 'protected' });
    expect(failure.message).toContain(ownSheet(model).name);
    expect(model).toEqual(before);
  });

  test("a protected sheet of the officer's does not stand in the way", () => {
    const model = modelOf('s01');
    (model.sheets[0] as ModelSheet).protected = true;
    expect(stamp(runScript(model)).message).toContain('Đã ghi');
  });

  test('a workbook that is no scoring form gets no sheet', () => {
    const model = modelOf('s01');
    for (const sheet of model.sheets) sheet.cells.clear();
    expect(refused(model)).toMatchObject({ code: 'no-workbook' });
  });
});

describe('cut off half-way', () => {
  const written = [
    'Spreadsheet.insertSheet',
    'Range.setValue',
    'Range.setValues',
    'Range.mergeAcross',
    'Sheet.insertChart',
    'SpreadsheetApp.flush',
  ];
  let calls: ReadonlyMap<string, number>;
  beforeAll(() => {
    const counting = runScript(modelOf('s21'));
    stamp(counting);
    calls = counting.world.calls;
  });

  test.each(written)('at the last %s: the sheet is known as unfinished, and writing again mends it', (method) => {
    const model = modelOf('s21');
    const before = copyModel(model);
    const last = calls.get(method) as number;
    const script = runScript(model, {
      onCall(called, count) {
        if (called === method && count === last)
          throw Object.assign(new Error('Service Spreadsheets timed out while accessing document.'), { name: 'Exception' });
      },
    });
    const answer = script.call<Answer<Stamped>>('stampSpreadsheet', order);
    expect(answer).toMatchObject({ failure: { code: 'failed', message: expect.stringContaining('Đợi vài phút') as string } });
    const found = findSummary(snapshotOfModel(model));
    if (method === 'Spreadsheet.insertSheet') expect(found).toBeNull();
    // The last flush comes after the stamp itself.
    else expect(found?.state).toBe(method === 'SpreadsheetApp.flush' ? 'finished' : 'unfinished');
    expect(others(model)).toEqual(before.sheets);
    stamp(runScript(model));
    expect(findSummary(snapshotOfModel(model))?.finished).toBe(true);
    expect(model.sheets).toHaveLength(before.sheets.length + 1);
  });
});
