import { wb, workbook } from '../support/markdown-workbook';

test('cells keep their kinds', () => {
  const { cells } = wb`| 12 | -0.5 | 98,5 | '07 | 98.5%n | 100%n | #DIV/0! | TRUE |`.sheets[0]!;
  expect(cells.map((cell) => [cell.column, cell.value, cell.format])).toEqual([
    [0, 12, undefined],
    [1, -0.5, undefined],
    [2, '98,5', undefined],
    [3, '07', undefined],
    [4, 0.985, '0.0%'],
    [5, 1, '0%'],
    [6, { error: '#DIV/0!' }, undefined],
    [7, true, undefined],
  ]);
});

test('formulas, notes, fonts and line breaks', () => {
  const { cells } = wb`| =A2/B2 ⇒ 98.5%n | =X9 | Mức<br>hai \| ba {font=.VnTime; note=xem lại; kỹ} | {note=chỉ có ghi chú} |`.sheets[0]!;
  expect(cells).toEqual([
    { row: 0, column: 0, formula: 'A2/B2', value: 0.985, format: '0.0%' },
    { row: 0, column: 1, formula: 'X9', value: null },
    { row: 0, column: 2, value: 'Mức\nhai | ba', font: '.VnTime', note: 'xem lại; kỹ' },
    { row: 0, column: 3, value: null, note: 'chỉ có ghi chú' },
  ]);
});

test('rows, hidden parts, merges and the place of the table', () => {
  const book = workbook(
    {
      Bảng: `
        @B3
        @hide E,F
        | TT | Kết quả | <   |
        |----|:-------:|-----|
        | ^  | Số      | %   |

        ~| 1 | 5       | 2.5 |
      `,
      '~Ẩn': '| x |',
    },
    { file: 'a.xlsx' },
  );
  expect(book.file).toBe('a.xlsx');
  const [table, hidden] = book.sheets;
  expect(hidden).toMatchObject({ name: 'Ẩn', hidden: true });
  expect(table!.merges).toEqual([
    { top: 2, left: 1, bottom: 3, right: 1 },
    { top: 2, left: 2, bottom: 2, right: 3 },
  ]);
  expect(table!.hiddenRows).toEqual([[5, 5]]);
  expect(table!.hiddenColumns).toEqual([
    [4, 4],
    [5, 5],
  ]);
  expect(table!.cells.map((cell) => [cell.row, cell.column, cell.value])).toEqual([
    [2, 1, 'TT'],
    [2, 2, 'Kết quả'],
    [3, 2, 'Số'],
    [3, 3, '%'],
    [5, 1, 1],
    [5, 2, 5],
    [5, 3, 2.5],
  ]);
});

test('several sheets in one text', () => {
  const book = wb`
    # Số liệu
    | a | 1 |
    # Chấm điểm
    | b | 2 |
  `;
  expect(book.sheets.map((sheet) => [sheet.name, sheet.cells.length])).toEqual([
    ['Số liệu', 2],
    ['Chấm điểm', 2],
  ]);
});

test('a merge that continues nothing is refused', () => {
  expect(() => wb`| < | a |`).toThrow('continues no cell');
});
