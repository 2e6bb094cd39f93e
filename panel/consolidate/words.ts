import type { FileStatus } from '../../core/consolidation/consolidation';

/** What a file's state is called, in the order of the list. */
export const statusWords: Readonly<Record<FileStatus, string>> = {
  'needs-confirmation': 'Cần xác nhận',
  unrecognised: 'Không nhận ra bảng chấm điểm',
  unreadable: 'Không đọc được',
  'duplicate-commune': 'Trùng xã',
  'duplicate-file': 'Trùng tệp',
  assessed: 'Đã chấm',
};

/** The consolidation's own sentences. */
export const words = {
  nothingFound: 'Không thấy bảng tính nào trong những gì vừa chọn. Cần tệp .xlsx, .xlsm, .xls hoặc .ods.',
  notDropped: 'Trình duyệt không cho đọc những gì vừa thả. Hãy bấm “Chọn thư mục” hoặc “Chọn các tệp”.',
  reading: (done: number, total: number): string => `Đã đọc ${done}/${total} tệp`,
  combining: 'Đang tổng hợp…',
  opening: (file: string): string => `Đang mở “${file}”…`,
  writing: 'Đang ghi sổ tổng hợp…',
  stopped: 'Đã dừng. Nếu đang ghi dở sổ tổng hợp, bấm ghi lần nữa để ghi cho xong.',
  done: (communes: number, waiting: number): string => `Đã tổng hợp ${communes} xã.${waiting === 0 ? '' : ` ${waiting} tệp cần xem.`}`,
  noRoster: (file: string): string => `“${file}”: không tìm thấy tên xã nào; cần một cột ghi tên xã, phường.`,
  noRubric: (file: string): string => `“${file}”: không tìm thấy thang điểm trong bảng tính này.`,
  noBook: (file: string): string => `“${file}” không phải sổ tổng hợp do chương trình ghi.`,
} as const;
