/**
 * The snapshot that every host hands in: plain data, no host objects, safe to send through JSON.
 * Rows and columns are zero-based everywhere in the core; A1 references appear only at its edges.
 */

/** An error value of a spreadsheet cell, e.g. `{ error: '#DIV/0!' }`. */
export interface CellError {
  readonly error: string;
}

/** What a cell shows: text, a number (dates as serial numbers of the 1900 system), a truth value or an error. */
export type CellValue = string | number | boolean | CellError;

/** A stretch of a rich text that has a font of its own. Struck-through runs are never in the snapshot. */
export interface TextRun {
  readonly text: string;
  readonly font?: string;
}

/** One cell that holds something (a value, a formula or a note). Blank cells are left out of a snapshot. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  /** The value; for a formula the cached result. null where there is only a note, or a formula without a result. */
  readonly value: CellValue | null;
  /** The formula without its leading `=`. */
  readonly formula?: string;
  /** The number format code, left out for `General`. */
  readonly format?: string;
  /** The font's name, left out where it is the workbook's default font. */
  readonly font?: string;
  /** Only where a rich text mixes fonts: its runs; their texts joined are `value`. */
  readonly runs?: readonly TextRun[];
  /** The text of the cell's comments and notes, joined by line breaks. */
  readonly note?: string;
}

/** A rectangle of cells, zero-based, both ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A stretch of rows or columns, zero-based, both ends included. */
export type Span = readonly [first: number, last: number];

/** One worksheet. Chart, dialog and macro sheets are not in a snapshot. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** In reading order: by row, then by column; no two cells share a place. */
  readonly cells: readonly Cell[];
  readonly merges: readonly CellRange[];
  /** Hidden and filtered-out rows, in order. */
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
}

/** A workbook as read by a host. */
export interface Workbook {
  /** The file's name without its folder, null where the host has none. */
  readonly file: string | null;
  /** The workbook's default font, e.g. `.VnTime`; null where unknown. */
  readonly defaultFont: string | null;
  /** Set where a host could not ask of every row and column that is read whether it is hidden: the result says so. */
  readonly hidingUnchecked?: true;
  readonly sheets: readonly Sheet[];
}

/** The place of a cell: the sheet's name and zero-based row and column. */
export interface CellLocation {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** True for an error value. */
export function isCellError(value: CellValue | null | undefined): value is CellError {
  return typeof value === 'object' && value !== null && typeof value.error === 'string';
}
