import type { Rubric } from '../rubric/rubric';
import type { SourceCell, TemplateItem } from '../template/template';
import { compare, divide, equals, formatVietnamese, fraction, isInteger, isZero, roundHalfUp, type Fraction } from '../text/fractions';
import type { ObservationContext } from './context';
import { contradicts, timesPer as scale } from './contradicts';
import { NOTHING_READ, problemAt } from './draft';
import { bandsForSpan, bandsForValue, lowerIsBetter } from './matching-bands';
import type { Observation, ObservationProblem } from './observation';
import { readCell, shownText } from './read-cell';
import { readCount } from './read-count';
import { readRateCell, type Part, type RateReading, type Stated } from './rate-reading';
import type { WordedRange } from './worded-range';

const ZERO = fraction(0);
const ONE = fraction(1);

interface Whole {
  readonly numerator: Part;
  readonly denominator: Part;
}

function pointsOf(rubric: Rubric, value: Fraction): number | null {
  return bandsForValue(rubric, value, isZero(value))[0]?.points ?? null;
}

function showShare(value: Fraction, per: number): string {
  const shown = formatVietnamese(scale(value, per), 4);
  return per === 100 ? `${shown} %` : per === 1 ? shown : `${shown}/${formatVietnamese(fraction(per), 0)}`;
}

/** Whether the displayed rate earns other points than the exact one. */
function roundingProblem(stated: Stated, exact: Fraction, rubric: Rubric): ObservationProblem[] {
  const reading = stated.readings[0];
  if (!reading) return [];
  const shown = divide(roundHalfUp(scale(reading, stated.per), stated.decimals), fraction(stated.per));
  const exactPoints = pointsOf(rubric, exact);
  const shownPoints = shown ? pointsOf(rubric, shown) : null;
  if (!shown || exactPoints === null || shownPoints === null || exactPoints === shownPoints) return [];
  return [problemAt('rounding-decides-band', stated.cell, showShare(shown, stated.per), showShare(exact, stated.per))];
}

/** Rates that stand beside a fraction are only compared with it; a bare number in whichever unit fits (98 is 98 %, 0.98 as well). */
function beside(stated: Stated, exact: Fraction, rubric: Rubric): { readonly share: Fraction; readonly problems: ObservationProblem[] } {
  const base = rubric.kind === 'incidence' && rubric.per ? rubric.per : 100;
  const candidates: { share: Fraction; per: number; decimals: number }[] = stated.readings.map((share) => ({
    share,
    per: stated.per,
    decimals: stated.decimals,
  }));
  const first = candidates[0] as { share: Fraction; per: number; decimals: number };
  for (const per of stated.bare ? [1, 100, base] : []) {
    const share = divide(scale(first.share, stated.per), fraction(per));
    if (share) candidates.push({ share, per, decimals: stated.decimals });
  }
  const fitting = candidates.find((each) => !contradicts(each.share, each.per, each.decimals, exact));
  if (fitting)
    return { share: fitting.share, problems: roundingProblem({ ...stated, readings: [fitting.share], per: fitting.per }, exact, rubric) };
  return {
    share: first.share,
    problems: [problemAt('rate-mismatch', stated.cell, showShare(first.share, first.per), showShare(exact, first.per))],
  };
}

function checkWhole(
  whole: Whole,
  saidNone: boolean,
): { readonly problems: ObservationProblem[]; readonly value: Fraction | null; readonly empty: boolean } {
  const { numerator, denominator } = whole;
  const problems: ObservationProblem[] = [];
  for (const part of [numerator, denominator]) {
    if (compare(part.value, ZERO) < 0) problems.push(problemAt('negative-value', part.cell, formatVietnamese(part.value, 4)));
    else if (!isInteger(part.value)) problems.push(problemAt('not-an-integer', part.cell, formatVietnamese(part.value, 4)));
  }
  if (problems.some((problem) => problem.code === 'negative-value')) return { problems, value: null, empty: false };
  const words = `${formatVietnamese(numerator.value, 4)}/${formatVietnamese(denominator.value, 4)}`;
  if (isZero(denominator.value) && isZero(numerator.value)) {
    return {
      problems: saidNone ? problems : [...problems, problemAt('zero-denominator', denominator.cell, words)],
      value: null,
      empty: true,
    };
  }
  if (compare(numerator.value, denominator.value) > 0)
    return { problems: [...problems, problemAt('numerator-exceeds-denominator', numerator.cell, words)], value: null, empty: false };
  return { problems, value: divide(numerator.value, denominator.value), empty: false };
}

