import { rememberTexts } from './remember';

const COMBINING_MARKS = /\p{M}+/gu;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const WORD = /[\p{L}\p{M}]+/gu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Line breaks, tabs and runs of spaces become one space; trimmed; NFC. Nothing else changes. */
export function collapse(text: string): string {
  return text
    .replace(/[\s\u200b]+/g, ' ')
    .trim()
    .normalize('NFC');
}

function computeFold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(COMBINING_MARKS, '')
    .replace(/đ/g, 'd')
    .replace(NOT_LETTER_OR_DIGIT, ' ')
    .trim();
}

const rememberedFold = rememberTexts(computeFold);

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

/**
 * Lower case, NFC, one tone placement (hoà = hòa, thuỷ = thủy), one dash, single spaces, trimmed; diacritics and punctuation
 * stay, i and y stay apart. Equal results mean the same Vietnamese words: `Vân Thủy` is not `Vạn Thủy`.
 */
export function normalise(text: string): string {
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
