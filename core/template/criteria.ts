import type { PreparedLabel } from '../text/likeness';
import { likenessOf, prepareLabel } from '../text/likeness';
import type { Standard } from '../standards/standard';

/** A standard's criterion names made ready for comparison. */
export interface CriterionNames {
  readonly standard: Standard;
  readonly names: readonly { readonly number: number | null; readonly index: number; readonly labels: readonly PreparedLabel[] }[];
}

export interface CriterionMatch {
  /** The standard's number; null where the standard's numbering is not sourced. */
  readonly number: number | null;
  readonly index: number;
  /** 0 to 1. */
  readonly score: number;
  /** Lead over the next best criterion. */
  readonly lead: number;
}

const prepared = new WeakMap<Standard, CriterionNames>();
const matches = new WeakMap<CriterionNames, Map<string, CriterionMatch | null>>();
/** The same labels come back in every commune's workbook; a full memory is emptied rather than grown. */
const REMEMBERED = 6000;

/** Makes a standard's names ready; done once for each standard. */
export function prepareCriteria(standard: Standard): CriterionNames {
  const known = prepared.get(standard);
  if (known !== undefined) return known;
  const made = make(standard);
  prepared.set(standard, made);
  return made;
}

function make(standard: Standard): CriterionNames {
  return {
    standard,
    names: standard.criteria.map((criterion, index) => ({
      number: criterion.number,
      index,
      labels: [criterion.name.value, ...criterion.alsoCalled].map(prepareLabel),
    })),
  };
}

/** The criterion whose name is most like a text; null for a blank text or nothing alike. */
export function matchCriterion(text: string, criteria: CriterionNames): CriterionMatch | null {
  if (text.length < 3 || text.length > 400) return null;
  let remembered = matches.get(criteria);
  if (remembered === undefined) matches.set(criteria, (remembered = new Map()));
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const found = search(text, criteria);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, found);
  return found;
}

function search(text: string, criteria: CriterionNames): CriterionMatch | null {
  const prepared = prepareLabel(text);
  let best: { number: number | null; index: number; score: number } | null = null;
  let second = 0;
  for (const entry of criteria.names) {
    let score = 0;
    for (const label of entry.labels) score = Math.max(score, likenessOf(prepared, label));
    if (best === null || score > best.score) {
      second = best === null ? 0 : best.score;
      best = { number: entry.number, index: entry.index, score };
    } else if (score > second) second = score;
  }
  if (best === null || best.score < 0.3) return null;
  return { ...best, lead: best.score - second };
}
