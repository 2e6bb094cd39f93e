/// <reference types="office-js" />
import type { SheetDesign } from '../../core/summary/design';
import { findSummary } from '../../core/summary/verify';
import { readOpenWorkbook, stampOpenWorkbook } from '../../excel-addin/actions';
import { openInExcel } from '../doubles/excel-runtime';
import type { ExcelDouble } from '../doubles/excel-wire';
import { addModelSheet, copyModel, modelOfWorkbook, placeKey, snapshotOfModel } from '../doubles/workbook-model';
import type { ModelCell, ModelSheet, WorkbookModel } from '../doubles/workbook-model';
import { commandLineDesigns, openSample, sampleNames, TIME } from './excel-samples';

const request = { options: {}, findingsSheet: true, assignment: null, handEntries: {} };
const sample = openSample(sampleNames.find((name) => name.startsWith('s04')) as string);
const [summary] = commandLineDesigns(sample.workbook, false) as [SheetDesign];
const FIRST = sample.workbook.sheets[0]?.name as string;
const sheetOf = (model: WorkbookModel, name: string) => model.sheets.find((sheet) => sheet.name === name) as ModelSheet;

/** Reading takes three requests; the fourth asks once more, the fifth writes. */
const ASKING = 4;

/** Stamps while somebody does something right before the request of this number. */
function meanwhile(model: WorkbookModel, change: (double: ExcelDouble, model: WorkbookModel) => void, number = ASKING): ExcelDouble {
  const double = openInExcel(model, '1.14');
  double.beforeRequest = (now) => {
    if (now === number) change(double, model);
  };
  return double;
}

/** A filled cell of the sample and a formula of it. */
const filled = Array.from(sheetOf(sample.model(), FIRST).cells).find(([, cell]) => typeof cell.value === 'number') as [string, ModelCell];
const [row, column] = filled[0].split(',').map(Number) as [number, number];

