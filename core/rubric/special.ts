import { divide, equals, fraction, type Fraction } from '../text/fractions';
import { readComparisons } from './comparisons';
import { findPoints, trimTokens, type Clause, type Sentence } from './clauses';
import { findInterval, valueAsWritten } from './interval';
import { isSign, isWord, type NumberToken, type Token } from './tokens';

/** What one clause says about points for each unit. */
export interface UnitClause {
  readonly pointsPerUnit: number;
  readonly unitSize: Fraction;
  readonly direction: 1 | -1;
  readonly unit: string;
  /** “thêm mỗi cuộc cộng …”: on top of a band named before. */
  readonly onTop: boolean;
  /** The points are “added” (cộng): on top where a band for a number of units stands beside them. */
  readonly more: boolean;
  readonly clause: Clause;
}

const UNIT_ENDS = [
  'duoc',
  'cham',
  'tru',
  'thi',
  'cong',
  'tinh',
  'dat',
  'bi',
  'tang',
  'giam',
  'hoat',
  'to',
  'duy',
  'cho',
  'them',
  'toi',
  'khong',
  'nhung',
  'trong',
  'la',
  'so',
  'voi',
  'xay',
  'dang',
  'do',
  'vi',
];
const TIME = ['nam', 'quy', 'thang', 'tuan', 'ngay', 'ky'];

function unitWords(source: string, tokens: readonly Token[]): string {
  const words: Token[] = [];
  for (const token of tokens) {
    if (words.length === 0 && token.kind === 'sign') continue;
    if (token.kind !== 'word' || (words.length > 0 && UNIT_ENDS.includes(token.word))) break;
    if (
      words.length === 0 &&
      [
        'co',
        'mot',
        'to',
        'chuc',
        'moi',
        'cho',
        'them',
        'doi',
        'voi',
        'xay',
        'ra',
        'tang',
        'de',
        'phat',
        'sinh',
        'khi',
        'neu',
        ...UNIT_ENDS,
      ].includes(token.word)
    )
      continue;
    words.push(token);
    if (words.length === 3) break;
  }
  const first = words[0];
  const last = words[words.length - 1];
  return first && last ? source.slice(first.start, last.end).toLowerCase() : '';
}

function saysEach(source: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.kind !== 'word') return false;
  const written = source.slice(token.start, token.end).toLowerCase();
  if (token.word === 'moi') return ['mỗi', 'moi', 'mổi', 'môi'].includes(written) && index <= 4;
  if (token.word !== 'cu') return false;
  return ['cứ', 'cu', 'cư'].includes(written) && index <= 3;
}

/** Reads a clause as points for each unit, or null where it is none. `unreadable` where it is one that cannot be counted. */
export function readUnitClause(clause: Clause): UnitClause | 'unreadable' | null {
  const { points, condition, source } = clause;
  if (!points || points.role === 'cap') return null;
  let each = -1;
  for (let index = condition.length - 1; index >= 0; index -= 1) if (saysEach(source, condition, index)) each = index;
  const suffix = points.perUnit;
  const numbers = (tokens: readonly Token[]): NumberToken[] => tokens.filter((token): token is NumberToken => token.kind === 'number');
  const off = points.role === 'off';
  if (each < 0 && !suffix && !off) return null;
  // “Giao ban mỗi quý 01 lần: 15 điểm” is a yes/no, not points for each quarter.
  if (each >= 0 && !off && !suffix && isWord(condition[each + 1], ...TIME) && condition.length > each + 2) return null;
  if (each > 0 && !off && points.role === 'award' && !suffix && numbers(condition.slice(0, each)).length > 0) return 'unreadable';
  const tokens = suffix ?? (each >= 0 ? condition.slice(each + 1) : condition);
  const counted = numbers(tokens);
  const outside = suffix ? numbers(condition) : [];
  const number = counted[0];
  const comparing = readComparisons(tokens).some((token) => isSign(token, '≥', '≤', '>', '<', 'to', 'up', 'down', 'from'));
  if (points.points === null || points.points === 0 || counted.length > 1 || outside.length > 0 || comparing) return 'unreadable';
  if (number && (number.unit !== null || number.ambiguous || number.value.numerator <= 0)) return 'unreadable';
  if (!number && each < 0 && !suffix) return 'unreadable';
  const from = number ? tokens.indexOf(number) + 1 : 0;
  const onTop = condition.some((token) => isWord(token, 'them', 'tiep')) || (points.role === 'more' && isWord(condition[0], 'them', 'tu'));
  return {
    pointsPerUnit: points.points,
    unitSize: number ? number.value : fraction(1),
    direction: off ? -1 : 1,
    unit: unitWords(source, tokens.slice(from)) || unitWords(source, tokens.slice(0, Math.max(0, from - 1))),
    onTop,
    more: points.role === 'more',
    clause,
  };
}

