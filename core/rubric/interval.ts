import { compare, divide, fraction, type Fraction } from '../text/fractions';
import { isSign, isWord, type NumberToken, type Token } from './tokens';

/** One end of an interval as written: its unit is settled when the kind of the scale is known. */
export interface WrittenLimit {
  readonly number: NumberToken;
  readonly inclusive: boolean;
}

export interface WrittenInterval {
  readonly from: WrittenLimit | null;
  readonly to: WrittenLimit | null;
}

/** The number as a share of one where it says its unit; a bare number as it is. null where it leaves the exact numbers. */
export function valueAsWritten(number: NumberToken): Fraction | null {
  if (number.unit === 'percent') return divide(number.value, fraction(100));
  if (number.unit === null || number.per === null) return number.value;
  return divide(number.value, fraction(number.per));
}

const CODES: Readonly<Record<string, string>> = {
  '≥': 'g',
  '≤': 'l',
  '>': 'G',
  '<': 'L',
  '=': 'e',
  from: 'f',
  to: 't',
  up: 'u',
  down: 'd',
};

/** Numbers that belong together, with the comparing signs around them, e.g. `f#tL#`. */
interface Cluster {
  code: string;
  numbers: NumberToken[];
  noise: boolean;
}

const TIMES = ['lan', 'nam', 'thang', 'quy', 'tuan', 'ngay', 'gio', 'buoi', 'ky'];

/** Ages, years, grades and articles of law are part of the item's name, never a limit. */
function isName(tokens: readonly Token[], index: number): boolean {
  const number = tokens[index] as NumberToken;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (number.unit !== null) return false;
  if (isWord(after, 'tuoi') || (isWord(after, 'thang') && isWord(tokens[index + 2], 'tuoi'))) return true;
  if (isWord(before, 'nam') && number.value.denominator === 1 && number.value.numerator >= 1990 && number.value.numerator <= 2100)
    return true;
  if (
    isWord(before, 'lop', 'dieu', 'khoan', 'mau', 'bieu', 'nhom', 'ngay', 'cap') ||
    (isWord(before, 'so') && isWord(tokens[index - 2], 'dinh', 'mau', 'bieu', 'van', 'tu'))
  )
    return true;
  if (isDate(tokens, index)) return true;
  // “mỗi quý 01 lần” says how often, not how many.
  if (isWord(before, ...TIMES) && isWord(tokens[index - 2], 'moi', 'hang')) return true;
  return (isWord(before, 'trong', 'moi') && isWord(after, ...TIMES)) || (isWord(before, 'thang') && !isWord(after, ...TIMES));
}

/** `31/10`, `ngày 01/6`: a day and a month. */
function isDate(tokens: readonly Token[], index: number): boolean {
  const at = isSign(tokens[index + 1], '/') ? index : isSign(tokens[index - 1], '/') ? index - 2 : -1;
  const day = tokens[at];
  const month = tokens[at + 2];
  if (at < 0 || day?.kind !== 'number' || month?.kind !== 'number' || day.unit !== null || month.unit !== null) return false;
  const named = tokens.slice(Math.max(0, at - 2), at).some((token) => isWord(token, 'ngay', 'truoc', 'lieu'));
  return month.value.numerator <= 12 && day.value.numerator <= 31 && (named || day.value.numerator > month.value.numerator);
}

function clustersOf(tokens: readonly Token[]): Cluster[] {
  const clusters: Cluster[] = [];
  let pending = '';
  let current: Cluster | null = null;
  tokens.forEach((token, index) => {
    if (token.kind === 'number') {
      const noise = isName(tokens, index);
      if (current && pending.includes('t')) {
        current.code += `${pending}#`;
        current.numbers.push(token);
        current.noise = current.noise || noise;
      } else {
        current = { code: `${pending}#`, numbers: [token], noise };
        clusters.push(current);
      }
      pending = '';
      return;
    }
    const code = token.kind === 'sign' ? CODES[token.sign] : undefined;
    if (code === undefined) return;
    if ((code === 'u' || code === 'd') && current) current.code += code;
    else pending += code;
  });
  const last = clusters[clusters.length - 1];
  if (last && pending !== '') last.code += pending;
  return clusters;
}

/** `95 - < 98 %`: the unit written once holds for both numbers. */
function shareUnit(numbers: readonly NumberToken[]): NumberToken[] {
  const named = numbers.find((number) => number.unit !== null && number.unit !== 'share');
  if (!named) return [...numbers];
  return numbers.map((number) => (number.unit === null ? { ...number, unit: named.unit, per: named.per, ambiguous: false } : number));
}

function one(prefix: string, number: NumberToken, suffix: string): WrittenInterval | null {
  const from = (inclusive: boolean): WrittenInterval => ({ from: { number, inclusive }, to: null });
  const to = (inclusive: boolean): WrittenInterval => ({ from: null, to: { number, inclusive } });
  switch (`${prefix}#${suffix}`) {
    case '#':
    case 'e#':
      return { from: { number, inclusive: true }, to: { number, inclusive: true } };
    case 'f#':
    case 'f#u':
    case '#u':
    case 'g#':
    case 'g#u':
    case 'fg#':
    case 'fg#u':
    case 'gf#':
    case 'gf#u':
    case 'e#u':
    case 'fe#u':
    case '#l':
      return from(true);
    case 'G#':
    case 'G#u':
    case 'fG#':
    case 'fG#u':
    case 'Gf#':
    case 'Gf#u':
    case '#L':
      return from(false);
    case 'L#':
    case 'L#d':
    case 'fL#':
    case 'fL#d':
    case 'Lf#':
    case 'Lf#u':
    case 'Lg#':
    case 'Lg#u':
    case 'L#u':
    case 'tL#':
    case '#G':
      return to(false);
    case 'l#':
    case 'l#d':
    case 'fl#':
    case 't#':
    case 'lt#':
    case 'tl#':
    case 'f#d':
    case '#d':
    case 'LG#':
    case 'fl#d':
    case 't#d':
    case '#g':
    case 'e#d':
      return to(true);
    default:
      return null;
  }
}

