import { fold } from '../text/fold';
import { rememberTexts } from '../text/remember';
import type { Grid } from './grid';
import {
  canBeHeader,
  isNumberingRow,
  isNumeric,
  isTitleRow,
  MOST_HEADER_ROWS,
  NAME_ROLES,
  readText,
  tryHeader,
  VALUE_ROLES,
} from './headers';
import type { Candidate, Frame, HeaderColumn } from './headers';

/** Splits a header whose columns repeat (tables side by side) into one list for each table. */
function splitSideBySide(columns: readonly HeaderColumn[]): HeaderColumn[][] {
  const parts: HeaderColumn[][] = [];
  let current: HeaderColumn[] = [];
  const has = (roles: Set<string>): boolean => current.some((column) => column.reading !== null && roles.has(column.reading.role));
  for (const column of columns) {
    const role = column.reading === null ? '' : column.reading.role;
    const starts = role === 'number' || NAME_ROLES.has(role);
    if (starts && has(VALUE_ROLES) && (has(NAME_ROLES) || current.some((each) => each.reading?.role === 'number'))) {
      parts.push(current);
      current = [];
    }
    current.push(column);
  }
  if (current.length > 0) parts.push(current);
  return parts.length > 1 &&
    parts.every((part, index) => part.length >= 2 && (index === 0 || standsApart(parts[index - 1] as HeaderColumn[], part)))
    ? parts
    : [columns.slice()];
}

/** Two stretches of headings are tables of their own where a blank column parts them, or where the second repeats the first's roles. */
function standsApart(before: readonly HeaderColumn[], after: readonly HeaderColumn[]): boolean {
  const gap = (after[0] as HeaderColumn).column - (before[before.length - 1] as HeaderColumn).column > 1;
  const rolesOf = (part: readonly HeaderColumn[]): string[] =>
    part
      .map((column) => (column.reading === null ? '' : column.reading.role))
      .filter((role) => role !== '' && role !== 'number' && !NAME_ROLES.has(role));
  const first = new Set(rolesOf(before));
  const second = rolesOf(after);
  const shared = second.filter((role) => first.has(role)).length;
  return gap || shared >= 2 || (shared > 0 && shared === second.length && shared === first.size);
}

const END_OF_TABLE =
  /^(nguoi (lap|tong hop)|can bo (lap|tong hop)|tm |thay mat|noi nhan|chu tich|pho chu tich|kt chu tich|thu truong|xac nhan cua|.{0,40}ngay( \d+)? thang( \d+)? nam( 20\d\d)?$)/;

/** `TM …` */
const SHORTEST_END = 4;

const isEnd = rememberTexts((text) => {
  const folded = fold(text);
  return folded.length < 90 && END_OF_TABLE.test(folded);
});

function endsTable(grid: Grid, row: number, left: number, right: number): boolean {
  return grid.columnsOf(row).some((column) => {
    if (column < left || column > right) return false;
    const text = grid.text(row, column);
    return text.length >= SHORTEST_END && isEnd(text);
  });
}

/** Finds the frames of all tables of a sheet, in reading order. */
export function findFrames(grid: Grid): Frame[] {
  const found: { top: number; bottom: number; candidate: Candidate }[] = [];
  const rows = grid.filledRows;
  for (let index = 0; index < rows.length; index++) {
    const top = rows[index] as number;
    if (!canBeHeader(grid, top) || isTitleRow(grid, top)) continue;
    let chosen: { bottom: number; candidate: Candidate } | null = null;
    for (let depth = 0; depth < MOST_HEADER_ROWS && index + depth < rows.length; depth++) {
      const bottom = rows[index + depth] as number;
      if (bottom > top + MOST_HEADER_ROWS) break;
      if (depth > 0 && isNumberingRow(grid, bottom)) break;
      // A further header row stands below a heading that is merged, either down over it or across its columns.
      if (depth > 0 && !continuesHeader(grid, top, rows[index + depth - 1] as number, bottom)) break;
      if (depth > 0 && !canBeHeader(grid, bottom)) break;
      const candidate = tryHeader(grid, top, bottom);
      if (candidate === null) continue;
      if (candidate.distinct < 3 && !(candidate.distinct === 2 && candidate.columns.every((column) => column.reading !== null))) continue;
      if (chosen === null || candidate.strength >= chosen.candidate.strength || mergedDown(grid, top, bottom))
        chosen = { bottom, candidate };
    }
    if (chosen === null) continue;
    found.push({ top, bottom: chosen.bottom, candidate: chosen.candidate });
    while (index + 1 < rows.length && (rows[index + 1] as number) <= chosen.bottom) index++;
  }
  return toFrames(grid, found);
}

