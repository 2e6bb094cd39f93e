import { rememberTexts } from './remember';
import type { Cell } from '../workbook/workbook';
import { isCellError } from '../workbook/workbook';
import { TCVN3, VNI_LETTERS, VNI_PAIRS } from './legacy-tables';
import { isVietnameseSyllable } from './syllables';

export type TextEncoding = 'unicode' | 'tcvn3' | 'vni';

export type LegacyEncoding = 'tcvn3' | 'vni';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** Letters that Unicode Vietnamese has and no legacy encoding can produce when read as windows-1252, or combining tones. */
const UNICODE_VIETNAMESE =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]/;
const NOT_ASCII = /[^\u0000-\u007f]/;
const LATIN_1 = /[\u00a1-\u00ff]/;
/** Stretches of letters as a legacy text writes them: ASCII letters and everything of the upper half of windows-1252. */
const LEGACY_WORDS = /[A-Za-z\u00a1-\u00ff]+/g;
/** Signs, not letters, in windows-1252; and units of measure that begin with one. */
const SIGN_IN_WORD = /[\u00a1-\u00bf\u00d7\u00f7]/;
const UNITS_OF_MEASURE = /^µ(?:m|g|l|s|v|a|t)$/i;

interface FontMeaning {
  readonly encoding: 'tcvn3' | 'vni' | null;
  /** The font draws small letters as capitals. */
  readonly capitals: boolean;
}

/** What a font's name says about its text: `.Vn…` is TCVN3 (with a final H: drawn in capitals), `VNI-…` is VNI. */
function meaningOfFont(font: string | null): FontMeaning {
  const name = (font ?? '').trim();
  if (/^\.vn/i.test(name) || /^vn(?:time|arial)h?$/i.test(name)) {
    return { encoding: 'tcvn3', capitals: /H\d?$/.test(name) || /^\.?vn(?:time|arial|avant)h$/i.test(name) };
  }
  return { encoding: /^vni[-_ ]/i.test(name) ? 'vni' : null, capitals: false };
}

function fromTcvn3(text: string): string {
  let decoded = '';
  for (const character of text) decoded += TCVN3.get(character) ?? character;
  return decoded;
}

function fromVni(text: string): string {
  let decoded = '';
  for (let index = 0; index < text.length; index += 1) {
    const pair = VNI_PAIRS.get(text.slice(index, index + 2));
    if (pair !== undefined) {
      decoded += pair;
      index += 1;
    } else {
      const character = text.charAt(index);
      decoded += VNI_LETTERS.get(character) ?? character;
    }
  }
  return decoded;
}

/**
 * TCVN3 has no capitals with tones: in a line of capitals the officer typed `CéNG` and the screen showed `CộNG`. Such words,
 * and the whole text where it has no small ASCII letter at all, are meant as capitals.
 */
function repairCapitals(original: string, decoded: string): string {
  const isCapitalWord = (word: string): boolean => (word.match(/[A-Z]/g) ?? []).length >= 2 && !/[a-z]/.test(word);
  if (!/[a-z]/.test(original) && (original.match(LEGACY_WORDS) ?? []).some(isCapitalWord)) return decoded.toUpperCase();
  return original.replace(LEGACY_WORDS, (word) => (isCapitalWord(word) ? fromTcvn3(word).toUpperCase() : fromTcvn3(word)));
}

function decodeAs(text: string, encoding: LegacyEncoding): string {
  return encoding === 'vni' ? fromVni(text) : repairCapitals(text, fromTcvn3(text));
}

interface Plausibility {
  /** Words with legacy characters. */
  readonly words: number;
  /** Of them: Vietnamese once decoded. */
  readonly decoded: number;
  /** Of them: Vietnamese as they stand. */
  readonly asTheyStand: number;
  /** Vietnamese only once decoded. */
  readonly evidence: number;
  /** Vietnamese only once decoded and impossible in another Latin script: a sign, or a capital after a small letter. */
  readonly strongEvidence: number;
}

