import type { DesignCell, SheetDesign } from '../../core/summary/design';
import { formatAddress, parseReference } from '../../core/workbook/references';
import { refusal } from './failure';
import { stretches, tableOf } from './grid';
import { removeCharts, writeChart } from './write-chart';
import { writeBorders, writeHeights, writeMerges, writeStyles, writeWidths } from './write-looks';
import type { SheetBlock, SheetFrame } from './sheet-frame';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

/** `setValues` reads a text as if it were typed; a leading apostrophe keeps it a text and is not shown. */
function typed(cell: DesignCell): string | number {
  const { value } = cell;
  if (value === null) return '';
  if (typeof value === 'number') return value;
  const couldBeRead = cell.quotePrefix === true || cell.style.numberFormat === '@' || (/\d/.test(value) && value.length <= 80);
  return value !== '' && couldBeRead ? `'${value}` : value;
}

/** @throws a refusal where somebody protected the sheet against this user. */
export function assertWritable(sheet: GoogleSheet): void {
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  const locks = sheet.getProtections(SHEET).concat(sheet.getProtections(RANGE));
  if (!locks.some((lock) => !lock.isWarningOnly() && !lock.canEdit())) return;
  const message = `Trang tính “${sheet.getName()}” đang được bảo vệ nên chưa ghi lại được. Nhờ người đã đặt bảo vệ (Dữ liệu → Bảo vệ trang tính và dải ô) bỏ đi rồi bấm lại.`;
  throw refusal('protected', message, 'protection');
}

/** Our sheet of an earlier run, emptied of its layout, or a new one at the end. A name that a chart sheet has already is given a number. */
function openTarget(spreadsheet: Spreadsheet, frame: SheetFrame): GoogleSheet {
  const old = frame.replaces === null ? null : spreadsheet.getSheetByName(frame.replaces);
  if (old === null) {
    let { name } = frame;
    for (let number = 2; spreadsheet.getSheetByName(name) !== null; number++) name = `${frame.name} (${number})`;
    return spreadsheet.insertSheet(name, spreadsheet.getSheets().length);
  }
  assertWritable(old);
  const filter = old.getFilter();
  if (filter !== null) filter.remove();
  if (old.getFrozenRows() > 0) old.setFrozenRows(0);
  if (old.getFrozenColumns() > 0) old.setFrozenColumns(0);
  removeCharts(old, frame.chart);
  // What was hidden by place would now hide something else.
  old.showRows(1, old.getMaxRows());
  old.showColumns(1, old.getMaxColumns());
  old.getRange(1, 1, old.getMaxRows(), old.getMaxColumns()).breakApart();
  return old;
}

