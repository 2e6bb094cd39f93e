import { NOTHING_READ } from '../observations/draft';
import type { Observation } from '../observations/observation';
import { openingProblem } from '../scoring/explain-open';
import type { Score, ScoredItem } from '../scoring/score';
import type { ExaminedItem, PackedObservation, Scale } from './examined';
import { bareCell, keepScale, scaleKey } from './scales';

function packObservation(observation: Observation): PackedObservation {
  const opening = openingProblem(observation);
  const problems = opening === null ? [] : [{ ...opening, cell: bareCell(opening.cell.reference) }];
  const packed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries({ ...observation, problems })) {
    const blank = NOTHING_READ[key as keyof Observation];
    if (key === 'cells' || value === blank || (Array.isArray(value) && value.length === 0)) continue;
    packed[key] = value;
  }
  return packed;
}

/** An item's result as it was read, its cells named by the item's own. */
export function observationOf(item: ExaminedItem): Observation {
  const cell = item.cell === null ? null : bareCell(item.cell);
  return { ...NOTHING_READ, ...item.observation, cells: { ...NOTHING_READ.cells, observation: cell } };
}

function mainCell(item: ScoredItem): string | null {
  const { observation, numerator, rate } = item.observation.cells;
  const cell = observation ?? numerator ?? rate ?? item.item.result;
  return cell === null ? null : cell.reference;
}

/** Scales by their keys, shared by the workbooks of one run. */
export type ScaleStore = Map<string, Scale>;

function storedScale(key: string, rubric: ScoredItem['rubric'], store: ScaleStore): Scale {
  const known = store.get(key) ?? keepScale(rubric);
  store.set(key, known);
  return known;
}

/** The items of a scored workbook in their compact form; scales that they name are put into `scales`, taken from `store` where it has them. */
export function compactItems(score: Score, scales: Record<string, Scale>, store: ScaleStore): ExaminedItem[] {
  return score.criteria.reduce<ExaminedItem[]>((all, criterion) => {
    const { number, name } = criterion.criterion;
    for (const item of criterion.items) {
      const scale = scaleKey(item.rubric);
      if (scales[scale] === undefined) scales[scale] = storedScale(scale, item.rubric, store);
      all.push({
        number: item.item.number,
        criterion: number,
        label: item.item.label.trim() === '' ? name : item.item.label,
        kind: item.kind,
        scale,
        maxPoints: item.maxPoints,
        points: item.points,
        least: item.least,
        most: item.most,
        observation: packObservation(item.observation),
        cell: mainCell(item),
      });
    }
    return all;
  }, []);
}
