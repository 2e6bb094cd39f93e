import { refusal } from './failure';
import { findPresentBook } from './present-book';
import { isGrid } from './read-sheet';
import { unpackPart } from './sheet-part';
import type { SheetPart } from './sheet-part';
import { assertWritable, beginSheet, finishSheet, writeBlock } from './write-sheet';
import type { SheetFrame } from './sheet-frame';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Everything of the book that could be refused, told with its first part so that nothing is written before. */
export interface BookCheck {
  /** Our sheets that will be written over, and the names of those that will be new. */
  readonly replaced: readonly string[];
  readonly added: readonly string[];
  /** How many cells the new sheets need. */
  readonly cells: number;
  /** `PresentBook.hands` as the book was designed with. */
  readonly hands: string;
}

/** One call's share of a district book. */
export interface BookPart {
  /** null after the first part. */
  readonly check: BookCheck | null;
  readonly part: SheetPart;
  /** The sheet to be shown in the end, null before the last part. */
  readonly show: string | null;
}

/** Google's limit for one spreadsheet. */
const MOST_CELLS = 10000000;

const changedSince =
  'Các trang của sổ tổng hợp vừa được người khác sửa nên chưa ghi, để không mất phần thẩm định ghi tay. Bấm ghi lại: chương trình sẽ đọc nội dung mới.';

/** @throws a refusal; nothing has been written then. */
function checkBook(spreadsheet: Spreadsheet, check: BookCheck): void {
  const present = findPresentBook(spreadsheet);
  const known = new Set(present.names.map((name) => name.toLowerCase()));
  const gone = check.replaced.some((name) => !present.sheets.some((sheet) => sheet.name === name));
  if (gone || present.hands !== check.hands || check.added.some((name) => known.has(name.toLowerCase())))
    throw refusal('changed', changedSince, 'book');
  let cells = check.cells;
  for (const sheet of spreadsheet.getSheets()) {
    if (isGrid(sheet)) cells += sheet.getMaxRows() * sheet.getMaxColumns();
    if (check.replaced.indexOf(sheet.getName()) >= 0) assertWritable(sheet);
  }
  if (cells > MOST_CELLS) {
    const message =
      'Bảng tính không còn đủ chỗ cho sổ tổng hợp (Google giới hạn 10 triệu ô). Mở một bảng tính mới rồi ghi vào đó, hoặc tải sổ tổng hợp về máy.';
    throw refusal('too-large', message, 'cells');
  }
}

/** The sheet whose first rows an earlier call wrote. */
function begunSheet(spreadsheet: Spreadsheet, { name, stampCell }: SheetFrame): GoogleSheet {
  const sheet = spreadsheet.getSheetByName(name);
  const mark = sheet === null ? '' : sheet.getRange(stampCell.row + 1, stampCell.column + 1).getValues()[0]?.[0];
  if (sheet === null || mark !== stampCell.startText)
    throw refusal('changed', `Trang tính “${name}” đang ghi dở thì bị người khác sửa hoặc xóa. Bấm ghi lại.`, 'book');
  return sheet;
}

/**
 * Writes one part of a district book and nothing else. A sheet in several parts is emptied first: it holds nothing of the hand.
 * @throws a refusal
 */
export function writeBookPart(spreadsheet: Spreadsheet, { check, part, show }: BookPart): void {
  if (check !== null) checkBook(spreadsheet, check);
  const { frame, block } = unpackPart(part);
  const isWhole = block.count === frame.rows.length;
  const sheet = block.first === 0 ? beginSheet(spreadsheet, frame) : begunSheet(spreadsheet, frame);
  if (block.first === 0 && !isWhole) {
    const used = sheet.getDataRange();
    const [rows, columns] = [used.getNumRows(), used.getNumColumns()];
    const { stampCell } = frame;
    const empty = Array.from({ length: rows }, (_row, row) =>
      Array.from({ length: columns }, (_column, column) =>
        row === stampCell.row && column === stampCell.column ? stampCell.startText : '',
      ),
    );
    used.setValues(empty);
  }
  writeBlock(spreadsheet, sheet, frame, block);
  if (block.first + block.count === frame.rows.length) finishSheet(sheet, frame);
  else SpreadsheetApp.flush();
  if (show === null) return;
  const shown = spreadsheet.getSheetByName(show);
  if (shown !== null && !shown.isSheetHidden()) spreadsheet.setActiveSheet(shown);
}
