import type { Assessment, FindingCode, ItemAssessment, PointsRange, Severity, UnitClass } from '../assessment';
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
export const findingWords: Readonly<Record<FindingCode, string>> = {
  'missing-observation': 'Thiếu kết quả',
  'unreadable-value': 'Không đọc được kết quả',
  'unreadable-rubric': 'Không đọc được thang điểm',
  'formula-error': 'Công thức báo lỗi',
  'text-number': 'Số ghi ở dạng chữ',
  'percentage-out-of-range': 'Tỷ lệ ngoài 0–100 %',
  'negative-value': 'Số âm',
  'not-an-integer': 'Số người không nguyên',
  'numerator-exceeds-denominator': 'Tử số lớn hơn mẫu số',
  'zero-denominator': 'Mẫu số bằng 0',
  'rate-mismatch': 'Tỷ lệ không khớp số liệu',
  'rounding-decides-band': 'Làm tròn làm đổi mức điểm',
  'self-score-mismatch': 'Điểm tự chấm lệch',
  'self-score-exceeds-max': 'Điểm tự chấm quá tối đa',
  'self-score-not-in-rubric': 'Điểm không có trong thang',
  'missing-self-score': 'Thiếu điểm tự chấm',
  'criterion-total-mismatch': 'Cộng điểm tiêu chí sai',
  'total-mismatch': 'Cộng tổng điểm sai',
  'max-points-mismatch': 'Điểm tối đa không khớp',
  'band-gap': 'Thang điểm bỏ sót',
  'band-overlap': 'Thang điểm chồng lấn',
  'standard-mismatch': 'Khác với Quyết định',
  'missing-criterion': 'Thiếu tiêu chí',
  'duplicate-criterion': 'Trùng tiêu chí',
  'inconsistent-population': 'Số đối tượng không thống nhất',
  'hidden-data': 'Dữ liệu bị ẩn',
  'missing-evidence': 'Thiếu minh chứng',
  'wrong-year': 'Năm không thống nhất',
  'unit-class-missing': 'Chưa rõ loại đơn vị',
  'unit-class-conflict': 'Loại đơn vị mâu thuẫn',
  'legacy-encoding': 'Phông chữ cũ',
  'stale-summary': 'Bảng kết quả đã cũ',
  'altered-summary': 'Bảng kết quả bị sửa',
};

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

/** A decision's heading; a code such as `no-case-rule:6.2` names its item after the colon. */
export function describeConfirmed(code: string): string {
  const [head, ...rest] = code.split(':');
  const words = confirmedWords[head ?? ''] ?? code;
  return rest.length > 0 && words !== code ? `${words} (${rest.join(':')})` : words;
}

/** A decision's value in words, where it is a code of ours; '' where the value speaks for itself. */
export function describeConfirmedValue(code: string, value: string, standard: Standard | null): string {
  const head = code.split(':')[0] ?? '';
  if (head === 'unit-class') return isUnitClass(value) ? describeUnitClass(value, standard) : '';
  if (head === 'mapping') return 'Bảng được đọc theo các cột, dòng do cán bộ chỉ ra';
  if (head !== 'no-case-rule') return '';
  if (/^(max|most|full)/i.test(value)) return 'Cho điểm tối đa';
  if (/^(0|zero|none)/i.test(value)) return 'Cho 0 điểm';
  return /^(open|left)/i.test(value) ? 'Để ngỏ, chưa tính' : '';
}

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

/** Decided points, or `từ 0 đến 50`. */
export function formatRange(points: number | null, range: PointsRange): string {
  if (points !== null) return formatPoints(points);
  return range[0] === range[1] ? formatPoints(range[0]) : `từ ${formatPoints(range[0])} đến ${formatPoints(range[1])}`;
}

/** How many findings of severity error stand; those about our own sheet don't count, since writing it anew settles them. */
export function countErrors(assessment: Assessment): number {
  return assessment.findings.filter((finding) => finding.severity === 'error' && finding.code !== 'altered-summary').length;
}

/**
 * The verdict as every host shows it. Where a finding of severity error stands it never says *Đạt* alone, and where a range is open it gives it.
 */
export function describeVerdict(assessment: Assessment): string {
  const { total, verdict } = assessment;
  if (assessment.template.status === 'unrecognised') return 'Chưa chấm được: chưa nhận ra bảng chấm điểm trong tệp.';
  const errors = countErrors(assessment);
  const remaining = errors > 0 ? `; còn ${errors} lỗi phải sửa trước khi trình` : '';
  return `${verdictHead(verdict.status, errors)}${remaining} (${describeTotal(total)}).`;
}

function verdictHead(status: Assessment['verdict']['status'], errors: number): string {
  if (status === 'undetermined') return 'Chưa kết luận được';
  if (errors > 0) return status === 'meets' ? 'Đủ điều kiện theo số liệu hiện có' : 'Không đủ điều kiện theo số liệu hiện có';
  return status === 'meets' ? 'Đạt' : 'Không đạt';
}

function describeTotal(total: Assessment['total']): string {
  const most = total.maxPoints === null ? '' : ` trên tối đa ${formatPoints(total.maxPoints)}`;
  const threshold = total.threshold === null ? 'chưa xác định được ngưỡng công nhận' : `ngưỡng công nhận ${formatPoints(total.threshold)} điểm`;
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
