import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { DesignCell, SheetDesign } from '../../core/summary/design';
import { designFindingsSheet } from '../../core/summary/findings-sheet';
import { sha256, shortHash } from '../../core/summary/hash';
import { normaliseValue } from '../../core/summary/normalise';
import { formatStamp, hashRow, readStamp } from '../../core/summary/stamp';
import type { Stamp } from '../../core/summary/stamp';
import { designSummary } from '../../core/summary/summary';
import type { SummaryInput } from '../../core/summary/summary';
import { findSummary, isOwnSheet, verifySummary } from '../../core/summary/verify';
import { formatReference } from '../../core/workbook/references';
import type { Workbook } from '../../core/workbook/workbook';
import { readXlsx } from '../../core/xlsx/read';
import { applyDesign, changeSheet, deleteRow, insertRow, setCell } from '../support/apply-design';
import { assessExample } from '../support/assessment-example';
import type { ExampleChanges } from '../support/assessment-example';
import { samplePackage } from '../support/packages';

const OWN = 'Kết quả chấm điểm';
const plain: Workbook = readXlsx(samplePackage('prefixed.xlsx'));

function inputFor(workbook: Workbook, changes: ExampleChanges = {}, time = '2024-11-20T08:05:00+07:00'): SummaryInput {
  return { workbook, assessment: assessExample(workbook, changes), standard: null, time, version: '0.1.0' };
}

function stampInto(workbook: Workbook, changes: ExampleChanges = {}, time?: string): Workbook {
  return applyDesign(workbook, designSummary(inputFor(workbook, changes, time)));
}

function verify(workbook: Workbook, changes: ExampleChanges = {}): string[] {
  return verifySummary(workbook, assessExample(workbook, changes)).map(
    (finding) => `${finding.severity} ${finding.code} ${String(finding.cell)}`,
  );
}

function find(design: SheetDesign, wanted: (cell: DesignCell) => boolean): DesignCell {
  const cell = design.cells.find(wanted);
  if (!cell) throw new Error('no such cell');
  return cell;
}

const stamped = stampInto(plain);
const design = designSummary(inputFor(plain));
const stampCell = formatReference({ sheet: OWN, row: design.stampCell.row, column: design.stampCell.column });
/** The computed points of item 2.1. */
const score = find(
  design,
  (cell) => cell.column === 4 && cell.row === find(design, (other) => other.column === 0 && other.value === '2.1').row,
);