function two(prefix: string, first: NumberToken, middle: string, second: NumberToken, suffix: string): WrittenInterval | null {
  const a = valueAsWritten(first);
  const b = valueAsWritten(second);
  if (!a || !b) return null;
  const order = compare(a, b);
  const build = (low: NumberToken, lowIn: boolean, high: NumberToken, highIn: boolean, direction: -1 | 0 | 1): WrittenInterval | null =>
    direction < 0 || (direction === 0 && lowIn && highIn)
      ? { from: { number: low, inclusive: lowIn }, to: { number: high, inclusive: highIn } }
      : null;
  const opposite = (order === 0 ? 0 : -order) as -1 | 0 | 1;
  if (prefix === '' && suffix === '') {
    if (/^[lL]{2}$/.test(middle)) return build(first, middle.charAt(0) === 'l', second, middle.charAt(1) === 'l', order);
    if (/^[gG]{2}$/.test(middle)) return build(second, middle.charAt(1) === 'g', first, middle.charAt(0) === 'g', opposite);
  }
  const joint = middle.replace(/^u/, '');
  const lower = /^(?:f?e?g?|gf)$/.test(prefix) ? true : /^(?:f?G|Gf)$/.test(prefix) ? false : null;
  const upper = /^f?l$/.test(prefix) && !middle.startsWith('u') ? true : /^(?:f?L)$/.test(prefix) && !middle.startsWith('u') ? false : null;
  if (lower !== null && suffix === '') {
    if (joint === 't') return order > 0 && lower ? build(second, true, first, true, opposite) : build(first, lower, second, true, order);
    if (/^t?e?L$|^t?Lt$/.test(joint)) return build(first, lower, second, false, order);
    if (/^t?l$|^te$|^lt$/.test(joint)) return build(first, lower, second, true, order);
    if (joint === 'tG' && lower) return build(second, false, first, true, opposite);
    return null;
  }
  if (upper !== null && /^u?$/.test(suffix)) {
    if (/^t?(?:f|g|fg|e)?$/.test(joint) && joint !== '') return build(second, true, first, upper, opposite);
    if (/^t?f?G$/.test(joint)) return build(second, false, first, upper, opposite);
  }
  return null;
}

function parseCode(code: string, numbers: readonly NumberToken[]): WrittenInterval | null {
  const parts = code.split('#');
  const [first, second] = shareUnit(numbers);
  if (numbers.some((number) => number.ambiguous) && shareUnit(numbers).some((number) => number.ambiguous)) return null;
  if (first && numbers.length === 1) return one(parts[0] ?? '', first, parts[1] ?? '');
  if (first && second && numbers.length === 2) return two(parts[0] ?? '', first, parts[1] ?? '', second, parts[2] ?? '');
  return null;
}

/** True where “và”, “đồng thời” stands between a cluster and a rate. */
function isJoined(tokens: readonly Token[], cluster: Cluster, rates: readonly Cluster[]): boolean {
  const at = cluster.numbers[0]?.start ?? 0;
  return rates.some((rate) => {
    const other = rate.numbers[0]?.start ?? 0;
    return tokens.some(
      (token) => token.start > Math.min(at, other) && token.start < Math.max(at, other) && isWord(token, 'va', 'dong', 'kem'),
    );
  });
}

export interface FoundInterval {
  /** null where numbers with comparing words stand there but say no single interval. */
  readonly interval: WrittenInterval | null;
  /** The numbers that count as limits. */
  readonly numbers: readonly NumberToken[];
}

/**
 * The interval that a condition's tokens (comparisons read) state; null where they hold no number that can be a limit. Where a
 * rate is written, other numbers belong to the item's name (“ít nhất 01 lần trong năm”).
 */
export function findInterval(tokens: readonly Token[]): FoundInterval | null {
  let clusters = clustersOf(tokens).filter((cluster) => !cluster.noise);
  const rates = clusters.filter((cluster) => cluster.numbers.some((number) => number.unit !== null));
  if (rates.length > 0) {
    const dropped = clusters.filter((cluster) => !rates.includes(cluster));
    // “Đạt 95 % và có từ 02 mô hình” asks for two things.
    if (dropped.some((cluster) => isJoined(tokens, cluster, rates))) return { interval: null, numbers: shareUnit(rates[0]?.numbers ?? []) };
    clusters = rates;
  }
  if (clusters.length === 0) return null;
  const numbers = clusters.reduce<NumberToken[]>((all, cluster) => all.concat(cluster.numbers), []);
  const code = clusters.map((cluster) => cluster.code).join('');
  return { interval: parseCode(code, numbers), numbers: shareUnit(numbers) };
}
