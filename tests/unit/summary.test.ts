import type { Assessment, Finding } from '../../core/assessment';
import { standardById } from '../../core/standards/registry';
import type { DesignCell, SheetDesign } from '../../core/summary/design';
import { designFindingsSheet } from '../../core/summary/findings-sheet';
import { countLines } from '../../core/summary/measure';
import { nameWithType } from '../../core/summary/place-name';
import { screenText } from '../../core/summary/screen';
import { designSummary } from '../../core/summary/summary';
import { findOwnSheet, verifySummary } from '../../core/summary/verify';
import { describeConfirmedValue, describeVerdict, difference, formatPoints, formatRange, readableTime } from '../../core/summary/words';
import type { Workbook } from '../../core/workbook/workbook';
import { readXlsx } from '../../core/xlsx/read';
import { applyDesign, changeSheet, setCell } from '../support/apply-design';
import { assessExample } from '../support/assessment-example';
import type { ExampleChanges } from '../support/assessment-example';
import { samplePackage } from '../support/packages';

const plain = readXlsx(samplePackage('prefixed.xlsx'));
const standard = standardById('06/2019/QĐ-TTg');

const mismatch: Finding = {
  code: 'self-score-mismatch',
  severity: 'error',
  cell: "'Chấm điểm'!F7",
  criterion: 2,
  item: '2.1',
  message: 'Ô F7 ghi 50 điểm.',
};

function summarise(workbook: Workbook = plain, changes: ExampleChanges = {}, more: Partial<Assessment> = {}): SheetDesign {
  const assessment = { ...assessExample(workbook, changes), ...more };
  return designSummary({ workbook, assessment, standard, time: '2024-11-20T08:05:00Z', version: '0.1.0' });
}

function texts(design: SheetDesign): string[] {
  return design.cells.map((cell) => cell.value).filter((value): value is string => typeof value === 'string' && value !== '');
}

function rowOf(design: SheetDesign, first: string | number): DesignCell[] {
  const row = design.cells.find((cell) => cell.column === 0 && cell.value === first)?.row;
  return design.cells.filter((cell) => cell.row === row);
}

describe('the verdict', () => {
  test('is Đạt where nothing stands against it', () => {
    expect(describeVerdict(assessExample(plain))).toBe('Đạt (tổng điểm 175 trên tối đa 200; ngưỡng công nhận 150 điểm).');
  });

  test('never says Đạt alone where an error stands', () => {
    const words = describeVerdict(assessExample(plain, { findings: [mismatch] }));
    expect(words).toBe(
      'Đủ điều kiện theo số liệu hiện có; còn 1 lỗi phải sửa trước khi trình (tổng điểm 175 trên tối đa 200; ngưỡng công nhận 150 điểm).',
    );
    const everything = texts(summarise(plain, { findings: [mismatch] }));
    expect(everything.filter((text) => /(^|: )Đạt/.test(text))).toEqual([]);
    expect(everything.filter((text) => text.includes(words))).toHaveLength(2);
  });

  test('an altered sheet of ours is no error of the officer’s data: writing it anew settles it', () => {
    const altered: Finding = { code: 'altered-summary', severity: 'error', cell: null, message: 'x' };
    expect(describeVerdict(assessExample(plain, { findings: [altered] }))).toMatch(/^Đạt/);
    expect(texts(summarise(plain, { findings: [altered] }))).toContain('Không có điều nào cần xem lại.');
  });

  test('gives the range where one is open, and never a zero for what is not known', () => {
    const open = setCell(plain, 'Chấm điểm', 6, 4, null);
    expect(describeVerdict(assessExample(open))).toContain('tổng điểm từ 125 đến 175');
    expect(rowOf(summarise(open), '2.1')[4]?.value).toBe('từ 0 đến 50');
    expect(rowOf(summarise(open), '2.1')[5]?.value).toBeNull();
    expect(formatRange(null, [0, 0])).toBe('chưa tính được');
  });

  test('says so where no table was recognised', () => {
    const template = { ...assessExample(plain).template, status: 'unrecognised' as const };
    const design = summarise(
      plain,
      {},
      { criteria: [], template, total: { points: null, range: [0, 0], maxPoints: null, selfScore: null, threshold: null } },
    );
    expect(texts(design)).toContain('Kết luận:');
    expect(texts(design).some((text) => text.startsWith('Chưa chấm được'))).toBe(true);
    expect(design.chart).toBeNull();
  });
});

