import type { Question } from '../assessment';
import type { Observation } from '../observations/observation';
import type { Rubric } from '../rubric/rubric';
import type { Standard } from '../standards/standard';
import type { Template, TemplateItem } from '../template/template';
import { showValue } from './explain';
import { emptyWhole, openingProblem } from './explain-open';
import { bandsForNoCase } from './match-bands';
import { readPoints } from './points';
import type { Score, ScoredCriterion, ScoredItem, UnitClassDecision } from './score';
import { scoreItem, type NoCaseRule } from './score-item';
import { openAboveMaximum } from './stated-maximum';
import { applicableThresholds, decideVerdict, type Verdict } from './verdict';

/** An item's scale and result as read, by the item's identity (an item of a duplicated criterion has its own). */
export type ItemReadings = ReadonlyMap<TemplateItem, { readonly rubric: Rubric; readonly observation: Observation }>;

export interface ScoreWorkbookOptions {
  /** The officer's answers to `no-case-rule`: canonical item number → rule; `*` for every other item. */
  readonly noCaseRules: Readonly<Record<string, NoCaseRule>>;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function sumOrNull(values: readonly (number | null)[]): number | null {
  if (values.length === 0) return null;
  let total = 0;
  for (const value of values) {
    if (value === null) return null;
    total += value;
  }
  return total;
}

/** Scores the items of one criterion. Points are hundredths. Items without a reading are an error of the caller. */
function scoreItems(
  items: readonly TemplateItem[],
  readings: ItemReadings,
  options: ScoreWorkbookOptions,
  criterionMaximum: number | null,
): ScoredItem[] {
  const known = items.map((item) => readPoints(item.maximum) ?? readings.get(item)?.rubric.most ?? null);
  const rest = criterionMaximum === null ? null : Math.max(0, criterionMaximum - sum(known.map((value) => value ?? 0)));
  return items.map((item) => {
    const reading = readings.get(item);
    if (!reading) throw new Error(`No reading for item ${item.number}.`);
    return scoreItem(item, reading.rubric, reading.observation, { noCaseRules: options.noCaseRules, fallbackMaximum: rest });
  });
}

function scoreCriteria(
  template: Template,
  standard: Standard | null,
  readings: ItemReadings,
  options: ScoreWorkbookOptions,
): ScoredCriterion[] {
  return template.criteria.map((criterion) => {
    const known = standard?.criteria.find((each) => each.number === criterion.number)?.maxPoints?.value ?? null;
    const statedMaximum = readPoints(criterion.maximum);
    const ceiling = statedMaximum ?? (known === null ? null : known * 100);
    const ownMaximum = criterion.sharesRowWithItem ? null : statedMaximum;
    const items = openAboveMaximum(scoreItems(criterion.items, readings, options, ceiling), ownMaximum);
    const maxPoints = statedMaximum ?? sumOrNull(items.map((item) => item.maxPoints)) ?? ceiling;
    const selfScore = readPoints(criterion.selfScore) ?? sumOrNull(items.map((item) => item.selfScore));
    const empty = items.length === 0;
    const whole: ScoredCriterion = {
      criterion,
      maxPoints,
      points: sumOrNull(items.map((item) => item.points)),
      least: sum(items.map((item) => item.least)),
      most: empty ? (ceiling ?? 0) : sum(items.map((item) => item.most)),
      selfScore,
      items,
    };
    return reconcileDuplicates(whole, template, readings, options, ceiling);
  });
}

function holdsNoResult(item: ScoredItem): boolean {
  const { observation } = item;
  const read = observation.text.trim() !== '' || observation.markedBand !== null || observation.conflictingMarks.length > 0;
  return item.points === null && !read && openingProblem(observation)?.code === 'missing-observation';
}

/** Contract, “A duplicated one”: counted once where both agree; where they differ its points stay open between them. */
function reconcileDuplicates(
  first: ScoredCriterion,
  template: Template,
  readings: ItemReadings,
  options: ScoreWorkbookOptions,
  ceiling: number | null,
): ScoredCriterion {
  let result = first;
  for (const duplicate of template.duplicates) {
    if (duplicate.number !== first.criterion.number || duplicate.items.length === 0) continue;
    const items = openAboveMaximum(scoreItems(duplicate.items, readings, options, ceiling), readPoints(first.criterion.maximum));
    // A heading that was copied without any result says nothing about the points.
    if (items.every(holdsNoResult)) continue;
    const points = sumOrNull(items.map((item) => item.points));
    const agree = points !== null && points === result.points;
    const least = Math.min(result.least, sum(items.map((item) => item.least)));
    const most = Math.max(result.most, sum(items.map((item) => item.most)));
    // A copy that can only give what the decided first one gives changes nothing; from 0 to 0 is no bound but an unknown maximum.
    const settled = result.items.every((item) => item.points !== null);
    const closed = settled && least === most && most > 0 ? most : null;
    result = { ...result, points: agree ? result.points : closed, least, most };
  }
  return result;
}

function grounds(criteria: readonly ScoredCriterion[], template: Template, standard: Standard | null, unitClass: UnitClassDecision) {
  const present = new Set(criteria.map((criterion) => criterion.criterion.number));
  const missing = (standard?.criteria ?? [])
    .map((each) => each.number)
    .filter((number): number is number => number !== null && !present.has(number));
  const bounded = criteria.every(
    (criterion) =>
      criterion.items.every((item) => item.points !== null || item.most > 0) && (criterion.items.length > 0 || criterion.most > 0),
  );
  return {
    templateRecognised: template.status !== 'unrecognised' && criteria.length > 0,
    criteria,
    missing,
    least: sum(criteria.map((criterion) => criterion.least)),
    most: sum(criteria.map((criterion) => criterion.most)),
    bounded,
    thresholds: applicableThresholds(standard, unitClass).possible,
    noZeroCriterion: standard?.noZeroCriterion?.value === true,
  };
}

function hasNoRule(item: ScoredItem): boolean {
  return item.observation.noCase && item.points === null && bandsForNoCase(item.rubric).length === 0 && item.rubric.bands.length > 0;
}

function noCaseQuestions(
  criteria: readonly ScoredCriterion[],
  options: ScoreWorkbookOptions,
  judge: (rules: Readonly<Record<string, NoCaseRule>>) => Verdict,
  now: Verdict,
): Question[] {
  const asked = criteria
    .reduce<ScoredItem[]>((all, criterion) => all.concat(criterion.items), [])
    .filter((item) => hasNoRule(item) && options.noCaseRules[item.item.number] === undefined && options.noCaseRules['*'] === undefined);
  if (asked.length === 0) return [];
  const withRule = (rule: NoCaseRule): Record<string, NoCaseRule> => {
    const rules: Record<string, NoCaseRule> = { ...options.noCaseRules };
    for (const item of asked) rules[item.item.number] = rule;
    return rules;
  };
  // The verdict moves one way with the points, so that the two extremes show every change that the answers can bring.
  const matters =
    now.status === 'undetermined' && (judge(withRule('most')).status !== now.status || judge(withRule('zero')).status !== now.status);
  if (!matters) return [];
  return asked.map((item) => {
    const whole = emptyWhole(item.observation);
    const cell = whole ?? item.observation.cells.observation ?? item.item.labelCell;
    return {
      code: 'no-case-rule',
      message: `Chỉ tiêu ${item.item.number} (ô ${cell.reference}) ${whole === null ? 'ghi không phát sinh' : 'có tổng số bằng 0'}, thang điểm không quy định: tính điểm tối đa, tính 0 điểm hay để ngỏ? Ghi kèm văn bản làm căn cứ.`,
      cells: [cell.reference],
      choices: ['most', 'zero', 'open'],
    };
  });
}

function readingQuestions(criteria: readonly ScoredCriterion[]): Question[] {
  const questions: Question[] = [];
  for (const criterion of criteria) {
    for (const item of criterion.items) {
      if (item.points !== null || item.observation.readings.length < 2) continue;
      const cell = item.observation.cells.observation ?? item.observation.cells.rate ?? item.item.labelCell;
      questions.push({
        code: 'number-reading',
        message: `“${item.observation.text}” ở ô ${cell.reference} (chỉ tiêu ${item.item.number}) đọc là số nào?`,
        cells: [cell.reference],
        choices: item.observation.readings.map((reading) => showValue(reading, item.rubric)),
      });
    }
  }
  return questions;
}

/**
 * Scores a whole workbook: every item, the sums of criteria and total (hundredths), the verdict and what only the officer can settle.
 * `readings` holds every item of the template's criteria and duplicates. A total without some criterion of the standard has no points.
 */
export function scoreWorkbook(
  template: Template,
  standard: Standard | null,
  unitClass: UnitClassDecision,
  readings: ItemReadings,
  options: ScoreWorkbookOptions,
): Score {
  const criteria = scoreCriteria(template, standard, readings, options);
  const found = grounds(criteria, template, standard, unitClass);
  const verdict = decideVerdict(found);
  const judge = (noCaseRules: Readonly<Record<string, NoCaseRule>>): Verdict =>
    decideVerdict(grounds(scoreCriteria(template, standard, readings, { noCaseRules }), template, standard, unitClass));
  const missingMost = sum(
    found.missing.map((number) => (standard?.criteria.find((each) => each.number === number)?.maxPoints?.value ?? 0) * 100),
  );
  return {
    template,
    standard,
    unitClass,
    criteria,
    total: {
      points: found.missing.length > 0 ? null : sumOrNull(criteria.map((criterion) => criterion.points)),
      least: found.least,
      most: found.most + missingMost,
      maxPoints: readPoints(template.total.maximum) ?? sumOrNull(criteria.map((criterion) => criterion.maxPoints)),
      selfScore: readPoints(template.total.selfScore) ?? sumOrNull(criteria.map((criterion) => criterion.selfScore)),
      threshold: applicableThresholds(standard, unitClass).threshold,
    },
    verdict,
    questions: [...noCaseQuestions(criteria, options, judge, verdict), ...readingQuestions(criteria)],
  };
}
