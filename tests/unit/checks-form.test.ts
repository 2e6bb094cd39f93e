import { standardById } from '../../core/standards/registry';
import type { StatedYear } from '../../core/template/template';
import type { Workbook } from '../../core/workbook/workbook';
import { bareWorkbook, briefly, cellAt, findingsOf, type ItemPlan, type ScorePlan } from '../support/score-builder';

const items = (...plans: readonly ItemPlan[]): ScorePlan => ({ criteria: [{ number: 1, row: 10, items: plans }] });
const brief = (plan: ScorePlan, input = {}): string[] => briefly(findingsOf(plan, input));

describe('evidence', () => {
  test('points without evidence, where others have one', () => {
    expect(brief(items({ row: 11, evidence: null }, { row: 12 }))).toEqual(['missing-evidence G11 1.1']);
  });

  test('a criterion merged beside its items has no row of its own', () => {
    const workbook = bareWorkbook();
    const filled: Workbook = { ...workbook, sheets: [{ ...workbook.sheets[0]!, cells: [{ row: 10, column: 6, value: 'Báo cáo' }] }] };
    expect(brief({ criteria: [{ number: 1, row: 11, items: [{ row: 11 }, { row: 12, evidence: null }] }] }, { workbook: filled })).toEqual([
      'missing-evidence G12 1.2',
    ]);
  });

  test('nothing claimed needs none, an empty column is no finding, and neither is no column', () => {
    expect(brief(items({ row: 11, evidence: null, self: 0, points: 0 }, { row: 12 }))).toEqual([]);
    expect(brief(items({ row: 11, evidence: null }, { row: 12, evidence: null }))).toEqual([]);
    expect(brief(items({ row: 11, item: { evidence: null } }, { row: 12 }))).toEqual([]);
  });

  test('evidence on the row of the criterion stands for its items', () => {
    const workbook = bareWorkbook();
    const filled: Workbook = {
      ...workbook,
      sheets: [{ ...workbook.sheets[0]!, cells: [{ row: 9, column: 6, value: 'Hồ sơ tiêu chí 1' }] }],
    };
    expect(
      brief(
        { criteria: [...items({ row: 11, evidence: null }).criteria, { number: 2, row: 20, items: [{ row: 21 }] }] },
        { workbook: filled },
      ),
    ).toEqual([]);
  });
});

describe('hidden data', () => {
  const hidden = (parts: Partial<Workbook['sheets'][number]>): { workbook: Workbook } => {
    const workbook = bareWorkbook();
    return { workbook: { ...workbook, sheets: [{ ...workbook.sheets[0]!, ...parts }] } };
  };
  const three = items({ row: 11 }, { row: 12 }, { row: 13 });

  test('one finding for each stretch of rows, at its first row', () => {
    const findings = findingsOf(
      three,
      hidden({
        hiddenRows: [
          [10, 10],
          [11, 11],
        ],
      }),
    );
    expect(briefly(findings)).toEqual(['hidden-data B11']);
    expect(findings[0]!.message).toContain('Dòng 11–12');
    expect(
      brief(
        three,
        hidden({
          hiddenRows: [
            [10, 10],
            [12, 12],
          ],
        }),
      ),
    ).toEqual(['hidden-data B11', 'hidden-data B13']);
  });

  test('a stretch that begins with an empty row is said there', () => {
    expect(brief(items({ row: 15 }), hidden({ hiddenRows: [[12, 14]] }))).toEqual(['hidden-data B13']);
  });

  test('hidden columns count only where they are read', () => {
    expect(brief(three, hidden({ hiddenColumns: [[4, 4]] }))).toEqual(['hidden-data E11']);
    expect(brief(three, hidden({ hiddenColumns: [[6, 9]] }))).toEqual([]);
    expect(brief(items({ row: 11, self: null }), hidden({ hiddenColumns: [[5, 5]] }))).toEqual([]);
    expect(brief(three, hidden({ hiddenRows: [[40, 50]] }))).toEqual([]);
  });

  test('a hidden data sheet is one finding', () => {
    const workbook = bareWorkbook('Chấm điểm', 'Số liệu');
    const observation = {
      cells: {
        observation: null,
        numerator: cellAt('E18', 5, { sheet: 'Số liệu' }),
        denominator: cellAt('E7', 9, { sheet: 'Số liệu' }),
        rate: null,
      },
    };
    const input = { workbook: { ...workbook, sheets: [workbook.sheets[0]!, { ...workbook.sheets[1]!, hidden: true }] } };
    expect(brief(items({ row: 11, observation }), input)).toEqual(["hidden-data 'Số liệu'!E18"]);
    expect(brief(items({ row: 11 }), input)).toEqual([]);
  });
});

