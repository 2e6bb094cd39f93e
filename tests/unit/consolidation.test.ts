import fs from 'node:fs';
import path from 'node:path';
import { assess } from '../../core/assess';
import { consolidate, examine } from '../../core/consolidate';
import { designDistrictBook } from '../../core/consolidation/book';
import { readDistrictBook } from '../../core/consolidation/book-reading';
import type { ConsolidationEntry } from '../../core/consolidation/examine';
import { readRosterText } from '../../core/consolidation/roster';
import { standardById } from '../../core/standards/registry';
import { designSummary } from '../../core/summary/summary';
import { isOwnSheet } from '../../core/summary/verify';
import { readXlsx } from '../../core/xlsx/read';
import { newWorkbook, writeIntoWorkbook } from '../../core/xlsx/stamp';
import type { Workbook } from '../../core/workbook/workbook';

const samples = path.resolve(__dirname, '../samples/templates');
const bytesOf = (name: string) => new Uint8Array(fs.readFileSync(path.join(samples, name)));
const read = (name: string): Workbook => readXlsx(bytesOf(name), { file: name });
const options = { time: '2026-03-01T08:00:00Z', version: '1.0.0' };
const entry = (file: string, workbook: Workbook): ConsolidationEntry => ({ file, workbook });

const lamSon = '01-bang-tu-cham-diem-xa-lam-son.xlsx';
const yTich = '02-cham-diem-xa-y-tich.xlsx';
const vanThuy = '04-tu-cham-xa-van-thuy.xlsx';
const several = '10-tong-hop-huyen-chi-lang.xlsx';

/** A workbook with our result sheet in it, stamped then. */
function stamped(name: string, time: string, change: (workbook: Workbook) => Workbook = (same) => same): Workbook {
  const workbook = read(name);
  const assessment = assess(workbook);
  const standard = standardById(assessment.standard.id ?? '');
  const design = designSummary({ workbook, assessment, standard, time, version: '1.0.0' });
  return change(readXlsx(writeIntoWorkbook(bytesOf(name), [design]), { file: name }));
}

/** The first text cell that holds `words` now holds others. */
function reworded(workbook: Workbook, words: string, others: string): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => {
        if (typeof cell.value !== 'string' || isOwnSheet(sheet)) return cell;
        return { ...cell, value: cell.value.split(words).join(others).split(words.toUpperCase()).join(others.toUpperCase()) };
      }),
    })),
  };
}

const asBook = (workbook: ReturnType<typeof consolidate>, previousBook: Workbook | null = null): Workbook =>
  readXlsx(newWorkbook(designDistrictBook(workbook, { previousBook })), { file: 'sổ.xlsx' });

describe('which of two workbooks counts', () => {
  test('the later stamp, and the reason names it', () => {
    const early = stamped(lamSon, '2026-01-05T08:00:00Z');
    const late = stamped(lamSon, '2026-01-09T08:00:00Z', (workbook) => reworded(workbook, 'Ghi chú', 'Ghi chú thêm'));
    for (const order of [
      [entry('sớm.xlsx', early), entry('muộn.xlsx', late)],
      [entry('muộn.xlsx', late), entry('sớm.xlsx', early)],
    ]) {
      const result = consolidate(order, options);
      expect(result.communes.map((commune) => commune.file)).toEqual(['muộn.xlsx']);
      const lost = result.files.find((file) => file.file === 'sớm.xlsx');
      expect(lost).toMatchObject({ status: 'duplicate-commune', reason: expect.stringContaining('09/01/2026') as string });
    }
  });

  test('a result sheet altered after stamping gives no time', () => {
    const altered = stamped(lamSon, '2026-01-09T08:00:00Z', (workbook) => ({
      ...workbook,
      sheets: workbook.sheets.map((sheet) =>
        isOwnSheet(sheet) ? { ...sheet, cells: sheet.cells.map((cell) => (cell.value === 980 ? { ...cell, value: 1000 } : cell)) } : sheet,
      ),
    }));
    const early = stamped(lamSon, '2026-01-05T08:00:00Z');
    const result = consolidate([entry('sớm.xlsx', early), entry('bị sửa.xlsx', altered)], options);
    expect(result.communes.map((commune) => commune.file)).toEqual(['sớm.xlsx']);
  });

  test("without stamps the officer is asked; her answer settles it, and it is the district's alone", () => {
    const one = read(lamSon);
    const other = reworded(read(yTich), 'Y Tịch', 'Lam Sơn');
    const entries = [entry('a.xlsx', one), entry('b.xlsx', other)];
    const asked = consolidate(entries, options);
    expect(asked.communes).toHaveLength(1);
    expect(asked.communes[0]?.points).toBeNull();
    expect(asked.communes[0]?.questions[0]).toMatchObject({ code: 'which-file', choices: ['a.xlsx', 'b.xlsx'] });
    expect(asked.files.map((file) => file.status)).toEqual(['duplicate-commune', 'duplicate-commune']);
    const name = asked.communes[0]?.commune ?? '';
    const settled = consolidate(entries, { ...options, chosen: { [name]: 'b.xlsx' } });
    expect(settled.communes.map((commune) => commune.file)).toEqual(['b.xlsx']);
  });

  test('accents part communes', () => {
    const result = consolidate([entry('a.xlsx', read(vanThuy)), entry('b.xlsx', reworded(read(vanThuy), 'Vân Thủy', 'Vạn Thủy'))], options);
    expect(result.communes.map((commune) => commune.commune)).toEqual(['Xã Vân Thủy', 'Xã Vạn Thủy']);
    expect(result.findings.map((finding) => finding.code)).toContain('identical-data');
  });
});

