import * as sheetJs from '@e965/xlsx';
import type { Workbook } from '../../core/workbook/workbook';
import { isWorkbookError } from '../../core/xlsx/errors';
import { readWithSheetJs, type SheetJsLibrary } from '../../core/xlsx/legacy';
import { readPackageInfo, readXlsx } from '../../core/xlsx/read';
import { relationship, workbookParts, zipParts } from '../support/xlsx-builder';

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const parts = workbookParts({
  sheets: [
    {
      name: 'Chấm điểm',
      body:
        '<sheetFormatPr defaultRowHeight="15"/><cols><col min="2" max="3" hidden="1"/></cols><sheetData>' +
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.985</v></c><c r="C1" t="e"><v>#REF!</v></c></row>' +
        '<row r="2" hidden="1"><c r="A2" t="s" s="2"><v>1</v></c><c r="B2"><f t="shared" ref="B2:B3" si="0">A2*2</f><v>4</v></c></row>' +
        '<row r="3"><c r="B3"><f t="shared" si="0"/><v>6</v></c><c r="C3" t="inlineStr"><is><t>Có</t></is></c></row></sheetData>' +
        '<mergeCells><mergeCell ref="A5:C6"/></mergeCells>',
      relationships: relationship('rId1', 'comments', '../comments1.xml'),
    },
    { name: 'Số liệu', state: 'hidden', body: '<sheetData><row><c><v>1234.5</v></c><c t="b"><v>1</v></c></row></sheetData>' },
  ],
  strings:
    '<si><t>Tiêu chí 1</t></si><si><r><t>Từ 98%: </t></r><r><rPr><strike/><rFont val=".VnTime"/></rPr><t>30</t></r><r><t>50</t></r></si>',
  styles:
    '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts>' +
    '<cellXfs><xf fontId="0"/><xf fontId="0" numFmtId="164"/><xf fontId="1"/></cellXfs>',
  parts: {
    'xl/comments1.xml':
      '<comments><authors><author>An</author></authors><commentList><comment ref="D9" authorId="0"><text><t>ghi chú</t></text></comment></commentList></comments>',
  },
});

/** The workbook, or null where it was refused in words; anything else fails. */
function read(bytes: Uint8Array): Workbook | null {
  try {
    readPackageInfo(bytes);
    return readXlsx(bytes);
  } catch (error) {
    if (isWorkbookError(error) && /^[^\n]+\.$/.test(error.message)) return null;
    throw error;
  }
}

function expectSound(workbook: Workbook): void {
  expect(JSON.parse(JSON.stringify(workbook))).toEqual(workbook);
  for (const sheet of workbook.sheets) {
    let previous = -1;
    for (const cell of sheet.cells) {
      const place = cell.row * 16384 + cell.column;
      if (place <= previous || cell.row < 0 || cell.row > 1048575 || cell.column < 0 || cell.column > 16383)
        throw new Error(`cell at ${cell.row}, ${cell.column}`);
      previous = place;
      if (typeof cell.value === 'number' && !Number.isFinite(cell.value)) throw new Error('a number that is none');
    }
  }
}

describe('mutated packages', () => {
  test('changed bytes of the archive: the same workbook or a refusal, never other values', () => {
    const original = zipParts(parts);
    const expected = read(original) as Workbook;
    const withoutNotes = (workbook: Workbook): unknown =>
      workbook.sheets.map((sheet) => sheet.cells.filter((cell) => cell.value !== null).map((cell) => ({ ...cell, note: undefined })));
    const random = randomNumbers(62019);
    let refused = 0;
    for (let round = 0; round < 1200; round++) {
      const bytes = original.slice();
      for (let change = 0; change <= round % 3; change++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      const workbook = read(bytes);
      if (workbook === null) refused++;
      // A comment can be lost with the name of the list that leads to it; no value ever changes.
      else expect(withoutNotes(workbook)).toEqual(withoutNotes(expected));
    }
    expect(refused).toBeGreaterThan(300);
  });

  test('changed text of the parts: a sound workbook or a refusal', () => {
    const random = randomNumbers(342014);
    const names = Object.keys(parts).filter((name) => name !== '[Content_Types].xml');
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
    const snippets = [
      '<',
      '>',
      '"',
      '/',
      '&',
      '&#0;',
      '-1',
      '99999999999',
      '1e999',
      'NaN',
      '<c>',
      '</row>',
      '<row r="0"/>',
      '<v>x</v>',
      't="s"',
      ' r="A1"',
      '\u0000',
      'Ẩ',
      '<f t="shared" si="0"/>',
      '../',
    ];
    let refused = 0;
    let accepted = 0;
    for (let round = 0; round < 1500; round++) {
      const mutated: Record<string, string | Uint8Array> = { ...parts };
      for (let change = 0; change <= round % 2; change++) {
        const name = pick(names);
        const part = mutated[name] as string;
        const at = Math.floor(random() * part.length);
        const length = Math.floor(random() * 12);
        const inserted = pick([pick(snippets), '', part.substr(Math.floor(random() * part.length), 20)]);
        mutated[name] = part.slice(0, at) + inserted + part.slice(at + length);
      }
      const workbook = read(zipParts(mutated, 0));
      if (workbook === null) refused++;
      else {
        accepted++;
        expectSound(workbook);
      }
    }
    expect(refused).toBeGreaterThan(300);
    expect(accepted).toBeGreaterThan(100);
  });

  test('changed bytes of an .xls and an .ods: a workbook or a refusal', () => {
    const sheet = sheetJs.utils.aoa_to_sheet([
      ['Tiêu chí', 'Điểm'],
      ['Khai sinh', 50],
      ['Tiêm chủng', 0.985],
    ]);
    const book = sheetJs.utils.book_new();
    sheetJs.utils.book_append_sheet(book, sheet, 'Chấm điểm');
    const random = randomNumbers(372010);
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    let refused = 0;
    for (const bookType of ['biff8', 'ods'] as const) {
      const original = new Uint8Array(sheetJs.write(book, { type: 'array', bookType }) as ArrayBuffer);
      for (let round = 0; round < 250; round++) {
        const bytes = original.slice();
        for (let change = 0; change < 3; change++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
        try {
          expectSound(readWithSheetJs(sheetJs as unknown as SheetJsLibrary, bytes));
        } catch (error) {
          if (!isWorkbookError(error)) throw error;
          refused++;
        }
      }
    }
    quiet.mockRestore();
    expect(refused).toBeGreaterThan(50);
  });
});
