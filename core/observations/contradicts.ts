import { compare, fraction, multiply, subtract, type Fraction } from '../text/fractions';

/** A share in the unit in which it is shown: 0.985 with `per` 100 → 98.5. */
export function timesPer(value: Fraction, per: number): Fraction {
  return multiply(value, fraction(per)) ?? value;
}

/**
 * A stated rate contradicts its fraction where it is off by one unit of its last shown digit or more, so that rounded and cut-off rates both pass
 * (contract, `rate-mismatch`). Both are shares of one; `per` and `decimals` tell how the rate is shown.
 */
export function contradicts(stated: Fraction, per: number, decimals: number, exact: Fraction): boolean {
  const difference = subtract(timesPer(stated, per), timesPer(exact, per));
  if (!difference) return false;
  const size = { numerator: Math.abs(difference.numerator), denominator: difference.denominator };
  return compare(size, fraction(1, Math.pow(10, Math.min(decimals, 12)))) >= 0;
}
