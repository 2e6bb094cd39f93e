import { fold, normalise } from '../text/fold';
import { rememberTexts } from '../text/remember';
import type { Frame } from './headers';
import { yearIn } from './headers';
import type { Grid } from './grid';
import type { SourceCell, StatedYear } from './template';

/** Who and when, as one sheet says it outside its tables. */
export interface SheetIdentity {
  readonly commune: string | null;
  readonly district: string | null;
  readonly province: string | null;
  readonly years: readonly StatedYear[];
  readonly unitClassStatements: readonly { readonly text: string; readonly cell: SourceCell }[];
}

const UNIT = '(xã|phường|thị trấn|đặc khu|tt\\.?|p\\.)';
// Sheets typed without any accents at all.
const PLAIN_OFFICE = /^(?:ubnd|uy ban nhan dan)\s+(xa|phuong|thi tran|dac khu)\s+([a-z]+(?: [a-z]+){0,3})$/i;
const PLAIN_ALONE = /^(xa|phuong|thi tran|dac khu)\s+([a-z]+(?: [a-z]+){0,3})$/i;
const STOP =
  '(?=\\s*(?:$|[,;:(–\\-]|phù hợp|đạt|năm(?=\\s*[\\d.…:_]|\\s+(?:báo cáo|đánh giá|nay|trước|học|chấm))|theo|tự chấm|tự đánh giá|giai đoạn|thuộc|huyện|quận|thị xã|thành phố|tp\\.|tỉnh|về|kính|ngày|phte))';
const WORD = "[\\p{L}\\d’'.]+";

function matcher(source: string): RegExp {
  return new RegExp(source, 'iu');
}

const OFFICE = matcher(`^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\\s+${UNIT}\\s+(${WORD}(?:\\s+${WORD}){0,4}?)${STOP}`);
const ALONE = matcher(`^${UNIT}\\s+(${WORD}(?:\\s+${WORD}){0,4}?)${STOP}`);
const LABELLED = matcher(
  `^(?:tên\\s+)?(?:xã|phường|thị trấn|đặc khu|đơn vị|xã\\s*[,/(].*|tên đơn vị|đơn vị báo cáo|địa phương|tên xã.*)\\s*:\\s*(.+)$`,
);
const LABEL_ONLY = /^(ten )?(xa|phuong|thi tran|dac khu|don vi|ten don vi|don vi bao cao|dia phuong|xa phuong( thi tran)?( dac khu)?)$/;
const IN_TITLE = matcher(
  `(?:^|\\s)${UNIT}\\s+(?!phù hợp|đạt|tự|năm|và|hoặc|trên|có|được|chấm|là|này|[,;/])(${WORD}(?:\\s+${WORD}){0,3}?)${STOP}`,
);
const SIGNED = matcher(`^(${WORD}(?:\\s+${WORD}){0,3}?)\\s*,\\s*ngày\\s*[\\d….]*\\s*tháng`);
const DISTRICT = matcher(`(?:^|\\s|,)(huyện|quận|thị xã|thành phố|tp\\.?)\\s+(${WORD}(?:\\s+${WORD}){0,3}?)${STOP}`);
const PROVINCE = matcher(`(?:^|\\s|,)(tỉnh)\\s*:?\\s+(${WORD}(?:\\s+${WORD}){0,3}?)${STOP}`);

/** Names are written in capitals: in mixed case the first word without one ends them (“huyện Xuân Lập trước ngày …”). */
function properName(name: string): string {
  const words = name.split(/\s+/);
  const starts = words.map((word) => /^[^\p{L}]*\p{Ll}/u.test(word));
  const end = starts.indexOf(true);
  return end > 0 ? words.slice(0, end).join(' ') : name;
}

