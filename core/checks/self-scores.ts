import type { ScoredCriterion, ScoredItem } from '../scoring/score';
import { showPoints } from '../scoring/points';
import { showRange } from '../scoring/explain';
import { awardsAboveMaximum } from '../scoring/stated-maximum';
import type { SourceCell } from '../template/template';
import { fold } from '../text/fold';
import { awardablePoints } from './awardable-points';
import { criterionSubject, itemSubject, report, type ChecksInput, type Draft, type Place } from './draft';
import { readStatedPoints } from './stated-points';
import { maximaDisagree } from './sums';

// Words that officers put into a column of points and that are understood: a tick, a yes or no, “không chấm”.
const KNOWN_WORDS = /^(?:x|v|co|khong|dat|khong dat|khong cham|khong phat sinh|khong co|k)$/;

/** Findings about the cell itself, whatever its points: an error value, words that are no points, a number stored as text. */
function checkCell(cell: SourceCell | null, place: Omit<Place, 'at'>, subject: string): Draft[] {
  const stated = readStatedPoints(cell);
  if (cell === null) return [];
  const at = { ...place, at: cell };
  const about = `${subject}, điểm tự chấm`;
  if (stated.kind === 'error') return [report('formula-error', at, { subject: about, seen: cell.text, expected: '' })];
  if (stated.kind === 'text-number')
    return [report('text-number', at, { subject: about, seen: cell.text, expected: showPoints(stated.points ?? 0) })];
  if (stated.kind !== 'words' || stated.points !== null || KNOWN_WORDS.test(fold(cell.text))) return [];
  return [report('unreadable-value', at, { subject: about, seen: cell.text, expected: 'số điểm, ví dụ 50' })];
}

function sentence(explanation: string): string {
  return explanation.trim().replace(/\.$/, '');
}

/** Where the self-score differs: from the points, or, while they are undecided, from everything that they can be. */
function mismatch(stated: number, scored: Pick<ScoredItem, 'points' | 'least' | 'most'>): boolean {
  return scored.points === null ? stated < scored.least || stated > scored.most : stated !== scored.points;
}

function computedWords(scored: Pick<ScoredItem, 'points' | 'least' | 'most'>): string {
  return scored.points === null ? showRange(scored.least, scored.most).replace(/ điểm$/, '') : showPoints(scored.points);
}

function checkItemPoints(item: ScoredItem, cell: SourceCell, stated: number, within: ScoredCriterion): Draft[] {
  const criterion = within.criterion.number;
  const subject = itemSubject(item.item.number);
  const place = { at: cell, criterion, item: item.item.number };
  // Points that the scale gives, above a maximum that is itself said to be wrong, are no mistake of hers.
  const above = awardsAboveMaximum(item);
  const explained = (stated === item.points && maximaDisagree(within)) || (above && stated <= item.rubric.most!);
  if (item.maxPoints !== null && stated > item.maxPoints && !explained)
    return [report('self-score-exceeds-max', place, { subject, stated: showPoints(stated), maximum: showPoints(item.maxPoints) })];
  const drafts: Draft[] = [];
  // Without a maximum and a scale nothing bounds what the item can give.
  const bounded = item.points !== null || item.most > 0;
  const differs = bounded && mismatch(stated, item);
  if (differs)
    drafts.push(
      report('self-score-mismatch', place, {
        subject,
        stated: showPoints(stated),
        computed: computedWords(item),
        explanation: sentence(item.explanation),
      }),
    );
  // The maximum is as good as the scale where the two contradict each other.
  const awards = stated === item.points || (above && stated === item.maxPoints) ? null : awardablePoints(item.rubric);
  if (awards !== null && !awards.allows(stated))
    drafts.push(report('self-score-not-in-rubric', place, { subject, stated: showPoints(stated), awards: awards.words }));
  return drafts;
}

function hasItemScore(item: ScoredItem): boolean {
  return item.selfScore !== null;
}

/** A criterion's own points where none of its items has any: a typed number stands for all, a formula over blanks stands for nothing. */
function standsForItems(criterion: ScoredCriterion): boolean {
  const cell = criterion.criterion.selfScore;
  const stated = readStatedPoints(cell).points;
  if (stated === null || criterion.items.some(hasItemScore)) return false;
  return cell?.cell?.formula === undefined || stated !== 0;
}

