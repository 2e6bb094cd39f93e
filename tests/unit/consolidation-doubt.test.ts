import fs from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { assess } from '../../core/assess';
import { consolidate } from '../../core/consolidate';
import { designDistrictBook } from '../../core/consolidation/book';
import { readAppraisal } from '../../core/consolidation/book-reading';
import { bookHeadings } from '../../core/consolidation/book-words';
import { readRosterText } from '../../core/consolidation/roster';
import { standardById } from '../../core/standards/registry';
import { designSummary } from '../../core/summary/summary';
import { readXlsx } from '../../core/xlsx/read';
import { newWorkbook, writeIntoWorkbook } from '../../core/xlsx/stamp';
import type { Cell, Sheet, Workbook } from '../../core/workbook/workbook';

/* What looks decided and is not: altered books, copied data, a lone stamp, communes on hidden sheets, lists with headings in between. */

const samples = path.resolve(__dirname, '../samples/templates');
const bytesOf = (name: string) => new Uint8Array(fs.readFileSync(path.join(samples, name)));
const read = (name: string): Workbook => readXlsx(bytesOf(name), { file: name });
const options = { time: '2026-03-01T08:00:00Z', version: '1.0.0' };
const lamSon = '01-bang-tu-cham-diem-xa-lam-son.xlsx';
const yTich = '02-cham-diem-xa-y-tich.xlsx';
const several = '10-tong-hop-huyen-chi-lang.xlsx';

const withCells = (workbook: Workbook, change: (cell: Cell, sheet: Sheet) => Cell): Workbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => change(cell, sheet)) })),
});
const bookOf = (result: ReturnType<typeof consolidate>, previousBook: Workbook | null = null): Workbook =>
  readXlsx(newWorkbook(designDistrictBook(result, { previousBook })), { file: 'sổ.xlsx' });
const rows = (workbook: Workbook, name: string): string[] => {
  const lines: string[] = [];
  for (const cell of workbook.sheets.find((sheet) => sheet.name === name)?.cells ?? [])
    lines[cell.row] = `${lines[cell.row] ?? ''} | ${String(cell.value)}`;
  return lines.filter((line) => line !== undefined);
};

test('a row of a district book that was changed afterwards decides nothing', () => {
  const honest = consolidate([{ file: 'xã.xlsx', workbook: read(lamSon) }], options);
  const points = honest.communes[0]?.points as number;
  const altered = withCells(bookOf(honest), (cell, sheet) =>
    sheet.name === 'Tổng hợp' && cell.value === points ? { ...cell, value: 999 } : cell,
  );
  const [row] = consolidate([{ file: 'huyện.xlsx', workbook: altered }], options).communes;
  expect(row).toMatchObject({ points: null, range: [0, 1000], verdict: { status: 'undetermined' }, fromBook: { verified: false } });
  expect(row?.errors).toBeGreaterThan(0);
  expect(row?.criteria.every((criterion) => criterion.points === null)).toBe(true);
});

test('communes with the same data are recommended only with the question beside them', () => {
  const copy = withCells(read(lamSon), (cell) =>
    typeof cell.value === 'string'
      ? { ...cell, value: cell.value.split('Lam Sơn').join('Cai Kinh').split('LAM SƠN').join('CAI KINH') }
      : cell,
  );
  const result = consolidate(
    [
      { file: 'a.xlsx', workbook: read(lamSon) },
      { file: 'b.xlsx', workbook: copy },
    ],
    options,
  );
  expect(result.findings.filter((finding) => finding.code === 'identical-data')).toHaveLength(1);
  expect(result.communes.map((commune) => (commune.concerns ?? []).length)).toEqual([1, 1]);
  const lines = rows(bookOf(result), 'Đề nghị công nhận');
  const first = lines.findIndex((line) => line.includes('I. Đạt'));
  expect(lines[first]).toContain('I. Đạt: 0 xã');
  expect(lines.filter((line) => line.includes('Có thể chép từ nhau'))).toHaveLength(2);
});

test('one stamp among two workbooks with different results settles nothing', () => {
  const workbook = read(lamSon);
  const assessment = assess(workbook);
  const design = designSummary({ workbook, assessment, standard: standardById(assessment.standard.id ?? ''), ...options });
  const stamped = readXlsx(writeIntoWorkbook(bytesOf(lamSon), [design]), { file: lamSon });
  const corrected = withCells(workbook, (cell) =>
    typeof cell.value === 'number' && cell.value > 0.9 && cell.value < 1 ? { ...cell, value: 0.1 } : cell,
  );
  expect(assess(corrected).total.range).not.toEqual(assessment.total.range);
  const pair = (other: Workbook) =>
    consolidate(
      [
        { file: 'đóng mã.xlsx', workbook: stamped },
        { file: 'sửa lại.xlsx', workbook: other },
      ],
      options,
    );
  expect(pair(corrected).communes[0]?.questions.map((question) => question.code)).toContain('which-file');
  // The same results in both: nothing hangs on the choice.
  const noted = withCells(workbook, (cell) => (cell.value === 'TT' ? { ...cell, value: 'STT' } : cell));
  expect(pair(noted).communes.map((commune) => commune.file)).toEqual(['đóng mã.xlsx']);
});

test('a xã and a thị trấn of one name: nobody is told to throw a file away', () => {
  const renamed = (kind: string) =>
    withCells(read(yTich), (cell) =>
      typeof cell.value === 'string'
        ? {
            ...cell,
            value: cell.value.split('xã Y Tịch').join(`${kind} Lam Sơn`).split('XÃ Y TỊCH').join(`${kind} Lam Sơn`.toLocaleUpperCase('vi')),
          }
        : cell,
    );
  const message = (kind: string) =>
    consolidate(
      [
        { file: 'a.xlsx', workbook: read(lamSon) },
        { file: 'b.xlsx', workbook: renamed(kind) },
      ],
      options,
    ).findings.find((finding) => finding.code === 'duplicate-commune')?.message ?? '';
  expect(message('xã')).toContain('chỉ để một tệp');
  expect(message('thị trấn')).toContain('giữ cả hai tệp');
});

