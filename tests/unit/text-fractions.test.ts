import fc from 'fast-check';
import * as fractions from '../../core/text/fractions';
import type { Fraction } from '../../core/text/fractions';

const { fraction, parseDecimal, fromNumber, fromNumberOrNull, compare, add, subtract, multiply, divide, roundHalfUp, formatVietnamese } =
  fractions;

const safe = fc.maxSafeInteger();
const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const anyFraction = fc.tuple(safe, positive).map(([n, d]) => fraction(n, d));
const smallFraction = fc
  .tuple(fc.integer({ min: -100000, max: 100000 }), fc.integer({ min: 1, max: 100000 }))
  .map(([n, d]) => fraction(n, d));

function big(value: Fraction): [bigint, bigint] {
  return [BigInt(value.numerator), BigInt(value.denominator)];
}

function isExactly(value: Fraction | null, numerator: bigint, denominator: bigint): boolean {
  return value !== null && BigInt(value.numerator) * denominator === BigInt(value.denominator) * numerator;
}

function fits(numerator: bigint, denominator: bigint): boolean {
  let [a, b] = [numerator < BigInt(0) ? -numerator : numerator, denominator < BigInt(0) ? -denominator : denominator];
  while (b !== BigInt(0)) [a, b] = [b, a % b];
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  const part = (value: bigint): bigint => (value < BigInt(0) ? -value : value) / (a === BigInt(0) ? BigInt(1) : a);
  return part(numerator) <= limit && part(denominator) <= limit;
}

test('a fraction is reduced, its denominator positive, its zero one and the same', () => {
  expect(fraction(6, -4)).toEqual({ numerator: -3, denominator: 2 });
  expect(fraction(0, -7)).toEqual({ numerator: 0, denominator: 1 });
  expect(Object.is(fraction(0, -7).numerator, 0)).toBe(true);
  expect(() => fraction(1, 0)).toThrow(RangeError);
  expect(() => fraction(0.5)).toThrow(RangeError);
  expect(() => fraction(2 ** 53)).toThrow(RangeError);
});

test.each([
  ['98.5', 197, 2],
  ['-0.250', -1, 4],
  ['007', 7, 1],
  ['.5', 1, 2],
  ['12.', 12, 1],
  ['0.000000000000001', 1, 1e15],
])('the decimal %s', (text, numerator, denominator) => {
  expect(parseDecimal(text)).toEqual({ numerator, denominator });
});

test.each(['', '.', '1,5', '1e3', '--1', '12345678901234567890'])('%p is no decimal', (text) => {
  expect(() => parseDecimal(text)).toThrow(RangeError);
});

test.each([
  [0.984375, 63, 64],
  [0.1, 1, 10],
  [0.1 + 0.2, 3, 10],
  [1e-7, 1, 10000000],
  [-1.5e3, -1500, 1],
  [0, 0, 1],
  [-0, 0, 1],
  [5.5e-17, 0, 1],
  [2.5e15, 2500000000000000, 1],
])('the number %p', (value, numerator, denominator) => {
  expect(fromNumber(value)).toEqual({ numerator, denominator });
});

test('a quotient that a formula computed keeps 15 digits', () => {
  expect(fromNumber(985 / 1001)).toEqual(parseDecimal('0.984015984015984'));
});

test.each([NaN, Infinity, -Infinity, 1e21, 2 ** 60])('no fraction stands for %p', (value) => {
  expect(fromNumberOrNull(value)).toBeNull();
  expect(() => fromNumber(value)).toThrow(RangeError);
});

test('every number of ordinary size has a fraction next to it', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
      const near = fractions.toNumber(fromNumber(value));
      expect(Math.abs(near - value)).toBeLessThanOrEqual(Math.max(1e-15, Math.abs(value) * 1e-14));
    }),
  );
});

test('compare agrees with exact arithmetic, also where products overflow', () => {
  fc.assert(
    fc.property(anyFraction, anyFraction, (a, b) => {
      const [an, ad] = big(a);
      const [bn, bd] = big(b);
      const difference = an * bd - bn * ad;
      expect(compare(a, b)).toBe(difference < BigInt(0) ? -1 : difference > BigInt(0) ? 1 : 0);
      expect(compare(b, a)).toBe(difference < BigInt(0) ? 1 : difference > BigInt(0) ? -1 : 0);
      expect(compare(a, a)).toBe(0);
    }),
    { numRuns: 2000 },
  );
});

test('compare tells neighbours apart that floats cannot', () => {
  const large = Number.MAX_SAFE_INTEGER;
  const a = fraction(large - 1, large);
  const b = fraction(large - 2, large - 1);
  expect(fractions.toNumber(a)).toBe(fractions.toNumber(b));
  expect(compare(a, b)).toBe(1);
  expect(compare(fraction(-(large - 1), large), fraction(-(large - 2), large - 1))).toBe(-1);
});

test.each([
  ['add', add, (an: bigint, ad: bigint, bn: bigint, bd: bigint): [bigint, bigint] => [an * bd + bn * ad, ad * bd]],
  ['subtract', subtract, (an: bigint, ad: bigint, bn: bigint, bd: bigint): [bigint, bigint] => [an * bd - bn * ad, ad * bd]],
  ['multiply', multiply, (an: bigint, ad: bigint, bn: bigint, bd: bigint): [bigint, bigint] => [an * bn, ad * bd]],
] as const)('%s is exact, and null where it cannot be', (name, operation, oracle) => {
  fc.assert(
    fc.property(fc.oneof(smallFraction, anyFraction), fc.oneof(smallFraction, anyFraction), (a, b) => {
      const [n, d] = oracle(...big(a), ...big(b));
      const result = operation(a, b);
      if (result !== null) expect(isExactly(result, n, d)).toBe(true);
      if (name === 'multiply') expect(result === null).toBe(!fits(n, d));
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(smallFraction, smallFraction, (a, b) => expect(isExactly(operation(a, b), ...oracle(...big(a), ...big(b)))).toBe(true)),
  );
});

test('divide undoes multiply and refuses zero', () => {
  fc.assert(
    fc.property(smallFraction, smallFraction, (a, b) => {
      const quotient = divide(a, b);
      if (b.numerator === 0) expect(quotient).toBeNull();
      else expect(quotient !== null && multiply(quotient, b)).toEqual(a);
    }),
  );
});

test('rounding half up is exact for every fraction', () => {
  fc.assert(
    fc.property(smallFraction, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      const [n, d] = big(value);
      const scale = BigInt(10) ** BigInt(decimals);
      const magnitude = n < BigInt(0) ? -n : n;
      const rounded = (BigInt(2) * magnitude * scale + d) / (BigInt(2) * d);
      expect(isExactly(roundHalfUp(value, decimals), n < BigInt(0) ? -rounded : rounded, scale)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [fraction(4800, 49), 2, '97,96'],
  [fraction(1234), 2, '1.234'],
  [fraction(1234567, 100), 2, '12.345,67'],
  [fraction(1, 2), 0, '1'],
  [fraction(-1, 3), 2, '-0,33'],
  [fraction(-1, 1000), 2, '0'],
  [fraction(99999, 1000), 2, '100'],
  [fraction(999, 10), 1, '99,9'],
  [fraction(1, 3), 20, '0,33333333333333333333'],
  [fraction(Number.MAX_SAFE_INTEGER), 2, '9.007.199.254.740.991'],
])('%p with %p decimals is written %s', (value, decimals, text) => {
  expect(formatVietnamese(value, decimals)).toBe(text);
});
