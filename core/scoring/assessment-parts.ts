import type { Assessment, CriterionAssessment, ItemAssessment, ItemCells, MatchedBand, ObservedValue } from '../assessment';
import type { Band, Rubric } from '../rubric/rubric';
import type { SourceCell } from '../template/template';
import { toNumber, type Fraction } from '../text/fractions';
import { toPoints } from './points';
import type { Score, ScoredCriterion, ScoredItem } from './score';

/** Floats are for screens and programs outside: 12 significant digits, free of binary residue. */
function plain(value: Fraction): number {
  return trim(toNumber(value));
}

/** Most values are small whole numbers, which are as they are. */
function trim(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12));
}

/** A value in the unit in which the officer writes it: 98.5 for 98,5 %, 0.26 for 0,26/1.000. */
function inShownUnit(value: Fraction, rubric: Rubric): number {
  const factor =
    rubric.kind === 'percentage' || rubric.kind === 'proportional' || rubric.kind === 'change'
      ? 100
      : rubric.kind === 'incidence'
        ? (rubric.per ?? 1)
        : 1;
  return trim(toNumber(value) * factor);
}

function shownUnit(item: ScoredItem): string {
  const { rubric, observation } = item;
  if (rubric.kind === 'percentage' || rubric.kind === 'proportional' || rubric.kind === 'change') return '%';
  if (rubric.kind === 'incidence' && rubric.per) return `/${rubric.per}`;
  return observation.unit || rubric.unit;
}

function observed(item: ScoredItem): ObservedValue | null {
  const { observation, rubric } = item;
  const nothing =
    observation.text === '' &&
    observation.numerator === null &&
    observation.value === null &&
    observation.markedBand === null &&
    !observation.noCase;
  if (nothing) return null;
  const unit = shownUnit(item);
  return {
    ...(observation.numerator ? { numerator: plain(observation.numerator) } : {}),
    ...(observation.denominator ? { denominator: plain(observation.denominator) } : {}),
    ...(observation.value ? { value: inShownUnit(observation.value, rubric) } : {}),
    ...(observation.value && unit ? { unit } : {}),
    text: observation.text,
    ...(observation.noCase ? { notApplicable: true } : {}),
  };
}

function matchedBand(band: Band | null, rubric: Rubric): MatchedBand | null {
  if (!band) return null;
  const condition = band.condition;
  const from = condition.type === 'interval' && condition.from ? { from: inShownUnit(condition.from.value, rubric) } : {};
  const to = condition.type === 'interval' && condition.to ? { to: inShownUnit(condition.to.value, rubric) } : {};
  return { text: band.text, ...from, ...to, points: toPoints(band.points) };
}

function cells(item: ScoredItem): ItemCells {
  const found: Record<string, string> = {};
  const put = (name: keyof ItemCells, cell: SourceCell | null): void => {
    if (cell) found[name] = cell.reference;
  };
  const read = item.observation.cells;
  put('rubric', item.band?.cell ?? item.item.rubric[0]?.cell ?? item.rubric.bands[0]?.cell ?? null);
  put('observation', read.observation ?? item.item.result);
  put('numerator', read.numerator ?? item.item.numerator);
  put('denominator', read.denominator ?? item.item.denominator);
  put('rate', read.rate ?? item.item.rate);
  put('selfScore', item.item.selfScore);
  put('evidence', item.item.evidence);
  return found;
}

function itemPart(item: ScoredItem): ItemAssessment {
  return {
    number: item.item.number,
    label: item.item.label,
    kind: item.kind,
    maxPoints: item.maxPoints === null ? null : toPoints(item.maxPoints),
    points: item.points === null ? null : toPoints(item.points),
    range: [toPoints(item.least), toPoints(item.most)],
    selfScore: item.selfScore === null ? null : toPoints(item.selfScore),
    observed: observed(item),
    band: matchedBand(item.band, item.rubric),
    explanation: item.explanation,
    cells: cells(item),
  };
}

function criterionPart(criterion: ScoredCriterion): CriterionAssessment {
  return {
    number: criterion.criterion.number,
    name: criterion.criterion.name,
    maxPoints: criterion.maxPoints === null ? null : toPoints(criterion.maxPoints),
    points: criterion.points === null ? null : toPoints(criterion.points),
    range: [toPoints(criterion.least), toPoints(criterion.most)],
    selfScore: criterion.selfScore === null ? null : toPoints(criterion.selfScore),
    items: criterion.items.map(itemPart),
    cell: criterion.criterion.cell?.reference ?? null,
  };
}

/**
 * The parts of the assessment that follow from the score. Points become plain decimals with at most two places; rates are given in the unit in
 * which the officer writes them (98.5 with unit `%`, 0.26 with unit `/1000`).
 */
export function toAssessmentParts(score: Score): Pick<Assessment, 'criteria' | 'total' | 'verdict'> {
  const { total } = score;
  return {
    criteria: score.criteria.map(criterionPart),
    total: {
      points: total.points === null ? null : toPoints(total.points),
      range: [toPoints(total.least), toPoints(total.most)],
      maxPoints: total.maxPoints === null ? null : toPoints(total.maxPoints),
      selfScore: total.selfScore === null ? null : toPoints(total.selfScore),
      threshold: total.threshold,
    },
    verdict: score.verdict,
  };
}
