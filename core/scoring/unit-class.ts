import type { UnitClass } from '../assessment';
import type { Standard } from '../standards/standard';
import type { Template } from '../template/template';
import { fold } from '../text/fold';
import type { UnitClassDecision } from './score';

/** Where a unit class may come from besides the workbook, in order of precedence; null or left out where that source says nothing. */
export interface UnitClassSources {
  readonly option?: UnitClass | null;
  /** The officer's confirmed answer in the summary sheet. */
  readonly confirmed?: UnitClass | null;
  readonly roster?: UnitClass | null;
}

const CLASS_LABEL = /\b(?:loai|nhom|doi tuong|dien|khu vuc|vung|phan loai|hang)\b/;
const HARDSHIP = /\b(?:dac biet kho khan|db ?kk|dbkk)\b/;
const MOUNTAIN = /\b(?:mien nui|vung nui|nui cao|vung cao|hai dao|xa dao|bien gioi hai dao)\b/;
const NOT_MOUNTAIN = /\b(?:khong (?:phai |thuoc )*(?:mien nui|vung nui|hai dao|(?:xa )?dac biet kho khan))\b/;
const CENTRAL = /\b(?:thanh pho |tp )?truc thuoc (?:trung uong|tw)\b|\btptttw\b|\btp ttt?w\b/;
const DELTA = /\b(?:dong bang|trung du|con lai)\b/;
/** A ward of none of the centrally run cities; “đồng bằng” alone does not say so. */
const PROVINCIAL_WARD = /\b(?:thuoc tinh|con lai)\b/;

/** What stands behind the label, where it names a class: `Loại xã (miền núi/đồng bằng): đồng bằng` names one. */
function namedWords(text: string): string {
  const colon = text.indexOf(':');
  const label = colon < 0 ? '' : fold(text.slice(0, colon));
  const value = colon < 0 ? '' : fold(text.slice(colon + 1));
  const names = [HARDSHIP, MOUNTAIN, CENTRAL, DELTA, PROVINCIAL_WARD].some((pattern) => pattern.test(value));
  if (names && CLASS_LABEL.test(label)) return value;
  return fold(text)
    .replace(/^(?:phan )?loai (?:don vi|xa phuong thi tran|dvhc|xa(?= (?:xa|phuong|thi tran)\b))\b/, '')
    .trim();
}

/**
 * The class that words name, by the Decision's three groups (06/2019, “phường thuộc quận, thị xã, thành phố của thành phố trực thuộc trung
 * ương” / “xã, thị trấn thuộc miền núi, hải đảo; xã đặc biệt khó khăn” / “xã, phường, thị trấn còn lại”): the second group names communes and
 * towns only, so a ward is never in it. null where the words name none, or more than one.
 */
export function readUnitClassWords(text: string): UnitClass | null {
  const words = namedWords(text);
  const ward = /\bphuong\b/.test(words);
  const commune = /\b(?:xa|thi tran)\b/.test(words.replace(/\bthi xa\b/g, ' '));
  const negated = NOT_MOUNTAIN.test(words);
  const second = !negated && (HARDSHIP.test(words) || MOUNTAIN.test(words));
  const central = CENTRAL.test(words);
  const rest = DELTA.test(words);
  // The Decision knows no đặc khu.
  if (/\bdac khu\b/.test(words)) return null;
  // The Decision's own list of all three groups names no class of this unit.
  if (second && rest && !ward && /\bcon lai\b|\bdong bang\b/.test(words)) return null;
  if (ward && commune && (second || central)) return null;
  if (ward) {
    if (central) return second || PROVINCIAL_WARD.test(words) ? null : 'central-city-ward';
    return second || PROVINCIAL_WARD.test(words) ? 'other' : null;
  }
  if (second) return central ? null : 'mountain-island-hardship';
  if (central) return null;
  if (negated || rest) return 'other';
  // A commune of a centrally run city that is not mountainous falls in the third group, but the words do not say that it is not.
  return null;
}

