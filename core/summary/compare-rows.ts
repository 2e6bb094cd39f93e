import type { Cell, Sheet } from '../workbook/workbook';
import { hashCell, hashRow } from './stamp';
import type { Stamp } from './stamp';
import { normaliseCell } from './normalise';

/** One cell that is not as it was written. Zero-based, as the sheet is now. */
export interface AlteredCell {
  readonly row: number;
  readonly column: number;
  readonly change: 'changed' | 'removed-row' | 'added-row';
}

/** What became of the stamped rows. */
export interface RowComparison {
  readonly altered: readonly AlteredCell[];
  /** Stamped row → row of the sheet as it is now, null where the row is gone. */
  readonly rowOf: readonly (number | null)[];
  /** How many stamped rows that held something stand there unchanged. */
  readonly intact: number;
  /** How many stamped rows hold something. */
  readonly written: number;
}

/** Beyond this many rows times rows the slow way of pairing is not taken. */
const MAXIMUM_PAIRS = 4000000;

/**
 * Compares a sheet with its stamp. Rows are paired by what they hold, so that a row put in, taken out or sorted elsewhere does not make every
 * row below it look altered; `left` and `bottom` are the stamp's place as it is now.
 */
export function compareRows(stamp: Stamp, sheet: Sheet, bottom: number, left: number): RowComparison {
  const grid = readGrid(sheet, bottom, left, stamp.columnCount);
  const handColumns = stamp.rows.map(() => new Set<number>());
  for (const mark of stamp.hand) handColumns[mark.row]?.add(mark.column);
  const blankHash = hashRow(new Array<string>(stamp.columnCount).fill(''));
  const placeholders = readPlaceholders(stamp, blankHash);
  const hashes = new Map<string, string>();
  const hashOf = (actual: number, stamped: number): string => {
    const mask = handColumns[stamped] as Set<number>;
    const key = `${actual}:${Array.from(mask).join(',')}`;
    const known = hashes.get(key);
    if (known !== undefined) return known;
    const hash = hashRow((grid[actual] as string[]).map((value, column) => (mask.has(column) ? '' : value)));
    hashes.set(key, hash);
    return hash;
  };
  const same = (stamped: number, actual: number): boolean => {
    const known = placeholders[stamped];
    if (!known) return hashOf(actual, stamped) === stamp.rows[stamped]?.hash;
    return known.every((digits, column) => digits === hashCell((grid[actual] as string[])[column] as string));
  };
  const rowOf = pairRows(stamp.rows.length, grid.length, same);
  const matched = rowOf.map((actual, stamped) => actual !== null && same(stamped, actual));
  pairLeftovers(rowOf, grid.length);
  const altered: AlteredCell[] = [];
  let intact = 0;
  let written = 0;
  stamp.rows.forEach((row, stamped) => {
    const holds = row.hash !== blankHash;
    if (holds) written++;
    if (matched[stamped]) {
      if (holds) intact++;
      return;
    }
    const actual = rowOf[stamped] ?? null;
    if (actual === null) {
      if (holds) altered.push({ row: left < 0 ? 0 : nearestRow(rowOf, stamped), column: left, change: 'removed-row' });
      return;
    }
    const mask = handColumns[stamped] as Set<number>;
    const values = grid[actual] as string[];
    const columns = placeholders[stamped]
      ? values.map((_, column) => column).filter((column) => !mask.has(column) && values[column] !== '')
      : changedColumns(row.cells, values, mask);
    for (const column of columns) altered.push({ row: actual, column: left + column, change: 'changed' });
  });
  altered.push(...addedRows(grid, rowOf, left));
  altered.sort((first, second) => first.row - second.row || first.column - second.column);
  return { altered, rowOf, intact, written };
}

/**
 * For each stamped row that holds nothing but what is the hand's, the digits of its placeholders by column; null for every other row. Outside the
 * hand's cells such a row is blank like many others: it is known again by the placeholders that still stand in it.
 */
function readPlaceholders(stamp: Stamp, blankHash: string): readonly (readonly string[] | null)[] {
  const placeholders = stamp.rows.map((): string[] | null => null);
  for (const mark of stamp.hand) {
    if (stamp.rows[mark.row]?.hash !== blankHash) continue;
    const known = placeholders[mark.row] ?? new Array<string>(stamp.columnCount).fill('');
    known[mark.column] = mark.placeholder;
    placeholders[mark.row] = known;
  }
  return placeholders;
}