describe('the sheet', () => {
  const design = summarise(plain, { findings: [mismatch], confirmed: [{ code: 'no-case-rule', value: '2.1=most', source: 'option' }] });

  test('carries header and motto, title, unit class in the Decision’s words, and the Decision', () => {
    expect(texts(design)).toEqual(
      expect.arrayContaining([
        'ỦY BAN NHÂN DÂN',
        'XÃ LAM SƠN',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'BẢNG KẾT QUẢ CHẤM ĐIỂM NĂM 2024',
        standard?.thresholds?.find((threshold) => threshold.unitClass === 'other')?.wording,
        standard?.title,
      ]),
    );
  });

  test('shows maximum, self-score, points, difference, reason and source of an item', () => {
    const row = rowOf(design, '3.1');
    expect(row.slice(2, 6).map((cell) => cell.value)).toEqual([50, 25, 25, 0]);
    expect(row[6]?.value).toBe('0.9796 → 25 điểm');
    expect(row[7]).toMatchObject({ value: 'E9', link: { reference: "'Chấm điểm'!E9" } });
    expect(difference(50, 49.9)).toBe(0.1);
  });

  test('lists the findings with links, and what the officer decided in words and for programs', () => {
    const finding = design.cells.find((cell) => cell.value === 'F7');
    expect(finding?.link?.reference).toBe("'Chấm điểm'!F7");
    expect(texts(design)).toEqual(
      expect.arrayContaining(['Lỗi phải sửa trước khi trình (1)', 'Chỉ tiêu 2.1: cho điểm tối đa', '2.1=most', 'no-case-rule']),
    );
  });

  test('the findings have a heading of their own, the score table’s is repeated and nothing else stands under it', () => {
    const rowWith = (text: string): number => design.cells.find((cell) => String(cell.value).startsWith(text))?.row ?? -1;
    const headings = (row: number): unknown[] =>
      design.cells.filter((cell) => cell.row === row && cell.value !== null).map((cell) => cell.value);
    expect(headings(rowWith('Lỗi phải sửa') - 1)).toEqual(['TT', 'Điều cần xem lại', 'Nội dung', 'Ô', 'Ghi chú']);
    const [repeated, last] = design.print.repeatRows ?? [-1, -1];
    expect(last).toBe(repeated);
    expect(headings(repeated)).toEqual([
      'TT',
      'Tiêu chí, nội dung',
      'Điểm tối đa',
      'Điểm tự chấm',
      'Điểm tính được',
      'Tự chấm − tính được',
      'Lý do',
      'Ô nguồn',
      'Ghi chú',
    ]);
    const below = design.cells.filter((cell) => cell.row > repeated && ['section', 'header', 'verdict', 'group'].includes(cell.style.name));
    expect(below).toEqual([]);
    const numbers = design.cells
      .filter((cell) => cell.column === 0)
      .map((cell) => /^([IVX]+)\. /.exec(String(cell.value))?.[1])
      .filter((number) => number !== undefined);
    expect(numbers).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI']);
  });

  test('a criterion’s name beside the chart is wrapped into a row high enough, not cut', () => {
    const named = assessExample(plain).criteria.map((criterion) => ({ ...criterion, name: 'Trẻ em được chăm sóc sức khỏe '.repeat(5) }));
    const { chart, cells, rows } = summarise(plain, {}, { criteria: named });
    const row = chart?.categories.top ?? 0;
    expect(cells.find((cell) => cell.row === row && cell.column === 1)?.style.wrap).toBe(true);
    expect(rows[row]?.height).toBeGreaterThan(3 * 11);
  });

  test('says when it was made by the clock of Vietnam', () => {
    expect(texts(design)).toContain('Lập lúc 15:05 ngày 20/11/2024 (giờ Việt Nam).');
    expect(readableTime('2026-11-22T01:44:10.123Z')).toBe('08:44 ngày 22/11/2026');
    expect(readableTime('2026-12-31T17:00:00Z')).toBe('00:00 ngày 01/01/2027');
    expect(readableTime('2024-11-20T08:05:00+07:00')).toBe('08:05 ngày 20/11/2024');
    expect(readableTime('không rõ')).toBe('không rõ');
  });

  test('links nowhere that the workbook does not have', () => {
    const findings = [{ ...mismatch, cell: "'Trang khác'!F7" }];
    expect(summarise(plain, { findings }).cells.filter((cell) => cell.link?.reference.includes('Trang khác'))).toEqual([]);
  });

  test('is laid out for print by Decree 30/2020', () => {
    const { print } = design;
    expect(print.paper).toBe('A4');
    expect(print.margins.top).toBeGreaterThanOrEqual(20);
    expect(print.margins.top).toBeLessThanOrEqual(25);
    expect(print.margins.bottom).toBeGreaterThanOrEqual(20);
    expect(print.margins.bottom).toBeLessThanOrEqual(25);
    expect(print.margins.left).toBeGreaterThanOrEqual(30);
    expect(print.margins.left).toBeLessThanOrEqual(35);
    expect(print.margins.right).toBeGreaterThanOrEqual(15);
    expect(print.margins.right).toBeLessThanOrEqual(20);
    expect(print.pageNumbers.fromPage).toBe(2);
    expect(design.cells[design.cells.findIndex((cell) => cell.row === print.repeatRows?.[0])]?.value).toBe('TT');
    expect(new Set(design.cells.map((cell) => cell.style.font))).toEqual(new Set(['Times New Roman']));
    // A landscape A4 page between its margins, at seven pixels a character and 96 dots an inch.
    const millimetres = design.columns.reduce((sum, column) => sum + ((column.width * 7 + 5) / 96) * 25.4, 0);
    expect(millimetres).toBeLessThanOrEqual(297 - print.margins.left - print.margins.right + 8);
  });

  test('no two cells share a place, no two merges overlap, and every merge is within the sheet', () => {
    const places = design.cells.map((cell) => `${cell.row}.${cell.column}`);
    expect(new Set(places).size).toBe(places.length);
    const covered = design.merges.flatMap((merge) => {
      const cells: string[] = [];
      for (let row = merge.top; row <= merge.bottom; row++)
        for (let column = merge.left; column <= merge.right; column++) cells.push(`${row}.${column}`);
      return cells;
    });
    expect(new Set(covered).size).toBe(covered.length);
    expect(design.cells.every((cell) => cell.row < design.rows.length && cell.column < design.columns.length)).toBe(true);
    const hands = design.cells.map((cell) => cell.hand).filter((key) => key !== undefined);
    expect(new Set(hands).size).toBe(hands.length);
  });

  test('says plainly what the stamp is not', () => {
    expect(texts(design).some((text) => /không phải chữ ký/.test(text) && /không chứng minh/.test(text))).toBe(true);
    expect(design.cells.find((cell) => cell.row === design.stampCell.row)?.value).toMatch(
      /^Mã kiểm tra CĐX\/2 · lập 2024-11-20T08:05:00Z · bản 0\.1\.0/,
    );
    // Some programs take `_xa_` inside a text for an escape.
    expect(design.stampCell.text).not.toContain('_');
  });

  test('the chart’s numbers are the criteria’s', () => {
    const { chart } = design;
    const valuesOf = (range: { top: number; bottom: number; left: number } | undefined): unknown[] =>
      design.cells
        .filter((cell) => range && cell.column === range.left && cell.row >= range.top && cell.row <= range.bottom)
        .map((cell) => cell.value);
    expect(valuesOf(chart?.categories)).toEqual(['TC 1', 'TC 2', 'TC 3']);
    expect(valuesOf(chart?.series[0]?.values)).toEqual([100, 50, 50]);
    expect(valuesOf(chart?.series[1]?.values)).toEqual([100, 50, 25]);
  });
});

