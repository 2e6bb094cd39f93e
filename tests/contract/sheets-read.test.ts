/** What the built add-on makes of Google's cells: the same snapshot as files give, by a number of calls that grows with the sheets only. */
import type { Assessment } from '../../core/assessment';
import { standardById } from '../../core/standards/registry';
import { MAXIMUM_COLUMNS } from '../../core/workbook/references';
import type { Cell, Workbook } from '../../core/workbook/workbook';
import type { Answer } from '../../sheets-addon/server/failure';
import type { Selected } from '../../sheets-addon/server/select-cell';
import { runScript } from '../doubles/sheets-script';
import type { RunningScript } from '../doubles/sheets-script';
import type { SheetsSettings } from '../doubles/sheets-strict';
import { addModelSheet, modelOfWorkbook, placeKey } from '../doubles/workbook-model';
import type { ModelCell, ModelSheet, WorkbookModel } from '../doubles/workbook-model';
import { workbook } from '../support/markdown-workbook';
import { buildForTests } from '../support/sheets';

beforeAll(buildForTests);

function result<Result>(script: RunningScript, name: string, ...given: unknown[]): Result {
  const answer = script.call<Answer<Result>>(name, ...given);
  if ('failure' in answer) throw new Error(`${answer.failure.code}: ${answer.failure.message}`);
  return JSON.parse(JSON.stringify(answer.result)) as Result;
}

const snapshot = (model: WorkbookModel, settings: SheetsSettings = {}): Workbook =>
  result(runScript(model, settings), 'snapshotOfSpreadsheet');

/** A spreadsheet whose A1 holds this cell; a full sheet beside it keeps Arial the usual font. */
function withCell(cell: ModelCell): WorkbookModel {
  const model = modelOfWorkbook(workbook({ 'Trang 1': '| x |', Khác: '| a | b | c |' }, { defaultFont: 'Arial' }));
  (model.sheets[0] as ModelSheet).cells.set('0,0', cell);
  return model;
}
const readCell = (cell: ModelCell, settings: SheetsSettings = {}): Cell | undefined =>
  snapshot(withCell(cell), settings).sheets[0]?.cells[0];

