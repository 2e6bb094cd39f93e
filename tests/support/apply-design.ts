import type { SheetDesign } from '../../core/summary/design';
import type { Cell, CellValue, Sheet, Workbook } from '../../core/workbook/workbook';

/** The workbook as it reads after a host has written the design: a new sheet at the end, or the rewritten one in its place. */
export function applyDesign(workbook: Workbook, design: SheetDesign): Workbook {
  const cells = design.cells
    .filter((cell) => cell.value !== null && cell.value !== '')
    .map((cell): Cell => {
      const { numberFormat } = cell.style;
      return { row: cell.row, column: cell.column, value: cell.value, ...(numberFormat === 'General' ? {} : { format: numberFormat }) };
    });
  const sheet: Sheet = {
    name: design.replaces ?? design.name,
    hidden: false,
    cells,
    merges: design.merges,
    hiddenRows: [],
    hiddenColumns: [],
  };
  const known = workbook.sheets.some((candidate) => candidate.name === sheet.name);
  const sheets = known
    ? workbook.sheets.map((candidate) => (candidate.name === sheet.name ? sheet : candidate))
    : [...workbook.sheets, sheet];
  return { ...workbook, sheets };
}

/** A workbook with one cell changed (null empties it). */
export function setCell(
  workbook: Workbook,
  sheetName: string,
  row: number,
  column: number,
  value: CellValue | null,
  more: Partial<Cell> = {},
): Workbook {
  return changeSheet(workbook, sheetName, (sheet) => {
    const others = sheet.cells.filter((cell) => cell.row !== row || cell.column !== column);
    const cells = value === null && more.formula === undefined ? others : [...others, { row, column, value, ...more }];
    return { ...sheet, cells: cells.slice().sort((first, second) => first.row - second.row || first.column - second.column) };
  });
}

/** A workbook with one sheet changed. */
export function changeSheet(workbook: Workbook, sheetName: string, change: (sheet: Sheet) => Sheet): Workbook {
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === sheetName ? change(sheet) : sheet)) };
}

/** A workbook whose sheet has been moved down by one row from `row` on. */
export function insertRow(workbook: Workbook, sheetName: string, row: number): Workbook {
  return changeSheet(workbook, sheetName, (sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.row >= row ? { ...cell, row: cell.row + 1 } : cell)),
  }));
}

/** A workbook whose sheet has lost a row. */
export function deleteRow(workbook: Workbook, sheetName: string, row: number): Workbook {
  return changeSheet(workbook, sheetName, (sheet) => ({
    ...sheet,
    cells: sheet.cells.filter((cell) => cell.row !== row).map((cell) => (cell.row > row ? { ...cell, row: cell.row - 1 } : cell)),
  }));
}
