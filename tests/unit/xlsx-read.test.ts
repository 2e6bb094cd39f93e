import { strToU8 } from 'fflate';
import type { Sheet } from '../../core/workbook/workbook';
import { formatAddress, formatRange } from '../../core/workbook/references';
import { readPackageInfo, readXlsx } from '../../core/xlsx/read';
import { buildSheet, buildXlsx, relationship, relationshipsPart, toZip64, workbookParts, zipParts } from '../support/xlsx-builder';

function firstSheet(bytes: Uint8Array): Sheet {
  return readXlsx(bytes).sheets[0] as Sheet;
}

/** Address → value of the first sheet. */
function values(bytes: Uint8Array): Record<string, unknown> {
  return Object.fromEntries(firstSheet(bytes).cells.map((cell) => [formatAddress(cell.row, cell.column), cell.value]));
}

const STYLES =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts>' +
  '<fonts><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font><font><strike/><name val="Times New Roman"/></font>' +
  '<font><strike val="0"/><name val="Times New Roman"/></font></fonts>' +
  '<cellStyleXfs><xf fontId="1"/></cellStyleXfs>' +
  '<cellXfs><xf fontId="0" numFmtId="0"/><xf fontId="0" numFmtId="9"/><xf fontId="0" numFmtId="10"/><xf fontId="0" numFmtId="164"/>' +
  '<xf fontId="1" numFmtId="0"/><xf fontId="2" numFmtId="0"/><xf fontId="0" numFmtId="165"/><xf fontId="3" numFmtId="0"/></cellXfs>' +
  '<dxfs><dxf><font><name val="Arial"/></font></dxf></dxfs>';

describe('values of every type', () => {
  test('numbers, texts, truth values, errors, dates', () => {
    const bytes = buildSheet(
      '<row r="1"><c r="A1"><v>0.985</v></c><c r="B1" t="n"><v>1E3</v></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="b"><v>1</v></c>' +
        '<c r="E1" t="e"><v>#DIV/0!</v></c><c r="F1" t="str"><f>A1&amp;""</f><v>x &amp; y</v></c><c r="G1" t="inlineStr"><is><t>Có</t></is></c>' +
        '<c r="H1" t="d"><v>2024-12-31T12:00:00Z</v></c><c r="I1" t="b"><v>false</v></c><c r="J1"><v> 7 </v></c></row>',
      { strings: '<si><t>Xã Vân Thủy</t></si>' },
    );
    expect(values(bytes)).toEqual({
      A1: 0.985,
      B1: 1000,
      C1: 'Xã Vân Thủy',
      D1: true,
      E1: { error: '#DIV/0!' },
      F1: 'x & y',
      G1: 'Có',
      H1: 45657.5,
      I1: false,
      J1: 7,
    });
  });

  test('blank cells are left out, a formula is kept without a result and with an empty one', () => {
    const bytes = buildSheet(
      '<row r="1"><c r="A1" s="0"/><c r="B1"><v></v></c><c r="C1" t="s"><v>0</v></c><c r="D1"><f>1+1</f></c><c r="E1" t="str"><f>""</f><v></v></c><c r="F1"><f/></c></row>',
      { strings: '<si><t></t></si>' },
    );
    expect(firstSheet(bytes).cells).toEqual([
      { row: 0, column: 3, value: null, formula: '1+1' },
      { row: 0, column: 4, value: '', formula: '""' },
    ]);
  });

  test('escapes such as _x000D_, and an escaped underscore', () => {
    const bytes = buildSheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>_x005F_x000D_</t></is></c></row>', {
      strings: '<si><t>một_x000D_\nhai</t></si>',
    });
    expect(values(bytes)).toEqual({ A1: 'một\r\nhai', B1: '_x000D_' });
  });

  test('a number that is none, a missing string and the same place twice are refused, not guessed', () => {
    for (const row of [
      '<c r="A1"><v>1,5</v></c>',
      '<c r="A1"><v>1e999</v></c>',
      '<c r="A1"><v>0x1F</v></c>',
      '<c r="A1" t="s"><v>3</v></c>',
      '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
      '<c r="XFE1"><v>1</v></c>',
      '<c r="1A"><v>1</v></c>',
    ]) {
      expect(() => readXlsx(buildSheet(`<row r="1">${row}</row>`))).toThrow(expect.objectContaining({ code: 'damaged' }));
    }
  });
});

