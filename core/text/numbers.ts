import { isZero } from './fractions';
import type { Fraction } from './fractions';
import { readNumbers } from './number-tokens';
import type { NumberConvention } from './number-tokens';

export { collectConvention } from './number-convention';
export { readFractionText } from './fraction-text';
export type { FractionReading, StatedRate } from './fraction-text';
export { readDigits, readNumbers } from './number-tokens';
export type { NumberConvention, NumberReading, NumberRole } from './number-tokens';

/** A text that is one number and, perhaps, its unit. */
export interface SingleNumber {
  /** One value, or two where the separator can be read in two ways (thousands first). Percentages as written (98.5). */
  readonly readings: readonly Fraction[];
  /** Decimals shown, for the first reading. */
  readonly decimals: number;
  readonly percent: boolean;
  /** `‰`, or decimals before `/1.000`. */
  readonly perMille: boolean;
  /** 100 for %, 1000 for ‰ and /1.000, 10000, 100000; null for a plain quantity. */
  readonly per: number | null;
  /** `%`, `‰`, `/1000` … or the words after the number (`trẻ em`), '' where none. */
  readonly unit: string;
  /** Words before and behind that belong to neither (`Đạt`), '' where the number stands alone. */
  readonly rest: string;
}

const LEAD =
  /^(?:(?:tổ chức(?:\s+được)?|thành lập|xây dựng|duy trì|triển khai|bố trí|phát sinh|xảy ra|ghi nhận|phát hiện|to chuc|thanh lap|xay dung|duy tri|bo tri|phat sinh|xay ra|kết quả|tổng(?:\s+số)?|số lượng|đã|được|đạt|có|là|còn|chiếm|tỷ lệ|tỉ lệ|ket qua|tong so|da|duoc|dat|co|la|con|chiem|ty le)\s*|[=:+•*]\s*|[-–]\s+)*$/i;
const UNIT_WORDS = /^\s*\(?\s*([\p{L}][\p{L}\p{M}]*(?:[\s/]+[\p{L}][\p{L}\p{M}]*){0,7})\s*\)?/u;
/** `977 trẻ dưới 5 tuổi`: an age is part of the unit. */
const AGE =
  /\s+(?:(?:dưới|trên|từ|đủ|duoi|tren|tu)\s+)?\d{1,2}(?:\s*(?:-|–|đến|den)\s*(?:dưới\s+)?\d{1,2})?\s+(?:tuổi|tuoi)(?![\p{L}\p{M}])/giu;
/** Words that make another number of it, or none. */
const CHANGES_IT =
  /(?:^|[\s(,])(?:chưa|không|dự kiến|khoảng|gần|hơn|trở|trên|dưới|tối|chua|khong|du kien|khoang|gan|hon|tro|duoi)(?=[\s),.;]|$)/i;
const TAIL = /^[\s.;)]*(?:,\s*\p{L}[\p{L}\p{M} ]*)*[\s.;,]*(?:\([^()\d]*\))?[\s.;,]*$/u;
const NOTHING = /^[\s\-–(,;:.]*(?:không|chưa|khong|chua)(?![\p{L}\p{M}])[^\d]*$/iu;

const WORDS_IN_BRACKETS =
  /(\d)\s*\(\s*(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)(?:\s+(?:một|mốt|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín|mươi|mười|trăm))*\s*\)/gi;

/** Single spaces; `98 , 5 %` closed up; the words that repeat a number in brackets (`01 (một) vụ`) taken off. */
function tidyNumber(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .replace(/(\d) ([,.]) ?(\d)/g, '$1$2$3')
    .replace(WORDS_IN_BRACKETS, '$1')
    .replace(/^(0+)\s*\(\s*không\s*\)/i, '$1')
    .trim();
}

/**
 * A text whose one number is all that counts: `0 vụ`, `06 buổi`, `98,5 %`, `1 786`, `-3`, `Đạt 98,5%`, `0,26/1.000`. null for more or no
 * numbers, dates, words before it that change it (`trên`, `khoảng`, `giảm`) and a number alone in brackets, which may be a column's name.
 */
export function readSingleNumber(text: string, convention: NumberConvention): SingleNumber | null {
  const spaced = tidyNumber(text);
  if (spaced === '' || spaced.length > 120) return null;
  const shown = spaced.replace(AGE, (age, at: number) => (/\d/.test(spaced.slice(0, at)) ? '' : age));
  const [number, ...others] = readNumbers(shown, convention);
  if (number === undefined || number.role !== 'plain') return null;
  if (others.some((other) => other.start >= number.unitEnd)) return null;
  const before = shown.slice(0, number.start);
  if (!LEAD.test(before)) return null;
  const after = shown.slice(number.unitEnd);
  // `0 - không phát sinh` says the same twice; any other number would be changed by such words.
  const isNothing = number.readings.every(isZero);
  const words = isNothing && NOTHING.test(after) ? null : UNIT_WORDS.exec(after);
  const rest = after.slice(words?.[0].length ?? 0);
  if (/\d/.test(rest) || !(TAIL.test(rest) || (isNothing && NOTHING.test(rest)))) return null;
  if (CHANGES_IT.test(after) && !(isNothing && NOTHING.test(after))) return null;
  return {
    readings: number.readings,
    decimals: number.decimals,
    percent: number.per === 100,
    perMille: number.per === 1000,
    per: number.per,
    unit: number.per === null ? (words?.[1] ?? '').trim() : number.unit,
    rest: `${before} ${number.per === null ? '' : (words?.[1] ?? '')} ${rest}`.replace(/[\s.;,()]+/g, ' ').trim(),
  };
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

/**
 * A number in words from 0 to 99 (`không`, `hai`, `mười lăm`, `hai mươi mốt`), whole text, with diacritics (without them `nam` and `tu` mean
 * too much). null for anything else.
 */
export function readNumberWord(text: string): number | null {
  const words = text.normalize('NFC').toLowerCase().trim().split(/\s+/);
  const unitOf = (word: string | undefined): number | null => {
    if (word === 'mốt') return 1;
    if (word === 'lăm' || word === 'nhăm') return 5;
    const value = NUMBER_WORDS[word ?? ''];
    return value !== undefined && value > 0 && value < 10 ? value : null;
  };
  if (words.length === 1) return NUMBER_WORDS[words[0] ?? ''] ?? null;
  if (words[0] === 'mười') return words.length === 2 && unitOf(words[1]) !== null ? 10 + (unitOf(words[1]) ?? 0) : null;
  const tens = unitOf(words[0]);
  if (tens === null || tens < 2 || words[1] !== 'mươi' || words.length > 3) return null;
  if (words.length === 2) return tens * 10;
  const unit = unitOf(words[2]);
  return unit === null ? null : tens * 10 + unit;
}
