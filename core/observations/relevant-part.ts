import { fold } from '../text/fold';
import { readFractionText, readNumbers } from '../text/numbers';
import type { ObservationContext } from './context';

function wordsOf(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word.length > 1 && !/^\d+$/.test(word));
}

/**
 * The part of a text that speaks of this item, where one cell holds the results of several (`nhẹ cân 7,2%; thấp còi 12,1%`): the one whose words
 * are most like the label's. The whole text where it has one part, or where no part is clearly nearer.
 */
export function relevantPart(text: string, label: string, context: ObservationContext): string {
  // Parts of one sentence (`tổng số 882 trẻ, đã đăng ký 864 trẻ (98%)`) hold one rate between them, and stay together.
  const hasNumber = (part: string): boolean =>
    readFractionText(part, context.convention) !== null ||
    readNumbers(part, context.convention).some((number) => number.role === 'plain' && number.per !== null);
  const parts = text.split(/\s*(?:[;\n•|]|,(?=\s*\p{L})|\s[-–+]\s(?=\p{L})|\.\s+(?=\p{Lu}))\s*/u).filter((part) => part.trim() !== '');
  if (parts.length < 2) return text;
  const numbered = parts.filter(hasNumber);
  if (numbered.length < 2) return text;
  const years = numbered.map((part) => Number(/\bnam\s*:?\s*((?:19|20)\d{2})\b/.exec(fold(part))?.[1] ?? NaN));
  if (years.every((year) => !Number.isNaN(year)) && context.year) {
    const ofYear = numbered.filter((_part, index) => years[index] === context.year);
    return ofYear.length === 1 ? (ofYear[0] ?? text) : text;
  }
  const wanted = wordsOf(label);
  const scores = numbered.map((part) => {
    // Words that every part has tell nothing.
    const own = wordsOf(part).filter((word) => !numbered.every((other) => wordsOf(other).includes(word)));
    return own.filter((word) => wanted.includes(word)).length;
  });
  const best = Math.max(...scores);
  const winners = numbered.filter((_part, index) => scores[index] === best);
  return best > 0 && winners.length === 1 ? (winners[0] ?? text) : text;
}