describe('a cell', () => {
  const place = { row: 0, column: 0 };
  // Google's documentation of Range: getValues, getFormulas, getNumberFormats, getFontFamilies, getFontLines, getNotes, getRichTextValues.
  const cases: readonly (readonly [string, ModelCell, Omit<Cell, 'row' | 'column'> | undefined])[] = [
    ['text', { value: 'Có' }, { value: 'Có' }],
    ['a number without a format', { value: 98.5 }, { value: 98.5 }],
    ['a percentage', { value: 0.985, format: '0.0%' }, { value: 0.985, format: '0.0%' }],
    ['a number with thousands', { value: 1234, format: '#,##0' }, { value: 1234, format: '#,##0' }],
    ['a text of digits', { value: '0123', format: '@' }, { value: '0123', format: '@' }],
    ['a truth value', { value: true }, { value: true }],
    ['an error', { value: { error: '#DIV/0!' }, formula: 'A2/A3' }, { value: { error: '#DIV/0!' }, formula: 'A2/A3' }],
    ['a date', { value: 45657, format: 'dd/mm/yyyy' }, { value: 45657, format: 'dd/mm/yyyy' }],
    ['a date with its time', { value: 45657.75, format: 'dd/mm/yyyy hh:mm' }, { value: 45657.75, format: 'dd/mm/yyyy hh:mm' }],
    ['a time of day', { value: 0.5, format: 'hh:mm' }, { value: 0.5, format: 'hh:mm' }],
    ['a duration', { value: 1.25, format: '[h]:mm' }, { value: 1.25, format: '[h]:mm' }],
    ['a formula with a text', { value: 'Đạt', formula: 'IF(A2>0.5,"a;b,1","x")' }, { value: 'Đạt', formula: 'IF(A2>0.5,"a;b,1","x")' }],
    ['a formula without a result', { value: null, formula: 'A2' }, { value: null, formula: 'A2' }],
    ['a note at a blank cell', { value: null, note: 'Từ 90%: 30 điểm' }, { value: null, note: 'Từ 90%: 30 điểm' }],
    ['an old font', { value: 'Céng', font: '.VnTime' }, { value: 'Céng', font: '.VnTime' }],
    ['what is struck through', { value: '12', struck: true }, undefined],
    ['what is struck through, with a note', { value: 12, struck: true, note: 'bỏ' }, { value: null, note: 'bỏ' }],
    [
      'a part that is struck through',
      {
        value: '1215',
        runs: [
          { text: '12', struck: true },
          { text: '15', struck: false },
        ],
      },
      { value: '15' },
    ],
    [
      'parts that are all struck through',
      {
        value: 'ab',
        runs: [
          { text: 'a', struck: true },
          { text: 'b', struck: true, font: 'VNI-Times' },
        ],
      },
      undefined,
    ],
    [
      'fonts that are mixed',
      {
        value: 'ab',
        runs: [
          { text: 'a', struck: false, font: '.VnTime' },
          { text: 'b', struck: false },
        ],
      },
      {
        value: 'ab',
        runs: [
          { text: 'a', font: '.VnTime' },
          { text: 'b', font: 'Arial' },
        ],
      },
    ],
  ];
  test.each(cases)('%s', (_name, cell, expected) => {
    for (const localFormulas of [true, false]) {
      const read = readCell(cell, { localFormulas });
      expect(read).toEqual(expected === undefined ? undefined : { ...place, ...expected });
    }
  });

  test.each(['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Europe/Paris', 'Pacific/Kiritimati'])(
    'dates are those that the sheet shows in %s',
    (timeZone) => {
      for (const serial of [0.25, 2, 61, 20000.5, 45382, 45383.0625, 45596.1, 45600.99]) {
        const read = readCell({ value: serial, format: 'dd/mm/yyyy hh:mm:ss' }, { timeZone });
        expect(read?.value).toBeCloseTo(serial, 7);
      }
    },
  );

  test.each([
    ['vi_VN', '=IF(A1>0,5;"x;1,5";SUM(B1;{1,5\\2}))', 'IF(A1>0.5,"x;1,5",SUM(B1,{1,5\\2}))'],
    ['vi_VN', '=A1*0,5', 'A1*0.5'],
    ['vi_VN', "='Biểu 1,5'!A1+SUM(A1;B2)", "'Biểu 1,5'!A1+SUM(A1,B2)"],
    ['vi_VN', '=ROUND(A1,2)', 'ROUND(A1,2)'],
    ['en_US', '=IF(A1>0.5,1,2)', 'IF(A1>0.5,1,2)'],
  ])('a formula in %s: %s', (locale, formula, expected) => {
    const read = readCell({ value: 1, formula: formula.slice(1) }, { locale });
    expect(read?.formula).toBe(expected);
  });
});

describe('a sheet', () => {
  test('merges, hidden sheets, sheets without a grid, the name of the spreadsheet', () => {
    const model = modelOfWorkbook(workbook({ A: '| a | < |\n| ^ | < |\n| b | c |', '~B': '| x |' }, { file: 'Xã Tân Phú' }));
    const script = runScript(model);
    script.world.extrasOf(addModelSheet(model, 'Biểu đồ')).type = 'OBJECT';
    const read = result<Workbook>(script, 'snapshotOfSpreadsheet');
    expect(read.file).toBe('Xã Tân Phú');
    expect(read.sheets.map(({ name, hidden, merges }) => ({ name, hidden, merges }))).toEqual([
      { name: 'A', hidden: false, merges: [{ top: 0, left: 0, bottom: 1, right: 1 }] },
      { name: 'B', hidden: true, merges: [] },
    ]);
  });

  test('one that holds more than Google can hand over in time is refused in words', () => {
    const model = modelOfWorkbook(workbook({ A: '| a |' }));
    (model.sheets[0] as ModelSheet).cells.set(placeKey(59999, 20), { value: 1 });
    expect(runScript(model).call('assessSpreadsheet', {})).toMatchObject({ failure: { code: 'too-large' } });
  });
});

test('thousands of dates cost two questions about the clock for each month, and fewer than three for one where it changes', () => {
  const model = withCell({ value: 'x' });
  const sheet = model.sheets[0] as ModelSheet;
  for (let row = 0; row < 3000; row++) sheet.cells.set(placeKey(row, 0), { value: 43831 + row * 0.61, format: 'dd/mm/yyyy hh:mm' });
  const months = Math.ceil((3000 * 0.61) / 30.4) + 1;
  const script = runScript(model);
  const read = result<Workbook>(script, 'snapshotOfSpreadsheet').sheets[0]?.cells.map((cell) => cell.value as number) ?? [];
  read.forEach((value, row) => expect(value).toBeCloseTo(43831 + row * 0.61, 7));
  expect(script.world.calls.get('Utilities.formatDate')).toBeLessThanOrEqual(2 * months);
});

