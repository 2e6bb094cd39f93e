import type { Cell, CellValue, TextRun } from '../core/workbook/workbook';
import { showText } from '../core/xlsx/cells';
import { DAYS_FROM_1904 } from '../core/xlsx/dates';
import { showsDate } from '../core/xlsx/number-formats';

/** One cell as Excel answers it, out of the four matrices of a range and its font. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly value: unknown;
  readonly formula: unknown;
  readonly format: unknown;
  readonly type: unknown;
  readonly font: RawFont;
}

/** null (or '' for a name) where the characters of the cell differ. Runs come with Excel's newest versions only. */
export interface RawFont {
  readonly name: string | null;
  readonly strikethrough: boolean | null;
  readonly runs?: readonly { readonly text?: string; readonly font?: { readonly name?: string; readonly strikethrough?: boolean } }[];
}

export interface CellSurroundings {
  readonly defaultFont: string | null;
  /** The workbook counts its dates from 1904. */
  readonly from1904: boolean;
}

/** A cell of the snapshot; `mixed` where its characters differ in font or strike-through and Excel did not say how. */
export interface ReadCell {
  readonly cell: Cell;
  readonly mixed: 'no' | 'font' | 'struck';
}

type Draft = { -readonly [field in keyof Cell]: Cell[field] };

function valueOf(raw: RawCell, format: string | undefined, from1904: boolean): CellValue {
  if (raw.type === 'Error') return { error: String(raw.value) };
  if (typeof raw.value === 'number') return from1904 && format !== undefined && showsDate(format) ? raw.value + DAYS_FROM_1904 : raw.value;
  return typeof raw.value === 'boolean' ? raw.value : String(raw.value);
}

/** Office.js answers constants in `formulas` as they are; a text that begins with `=` is a formula only where it differs from what it shows. */
function formulaOf(raw: RawCell): string | undefined {
  return typeof raw.formula === 'string' && raw.formula.charAt(0) === '=' && raw.formula !== raw.value ? raw.formula.slice(1) : undefined;
}

/**
 * A cell of a range as the snapshot holds it: without struck-through text, its font left out where it is the default one.
 * null for a blank cell and for one that is struck through as a whole.
 */
export function readCell(raw: RawCell, { defaultFont, from1904 }: CellSurroundings): ReadCell | null {
  const formula = formulaOf(raw);
  if ((raw.value === '' || raw.value === null || raw.value === undefined) && formula === undefined) return null;
  if (raw.font.strikethrough === true) return null;
  const format = typeof raw.format === 'string' && raw.format !== '' && !/^general$/i.test(raw.format) ? raw.format : undefined;
  const cell: Draft = { row: raw.row, column: raw.column, value: valueOf(raw, format, from1904) };
  if (formula !== undefined) cell.formula = formula;
  if (format !== undefined) cell.format = format;
  const { name } = raw.font;
  if (name && name !== defaultFont) cell.font = name;
  const uniform = Boolean(name) && raw.font.strikethrough === false;
  if (uniform || typeof cell.value !== 'string' || formula !== undefined) return { cell, mixed: 'no' };
  if (raw.font.runs === undefined || raw.font.runs.length === 0)
    return { cell, mixed: raw.font.strikethrough === null ? 'struck' : 'font' };
  return withRuns(cell, raw.font.runs, defaultFont);
}

function withRuns(cell: Draft, runs: NonNullable<RawFont['runs']>, defaultFont: string | null): ReadCell | null {
  const rich = runs.map((run) => ({
    text: run.text ?? '',
    font: run.font?.name || undefined,
    struck: run.font?.strikethrough === true,
    formatted: true,
  }));
  const shown = showText(rich, { format: cell.format, font: cell.font, struck: false, date: false }, defaultFont, false);
  if (shown === null || shown.value === '') return null;
  return { cell: withText(cell, shown.value, shown.font, shown.runs), mixed: 'no' };
}

/** The cell with another text, font and runs. */
export function withText(cell: Cell, value: string, font: string | undefined, runs: readonly TextRun[] | undefined): Cell {
  const { font: _font, runs: _runs, ...rest } = cell;
  return { ...rest, value, ...(font === undefined ? {} : { font }), ...(runs === undefined ? {} : { runs }) };
}
