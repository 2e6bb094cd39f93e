import type { VerdictReason } from '../assessment';
import type { Standard } from '../standards/standard';
import type { ScoredCriterion, ScoredItem, UnitClassDecision } from './score';
import { openingProblem } from './explain-open';
import { showPoints } from './points';

/** What the verdict rests on. Points are hundredths; thresholds are points. */
export interface VerdictGrounds {
  readonly templateRecognised: boolean;
  readonly criteria: readonly ScoredCriterion[];
  /** Numbers of the standard's criteria that the workbook does not have. */
  readonly missing: readonly number[];
  readonly least: number;
  readonly most: number;
  /** Every item's greatest points are known, so that `most` really bounds the total. */
  readonly bounded: boolean;
  /** The thresholds that may apply: one where it is known, all of the standard where the unit class is not, none where no figure is known. */
  readonly thresholds: readonly number[];
  /** No criterion may have 0 points, by the standard. */
  readonly noZeroCriterion: boolean;
}

export interface Verdict {
  readonly status: 'meets' | 'fails' | 'undetermined';
  readonly reasons: readonly VerdictReason[];
}

/**
 * The threshold that applies, in points, and all that may apply where it is not known: the class's of the standard; where the standard has
 * none sourced, the one that the workbook itself states (contract, “A standard whose thresholds are not sourced”).
 */
export function applicableThresholds(
  standard: Standard | null,
  unitClass: UnitClassDecision,
): { readonly threshold: number | null; readonly possible: readonly number[] } {
  const known = standard?.thresholds ?? null;
  if (known && known.length > 0) {
    const own = known.find((threshold) => threshold.unitClass === unitClass.unitClass);
    return own
      ? { threshold: own.minPoints, possible: [own.minPoints] }
      : { threshold: null, possible: known.map((each) => each.minPoints) };
  }
  return unitClass.statedThreshold === null
    ? { threshold: null, possible: [] }
    : { threshold: unitClass.statedThreshold, possible: [unitClass.statedThreshold] };
}

function cellsOf(item: ScoredItem): string[] {
  const { observation, numerator, denominator, rate } = item.observation.cells;
  const problem = item.observation.problems[0];
  const first = problem?.cell ?? observation ?? rate ?? numerator ?? denominator ?? item.item.labelCell;
  return [first.reference];
}

function hasRubric(item: ScoredItem): boolean {
  const { bands, perUnit, proportional, unread, complete } = item.rubric;
  return (bands.length > 0 || perUnit !== null || proportional !== null) && (unread.length === 0 || complete);
}

/** So many items without a result are one reason: a line for each would bury the others. */
const MOST_MISSING_NAMED = 5;

/** The items whose result is all that is missing, where they are many; else none. */
function manyWithoutResult(criteria: readonly ScoredCriterion[]): readonly ScoredItem[] {
  const missing = criteria.flatMap((criterion) =>
    criterion.items.filter(
      (item) => item.points === null && hasRubric(item) && openingProblem(item.observation)?.code === 'missing-observation',
    ),
  );
  return missing.length > MOST_MISSING_NAMED ? missing : [];
}

function openReasons(grounds: VerdictGrounds): VerdictReason[] {
  const reasons: VerdictReason[] = [];
  const together = manyWithoutResult(grounds.criteria);
  if (together.length > 0)
    reasons.push({
      code: 'open-range',
      cells: together.flatMap(cellsOf),
      message: `${together.length} chỉ tiêu chưa có kết quả: ${together.map((item) => item.item.number).join(', ')}.`,
    });
  for (const criterion of grounds.criteria) {
    for (const item of criterion.items) {
      if (item.points !== null || together.includes(item)) continue;
      const code = hasRubric(item) ? 'open-range' : 'rubric-incomplete';
      reasons.push({
        code,
        criterion: criterion.criterion.number,
        item: item.item.number,
        cells: cellsOf(item),
        message: `Chỉ tiêu ${item.item.number}: ${item.explanation}`,
      });
    }
    if (criterion.points === null && criterion.items.every((item) => item.points !== null)) {
      const cell = criterion.criterion.cell;
      const cells = cell ? { cells: [cell.reference] } : {};
      reasons.push({
        code: 'open-range',
        criterion: criterion.criterion.number,
        ...cells,
        message: `Tiêu chí ${criterion.criterion.number} chưa xác định được điểm.`,
      });
    }
  }
  return reasons;
}

