import { compare, fraction } from './fractions';
import type { Fraction } from './fractions';
import { collectConvention } from './number-convention';
import { perOf, readNumbers } from './number-tokens';
import type { NumberConvention, NumberReading } from './number-tokens';

/** A rate as the text states it beside a fraction, as written: 98.5 with `per` 100. */
export interface StatedRate {
  readonly readings: readonly Fraction[];
  readonly decimals: number;
  /** 100 for %, 1000 for ‰ and /1.000, …. */
  readonly per: number;
}

/** `972/977` and its relatives. */
export interface FractionReading {
  readonly numerator: readonly Fraction[];
  readonly denominator: readonly Fraction[];
  /** null where no rate stands beside it. */
  readonly rate: StatedRate | null;
  /** What the denominator counts, '' where the text does not say. */
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  /** Words alone tell the part from the whole (`Tổng số 189 trẻ, đạt 186 trẻ`). */
  readonly wholeFirst: boolean;
  /** The text without the fraction and the rate, single spaces. */
  readonly rest: string;
}

const WORDS = '(?:\\s*[\\p{L}\\p{M}]+(?:\\s+[\\p{L}\\p{M}]+){0,3})??';
const BETWEEN = new RegExp(
  `^${WORDS}\\s*(?:[/∕／⁄]|(?:trên|tren|trong|/)(?:\\s+(?:tổng(?:\\s+số)?|tong(?:\\s+so)?|số|so))?(?:\\s+là)?:?)\\s*$`,
  'iu',
);
const UNIT = /^\s*([\p{L}\p{M}]+(?:\s+[\p{L}\p{M}]+){0,3})/u;
const UNIT_ENDS = /(?:^|\s)(?:đạt|được|có|bằng|chiếm|tăng|giảm|và|so|tương|là|dat|duoc|co|bang|chiem).*$/i;
/** `…, tăng 0,5% so với năm trước` states a change, not the rate. */
const CHANGE_BEFORE = /(?:tăng|giảm|vượt|hơn|tang|giam|vuot)\s+(?:thêm\s+)?$/i;
const TOTAL_BEFORE = /(?:tổng|tong)(?:\s+(?:số|so|cộng))?[^\d:;.]*:?\s*$/i;
const REACHED_BETWEEN = /^[^\d]{0,60}(?:đạt|được|dat|duoc)[^\d]{0,20}$/i;

const SAME_THINGS = [
  new Set('trẻ em cháu người học hs te tre chau nguoi hoc bé bà phiếu'.split(' ')),
  new Set('thôn bản tổ khu khóm ấp buôn làng xóm tdp thon ban to xom'.split(' ')),
  new Set('vụ ca trường vụ vu đối truong doi'.split(' ')),
];

function countSameThing(a: string, b: string): boolean {
  return a === b || SAME_THINGS.some((things) => things.has(a) && things.has(b));
}

interface Pair {
  readonly numerator: NumberReading;
  readonly denominator: NumberReading;
}

function pairsIn(text: string, numbers: readonly NumberReading[]): Pair[] {
  const pairs: Pair[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 1) {
    const numerator = numbers[index];
    const denominator = numbers[index + 1];
    if (numerator === undefined || denominator === undefined) continue;
    if (numerator.role !== 'plain' || denominator.role !== 'plain' || denominator.per !== null) continue;
    if (numerator.unit === '%' || numerator.unit === '‰') continue;
    const gap = text.slice(numerator.end, denominator.start);
    if (gap.length > 40 || !BETWEEN.test(gap)) continue;
    const unitAbove = /^\s*([\p{L}\p{M}]+)/u.exec(gap)?.[1]?.toLowerCase() ?? '';
    const unitBelow = denominator.unit.toLowerCase();
    // `06 buổi/1 năm` counts two different things.
    if (unitAbove !== '' && !/^tr(?:ên|en|ong)$/.test(unitAbove) && unitBelow !== '' && !countSameThing(unitAbove, unitBelow)) continue;
    pairs.push({ numerator, denominator });
    index += 1;
  }
  return pairs;
}

/** Counts are whole: of two readings the one by thousands. */
function count(number: NumberReading): readonly Fraction[] {
  const whole = number.readings.filter((reading) => reading.denominator === 1);
  return whole.length > 0 ? whole : number.readings;
}

