import { strToU8, zipSync } from 'fflate';
import type { Workbook } from '../../core/workbook/workbook';
import { isWorkbookError, type WorkbookError } from '../../core/xlsx/errors';
import { readXlsx } from '../../core/xlsx/read';
import { buildSheet, buildXlsx, patchDirectory, relationship, relationshipsPart, workbookParts, zipParts } from '../support/xlsx-builder';
import { buildCompoundFile } from '../support/compound-builder';

/** Time that this process has worked, in milliseconds: other work on the machine does not count. */
function workedMilliseconds(): number {
  const usage = process.cpuUsage();
  return (usage.user + usage.system) / 1000;
}

/** The refusal of these bytes; fails where they are read, refused by anything but a WorkbookError, or take long. */
function refusal(bytes: Uint8Array): WorkbookError {
  const start = workedMilliseconds();
  let outcome: Workbook | WorkbookError;
  try {
    outcome = readXlsx(bytes);
  } catch (error) {
    if (!isWorkbookError(error)) throw error;
    outcome = error;
  }
  expect(workedMilliseconds() - start).toBeLessThan(5000);
  if (!(outcome instanceof Error)) throw new Error('the bytes were read');
  // One sentence for a person: no line breaks, no words of the machine.
  expect(outcome.message).toMatch(/^[^\n]+\.$/);
  expect(outcome.message).not.toMatch(/undefined|null|Error|at .*\.ts|\[object/);
  return outcome;
}

function timed<Result>(run: () => Result): Result {
  const start = workedMilliseconds();
  const result = run();
  expect(workedMilliseconds() - start).toBeLessThan(5000);
  return result;
}

const simple = workbookParts({
  sheets: [{ name: 'Chấm điểm', body: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>50</v></c></row></sheetData>' }],
  strings: '<si><t>Tiêu chí</t></si>',
  styles: '<fonts><font><name val="Arial"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs>',
});
const withPart = (name: string, part: string | Uint8Array | null): Uint8Array => {
  const parts: Record<string, string | Uint8Array> = { ...simple };
  if (part === null) delete parts[name];
  else parts[name] = part;
  return zipParts(parts);
};

describe('files that are something else', () => {
  const office = (part: string): Uint8Array =>
    zipParts({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relationshipsPart(relationship('r', 'officeDocument', part)),
      [part]: '<document/>',
    });
  const openDocument = (type: string): Uint8Array =>
    zipSync({ mimetype: [strToU8(`application/vnd.oasis.opendocument.${type}`), { level: 0 }], 'content.xml': strToU8('<x/>') });

  test.each<[string, string, RegExp, Uint8Array]>([
    ['an empty file', 'empty-file', /rỗng/, new Uint8Array(0)],
    ['a renamed .docx', 'other-office-file', /Word/, office('word/document.xml')],
    ['a renamed .pptx', 'other-office-file', /PowerPoint/, office('ppt/presentation.xml')],
    ['a .xlsb', 'binary-workbook', /\.xlsb/, office('xl/workbook.bin')],
    ['an .ods', 'open-document', /\.ods/, openDocument('spreadsheet')],
    ['an .odt', 'other-office-file', /OpenDocument/, openDocument('text')],
    ['a .zip', 'not-a-workbook', /\.zip/, zipParts({ 'anh.jpg': 'x' })],
    ['an empty .zip', 'not-a-workbook', /\.zip/, zipParts({})],
    ['an old .xls', 'old-format', /\.xls/, buildCompoundFile(['Root Entry', 'Workbook'])],
    ['an encrypted .xlsx', 'encrypted', /mật khẩu/, buildCompoundFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage'])],
    ['a .doc', 'other-office-file', /Word/, buildCompoundFile(['Root Entry', 'WordDocument'])],
    [
      'a web page',
      'not-a-workbook',
      /HTML/,
      strToU8('\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>'),
    ],
    ['a bare web table', 'not-a-workbook', /HTML/, strToU8('\n <table border=1><tr><td>1')],
    [
      'a table as XML of 2003',
      'not-a-workbook',
      /XML 2003/,
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
    ['a .csv', 'not-a-workbook', /CSV/, strToU8('STT;Tiêu chí;Điểm\n1;Khai sinh;50\n')],
    ['a .csv in UTF-16', 'not-a-workbook', /CSV/, new Uint8Array([255, 254, 49, 0, 44, 0, 50, 0, 10, 0])],
    ['a plain text', 'not-a-workbook', /văn bản/, strToU8('Kính gửi Ủy ban nhân dân xã')],
    ['a .pdf', 'not-a-workbook', /PDF/, strToU8('%PDF-1.7\n')],
    ['a picture', 'not-a-workbook', /ảnh/, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
    ['JSON', 'not-a-workbook', /JSON/, strToU8('{"url": "https://docs.google.com/spreadsheets"}')],
    ['random bytes', 'not-a-workbook', /không phải bảng tính/, new Uint8Array([1, 2, 3, 0, 200, 7, 8, 9])],
  ])('%s', (_what, code, words, bytes) => {
    const error = refusal(bytes);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(words);
  });
});

describe('broken packages', () => {
  test('truncated anywhere', () => {
    const bytes = zipParts(simple);
    const codes = new Set<string>();
    for (let length = 1; length < bytes.length; length += 7) codes.add(refusal(bytes.subarray(0, length)).code);
    expect(codes).toContain('truncated');
    expect(codes).not.toContain('unsafe');
  });

  test('missing parts and relationships', () => {
    for (const name of [
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
    ]) {
      expect(refusal(withPart(name, null)).code).toBe('damaged');
    }
  });

  test('relationships in a circle or to the wrong part', () => {
    const to = (target: string): Uint8Array =>
      withPart('xl/_rels/workbook.xml.rels', relationshipsPart(relationship('rId1', 'worksheet', target)));
    expect(refusal(to('workbook.xml')).code).toBe('damaged');
    expect(refusal(to('_rels/workbook.xml.rels')).code).toBe('damaged');
    expect(refusal(to('../../../../etc/passwd')).code).toBe('damaged');
    const circle = {
      ...simple,
      'xl/worksheets/_rels/sheet1.xml.rels': relationshipsPart(
        relationship('a', 'comments', 'sheet1.xml') + relationship('b', 'worksheet', 'sheet1.xml'),
      ),
    };
    expect(readXlsx(zipParts(circle)).sheets[0]?.cells.length).toBe(2);
  });

  test('the same part twice, also where only the case differs', () => {
    const bytes = zipParts({ ...simple, 'XL/WORKSHEETS/SHEET1.XML': '<worksheet><sheetData/></worksheet>' });
    expect(refusal(bytes).message).toMatch(/hai phần cùng tên/);
  });

  test('external entities and entity bombs', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    for (const head of ['<!DOCTYPE x SYSTEM "http://example.org/x.dtd">', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', bomb]) {
      expect(refusal(withPart('xl/sharedStrings.xml', `${head}<sst><si><t>&e;&b;</t></si></sst>`)).code).toBe('unsafe');
    }
    expect(refusal(withPart('xl/sharedStrings.xml', '<sst><si><t>&e;</t></si></sst>')).code).toBe('damaged');
  });

  test('an encrypted entry, an unknown compression', () => {
    expect(refusal(patchDirectory(zipParts(simple), 'xl/workbook.xml', 8, 2, 1)).code).toBe('encrypted');
    expect(refusal(patchDirectory(zipParts(simple), 'xl/workbook.xml', 10, 2, 9)).message).toMatch(/kiểu nén/);
  });

  test('a changed byte in a part is noticed by its checksum', () => {
    const bytes = zipParts(simple, 0);
    const at = String.fromCharCode(...bytes).indexOf('<v>50</v>') + 3;
    const changed = bytes.slice();
    changed[at] = 0x39;
    expect(refusal(changed).message).toMatch(/mã kiểm/);
  });

  test('a sheet without its data, a workbook without sheets', () => {
    expect(refusal(withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetViews/></worksheet>')).code).toBe('damaged');
    expect(refusal(buildXlsx({ sheets: [] })).code).toBe('damaged');
  });
});

describe('more than can be read', () => {
  const megabytes = (count: number): string => ' '.repeat(count * 1024 * 1024);

  test('a stated size beyond the limit is refused before inflating', () => {
    expect(refusal(patchDirectory(zipParts(simple), 'xl/workbook.xml', 24, 4, 250 * 1024 * 1024)).code).toBe('too-large');
  });

  test('a part that inflates to more than it states', () => {
    const bytes = withPart('xl/worksheets/sheet1.xml', `<worksheet><sheetData/>${megabytes(40)}</worksheet>`);
    expect(refusal(patchDirectory(bytes, 'xl/worksheets/sheet1.xml', 24, 4, 5000)).code).toBe('damaged');
  });

  test('one part that many sheets point to counts each time', () => {
    const part = `<worksheet><sheetData/>${megabytes(20)}</worksheet>`;
    const sheets = Array.from({ length: 8 }, (_unused, index) => ({ name: `S${index}` }));
    const target = sheets.map((_sheet, index) => relationship(`rId${index + 1}`, 'worksheet', 'worksheets/sheet1.xml')).join('');
    const bytes = zipParts(
      { ...workbookParts({ sheets }), 'xl/worksheets/sheet1.xml': part, 'xl/_rels/workbook.xml.rels': relationshipsPart(target) },
      1,
    );
    expect(refusal(bytes).code).toBe('too-large');
  });

  test('a few bytes that stand for many: shared formulas, runs that many cells share', () => {
    const formula = 'A1+'.repeat(2700);
    const rows = '<row><c><f t="shared" si="0"/><v>1</v></c></row>'.repeat(20000);
    expect(refusal(buildSheet(`<row><c><f t="shared" si="0">${formula}1</f><v>1</v></c></row>${rows}`)).code).toBe('too-large');
    const strings = `<si>${'<r><t>a</t></r>'.repeat(30000)}</si>`;
    expect(refusal(buildSheet('<row><c t="s"><v>0</v></c></row>'.repeat(200), { strings })).code).toBe('too-large');
    expect(refusal(buildSheet('', { strings: `<si>${'<r/>'.repeat(40000)}</si>` })).code).toBe('too-large');
  });

  test('too many entries, too many sheets', () => {
    const parts: Record<string, string> = {};
    for (let index = 0; index < 20001; index++) parts[`x${index}`] = '';
    expect(refusal(zipParts(parts, 0)).code).toBe('too-large');
    const sheets = '<sheet name="A" r:id="rId1"/>'.repeat(2001);
    expect(refusal(withPart('xl/workbook.xml', `<workbook><sheets>${sheets}</sheets></workbook>`)).code).toBe('too-large');
  });
});

describe('large but honest', () => {
  test('a million formatted rows without content cost nothing', () => {
    const rows: string[] = [];
    for (let row = 1; row <= 1048576; row++) rows.push(`<row r="${row}" s="1" customFormat="1" hidden="1"/>`);
    const bytes = buildSheet(`<row r="1"><c r="A1"><v>1</v></c></row>${rows.slice(1).join('')}`);
    const sheet = timed(() => readXlsx(bytes)).sheets[0];
    expect(sheet?.cells).toHaveLength(1);
    expect(sheet?.hiddenRows).toEqual([[1, 1048575]]);
  });

  test('200 sheets and 16,384 columns', () => {
    const many = buildXlsx({
      sheets: Array.from({ length: 200 }, (_unused, index) => ({
        name: `Xã ${index}`,
        body: `<sheetData><row><c><v>${index}</v></c></row></sheetData>`,
      })),
    });
    expect(timed(() => readXlsx(many)).sheets.map((sheet) => sheet.cells[0]?.value)).toEqual(
      Array.from({ length: 200 }, (_unused, index) => index),
    );
    const wide = buildSheet(`<row>${'<c><v>1</v></c>'.repeat(16384)}</row>`);
    expect(timed(() => readXlsx(wide)).sheets[0]?.cells[16383]).toEqual({ row: 0, column: 16383, value: 1 });
    expect(refusal(buildSheet(`<row>${'<c><v>1</v></c>'.repeat(16385)}</row>`)).code).toBe('damaged');
  });

  test('50,000 merges', () => {
    const merges = Array.from({ length: 50000 }, (_unused, index) => `<mergeCell ref="A${index + 1}:B${index + 1}"/>`).join('');
    expect(timed(() => readXlsx(buildSheet('', { after: `<mergeCells>${merges}</mergeCells>` }))).sheets[0]?.merges).toHaveLength(50000);
  });

  test('rich text of many runs is read, nested without end it is refused', () => {
    const runs = Array.from({ length: 20000 }, (_unused, index) => `<r><rPr><rFont val="F${index % 2}"/></rPr><t>a</t></r>`).join('');
    const cell = '<row><c t="s"><v>0</v></c></row>';
    expect(timed(() => readXlsx(buildSheet(cell, { strings: `<si>${runs}</si>` }))).sheets[0]?.cells[0]?.runs).toHaveLength(20000);
    expect(refusal(buildSheet(cell, { strings: `<si>${'<r>'.repeat(5000)}<t>a</t>${'</r>'.repeat(5000)}</si>` })).code).toBe('damaged');
  });

  test('texts that look like formulas stay texts', () => {
    const texts = ['=1+1', '+84', '-5', '@SUM(A1)', '\u0000='.slice(1)];
    const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
    expect(readXlsx(buildSheet(`<row>${cells}</row>`)).sheets[0]?.cells.map((cell) => [cell.value, cell.formula])).toEqual(
      texts.map((text) => [text, undefined]),
    );
  });
});