function fromStated(
  stated: Stated,
  rubric: Rubric,
  cell: SourceCell,
): { readonly value: Fraction | null; readonly readings: readonly Fraction[]; readonly problems: readonly ObservationProblem[] } {
  const possible = stated.readings.filter((reading) => compare(reading, ZERO) >= 0 && compare(reading, ONE) <= 0);
  const first = stated.readings[0];
  if (!first) return { value: null, readings: [], problems: [] };
  if (possible.length === 0) {
    const code = rubric.kind === 'incidence' && compare(first, ZERO) < 0 ? 'negative-value' : 'percentage-out-of-range';
    return { value: null, readings: [], problems: [problemAt(code, cell, showShare(first, stated.per))] };
  }
  // With one impossible reading left out, the other is still not certain.
  if (stated.readings.length > 1 && !stated.readings.every((reading) => equals(reading, first)))
    return { value: null, readings: stated.readings, problems: [] };
  return { value: first, readings: [], problems: roundingProblem(stated, first, rubric) };
}

/**
 * Reads a rate item (percentage, proportional, incidence) from its result cell, its numerator, denominator and rate columns. The value is a share
 * of one; a fraction decides over a rate stated beside it. A positive count without a denominator stays undecided.
 */
export function readRate(item: TemplateItem, rubric: Rubric, context: ObservationContext): Observation {
  const result = readRateCell(item.result, false, item, rubric, context);
  const rate = readRateCell(item.rate, true, item, rubric, context);
  const numerator = readCount(item.numerator, rubric.unit, context);
  const denominator = readCount(item.denominator, rubric.unit, context);
  const saidNone = result.noCase || rate.noCase || numerator.noCase || denominator.noCase || result.none || rate.none;
  const columns: Whole | null =
    item.numerator && item.denominator && numerator.value && denominator.value
      ? { numerator: { value: numerator.value, cell: item.numerator }, denominator: { value: denominator.value, cell: item.denominator } }
      : null;
  // A count in the result column is the part of a whole that has a column of its own.
  const joined: Whole | null =
    !columns && result.count && item.denominator && denominator.value
      ? { numerator: result.count, denominator: { value: denominator.value, cell: item.denominator } }
      : null;
  const counted =
    columns || !item.denominator || !denominator.value ? null : countInResult(item, denominator.value, rate.stated, rubric, context);
  const whole =
    columns ??
    (counted?.certain
      ? { numerator: counted.numerator, denominator: { value: counted.denominator, cell: item.denominator as SourceCell } }
      : null) ??
    result.fraction ??
    rate.fraction ??
    joined;
  const blocking = [...result.problems, ...rate.problems, ...numerator.problems, ...denominator.problems];
  const cells = {
    observation: item.result && !result.blank ? item.result : (item.rate ?? item.result),
    numerator: whole?.numerator.cell ?? item.numerator,
    denominator: whole?.denominator.cell ?? item.denominator,
    rate: item.rate ?? rate.stated?.cell ?? null,
  };
  const text = wordsOf(item, result, rate, columns, context);
  const base: Observation = { ...NOTHING_READ, text, cells, unit: rubric.kind === 'incidence' ? rubric.unit : '%', problems: blocking };
  if (
    blocking.some(
      (problem) => problem.code === 'formula-error' || problem.code === 'missing-observation' || problem.code === 'negative-value',
    )
  )
    return base;
  if (whole) return fromWhole(whole, [result.stated, rate.stated], base, saidNone, rubric);
  if (blocking.some((problem) => problem.code === 'unreadable-value')) return base;
  if (counted && result.stated?.readings[0] && counted.share) return { ...base, readings: [result.stated.readings[0], counted.share] };
  const stated = result.stated ?? rate.stated;
  if (stated) {
    const read = fromStated(stated, rubric, stated.cell);
    const zero = read.value !== null && isZero(read.value);
    return {
      ...base,
      ...read,
      numerator: result.count ? result.count.value : numerator.value,
      none: zero,
      problems: [...blocking, ...read.problems],
    };
  }
  const range = result.range ?? rate.range;
  if (range) return fromRange(range, base, rubric);
  if (result.noCase || rate.noCase || numerator.noCase || denominator.noCase) return nobody(base, rubric);
  if (result.none || rate.none || numerator.none || (numerator.value && isZero(numerator.value) && rubric.kind === 'incidence'))
    return nothing(base, rubric);
  const count = result.count?.value ?? rate.count?.value ?? numerator.value;
  if (count) {
    const missing = item.denominator && !denominator.value ? [problemAt('missing-observation', item.denominator, '')] : [];
    return { ...base, numerator: count, problems: [...blocking, ...missing] };
  }
  const place =
    denominator.value && item.numerator
      ? item.numerator
      : item.rate && item.numerator
        ? item.rate
        : (item.result ?? item.rate ?? item.numerator ?? item.labelCell);
  return { ...base, problems: [...blocking, problemAt('missing-observation', place, place.text === item.label ? '' : place.text)] };
}

