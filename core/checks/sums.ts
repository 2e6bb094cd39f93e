import { showPoints } from '../scoring/points';
import type { ScoredCriterion, ScoredItem } from '../scoring/score';
import { awardsAboveMaximum, wrongMaximum } from '../scoring/stated-maximum';
import type { SourceCell } from '../template/template';
import { criterionSubject, itemSubject, report, type ChecksInput, type Draft } from './draft';
import { readStatedPoints } from './stated-points';

/** One part of a sum: its stated points, or what it could have been filled with (null: anything from 0 to `most`; null there: unknown). */
interface Part {
  readonly points: number | null;
  readonly most: number | null;
  readonly fillings?: readonly number[] | null;
}

/**
 * What parts add up to: `known` is the sum of those that are stated, `open` the most that the unstated ones can add (null: unknown),
 * `fillings` every sum that the unstated ones can add where these are few.
 */
interface PartialSum {
  readonly known: number;
  readonly open: number | null;
  readonly fillings: readonly number[] | null;
  readonly stated: number;
}

const MOST_FILLINGS = 400;

function addUp(parts: readonly Part[]): PartialSum {
  let known = 0;
  let open: number | null = 0;
  let fillings: readonly number[] | null = [0];
  let stated = 0;
  for (const part of parts) {
    if (part.points !== null) {
      known += part.points;
      stated += 1;
      continue;
    }
    open = open === null || part.most === null ? null : open + part.most;
    const own: readonly number[] | null = part.fillings ?? null;
    const before: readonly number[] | null = fillings;
    fillings = before === null || own === null ? null : [...new Set(before.flatMap((sum) => own.map((points) => sum + points)))];
    if (fillings !== null && fillings.length > MOST_FILLINGS) fillings = null;
  }
  return { known, open, fillings, stated };
}

/** A stated sum is wrong where no way of filling the unstated parts gives it. */
function contradicts(stated: number, sum: PartialSum): boolean {
  if (sum.fillings !== null) return !sum.fillings.includes(stated - sum.known);
  return stated < sum.known || (sum.open !== null && stated > sum.known + sum.open);
}

/** The points that an item's scale awards, and none; null where they are not a short list. */
function fillingsOf(item: ScoredItem): readonly number[] | null {
  const { rubric } = item;
  if (rubric.bands.length === 0 || rubric.perUnit !== null || rubric.proportional !== null || rubric.unread.length > 0) return null;
  return [...new Set([0, ...rubric.bands.map((band) => band.points)])];
}

function partOf(item: ScoredItem): Part {
  return { points: item.selfScore, most: item.maxPoints, fillings: fillingsOf(item) };
}

function isPresent(cell: SourceCell | null): cell is SourceCell {
  return cell !== null;
}

/** A criterion's stated points against those of its items. The cached result of a formula is what she sees, so it is what is compared. */
function checkCriterionSum(criterion: ScoredCriterion): Draft[] {
  const { number, selfScore, sharesRowWithItem } = criterion.criterion;
  const stated = readStatedPoints(selfScore).points;
  if (selfScore === null || stated === null || sharesRowWithItem) return [];
  const sum = addUp(criterion.items.map(partOf));
  if (sum.stated === 0 || !contradicts(stated, sum)) return [];
  const cells = criterion.items.map((item) => item.item.selfScore).filter(isPresent);
  return [
    report(
      'criterion-total-mismatch',
      { at: selfScore, cells, criterion: number },
      { subject: criterionSubject(number), stated: showPoints(stated), sum: showPoints(sum.known) },
    ),
  ];
}

function checkTotal(input: ChecksInput): Draft[] {
  const { template, score } = input;
  const cell = template.total.selfScore;
  const stated = readStatedPoints(cell).points;
  if (cell === null || stated === null || score.criteria.length === 0) return [];
  const parts = score.criteria.map((criterion) => {
    const own = readStatedPoints(criterion.criterion.selfScore).points;
    const items = addUp(criterion.items.map(partOf));
    const complete = items.stated > 0 && items.stated === criterion.items.length;
    const fillings = items.fillings === null ? null : items.fillings.map((points) => items.known + points);
    return { points: own ?? (complete ? items.known : null), most: criterion.maxPoints, fillings };
  });
  const sum = addUp(parts);
  if (sum.stated === 0) return [];
  // Her total may rightly or wrongly count a criterion that stands there twice: that is its own finding.
  const twice = template.duplicates.map((duplicate) =>
    addUp(duplicate.items.map((item) => ({ points: readStatedPoints(item.selfScore).points, most: null }))),
  );
  const counted = twice.reduce((points, one) => points + one.known, 0);
  const withDuplicates = { ...sum, known: sum.known + counted };
  if (!contradicts(stated, sum) || (twice.length > 0 && !contradicts(stated, withDuplicates))) return [];
  const cells = score.criteria.map((criterion) => criterion.criterion.selfScore).filter(isPresent);
  return [report('total-mismatch', { at: cell, cells, total: true }, { stated: showPoints(stated), sum: showPoints(sum.known) })];
}

function itemsMaximum(criterion: ScoredCriterion): number | null {
  if (criterion.items.length === 0) return null;
  return criterion.items.reduce<number | null>((sum, item) => (sum === null || item.maxPoints === null ? null : sum + item.maxPoints), 0);
}

/** How much more the items can give by their own scales than by their stated maxima. */
function aboveMaxima(criterion: ScoredCriterion): number {
  return criterion.items.reduce((sum, item) => (awardsAboveMaximum(item) ? sum + item.rubric.most! - item.maxPoints! : sum), 0);
}