describe('places', () => {
  test('rows and cells without references follow one another', () => {
    const bytes = buildSheet(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
    );
    expect(values(bytes)).toEqual({ A1: 1, B1: 2, C5: 3, D5: 4, A6: 5 });
  });

  test('cells out of order come in reading order', () => {
    const bytes = buildSheet('<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>');
    expect(firstSheet(bytes).cells.map((cell) => cell.value)).toEqual([1, 3, 4]);
  });

  test('merges; a merge of one cell is none', () => {
    const bytes = buildSheet('', {
      after: '<mergeCells><mergeCell ref="B2:D5"/><mergeCell ref="A1"/><mergeCell ref="A7:A9"/></mergeCells>',
    });
    expect(firstSheet(bytes).merges.map(formatRange)).toEqual(['B2:D5', 'A7:A9']);
  });
});

describe('formulas', () => {
  const formulasOf = (bytes: Uint8Array): (string | undefined)[] => firstSheet(bytes).cells.map((cell) => cell.formula);

  test('each cell of a shared group has its own', () => {
    const bytes = buildSheet(
      `<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">SUM($A1:B1,A$1,'Số A1'!A1,LOG10(A1),"A1",Bảng1[A1],A:A,1:1,$B$2)</f><v>1</v></c></row>` +
        '<row r="2"><c r="C2"><f t="shared" si="0"/><v>1</v></c></row><row r="3"><c r="D3"><f t="shared" si="0"/><v>1</v></c></row>',
    );
    expect(formulasOf(bytes)).toEqual([
      `SUM($A1:B1,A$1,'Số A1'!A1,LOG10(A1),"A1",Bảng1[A1],A:A,1:1,$B$2)`,
      `SUM($A2:B2,A$1,'Số A1'!A2,LOG10(A2),"A1",Bảng1[A1],A:A,2:2,$B$2)`,
      `SUM($A3:C3,B$1,'Số A1'!B3,LOG10(B3),"A1",Bảng1[A1],B:B,3:3,$B$2)`,
    ]);
  });

  test('a shared reference that leaves the sheet, array formulas, a stray equals sign', () => {
    const bytes = buildSheet(
      '<row r="1"><c r="A1"><f>=B1*2</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" ref="A1:A2" si="1">B2-B1</f><v>0</v></c><c r="B2"><f t="array" ref="B2:B3">A1:A2*2</f><v>2</v></c></row>' +
        '<row r="3"><c r="A3"><f t="shared" si="7"/><v>5</v></c></row>',
    );
    expect(formulasOf(bytes)).toEqual(['B1*2', 'B2-B1', 'A1:A2*2', undefined]);
    const up = buildSheet(
      '<row r="2"><c r="A2"><f t="shared" si="1">B2-B1</f><v>0</v></c></row><row r="1"><c r="A1"><f t="shared" si="1"/><v>0</v></c></row>',
    );
    expect(formulasOf(up)).toEqual(['B1-#REF!', 'B2-B1']);
  });
});

