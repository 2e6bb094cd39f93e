import { standardById } from '../../core/standards/registry';
import { briefly, cellAt, findingsOf, percent, type CriterionPlan, type ItemPlan, type ScorePlan } from '../support/score-builder';

const decision06 = standardById('06/2019/QĐ-TTg')!;
const decision34 = standardById('34/2014/QĐ-TTg')!;

/** A form with every criterion of the standard under its own name, some of them replaced. */
function form(standard: typeof decision06, replaced: readonly CriterionPlan[], left: readonly number[] = []): ScorePlan {
  const criteria: CriterionPlan[] = [];
  for (let number = 1; number <= standard.criteriaCount; number += 1) {
    if (left.includes(number)) continue;
    const known = standard.criteria.find((one) => one.number === number);
    const own = replaced.find((one) => one.number === number);
    const maximum = known?.maxPoints?.value ?? 50;
    criteria.push(
      own ?? {
        number,
        row: number * 10,
        name: known?.name.value ?? `Tên ${number}`,
        items: [
          {
            row: number * 10 + 1,
            maximum,
            self: null,
            bands: [],
            rubric: { unread: [], proportional: { maxPoints: 5000, full: { numerator: 1, denominator: 1 }, text: '' } },
          },
        ],
      },
    );
  }
  return { criteria, standard };
}

const vaccinated = (bands: ItemPlan['bands'], rest: Partial<ItemPlan> = {}): CriterionPlan => ({
  number: 7,
  row: 70,
  name: 'Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin thuộc chương trình tiêm chủng mở rộng',
  sharesRow: true,
  items: [
    { row: 70, kind: 'percentage', label: 'Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin', bands, self: null, ...rest },
  ],
});

const brief = (plan: ScorePlan): string[] => briefly(findingsOf(plan));

describe('the list of criteria', () => {
  test('a complete form raises nothing', () => {
    expect(brief(form(decision06, []))).toEqual([]);
    expect(brief(form(decision34, []))).toEqual([]);
  });

  test('a criterion that is missing has no cell, but its number and name', () => {
    const findings = findingsOf(form(decision06, [], [5, 9]));
    expect(briefly(findings)).toEqual(['missing-criterion -', 'missing-criterion -']);
    expect(findings[0]).toMatchObject({ criterion: 5, severity: 'error' });
    expect(findings[0]!.message).toContain('“Trẻ em bị tai nạn, thương tích”');
  });

  test('a criterion that stands there twice is said at the second', () => {
    const plan = form(decision06, []);
    expect(brief({ ...plan, template: { duplicates: [{ number: 3, cell: cellAt('B40', 'Trẻ em bị xâm hại'), items: [] }] } })).toEqual([
      'duplicate-criterion B40',
    ]);
  });

  test('without a standard no list is compared', () => {
    expect(brief({ ...form(decision06, [], [5]), standard: null })).toEqual([]);
  });
});

