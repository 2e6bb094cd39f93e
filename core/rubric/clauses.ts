import type { SourceCell } from '../template/template';
import { fraction, multiply, isInteger } from '../text/fractions';
import { findInterval } from './interval';
import { readComparisons } from './comparisons';
import { isSign, isWord, type NumberToken, type Token, type TokenisedText } from './tokens';

/** Points named in a clause. `role` says whether the band gives them, they are a cap, or they are taken away or added. */
export interface PointsMention {
  /** Hundredths of a point; null where it is a range of points or finer than hundredths. */
  readonly points: number | null;
  readonly role: 'award' | 'cap' | 'off' | 'more';
  /** “5 điểm/vụ”, “5 điểm cho mỗi vụ”: the tokens that name the unit. */
  readonly perUnit: readonly Token[] | null;
  /** cap: a cap on what is taken away (“trừ tối đa …”). */
  readonly ofDeduction: boolean;
  /** Tokens from `first` to `last` (indices, `last` excluded) belong to the mention. */
  readonly first: number;
  readonly last: number;
}

/** A part of a scale with at most one statement of points, still unread. */
export interface Clause {
  readonly text: string;
  /** The whole text that the tokens' places refer to. */
  readonly source: string;
  readonly condition: readonly Token[];
  readonly points: PointsMention | null;
  readonly cell: SourceCell;
  readonly mark: SourceCell | null;
  /** A clause of its own line that ended with a colon, or words before a colon: a heading, if it says no points. */
  readonly heading: boolean;
}

/** Words after “N điểm” which show that the word means a place (điểm vui chơi), not points. */
const PLACES = [
  'vui',
  'choi',
  'sinh',
  'hoat',
  'giai',
  'the',
  'van',
  'cong',
  'den',
  'du',
  'nong',
  'truy',
  'internet',
  'phan',
  'tro',
  'buu',
  'doc',
  'tap',
  'dan',
  'boi',
  'san',
  'tu',
  'truong',
  'nay',
  'tren',
];
const LEAD = [
  'duoc',
  'cham',
  'cho',
  'tinh',
  'dat',
  'la',
  'thi',
  'huong',
  'bang',
  'ghi',
  'diem',
  'so',
  'tuong',
  'ung',
  'muc',
  'duong',
  'voi',
  'them',
  'nhan',
  'se',
  'cong',
  'tru',
  'di',
  'bi',
  'toi',
  'da',
  'khong',
  'qua',
  'nhung',
  'tong',
  'va',
  'vuot',
  'giam',
  'nhieu',
  'cao',
  'max',
  'nhat',
  'ca',
  'chi',
];
const LEAD_SIGNS = [':', '-', '=', '(', ',', '→', '~', '[', '+', '/', '|'];

function pointsValue(number: NumberToken): number | null {
  const hundredths = multiply(number.value, fraction(100));
  return hundredths !== null && isInteger(hundredths) && !number.ambiguous && number.unit === null ? hundredths.numerator : null;
}

function isPlace(tokens: readonly Token[], after: number): boolean {
  const next = tokens[after];
  if (!isWord(next, ...PLACES)) return false;
  if (isWord(next, 'truong') && isWord(tokens[after + 1], 'hop')) return false;
  if (isWord(next, 'den', 'tu', 'tren', 'van', 'du') && (tokens[after + 1]?.kind === 'number' || isSign(tokens[after + 1])))
    return isWord(next, 'tro');
  if (isWord(next, 'tu') && isWord(tokens[after + 1], 'tren', 'duoi')) return false;
  return true;
}

/** Index after the unit word of points (`điểm`, `đ`) that follows the number at `index`, or null where none does. */
function afterPointsUnit(tokens: readonly Token[], index: number): number | null {
  if (!isWord(tokens[index + 1], 'diem', 'd', 'dd', 'dem', 'diemr')) return null;
  return isPlace(tokens, index + 2) ? null : index + 2;
}

function hasCondition(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.kind === 'number' || (token.kind === 'word' && !LEAD.includes(token.word)));
}

/** A number without a unit that can only be points: it ends its clause behind a colon, an arrow, “được”, or alone in brackets. */
function isBarePoints(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'number' || token.unit !== null) return false;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const closes = after === undefined || isSign(after, ')', ',', '/', ']', '+', '-', '|', 'break');
  if (!closes) return false;
  const stated = tokens.slice(0, index);
  if (isSign(before, ':', '→', '|') || isWord(before, 'duoc', 'cham', 'diem')) return index > 0;
  if (isSign(before, '=')) return isSign(tokens[index - 2]) === false || hasCondition(stated);
  if (isSign(before, '(') && isSign(after, ')')) return hasCondition(stated);
  if (isSign(before, '-')) {
    const condition = stated.slice(0, -1);
    const read = findInterval(readComparisons(condition));
    const words = condition.every((part) => part.kind === 'word');
    const rate =
      read?.numbers.some((number) => number.unit !== null) === true ||
      isWord(condition[condition.length - 1]!, 'len', 'xuong', 'buoi', 'vu', 'cuoc', 'lan', 'em');
    return (read?.interval != null && rate) || (words && condition.length > 0 && hasCondition(condition));
  }
  return false;
}