function plausibility(text: string, encoding: LegacyEncoding): Plausibility {
  const decode = encoding === 'vni' ? fromVni : fromTcvn3;
  let [words, decoded, asTheyStand, evidence, strongEvidence] = [0, 0, 0, 0, 0];
  for (const word of text.match(LEGACY_WORDS) ?? []) {
    if (!LATIN_1.test(word) || !/[A-Za-z]/.test(word) || UNITS_OF_MEASURE.test(word)) continue;
    // Abbreviations (`HC§B`) are no syllables in any encoding.
    if (!/[a-z]/.test(word) && !/[AEIOUY]/.test(word.normalize('NFD')) && !isVietnameseSyllable(decode(word))) continue;
    words += 1;
    const before = isVietnameseSyllable(word);
    const after = isVietnameseSyllable(decode(word));
    if (before) asTheyStand += 1;
    if (after) decoded += 1;
    if (!after || before) continue;
    evidence += 1;
    if (
      SIGN_IN_WORD.test(word) ||
      /[a-zß-ÿ][A-ZÀ-Þ]|[A-Z]{2}[ß-ÿ]|[A-Za-z][ÐÞ]/.test(word) ||
      (encoding === 'vni' && /[aeouy][\u00d8-\u00ff]/i.test(word))
    )
      strongEvidence += 1;
  }
  return { words, decoded, asTheyStand, evidence, strongEvidence };
}

/** The encoding that a text without a telling font is written in. Doubt means Unicode. */
function encodingOfText(text: string, surroundings: LegacyEncoding | null): TextEncoding {
  if (!LATIN_1.test(text) || UNICODE_VIETNAMESE.test(text)) return 'unicode';
  if (surroundings !== null) {
    const { words, decoded } = plausibility(text, surroundings);
    if (words > 0 && decoded === words) return surroundings;
  }
  let best: TextEncoding = 'unicode';
  let mostDecoded = 0;
  for (const encoding of ['tcvn3', 'vni'] as const) {
    const { words, decoded, asTheyStand, evidence, strongEvidence } = plausibility(text, encoding);
    const convincing = strongEvidence >= 1 || evidence >= 3 || (evidence >= 2 && evidence === words);
    if (convincing && decoded * 5 >= words * 4 && decoded > asTheyStand && decoded > mostDecoded) {
      best = encoding;
      mostDecoded = decoded;
    }
  }
  return best;
}

/** The legacy encoding that texts without telling fonts share: some clearly have it and none is Unicode Vietnamese. null otherwise. */
export function legacyEncodingOf(texts: Iterable<string>): LegacyEncoding | null {
  const found = { unicode: 0, tcvn3: 0, vni: 0 };
  for (const text of texts) {
    if (UNICODE_VIETNAMESE.test(text)) return null;
    found[encodingOfText(text, null)] += 1;
  }
  if (found.tcvn3 === found.vni) return null;
  return found.tcvn3 > found.vni ? 'tcvn3' : 'vni';
}

/** A text in a legacy font that is Vietnamese as it stands and nonsense once decoded was pasted as Unicode. */
function isUnicodeInLegacyFont(text: string, encoding: LegacyEncoding): boolean {
  if (UNICODE_VIETNAMESE.test(text)) return true;
  const { words, decoded, asTheyStand } = plausibility(text, encoding);
  return words > 0 && asTheyStand === words && decoded * 2 < words;
}

/** Anything but line breaks and characters that are NFC by themselves, shown, and no space but the plain one. */
const NEEDS_CLEANING =
  /[^\n\u0000-\u0008\u000e-\u0084\u0086-\u009f\u00a1-\u00ac\u00ae-\u02ff\u1ea0-\u1ef9\u2010-\u2027\u2190-\u21ff\u2264\u2265]/;

/** NFC; every kind of space but the line break becomes a plain space; joiners and soft hyphens vanish. */
function clean(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text;
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u00ad\u200c\u200d\u2060\ufeff]/g, '')
    .normalize('NFC');
}

function decodeStretch(text: string, font: string | null, surroundings: LegacyEncoding | null): DecodedText {
  if (!NOT_ASCII.test(text)) return { text, encoding: 'unicode' };
  const meaning = meaningOfFont(font);
  if (meaning.encoding === null) {
    const encoding = encodingOfText(text, surroundings);
    return { text: encoding === 'unicode' ? text : decodeAs(text, encoding), encoding };
  }
  if (!LATIN_1.test(text) || isUnicodeInLegacyFont(text, meaning.encoding)) return { text, encoding: 'unicode' };
  const decoded = decodeAs(text, meaning.encoding);
  return { text: meaning.capitals ? decoded.toUpperCase() : decoded, encoding: meaning.encoding };
}

