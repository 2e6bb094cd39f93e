import { expandAbbreviations } from '../text/abbreviations';
import { fold } from '../text/fold';
import { equals, isInteger, isZero, type Fraction } from '../text/fractions';
import { readFractionText, readNumbers, type NumberReading } from '../text/numbers';
import type { ObservationContext } from './context';
import { wordedFraction } from './worded-fraction';

/** Words that keep a figure from being a yes: what is lacking, planned or asked for. `không chuyên trách` is an office, no denial. */
const DENIED =
  /\b(?:khong|chua|thieu|nhung|tuy nhien|du kien|se|de nghi|de xuat|nhu cau|dang|phan dau|muc tieu|chi tieu|xin|giam|cat|thu hoi|dung|ngung|het)\b/;
const PLANNED = /\b(?:ke hoach|kh|du toan)(?: \S+)?$/;
const LEAD =
  /^(?:(?:co|da|duoc|dat|bo tri|phan bo|cap|to chuc|thanh lap|xay dung|duy tri|phan cong|trien khai|ban hanh|kinh phi|ngan sach|tong|tong so|so tien|so luong|la|gom|khoang|tren|hon|gan|xap xi|uoc|chung|toan xa|nam(?: nay)?|trong nam|xa|phuong|uy ban nhan dan) ?)*$/;
const UNITS_OF_POINTS = /^(?:diem|d|tuoi|nam|thang|quy|ngay)$/;

function mayDeny(text: string): string {
  return fold(expandAbbreviations(text)).replace(/\b(?:ban|khong) chuyen trach\b/g, ' ');
}

/** `12/12 thôn có`: all of them is a yes, none of them a no, some of them neither. */
function ofAll(numerator: Fraction, denominator: Fraction): 'yes' | 'no' | 'some' {
  if (isZero(denominator)) return 'some';
  if (isZero(numerator)) return 'no';
  return equals(numerator, denominator) ? 'yes' : 'some';
}

function shareAnswer(text: string, numbers: readonly NumberReading[], context: ObservationContext): 'yes' | 'no' | 'some' | null {
  // `Có; 95% trẻ tham gia`: only a share in the first part of the text answers.
  const head = text.split(/[;(\n]|,\s|:\s|\s[-–]\s/)[0] ?? '';
  const pair = readFractionText(head, context.convention);
  const [numerator, denominator] = [pair?.numerator[0], pair?.denominator[0]];
  const worded = numerator && denominator ? { numerator, denominator } : wordedFraction(head, context);
  if (worded) return ofAll(worded.numerator, worded.denominator);
  const rate = numbers.find((number) => number.per !== null && number.end <= head.length);
  if (!rate) return null;
  const value = rate.readings.length === 1 ? rate.readings[0] : undefined;
  if (rate.per !== 100 || !value) return 'some';
  return isZero(value) ? 'no' : equals(value, { numerator: 100, denominator: 1 }) ? 'yes' : 'some';
}

/**
 * A share as the answer to a yes/no question: `12/12 thôn có`, `100% thôn có CTV` → yes, `0/12 thôn` → no, `some` where only a part has it or other
 * words deny it. null where the text's first part holds no share.
 */
export function answerByShare(text: string, context: ObservationContext): 'yes' | 'no' | 'some' | null {
  if (text.length > 200) return null;
  const plain = readNumbers(text, context.convention).filter((number) => number.role === 'plain');
  const share = plain.length > 0 ? shareAnswer(text, plain, context) : null;
  if (!share) return null;
  // `12/12` alone may be a date.
  const named = /\p{L}{2}/u.test(text.replace(/^\s*(?:có|đạt|đã)\s/iu, ''));
  return DENIED.test(mayDeny(text)) || !named ? 'some' : share;
}

/**
 * What a counted figure answers to a yes/no question: `35 triệu đồng`, `Bố trí 01 công chức văn hóa - xã hội phụ trách` → yes, `0 đồng` → no. null
 * for figures that are planned, asked for, lacking, of another year, of points, or that stand behind other words.
 */
export function answerByCount(text: string, context: ObservationContext): 'yes' | 'no' | null {
  if (text.length > 200) return null;
  const first = readNumbers(text, context.convention).find((number) => number.role === 'plain');
  if (!first || first.per !== null || DENIED.test(mayDeny(text))) return null;
  const written = text.slice(0, first.start);
  const before = fold(written);
  const years = (before.match(/\b(?:19|20)\d{2}\b/g) ?? []).map(Number);
  if (PLANNED.test(before) || years.some((year) => year !== context.year)) return null;
  const lead = before
    .replace(/\b(?:19|20)\d{2}\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (!LEAD.test(lead) || /<\s*$/.test(written)) return null;
  const unit = fold(first.unit);
  const value = first.readings[0];
  const money = unit === 'd' && value !== undefined && isInteger(value) && value.numerator >= 1000;
  if (!value || value.numerator < 0 || unit === '' || (UNITS_OF_POINTS.test(unit) && !money)) return null;
  return isZero(value) ? 'no' : 'yes';
}
