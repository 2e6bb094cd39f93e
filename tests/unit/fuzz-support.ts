import type { Assessment } from '../../core/assessment';
import { standardById } from '../../core/standards/registry';
import type { Cell, CellValue, Sheet, Workbook } from '../../core/workbook/workbook';

export interface Random {
  readonly below: (count: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly chance: (oneIn: number) => boolean;
}

/** The same seed draws the same numbers on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * count);
  };
  return { below, pick: (list) => list[below(list.length)] as never, chance: (oneIn) => below(oneIn) === 0 };
}

/** What officers, other programs and bad luck leave in cells. */
export const ODD_VALUES: readonly CellValue[] = [
  '',
  ' ',
  '-',
  '...',
  '?',
  'x',
  'X',
  '✓',
  'Có',
  'Không',
  'không phát sinh',
  'chưa có số liệu',
  'Đạt',
  '0',
  '0/0',
  '5/0',
  '0/5',
  '7/5',
  '-3/5',
  '12/13 (92,3%)',
  '1.234',
  '1,234',
  '1.234.567',
  '1 234',
  '12,5',
  '12.5',
  '12,5%',
  '12.5 %',
  '150%',
  '-5%',
  '99,999999999999999999%',
  '1/1.000',
  '2/100.000',
  '3‰',
  '98,5% (197/200)',
  '197/200 = 98,5%; 180/200',
  'Đạt 98% và 50%',
  '100',
  '100 điểm',
  '50đ',
  'từ 90% đến dưới 95%',
  'Dưới 90%: 0 điểm',
  '≥ 95%: 50 điểm; < 95%: 0 điểm',
  'Mỗi mô hình được 5 điểm, tối đa 20 điểm',
  'Tốt',
  'Khá',
  'Tiêu chí 3',
  '3.1',
  'IV',
  'a)',
  'Tổng cộng',
  'Cộng',
  '1e5',
  '1E+300',
  'Infinity',
  'NaN',
  '0x10',
  '٣',
  '½',
  '10²',
  '=1+1',
  '+84',
  '@user',
  "'",
  '"',
  '\\',
  '<b>',
  '&amp;',
  '\u0000',
  '\ud800',
  '😀',
  '\u202e12',
  'Ã¹',
  'TrÎ em',
  'a\nb\nc',
  '\t',
  '\u00a0',
  '2024',
  'Năm 2019',
  '01/11/2023',
  '31/12',
  0,
  1,
  -1,
  0.5,
  0.985,
  98.5,
  100,
  101,
  1000,
  1e15,
  1e16,
  1e300,
  -1e300,
  5e-324,
  0.1 + 0.2,
  1 / 3,
  45000,
  -0,
  true,
  false,
  { error: '#DIV/0!' },
  { error: '#REF!' },
  { error: '#N/A' },
  { error: '#VALUE!' },
  { error: '#NAME?' },
  { error: '' },
];

const FORMULAS = [
  'A1',
  'SUM(A1:A5)',
  "'Số liệu'!B3/'Số liệu'!B4",
  'E9/E9',
  '1/0',
  'IF(',
  'A1048577',
  'XFE1',
  "'không có'!A1",
  'SUM(',
  '((((((1))))))',
  'B2+B2*2',
  'ROUND(A1/B1*100,2)',
];

function replaced(sheet: Sheet, cells: readonly Cell[]): Sheet {
  const places = new Map<number, Cell>();
  for (const cell of cells) if (cell.row >= 0 && cell.column >= 0 && cell.column < 16384) places.set(cell.row * 16384 + cell.column, cell);
  return { ...sheet, cells: Array.from(places.values()).sort((a, b) => a.row - b.row || a.column - b.column) };
}

const MUTATIONS: readonly ((sheet: Sheet, random: Random, other: Sheet) => Sheet)[] = [
  (sheet, random) => {
    const at = random.below(sheet.cells.length);
    return replaced(
      sheet,
      sheet.cells.map((cell, index) => (index === at ? { row: cell.row, column: cell.column, value: random.pick(ODD_VALUES) } : cell)),
    );
  },
  (sheet, random) => {
    const column = random.pick(sheet.cells).column;
    return replaced(
      sheet,
      sheet.cells.map((cell) => (cell.column === column && random.chance(3) ? { ...cell, value: random.pick(ODD_VALUES) } : cell)),
    );
  },
  (sheet, random) => {
    const at = random.below(sheet.cells.length);
    return replaced(
      sheet,
      sheet.cells.map((cell, index) =>
        index === at ? { ...cell, formula: random.pick(FORMULAS), value: random.chance(2) ? null : cell.value } : cell,
      ),
    );
  },
  (sheet, random) => {
    const from = random.pick(sheet.cells).row;
    const by = random.pick([-1, 1, 2, 40]);
    return replaced(
      sheet,
      sheet.cells.map((cell) => (cell.row >= from ? { ...cell, row: cell.row + by } : cell)),
    );
  },
  (sheet, random) => {
    const from = random.pick(sheet.cells).column;
    const by = random.pick([-1, 1, 3]);
    return replaced(
      sheet,
      sheet.cells.map((cell) => (cell.column >= from ? { ...cell, column: cell.column + by } : cell)),
    );
  },
  (sheet, random) => {
    const row = random.pick(sheet.cells).row;
    return replaced(
      sheet,
      sheet.cells.filter((cell) => cell.row !== row),
    );
  },
  (sheet, random) => {
    const column = random.pick(sheet.cells).column;
    return replaced(
      sheet,
      sheet.cells.filter((cell) => cell.column !== column),
    );
  },
  (sheet, random) => {
    const [one, other] = [random.pick(sheet.cells).column, random.pick(sheet.cells).column];
    return replaced(
      sheet,
      sheet.cells.map((cell) =>
        cell.column === one ? { ...cell, column: other } : cell.column === other ? { ...cell, column: one } : cell,
      ),
    );
  },
  (sheet, random) => {
    const row = random.pick(sheet.cells).row;
    const below = random.pick(sheet.cells).row;
    return replaced(sheet, sheet.cells.concat(sheet.cells.filter((cell) => cell.row === row).map((cell) => ({ ...cell, row: below }))));
  },
  (sheet, random) => {
    const { row, column } = random.pick(sheet.cells);
    const merge = { top: row, left: column, bottom: row + random.below(6), right: column + random.below(4) };
    return { ...sheet, merges: [...sheet.merges, merge] };
  },
  (sheet) => ({ ...sheet, merges: [] }),
  (sheet, random) => ({ ...sheet, hiddenRows: [[random.below(30), 40]], hiddenColumns: [[random.below(6), 7]], hidden: random.chance(3) }),
  (sheet, random) => {
    const at = random.below(sheet.cells.length);
    return replaced(
      sheet,
      sheet.cells.map((cell, index) =>
        index === at
          ? { ...cell, note: String(random.pick(ODD_VALUES)), format: random.pick(['0%', '0.0%', '#,##0', 'dd/mm/yyyy', '@', ';;;', '']) }
          : cell,
      ),
    );
  },
  (sheet, _, other) => replaced(sheet, sheet.cells.concat(other.cells.map((cell) => ({ ...cell, row: cell.row + 200 })))),
  (sheet, random) => {
    const at = random.below(sheet.cells.length);
    const cut = (value: CellValue | null) => (typeof value === 'string' ? value.slice(0, random.below(value.length + 1)) : value);
    return replaced(
      sheet,
      sheet.cells.map((cell, index) => (index === at || random.chance(60) ? { ...cell, value: cut(cell.value) } : cell)),
    );
  },
];

/** A workbook with one to six things done to its sheets. */
export function mutate(workbook: Workbook, random: Random): Workbook {
  let sheets = workbook.sheets.slice();
  for (let left = 1 + random.below(6); left > 0; left -= 1) {
    const at = random.below(sheets.length);
    const sheet = sheets[at] as Sheet;
    if (sheet.cells.length === 0) continue;
    sheets[at] = random.pick(MUTATIONS)(sheet, random, random.pick(sheets));
  }
  if (random.chance(12)) sheets = sheets.slice(0, -1).concat(sheets.length > 1 ? [] : sheets);
  return { ...workbook, sheets };
}

const sum = (values: readonly number[]): number => Math.round(values.reduce((all, value) => all + value, 0) * 100) / 100;

/** What is wrong with an assessment whatever the workbook was; null where nothing is. */
export function brokenPromise(assessment: Assessment): string | null {
  const again = JSON.stringify(assessment);
  if (JSON.stringify(JSON.parse(again)) !== again) return 'does not survive JSON';
  if (/"[^"]*":null,"range":\[null|NaN|undefined/.test(again.replace(/\\"/g, '')) && /:\[null,|,null\]/.test(again))
    return 'a range without ends';
  const { criteria, total, verdict, standard } = assessment;
  for (const criterion of criteria) {
    for (const item of criterion.items) {
      const name = `item ${item.number}`;
      const [least, most] = item.range;
      if (!(least <= most) || least < 0) return `${name}: range ${least} to ${most}`;
      if (item.explanation === '') return `${name}: no reason`;
      if (item.points === null) continue;
      if (item.points !== least || item.points !== most) return `${name}: ${item.points} points outside its range ${least} to ${most}`;
      if (item.points < 0 || !Number.isFinite(item.points)) return `${name}: ${item.points} points`;
      if (item.observed === null) return `${name}: ${item.points} points from nothing (${item.explanation})`;
    }
    const name = `criterion ${criterion.number}`;
    if (!(criterion.range[0] <= criterion.range[1])) return `${name}: range`;
    const points = criterion.items.map((item) => item.points);
    if (criterion.points !== null) {
      if (points.some((each) => each === null)) return `${name}: decided beside an open item`;
      if (criterion.items.length > 0 && sum(points as number[]) !== criterion.points)
        return `${name}: ${criterion.points} is not the sum ${sum(points as number[])}`;
      if (criterion.range[0] !== criterion.points || criterion.range[1] !== criterion.points) return `${name}: decided with an open range`;
    }
  }
  if (total.points !== null && total.points !== sum(criteria.map((criterion) => criterion.points ?? NaN)))
    return `total ${total.points} is not the sum of the criteria`;
  if (total.range[0] !== sum(criteria.map((criterion) => criterion.range[0]))) return 'least total is not the sum of the criteria';
  // Before a sheet is chosen no range would say anything.
  const codes = assessment.template.questions.map((question) => question.code);
  if (criteria.length === 0 && (codes.includes('which-sheet') || codes.includes('which-rows')))
    return total.range[1] === 0 && verdict.status === 'undetermined' ? null : 'a total without a table';
  // What a missing criterion could give belongs to the total as well.
  const known = standard.id === null ? null : standardById(standard.id);
  const missing = (known?.criteria ?? []).filter(
    ({ number }) => number !== null && !criteria.some((criterion) => criterion.number === number),
  );
  const most = criteria.map((criterion) => criterion.range[1]).concat(missing.map(({ maxPoints }) => maxPoints?.value ?? 0));
  if (total.range[1] !== sum(most)) return `greatest total ${total.range[1]} is not the sum ${sum(most)}`;
  if (verdict.reasons.length === 0) return 'a verdict without a reason';
  return verdictAgainstRanges(assessment);
}

/** The verdict beside what the least and the greatest completion of the open ranges give: it can only rise with the points. */
function verdictAgainstRanges({ criteria, total, verdict, standard, workbook }: Assessment): string | null {
  if (verdict.status === 'undetermined') return null;
  const known = standard.id === null ? null : standardById(standard.id);
  const all = (known?.thresholds ?? []).map((threshold) => threshold.minPoints);
  const thresholds = total.threshold === null ? all : [total.threshold];
  if (thresholds.length === 0)
    return verdict.reasons.every((reason) => reason.code === 'zero-criterion') ? null : 'a verdict without a threshold';
  const noZero = known?.noZeroCriterion !== null && known !== null;
  const outcome = (end: 0 | 1, threshold: number): boolean =>
    total.range[end] >= threshold && !(noZero && criteria.some((criterion) => criterion.range[end] === 0));
  if (verdict.status === 'meets' && !thresholds.every((threshold) => outcome(0, threshold)))
    return `meets, though the least total is ${total.range[0]} (${workbook.unitClass ?? 'class unknown'})`;
  if (verdict.status === 'fails' && thresholds.some((threshold) => outcome(1, threshold)))
    return `fails, though the greatest total is ${total.range[1]}`;
  return null;
}