const header = '| TT | Tiêu chí | Thang điểm | Điểm tối đa | Kết quả | Điểm tự chấm |\n|---|---|---|---|---|---|\n';

const title = '| BẢNG CHẤM ĐIỂM XÃ PHÙ HỢP VỚI TRẺ EM theo Quyết định số 06/QĐ-TTg |\n\n';
const criteria = standardById('06/2019/QĐ-TTg')?.criteria ?? [];

/** A scoring form with this many items under each criterion: a title, an empty row, a header, then a row for each criterion and item. */
function form(items: number, sheets = 1): WorkbookModel {
  const scale = 'Từ 95% trở lên: 50 điểm; từ 90% đến dưới 95%: 30 điểm; dưới 90%: 0 điểm';
  const rows = criteria.map(({ number, name }) => {
    const own = Array.from(
      { length: items },
      (_each, index) => `| ${number}.${index + 1} | Tỷ lệ trẻ em thuộc nhóm ${index + 1} | ${scale} | 50 | 97%n | 50 |`,
    );
    return [`| ${number} | ${name.value} | | ${items * 50} | | |`, ...own].join('\n');
  });
  const book: Record<string, string> = { 'Chấm điểm': `${title}${header}${rows.join('\n')}` };
  for (let index = 1; index < sheets; index++) book[`Phụ lục ${index}`] = '| Ghi chú |';
  return modelOfWorkbook(workbook(book, { file: 'bảng', defaultFont: 'Arial' }));
}

/** Calls that ask the spreadsheet for something; objects that were handed out answer the rest themselves. */
function asked(script: RunningScript): number {
  const local =
    /^(RichTextValue|TextStyle|Lock|LockService|Utilities)\.|^Range\.(getNumRows|getNumColumns|getA1Notation)$|^SpreadsheetApp\.getActiveSpreadsheet$|(Row|Column)Hidden|getFilter|getMax/;
  return [...script.world.calls].reduce((sum, [name, count]) => (local.test(name) ? sum : sum + count), 0);
}

describe('calls', () => {
  test.each([
    [1, 2],
    [1, 12],
    [3, 2],
    [8, 12],
  ])('reading %d sheets with %d items a criterion takes 4 + 12 × sheets', (sheets, items) => {
    const script = runScript(form(items, sheets));
    result(script, 'assessSpreadsheet', {});
    expect(asked(script)).toBe(4 + 12 * sheets);
    expect(script.world.calls.get('Range.getA1Notation') ?? 0).toBe(0);
  });

  const hidingAsked = (script: RunningScript) =>
    ['isRowHiddenByUser', 'isColumnHiddenByUser'].reduce((sum, name) => sum + (script.world.calls.get(`Sheet.${name}`) ?? 0), 0);

  test('hidden rows and columns are asked about only where something was read, never more than 300 times', () => {
    const small = runScript(form(4));
    result(small, 'assessSpreadsheet', {});
    expect(hidingAsked(small)).toBe(13 * 5 + 5);
    const model = form(30);
    const large = runScript(model);
    const { findings } = result<Assessment>(large, 'assessSpreadsheet', {});
    expect(hidingAsked(large)).toBe(300);
    expect(findings.filter(({ code }) => code === 'hidden-data')).toEqual([
      { code: 'hidden-data', severity: 'warning', cell: null, message: expect.stringContaining('chưa kiểm tra hết') as string },
    ]);
    expect(result<Assessment>(small, 'assessSpreadsheet', {}).findings.some(({ code }) => code === 'hidden-data')).toBe(false);
  });
});

test('a workbook with a hundred thousand cells beside the form takes seconds, not minutes', () => {
  const model = form(4, 2);
  const list = model.sheets[1] as ModelSheet;
  for (let row = 0; row < 4000; row++)
    for (let column = 0; column < 25; column++) list.cells.set(placeKey(row, column), { value: row * 25 + column });
  const script = runScript(model);
  const started = Date.now();
  expect(result<Assessment>(script, 'assessSpreadsheet', {}).criteria).toHaveLength(13);
  expect(Date.now() - started).toBeLessThan(30000);
  expect(asked(script)).toBe(4 + 12 * 2 - 1);
  // A list beyond the limit is not searched for texts that are struck through in part.
  expect(script.world.calls.get('Range.getRichTextValues')).toBe(1);
});

