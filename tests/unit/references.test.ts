import * as fc from 'fast-check';
import {
  columnIndex,
  columnName,
  formatAddress,
  formatRange,
  formatReference,
  MAXIMUM_COLUMNS,
  MAXIMUM_ROWS,
  parseAddress,
  parseRange,
  parseReference,
} from '../../core/workbook/references';

const row = fc.integer({ min: 0, max: MAXIMUM_ROWS - 1 });
const column = fc.integer({ min: 0, max: MAXIMUM_COLUMNS - 1 });
const sheetName = fc.oneof(
  fc.string({ minLength: 1, maxLength: 31, unit: 'grapheme' }),
  fc.constantFrom("Tiêu chí '06'", "'", "''", 'a!b', 'Điểm 😀', '$A$1', "x'!A1"),
);

describe('column names', () => {
  test('known columns', () => {
    expect([0, 25, 26, 51, 52, 701, 702, 16383].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD']);
  });

  test('every column is read back, in either case', () => {
    for (let index = 0; index < MAXIMUM_COLUMNS; index++) {
      expect(columnIndex(columnName(index))).toBe(index);
      expect(columnIndex(columnName(index).toLowerCase())).toBe(index);
    }
  });

  test('outside a worksheet', () => {
    expect(['XFE', 'ZZZ', 'AAAA', '', '1', 'A1', 'Đ'].map(columnIndex)).toEqual([null, null, null, null, null, null, null]);
    for (const index of [-1, 16384, 0.5, NaN]) expect(() => columnName(index)).toThrow(RangeError);
  });
});

describe('addresses', () => {
  test('zero-based place to address', () => {
    expect(formatAddress(8, 4)).toBe('E9');
    expect(formatAddress(1048575, 16383)).toBe('XFD1048576');
    expect(() => formatAddress(1048576, 0)).toThrow(RangeError);
  });

  test('round trip', () => {
    fc.assert(fc.property(row, column, (r, c) => expect(parseAddress(formatAddress(r, c))).toEqual({ row: r, column: c })));
  });

  test('what is no address', () => {
    for (const text of ['', 'A', '9', 'A0', 'A01', 'XFE1', 'A1048577', 'A-1', 'A1:B2', 'A 1']) expect(parseAddress(text)).toBeNull();
    expect(parseAddress('$e$9')).toEqual({ row: 8, column: 4 });
  });
});

describe('references', () => {
  test('the sheet is always between apostrophes, its own doubled', () => {
    expect(formatReference({ sheet: 'Chấm điểm', row: 8, column: 4 })).toBe("'Chấm điểm'!E9");
    expect(formatReference({ sheet: "TC '06'", row: 0, column: 0 })).toBe("'TC ''06'''!A1");
  });

  test('round trip with any sheet name', () => {
    fc.assert(
      fc.property(sheetName, row, column, (sheet, r, c) => {
        const location = { sheet, row: r, column: c };
        expect(parseReference(formatReference(location))).toEqual(location);
      }),
    );
  });

  test('unquoted names are read, half-quoted ones are not', () => {
    expect(parseReference('Sheet1!$B$2')).toEqual({ sheet: 'Sheet1', row: 1, column: 1 });
    for (const text of ['E9', '!E9', "'a!E9", "a'!E9", "'a'b'!E9", "''!E9", "'a'!E9:E10", "'a'!"]) expect(parseReference(text)).toBeNull();
  });
});

describe('ranges', () => {
  test('cells, whole columns, whole rows, corners in any order', () => {
    expect(parseRange('B2:D5')).toEqual({ top: 1, left: 1, bottom: 4, right: 3 });
    expect(parseRange('$D$5:B2')).toEqual({ top: 1, left: 1, bottom: 4, right: 3 });
    expect(parseRange('E9')).toEqual({ top: 8, left: 4, bottom: 8, right: 4 });
    expect(parseRange('A:C')).toEqual({ top: 0, left: 0, bottom: 1048575, right: 2 });
    expect(parseRange('$2:4')).toEqual({ top: 1, left: 0, bottom: 3, right: 16383 });
  });

  test('round trip', () => {
    fc.assert(
      fc.property(row, row, column, column, (a, b, c, d) => {
        const range = { top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(c, d), right: Math.max(c, d) };
        expect(parseRange(formatRange(range))).toEqual(range);
      }),
    );
  });

  test('what is no range', () => {
    for (const text of ['', 'A', 'A1:', ':B2', 'A1:B', 'A:1', 'A1:B2:C3', 'XFE:XFF', '0:3']) expect(parseRange(text)).toBeNull();
  });
});