describe('formats and fonts', () => {
  test('built-in and own number formats; General is left out', () => {
    const bytes = buildSheet(
      '<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="1"><v>0.9</v></c><c r="C1" s="2"><v>0.985</v></c><c r="D1" s="3"><v>45000</v></c><c r="E1" s=""><v>1</v></c></row>',
      { styles: STYLES },
    );
    expect(firstSheet(bytes).cells.map((cell) => cell.format)).toEqual([undefined, '0%', '0.00%', 'dd/mm/yyyy', undefined]);
  });

  test('the default font belongs to the workbook, others to their cells', () => {
    const bytes = buildSheet('<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" s="4" t="str"><v>Céng</v></c></row>', { styles: STYLES });
    expect(readXlsx(bytes).defaultFont).toBe('Times New Roman');
    expect(firstSheet(bytes).cells.map((cell) => cell.font)).toEqual([undefined, '.VnTime']);
  });

  test('runs are told apart only where their fonts differ', () => {
    const run = (text: string, font?: string): string => `<r>${font ? `<rPr><rFont val="${font}"/></rPr>` : ''}<t>${text}</t></r>`;
    const bytes = buildSheet(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s" s="4"><v>3</v></c></row>',
      {
        styles: STYLES,
        strings: [
          run('một ') + run('hai', '.VnTime'),
          run('một ', '.VnTime') + run('hai', '.VnTime'),
          run('một ', 'Times New Roman') + run('hai'),
          run('một ') + run('hai', 'Times New Roman'),
        ]
          .map((runs) => `<si>${runs}</si>`)
          .join(''),
      },
    );
    expect(firstSheet(bytes).cells).toEqual([
      {
        row: 0,
        column: 0,
        value: 'một hai',
        runs: [
          { text: 'một ', font: 'Times New Roman' },
          { text: 'hai', font: '.VnTime' },
        ],
      },
      { row: 0, column: 1, value: 'một hai', font: '.VnTime' },
      { row: 0, column: 2, value: 'một hai' },
      {
        row: 0,
        column: 3,
        value: 'một hai',
        font: '.VnTime',
        runs: [
          { text: 'một ', font: '.VnTime' },
          { text: 'hai', font: 'Times New Roman' },
        ],
      },
    ]);
  });

  test('struck-through runs and cells are not read, phonetic hints neither', () => {
    const struck = '<r><rPr><strike/></rPr><t>30</t></r>';
    const bytes = buildSheet(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="5"><v>50</v></c><c r="D1" s="5" t="s"><v>2</v></c>' +
        '<c r="E1" s="7"><v>40</v></c><c r="F1" s="5" t="s"><v>3</v></c><c r="G1" t="inlineStr"><is><t>Trẻ</t><rPh sb="0" eb="1"><t>hint</t></rPh></is></c></row>',
      {
        styles: STYLES,
        strings: `<si>${struck}<r><rPr><strike val="0"/></rPr><t>50</t></r></si><si>${struck}</si><si><t>cũ</t></si><si><r><t>cũ</t></r><r><rPr/><t>mới</t></r></si>`,
      },
    );
    expect(values(bytes)).toEqual({ A1: '50', E1: 40, F1: 'mới', G1: 'Trẻ' });
    expect(readXlsx(bytes, { keepStruckThrough: true }).sheets[0]?.cells.map((cell) => cell.value)).toEqual([
      '3050',
      '30',
      50,
      'cũ',
      40,
      'cũmới',
      'Trẻ',
    ]);
  });
});

describe('dates from 1904', () => {
  test('dates become serials of the 1900 system; times, durations and plain numbers stay', () => {
    const bytes = buildSheet(
      '<row r="1"><c r="A1" s="3"><v>43538</v></c><c r="B1" s="6"><v>1.5</v></c><c r="C1"><v>43538</v></c><c r="D1" s="3"><f>A1</f><v>43538</v></c></row>',
      { styles: STYLES, properties: '<workbookPr date1904="1"/>' },
    );
    expect(values(bytes)).toEqual({ A1: 45000, B1: 1.5, C1: 43538, D1: 45000 });
  });
});