describe('text from a workbook', () => {
  test.each(['=1+1', '+84 912', '-5', '@SUM(A1)', '\t=1', '\r=1', '  =A1', '＝1', "'=1"])('%j is marked as text', (text) => {
    expect(screenText(text).quotePrefix).toBe(true);
  });

  test.each(['Có', '98,5 %', '1/2', 'Từ 90% trở lên', ''])('%j is not', (text) => {
    expect(screenText(text).quotePrefix).toBe(false);
  });

  test.each(['1.1', '1/2', '15-3', 'TRUE', '3-Mar', '98,5 %'])('%j could be read as a value and gets the text format', (text) => {
    expect(screenText(text).literal).toBe(true);
  });

  test('what no file may hold is replaced', () => {
    expect(screenText('a\u0000b\ud800c\udc00').text).toBe('a b\ufffdc\ufffd');
    expect(screenText('😀 đ').text).toBe('😀 đ');
    expect(screenText('x'.repeat(40000)).text).toHaveLength(32000);
  });
});

test('the findings sheet keeps its notes when the officer has sorted it', () => {
  const findings: Finding[] = [
    mismatch,
    { code: 'missing-evidence', severity: 'warning', cell: "'Chấm điểm'!F4", criterion: 1, item: '1.1', message: 'Thiếu.' },
  ];
  const input = {
    workbook: plain,
    assessment: assessExample(plain, { findings }),
    standard,
    time: '2024-11-20T08:05:00Z',
    version: '0.1.0',
  };
  const design = designFindingsSheet({ ...input, assignment: standard?.agencyAssignments[0] ?? null });
  const rows = [design.autoFilter?.top ?? 0, design.autoFilter?.bottom ?? 0].map((row, index) => (index === 0 ? row + 1 : row)) as [
    number,
    number,
  ];
  expect(rows[1] - rows[0]).toBe(1);
  let workbook = applyDesign(plain, design);
  workbook = setCell(workbook, design.name, rows[0], 8, 'đã sửa');
  const sorted = changeSheet(workbook, design.name, (sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, row: cell.row === rows[0] ? rows[1] : cell.row === rows[1] ? rows[0] : cell.row })),
  }));
  const kept = Object.values(findOwnSheet(sorted, 'findings')?.handEntries ?? {});
  expect(kept).toEqual([{ value: 'đã sửa' }]);
  const again = designFindingsSheet({ ...input, workbook: sorted });
  const row = again.cells.find((cell) => cell.value === 'đã sửa')?.row;
  expect(again.cells.find((cell) => cell.row === row && cell.column === 1)?.value).toBe('Lỗi');
  expect(verifySummary(sorted, input.assessment)).toEqual([]);
});