/** Limits decide where every value within them earns the same points; else they are no result. */
function fromRange(range: WordedRange, base: Observation, rubric: Rubric): Observation {
  const bands = bandsForSpan(rubric, range);
  const decides = bands !== null && bands.length > 0 && bands.every((band) => band.points === bands[0]?.points);
  const cell = base.cells.observation;
  if (decides || !cell) return { ...base, range };
  return { ...base, problems: [...base.problems, problemAt('unreadable-value', cell, base.text)] };
}

/** A whole number in the result column beside a column of wholes: the part of the whole where the rate says so or nothing else is possible. */
function countInResult(
  item: TemplateItem,
  denominator: Fraction,
  rate: Stated | null,
  rubric: Rubric,
  context: ObservationContext,
): { readonly numerator: Part; readonly denominator: Fraction; readonly share: Fraction | null; readonly certain: boolean } | null {
  const reading = readCell(item.result, context);
  if (!item.result || rubric.kind === 'incidence' || reading.type !== 'number' || reading.per !== null || !isInteger(reading.value))
    return null;
  if (compare(reading.value, denominator) > 0 || compare(reading.value, ZERO) <= 0 || (reading.meaning && reading.meaning.type !== 'value'))
    return null;
  const share = divide(reading.value, denominator);
  const stated = rate?.readings[0];
  const confirmed =
    rate && stated && share ? beside(rate, share, rubric).problems.every((problem) => problem.code !== 'rate-mismatch') : false;
  const certain = confirmed || compare(reading.value, fraction(100)) > 0;
  return { numerator: { value: reading.value, cell: item.result }, denominator, share, certain };
}

function wordsOf(item: TemplateItem, result: RateReading, rate: RateReading, columns: Whole | null, context: ObservationContext): string {
  if (item.result && !result.blank) return shownText(item.result, context);
  if (columns) return `${formatVietnamese(columns.numerator.value, 4)}/${formatVietnamese(columns.denominator.value, 4)}`;
  if (item.rate && !rate.blank) return shownText(item.rate, context);
  return item.numerator ? shownText(item.numerator, context) : '';
}

function fromWhole(whole: Whole, rates: readonly (Stated | null)[], base: Observation, saidNone: boolean, rubric: Rubric): Observation {
  const checked = checkWhole(whole, saidNone);
  const parts = { numerator: whole.numerator.value, denominator: whole.denominator.value };
  const problems = [...base.problems, ...checked.problems];
  if (checked.empty) {
    const none = rubric.kind === 'incidence';
    return { ...base, ...parts, problems, value: none ? ZERO : null, none, noCase: !none };
  }
  if (!checked.value) return { ...base, ...parts, problems };
  let statedRate: Fraction | null = null;
  for (const stated of rates) {
    if (!stated?.readings[0]) continue;
    const compared = beside(stated, checked.value, rubric);
    statedRate = statedRate ?? compared.share;
    problems.push(...compared.problems);
  }
  return { ...base, ...parts, value: checked.value, statedRate, none: isZero(parts.numerator), problems };
}

/** “Không phát sinh”: for a rate of bad events nothing happened; for a rate of cases handled there is nobody to count. */
function nobody(base: Observation, rubric: Rubric): Observation {
  const rule = rubric.bands.some((band) => band.condition.type === 'no-case');
  return !rule && badEvents(rubric) ? { ...base, none: true, value: ZERO } : { ...base, noCase: true };
}

/** “Không có”: none was counted. In a rate that should be high it may as well mean that nobody is in the group, so that it is read as no case. */
function nothing(base: Observation, rubric: Rubric): Observation {
  return badEvents(rubric) ? { ...base, none: true, value: ZERO } : { ...base, noCase: true };
}

function badEvents(rubric: Rubric): boolean {
  return rubric.kind === 'incidence' || rubric.bands.some((band) => band.condition.type === 'none') || lowerIsBetter(rubric) === true;
}
