/// <reference types="office-js" />
import { assess } from '../../core/assess';
import { assessOpenWorkbook, readOpenWorkbook } from '../../excel-addin/actions';
import { explainFailure } from '../../excel-addin/messages';
import type { HostError } from '../../panel/host';
import { objectModel, openInExcel } from '../doubles/excel-runtime';
import { addModelSheet, modelOfWorkbook, placeKey } from '../doubles/workbook-model';
import { openSample, sampleNames } from './excel-samples';

/** A workbook's file name is all that a host may tell otherwise. */
const plain = (assessment: unknown): string => JSON.stringify(assessment);

describe('every sample is assessed as the command line assesses it, in Excel 2021 (1.14), Excel 2024 (1.17) and the newest (1.21)', () => {
  test.each(sampleNames)('%s', async (name) => {
    const sample = openSample(name);
    const model = sample.model();
    const expected = plain(assess(sample.workbook));
    let first: string | null = null;
    for (const version of ['1.14', '1.17', '1.21']) {
      const double = openInExcel(model, version);
      const { workbook } = await readOpenWorkbook();
      expect(double.requests).toBeLessThanOrEqual(3);
      const read = JSON.stringify(workbook);
      // The same snapshot has the same assessment: it is made once.
      if (read !== first) expect([version, plain(assess(workbook))]).toEqual([version, expected]);
      first = first ?? read;
    }
  });
});

