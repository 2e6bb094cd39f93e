import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../core/assess';
import type { Assessment } from '../../core/assessment';
import type { Cell, Sheet, Workbook } from '../../core/workbook/workbook';
import { readXlsx } from '../../core/xlsx/read';
import { brokenPromise } from './fuzz-support';

const SAMPLE = 's09-tieu-chi-gop-o-khong-so-xa-muong-lan.xlsx';
const sample = readXlsx(new Uint8Array(readFileSync(join(__dirname, '..', 'samples', SAMPLE))), { file: SAMPLE });
const plain = assess(sample);
const MOST_SECONDS = 5;

/** Assesses within the promised processor time. */
function inTime(workbook: Workbook): Assessment {
  const started = process.cpuUsage();
  const assessment = assess(workbook);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000000).toBeLessThan(MOST_SECONDS);
  expect(brokenPromise(assessment)).toBeNull();
  return assessment;
}

const points = (assessment: Assessment): unknown => assessment.criteria.map((criterion) => criterion.items.map((item) => item.points));
const sheet = (name: string, cells: readonly Cell[], more: Partial<Sheet> = {}): Sheet => ({
  name,
  hidden: false,
  cells,
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  ...more,
});
const first = sample.sheets[0] as Sheet;
const withFirst = (change: Partial<Sheet>): Workbook => ({ ...sample, sheets: [{ ...first, ...change }, ...sample.sheets.slice(1)] });

test('the sample itself is right and undisturbed', () => {
  expect(plain.template.status).toBe('recognised');
  expect(plain.criteria).toHaveLength(13);
});

test('a used range of 1,048,576 rows with sparse cells', () => {
  const far = Array.from({ length: 2000 }, (_, index): Cell => ({
    row: 600 + index * 523,
    column: index % 9,
    value: index % 3 === 0 ? 'ghi chú' : index,
  }));
  const last: Cell = { row: 1048575, column: 16383, value: 'cuối' };
  const assessment = inTime(
    withFirst({ cells: first.cells.concat(far.filter((cell) => cell.row < 1048575)).concat([last]), hiddenRows: [[500, 1048574]] }),
  );
  expect(points(assessment)).toEqual(points(plain));
});

test('200 sheets', () => {
  const others = Array.from({ length: 199 }, (_, index) =>
    sheet(
      `Phụ lục ${index}`,
      Array.from({ length: 60 }, (_unused, at): Cell => ({ row: at, column: at % 5, value: at % 4 === 0 ? `Số trẻ em nhóm ${at}` : at })),
    ),
  );
  expect(points(inTime({ ...sample, sheets: sample.sheets.concat(others) }))).toEqual(points(plain));
});

test('16,384 columns', () => {
  const wide = Array.from({ length: 16384 }, (_, column): Cell => ({ row: 0, column, value: `Cột ${column}` }));
  const body = Array.from({ length: 16384 }, (_, column): Cell => ({ row: 1, column, value: column }));
  expect(points(inTime({ ...sample, sheets: sample.sheets.concat([sheet('Rộng', wide.concat(body))]) }))).toEqual(points(plain));
});

test('names of sheets with quotes, apostrophes, emoji and signs', () => {
  for (const name of ["Chấm 'điểm'", '😀 bảng "1"', "'", '=1+1', '+A1', '@x!', 'a!b', '[1]x', '\u202eđảo']) {
    const assessment = inTime(withFirst({ name }));
    expect(points(assessment)).toEqual(points(plain));
    const cell = assessment.criteria[0]?.items[0]?.cells.selfScore ?? '';
    expect(cell.startsWith(`'${name.replace(/'/g, "''")}'!`)).toBe(true);
  }
});

test('50,000 merged areas', () => {
  const merges = Array.from({ length: 50000 }, (_, index) => ({ top: 2000 + index * 2, left: 0, bottom: 2001 + index * 2, right: 3 }));
  expect(points(inTime(withFirst({ merges: first.merges.concat(merges) })))).toEqual(points(plain));
});

test('50,000 merged areas and sums over hundreds of cells', () => {
  const merges = Array.from({ length: 50000 }, (_, index) => ({ top: 2000 + index * 2, left: 0, bottom: 2001 + index * 2, right: 3 }));
  const cells = first.cells.map((cell) =>
    typeof cell.value === 'number' && cell.column > 2 ? { ...cell, formula: 'SUM(Z1:Z450)' } : cell,
  );
  inTime(withFirst({ cells, merges: first.merges.concat(merges) }));
});

test('cells of 32,767 characters', () => {
  for (const text of [
    'a'.repeat(32767),
    '1'.repeat(32767),
    'Từ 90% đến dưới 95%: 30 điểm; '.repeat(1100),
    'không có '.repeat(3600),
    '1/'.repeat(16000),
    '('.repeat(32767),
    ' '.repeat(32767),
    'điểm\n'.repeat(6000),
  ]) {
    const cells = first.cells.map((cell, index) => (index % 7 === 3 ? { ...cell, value: text.slice(0, 32767) } : cell));
    inTime(withFirst({ cells }));
  }
});

test('formulas that lead to each other', () => {
  const read = plain.criteria.flatMap((criterion) => criterion.items.map((item) => item.cells.observation ?? ''));
  const addresses = read.map((reference) => reference.slice(reference.lastIndexOf('!') + 1)).filter((address) => address !== '');
  expect(addresses.length).toBeGreaterThan(10);
  const [a, b, c, d] = addresses as [string, string, string, string];
  for (const formula of [
    `${a}+${b}*2-${c}/${d}`,
    `(${a}-${b})/${a}`,
    addresses.slice(0, 12).join('+'),
    `SUM(${a}:${addresses[addresses.length - 1] ?? a})`,
  ]) {
    const cells = first.cells.map((cell) =>
      addresses.includes(`${String.fromCharCode(65 + cell.column)}${cell.row + 1}`)
        ? { row: cell.row, column: cell.column, value: 7, formula }
        : cell,
    );
    expect(inTime(withFirst({ cells })).template.status).toBe('recognised');
  }
});

test('formulas that point outside a worksheet', () => {
  for (const formula of ['XFE1', 'A1048577', 'A0', "'không có'!ZZZ9999999", 'SUM(XFE1:XFE9)', 'ZZZ1/ZZZ2']) {
    inTime(withFirst({ cells: first.cells.map((cell) => (typeof cell.value === 'number' ? { ...cell, formula } : cell)) }));
  }
});

test('numbers far beyond points', () => {
  inTime(
    withFirst({
      cells: first.cells.map((cell, index) =>
        typeof cell.value === 'number' && index % 3 === 0 ? { ...cell, value: 1e15 + index } : cell,
      ),
    }),
  );
});

test('a mapping that names places outside the worksheet', () => {
  const table = {
    sheet: first.name,
    headerRows: [1e9, -3, 1.5, NaN],
    columns: { XFE: 'result', '': 'name', '3': 'rate' },
    criterionRows: { '9999999': 1, x: 2, '4': NaN },
    itemRows: { '0': '1.1', A: '1.2' },
  };
  for (const transposed of [false, true]) {
    for (const mapping of [{ tables: [{ ...table, transposed }] }, { tables: [null, 5, 'x'] }, { tables: 7 }, []]) {
      expect(brokenPromise(assess(sample, { mapping: mapping as never }))).toBeNull();
    }
  }
});

test('texts that begin like formulas stay texts', () => {
  const cells = first.cells.map((cell) =>
    typeof cell.value === 'string' && cell.row > 12 && cell.column > 3 ? { ...cell, value: `=${cell.value}` } : cell,
  );
  inTime(withFirst({ cells }));
});