describe('known facts of the Decision', () => {
  test('the known scale of vaccination', () => {
    expect(
      brief(
        form(decision06, [
          vaccinated([
            ['Từ 98% trở lên', 50, percent(98, null)],
            ['Dưới 98%', 0, percent(null, 98)],
          ]),
        ]),
      ),
    ).toEqual([]);
  });

  test.each([
    [
      'easier',
      [
        ['Từ 97% trở lên', 50, percent(97, null)],
        ['Dưới 97%', 0, percent(null, 97)],
      ],
      'Từ 97% trở lên',
    ],
    [
      'harder',
      [
        ['Từ 99% trở lên', 50, percent(99, null)],
        ['Từ 95% đến dưới 99%', 40, percent(95, 99)],
      ],
      'Từ 95% đến dưới 99%',
    ],
    [
      'other points',
      [
        ['Từ 98% trở lên', 45, percent(98, null)],
        ['Dưới 98%', 0, percent(null, 98)],
      ],
      'Từ 98% trở lên',
    ],
  ] as const)('an %s scale departs, with a warning that quotes both', (_, bands, seen) => {
    const findings = findingsOf(form(decision06, [vaccinated(bands)]));
    expect(briefly(findings)).toEqual(['standard-mismatch C70 7.1']);
    expect(findings[0]!.severity).toBe('warning');
    for (const words of [seen, 'từ 98% trở lên được 50 điểm', 'Quyết định số 06/QĐ-TTg', 'kiểm tra lại với văn bản gốc', 'nguồn:'])
      expect(findings[0]!.message).toContain(words);
  });

  test('a known maximum; one that only adds up wrongly is no departure', () => {
    const six = (maximum: number, second: number): CriterionPlan => ({
      number: 6,
      row: 60,
      maximum,
      name: 'Trẻ em có hoàn cảnh đặc biệt được trợ giúp',
      items: [
        { row: 61, label: 'A', maximum: 50, self: null },
        {
          row: 62,
          label: 'B',
          maximum: second,
          self: null,
          points: null,
          range: [0, 100],
          bands: [],
          rubric: { proportional: { maxPoints: 1, full: { numerator: 1, denominator: 1 }, text: '' } },
        },
      ],
    });
    expect(brief(form(decision06, [six(125, 75)]))).toEqual([]);
    expect(brief(form(decision06, [six(120, 70)]))).toEqual(['standard-mismatch D60']);
    expect(brief(form(decision06, [six(120, 75)]))).toEqual(['max-points-mismatch D60']);
  });

  test('a yes/no item with other points', () => {
    const first = (points: number): CriterionPlan => ({
      number: 1,
      row: 10,
      maximum: 100,
      name: 'Nguồn lực thực hiện quyền trẻ em',
      items: [
        {
          row: 11,
          label: 'Có bố trí người làm công tác BVTE cấp xã',
          maximum: points,
          self: null,
          points: null,
          bands: [
            ['Có', points, { type: 'yes' }],
            ['Không', 0, { type: 'no' }],
          ],
        },
        {
          row: 12,
          label: 'Nội dung khác hẳn',
          maximum: 100 - points,
          self: null,
          points: null,
          bands: [['Có', 100 - points, { type: 'yes' }]],
        },
      ],
    });
    expect(brief(form(decision06, [first(50)]))).toEqual([]);
    expect(brief(form(decision06, [first(40)]))).toEqual(['standard-mismatch C11 1.1']);
  });

  test('a maximum that an official text reproduces is an error', () => {
    const two = {
      number: 2,
      row: 20,
      name: 'Tỷ lệ trẻ em được khai sinh đúng quy định',
      maximum: 75,
      items: [{ row: 21, maximum: 75, self: null }],
    };
    expect(findingsOf(form(decision34, [two]))).toMatchObject([{ code: 'standard-mismatch', severity: 'error', cell: "'Chấm điểm'!D20" }]);
  });

  test('a known total of maxima', () => {
    const decision37 = standardById('37/2010/QĐ-TTg')!;
    const of = (maximum: number) =>
      findingsOf({ ...form(decision37, []), totalMaximum: cellAt('D999', maximum) }).filter(
        (finding) => finding.code === 'standard-mismatch',
      );
    expect(of(1000)).toEqual([]);
    expect(of(900)).toMatchObject([{ severity: 'warning', cell: "'Chấm điểm'!D999" }]);
  });

  test.each([
    ['Hoạt động vui chơi, giải trí, văn hóa, thể dục, thể thao cho trẻ em', 12, 0],
    ['Vui chơi, giải trí', 12, 0],
    ['Hoat dong vui choi giai tri danh cho tre em', 12, 0],
    ['TE bị TNTT', 5, 0],
    ['Trẻ em dưới 5 tuổi bị SDD', 8, 0],
    ['Trẻ em suy dinh dưởng', 8, 0],
    ['Trẻ em dưới 2 tuổi bị suy dinh dưỡng thể nhẹ cân và thể thấp còi', 8, 1],
    ['Xây dựng đường giao thông nông thôn', 8, 1],
    ['Trẻ em nghèo được cấp học bổng', 6, 1],
    ['Diễn đàn trẻ em', 11, 0],
    ['Bố trí cán bộ, kinh phí', 1, 0],
  ])('the name “%s” of criterion %i departs: %i', (name, number, count) => {
    const known = decision06.criteria.find((one) => one.number === number)!;
    const plan = form(decision06, []);
    const criteria = plan.criteria.map((one) => (one.number === number ? { ...one, name, maximum: known.maxPoints?.value ?? 50 } : one));
    const findings = findingsOf({ ...plan, criteria });
    expect(findings.map((finding) => `${finding.code} ${finding.severity}`)).toEqual(count === 0 ? [] : ['standard-mismatch error']);
  });

  test.each([
    ['Loại đơn vị: Xã miền núi (đạt từ 800 điểm trở lên)', 0],
    ['Loại đơn vị: Xã miền núi (đạt từ 850 điểm trở lên)', 1],
    ['Ngưỡng công nhận: 870 điểm', 1],
    ['Ngưỡng công nhận: 850 điểm', 0],
  ])('the threshold in “%s” departs: %i', (text, count) => {
    const plan = form(decision06, []);
    const findings = findingsOf({ ...plan, template: { unitClassStatements: [{ text, cell: cellAt('A7', text) }] } });
    expect(findings.map((finding) => `${finding.code} ${finding.severity}`)).toEqual(count === 0 ? [] : ['standard-mismatch error']);
  });
});
