import { HostError } from '../panel/host';
import type { HostErrorCode } from '../panel/host';
import { labels } from '../panel/labels';

/** Below the floor: said by the pane, by the commands and, in its own words, by the page itself in the oldest web views. */
export const UNSUPPORTED =
  'Excel này quá cũ để chấm điểm ngay trong bảng tính (cần Excel 2021, Microsoft 365 hoặc Excel trên web). Hãy lưu tệp rồi mở bằng trang Chấm điểm xã chạy ngoài Excel, địa chỉ ghi trong trang Hỗ trợ; bảng tính chưa bị thay đổi gì.';

const sentences: Readonly<Record<string, readonly [HostErrorCode, string]>> = {
  AccessDenied: [
    'protected',
    'Trang tính hoặc sổ tính đang bị khóa nên Excel không cho ghi. Hãy bỏ khóa (thẻ Xem lại) hoặc lưu thành một bản sao rồi bấm lại.',
  ],
  InvalidOperationInCellEditMode: ['busy', 'Đang gõ dở trong một ô. Hãy bấm Enter (giữ) hoặc Esc (bỏ) rồi bấm lại.'],
  HostIsBusy: ['busy', 'Excel đang bận (một hộp thoại còn mở hoặc đang tính lại). Hãy đóng hộp thoại, chờ một chút rồi bấm lại.'],
  Conflict: ['busy', 'Người khác vừa sửa bảng tính cùng lúc nên chưa làm xong. Hãy chờ Excel đồng bộ xong rồi bấm lại.'],
  Timeout: ['busy', 'Excel chưa trả lời kịp (đang lưu, đang đồng bộ hoặc mạng chậm) nên chưa làm xong. Hãy chờ một chút rồi bấm lại.'],
  FilteredRangeConflict: ['failed', 'Bộ lọc đang bật cản việc ghi. Hãy bỏ lọc trên trang kết quả (thẻ Dữ liệu, “Xóa”) rồi bấm lại.'],
  ItemNotFound: [
    'not-found',
    'Ô hoặc trang tính này không còn trong sổ tính (đã đổi tên hoặc xóa). Hãy bấm “Kiểm tra lại” để đọc lại bảng.',
  ],
  InvalidReference: ['not-found', 'Ô hoặc trang tính này không còn trong sổ tính. Hãy bấm “Kiểm tra lại” để đọc lại bảng.'],
  ItemAlreadyExists: ['failed', 'Trong lúc ghi, một trang tính cùng tên vừa được thêm vào. Hãy bấm lại để ghi dưới tên khác.'],
  InactiveWorkbook: ['busy', 'Sổ tính này không còn là sổ đang mở. Hãy chuyển về đúng cửa sổ Excel rồi bấm lại.'],
  MergedRangeConflict: ['failed', 'Có ô gộp cản việc ghi. Hãy bỏ gộp ô trên trang kết quả rồi bấm lại.'],
  RequestPayloadSizeLimitExceeded: [
    'too-large',
    'Bảng quá lớn nên Excel không nhận hết một lần. Hãy chép bảng chấm điểm sang một sổ mới rồi chấm lại.',
  ],
  ResponsePayloadSizeLimitExceeded: [
    'too-large',
    'Bảng quá lớn nên Excel không đưa hết một lần. Hãy chép bảng chấm điểm sang một sổ mới rồi chấm lại.',
  ],
  RangeExceedsLimit: ['too-large', 'Bảng quá lớn. Hãy chép bảng chấm điểm sang một sổ mới rồi chấm lại.'],
  ApiNotFound: ['unsupported', UNSUPPORTED],
  ApiNotAvailable: ['unsupported', UNSUPPORTED],
  NotImplemented: ['unsupported', UNSUPPORTED],
  UnsupportedOperation: ['unsupported', 'Excel này không làm được việc đó. Hãy lưu tệp rồi mở bằng trang Chấm điểm xã chạy ngoài Excel.'],
  InvalidSelection: ['failed', 'Vùng đang chọn không hợp lệ. Hãy bấm vào một ô bất kỳ rồi bấm lại.'],
  Unauthenticated: ['failed', 'Phiên làm việc với Excel đã hết hạn. Hãy tải lại trang Excel rồi bấm lại.'],
};

