import { parseDecimal, type Fraction } from '../text/fractions';
import { cleanText, plain } from './plain';

/** A number as written; `unit` says how it was written, not yet what it measures. */
export interface NumberToken {
  readonly kind: 'number';
  readonly start: number;
  readonly end: number;
  readonly value: Fraction;
  readonly decimals: number;
  /** percent `98 %`; per `1/1.000`, `1 ‰`; share `2/3 số thôn`; null a bare number. */
  readonly unit: 'percent' | 'per' | 'share' | null;
  /** per: the group's size (1000); share: the denominator; else null. */
  readonly per: number | null;
  /** `1,000`: both a thousand and one. */
  readonly ambiguous: boolean;
}

export interface WordToken {
  readonly kind: 'word';
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** Punctuation and, once phrases are read, what comparing words mean: `≥ ≤ > < = from to up down`. `break` ends a clause. */
export interface SignToken {
  readonly kind: 'sign';
  readonly start: number;
  readonly end: number;
  readonly sign: string;
}

export type Token = NumberToken | WordToken | SignToken;

export interface TokenisedText {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** True where the token is one of the signs; false past the end. */
export function isSign(token: Token | undefined, ...signs: readonly string[]): boolean {
  return token !== undefined && token.kind === 'sign' && signs.includes(token.sign);
}

/** True where the token is one of the folded words; false past the end. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token !== undefined && token.kind === 'word' && words.includes(token.word);
}

const NUMBER = /^(?:[1-9]\d{0,2}(?: \d{3})+(?![\d.,]|\s*%)|\d+(?:[.,]\d+)*)/;
const ENUMERATOR =
  /^(?:\d{1,2}(?:\.\d{1,2})*[.)](?!\d)|\(\d{1,2}\)(?=\s*[a-z≥≤<>])|\([a-z]\)|(?:[a-hj-z]|[ivx]{1,4})[.)](?=\s|[a-z≥≤<>])|muc\s*\d{1,2}\s*[:.)-]|o(?=\s+\S))\s*/;
const INTERVAL = /^([[\](])\s*(\d+(?:[.,]\d+)?)\s*(%|‰)?\s*(;|,\s|\s-\s|-)\s*(\d+(?:[.,]\d+)?|\+?\s*∞)\s*(%|‰)?\s*([\])[])/;

function thousands(digits: string): string {
  return digits.replace(/[., ]/g, '');
}

interface ReadNumber {
  readonly value: Fraction;
  readonly decimals: number;
  readonly ambiguous: boolean;
}

function exact(text: string): Fraction | null {
  try {
    return parseDecimal(text);
  } catch {
    return null;
  }
}

/** `whole`: where only whole numbers make sense (the base of a rate); `rate`: where a sign of a rate follows. */
export function readWritten(written: string, decimalSign: ',' | '.', place: 'whole' | 'rate' | 'plain'): ReadNumber | null {
  const groups = written.split(/[., ]/);
  const signs = written.replace(/\d/g, '');
  const grouped = /^[1-9]\d{0,2}(?:[., ]\d{3})+$/.test(written);
  const same = signs.split('').every((sign) => sign === signs.charAt(0));
  if (signs === '') {
    const value = exact(written);
    return value && { value, decimals: 0, ambiguous: false };
  }
  if (signs.length === 1 && signs !== ' ') {
    const decimals = (groups[1] ?? '').length;
    if (place === 'whole' || (place === 'plain' && grouped && signs !== decimalSign)) {
      if (!grouped) return null;
      const value = exact(thousands(written));
      return value && { value, decimals: 0, ambiguous: false };
    }
    const value = exact(written.replace(',', '.'));
    return value && { value, decimals, ambiguous: place === 'plain' && grouped };
  }
  if (same && grouped) {
    const value = exact(thousands(written));
    return value && { value, decimals: 0, ambiguous: false };
  }
  const last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
  const head = written.slice(0, last);
  if (/^[1-9]\d{0,2}(?:[., ]\d{3})+$/.test(head) && !head.includes(written.charAt(last))) {
    const value = exact(`${thousands(head)}.${written.slice(last + 1)}`);
    return value && { value, decimals: written.length - last - 1, ambiguous: false };
  }
  return null;
}

const UNITS = ['buoi', 'cuoc', 'vu', 'lan', 'mo', 'cau', 'em', 'tre', 'hoat', 'dien', 'doi', 'nhom', 'truong'];
const NUMBER_WORDS: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, bốn: 4 };

/** The text in tokens. `decimalSign` is the workbook's decimal sign, needed only where a number can be read in two ways. */
export function tokenise(original: string, decimalSign: ',' | '.'): TokenisedText {
  const text = cleanText(original);
  const folded = plain(text);
  const tokens: Token[] = [];
  let at = 0;
  const sign = (name: string, length: number): void => {
    tokens.push({ kind: 'sign', sign: name, start: at, end: at + length });
    at += length;
  };
  const clauseStart = (): boolean => tokens.length === 0 || isSign(tokens[tokens.length - 1], 'break');
  while (at < folded.length) {
    const rest = folded.slice(at, at + 60);
    const character = rest.charAt(0);
    if (character === ' ') {
      at += 1;
      continue;
    }
    if (clauseStart()) {
      const enumerator = ENUMERATOR.exec(rest);
      if (enumerator) {
        at += enumerator[0].length;
        continue;
      }
      if (/^[-+*•→~]/.test(rest)) {
        at += 1;
        continue;
      }
    }
    const interval = INTERVAL.exec(rest);
    if (interval && (/[[\]]/.test((interval[1] ?? '') + (interval[7] ?? '')) || (interval[4] === ';' && interval[1] === '('))) {
      const unit = interval[3] ?? interval[6];
      const push = (written: string, opened: string): void => {
        const read = readWritten(written, decimalSign, 'rate');
        tokens.push({ kind: 'sign', sign: opened, start: at, end: at });
        if (read) {
          const rate = unit === '%' ? ('percent' as const) : unit === '‰' ? ('per' as const) : null;
          tokens.push({ kind: 'number', ...read, unit: rate, per: rate === 'per' ? 1000 : null, start: at, end: at + interval[0].length });
        }
      };
      push(interval[2] ?? '', interval[1] === '[' ? '≥' : '>');
      if (/\d/.test(interval[5] ?? '')) {
        tokens.push({ kind: 'sign', sign: 'to', start: at, end: at });
        push(interval[5] ?? '', interval[7] === ']' ? '≤' : '<');
      }
      at += interval[0].length;
      continue;
    }
    const written = NUMBER.exec(rest)?.[0];
    if (written !== undefined) {
      const after = /^\s*(%o|%|‰|phan tram|phan nghin|o\/oo|o\/o)/.exec(folded.slice(at + written.length))?.[1];
      const rate = after !== undefined;
      const afterSlash = isSign(tokens[tokens.length - 1], '/');
      const read =
        (afterSlash ? readWritten(written, decimalSign, 'whole') : null) ?? readWritten(written, decimalSign, rate ? 'rate' : 'plain');
      if (read) {
        const thousand = after === '‰' || after === '%o' || after === 'phan nghin' || after === 'o/oo';
        const suffix = after === undefined ? 0 : folded.slice(at + written.length).indexOf(after) + after.length;
        tokens.push({
          kind: 'number',
          ...read,
          start: at,
          end: at + written.length + suffix,
          unit: rate ? (thousand ? 'per' : 'percent') : null,
          per: rate && thousand ? 1000 : null,
        });
        at += written.length + suffix;
      } else {
        tokens.push({ kind: 'word', word: written, start: at, end: at + written.length });
        at += written.length;
      }
      continue;
    }
    const two = rest.slice(0, 2);
    if (rest.startsWith('...') || character === '…') sign('~', character === '…' ? 1 : 3);
    else if (rest.startsWith('==>') || rest.startsWith('-->')) sign('→', 3);
    else if (two === '>=') sign('≥', 2);
    else if (two === '<=' || two === '=<') sign('≤', 2);
    // “=> 98 %” is a slip for ≥, “Có => 50 điểm” an arrow.
    else if (two === '=>') sign(/^=>\s*\d+(?:[.,]\d+)?\s*%/.test(rest) ? '≥' : '→', 2);
    else if (two === '->') sign('→', 2);
    else if (character === '\n' || character === ';' || character === '•') sign('break', 1);
    else if (character === '.') sign('break', 1);
    else if (/[a-z]/.test(character)) {
      const word = /^[a-z]+/.exec(folded.slice(at))?.[0] ?? character;
      const spoken = NUMBER_WORDS[text.slice(at, at + word.length).toLowerCase()];
      const before = tokens[tokens.length - 1];
      const next = /^\s*([a-z]*)/.exec(folded.slice(at + word.length))?.[1] ?? '';
      const counts =
        (isWord(before, 'co', 'tu', 'den', 'duoi', 'tren', 'moi', 'cu', 'nhat', 'thieu') || (clauseStart() && UNITS.includes(next))) &&
        !['phan', 'so', 'trong', 'long', 'cach', 'nua'].includes(next);
      if (spoken !== undefined && counts && next !== '') {
        tokens.push({
          kind: 'number',
          value: { numerator: spoken, denominator: 1 },
          decimals: 0,
          unit: null,
          per: null,
          ambiguous: false,
          start: at,
          end: at + word.length,
        });
      } else tokens.push({ kind: 'word', word, start: at, end: at + word.length });
      at += word.length;
    } else sign(character, 1);
  }
  return { text, tokens: joinRatios(readNoPoints(tokens)) };
}

/** “Dưới 90 %: không tính điểm” gives 0 points; “Không có điểm (vui chơi): 0 điểm” is a condition. */
function readNoPoints(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    let ahead = index + 1;
    while (ahead < index + 4 && isWord(tokens[ahead], 'tinh', 'duoc', 'co', 'cham', 'cho')) ahead += 1;
    const after = tokens[ahead + 1];
    const ends = after === undefined || isSign(after, 'break', ',', ')', '+', '-') || isWord(after, 'nao');
    const before = tokens[index - 1];
    if (isWord(token, 'khong', 'ko') && isWord(tokens[ahead], 'diem') && ends && before !== undefined && !isSign(before, 'break')) {
      const end = tokens[ahead]?.end ?? token.end;
      result.push({
        kind: 'number',
        value: { numerator: 0, denominator: 1 },
        decimals: 0,
        unit: null,
        per: null,
        ambiguous: false,
        start: token.start,
        end: token.end,
      });
      result.push({ kind: 'word', word: 'diem', start: end, end });
      index = isWord(after, 'nao') ? ahead + 1 : ahead;
      continue;
    }
    result.push(token);
  }
  return result;
}

