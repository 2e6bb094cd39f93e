import type { Cell, CellValue, TextRun } from '../workbook/workbook';
import type { RichText } from './strings';
import type { CellStyle } from './styles';

/** A cell while it is being put together. */
export type CellDraft = { -readonly [field in keyof Cell]: Cell[field] };

/** A text as the snapshot holds it: without what is struck through, its fonts told apart only where they differ. */
export interface ShownText {
  readonly value: string;
  /** The font of the whole text, undefined where it is the workbook's default font. */
  readonly font: string | undefined;
  readonly runs: readonly TextRun[] | undefined;
}

/** What of a text is shown in a cell of that style; null where all of it is struck through (unless `keepStruck`). */
export function showText(text: RichText, style: CellStyle, defaultFont: string | null, keepStruck: boolean): ShownText | null {
  if (typeof text === 'string') return style.struck && !keepStruck ? null : { value: text, font: style.font, runs: undefined };
  const cellFont = style.font || defaultFont || undefined;
  const runs: { text: string; font?: string }[] = [];
  let value = '';
  for (const run of text) {
    if (run.text === '' || (!keepStruck && (run.formatted ? run.struck : style.struck))) continue;
    const font = run.font || cellFont;
    const previous = runs[runs.length - 1];
    if (previous && previous.font === font) previous.text += run.text;
    else runs.push(font === undefined ? { text: run.text } : { text: run.text, font });
    value += run.text;
  }
  const first = runs[0];
  if (!first) return style.struck || text.some((run) => run.text !== '') ? null : { value: '', font: style.font, runs: undefined };
  return { value, font: first.font === defaultFont || runs.length > 1 ? style.font : first.font, runs: runs.length > 1 ? runs : undefined };
}

/** Puts a cell together, leaving out what is unsaid. */
export function draftCell(row: number, column: number, value: CellValue | null, style: CellStyle, formula: string | undefined): CellDraft {
  const cell: CellDraft = { row, column, value };
  if (formula !== undefined) cell.formula = formula;
  if (style.format !== undefined) cell.format = style.format;
  if (style.font !== undefined) cell.font = style.font;
  return cell;
}
