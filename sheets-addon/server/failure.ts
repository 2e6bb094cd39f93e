/** The codes of failures that the sidebar knows: a part of the panel's own. */
export type FailureCode =
  'no-workbook' | 'busy' | 'protected' | 'read-only' | 'unsupported' | 'too-large' | 'not-found' | 'changed' | 'failed';

/** A failure as it goes to the sidebar: a ready Vietnamese sentence; `detail` holds no cell's content and no name. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly detail: string;
}

/** What a server function answers. Failures travel as data, since a thrown error reaches the sidebar as its text alone. */
export type Answer<Result> = { readonly result: Result } | { readonly failure: Failure };

const MARK = 'ChamDiemXa';

/** Words for a workbook that is still in Office mode: no script can reach it. */
export const officeModeWords =
  'Tệp này đang ở chế độ Office (.xlsx) nên Google không cho chương trình đọc. Chọn Tệp → Lưu dưới dạng Google Trang tính rồi mở bản vừa lưu; hoặc bấm “Chọn tệp bảng tính” trong ngăn để chấm mà không cần chuyển.';

/** Makes the error that stops a job with a sentence for the officer. */
export function refusal(code: FailureCode, message: string, detail = ''): Error {
  return Object.assign(new Error(message), { name: MARK, failure: { code, message, detail } });
}

/** What Google's own error texts mean, in English and Vietnamese: the text comes in the language of the account. */
const known: readonly { readonly pattern: RegExp; readonly code: FailureCode; readonly message: string }[] = [
  { pattern: /not supported for this document|không được hỗ trợ (cho|đối với) tài liệu/i, code: 'unsupported', message: officeModeWords },
  {
    pattern: /protected cell|protected (sheet|range|object)|được bảo vệ/i,
    code: 'protected',
    message:
      'Trang tính hoặc vùng ô đang được bảo vệ nên chưa ghi được. Nhờ chủ bảng tính bỏ bảo vệ, hoặc tạo bản sao rồi chấm trên bản sao.',
  },
  {
    pattern: /permission|not authori[sz]ed|không có quyền|chưa được cấp quyền/i,
    code: 'read-only',
    message: 'Bạn chỉ có quyền xem bảng tính này nên chưa ghi được. Nhờ chủ bảng tính cấp quyền chỉnh sửa, hoặc chọn Tệp → Tạo bản sao.',
  },
  {
    pattern: /above the limit of \d+ cells|10000000 cells|giới hạn .* ô/i,
    code: 'too-large',
    message: 'Bảng tính đã đầy (Google giới hạn 10 triệu ô) nên không thêm được trang kết quả. Xóa bớt dòng, cột trống rồi thử lại.',
  },
  {
    pattern:
      /timed out|exceeded maximum execution time|too many times|too many simultaneous|quota|try again|hết thời gian|hạn mức|thử lại/i,
    code: 'failed',
    message: 'Google đang quá tải hoặc đã hết hạn mức trong ngày nên chưa làm xong. Đợi vài phút rồi bấm lại.',
  },
];

/** Any thrown thing as a failure. `step` says in one code word what was being done. */
export function toFailure(error: unknown, step: string): Failure {
  const thrown = error as { name?: unknown; message?: unknown; failure?: Failure } | null;
  if (thrown !== null && typeof thrown === 'object' && thrown.name === MARK && thrown.failure !== undefined) return thrown.failure;
  const text = thrown !== null && typeof thrown === 'object' ? String(thrown.message) : '';
  const found = known.find(({ pattern }) => pattern.test(text));
  const name = thrown !== null && typeof thrown === 'object' && typeof thrown.name === 'string' ? thrown.name : typeof error;
  if (found !== undefined) return { code: found.code, message: found.message, detail: step };
  return {
    code: 'failed',
    message:
      'Google Trang tính báo lỗi nên chưa làm xong. Thử lại; nếu vẫn lỗi, mở Trợ giúp và bấm “Chép thông tin lỗi” để gửi người hỗ trợ.',
    detail: `${step}: ${name}`,
  };
}
