import { unzipSync } from 'fflate';
import type { SheetDesign } from '../../core/summary/design';
import { designFindingsSheet } from '../../core/summary/findings-sheet';
import { designSummary } from '../../core/summary/summary';
import { findSummary, verifySummary } from '../../core/summary/verify';
import { readPackageInfo, readXlsx } from '../../core/xlsx/read';
import { newWorkbook, writeIntoWorkbook } from '../../core/xlsx/stamp';
import { openXml, END } from '../../core/xlsx/xml';
import { assessExample } from '../support/assessment-example';
import type { ExampleChanges } from '../support/assessment-example';
import { convertWithLibreOffice, packedEntries, partText, samplePackage } from '../support/packages';

const packages = ['charts-notes-pictures.xlsx', 'macros.xlsm', 'foreign-sheet-1904.xlsx', 'prefixed.xlsx', 'strict-without-styles.xlsx'];
const TIME = '2024-11-20T08:05:00+07:00';

function design(bytes: Uint8Array, time = TIME, changes: ExampleChanges = {}): SheetDesign {
  const workbook = readXlsx(bytes);
  return designSummary({ workbook, assessment: assessExample(workbook, changes), standard: null, time, version: '0.1.0' });
}

function stamp(bytes: Uint8Array, time = TIME, changes: ExampleChanges = {}): Uint8Array {
  return writeIntoWorkbook(bytes, [design(bytes, time, changes)]);
}

function findingsAfter(bytes: Uint8Array, changes: ExampleChanges = {}): string[] {
  const workbook = readXlsx(bytes);
  return verifySummary(workbook, assessExample(workbook, changes)).map((finding) => `${finding.code} ${String(finding.cell)}`);
}

/** Parts that have to list the new sheet; all else keeps its bytes. */
const touched = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];

