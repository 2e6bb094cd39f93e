import type { LabelledFigure } from '../../core/template/template';
import { groupOfFigure, groupOfItem, isSubgroup } from '../../core/checks/population-groups';
import { sheet } from '../support/markdown-workbook';
import { bareWorkbook, briefly, cellAt, findingsOf, type ItemPlan, type ScorePlan } from '../support/score-builder';

describe('groups named by an item', () => {
  test.each([
    ['Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đúng quy định', '0-60'],
    ['Tỷ lệ trẻ em dưới 05 tuổi bị suy dinh dưỡng thể nhẹ cân', '0-60'],
    ['Tỷ lệ TE dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin', '0-12'],
    ['Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin thuộc chương trình TCMR', '0-12'],
    ['Tỷ lệ trẻ em 5 tuổi đến lớp mẫu giáo', '60-72'],
    ['Tỷ lệ trẻ em từ 3 đến 5 tuổi được đến trường, lớp mẫu giáo', '36-72'],
    ['Tỷ lệ trẻ em 3 - 5 tuổi đến trường', '36-72'],
    ['Tỷ lệ trẻ em từ 7 tuổi trở lên được hỏi ý kiến về các vấn đề của trẻ em', '84-192'],
    ['Tỷ lệ trẻ em trong độ tuổi nhà trẻ được đến trường, lớp mầm non', 'nursery'],
    ['Tỷ lệ TE có HCĐB được trợ giúp', 'special'],
    ['Tỷ lệ trẻ em dưới 24 tháng tuổi được uống vitamin A', '0-24'],
    ['Tỷ lệ trẻ em được khám sức khỏe định kỳ ít nhất 01 lần trong năm', 'all'],
  ])('%s → %s', (label, key) => expect(groupOfItem(label, false)?.key).toBe(key));

  test('a rate per so many children counts all of them', () => {
    expect(groupOfItem('Tỷ suất trẻ em bị bạo lực, bóc lột, bỏ rơi, bỏ mặc trên 1.000 trẻ em', true)?.key).toBe('all');
  });

  test.each([
    'Tỷ lệ trẻ em được khai sinh đúng quy định',
    'Tỷ lệ trẻ em được khảo sát hài lòng về việc thực hiện quyền trẻ em',
    'Tỷ lệ trẻ em bị xâm hại được trợ giúp',
    'Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng được phục hồi',
    'Tỷ lệ trẻ em dưới 5 tuổi được cân bị suy dinh dưỡng',
    'Tỷ lệ trẻ em dưới 16 tuổi khuyết tật được phục hồi chức năng',
    'Tỷ lệ thôn, tổ dân phố có điểm vui chơi, sinh hoạt cho trẻ em',
    'Tỷ lệ trẻ em dưới 6 tuổi thuộc hộ nghèo được cấp thẻ',
    'Tỷ lệ các vụ việc trẻ em bị xâm hại tình dục được phê duyệt kế hoạch',
    'Tỷ lệ trẻ em tốt nghiệp trung học cơ sở hoặc tương đương',
  ])('%s names none for certain', (label) => expect(groupOfItem(label, false)).toBeNull());
});

describe('groups named by a labelled figure', () => {
  test.each([
    ['Tổng số trẻ em dưới 16 tuổi', 'all'],
    ['Tổng số trẻ em trên địa bàn xã', 'all'],
    ['Số trẻ em trong độ tuổi nhà trẻ (dưới 3 tuổi)', 'nursery'],
    ['Số trẻ em dưới 5 tuổi', '0-60'],
    ['Số trẻ em có hoàn cảnh đặc biệt', 'special'],
  ])('%s → %s', (label, key) => expect(groupOfFigure(label)?.key).toBe(key));

  test.each([
    'Số trẻ em',
    'Số trẻ em dưới 5 tuổi được đăng ký khai sinh',
    'Số trẻ em được khảo sát',
    'Số trẻ em dưới 5 tuổi được cân',
    'Số trẻ em dưới 16 tuổi (nữ)',
    'Số trẻ em dưới 5 tuổi (tính đến 31/10)',
    'Tổng số trẻ em mắc tai nạn, thương tích',
    'Số thôn, tổ dân phố',
    'Số trẻ em dưới 1 tuổi sinh tại bệnh viện',
  ])('%s is no size of a group', (label) => expect(groupOfFigure(label)).toBeNull());

  test('which group holds which', () => {
    const group = (label: string) => groupOfFigure(label)!;
    const under = (age: number) => group(`Số trẻ em dưới ${age} tuổi`);
    expect(isSubgroup(under(1), under(5))).toBe(true);
    expect(isSubgroup(under(5), under(1))).toBe(false);
    expect(isSubgroup(group('Số trẻ em 5 tuổi'), group('Số trẻ em từ 3 đến 5 tuổi'))).toBe(true);
    expect(isSubgroup(group('Số trẻ em 5 tuổi'), under(5))).toBe(false);
    expect(isSubgroup(group('Số trẻ em trong độ tuổi nhà trẻ'), under(5))).toBe(true);
    expect(isSubgroup(group('Số trẻ em có hoàn cảnh đặc biệt'), under(16))).toBe(true);
    expect(isSubgroup(group('Số trẻ em có hoàn cảnh đặc biệt'), under(5))).toBe(false);
  });
});