/** “…, dưới 100 % tính theo tỷ lệ tương ứng” or “Điểm = tỷ lệ × 50”: what was found in a sentence. */
export interface ProportionalPart {
  /** Hundredths, null where the sentence names none. */
  readonly points: number | null;
  /** Share of one at which the full points are given, null where the sentence does not say. */
  readonly full: Fraction | null;
  /** The part holds only from here upward; null where it holds from zero. */
  readonly from: Fraction | null;
  /** The sentence without this part, null where nothing is left. */
  readonly rest: Sentence | null;
  readonly text: string;
}

function isRateWord(tokens: readonly Token[], index: number): boolean {
  return isWord(tokens[index], 'ty', 'ti') && isWord(tokens[index + 1], 'le');
}

/** The part of a scale that awards points in the ratio of the result (`tính điểm theo tỷ lệ`, `số điểm × tỷ lệ`); null where the sentence is none. */
export function readProportional(sentence: Sentence): ProportionalPart | null {
  const { tokens } = sentence;
  const text = (from: number, to: number): string => sentence.source.text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).trim();
  const by = tokens.findIndex(
    (token, index) =>
      isWord(token, 'theo') &&
      (isRateWord(tokens, index + 1) || (isWord(tokens[index + 1], 'dung', 'tuong') && isRateWord(tokens, index + 2))),
  );
  if (
    by >= 0 &&
    tokens.slice(Math.max(0, by - 5), by).some((token) => isWord(token, 'tinh', 'cham', 'diem', 'giam', 'tru', 'cho', 'duoc'))
  ) {
    const mentions = findPoints(tokens);
    let cut = 0;
    mentions.forEach((mention) => {
      if (mention.last <= by) cut = Math.max(cut, mention.last);
    });
    const tail = readComparisons(tokens.slice(cut));
    const interval = findInterval(tail)?.interval;
    const after = mentions.find((mention) => mention.first >= by);
    const value = (number: NumberToken | undefined): Fraction | null =>
      number ? (number.unit === null ? divide(number.value, fraction(100)) : valueAsWritten(number)) : null;
    const exact = interval && interval.from && interval.to && interval.from.number === interval.to.number;
    return {
      points: after?.points ?? null,
      full: value(interval?.to?.number),
      from: exact ? null : value(interval?.from?.number),
      rest: trimTokens(tokens.slice(0, cut)).length > 0 ? { ...sentence, tokens: tokens.slice(0, cut) } : null,
      text: text(cut, tokens.length),
    };
  }
  const times = tokens.findIndex((token) => isSign(token, '×', '*') || isWord(token, 'x', 'nhan'));
  const rated = tokens.some(
    (token, index) =>
      isRateWord(tokens, index) ||
      isSign(token, '%') ||
      (isWord(token, 'tong') && isWord(tokens[index + 1], 'so')) ||
      (token.kind === 'number' && token.unit === 'percent'),
  );
  if (times > 0 && rated) {
    const beside = tokens
      .slice(times + 1)
      .find((token): token is NumberToken => token.kind === 'number' && token.unit === null && !equals(token.value, fraction(100)));
    const before = [...tokens.slice(0, times)]
      .reverse()
      .find((token): token is NumberToken => token.kind === 'number' && token.unit === null);
    const factor = beside ?? before;
    const compares = readComparisons(tokens).some((token) => isSign(token, '≥', '≤', '<', '>', 'up', 'to'));
    if (factor && !compares && factor.value.denominator === 1 && !factor.ambiguous) {
      return { points: factor.value.numerator * 100, full: null, from: null, rest: null, text: text(0, tokens.length) };
    }
  }
  return null;
}