function growTo(sheet: GoogleSheet, rows: number, columns: number): void {
  const [haveRows, haveColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (haveRows < rows) sheet.insertRowsAfter(haveRows, rows - haveRows);
  if (haveColumns < columns) sheet.insertColumnsAfter(haveColumns, columns - haveColumns);
}

/**
 * Opens the sheet that is written, a new one or our own of an earlier run, and marks it as begun.
 * @throws a refusal for a protected sheet; nothing has been changed then.
 */
export function beginSheet(spreadsheet: Spreadsheet, frame: SheetFrame): GoogleSheet {
  const sheet = openTarget(spreadsheet, frame);
  growTo(sheet, frame.rows.length, frame.columns.length);
  sheet.getRange(frame.stampCell.row + 1, frame.stampCell.column + 1).setValue(frame.stampCell.startText);
  // Google gathers writes; this one has to be there before anything else, and a refusal has to show before anything else is done.
  SpreadsheetApp.flush();
  return sheet;
}

/** Everything that the block says, in one call: it is never half of each. The last one covers old content beyond the new, too. */
function writeContent(sheet: GoogleSheet, frame: SheetFrame, { first, count, cells }: SheetBlock): void {
  const used = sheet.getDataRange();
  const isLast = first + count === frame.rows.length;
  const rows = isLast ? Math.max(used.getNumRows() - first, count) : count;
  const columns = Math.max(used.getNumColumns(), frame.columns.length);
  const { stampCell } = frame;
  const values = tableOf<string | number>(rows, columns, cells, '', typed, first);
  const stamped = values[stampCell.row - first];
  if (stamped !== undefined) stamped[stampCell.column] = stampCell.startText;
  sheet
    .getRange(first + 1, 1, rows, columns)
    .clearFormat()
    .setValues(values);
  // At once, since a date that a hand wrote is only a number without its format.
  const formats = tableOf(count, frame.columns.length, cells, 'General', ({ style }) => style.numberFormat, first);
  sheet.getRange(first + 1, 1, count, frame.columns.length).setNumberFormats(formats);
}

/** Links to the officer's cells, a call for each stretch of linked cells in a column. They come before the looks, which undo their colour. */
function writeLinks(spreadsheet: Spreadsheet, sheet: GoogleSheet, frame: SheetFrame, { first: top, count, cells }: SheetBlock): void {
  const addresses = new Map<string, number>();
  const urlOf = (reference: string): string | null => {
    const place = parseReference(reference);
    if (place === null) return null;
    let id = addresses.get(place.sheet);
    if (id === undefined) {
      const target = spreadsheet.getSheetByName(place.sheet);
      if (target === null) return null;
      id = target.getSheetId();
      addresses.set(place.sheet, id);
    }
    return `#gid=${id}&range=${formatAddress(place.row, place.column)}`;
  };
  const columnCount = frame.columns.length;
  const linked = tableOf<string | null>(
    count,
    columnCount,
    cells,
    null,
    (cell) => (cell.link === undefined || typeof cell.value !== 'string' ? null : urlOf(cell.link.reference)),
    top,
  );
  const texts = tableOf(count, columnCount, cells, '', (cell) => String(cell.value), top);
  frame.columns.forEach((_column, column) => {
    for (const { first, last, value: isLinked } of stretches(linked.map((row) => row[column] !== null))) {
      if (!isLinked) continue;
      const rich = [];
      for (let row = first; row <= last; row++) {
        const text = (texts[row] as string[])[column] as string;
        rich.push([
          SpreadsheetApp.newRichTextValue()
            .setText(text)
            .setLinkUrl((linked[row] as string[])[column] as string)
            .build(),
        ]);
      }
      sheet.getRange(top + first + 1, column + 1, rich.length, 1).setRichTextValues(rich);
    }
  });
}

/** Writes rows of a sheet that was begun: first what they say, then how they look. */
export function writeBlock(spreadsheet: Spreadsheet, sheet: GoogleSheet, frame: SheetFrame, block: SheetBlock): void {
  writeContent(sheet, frame, block);
  writeLinks(spreadsheet, sheet, frame, block);
  writeStyles(sheet.getRange(block.first + 1, 1, block.count, frame.columns.length), frame, block);
  writeMerges(sheet, block.merges);
  writeBorders(sheet, block.cells);
  // Before heights: how high a row has to be hangs on how wide its columns are.
  if (block.first === 0) writeWidths(sheet, frame);
  writeHeights(sheet, frame, block);
}

/** What belongs to a sheet as a whole, and at the very end its stamp. */
export function finishSheet(sheet: GoogleSheet, frame: SheetFrame): void {
  const { stampCell, chart, autoFilter } = frame;
  if (chart !== null) writeChart(sheet, frame, chart);
  if (frame.frozenRows > 0) sheet.setFrozenRows(frame.frozenRows);
  if (autoFilter !== null) {
    const { top, left, bottom, right } = autoFilter;
    sheet.getRange(top + 1, left + 1, bottom - top + 1, right - left + 1).createFilter();
  }
  sheet.setHiddenGridlines(true);
  SpreadsheetApp.flush();
  sheet.getRange(stampCell.row + 1, stampCell.column + 1).setValue(stampCell.text);
  SpreadsheetApp.flush();
}

/**
 * Writes a sheet of ours, a new one or over our own of an earlier run; no other sheet is touched. The start mark comes first and the stamp last,
 * so that a sheet that was cut off is known as unfinished. Returns the sheet. Google keeps no page margins, repeated rows or page numbers by
 * script: those are chosen when printing.
 */
export function writeSheet(spreadsheet: Spreadsheet, design: SheetDesign): GoogleSheet {
  const sheet = beginSheet(spreadsheet, design);
  writeBlock(spreadsheet, sheet, design, { first: 0, count: design.rows.length, cells: design.cells, merges: design.merges });
  finishSheet(sheet, design);
  return sheet;
}
