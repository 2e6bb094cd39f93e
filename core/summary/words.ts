import type { Assessment, FindingCode, ItemAssessment, PointsRange, Severity, UnitClass } from '../assessment';
import { findingCatalogue } from '../checks/catalogue';
import type { Standard } from '../standards/standard';

/** The names of our sheets where the workbook has no other sheet of that name. */
export const SUMMARY_SHEET_NAME = 'Kết quả chấm điểm';
export const FINDINGS_SHEET_NAME = 'Điều cần xem lại';

/** Headings of the three severities, the gravest first. */
export const severityWords: Readonly<Record<Severity, { readonly one: string; readonly heading: string }>> = {
  error: { one: 'Lỗi', heading: 'Lỗi phải sửa trước khi trình' },
  warning: { one: 'Cảnh báo', heading: 'Cảnh báo, cần kiểm tra lại' },
  info: { one: 'Lưu ý', heading: 'Lưu ý' },
};

/** What a finding is called in a list (its message says the rest). */
export function findingTitle(code: FindingCode): string {
  return findingCatalogue[code].title;
}

const confirmedWords: Readonly<Record<string, string>> = {
  'unit-class': 'Loại đơn vị',
  'which-sheet': 'Trang tính được chấm',
  sheet: 'Trang tính được chấm',
  'which-column': 'Cột được đọc',
  'no-case-rule': 'Cách tính điểm khi không phát sinh',
  year: 'Năm đánh giá',
  mapping: 'Cách đọc bảng (cột, dòng)',
  'number-reading': 'Cách đọc số',
  standard: 'Tiêu chuẩn áp dụng',
  commune: 'Tên đơn vị',
};

const unitClassWords: Readonly<Record<UnitClass, string>> = {
  'central-city-ward': 'Phường của thành phố trực thuộc trung ương',
  'mountain-island-hardship': 'Xã, thị trấn miền núi, hải đảo; xã đặc biệt khó khăn',
  other: 'Xã, phường, thị trấn còn lại',
};

/** What a decision is about. */
export function describeConfirmed(code: string): string {
  return confirmedWords[code] ?? code;
}

/** Decisions about one item or cell each: their value is `6.2=most`, `'Chấm điểm'!E9=1.234`. */
const pairCodes: readonly string[] = ['no-case-rule', 'number-reading'];

/** The item or cell that a decision is about, and what was decided; the first is '' for a decision about the whole workbook. */
export function splitConfirmed(code: string, value: string): readonly [subject: string, answer: string] {
  if (!pairCodes.includes(code)) return ['', value];
  // A quoted sheet name may hold a `=` of its own.
  const at = value.indexOf('=', value.startsWith("'") ? value.lastIndexOf('!') : 0);
  return at < 0 ? ['', value] : [value.slice(0, at), value.slice(at + 1)];
}

/** A decision's value in words; '' for one that is for programs alone. */
export function describeConfirmedValue(code: string, value: string, standard: Standard | null): string {
  const [subject, answer] = splitConfirmed(code, value);
  if (code === 'unit-class') return isUnitClass(value) ? describeUnitClass(value, standard) : value;
  if (code === 'mapping') return 'Bảng được đọc theo các cột, dòng do cán bộ chỉ ra';
  if (code === 'number-reading' && subject !== '') return `Ô ${subject} đọc là ${answer}`;
  if (code !== 'no-case-rule' || subject === '') return value.length <= 120 ? value : '';
  return `${subject === '*' ? 'Các chỉ tiêu khác' : `Chỉ tiêu ${subject}`}: ${noCaseWords[answer] ?? answer}`;
}

/** The answers to `no-case-rule` in words. */
export const noCaseWords: Readonly<Record<string, string>> = { most: 'cho điểm tối đa', zero: 'cho 0 điểm', open: 'để ngỏ, chưa tính' };

function isUnitClass(value: string): value is UnitClass {
  return Object.prototype.hasOwnProperty.call(unitClassWords, value);
}

/** The unit class in the Decision's own words, in plain words where the Decision's are not known. */
export function describeUnitClass(unitClass: UnitClass, standard: Standard | null): string {
  const threshold = (standard?.thresholds ?? []).find((known) => known.unitClass === unitClass);
  return threshold ? threshold.wording : unitClassWords[unitClass];
}

/** Points as the officer writes them: `47,5`. */
export function formatPoints(points: number): string {
  return String(Number(points.toFixed(2))).replace('.', ',');
}

/** Decided points, `từ 0 đến 50`, or that nothing is known: an empty range is no zero. */
export function formatRange(points: number | null, range: PointsRange): string {
  if (points !== null) return formatPoints(points);
  return range[0] === range[1] ? 'chưa tính được' : `từ ${formatPoints(range[0])} đến ${formatPoints(range[1])}`;
}

/** How many findings of severity error stand; those about our own sheet don't count, since writing it anew settles them. */
export function countErrors(assessment: Assessment): number {
  return assessment.findings.filter((finding) => finding.severity === 'error' && finding.code !== 'altered-summary').length;
}

