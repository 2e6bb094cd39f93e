/** A district book in the open workbook: what the pane writes is the book of the command line, and nothing of the hand's is lost. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { assess } from '../../core/assess';
import type { Consolidation } from '../../core/consolidate';
import { readAppraisal, readDistrictBook } from '../../core/consolidation/book-reading';
import { bookSheets } from '../../core/consolidation/book-words';
import { bookPartOf, placeBook } from '../../core/consolidation/place-book';
import type { SheetDesign } from '../../core/summary/design';
import { readStamp } from '../../core/summary/stamp';
import { isOwnSheet } from '../../core/summary/verify';
import type { Workbook } from '../../core/workbook/workbook';
import { readXlsx } from '../../core/xlsx/read';
import { readOpenWorkbook } from '../../excel-addin/actions';
import { contentStretches, looksSize } from '../../excel-addin/draw-sheet';
import type { ConsolidationTable, GivenFile } from '../../panel/consolidate/jobs';
import type { main as runMain } from '../../standalone/command-line/main';
import { openInExcel } from '../doubles/excel-runtime';
import type { ExcelDouble } from '../doubles/excel-wire';
import { addModelSheet, copyModel, modelOfWorkbook, placeKey, snapshotOfModel } from '../doubles/workbook-model';
import type { ModelCell, ModelSheet, WorkbookModel } from '../doubles/workbook-model';
import { openPane, writeBook } from '../support/excel-book';
import { workbook } from '../support/markdown-workbook';
import { consolidated } from '../support/sheets-book';
import { openSample, sampleNames } from './excel-samples';

const root = path.resolve(__dirname, '../..');
const samples = path.join(root, 'tests/samples');
const TIME = '2025-03-04T05:06:07.000Z';

const sampleFiles = (...numbers: number[]): GivenFile[] =>
  numbers.map((number) => {
    const start = `s${String(number).padStart(2, '0')}-`;
    const name = readdirSync(samples).find((file) => file.startsWith(start) && !file.endsWith('.json')) as string;
    return { name, bytes: new Uint8Array(readFileSync(path.join(samples, name))) };
  });
const many = () => sampleFiles(1, 2, 3, 4, 5, 7, 9, 14, 22, 24, 27, 36, 37);
const few = () => sampleFiles(1, 2, 3, 4);
const others = () => sampleFiles(5, 2, 4, 6, 1);

/** A clerk's own workbook; one of her sheets is called as one of ours. */
const hers = (): WorkbookModel =>
  modelOfWorkbook(workbook({ 'Tổng hợp': '| Của phòng | 5 |', Khác: '| a |\n| =1+1 |' }, { file: 'Sổ của phòng.xlsx' }));

const sheetOf = (model: WorkbookModel, name: string): ModelSheet => {
  const found = model.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
};
const findCell = (sheet: ModelSheet, value: unknown): [row: number, column: number] => {
  const found = Array.from(sheet.cells).find(([, cell]) => cell.value === value);
  if (found === undefined) throw new Error(`no cell ${String(value)}`);
  return found[0].split(',').map(Number) as [number, number];
};
/** Values, formulas and formats; looks apart. */
const contentOf = ({ sheets }: Workbook) =>
  sheets.map(({ name, cells, merges }) => ({
    name,
    cells: cells
      .filter(({ value }) => value !== null && value !== '')
      .map(({ row, column, value, formula, format }) => ({ row, column, value, formula, format })),
    merges: merges.map(({ top, left, bottom, right }) => [top, left, bottom, right].join()).sort(),
  }));
const bookOf = (model: WorkbookModel): Workbook => bookPartOf(snapshotOfModel(model));
/** Sheets that are not ours. A sheet that was only just added is blank and ours. */
const othersOf = (model: WorkbookModel, count = hers().sheets.length): ModelSheet[] => {
  const own = snapshotOfModel(model).sheets.map(isOwnSheet);
  return model.sheets.filter((sheet, index) => index < count || (own[index] === false && sheet.cells.size > 0));
};
/** How far each sheet of the book is: its stamp's state, by name. */
const statesOf = (model: WorkbookModel) =>
  bookOf(model).sheets.map(({ name, cells }) => [
    name,
    cells.map(({ value }) => (typeof value === 'string' ? readStamp(value)?.state : undefined)).filter((state) => state !== undefined),
  ]);
