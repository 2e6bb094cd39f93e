/** A district book in the open spreadsheet: what the built server writes is the book of the command line, and nothing of the hand's is lost. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Consolidation } from '../../core/consolidate';
import { bookSheets } from '../../core/consolidation/book-words';
import { bookPartOf, placeBook } from '../../core/consolidation/place-book';
import { readAppraisal, readDistrictBook } from '../../core/consolidation/book-reading';
import type { SheetDesign } from '../../core/summary/design';
import { readStamp } from '../../core/summary/stamp';
import type { Workbook } from '../../core/workbook/workbook';
import { readXlsx } from '../../core/xlsx/read';
import { describeConsolidation } from '../../panel/consolidate/consolidation-view';
import type { GivenFile } from '../../panel/consolidate/jobs';
import { columnPixels, writeHeights } from '../../sheets-addon/server/write-looks';
import type { main as runMain } from '../../standalone/command-line/main';
import { runScript } from '../doubles/sheets-script';
import { createServices } from '../doubles/sheets-services';
import type { SheetsSettings } from '../doubles/sheets-strict';
import { addModelSheet, copyModel, modelOfWorkbook, placeKey, snapshotOfModel } from '../doubles/workbook-model';
import type { ModelCell, ModelSheet, WorkbookModel } from '../doubles/workbook-model';
import { workbook } from '../support/markdown-workbook';
import { buildForTests } from '../support/sheets';
import { consolidated, sidebarOver } from '../support/sheets-book';

const root = path.resolve(__dirname, '../..');
const samples = path.join(root, 'tests/samples');
const templates = path.join(samples, 'templates');
const TIME = '2025-03-04T05:06:07.000Z';

const fileNamed = (name: string, file: string): GivenFile => ({ name, bytes: new Uint8Array(readFileSync(file)) });
const templateFiles = (): GivenFile[] =>
  readdirSync(templates)
    .filter((name) => name.endsWith('.xlsx'))
    .sort()
    .map((name) => fileNamed(name, path.join(templates, name)));
const sampleFiles = (...prefixes: string[]): GivenFile[] =>
  prefixes.map((prefix) => {
    const name = readdirSync(samples).find((file) => file.startsWith(`${prefix}-`) && /\.xlsx?$/.test(file)) as string;
    return fileNamed(name, path.join(samples, name));
  });

/** A clerk's own spreadsheet; one of her sheets is called as one of ours. */
const hers = (): WorkbookModel =>
  modelOfWorkbook(workbook({ 'Tổng hợp': '| Của phòng | 5 |', Khác: '| a |\n| =1+1 |' }, { file: 'Sổ của phòng' }));

const sheetOf = (model: WorkbookModel, name: string): ModelSheet => {
  const found = model.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
};
const cellAt = (sheet: ModelSheet, row: number, column: number): ModelCell | undefined => sheet.cells.get(placeKey(row, column));
const findCell = (sheet: ModelSheet, value: string): [row: number, column: number] => {
  const found = Array.from(sheet.cells).find(([, cell]) => cell.value === value);
  if (found === undefined) throw new Error(`no cell ${value}`);
  return found[0].split(',').map(Number) as [number, number];
};
/** Values, formulas and formats; looks apart. */
const contentOf = ({ sheets }: Workbook) =>
  sheets.map(({ name, cells, merges }) => ({
    name,
    cells: cells.map(({ row, column, value, formula, format }) => ({ row, column, value, formula, format })),
    merges: merges.map(({ top, left, bottom, right }) => [top, left, bottom, right].join()).sort(),
  }));
const bookOf = (model: WorkbookModel): Workbook => bookPartOf(snapshotOfModel(model));
const othersOf = (model: WorkbookModel): ModelSheet[] => {
  const own = bookOf(model).sheets.map((sheet) => sheet.name);
  return model.sheets.filter((sheet) => !own.includes(sheet.name));
};
/** How far each sheet of the book is: its stamp's state, by name. */
const statesOf = (model: WorkbookModel) =>
  bookOf(model).sheets.map(({ name, cells }) => [
    name,
    cells.map(({ value }) => (typeof value === 'string' ? readStamp(value)?.state : undefined)).filter((state) => state !== undefined),
  ]);

