/** An exact rational number. Both parts are safe integers, `denominator` is positive, the fraction is reduced. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}
