import { strFromU8 } from 'fflate';
import { isCompoundFile, listCompoundNames } from './compound';
import { isWorkbookError, truncated, WorkbookError } from './errors';
import { listZipEntries, readZipEntry } from './zip';

const SAVE_AS = 'hãy mở bằng Excel rồi lưu thành .xlsx (Save As → Excel Workbook) và thử lại';
const PICK = 'hãy chọn tệp bảng tính .xlsx';

/** True where the bytes begin like a zip archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));
}

/** Says why bytes that are no zip archive are no .xlsx workbook either: what they look like and what to do. */
export function explainForeignBytes(bytes: Uint8Array): WorkbookError {
  if (bytes.length === 0) return new WorkbookError('empty-file', 'Tệp rỗng (0 byte); hãy chép hoặc tải lại tệp rồi thử lại.');
  if (isCompoundFile(bytes)) return explainCompoundFile(bytes);
  if (isBareBiff(bytes)) return new WorkbookError('old-format', `Đây là bảng tính .xls đời cũ; ${SAVE_AS}.`);
  const seen = describeBytes(bytes);
  return new WorkbookError('not-a-workbook', seen ? `Tệp này ${seen}.` : `Tệp này không phải bảng tính Excel; ${PICK}.`);
}

/** Says why a zip archive without a workbook's parts is no workbook. `names` are its normalised entry names. */
export function explainForeignPackage(names: readonly string[]): WorkbookError {
  const startsWith = (prefix: string): boolean => names.some((name) => name.startsWith(prefix));
  if (names.includes('xl/workbook.bin')) {
    return new WorkbookError('binary-workbook', `Đây là bảng tính nhị phân .xlsb, chưa đọc được trực tiếp; ${SAVE_AS}.`);
  }
  if (startsWith('word/')) return new WorkbookError('other-office-file', `Đây là văn bản Word (.docx), không phải bảng tính; ${PICK}.`);
  if (startsWith('ppt/'))
    return new WorkbookError('other-office-file', `Đây là bài trình chiếu PowerPoint (.pptx), không phải bảng tính; ${PICK}.`);
  if (startsWith('visio/')) return new WorkbookError('other-office-file', `Đây là bản vẽ Visio, không phải bảng tính; ${PICK}.`);
  if (names.some((name) => name.endsWith('.iwa'))) {
    return new WorkbookError('not-a-workbook', 'Đây là tệp của Apple Numbers, Pages hoặc Keynote; hãy xuất ra Excel (.xlsx) rồi thử lại.');
  }
  if (startsWith('xl/')) return new WorkbookError('damaged', 'Tệp bị hỏng: thiếu phần chính của sổ tính; hãy lấy lại bản gốc rồi thử lại.');
  return new WorkbookError('not-a-workbook', `Đây là tệp nén (.zip), không phải bảng tính; hãy giải nén rồi chọn tệp .xlsx bên trong.`);
}

/** The refusal of an OpenDocument file by its declared type. */
export function explainOpenDocument(type: string): WorkbookError {
  return /spreadsheet/.test(type)
    ? new WorkbookError('open-document', `Đây là bảng tính OpenDocument (.ods); ${SAVE_AS}.`)
    : new WorkbookError('other-office-file', `Đây là tệp OpenDocument nhưng không phải bảng tính; ${PICK}.`);
}

/** The type that an OpenDocument file states in its part `mimetype`; null for other bytes. */
export function openDocumentType(bytes: Uint8Array): string | null {
  if (!isZip(bytes)) return null;
  try {
    const entry = listZipEntries(bytes).get('mimetype');
    return entry ? strFromU8(readZipEntry(bytes, entry, 1000)).trim() : null;
  } catch (error) {
    if (isWorkbookError(error)) return null;
    throw error;
  }
}

/** True for a .xls older than its OLE container (Excel 2 to 4): the first record of the stream itself. */
export function isBareBiff(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 9 &&
    (bytes[1] === 0 || bytes[1] === 2 || bytes[1] === 4 || bytes[1] === 8) &&
    bytes[2] !== undefined &&
    bytes[2] <= 16 &&
    bytes[3] === 0
  );
}

function explainCompoundFile(bytes: Uint8Array): WorkbookError {
  const names = listCompoundNames(bytes);
  if (names.includes('EncryptedPackage') || names.includes('EncryptionInfo')) {
    return new WorkbookError(
      'encrypted',
      'Tệp được bảo vệ bằng mật khẩu; hãy mở bằng Excel, vào File → Info → Protect Workbook → Encrypt with Password để bỏ mật khẩu, lưu lại rồi thử lại.',
    );
  }
  if (names.includes('Workbook') || names.includes('Book')) {
    return new WorkbookError('old-format', `Đây là bảng tính .xls đời cũ; ${SAVE_AS}.`);
  }
  if (names.includes('WordDocument'))
    return new WorkbookError('other-office-file', `Đây là văn bản Word (.doc), không phải bảng tính; ${PICK}.`);
  if (names.includes('PowerPoint Document')) {
    return new WorkbookError('other-office-file', `Đây là bài trình chiếu PowerPoint (.ppt), không phải bảng tính; ${PICK}.`);
  }
  return names.length === 0 ? truncated() : new WorkbookError('not-a-workbook', `Tệp này không phải bảng tính Excel; ${PICK}.`);
}

function describeBytes(bytes: Uint8Array): string | null {
  const head = headText(bytes);
  if (/^%PDF/.test(head)) return `là tài liệu PDF, không phải bảng tính; ${PICK} gốc`;
  if (/^\{\\rtf/.test(head)) return `là văn bản RTF, không phải bảng tính; ${PICK}`;
  if (/^(Rar!|7z\u00bc\u00af|\u001f\u008b)/.test(head)) return 'là tệp nén; hãy giải nén rồi chọn tệp .xlsx bên trong';
  if (/^(\u0089PNG|\u00ff\u00d8\u00ff|GIF8|BM|II\*|MM\u0000\*)/.test(head)) return `là ảnh, không phải bảng tính; ${PICK} gốc`;
  const start = head
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replace(/\u0000/g, '')
    .trim();
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(start) && !/<html/i.test(start)) return `là bảng tính dạng XML 2003; ${SAVE_AS}`;
  if (/^(<!--[^]*?-->\s*|<\?xml[^>]*>\s*)*<(!doctype html|html|head|body|meta|style|table|div|tr|td)\b/i.test(start)) {
    return `thật ra là trang web (HTML) được đặt đuôi bảng tính, thường do phần mềm trên mạng xuất ra; ${SAVE_AS}`;
  }
  if (start.startsWith('<')) return `là tệp XML, không phải bảng tính Excel; ${PICK}`;
  if (/^ID;P/.test(start)) return `là bảng tính SYLK đời cũ; ${SAVE_AS}`;
  if (/^[{[]/.test(start)) return `là tệp dữ liệu JSON hoặc lối tắt, không phải bảng tính; hãy tải bảng tính về dạng .xlsx`;
  if (!looksLikeText(head)) return null;
  return /[,;\t]/.test(start) ? `là văn bản có dấu ngăn cách (CSV); ${SAVE_AS}` : `là văn bản thường, không phải bảng tính; ${PICK}`;
}

function headText(bytes: Uint8Array): string {
  return strFromU8(bytes.subarray(0, 2048), true);
}

function looksLikeText(head: string): boolean {
  const utf16 = /^(\u00ff\u00fe|\u00fe\u00ff)/.test(head);
  return !(utf16 ? /[\u0001-\u0008\u000e-\u001f]/ : /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/).test(head.slice(2));
}