/** Thresholds in points that words state: “đạt từ 800 điểm trở lên”, “ngưỡng công nhận 850 điểm”. */
export function readStatedThresholds(text: string): number[] {
  const folded = fold(text.replace(/(\d)[.\s](\d{3})(?!\d)/g, '$1$2'));
  const found: number[] = [];
  const patterns = [
    /\b(?:tu|toi thieu|it nhat|lon hon hoac bang)(?: du| dat)? (\d{3,4})(?: diem)?(?: tro len)\b/g,
    /\b(?:nguong|muc|diem)(?: diem)?(?: (?:cong nhan|dat|dat chuan|dat tieu chuan|toi thieu|quy dinh|ap dung|can dat|yeu cau|la|tu|cua|xa|phuong|thi tran|don vi|phu hop|voi|tre|em))* (\d{3,4})(?: diem)?\b/g,
    /\b(?:toi thieu|it nhat|tu) (\d{3,4}) diem\b/g,
  ];
  for (const pattern of patterns) {
    let match = pattern.exec(folded);
    while (match) {
      const value = Number(match[1]);
      const before = folded.slice(0, match.index);
      // “Điểm tối đa 1000”, “tổng điểm 1000” are no thresholds.
      const maximum = /\b(?:toi da|tong(?: so)?)\s*$/.test(before) || /\btoi da\b/.test(match[0]);
      if (!maximum && value > 0 && value < 1000 && !found.includes(value)) found.push(value);
      match = pattern.exec(folded);
    }
  }
  return found;
}

function fromWorkbook(
  template: Template,
  standard: Standard | null,
): { readonly unitClass: UnitClass | null; readonly cell: UnitClassDecision['workbookCell']; readonly threshold: number | null } {
  const named: { unitClass: UnitClass; cell: NonNullable<UnitClassDecision['workbookCell']> }[] = [];
  const stated: { value: number; cell: NonNullable<UnitClassDecision['workbookCell']> }[] = [];
  for (const statement of template.unitClassStatements) {
    const byWords = readUnitClassWords(statement.text);
    const values = readStatedThresholds(statement.text);
    if (byWords) named.push({ unitClass: byWords, cell: statement.cell });
    for (const value of values) stated.push({ value, cell: statement.cell });
  }
  const thresholds = stated.filter((each, index) => stated.findIndex((other) => other.value === each.value) === index);
  const threshold = thresholds.length === 1 ? (thresholds[0] ?? null) : null;
  const classes = named.filter((each, index) => named.findIndex((other) => other.unitClass === each.unitClass) === index);
  if (classes.length === 1 && classes[0]) return { ...classes[0], threshold: threshold?.value ?? null };
  const byThreshold = threshold ? (standard?.thresholds ?? []).filter((each) => each.minPoints === threshold.value) : [];
  if (classes.length === 0 && byThreshold.length === 1 && byThreshold[0] && threshold) {
    return { unitClass: byThreshold[0].unitClass, cell: threshold.cell, threshold: threshold.value };
  }
  return { unitClass: null, cell: named[0]?.cell ?? threshold?.cell ?? null, threshold: threshold?.value ?? null };
}

/**
 * The unit class that counts: option, confirmed answer, roster, then the workbook's own words (a class or a threshold); never the unit's name,
 * type or province. Where two sources differ the first counts and `conflict` names both. null where nothing names a class, or words are ambiguous.
 */
export function decideUnitClass(template: Template, standard: Standard | null, sources: UnitClassSources): UnitClassDecision {
  const workbook = fromWorkbook(template, standard);
  const order = [
    { source: 'option', unitClass: sources.option ?? null },
    { source: 'summary-sheet', unitClass: sources.confirmed ?? null },
    { source: 'roster', unitClass: sources.roster ?? null },
    { source: 'workbook', unitClass: workbook.unitClass },
  ] as const;
  const first = order.find((each) => each.unitClass !== null);
  const other = order.find((each) => each.unitClass !== null && each.unitClass !== first?.unitClass);
  return {
    unitClass: first?.unitClass ?? null,
    source: first?.source ?? null,
    workbookCell: workbook.cell,
    workbookClass: workbook.unitClass,
    conflict: first?.unitClass && other?.unitClass ? { first: first.unitClass, second: other.unitClass } : null,
    statedThreshold: workbook.threshold,
  };
}