function mergedDown(grid: Grid, top: number, bottom: number): boolean {
  return grid.columnsOf(top).some((column) => {
    const merge = grid.merge(top, column);
    return merge !== null && merge.bottom >= bottom;
  });
}

function continuesHeader(grid: Grid, top: number, above: number, row: number): boolean {
  for (let from = top; from <= above; from++) {
    for (const column of grid.columnsOf(from)) {
      const merge = grid.merge(from, column);
      if (merge === null || merge.top !== from) continue;
      if (merge.bottom >= row) return true;
      if (merge.right > merge.left && grid.columnsOf(row).some((child) => child >= merge.left && child <= merge.right)) return true;
    }
  }
  // Unmerged two-line headings: the lower line fills only columns that say nothing, or a group, above.
  const upper = grid.columnsOf(top).length;
  const lower = grid.columnsOf(row);
  return (
    upper >= 2 &&
    lower.length >= 2 &&
    lower.every((column) => grid.ownText(row, column).length <= 40 && readText(grid.ownText(row, column)) !== null)
  );
}

/** The row before the headings that stand above the next table's header. */
function lastRowBefore(grid: Grid, top: number, firstRow: number): number {
  let last = top - 1;
  for (let row = top - 1; row >= firstRow; row--) {
    const columns = grid.columnsOf(row);
    if (!isTitleRow(grid, row) || columns.some((column) => isNumeric(grid, row, column))) break;
    last = row - 1;
  }
  return last;
}

function toFrames(grid: Grid, found: readonly { top: number; bottom: number; candidate: Candidate }[]): Frame[] {
  const frames: Frame[] = [];
  const lastFilled = grid.filledRows.length === 0 ? 0 : (grid.filledRows[grid.filledRows.length - 1] as number);
  let titleTop = 0;
  found.forEach((entry, index) => {
    const next = found[index + 1];
    let firstRow = entry.bottom + 1;
    const firstFilled = grid.filledRows.find((row) => row > entry.bottom);
    if (firstFilled !== undefined && isNumberingRow(grid, firstFilled)) firstRow = firstFilled + 1;
    const leftmost = (entry.candidate.columns[0] as HeaderColumn).column;
    const rightmost = (entry.candidate.columns[entry.candidate.columns.length - 1] as HeaderColumn).column;
    let lastRow = next === undefined ? lastFilled : lastRowBefore(grid, next.top, firstRow);
    for (const row of grid.filledRows) {
      if (row < firstRow || row > lastRow) continue;
      if (endsTable(grid, row, leftmost, rightmost)) {
        lastRow = row - 1;
        break;
      }
    }
    for (const columns of splitSideBySide(entry.candidate.columns)) {
      const left = (columns[0] as HeaderColumn).column;
      const right = (columns[columns.length - 1] as HeaderColumn).column;
      frames.push({
        grid,
        headerTop: entry.top,
        headerBottom: entry.bottom,
        columns,
        left,
        right,
        firstRow,
        lastRow,
        titleTop,
        strength: entry.candidate.strength,
      });
    }
    titleTop = lastRow + 1;
  });
  return frames;
}
