import { bandsForSpan, bandsForValue, intervalHolds } from '../observations/matching-bands';
import type { Observation } from '../observations/observation';
import type { Band, Rubric } from '../rubric/rubric';
import { compare, type Fraction } from '../text/fractions';

export { bandsForSpan, bandsForValue, intervalHolds };

function ofType(rubric: Rubric, type: Band['condition']['type']): Band[] {
  return rubric.bands.filter((band) => band.condition.type === type);
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

/** What was counted is none at all: said in words, or a count, numerator or current value of zero. A change of zero is not none. */
export function isNone(observation: Observation, rubric: Rubric): boolean {
  if (observation.none) return true;
  const counted = observation.current ?? (rubric.kind === 'change' ? null : (observation.numerator ?? observation.value));
  return counted !== null && counted.numerator === 0;
}
