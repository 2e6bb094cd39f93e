import type { SourceCell } from '../template/template';
import { compare, fromNumberOrNull, type Fraction } from '../text/fractions';

/** Points in hundredths as plain decimals with at most two places: 4595 → 45.95. */
export function toPoints(hundredths: number): number {
  return Math.round(hundredths) / 100;
}

/** Points in hundredths as shown to the officer: 4595 → `45,95`, 5000 → `50`. */
export function showPoints(hundredths: number): string {
  return String(toPoints(hundredths)).replace('.', ',');
}

/** Rounds an exact number of hundredths half up, once; `rounded` tells whether anything was left out. */
export function roundHundredths(hundredths: Fraction): { readonly points: number; readonly rounded: boolean } {
  const whole = Math.floor(hundredths.numerator / hundredths.denominator);
  const rest = hundredths.numerator - whole * hundredths.denominator;
  if (rest === 0) return { points: whole, rounded: false };
  const half = compare({ numerator: rest, denominator: hundredths.denominator }, { numerator: 1, denominator: 2 });
  return { points: half >= 0 ? whole + 1 : whole, rounded: true };
}

/** Far above every scale; sums of hundredths stay exact below it. */
const BEYOND_POINTS = 1e9;

/**
 * The points that a cell states, in hundredths; null where it is blank or no plain number of points (`x`, an error, `15/20`).
 * A dot or comma before exactly three digits separates thousands: points have at most two decimals.
 */
export function readPoints(cell: SourceCell | null): number | null {
  const value = cell?.cell?.value;
  if (!cell || value === null || value === undefined || typeof value === 'boolean') return null;
  if (typeof value === 'number') {
    const exact = fromNumberOrNull(value);
    return exact && Math.abs(value) <= BEYOND_POINTS ? Math.round((exact.numerator / exact.denominator) * 100) : null;
  }
  if (typeof value !== 'string') return null;
  const text = cell.text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*(điểm|đ)\.?$/iu, '');
  const thousands = /^(-?\d{1,3})[.,\s](\d{3})$/.exec(text);
  if (thousands) return Number(`${thousands[1]}${thousands[2]}`) * 100;
  const plain = /^(-?\d{1,5})(?:[.,](\d{1,2}))?$/.exec(text);
  if (!plain) return null;
  const negative = (plain[1] ?? '').startsWith('-');
  const size = Math.abs(Number(plain[1])) * 100 + Number((plain[2] ?? '').padEnd(2, '0'));
  return negative ? -size : size;
}
