import { showRange } from './explain';
import { readPoints, showPoints } from './points';
import type { ScoredItem } from './score';

/** True where an item's own scale gives more points than the maximum that stands beside it: one of the two is wrong. */
export function awardsAboveMaximum(item: Pick<ScoredItem, 'item' | 'rubric'>): boolean {
  const stated = readPoints(item.item.maximum);
  const { most, unread } = item.rubric;
  return stated !== null && stated > 0 && most !== null && most > stated && unread.length === 0;
}

/** The one item whose stated maximum is not what its scale gives, where the scale's would make the criterion's sum right (`missing`, in hundredths). */
export function wrongMaximum(items: readonly ScoredItem[], missing: number): ScoredItem | null {
  const suspects = items.filter(({ item, rubric }) => {
    const stated = readPoints(item.maximum);
    return stated !== null && rubric.complete && rubric.unread.length === 0 && rubric.most !== null && rubric.most !== stated;
  });
  const [only] = suspects;
  if (!only || suspects.length > 1) return null;
  return only.rubric.most! - readPoints(only.item.maximum)! === missing ? only : null;
}

/**
 * Points above the item's stated maximum are no decided points: they stay open from the maximum to what the scale gives. Where the
 * criterion's own maximum says that the scale is right, they stand. `criterionMaximum` is as stated in hundredths, null where it is not.
 */
export function openAboveMaximum(items: readonly ScoredItem[], criterionMaximum: number | null): ScoredItem[] {
  const above = (item: ScoredItem): boolean =>
    awardsAboveMaximum(item) && item.points !== null && item.points > (item.maxPoints ?? item.points);
  if (!items.some(above)) return items.slice();
  const known = items.map((item) => item.maxPoints);
  const sum = known.reduce<number | null>((total, one) => (total === null || one === null ? null : total + one), 0);
  const confirmed = criterionMaximum === null || sum === null ? null : wrongMaximum(items, criterionMaximum - sum);
  return items.map((item) => {
    if (!above(item) || item === confirmed) return item;
    const [least, most] = [item.maxPoints!, item.points!];
    const place = item.item.maximum === null ? '' : ` (ô ${item.item.maximum.reference})`;
    const explanation = `${item.explanation}; nhưng điểm tối đa ghi ${showPoints(least)}${place} nên chưa tính được điểm; ${showRange(least, most)}.`;
    return { ...item, points: null, least, most, explanation };
  });
}
