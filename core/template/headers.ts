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

export const MOST_HEADER_ROWS = 3;
export const NAME_ROLES = new Set(['name', 'name-or-number', 'criterion']);
export const VALUE_ROLES = new Set([
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

/** True where a cell (0-based row and column) holds a number that can be a result or points; years are none. */
export function isNumeric(grid: Grid, row: number, column: number): boolean {
  const cell = grid.own(row, column);
  if (cell === null || cell.value === null) return false;
  if (typeof cell.value === 'number') return !(Number.isInteger(cell.value) && cell.value >= 2000 && cell.value <= 2100);
  return typeof cell.value === 'string' && /^\s*-?\d+([.,]\d+)*\s*%?\s*$/.test(cell.value) && !/^\s*20\d\d\s*$/.test(cell.value);
}

/** What column a heading's text announces, with a weight from 0 to 1; null where it announces none. */
export function readText(text: string): RoleReading | null {
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

export interface Candidate {
  readonly columns: HeaderColumn[];
  readonly strength: number;
  readonly distinct: number;
}

/** A title above a table, or the heading of one criterion's own table, is no header row. */
export function isTitleRow(grid: Grid, row: number): boolean {
  const columns = grid.columnsOf(row);
  if (columns.length < 2) return true;
  return columns.some((column) => {
    const { ordinal, rest } = readNumbering(grid.ownText(row, column));
    return ordinal !== null && ordinal.kind === 'criterion' && rest.length >= 8;
  });
}

/** False for a row that no heading of a table can have: with a number in it, or with a text too long for a heading. */
export function canBeHeader(grid: Grid, row: number): boolean {
  return grid.columnsOf(row).every((column) => grid.ownText(row, column).length <= 120 && !isNumeric(grid, row, column));
}

/**
 * Reads the rows `top` to `bottom` (0-based, inclusive) as one heading; null where they are no heading of a scoring table.
 * Each of the rows can be one (`canBeHeader`), and the first is no title (`isTitleRow`).
 */
export function tryHeader(grid: Grid, top: number, bottom: number): Candidate | null {
  const wanted = new Set<number>();
  let texts = 0;
  for (let row = top; row <= bottom; row++) {
    for (const column of grid.columnsOf(row)) {
      texts++;
      const merge = grid.merge(row, column);
      const right = merge === null ? column : Math.min(merge.right, column + 40);
      for (let at = column; at <= right; at++) wanted.add(at);
    }
  }
  if (texts < 2) return null;
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
