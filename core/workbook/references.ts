import type { CellLocation, CellRange } from './workbook';

/** The rows of a worksheet (Excel 2007 and later). */
export const MAXIMUM_ROWS = 1048576;

/** The columns of a worksheet (Excel 2007 and later). */
export const MAXIMUM_COLUMNS = 16384;

const knownNames: string[] = [];

/**
 * The letters of a zero-based column: 0 → `A`, 25 → `Z`, 26 → `AA`, 16383 → `XFD`.
 * Throws a RangeError outside a worksheet's columns.
 */
export function columnName(index: number): string {
  if (!Number.isInteger(index) || index < 0 || index >= MAXIMUM_COLUMNS) throw new RangeError(`column ${index}`);
  const known = knownNames[index];
  if (known !== undefined) return known;
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  knownNames[index] = name;
  return name;
}

/** The zero-based column of its letters, in either case: `A` → 0, `xfd` → 16383; null where they name no column. */
export function columnIndex(name: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return null;
  let index = 0;
  for (let position = 0; position < name.length; position++) {
    index = index * 26 + (name.charCodeAt(position) & 31);
  }
  return index <= MAXIMUM_COLUMNS ? index - 1 : null;
}

/** The address of a zero-based place without its sheet: (8, 4) → `E9`. Throws a RangeError outside a worksheet. */
export function formatAddress(row: number, column: number): string {
  if (!Number.isInteger(row) || row < 0 || row >= MAXIMUM_ROWS) throw new RangeError(`row ${row}`);
  return columnName(column) + (row + 1);
}

/** A sheet's name as it stands in a reference: always between apostrophes, its own apostrophes doubled. */
export function quoteSheetName(name: string): string {
  return name.indexOf("'") < 0 ? `'${name}'` : `'${name.replace(/'/g, "''")}'`;
}

/** A full reference: `{ sheet: 'Chấm điểm', row: 8, column: 4 }` → `'Chấm điểm'!E9`. */
export function formatReference(location: CellLocation): string {
  return `${quoteSheetName(location.sheet)}!${formatAddress(location.row, location.column)}`;
}

/** A rectangle as an address: one cell `E9`, more of them `B2:D5`. */
export function formatRange(range: CellRange): string {
  const first = formatAddress(range.top, range.left);
  return range.top === range.bottom && range.left === range.right ? first : `${first}:${formatAddress(range.bottom, range.right)}`;
}

/** The zero-based place of an address without a sheet, `$` allowed (`$E$9`); null where it is none or lies outside a worksheet. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(address);
  if (!match) return null;
  const column = columnIndex(match[1] as string);
  const row = Number(match[2]) - 1;
  return column === null || row >= MAXIMUM_ROWS ? null : { row, column };
}

/**
 * The place that a full reference names: `'Chấm điểm'!E9`, `Sheet1!$E$9`; null where it is no reference to one cell.
 * What `formatReference` wrote is read back unchanged, whatever the sheet's name.
 */
export function parseReference(reference: string): CellLocation | null {
  const split = reference.lastIndexOf('!');
  if (split < 1) return null;
  const place = parseAddress(reference.slice(split + 1));
  const sheet = readSheetName(reference.slice(0, split));
  return place === null || sheet === null ? null : { sheet, row: place.row, column: place.column };
}

/**
 * The rectangle of an address: `B2:D5`, `E9`, whole columns `A:C`, whole rows `2:4`; corners in any order, `$` allowed.
 * null where it is none or lies outside a worksheet.
 */
export function parseRange(range: string): CellRange | null {
  const colon = range.indexOf(':');
  const first = colon < 0 ? range : range.slice(0, colon);
  const second = colon < 0 ? range : range.slice(colon + 1);
  const start = parseAddress(first);
  const end = parseAddress(second);
  if (start && end) return orderRange(start.row, start.column, end.row, end.column);
  if (colon < 0) return null;
  const left = columnIndex(first.replace('$', ''));
  const right = columnIndex(second.replace('$', ''));
  if (left !== null && right !== null) return orderRange(0, left, MAXIMUM_ROWS - 1, right);
  const top = readRowNumber(first);
  const bottom = readRowNumber(second);
  return top !== null && bottom !== null ? orderRange(top, 0, bottom, MAXIMUM_COLUMNS - 1) : null;
}

function orderRange(row: number, column: number, otherRow: number, otherColumn: number): CellRange {
  return {
    top: Math.min(row, otherRow),
    left: Math.min(column, otherColumn),
    bottom: Math.max(row, otherRow),
    right: Math.max(column, otherColumn),
  };
}

function readRowNumber(text: string): number | null {
  const match = /^\$?([1-9][0-9]{0,6})$/.exec(text);
  if (!match) return null;
  const row = Number(match[1]) - 1;
  return row < MAXIMUM_ROWS ? row : null;
}

function readSheetName(text: string): string | null {
  if (!text.startsWith("'")) return text.includes("'") ? null : text;
  if (text.length < 3 || !text.endsWith("'")) return null;
  const inner = text.slice(1, -1);
  return inner.replace(/''/g, '').includes("'") ? null : inner.replace(/''/g, "'");
}
