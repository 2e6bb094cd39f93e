import { likeness } from '../text/likeness';
import type { DraftCriterion, DraftItem } from './drafts';
import type { KindedTable } from './sheet-reading';

/** A criterion with the table it stands in. */
export interface Placed {
  readonly criterion: DraftCriterion;
  readonly table: KindedTable;
}

function detail(criterion: DraftCriterion): number {
  let value = 0;
  for (const item of criterion.items) {
    value += 1 + (item.rubric.length > 0 ? 3 : 0) + (item.maximum !== null && item.maximum.text !== '' ? 1 : 0);
    for (const cell of [item.result, item.numerator, item.rate, item.selfScore]) if (cell !== null && cell.text !== '') value += 1;
  }
  return criterion.sharesRowWithItem && criterion.items.length === 1 ? value * 0.7 : value;
}

/** Sorts tables' criteria by number: the one that counts, its duplicates, and lines of summary tables. */
export function placeCriteria(
  tables: readonly KindedTable[],
  count: number,
): { chosen: Map<number, Placed>; doubles: Placed[]; sums: Placed[] } {
  const byNumber = new Map<number, Placed[]>();
  const sums: Placed[] = [];
  const unnumbered: Placed[] = [];
  for (const table of tables) {
    for (const criterion of table.criteria) {
      if (table.kind === 'summary') {
        sums.push({ criterion, table });
        continue;
      }
      if (criterion.number === null) {
        unnumbered.push({ criterion, table });
        continue;
      }
      const list = byNumber.get(criterion.number) || [];
      list.push({ criterion, table });
      byNumber.set(criterion.number, list);
    }
  }
  for (const placed of unnumbered) {
    for (let number = 1; number <= count; number++) {
      if (byNumber.has(number)) continue;
      placed.criterion.number = number;
      byNumber.set(number, [placed]);
      break;
    }
  }
  const chosen = new Map<number, Placed>();
  const doubles: Placed[] = [];
  for (const [number, list] of byNumber) {
    if (number < 1 || number > count) continue;
    const merged = uniteParts(list);
    const best = merged.reduce((a, b) => (detail(b.criterion) > detail(a.criterion) * 1.5 ? b : a));
    chosen.set(number, best);
    for (const placed of merged) {
      if (placed === best) continue;
      // A line without items of its own beside the full criterion is a summary, not a second criterion.
      if (detail(placed.criterion) * 1.5 < detail(best.criterion) && placed.criterion.sharesRowWithItem) sums.push(placed);
      else if (
        placed.table.frame.grid === best.table.frame.grid ||
        placed.criterion.items.some((item) => item.selfScore !== null && item.selfScore.text !== '')
      )
        doubles.push(placed);
    }
  }
  if (chosen.size === 0) {
    // Only a summary: its lines are all there is.
    for (const placed of sums.splice(0))
      if (placed.criterion.number !== null && !chosen.has(placed.criterion.number)) chosen.set(placed.criterion.number, placed);
  }
  return { chosen, doubles, sums };
}

/** A criterion whose items lie with several agencies stands in several tables: parts without a common item are one criterion. */
function uniteParts(list: readonly Placed[]): Placed[] {
  const result: Placed[] = [];
  for (const placed of list) {
    // In a table with a column of criteria their items need not stand together.
    const apart = (other: Placed): boolean => other.table !== placed.table || placed.table.columns.criterion !== null;
    const whole = result.find((other) => apart(other) && !sharesItems(other.criterion, placed.criterion));
    if (whole === undefined || placed.criterion.sharesRowWithItem || whole.criterion.sharesRowWithItem) {
      result.push({ ...placed });
      continue;
    }
    const items = whole.criterion.items.concat(placed.criterion.items);
    const order = (item: DraftItem): number => {
      const match = /(\d+)\s*[.,]\s*(\d+)/.exec(item.shownNumber || '');
      return match === null ? 0 : Number(match[2]);
    };
    if (items.every((item) => order(item) > 0)) items.sort((a, b) => order(a) - order(b));
    result[result.indexOf(whole)] = { table: whole.table, criterion: { ...whole.criterion, items, maximum: null, selfScore: null } };
  }
  return result;
}

function sharesItems(a: DraftCriterion, b: DraftCriterion): boolean {
  return a.items.some((item) =>
    b.items.some(
      (other) =>
        likeness(item.label, other.label) >= 0.85 ||
        (item.shownNumber !== null && /\d[.,]\d/.test(item.shownNumber) && item.shownNumber === other.shownNumber),
    ),
  );
}
