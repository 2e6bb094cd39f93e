/** The double of Google's services refuses what Google refuses, in Google's own words, and whatever it does not know. */
import { createServices } from '../doubles/sheets-services';
import { runScript } from '../doubles/sheets-script';
import { formatDate, instantOfSerial } from '../doubles/sheets-time';
import { modelOfWorkbook } from '../doubles/workbook-model';
import { workbook } from '../support/markdown-workbook';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

const book = () => workbook({ A: '| a | 1 |\n| #DIV/0! | |', B: '| x |' }, { file: 'sổ' });
const open = (settings = {}) => {
  const services = createServices(modelOfWorkbook(book()), settings);
  return (services.globals['SpreadsheetApp'] as App).getActiveSpreadsheet();
};
const first = () => open().getSheets()[0] as GoogleAppsScript.Spreadsheet.Sheet;

function mergeTwice(sheet: GoogleAppsScript.Spreadsheet.Sheet): void {
  sheet.getRange(1, 1, 1, 2).merge();
  sheet.getRange(1, 2, 2, 1).merge();
}

test.each([
  ['a row of 0', () => first().getRange(0, 1), 'The starting row of the range is too small.'],
  ['a column of 0', () => first().getRange(1, 0), 'The starting column of the range is too small.'],
  ['no rows', () => first().getRange(1, 1, 0, 1), 'The number of rows in the range must be at least 1.'],
  ['no columns', () => first().getRange(1, 1, 1, 0), 'The number of columns in the range must be at least 1.'],
  ['a cell beyond the sheet', () => first().getRange(1001, 1), 'The coordinates of the range are outside the dimensions of the sheet.'],
  ['an address that is none', () => first().getRange('Không có'), 'Range not found'],
  [
    'too few rows',
    () =>
      first()
        .getRange(1, 1, 2, 1)
        .setValues([[1]]),
    'The data has 1 but the range has 2.',
  ],
  [
    'too many columns',
    () =>
      first()
        .getRange(1, 1)
        .setValues([[1, 2]]),
    'The data has 2 but the range has 1.',
  ],
  [
    'a value that is no table',
    () =>
      first()
        .getRange(1, 1)
        .setValues(5 as never),
    "don't match the method signature",
  ],
  ['a name that is taken', () => open().insertSheet('b', 0), 'A sheet with the name "b" already exists. Please enter another name.'],
  [
    'an alignment of Excel',
    () =>
      first()
        .getRange(1, 1)
        .setVerticalAlignments([['center' as 'middle']]),
    "don't match the method signature",
  ],
  [
    'a colour without its sign',
    () =>
      first()
        .getRange(1, 1)
        .setBackgrounds([['FFFFFF']]),
    'Invalid color',
  ],
  ['merging over a part of a merge', () => mergeTwice(first()), 'You must select all cells in a merged range'],
  ['a row that is not there', () => first().isRowHiddenByUser(1001), 'out of bounds'],
  ['a service without consent', () => open({ authMode: 'NONE' }), 'You do not have permission to call SpreadsheetApp.getActiveSpreadsheet'],
  ['a file in Office mode', () => open({ officeMode: true }), 'This operation is not supported for this document'],
])('%s', (_name, act, words) => {
  expect(act).toThrow(expect.objectContaining({ message: expect.stringContaining(words) as string }));
});

test('what it does not know it does not pass over', () => {
  expect(() => first().setTabColor('red')).toThrow('Sheet.setTabColor is not in the double');
  expect(() => (first() as unknown as { setTitle(): void }).setTitle()).toThrow('is not in the double');
});

test('Google has no such method, argument or answer: that is found before anything runs', () => {
  const sheet = first();
  // @ts-expect-error Google's sheets have no method of that name
  expect(() => sheet.getUsedRange()).toThrow();
  // @ts-expect-error a row is a number
  const wrong: Parameters<typeof sheet.isRowHiddenByUser> = ['1'];
  // @ts-expect-error formulas are texts
  const formulas: number[][] = sheet.getDataRange().getFormulas();
  expect([wrong, formulas]).toBeDefined();
});

test('values as they come: blank cells are empty texts, errors their words, sizes those of the range', () => {
  expect(first().getDataRange().getValues()).toEqual([
    ['a', 1],
    ['#DIV/0!', ''],
  ]);
  expect(first().getDataRange().getFormulas()).toEqual([
    ['', ''],
    ['', ''],
  ]);
  expect(first().getRange(1, 1, 1, 2).getA1Notation()).toBe('A1:B1');
  expect([first().getDataRange().getNumRows(), first().getDataRange().getNumColumns()]).toEqual([2, 2]);
});

test.each([
  ['1.1', 1.1],
  ["'1.1", '1.1'],
  ['=A1', '=A1'],
  ["'=A1", '=A1'],
  ['TRUE', true],
  ['12/3', 45000],
  ['Có', 'Có'],
])('a text is read as if it were typed: %s', (text, value) => {
  const sheet = first();
  sheet.getRange(5, 5).setValue(text);
  const range = sheet.getRange(5, 5);
  const [formula] = range.getFormulas()[0] as [string];
  expect(formula === '' ? range.getValues()[0]?.[0] : formula).toBe(value);
});

test('wall clocks: summer time, the years before standard time, fractions of a second', () => {
  const text = (serial: number, zone: string) => formatDate(new Date(instantOfSerial(serial, zone)), zone, "yyyy-MM-dd'T'HH:mm:ss.SSS");
  expect(text(45383.5, 'Europe/Paris')).toBe('2024-04-01T12:00:00.000');
  expect(text(0.75, 'Asia/Ho_Chi_Minh')).toBe('1899-12-30T18:00:00.000');
  expect(text(45383 + 1 / 86400000, 'Asia/Ho_Chi_Minh')).toBe('2024-04-01T00:00:00.001');
  expect(new Date(instantOfSerial(45383, 'Asia/Ho_Chi_Minh')).toISOString()).toBe('2024-03-31T17:00:00.000Z');
});

test('private functions and functions that are not there cannot be called', () => {
  const script = runScript(modelOfWorkbook(book()));
  expect(() => script.call('chamDiem_')).toThrow('Script function not found');
  expect(() => script.call('readSpreadsheet')).toThrow('Script function not found');
});
