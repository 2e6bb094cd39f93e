import { likenessOf, prepareLabel } from '../text/likeness';

/** What an item is known by. */
export interface LabelledItem {
  readonly criterion: number;
  readonly number: string;
  readonly label: string;
}

const SURE = 0.45;
/** Wordings of the same item lie above this where it also stands in the same place. */
const IN_PLACE = 0.25;
const PLACE_BONUS = 0.05;
/** Where the labels name different numbers (ages, years), only nearly equal words make them the same. */
const OTHER_NUMBERS = 0.8;

function numbersIn(label: string): string {
  return Array.from(new Set(label.match(/\d+/g) ?? []))
    .map((digits) => digits.replace(/^0+(?=\d)/, ''))
    .sort()
    .join(' ');
}

function alignCriterion(own: readonly LabelledItem[], reference: readonly LabelledItem[]): (number | null)[] {
  const labels = own.map((item) => prepareLabel(item.label));
  const known = reference.map((item) => prepareLabel(item.label));
  const result = new Array<number | null>(own.length).fill(null);
  if (own.length === 1 && reference.length === 1) return [0];
  const ages = own.map((item) => numbersIn(item.label));
  const knownAges = reference.map((item) => numbersIn(item.label));
  const taken = new Set<number>();
  const pairs: { own: number; reference: number; score: number }[] = [];
  labels.forEach((label, row) =>
    known.forEach((other, column) => {
      const alike = likenessOf(label, other);
      const inPlace = row === column && own.length === reference.length;
      const conflicting = ages[row] !== '' && knownAges[column] !== '' && ages[row] !== knownAges[column];
      if (conflicting && alike < OTHER_NUMBERS) return;
      if (alike >= SURE || (inPlace && alike >= IN_PLACE))
        pairs.push({ own: row, reference: column, score: alike + (inPlace ? PLACE_BONUS : 0) });
    }),
  );
  pairs.sort((a, b) => b.score - a.score || a.own - b.own || a.reference - b.reference);
  for (const pair of pairs) {
    if (result[pair.own] !== null || taken.has(pair.reference)) continue;
    result[pair.own] = pair.reference;
    taken.add(pair.reference);
  }
  return result;
}

function places(items: readonly LabelledItem[]): Map<number, number[]> {
  const byCriterion = new Map<number, number[]>();
  items.forEach((item, index) => {
    const list = byCriterion.get(item.criterion);
    if (list === undefined) byCriterion.set(item.criterion, [index]);
    else list.push(index);
  });
  return byCriterion;
}

/**
 * Which item of the reference each own item is, by the likeness of their labels inside the same criterion; null for one that the reference does
 * not have. The answer for the same labels is kept by the returned function.
 */
export function alignerTo(reference: readonly LabelledItem[]): (own: readonly LabelledItem[]) => readonly (number | null)[] {
  const known = new Map<string, readonly (number | null)[]>();
  const referencePlaces = places(reference);
  return (own) => {
    const key = own.map((item) => `${item.criterion}\u0001${item.label}`).join('\u0002');
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const result = new Array<number | null>(own.length).fill(null);
    places(own).forEach((indices, criterion) => {
      const there = referencePlaces.get(criterion) ?? [];
      const matched = alignCriterion(
        indices.map((index) => own[index] as LabelledItem),
        there.map((index) => reference[index] as LabelledItem),
      );
      matched.forEach((match, position) => {
        result[indices[position] as number] = match === null ? null : (there[match] as number);
      });
    });
    known.set(key, result);
    return result;
  };
}