/** “(điểm tối đa 50)”, “tối đa 20” at the end of a clause: a ceiling of points even without their unit. */
function isBareCap(tokens: readonly Token[], index: number): boolean {
  const after = tokens[index + 1];
  const closes = after === undefined || isSign(after, ')', ',', ';', ']', 'break');
  const most = isWord(tokens[index - 1], 'da') && isWord(tokens[index - 2], 'toi');
  return (
    closes && most && (isWord(tokens[index - 3], 'diem') || tokens.slice(0, index).some((_, at) => afterPointsUnit(tokens, at) !== null))
  );
}

function isPointsRange(tokens: readonly Token[], index: number): boolean {
  const joint = tokens[index - 1];
  const other = tokens[index - 2];
  if (!(isSign(joint, '-', '~') || isWord(joint, 'den', 'toi')) || other?.kind !== 'number' || other.unit !== null) return false;
  const ahead = tokens[index - 3];
  const further = tokens[index - 4];
  if ((isSign(ahead, '-', '~') || isWord(ahead, 'den', 'toi')) && further?.kind === 'number') return false;
  if (isSign(ahead, '≥', '≤', '<', '>')) return false;
  return true;
}

/** Words behind a slash that begin the next band, not the unit of “5 điểm/vụ”. */
const NO_UNITS = [
  'dat',
  'tu',
  'tren',
  'duoi',
  'khong',
  'chua',
  'con',
  'kha',
  'trung',
  'yeu',
  'tb',
  'giam',
  'tang',
  'tong',
  'co',
  'toi',
  'hon',
  'tot',
  'kem',
];

/** All statements of points in the tokens of one sentence. */
export function findPoints(tokens: readonly Token[]): PointsMention[] {
  const named = tokens.some((token, index) => token.kind === 'number' && token.unit === null && afterPointsUnit(tokens, index) !== null);
  const found: PointsMention[] = [];
  tokens.forEach((token, index) => {
    if (token.kind !== 'number' || token.unit === 'percent') return;
    // “5 điểm/1 vụ” must not be taken for a rate, so only bare numbers are points.
    if (token.unit !== null) return;
    let last = afterPointsUnit(tokens, index);
    if (last !== null) {
      // “Có 02 điểm: 15 điểm”: the first one is counted, the second one is given.
      const next = tokens[last + 1];
      if (isSign(tokens[last], ':', '=', '→') && next?.kind === 'number' && afterPointsUnit(tokens, last + 1) !== null) return;
    } else if ((!named && isBarePoints(tokens, index)) || isBareCap(tokens, index)) last = index + 1;
    if (last === null) return;
    let points = pointsValue(token);
    let first = index;
    if (isPointsRange(tokens, index)) {
      points = null;
      first = index - 2;
      if (isWord(tokens[first - 1], 'tu')) first -= 1;
    }
    const lower = found[found.length - 1]?.last ?? 0;
    let cap = false;
    let role: PointsMention['role'] = 'award';
    while (first > lower) {
      const before = tokens[first - 1];
      if (!(isWord(before, ...LEAD) || isSign(before, ...LEAD_SIGNS))) break;
      // “Không đạt: 0 điểm”, “Không: 0 điểm”, “Đạt: 50 điểm”: the word before the colon is the condition.
      const behindColon = tokens.slice(first - 1, index).some((part) => isSign(part, ':', '(', '→', '='));
      if (before?.kind === 'word' && behindColon && !['diem', 'so', 'muc', 'tong', 'da', 'toi', 'cham', 'tinh'].includes(before.word))
        break;
      // “không được 0 điểm”, “có được 20 điểm”: “không” alone is the condition.
      if (isWord(before, 'giam') && (first !== index || first - 1 === lower)) break;
      if (isWord(before, 'khong') && !isWord(tokens[first], 'qua', 'vuot')) break;
      if (isWord(before, 'toi') && !isWord(tokens[first], 'da')) break;
      if (isWord(before, 'da') && !isWord(tokens[first - 2], 'toi')) break;
      if (isWord(before, 'dat') && isSign(tokens[first], ':', '(', '→', '=', '-')) break;
      if (isWord(before, 'dat', 'bang', 'tang', 'giam', 'va') && isWord(tokens[first - 2], 'khong', 'chua', 'hoac')) break;
      if (isWord(before, 'max')) cap = true;
      if (isWord(before, 'cao') && !isWord(tokens[first], 'nhat')) break;
      if (isWord(before, 'da', 'nhat') && isWord(tokens[first - 2], 'toi', 'nhieu', 'cao')) cap = true;
      if (isWord(before, 'qua') && isWord(tokens[first - 2], 'khong', 'vuot')) cap = true;
      if (isWord(before, 'tru', 'giam')) role = 'off';
      if (isWord(before, 'cong', 'them') && role === 'award') role = 'more';
      first -= 1;
    }
    let perUnit: Token[] | null = null;
    const behind = tokens[last];
    const unitFollows =
      isSign(behind, '/') &&
      !isWord(tokens[last + 1], ...NO_UNITS) &&
      (tokens[last + 1]?.kind === 'word' || tokens[last + 2]?.kind === 'word');
    if (unitFollows || (isWord(behind, 'cho', 'doi', 'voi') && tokens.slice(last, last + 3).some((part) => isWord(part, 'moi', 'mot')))) {
      let end = last;
      while (
        end < tokens.length &&
        end < last + 7 &&
        !isSign(tokens[end], ',', ';', ':', '(', ')', 'break') &&
        !isWord(tokens[end], 'toi', 'nhung', 'khong')
      )
        end += 1;
      if (end > last + 1) {
        perUnit = tokens.slice(last, end);
        last = end;
      }
    } else if (isWord(behind, 'moi') && role !== 'award') {
      let end = last;
      while (end < tokens.length && end < last + 6 && tokens[end]?.kind !== 'sign') end += 1;
      perUnit = tokens.slice(last, end);
      last = end;
    }
    while (last < tokens.length && isSign(tokens[last], ')', ']', ',', '/', '|')) last += 1;
    found.push({ points, role: cap ? 'cap' : role, ofDeduction: cap && role === 'off', perUnit, first, last });
  });
  return found;
}

