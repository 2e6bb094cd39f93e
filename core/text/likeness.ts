import { expandAbbreviations } from './abbreviations';
import { fold, normalise } from './fold';
import { stripNumbering } from './numbering';
import { rememberTexts } from './remember';

export { readNumbering, readOrdinal, stripNumbering } from './numbering';
export type { Numbering, Ordinal } from './numbering';

/** A word of a label. */
export interface Token {
  readonly folded: string;
  /** With diacritics, small letters, one tone placement. */
  readonly accented: string;
  readonly weight: number;
  /** Which letters it has, one bit each; null for tokens with digits, which are never near another one. */
  readonly letters: number | null;
  /** One bit drawn from the word: a label without it does not have the word. */
  readonly bit: number;
}

/** A label made ready for many comparisons. */
export interface PreparedLabel {
  readonly text: string;
  /** Without numbering, abbreviations written out, folded. */
  readonly folded: string;
  readonly tokens: readonly Token[];
  readonly weight: number;
  /** The bits of all tokens. */
  readonly bits: number;
  /** Places of the tokens that a misspelling could turn into another one: letters only, three or more. */
  readonly misspellable: readonly number[];
  /** Folded token → where it stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Words that hold a sentence together, or that nearly every label of this trade has: they say little about which label it is. */
const LIGHT = new Set(
  'va cua cho cac nhung la ve trong tai duoc bi co o theo tren voi do den tu so ty ti le suat tre em duoi dia phuong cap xa phuong thi tran thuc hien the de hoac nguoi viec danh gia'.split(
    ' ',
  ),
);
/** Words that turn a label into another one when they are missing. */
const HEAVY = new Set('khong chua toi tu truoc tong thap cao nhe'.split(' '));

function weigh(folded: string): number {
  if (/^\d+$/.test(folded)) return 1.2;
  if (HEAVY.has(folded)) return 1.2;
  return LIGHT.has(folded) ? 0.35 : folded.length <= 1 ? 0.4 : 1 + Math.min(4, Math.max(0, folded.length - 3)) * 0.1;
}

function lettersOf(folded: string): number | null {
  if (/\d/.test(folded)) return null;
  let letters = 0;
  for (let index = 0; index < folded.length; index += 1) letters |= 1 << (folded.charCodeAt(index) & 31);
  return letters;
}

function bitOf(folded: string): number {
  let mixed = folded.length;
  for (let index = 0; index < folded.length; index += 1) mixed = Math.imul(mixed, 31) + folded.charCodeAt(index);
  return 1 << ((mixed ^ (mixed >>> 7)) & 31);
}

/** How many letters only one of two words has; other alphabets may share bits, which only makes the count smaller. */
function differingLetters(a: number, b: number): number {
  let bits = a ^ b;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

function isMisspellable(token: Token): boolean {
  return token.letters !== null && token.folded.length >= 3;
}

function makeToken(folded: string, accented: string): Token {
  return { folded, accented, weight: weigh(folded), letters: lettersOf(folded), bit: bitOf(folded) };
}

function prepare(text: string): PreparedLabel {
  const stripped = stripNumbering(text);
  const expanded = normalise(expandAbbreviations(stripped.rest === '' ? text : stripped.rest));
  const tokens: Token[] = [];
  const places = new Map<string, number[]>();
  for (const accented of expanded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    for (const folded of fold(accented).split(' ')) {
      if (folded === '') continue;
      const known = places.get(folded);
      if (known === undefined) places.set(folded, [tokens.length]);
      else known.push(tokens.length);
      tokens.push(makeToken(folded, accented));
    }
  }
  return {
    text,
    folded: tokens.map((token) => token.folded).join(' '),
    tokens,
    weight: tokens.reduce((sum, token) => sum + token.weight, 0),
    bits: tokens.reduce((all, token) => all | token.bit, 0),
    misspellable: tokens.map((_, index) => index).filter((index) => isMisspellable(tokens[index] as Token)),
    places,
  };
}

const rememberedLabel = rememberTexts(prepare, 2048, 300);

/** A label ready for `likenessOf`: numbering stripped, abbreviations written out, folded, weighed. */
export function prepareLabel(text: string): PreparedLabel {
  return rememberedLabel(text);
}

/** True where at most `most` insertions, deletions, changes or swaps of neighbours lead from one word to the other. */
function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charAt(row - 1) === b.charAt(column - 1);
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a.charAt(row - 1) === b.charAt(column - 2) && a.charAt(row - 2) === b.charAt(column - 1)) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return (last[b.length] ?? most + 1) <= most;
}

/** How well two different folded tokens stand for each other. Numbers never do. */
function nearness(a: string, b: string): number {
  if (/\d/.test(a) || /\d/.test(b)) return 0;
  const longest = Math.max(a.length, b.length);
  if (a.charAt(0) !== b.charAt(0) && longest < 5) return 0;
  if (longest >= 7 && isNear(a, b, 2)) return 0.75;
  if (longest >= 4 && Math.min(a.length, b.length) >= 3 && isNear(a, b, 1)) return HEAVY.has(a) || HEAVY.has(b) ? 0 : 0.7;
  return 0;
}

const MOST_TOKENS = 120;

/** `nearness` of two words, most of which differ in too many letters to be looked at any closer. */
function nearnessOf(one: Token, other: Token): number {
  if (one.letters === null || other.letters === null) return 0;
  const a = one.folded;
  const b = other.folded;
  const longest = Math.max(a.length, b.length);
  if (longest < 4 || (longest < 5 && a.charCodeAt(0) !== b.charCodeAt(0))) return 0;
  const most = longest >= 7 ? 2 : 1;
  // Each change of a letter makes at most two differences.
  if (Math.abs(a.length - b.length) > most || differingLetters(one.letters, other.letters) > most * 2) return 0;
  return rememberedNearness(`${a} ${b}`);
}