test('a list of a thousand findings still fits its stamp into a cell', () => {
  const findings = Array.from({ length: 1000 }, (_, index): Finding => ({ ...mismatch, cell: `'Chấm điểm'!F${index + 1}` }));
  const input = {
    workbook: plain,
    assessment: assessExample(plain, { findings }),
    standard,
    time: '2024-11-20T08:05:00Z',
    version: '0.1.0',
  };
  for (const design of [designSummary(input), designFindingsSheet(input)]) {
    expect(design.stampCell.text.length).toBeLessThan(32000);
    const written = applyDesign(plain, design);
    expect(findOwnSheet(written, design.kind)?.finished).toBe(true);
    expect(verifySummary(written, input.assessment)).toEqual([]);
  }
});

test('words', () => {
  expect(formatPoints(47.5)).toBe('47,5');
  expect(formatPoints(1000)).toBe('1000');
  expect(describeConfirmedValue('number-reading', "'A=B'!E9=1.234", null)).toBe("Ô 'A=B'!E9 đọc là 1.234");
  expect(nameWithType(plain, 'Lam Sơn')).toBe('xã Lam Sơn');
  expect(nameWithType(plain, 'phường Hoàng Văn Thụ')).toBe('phường Hoàng Văn Thụ');
  expect(nameWithType(plain, 'Vân Thủy')).toBe('Vân Thủy');
  expect(countLines('một hai ba bốn năm sáu bảy tám chín mười', 60, 12, false)).toBeGreaterThan(2);
  expect(countLines('ngắn', 200, 12, false)).toBe(1);
});
