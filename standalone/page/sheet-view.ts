import { legacyEncodingOf } from '../../core/text/decode';
import { isCellError } from '../../core/workbook/workbook';
import type { Cell, CellRange, Sheet, Span, Workbook } from '../../core/workbook/workbook';
import { cellText } from './cell-text';
import { layOut } from './sheet-layout';

/** What sets a cell apart, added up. */
export const NUMBER = 1;
export const ERROR = 2;

/**
 * A sheet as the grid draws it: parallel lists, so that even a large one passes from the worker in little time. Rows and columns are
 * zero-based, lengths are CSS pixels.
 */
export interface SheetView {
  readonly name: string;
  readonly hidden: boolean;
  /** Where each used row begins, and where the last one ends. */
  readonly rowTops: Float64Array;
  readonly columnLefts: Float64Array;
  /** The cells that show something, in reading order. */
  readonly rows: Uint32Array;
  readonly columns: Uint16Array;
  readonly looks: Uint8Array;
  readonly texts: readonly string[];
  /** Merged areas, and the areas over which a title runs on. */
  readonly areas: readonly CellRange[];
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  /** By a cell's place in the lists. */
  readonly formulas: ReadonlyMap<number, string>;
  readonly notes: ReadonlyMap<number, string>;
}

function lookOf(cell: Cell): number {
  if (typeof cell.value === 'number') return NUMBER;
  return isCellError(cell.value) ? ERROR : 0;
}

/** Texts above the table that run on over the empty cells at their right, as a spreadsheet shows them. */
function runningTitles(sheet: Sheet, columnCount: number): CellRange[] {
  const merged = new Set(sheet.merges.map((merge) => `${merge.top} ${merge.left}`));
  const byRow = new Map<number, Cell[]>();
  for (const cell of sheet.cells) {
    if (cell.value === null) continue;
    const row = byRow.get(cell.row);
    if (row === undefined) byRow.set(cell.row, [cell]);
    else row.push(cell);
  }
  const titles: CellRange[] = [];
  const tableTop = Array.from(byRow).find(([, cells]) => cells.length >= 3)?.[0] ?? 0;
  for (const [row, cells] of byRow) {
    if (row >= tableTop) break;
    cells.forEach((cell, index) => {
      const next = cells[index + 1];
      const right = next === undefined ? columnCount - 1 : next.column - 1;
      const free = typeof cell.value === 'string' && right > cell.column && !merged.has(`${row} ${cell.column}`);
      if (free && !sheet.merges.some((merge) => merge.top <= row && merge.bottom >= row && merge.right > cell.column))
        titles.push({ top: row, left: cell.column, bottom: row, right });
    });
  }
  return titles;
}

/** Makes a sheet ready to be drawn. */
export function viewSheet(workbook: Workbook, sheet: Sheet): SheetView {
  const strings = sheet.cells.map((cell) => cell.value).filter((value): value is string => typeof value === 'string');
  const surroundings = legacyEncodingOf(strings);
  const count = sheet.cells.length;
  const rows = new Uint32Array(count);
  const columns = new Uint16Array(count);
  const looks = new Uint8Array(count);
  const texts: string[] = new Array<string>(count);
  const formulas = new Map<number, string>();
  const notes = new Map<number, string>();
  let [rowCount, columnCount] = [1, 1];
  sheet.cells.forEach((cell, index) => {
    rows[index] = cell.row;
    columns[index] = cell.column;
    looks[index] = lookOf(cell);
    texts[index] = cellText(cell, workbook.defaultFont, surroundings);
    if (cell.formula !== undefined) formulas.set(index, cell.formula);
    if (cell.note !== undefined) notes.set(index, cell.note);
    rowCount = Math.max(rowCount, cell.row + 1);
    columnCount = Math.max(columnCount, cell.column + 1);
  });
  const merges = sheet.merges.filter((merge) => merge.top < rowCount && merge.left < columnCount);
  const areas = merges
    .map((merge) => ({ ...merge, bottom: Math.min(merge.bottom, rowCount + 50), right: Math.min(merge.right, columnCount + 50) }))
    .concat(runningTitles({ ...sheet, merges }, columnCount));
  for (const area of areas) {
    rowCount = Math.max(rowCount, area.bottom + 1);
    columnCount = Math.max(columnCount, area.right + 1);
  }
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    ...layOut({ rows, columns, texts, areas, rowCount, columnCount }),
    rows,
    columns,
    looks,
    texts,
    areas,
    hiddenRows: sheet.hiddenRows,
    hiddenColumns: sheet.hiddenColumns,
    formulas,
    notes,
  };
}
