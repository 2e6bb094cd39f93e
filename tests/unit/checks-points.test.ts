import { awardablePoints } from '../../core/checks/awardable-points';
import type { Rubric } from '../../core/rubric/rubric';
import { fraction } from '../../core/text/fractions';
import {
  briefly,
  buildScore,
  cellAt,
  findingsOf,
  percent,
  type CriterionPlan,
  type ItemPlan,
  type ScorePlan,
} from '../support/score-builder';

function items(...plans: readonly ItemPlan[]): ScorePlan {
  return { criteria: [{ number: 1, row: 10, items: plans }] };
}

function criteria(...plans: readonly CriterionPlan[]): ScorePlan {
  return { criteria: plans };
}

const brief = (one: ScorePlan): string[] => briefly(findingsOf(one));

describe('self-scores of items', () => {
  test('points that differ are said with the computed ones and the reason', () => {
    const findings = findingsOf(items({ row: 11, self: 0 }, { row: 12 }));
    expect(briefly(findings)).toEqual(['self-score-mismatch F11 1.1']);
    expect(findings[0]).toMatchObject({
      severity: 'error',
      message: 'Chỉ tiêu 1.1: tự chấm 0 điểm, tính theo thang điểm được 50 điểm. Căn cứ: Có → 50 điểm. Sửa điểm hoặc xem lại kết quả.',
    });
  });

  test('an undecided item is only off outside its range', () => {
    const bands = [
      ['A', 50],
      ['B', 30],
      ['C', 0],
    ] as const;
    expect(brief(items({ row: 11, self: 0, points: null, range: [0, 50], bands }))).toEqual([]);
    expect(brief(items({ row: 11, self: 0, points: null, range: [30, 50], bands }))).toEqual(['self-score-mismatch F11 1.1']);
  });

  test('points above the maximum are that finding alone', () => {
    expect(brief(items({ row: 11, self: 60 }))).toEqual(['self-score-exceeds-max F11 1.1']);
  });

  test('points that no band awards are named beside the difference', () => {
    const findings = findingsOf(
      items({
        row: 11,
        self: 32,
        kind: 'percentage',
        bands: [
          ['Từ 98%', 50, percent(98, null)],
          ['Dưới 98%', 0, percent(null, 98)],
        ],
      }),
    );
    expect(briefly(findings)).toEqual(['self-score-mismatch F11 1.1', 'self-score-not-in-rubric F11 1.1']);
    expect(findings[1]!.message).toContain('50 hoặc 0 điểm');
  });

  test('numbers kept as text are read, and said', () => {
    expect(findingsOf(items({ row: 11, self: '50' }))).toMatchObject([{ code: 'text-number', severity: 'info', cell: "'Chấm điểm'!F11" }]);
    expect(brief(items({ row: 11, self: '50 điểm', points: 50 }))).toEqual([]);
  });

  test('a missing self-score is one only where others are', () => {
    expect(brief(items({ row: 11, self: null }, { row: 12 }))).toEqual(['missing-self-score F11 1.1']);
    expect(brief(items({ row: 11, self: null }, { row: 12, self: null }))).toEqual([]);
    expect(brief(items({ row: 11, self: null, item: { selfScore: null } }, { row: 12 }))).toEqual([]);
    expect(brief(items({ row: 11, self: '-' }, { row: 12 }))).toEqual(['missing-self-score F11 1.1']);
  });

  test('words and error values in the column of points', () => {
    expect(brief(items({ row: 11, self: 'chờ huyện' }, { row: 12 }))).toEqual(['unreadable-value F11 1.1']);
    expect(brief(items({ row: 11, self: 'Đạt' }, { row: 12 }))).toEqual([]);
    expect(brief(items({ row: 11, self: { error: '#REF!' } }, { row: 12 }))).toEqual(['formula-error F11 1.1']);
  });

  test('findings about points that remain go to the column of what remains', () => {
    const plan = items({ row: 11, self: 45, item: { pointsOff: cellAt('H11', 5) } }, { row: 12 });
    expect(brief({ ...plan, template: { selfScoreIsRemainder: true } })[0]).toBe('self-score-mismatch F11 1.1');
  });
});

