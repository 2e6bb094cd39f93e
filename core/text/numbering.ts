import { fold } from './fold';
import { rememberTexts } from './remember';

export interface Ordinal {
  readonly kind: 'arabic' | 'decimal' | 'roman' | 'letter' | 'bullet' | 'criterion';
  /** `3` → [3], `1.2` → [1, 2], `IV` → [4], `c` → [3], a bullet → []. */
  readonly parts: readonly number[];
}

export interface Numbering {
  /** The number as written, without its closing sign (`1.1`, `IV`, `a`, `-`, `3` of `Tiêu chí 3:`), null where there is none. */
  readonly number: string | null;
  readonly rest: string;
  readonly ordinal: Ordinal | null;
  /** The folded word before the number (`tieu chi`, `chi so`, `muc`), '' where none. */
  readonly prefix: string;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const LETTERS = 'abcdđeghiklmnopqrstuvxy';

function readRoman(text: string): number | null {
  if (!/^(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return null;
  let total = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = ROMAN[text.charAt(index)] ?? 0;
    total += value < (ROMAN[text.charAt(index + 1)] ?? 0) ? -value : value;
  }
  return total;
}

function ordinalOf(number: string, named: boolean): Ordinal | null {
  const parts = number.split(/[.,]/).filter((part) => part !== '');
  if (parts.length > 0 && parts.every((part) => /^\d{1,3}$/.test(part))) {
    const values = parts.map(Number);
    return { kind: parts.length > 1 ? 'decimal' : named ? 'criterion' : 'arabic', parts: values };
  }
  if (/^[-+•*–—▪●○◦‣·➢➤✓✔]$/.test(number)) return { kind: 'bullet', parts: [] };
  const roman = readRoman(number.toUpperCase());
  if (roman !== null && (number === number.toUpperCase() || number.length > 1))
    return { kind: named ? 'criterion' : 'roman', parts: [roman] };
  // Letters that Vietnamese lacks stand where English counts them.
  const foreign = /^[fjwz]$/i.test(number) ? number.toLowerCase().charCodeAt(0) - 97 : -1;
  const letter = foreign >= 0 ? foreign : LETTERS.indexOf(number.toLowerCase());
  return number.length === 1 && letter >= 0 ? { kind: 'letter', parts: [letter + 1] } : null;
}

const NAMED =
  /^((?:tiêu chí|tieu chi|chỉ tiêu|chi tieu|nội dung|noi dung|mục|muc|phần|phan|nhóm|nhom|chỉ số|chi so|tc|ct|nd)(?:\s+(?:số|so|thứ|thu))?)\s*(\d{1,3}(?:\.\d{1,2}){0,3}|[ivxl]{1,6}|[a-zđ])(?![\p{L}\p{N}%])\s*[-–—:.,)]*\s*/iu;
const DECIMAL = /^\(?(\d{1,3}(?:[.,]\d{1,2}){1,3})\s*(?:[.):\]/-]+(?!\d)\s*|\s+(?![%‰])|$)/;
const ARABIC = /^\(?(\d{1,3})\s*(?:[.)\]:]+(?!\d)\s*|\/(?:\s+(?!\d)|$)|[-–—](?:\s+|(?=\p{L}))|$)/u;
const BARE_ARABIC = /^(\d{1,2})\s+(?=\p{Lu})/u;
const ROMAN_NUMBER = /^\(?([IVXL]{1,6}|[ivx]{2,5})\s*(?:[.):\]/]+\s*|[-–—]\s*|$)/;
const LETTER = /^\(?([A-Za-zĐđ])\s*(?:[.)\]:]+\s*|$)/;
const BULLET = /^([-+•*–—▪●○◦‣·➢➤])\s*/;

function computeNumbering(text: string): Numbering {
  const shown = text
    .replace(/[\s\u00a0\u200b]+/g, ' ')
    .trim()
    .normalize('NFC');
  const named = NAMED.exec(shown);
  if (named !== null && fold(named[2] ?? '') !== '') {
    const ordinal = ordinalOf(named[2] ?? '', /^(?:ti|tc)/i.test(named[1] ?? ''));
    // `Mục a` and `Nội dung I` are numbers; `phần i…` of a longer word is excluded by the pattern.
    if (ordinal !== null)
      return {
        number: named[2] ?? '',
        rest: shown.slice(named[0].length),
        ordinal,
        prefix: fold(named[1] ?? '').replace(/ (so|thu)$/, ''),
      };
  }
  for (const pattern of [DECIMAL, ARABIC, BARE_ARABIC, ROMAN_NUMBER, LETTER, BULLET]) {
    const match = pattern.exec(shown);
    const number = match?.[1] ?? '';
    if (match === null || number === '') continue;
    const rest = shown.slice(match[0].length);
    if (pattern === DECIMAL && /\d\s*$/.test(match[0]) && /^(?:\d|%|‰|đ\b|điểm)/i.test(rest)) continue;
    const ordinal = ordinalOf(number, false);
    if (ordinal !== null) return { number, rest, ordinal, prefix: '' };
  }
  return { number: null, rest: shown, ordinal: null, prefix: '' };
}

const rememberedNumbering = rememberTexts(computeNumbering);

/**
 * Splits the number off a label: `1.`, `1.1.`, `IV.`, `a)`, `(1)`, `-`, `•`, `Tiêu chí 3:`, `Tiêu chí số 3 -`, `TC3`, `Chỉ tiêu 3.1`, `Mục II`. A text
 * that is a number alone has an empty rest. What could be a quantity (`98,5 %`, `5 mô hình`) stays.
 */
export function readNumbering(text: string): Numbering {
  return rememberedNumbering(text);
}

/** The number and what follows it, see `readNumbering`. */
export function stripNumbering(text: string): { number: string | null; rest: string } {
  const { number, rest } = readNumbering(text);
  return { number, rest };
}

/** The meaning of a label's number, or of a cell that holds a number alone (`1`, `3.1`, `IV`, `a)`, `-`, `Tiêu chí 3`); null where there is none. */
export function readOrdinal(text: string): Ordinal | null {
  return readNumbering(text).ordinal;
}