function zeroReasons(criteria: readonly ScoredCriterion[]): VerdictReason[] {
  return criteria
    .filter((criterion) => criterion.points === 0)
    .map((criterion) => {
      const cell = criterion.criterion.cell;
      const cells = cell ? { cells: [cell.reference] } : {};
      return {
        code: 'zero-criterion',
        criterion: criterion.criterion.number,
        ...cells,
        message: `Tiêu chí ${criterion.criterion.number} được 0 điểm.`,
      };
    });
}

function rangeWords(grounds: VerdictGrounds): string {
  return grounds.least === grounds.most
    ? `${showPoints(grounds.most)} điểm`
    : `từ ${showPoints(grounds.least)} đến ${showPoints(grounds.most)} điểm`;
}

/**
 * Decides whether the unit meets the standard (contract, “Never a guess”): only where every way of filling the open ranges, and every
 * threshold that may apply, leads to the same answer. A missing criterion or an unrecognised template leaves it undetermined.
 */
export function decideVerdict(grounds: VerdictGrounds): Verdict {
  if (!grounds.templateRecognised) {
    return { status: 'undetermined', reasons: [{ code: 'template-unrecognised', message: 'Chưa nhận ra bảng chấm điểm trong tệp này.' }] };
  }
  if (grounds.missing.length > 0) {
    const reasons = grounds.missing.map((number): VerdictReason => ({
      code: 'rubric-incomplete',
      criterion: number,
      message: `Bảng chấm điểm không có tiêu chí ${number}.`,
    }));
    return { status: 'undetermined', reasons: [...reasons, ...openReasons(grounds)] };
  }
  const { thresholds, least, most } = grounds;
  const lowest = Math.min(...thresholds) * 100;
  const highest = Math.max(...thresholds) * 100;
  const zeros = grounds.noZeroCriterion ? zeroReasons(grounds.criteria) : [];
  const below = grounds.bounded && thresholds.length > 0 && most < lowest;
  if (zeros.length > 0 || below) {
    const limit = lowest === highest ? `ngưỡng ${showPoints(lowest)} điểm` : `cả ngưỡng thấp nhất (${showPoints(lowest)} điểm)`;
    const words = `Tổng điểm ${rangeWords(grounds)}, thấp hơn ${limit}.`;
    return { status: 'fails', reasons: below ? [...zeros, { code: 'below-threshold', message: words }] : zeros };
  }
  const mayBeZero = grounds.noZeroCriterion && grounds.criteria.some((criterion) => criterion.least === 0);
  if (thresholds.length > 0 && least >= highest && !mayBeZero) {
    const zeroWords = grounds.noZeroCriterion ? ' và không có tiêu chí nào 0 điểm' : '';
    const limit = lowest === highest ? `ngưỡng ${showPoints(highest)} điểm` : `cả ngưỡng cao nhất (${showPoints(highest)} điểm)`;
    return {
      status: 'meets',
      reasons: [{ code: 'meets-all', message: `Tổng điểm ${rangeWords(grounds)}, đạt ${limit}${zeroWords}.` }],
    };
  }
  const reasons: VerdictReason[] = [];
  if (thresholds.length === 0) reasons.push({ code: 'threshold-unknown', message: 'Chưa biết ngưỡng điểm công nhận để kết luận.' });
  else if (lowest !== highest)
    reasons.push({
      code: 'threshold-unknown',
      message: `Chưa biết loại đơn vị nên chưa biết ngưỡng công nhận (${showPoints(lowest)} đến ${showPoints(highest)} điểm).`,
    });
  const openMatters = mayBeZero || (thresholds.length > 0 && least < lowest) || (thresholds.length > 0 && lowest === highest);
  if (openMatters) reasons.push(...openReasons(grounds));
  return { status: 'undetermined', reasons };
}