describe('what is hidden', () => {
  test('rows and columns by attribute and by zero size', () => {
    const sheet = firstSheet(
      buildSheet(
        '<row r="2" hidden="1"/><row r="3" hidden="true"><c r="A3"><v>1</v></c></row><row r="5" ht="0" customHeight="1"/><row r="6" hidden="0"/>',
        {
          before:
            '<cols><col min="2" max="3" width="9" hidden="1"/><col min="4" max="4" width="0" customWidth="1"/><col min="6" max="16384" hidden="true"/></cols>',
        },
      ),
    );
    expect(sheet.hiddenRows).toEqual([
      [1, 2],
      [4, 4],
    ]);
    expect(sheet.hiddenColumns).toEqual([
      [1, 3],
      [5, 16383],
    ]);
  });

  test('rows that are hidden unless they are listed', () => {
    const sheet = firstSheet(
      buildSheet('<row r="1"/><row r="3"/><row r="4" hidden="1"/>', { before: '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>' }),
    );
    expect(sheet.hiddenRows).toEqual([
      [1, 1],
      [3, 1048575],
    ]);
  });

  test('sheets, and kinds of sheets that are none of ours', () => {
    const workbook = readXlsx(
      buildXlsx({
        sheets: [
          { name: 'Biểu đồ', type: 'chartsheet' },
          { name: 'Chấm điểm', body: '<sheetData><row><c><v>1</v></c></row></sheetData>' },
          { name: "Ẩn 'kỹ' 😀", state: 'veryHidden' },
          { name: 'Macro1', type: 'http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet' },
          { name: 'Dialog1', type: 'dialogsheet' },
          { name: 'Ẩn', state: 'hidden' },
        ],
      }),
      { file: 'tệp.xlsx' },
    );
    expect(workbook.file).toBe('tệp.xlsx');
    expect(workbook.sheets.map((sheet) => [sheet.name, sheet.hidden, sheet.cells.length])).toEqual([
      ['Chấm điểm', false, 1],
      ["Ẩn 'kỹ' 😀", true, 0],
      ['Ẩn', true, 0],
    ]);
  });
});

describe('comments', () => {
  const comment = (ref: string, author: number, text: string): string =>
    `<comment ref="${ref}" authorId="${author}"><text>${text}</text></comment>`;
  const build = (comments: string, threads?: string): Uint8Array =>
    buildXlsx({
      sheets: [
        {
          name: 'A',
          body: '<sheetData><row r="1"><c r="B1"><v>1</v></c></row></sheetData>',
          relationships:
            relationship('rId1', 'comments', '/xl/comments1.xml') +
            (threads
              ? relationship(
                  'rId2',
                  'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
                  '../threadedComments/t1.xml',
                )
              : ''),
        },
      ],
      parts: {
        'xl/comments1.xml': `<comments><authors><author>An</author><author>tc={1}</author></authors><commentList>${comments}</commentList></comments>`,
        ...(threads ? { 'xl/threadedComments/t1.xml': `<ThreadedComments>${threads}</ThreadedComments>` } : {}),
      },
    });

  test('the line of the author is no part of the note; a cell with a note alone has no value', () => {
    const bytes = build(
      comment('B1', 0, '<r><rPr><b/></rPr><t>An:</t></r><r><t>\nTừ 98%: 50 điểm</t></r>') + comment('A1', 0, '<t>Ghi chú: xem sau</t>'),
    );
    expect(firstSheet(bytes).cells).toEqual([
      { row: 0, column: 0, value: null, note: 'Ghi chú: xem sau' },
      { row: 0, column: 1, value: 1, note: 'Từ 98%: 50 điểm' },
    ]);
  });

  test('a threaded comment stands for its legacy copy', () => {
    const bytes = build(
      comment('B1', 1, '<t>[Threaded comment] Your version of Excel…</t>'),
      '<threadedComment ref="B1" id="{1}"><text>Số này lấy ở đâu?</text></threadedComment><threadedComment ref="B1" parentId="{1}"><text>Báo cáo quý 4</text></threadedComment>',
    );
    expect(firstSheet(bytes).cells[0]?.note).toBe('Số này lấy ở đâu?\nBáo cáo quý 4');
  });
});

