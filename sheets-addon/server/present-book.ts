import { hashTexts } from '../../core/consolidation/quick-hash';
import { readAppraisal } from '../../core/consolidation/book-reading';
import { bookPartOf } from '../../core/consolidation/place-book';
import { begunBookSheet, bookSheets, parseBookStamp } from '../../core/consolidation/book-words';
import type { Cell, Sheet, Workbook } from '../../core/workbook/workbook';
import { serialReader } from './dates';
import { hasDecimalComma } from './formats';
import { isGrid, readSheet } from './read-sheet';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What the open spreadsheet holds of a district book of ours. */
export interface PresentBook {
  /** The names of all sheets. */
  readonly names: readonly string[];
  /** Our sheets, without what nobody asks for: the appraisal's cells, and of the others the one that says which sheet it is. */
  readonly sheets: readonly Sheet[];
  /** What hands wrote into the appraisal, as one short text: another one means that somebody has written since. */
  readonly hands: string;
}

/** A snapshot with our sheets alone. */
export function workbookOfBook({ sheets }: Pick<PresentBook, 'sheets'>): Workbook {
  return { file: null, defaultFont: null, sheets };
}

const own: readonly string[] = Object.values(bookSheets);

/** No sheet of a book comes near it. */
const MOST_CELLS = 200000;

/** Where marks of ours can be. A clerk may have put columns before ours: a sheet with one of our names is looked through as a whole. */
function searchedRange(sheet: GoogleSheet, name: string, rows: number): GoogleAppsScript.Spreadsheet.Range {
  if (own.includes(name.replace(/ \(\d+\)$/, ''))) {
    const used = sheet.getDataRange();
    if (used.getNumRows() * used.getNumColumns() <= MOST_CELLS) return used;
  }
  return sheet.getRange(1, 1, rows, 1);
}

/** The cells of a sheet that may be marks of ours. */
function marksOf(sheet: GoogleSheet, name: string): Cell[] {
  const rows = sheet.getLastRow();
  if (rows === 0) return [];
  const values: readonly (readonly unknown[])[] = searchedRange(sheet, name, rows).getValues();
  const marks: Cell[] = [];
  values.forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (typeof value !== 'string' || (parseBookStamp(value) === null && begunBookSheet(value) === null)) return;
      const [formula] = sheet.getRange(row + 1, column + 1).getFormulas()[0] as [string];
      if (formula === '') marks.push({ row, column, value });
    });
  });
  return marks;
}

/** The content of a sheet without fonts and notes. */
function readContent(spreadsheet: Spreadsheet, sheet: GoogleSheet): Cell[] {
  const context = {
    serialOf: serialReader(spreadsheet.getSpreadsheetTimeZone()),
    decimalComma: hasDecimalComma(spreadsheet.getSpreadsheetLocale()),
  };
  return readSheet(sheet.getDataRange(), context, false).cells.map(({ row, column, value, formula, format }) => ({
    row,
    column,
    value,
    ...(formula === undefined ? {} : { formula }),
    ...(format === undefined ? {} : { format }),
  }));
}

function isAppraisal(sheet: Sheet): boolean {
  return sheet.cells.some(({ value }) => {
    if (typeof value !== 'string') return false;
    const stamp = parseBookStamp(value);
    const name = stamp === null ? begunBookSheet(value) : stamp.stamp.sheet;
    return name === bookSheets.appraisal || (name === '' && sheet.name.startsWith(bookSheets.appraisal));
  });
}

/**
 * Looks for an earlier district book of ours in the spreadsheet. Of other sheets only the first column is read. Spreadsheet calls: 1 + 5 × sheets
 * + 4 × our sheets + 12 for the appraisal.
 */
export function findPresentBook(spreadsheet: Spreadsheet): PresentBook {
  const names: string[] = [];
  const sheets: Sheet[] = [];
  for (const sheet of spreadsheet.getSheets()) {
    const name = sheet.getName();
    names.push(name);
    const cells = isGrid(sheet) ? marksOf(sheet, name) : [];
    if (cells.length === 0) continue;
    const found: Sheet = { name, hidden: false, cells, merges: [], hiddenRows: [], hiddenColumns: [] };
    sheets.push(isAppraisal(found) ? { ...found, cells: readContent(spreadsheet, sheet) } : found);
  }
  const part = bookPartOf(workbookOfBook({ sheets }));
  const hands = readAppraisal(part).map((row) => JSON.stringify(row));
  return { names, sheets: part.sheets, hands: hashTexts(hands) };
}