/** `Tổng số 189 trẻ, đạt 186 trẻ (98,4%)`: the whole stands first. Only where these two are all the counts there are. */
function totalThenPart(text: string, numbers: readonly NumberReading[]): Pair[] {
  const counts = numbers.filter((number) => number.per === null && number.role !== 'document');
  const [denominator, numerator] = counts;
  if (denominator === undefined || numerator === undefined || counts.length !== 2) return [];
  if (counts.some((number) => number.role !== 'plain') || !TOTAL_BEFORE.test(text.slice(0, denominator.start))) return [];
  return REACHED_BETWEEN.test(text.slice(denominator.end, numerator.start)) ? [{ numerator, denominator }] : [];
}

function isSamePair(a: Pair, b: Pair): boolean {
  return a.numerator.raw === b.numerator.raw && a.denominator.raw === b.denominator.raw;
}

function looksLikeDate(pair: Pair, hasRate: boolean): boolean {
  const [month, year] = [pair.numerator, pair.denominator];
  const plainYear = /^(?:19|20)\d{2}$/.test(year.raw);
  if (!plainYear || hasRate || year.unit !== '') return false;
  const first = Number(month.raw);
  return (first >= 1 && first <= 12) || first + 1 === Number(year.raw);
}

/**
 * The one fraction of a text (`972/977`, `Đạt 99,5% (972/977 trẻ)`, `186 trên tổng số 189`, `0/3.139 trẻ em (0/100.000)`) with the rate
 * stated beside it. `1/1.000` alone is a fraction. null where there is none, where two different ones stand, and for dates, school
 * years and numbers of documents.
 */
export function readFractionText(text: string, convention: NumberConvention): FractionReading | null {
  const local = convention.decimal === null ? collectConvention([text]) : convention;
  const numbers = readNumbers(text, local);
  const written = pairsIn(text, numbers);
  const all = written.length > 0 ? written : totalThenPart(text, numbers);
  const rates = all.filter((pair) => perOf(pair.denominator.readings) !== null);
  let fractions = all.filter((pair) => !rates.includes(pair));
  let stated: Pair | null = null;
  if (fractions.length === 0) {
    fractions = rates.slice(0, 1);
    // `1/1.000 (1/1.000)` repeats itself; `2/1.000 (1/10.000)` does not agree on what it says.
    if (rates.length > 1) return null;
  } else {
    if (rates.length > 1) return null;
    stated = rates[0] ?? null;
  }
  const [chosen, ...others] = fractions;
  if (chosen === undefined || others.some((other) => !isSamePair(other, chosen))) return null;
  const percentages = numbers.filter((number) => number.role === 'plain' && number.per !== null);
  const [first, ...more] = percentages.filter((number) => !CHANGE_BEFORE.test(text.slice(Math.max(0, number.start - 24), number.start)));
  // `186/189/190` is three numbers.
  if (/^\s*[/∕／]\s*\d/.test(text.slice(chosen.denominator.unitEnd))) return null;
  if (looksLikeDate(chosen, first !== undefined || stated !== null)) return null;
  const numerator = count(chosen.numerator);
  const denominator = count(chosen.denominator);
  if (denominator.every((value) => compare(value, fraction(0)) < 0)) return null;
  let rate: StatedRate | null = null;
  if (stated !== null && first === undefined) {
    rate = { readings: stated.numerator.readings, decimals: stated.numerator.decimals, per: perOf(stated.denominator.readings) ?? 1000 };
  } else if (
    first !== undefined &&
    first.per !== null &&
    stated === null &&
    more.every((number) => number.raw === first.raw && number.per === first.per)
  ) {
    rate = { readings: first.readings, decimals: first.decimals, per: first.per };
  }
  const start = Math.min(chosen.numerator.start, chosen.denominator.start);
  const end = Math.max(chosen.numerator.end, chosen.denominator.end);
  const cut: [number, number][] = [[start, end]];
  if (stated !== null) cut.push([stated.numerator.start, stated.denominator.end]);
  for (const number of percentages) cut.push([number.start, number.unitEnd]);
  let rest = '';
  let at = 0;
  for (const [from, to] of cut.sort((a, b) => a[0] - b[0])) {
    rest += ` ${text.slice(at, Math.max(at, from))}`;
    at = Math.max(at, to);
  }
  rest = (rest + text.slice(at)).replace(/[()\s]+/g, ' ').trim();
  return {
    numerator,
    denominator,
    rate,
    unit: (UNIT.exec(text.slice(chosen.denominator.end))?.[1] ?? '').replace(UNIT_ENDS, '').trim(),
    start,
    end,
    wholeFirst: written.length === 0,
    rest,
  };
}
