import { compare, divide, equals, fraction, isInteger, subtract } from '../text/fractions';
import { describeSpan } from './describe';
import type { Band, CoverageProblem, Limit, Rubric } from './rubric';
import { intersect, spanHolds, wholeNumbers, without, type Span } from './spans';

const ZERO: Limit = { value: fraction(0), inclusive: true, decimals: 0 };
const ONE: Limit = { value: fraction(1), inclusive: true, decimals: 0 };

/** All values that the measure can have: shares 0–1, rates and counts from 0, falls up to the whole. */
export function domainOf(kind: Rubric['kind']): Span {
  if (kind === 'percentage' || kind === 'proportional') return { from: ZERO, to: ONE };
  return kind === 'change' ? { from: null, to: ONE } : { from: ZERO, to: null };
}

interface Placed {
  readonly band: Band;
  readonly span: Span;
}

/** Counts whose limits are all whole are compared as whole numbers, so that “02–03” and “từ 04” leave nothing out. */
export function countsWhole(kind: Rubric['kind'], bands: readonly Band[]): boolean {
  if (kind !== 'count' && kind !== 'per-unit' && kind !== 'presence' && kind !== 'choice') return false;
  return bands.every(
    ({ condition }) => condition.type !== 'interval' || [condition.from, condition.to].every((limit) => !limit || isInteger(limit.value)),
  );
}

/** The bands with the spans that they cover on the line of values, in the order of the bands; bands without one are left out. */
export function placed(kind: Rubric['kind'], bands: readonly Band[]): Placed[] {
  const whole = countsWhole(kind, bands);
  const result: Placed[] = [];
  for (const band of bands) {
    if (band.condition.type !== 'interval') continue;
    const inside = intersect(band.condition, domainOf(kind));
    const span = inside && whole ? wholeNumbers(inside) : inside;
    if (span) result.push({ band, span });
  }
  return result;
}

/** What the bands leave out of the measure. */
export function uncovered(kind: Rubric['kind'], bands: readonly Band[]): Span[] {
  const spans = placed(kind, bands).map(({ span }) => span);
  if (kind !== 'change' && bands.some((band) => band.condition.type === 'none')) spans.push({ from: ZERO, to: ZERO });
  const left = without(domainOf(kind), spans);
  return countsWhole(kind, bands) ? left.map((span) => wholeNumbers(span)).filter((span): span is Span => span !== null) : left;
}

/** `đến 89,9 %` … `từ 90 %`: the hole is narrower than the last decimal that was written. */
function isHoleOfDecimals(hole: Span, spans: readonly Placed[], unit: number): boolean {
  if (!hole.from || !hole.to || hole.from.inclusive || hole.to.inclusive) return false;
  const { from, to } = hole;
  const below = spans.find(({ span }) => span.to && span.to.inclusive && equals(span.to.value, from.value))?.span.to;
  const above = spans.find(({ span }) => span.from && span.from.inclusive && equals(span.from.value, to.value))?.span.from;
  const decimals = Math.max(below?.decimals ?? 0, above?.decimals ?? 0);
  const width = subtract(to.value, from.value);
  if (!below || !above || decimals < 1 || !width) return false;
  const step = divide(fraction(1), fraction(unit * Math.pow(10, decimals)));
  return step !== null && compare(width, step) <= 0;
}

function neighbour(hole: Span, spans: readonly Placed[], first: Band): Band {
  const below = spans.find(({ span }) => hole.from && span.to && equals(span.to.value, hole.from.value));
  const above = spans.find(({ span }) => hole.to && span.from && equals(span.from.value, hole.to.value));
  return (below ?? above)?.band ?? first;
}

const NUMERIC = ['percentage', 'incidence', 'count', 'change'];

/** Holes and double covers of a numeric scale; double answers of a yes/no or a scale of levels. */
export function coverageOf(measure: Pick<Rubric, 'kind' | 'per' | 'bands'>): CoverageProblem[] {
  const { kind, per, bands } = measure;
  const problems: CoverageProblem[] = [];
  const spans = placed(kind, bands);
  const first = bands[0];
  if (!first) return [];
  if (NUMERIC.includes(kind) && bands.some((band) => band.condition.type === 'interval')) {
    const unit = kind === 'incidence' ? (per ?? 1000) : kind === 'count' ? 1 : 100;
    for (const hole of uncovered(kind, bands)) {
      if (!isHoleOfDecimals(hole, spans, unit))
        problems.push({ type: 'gap', words: describeSpan(hole, measure), cell: neighbour(hole, spans, first).cell });
    }
  }
  spans.forEach((one, index) => {
    for (const other of spans.slice(index + 1)) {
      const common = intersect(one.span, other.span);
      if (!common) continue;
      const point = common.from !== null && common.to !== null && equals(common.from.value, common.to.value);
      if (point && one.band.points === other.band.points) continue;
      problems.push({ type: 'overlap', words: describeSpan(common, measure), cell: other.band.cell });
    }
  });
  bands.forEach((band, index) => {
    if (band.condition.type === 'interval') return;
    const twin = bands
      .slice(index + 1)
      .find((other) => JSON.stringify(other.condition) === JSON.stringify(band.condition) && other.points !== band.points);
    if (twin) problems.push({ type: 'overlap', words: band.text, cell: twin.cell });
  });
  return problems.filter(
    (problem, index) => problems.findIndex((other) => other.type === problem.type && other.words === problem.words) === index,
  );
}

/** True where every value of the measure has a band. */
export function coversAll(measure: Pick<Rubric, 'kind' | 'bands'>): boolean {
  const { kind, bands } = measure;
  if (kind === 'presence') return bands.some((band) => band.condition.type === 'yes') && bands.some((band) => band.condition.type === 'no');
  if (kind === 'choice') return false;
  return bands.length > 0 && uncovered(kind, bands).length === 0;
}

/** The bands whose interval holds the value (of the rubric's measure). */
export function bandsHolding(bands: readonly Band[], value: Limit['value']): Band[] {
  return bands.filter((band) => band.condition.type === 'interval' && spanHolds(band.condition, value));
}
