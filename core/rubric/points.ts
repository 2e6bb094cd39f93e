import { isInteger, multiply } from '../text/fractions';
import type { Rubric } from './rubric';

function stepsOf(rubric: Rubric): number[] {
  const { perUnit } = rubric;
  if (!perUnit || perUnit.pointsPerUnit <= 0) return [];
  const ceiling = perUnit.cap ?? rubric.most;
  const steps: number[] = [];
  if (perUnit.direction === 1) {
    const top = ceiling !== null && ceiling > 0 ? ceiling : perUnit.pointsPerUnit * 100;
    for (let points = 0; points < top && steps.length < 10000; points += perUnit.pointsPerUnit) steps.push(points);
    if (ceiling !== null && ceiling > 0) steps.push(ceiling);
    return steps;
  }
  const floor = perUnit.cap === null ? 0 : Math.max(0, perUnit.start - perUnit.cap);
  for (let points = perUnit.start; points > floor && steps.length < 10000; points -= perUnit.pointsPerUnit) steps.push(points);
  return [...steps, floor];
}

/**
 * All points (hundredths) that the scale can award, ascending. A proportional scale awards any points up to its maximum: then only
 * its ends and bands are listed, and `isAwardable` decides.
 */
export function rubricPoints(rubric: Rubric): number[] {
  const points = new Set<number>(rubric.bands.map((band) => band.points));
  stepsOf(rubric).forEach((step) => points.add(step));
  if (rubric.proportional) {
    points.add(0);
    points.add(rubric.proportional.maxPoints);
  }
  (rubric.alternatives ?? []).forEach((other) => rubricPoints(other).forEach((value) => points.add(value)));
  return [...points].sort((a, b) => a - b);
}

/** True where the scale can award these points (hundredths). Scales that were read in part only forbid nothing above their bands. */
export function isAwardable(rubric: Rubric, points: number): boolean {
  if (rubricPoints(rubric).includes(points)) return true;
  const within = (other: Rubric): boolean => other.proportional !== null && points >= 0 && points <= other.proportional.maxPoints;
  if (within(rubric) || (rubric.alternatives ?? []).some(within)) return true;
  const { perUnit } = rubric;
  if (!perUnit || points < 0 || (perUnit.cap !== null && perUnit.direction === 1 && points > perUnit.cap)) return false;
  if (perUnit.direction === 1 && perUnit.cap === null && rubric.most === 0) {
    const units = multiply({ numerator: points, denominator: 1 }, { numerator: 1, denominator: perUnit.pointsPerUnit });
    return units !== null && isInteger(units);
  }
  return false;
}
