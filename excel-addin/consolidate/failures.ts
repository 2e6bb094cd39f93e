import { HostError, isHostError } from '../../panel/host';

/** How far a write of the district book came, and what its two buttons are called. */
export interface Writing {
  readonly begun: boolean;
  readonly here: string;
  readonly apart: string;
}

/** Failures after which a workbook of its own is the way on. */
const refused: readonly string[] = ['read-only', 'protected', 'too-large', 'unsupported'];

/** What the same failure of Excel's means here: its usual words are for one who scores her own table. */
function wordsOf({ code, message }: HostError): string {
  if (code === 'too-large') return 'Sổ đang mở quá lớn nên Excel không đọc hoặc ghi hết một lần.';
  if (code === 'not-found') return 'Một trang trong sổ vừa bị xóa hoặc đổi tên.';
  return message;
}

/** A failure with what it means for the book: nothing was written, or it has to be written again. What is no `HostError` comes back as it is. */
export function explainWriting(error: unknown, { begun, here, apart }: Writing): unknown {
  if (!isHostError(error)) return error;
  const parts = [wordsOf(error)];
  if (begun) parts.unshift('Sổ tổng hợp mới ghi được một phần; phần thẩm định ghi tay vẫn còn.');
  if (begun) parts.push(`Bấm lại “${here}” để ghi cho đủ.`);
  else if (refused.includes(error.code)) parts.push(`Cũng có thể bấm “${apart}”.`);
  return new HostError(error.code, parts.join(' '), error.detail);
}
