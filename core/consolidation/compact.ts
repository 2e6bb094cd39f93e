import type { Observation } from '../observations/observation';
import { openingProblem } from '../scoring/explain-open';
import type { Score, ScoredItem } from '../scoring/score';
import type { SourceCell } from '../template/template';
import type { ExaminedItem, Scale } from './examined';
import { bareCell, keepScale, scaleKey } from './scales';

function bare(cell: SourceCell | null): SourceCell | null {
  return cell === null ? null : bareCell(cell.reference);
}

function compactObservation(observation: Observation): Observation {
  const opening = openingProblem(observation);
  const { cells } = observation;
  return {
    ...observation,
    problems: opening === null ? [] : [{ ...opening, cell: bareCell(opening.cell.reference) }],
    cells: {
      observation: bare(cells.observation),
      numerator: bare(cells.numerator),
      denominator: bare(cells.denominator),
      rate: bare(cells.rate),
    },
  };
}

function mainCell(item: ScoredItem): string | null {
  const { observation, numerator, rate } = item.observation.cells;
  const cell = observation ?? numerator ?? rate ?? item.item.result;
  return cell === null ? null : cell.reference;
}

/** The items of a scored workbook in their compact form; scales that they name are put into `scales`. */
export function compactItems(score: Score, scales: Record<string, Scale>): ExaminedItem[] {
  return score.criteria.reduce<ExaminedItem[]>((all, criterion) => {
    const { number, name } = criterion.criterion;
    for (const item of criterion.items) {
      const scale = scaleKey(item.rubric);
      if (scales[scale] === undefined) scales[scale] = keepScale(item.rubric);
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
        observation: compactObservation(item.observation),
        cell: mainCell(item),
      });
    }
    return all;
  }, []);
}
