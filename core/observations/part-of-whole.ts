import { expandAbbreviations } from '../text/abbreviations';
import { fold } from '../text/fold';
import { compare, isInteger, isZero, type Fraction } from '../text/fractions';
import { readNumbers } from '../text/numbers';
import type { ObservationContext } from './context';

/** Words that say nothing about whom is counted. */
const GENERIC = new Set(
  (
    'tre em chau be nguoi hoc sinh hs tong so toan xa phuong thi tran trong do la co da duoc dat va tren dia ban nam nay hien ket qua luong te ' +
    'thuc hien cua cho cac nhung o tai thuoc dien ca vu truong hop tuoi duoi den'
  ).split(' '),
);
/** Words by which a number is of something else than the item counts. */
const TURNED = /\b(?:chua|khong|con|thieu|giam|tang|so voi|ke hoach|kh|chi tieu|muc tieu|du kien|nhung|hon|gan|khoang|moi|them)\b/;
const AGE =
  /(?:(?:dưới|trên|từ|đủ|duoi|tren|tu|đến|den)\s+)*\d{1,2}(?:\s*(?:-|–|đến|den)\s*(?:dưới\s+)?\d{1,2})?\s+(?:tuổi|tuoi)(?![\p{L}\p{M}])/giu;
const REACHED = /\b(?:da|duoc|dat)\b/;

/** The words of a part, without those that every result has and those that stand in the item's own name. */
function foreignWords(part: string, label: string): string[] {
  const known = new Set(label.split(' '));
  return part.split(' ').filter((word) => word !== '' && !/^\d+$/.test(word) && !GENERIC.has(word) && !known.has(word));
}

function ownWords(part: string): number {
  return part.split(' ').filter((word) => word !== '' && !/^\d+$/.test(word) && !GENERIC.has(word)).length;
}

/**
 * A whole and its part in one sentence: `Tổng số 463 trẻ, đã đăng ký 461 trẻ`, `34 em có HCĐB, 30 em được trợ giúp`, `463 trẻ, trong đó 461 trẻ đã
 * đăng ký`. Only where these are all the counts, the words say which is the part, and every word that tells whom is counted stands in the item's
 * own name (`trong đó 220 trẻ nữ` is a part of another kind). null otherwise.
 */
export function partOfWhole(
  original: string,
  itemLabel: string,
  context: ObservationContext,
): { readonly numerator: Fraction; readonly denominator: Fraction } | null {
  if (original.length > 200) return null;
  const label = fold(expandAbbreviations(itemLabel));
  let foreignAge = false;
  const text = expandAbbreviations(original).replace(AGE, (age) => {
    if (!` ${label} `.includes(` ${fold(age)} `)) foreignAge = true;
    return ' ';
  });
  if (foreignAge) return null;
  const numbers = readNumbers(text, context.convention).filter((number) => number.role !== 'document' && number.role !== 'date');
  const [first, second, ...more] = numbers.filter((number) => number.role === 'plain');
  if (!first || !second || more.length > 0 || first.per !== null || second.per !== null) return null;
  const one = first.readings.find(isInteger);
  const two = second.readings.find(isInteger);
  if (!one || !two || isZero(one) || isZero(two)) return null;
  const gap = text.slice(first.end, second.start);
  const cut = /[,;:(\n]|trong đó|trong do/iu.exec(gap);
  if (!cut) return null;
  const lead = fold(text.slice(0, first.start) + ' ' + gap.slice(0, cut.index));
  const opening = fold(gap.slice(cut.index));
  const closing = fold(text.slice(second.end));
  const follow = `${opening} ${closing}`.trim();
  if (TURNED.test(lead) || TURNED.test(follow)) return null;
  if (foreignWords(lead, label).length > 0 || foreignWords(follow, label).length > 0) return null;
  const firstReached = REACHED.test(lead) && !/^(?:tong|so tre)\b/.test(lead);
  if (/\btong\b/.test(opening)) return REACHED.test(lead) && compare(one, two) <= 0 ? { numerator: one, denominator: two } : null;
  if (firstReached || compare(two, one) > 0) return null;
  const within = /\btrong do\b/.test(opening);
  const said = REACHED.test(follow) || (within && ownWords(follow.replace('trong do', '')) > 0);
  return said ? { numerator: two, denominator: one } : null;
}