let folder = '';
beforeAll(() => {
  buildForTests();
  folder = mkdtempSync(path.join(os.tmpdir(), 'sheets-book-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command line makes of the same files. */
async function commandLine(files: readonly GivenFile[]): Promise<{ readonly book: Workbook; readonly consolidation: Consolidation }> {
  const place = mkdtempSync(path.join(folder, 'xã-'));
  for (const { name, bytes } of files) writeFileSync(path.join(place, name), bytes);
  const { main } = jest.requireActual(path.join(root, 'dist/command-line.js')) as { main: typeof runMain };
  let output = '';
  const streams = { output: (text: string) => void (output += text), errors: () => undefined, colours: false, columns: undefined };
  const out = `${place}.xlsx`;
  expect(await main(['consolidate', place, '--out', out, '--json'], folder, streams)).toBe(0);
  return { book: readXlsx(readFileSync(out)), consolidation: JSON.parse(output) as Consolidation };
}

describe('a first book', () => {
  const model = hers();
  const before = copyModel(model);
  let told = '';
  let expected: Awaited<ReturnType<typeof commandLine>>;
  let designs: readonly SheetDesign[];

  beforeAll(async () => {
    const files = [...templateFiles(), ...sampleFiles('s24')];
    expected = await commandLine(files);
    const { time, version } = expected.consolidation;
    const jobs = await consolidated(files, time, version);
    expect(JSON.parse(JSON.stringify(await jobs.combine({ roster: null, chosen: {}, time, version })))).toEqual(
      JSON.parse(JSON.stringify(describeConsolidation(expected.consolidation))),
    );
    designs = await jobs.design({ previous: null });
    told = await sidebarOver(runScript(model)).write(jobs);
  });

  test('holds what the command line writes: cells, formats, merges', () => {
    expect(expected.consolidation.communes.length).toBeGreaterThanOrEqual(10);
    const written = contentOf(bookOf(model));
    expect(written.map(({ name }) => name)).toEqual(['Tổng hợp (2)', ...Object.values(bookSheets).slice(1)]);
    expect(written.map((sheet, index) => ({ ...sheet, name: index === 0 ? 'Tổng hợp' : sheet.name }))).toEqual(contentOf(expected.book));
    expect(told).toBe('Đã ghi sổ tổng hợp vào bảng tính này: 6 trang, từ trang “Tổng hợp (2)”.');
    expect(model.sheets[model.active]?.name).toBe('Tổng hợp (2)');
  });

  test('looks as designed, as far as Google has it', () => {
    for (const design of placeBook(designs, snapshotOfModel(before))) {
      const sheet = sheetOf(model, design.name);
      const wanted = design.cells.map(({ row, column, style }) => {
        const { name: _name, numberFormat, ...look } = style;
        return { key: placeKey(row, column), numberFormat, ...look };
      });
      const found = wanted.map(({ key }) => {
        const cell = sheet.cells.get(key);
        return {
          key,
          numberFormat: cell?.format ?? 'General',
          font: cell?.font,
          borders: { top: 'none', right: 'none', bottom: 'none', left: 'none' },
          ...cell?.look,
        };
      });
      expect(found).toEqual(wanted);
      design.columns.forEach(({ width }, column) => expect(sheet.columnWidths.get(column)).toBe(columnPixels(width)));
      design.rows.forEach(({ height }, row) => expect(Math.abs((sheet.rowHeights.get(row) ?? 0) - height)).toBeLessThanOrEqual(0.5));
      expect([sheet.frozenRows, sheet.autoFilter, sheet.showGridlines]).toEqual([design.frozenRows, design.autoFilter, false]);
      expect(sheet.charts.map(({ title, categories }) => ({ title, categories }))).toEqual(
        design.chart === null ? [] : [{ title: design.chart.title, categories: design.chart.categories }],
      );
    }
  });

  test('touches no other sheet, and is a district book for every reader', () => {
    expect(othersOf(model)).toEqual(before.sheets);
    expect(readDistrictBook(bookOf(model))).toMatchObject({ verified: true, problems: [] });
    expect(statesOf(model).every(([, states]) => JSON.stringify(states) === '["book"]')).toBe(true);
  });
});

test('texts that look like formulas, numbers or dates stay texts', async () => {
  const [one] = sampleFiles('s01') as [GivenFile];
  const names = ['=HYPERLINK("http://x","y").xlsx', '+84.xlsx', '12-3.xlsx', '@a.xlsx', '=1+1'];
  const jobs = await consolidated(
    names.map((name) => ({ ...one, name })),
    TIME,
  );
  const model = hers();
  await sidebarOver(runScript(model)).write(jobs);
  const files = sheetOf(model, bookSheets.files);
  for (const name of names) {
    const [row, column] = findCell(files, name);
    expect(cellAt(files, row, column)?.formula).toBeUndefined();
  }
  for (const sheet of model.sheets.slice(2)) expect([...sheet.cells.values()].filter((cell) => cell.formula !== undefined)).toEqual([]);
});

describe('consolidated again', () => {
  const few = () => sampleFiles('s01', 's02', 's03', 's04');
  const more = () => sampleFiles('s05', 's02', 's04', 's06', 's01');

  /** A spreadsheet with a book in which hands wrote. */
  async function appraised(): Promise<WorkbookModel> {
    const model = hers();
    await sidebarOver(runScript(model)).write(await consolidated(few(), TIME));
    const sheet = sheetOf(model, bookSheets.appraisal);
    const heading = (name: string) => findCell(sheet, name)[1];
    const row = (name: string) => findCell(sheet, name)[0];
    const write = (commune: string, name: string, cell: ModelCell) => {
      const key = placeKey(row(commune), heading(name));
      sheet.cells.set(key, { ...sheet.cells.get(key), ...cell });
    };
    const communes = readDistrictBook(bookOf(model))?.rows.map(({ commune }) => commune) ?? [];
    expect(communes).toHaveLength(4);
    write(communes[3] as string, 'TC 5', { value: 42.5 });
    write(communes[3] as string, 'Nhận xét', { value: '=cần bổ sung', quotePrefix: true });
    write(communes[1] as string, 'TC 1', { value: 45383, format: 'dd/mm/yyyy' });
    // Of a commune that is gone the next time.
    write(communes[2] as string, 'Nhận xét', { value: 'xã cũ' });
    return model;
  }
  const handsOf = (model: WorkbookModel) =>
    readAppraisal(bookOf(model))
      .map(({ code, entries }) => JSON.stringify([code, entries]))
      .sort();
  /** Google has no call for values and their formats at once: between the two a date is its number. */
  const valuesOf = (hands: readonly string[]) => hands.map((row) => row.replace(/,"numberFormat":"[^"]*"/g, ''));

  test('what hands wrote is kept with its commune though rows moved, in place', async () => {
    const model = await appraised();
    const names = model.sheets.map((sheet) => sheet.name);
    const before = handsOf(model);
    expect(before).toHaveLength(3);
    const sheet = sheetOf(model, bookSheets.appraisal);
    const [row] = findCell(sheet, '=cần bổ sung');
    await sidebarOver(runScript(model)).write(await consolidated(more(), TIME));
    expect(model.sheets.map((each) => each.name)).toEqual(names);
    expect(handsOf(model)).toEqual(before);
    expect(findCell(sheet, '=cần bổ sung')[0]).not.toBe(row);
    expect(Array.from(sheet.cells.values()).find((cell) => cell.value === 45383)).toMatchObject({ format: 'dd/mm/yyyy' });
    expect(readDistrictBook(bookOf(model))).toMatchObject({ verified: true });
    expect(readDistrictBook(bookOf(model))?.rows).toHaveLength(5);
    expect(othersOf(model)).toEqual(hers().sheets);
  });

  test('though sheets were renamed, moved right, filtered, frozen and hidden in part', async () => {
    const model = await appraised();
    const before = handsOf(model);
    const communes = sheetOf(model, 'Tổng hợp (2)');
    communes.name = 'Bảng của huyện';
    communes.hiddenRows = [[8, 9]];
    communes.hiddenColumns = [[2, 2]];
    const appraisal = sheetOf(model, bookSheets.appraisal);
    appraisal.name = 'Chấm tay';
    const findings = sheetOf(model, bookSheets.findings);
    findings.cells = new Map(
      Array.from(findings.cells, ([key, cell]) => [key.replace(/\d+$/, (column) => String(Number(column) + 1)), cell]),
    );
    const count = model.sheets.length;
    await sidebarOver(runScript(model)).write(await consolidated(more(), TIME));
    expect(model.sheets).toHaveLength(count);
    expect(handsOf(model)).toEqual(before);
    expect([communes.hiddenRows, communes.hiddenColumns]).toEqual([[], []]);
    expect(readDistrictBook(bookOf(model))?.rows).toHaveLength(5);
  });

  describe('cut off', () => {
    // A retry begins with a new sidebar and a new script: nothing is kept but the spreadsheet.
    const methods = ['Range.setValue', 'Range.setValues', 'Range.setNumberFormats', 'Range.merge', 'SpreadsheetApp.flush'];
    const cases = methods.flatMap((method) => [1, 2, 4, 8].map((count) => [method, count] as const));

    test.each(cases)('at %s number %i: it is known as unfinished, hands keep theirs, the retry succeeds', async (method, count) => {
      const model = await appraised();
      // A mark says which sheet it stands in, whatever that is called now.
      sheetOf(model, bookSheets.appraisal).name = 'Chấm tay';
      const before = handsOf(model);
      const jobs = await consolidated(more(), TIME);
      const settings: SheetsSettings = {
        onCall(called, times) {
          if (called === method && times === count) throw Object.assign(new Error('Service Spreadsheets timed out'), { name: 'Exception' });
        },
      };
      const outcome = await sidebarOver(runScript(model, settings))
        .write(jobs)
        .then(
          () => 'written',
          (error: Error) => error.message,
        );
      const states = JSON.stringify(statesOf(model));
      expect(valuesOf(handsOf(model))).toEqual(valuesOf(before));
      expect(statesOf(model)).toHaveLength(6);
      expect(othersOf(model)).toEqual(hers().sheets);
      if (outcome !== 'written') expect(outcome).toMatch(/Chưa ghi xong trang nào|phần thẩm định ghi tay vẫn còn/);
      if (outcome !== 'written' && method !== 'SpreadsheetApp.flush') expect(states).toMatch(/unfinished|"book"\]/);
      await sidebarOver(runScript(model)).write(jobs);
      expect(valuesOf(handsOf(model))).toEqual(valuesOf(before));
      expect(statesOf(model).every(([, found]) => JSON.stringify(found) === '["book"]')).toBe(true);
      expect(model.sheets).toHaveLength(8);
      expect(othersOf(model)).toEqual(hers().sheets);
    });

    test.each([2, 3, 4, 5, 6, 7])('the connection breaks before call %i: the retry writes what is missing', async (broken) => {
      const model = await appraised();
      const before = handsOf(model);
      const jobs = await consolidated(more(), TIME);
      const cut = sidebarOver(runScript(model), undefined, (_name, count) => {
        if (count === broken) throw new Error('NetworkError');
      });
      await expect(cut.write(jobs)).rejects.toThrow('NetworkError');
      expect(handsOf(model)).toEqual(before);
      await sidebarOver(runScript(model)).write(jobs);
      expect(handsOf(model)).toEqual(before);
      expect(readDistrictBook(bookOf(model))).toMatchObject({ verified: true });
      expect(model.sheets).toHaveLength(8);
    });

    test('when the mark has taken the place of the old stamp: the old content is still that of hands', async () => {
      const model = await appraised();
      const before = handsOf(model);
      const settings: SheetsSettings = {
        onCall(called, times) {
          if (called === 'Range.clearFormat' && times === 1) throw Object.assign(new Error('quota'), { name: 'Exception' });
        },
      };
      const jobs = await consolidated(few(), TIME);
      await expect(sidebarOver(runScript(model, settings)).write(jobs)).rejects.toThrow('Chưa ghi xong trang nào');
      expect(statesOf(model)).toContainEqual([bookSheets.appraisal, ['unfinished']]);
      expect(handsOf(model)).toEqual(before);
      await sidebarOver(runScript(model)).write(jobs);
      expect(handsOf(model)).toEqual(before);
    });

    test('at the first writing of all: the begun sheet is used again', async () => {
      const model = hers();
      const jobs = await consolidated(few(), TIME);
      const settings: SheetsSettings = {
        onCall(called, times) {
          if (called === 'Range.setBackgrounds' && times === 3) throw Object.assign(new Error('quota'), { name: 'Exception' });
        },
      };
      await expect(sidebarOver(runScript(model, settings)).write(jobs)).rejects.toThrow('mới ghi được một phần');
      expect(statesOf(model)).toEqual([
        ['Tổng hợp (2)', ['book']],
        ['Đề nghị công nhận', ['book']],
        ['Điều cần xem lại', ['unfinished']],
      ]);
      await sidebarOver(runScript(model)).write(jobs);
      expect(model.sheets.map((sheet) => sheet.name)).toEqual(['Tổng hợp', 'Khác', 'Tổng hợp (2)', ...Object.values(bookSheets).slice(1)]);
    });
  });

  test('what is written by hand between looking and writing is not lost: it is refused before anything is written', async () => {
    const model = await appraised();
    const jobs = await consolidated(more(), TIME);
    let late: WorkbookModel | null = null;
    const sidebar = sidebarOver(runScript(model), undefined, (name) => {
      if (name !== 'writeDistrictBook' || late !== null) return;
      const sheet = sheetOf(model, bookSheets.appraisal);
      const [row, column] = findCell(sheet, 'xã cũ');
      sheet.cells.set(placeKey(row, column - 2), { ...cellAt(sheet, row, column - 2), value: 7 });
      late = copyModel(model);
    });
    await expect(sidebar.write(jobs)).rejects.toMatchObject({
      code: 'changed',
      message: expect.stringContaining('Chưa ghi xong trang nào') as string,
    });
    expect(model).toEqual(late);
    await sidebar.write(jobs);
    expect(handsOf(model).join()).toContain('7');
  });
});

describe('what Google refuses is refused before anything is written', () => {
  interface Refused {
    readonly name: string;
    readonly code: string;
    readonly settings?: SheetsSettings;
    change?(model: WorkbookModel): void;
  }
  const refusals: readonly Refused[] = [
    { name: 'a protected sheet', code: 'protected', change: (model) => void (sheetOf(model, bookSheets.criteria).protected = true) },
    { name: 'view-only access', code: 'read-only', change: (model) => void (model.readOnly = true) },
    { name: 'Office mode', code: 'unsupported', settings: { officeMode: true } },
    { name: 'a lock that another run holds', code: 'busy', settings: { lockHeld: true } },
  ];

  test.each(refusals)('$name', async ({ code, settings = {}, change = () => undefined }) => {
    const model = hers();
    const jobs = await consolidated(sampleFiles('s01', 's02'), TIME);
    await sidebarOver(runScript(model)).write(jobs);
    change(model);
    const before = copyModel(model);
    await expect(sidebarOver(runScript(model, settings)).write(jobs)).rejects.toMatchObject({
      code,
      // The usual words for Office mode are for one who scores: they lead to a button of the other screen.
      message: expect.stringMatching(/^Chưa ghi xong trang nào\. (?!.*Chọn tệp)/) as string,
    });
    expect(model).toEqual(before);
  });

  test('a spreadsheet that is nearly full', async () => {
    const model = hers();
    sheetOf(model, 'Khác').cells.set(placeKey(380000, 0), { value: 1 });
    const before = copyModel(model);
    const jobs = await consolidated(sampleFiles('s01'), TIME);
    await expect(sidebarOver(runScript(model)).write(jobs)).rejects.toMatchObject({ code: 'too-large' });
    expect(model).toEqual(before);
  });
});

interface Counted {
  readonly server: readonly string[];
  readonly values: number;
  readonly rest: number;
}

describe('calls', () => {
  test('a sheet beyond the limits goes in several calls and is the same; the appraisal always goes in one', async () => {
    const [whole, split] = [hers(), hers()];
    const jobs = await consolidated(templateFiles(), TIME);
    await sidebarOver(runScript(whole)).write(jobs);
    const small = { cells: 200, characters: 3000 };
    for (let round = 0; round < 2; round++) {
      const sidebar = sidebarOver(runScript(split), small);
      await sidebar.write(jobs);
      expect(sidebar.asked.length).toBeGreaterThan(12);
      expect(split.sheets).toEqual(whole.sheets);
    }
    const cut = sidebarOver(runScript(split), small, (_name, count) => {
      if (count === 6) throw new Error('NetworkError');
    });
    await expect(cut.write(jobs)).rejects.toThrow('NetworkError');
    expect(JSON.stringify(statesOf(split))).toContain('unfinished');
    await sidebarOver(runScript(split), small).write(jobs);
    expect(split.sheets).toEqual(whole.sheets);
  });

  test('one to look and one for each sheet; calls of the services grow with the sheets that are there, not with the communes', async () => {
    const count = async (files: GivenFile[], more: number): Promise<Counted> => {
      const model = hers();
      for (let index = 0; index < more; index++) addModelSheet(model, `Thêm ${index}`).cells.set(placeKey(0, 0), { value: 1 });
      const script = runScript(model);
      const sidebar = sidebarOver(script);
      await sidebar.write(await consolidated(files, TIME));
      const { calls } = script.world;
      const of = (...names: string[]) => names.reduce((sum, name) => sum + (calls.get(name) ?? 0), 0);
      const total = Array.from(calls.values()).reduce((sum, times) => sum + times, 0);
      // Each stretch of rows of the same height is a call, up to 150 in a sheet.
      const rest = total - of('Sheet.setRowHeightsForced');
      return { server: sidebar.asked.map(({ name }) => name), values: of('Range.setValues'), rest };
    };
    const [few, many] = [await count(sampleFiles('s01', 's02'), 0), await count(templateFiles(), 0)];
    expect(few.server).toEqual(['presentDistrictBook', ...new Array<string>(6).fill('writeDistrictBook')]);
    expect(many.server).toEqual(few.server);
    expect([few.values, many.values]).toEqual([6, 6]);
    // Chart series and merged notes may differ by a handful.
    expect(Math.abs(many.rest - few.rest)).toBeLessThan(20);
    const beside = await count(sampleFiles('s01', 's02'), 10);
    expect(beside.rest - few.rest).toBeLessThanOrEqual(10 * 14);
  });

  test('in a long list Google reckons the heights itself, but for rows with merged cells', () => {
    const model = hers();
    const { globals, world } = createServices(model);
    const app = globals['SpreadsheetApp'] as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
    const sheet = app.getActiveSpreadsheet().getSheets()[1] as GoogleAppsScript.Spreadsheet.Sheet;
    const rows = Array.from({ length: 400 }, (_row, index) => ({ height: 15 + (index % 2) * 15 }));
    const merges = [{ top: 250, left: 0, bottom: 250, right: 3 }];
    writeHeights(sheet, { rows }, { first: 200, count: 200, merges });
    expect(world.calls.get('Sheet.autoResizeRows')).toBe(1);
    expect(Array.from(sheetOf(model, 'Khác').rowHeights)).toEqual([[250, 15]]);
    writeHeights(sheet, { rows }, { first: 0, count: 100, merges: [] });
    expect(sheetOf(model, 'Khác').rowHeights.size).toBe(101);
    expect(world.calls.get('Sheet.autoResizeRows')).toBe(1);
  });
});
