/// <reference types="office-js" />
import type { CellRange } from '../core/workbook/workbook';

/** An Office.js range as a rectangle; its four numbers must have been loaded. */
export function rangeOf(range: Pick<Excel.Range, 'rowIndex' | 'columnIndex' | 'rowCount' | 'columnCount'>): CellRange {
  return {
    top: range.rowIndex,
    left: range.columnIndex,
    bottom: range.rowIndex + range.rowCount - 1,
    right: range.columnIndex + range.columnCount - 1,
  };
}

/** A rectangle of a sheet as an Office.js range. */
export function rangeAt(sheet: Excel.Worksheet, { top, left, bottom, right }: CellRange): Excel.Range {
  return sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}
