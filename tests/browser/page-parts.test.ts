import type { Cell, Sheet, Workbook } from '../../core/workbook/workbook';
import { cellText } from '../../standalone/page/cell-text';
import { stampedName } from '../../standalone/page/file-name';
import { placeAfterKey } from '../../standalone/page/grid-keys';
import { areaAt, cellsIn, findCell, indexAt } from '../../standalone/page/grid-window';
import { viewSheet } from '../../standalone/page/sheet-view';

const cell = (row: number, column: number, value: Cell['value'], rest: Partial<Cell> = {}): Cell => ({ row, column, value, ...rest });
const sheetOf = (cells: readonly Cell[], rest: Partial<Sheet> = {}): Sheet => ({
  name: 'Trang',
  hidden: false,
  cells,
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  ...rest,
});
const view = (sheet: Sheet) => viewSheet({ file: null, defaultFont: null, sheets: [sheet] } as Workbook, sheet);

test.each([
  [cell(0, 0, 1234567.5, { format: '#,##0.0' }), '1.234.567,5'],
  [cell(0, 0, 0.9796, { format: '0.00%' }), '97,96%'],
  [cell(0, 0, 0.1 + 0.2), '0,3'],
  [cell(0, 0, 45535, { format: 'dd/mm/yyyy' }), '31/08/2024'],
  [cell(0, 0, 59, { format: 'dd/mm/yyyy' }), '28/02/1900'],
  [cell(0, 0, 45535.5, { format: 'd/m/yyyy h:mm' }), '31/08/2024 12:00'],
  [cell(0, 0, -12.5), '-12,5'],
  [cell(0, 0, { error: '#DIV/0!' }), '#DIV/0!'],
  [cell(0, 0, 'Céng hoµ', { font: '.VnTime' }), 'Cộng hoà'],
  [cell(0, 0, null, { note: 'x' }), ''],
])('shows %j as %s', (given, shown) => {
  expect(cellText(given, null, null)).toBe(shown);
});

test('the copy never has the name of the file it comes from', () => {
  expect(stampedName('xã A.2024.xls', '.xlsx')).toBe('xã A.2024 - đã chấm.xlsx');
  expect(stampedName('xã A - đã chấm.xlsx', '.xlsx')).toBe('xã A - đã chấm 2.xlsx');
  expect(stampedName('xã A - đã chấm 9.xlsm', '.xlsm')).toBe('xã A - đã chấm 10.xlsm');
  expect(stampedName('khong-duoi', '.xlsx')).toBe('khong-duoi - đã chấm.xlsx');
});

test('a long text makes its row higher, its column no wider than can be read; a title runs over the empty cells beside it', () => {
  const long = 'Tỷ lệ trẻ em được khai sinh đúng quy định '.repeat(8);
  const shown = view(sheetOf([cell(0, 0, `BẢNG ${long}`), cell(2, 0, '1'), cell(2, 1, long), cell(2, 2, 5), cell(3, 2, 7)]));
  const width = (column: number) => (shown.columnLefts[column + 1] as number) - (shown.columnLefts[column] as number);
  const height = (row: number) => (shown.rowTops[row + 1] as number) - (shown.rowTops[row] as number);
  expect(width(0)).toBeLessThan(60);
  expect(width(1)).toBeLessThan(300);
  expect(height(2)).toBeGreaterThan(5 * height(3));
  expect(areaAt(shown, 0, 2)).toEqual({ top: 0, left: 0, bottom: 0, right: 2 });
});

test('a window holds its own cells and the merged area that reaches into it', () => {
  const cells = Array.from({ length: 400 }, (_, row) => cell(row, row % 4, `ô ${row}`));
  const shown = view(sheetOf(cells, { merges: [{ top: 0, left: 0, bottom: 200, right: 0 }] }));
  const found = cellsIn(shown, { top: 100, left: 0, bottom: 103, right: 9 }).map((index) => shown.texts[index]);
  expect(found.sort()).toEqual(['ô 0', 'ô 100', 'ô 101', 'ô 102', 'ô 103']);
  expect(findCell(shown, 101, 1)).toBe(101);
  expect(findCell(shown, 101, 2)).toBeNull();
  for (const row of [0, 1, 57, 398, 399]) expect(indexAt(shown.rowTops, (shown.rowTops[row] as number) + 1)).toBe(row);
  expect(indexAt(shown.rowTops, 1e9)).toBe(399);
  expect(indexAt(shown.rowTops, -5)).toBe(0);
});

test('keys move past a merged area, to its first cell, and never off the sheet', () => {
  const shown = view(
    sheetOf([cell(0, 0, 'a'), cell(1, 0, 'b'), cell(5, 0, 'c'), cell(1, 3, 'd')], { merges: [{ top: 1, left: 0, bottom: 3, right: 1 }] }),
  );
  expect(placeAfterKey(shown, { row: 0, column: 1 }, 'ArrowDown', false, 5)).toEqual({ row: 1, column: 0 });
  expect(placeAfterKey(shown, { row: 1, column: 0 }, 'ArrowDown', false, 5)).toEqual({ row: 4, column: 0 });
  expect(placeAfterKey(shown, { row: 1, column: 0 }, 'ArrowRight', false, 5)).toEqual({ row: 1, column: 2 });
  expect(placeAfterKey(shown, { row: 0, column: 0 }, 'ArrowUp', false, 5)).toEqual({ row: 0, column: 0 });
  expect(placeAfterKey(shown, { row: 0, column: 0 }, 'ArrowDown', true, 5)).toEqual({ row: 1, column: 0 });
  expect(placeAfterKey(shown, { row: 0, column: 0 }, 'End', true, 5)).toEqual({ row: 5, column: 3 });
  expect(placeAfterKey(shown, { row: 0, column: 0 }, 'x', false, 5)).toBeNull();
});