describe('hidden', () => {
  const hiddenData = (model: WorkbookModel, prepare: (script: RunningScript) => void = () => undefined) => {
    const script = runScript(model);
    prepare(script);
    return result<Assessment>(script, 'assessSpreadsheet', {}).findings.filter(({ code }) => code === 'hidden-data');
  };

  test('rows, columns and filtered rows that are read are named as in files, neighbours included', () => {
    const model = form(10);
    const sheet = model.sheets[0] as ModelSheet;
    sheet.hiddenRows = [[4, 6]];
    expect(hiddenData(model).map(({ message }) => message)).toEqual([expect.stringContaining('Dòng 5–7 ')]);
    sheet.hiddenRows = [];
    sheet.hiddenColumns = [[5, MAXIMUM_COLUMNS - 1]];
    expect(hiddenData(model)[0]?.message).toContain('Cột F–Z ');
    sheet.hiddenColumns = [];
    sheet.autoFilter = { top: 2, left: 0, bottom: 40, right: 5 };
    const filtered = hiddenData(model, (script) => void (script.world.extrasOf(sheet).filteredRows = [[8, 8]]));
    expect(filtered.map(({ message }) => message)).toEqual([expect.stringContaining('Dòng 9 ')]);
  });

  test('rows that nothing is read from are not asked about', () => {
    const model = form(4);
    const sheet = model.sheets[0] as ModelSheet;
    sheet.cells.set(placeKey(40, 1), { value: 'Người lập biểu' });
    sheet.hiddenRows = [[40, 40]];
    expect(hiddenData(model)).toEqual([]);
  });
});

describe('jumping to a cell', () => {
  const model = () => modelOfWorkbook(workbook({ 'Chấm điểm': '| a | b |\n| c | d |', "Biểu '2'": '| x |', '~Ẩn': '| y |' }));
  const jump = (made: WorkbookModel, reference: string) => result<Selected>(runScript(made), 'selectCell', reference);

  test('across sheets', () => {
    const made = model();
    expect(jump(made, "'Biểu ''2'''!A1")).toEqual({});
    expect(made.active).toBe(1);
    expect(jump(made, "'Chấm điểm'!B2")).toEqual({});
    expect([made.active, made.selection]).toEqual([0, { top: 1, left: 1, bottom: 1, right: 1 }]);
  });

  test('what is hidden is announced; a hidden sheet stays hidden and is not left', () => {
    const made = model();
    const [first] = made.sheets as [ModelSheet];
    first.hiddenRows = [[1, 1]];
    expect(jump(made, "'Chấm điểm'!B2")).toEqual({ hidden: 'row' });
    first.hiddenColumns = [[1, 1]];
    expect(jump(made, "'Chấm điểm'!B2")).toEqual({ hidden: 'column' });
    expect(jump(made, "'Ẩn'!A1")).toEqual({ hidden: 'sheet' });
    expect([made.active, made.sheets[2]?.visibility]).toEqual([0, 'hidden']);
  });

  test.each(["'Không có'!A1", "'Chấm điểm'!A5000", 'vô nghĩa'])('%s is no longer there', (reference) => {
    expect(runScript(model()).call('selectCell', reference)).toMatchObject({ failure: { code: 'not-found' } });
  });
});

describe('failures', () => {
  test.each([
    ['This operation is not supported for this document', 'unsupported'],
    ['Bạn đang cố chỉnh sửa một ô hoặc đối tượng được bảo vệ.', 'protected'],
    ['You do not have permission to call SpreadsheetApp.getActiveSpreadsheet.', 'read-only'],
    ['Service invoked too many times for one day: spreadsheet.', 'failed'],
    ['We’re sorry, a server error occurred. Please wait a bit and try again.', 'failed'],
    ['Ô B2 chứa 0123456789', 'failed'],
  ])('%s is answered in Vietnamese, without its own words', (message, code) => {
    const script = runScript(form(4), {
      onCall: (method) => {
        if (method === 'Range.getValues') throw Object.assign(new Error(message), { name: 'Exception' });
      },
    });
    const answer = script.call<{ failure: { code: string; message: string; detail: string } }>('assessSpreadsheet', {});
    expect(answer.failure.code).toBe(code);
    expect(answer.failure.message).toMatch(/[ạảãàáậặầấờớợởệểễếềọỏốồộủụừứựỷỹỳýđ]/);
    expect(answer.failure.message + answer.failure.detail).not.toContain(message);
    expect(answer.failure.detail).not.toContain('B2');
  });
});
