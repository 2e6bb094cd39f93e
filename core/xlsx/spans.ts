import type { Span } from '../workbook/workbook';

/** Collects rows or columns into stretches: those that follow one another share one, so that a million rows cost one pair of numbers. */
export interface SpanCollector {
  add(first: number, last: number): void;
  /** The stretches in order, without overlaps. */
  spans(): Span[];
}

/** A collector with nothing in it; stretches may be added in any order, both ends belong to them. */
export function collectSpans(): SpanCollector {
  const stretches: [number, number][] = [];
  let ordered = true;

  function add(first: number, last: number): void {
    const previous = stretches[stretches.length - 1];
    if (previous && first >= previous[0] && first <= previous[1] + 1) {
      if (last > previous[1]) previous[1] = last;
      return;
    }
    if (previous && first < previous[0]) ordered = false;
    stretches.push([first, last]);
  }

  return {
    add,
    spans: () => (ordered ? stretches : joinSpans(stretches)),
  };
}

/** Several lists of stretches as one, in order and without overlaps. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: [number, number][] = [];
  for (const [first, last] of spans.slice().sort((a, b) => a[0] - b[0])) {
    const previous = joined[joined.length - 1];
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else joined.push([first, last]);
  }
  return joined;
}

/** What lies between 0 and `size - 1` outside the given stretches, which are in order and don't overlap. */
export function complementSpans(spans: readonly Span[], size: number): Span[] {
  const gaps: Span[] = [];
  let next = 0;
  for (const [first, last] of spans) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  if (next < size) gaps.push([next, size - 1]);
  return gaps;
}
