import type { Cell, Sheet, Workbook } from '../../core/workbook/workbook';
import { serialReader } from './dates';
import { refusal } from './failure';
import { hasDecimalComma } from './formats';
import { isGrid, readSheet } from './read-sheet';
import type { ReadingContext } from './read-sheet';

/** More cells than this take minutes to hand over; far more than scoring workbooks hold. */
const MOST_CELLS = 600000;

/** Texts struck through in part are looked for in the first so many cells; a sheet that goes beyond holds lists, not a scoring form. */
const MOST_RICH_CELLS = 60000;

/** The snapshot, and the sheets behind it for questions that come later. */
export interface SpreadsheetReading {
  readonly workbook: Workbook;
  /** By name. */
  readonly sheets: ReadonlyMap<string, GoogleAppsScript.Spreadsheet.Sheet>;
}

/** The font of most cells; '' where there are none. */
function usualFont(sheets: readonly { readonly cells: readonly Cell[] }[]): string {
  const counts = new Map<string, number>();
  for (const sheet of sheets) for (const { font } of sheet.cells) if (font !== undefined) counts.set(font, (counts.get(font) || 0) + 1);
  let usual = '';
  counts.forEach((count, font) => {
    if (usual === '' || count > (counts.get(usual) as number)) usual = font;
  });
  return usual;
}

function withoutUsualFont(cell: Cell, usual: string): Cell {
  if (cell.font !== usual) return cell;
  const { font: _font, ...rest } = cell;
  return rest;
}

/**
 * Reads the spreadsheet into a snapshot, all but hidden rows and columns (see `assess-spreadsheet.ts`). Spreadsheet calls:
 * 4 + 12 × sheets + merged areas; they don't grow with the cells. (`getRuns` and styles of texts with several looks are answered from
 * what was fetched.) A note beyond the last filled row or column is not seen.
 */
export function readSpreadsheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): SpreadsheetReading {
  const grids = spreadsheet.getSheets().filter(isGrid);
  const context: ReadingContext = {
    serialOf: serialReader(spreadsheet.getSpreadsheetTimeZone()),
    decimalComma: hasDecimalComma(spreadsheet.getSpreadsheetLocale()),
    richCells: MOST_RICH_CELLS,
  };
  const ranges = grids.map((sheet) => sheet.getDataRange());
  const size = ranges.reduce((sum, range) => sum + range.getNumRows() * range.getNumColumns(), 0);
  if (size > MOST_CELLS) {
    const message = `Bảng tính có hơn ${MOST_CELLS.toLocaleString('vi')} ô nên Google không kịp đọc hết. Chép các trang chấm điểm sang một bảng tính mới rồi chấm.`;
    throw refusal('too-large', message, 'read');
  }
  const named = grids.map((sheet, index) => ({
    name: sheet.getName(),
    hidden: sheet.isSheetHidden(),
    ...readSheet(ranges[index] as GoogleAppsScript.Spreadsheet.Range, context),
  }));
  const usual = usualFont(named);
  const sheets: Sheet[] = named.map(({ name, hidden, cells, merges }) => ({
    name,
    hidden,
    cells: cells.map((cell) => withoutUsualFont(cell, usual)),
    merges,
    hiddenRows: [],
    hiddenColumns: [],
  }));
  return {
    workbook: { file: spreadsheet.getName(), defaultFont: usual === '' ? null : usual, sheets },
    sheets: new Map(named.map(({ name }, index) => [name, grids[index] as GoogleAppsScript.Spreadsheet.Sheet])),
  };
}
