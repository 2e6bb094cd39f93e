import type { SourceCell } from '../template/template';
import { collapse } from '../text/fold';
import { fromNumberOrNull, formatVietnamese, multiply, type Fraction } from '../text/fractions';
import { readNumberWord } from '../text/numbers';
import { rememberTexts } from '../text/remember';
import { isNoData } from '../text/words';
import { isCellError } from '../workbook/workbook';
import { followFormula, type FormulaMeaning } from './follow-formula';
import { readNumberFormat } from './number-format';
import type { ObservationContext } from './context';

/** What one cell holds, before its item's kind is looked at. */
export type CellReading =
  | { readonly type: 'blank' }
  | { readonly type: 'error'; readonly code: string }
  /** A dash alone, `chưa có số liệu`, a date. */
  | { readonly type: 'no-data'; readonly dash: boolean }
  | { readonly type: 'truth'; readonly value: boolean }
  | {
      readonly type: 'number';
      readonly value: Fraction;
      /** What the number is a share of by its format: 1 for a true percentage (0.985 shown as 98,5 %), 100 for a written sign, null where nothing says. */
      readonly per: number | null;
      /** Decimals as shown, in the unit in which the number is shown. */
      readonly decimals: number;
      readonly meaning: FormulaMeaning | null;
    }
  | { readonly type: 'text'; readonly text: string };

/** As many decimals as a spreadsheet's `General` format can show. */
const GENERAL_DECIMALS = 9;

function decimalsOf(value: number): number {
  const shown = String(value);
  const exponent = /e-(\d+)$/.exec(shown);
  if (exponent) return GENERAL_DECIMALS;
  const point = shown.indexOf('.');
  return point < 0 ? 0 : Math.min(shown.length - point - 1, GENERAL_DECIMALS);
}

const WORD_AND_FIGURES =
  /(^|[^\p{L}\p{M}\d])(\p{L}[\p{L}\p{M}]*(?: (?:mươi|mười|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín)){0,2}) ?\( ?(\d{1,2}) ?\)/giu;

/** `ba (03) mô hình` says the number twice: the figures stay where both agree. */
function withoutRepeatedWords(text: string): string {
  if (!/\( ?\d/.test(text)) return text;
  return text.replace(WORD_AND_FIGURES, (whole, lead: string, word: string, figures: string) =>
    readNumberWord(word) === Number(figures) ? `${lead}${figures}` : whole,
  );
}

/** Reads a cell. A number keeps what its format says about percentages; a formula is followed to its source cells. */
export function readCell(cell: SourceCell | null, context: ObservationContext): CellReading {
  const value = cell?.cell?.value;
  if (!cell || value === null || value === undefined) return { type: 'blank' };
  if (isCellError(value)) return { type: 'error', code: value.error };
  if (typeof value === 'boolean') return { type: 'truth', value };
  if (typeof value === 'number') {
    const meaning = cell.cell?.formula === undefined ? null : followFormula(cell, context.workbook, context.convention);
    const only = meaning?.type === 'value' && meaning.term.cells.length === 1 ? meaning.term.cells[0] : undefined;
    const target = only?.cell?.value === value ? only : undefined;
    // A reference shows the number as the cell it points to does, unless it has a format of its own.
    const format = readNumberFormat(cell.cell?.format ?? target?.cell?.format);
    const exact = fromNumberOrNull(value);
    if (format.kind === 'date' || !exact) return { type: 'no-data', dash: false };
    const per = format.kind === 'percent' ? 1 : format.kind === 'percent-sign' ? 100 : format.kind === 'per-mille-sign' ? 1000 : null;
    const decimals = format.decimals ?? decimalsOf(value);
    return { type: 'number', value: exact, per, decimals, meaning };
  }
  return readText(cell.text);
}

/** One cell is looked at from many sides. */
const readText = rememberTexts((shown): CellReading => {
  const text = withoutRepeatedWords(collapse(shown));
  if (text === '') return { type: 'blank' };
  const noData = isNoData(text);
  return noData ? { type: 'no-data', dash: noData === 'dash' } : { type: 'text', text };
});

/** Whether `readCell` gives `blank`, without following a formula for it. */
export function isBlankCell(cell: SourceCell | null): boolean {
  const value = cell?.cell?.value;
  if (!cell || value === null || value === undefined) return true;
  return typeof value === 'string' && readText(cell.text).type === 'blank';
}

/** The cell as the officer sees it: `13,5 %` for 0.135 in a percentage format. */
export function shownText(cell: SourceCell, context: ObservationContext): string {
  const reading = readCell(cell, context);
  if (reading.type === 'number' && reading.per === 1) {
    const hundredfold = multiply(reading.value, { numerator: 100, denominator: 1 });
    if (hundredfold) return `${formatVietnamese(hundredfold, reading.decimals)} %`;
  }
  if (reading.type === 'number') return formatVietnamese(reading.value, Math.max(reading.decimals, 2));
  return cell.text;
}
