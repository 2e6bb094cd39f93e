import type { Limit } from '../rubric/rubric';
import type { Span } from '../rubric/spans';
import { expandAbbreviations } from '../text/abbreviations';
import { fold } from '../text/fold';
import { divide, fraction, type Fraction } from '../text/fractions';
import { perOf } from '../text/number-tokens';
import { readNumbers, type NumberReading } from '../text/numbers';
import type { ObservationContext } from './context';

/**
 * All values that words allow (`trên 95%`, `95 - 97%`): shares of one for a rate, numbers for a count. `khoảng 88%`, `gần 98%` and `~93%` name
 * no limit, and how far from them the true value may lie is not ours to invent: such a result stays open.
 */
export type WordedRange = Span;

const LEAD = /^(?:(?:dat|duoc|ty le|ti le|chiem|la|ket qua|toan xa|co|ty suat|to chuc|duy tri|thanh lap|xay dung) ?)*$/;
/** What is a share of something else, or no result at all. */
const OTHER =
  /\b(?:ke hoach|kh|chi tieu|muc tieu|phan dau|so voi|giam|tang|chua|khong|nhung|con|du kien|nam truoc|cung ky|quy|thang|hoc ky)\b/;

type Form = 'above' | 'from' | 'below' | 'to';

const PREFIXES: readonly (readonly [RegExp, Form])[] = [
  [/(?:>=|≥|=>)\s*$|(?:^| )(?:khong duoi|khong thap hon|it nhat|toi thieu)$/, 'from'],
  [/(?:<=|≤|=<)\s*$|(?:^| )(?:khong qua|khong vuot qua|toi da|khong tren|cao nhat)$/, 'to'],
  [/>\s*$|(?:^| )(?:tren|hon|cao hon|lon hon|nhieu hon)$/, 'above'],
  [/<\s*$|(?:^| )(?:duoi|thap hon|nho hon|it hon)$/, 'below'],
];

/** Lower case without diacritics, with the comparing signs. */
function words(text: string): string {
  const signs = /(?:[<>≥≤=~≈]+)\s*$/.exec(text)?.[0] ?? '';
  return `${fold(text)}${signs}`;
}

function limitOf(value: Fraction, per: number, inclusive: boolean, decimals: number): Limit | null {
  const share = divide(value, fraction(per));
  return share ? { value: share, inclusive, decimals } : null;
}

function spanOf(form: Form, value: Fraction, per: number, decimals: number): WordedRange | null {
  const at = limitOf(value, per, form === 'from' || form === 'to', decimals);
  if (!at) return null;
  return form === 'above' || form === 'from' ? { from: at, to: null } : { from: null, to: at };
}

function single(number: NumberReading): Fraction | null {
  return number.readings.length === 1 ? (number.readings[0] ?? null) : null;
}

/** `1/1.000` as one number with its base. */
function joinRatio(text: string, numbers: readonly NumberReading[]): readonly NumberReading[] {
  const [first, second] = numbers;
  const per = numbers.length === 2 && second ? perOf(second.readings) : null;
  if (!first || !second || per === null || first.per !== null || !/^\s*[/∕⁄]\s*$/.test(text.slice(first.end, second.start))) return numbers;
  return [{ ...first, per, unitEnd: second.end }];
}

/** `95 - 97%`, `từ 95% đến 97%`. */
function between(text: string, numbers: readonly NumberReading[], rated: boolean): WordedRange | null {
  const [first, second, ...more] = numbers;
  if (!first || !second || more.length > 0) return null;
  const [low, high] = [single(first), single(second)];
  const per = second.per ?? 1;
  if (!low || !high || (rated ? second.per === null : second.per !== null) || (first.per !== null && first.per !== second.per)) return null;
  const gap = text.slice(first.unitEnd, second.start);
  const before = fold(text.slice(0, first.start));
  const joined = /^\s*[-–]\s*$/.test(gap) || (/^(?:den|toi)$/.test(fold(gap)) && /(?:^| )tu$/.test(before));
  const lead = before.replace(/(?:^| )tu$/, '').trim();
  if (!joined || !LEAD.test(lead) || OTHER.test(fold(text.slice(second.unitEnd)))) return null;
  if (low.numerator * high.denominator >= high.numerator * low.denominator) return null;
  const [from, to] = [limitOf(low, per, true, first.decimals), limitOf(high, per, true, second.decimals)];
  return from && to ? { from, to } : null;
}

/**
 * A text that gives limits instead of a value. `rated`: only numbers with the sign of a rate count (`%`, `‰`, `/1.000`), else only plain ones.
 * null for a text that gives a value, for shares of a plan, changes, and where words before the limit are not understood.
 */
export function readWordedRange(original: string, rated: boolean, context: ObservationContext): WordedRange | null {
  const text = expandAbbreviations(original).trim();
  if (text.length > 120) return null;
  const numbers = joinRatio(
    text,
    readNumbers(text, context.convention).filter((number) => number.role === 'plain'),
  );
  const pair = between(text, numbers, rated);
  if (pair) return pair;
  const [only, ...more] = numbers;
  if (!only || more.length > 0 || (rated ? only.per === null : only.per !== null)) return null;
  const value = single(only);
  if (!value) return null;
  const per = only.per ?? 1;
  const before = words(text.slice(0, only.start));
  const after = fold(text.slice(only.unitEnd));
  const onward = /^(?:(?:[a-z]+ ){0,3})tro (?:len|nen)\b/.test(after)
    ? 'from'
    : /^(?:(?:[a-z]+ ){0,3})tro xuong\b/.test(after)
      ? 'to'
      : null;
  if (OTHER.test(after)) return null;
  if (onward) return LEAD.test(before.replace(/(?:^| )tu$/, '').trim()) ? spanOf(onward, value, per, only.decimals) : null;
  for (const [pattern, form] of PREFIXES) {
    if (!pattern.test(before)) continue;
    const lead = before.replace(pattern, '').trim();
    return LEAD.test(lead) ? spanOf(form, value, per, only.decimals) : null;
  }
  return null;
}
