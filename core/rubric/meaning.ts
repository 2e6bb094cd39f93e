import { readChange, speaksOfChange, type FallInterval } from './change';
import { trimTokens } from './clauses';
import { readComparisons } from './comparisons';
import { findInterval, type WrittenInterval } from './interval';
import { isSign, isWord, type NumberToken, type Token } from './tokens';
import { readWords, type WordMeaning } from './wordings';

/** What a band's condition says, before the kind of its scale is known. */
export type Meaning =
  | { readonly type: 'interval'; readonly interval: WrittenInterval; readonly numbers: readonly NumberToken[]; readonly unit: Token | null }
  | { readonly type: 'change'; readonly span: FallInterval; readonly numeric: boolean }
  | { readonly type: 'words'; readonly words: WordMeaning }
  | { readonly type: 'nothing' }
  | { readonly type: 'unreadable' };

const UNREADABLE: Meaning = { type: 'unreadable' };

const MORE = ['co', 'khong', 'lap', 'luu', 'kem', 'dam', 'bao'];
/** “Có tỷ lệ …”, “có từ …”, “có số trẻ …” name what the limit is of. */
const MEASURED = ['ty', 'ti', 'tu', 'tren', 'duoi', 'it', 'den', 'toi', 'khoang', 'hon', 'nguy', 'hoan', 'the'];

function endsPart(token: Token): boolean {
  return isSign(token, ',', '+', '&') || isWord(token, 'va', 'dong', 'thoi');
}

/** “Đạt 98 % trở lên, có sổ theo dõi”: beside the limit a second condition, which no rate can meet. */
function asksForMore(tokens: readonly Token[]): boolean {
  let depth = 0;
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (isSign(token, '(', '[')) depth += 1;
    else if (isSign(token, ')', ']')) depth = Math.max(0, depth - 1);
    else if (depth === 0 && endsPart(token)) parts.push([]);
    else if (depth === 0) (parts[parts.length - 1] as Token[]).push(token);
  }
  if (parts.length < 2) return false;
  return parts.some((part) => {
    const [first, second, third] = part;
    if (part.some((token) => token.kind === 'number') || !isWord(first, ...MORE) || second?.kind !== 'word') return false;
    return !isWord(second, ...MEASURED) && !(second.word === 'so' && isWord(third, 'tre', 'vu', 'luong', 'nguoi', 'hoc', 'em', 'thon'));
  });
}

function single(tokens: readonly Token[], changeScale: boolean): Meaning {
  const trimmed = trimTokens(tokens);
  if (trimmed.length === 0) return { type: 'nothing' };
  const compared = readComparisons(trimmed);
  if (changeScale && speaksOfChange(compared)) {
    const span = readChange(compared);
    if (!span) return UNREADABLE;
    return { type: 'change', span, numeric: findInterval(compared) !== null };
  }
  const found = findInterval(compared);
  if (found) {
    if (!found.interval) return UNREADABLE;
    // A “not” that no comparison has taken up turns the sense around in a way that cannot be told.
    if (compared.some((token) => isWord(token, 'khong', 'chua', 'ko'))) return UNREADABLE;
    if (asksForMore(trimmed)) return UNREADABLE;
    const last = found.numbers[found.numbers.length - 1];
    const place = compared.findIndex((token) => token.kind === 'number' && token.start === last?.start);
    const next = compared[place + 1];
    return { type: 'interval', interval: found.interval, numbers: found.numbers, unit: next?.kind === 'word' ? next : null };
  }
  return { type: 'words', words: readWords(trimmed) };
}

function settled(meaning: Meaning): boolean {
  return meaning.type === 'interval' || meaning.type === 'change' || (meaning.type === 'words' && meaning.words.type !== 'unclear');
}

function joins(meaning: Meaning): boolean {
  return meaning.type === 'interval' || meaning.type === 'change' || (meaning.type === 'words' && meaning.words.type === 'negation');
}

function withoutBrackets(tokens: readonly Token[]): Token[] {
  let depth = 0;
  return tokens.filter((token) => {
    if (isSign(token, '(', '[')) depth += 1;
    const kept = depth === 0;
    if (isSign(token, ')', ']')) depth = Math.max(0, depth - 1);
    return kept;
  });
}

/**
 * What the condition says: one meaning, or several that it joins with “hoặc” (“dưới 5 % hoặc không phát sinh”). The words behind
 * the last colon count where they can be read, so that a heading before them does no harm.
 */
export function readMeaning(tokens: readonly Token[], changeScale: boolean): Meaning[] {
  let colon = -1;
  tokens.forEach((token, index) => {
    if (isSign(token, ':')) colon = index;
  });
  if (colon >= 0) {
    const behind = readMeaning(tokens.slice(colon + 1), changeScale);
    if (behind.every(settled)) return behind;
  }
  const whole = single(tokens, changeScale);
  const plain = withoutBrackets(tokens);
  const parts: Token[][] = [[]];
  for (const token of readComparisons(plain)) {
    if (isWord(token, 'hoac', 'hay')) parts.push([]);
    else (parts[parts.length - 1] as Token[]).push(token);
  }
  if (parts.length > 1 && parts.every((part) => part.length > 0)) {
    const meanings = parts.map((part) => single(part, changeScale));
    if (meanings.every(joins) && meanings.some((meaning) => meaning.type !== 'words')) return meanings;
  }
  if (whole.type === 'change') return [whole];
  if (!settled(whole) && plain.length < tokens.length && plain.length > 0) {
    const outside = single(plain, changeScale);
    if (settled(outside)) return [outside];
  }
  return [whole];
}
