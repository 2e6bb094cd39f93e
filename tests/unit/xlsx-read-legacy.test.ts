import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as sheetJs from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import type { Sheet, Workbook } from '../../core/workbook/workbook';
import { readBiffLooks } from '../../core/xlsx/biff';
import { isWorkbookError } from '../../core/xlsx/errors';
import { looksLikeLegacy, readWithSheetJs, type SheetJsLibrary } from '../../core/xlsx/legacy';
import { readXlsx } from '../../core/xlsx/read';
import { buildCompoundFile } from '../support/compound-builder';
import { buildSheet } from '../support/xlsx-builder';

const library = sheetJs as unknown as SheetJsLibrary;

function read(bytes: Uint8Array): Workbook {
  return readWithSheetJs(library, bytes, { file: 'bảng.xls' });
}

function written(bookType: 'biff8' | 'biff5' | 'ods'): Uint8Array {
  const sheet = sheetJs.utils.aoa_to_sheet([
    ['Tiêu chí', 'Kết quả'],
    ['Khai sinh', 0.985],
    [null, 50],
  ]);
  sheet['B2'] = { t: 'n', v: 0.985, z: '0.0%' };
  sheet['B3'] = { t: 'n', v: 50, f: 'B2*2' };
  sheet['C3'] = { t: 'e', v: 7 };
  sheet['!ref'] = 'A1:C3';
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  sheet['!rows'] = [{}, { hidden: true }];
  sheet['!cols'] = [{ wch: 10 }, { wch: 9, hidden: true }];
  const book = sheetJs.utils.book_new();
  sheetJs.utils.book_append_sheet(book, sheet, 'Chấm điểm');
  sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet([[1]]), 'Số liệu');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return new Uint8Array(sheetJs.write(book, { type: 'array', bookType, cellStyles: true }) as ArrayBuffer);
}

function openDocument(content: string, manifest = '<manifest/>'): Uint8Array {
  const head = '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:svg="v">';
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest),
    'styles.xml': strToU8('<office:document-styles xmlns:office="o"/>'),
    'content.xml': strToU8(`${head}${content}</office:document-content>`),
  });
}

describe('looksLikeLegacy', () => {
  test('by the bytes, whatever the name', () => {
    expect(looksLikeLegacy(written('biff8'))).toBe('xls');
    expect(looksLikeLegacy(buildCompoundFile(['Root Entry', 'Book']))).toBe('xls');
    expect(looksLikeLegacy(new Uint8Array([9, 4, 6, 0, 0, 0, 16, 0, 0, 0]))).toBe('xls');
    expect(looksLikeLegacy(written('ods'))).toBe('ods');
    for (const bytes of [
      buildSheet(''),
      buildCompoundFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']),
      buildCompoundFile(['Root Entry', 'WordDocument']),
      strToU8('<html><table/></html>'),
      new Uint8Array(0),
    ]) {
      expect(looksLikeLegacy(bytes)).toBeNull();
    }
  });

  test('the .xlsx reader hands an .xls back in words', () => {
    expect(() => readXlsx(written('biff8'))).toThrow(expect.objectContaining({ code: 'old-format' }));
    expect(() => readXlsx(written('ods'))).toThrow(expect.objectContaining({ code: 'open-document' }));
  });
});