/** The columns whose digits differ; where none is told apart, the row's first cell outside the hand's. */
function changedColumns(marks: readonly string[], values: readonly string[], mask: ReadonlySet<number>): number[] {
  const open = values.map((_, column) => column).filter((column) => !mask.has(column));
  const changed = marks.length === 0 ? [] : open.filter((column) => hashCell(values[column] as string) !== (marks[column] ?? ''));
  return changed.length > 0 ? changed : open.slice(0, 1);
}

function addedRows(grid: readonly string[][], rowOf: readonly (number | null)[], left: number): AlteredCell[] {
  const known = new Set(rowOf);
  const added: AlteredCell[] = [];
  grid.forEach((values, row) => {
    const column = values.findIndex((value) => value !== '');
    if (!known.has(row) && column >= 0) added.push({ row, column: left + column, change: 'added-row' });
  });
  return added;
}

function nearestRow(rowOf: readonly (number | null)[], stamped: number): number {
  for (let index = stamped + 1; index < rowOf.length; index++) {
    const actual = rowOf[index];
    if (actual !== null && actual !== undefined) return actual;
  }
  return rowOf.reduce<number>((last, actual) => Math.max(last, actual ?? 0), 0);
}

function readGrid(sheet: Sheet, bottom: number, left: number, columnCount: number): string[][] {
  const grid: string[][] = [];
  for (let row = 0; row < bottom; row++) grid.push(new Array<string>(columnCount).fill(''));
  for (const cell of sheet.cells as readonly Cell[]) {
    const column = cell.column - left;
    if (cell.row < bottom && column >= 0 && column < columnCount) (grid[cell.row] as string[])[column] = normaliseCell(cell);
  }
  return grid;
}

/** Pairs equal rows in order (longest common subsequence), then equal ones anywhere. */
function pairRows(stampedCount: number, actualCount: number, same: (stamped: number, actual: number) => boolean): (number | null)[] {
  const rowOf = new Array<number | null>(stampedCount).fill(null);
  const taken = new Set<number>();
  const pair = (stamped: number, actual: number): void => {
    rowOf[stamped] = actual;
    taken.add(actual);
  };
  let start = 0;
  while (start < stampedCount && start < actualCount && same(start, start)) {
    pair(start, start);
    start++;
  }
  let tail = 0;
  while (tail < stampedCount - start && tail < actualCount - start && same(stampedCount - 1 - tail, actualCount - 1 - tail)) {
    pair(stampedCount - 1 - tail, actualCount - 1 - tail);
    tail++;
  }
  const stampedEnd = stampedCount - tail;
  const actualEnd = actualCount - tail;
  if ((stampedEnd - start) * (actualEnd - start) <= MAXIMUM_PAIRS) pairInOrder(start, stampedEnd, actualEnd, same, pair);
  for (let stamped = start; stamped < stampedEnd; stamped++) {
    if (rowOf[stamped] !== null) continue;
    for (let actual = start; actual < actualEnd; actual++) {
      if (taken.has(actual) || !same(stamped, actual)) continue;
      pair(stamped, actual);
      break;
    }
  }
  return rowOf;
}

function pairInOrder(
  start: number,
  stampedEnd: number,
  actualEnd: number,
  same: (stamped: number, actual: number) => boolean,
  pair: (stamped: number, actual: number) => void,
): void {
  const height = stampedEnd - start;
  const width = actualEnd - start;
  const lengths = new Uint16Array((height + 1) * (width + 1));
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      const below = lengths[(i + 1) * (width + 1) + j] as number;
      const beside = lengths[i * (width + 1) + j + 1] as number;
      lengths[i * (width + 1) + j] = same(start + i, start + j)
        ? (lengths[(i + 1) * (width + 1) + j + 1] as number) + 1
        : Math.max(below, beside);
    }
  }
  for (let i = 0, j = 0; i < height && j < width;) {
    if (same(start + i, start + j)) pair(start + i++, start + j++);
    else if ((lengths[(i + 1) * (width + 1) + j] as number) >= (lengths[i * (width + 1) + j + 1] as number)) i++;
    else j++;
  }
}

/** Between two paired rows, the rows left over on either side belong together in their order: those were changed. */
function pairLeftovers(rowOf: (number | null)[], actualCount: number): void {
  const taken = new Set(rowOf);
  let previous = -1;
  for (let stamped = 0; stamped < rowOf.length; stamped++) {
    const actual = rowOf[stamped];
    if (actual !== null && actual !== undefined) {
      previous = actual;
      continue;
    }
    const candidate = previous + 1;
    if (candidate >= actualCount || taken.has(candidate)) continue;
    rowOf[stamped] = candidate;
    taken.add(candidate);
    previous = candidate;
  }
}