const rememberedNearness = rememberTexts(
  (pair) => {
    const space = pair.indexOf(' ');
    return nearness(pair.slice(0, space), pair.slice(space + 1));
  },
  8192,
  40,
);

function firstUnused(places: readonly number[] | undefined, used: readonly boolean[]): number | undefined {
  if (places === undefined) return undefined;
  for (const place of places) if (used[place] !== true) return place;
  return undefined;
}

function matchedWeight(a: PreparedLabel, b: PreparedLabel): { a: number; b: number; order: number } {
  const used: boolean[] = [];
  const open: Token[] = [];
  let [matchedA, matchedB, matches, inOrder, lastPlace] = [0, 0, 0, 0, -1];
  for (const token of a.tokens) {
    const place = (b.bits & token.bit) === 0 ? undefined : firstUnused(b.places.get(token.folded), used);
    const other = place === undefined ? undefined : b.tokens[place];
    if (place === undefined || other === undefined) {
      open.push(token);
      continue;
    }
    used[place] = true;
    if (matches > 0 && place > lastPlace) inOrder += 1;
    matches += 1;
    lastPlace = place;
    // Vân is not Vạn where both sides write their diacritics.
    const same = token.accented === other.accented || token.accented === token.folded || other.accented === other.folded;
    const share = same ? 1 : 0.8;
    matchedA += token.weight * share;
    matchedB += other.weight * share;
  }
  if (a.tokens.length <= MOST_TOKENS && b.tokens.length <= MOST_TOKENS) {
    for (const token of open) {
      if (!isMisspellable(token)) continue;
      let best = 0;
      let bestPlace = -1;
      for (const index of b.misspellable) {
        if (used[index] === true) continue;
        const share = nearnessOf(token, b.tokens[index] as Token);
        if (share > best) [best, bestPlace] = [share, index];
      }
      const other = b.tokens[bestPlace];
      if (other === undefined) continue;
      used[bestPlace] = true;
      matchedA += token.weight * best;
      matchedB += other.weight * best;
    }
  }
  return { a: matchedA, b: matchedB, order: matches < 2 ? 1 : inOrder / (matches - 1) };
}

function mixedShare(a: PreparedLabel, b: PreparedLabel, matchedA: number, matchedB: number): number {
  const dice = (matchedA + matchedB) / (a.weight + b.weight);
  // A shortened name is contained in the full one; one common word proves little.
  const contained = Math.max(matchedA / a.weight, matchedB / b.weight);
  const trust = Math.min(1, Math.min(a.weight, b.weight) / 4);
  return dice + (contained - dice) * 0.5 * trust;
}

/** More than rounding can add to a likeness. */
const ROUNDING = 1e-9;

/** The most that the likeness of two labels can be where at most so much of their weights stands for each other (see `wordMatcher`). */
export function likenessLimit(a: PreparedLabel, b: PreparedLabel, matchedA: number, matchedB: number): number {
  return a.weight === 0 || b.weight === 0 ? 1 : mixedShare(a, b, matchedA, matchedB) + ROUNDING;
}

/** A label of several that has a word, or one that a misspelling leads to; `weight` is the heaviest such word's. */
export interface WordPlace {
  readonly label: number;
  readonly weight: number;
}

/**
 * For a word of another label: in which of `labels` something can stand for it. Far cheaper than comparing with each of them, since nearly every
 * word is in few labels and the words of a language come back.
 */
export function wordMatcher(labels: readonly PreparedLabel[]): (word: Token) => readonly WordPlace[] {
  const words = new Map<string, { readonly token: Token; readonly labels: Set<number> }>();
  labels.forEach((label, index) => {
    for (const token of label.tokens) {
      const known = words.get(token.folded);
      if (known === undefined) words.set(token.folded, { token, labels: new Set([index]) });
      else known.labels.add(index);
    }
  });
  const find = rememberTexts(
    (folded): readonly WordPlace[] => {
      const word = makeToken(folded, folded);
      const heaviest = new Map<number, number>();
      words.forEach(({ token, labels: holders }) => {
        if (token.folded !== folded && nearnessOf(word, token) === 0) return;
        holders.forEach((label) => heaviest.set(label, Math.max(heaviest.get(label) ?? 0, token.weight)));
      });
      return Array.from(heaviest, ([label, weight]) => ({ label, weight }));
    },
    4096,
    40,
  );
  return (word) => find(word.folded);
}

/** Likeness of two prepared labels, 0 (nothing in common) to 1 (the same words), symmetric; see `likeness`. */
export function likenessOf(a: PreparedLabel, b: PreparedLabel): number {
  if (a.weight === 0 || b.weight === 0) return a.folded === b.folded && a.text.trim() === b.text.trim() ? 1 : 0;
  if (a === b) return 1;
  const swap = a.tokens.length > b.tokens.length || (a.tokens.length === b.tokens.length && a.folded > b.folded);
  const [short, long] = swap ? [b, a] : [a, b];
  const matched = matchedWeight(short, long);
  const mixed = mixedShare(short, long, matched.a, matched.b);
  const negated = a.places.has('khong') !== b.places.has('khong') ? 0.75 : 1;
  return Math.max(0, Math.min(1, mixed * negated * (0.94 + 0.06 * matched.order)));
}

/**
 * How alike two labels are, 0 to 1: tokens after folding and writing out abbreviations, tolerant of numbering, order, missing accents,
 * small misspellings and shortened names; rare and long words count more. For many comparisons use `prepareLabel`.
 */
export function likeness(a: string, b: string): number {
  return likenessOf(prepareLabel(a), prepareLabel(b));
}