describe('an .xls', () => {
  test('values, formulas, formats, merges and what is hidden', () => {
    const workbook = read(written('biff8'));
    expect(workbook.file).toBe('bảng.xls');
    expect(workbook.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['Chấm điểm', false],
      ['Số liệu', true],
    ]);
    const { cells, merges, hiddenColumns } = workbook.sheets[0] as Sheet;
    expect(cells.map(({ row, column, value, format }) => ({ row, column, value, format }))).toEqual([
      { row: 0, column: 0, value: 'Tiêu chí', format: undefined },
      { row: 0, column: 1, value: 'Kết quả', format: undefined },
      { row: 1, column: 0, value: 'Khai sinh', format: undefined },
      { row: 1, column: 1, value: 0.985, format: '0.0%' },
      { row: 2, column: 1, value: 50, format: undefined },
      { row: 2, column: 2, value: { error: '#DIV/0!' }, format: undefined },
    ]);
    expect(merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect(hiddenColumns).toEqual([[1, 1]]);
  });

  test('hidden rows, notes without their author, dates that count from 1904', () => {
    const bytes = written('biff8');
    const stub: SheetJsLibrary = {
      ...library,
      read: () => ({
        SheetNames: ['A', 'Biểu đồ'],
        Sheets: {
          A: {
            '!data': [
              [
                { t: 'n', v: 43538, z: 'd/m/yyyy', c: [{ a: 'An', t: 'An:\nxem lại\u0000\u0000#' }] },
                { t: 'z', c: [{ t: ' ' }] },
                { t: 'n', v: NaN },
              ],
            ],
            '!rows': [undefined, { hidden: true }, { hidden: true }, {}, { hidden: true }],
          },
          'Biểu đồ': { '!type': 'chart' },
        },
        Workbook: { WBProps: { date1904: true } },
      }),
    };
    const sheets = readWithSheetJs(stub, bytes).sheets;
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.cells).toEqual([{ row: 0, column: 0, value: 45000, format: 'd/m/yyyy', note: 'xem lại' }]);
    expect(sheets[0]?.hiddenRows).toEqual([
      [1, 2],
      [4, 4],
    ]);
  });

  test('fonts are read from its own records', () => {
    const bytes = new Uint8Array(readFileSync(join(__dirname, '..', 'samples', 's24-phong-vntime-va-vntimeh-xa-yen-dinh.xls')));
    const fonts = new Set(read(bytes).sheets[0]?.cells.map((cell) => cell.font));
    expect(fonts).toContain('.VnTime');
    expect(fonts).toContain('.VnTimeH');
  });

  test('an encrypted one, a cut one, a web page of that name', () => {
    const refusal = (bytes: Uint8Array): string => {
      try {
        read(bytes);
      } catch (error) {
        if (isWorkbookError(error)) return error.code;
        throw error;
      }
      return 'read';
    };
    const encrypted: SheetJsLibrary = {
      ...library,
      read: () => {
        throw new Error('File is password-protected');
      },
    };
    expect(() => readWithSheetJs(encrypted, written('biff8'))).toThrow(expect.objectContaining({ code: 'encrypted' }));
    expect(refusal(strToU8('<html><table><tr><td>1</td></tr></table></html>'))).toBe('not-a-workbook');
    const bytes = written('biff8');
    for (let length = 0; length < bytes.length; length += 512)
      expect(['read', 'damaged', 'truncated', 'empty-file', 'not-a-workbook']).toContain(refusal(bytes.subarray(0, length)));
    expect(refusal(bytes.subarray(0, 600))).not.toBe('read');
  });
});

/** Records of a .xls stream. */
function biff(...records: readonly (readonly [number, readonly number[]])[]): number[] {
  return records.reduce<number[]>((all, [type, data]) => all.concat(two(type), two(data.length), data), []);
}

function two(value: number): number[] {
  return [value & 255, value >> 8];
}

