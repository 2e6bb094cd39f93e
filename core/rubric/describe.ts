import { compare, equals, formatVietnamese, fraction, isZero, multiply, type Fraction } from '../text/fractions';
import type { Band, Limit, Rubric } from './rubric';
import type { Span } from './spans';

const ONE = fraction(1);

type Measure = Pick<Rubric, 'kind' | 'per'>;

function number(value: Fraction, measure: Measure): string {
  if (measure.kind === 'incidence') {
    const per = measure.per ?? 1000;
    return `${formatVietnamese(multiply(value, fraction(per)) ?? value, 6)}/${formatVietnamese(fraction(per), 0)}`;
  }
  if (measure.kind === 'percentage' || measure.kind === 'proportional' || measure.kind === 'change') {
    return `${formatVietnamese(multiply(value, fraction(100)) ?? value, 6)} %`;
  }
  return formatVietnamese(value, 6);
}

/** A stretch of the measure in words: `từ 97 % đến dưới 98 %`, `trên 2/1.000`, `90 %`. */
export function describeSpan(span: Span, measure: Measure): string {
  const { from, to } = span;
  if (measure.kind === 'change') return describeFall(span, measure);
  // The end of the percentages and of the counts needs no words.
  const low = from && !(isZero(from.value) && from.inclusive && to && !isZero(to.value)) ? from : null;
  const high =
    to && !(measure.kind === 'percentage' && to.inclusive && equals(to.value, ONE) && low && !equals(low.value, ONE)) ? to : null;
  return describeLimits(low, high, measure) ?? 'mọi giá trị';
}

function describeLimits(low: Limit | null, high: Limit | null, measure: Measure): string | null {
  if (low && high && equals(low.value, high.value)) return number(low.value, measure);
  const start = low && `${low.inclusive ? 'từ' : 'trên'} ${number(low.value, measure)}`;
  if (low && high) return `${start} đến ${high.inclusive ? '' : 'dưới '}${number(high.value, measure)}`;
  if (low) return low.inclusive ? `${start} trở lên` : `${start}`;
  if (high) return high.inclusive ? `không quá ${number(high.value, measure)}` : `dưới ${number(high.value, measure)}`;
  return null;
}

function negated(limit: Limit | null): Limit | null {
  return limit && { ...limit, value: { numerator: -limit.value.numerator + 0, denominator: limit.value.denominator } };
}

function describeFall(span: Span, measure: Measure): string {
  const { from, to } = span;
  const top = to && !(to.inclusive && equals(to.value, ONE)) ? to : null;
  if (from && top && isZero(from.value) && isZero(top.value)) return 'không tăng, không giảm';
  if (from && compare(from.value, fraction(0)) >= 0) {
    if (isZero(from.value)) {
      const rest = describeLimits(null, top, measure);
      if (!rest) return from.inclusive ? 'không tăng' : 'giảm';
      return from.inclusive ? `không tăng hoặc giảm ${rest}` : `giảm ${rest}`;
    }
    return `giảm ${describeLimits(from, top, measure) ?? ''}`.trim();
  }
  if (top && compare(top.value, fraction(0)) <= 0) {
    const low = isZero(top.value) ? null : negated(top);
    const rest = describeLimits(low, negated(from), measure);
    if (!rest) return top.inclusive ? 'không giảm' : 'tăng';
    return isZero(top.value) && top.inclusive ? `không giảm hoặc tăng ${rest}` : `tăng ${rest}`;
  }
  const parts = [
    from ? `tăng ${from.inclusive ? 'không quá' : 'dưới'} ${number((negated(from) as Limit).value, measure)}` : 'tăng',
    'không tăng, không giảm',
  ];
  parts.push(top ? `giảm ${top.inclusive ? 'không quá' : 'dưới'} ${number(top.value, measure)}` : 'giảm');
  return parts.join(', ');
}

function withoutPoints(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s(\-–:,=]*(?:được |chấm |đạt |tính )*\d+(?:[.,]\d+)?\s*(?:điểm|diem|đ|d)?[\s).;,]*$/i, '')
    .replace(/^[\s\-–•+*:]+/, '')
    .trim();
}

/** A band in plain Vietnamese without its points: `từ 95 % đến dưới 98 %`, `không có`, `Có`. */
export function describeBand(band: Band, rubric: Measure): string {
  const { condition } = band;
  switch (condition.type) {
    case 'interval':
      return describeSpan(condition, rubric);
    case 'none':
      return 'không có trường hợp nào';
    case 'no-case':
      return 'không phát sinh';
    case 'yes':
      return 'có';
    case 'no':
      return 'không';
    case 'level':
      return withoutPoints(band.text) || condition.level;
  }
}
