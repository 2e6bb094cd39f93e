import { expandAbbreviations } from '../text/abbreviations';
import { fold } from '../text/fold';
import { add, isInteger, type Fraction } from '../text/fractions';
import { readNumbers } from '../text/numbers';
import type { ObservationContext } from './context';

const MEASURE = /^(?:cuoc|buoi|lan|dot|hoi|ky)(?: |$)/;

/**
 * `01 diễn đàn, 01 đối thoại` in an item that counts “diễn đàn, đối thoại”: the sum. Only where the text is nothing but a number and a kind in each
 * part and the item's label lists these kinds side by side, so that what else is counted (`150 trẻ em`) never joins. null otherwise.
 */
export function sumOfKinds(original: string, itemLabel: string, context: ObservationContext): Fraction | null {
  if (original.length > 160) return null;
  const parts = expandAbbreviations(original)
    .split(/\s*(?:[,;+\n]|(?:^|\s)và\s)\s*/iu)
    .filter((part) => part.trim() !== '');
  if (parts.length < 2) return null;
  const label = ` ${fold(expandAbbreviations(itemLabel))} `;
  const kinds: { at: number; end: number }[] = [];
  let total: Fraction | null = { numerator: 0, denominator: 1 };
  for (const part of parts) {
    const [number, ...more] = readNumbers(part, context.convention);
    const value = number?.readings.length === 1 ? number.readings[0] : undefined;
    if (!number || !value || more.length > 0 || number.role !== 'plain' || number.per !== null || !isInteger(value)) return null;
    if (!/^(?:co|to chuc|da to chuc|)$/.test(fold(part.slice(0, number.start)))) return null;
    const kind = fold(part.slice(number.end)).replace(MEASURE, '');
    const at = kind === '' ? -1 : label.indexOf(` ${kind} `);
    if (at < 0 || kinds.some((other) => other.at === at)) return null;
    kinds.push({ at, end: at + kind.length + 1 });
    total = total && add(total, value);
  }
  kinds.sort((a, b) => a.at - b.at);
  const listed = kinds.every(
    (kind, index) => index === 0 || /^ (?:va |hoac |hay )?$/.test(label.slice((kinds[index - 1] as typeof kind).end, kind.at + 1)),
  );
  return listed ? total : null;
}
