/** An exact rational number. Both parts are safe integers, `denominator` is positive, the fraction is reduced. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Most digits that a decimal keeps when its exact form would leave the safe integers. */
const SIGNIFICANT_DIGITS = 15;

function greatestCommonDivisor(a: number, b: number): number {
  let x = Math.abs(a);
  let y = Math.abs(b);
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** `numerator / denominator`, reduced. Throws RangeError for a zero denominator and for parts that are no safe integers. */
export function fraction(numerator: number, denominator = 1): Fraction {
  if (denominator === 0) throw new RangeError('A fraction needs a denominator other than zero.');
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) throw new RangeError('A fraction needs safe integers.');
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0 ? -1 : 1);
  // `+ 0` turns a negative zero into zero.
  return { numerator: numerator / divisor + 0, denominator: denominator / divisor };
}

function fractionOrNull(numerator: number, denominator: number): Fraction | null {
  if (denominator === 0 || !Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return null;
  return fraction(numerator, denominator);
}

/** `digits` (no separator) with the decimal point `scale` places from the right, or null beyond safe integers. */
function scaled(negative: boolean, digits: string, scale: number): Fraction | null {
  let significant = digits;
  let places = scale;
  while (places > 0 && significant.length > 0 && significant.endsWith('0')) {
    significant = significant.slice(0, -1);
    places -= 1;
  }
  significant = significant.replace(/^0+/, '');
  if (significant === '') return fraction(0);
  if (significant.length > 16 || places > SIGNIFICANT_DIGITS) return null;
  const value = Number(significant);
  return fractionOrNull(negative ? -value : value, Math.pow(10, places));
}

/**
 * A plain decimal with `.` as its decimal point (`98.5`, `-3`, `.5`), exactly.
 * Throws RangeError where the text is no plain decimal or its exact value leaves the safe integers.
 */
export function parseDecimal(text: string): Fraction {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  const whole = match?.[2] ?? '';
  const decimals = match?.[3] ?? '';
  if (match === null || whole + decimals === '') throw new RangeError(`Not a plain decimal: ${text}`);
  const result = scaled(match[1] === '-', whole + decimals, decimals.length);
  if (result === null) throw new RangeError(`A decimal beyond safe integers: ${text}`);
  return result;
}

function fromShortest(text: string): Fraction | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text);
  if (match === null) return null;
  const decimals = match[3] ?? '';
  const scale = decimals.length - Number(match[4] ?? 0);
  const digits = (match[2] ?? '') + decimals;
  if (scale >= 0) return scaled(match[1] === '-', digits, scale);
  return -scale > 16 ? (/^0*$/.test(digits) ? fraction(0) : null) : scaled(match[1] === '-', digits + '0'.repeat(-scale), 0);
}

/**
 * The shortest decimal that stands for a float, as a fraction (0.984375 → 63/64, 0.1 → 1/10); where that leaves the safe
 * integers, its 15 most significant digits and at most 15 decimals, as a spreadsheet shows it. null where the value is not
 * finite or too large for safe integers.
 */
export function fromNumberOrNull(value: number): Fraction | null {
  if (!Number.isFinite(value)) return null;
  const shortest = fromShortest(String(value));
  if (shortest !== null) return shortest;
  const shown = fromShortest(String(Number(value.toPrecision(SIGNIFICANT_DIGITS))));
  if (shown !== null || Math.abs(value) >= 1) return shown;
  return fromShortest(String(Number(value.toFixed(SIGNIFICANT_DIGITS))));
}

/** As `fromNumberOrNull`, but throws RangeError where there is no such fraction. */
export function fromNumber(value: number): Fraction {
  const result = fromNumberOrNull(value);
  if (result === null) throw new RangeError(`No exact fraction for ${value}.`);
  return result;
}

/** Floor and remainder of a division by a positive number. By remainders: the quotient of floats may round up to the next integer. */
function floorAndRest(dividend: number, divisor: number): [number, number] {
  const rest = dividend % divisor;
  const quotient = (dividend - rest) / divisor;
  return rest < 0 ? [quotient - 1, rest + divisor] : [quotient, rest];
}

/**
 * -1, 0 or 1 as `a` is less than, equal to or greater than `b`. Exact for all fractions: where the cross products would
 * leave the safe integers the continued fractions are compared instead (Euclid).
 */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left < right ? -1 : left > right ? 1 : 0;
  let [p, q, r, s] = [a.numerator, a.denominator, b.numerator, b.denominator];
  let sign: -1 | 1 = 1;
  for (;;) {
    const [wholeLeft, restLeft] = floorAndRest(p, q);
    const [wholeRight, restRight] = floorAndRest(r, s);
    if (wholeLeft !== wholeRight) return wholeLeft < wholeRight === (sign === 1) ? -1 : 1;
    if (restLeft === 0 || restRight === 0) {
      if (restLeft === restRight) return 0;
      return (restLeft === 0) === (sign === 1) ? -1 : 1;
    }
    // restLeft/q < restRight/s exactly where q/restLeft > s/restRight.
    [p, q, r, s] = [q, restLeft, s, restRight];
    sign = sign === 1 ? -1 : 1;
  }
}