function powerOfTen(value: Fraction): boolean {
  return value.denominator === 1 && [100, 1000, 10000, 100000, 1000000].includes(value.numerator);
}

const SHARED = ['so', 'thon', 'tong', 'to', 'khu', 'ap', 'ban', 'xom', 'truong', 'tre', 'buon', 'lang', 'khom'];

/** `1/1.000`, `1 em/1.000 trẻ em`, `40 trẻ trên 100.000 trẻ em`, `2/3 số thôn` become one number each. */
function joinRatios(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    if (token.kind === 'number' && token.unit === null) {
      let ahead = index + 1;
      while (
        ahead <= index + 5 &&
        tokens[ahead]?.kind === 'word' &&
        !isWord(tokens[ahead], 'tren', 'tro', 'den', 'duoi', 'tu', 'diem', 'd')
      )
        ahead += 1;
      const base = tokens[ahead + 1];
      if (isSign(tokens[ahead], '/') && base?.kind === 'number' && base.unit === null) {
        if (powerOfTen(base.value)) {
          result.push({ ...token, unit: 'per', per: base.value.numerator, end: base.end });
          index = ahead + 1;
          continue;
        }
        const next = tokens[ahead + 2];
        if (ahead === index + 1 && base.value.denominator === 1 && base.value.numerator < 100 && isWord(next, ...SHARED)) {
          result.push({ ...token, unit: 'share', per: base.value.numerator, end: base.end });
          index = ahead + 1;
          continue;
        }
      }
      if (
        isWord(tokens[ahead], 'tren') &&
        base?.kind === 'number' &&
        base.unit === null &&
        powerOfTen(base.value) &&
        base.value.numerator >= 1000
      ) {
        result.push({ ...token, unit: 'per', per: base.value.numerator, end: base.end });
        index = ahead + 1;
        continue;
      }
    }
    result.push(token);
  }
  return result;
}