describe('hash', () => {
  test('SHA-256 as Node reckons it, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const words = Buffer.from(Uint32Array.from(sha256(text)).buffer)
          .swap32()
          .toString('hex');
        expect(words).toBe(createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex'));
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('a short hash is stable and has the length asked for', () => {
    expect(shortHash('Chấm điểm', 4)).toHaveLength(4);
    expect(shortHash('Chấm điểm', 10)).toBe(shortHash('Chấm điểm', 10));
    expect(shortHash('Chấm điểm', 10).startsWith(shortHash('Chấm điểm', 4))).toBe(true);
  });

  test.each([
    ['Hoà  bình\u00a0', 'Hoà bình'],
    ['é', 'e\u0301'],
    ['a\r\nb', 'a b'],
    ['50', 50],
    [0.1 + 0.2, 0.3],
    ['', null],
  ])('%p and %p are the same value', (first, second) => {
    expect(normaliseValue(first)).toBe(normaliseValue(second));
  });

  test.each([
    ['1.1', '1.2'],
    [50, 50.01],
    ['Có', 'Không'],
    [0, null],
  ])('%p and %p are not', (first, second) => {
    expect(normaliseValue(first)).not.toBe(normaliseValue(second));
  });
});

describe('verification', () => {
  test('a workbook without our sheet, and one just stamped, raise nothing', () => {
    expect(verify(plain)).toEqual([]);
    expect(verify(stamped)).toEqual([]);
  });

  test('one changed score is found at its cell', () => {
    const changed = setCell(stamped, OWN, score.row, score.column, 49);
    expect(verify(changed)).toEqual([`error altered-summary ${formatReference({ sheet: OWN, row: score.row, column: score.column })}`]);
  });

  test('every cell that we wrote is watched, and no cell of the hand is', () => {
    const watched = design.cells.filter((cell) => cell.row < design.stampCell.row);
    for (const cell of watched) {
      const changed = setCell(stamped, OWN, cell.row, cell.column, 'khác hẳn');
      const expected =
        cell.hand === undefined ? [`error altered-summary ${formatReference({ sheet: OWN, row: cell.row, column: cell.column })}`] : [];
      expect({ row: cell.row, column: cell.column, found: verify(changed) }).toEqual({
        row: cell.row,
        column: cell.column,
        found: expected,
      });
    }
  });

  test('a formula in place of a value is a change even where it shows the same', () => {
    expect(verify(setCell(stamped, OWN, score.row, score.column, 50, { formula: '25+25' }))).toHaveLength(1);
  });

  test.each([
    ['a result', 6, 4, 0.99, 'Số liệu'],
    ['a self-score', 6, 5, 40, 'Số liệu'],
    ['the scale', 6, 2, 'Từ 98% trở lên: 40 điểm', 'Thang điểm'],
  ])('%s that changed makes the sheet stale, at its stamp', (_, row, column, value, words) => {
    const moved = setCell(stamped, 'Chấm điểm', row, column, value);
    expect(verify(moved)).toEqual([`warning stale-summary ${stampCell}`]);
    const message = verifySummary(moved, assessExample(moved))[0]?.message;
    expect(message).toContain(words);
    expect(message).toContain('08:05 ngày 20/11/2024');
    expect(message).not.toContain('2024-11-20');
  });

  test('a note beside the table does not make it stale', () => {
    expect(verify(setCell(stamped, 'Chấm điểm', 20, 8, 'ghi chú'))).toEqual([]);
  });

  test('an empty row put in, or the sheet moved one column, raises nothing', () => {
    expect(verify(insertRow(stamped, OWN, score.row))).toEqual([]);
    const moved = changeSheet(stamped, OWN, (sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => ({ ...cell, column: cell.column + 1 })),
    }));
    expect(verify(moved)).toEqual([]);
  });

  test('a row taken out is one finding, a row made up is one at its first cell', () => {
    expect(verify(deleteRow(stamped, OWN, score.row))).toEqual([
      `error altered-summary ${formatReference({ sheet: OWN, row: score.row, column: 0 })}`,
    ]);
    const added = setCell(insertRow(stamped, OWN, score.row), OWN, score.row, 1, 'Tiêu chí thêm vào');
    expect(verify(added)).toEqual([`error altered-summary ${formatReference({ sheet: OWN, row: score.row, column: 1 })}`]);
  });

  test('a sheet renamed by the officer is found all the same', () => {
    const renamed = { ...stamped, sheets: stamped.sheets.map((sheet) => (sheet.name === OWN ? { ...sheet, name: 'KQ' } : sheet)) };
    expect(findSummary(renamed)?.sheet).toBe('KQ');
    expect(verify(renamed)).toEqual([]);
    expect(designSummary(inputFor(renamed)).replaces).toBe('KQ');
  });

  test('a stamp that was changed is an altered sheet, one of a later format a stale one', () => {
    const { row, column, text } = design.stampCell;
    expect(verify(setCell(stamped, OWN, row, column, text.replace('0.1.0', '0.1.1')))).toEqual([`error altered-summary ${stampCell}`]);
    expect(verify(setCell(stamped, OWN, row, column, text.replace('CĐX/2', 'CĐX/9')))).toEqual([`warning stale-summary ${stampCell}`]);
  });

  test('a sheet cut off half-way is ours, unfinished, and rewritten in place', () => {
    const { row, column, startText } = design.stampCell;
    const half = changeSheet(setCell(stamped, OWN, row, column, startText), OWN, (sheet) => ({
      ...sheet,
      cells: sheet.cells.filter((cell) => cell.row < 12 || cell.row === row),
    }));
    expect(findSummary(half)).toMatchObject({ sheet: OWN, finished: false, stamp: null });
    expect(verify(half)).toEqual([`warning stale-summary ${stampCell}`]);
    expect(verify(stampInto(half))).toEqual([]);
    expect(designSummary(inputFor(half)).replaces).toBe(OWN);
  });

  test('an older stamp format is still read: the row of a change is found', () => {
    const reading = readStamp(design.stampCell.text);
    if (reading?.state !== 'finished') throw new Error('unreadable');
    const older = formatStamp({ ...reading.stamp, format: 1, rows: reading.stamp.rows.map((row) => ({ hash: row.hash, cells: [] })) });
    const { row, column } = design.stampCell;
    const old = setCell(stamped, OWN, row, column, older);
    expect(verify(old)).toEqual([]);
    const changed = setCell(old, OWN, score.row, score.column, 49);
    expect(verify(changed)).toEqual([`error altered-summary ${formatReference({ sheet: OWN, row: score.row, column: 0 })}`]);
  });

  test('many changes are named one by one up to a limit, then together', () => {
    const wild = changeSheet(stamped, OWN, (sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.row > 12 && cell.row < design.stampCell.row - 14 && cell.column < 7 ? { ...cell, value: `${String(cell.value)}*` } : cell,
      ),
    }));
    const findings = verifySummary(wild, assessExample(wild));
    expect(findings.length).toBeLessThanOrEqual(32);
    expect(findings[findings.length - 1]?.cells?.length).toBeGreaterThan(1);
  });
});

