import type { Rubric } from '../rubric/rubric';
import { showPoints } from '../scoring/points';

/** The points that a scale can give: a test for hundredths, and in words (`50, 30 hoặc 0 điểm`). */
export interface AwardablePoints {
  readonly words: string;
  allows(points: number): boolean;
}

function listed(points: readonly number[]): string {
  const shown = points.map(showPoints);
  return `${shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} hoặc ${shown[shown.length - 1]}`} điểm`;
}

/**
 * What a scale can give. null where that is not known for certain: words that could not be read, no scale at all, or points in proportion
 * to the result.
 */
export function awardablePoints(rubric: Rubric): AwardablePoints | null {
  if (rubric.unread.length > 0 || rubric.proportional !== null) return null;
  const { perUnit } = rubric;
  if (perUnit !== null) {
    if (perUnit.pointsPerUnit <= 0) return null;
    const most = perUnit.direction === 1 ? perUnit.cap : perUnit.start;
    const allows = (points: number): boolean =>
      points === 0 ||
      points === most ||
      rubric.bands.some((band) => band.points === points) ||
      (points > 0 &&
        (most === null || points < most) &&
        (perUnit.direction === 1 ? points : perUnit.start - points) % perUnit.pointsPerUnit === 0);
    const each = `${perUnit.direction === 1 ? 'từng nấc' : 'trừ từng nấc'} ${showPoints(perUnit.pointsPerUnit)} điểm`;
    return { words: most === null ? each : `${each}, tối đa ${showPoints(most)} điểm`, allows };
  }
  // Whichever area the unit is in, points of either scale are points of the scale.
  const bands = (rubric.alternatives ?? []).reduce((all, alternative) => all.concat(alternative.bands), rubric.bands.slice());
  if (bands.length === 0) return null;
  const given = new Set(bands.map((band) => band.points));
  // A yes/no item that names only its “Có” gives 0 for a “Không”; a scale with a hole may give nothing there.
  if (rubric.kind === 'presence' || !rubric.complete) given.add(0);
  const points = [...given].sort((left, right) => right - left);
  return { words: listed(points), allows: (stated) => given.has(stated) };
}
