import { folderOf } from './characters';
import { rememberTexts } from './remember';

const COMBINING_MARKS = /\p{M}+/gu;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const WORD = /[\p{L}\p{M}]+/gu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Anything but single spaces between characters that are NFC by themselves and no kind of space. */
const NEEDS_COLLAPSING = /[^\u0020-\u007e\u00a1-\u02ff\u1ea0-\u1ef9\u2010-\u2027\u2190-\u21ff\u2264\u2265]| {2}|^ | $/;

/** Line breaks, tabs and runs of spaces become one space; trimmed; NFC. Nothing else changes. */
export function collapse(text: string): string {
  if (!NEEDS_COLLAPSING.test(text)) return text;
  return text
    .replace(/[\s\u200b]+/g, ' ')
    .trim()
    .normalize('NFC');
}

function foldCharacters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(COMBINING_MARKS, '')
    .replace(/đ/g, 'd')
    .replace(NOT_LETTER_OR_DIGIT, ' ');
}

const foldByTable = folderOf(foldCharacters);

const rememberedFold = rememberTexts((text) => foldByTable(text) ?? foldCharacters(text).trim());

/** Lower case, no diacritics, đ → d, everything but letters and digits → one space, trimmed. For likeness and dictionaries. */
export function fold(text: string): string {
  return rememberedFold(text);
}

/** Where the tone mark of a cluster of base vowels (NFC, without tones) stands in the newer spelling: hòa, thủy, toán, khuỷu. */
function toneIndex(vowels: string, hasCoda: boolean): number {
  for (let index = vowels.length - 1; index >= 0; index -= 1) if ('ăâêôơ'.includes(vowels.charAt(index))) return index;
  const horned = vowels.indexOf('ư');
  if (horned >= 0) return horned;
  if (vowels.length <= 1) return 0;
  if (vowels.length >= 3) return 1;
  return hasCoda ? 1 : 0;
}

/** One lower-case word in NFD → the same with its tone mark in its regular place, NFC. Words that are no single syllable stay. */
function placeTone(word: string): string {
  const tones = word.match(TONE);
  if (tones === null || tones.length !== 1) return word.normalize('NFC');
  const plain = word.replace(TONE, '').normalize('NFC');
  const parts = /^(qu(?=[aăâeêioôơuưy])|gi(?=[aăâeêioôơuưy])|[^aăâeêioôơuưy]*)([aăâeêioôơuưy]+)([^aăâeêioôơuưy]*)$/.exec(plain);
  const vowels = parts?.[2] ?? '';
  if (parts === null || vowels.length > 3) return word.normalize('NFC');
  const onset = parts[1] ?? '';
  const coda = parts[3] ?? '';
  const at = toneIndex(vowels, coda !== '');
  return (onset + vowels.slice(0, at + 1) + (tones[0] ?? '') + vowels.slice(at + 1) + coda).normalize('NFC');
}

function computeNormalised(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .normalize('NFD')
    .replace(WORD, placeTone)
    .replace(DASHES, '-')
    .replace(/[\s\u200b]+/g, ' ')
    .trim()
    .normalize('NFC');
}

/** ASCII, the composed letters of Vietnamese and the signs that stay as they are: what a word becomes does not depend on its neighbours. */
const PLAIN_TEXT =
  /^[\u0020-\u007e\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed\u00f2-\u00f5\u00f9\u00fa\u00fd\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2018-\u201d\u2026\u2264\u2265\n]*$/;
/** Words come from a few thousand syllables. */
const rememberedWord = rememberTexts(computeNormalised, 8192, 24);

function normaliseWords(text: string): string {
  const words = text.split(' ');
  let result = '';
  for (const word of words) {
    if (word === '') continue;
    if (result !== '') result += ' ';
    result += rememberedWord(word);
  }
  return result;
}

const rememberedNormal = rememberTexts((text) => {
  if (!PLAIN_TEXT.test(text)) return computeNormalised(text);
  return normaliseWords(text.indexOf('\n') < 0 ? text : text.replace(/\n/g, ' '));
});

/**
 * Lower case, NFC, one tone placement (hoà = hòa, thuỷ = thủy), one dash, single spaces, trimmed; diacritics and punctuation
 * stay, i and y stay apart. Equal results mean the same Vietnamese words: `Vân Thủy` is not `Vạn Thủy`.
 */
export function normalise(text: string): string {
  return rememberedNormal(text);
}