describe('which sheets are ours', () => {
  test('our sheets are, the officer’s are not', () => {
    expect(stamped.sheets.map(isOwnSheet)).toEqual([false, true]);
    const both = applyDesign(stamped, designFindingsSheet(inputFor(stamped)));
    expect(both.sheets.map(isOwnSheet)).toEqual([false, true, true]);
  });

  test('a stamp copied into the officer’s own sheet does not make it ours', () => {
    const copied = setCell(plain, 'Chấm điểm', 30, 0, design.stampCell.text);
    expect(copied.sheets.map(isOwnSheet)).toEqual([false]);
    expect(verify(copied)).toEqual([]);
  });

  test('of two copies the later one counts', () => {
    const later = designSummary(inputFor(plain, {}, '2025-01-01T00:00:00Z'));
    const two = applyDesign(stamped, { ...later, name: 'Bản hai' });
    expect(findSummary(two)?.sheet).toBe('Bản hai');
  });
});

describe('what the hand wrote', () => {
  const handCell = (key: string): DesignCell => find(design, (cell) => cell.hand === key);
  const write = (workbook: Workbook, key: string, value: string | number, format?: string): Workbook => {
    const { row, column } = handCell(key);
    return setCell(workbook, OWN, row, column, value, format === undefined ? {} : { format });
  };

  test('a filled signature block raises nothing and is kept when stamped again, also where the layout has moved', () => {
    let filled = write(stamped, 'so', 'Số: 12/BC-UBND');
    filled = write(filled, 'ngay', 45616, 'dd/mm/yyyy');
    filled = write(filled, 'ho-ten-chu-tich', 'Phạm Hồng Quân');
    filled = write(filled, 'noi-nhan-1', '- Phòng LĐTBXH huyện;');
    filled = write(filled, 'nd:2.1', '=đã kiểm tra');
    expect(verify(filled)).toEqual([]);
    const entries = findSummary(filled)?.handEntries;
    expect(entries).toEqual({
      so: { value: 'Số: 12/BC-UBND' },
      ngay: { value: 45616, numberFormat: 'dd/mm/yyyy' },
      'ho-ten-chu-tich': { value: 'Phạm Hồng Quân' },
      'noi-nhan-1': { value: '- Phòng LĐTBXH huyện;' },
      'nd:2.1': { value: '=đã kiểm tra' },
    });
    const changes: ExampleChanges = {
      findings: [
        { code: 'missing-evidence', severity: 'warning', cell: "'Chấm điểm'!G4", criterion: 1, item: '1.1', message: 'Thiếu minh chứng.' },
      ],
    };
    const again = stampInto(filled, changes);
    expect(verify(again, changes)).toEqual([]);
    expect(findSummary(again)?.handEntries).toEqual(entries);
    const noted = designSummary(inputFor(filled, changes)).cells.find((cell) => cell.hand === 'nd:2.1');
    expect(noted).toMatchObject({ value: '=đã kiểm tra', quotePrefix: true });
  });

  const titles = find(design, (cell) => cell.value === 'NGƯỜI LẬP BIỂU').row;
  const footnote = find(design, (cell) => String(cell.value).startsWith('Ô nền vàng nhạt')).row;
  const block = design.cells.filter((cell) => cell.row >= titles && cell.row < footnote);

  test('from the titles down to the footnote every cell is the hand’s, and looks so', () => {
    expect(find(design, (cell) => cell.value === 'CHỦ TỊCH').row).toBeGreaterThan(titles);
    expect(block).toHaveLength((footnote - titles) * design.columns.length);
    expect(block.filter((cell) => cell.hand === undefined)).toEqual([]);
    expect(new Set(block.map((cell) => cell.style.fill))).toEqual(new Set([find(design, (cell) => cell.hand === 'so').style.fill]));
  });

  test.each(Array.from({ length: footnote - titles }, (_, index) => index))(
    'row %i of the signature block: a name in any column raises nothing and is kept',
    (offset) => {
      for (const { row, column, hand = '' } of block.filter((cell) => cell.row === titles + offset)) {
        const signed = setCell(stamped, OWN, row, column, 'Lý Văn Ngọc');
        expect(verify(signed)).toEqual([]);
        expect(findSummary(signed)?.handEntries).toEqual({ [hand]: { value: 'Lý Văn Ngọc' } });
        const again = designSummary(inputFor(signed));
        expect(again.cells.find((cell) => cell.row === row && cell.column === column)?.value).toBe('Lý Văn Ngọc');
        // What stands beside a merged area's first cell would not be seen under it.
        const over = again.merges.filter((merge) => merge.top === row && merge.left < column && merge.right >= column);
        expect(over).toEqual([]);
        expect(verify(applyDesign(signed, again))).toEqual([]);
      }
    },
  );

  test('a signature block filled from end to end raises nothing and is kept; a footnote changed is still found', () => {
    const filled = block.reduce((workbook, cell) => setCell(workbook, OWN, cell.row, cell.column, `${cell.row}/${cell.column}x`), stamped);
    expect(verify(filled)).toEqual([]);
    expect(Object.keys(findSummary(filled)?.handEntries ?? {})).toHaveLength(block.length);
    expect(verify(setCell(filled, OWN, footnote, 0, 'khác'))).toEqual([
      `error altered-summary ${formatReference({ sheet: OWN, row: footnote, column: 0 })}`,
    ]);
  });

  test('a row taken out of the signature block leaves the rest in its place', () => {
    const name = handCell('ho-ten-chu-tich');
    const signed = setCell(stamped, OWN, name.row, name.column, 'Phạm Hồng Quân');
    const shorter = deleteRow(signed, OWN, titles + 1);
    expect(verify(shorter)).toEqual([]);
    expect(Object.values(findSummary(shorter)?.handEntries ?? {})).toEqual([{ value: 'Phạm Hồng Quân' }]);
  });

  test('a placeholder left as it was is nobody’s entry', () => {
    expect(findSummary(stamped)?.handEntries).toEqual({});
  });

  test('stamping twice changes nothing but the time', () => {
    const again = designSummary(inputFor(stamped, {}, '2025-01-01T00:00:00Z'));
    const { row } = again.stampCell;
    const timeRow = find(design, (cell) => String(cell.value).startsWith('Lập lúc ')).row;
    expect(timeRow).toBe(row - 1);
    const rest = (one: SheetDesign): DesignCell[] => one.cells.filter((cell) => cell.row !== row && cell.row !== timeRow);
    expect(rest(again)).toEqual(rest(design));
    // The row of the time is the last one, and hashes otherwise.
    const strip = (text: string): string => text.replace(/lập \S+/, '').replace(/,[^,]+ · hết \S+/, '');
    expect(strip(again.stampCell.text)).toBe(strip(design.stampCell.text));
  });
});

