import { fold } from '../text/fold';
import { rememberTexts } from '../text/remember';

const POINTS = /(^|[^\d.,])\d{1,3}([.,]\d{1,2})? ?(điểm|đ(?![a-zà-ỹ])|diem\b|d\b)/i;
const ALL_POINTS = new RegExp(POINTS.source, 'gi');
const CONDITION =
  /^(dat )?(ty le )?(dat )?(tu (tren )?\d|duoi \d|tren \d|khong qua|tren tu|co tu|co \d|moi |cu |khong (co|bo tri|phat sinh|to chuc|xay ra|dat|giam|tang|thuc hien)|giam |tang |con lai|truong hop|lon hon|nho hon|it nhat|toi thieu|khong duoi)/;

/** True where a text awards points: “… : 50 điểm”, “(15đ)”. */
export function awardsPoints(text: string): boolean {
  return rememberedAwardsPoints(text);
}

const rememberedAwardsPoints = rememberTexts(computeAwardsPoints);

function computeAwardsPoints(text: string): boolean {
  return POINTS.test(text.normalize('NFC'));
}

/** True where a text reads like one band: it awards points, or it begins like a condition (“Từ 95 % đến …”, “≥ 98 %”). */
export function looksLikeBand(text: string): boolean {
  return rememberedLooksLikeBand(text);
}

const rememberedLooksLikeBand = rememberTexts(computeLooksLikeBand);

function computeLooksLikeBand(text: string): boolean {
  const trimmed = text.replace(/^[\s\-+•*–—·o▪▫◦]+(?=\S)/, '').trim();
  if (trimmed === '') return false;
  if (/^(≥|≤|>|<|=)\s*\d/.test(trimmed) || /^\d+([.,]\d+)?\s*%?\s*(-|–|~|đến|den)\s*(<|≤)?\s*\d+([.,]\d+)?\s*([%‰]|\p{L})/u.test(trimmed))
    return true;
  if (awardsPoints(trimmed)) return true;
  return CONDITION.test(fold(trimmed));
}

/** True where a text holds a whole scale: two bands or more, or a rule per unit. */
export function looksLikeScaleText(text: string): boolean {
  return rememberedLooksLikeScaleText(text);
}

const rememberedLooksLikeScaleText = rememberTexts(computeLooksLikeScaleText);

function computeLooksLikeScaleText(text: string): boolean {
  const matches = text.normalize('NFC').match(ALL_POINTS);
  if (matches === null) return false;
  if (matches.length >= 2) return true;
  return /\b(moi|cu|ty le thuan|theo ty le|tru)\b/.test(fold(text)) || looksLikeBand(text);
}
