import type { DesignCell, SheetDesign } from '../../core/summary/design';
import { formatAddress, parseReference } from '../../core/workbook/references';
import { refusal } from './failure';
import { stretches, tableOf } from './grid';
import { removeCharts, writeChart } from './write-chart';
import { writeBorders, writeMerges, writeSizes, writeStyles } from './write-looks';

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

/** Our sheet of an earlier run, emptied of its layout, or a new one at the end. A name that a chart sheet has already is given a number. */
function openTarget(spreadsheet: Spreadsheet, design: SheetDesign): GoogleSheet {
  const old = design.replaces === null ? null : spreadsheet.getSheetByName(design.replaces);
  if (old === null) {
    let { name } = design;
    for (let number = 2; spreadsheet.getSheetByName(name) !== null; number++) name = `${design.name} (${number})`;
    return spreadsheet.insertSheet(name, spreadsheet.getSheets().length);
  }
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  const locks = old.getProtections(SHEET).concat(old.getProtections(RANGE));
  if (locks.some((lock) => !lock.isWarningOnly() && !lock.canEdit())) {
    const message = `Trang tính “${old.getName()}” đang được bảo vệ nên chưa ghi lại được. Nhờ người đã đặt bảo vệ (Dữ liệu → Bảo vệ trang tính và dải ô) bỏ đi rồi bấm lại.`;
    throw refusal('protected', message, 'protection');
  }
  const filter = old.getFilter();
  if (filter !== null) filter.remove();
  if (old.getFrozenRows() > 0) old.setFrozenRows(0);
  if (old.getFrozenColumns() > 0) old.setFrozenColumns(0);
  removeCharts(old, design.chart);
  old.getRange(1, 1, old.getMaxRows(), old.getMaxColumns()).breakApart();
  return old;
}

function growTo(sheet: GoogleSheet, rows: number, columns: number): void {
  const [haveRows, haveColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (haveRows < rows) sheet.insertRowsAfter(haveRows, rows - haveRows);
  if (haveColumns < columns) sheet.insertColumnsAfter(haveColumns, columns - haveColumns);
}

/** Everything that the sheet says, in one call, old content beyond the new included: it is never half of each. */
function writeContent(sheet: GoogleSheet, design: SheetDesign): void {
  const used = sheet.getDataRange();
  const rows = Math.max(used.getNumRows(), design.rows.length);
  const columns = Math.max(used.getNumColumns(), design.columns.length);
  const { stampCell } = design;
  const values = tableOf<string | number>(rows, columns, design.cells, '', typed);
  (values[stampCell.row] as (string | number)[])[stampCell.column] = stampCell.startText;
  sheet.getRange(1, 1, rows, columns).clearFormat().setValues(values);
}

/** Links to the officer's cells, a call for each stretch of linked cells in a column. They come before the looks, which undo their colour. */
function writeLinks(spreadsheet: Spreadsheet, sheet: GoogleSheet, design: SheetDesign): void {
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
  const linked = tableOf<string | null>(design.rows.length, design.columns.length, design.cells, null, (cell) =>
    cell.link === undefined || typeof cell.value !== 'string' ? null : urlOf(cell.link.reference),
  );
  const texts = tableOf(design.rows.length, design.columns.length, design.cells, '', (cell) => String(cell.value));
  design.columns.forEach((_column, column) => {
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
      sheet.getRange(first + 1, column + 1, rich.length, 1).setRichTextValues(rich);
    }
  });
}

/**
 * Writes a sheet of ours, a new one or over our own of an earlier run; no other sheet is touched. The start mark comes first and the stamp last,
 * so that a sheet that was cut off is known as unfinished. Returns the sheet. Google keeps no page margins, repeated rows or page numbers by
 * script: those are chosen when printing.
 */
export function writeSheet(spreadsheet: Spreadsheet, design: SheetDesign): GoogleSheet {
  const { stampCell, chart } = design;
  const [rows, columns] = [design.rows.length, design.columns.length];
  const sheet = openTarget(spreadsheet, design);
  growTo(sheet, rows, columns);
  const stamp = sheet.getRange(stampCell.row + 1, stampCell.column + 1);
  stamp.setValue(stampCell.startText);
  // Google gathers writes; this one has to be there before anything else, and a refusal has to show before anything else is done.
  SpreadsheetApp.flush();
  writeContent(sheet, design);
  writeLinks(spreadsheet, sheet, design);
  const whole = sheet.getRange(1, 1, rows, columns);
  writeStyles(whole, design);
  writeMerges(sheet, design);
  writeBorders(sheet, design);
  writeSizes(sheet, design);
  if (chart !== null) writeChart(sheet, design, chart);
  if (design.frozenRows > 0) sheet.setFrozenRows(design.frozenRows);
  if (design.autoFilter !== null) {
    const { top, left, bottom, right } = design.autoFilter;
    sheet.getRange(top + 1, left + 1, bottom - top + 1, right - left + 1).createFilter();
  }
  sheet.setHiddenGridlines(true);
  SpreadsheetApp.flush();
  stamp.setValue(stampCell.text);
  SpreadsheetApp.flush();
  return sheet;
}