describe('what the officer decided', () => {
  const mapping = JSON.stringify({ tables: [{ sheet: 'Chấm điểm', headerRows: [2], note: 'x'.repeat(40000) }] });
  const confirmed = [
    { code: 'unit-class', value: 'mountain-island-hardship', source: 'option' as const },
    { code: 'no-case-rule', value: '3.1=most', source: 'option' as const },
    { code: 'no-case-rule', value: '2.1=zero', source: 'option' as const },
    { code: 'sheet', value: '=1+1', source: 'option' as const },
    { code: 'mapping', value: mapping, source: 'option' as const },
  ];
  const decided = stampInto(plain, { confirmed });
  const read = confirmed.map((choice) => ({ ...choice, source: 'summary-sheet' }));

  test('is read back as it was, long mappings and odd values included', () => {
    expect(findSummary(decided)?.confirmed).toEqual(read);
  });

  test('makes no difference to the stamp where it came from', () => {
    const source = 'summary-sheet' as const;
    expect(verify(decided, { confirmed: confirmed.map((choice) => ({ ...choice, source })) })).toEqual([]);
  });

  test('counts no more where it was changed by hand', () => {
    const sheet = decided.sheets.find((candidate) => candidate.name === OWN);
    const cell = sheet?.cells.find((candidate) => candidate.value === 'mountain-island-hardship');
    const changed = setCell(decided, OWN, cell?.row ?? 0, cell?.column ?? 0, 'other');
    expect(findSummary(changed)?.confirmed).toEqual(read.slice(1));
    expect(verify(changed, { confirmed })).toHaveLength(1);
  });
});

test('any stamp is read back as it was written', () => {
  const word = fc.stringMatching(/^[A-Za-z0-9]{4}$/);
  const mark = fc.record({
    key: fc.stringMatching(/^[a-z:.~0-9-]{1,12}$/),
    row: fc.nat(900),
    column: fc.nat(8),
    placeholder: fc.constantFrom('', 'Ab'),
  });
  const any = fc.record<Stamp>({
    format: fc.constant(2),
    kind: fc.constantFrom('summary' as const, 'findings' as const),
    time: fc.constant('2024-11-20T08:05:00Z'),
    version: fc.constant('1.2.3'),
    standard: fc.constantFrom(null, '06/2019/QĐ-TTg'),
    rubric: word,
    data: word,
    result: word,
    confirmed: fc.option(fc.tuple(fc.nat(50), fc.nat(50))),
    hand: fc.array(mark, { maxLength: 6 }),
    columnCount: fc.constant(3),
    rows: fc.array(fc.record({ hash: fc.constant(hashRow(['a'])), cells: fc.array(fc.constantFrom('', 'Zz'), { maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 9,
    }),
  });
  fc.assert(
    fc.property(any, (stamp) => {
      expect(readStamp(formatStamp(stamp))).toEqual({ state: 'finished', stamp });
    }),
    { seed: 11 },
  );
});