/** Excel also answers so, for a moment, while it brings in what others changed. */
const GENERAL =
  'Excel không làm được việc này (có thể đang đồng bộ với người khác cùng sửa). Hãy chờ một chút rồi thử lại; nếu vẫn lỗi, hãy lưu tệp, đóng rồi mở lại Excel.';

/** Codes by which Excel says the same as by another one. */
const aliases: Readonly<Record<string, string>> = {
  WriteNotSupportedWhenModalDialogOpen: 'HostIsBusy',
  ActivityLimitReached: 'HostIsBusy',
  InsertDeleteConflict: 'Conflict',
  RequestAborted: 'Timeout',
  ConnectionFailure: 'Timeout',
  ServiceNotAvailable: 'Timeout',
  InvalidOrTimedOutSession: 'Unauthenticated',
  HostRestartNeeded: 'Unauthenticated',
  MemoryLimitReached: 'RangeExceedsLimit',
  OperationCellsExceedLimit: 'RangeExceedsLimit',
  UnsupportedFeature: 'UnsupportedOperation',
  UndoNotSupported: 'UnsupportedOperation',
  UnsupportedSheet: 'UnsupportedOperation',
};

/**
 * What Excel throws as a `HostError` with a Vietnamese sentence; codes are never translated by Excel, messages are. Its own message and values stay
 * out of the error text. Anything that is no error of Excel's is handed on as it is.
 */
export function explainFailure(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof HostError || typeof code !== 'string') return error;
  const known = sentences[aliases[code] ?? code];
  if (known) return new HostError(known[0], known[1], code);
  return new HostError('failed', GENERAL, code);
}

/** Throws where the officer stopped the job. */
export function stopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new HostError('failed', 'Đã dừng.');
}

export function tooLarge(): HostError {
  return explainFailure({ code: 'ResponsePayloadSizeLimitExceeded' }) as HostError;
}

export function unsupported(): HostError {
  return new HostError('unsupported', UNSUPPORTED);
}

export function readOnly(): HostError {
  return new HostError(
    'read-only',
    'Sổ tính đang mở ở chế độ chỉ đọc nên chưa ghi gì. Hãy bấm “Bật chỉnh sửa” hoặc lưu thành một bản sao rồi bấm lại.',
  );
}

export function sheetProtected(sheet: string): HostError {
  return new HostError(
    'protected',
    `Trang “${sheet}” đang bị khóa nên chưa ghi gì. Hãy bỏ khóa trang này (thẻ Xem lại, “Bỏ bảo vệ trang tính”) rồi bấm lại.`,
  );
}

/** What was going on when the workbook changed, and the button that begins anew with what it then does. */
export interface Again {
  readonly during: string;
  readonly button: string;
  readonly purpose: string;
}

const stampAgain: Again = { during: 'trong lúc chấm', button: labels.stamp, purpose: 'để chấm lại và ghi theo số liệu mới' };

/**
 * Something in the workbook is no longer as it was read. `place` names it where it is known: “trang …” or “ô … trang …”.
 */
export function changedMeanwhile(place: string | null, { during, button, purpose }: Again = stampAgain): HostError {
  const where = place === null ? '' : ` (${place})`;
  return new HostError('busy', `Bảng tính vừa thay đổi ${during}${where} nên chưa ghi gì. Hãy bấm “${button}” lần nữa ${purpose}.`);
}

export function mixedTextUnknown(reference: string, cells: number): HostError {
  const others = cells > 1 ? ` và ${cells - 1} ô khác` : '';
  return new HostError(
    'unsupported',
    `Ô ${reference}${others} có chữ bị gạch ngang một phần, mà Excel này không cho biết phần nào. Hãy xóa hẳn phần chữ bị gạch rồi bấm lại, hoặc mở tệp bằng trang Chấm điểm xã chạy ngoài Excel.`,
  );
}
