import { equals, fraction, parseDecimal } from './fractions';
import type { Fraction } from './fractions';

/** Which sign stands before decimals; null: unknown, so that `1.234` keeps both readings. */
export interface NumberConvention {
  readonly decimal: ',' | '.' | null;
}

/** What a number in a text is part of: only `plain` ones are quantities. */
export type NumberRole = 'plain' | 'date' | 'year' | 'document';

/** One number in a text. */
export interface NumberReading {
  /** Offsets of the number alone (sign, digits, separators), without its unit. */
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** One value, or two where the separator can be read in two ways: first as thousands, then as decimals. Percentages as written (98.5). */
  readonly readings: readonly Fraction[];
  /** Decimals shown, for the first reading. */
  readonly decimals: number;
  /** Decimals shown, for each reading. */
  readonly readingDecimals: readonly number[];
  /** `%`, `‰`, `/1000`, `/10000`, `/100000`, or the word that follows (`trẻ`), '' where none. */
  readonly unit: string;
  /** What the value is a share of: 100 for %, 1000 for ‰ and /1.000, …; null for a plain quantity. */
  readonly per: number | null;
  /** Offset after the unit's sign (for a word: the number's own end). */
  readonly unitEnd: number;
  readonly role: NumberRole;
}

/** The values that digits with separators can have, none where they are no number (`12.11.2024`). */
export interface DigitReadings {
  readonly readings: readonly Fraction[];
  readonly decimals: readonly number[];
}

const NO_READING: DigitReadings = { readings: [], decimals: [] };
const MOST_DIGITS = 15;

function decimalReading(whole: string, decimals: string, negative: boolean): DigitReadings {
  const digits = (whole + decimals).replace(/^0+/, '');
  if (digits.length > MOST_DIGITS || decimals.length > MOST_DIGITS) return NO_READING;
  const value = parseDecimal(`${negative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`);
  return { readings: [value], decimals: [decimals.length] };
}

function areThousands(groups: readonly string[]): boolean {
  return groups.every((group, index) => (index === 0 ? /^[1-9]\d{0,2}$/.test(group) : group.length === 3));
}

/** Reads digits with `.`, `,` and spaces between them (no sign) under a convention. */
export function readDigits(raw: string, convention: NumberConvention, negative = false): DigitReadings {
  const spaced = raw.split(/[ \u00a0\u202f]/);
  const text = spaced.join('');
  if (spaced.length > 1 && !areThousands([...spaced.slice(0, -1), (spaced[spaced.length - 1] ?? '').replace(/[.,]\d+$/, '')]))
    return NO_READING;
  const separators = text.replace(/\d/g, '');
  const groups = text.split(/[.,]/);
  const first = groups[0] ?? '';
  const last = groups[groups.length - 1] ?? '';
  if (separators === '') return decimalReading(text, '', negative);
  const same = separators.split('').every((separator) => separator === separators.charAt(0));
  if (separators.length > 1) {
    if (same) return areThousands(groups) ? decimalReading(groups.join(''), '', negative) : NO_READING;
    const thousands = separators.slice(0, -1);
    const mixed = thousands
      .split('')
      .some((separator) => separator === separators.charAt(separators.length - 1) || separator !== thousands.charAt(0));
    return mixed || !areThousands(groups.slice(0, -1)) ? NO_READING : decimalReading(groups.slice(0, -1).join(''), last, negative);
  }
  // After thousands in spaces a separator can only stand before decimals.
  if (spaced.length > 1 || !areThousands(groups)) return decimalReading(first, last, negative);
  const asThousands = decimalReading(first + last, '', negative);
  const asDecimals = decimalReading(first, last, negative);
  if (convention.decimal === null) {
    return { readings: [...asThousands.readings, ...asDecimals.readings], decimals: [...asThousands.decimals, ...asDecimals.decimals] };
  }
  return convention.decimal === separators ? asDecimals : asThousands;
}

interface DigitToken {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly negative: boolean;
}

const DIGITS = /\d+(?:[.,]\d+)*/g;
const NUMBERED_THING =
  /(?:thôn|bản|tổ|khu|khóm|xóm|lớp|khối|năm|quý|tháng|ngày|bảng|biểu|mục|phần|tiêu chí|chỉ tiêu|nội dung|tuổi|số|điều|khoản|đợt|lần|điểm)\s*$/i;

