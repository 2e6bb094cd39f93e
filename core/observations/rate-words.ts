import { fold } from '../text/fold';
import { compare, divide, isInteger, isZero, equals, type Fraction } from '../text/fractions';
import { readNumbers } from '../text/numbers';
import type { ObservationContext } from './context';
import { contradicts } from './contradicts';

const HEDGED =
  /(?:^| )(?:tren|duoi|hon|khoang|gan|giam|tang|tu|den|chua|khong|muc tieu|ke hoach|chi tieu|phan dau|con|thieu|toi thieu|it nhat|xap xi|xi|chung|uoc|vuot|quanh|sap)(?: \S+)?$/;

/** The one percentage of a sentence (`Toàn xã đạt tỷ lệ 98,5% theo báo cáo`), unless words before it change it. */
export function onePercentage(
  text: string,
  context: ObservationContext,
): { readonly readings: readonly Fraction[]; readonly per: number; readonly decimals: number } | null {
  const rates = readNumbers(text, context.convention).filter((number) => number.role === 'plain' && number.per !== null);
  const [only, ...more] = rates;
  if (!only || only.per === null || more.length > 0 || /[<>≥≤~≈]/.test(text)) return null;
  const before = text.slice(0, only.start);
  const after = fold(text.slice(only.unitEnd));
  // `98 - 99%` is a range, `100% kế hoạch` a share of something else, `Quý IV: 98%` no year's result.
  if (/\d\s*(?:[-–/]|đến)\s*$/iu.test(before) || /^(?:so voi|ke hoach|chi tieu|kh|muc tieu)\b/.test(after)) return null;
  if (/\b(?:quy|thang|hoc ky|dau nam)\b/.test(fold(before))) return null;
  return HEDGED.test(fold(before)) ? null : { readings: only.readings, per: only.per, decimals: only.decimals };
}

/** `Tổng số 882 trẻ, đã đăng ký 864 trẻ (98%)`: the two counts whose share is the stated rate. null where none or several fit. */
export function countsBehind(
  text: string,
  rate: Fraction,
  per: number,
  decimals: number,
  context: ObservationContext,
): { readonly numerator: Fraction; readonly denominator: Fraction } | 'contradicted' | null {
  const counts = readNumbers(text, context.convention).filter((number) => number.role === 'plain' && number.per === null);
  const found: { numerator: Fraction; denominator: Fraction }[] = [];
  let alike = false;
  for (const [index, number] of counts.entries()) {
    for (const other of counts.slice(index + 1)) {
      const [a, b] = [number.readings, other.readings].map((readings) => readings.find(isInteger));
      if (!a || !b || isZero(a) || isZero(b)) continue;
      if (fold(number.unit) !== '' && fold(number.unit) === fold(other.unit)) alike = true;
      const [numerator, denominator] = compare(a, b) <= 0 ? [a, b] : [b, a];
      const share = divide(numerator, denominator);
      if (share && !contradicts(rate, per, decimals, share)) found.push({ numerator, denominator });
    }
  }
  const [only, ...more] = found;
  if (only && more.every((each) => equals(each.numerator, only.numerator) && equals(each.denominator, only.denominator))) return only;
  return alike ? 'contradicted' : null;
}

/** `còn 3/200 trẻ`, `3/200 trẻ chưa đăng ký`, `giảm 2/20`, `khoảng 180/200`: the fraction is not of what the item counts, or no exact one. */
export function countsTheRest(text: string, start: number, end: number, label: string): boolean {
  const before = /(?:^| )(?:giam|tang|con|thieu|them|tren|duoi|hon|gan|khoang|xap xi|uoc|chung|(?:chua|khong)(?: \S+){0,3})$/.test(
    fold(text.slice(0, start)),
  );
  const after = fold(text.slice(end).split(/[,;(.:]/)[0] ?? '');
  return before || (/\b(?:chua|khong)\b/.test(after) && !/phat sinh/.test(after) && !/\b(?:chua|khong)\b/.test(fold(label)));
}
