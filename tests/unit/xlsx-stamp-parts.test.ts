import { strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { designSummary } from '../../core/summary/summary';
import { findSummary } from '../../core/summary/verify';
import { readXlsx } from '../../core/xlsx/read';
import { newWorkbook, writeIntoWorkbook } from '../../core/xlsx/stamp';
import { appendStyles, defaultDigitWidth } from '../../core/xlsx/write-styles';
import type { WantedStyle } from '../../core/xlsx/write-styles';
import { resolveStyle } from '../../core/summary/styles';
import { appendInside, escapeCellText, listElements, readAttribute, setAttribute } from '../../core/xlsx/write-xml';
import { rewriteZip } from '../../core/xlsx/write-zip';
import { assessExample } from '../support/assessment-example';
import { packedEntries, partText, samplePackage } from '../support/packages';

const TIME = '2024-11-20T08:05:00Z';

function stamp(bytes: Uint8Array, time = TIME): Uint8Array {
  const workbook = readXlsx(bytes);
  return writeIntoWorkbook(bytes, [
    designSummary({ workbook, assessment: assessExample(workbook), standard: null, time, version: '0.1.0' }),
  ]);
}

function change(bytes: Uint8Array, parts: Readonly<Record<string, (text: string) => string>>): Uint8Array {
  const changes = Object.entries(parts).map(([name, edit]): [string, { name: string; content: Uint8Array }] => [
    name.toLowerCase(),
    { name, content: strToU8(edit(partText(bytes, name))) },
  ]);
  return rewriteZip(bytes, new Map(changes));
}

describe('zip', () => {
  test('entries with data descriptors, stored ones and empty ones keep their bytes', () => {
    const pieces: Uint8Array[] = [];
    const zip = new Zip((_, piece) => pieces.push(piece));
    for (const [name, text, entry] of [
      ['một.txt', 'nội dung '.repeat(200), ZipDeflate],
      ['hai.txt', 'x', ZipPassThrough],
      ['rỗng.txt', '', ZipDeflate],
      ['bốn.txt', 'cuối', ZipDeflate],
    ] as const) {
      const file = new entry(name);
      zip.add(file);
      file.push(strToU8(text), true);
    }
    zip.end();
    const before = Buffer.concat(pieces);
    const after = rewriteZip(before, new Map([['hai.txt', { name: 'hai.txt', content: strToU8('khác') }]]));
    const [old, now] = [packedEntries(before), packedEntries(after)];
    expect(Array.from(now.keys())).toEqual(Array.from(old.keys()));
    for (const name of ['một.txt', 'rỗng.txt', 'bốn.txt']) expect(now.get(name)).toBe(old.get(name));
    expect(Buffer.from(unzipSync(after)['hai.txt'] as Uint8Array).toString()).toBe('khác');
  });

  test('any archive comes out of a change with everything else in it', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-zđ0-9]{1,8}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(names, fc.uint8Array({ maxLength: 400 }), fc.boolean(), (parts, content, stored) => {
        const archive = zipSync(Object.fromEntries(parts.map((name, index) => [name, content.slice(index)])), { level: stored ? 0 : 6 });
        const added = { name: 'THÊM', content };
        const after = unzipSync(rewriteZip(archive, new Map([['thêm', added]])));
        expect(Object.keys(after).sort()).toEqual([...parts, 'THÊM'].sort());
        parts.forEach((name, index) => expect(Buffer.from(after[name] as Uint8Array)).toEqual(Buffer.from(content.slice(index))));
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  test('a part taken out is gone, and what is no archive is refused in words', () => {
    const archive = zipSync({ a: strToU8('1'), b: strToU8('2') });
    expect(Object.keys(unzipSync(rewriteZip(archive, new Map([['a', { name: 'a', content: null }]]))))).toEqual(['b']);
    expect(() => rewriteZip(strToU8('không phải'), new Map())).toThrow(/Tệp/);
  });
});

describe('XML edits', () => {
  test('comments, CDATA and odd attributes are no elements', () => {
    const source = `<?xml version="1.0"?><a x='1>2'><!-- <b/> --><b y="<"/><![CDATA[<b/>]]><c><b/></c></a>`;
    expect(listElements(source, 1).map((span) => span.tag)).toEqual(['a', 'b', 'c']);
    expect(readAttribute(listElements(source, 0)[0] as never, 'x')).toBe('1>2');
  });

  test('an empty element is opened, an attribute set in its place', () => {
    const source = '<r><x:list count="0" /></r>';
    const span = listElements(source, 1)[1] as never;
    expect(appendInside(source, span, '<i/>')).toBe('<r><x:list count="0"><i/></x:list></r>');
    expect(setAttribute(source, span, 'count', '3')).toBe('<r><x:list count="3" /></r>');
    expect(setAttribute(source, span, 'other', '1')).toBe('<r><x:list count="0" other="1"/></r>');
  });

  test('a text that looks like an escape is escaped', () => {
    expect(escapeCellText('_x0041_ & <b>')).toBe('_x005F_x0041_ &amp; &lt;b&gt;');
    expect(escapeCellText('a_xyz_')).toBe('a_xyz_');
  });
});

describe('styles', () => {
  const wanted: WantedStyle[] = [
    { style: resolveStyle('header'), quotePrefix: false },
    { style: resolveStyle('item', { numberFormat: 'dd/mm/yyyy' }), quotePrefix: true },
  ];

  test.each([
    ['an empty style sheet', '<styleSheet xmlns="m"/>'],
    ['one with lists missing', '<styleSheet xmlns="m"><fonts count="1"><font/></fonts><dxfs count="0"/></styleSheet>'],
    ['one with empty lists', '<styleSheet xmlns="m"><numFmts count="0"/><fonts count="1"><font/></fonts></styleSheet>'],
  ])('%s gets what is needed, in the order of the schema, and nothing a second time', (_, source) => {
    const first = appendStyles(source, wanted);
    const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'];
    const found = listElements(first.source, 1)
      .slice(1)
      .map((span) => span.name);
    expect(found).toEqual(order.filter((name) => found.includes(name)));
    expect(first.indexes).toEqual([1, 2]);
    expect(first.source).toContain('formatCode="dd/mm/yyyy"');
    expect(first.source).toContain('quotePrefix="1"');
    expect(appendStyles(first.source, wanted)).toEqual(first);
  });

  test.each([
    ['Calibri', 11, 7],
    ['Arial', 10, 7],
    ['Times New Roman', 12, 8],
    ['.VnTime', 14, 9],
  ])('a digit of %s %p is %p pixels wide', (name, size, width) => {
    expect(defaultDigitWidth(`<s><fonts><font><sz val="${size}"/><name val="${name}"/></font></fonts></s>`)).toBe(width);
  });
});

test('text that could be a formula is written as text with the quote prefix', () => {
  const after = stamp(samplePackage('macros.xlsm'));
  const workbook = readXlsx(after);
  const sheet = partText(after, 'xl/worksheets/sheet4.xml');
  const style = /<c r="[A-Z]+\d+" s="(\d+)" t="inlineStr"><is><t xml:space="preserve">=Tỷ lệ/.exec(sheet)?.[1];
  const formats = listElements(partText(after, 'xl/styles.xml'), 2).filter((span) => span.name === 'xf' && span.depth === 2);
  const base = listElements(partText(after, 'xl/styles.xml'), 2).find((span) => span.name === 'cellXfs');
  const cellFormats = formats.filter((span) => base && span.start > base.start && span.end < base.end);
  expect(readAttribute(cellFormats[Number(style)] as never, 'quotePrefix')).toBe('1');
  expect(sheet).not.toMatch(/<f[\s>]/);
  expect(workbook.sheets).toHaveLength(4);
});

test('a picture that a hand put into our sheet stays, and the chart is renewed in its place', () => {
  const first = stamp(samplePackage('charts-notes-pictures.xlsx'));
  const picture =
    '<xdr:oneCellAnchor><xdr:from><xdr:col>7</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>40</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="9525" cy="9525"/><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="9" name="Chữ ký"/></xdr:nvSpPr></xdr:sp><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>';
  const name = 'xl/drawings/drawing2.xml';
  expect(partText(first, name)).toContain('Biểu đồ điểm theo tiêu chí');
  const signed = change(first, { [name]: (text) => text.replace('</xdr:wsDr>', picture) });
  const again = stamp(signed, '2025-01-01T00:00:00Z');
  expect(partText(again, name)).toContain('name="Chữ ký"');
  expect(partText(again, name).match(/<c:chart /g)).toHaveLength(1);
  expect(Object.keys(unzipSync(again))).toEqual(Object.keys(unzipSync(signed)));
});

test('a formula that stood in our sheet takes the calculation chain with it', () => {
  const first = stamp(samplePackage('charts-notes-pictures.xlsx'));
  const changed = change(first, { 'xl/worksheets/sheet4.xml': (text) => text.replace('</row>', '<c r="K1"><f>1+1</f><v>2</v></c></row>') });
  const again = stamp(changed);
  expect(Object.keys(unzipSync(first))).toContain('xl/calcChain.xml');
  expect(Object.keys(unzipSync(again))).not.toContain('xl/calcChain.xml');
  expect(partText(again, '[Content_Types].xml') + partText(again, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  expect(findSummary(readXlsx(again))?.finished).toBe(true);
});

test('a date written by hand survives in a workbook that counts from 1904', () => {
  const before = samplePackage('foreign-sheet-1904.xlsx');
  const workbook = readXlsx(before);
  const handEntries = { ngay: { value: 45616, numberFormat: 'dd/mm/yyyy' } };
  const input = { workbook, assessment: assessExample(workbook), standard: null, time: TIME, version: '0.1.0', handEntries };
  const after = readXlsx(writeIntoWorkbook(before, [designSummary(input)]));
  expect(findSummary(after)?.handEntries).toEqual(handEntries);
});

test('a new workbook is of the kind asked for and links nowhere', () => {
  const workbook = readXlsx(samplePackage('prefixed.xlsx'));
  const design = designSummary({ workbook, assessment: assessExample(workbook), standard: null, time: TIME, version: '0.1.0' });
  expect(partText(newWorkbook([design], 'xlsm'), '[Content_Types].xml')).toContain('macroEnabled.main+xml');
  expect(partText(newWorkbook([design]), 'xl/worksheets/sheet1.xml')).not.toContain('<hyperlink');
  expect(design.cells.some((cell) => cell.link)).toBe(true);
});
