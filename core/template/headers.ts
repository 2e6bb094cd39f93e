import { expandAbbreviations } from '../text/abbreviations';
import { fold } from '../text/fold';
import { readNumbering } from '../text/likeness';
import { readHeading } from './roles';
import type { RoleReading } from './roles';
import type { Grid } from './grid';
import type { SourceCell } from './template';

/** One heading: its words over all header rows, and what they may mean. */
export interface HeaderColumn {
  readonly column: number;
  readonly text: string;
  /** The lowest heading alone. */
  readonly own: string;
  readonly folded: string;
  readonly reading: RoleReading | null;
  /** A year in the heading (`Kết quả năm 2024`), null where none. */
  readonly year: number | null;
  readonly source: SourceCell;
}

/** A table's frame: where its header stands, which columns it has and which rows may belong to it (zero-based, in grid terms). */
export interface Frame {
  readonly grid: Grid;
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly columns: readonly HeaderColumn[];
  readonly left: number;
  readonly right: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Rows above the header, after the table before it: headings such as “Tiêu chí 3: …”. */
  readonly titleTop: number;
  readonly strength: number;
}

const MOST_HEADER_ROWS = 3;
const NAME_ROLES = new Set(['name', 'name-or-number', 'criterion']);
const VALUE_ROLES = new Set([
  'maximum',
  'rubric',
  'result',
  'self-score',
  'council-score',
  'rate',
  'numerator',
  'denominator',
  'quarter',
  'band',
  'points-off',
]);

/** A year heading or text: 2010 to 2099. */
export function yearIn(text: string): number | null {
  const match = /(?:^|[^\d/.,-])(20[1-9]\d)(?![\d/])/.exec(text);
  return match === null ? null : Number(match[1]);
}

function isNumeric(grid: Grid, row: number, column: number): boolean {
  const cell = grid.own(row, column);
  if (cell === null || cell.value === null) return false;
  if (typeof cell.value === 'number') return !(Number.isInteger(cell.value) && cell.value >= 2000 && cell.value <= 2100);
  return typeof cell.value === 'string' && /^\s*-?\d+([.,]\d+)*\s*%?\s*$/.test(cell.value) && !/^\s*20\d\d\s*$/.test(cell.value);
}

function readText(text: string): RoleReading | null {
  if (text === '') return null;
  if (/^\(?\s*%\s*\)?$/.test(text)) return { role: 'rate', weight: 0.9 };
  return readHeading(fold(expandAbbreviations(text)));
}

/** Reads the heading of one column from its texts, top row first. A child's own meaning counts before its parent's. */
function readColumn(texts: readonly string[]): RoleReading | null {
  const child = texts[texts.length - 1];
  if (child === undefined) return null;
  const own = readText(child);
  if (texts.length === 1) return own;
  const joined = readText(texts.join(' '));
  const parent = readText(texts.slice(0, -1).join(' '));
  const parentIsPoints = /\bdiem\b/.test(fold(texts.slice(0, -1).join(' ')));
  if (own === null) return joined || parent;
  if (own.weight < 0.85) return joined || own;
  if ((own.role === 'result' || own.role === 'numerator' || own.role === 'denominator' || own.role === 'name-or-number') && parentIsPoints)
    return joined || own;
  if (own.role === 'result' || own.role === 'name' || own.role === 'name-or-number')
    return joined !== null && joined.role !== 'note' ? joined : own;
  return own;
}

function headerTexts(grid: Grid, top: number, bottom: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const text = grid.text(row, column).replace(/\n/g, ' ');
    if (text !== '' && texts[texts.length - 1] !== text) texts.push(text);
  }
  return texts;
}

/** `1 2 3 …`, `(1) (2) (3)`, `A B 1 2 3=1/2`: the row of column numbers below a header. */
export function isNumberingRow(grid: Grid, row: number): boolean {
  const columns = grid.columnsOf(row);
  if (columns.length < 3) return false;
  let previous = 0;
  let counted = 0;
  for (const column of columns) {
    const text = grid.ownText(row, column).trim();
    if (/^\(?[A-H]\)?$/.test(text)) continue;
    const match = /^\(?(\d{1,2})\)?(\s*=.*)?$/.exec(text);
    if (match === null) return false;
    const number = Number(match[1]);
    if (number <= previous || number > previous + 3) return false;
    previous = number;
    counted++;
  }
  return counted >= 2;
}

/** The headings of the given header rows, whatever they say. */
export function readHeaderColumns(grid: Grid, top: number, bottom: number): HeaderColumn[] {
  const wanted = new Set<number>();
  for (let row = top; row <= bottom; row++) {
    for (const column of grid.columnsOf(row)) wanted.add(column);
  }
  return Array.from(wanted)
    .sort((a, b) => a - b)
    .map((column) => {
      const parts = headerTexts(grid, top, bottom, column);
      const text = parts.join(' ');
      return {
        column,
        text,
        own: parts[parts.length - 1] || '',
        folded: fold(text),
        reading: readColumn(parts),
        year: yearIn(text),
        source: grid.source(bottom, column),
      };
    });
}

