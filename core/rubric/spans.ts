import { compare, fraction, isInteger, type Fraction } from '../text/fractions';
import type { Limit } from './rubric';

/** A stretch of the measure; null is without end. */
export interface Span {
  readonly from: Limit | null;
  readonly to: Limit | null;
}

function compareLow(a: Limit | null, b: Limit | null): number {
  if (!a || !b) return a ? 1 : b ? -1 : 0;
  return compare(a.value, b.value) || (a.inclusive === b.inclusive ? 0 : a.inclusive ? -1 : 1);
}

function compareHigh(a: Limit | null, b: Limit | null): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return compare(a.value, b.value) || (a.inclusive === b.inclusive ? 0 : a.inclusive ? 1 : -1);
}

/** True where no value lies between the limits (`từ 5 đến dưới 5`); a span that is open at one end never is. */
export function isEmptySpan(span: Span): boolean {
  if (!span.from || !span.to) return false;
  const order = compare(span.from.value, span.to.value);
  return order > 0 || (order === 0 && !(span.from.inclusive && span.to.inclusive));
}

/** The common part, null where there is none. */
export function intersect(a: Span, b: Span): Span | null {
  const result = { from: compareLow(a.from, b.from) >= 0 ? a.from : b.from, to: compareHigh(a.to, b.to) <= 0 ? a.to : b.to };
  return isEmptySpan(result) ? null : result;
}

function opposite(limit: Limit): Limit {
  return { ...limit, inclusive: !limit.inclusive };
}

/** What is left of `whole` without `parts`, from low to high. */
export function without(whole: Span, parts: readonly Span[]): Span[] {
  let left: Span[] = [whole];
  for (const part of parts) {
    const next: Span[] = [];
    for (const span of left) {
      if (!intersect(span, part)) {
        next.push(span);
        continue;
      }
      if (part.from) {
        const low = intersect(span, { from: null, to: opposite(part.from) });
        if (low) next.push(low);
      }
      if (part.to) {
        const high = intersect(span, { from: opposite(part.to), to: null });
        if (high) next.push(high);
      }
    }
    left = next;
  }
  return left.sort((a, b) => compareLow(a.from, b.from));
}

/** True where the value lies in the span. */
export function spanHolds(span: Span, value: Fraction): boolean {
  return intersect(span, { from: { value, inclusive: true, decimals: 0 }, to: { value, inclusive: true, decimals: 0 } }) !== null;
}

/** One span from spans that touch or overlap; null where a hole lies between them. */
export function joinSpans(spans: readonly Span[]): Span | null {
  const sorted = [...spans].sort((a, b) => compareLow(a.from, b.from));
  let joined = sorted[0];
  if (!joined) return null;
  for (const span of sorted.slice(1)) {
    if (joined.to && span.from) {
      const order = compare(joined.to.value, span.from.value);
      if (order < 0 || (order === 0 && !joined.to.inclusive && !span.from.inclusive)) return null;
    }
    joined = { from: joined.from, to: compareHigh(joined.to, span.to) >= 0 ? joined.to : span.to };
  }
  return joined;
}

function floor(value: Fraction): number {
  const rest = ((value.numerator % value.denominator) + value.denominator) % value.denominator;
  return (value.numerator - rest) / value.denominator;
}

/** The whole numbers of a span, both ends included; null where it holds none. */
export function wholeNumbers(span: Span): Span | null {
  const from =
    span.from &&
    (span.from.inclusive || !isInteger(span.from.value)
      ? -floor({ numerator: -span.from.value.numerator, denominator: span.from.value.denominator })
      : span.from.value.numerator + 1);
  const to = span.to && (span.to.inclusive || !isInteger(span.to.value) ? floor(span.to.value) : span.to.value.numerator - 1);
  const limit = (value: number | null): Limit | null => (value === null ? null : { value: fraction(value), inclusive: true, decimals: 0 });
  const result = { from: limit(from), to: limit(to) };
  return isEmptySpan(result) ? null : result;
}