function isNegative(text: string, start: number): boolean {
  if (start === 0 || !/[-\u2212\u2013]/.test(text.charAt(start - 1))) return false;
  const before = text.slice(Math.max(0, start - 12), start - 1);
  // A line's dash is its bullet where more numbers follow: `-98% trở lên: 50 điểm`.
  if (/(?:^|\n)[ \t]*$/.test(before)) return !/\d/.test((text.slice(start, start + 200).split('\n')[0] ?? '').replace(/^[\d.,]+/, ''));
  // `5 -10`, `5%-10%` and `TC-3` are ranges and names; `giảm -5%`, `(-3)` are negative numbers.
  return before === '' || /(?:^|[\s(=:;])$/.test(before) ? !/[\d%‰]\s*$/.test(before) : false;
}

function digitTokens(text: string): DigitToken[] {
  const tokens: DigitToken[] = [];
  for (let match = DIGITS.exec(text); match !== null; match = DIGITS.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const last = tokens[tokens.length - 1];
    const gap = last === undefined ? '' : text.slice(last.end, start);
    // `1 786`: a space between thousands, unless the first number only names something (`Thôn 3 120 trẻ`).
    if (
      last !== undefined &&
      /^[ \u00a0\u202f]$/.test(gap) &&
      /^\d{3}(?:[.,]\d{1,2})?$/.test(match[0]) &&
      /^[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})*$/.test(last.digits)
    ) {
      if (!NUMBERED_THING.test(text.slice(Math.max(0, last.start - 16), last.start))) {
        tokens[tokens.length - 1] = {
          start: last.start,
          end,
          digits: text.slice(last.negative ? last.start + 1 : last.start, end),
          negative: last.negative,
        };
        continue;
      }
    }
    const negative = isNegative(text, start);
    tokens.push({ start: negative ? start - 1 : start, end, digits: match[0], negative });
  }
  return tokens;
}

const UNIT_SIGN = /^\s*(%|‰|phần trăm|phần nghìn|phần ngàn|phan tram|phan nghin)/i;
const PER_SIGN = /^\s*[/∕／]\s*(100[., ]?000|10[., ]?000|1[., ]?000|1000)(?![\d.,]*\d)/;
/** Words that go on with the sentence. */
const NO_UNITS = new Set('đến và trở hoặc thì là được so có trên trong tới den va tro hoac thi la duoc co tren toi'.split(' '));
const UNIT_WORD = /^\s*\(?\s*([\p{L}][\p{L}\p{M}]*)/u;

function unitAfter(text: string, end: number, isWholeNumber: boolean): { unit: string; per: number | null; unitEnd: number } {
  const rest = text.slice(end, end + 40);
  const sign = UNIT_SIGN.exec(rest);
  if (sign !== null) {
    const perMille = /‰|ngh|ngà/i.test(sign[1] ?? '');
    return { unit: perMille ? '‰' : '%', per: perMille ? 1000 : 100, unitEnd: end + sign[0].length };
  }
  const per = PER_SIGN.exec(rest);
  // `1/1.000` may as well be one child of a thousand: the value is the same, so the denominator counts as the unit of decimals only.
  if (per !== null && !isWholeNumber) {
    const size = Number((per[1] ?? '').replace(/\D/g, ''));
    return { unit: `/${size}`, per: size, unitEnd: end + per[0].length };
  }
  const word = UNIT_WORD.exec(rest)?.[1] ?? '';
  return { unit: NO_UNITS.has(word.toLowerCase()) ? '' : word, per: null, unitEnd: end };
}

const DATE =
  /\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2})(?!\d)|(?:ngày|tháng|quý|ngay|thang|quy)\s*\d{1,2}(?:\s*[/.-]\s*\d{1,4}){0,2}|(?:quý|quy)\s+[ivx]{1,3}\s*(?:[/.-]|năm|nam)\s*\d{4}|\b[tTqQ]\d{1,2}\s*[/.-]\s*\d{4}/gi;