describe('how packages differ', () => {
  const sheet = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>';
  const plain = workbookParts({ sheets: [{ name: 'Chấm điểm', body: sheet }], strings: '<si><t>Điểm</t></si>', styles: STYLES });
  const expected = readXlsx(zipParts(plain));
  const change = (edit: (name: string, part: string) => [string, string | Uint8Array]): Uint8Array =>
    zipParts(Object.fromEntries(Object.entries(plain).map(([name, part]) => edit(name, part as string))));

  test('the plain one is read', () => {
    expect(values(zipParts(plain))).toEqual({ A1: 'Điểm' });
  });

  test.each<[string, Uint8Array]>([
    ['backslashes and upper case in entry names', change((name, part) => [name.replace(/\//g, '\\').toUpperCase(), part])],
    [
      'absolute targets',
      change((name, part) => [name, part.replace(/Target="(?!xl)/g, 'Target="/xl/').replace('Target="xl', 'Target="/xl')]),
    ],
    ['targets that go up and down', change((name, part) => [name, part.replace(/Target="worksheets/, 'Target="./../xl//worksheets/x/..')])],
    ['a namespace prefix on every element', change((name, part) => [name, /rels|Types/.test(name) ? part : prefix(part)])],
    ['UTF-16 with a mark', change((name, part) => [name, utf16(`\ufeff${part.replace('UTF-8', 'UTF-16')}`, true)])],
    ['UTF-16 the other way round', change((name, part) => [name, utf16(`\ufeff${part.replace('UTF-8', 'UTF-16')}`, false)])],
    ['UTF-8 with a mark', change((name, part) => [name, strToU8(`\ufeff${part}`)])],
    [
      'the strict namespaces',
      change((name, part) => [
        name,
        part
          .replace(
            /http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships/g,
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          )
          .replace(/http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main/g, 'http://purl.oclc.org/ooxml/spreadsheetml/main'),
      ]),
    ],
    ['stored, not deflated', zipParts(plain, 0)],
    ['the zip format for large files', toZip64(zipParts(plain))],
    [
      'no list of the package’s own relationships',
      zipParts(Object.fromEntries(Object.entries(plain).filter(([name]) => name !== '_rels/.rels'))),
    ],
    [
      'a percent-encoded target',
      change((name, part) => [
        name.replace('sheet1.xml', 'sheet 1.xml'),
        part.replace('worksheets/sheet1.xml', 'worksheets/sheet%201.xml'),
      ]),
    ],
  ])('%s', (_what, bytes) => {
    expect(readXlsx(bytes)).toEqual(expected);
  });

  test('the workbook part may lie elsewhere and sheets come in its order, not in that of the files', () => {
    const bytes = zipParts({
      '_rels/.rels': relationshipsPart(relationship('a', 'officeDocument', 'book/main.xml')),
      'book/main.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="Hai" sheetId="2" r:id="x2"/><sheet name="Một" sheetId="1" r:id="x1"/></sheets></workbook>',
      'book/_rels/main.xml.rels': relationshipsPart(relationship('x1', 'worksheet', 'a.xml') + relationship('x2', 'worksheet', 'b.xml')),
      'book/a.xml': '<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>',
      'book/b.xml': '<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>',
    });
    expect(readXlsx(bytes).sheets.map((item) => [item.name, item.cells[0]?.value])).toEqual([
      ['Hai', 2],
      ['Một', 1],
    ]);
  });
});

describe('readPackageInfo', () => {
  const types = (type: string): string =>
    `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.${type}.main+xml"/></Types>`;

  test.each([
    ['openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    ['ms-excel.sheet.macroEnabled', 'xlsm'],
    ['openxmlformats-officedocument.spreadsheetml.template', 'xltx'],
    ['ms-excel.template.macroEnabled', 'xltm'],
  ])('%s is %s', (type, kind) => {
    const bytes = buildXlsx({ sheets: [{ name: 'A' }, { name: 'B', type: 'chartsheet' }], parts: { '[Content_Types].xml': types(type) } });
    expect(readPackageInfo(bytes)).toEqual({ kind, structureLocked: false, signed: false, sheetNames: ['A', 'B'] });
  });

  test('a locked structure and a signature are seen', () => {
    const bytes = buildXlsx({
      sheets: [{ name: 'A' }],
      properties: '<workbookProtection lockStructure="1"/>',
      parts: { '_xmlsignatures/sig1.xml': '<Signature/>' },
    });
    expect(readPackageInfo(bytes)).toMatchObject({ structureLocked: true, signed: true });
  });
});

function prefix(part: string): string {
  return part.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace(/xmlns="/g, 'xmlns:x="');
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
}
