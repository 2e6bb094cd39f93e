import type { Cell, Sheet, Workbook } from '../../core/workbook/workbook';
import { serialReader } from './dates';
import { refusal } from './failure';
import { hasDecimalComma } from './formats';
import { isGrid, readSheet } from './read-sheet';
import type { ReadingContext } from './read-sheet';

/** More cells than this take minutes to hand over; far more than scoring workbooks hold. */
const MOST_CELLS = 600000;

/** Texts struck through in part are looked for in so many cells, small sheets first: a sheet that goes beyond holds lists, no scoring form. */
const MOST_RICH_CELLS = 60000;

/** For each sheet whether texts with several looks are read run by run. */
function looksInside(sizes: readonly number[]): boolean[] {
  const looked = sizes.map(() => false);
  let left = MOST_RICH_CELLS;
  const bySize = sizes.map((size, index) => ({ size, index })).sort((first, second) => first.size - second.size);
  for (const { size, index } of bySize) {
    if (size > left) break;
    left -= size;
    looked[index] = true;
  }
  return looked;
}

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
  };
  const ranges = grids.map((sheet) => sheet.getDataRange());
  const sizes = ranges.map((range) => range.getNumRows() * range.getNumColumns());
  if (sizes.reduce((sum, size) => sum + size, 0) > MOST_CELLS) {
    const message = `Bảng tính có hơn ${MOST_CELLS.toLocaleString('vi')} ô nên Google không kịp đọc hết. Chép các trang chấm điểm sang một bảng tính mới rồi chấm.`;
    throw refusal('too-large', message, 'read');
  }
  const inside = looksInside(sizes);
  const named = grids.map((sheet, index) => ({
    name: sheet.getName(),
    hidden: sheet.isSheetHidden(),
    ...readSheet(ranges[index] as GoogleAppsScript.Spreadsheet.Range, context, inside[index] as boolean),
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