describe('self-scores of criteria and total', () => {
  test('a criterion off only because of its items is not reported again', () => {
    expect(
      brief({
        ...criteria({ number: 1, row: 10, self: 50, maximum: 100, items: [{ row: 11, self: 0 }, { row: 12 }] }),
        totalSelf: cellAt('F13', 50),
      }),
    ).toEqual(['self-score-mismatch F11 1.1']);
  });

  test('a criterion whose items have no points of their own is compared itself', () => {
    const blank = (row: number): ItemPlan => ({ row, self: null });
    expect(
      brief(criteria({ number: 1, row: 10, self: 80, items: [blank(11), blank(12)] }, { number: 2, row: 13, items: [{ row: 14 }] })),
    ).toEqual(['self-score-mismatch F10']);
    expect(brief(criteria({ number: 1, row: 10, self: 100, items: [blank(11), blank(12)] }))).toEqual([]);
  });

  test('a formula over blank items stands for nothing', () => {
    const zero: CriterionPlan = {
      number: 1,
      row: 10,
      self: 0,
      selfFormula: 'SUM(F11:F12)',
      items: [
        { row: 11, self: null },
        { row: 12, self: null },
      ],
    };
    expect(brief(criteria(zero))).toEqual([]);
    expect(brief(criteria(zero, { number: 2, row: 13, items: [{ row: 14 }] }))).toEqual([
      'missing-self-score F11 1.1',
      'missing-self-score F12 1.2',
    ]);
  });

  test('where only criteria have points, a missing one is missed there', () => {
    const blank = (row: number): ItemPlan => ({ row, self: null });
    const first: CriterionPlan = { number: 1, row: 10, self: 100, items: [blank(11), blank(12)] };
    expect(brief(criteria(first, { number: 2, row: 13, self: null, items: [blank(14), blank(15)] }))).toEqual(['missing-self-score F13']);
  });

  test('a criterion above its maximum, but not because of an item or a wrong maximum', () => {
    expect(brief(criteria({ number: 1, row: 10, self: 120, maximum: 100, items: [{ row: 11 }, { row: 12 }] }))).toEqual([
      'self-score-exceeds-max F10',
      'criterion-total-mismatch F10',
    ]);
    expect(brief(criteria({ number: 1, row: 10, self: 60, maximum: 50, items: [{ row: 11, self: 60 }] }))).toEqual([
      'self-score-exceeds-max F11 1.1',
    ]);
    expect(brief(criteria({ number: 1, row: 10, self: 50, maximum: 45, items: [{ row: 11 }] }))).toEqual(['max-points-mismatch D10']);
  });

  test('a criterion on one row with its only item is checked once', () => {
    expect(brief(criteria({ number: 1, row: 10, sharesRow: true, items: [{ row: 10, self: 0 }] }))).toEqual([
      'self-score-mismatch F10 1.1',
    ]);
  });

  test('a total without anything below it is compared itself', () => {
    const plan = criteria({ number: 1, row: 10, items: [{ row: 11, self: null }] });
    expect(brief({ ...plan, totalSelf: cellAt('F12', 40) })).toEqual(['self-score-mismatch F12']);
    expect(brief({ ...plan, totalSelf: cellAt('F12', 0, { formula: 'SUM(F10:F11)' }) })).toEqual([]);
  });
});

