import type { Observation } from '../observations/observation';
import type { Band, Rubric } from '../rubric/rubric';
import { compare, type Fraction } from '../text/fractions';

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

function ofType(rubric: Rubric, type: Band['condition']['type']): Band[] {
  return rubric.bands.filter((band) => band.condition.type === type);
}

/** Bands for a number. A band for “none” takes precedence over an interval that contains 0 (contract, “How doubtful cases are read”). */
export function bandsForValue(rubric: Rubric, value: Fraction, noneCounted: boolean): readonly Band[] {
  if (noneCounted) {
    const none = ofType(rubric, 'none');
    if (none.length > 0) return none;
  }
  return rubric.bands.filter((band) => intervalHolds(band, value));
}

/** Whether some value between the two limits (both left out) lies in the band; null stands for no limit on that side. */
export function intervalMeets(band: Band, above: Fraction | null, below: Fraction | null): boolean {
  const condition = band.condition;
  if (condition.type !== 'interval') return false;
  if (below && condition.from && compare(condition.from.value, below) >= 0) return false;
  if (above && condition.to && compare(condition.to.value, above) <= 0) return false;
  return true;
}

/** Bands by which “nobody is in the group” is scored: a rule for no case, else a band for “none”. */
export function bandsForNoCase(rubric: Rubric): readonly Band[] {
  const rule = ofType(rubric, 'no-case');
  return rule.length > 0 ? rule : ofType(rubric, 'none');
}

/** Bands for a yes or a no. A count of none answers “no”, and stands in a band “Không có …” where the scale has no plain “Không”. */
export function bandsForAnswer(rubric: Rubric, answer: 'yes' | 'no'): readonly Band[] {
  const plain = ofType(rubric, answer);
  if (plain.length > 0 || answer === 'yes') return plain;
  return ofType(rubric, 'none');
}

/** Bands for a named level. */
export function bandsForLevel(rubric: Rubric, level: string): readonly Band[] {
  return rubric.bands.filter((band) => band.condition.type === 'level' && band.condition.level === level);
}

/** What was counted is none at all: said in words, or a count, numerator or current value of zero. */
export function isNone(observation: Observation): boolean {
  if (observation.none) return true;
  const counted = observation.current ?? observation.numerator ?? observation.value;
  return counted !== null && counted.numerator === 0;
}