describe('the year', () => {
  const stated = (source: StatedYear['source'], year: number, address: string, sheetName?: string): StatedYear => ({
    source,
    year,
    cell: cellAt(address, `năm ${year}`, sheetName === undefined ? {} : { sheet: sheetName }),
  });
  const of = (...years: readonly StatedYear[]): ScorePlan => ({ ...items({ row: 11 }), template: { years } });

  test('the header of the result column against the title', () => {
    const findings = findingsOf(of(stated('title', 2024, 'A5'), stated('result-header', 2023, 'F9')));
    expect(briefly(findings)).toEqual(['wrong-year F9']);
    expect(findings[0]!.message).toBe(
      'Tên cột kết quả ghi năm 2023, trong khi năm của biểu là 2024. Kiểm tra xem số liệu là của năm nào rồi sửa cho khớp.',
    );
  });

  test('the officer’s own year against both', () => {
    expect(brief(of(stated('title', 2024, 'A5'), stated('result-header', 2024, 'F9')), { year: 2023 })).toEqual([
      'wrong-year A5',
      'wrong-year F9',
    ]);
    expect(brief(of(stated('title', 2024, 'A5')), { year: 2024 })).toEqual([]);
  });

  test('every column that results stand in has a heading; one with two years compares them', () => {
    const columns = (role: string, heading: string) => ({
      ...items({ row: 11 }),
      template: { years: [stated('title', 2024, 'A5')], columns: [{ role, header: cellAt('F8', heading) }] },
    });
    expect(brief(columns('rate', 'Tỷ lệ năm 2022 (%)'))).toEqual(['wrong-year F8']);
    expect(brief(columns('rate', 'Tỷ lệ năm 2024 (%)'))).toEqual([]);
    expect(brief(columns('rate', 'Năm 2022 so với năm 2023'))).toEqual([]);
    expect(brief(columns('previous-year', 'Năm 2023'))).toEqual([]);
  });

  test('years in a result are compared, not stated', () => {
    const result = {
      ...items({ row: 11, result: 'Năm 2023: 26; năm 2024: 20' }),
      template: { years: [stated('title', 2024, 'A5'), stated('title', 2023, 'E11')] },
    };
    expect(brief(result)).toEqual([]);
  });

  test('other years never count', () => {
    expect(
      brief(
        of(stated('title', 2024, 'A5'), stated('period', 2023, 'A6'), stated('sheet-name', 2022, 'A1'), stated('file-name', 2021, 'A1')),
      ),
    ).toEqual([]);
    expect(brief(of(stated('title', 2024, 'A5'), stated('result-header', 2023, 'E9'), stated('result-header', 2024, 'F9')))).toEqual([]);
    expect(brief(of(stated('title', 2024, 'A5'), stated('title', 2023, 'A5', 'Năm 2023')))).toEqual([]);
    expect(brief(of(stated('result-header', 2023, 'F9')))).toEqual([]);
  });
});

describe('the unit class', () => {
  const decision06 = standardById('06/2019/QĐ-TTg')!;
  const codes = (plan: ScorePlan): string[] => brief(plan).filter((line) => line.startsWith('unit-class'));
  const one = { ...items({ row: 11 }), standard: decision06 };
  const unknown = { unitClass: null, source: null, workbookClass: null };

  test('not known, where the Decision has thresholds', () => {
    expect(codes({ ...one, unitClass: unknown, threshold: null })).toEqual(['unit-class-missing -']);
    expect(codes({ ...one, unitClass: unknown, threshold: null, standard: standardById('34/2014/QĐ-TTg') })).toEqual([]);
    expect(codes({ ...one, unitClass: unknown, threshold: 850 })).toEqual([]);
    expect(codes(one)).toEqual([]);
  });

  test('two sources that differ, at the workbook’s cell where it is one of them', () => {
    const conflict = { first: 'other', second: 'mountain-island-hardship' } as const;
    const cell = cellAt('A7', 'Xã miền núi');
    expect(
      codes({ ...one, unitClass: { source: 'option', conflict, workbookCell: cell, workbookClass: 'mountain-island-hardship' } }),
    ).toEqual(['unit-class-conflict A7']);
    expect(codes({ ...one, unitClass: { source: 'option', conflict, workbookCell: null, workbookClass: null } })).toEqual([
      'unit-class-conflict -',
    ]);
  });

  test('two places of the workbook that differ', () => {
    const unitClassStatements = [
      { text: 'Loại đơn vị: Xã miền núi', cell: cellAt('A7', 'x') },
      { text: 'Loại đơn vị: Xã đồng bằng', cell: cellAt('A60', 'x') },
    ];
    expect(codes({ ...one, unitClass: unknown, threshold: null, template: { unitClassStatements } })).toEqual(['unit-class-conflict A60']);
  });
});
