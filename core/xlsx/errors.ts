/** Why a file cannot be read as a workbook. */
export type WorkbookErrorCode =
  | 'not-a-workbook'
  | 'empty-file'
  | 'encrypted'
  | 'truncated'
  | 'too-large'
  | 'damaged'
  | 'unsafe'
  | 'old-format'
  | 'open-document'
  | 'other-office-file'
  | 'binary-workbook';

/** A file that cannot be read. `message` is one Vietnamese sentence for the user: what was seen and what to do. */
export class WorkbookError extends Error {
  readonly code: WorkbookErrorCode;

  constructor(code: WorkbookErrorCode, message: string) {
    super(message);
    this.name = 'WorkbookError';
    this.code = code;
  }
}

/** True for a WorkbookError, also for one that comes from another bundle or realm. */
export function isWorkbookError(value: unknown): value is WorkbookError {
  return value instanceof Error
    ? value.name === 'WorkbookError'
    : typeof value === 'object' && value !== null && (value as { name?: unknown }).name === 'WorkbookError';
}

/** A package that breaks its own format; `detail` says in Vietnamese what was found, without a full stop. */
export function damaged(detail: string): WorkbookError {
  return new WorkbookError(
    'damaged',
    `Tệp bị hỏng: ${detail}; hãy mở tệp bằng Excel (chọn sửa chữa nếu được hỏi), lưu lại thành .xlsx rồi thử lại.`,
  );
}

/** A file whose end is missing. */
export function truncated(): WorkbookError {
  return new WorkbookError(
    'truncated',
    'Tệp bị thiếu phần cuối, có thể do tải về hoặc chép chưa xong; hãy tải hoặc chép lại tệp rồi thử lại.',
  );
}

/** A file beyond what is read; `detail` says in Vietnamese what is too large. */
export function tooLarge(detail: string): WorkbookError {
  return new WorkbookError(
    'too-large',
    `Tệp quá lớn: ${detail}; hãy chép riêng bảng chấm điểm sang một sổ mới, xóa các dòng thừa rồi thử lại.`,
  );
}