describe.each(packages)('a sheet put into %s', (name) => {
  const before = samplePackage(name);
  const after = stamp(before);

  test('every other entry keeps its bytes and its place', () => {
    const packedBefore = packedEntries(before);
    const packedAfter = packedEntries(after);
    const names = Array.from(packedBefore.keys());
    expect(Array.from(packedAfter.keys()).slice(0, names.length)).toEqual(names);
    for (const [entry, content] of Array.from(packedBefore)) {
      if (!touched.includes(entry)) expect({ entry, same: packedAfter.get(entry) === content }).toEqual({ entry, same: true });
    }
    const added = Array.from(packedAfter.keys()).slice(names.length);
    expect(added.filter((entry) => !/^xl\/(worksheets|drawings|charts)\//.test(entry) && entry !== 'xl/styles.xml')).toEqual([]);
  });

  test('what was in the touched parts is still there, in its order', () => {
    for (const part of touched) {
      const old = partText(before, part).replace(/\bcount="\d+"/g, '');
      const now = partText(after, part).replace(/\bcount="\d+"/g, '');
      let position = 0;
      for (const piece of old.match(/<[^>]*>|[^<]+/g) ?? []) {
        const found = now.indexOf(piece, position);
        expect({ part, piece, found: found >= 0 }).toEqual({ part, piece, found: true });
        position = found + piece.length;
      }
    }
  });

  test('every written part is well-formed XML and every list count is right', () => {
    const parts = unzipSync(after);
    for (const part of Object.keys(parts).filter((entry) => /\.(xml|rels)$/.test(entry))) {
      const cursor = openXml(Buffer.from(parts[part] as Uint8Array).toString('utf8'));
      while (cursor.next() !== END);
    }
    const styles = partText(after, 'xl/styles.xml');
    for (const [list, child] of [
      ['fonts', 'font'],
      ['fills', 'fill'],
      ['borders', 'border'],
      ['cellXfs', 'xf'],
    ] as const) {
      const whole = new RegExp(`<(?:x:)?${list} count="(\\d+)"[^>]*>([\\s\\S]*?)</(?:x:)?${list}>`).exec(styles);
      const children = (whole?.[2] ?? '').match(new RegExp(`<(?:x:)?${child}[\\s/>]`, 'g')) ?? [];
      expect({ list, count: Number(whole?.[1]) }).toEqual({ list, count: children.length });
    }
  });

  test('the sheet is read back, found by its stamp, and raises nothing', () => {
    const workbook = readXlsx(after);
    expect(findSummary(workbook)?.finished).toBe(true);
    expect(findingsAfter(after)).toEqual([]);
    expect(workbook.sheets.slice(0, -1)).toEqual(readXlsx(before).sheets);
    expect(readPackageInfo(after).kind).toBe(readPackageInfo(before).kind);
  });

  test('no formula is in it, and text that looks like one stays text', () => {
    const workbook = readXlsx(after);
    const own = workbook.sheets.find((sheet) => sheet.name === findSummary(workbook)?.sheet);
    expect(own?.cells.filter((cell) => cell.formula !== undefined)).toEqual([]);
    expect(own?.cells.map((cell) => cell.value)).toEqual(
      expect.arrayContaining(['=Tỷ lệ trẻ em được khai sinh', '- Tỷ lệ trẻ em bị tai nạn <giảm> & không tử vong']),
    );
  });

  test('stamping again changes the sheet alone, and with the same time nothing at all', () => {
    expect(Buffer.from(stamp(after)).equals(Buffer.from(after))).toBe(true);
    const later = packedEntries(stamp(after, '2024-12-01T09:00:00+07:00'));
    const now = packedEntries(after);
    expect(Array.from(later.keys())).toEqual(Array.from(now.keys()));
    const changed = Array.from(later.keys()).filter((entry) => later.get(entry) !== now.get(entry));
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatch(/^xl\/worksheets\/sheet\d+\.xml$/);
  });
});

test('what LibreOffice saves again raises nothing, and is stamped again in place with its notes and pictures', () => {
  const first = stamp(samplePackage('charts-notes-pictures.xlsx'), TIME, {
    confirmed: [{ code: 'unit-class', value: 'other', source: 'option' }],
  });
  const saved = convertWithLibreOffice(first, 'xlsx');
  const workbook = readXlsx(saved);
  const confirmed = findSummary(workbook)?.confirmed ?? [];
  expect(confirmed).toEqual([{ code: 'unit-class', value: 'other', source: 'summary-sheet' }]);
  expect(findingsAfter(saved, { confirmed })).toEqual([]);
  const again = stamp(saved, '2024-12-01T09:00:00+07:00', { confirmed });
  expect(readPackageInfo(again).sheetNames).toEqual(readPackageInfo(saved).sheetNames);
  expect(Object.keys(unzipSync(again)).sort()).toEqual(Object.keys(unzipSync(saved)).sort());
  expect(findingsAfter(again, { confirmed })).toEqual([]);
});

test('LibreOffice draws the printed sheet: a page of A4 across, numbers from the second page on', () => {
  const bytes = newWorkbook([design(samplePackage('prefixed.xlsx'))]);
  const pdf = Buffer.from(convertWithLibreOffice(bytes, 'pdf')).toString('latin1');
  const boxes = pdf.match(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g) ?? [];
  expect(boxes.length).toBeGreaterThan(0);
  expect(boxes.length).toBeLessThan(5);
  for (const box of boxes) expect(box).toMatch(/841\.\d+\s+595\.\d+|842\s+595/);
});

test('a foreign sheet of our name is never overwritten', () => {
  const before = samplePackage('foreign-sheet-1904.xlsx');
  const names = readPackageInfo(stamp(before)).sheetNames;
  expect(names).toEqual(['Chấm điểm', 'Kết quả chấm điểm', 'Kết quả chấm điểm (2)']);
  // Even a design that claims the foreign sheet for its own does not get it.
  const claimed = { ...design(before), name: 'Kết quả chấm điểm', replaces: 'Kết quả chấm điểm' };
  const after = readXlsx(writeIntoWorkbook(before, [claimed]));
  expect(after.sheets[1]).toEqual(readXlsx(before).sheets[1]);
  expect(after.sheets.map((sheet) => sheet.name)).toEqual(names);
});

test('macros, defined names and sheet numbers stay as they are', () => {
  const after = stamp(samplePackage('macros.xlsm'));
  expect(partText(after, '[Content_Types].xml')).toContain('application/vnd.ms-excel.sheet.macroEnabled.main+xml');
  const workbook = partText(after, 'xl/workbook.xml');
  expect(workbook).toContain('<definedName name="TongDiem" localSheetId="0">');
  expect(workbook).toMatch(/<definedName name="_xlnm.Print_Titles" localSheetId="3">'Kết quả chấm điểm'!\$\d+:\$\d+<\/definedName>/);
});

test('the list of findings is a second sheet of ours, with a filter of its own', () => {
  const before = samplePackage('charts-notes-pictures.xlsx');
  const workbook = readXlsx(before);
  const message = '+Điểm tự chấm lệch';
  const assessment = assessExample(workbook, {
    findings: [{ code: 'self-score-mismatch', severity: 'error', cell: "'Chấm điểm'!F7", criterion: 2, item: '2.1', message }],
  });
  const input = { workbook, assessment, standard: null, time: TIME, version: '0.1.0' };
  const assignment = { id: 'mau', title: 'Phân công mẫu', source: '', agencies: [{ name: 'Tư pháp', criteria: [2] }] };
  const after = writeIntoWorkbook(before, [designSummary(input), designFindingsSheet({ ...input, assignment })]);
  const list = readXlsx(after).sheets.find((sheet) => sheet.name === 'Điều cần xem lại');
  expect(list?.cells.map((cell) => cell.value)).toEqual(
    expect.arrayContaining(['Lỗi', 'Điểm tự chấm khác điểm tính được', 'Tư pháp', message]),
  );
  expect(partText(after, 'xl/workbook.xml')).toContain('_xlnm._FilterDatabase');
  expect(findingsAfter(after, { findings: assessment.findings })).toEqual([]);
});

test('a workbook of our sheets alone, for what cannot be written into', () => {
  const bytes = newWorkbook([design(samplePackage('prefixed.xlsx'))]);
  const workbook = readXlsx(bytes);
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['Kết quả chấm điểm']);
  expect(findSummary(workbook)?.finished).toBe(true);
});

test('the relationship prefix that only another sheet declares is declared anew', () => {
  const sheets = /<x:sheets>.*<\/x:sheets>/.exec(partText(stamp(samplePackage('prefixed.xlsx')), 'xl/workbook.xml'))?.[0] ?? '';
  const own = sheets.slice(sheets.lastIndexOf('<x:sheet '));
  expect(own).toMatch(/xmlns:r="[^"]*officeDocument\/2006\/relationships" r:id="rId\d+"/);
});