/** True where both are the same number. */
export function equals(a: Fraction, b: Fraction): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

/** `a + b`, or null where the exact sum (or a step to it) leaves the safe integers. */
export function add(a: Fraction, b: Fraction): Fraction | null {
  const common = greatestCommonDivisor(a.denominator, b.denominator);
  const left = a.numerator * (b.denominator / common);
  const right = b.numerator * (a.denominator / common);
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(right) || !Number.isSafeInteger(left + right)) return null;
  // Only factors of `common` can be cancelled (Knuth, The Art of Computer Programming 4.5.1).
  const cancelled = greatestCommonDivisor(left + right, common) || 1;
  return fractionOrNull((left + right) / cancelled, (a.denominator / common) * (b.denominator / cancelled));
}

/** `a - b`, or null where the exact difference (or a step to it) leaves the safe integers. */
export function subtract(a: Fraction, b: Fraction): Fraction | null {
  return add(a, { numerator: -b.numerator + 0, denominator: b.denominator });
}

/** `a × b`, or null where the exact product leaves the safe integers. */
export function multiply(a: Fraction, b: Fraction): Fraction | null {
  const first = greatestCommonDivisor(a.numerator, b.denominator) || 1;
  const second = greatestCommonDivisor(b.numerator, a.denominator) || 1;
  return fractionOrNull((a.numerator / first) * (b.numerator / second), (a.denominator / second) * (b.denominator / first));
}

/** `a / b`, or null on division by zero and where the exact quotient leaves the safe integers. */
export function divide(a: Fraction, b: Fraction): Fraction | null {
  if (b.numerator === 0) return null;
  const sign = b.numerator < 0 ? -1 : 1;
  return multiply(a, { numerator: sign * b.denominator, denominator: sign * b.numerator });
}

/** The nearest float, for screens and JSON only. */
export function toNumber(value: Fraction): number {
  return value.numerator / value.denominator;
}

/** True for a fraction without a part below one; it is kept in lowest terms, so its denominator says it. */
export function isInteger(value: Fraction): boolean {
  return value.denominator === 1;
}

/** True for exactly 0. */
export function isZero(value: Fraction): boolean {
  return value.numerator === 0;
}

/** Whole part and `decimals` digits of the magnitude, rounded half up. Each digit by ten additions: ten times a remainder may be unsafe. */
function roundedDigits(value: Fraction, decimals: number): { whole: number; digits: string } {
  const { denominator } = value;
  const magnitude = Math.abs(value.numerator);
  let rest = magnitude % denominator;
  let whole = (magnitude - rest) / denominator;
  const digits: number[] = [];
  for (let place = 0; place < decimals; place += 1) {
    let sum = 0;
    let digit = 0;
    for (let step = 0; step < 10; step += 1) {
      if (sum >= denominator - rest) {
        sum -= denominator - rest;
        digit += 1;
      } else sum += rest;
    }
    digits.push(digit);
    rest = sum;
  }
  if (rest >= denominator - rest) {
    let place = digits.length - 1;
    while (place >= 0 && digits[place] === 9) digits[place--] = 0;
    if (place >= 0) digits[place] = (digits[place] ?? 0) + 1;
    else whole += 1;
  }
  return { whole, digits: digits.join('') };
}

/**
 * The value rounded half up (of its magnitude: -0.5 → -1) to `decimals` places. Where the rounded value leaves the safe
 * integers, to as many places as fit.
 */
export function roundHalfUp(value: Fraction, decimals: number): Fraction {
  for (let places = Math.max(0, Math.floor(decimals)); ; places -= 1) {
    const { whole, digits } = roundedDigits(value, places);
    const rounded = scaled(value.numerator < 0, `${whole}${digits}`, places);
    if (rounded !== null) return rounded;
    if (places === 0) return value;
  }
}

/** Vietnamese digits: decimal comma, dots between thousands, at most `maxDecimals` places (rounded half up), no trailing zeros. */
export function formatVietnamese(value: Fraction, maxDecimals: number): string {
  const { whole, digits } = roundedDigits(value, Math.max(0, Math.floor(maxDecimals)));
  const decimals = digits.replace(/0+$/, '');
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '.');
  const sign = value.numerator < 0 && (whole !== 0 || decimals !== '') ? '-' : '';
  return sign + grouped + (decimals === '' ? '' : `,${decimals}`);
}
