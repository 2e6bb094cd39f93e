import type { Band, Rubric } from '../rubric/rubric';
import { countsWhole, domainOf, placed } from '../rubric/coverage';
import { intersect, spanHolds, wholeNumbers, without, type Span } from '../rubric/spans';
import { compare, fraction, type Fraction } from '../text/fractions';

const ZERO = fraction(0);
const AT_ZERO = { value: ZERO, inclusive: true, decimals: 0 };

/** True where the exact value lies inside the band's interval; limits are compared by cross-multiplication, never rounded. */
export function intervalHolds(band: Band, value: Fraction): boolean {
  const condition = band.condition;
  if (condition.type !== 'interval') return false;
  if (condition.from) {
    const order = compare(value, condition.from.value);
    if (order < 0 || (order === 0 && !condition.from.inclusive)) return false;
  }
  if (condition.to) {
    const order = compare(value, condition.to.value);
    if (order > 0 || (order === 0 && !condition.to.inclusive)) return false;
  }
  return condition.from !== null || condition.to !== null;
}

/**
 * Every band for a number: more than one where the scale overlaps. A band for “none” takes precedence over an interval that contains 0 (contract,
 * “How doubtful cases are read”); `noneCounted` tells that nothing was counted.
 */
export function bandsForValue(rubric: Rubric, value: Fraction, noneCounted: boolean): readonly Band[] {
  if (noneCounted) {
    const none = rubric.bands.filter((band) => band.condition.type === 'none');
    if (none.length > 0) return none;
  }
  return rubric.bands.filter((band) => intervalHolds(band, value));
}

/**
 * The bands that hold the values of a span, where they hold all of them; null where some value lies in none. Zero counts as “none” where the scale has
 * a band for it.
 */
export function bandsForSpan(rubric: Rubric, span: Span): readonly Band[] | null {
  const inside = intersect(span, domainOf(rubric.kind));
  const wanted = inside && countsWhole(rubric.kind, rubric.bands) ? wholeNumbers(inside) : inside;
  if (!wanted) return null;
  const nothing = spanHolds(wanted, ZERO) ? rubric.bands.filter((band) => band.condition.type === 'none') : [];
  const within = placed(rubric.kind, rubric.bands).filter((each) => intersect(each.span, wanted) !== null);
  const covering = within.map((each) => each.span);
  if (nothing.length > 0) covering.push({ from: AT_ZERO, to: AT_ZERO });
  const left = without(wanted, covering);
  const whole = countsWhole(rubric.kind, rubric.bands);
  if (left.some((hole) => !whole || wholeNumbers(hole) !== null)) return null;
  return [...nothing, ...within.map((each) => each.band)];
}

/**
 * Whether fewer of what is measured earns more: a rate of bad events (suy dinh dưỡng, xâm hại). null where the scale does not tell.
 */
export function lowerIsBetter(rubric: Rubric): boolean | null {
  const points = (zero: boolean): number | null => {
    const open = rubric.bands.find(
      (band) => band.condition.type === 'interval' && (zero ? band.condition.from === null : band.condition.to === null),
    );
    return open ? open.points : null;
  };
  const lowest = points(true) ?? rubric.bands.find((band) => intervalHolds(band, { numerator: 0, denominator: 1 }))?.points ?? null;
  const highest = points(false) ?? rubric.bands.find((band) => intervalHolds(band, { numerator: 1, denominator: 1 }))?.points ?? null;
  if (lowest !== null && highest !== null && lowest !== highest) return lowest > highest;
  const none = rubric.bands.find((band) => band.condition.type === 'none');
  if (none && highest !== null && none.points !== highest) return none.points > highest;
  return null;
}
