import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isWorkbookError } from '../../core/xlsx/errors';
import { readWithSheetJs, type SheetJsLibrary } from '../../core/xlsx/legacy';
import { readXlsx } from '../../core/xlsx/read';
import type { Workbook } from '../../core/workbook/workbook';
import type { ReadFile } from '../stamped-workbook';
import { unreadable } from './refusal';

/** Larger files are no scoring sheets; the reader would need a multiple of this in memory. */
const largestFile = 200 * 1024 * 1024;

/** A workbook that was read from a path. */
export interface WorkbookFile extends ReadFile {
  readonly path: string;
}

/** The bytes of a file. @throws a refusal with status 3 that says why it cannot be read. */
function readBytes(file: string): Uint8Array {
  const name = path.basename(file);
  try {
    const state = statSync(file);
    if (state.isDirectory()) throw unreadable(`${name}: đây là thư mục; hãy ghi tên một tệp bảng tính.`);
    if (!state.isFile()) throw unreadable(`${name}: đây không phải tệp thường nên không đọc được.`);
    if (state.size > largestFile)
      throw unreadable(`${name}: tệp lớn hơn ${largestFile / 1024 / 1024} MB; hãy chép bảng chấm điểm sang một sổ mới rồi thử lại.`);
    return readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw unreadable(`${file}: không tìm thấy tệp này; hãy kiểm tra tên và thư mục.`);
    if (code === 'EACCES' || code === 'EPERM')
      throw unreadable(`${name}: không có quyền đọc tệp này; hãy chép tệp sang thư mục khác rồi thử lại.`);
    if (code !== undefined) throw unreadable(`${name}: không đọc được tệp (${code}); hãy chép lại tệp rồi thử lại.`);
    throw error;
  }
}

/** The library for older kinds, loaded only when such a file comes. It lies beside this bundle. */
function spreadsheetLibrary(): SheetJsLibrary {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a second bundle, outside this one on purpose
  return (require('./spreadsheet-library.js') as { library: SheetJsLibrary }).library;
}

function readOlderKind(bytes: Uint8Array, name: string): Workbook {
  try {
    return readWithSheetJs(spreadsheetLibrary(), bytes, { file: name });
  } catch (error) {
    if (isWorkbookError(error)) throw unreadable(`${name}: ${error.message}`);
    throw error;
  }
}

/**
 * Reads a workbook file of any kind that is supported.
 * @throws a refusal with status 3: no such file, no workbook, encrypted, truncated, too large.
 */
export function readWorkbookFile(file: string): WorkbookFile {
  const bytes = readBytes(file);
  const name = path.basename(file).normalize('NFC');
  try {
    return { path: file, name, bytes, workbook: readXlsx(bytes, { file: name }), kind: 'xlsx' };
  } catch (error) {
    if (!isWorkbookError(error)) throw error;
    if (error.code !== 'old-format' && error.code !== 'open-document') throw unreadable(`${name}: ${error.message}`);
    return { path: file, name, bytes, workbook: readOlderKind(bytes, name), kind: error.code };
  }
}