describe('sums', () => {
  const two = [{ row: 11 }, { row: 12 }];

  test('a criterion that is not the sum of its items', () => {
    const findings = findingsOf(criteria({ number: 1, row: 10, self: 95, items: two }));
    expect(findings).toMatchObject([{ code: 'criterion-total-mismatch', cell: "'Chấm điểm'!F10", criterion: 1 }]);
    expect(findings[0]!.message).toBe(
      'Tiêu chí 1 ghi 95 điểm, nhưng cộng điểm các chỉ tiêu của tiêu chí được 100. Cộng lại điểm của tiêu chí.',
    );
  });

  test('a stale result of a formula is wrong like a typed one', () => {
    expect(brief(criteria({ number: 1, row: 10, self: 95, selfFormula: 'SUM(F11:F12)', items: two }))).toEqual([
      'criterion-total-mismatch F10',
    ]);
  });

  test('a sum over a blank item is right if it can be', () => {
    expect(brief(criteria({ number: 1, row: 10, self: 50, items: [{ row: 11, self: null }, { row: 12 }] }))).toEqual([
      'missing-self-score F11 1.1',
    ]);
    expect(brief(criteria({ number: 1, row: 10, self: 40, items: [{ row: 11, self: null }, { row: 12 }] }))).toContain(
      'criterion-total-mismatch F10',
    );
  });

  test('the total is compared with the stated points of the criteria', () => {
    const plan = criteria({ number: 1, row: 10, self: 95, items: two }, { number: 2, row: 13, self: 50, items: [{ row: 14 }] });
    expect(brief({ ...plan, totalSelf: cellAt('F15', 150) })).toEqual(['criterion-total-mismatch F10', 'total-mismatch F15']);
    expect(brief({ ...plan, totalSelf: cellAt('F15', 145) })).toEqual(['criterion-total-mismatch F10']);
    expect(findingsOf({ ...plan, totalSelf: cellAt('F15', 150) })[1]!.message).toBe(
      'Tổng điểm ghi 150, nhưng cộng điểm các tiêu chí được 145. Cộng lại tổng điểm.',
    );
  });

  test('a total may count a criterion that stands there twice', () => {
    const plan = criteria({ number: 1, row: 10, self: 50, items: [{ row: 11 }] });
    const second = buildScore(criteria({ number: 1, row: 20, items: [{ row: 21 }] })).template.criteria[0]!;
    const template = { duplicates: [{ number: 1, cell: cellAt('B20', 'Nguồn lực'), items: second.items }] };
    expect(brief({ ...plan, template, totalSelf: cellAt('F30', 100) })).toEqual(['duplicate-criterion B20']);
    expect(brief({ ...plan, template, totalSelf: cellAt('F30', 90) })).toContain('total-mismatch F30');
  });

  test('maxima: from items to criterion, and from criteria to total unless that is only the consequence', () => {
    const plan = criteria({ number: 1, row: 10, maximum: 90, items: two }, { number: 2, row: 13, maximum: 50, items: [{ row: 14 }] });
    expect(brief({ ...plan, totalMaximum: cellAt('D15', 150) })).toEqual(['max-points-mismatch D10']);
    expect(brief({ ...plan, totalMaximum: cellAt('D15', 1000) })).toEqual(['max-points-mismatch D10', 'max-points-mismatch D15']);
    expect(brief({ ...plan, totalMaximum: cellAt('D15', 140) })).toEqual(['max-points-mismatch D10']);
  });

  test('points of the scale above a wrong maximum are not reported too', () => {
    const wrong: ItemPlan = {
      row: 11,
      maximum: 45,
      bands: [
        ['A', 50],
        ['B', 45],
      ],
    };
    expect(brief(criteria({ number: 1, row: 10, maximum: 50, items: [wrong] }))).toEqual(['max-points-mismatch D11 1.1']);
    expect(brief(criteria({ number: 1, row: 10, items: [wrong] }))).toEqual(['max-points-mismatch D11 1.1']);
  });

  test('an error value where a maximum should stand', () => {
    expect(brief(criteria({ number: 1, row: 10, maximum: { error: '#REF!' }, items: two }))).toEqual(['formula-error D10']);
    expect(brief(criteria({ number: 1, row: 10, items: [{ row: 11, maximum: { error: '#REF!' } }, { row: 12 }] }))).toEqual([
      'formula-error D11 1.1',
    ]);
  });

  test('the item whose maximum is not what its scale gives is the one to look at', () => {
    const findings = findingsOf(
      criteria({
        number: 1,
        row: 10,
        maximum: 100,
        items: [
          {
            row: 11,
            maximum: 45,
            self: 45,
            points: 45,
            bands: [
              ['A', 50],
              ['B', 45],
            ],
          },
          { row: 12 },
        ],
      }),
    );
    expect(briefly(findings)).toEqual(['max-points-mismatch D11 1.1']);
    expect(findings[0]!.cells).toContain("'Chấm điểm'!D10");
  });
});

describe('what a scale awards', () => {
  const rubric = (parts: Partial<Rubric>): Rubric =>
    ({ kind: 'percentage', bands: [], perUnit: null, proportional: null, unread: [], complete: true, ...parts }) as unknown as Rubric;
  const perUnit = { pointsPerUnit: 500, unitSize: fraction(1), direction: 1, cap: 2000, start: 0, unit: 'mô hình', text: '' } as const;

  test('steps up to a cap, steps down from the start', () => {
    const up = awardablePoints(rubric({ perUnit }))!;
    expect([0, 500, 1500, 2000].map(up.allows)).toEqual([true, true, true, true]);
    expect([250, 2500, -500].map(up.allows)).toEqual([false, false, false]);
    const down = awardablePoints(rubric({ perUnit: { ...perUnit, direction: -1, cap: null, start: 5000, pointsPerUnit: 300 } }))!;
    expect([5000, 4700, 0].map(down.allows)).toEqual([true, true, true]);
    expect(down.allows(4500)).toBe(false);
  });

  test('while the area is not known, what either scale gives', () => {
    const of = (points: number) => rubric({ bands: [{ points }] as unknown as Rubric['bands'] });
    const awards = awardablePoints(rubric({ area: 'undecided', alternatives: [of(5000), of(3000)] }))!;
    expect([5000, 3000, 4000].map(awards.allows)).toEqual([true, true, false]);
  });

  test('nothing is said of scales that were not wholly read, or are proportional', () => {
    expect(awardablePoints(rubric({}))).toBeNull();
    expect(awardablePoints(rubric({ proportional: { maxPoints: 5000, full: fraction(1), text: '' } }))).toBeNull();
    expect(awardablePoints(rubric({ perUnit, unread: [{ text: 'x', cell: cellAt('C1', 'x') }] }))).toBeNull();
  });
});
