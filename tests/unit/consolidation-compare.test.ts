import fc from 'fast-check';
import { alignerTo } from '../../core/consolidation/align';
import { findIdenticalData, findOutliers, type Compared } from '../../core/consolidation/compare-data';
import { criterionStatistics } from '../../core/consolidation/statistics';
import type { ConsolidatedCommune } from '../../core/consolidation/consolidation';
import type { ExaminedCommune, ExaminedItem } from '../../core/consolidation/examined';
import { fraction } from '../../core/text/fractions';

/** A commune with one rate for each pair of numerator and denominator. */
function commune(name: string, rates: readonly (readonly [number, number])[]): Compared {
  const items = rates.map(([numerator, denominator], index): ExaminedItem => ({
    number: `${index + 1}.1`,
    criterion: index + 1,
    label: `Tỷ lệ ${index + 1}`,
    kind: 'percentage',
    scale: 's',
    maxPoints: 5000,
    points: 0,
    least: 0,
    most: 0,
    observation: { numerator: fraction(numerator), denominator: fraction(denominator), value: fraction(numerator, denominator), unit: '%' },
    cell: `'A'!B${index + 1}`,
  }));
  const own = { items, points: null, maxPoints: null, commune: name } as unknown as ExaminedCommune;
  return { commune: name, file: `${name}.xlsx`, own, places: items.map((_, index) => index) };
}

const usual = [
  [970, 1000],
  [482, 500],
  [290, 300],
  [610, 620],
  [195, 200],
  [388, 400],
  [575, 590],
  [720, 745],
  [99, 103],
  [333, 340],
] as const;

describe('outliers', () => {
  const others = usual.map((rate, index) => commune(`Xã ${index}`, [rate]));
  const flagged = (rate: readonly [number, number]) =>
    findOutliers([...others, commune('Xã lạ', [rate])]).map((finding) => finding.commune);

  test('a rate far from all others', () => {
    expect(flagged([300, 600])).toEqual(['Xã lạ']);
  });

  test('not in a small group, where one child more or less moves the rate as far', () => {
    expect(flagged([1, 2])).toEqual([]);
    expect(flagged([7, 9])).toEqual([]);
  });

  test('not a rate near the others, nor among a few communes', () => {
    expect(flagged([930, 1000])).toEqual([]);
    expect(findOutliers([...others.slice(0, 4), commune('Xã lạ', [[300, 600]])])).toEqual([]);
  });
});

describe('identical data', () => {
  const rates = usual.slice(0, 8).map(([numerator, denominator]) => [numerator, denominator] as const);

  test('the same figures in two communes', () => {
    const found = findIdenticalData([
      commune('A', rates),
      commune('B', rates),
      commune(
        'C',
        rates.map(([n, d]) => [n - 1, d + 2] as const),
      ),
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]?.files).toEqual(['A.xlsx', 'B.xlsx']);
  });

  test('full rates of small groups say nothing', () => {
    const full = Array.from({ length: 12 }, () => [3, 3] as const);
    expect(findIdenticalData([commune('A', full), commune('B', full)])).toEqual([]);
  });
});

test('items are the same by their words, not by their place', () => {
  const item = (number: string, label: string) => ({ criterion: 10, number, label });
  const reference = [item('10.1', 'Tỷ lệ trẻ em 5 tuổi đến lớp mẫu giáo'), item('10.2', 'Tỷ lệ trẻ em dưới 36 tháng tuổi đến nhà trẻ')];
  const own = [
    item('10.1', 'Tỷ lệ trẻ dưới 36 tháng đến nhà trẻ'),
    item('10.2', 'Tỷ lệ trẻ em 3 - 5 tuổi đến trường, lớp mầm non'),
    item('10.3', 'Trẻ 5 tuổi ra lớp mẫu giáo (tỷ lệ %)'),
  ];
  expect(alignerTo(reference)(own)).toEqual([1, null, 0]);
});

test('mean, median, zeros and full marks run over decided points only, exactly', () => {
  const points = fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null });
  fc.assert(
    fc.property(fc.array(points, { minLength: 1, maxLength: 40 }), (all) => {
      const communes = all.map(
        (hundredths) =>
          ({
            standard: 's',
            criteria: [
              {
                number: 1,
                name: 'A',
                maxPoints: 50,
                points: hundredths === null ? null : hundredths / 100,
                range: [0, 50],
                selfScore: null,
              },
            ],
          }) as unknown as ConsolidatedCommune,
      );
      const [statistics] = criterionStatistics(communes, 's');
      const decided = all.filter((each): each is number => each !== null).sort((a, b) => a - b);
      expect(statistics?.count).toBe(decided.length);
      expect(statistics?.zero).toBe(decided.filter((each) => each === 0).length);
      expect(statistics?.full).toBe(decided.filter((each) => each === 5000).length);
      if (decided.length === 0) return expect([statistics?.mean, statistics?.median]).toEqual([null, null]);
      const mean = decided.reduce((sum, each) => sum + each, 0) / decided.length;
      expect(Math.abs((statistics?.mean ?? NaN) * 100 - mean)).toBeLessThanOrEqual(0.5 + 1e-6);
      const half = decided.length >> 1;
      const median = decided.length % 2 === 1 ? (decided[half] as number) : ((decided[half - 1] as number) + (decided[half] as number)) / 2;
      expect(Math.abs((statistics?.median ?? NaN) * 100 - median)).toBeLessThanOrEqual(0.5 + 1e-6);
    }),
  );
});