describe('sizes of groups', () => {
  const rate = (row: number, label: string, denominator: number, kind: ItemPlan['kind'] = 'percentage'): ItemPlan => ({
    row,
    label,
    denominator,
    kind,
    observation: { cells: { observation: null, numerator: null, denominator: cellAt(`E${row}`, denominator), rate: null } },
  });
  const violence = 'Tỷ suất trẻ em bị bạo lực trên 1.000 trẻ em';
  const death = 'Tỷ suất trẻ em tử vong do tai nạn trên 100.000 trẻ em';
  const check = 'Tỷ lệ trẻ em được khám sức khỏe định kỳ';
  const figure = (address: string, label: string, value: number): LabelledFigure => ({
    label,
    value: cellAt(address, value, { sheet: 'Số liệu' }),
  });
  const of = (items: readonly ItemPlan[], figures: readonly LabelledFigure[] = []): ScorePlan => ({
    criteria: [{ number: 3, row: 10, items }],
    template: { figures },
  });
  const brief = (plan: ScorePlan): string[] => briefly(findingsOf(plan, { workbook: bareWorkbook('Số liệu', 'Chấm điểm') }));

  test('the one that is out of line is named where most agree', () => {
    const findings = findingsOf(of([rate(11, violence, 2937, 'incidence'), rate(12, death, 2870, 'incidence'), rate(13, check, 2870)]));
    expect(briefly(findings)).toEqual(['inconsistent-population E11 3.1']);
    expect(findings[0]!.message).toContain('2.937');
    expect(findings[0]!.message).toContain('2.870');
  });

  test('of two the later is named', () => {
    expect(brief(of([rate(11, violence, 2870, 'incidence'), rate(12, check, 2937)]))).toEqual(['inconsistent-population E12 3.2']);
  });

  test('different groups may differ, and equal ones agree', () => {
    expect(
      brief(
        of([
          rate(11, 'Tỷ lệ trẻ em dưới 5 tuổi được khai sinh', 882),
          rate(12, 'Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng', 168),
          rate(13, check, 2870),
        ]),
      ),
    ).toEqual([]);
  });

  test('rates written as fractions and samples count nobody', () => {
    expect(brief(of([rate(11, violence, 1000, 'incidence'), rate(12, death, 100000, 'incidence'), rate(13, check, 2870)]))).toEqual([]);
    expect(brief(of([rate(11, 'Tỷ lệ trẻ em được khảo sát hài lòng', 80), rate(12, check, 2870)]))).toEqual([]);
  });

  test('a subgroup larger than its group is named once, at the later cell', () => {
    const figures = [
      figure('E6', 'Tổng số trẻ em dưới 16 tuổi', 3326),
      figure('E7', 'Số trẻ em dưới 5 tuổi', 1001),
      figure('E8', 'Số trẻ em dưới 1 tuổi', 1081),
    ];
    const findings = findingsOf(of([rate(11, check, 3326)], figures), { workbook: bareWorkbook('Số liệu', 'Chấm điểm') });
    expect(findings.map((finding) => finding.cell)).toEqual(["'Số liệu'!E8"]);
    expect(findings[0]!.message).toContain('Số trẻ em dưới 1 tuổi là 1.081, lớn hơn số trẻ em dưới 5 tuổi là 1.001');
  });

  test('a group smaller than several of its parts is the one that is named', () => {
    const figures = [
      figure('E6', 'Tổng số trẻ em dưới 16 tuổi', 332),
      figure('E7', 'Số trẻ em dưới 5 tuổi', 1001),
      figure('E8', 'Số trẻ em từ 7 tuổi trở lên', 1808),
    ];
    expect(brief(of([], figures).criteria.length ? of([{ row: 11 }], figures) : of([]))).toEqual(["inconsistent-population 'Số liệu'!E6"]);
  });

  test('a data sheet and the scoring table are compared', () => {
    expect(brief(of([rate(11, 'Tỷ lệ trẻ em dưới 5 tuổi được khai sinh', 990)], [figure('E7', 'Số trẻ em dưới 5 tuổi', 1001)]))).toEqual([
      'inconsistent-population E11 3.1',
    ]);
  });

  test('two columns of one row, lists by hamlet and another year’s sheet are left alone', () => {
    expect(
      brief(
        of([rate(11, check, 3326)], [figure('D6', 'Tổng số trẻ em dưới 16 tuổi', 3300), figure('E6', 'Tổng số trẻ em dưới 16 tuổi', 3326)]),
      ),
    ).toEqual([]);
    const hamlets = [11, 12, 13].map((row) => figure(`C${row}`, 'Số trẻ em dưới 16 tuổi', row * 10));
    expect(brief(of([rate(11, check, 3326)], hamlets))).toEqual([]);
    const workbook = {
      ...bareWorkbook('Chấm điểm'),
      sheets: [sheet('Số liệu', '| SỐ LIỆU NĂM 2022 |'), ...bareWorkbook('Chấm điểm').sheets],
    };
    expect(findingsOf(of([rate(11, check, 3326)], [figure('E6', 'Tổng số trẻ em dưới 16 tuổi', 3100)]), { workbook })).toEqual([]);
  });
});
