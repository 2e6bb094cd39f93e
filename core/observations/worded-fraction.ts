import { fold } from '../text/fold';
import { compare, isInteger, isZero, type Fraction } from '../text/fractions';
import { readNumbers } from '../text/numbers';
import type { ObservationContext } from './context';

const BETWEEN = /^(?:\p{L}+ ){0,7}(?:tren|trong)(?: tong(?: so)?| so)?(?: la| gom| co)?$/u;
const CHANGED = /(?:^| )(?:giam|tang|tren|duoi|hon|gan|khoang|tu|con|thieu|chua)$/;

/**
 * A part of a whole that words join, also where they count by different words: `Có 1 trường hợp trên tổng số 943 trẻ em`,
 * `01 trường hợp/2.870 trẻ em`, `197 trẻ em được đăng ký/200 trẻ em`. null unless the text holds these two counts alone (a rate may stand beside them).
 */
export function wordedFraction(
  text: string,
  context: ObservationContext,
): { readonly numerator: Fraction; readonly denominator: Fraction } | null {
  const counts = readNumbers(text, context.convention).filter((number) => number.role === 'plain' && number.per === null);
  const [first, second, ...more] = counts;
  if (!first || !second || more.length > 0) return null;
  const gap = text.slice(first.end, second.start);
  const slash = /^[\s\p{L}\p{M}]{1,48}[/∕⁄]\s*(?:tổng số\s*|tong so\s*)?$/iu.test(gap);
  if (!slash && !BETWEEN.test(fold(gap))) return null;
  if (CHANGED.test(fold(text.slice(0, first.start)))) return null;
  const [numerator, denominator] = [first, second].map((number) => number.readings.filter(isInteger));
  const part = numerator?.length === 1 ? numerator[0] : undefined;
  const whole = denominator?.length === 1 ? denominator[0] : undefined;
  // `6 buổi/1 năm` is no part of a whole.
  return part && whole && !isZero(whole) && compare(part, whole) <= 0 ? { numerator: part, denominator: whole } : null;
}