/** A sentence: tokens between two breaks, with the place it came from. */
export interface Sentence {
  readonly source: TokenisedText;
  readonly tokens: readonly Token[];
  readonly cell: SourceCell;
  readonly mark: SourceCell | null;
}

/** Cuts a tokenised text of one cell into its sentences; `mark` is the cell of a tick that stands beside it. */
export function sentencesOf(source: TokenisedText, cell: SourceCell, mark: SourceCell | null): Sentence[] {
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  const close = (): void => {
    if (tokens.length > 0) sentences.push({ source, tokens, cell, mark });
    tokens = [];
  };
  for (const token of source.tokens) {
    if (isSign(token, 'break')) close();
    else tokens.push(token);
  }
  close();
  return sentences;
}

/** The words of some tokens of a sentence, as they were written. */
export function textOf(sentence: Sentence, tokens: readonly Token[]): string {
  const start = tokens[0]?.start ?? 0;
  const end = tokens[tokens.length - 1]?.end ?? 0;
  return sentence.source.text.slice(start, end).trim();
}

const EDGE = [':', '-', '=', ',', '→', '(', ')', '~', '+', '/', '*', '|', '.'];

/** Without punctuation at its ends. */
export function trimTokens(tokens: readonly Token[]): Token[] {
  let from = 0;
  let to = tokens.length;
  while (from < to && isSign(tokens[from], ...EDGE)) from += 1;
  while (to > from && isSign(tokens[to - 1], ...EDGE)) to -= 1;
  return tokens.slice(from, to);
}

/** Cuts a sentence where each statement of points ends (or begins, where points come first). */
export function clausesOf(sentence: Sentence): Clause[] {
  const { tokens, cell, mark } = sentence;
  const mentions = findPoints(tokens);
  const base = { cell, mark, source: sentence.source.text };
  const plainClause = (part: readonly Token[], points: PointsMention | null, whole: readonly Token[]): Clause => ({
    ...base,
    text: textOf(sentence, whole),
    condition: trimTokens(part),
    points,
    heading: points === null && isSign(whole[whole.length - 1], ':'),
  });
  const first = mentions[0];
  if (!first) return [plainClause(tokens, null, tokens)];
  const pointsFirst =
    trimTokens(tokens.slice(0, first.first)).length === 0 &&
    hasCondition(trimTokens(tokens.slice(first.last, mentions[1]?.first ?? tokens.length)));
  const clauses: Clause[] = [];
  mentions.forEach((mention, position) => {
    const previous = position === 0 ? 0 : (mentions[position - 1] as PointsMention).last;
    const next = mentions[position + 1]?.first ?? tokens.length;
    if (pointsFirst) clauses.push(plainClause(tokens.slice(mention.last, next), mention, tokens.slice(mention.first, next)));
    else {
      // Words behind the last points still belong to its band (“được 50 điểm nếu …”, “50 điểm so với năm trước”).
      const tail = position === mentions.length - 1 ? trimTokens(tokens.slice(mention.last)) : [];
      const head = tokens.slice(previous, mention.first);
      const joined = tail.length > 0 ? [...trimTokens(head), ...tail] : head;
      clauses.push(plainClause(joined, mention, tokens.slice(previous, tail.length > 0 ? tokens.length : mention.last)));
    }
  });
  return clauses;
}