function titleCase(name: string): string {
  const trimmed = properName(name.normalize('NFC').trim())
    .replace(/[\s.]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (trimmed !== trimmed.toUpperCase()) return trimmed;
  return trimmed.toLowerCase().replace(/(^|[\s'’])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}

function unitName(unit: string, name: string): string {
  const folded = fold(unit);
  const full = folded === 'tt' ? 'Thị trấn' : folded === 'p' ? 'Phường' : unit.charAt(0).toUpperCase() + unit.slice(1).toLowerCase();
  return `${full} ${titleCase(name)}`;
}

function isListOfUnits(text: string): boolean {
  return /(xã|phường)\s*[,/]\s*(phường|thị trấn|xã)/i.test(text);
}

/** Texts of a sheet outside its tables, top to bottom, with the text of the next filled cell on the right. */
function looseTexts(grid: Grid, frames: readonly Frame[]): { cell: SourceCell; text: string; right: SourceCell | null; top: boolean }[] {
  const result: { cell: SourceCell; text: string; right: SourceCell | null; top: boolean }[] = [];
  const main = frames.filter((frame) => frame.strength >= 2);
  const firstHeader = main.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...main.map((frame) => frame.headerTop));
  for (const row of grid.filledRows) {
    if (main.some((frame) => row >= frame.headerTop && row <= frame.lastRow)) continue;
    if (result.length > 400) break;
    const columns = grid.columnsOf(row);
    columns.forEach((column, index) => {
      const cell = grid.sourceAt(row, column);
      const next = columns[index + 1];
      for (const line of cell.text.split('\n')) {
        result.push({ cell, text: line.trim(), right: next === undefined ? null : grid.sourceAt(row, next), top: row < firstHeader });
      }
    });
  }
  return result;
}

/** A commune's name that a line may give; the highest rank counts, of equals the first. */
interface Offer {
  readonly name: string;
  readonly rank: number;
  /** Only above the tables. */
  readonly onTop: boolean;
}

/** What a line says by itself, wherever it stands. */
interface LineWords {
  readonly folded: string;
  readonly offers: readonly Offer[];
  /** The cell on its right is the commune's name. */
  readonly namesRight: boolean;
  readonly district: string | null;
  readonly province: string | null;
  readonly year: number | null;
  /** The cell on its right is the year. */
  readonly yearRight: boolean;
  readonly mayNameClass: boolean;
}

function isName(name: string): boolean {
  return name.length >= 4 && name.length <= 60 && !/\d{3}/.test(name) && !/[:;]/.test(name);
}

function computeWords(text: string): LineWords {
  const folded = fold(text);
  const offers: Offer[] = [];
  const offer = (name: string | null, rank: number, onTop = false): void => {
    if (name !== null && isName(name)) offers.push({ name, rank, onTop });
  };
  const plainOffice = PLAIN_OFFICE.exec(text);
  const plain = plainOffice || PLAIN_ALONE.exec(text);
  if (plain !== null && !/^(phu hop|mien nui|dong bang|dac biet|thuoc|con lai)/i.test(plain[2] as string))
    offer(unitName(plain[1] as string, plain[2] as string), 4, plainOffice === null);
  const isList = isListOfUnits(text);
  let namesRight = false;
  if (!isList) {
    const office = OFFICE.exec(text);
    if (office !== null) offer(unitName(office[1] as string, office[2] as string), 5);
    const alone = ALONE.exec(text);
    if (alone !== null && !/phù hợp/i.test(alone[2] as string) && !isAdjective(alone[2] as string))
      offer(unitName(alone[1] as string, alone[2] as string), 4, true);
    const labelled = LABELLED.exec(text);
    if (labelled !== null) offer(fromValue(labelled[1] as string, text), 6);
    else namesRight = LABEL_ONLY.test(folded);
    const title = IN_TITLE.exec(text);
    if (title !== null && !isAdjective(title[2] as string)) offer(unitName(title[1] as string, title[2] as string), 3, true);
    const signed = SIGNED.exec(text);
    if (signed !== null && !/^(hà nội|tp)/i.test(signed[1] as string)) offer(titleCase(signed[1] as string), 1);
  }
  const district = isList || /của thành phố trực thuộc/i.test(text) ? null : DISTRICT.exec(text);
  const province = PROVINCE.exec(text);
  return {
    folded,
    offers,
    namesRight,
    district:
      district === null || isAdjective(district[2] as string) || /^(trực thuộc|thuộc)/i.test(district[2] as string)
        ? null
        : `${(district[1] as string).toLowerCase()} ${titleCase(district[2] as string)}`,
    province: province === null ? null : `tỉnh ${titleCase(province[2] as string)}`,
    ...statedYear(text, folded),
    mayNameClass: CLASS_WORDS.test(folded) || CLASS_LABEL.test(folded) || THRESHOLD.test(folded),
  };
}

const wordsOf = rememberTexts(computeWords);

/** Reads commune, district, province, years and words on the unit class from what stands around the tables. */
export function readIdentity(grid: Grid, frames: readonly Frame[]): SheetIdentity {
  const texts = looseTexts(grid, frames);
  let commune: { name: string; rank: number } | null = null;
  let district: string | null = null;
  let province: string | null = null;
  const years: StatedYear[] = [];
  const statements: { text: string; cell: SourceCell }[] = [];
  const offer = (name: string, rank: number): void => {
    if (commune === null || rank > commune.rank) commune = { name, rank };
  };
  const tab = ALONE.exec(grid.sheet.name.normalize('NFC').replace(/[\s_-]*20\d\d.*$/, ''));
  if (tab !== null && !isAdjective(tab[2] as string)) {
    const name = unitName(tab[1] as string, tab[2] as string);
    if (isName(name)) offer(name, 2);
  }
  for (const { cell, text, right, top } of texts) {
    if (text === '' || text.length > 400) continue;
    const words = wordsOf(text);
    for (const { name, rank, onTop } of words.offers) if (top || !onTop) offer(name, rank);
    const beside = words.namesRight && right !== null ? fromValue(right.text, text) : null;
    if (beside !== null && isName(beside)) offer(beside, 6);
    if (district === null) district = words.district;
    if (province === null) province = words.province;
    const year = words.yearRight && right !== null ? yearIn(right.text) : words.year;
    if (year !== null && top) years.push({ year, source: frames.length === 0 ? 'cover' : 'title', cell });
    const statement = words.mayNameClass ? classStatement(text, words.folded, cell, right) : null;
    if (statement !== null && !statements.some((other) => other.cell.reference === statement.cell.reference)) statements.push(statement);
  }
  // Paragraph bodies of a guide that quote all three thresholds name no class.
  const thresholds = new Set(statements.map((each) => /\b(800|850|900)\b/.exec(each.text)?.[1]).filter((each) => each !== undefined));
  const kept = thresholds.size < 2 ? statements : statements.filter((each) => /^(phan loai|loai|thuoc dien|dien)\b/.test(fold(each.text)));
  const chosen = commune as { name: string; rank: number } | null;
  return { commune: chosen === null ? null : chosen.name, district, province, years, unitClassStatements: kept };
}

function isAdjective(name: string): boolean {
  return /^(miền núi|đồng bằng|đặc biệt|hải đảo|thuộc|vùng|trung du|biên giới|khu vực|nông thôn|loại|phù hợp|tự|chấm|đánh giá|báo cáo|lập|đề nghị|trực thuộc|phụ trách|có|cấp|nơi|được|không|trong|của|về|chưa|đã)/i.test(
    name.trim(),
  );
}

function fromValue(value: string, label: string): string | null {
  const trimmed = value.trim();
  // A unit of another level is no commune, whatever the label before it says.
  if (trimmed === '' || trimmed.length > 60 || isAdjective(trimmed) || /^(?:huyện|quận|thị xã|thành phố|tỉnh)\s/i.test(trimmed))
    return null;
  const own = new RegExp(`^${UNIT}\\s+(.+)$`, 'iu').exec(trimmed);
  if (own !== null)
    return isAdjective(own[2] as string) ? null : unitName(own[1] as string, (own[2] as string).split(/[,;(]/)[0] as string);
  const unit = /^(?:tên\s+)?(xã|phường|thị trấn|đặc khu)\s*:?/i.exec(label.trim());
  if (/\d/.test(trimmed) && !/^\d+$/.test(trimmed)) return null;
  return unit === null || /[/,]/.test(label)
    ? titleCase(trimmed.split(/[,;(]/)[0] as string)
    : unitName(unit[1] as string, trimmed.split(/[,;(]/)[0] as string);
}

function statedYear(whole: string, wholeFolded: string): { year: number | null; yearRight: boolean } {
  // What stands in brackets or after “theo …” cites papers; their years say nothing about the assessment.
  const text = whole.replace(/\([^)]*\)/g, ' ').replace(/\s(kèm theo|theo|căn cứ|ban hành)\s.*$/i, ' ');
  const folded = text === whole ? wholeFolded : fold(text);
  if (
    /\bngay\b|\bquyet dinh\b|\bqd\b|\bgiai doan\b|\bnam hoc\b|\bke hoach so\b|\bthong tu\b|\bcong van\b|\bso voi\b|\btu ngay\b|\bden ngay\b/.test(
      folded,
    ) ||
    /20\d\d\s*[-–/]\s*20\d\d/.test(text) ||
    /\d\/20\d\d/.test(text)
  )
    return { year: null, yearRight: false };
  return {
    year: /\bnam\b/.test(folded) ? yearIn(text) : null,
    yearRight: /^(nam|nam danh gia|nam cham diem|nam bao cao|ky danh gia|nam thuc hien)$/.test(folded),
  };
}

const CLASS_WORDS =
  /\bmien nui\b|\bhai dao\b|\bdac biet kho khan\b|\bdong bang\b|\btrung du\b|\bdbkk\b|\bthanh pho truc thuoc\b|\bthuoc (quan|thi xa|thanh pho)\b|\bcon lai\b/;
const CLASS_LABEL =
  /\b(loai (don vi|xa|hinh|dia ban|do thi|phuong)|phan loai|khu vuc|thuoc dien|dien|vung|nhom|doi tuong|don vi thuoc|xa thuoc|phuong thuoc|thi tran thuoc)\b/;
const THRESHOLD =
  /\b(nguong|diem (cong nhan|toi thieu|yeu cau|can dat|chuan cong nhan|san)|muc diem cong nhan|tu (800|850|900) diem|dat tu \d{3} diem|(800|850|900) diem tro len)\b/;

function classStatement(
  text: string,
  folded: string,
  cell: SourceCell,
  right: SourceCell | null,
): { text: string; cell: SourceCell } | null {
  if (folded.length > 260) return null;
  const complete = CLASS_WORDS.test(folded) && (CLASS_LABEL.test(folded) || /^(xa|phuong|thi tran|dac khu|la xa|la phuong)\b/.test(folded));
  if (complete || THRESHOLD.test(folded)) {
    const needsValue = /:\s*$/.test(text) || (THRESHOLD.test(folded) && !/\d{3}/.test(folded));
    if (needsValue && right !== null) return { text: `${text.replace(/:\s*$/, '')}: ${right.text}`, cell: right };
    return { text, cell };
  }
  if (CLASS_LABEL.test(folded) && folded.length < 60) {
    const own = /:\s*(.+)$/.exec(text);
    if (own !== null) return { text, cell };
    if (right !== null && right.text.length < 120) return { text: `${text.replace(/:\s*$/, '')}: ${right.text}`, cell: right };
  }
  return null;
}

/** True where two communes are the same: accents count; tone placement, prefix and case don't. */
export function sameCommune(a: string, b: string): boolean {
  const plain = (name: string): string => normalise(name).replace(/^(xã|phường|thị trấn|đặc khu)\s+/, '');
  return plain(a) === plain(b);
}
