import { fold } from '../text/fold';
import { compare, divide, fraction, subtract, type Fraction } from '../text/fractions';
import { readNumbers, type NumberReading } from '../text/numbers';
import type { ObservationContext } from './context';
import { contradicts } from './contradicts';

/** What words say about a change. `share` is signed: a fall is positive. */
export interface ChangeWords {
  readonly previous: Fraction | null;
  readonly current: Fraction | null;
  readonly share: { readonly value: Fraction; readonly decimals: number } | null;
  readonly direction: 'rise' | 'fall' | 'same' | null;
}

const SAME =
  /\b(?:khong tang(?: va| cung)? khong giam|khong giam(?: va| cung)? khong tang|khong thay doi|khong doi|giu nguyen|khong bien dong|bang (?:voi )?(?:nam truoc|cung ky|nam ngoai|so voi)|tuong duong|nhu nam truoc|on dinh)\b/;

function only(number: NumberReading): Fraction | null {
  return number.readings.length === 1 ? (number.readings[0] ?? null) : null;
}

/** The year that stands right before a number, with a colon, `là`, `có` … between. */
function yearBefore(text: string): number | null {
  const match = /(?:(?:^|[^\d])((?:19|20)\d{2}))\s*(?:là|có|la|co|:|=|-|–|\()?\s*(?:có|là)?\s*:?\s*$/iu.exec(text);
  return match ? Number(match[1]) : null;
}

/** Stands for the year assessed where no year is known. */
const NO_YEAR = 0;

function relativeYear(said: string): -1 | 0 | null {
  if (/(?:nam truoc|cung ky|nam ngoai|ky truoc)(?: co| la)?$/.test(said)) return -1;
  return /(?:nam nay|nam bao cao|ky nay|nam danh gia)(?: co| la)?$/.test(said) ? 0 : null;
}

function yearsNamed(words: string): number[] {
  const all = (words.match(/\b(?:19|20)\d{2}\b/g) ?? []).map(Number);
  return all.filter((year, index) => all.indexOf(year) === index);
}

function byYears(
  text: string,
  numbers: readonly NumberReading[],
  context: ObservationContext,
): { previous: Fraction; current: Fraction } | null {
  const found = new Map<number, Fraction>();
  const words = fold(text);
  const years = yearsNamed(words);
  // “Năm nay” is the year assessed; where that is unknown, the one after the only other year named.
  const thisYear =
    context.year ??
    (years.length === 1 && /\b(?:nam nay|nam bao cao|ky nay)\b/.test(words) ? (years[0] as number) + 1 : (years[0] ?? NO_YEAR));
  for (const number of numbers) {
    const value = number.per === null ? only(number) : null;
    const before = text.slice(0, number.start);
    const said = fold(before.slice(-24));
    const relative = relativeYear(said);
    // “giảm 2 trẻ so với năm 2023” gives no value of 2023.
    if (/(?:^| )(?:giam|tang)(?: duoc| them)?$/.test(said)) continue;
    const after = /^(?!.{0,24}(?:so với|so voi))[^\d;,.()]{0,24}?\(?\s*(?:năm|nam)\s*((?:19|20)\d{2})(?!\s*(?:[:=–-]|là|có)?\s*\d)/iu.exec(
      text.slice(number.end),
    );
    const stated = yearBefore(before) ?? (relative === null && after ? Number(after[1]) : null);
    const year = stated ?? (relative === null ? null : thisYear + relative);
    if (year === null || value === null) continue;
    const known = found.get(year);
    if (known !== undefined && (known.numerator !== value.numerator || known.denominator !== value.denominator)) return null;
    found.set(year, value);
  }
  // `10 trẻ (năm 2023: 12 trẻ)`: the number without a year is this year's.
  const counts = numbers.filter(
    (number) => number.per === null && !/(?:^| )(?:giam|tang)(?: duoc| them)?$/.test(fold(text.slice(0, number.start))),
  );
  if (found.size === 1 && context.year && found.has(context.year - 1) && counts.length === 2) {
    const value = counts.map(only).find((each) => each !== null && each !== found.get((context.year as number) - 1));
    if (value && counts[0] && only(counts[0]) === value) found.set(context.year, value);
  }
  const ordered = [...found.keys()].sort((a, b) => a - b);
  if (ordered.length !== 2) return null;
  const [earlier, later] = ordered as [number, number];
  // Two years must follow each other, and the later one is the one assessed where that is known.
  if (later - earlier !== 1) return null;
  if (later !== NO_YEAR && context.year && later !== context.year && !words.includes(String(context.year))) return null;
  const previous = found.get(earlier);
  const current = found.get(later);
  return previous && current ? { previous, current } : null;
}

function byArrow(text: string, numbers: readonly NumberReading[]): { previous: Fraction; current: Fraction } | null {
  const counts = numbers.filter((number) => number.per === null);
  for (let index = 0; index + 1 < counts.length; index += 1) {
    const [first, second] = [counts[index], counts[index + 1]] as [NumberReading, NumberReading];
    const gap = text.slice(first.end, second.start);
    const before = fold(text.slice(Math.max(0, first.start - 8), first.start));
    const arrow = /^\s*[\p{L}\s]{0,12}(?:→|->|=>|➔|⇒|>>)\s*$/u.test(gap);
    const words = fold(gap);
    const fromTo =
      /(?:^| )tu$/.test(before) &&
      /(?:^| )(?:xuong|len|con|xuong con|len den|len thanh|den|giam con|tang len)$/.test(words) &&
      words.split(' ').length <= 6;
    // `12 trẻ xuống còn 9 trẻ` without “từ”, where no direction before it makes the first number a difference.
    const bare =
      !fromTo &&
      counts.length === 2 &&
      /^(?:[a-z]+ ){0,3}(?:xuong|xuong con|giam xuong|giam xuong con|giam con|len|tang len|len den|len thanh)$/.test(words) &&
      !/(?:^| )(?:giam|tang)(?: \S+)?$/.test(before);
    if (!arrow && !fromTo && !bare) continue;
    const previous = only(first);
    const current = only(second);
    if (!previous || !current) continue;
    const order = compare(previous, current);
    // “Giảm 3 trẻ xuống 9” falls by 3: numbers that go the other way than the words are no two values.
    if ((/\bxuong\b/.test(words) && order < 0) || (/\blen\b/.test(words) && order > 0)) return null;
    return { previous, current };
  }
  return null;
}

/** `Giảm 10% (19/21)`: the two counts behind a stated share. null where there are no two counts. */
function countsBehind(
  numbers: readonly NumberReading[],
  share: Fraction,
  decimals: number,
): { previous: Fraction; current: Fraction } | 'contradicted' | null {
  const [first, second, ...more] = numbers.filter((number) => number.per === null).map(only);
  if (!first || !second || more.length > 0) return null;
  for (const [previous, current] of [
    [first, second],
    [second, first],
  ] as const) {
    const difference = subtract(previous, current);
    const exact = difference ? divide(difference, previous) : null;
    if (exact && !contradicts(share, 100, decimals, exact)) return { previous, current };
  }
  return 'contradicted';
}

/** “Giảm gần 10%”, “giảm trên 10%”, “giảm 5-10%” give no share. */
function isHedged(text: string, rate: NumberReading): boolean {
  const before = text.slice(0, rate.start);
  return (
    /(?:^| )(?:tren|duoi|hon|khoang|gan|xap xi|chua|chua den|khong qua|toi da|it nhat|toi thieu|tu|den)$/.test(fold(before)) ||
    /[<>≥≤~≈]\s*$|\d\s*[-–]\s*$/.test(before)
  );
}

/**
 * Reads words about a change against the year before. null where they say nothing of the kind (a count alone, “Không có”); a text that says both a
 * rise and a fall is read only where it gives both values.
 */
export function readChangeText(text: string, context: ObservationContext): ChangeWords | null {
  const numbers = readNumbers(text, context.convention).filter((number) => number.role === 'plain');
  const words = fold(text);
  const pair = byYears(text, numbers, context) ?? byArrow(text, numbers);
  const same = SAME.test(words);
  const rest = words.replace(/\b(?:khong|chua) (?:tang|giam)\b/g, ' ');
  const falls = /\b(?:giam|ha xuong|it hon)\b/.test(rest);
  const rises = /\b(?:tang|nhieu hon)\b/.test(rest);
  const direction = same ? 'same' : falls && !rises ? 'fall' : rises && !falls ? 'rise' : null;
  const rates = numbers.filter((number) => number.per === 100);
  const [rate] = rates;
  let share: ChangeWords['share'] = null;
  if (rate && rates.length === 1 && (direction === 'fall' || direction === 'rise') && !isHedged(text, rate)) {
    const value = only(rate);
    const signed = value ? divide(value, fraction(direction === 'fall' ? 100 : -100)) : null;
    // “giảm −25%” says the direction twice.
    const size = signed && value && value.numerator < 0 ? { numerator: -signed.numerator, denominator: signed.denominator } : signed;
    if (size) share = { value: size, decimals: rate.decimals };
  }
  if (pair) return { ...pair, share, direction };
  const behind = share && rate ? countsBehind(numbers, share.value, share.decimals) : null;
  if (behind === 'contradicted') return { previous: null, current: null, share: null, direction };
  if (behind) return { ...behind, share, direction };
  if (share) return { previous: null, current: null, share, direction };
  if (same) return { previous: null, current: null, share: null, direction: 'same' };
  if (direction === null) return null;
  // “6 vụ, giảm 2 vụ so với năm trước”: the first number is this year's only where the second stands beside the direction.
  const difference = numbers.find((number) => /(?:giam|tang)(?: duoc| them)?$/.test(fold(text.slice(0, number.start))));
  const other = numbers.filter((number) => number !== difference && number.per === null);
  const first = other[0];
  const delta = difference && difference.per === null ? only(difference) : null;
  const current = first && other.length === 1 && difference && first.end <= difference.start ? only(first) : null;
  if (delta && current) {
    const before = fraction(current.numerator + (direction === 'fall' ? 1 : -1) * delta.numerator, 1);
    if (current.denominator === 1 && delta.denominator === 1 && before.numerator >= 0)
      return { previous: before, current, share: null, direction };
  }
  return { previous: null, current: null, share: null, direction };
}