test('a commune on a hidden sheet was sent, too', () => {
  const workbook = read(several);
  const shown = consolidate([{ file: 'a.xlsx', workbook }], options).communes;
  expect(shown.length).toBeGreaterThan(1);
  const [first, second] = shown;
  const hidden = {
    ...workbook,
    sheets: workbook.sheets
      .filter((sheet) => sheet.name === first?.sheet || sheet.name === second?.sheet)
      .map((sheet) => ({ ...sheet, hidden: sheet.name === second?.sheet })),
  };
  const found = consolidate([{ file: 'a.xlsx', workbook: hidden }], options).communes;
  expect(found.map((commune) => [commune.commune, commune.points])).toEqual(
    [first, second].map((commune) => [commune?.commune, commune?.points]),
  );
  expect(found.flatMap((commune) => commune.confirmed)).toEqual([]);
});

test('handwritten appraisal stays with its commune when the codes of the rows, or their whole column, are gone', () => {
  const result = consolidate(
    [lamSon, yTich].map((name) => ({ file: name, workbook: read(name) })),
    options,
  );
  const book = bookOf(result);
  const sheet = book.sheets.find((each) => each.name === 'Thẩm định') as Sheet;
  const heading = (text: string) => sheet.cells.find((cell) => cell.value === text) as Cell;
  const commune = result.communes[1]?.commune as string;
  const row = sheet.cells.find((cell) => cell.value === commune)?.row as number;
  const remark = { row, column: heading(bookHeadings.remark).column, value: 'Đã xem hồ sơ' };
  const written = (keep: (cell: Cell) => boolean): Workbook => ({
    ...book,
    sheets: book.sheets.map((each) =>
      each !== sheet
        ? each
        : {
            ...each,
            cells: each.cells
              .filter((cell) => keep(cell) && (cell.row !== remark.row || cell.column !== remark.column))
              .concat(remark)
              .sort((one, other) => one.row - other.row || one.column - other.column),
          },
    ),
  });
  const codes = heading(bookHeadings.code).column;
  for (const keep of [(cell: Cell) => cell.row !== row || cell.column !== codes, (cell: Cell) => cell.column !== codes]) {
    const previous = written(keep);
    expect(readAppraisal(previous)).toHaveLength(1);
    const again = bookOf(result, previous);
    expect(rows(again, 'Thẩm định').filter((line) => line.includes('Đã xem hồ sơ') && line.includes(commune))).toHaveLength(1);
  }
});

test('a chart’s cache of numbers holds numbers alone, also where no commune has points for a criterion', () => {
  const open = withCells(read(lamSon), (cell) => (typeof cell.value === 'number' && cell.value < 1 ? { ...cell, value: 'xem sau' } : cell));
  const result = consolidate([{ file: 'a.xlsx', workbook: open }], options);
  expect(result.criteria.some((criterion) => criterion.mean === null)).toBe(true);
  const parts = unzipSync(newWorkbook(designDistrictBook(result)));
  const charts = Object.keys(parts).filter((name) => /charts\/chart\d+\.xml$/.test(name));
  expect(charts.length).toBeGreaterThan(0);
  for (const name of charts)
    for (const [, cache] of strFromU8(parts[name] as Uint8Array).matchAll(/<c:numCache>([^]*?)<\/c:numCache>/g))
      for (const [, value] of (cache ?? '').matchAll(/<c:v>([^<]*)<\/c:v>/g)) expect(value).toMatch(/^-?\d+(\.\d+)?$/);
});

describe('lists of communes', () => {
  const roster = (text: string) => readRosterText(new TextEncoder().encode(text));

  test('rows that name a district head those below them', () => {
    const { units } = roster('TT;Tên đơn vị\nI;Huyện Chi Lăng\n1;Xã Vân Thủy\n2;Xã Lâm Sơn\nII;Thành phố Lạng Sơn\n1;Xã Mai Pha\n');
    expect(units.map((unit) => [unit.shown, unit.district])).toEqual([
      ['Xã Vân Thủy', 'Huyện Chi Lăng'],
      ['Xã Lâm Sơn', 'Huyện Chi Lăng'],
      ['Xã Mai Pha', 'Thành phố Lạng Sơn'],
    ]);
  });

  test('a heading in other words is none of the communes, and it is said', () => {
    expect(roster('Tên ĐVHC cấp xã\nXã Một\nXã Hai\n').units.map((unit) => unit.shown)).toEqual(['Xã Một', 'Xã Hai']);
    const untold = roster('Nơi gửi báo cáo\nXã Một\nXã Hai\nPhường Ba\n');
    expect(untold.units).toHaveLength(3);
    expect(untold.notes.join(' ')).toContain('Nơi gửi báo cáo');
  });

  test('a commune written twice counts once, also without its kind of unit; two classes for it are no class', () => {
    const { units, notes } = roster(
      'Tên xã;Loại đơn vị\nXã Thử Cn;other\nthử cn;other\nXã Thử An;other\nXã Thử An;mountain-island-hardship\nThị trấn Thử An;other\n',
    );
    expect(units.map((unit) => [unit.shown, unit.unitClass])).toEqual([
      ['Xã Thử Cn', 'other'],
      ['Xã Thử An', null],
      ['Thị trấn Thử An', 'other'],
    ]);
    expect(notes.join(' ')).toContain('hai loại đơn vị');
  });
});
