import { showPoints } from '../scoring/points';
import type { ScoredCriterion, ScoredItem } from '../scoring/score';
import type { Workbook } from '../workbook/workbook';
import { itemSubject, report, type ChecksInput, type Draft } from './draft';

function isFilled(item: ScoredItem): boolean {
  return item.item.evidence !== null && item.item.evidence.text.trim() !== '';
}

/** The evidence of a whole criterion may stand once, on the criterion's own row. */
function standsAtCriterion(workbook: Workbook, criterion: ScoredCriterion, item: ScoredItem): boolean {
  const evidence = item.item.evidence;
  const row = criterion.criterion.cell?.location;
  if (evidence === null || !row || row.sheet !== evidence.location.sheet) return false;
  // A criterion merged beside its items begins on the first item's row: what stands there is that item's own evidence.
  if (criterion.items.some((other) => other.item.labelCell.location.row === row.row)) return false;
  const sheet = workbook.sheets.find((one) => one.name === row.sheet);
  return (
    sheet?.cells.some(
      (cell) =>
        cell.row === row.row && cell.column === evidence.location.column && typeof cell.value === 'string' && cell.value.trim() !== '',
    ) ?? false
  );
}

/** Findings about points that are claimed without evidence, in workbooks that state it for other items. Nothing claimed needs none. */
export function checkEvidence(input: ChecksInput): Draft[] {
  const { criteria } = input.score;
  const keepsEvidence = criteria.some((criterion) => criterion.items.some(isFilled));
  if (!keepsEvidence) return [];
  return criteria.flatMap((criterion) =>
    criterion.items
      .filter(
        (item) =>
          item.item.evidence !== null &&
          !isFilled(item) &&
          (item.selfScore ?? 0) > 0 &&
          !standsAtCriterion(input.workbook, criterion, item),
      )
      .map((item) => {
        const place = { at: item.item.evidence, criterion: criterion.criterion.number, item: item.item.number };
        return report('missing-evidence', place, { subject: itemSubject(item.item.number), stated: showPoints(item.selfScore ?? 0) });
      }),
  );
}
