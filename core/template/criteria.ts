import type { PreparedLabel } from '../text/likeness';
import { likenessLimit, likenessOf, prepareLabel, wordMatcher } from '../text/likeness';
import { rememberTexts } from '../text/remember';
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
  /** Lead over the next best criterion that is alike at all. */
  readonly lead: number;
}

const prepared = new WeakMap<Standard, CriterionNames>();
const searches = new WeakMap<CriterionNames, (text: string) => CriterionMatch | null>();

/** Less likeness than this is none. */
const LEAST = 0.3;

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
  let search = searches.get(criteria);
  if (search === undefined) searches.set(criteria, (search = rememberTexts(searchAmong(criteria), 3000)));
  return search(text);
}

/** Only names that have enough of a text's words in common with it to be alike are compared with it. */
function searchAmong(criteria: CriterionNames): (text: string) => CriterionMatch | null {
  const labels = criteria.names.reduce<PreparedLabel[]>((all, entry) => all.concat(entry.labels), []);
  const placesOf = wordMatcher(labels);
  return (text) => {
    const prepared = prepareLabel(text);
    const [own, theirs] = [new Array<number>(labels.length).fill(0), new Array<number>(labels.length).fill(0)];
    for (const token of prepared.tokens) {
      for (const { label, weight } of placesOf(token)) {
        own[label] = (own[label] as number) + token.weight;
        theirs[label] = (theirs[label] as number) + weight;
      }
    }
    let best: { number: number | null; index: number; score: number } | null = null;
    let second = 0;
    let at = 0;
    for (const entry of criteria.names) {
      let score = 0;
      for (const label of entry.labels) {
        if (likenessLimit(prepared, label, own[at] as number, theirs[at] as number) >= LEAST)
          score = Math.max(score, likenessOf(prepared, label));
        at++;
      }
      if (best === null || score > best.score) {
        second = best === null ? 0 : best.score;
        best = { number: entry.number, index: entry.index, score };
      } else if (score > second) second = score;
    }
    if (best === null || best.score < LEAST) return null;
    return { ...best, lead: best.score - second };
  };
}