describe('a change between reading and writing is refused before anything is written', () => {
  test.each<[string, (double: ExcelDouble, model: WorkbookModel) => void, RegExp]>([
    ['another value', (double) => double.edit(FIRST, row, column, 987654, true), new RegExp(`\\(ô [A-Z]+${row + 1} trang “${FIRST}”\\)`)],
    [
      'a formula with the same result',
      (_double, model) => {
        (sheetOf(model, FIRST).cells.get(filled[0]) as ModelCell).formula = '1+1';
      },
      /\(ô /,
    ],
    ['a value below everything else', (double) => double.edit(FIRST, 4000, 0, 'thêm'), new RegExp(`\\(trang “${FIRST}”\\)`)],
    ['a value in a blank cell', (double) => double.edit(FIRST, 0, 0, 'thêm'), new RegExp(`“${FIRST}”`)],
    ['a sheet more', (double) => double.addSheet('Mới'), /\(trang “Mới”\)/],
    ['a sheet with the name that ours would get', (double) => double.addSheet(summary.name), /\(trang “Kết quả chấm điểm”\)/],
    ['a sheet less', (double) => double.deleteSheet(FIRST), /trong lúc chấm nên chưa ghi gì/],
    ['another name', (_double, model) => (sheetOf(model, FIRST).name = 'Tên khác'), /\(trang “Tên khác”\)/],
    ['a sheet that was hidden', (_double, model) => (sheetOf(model, FIRST).visibility = 'hidden'), new RegExp(`\\(trang “${FIRST}”\\)`)],
  ])('%s', async (_case, change, place) => {
    const model = sample.model();
    let after: WorkbookModel | null = null;
    const double = meanwhile(model, (excel, open) => {
      change(excel, open);
      after = copyModel(open);
    });
    const refused = stampOpenWorkbook(request, TIME);
    await expect(refused).rejects.toMatchObject({ name: 'HostError', code: 'busy', message: place });
    await expect(refused).rejects.toMatchObject({ message: /chưa ghi gì\. Hãy bấm “Ghi bảng kết quả” lần nữa/ });
    expect(double.requests).toBe(ASKING);
    expect(model).toEqual(after);
  });

  test('the second try assesses and writes what is there now', async () => {
    const model = sample.model();
    meanwhile(model, (double) => double.edit(FIRST, row, column, 987654, true));
    await expect(stampOpenWorkbook(request, TIME)).rejects.toMatchObject({ code: 'busy' });
    const { workbook } = await stampOpenWorkbook(request, TIME);
    expect(workbook.sheets[0]?.cells.find((cell) => cell.row === row && cell.column === column)?.value).toBe(987654);
    expect(findSummary(snapshotOfModel(model))?.state).toBe('finished');
  });

  test('a hand that writes on our own sheet at that moment is not written over', async () => {
    const model = sample.model();
    openInExcel(model, '1.14');
    await stampOpenWorkbook(request, TIME);
    const hand = summary.cells.find((cell) => cell.hand === 'so') as SheetDesign['cells'][number];
    meanwhile(model, (double) => double.edit(summary.name, hand.row, hand.column, 'Số: 9/BC'));
    await expect(stampOpenWorkbook(request, TIME)).rejects.toMatchObject({ code: 'busy' });
    expect(sheetOf(model, summary.name).cells.get(placeKey(hand.row, hand.column))?.value).toBe('Số: 9/BC');
    await stampOpenWorkbook(request, TIME);
    expect(sheetOf(model, summary.name).cells.get(placeKey(hand.row, hand.column))?.value).toBe('Số: 9/BC');
  });

  test('nothing changed, nothing refused: in five requests', async () => {
    const double = openInExcel(sample.model(), '1.14');
    await stampOpenWorkbook(request, TIME);
    expect(double.requests).toBe(5);
  });

  test('where only the areas that hold something were read, a value between them counts', async () => {
    const model = sample.model();
    const far = addModelSheet(model, 'Rải rác');
    far.cells.set(placeKey(0, 0), { value: 'đầu' });
    far.cells.set(placeKey(1000000, 20), { value: 'cuối' });
    const double = meanwhile(model, (excel) => excel.edit('Rải rác', 500000, 4, 'giữa'), ASKING + 1);
    await expect(stampOpenWorkbook(request, TIME)).rejects.toMatchObject({ code: 'busy', message: /\(trang “Rải rác”\)/ });
    expect(double.requests).toBe(ASKING + 1);
  });
});

describe('large workbooks', () => {
  const CELLS = { rows: 4000, columns: 12 };
  const TEXT = 'Nội dung khá dài của một ô, để câu trả lời lớn hơn bốn triệu ký tự';
  function large(): WorkbookModel {
    const model = modelOfWorkbook({ file: 'lon.xlsx', defaultFont: 'Calibri', sheets: [] });
    const sheet = addModelSheet(model, 'Bảng');
    for (let down = 0; down < CELLS.rows; down++) {
      // One text all over: what is tested is its length, not how the core looks for headings in it.
      for (let across = 0; across < CELLS.columns; across++) sheet.cells.set(placeKey(down, across), { value: TEXT });
    }
    return model;
  }

  test('a stamp takes two calls and one more for each further 4 MB, and a change in the last part is seen', async () => {
    const model = large();
    const reading = openInExcel(model, '1.14');
    await readOpenWorkbook();
    const stamping = openInExcel(model, '1.14');
    await stampOpenWorkbook(request, TIME);
    const calls = stamping.requests - reading.requests;
    const answered = stamping.answered - reading.answered;
    expect(answered).toBeGreaterThan(4000000);
    expect(calls).toBeGreaterThan(2);
    expect(calls).toBeLessThanOrEqual(2 + Math.floor(answered / 4000000));
    const last = CELLS.rows - 1;
    const double = meanwhile(large(), (excel) => excel.edit('Bảng', last, 0, 'khác'), stamping.requests - 1);
    await expect(stampOpenWorkbook(request, TIME)).rejects.toMatchObject({ code: 'busy', message: /\(ô A4000 / });
    expect(double.requests).toBe(stamping.requests - 1);
  });

  test('an answer that is refused as too large is asked for in smaller parts, with all that goes with it', async () => {
    const model = large();
    const sheet = model.sheets[0] as ModelSheet;
    sheet.hiddenColumns = [[2, 3]];
    const double = openInExcel(model, '1.14');
    double.largestAnswer = 1500000;
    const { workbook } = await readOpenWorkbook();
    expect(workbook.sheets[0]).toMatchObject({ hiddenColumns: [[2, 3]] });
    expect(workbook.sheets[0]?.cells).toHaveLength(CELLS.rows * CELLS.columns);
    await stampOpenWorkbook(request, TIME);
    expect(findSummary(snapshotOfModel(model))?.state).toBe('finished');
  });
});