/**
 * A text as the officer reads it. TCVN3 and VNI are recognised by the font's name and, where that says nothing (null, Times New
 * Roman), by the text itself; plain ASCII is always `unicode`. NFC; NBSP, tabs and zero-width spaces become spaces, line breaks
 * stay; nothing is trimmed.
 * `surroundings`: the encoding of the other texts (see `legacyEncodingOf`), for words such as `Cã` that alone say nothing.
 */
export function decodeText(text: string, font: string | null, surroundings: LegacyEncoding | null = null): DecodedText {
  // Whatever the font says, such a text was written in Unicode.
  if (UNICODE_VIETNAMESE.test(text) || !LATIN_1.test(text)) return { text: clean(text), encoding: 'unicode' };
  return rememberedDecoding(`${font ?? ''}\u0001${surroundings ?? ''}\u0001${text}`);
}

const rememberedDecoding = rememberTexts((key) => {
  const [font = '', surroundings = '', ...rest] = key.split('\u0001');
  return decodeNow(rest.join('\u0001'), font === '' ? null : font, surroundings === '' ? null : (surroundings as LegacyEncoding));
});

function decodeNow(text: string, font: string | null, surroundings: LegacyEncoding | null): DecodedText {
  const decoded = decodeStretch(text, font, surroundings);
  return { text: clean(decoded.text), encoding: decoded.encoding };
}

/** Plain digits with `.` before decimals, at most 15 significant ones as a spreadsheet shows them; no exponent. */
export function plainNumber(value: number): string {
  const shortest = String(value);
  const shown = shortest.replace(/\D/g, '').length <= 15 ? shortest : String(Number(value.toPrecision(15)));
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(shown);
  if (parts === null || (parts[4] === undefined && value !== 0)) return Number.isSafeInteger(value) ? shortest : shown;
  const digits = (parts[2] ?? '') + (parts[3] ?? '');
  const point = (parts[2] ?? '').length + Number(parts[4] ?? 0);
  if (value === 0) return '0';
  const text = point <= 0 ? `0.${'0'.repeat(-point)}${digits}` : digits.padEnd(point, '0');
  return (parts[1] ?? '') + text;
}

function decodeRuns(cell: Cell, font: string | null, surroundings: LegacyEncoding | null): DecodedText {
  const stretches: { text: string; font: string | null }[] = [];
  for (const run of cell.runs ?? []) {
    const runFont = run.font ?? font;
    const last = stretches[stretches.length - 1];
    const meaning = meaningOfFont(runFont);
    const lastMeaning = last === undefined ? null : meaningOfFont(last.font);
    // A VNI letter may be cut between runs that differ in colour or size only.
    if (last !== undefined && lastMeaning?.encoding === meaning.encoding && lastMeaning.capitals === meaning.capitals)
      last.text += run.text;
    else stretches.push({ text: run.text, font: runFont });
  }
  const decoded = stretches.map((stretch) => decodeStretch(stretch.text, stretch.font, surroundings));
  const legacy = decoded.find((part) => part.encoding !== 'unicode');
  return { text: clean(decoded.map((part) => part.text).join('')), encoding: legacy?.encoding ?? 'unicode' };
}

/**
 * What a cell says, as its officer reads it (see `decodeText`). `defaultFont` is the workbook's, for cells and runs without a
 * font of their own. Numbers become plain digits with `.` before decimals, truth values `TRUE`/`FALSE`, errors their code,
 * no cell and no value ''.
 */
export function decodeCellText(cell: Cell | null, defaultFont: string | null, surroundings: LegacyEncoding | null = null): DecodedText {
  const value = cell?.value ?? null;
  if (cell === null || value === null) return { text: '', encoding: 'unicode' };
  if (typeof value === 'number') return { text: plainNumber(value), encoding: 'unicode' };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', encoding: 'unicode' };
  if (isCellError(value)) return { text: value.error, encoding: 'unicode' };
  const font = cell.font ?? defaultFont;
  return cell.runs !== undefined && cell.runs.length > 0 ? decodeRuns(cell, font, surroundings) : decodeText(value, font, surroundings);
}
