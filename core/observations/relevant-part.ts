import { fold } from '../text/fold';
import { divide, fraction } from '../text/fractions';
import { readFractionText, readNumbers } from '../text/numbers';
import type { ObservationContext } from './context';
import { contradicts } from './contradicts';

function wordsOf(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word.length > 1 && !/^\d+$/.test(word));
}

const GENERIC =
  /\b(?:dat|duoc|ty le|ti le|ty suat|chiem|bang|tuong duong|tuong ung|la|tre|em|chau|ket qua|tong so|tren|trong|co|phieu|nguoi|hoc sinh)\b/g;

/** One fraction with one rate that agrees with it is one result, however the sentence is cut. */
function isOneResult(text: string, context: ObservationContext): boolean {
  const found = readFractionText(text, context.convention);
  const numerator = found?.numerator[0];
  const exact = numerator && found?.denominator[0] ? divide(numerator, found.denominator[0]) : null;
  const rates = readNumbers(text, context.convention).filter((number) => number.role === 'plain' && number.per !== null);
  const rate = found?.rate;
  const stated = rate?.readings[0] ? divide(rate.readings[0], fraction(rate.per)) : null;
  if (exact === null || rate == null || stated === null || rates.length > 1) return false;
  // `972/977 trẻ, đạt tỷ lệ 97%` names nothing else that the rate could be of.
  const subject = fold(text).replace(GENERIC, ' ').replace(/\d+/g, ' ').trim();
  return subject === '' || !contradicts(stated, rate.per, rate.decimals, exact);
}

/**
 * The part of a text that speaks of this item, where one cell holds the results of several (`nhẹ cân 7,2%; thấp còi 12,1%`): the one whose words
 * are most like the label's. The whole text where it holds one result, null where no part is clearly nearer.
 */
export function relevantPart(text: string, label: string, context: ObservationContext): string | null {
  // Parts of one sentence (`tổng số 882 trẻ, đã đăng ký 864 trẻ (98%)`) hold one rate between them, and stay together.
  const hasNumber = (part: string): boolean =>
    readFractionText(part, context.convention) !== null ||
    readNumbers(part, context.convention).some((number) => number.role === 'plain' && number.per !== null);
  const parts = text.split(/\s*(?:[;\n•|]|,(?=\s*\p{L})|\s[-–+]\s(?=\p{L})|\.\s+(?=\p{Lu}))\s*/u).filter((part) => part.trim() !== '');
  if (parts.length < 2) return text;
  if (isOneResult(text, context)) return text;
  const numbered = parts.filter(hasNumber);
  if (numbered.length < 2) return text;
  const years = numbered.map((part) => Number(/\bnam\s*:?\s*((?:19|20)\d{2})\b/.exec(fold(part))?.[1] ?? NaN));
  if (years.every((year) => !Number.isNaN(year)) && context.year) {
    const ofYear = numbered.filter((_part, index) => years[index] === context.year);
    return ofYear.length === 1 ? (ofYear[0] ?? null) : null;
  }
  const wanted = wordsOf(label);
  const scores = numbered.map((part) => {
    // Words that every part has tell nothing.
    const own = wordsOf(part).filter((word) => !numbered.every((other) => wordsOf(other).includes(word)));
    return own.filter((word) => wanted.includes(word)).length;
  });
  const best = Math.max(...scores);
  const winners = numbered.filter((_part, index) => scores[index] === best);
  return best > 0 && winners.length === 1 ? (winners[0] ?? null) : null;
}