/** False while no table is settled on (several sheets, none chosen): then there are no points and no total to speak of. */
export function hasTable(assessment: Assessment): boolean {
  return assessment.criteria.length > 0 && !assessment.template.questions.some((question) => question.code === 'which-sheet');
}

/** How many items have no decided points, and criteria that are open although their items are not (a duplicated one). */
export function countOpen(assessment: Assessment): number {
  return assessment.criteria.reduce((sum, criterion) => {
    const items = criterion.items.filter((item) => item.points === null).length;
    return sum + (items === 0 && criterion.points === null ? 1 : items);
  }, 0);
}

/** True where “không có điều nào cần xem lại” may be said: the form is recognised, every point is decided and nothing was found. */
export function nothingToReview(assessment: Assessment): boolean {
  return assessment.findings.length === 0 && nothingOpen(assessment);
}

function nothingOpen(assessment: Assessment): boolean {
  return assessment.template.status === 'recognised' && hasTable(assessment) && countOpen(assessment) === 0;
}

/** What stands in place of a list of findings that is empty: that nothing is to be reviewed, or what is open all the same. */
export function describeNoFindings(assessment: Assessment): string {
  if (nothingOpen(assessment)) return 'Không có điều nào cần xem lại.';
  if (!hasTable(assessment)) return 'Chưa chấm được nên chưa biết có điều nào cần xem lại.';
  const items = assessment.criteria.reduce<string[]>(
    (all, criterion) => all.concat(criterion.items.filter((item) => item.points === null).map((item) => item.number)),
    [],
  );
  if (items.length > 0) return `Còn ${items.length} chỉ tiêu chưa tính được điểm: ${items.join(', ')}.`;
  if (countOpen(assessment) > 0) return `Còn ${countOpen(assessment)} tiêu chí chưa tính được điểm.`;
  return 'Còn câu hỏi cần trả lời rồi mới biết có điều nào cần xem lại.';
}

/**
 * The verdict as every host shows it. Where a finding of severity error stands it never says *Đạt* alone, and where a range is open it gives it.
 */
export function describeVerdict(assessment: Assessment): string {
  if (assessment.template.status === 'unrecognised') return 'Chưa chấm được: chưa nhận ra bảng chấm điểm trong tệp.';
  if (!hasTable(assessment)) return `${describeConclusion(assessment)}.`;
  return `${describeConclusion(assessment)} (${describeTotal(assessment.total)}).`;
}

/** The verdict without its figures, for where they stand beside it; the rule about errors holds here, too. */
export function describeConclusion(assessment: Assessment): string {
  const errors = countErrors(assessment);
  const open = errors > 0 || assessment.verdict.status === 'undetermined' ? 0 : countOpen(assessment);
  const remaining =
    errors > 0 ? `; còn ${errors} lỗi phải sửa trước khi trình` : open > 0 ? `; còn ${open} chỉ tiêu chưa tính được điểm` : '';
  return `${verdictHead(assessment.verdict.status, errors)}${remaining}`;
}

function verdictHead(status: Assessment['verdict']['status'], errors: number): string {
  if (status === 'undetermined') return 'Chưa kết luận được';
  if (errors > 0) return status === 'meets' ? 'Đủ điều kiện theo số liệu hiện có' : 'Không đủ điều kiện theo số liệu hiện có';
  return status === 'meets' ? 'Đạt' : 'Không đạt';
}

function describeTotal(total: Assessment['total']): string {
  const most = total.maxPoints === null ? '' : ` trên tối đa ${formatPoints(total.maxPoints)}`;
  const threshold =
    total.threshold === null ? 'chưa xác định được ngưỡng công nhận' : `ngưỡng công nhận ${formatPoints(total.threshold)} điểm`;
  return `tổng điểm ${formatRange(total.points, total.range)}${most}; ${threshold}`;
}

/** Self-score less computed points; null where either is missing. Reckoned in hundredths, so that no float shows. */
export function difference(selfScore: number | null, points: number | null): number | null {
  return selfScore === null || points === null ? null : (Math.round(selfScore * 100) - Math.round(points * 100)) / 100;
}

/** The cell that an item's points rest on, the nearest known one where it has no result. */
export function sourceCell(item: ItemAssessment): string | null {
  const { cells } = item;
  return cells.observation ?? cells.numerator ?? cells.rate ?? cells.denominator ?? cells.selfScore ?? cells.rubric ?? null;
}

/** Vietnam keeps UTC+7 all year. */
const VIETNAM_OFFSET = 7 * 60 * 60 * 1000;

/** A time in ISO 8601 as people read it, by the clock of Vietnam: `08:44 ngày 22/11/2026`. What is no time is given back as it is. */
export function readableTime(time: string): string {
  const instant = Date.parse(time);
  if (Number.isNaN(instant)) return time;
  const [, year, month, day, clock] = /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(new Date(instant + VIETNAM_OFFSET).toISOString()) ?? [];
  return `${clock} ngày ${day}/${month}/${year}`;
}