test('several communes in one workbook count each', () => {
  const result = consolidate([entry(several, read(several))], options);
  const truth = JSON.parse(fs.readFileSync(path.join(samples, several.replace('.xlsx', '.truth.json')), 'utf8')) as {
    sheets: { sheet: string; expected: { total: { points: number | null; range: [number, number] }; verdict: { status: string } } }[];
  };
  expect(result.communes.map(({ sheet, points, range, verdict }) => ({ sheet, points, range, status: verdict.status }))).toEqual(
    truth.sheets.map(({ sheet, expected }) => ({
      sheet,
      points: expected.total.points,
      range: expected.total.range,
      status: expected.verdict.status,
    })),
  );
  expect(result.files[0]).toMatchObject({ status: 'assessed', sheets: [{}, {}, {}] });
});

test('our own result sheet alone is no workbook of a commune', () => {
  const workbook = read(lamSon);
  const assessment = assess(workbook);
  const alone = newWorkbook([designSummary({ workbook, assessment, standard: standardById(assessment.standard.id ?? ''), ...options })]);
  expect(examine(entry('x.xlsx', readXlsx(alone)))).toMatchObject({ status: 'unrecognised', communes: [] });
});

test('what was examined is plain data: a message between threads loses nothing', () => {
  for (const name of [lamSon, yTich, several]) {
    const examined = examine(entry(name, read(name)));
    expect(JSON.parse(JSON.stringify(examined))).toEqual(examined);
  }
});

test('the class on the roster counts before the workbook’s words', () => {
  const { units } = readRosterText(Buffer.from('Tên xã;Loại\nXã Lam Sơn;other\nXã Vắng;\n'));
  const result = consolidate([entry('a.xlsx', read(lamSon))], { ...options, roster: { units, notes: [] } });
  expect(result.communes[0]).toMatchObject({ unitClass: 'other', threshold: 850 });
  expect(result.recognition).toMatchObject({ of: 2, missing: ['Xã Vắng'], percent: 50 });
});

describe('the district book', () => {
  const entries = [
    entry('=1+1.xlsx', read(lamSon)),
    entry('b.xlsx', read(yTich)),
    entry('c.xlsx', read(several)),
    { file: 'hỏng.xlsx', refusal: '=HYPERLINK("x")' },
  ];

  test('every sheet carries our stamp, so that none is ever taken for data', () => {
    const book = asBook(consolidate(entries, options));
    expect(book.sheets).toHaveLength(6);
    expect(book.sheets.every(isOwnSheet)).toBe(true);
  });

  test('texts that look like formulas stay text', () => {
    const book = asBook(consolidate(entries, options));
    const cells = book.sheets.flatMap((sheet) => sheet.cells);
    expect(cells.filter((cell) => cell.formula !== undefined)).toEqual([]);
    expect(cells.some((cell) => cell.value === '=HYPERLINK("x")')).toBe(true);
    expect(cells.some((cell) => cell.value === '=1+1.xlsx')).toBe(true);
  });

  test('is read back as it was computed, also with its rows sorted', () => {
    const result = consolidate(entries, options);
    const book = asBook(result);
    const reading = readDistrictBook(book);
    expect(reading?.verified).toBe(true);
    expect(reading?.rows.map(({ commune, points, range, unitClass, errors }) => ({ commune, points, range, unitClass, errors }))).toEqual(
      result.communes.map(({ commune, points, range, unitClass, errors }) => ({ commune, points, range, unitClass, errors })),
    );
    const rows = reading?.rows.map((row) => Number(/\d+$/.exec(row.cell)?.[0]) - 1) ?? [];
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    const turned: Workbook = {
      ...book,
      sheets: book.sheets.map((sheet) =>
        sheet.name !== 'Tổng hợp'
          ? sheet
          : {
              ...sheet,
              cells: sheet.cells
                .map((cell) => (cell.row >= first && cell.row <= last ? { ...cell, row: first + last - cell.row } : cell))
                .sort((a, b) => a.row - b.row || a.column - b.column),
            },
      ),
    };
    expect(readDistrictBook(turned)?.verified).toBe(true);
    const without: Workbook = {
      ...book,
      sheets: book.sheets.map((sheet) =>
        sheet.name === 'Tổng hợp' ? { ...sheet, cells: sheet.cells.filter((cell) => cell.row !== first) } : sheet,
      ),
    };
    expect(readDistrictBook(without)?.verified).toBe(false);
  });

  test('nothing at all still makes a book', () => {
    const book = asBook(consolidate([], options));
    expect(book.sheets).toHaveLength(6);
    expect(readDistrictBook(book)).toMatchObject({ verified: true, rows: [] });
  });
});

test('consolidating twice gives the same', () => {
  const entries = [entry('a.xlsx', read(lamSon)), entry('b.xlsx', read(yTich)), entry('c.xlsx', read(several))];
  expect(consolidate(entries, options)).toEqual(consolidate(entries, options));
});
