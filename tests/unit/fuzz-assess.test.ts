import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../core/assess';
import { columnRoles, type Mapping } from '../../core/assessment';
import type { Workbook } from '../../core/workbook/workbook';
import { readXlsx } from '../../core/xlsx/read';
import { brokenPromise, mutate, ODD_VALUES, seeded, type Random } from './fuzz-support';

/** More runs by hand: FUZZ_RUNS=20000 npx jest -c tests/jest.config.cjs tests/unit/fuzz-assess */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 1000);
const FIRST = Number(process.env['FUZZ_FIRST'] ?? 1);
const samples = join(__dirname, '..', 'samples');

const workbooks: readonly Workbook[] = readdirSync(samples)
  .filter((name) => name.endsWith('.xlsx') && !name.includes('khong-doc-duoc') && statSync(join(samples, name)).size < 40000)
  .map((name) => readXlsx(new Uint8Array(readFileSync(join(samples, name))), { file: name }));

function run(seed: number, workbook: Workbook, options: Parameters<typeof assess>[1] = {}): string | null {
  try {
    const problem = brokenPromise(assess(workbook, options));
    return problem === null ? null : `seed ${seed}, ${workbook.file ?? ''}: ${problem}`;
  } catch (error) {
    return `seed ${seed}, ${workbook.file ?? ''}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

function problems(first: number, count: number, attempt: (seed: number) => string | null): string[] {
  const found: string[] = [];
  for (let seed = first; seed < first + count && found.length < 20; seed += 1) {
    const problem = attempt(seed);
    if (problem !== null) found.push(problem);
  }
  return found;
}

function mutated(seed: number): string | null {
  const random = seeded(seed);
  return run(seed, mutate(random.pick(workbooks), random));
}

function oddMapping(workbook: Workbook, random: Random): Mapping {
  const recognised = assess(workbook).template.mapping as unknown as { tables: Record<string, unknown>[] } | null;
  const copy = JSON.parse(JSON.stringify(recognised ?? { tables: [] })) as { tables: Record<string, Record<string, unknown>>[] };
  for (const table of copy.tables) {
    for (let left = random.below(4); left > 0; left -= 1) {
      const part = random.pick(['columns', 'criterionRows', 'itemRows', 'headerRows', 'sheet', 'drop'] as const);
      if (part === 'columns')
        (table['columns'] ??= {})[random.pick(['A', 'B', 'C', 'D', 'E', 'F', 'ZZ', 'XFE', ''])] = random.pick(columnRoles);
      else if (part === 'criterionRows') (table['criterionRows'] ??= {})[String(random.below(80))] = random.below(16);
      else if (part === 'itemRows') (table['itemRows'] ??= {})[String(random.below(80))] = random.pick([null, '1.1', '3.9', '99.1', 'x']);
      else if (part === 'headerRows') Object.assign(table, { headerRows: random.pick([[], [1], [random.below(20)], [-3], [1e9]]) });
      else if (part === 'sheet') Object.assign(table, { sheet: random.pick(['không có', '', workbook.sheets[0]?.name ?? '']) });
      else delete table[random.pick(['columns', 'criterionRows', 'itemRows', 'headerRows'])];
    }
  }
  return copy as unknown as Mapping;
}

test('mutated cells, rows, columns and merges: no crash, and no promise of the contract is broken', () => {
  expect(workbooks.length).toBeGreaterThan(20);
  expect(problems(FIRST, RUNS, mutated)).toEqual([]);
}, 3600000);

test('mutated mappings', () => {
  const attempt = (seed: number): string | null => {
    const random = seeded(seed + 5000000);
    const workbook = random.pick(workbooks);
    return run(seed, random.chance(2) ? mutate(workbook, random) : workbook, { mapping: oddMapping(workbook, random) });
  };
  expect(problems(FIRST, Math.ceil(RUNS / 7), attempt)).toEqual([]);
}, 3600000);

test('mutated scales of every item', () => {
  const words = [
    'từ',
    'đến',
    'dưới',
    'trên',
    'trở lên',
    'điểm',
    'đạt',
    'không',
    'có',
    'mỗi',
    'tối đa',
    'trừ',
    'thì',
    'được',
    '≥',
    '<',
    '–',
    ':',
    ';',
    '\n',
    '%',
    '‰',
    '/1.000',
    '90',
    '95',
    '100',
    '50',
    '12,5',
    '0',
    '1',
    'giảm',
    'so với năm trước',
    'Tốt',
    'Khá',
    'miền núi',
    '(',
    ')',
    ',',
    '.',
  ];
  const attempt = (seed: number): string | null => {
    const random = seeded(seed + 9000000);
    const workbook = random.pick(workbooks);
    const text = (): string => Array.from({ length: 1 + random.below(24) }, () => random.pick(words)).join(random.pick([' ', '', ' ']));
    const sheets = workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        typeof cell.value === 'string' && /điểm/.test(cell.value) && !random.chance(3) ? { ...cell, value: text() } : cell,
      ),
    }));
    return run(seed, { ...workbook, sheets });
  };
  expect(problems(FIRST, Math.ceil(RUNS / 3), attempt)).toEqual([]);
}, 3600000);

test('every odd value in every result of a workbook', () => {
  const workbook = workbooks[0] as Workbook;
  const results = assess(workbook).criteria.flatMap((criterion) => criterion.items.map((item) => item.cells.observation));
  const found = ODD_VALUES.map((value, index) => {
    const sheets = workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        results.some((reference) => reference?.endsWith(`!${String.fromCharCode(65 + cell.column)}${cell.row + 1}`))
          ? { row: cell.row, column: cell.column, value }
          : cell,
      ),
    }));
    return run(index, { ...workbook, sheets });
  });
  expect(found.filter((problem) => problem !== null)).toEqual([]);
});