/** A column that holds texts of its own below a heading that is merged over several. */
function ownsText(grid: Grid, bottom: number, column: number): boolean {
  let found = 0;
  for (const row of grid.filledRows) {
    if (row <= bottom) continue;
    if (row > bottom + 40) break;
    if (grid.ownText(row, column) !== '' && ++found >= 3) return true;
  }
  return false;
}

interface Candidate {
  readonly columns: HeaderColumn[];
  readonly strength: number;
  readonly distinct: number;
}

/** A title above a table, or the heading of one criterion's own table, is no header row. */
function isTitleRow(grid: Grid, row: number): boolean {
  const columns = grid.columnsOf(row);
  if (columns.length < 2) return true;
  return columns.some((column) => {
    const { ordinal, rest } = readNumbering(grid.ownText(row, column));
    return ordinal !== null && ordinal.kind === 'criterion' && rest.length >= 8;
  });
}

function tryHeader(grid: Grid, top: number, bottom: number): Candidate | null {
  if (isTitleRow(grid, top)) return null;
  const wanted = new Set<number>();
  let texts = 0;
  let long = 0;
  for (let row = top; row <= bottom; row++) {
    for (const column of grid.columnsOf(row)) {
      if (isNumeric(grid, row, column)) return null;
      texts++;
      if (grid.ownText(row, column).length > 120) long++;
      const merge = grid.merge(row, column);
      const right = merge === null ? column : Math.min(merge.right, column + 40);
      for (let at = column; at <= right; at++) wanted.add(at);
    }
  }
  if (texts < 2 || long > 0) return null;
  const columns: HeaderColumn[] = [];
  const best = new Map<string, number>();
  let unread = 0;
  for (const column of Array.from(wanted).sort((a, b) => a - b)) {
    const parts = headerTexts(grid, top, bottom, column);
    if (parts.length === 0) continue;
    const previous = columns[columns.length - 1];
    // A cell merged far down beside the header is a title of something else (in a table turned on its side: the sheet's title).
    const body = grid.merge(bottom, column);
    if (body !== null && body.bottom > bottom + 3) continue;
    // One merged heading over several columns without children of their own is one column (its first).
    const merge = grid.merge(bottom, column);
    const merged = previous !== undefined && merge !== null && merge.left < column && previous.text === parts.join(' ');
    if (merged && !ownsText(grid, bottom, column)) continue;
    const reading = readColumn(parts);
    const text = parts.join(' ');
    if (reading === null) unread++;
    else if (reading.role !== 'note') best.set(reading.role, Math.max(best.get(reading.role) || 0, reading.weight));
    columns.push({
      column,
      text,
      own: parts[parts.length - 1] as string,
      folded: fold(text),
      reading,
      year: yearIn(text),
      source: grid.source(bottom, column),
    });
  }
  let strength = 0;
  for (const weight of best.values()) strength += weight;
  const roles = Array.from(best.keys());
  const named = roles.some((role) => NAME_ROLES.has(role)) || (best.has('number') && columns.length >= 3);
  const valued = roles.some((role) => VALUE_ROLES.has(role));
  if (!named || !valued || unread > columns.length / 2) return null;
  return { columns, strength: strength - (bottom - top) * 0.25, distinct: best.size };
}

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

function endsTable(grid: Grid, row: number, left: number, right: number): boolean {
  for (const column of grid.columnsOf(row)) {
    if (column < left || column > right) continue;
    const text = grid.folded(row, column);
    if (text.length < 90 && END_OF_TABLE.test(text)) return true;
  }
  return false;
}

/** Finds the frames of all tables of a sheet, in reading order. */
export function findFrames(grid: Grid): Frame[] {
  const found: { top: number; bottom: number; candidate: Candidate }[] = [];
  const rows = grid.filledRows;
  for (let index = 0; index < rows.length; index++) {
    const top = rows[index] as number;
    let chosen: { bottom: number; candidate: Candidate } | null = null;
    for (let depth = 0; depth < MOST_HEADER_ROWS && index + depth < rows.length; depth++) {
      const bottom = rows[index + depth] as number;
      if (bottom > top + MOST_HEADER_ROWS) break;
      if (depth > 0 && isNumberingRow(grid, bottom)) break;
      // A further header row stands below a heading that is merged, either down over it or across its columns.
      if (depth > 0 && !continuesHeader(grid, top, rows[index + depth - 1] as number, bottom)) break;
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