const YEARS =
  /(?:năm(?:\s+học)?|nam hoc|nh|niên độ)\s*:?\s*(?:19|20)\d{2}(?:\s*[-–/]\s*(?:(?:19|20)\d{2}|\d{2}(?!\d)))?|\b(?:19|20)\d{2}\s*[-–]\s*(?:19|20)\d{2}\b|\b(?:19|20)\d{2}(?=\s*:)/gi;
const DOCUMENTS =
  /\d+[\p{L}]?(?:\s*\/\s*\d{4})?\s*\/\s*[\p{Lu}][\p{L}&]*(?:[-–]\s*[\p{L}&]+)*|(?:QĐ|BC|KH|NQ|CV|TT|NĐ|TB)\s+(?:số\s*)?:?\s*\d+(?:\s*\/\s*\d{4})?/gu;

type RoleSpan = readonly [start: number, end: number, role: NumberRole];

function roleSpans(text: string): RoleSpan[] {
  const spans: RoleSpan[] = [];
  for (const [pattern, role] of [
    [DOCUMENTS, 'document'],
    [DATE, 'date'],
    [YEARS, 'year'],
  ] as const) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
      spans.push([match.index, match.index + match[0].length, role]);
  }
  // At most one span of each role covers a place, so the next three by their ends are all that can.
  return spans.sort((a, b) => a[1] - b[1]);
}

/** `1/1.000 TE` is no document: its slash leads to a capital only after another number. */
function isDocument(text: string, span: RoleSpan): boolean {
  const shown = text.slice(span[0], span[1]);
  return (
    /[-–&]/.test(shown) || /^(?:QĐ|BC|KH|NQ|CV|TT|NĐ|TB)\s/.test(shown) || /\/\s*(?:QĐ|BC|KH|NQ|CV|TT|NĐ|TB|GM|TTr|HD|CTr)/.test(shown)
  );
}

/** The 1.000 of `1/1.000 trẻ em` and `trên 100.000 trẻ em`: whatever the convention, one child would not be written so. */
function isPopulation(text: string, token: DigitToken): boolean {
  return /^10{0,2}[.,]000$/.test(token.digits) && /(?:[/∕／]|trên|tren)\s*$/i.test(text.slice(Math.max(0, token.start - 8), token.start));
}

/**
 * Every number in a text, in order, with its place, its possible values, its unit and what it is part of. `98,5 %` reads 98.5 with
 * `per` 100. What cannot be a number (`12.11.2024`) is left out. Never throws.
 */
export function readNumbers(text: string, convention: NumberConvention): NumberReading[] {
  const tokens = digitTokens(text);
  if (tokens.length === 0) return [];
  const spans = roleSpans(text).filter((span) => span[2] !== 'document' || isDocument(text, span));
  const numbers: NumberReading[] = [];
  let unitEnd = 0;
  let at = 0;
  for (const token of tokens) {
    // The 1.000 of `0,26/1.000` is a unit.
    if (token.start < unitEnd) continue;
    const { readings, decimals } = readDigits(
      token.digits,
      isPopulation(text, token) ? { decimal: token.digits.includes('.') ? ',' : '.' } : convention,
      token.negative,
    );
    if (readings.length === 0) continue;
    const whole = readings.every((reading) => reading.denominator === 1);
    while ((spans[at]?.[1] ?? Infinity) < token.end) at += 1;
    const span = spans.slice(at, at + 3).find(([start, end]) => start <= token.end - token.digits.length && token.end <= end);
    const unit = unitAfter(text, token.end, whole);
    unitEnd = unit.unitEnd;
    numbers.push({
      start: token.start,
      end: token.end,
      raw: text.slice(token.start, token.end),
      readings,
      decimals: decimals[0] ?? 0,
      readingDecimals: decimals,
      ...unit,
      role: span?.[2] ?? 'plain',
    });
  }
  return numbers;
}

/** 1.000, 10.000 or 100.000 as `readings` may mean it, else null. */
export function perOf(readings: readonly Fraction[]): number | null {
  for (const size of [1000, 10000, 100000]) if (readings.some((reading) => equals(reading, fraction(size)))) return size;
  return null;
}
