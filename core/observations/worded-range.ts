import type { Limit } from '../rubric/rubric';
import type { Span } from '../rubric/spans';
import { expandAbbreviations } from '../text/abbreviations';
import { fold } from '../text/fold';
import { divide, fraction, type Fraction } from '../text/fractions';
import { perOf } from '../text/number-tokens';
import { readNumbers, type NumberReading } from '../text/numbers';
import type { ObservationContext } from './context';

/** All values that words allow (`trên 95%`, `khoảng 88%`, `95 - 97%`): shares of one for a rate, numbers for a count. */
export interface WordedRange extends Span {
  /** True for `khoảng`, `gần`: the limits are a careful reading, not the officer's. */
  readonly about: boolean;
}

const LEAD = /^(?:(?:dat|duoc|ty le|ti le|chiem|la|ket qua|toan xa|co|ty suat|to chuc|duy tri|thanh lap|xay dung) ?)*$/;
/** What is a share of something else, or no result at all. */
const OTHER =
  /\b(?:ke hoach|kh|chi tieu|muc tieu|phan dau|so voi|giam|tang|chua|khong|nhung|con|du kien|nam truoc|cung ky|quy|thang|hoc ky)\b/;

type Form = 'above' | 'from' | 'below' | 'to' | 'near' | 'about';

const PREFIXES: readonly (readonly [RegExp, Form])[] = [
  [/(?:>=|≥|=>)\s*$|(?:^| )(?:khong duoi|khong thap hon|it nhat|toi thieu)$/, 'from'],
  [/(?:<=|≤|=<)\s*$|(?:^| )(?:khong qua|khong vuot qua|toi da|khong tren|cao nhat)$/, 'to'],
  [/(?:^| )(?:tren duoi|khoang|xap xi|chung|uoc|uoc dat|uoc khoang|quanh)$|[~≈]\s*$/, 'about'],
  [/(?:^| )gan$|(?:^| )gan dat$/, 'near'],
  [/>\s*$|(?:^| )(?:tren|hon|cao hon|lon hon|nhieu hon)$/, 'above'],
  [/<\s*$|(?:^| )(?:duoi|thap hon|nho hon|it hon)$/, 'below'],
];

/** Lower case without diacritics, with the comparing signs. */
function words(text: string): string {
  const signs = /(?:[<>≥≤=~≈]+)\s*$/.exec(text)?.[0] ?? '';
  return `${fold(text)}${signs}`;
}

/** How far from a round figure the true one may lie, in the unit in which it is written: about 90 may well be 86, about 88 hardly 90. */
function tolerance(value: Fraction, decimals: number): Fraction {
  if (decimals > 0) return fraction(1, 2);
  if (value.numerator % 10 === 0) return fraction(5);
  return value.numerator % 5 === 0 ? fraction(3) : fraction(1);
}

function plus(value: Fraction, other: Fraction, sign: 1 | -1): Fraction {
  return {
    numerator: value.numerator * other.denominator + sign * other.numerator * value.denominator,
    denominator: value.denominator * other.denominator,
  };
}

function limitOf(value: Fraction, per: number, inclusive: boolean, decimals: number): Limit | null {
  const share = divide(value, fraction(per));
  return share ? { value: share, inclusive, decimals } : null;
}

function spanOf(form: Form, value: Fraction, per: number, decimals: number): WordedRange | null {
  const at = (inclusive: boolean): Limit | null => limitOf(value, per, inclusive, decimals);
  const low = limitOf(plus(value, tolerance(value, decimals), -1), per, true, decimals);
  const high = limitOf(plus(value, tolerance(value, decimals), 1), per, true, decimals);
  const made: Record<Form, Span> = {
    above: { from: at(false), to: null },
    from: { from: at(true), to: null },
    below: { from: null, to: at(false) },
    to: { from: null, to: at(true) },
    near: { from: low, to: at(false) },
    about: { from: low, to: high },
  };
  const span = made[form];
  return span.from || span.to ? { ...span, about: form === 'about' || form === 'near' } : null;
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
  return from && to ? { from, to, about: false } : null;
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