const finished = (model: WorkbookModel): boolean =>
  statesOf(model).length === 6 && statesOf(model).every(([, states]) => JSON.stringify(states) === '["book"]');
const handsOf = (model: WorkbookModel) =>
  readAppraisal(bookOf(model))
    .map(({ code, entries }) => JSON.stringify([code, entries]))
    .sort();
/** Between the writing of values and of formats a date is its number. */
const valuesOf = (hands: readonly string[]) => hands.map((row) => row.replace(/,"numberFormat":"[^"]*"/g, ''));

function readOpened(model: WorkbookModel): ReturnType<typeof readOpenWorkbook> {
  openInExcel(model, '1.14');
  return readOpenWorkbook();
}

let folder = '';
beforeAll(() => {
  const built = spawnSync(process.execPath, [path.join(root, 'tools/build.mjs')], { encoding: 'utf8' });
  expect(built.stderr).toBe('');
  folder = mkdtempSync(path.join(os.tmpdir(), 'excel-book-'));
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
  let double: ExcelDouble;
  let expected: Awaited<ReturnType<typeof commandLine>>;
  let jobs: ConsolidationTable;

  beforeAll(async () => {
    expected = await commandLine(many());
    const { time, version } = expected.consolidation;
    jobs = await consolidated(many(), time, version);
    ({ double, told } = await writeBook(model, jobs));
  });

  test('holds what the command line writes: cells, formats, merges', () => {
    expect(expected.consolidation.communes.length).toBeGreaterThanOrEqual(10);
    const written = contentOf(bookOf(model));
    expect(written.map(({ name }) => name)).toEqual(['Tổng hợp (2)', ...Object.values(bookSheets).slice(1)]);
    expect(written.map((sheet, index) => ({ ...sheet, name: index === 0 ? 'Tổng hợp' : sheet.name }))).toEqual(contentOf(expected.book));
    expect(told).toBe(`Đã ghi 6 trang: ${written.map(({ name }) => `“${name}”`).join(', ')}.`);
    expect(model.sheets[model.active]?.name).toBe('Tổng hợp (2)');
  });

  test('looks as designed, as far as the double has it', async () => {
    for (const design of placeBook(await jobs.design({ previous: null }), snapshotOfModel(before))) {
      const sheet = sheetOf(model, design.name);
      const wanted = design.cells.map(({ row, column, style, quotePrefix }) => {
        const { name: _name, numberFormat, font, ...look } = style;
        return { key: placeKey(row, column), numberFormat, font, look, quotePrefix: quotePrefix ?? false };
      });
      const found = wanted.map(({ key }) => {
        const cell = sheet.cells.get(key);
        const look = { fill: null, borders: { top: 'none', right: 'none', bottom: 'none', left: 'none' }, ...cell?.look };
        return { key, numberFormat: cell?.format ?? 'General', font: cell?.font, look, quotePrefix: cell?.quotePrefix ?? false };
      });
      expect(found).toEqual(wanted);
      design.columns.forEach(({ width }, column) => expect(sheet.columnWidths.get(column)).toBeCloseTo(width * 7 + 5, 5));
      expect(design.rows.map((_row, index) => sheet.rowHeights.get(index))).toEqual(design.rows.map(({ height }) => height));
      expect([sheet.frozenRows, sheet.autoFilter, sheet.showGridlines]).toEqual([design.frozenRows, design.autoFilter, false]);
      expect(sheet.charts.map(({ title, categories }) => ({ title, categories }))).toEqual(
        design.chart === null ? [] : [{ title: design.chart.title, categories: design.chart.categories }],
      );
    }
  });

  test('touches no other sheet, and is a district book for every reader', () => {
    expect(model.sheets.slice(0, 2)).toEqual(before.sheets);
    expect(readDistrictBook(bookOf(model))).toMatchObject({ verified: true, problems: [] });
    expect(finished(model)).toBe(true);
  });

  test('takes three calls to read, one to look once more, one to write and one to show it', () => {
    expect(double.requests).toBe(6);
    expect(Math.max(...double.sent)).toBeLessThan(2 * 1024 * 1024);
  });

  test.each(['1.17', '1.21'])('is the same in %s', async (version) => {
    const newer = copyModel(before);
    await writeBook(newer, jobs, { version });
    expect(newer.sheets).toEqual(model.sheets);
  });
});

test('texts that look like formulas, numbers or dates stay texts', async () => {
  const [one] = sampleFiles(1) as [GivenFile];
  const names = ['=HYPERLINK("http://x","y").xlsx', '+84.xlsx', '12-3.xlsx', '@a.xlsx', '=1+1'];
  const jobs = await consolidated(
    names.map((name) => ({ ...one, name })),
    TIME,
  );
  const model = hers();
  await writeBook(model, jobs);
  const files = sheetOf(model, bookSheets.files);
  for (const name of names) expect(findCell(files, name)).toHaveLength(2);
  for (const sheet of model.sheets.slice(2)) expect([...sheet.cells.values()].filter((cell) => cell.formula !== undefined)).toEqual([]);
});

test('a new workbook: the same bytes as a book of its own, and the open one stays as it is', async () => {
  const model = hers();
  const before = copyModel(model);
  const jobs = await consolidated(few(), TIME);
  const double = openInExcel(model, '1.14');
  expect(await openPane().deliver(jobs, 'new')).toMatch(/đã mở thành một sổ tính mới\. Hãy lưu sổ mới đó; sổ đang mở giữ nguyên/);
  expect(model).toEqual(before);
  expect(double.createdWorkbooks).toEqual([Buffer.from(await jobs.bookBytes(null)).toString('base64')]);
});

/** A workbook with a book in which hands wrote. */
async function appraised(): Promise<WorkbookModel> {
  const model = hers();
  await writeBook(model, await consolidated(few(), TIME));
  const sheet = sheetOf(model, bookSheets.appraisal);
  const write = (commune: string, heading: string, cell: ModelCell): void => {
    const key = placeKey(findCell(sheet, commune)[0], findCell(sheet, heading)[1]);
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

/** Sorts the rows of the appraisal backwards, as a hand may. */
function sortBackwards(sheet: ModelSheet): void {
  const [head] = findCell(sheet, 'Nhận xét');
  const last = Math.max(...Array.from(sheet.cells.keys(), (key) => Number(key.split(',')[0]))) - 2;
  sheet.cells = new Map(
    Array.from(sheet.cells, ([key, cell]) => {
      const [row, column] = key.split(',').map(Number) as [number, number];
      return [row > head && row <= last ? placeKey(head + 1 + last - row, column) : key, cell];
    }),
  );
}

describe('consolidated again', () => {
  test('what hands wrote is kept with its commune though rows moved, in place', async () => {
    const model = await appraised();
    const names = model.sheets.map((sheet) => sheet.name);
    const before = handsOf(model);
    expect(before).toHaveLength(3);
    const sheet = sheetOf(model, bookSheets.appraisal);
    const id = sheet.id;
    const [row] = findCell(sheet, '=cần bổ sung');
    await writeBook(model, await consolidated(others(), TIME));
    expect(model.sheets.map((each) => each.name)).toEqual(names);
    expect(sheetOf(model, bookSheets.appraisal).id).toBe(id);
    expect(handsOf(model)).toEqual(before);
    expect(findCell(sheet, '=cần bổ sung')[0]).not.toBe(row);
    expect(Array.from(sheet.cells.values()).find((cell) => cell.value === 45383)).toMatchObject({ format: 'dd/mm/yyyy' });
    expect(readDistrictBook(bookOf(model))).toMatchObject({ verified: true });
    expect(readDistrictBook(bookOf(model))?.rows).toHaveLength(5);
    expect(othersOf(model)).toEqual(hers().sheets);
  });

  test('leaves the same sheets behind as a first book with that appraisal', async () => {
    const model = await appraised();
    const previous = bookOf(model);
    const jobs = await consolidated(others(), TIME);
    const fresh = hers();
    const host = { ...jobs, design: () => jobs.design({ previous }) };
    await writeBook(fresh, host);
    await writeBook(model, jobs);
    expect(JSON.stringify(contentOf(bookOf(model)))).toBe(JSON.stringify(contentOf(bookOf(fresh))));
    for (const name of model.sheets.slice(2).map((sheet) => sheet.name)) {
      const [one, other] = [sheetOf(model, name), sheetOf(fresh, name)];
      const filled = (sheet: ModelSheet) =>
        Array.from(sheet.cells)
          .filter(([, cell]) => cell.value !== null || cell.look !== undefined)
          .sort();
      expect(filled(one)).toEqual(filled(other));
      expect([one.merges.length, one.frozenRows, one.autoFilter, one.charts.length]).toEqual([
        other.merges.length,
        other.frozenRows,
        other.autoFilter,
        other.charts.length,
      ]);
    }
  });

  test('though sheets were renamed, sorted, filtered and hidden in part', async () => {
    const model = await appraised();
    const appraisal = sheetOf(model, bookSheets.appraisal);
    sortBackwards(appraisal);
    appraisal.name = 'Chấm tay';
    const before = handsOf(model);
    expect(before).toHaveLength(3);
    const communes = sheetOf(model, 'Tổng hợp (2)');
    communes.name = 'Bảng của huyện';
    for (const sheet of [communes, appraisal]) {
      sheet.hiddenRows = [[8, 9]];
      sheet.hiddenColumns = [[2, 2]];
    }
    const count = model.sheets.length;
    const { told } = await writeBook(model, await consolidated(others(), TIME));
    expect(model.sheets).toHaveLength(count);
    expect(told).toMatch(/^Đã ghi 6 trang: “Bảng của huyện”, .*“Chấm tay”\.$/);
    expect(handsOf(model)).toEqual(before);
    for (const sheet of [communes, appraisal]) expect([sheet.hiddenRows, sheet.hiddenColumns]).toEqual([[], []]);
    expect(readDistrictBook(bookOf(model))).toMatchObject({ verified: true });
  });

  test('a shorter book leaves nothing of the longer one behind', async () => {
    const model = hers();
    await writeBook(model, await consolidated(many(), TIME));
    await writeBook(model, await consolidated(few(), TIME));
    const fresh = hers();
    await writeBook(fresh, await consolidated(few(), TIME));
    expect(contentOf(bookOf(model))).toEqual(contentOf(bookOf(fresh)));
  });
});

describe('cut off', () => {
  /** The book's writing seen before every action: what a failure of that action would leave behind. */
  async function watched(model: WorkbookModel, jobs: ConsolidationTable, look: (number: number) => void): Promise<number> {
    const { double } = await writeBook(model, jobs, { change: (excel) => (excel.beforeAction = look) });
    return double.actions;
  }

  test('at the first book, anywhere: only our own unfinished sheets are left, and the next one takes them over', async () => {
    const jobs = await consolidated(few(), TIME);
    const model = hers();
    const strange: string[] = [];
    const blank: number[] = [];
    let most = 0;
    const actions = await watched(model, jobs, (number) => {
      const own = model.sheets.slice(2);
      if (own.some((sheet) => sheet.cells.size === 0)) blank.push(number);
      if (own.length <= most && number % 7 !== 0) return;
      most = Math.max(most, own.length);
      const states = bookOf(model).sheets.length + own.filter((sheet) => sheet.cells.size === 0).length;
      if (states !== own.length) strange.push(`${number}: ${states} of ${own.length} are known`);
    });
    expect(strange).toEqual([]);
    expect(actions).toBeGreaterThan(1000);
    expect(othersOf(model)).toEqual(hers().sheets);
    const fresh = contentOf(bookOf(model));
    for (const failAt of [
      1,
      20,
      ...blank.filter((_number, index) => index % 5 === 0),
      actions - 900,
      actions - 300,
      actions - 6,
      actions,
    ]) {
      const cut = hers();
      const failed = writeBook(cut, jobs, { change: (excel) => (excel.failAt = failAt) });
      await expect(failed).rejects.toMatchObject({ name: 'HostError' });
      expect(cut.sheets.slice(0, 2)).toEqual(hers().sheets);
      await writeBook(cut, jobs);
      expect(cut.sheets.map((sheet) => sheet.name)).toEqual(model.sheets.map((sheet) => sheet.name));
      expect(contentOf(bookOf(cut))).toEqual(fresh);
    }
  });

  test('at every action of writing over a book: hands keep theirs, though the pane is closed', async () => {
    const start = await appraised();
    // A mark says which sheet it stands in, whatever that is called now.
    sheetOf(start, bookSheets.appraisal).name = 'Chấm tay';
    const jobs = await consolidated(others(), TIME);
    const hands = valuesOf(handsOf(start));
    expect(hands).toHaveLength(3);
    const model = copyModel(start);
    const lost: number[] = [];
    let [formats, first] = [0, 0];
    const actions = await watched(model, jobs, (number) => {
      if (first === 0 && statesOf(model).some(([, states]) => states?.includes('unfinished'))) first = number;
      // The appraisal comes first: whatever happens to other sheets does not reach it.
      if (first > 0 && number > first + 40 && number % 200 !== 0) return;
      if (bookOf(model).sheets.length !== 6 || JSON.stringify(valuesOf(handsOf(model))) !== JSON.stringify(hands)) lost.push(number);
      else if (JSON.stringify(handsOf(model)) !== JSON.stringify(handsOf(start))) formats++;
    });
    expect(lost).toEqual([]);
    expect(first).toBeGreaterThan(0);
    expect(actions - first).toBeGreaterThan(500);
    expect(formats).toBeLessThan(10);
    for (const failAt of [first + 1, first + 12, first + 20, first + 300, actions]) {
      const cut = copyModel(start);
      const failed = writeBook(cut, jobs, { change: (excel) => (excel.failAt = failAt) });
      await expect(failed).rejects.toMatchObject({
        message:
          failAt > actions - 2
            ? expect.anything()
            : expect.stringMatching(/^Sổ tổng hợp mới ghi được một phần; phần thẩm định ghi tay vẫn còn\. .* Bấm lại “Ghi vào sổ đang mở”/),
      });
      expect(valuesOf(handsOf(cut))).toEqual(hands);
      await writeBook(cut, jobs);
      expect(valuesOf(handsOf(cut))).toEqual(hands);
      expect(finished(cut)).toBe(true);
      expect(cut.sheets).toHaveLength(8);
      expect(othersOf(cut)).toEqual(hers().sheets);
    }
  });

  test('a change that was refused is not written over by what was read before it', async () => {
    const model = await appraised();
    const jobs = await consolidated(others(), TIME);
    const double = openInExcel(model, '1.14');
    const pane = openPane();
    let late: WorkbookModel | null = null;
    const sheet = sheetOf(model, bookSheets.appraisal);
    const [row, column] = findCell(sheet, 'xã cũ');
    double.beforeRequest = (number) => {
      if (number !== 4) return;
      double.edit(sheet.name, row, column - 2, 7, true);
      late = copyModel(model);
    };
    await expect(pane.deliver(jobs)).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringMatching(
        /^Bảng tính vừa thay đổi trong lúc ghi sổ tổng hợp \(ô [A-Z]+\d+ trang “Thẩm định”\) nên chưa ghi gì\. Hãy bấm “Ghi vào sổ đang mở” lần nữa để ghi theo những gì đang có trong sổ\.$/,
      ) as string,
    });
    expect(model).toEqual(late);
    await pane.deliver(jobs);
    expect(handsOf(model).join()).toContain('7');
  });

  test('what a write that was cut off took away comes back while the pane is open', async () => {
    const model = await appraised();
    const before = handsOf(model);
    const jobs = await consolidated(others(), TIME);
    const pane = openPane();
    openInExcel(model, '1.14').failAt = 700;
    await expect(pane.deliver(jobs)).rejects.toMatchObject({ name: 'HostError' });
    // Office.js cuts a long block of values in pieces: this is what lies between two of them.
    const sheet = sheetOf(model, bookSheets.appraisal);
    const [row] = findCell(sheet, '=cần bổ sung');
    for (const key of Array.from(sheet.cells.keys())) if (key.startsWith(`${row},`)) sheet.cells.delete(key);
    expect(handsOf(model)).toHaveLength(2);
    openInExcel(model, '1.14');
    await pane.deliver(jobs);
    expect(handsOf(model)).toEqual(before);
  });

  test('what hands write into the book after it was cut off counts', async () => {
    const model = await appraised();
    const jobs = await consolidated(others(), TIME);
    const pane = openPane();
    openInExcel(model, '1.14').failAt = 700;
    await expect(pane.deliver(jobs)).rejects.toMatchObject({ name: 'HostError' });
    const sheet = sheetOf(model, bookSheets.appraisal);
    const [row, column] = findCell(sheet, '=cần bổ sung');
    sheet.cells.set(placeKey(row, column), { ...sheet.cells.get(placeKey(row, column)), value: 'đã bổ sung' });
    openInExcel(model, '1.14');
    await pane.deliver(jobs);
    expect(handsOf(model).join()).toContain('đã bổ sung');
    expect(finished(model)).toBe(true);
  });
});

describe('what Excel refuses is refused before anything is written', () => {
  const book = async (): Promise<WorkbookModel> => {
    const model = hers();
    await writeBook(model, await consolidated(sampleFiles(1, 2), TIME));
    return model;
  };

  test.each<[string, (model: WorkbookModel) => void, string, RegExp]>([
    [
      'a protected sheet of ours',
      (model) => (sheetOf(model, bookSheets.criteria).protected = true),
      'protected',
      /“Theo tiêu chí” đang bị khóa/,
    ],
    ['a workbook that is read-only', (model) => (model.readOnly = true), 'read-only', /chỉ đọc nên chưa ghi gì/],
  ])('%s', async (_case, change, code, message) => {
    const model = await book();
    change(model);
    const before = copyModel(model);
    const jobs = await consolidated(sampleFiles(1, 2), TIME);
    const refused = writeBook(model, jobs);
    await expect(refused).rejects.toMatchObject({ name: 'HostError', code, message });
    await expect(refused).rejects.toMatchObject({ message: /Cũng có thể bấm “Mở thành sổ tính mới”\.$/ });
    expect(model).toEqual(before);
  });

  test('a locked structure: the book opens as a new workbook, with what hands wrote into the open one', async () => {
    const model = await appraised();
    model.sheets = model.sheets.filter((sheet) => sheet.name !== bookSheets.criteria);
    model.structureProtected = true;
    const before = copyModel(model);
    const { double, told } = await writeBook(model, await consolidated(others(), TIME));
    expect(told).toMatch(/khóa cấu trúc.* đã mở thành một sổ tính mới/);
    expect(model).toEqual(before);
    const made = readXlsx(Buffer.from(double.createdWorkbooks[0] as string, 'base64'));
    expect(made.sheets.map((sheet) => sheet.name)).toEqual(Object.values(bookSheets));
    expect(readAppraisal(made)).toHaveLength(3);
  });

  test('a locked structure does not keep a book from being rewritten in place', async () => {
    const model = await appraised();
    model.structureProtected = true;
    const { double } = await writeBook(model, await consolidated(others(), TIME));
    expect(double.createdWorkbooks).toEqual([]);
    expect(handsOf(model)).toHaveLength(3);
  });

  test('a text elsewhere that is struck through in part does not stand in the way', async () => {
    const model = hers();
    sheetOf(model, 'Khác').cells.set('5,0', {
      value: 'cũ mới',
      runs: [
        { text: 'cũ ', struck: true },
        { text: 'mới', struck: false },
      ],
    });
    const double = openInExcel(model, '1.14', { handsOutFile: false });
    await openPane().deliver(await consolidated(sampleFiles(1), TIME));
    expect(double.requests).toBe(6);
    expect(finished(model)).toBe(true);
  });
});

describe('in many calls', () => {
  const MOST = 4 * 1024 * 1024;
  /** The calls that write: three read, one looks once more, the last one shows what was written. */
  const writing = ({ sent }: ExcelDouble): number[] => sent.slice(4, -1);

  test('each stays below the limit, and the sheets are the same; a stop in between leaves sheets that say so', async () => {
    const jobs = await consolidated(many(), TIME);
    const whole = hers();
    const { double: one } = await writeBook(whole, jobs);
    expect(writing(one)).toHaveLength(1);
    const split = hers();
    const largest = 100000;
    const pane = openPane(largest);
    const double = openInExcel(split, '1.14');
    await pane.deliver(jobs);
    expect(writing(double).length).toBeGreaterThan(3);
    expect(Math.max(...writing(double))).toBeLessThan(largest);
    expect(split.sheets).toEqual(whole.sheets);

    const controller = new AbortController();
    double.beforeRequest = () => {
      if (statesOf(split).some(([, states]) => states?.includes('unfinished'))) controller.abort();
    };
    await expect(pane.deliver(jobs, 'here', { signal: controller.signal })).rejects.toMatchObject({
      message: /^Sổ tổng hợp mới ghi được một phần; phần thẩm định ghi tay vẫn còn\. Đã dừng\./,
    });
    expect(JSON.stringify(statesOf(split))).toContain('unfinished');
    double.beforeRequest = null;
    await pane.deliver(jobs);
    expect(finished(split)).toBe(true);
    expect(contentOf(bookOf(split))).toEqual(contentOf(bookOf(whole)));
  });

  /** The findings as if there were many times as many. */
  function enlarged(design: SheetDesign, times: number): SheetDesign {
    const { stampCell } = design;
    const body = design.cells.filter((cell) => cell.row !== stampCell.row);
    const copies = Array.from({ length: times }, (_copy, index) => index * stampCell.row);
    const last = times * stampCell.row;
    return {
      ...design,
      rows: [...copies.flatMap(() => design.rows.slice(0, stampCell.row)), ...design.rows.slice(stampCell.row)],
      cells: [
        ...copies.flatMap((by) => body.map((cell) => ({ ...cell, row: cell.row + by }))),
        ...design.cells.filter((cell) => cell.row === stampCell.row).map((cell) => ({ ...cell, row: last })),
      ],
      merges: design.merges.filter((merge) => merge.bottom < stampCell.row),
      stampCell: { ...stampCell, row: last },
    };
  }

  test('a book beyond what Excel takes at once goes in parts that it takes; what is reckoned is never below what is sent', async () => {
    const jobs = await consolidated(many(), TIME);
    const designs = (await jobs.design({ previous: null })).map((design) =>
      design.name === bookSheets.findings ? enlarged(design, 80) : design,
    );
    const reckoned = designs.reduce(
      (sum, design) => sum + looksSize(design) + contentStretches(design, Infinity).reduce((all, { bytes }) => all + bytes, 0),
      0,
    );
    const model = hers();
    const { double } = await writeBook(model, { ...jobs, design: async () => designs }, { largest: MOST });
    const sent = writing(double).reduce((sum, bytes) => sum + bytes, 0);
    expect(sent).toBeGreaterThan(double.largestRequest);
    expect(sent).toBeLessThan(reckoned);
    expect(Math.max(...writing(double))).toBeLessThan(MOST);
    expect(writing(double).length).toBeLessThanOrEqual(Math.ceil(reckoned / MOST) + 1);
    expect(finished(model)).toBe(true);
    expect(sheetOf(model, bookSheets.findings).cells.size).toBeGreaterThan(20000);
  });

  test('the number of calls does not grow with the communes or with her other sheets as long as it fits', async () => {
    const count = async (files: GivenFile[], more: number): Promise<number> => {
      const model = hers();
      for (let index = 0; index < more; index++) addModelSheet(model, `Thêm ${index}`).cells.set(placeKey(0, 0), { value: 1 });
      return (await writeBook(model, await consolidated(files, TIME))).double.requests;
    };
    expect([await count(sampleFiles(1), 0), await count(many(), 0), await count(sampleFiles(1), 12)]).toEqual([6, 6, 6]);
  });
});

test('her own table in the same workbook is scored as before, with a book beside it and with one that was cut off', async () => {
  const sample = openSample(sampleNames.find((name) => name.startsWith('s04')) as string);
  const expected = JSON.stringify(assess(sample.workbook));
  const jobs = await consolidated(few(), TIME);
  const model = sample.model();
  const cut = sample.model();
  const { double } = await writeBook(model, jobs);
  await expect(writeBook(cut, jobs, { change: (excel) => (excel.failAt = double.actions - 300) })).rejects.toMatchObject({
    name: 'HostError',
  });
  expect(cut.sheets.length).toBeGreaterThan(sample.workbook.sheets.length + 3);
  for (const each of [model, cut]) expect(JSON.stringify(assess((await readOpened(each)).workbook))).toBe(expected);
});

test('our own writes are no edits; what others change before and meanwhile is told', async () => {
  const model = hers();
  const jobs = await consolidated(few(), TIME);
  const double = openInExcel(model, '1.14');
  let told = 0;
  const pane = openPane(undefined, () => told++);
  await pane.watch.start();
  const settled = () => new Promise((resolve) => setTimeout(resolve, 30));
  await pane.deliver(jobs);
  await pane.deliver(jobs);
  await settled();
  expect([told, pane.watch.changed()]).toEqual([0, false]);
  // Scored before, edited, then consolidated: the scores still are those of before the edit.
  double.edit('Khác', 0, 0, 'b');
  await settled();
  expect([told, pane.watch.changed()]).toEqual([1, true]);
  await pane.deliver(jobs);
  expect(pane.watch.changed()).toBe(true);
  double.beforeRequest = (number) => {
    if (number === double.requests && double.requests % 6 === 0) double.edit('Khác', 0, 0, 'c', true);
  };
  await pane.deliver(jobs);
  await settled();
  expect(told).toBe(2);
  await pane.watch.stop();
});
