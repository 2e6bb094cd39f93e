import type { ColumnRole } from '../core/assessment';
import type { Selection } from './host';

const hiddenWords = { row: 'dòng này', column: 'cột này', sheet: 'trang tính này' };

/** The panel's own sentences; verdicts, findings and headings of severities come from the core. */
export const words = {
  reading: 'Đang đọc bảng tính…',
  assessing: 'Đang chấm lại…',
  stamping: 'Đang ghi bảng kết quả…',
  openingSample: 'Đang mở bảng mẫu…',
  stopped: 'Đã dừng. Bảng tính không thay đổi gì thêm.',
  copied: 'Đã chép. Dán vào thư hoặc tin nhắn gửi người hỗ trợ.',
  notCopied: 'Chưa chép được. Chọn đoạn thông tin trong Trợ giúp rồi bấm Ctrl+C.',
  unrecognised: 'Chưa nhận ra bảng chấm điểm. Hãy chỉ cho chương trình bảng nằm ở đâu.',
  asked: 'Cần trả lời câu hỏi dưới đây rồi mới chấm được.',
  scored: (again: boolean, errors: number, questions: number): string =>
    `Đã chấm ${again ? 'lại' : 'xong'}. ${errors === 0 ? 'Không có lỗi nào.' : `Có ${errors} lỗi phải sửa.`}${questions === 0 ? '' : ` Còn ${questions} câu cần trả lời.`}`,
  selected: (address: string, sheet: string, hidden: Selection['hidden']): string =>
    hidden === undefined
      ? `Đã chọn ô ${address}${sheet === '' ? '' : `, trang “${sheet}”`}.`
      : `Ô ${address}, trang “${sheet}”: ${hiddenWords[hidden]} đang bị ẩn nên không nhìn thấy ô. Bỏ ẩn để xem.`,
} as const;

/** What a column can be, as the officer would say it, in the order of a usual table. */
export const roleWords: Readonly<Record<ColumnRole, string>> = {
  number: 'Số thứ tự',
  criterion: 'Tên tiêu chí',
  name: 'Nội dung, chỉ tiêu',
  rubric: 'Cách tính, thang điểm',
  band: 'Một mức của thang điểm',
  'band-points': 'Số điểm của mức',
  maximum: 'Điểm tối đa',
  result: 'Kết quả thực hiện',
  numerator: 'Số đạt (tử số)',
  denominator: 'Tổng số (mẫu số)',
  rate: 'Tỷ lệ',
  baseline: 'Số liệu gốc, đầu kỳ',
  'previous-year': 'Số liệu năm trước',
  quarter: 'Số liệu theo quý',
  'self-score': 'Điểm tự chấm',
  'council-score': 'Điểm hội đồng xã chấm',
  'appraisal-score': 'Điểm cấp trên thẩm định',
  'points-off': 'Điểm trừ',
  evidence: 'Minh chứng, tài liệu',
  note: 'Ghi chú',
  ignore: 'Không dùng',
};

/** A name that is written in capitals throughout, in ordinary letters; any other name as it is. */
export function calmName(name: string): string {
  if (name !== name.toLocaleUpperCase('vi') || name === name.toLocaleLowerCase('vi')) return name;
  const lower = name.toLocaleLowerCase('vi');
  return lower.charAt(0).toLocaleUpperCase('vi') + lower.slice(1);
}