/** True where a criterion's stated maximum is not what its items' maxima add up to: then one of these maxima is wrong. */
export function maximaDisagree(criterion: ScoredCriterion): boolean {
  const { maximum, sharesRowWithItem } = criterion.criterion;
  const stated = readStatedPoints(maximum).points;
  const sum = itemsMaximum(criterion);
  return stated !== null && sum !== null && !sharesRowWithItem && stated !== sum;
}

/** Items whose scale gives more than the maximum beside it, where the criterion's own maximum does not tell which of the two is wrong. */
function checkItemMaxima(criterion: ScoredCriterion): Draft[] {
  return criterion.items.filter(awardsAboveMaximum).map((item) =>
    report(
      'max-points-mismatch',
      { at: item.item.maximum, criterion: criterion.criterion.number, item: item.item.number },
      {
        scope: 'scale',
        subject: itemSubject(item.item.number),
        stated: showPoints(item.maxPoints ?? 0),
        scale: showPoints(item.rubric.most ?? 0),
      },
    ),
  );
}

function checkCriterionMaximum(criterion: ScoredCriterion): Draft[] {
  const { number, maximum, sharesRowWithItem } = criterion.criterion;
  const stated = readStatedPoints(maximum).points;
  const sum = itemsMaximum(criterion);
  if (maximum === null || stated === null || sum === null || sharesRowWithItem || stated === sum) return checkItemMaxima(criterion);
  const subject = criterionSubject(number);
  const cells = [maximum, ...criterion.items.map((item) => item.item.maximum).filter(isPresent)];
  const item = wrongMaximum(criterion.items, stated - sum);
  const place = { cells, criterion: number };
  if (item !== null && item.item.maximum !== null) {
    const words = {
      subject: itemSubject(item.item.number),
      stated: showPoints(item.maxPoints ?? 0),
      scale: showPoints(item.rubric.most ?? 0),
      criterion: subject.toLowerCase(),
    };
    return [report('max-points-mismatch', { ...place, at: item.item.maximum, item: item.item.number }, { scope: 'item', ...words })];
  }
  const ofItems = checkItemMaxima(criterion);
  // Where the scales' maxima add up to the criterion's, the items' maxima are wrong, and that is said.
  if (ofItems.length > 0 && sum + aboveMaxima(criterion) === stated) return ofItems;
  return [
    ...ofItems,
    report(
      'max-points-mismatch',
      { ...place, at: maximum },
      { scope: 'criterion', subject, stated: showPoints(stated), sum: showPoints(sum) },
    ),
  ];
}

function checkTotalMaximum(input: ChecksInput): Draft[] {
  const { template, score } = input;
  const cell = template.total.maximum;
  const stated = readStatedPoints(cell).points;
  // A missing or a doubled criterion is its own finding; the sum is off because of it.
  const incomplete = template.duplicates.length > 0 || (score.standard !== null && score.criteria.length < score.standard.criteriaCount);
  if (cell === null || stated === null || score.criteria.length === 0 || incomplete) return [];
  const own = score.criteria.map((criterion) => readStatedPoints(criterion.criterion.maximum).points ?? itemsMaximum(criterion));
  const byItems = score.criteria.map((criterion, index) => itemsMaximum(criterion) ?? own[index] ?? null);
  const total = (parts: readonly (number | null)[]): number | null =>
    parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
  const sum = total(own);
  // Where the items add up to the stated total, a criterion's own maximum is the wrong one, and that has been said.
  const corrected = score.criteria.map((criterion, index) => {
    const items = byItems[index] ?? null;
    return items === null ? null : items + aboveMaxima(criterion);
  });
  if (sum === null || sum === stated || total(byItems) === stated || total(corrected) === stated) return [];
  const cells = score.criteria.map((criterion) => criterion.criterion.maximum).filter(isPresent);
  return [
    report('max-points-mismatch', { at: cell, cells, total: true }, { scope: 'total', stated: showPoints(stated), sum: showPoints(sum) }),
  ];
}

/** Error values where a maximum should stand. */
function checkMaximumErrors(input: ChecksInput): Draft[] {
  const { criteria } = input.score;
  const broken = (cell: SourceCell | null): cell is SourceCell => cell !== null && readStatedPoints(cell).kind === 'error';
  const words = (subject: string, cell: SourceCell) => ({ subject: `${subject}, điểm tối đa`, seen: cell.text, expected: '' });
  const total = input.template.total.maximum;
  return [
    ...criteria.flatMap(({ criterion, items }) => [
      ...(broken(criterion.maximum) && !criterion.sharesRowWithItem
        ? [
            report(
              'formula-error',
              { at: criterion.maximum, criterion: criterion.number },
              words(criterionSubject(criterion.number), criterion.maximum),
            ),
          ]
        : []),
      ...items.flatMap(({ item }) =>
        broken(item.maximum)
          ? [
              report(
                'formula-error',
                { at: item.maximum, criterion: criterion.number, item: item.number },
                words(itemSubject(item.number), item.maximum),
              ),
            ]
          : [],
      ),
    ]),
    ...(broken(total) ? [report('formula-error', { at: total, total: true }, words('Tổng điểm', total))] : []),
  ];
}

/** Findings about sums: the officer's points from items to criterion to total, and the maxima. Everything is added up anew from the cells below. */
export function checkSums(input: ChecksInput): Draft[] {
  return [
    ...input.score.criteria.flatMap((criterion) => [...checkCriterionMaximum(criterion), ...checkCriterionSum(criterion)]),
    ...checkTotal(input),
    ...checkTotalMaximum(input),
    ...checkMaximumErrors(input),
  ];
}