/** Where the officer's points stand elsewhere in the form: at items, only at criteria, or nowhere. */
type Filled = 'items' | 'criteria' | 'nowhere';

function checkCriterion(criterion: ScoredCriterion, filled: Filled): Draft[] {
  const { number, selfScore: cell, sharesRowWithItem } = criterion.criterion;
  const subject = criterionSubject(number);
  const drafts: Draft[] = [];
  const standsAlone = standsForItems(criterion);
  for (const item of criterion.items) {
    const at = item.item.selfScore;
    if (at === null) continue;
    const place = { criterion: number, item: item.item.number };
    drafts.push(...checkCell(item.item.selfScore, place, itemSubject(item.item.number)));
    if (item.selfScore !== null) drafts.push(...checkItemPoints(item, at, item.selfScore, criterion));
    else if (filled === 'items' && !standsAlone && readStatedPoints(at).kind === 'blank')
      drafts.push(
        report(
          'missing-self-score',
          { ...place, at },
          { subject: itemSubject(item.item.number), computed: item.points === null ? '' : showPoints(item.points) },
        ),
      );
  }
  if (cell === null || sharesRowWithItem) return drafts;
  drafts.push(...checkCell(cell, { criterion: number }, subject));
  const stated = readStatedPoints(cell).points;
  const place = { at: cell, criterion: number };
  if (filled === 'criteria' && readStatedPoints(cell).kind === 'blank')
    drafts.push(report('missing-self-score', place, { subject, computed: criterion.points === null ? '' : showPoints(criterion.points) }));
  if (stated === null) return drafts;
  const itemExceeds = criterion.items.some(
    (item) => item.selfScore !== null && item.maxPoints !== null && item.selfScore > item.maxPoints && !awardsAboveMaximum(item),
  );
  const itemsMaximum = criterion.items.reduce<number | null>(
    (sum, item) => (sum === null || item.maxPoints === null ? null : sum + (awardsAboveMaximum(item) ? item.rubric.most! : item.maxPoints)),
    0,
  );
  const withinItems = criterion.items.length > 0 && itemsMaximum !== null && stated <= itemsMaximum;
  if (criterion.maxPoints !== null && stated > criterion.maxPoints) {
    // An item above its maximum, or a wrong maximum of the criterion, already says why.
    if (!itemExceeds && !withinItems)
      drafts.push(
        report('self-score-exceeds-max', place, { subject, stated: showPoints(stated), maximum: showPoints(criterion.maxPoints) }),
      );
    return drafts;
  }
  const bounded = criterion.points !== null || criterion.most > 0;
  if (standsAlone && bounded && mismatch(stated, criterion))
    drafts.push(
      report('self-score-mismatch', place, { subject, stated: showPoints(stated), computed: computedWords(criterion), explanation: '' }),
    );
  return drafts;
}

/**
 * Findings about the officer's points. Mismatches are raised at items; a criterion or a total is compared itself only where nothing below
 * it has points of its own. Points above the maximum are that finding alone. An entirely empty column is no finding.
 */
export function checkSelfScores(input: ChecksInput): Draft[] {
  const { criteria, total } = input.score;
  const atItems = criteria.some((criterion) => criterion.items.some(hasItemScore));
  const filled: Filled = atItems ? 'items' : criteria.some(standsForItems) ? 'criteria' : 'nowhere';
  const drafts = criteria.flatMap((criterion) => checkCriterion(criterion, filled));
  const cell = input.template.total.selfScore;
  drafts.push(...checkCell(cell, { total: true }, 'Tổng điểm'));
  const stated = readStatedPoints(cell).points;
  const alone = filled === 'nowhere' && stated !== null && !(cell?.cell?.formula !== undefined && stated === 0);
  if (cell !== null && alone && criteria.length > 0 && mismatch(stated, total))
    drafts.push(
      report(
        'self-score-mismatch',
        { at: cell, total: true },
        { subject: 'Tổng điểm', stated: showPoints(stated), computed: computedWords(total), explanation: '' },
      ),
    );
  return drafts;
}