describe('reading', () => {
  const blank = () => modelOfWorkbook({ file: 'a.xlsx', defaultFont: 'Calibri', sheets: [] });

  test.each(['1.1', '1.7', '1.13'])('an Excel below the floor (%s) is asked nothing at all', async (version) => {
    const sample = openSample(sampleNames[0] as string);
    const double = openInExcel(sample.model(), version);
    await expect(assessOpenWorkbook({})).rejects.toMatchObject({ name: 'HostError', code: 'unsupported', message: /Excel này quá cũ/ });
    expect(double.requests).toBe(0);
  });

  test('partly struck-through text comes from the runs of newer versions where no file is handed out', async () => {
    const name = sampleNames.find((one) => one.startsWith('s47')) as string;
    const sample = openSample(name);
    openInExcel(sample.model(), '1.18', { handsOutFile: false });
    const { assessment } = await assessOpenWorkbook({});
    expect(plain(assessment)).toBe(plain(assess(sample.workbook)));
  });

  test('partly struck-through text that nothing tells is said, never read as if it were whole', async () => {
    const name = sampleNames.find((one) => one.startsWith('s47')) as string;
    openInExcel(openSample(name).model(), '1.17', { handsOutFile: false });
    await expect(assessOpenWorkbook({})).rejects.toMatchObject({ code: 'unsupported', message: /bị gạch ngang một phần/ });
  });

  test('a sheet with a million formatted rows costs no more than its data', async () => {
    const model = blank();
    const sheet = addModelSheet(model, 'Bảng');
    for (let row = 0; row < 50; row++) sheet.cells.set(placeKey(row, 0), { value: `dòng ${row}` });
    openInExcel(model, '1.14');
    const small = openInExcel(model, '1.14');
    await readOpenWorkbook();
    const before = small.answered;
    sheet.formatted = { top: 0, left: 0, bottom: 1048575, right: 30 };
    const large = openInExcel(model, '1.14');
    const { workbook } = await readOpenWorkbook();
    expect(large.answered).toBe(before);
    expect(large.requests).toBe(3);
    expect(workbook.sheets[0]?.cells).toHaveLength(50);
  });

  test('one stray value a million rows below does not make the rows between cost anything', async () => {
    const model = blank();
    const sheet = addModelSheet(model, 'Bảng');
    for (let row = 0; row < 50; row++) sheet.cells.set(placeKey(row, 3), { value: row });
    sheet.cells.set(placeKey(1048000, 0), { value: 'lạc' });
    sheet.cells.set(placeKey(20, 4), { value: 3, formula: 'D1+3' });
    const double = openInExcel(model, '1.14');
    const { workbook } = await readOpenWorkbook();
    expect(workbook.sheets[0]?.cells).toHaveLength(52);
    expect(workbook.sheets[0]?.cells[52 - 1]).toMatchObject({ row: 1048000, column: 0, value: 'lạc' });
    expect(workbook.sheets[0]?.cells.find((cell) => cell.column === 4)).toEqual({ row: 20, column: 4, value: 3, formula: 'D1+3' });
    expect(double.answered).toBeLessThan(60000);
    expect(double.requests).toBeLessThanOrEqual(4);
  });

  test('three calls and one more for each further 4 MB', async () => {
    const model = blank();
    const sheet = addModelSheet(model, 'Bảng');
    for (let row = 0; row < 4000; row++) {
      for (let column = 0; column < 10; column++)
        sheet.cells.set(placeKey(row, column), { value: `Nội dung khá dài của ô ở dòng ${row}, cột ${column}, để câu trả lời lớn` });
    }
    const double = openInExcel(model, '1.14');
    const { workbook } = await readOpenWorkbook();
    expect(workbook.sheets[0]?.cells).toHaveLength(40000);
    expect(double.answered).toBeGreaterThan(6000000);
    expect(double.requests).toBeLessThanOrEqual(3 + Math.floor(double.answered / 4000000) + 1);
    expect(workbook.sheets[0]?.cells.map((cell) => cell.value)).toEqual(Array.from(sheet.cells.values()).map((cell) => cell.value));
  });

  test('hidden rows, columns and sheets, merges, notes, errors and fonts are read', async () => {
    const model = blank();
    const sheet = addModelSheet(model, 'Một');
    const other = addModelSheet(model, 'Hai');
    other.visibility = 'very-hidden';
    other.cells.set(placeKey(0, 0), { value: true });
    for (let row = 2; row < 8; row++)
      for (let column = 1; column < 5; column++) sheet.cells.set(placeKey(row, column), { value: row * column });
    sheet.cells.set(placeKey(3, 2), { value: { error: '#DIV/0!' }, formula: 'A1/0' });
    sheet.cells.set(placeKey(4, 2), { value: '#N/A' });
    sheet.cells.set(placeKey(5, 2), { value: 'Céng hoµ', font: '.VnTime' });
    sheet.cells.set(placeKey(6, 2), { value: 'bỏ', struck: true });
    sheet.cells.set(placeKey(7, 2), { value: 0.5, format: '0.0%', note: 'ghi chú' });
    sheet.cells.set(placeKey(12, 9), { value: null, note: 'ghi chú ở ô trống' });
    sheet.cells.set(placeKey(7, 3), { value: '=chữ', quotePrefix: true });
    sheet.merges = [{ top: 2, left: 1, bottom: 2, right: 6 }];
    sheet.hiddenRows = [[3, 4]];
    sheet.hiddenColumns = [[4, 4]];
    openInExcel(model, '1.14');
    const { workbook } = await readOpenWorkbook();
    const [first, second] = workbook.sheets as unknown as [Record<string, unknown>, Record<string, unknown>];
    expect(second).toMatchObject({ name: 'Hai', hidden: true, cells: [{ row: 0, column: 0, value: true }] });
    expect(first).toMatchObject({ hidden: false, merges: sheet.merges, hiddenRows: [[3, 4]], hiddenColumns: [[4, 4]] });
    const at = (row: number, column: number) => workbook.sheets[0]?.cells.find((cell) => cell.row === row && cell.column === column);
    expect(at(3, 2)).toEqual({ row: 3, column: 2, value: { error: '#DIV/0!' }, formula: 'A1/0' });
    expect(at(4, 2)).toEqual({ row: 4, column: 2, value: '#N/A' });
    expect(at(5, 2)).toEqual({ row: 5, column: 2, value: 'Céng hoµ', font: '.VnTime' });
    expect(at(6, 2)).toBeUndefined();
    expect(at(7, 2)).toEqual({ row: 7, column: 2, value: 0.5, format: '0.0%', note: 'ghi chú' });
    expect(at(7, 3)).toEqual({ row: 7, column: 3, value: '=chữ' });
    expect(at(12, 9)).toEqual({ row: 12, column: 9, value: null, note: 'ghi chú ở ô trống' });
  });

  test('more than 512 merged areas are read band by band', async () => {
    const model = blank();
    const sheet = addModelSheet(model, 'Bảng');
    for (let row = 0; row < 700; row++) {
      sheet.cells.set(placeKey(row, 0), { value: row });
      sheet.merges.push({ top: row, left: 0, bottom: row, right: 1 });
    }
    openInExcel(model, '1.14');
    const { workbook } = await readOpenWorkbook();
    expect(workbook.sheets[0]?.merges).toEqual(sheet.merges);
  });

  test.each([
    ['InvalidOperationInCellEditMode', 'busy', /Enter/],
    ['WriteNotSupportedWhenModalDialogOpen', 'busy', /hộp thoại/],
    ['HostIsBusy', 'busy', /hộp thoại/],
    ['Conflict', 'busy', /Người khác vừa sửa/],
    ['RequestAborted', 'busy', /Hãy chờ một chút rồi bấm lại/],
    ['AccessDenied', 'protected', /bỏ khóa/],
    ['InvalidOrTimedOutSession', 'failed', /tải lại trang Excel/],
    ['GeneralException', 'failed', /đồng bộ với người khác[^]*thử lại/],
  ])('%s is said in Vietnamese', async (refuses, code, message) => {
    const double = openInExcel(openSample(sampleNames[0] as string).model(), '1.14');
    double.refuses = refuses;
    await expect(assessOpenWorkbook({})).rejects.toMatchObject({ name: 'HostError', code, message });
  });

  test('every error that the object model knows by name is a sentence with a way out, without a word of its own', () => {
    const { Excel: model, OfficeExtension: library } = objectModel() as unknown as Record<string, { ErrorCodes: Record<string, string> }>;
    const codes: string[] = [];
    // The library's own codes are inherited ones.
    for (const { ErrorCodes } of [model, library] as { ErrorCodes: Record<string, string> }[])
      for (const name in ErrorCodes) if (typeof ErrorCodes[name] === 'string') codes.push(ErrorCodes[name]);
    expect(codes.length).toBeGreaterThan(40);
    for (const code of codes) {
      const said = explainFailure({ code, message: 'Secret 123' }) as HostError;
      expect([code, said.name, said.detail]).toEqual([code, 'HostError', code]);
      expect(said.message).toMatch(/Hãy .*\.$/);
      expect(said.message).not.toMatch(/Secret/);
    }
  });
});