function letters(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

describe('the looks in the records of an .xls', () => {
  const font = (name: string, options = 0): [number, number[]] => [
    0x31,
    [...two(220), ...two(options), ...new Array<number>(10).fill(0), name.length, 0, ...letters(name)],
  ];
  const format = (fontNumber: number): [number, number[]] => [0xe0, [...two(fontNumber), ...new Array<number>(18).fill(0)]];
  const start: [number, number[]] = [0x809, [...two(0x600), ...two(5)]];
  const formats = [...new Array<[number, number[]]>(16).fill(format(0)), format(5), format(6)];
  const fonts = [font('Arial'), font('Arial'), font('Arial'), font('Arial'), font('.VnTime'), font('Times New Roman', 8)];
  // Two strings: "ab" plain; "Từ 30" + "50", its text cut by a CONTINUE record within a two-byte stretch, its runs at 5 (struck) and 7 (.VnTime).
  const text = 'Từ 30cũ50';
  const wideLetters = (part: string): number[] =>
    Array.from(part).reduce<number[]>((all, letter) => all.concat(two(letter.charCodeAt(0))), []);
  const strings: [number, number[]][] = [
    [
      0xfc,
      [
        ...two(2),
        0,
        0,
        ...two(2),
        0,
        0,
        ...two(2),
        0,
        ...letters('ab'),
        ...two(text.length),
        9,
        ...two(2),
        ...wideLetters(text.slice(0, 4)),
      ],
    ],
    [0x3c, [1, ...wideLetters(text.slice(4)), ...two(5), ...two(6), ...two(7), ...two(5)]],
  ];
  const name = 'A';
  const globals = (position: number): number[] =>
    biff(start, ...fonts, ...formats, [0x85, [...two(position), 0, 0, 0, 0, name.length, 0, ...letters(name)]], ...strings, [0x0a, []]);
  const sheet = biff(
    start,
    [0x203, [...two(0), ...two(0), ...two(16), ...new Array<number>(8).fill(0)]],
    [0xbd, [...two(1), ...two(2), ...two(15), 0, 0, 0, 0, ...two(17), 0, 0, 0, 0, ...two(3)]],
    [0xfd, [...two(2), ...two(0), ...two(15), ...two(1), 0, 0]],
    [0x0a, []],
  );

  test('fonts, struck-through cells, rich texts over CONTINUE records', () => {
    const looks = readBiffLooks(Uint8Array.from([...globals(globals(0).length), ...sheet]));
    expect(looks.defaultFont).toBe('Arial');
    const found = looks.sheets.get('A');
    expect(Array.from(found?.fonts ?? [])).toEqual([
      [0, '.VnTime'],
      [16384 + 3, 'Times New Roman'],
    ]);
    expect(Array.from(found?.struck ?? [])).toEqual([16384 + 3]);
    expect(found?.richTexts.get(2 * 16384)).toEqual([
      { text: 'Từ 30', font: undefined, struck: false, formatted: false },
      { text: 'cũ', font: 'Times New Roman', struck: true, formatted: true },
      { text: '50', font: '.VnTime', struck: false, formatted: true },
    ]);
  });

  test('a stream cut off anywhere is read as far as it goes', () => {
    const stream = Uint8Array.from([...globals(globals(0).length), ...sheet]);
    for (let length = 0; length < stream.length; length++) expect(() => readBiffLooks(stream.slice(0, length))).not.toThrow();
  });
});

describe('an .ods', () => {
  test('values, formulas, merges, what is hidden', () => {
    const workbook = read(
      openDocument(
        '<office:automatic-styles><style:style style:name="ta1"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>' +
          '<table:table table:name="Chấm điểm"><table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>' +
          '<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>Tiêu chí</text:p></table:table-cell><table:covered-table-cell/></table:table-row>' +
          '<table:table-row table:number-rows-repeated="3" table:visibility="filter"><table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell></table:table-row>' +
          '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>' +
          '<table:table table:name="Ẩn" table:style-name="ta1"><table:table-row><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row></table:table>' +
          '</office:spreadsheet></office:body>',
      ),
    );
    expect(workbook.sheets.map((sheet) => [sheet.name, sheet.hidden, sheet.hiddenRows, sheet.hiddenColumns])).toEqual([
      ['Chấm điểm', false, [[1, 3]], [[1, 2]]],
      ['Ẩn', true, [], []],
    ]);
    expect(workbook.sheets[0]?.cells.map((cell) => [cell.row, cell.column, cell.value])).toEqual([
      [0, 0, 'Tiêu chí'],
      [1, 0, 7],
      [2, 0, 7],
      [3, 0, 7],
    ]);
    expect(workbook.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
  });

  test('fonts and struck-through text, which the library does not tell', () => {
    const style = (name: string, family: string, properties: string, parent = ''): string =>
      `<style:style style:name="${name}" style:family="${family}" ${parent}><style:text-properties ${properties}/></style:style>`;
    const cell = (words: string, style = ''): string => `<table:table-cell office:value-type="string" ${style}>${words}</table:table-cell>`;
    const workbook = read(
      openDocument(
        `<office:font-face-decls><style:font-face style:name="F1" svg:font-family="&apos;Times New Roman&apos;"/></office:font-face-decls><office:automatic-styles>` +
          style('Default', 'table-cell', 'style:font-name="F1"') +
          style('old', 'table-cell', 'style:font-name=".VnTime"') +
          style('off', 'table-cell', 'style:text-line-through-style="solid"', 'style:parent-style-name="old"') +
          style('gone', 'text', 'style:text-line-through-type="single"') +
          style('font', 'text', 'style:font-name=".VnArial"') +
          '</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="A"><table:table-column/><table:table-column table:default-cell-style-name="old"/>' +
          `<table:table-row>${cell('<text:p>một</text:p>')}${cell('<text:p>hai</text:p>')}${cell('<text:p>ba</text:p>', 'table:style-name="off"')}` +
          `${cell('<text:p>điểm <text:span text:style-name="gone">30</text:span>50</text:p>')}` +
          `${cell('<text:p>a</text:p><text:p><text:span text:style-name="font">b</text:span></text:p>')}</table:table-row></table:table></office:spreadsheet></office:body>`,
      ),
    );
    expect(workbook.defaultFont).toBe('Times New Roman');
    expect(workbook.sheets[0]?.cells).toEqual([
      { row: 0, column: 0, value: 'một' },
      { row: 0, column: 1, value: 'hai', font: '.VnTime' },
      { row: 0, column: 3, value: 'điểm 50' },
      {
        row: 0,
        column: 4,
        value: 'a\nb',
        runs: [
          { text: 'a\n', font: 'Times New Roman' },
          { text: 'b', font: '.VnArial' },
        ],
      },
    ]);
  });

  test('an encrypted one', () => {
    const bytes = openDocument(
      '',
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    );
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code: 'encrypted' }));
  });

  test('a few bytes that stand for billions of cells are refused before the library sees them', () => {
    const bytes = openDocument(
      '<office:body><office:spreadsheet><table:table table:name="A"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body>',
    );
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });
});
