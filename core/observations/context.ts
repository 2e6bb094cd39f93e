import type { Rubric } from '../rubric/rubric';
import type { SourceCell, TemplateItem } from '../template/template';
import { compare, fraction, fromNumberOrNull, isZero } from '../text/fractions';
import type { NumberConvention } from '../text/numbers';
import type { Workbook } from '../workbook/workbook';
import { readNumberFormat } from './number-format';

/** How the percentages of one column are written. */
export interface ColumnRates {
  /** Numbers between 0 and 1: shares (0.985), by reference of their cell. */
  readonly shares: readonly string[];
  /** Numbers above 1: hundredths (98.5). */
  readonly hundredths: readonly string[];
  /** Texts that are no more than a percentage. */
  readonly texts: readonly string[];
}

/** By column: `sheet` and column index joined by a line break. */
export type RateEvidence = ReadonlyMap<string, ColumnRates>;

/** What a reading may rest on besides the item itself. */
export interface ObservationContext {
  readonly workbook: Workbook;
  /** The workbook's decimal sign, from the template's texts. */
  readonly convention: NumberConvention;
  readonly rates: RateEvidence;
  /** The year assessed, where it is known: of two years in one text it is the one that counts. */
  readonly year?: number | null;
}

/** The key of a cell's column in the evidence. */
export function columnKey(cell: SourceCell): string {
  return `${cell.location.sheet}\n${cell.location.column}`;
}

/**
 * How each column writes its percentages (0.985 or 98.5, numbers or texts), from the result and rate cells of the percentage items.
 * `rubrics` stand in the order of `items`.
 */
export function collectRateEvidence(items: readonly TemplateItem[], rubrics: readonly Rubric[]): RateEvidence {
  const columns = new Map<string, { shares: string[]; hundredths: string[]; texts: string[] }>();
  items.forEach((item, index) => {
    const kind = rubrics[index]?.kind;
    if (kind !== 'percentage' && kind !== 'proportional') return;
    for (const cell of [item.result, item.rate]) {
      const value = cell?.cell?.value;
      if (!cell || value === null || value === undefined) continue;
      const key = columnKey(cell);
      const column = columns.get(key) ?? { shares: [], hundredths: [], texts: [] };
      columns.set(key, column);
      if (typeof value === 'string') {
        if (/^\s*\d+(?:[.,]\d+)?\s*%\s*$/.test(cell.text)) column.texts.push(cell.reference);
        continue;
      }
      if (typeof value !== 'number') continue;
      const exact = fromNumberOrNull(value);
      if (!exact || isZero(exact)) continue;
      const format = readNumberFormat(cell.cell?.format).kind;
      const share = format === 'percent' || (format === 'plain' && compare(exact, fraction(1)) < 0);
      if (share) column.shares.push(cell.reference);
      else if (compare(exact, fraction(1)) > 0) column.hundredths.push(cell.reference);
    }
  });
  return columns;
}
