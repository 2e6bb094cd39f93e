import { fraction, multiply } from '../text/fractions';
import { findInterval, valueAsWritten, type WrittenLimit } from './interval';
import type { Limit } from './rubric';
import { isWord, type Token } from './tokens';

export interface FallInterval {
  readonly from: Limit | null;
  readonly to: Limit | null;
}

const ZERO_IN: Limit = { value: fraction(0), inclusive: true, decimals: 0 };
const ZERO_OUT: Limit = { value: fraction(0), inclusive: false, decimals: 0 };

function directionAt(tokens: readonly Token[], index: number): 'fall' | 'rise' | null {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (isWord(token, 'giam') && !isWord(next, 'sat', 'nhe', 'ngheo', 'thieu')) return 'fall';
  if (isWord(token, 'tang') && !isWord(next, 'cuong', 'qua', 'hoc', 'ni')) return 'rise';
  return null;
}

/** True where the words speak of falling, rising or staying against an earlier value. */
export function speaksOfChange(tokens: readonly Token[]): boolean {
  return tokens.some((_, index) => directionAt(tokens, index) !== null) || staysSame(tokens);
}

function staysSame(tokens: readonly Token[]): boolean {
  const words = tokens
    .map((token) => (token.kind === 'word' ? token.word : token.kind === 'sign' && token.sign === '=' ? 'bang' : ''))
    .join(' ');
  return (
    /\b(?:giu nguyen|giu on dinh|on dinh|khong doi|khong thay doi|tuong duong|bang (?:so )?(?:nam|ky|cung)|bang so voi|khong bien dong|nhu nam truoc|ngang)\b/.test(
      words,
    ) ||
    /^bang$/.test(words.trim()) ||
    /\bbang (?:hoac|voi)\b|\bhoac bang\b/.test(words)
  );
}

function asLimit(written: WrittenLimit | null, sign: 1 | -1): Limit | null | undefined {
  if (!written) return null;
  if (written.number.unit !== 'percent') return undefined;
  const value = valueAsWritten(written.number);
  const turned = value && multiply(value, fraction(sign));
  return turned ? { value: turned, inclusive: written.inclusive, decimals: written.number.decimals } : undefined;
}

/**
 * The share by which the value fell (a rise is negative) that the tokens (comparisons read) ask for. null where they do not
 * speak of change or cannot be read as one interval; a change in absolute numbers is not a share.
 */
export function readChange(tokens: readonly Token[]): FallInterval | null {
  const found = tokens.map((_, index) => directionAt(tokens, index));
  const turns: { direction: 'fall' | 'rise'; negated: boolean; at: number }[] = [];
  found.forEach((direction, index) => {
    if (direction) turns.push({ direction, negated: isWord(tokens[index - 1], 'khong', 'chua'), at: index });
  });
  if (turns.length === 0) return staysSame(tokens) ? { from: ZERO_IN, to: ZERO_IN } : null;
  const first = turns[0];
  if (!first) return null;
  // A limit before the direction is a second condition, which one interval cannot hold.
  if (findInterval(tokens.slice(0, first.at))) return null;
  const read = findInterval(tokens.slice(first.at + 1));
  if (read && turns.length === 1) {
    if (!read.interval || first.negated || tokens.some((token) => isWord(token, 'phan') || isWord(token, 'diem'))) return null;
    const { from, to } = read.interval;
    const fall = first.direction === 'fall';
    const low = asLimit(fall ? from : to, fall ? 1 : -1);
    const high = asLimit(fall ? to : from, fall ? 1 : -1);
    if (low === undefined || high === undefined) return null;
    // “Giảm dưới 10 %” is still a fall: its other end is zero, left out.
    return fall ? { from: low ?? ZERO_OUT, to: high } : { from: low, to: high ?? ZERO_OUT };
  }
  if (read) return null;
  const same = staysSame(tokens);
  const falls = turns.some((turn) => turn.direction === 'fall' && !turn.negated);
  const rises = turns.some((turn) => turn.direction === 'rise' && !turn.negated);
  const notFall = turns.some((turn) => turn.direction === 'fall' && turn.negated);
  const notRise = turns.some((turn) => turn.direction === 'rise' && turn.negated);
  if (falls && rises) return null;
  if (notFall && notRise) return { from: ZERO_IN, to: ZERO_IN };
  if (notFall && !falls) return { from: null, to: ZERO_IN };
  if (notRise && !rises) return { from: ZERO_IN, to: null };
  if (falls && !notFall) return { from: same ? ZERO_IN : ZERO_OUT, to: null };
  if (rises && !notRise) return { from: null, to: same ? ZERO_IN : ZERO_OUT };
  return null;
}
