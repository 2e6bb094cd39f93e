import fc from 'fast-check';
import type { Observation } from '../../core/observations/observation';
import { NOTHING_READ } from '../../core/observations/draft';
import { readObservation } from '../../core/observations/read-observation';
import type { Rubric } from '../../core/rubric/rubric';
import { scoreItem, type ScoreOptions } from '../../core/scoring/score-item';
import { bandWords } from '../../core/scoring/explain';
import { readPoints, roundHundredths, showPoints } from '../../core/scoring/points';
import type { ScoredItem } from '../../core/scoring/score';
import { rubricOf } from '../support/rubrics';
import { sourceCell, templateItem, writtenWorkbook, type Written } from '../support/source-cell';

const RISING = rubricOf('percentage', [
  ['>=98', 50],
  ['95..98', 35],
  ['90..95', 20],
  ['<90', 0],
]);
const INCIDENCE = rubricOf(
  'incidence',
  [
    ['none', 50],
    ['<1', 30],
    ['1..2', 15],
    ['>=2', 0],
  ],
  { per: 1000, unit: 'trẻ em' },
);
const CHANGE = rubricOf('change', [
  ['>=10', 50],
  ['(0..10', 30],
  ['<=0', 0],
  ['none', 50],
]);
const COUNT = rubricOf(
  'count',
  [
    ['>=4', 25],
    ['2...3', 15],
    ['1...1', 5],
    ['none', 0],
  ],
  { unit: 'buổi' },
);
const PRESENCE = rubricOf('presence', [
  ['yes', 50],
  ['no', 0],
]);
const NONE: ScoreOptions = { noCaseRules: {} };
const CONTEXT = { workbook: writtenWorkbook({}), convention: { decimal: ',' as const }, rates: new Map() };

function score(written: Written, rubric: Rubric, options: ScoreOptions = NONE, maximum: Written = 50): ScoredItem {
  const item = templateItem({ result: sourceCell('E9', written), maximum: sourceCell('D9', maximum) });
  return scoreItem(item, rubric, readObservation(item, rubric, CONTEXT), options);
}

function observed(parts: Partial<Observation>, rubric: Rubric, options: ScoreOptions = NONE): ScoredItem {
  return scoreItem(templateItem({ maximum: sourceCell('D9', 50) }), rubric, { ...NOTHING_READ, ...parts }, options);
}

describe('bands', () => {
  test.each<[Written, Rubric, number]>([
    ['972/977', RISING, 50],
    ['864/882 (98%)', RISING, 35],
    ['98%', RISING, 50],
    ['97,99%', RISING, 35],
    ['0%', RISING, 0],
    ['Không có', INCIDENCE, 50],
    ['0/3.139 trẻ em', INCIDENCE, 50],
    ['1/3.811 trẻ em (0,26/1.000)', INCIDENCE, 30],
    ['2/1.000', INCIDENCE, 0],
    ['Năm 2023: 8; năm 2024: 6', CHANGE, 50],
    ['Năm 2023: 28; năm 2024: 26', CHANGE, 30],
    ['tăng 2 em', CHANGE, 0],
    ['Năm 2023: 0; năm 2024: 3', CHANGE, 0],
    ['Không tăng, không giảm', CHANGE, 0],
    ['Không có', CHANGE, 50],
    ['06 buổi', COUNT, 25],
    ['3', COUNT, 15],
    ['Không tổ chức', COUNT, 0],
    ['Có', PRESENCE, 50],
    ['Không', PRESENCE, 0],
  ])('%j', (written, rubric, points) => {
    expect(score(written, rubric)).toMatchObject({ points: points * 100, least: points * 100, most: points * 100 });
  });

  test('“Có: 50 điểm” alone: a no gives 0, in any other kind what is not covered is undecided', () => {
    expect(score('Không', rubricOf('presence', [['yes', 50]])).points).toBe(0);
    expect(score('93%', rubricOf('percentage', [['>=95', 50]], { complete: false }))).toMatchObject({ points: null, least: 0, most: 5000 });
  });

  test('where bands overlap with different points the points stay between them', () => {
    const overlapping = rubricOf('percentage', [
      ['>=95', 30],
      ['90..97', 20],
      ['<90', 0],
    ]);
    expect(score('96%', overlapping)).toMatchObject({ points: null, least: 2000, most: 3000 });
    expect(
      score(
        '96%',
        rubricOf('percentage', [
          ['>=95', 30],
          ['90..97', 30],
          ['<90', 0],
        ]),
      ).points,
    ).toBe(3000);
    expect(score('98%', overlapping).points).toBe(3000);
  });

  test('a hole of the scale is undecided, also one smaller than a limit’s last decimal', () => {
    const gap = rubricOf(
      'percentage',
      [
        ['>=98', 50],
        ['95..97', 35],
        ['<95', 0],
      ],
      { complete: false },
    );
    expect(score('97,5%', gap)).toMatchObject({ points: null, least: 0, most: 5000 });
    const decimals = rubricOf(
      'percentage',
      [
        ['>=90', 50],
        ['85...89.9', 30],
        ['<85', 0],
      ],
      { complete: false },
    );
    expect(score('89,95%', decimals).points).toBeNull();
    expect(score('89,9%', decimals).points).toBe(3000);
  });

  test('bands that were not read could cover the value', () => {
    const unread = [{ text: '???', cell: sourceCell('C9', '???') }];
    expect(score('99%', rubricOf('percentage', [['>=98', 50]], { unread, complete: false })).points).toBeNull();
    expect(score('99%', { ...RISING, unread }).points).toBe(5000);
  });

  test('no scale at all', () => {
    expect(score('99%', rubricOf('percentage', [], { least: null, most: null, complete: false }))).toMatchObject({
      points: null,
      least: 0,
      most: 5000,
    });
  });

  test('levels', () => {
    const levels = rubricOf('choice', [
      ['level:tot', 25],
      ['level:kha', 15],
    ]);
    expect(score('Khá', levels).points).toBe(1500);
    expect(score('Yếu', levels).points).toBeNull();
  });

  test('where a scale depends on the area and the area is unknown, both must agree', () => {
    const mountain = rubricOf('percentage', [
      ['>=90', 50],
      ['<90', 0],
    ]);
    const lowland = rubricOf('percentage', [
      ['>=95', 50],
      ['<95', 0],
    ]);
    const both: Rubric = { ...mountain, bands: [], area: 'undecided', alternatives: [mountain, lowland] };
    expect(score('96%', both).points).toBe(5000);
    expect(score('92%', both)).toMatchObject({ points: null, least: 0, most: 5000 });
  });
});

describe('the range of an item without a result', () => {
  test('from 0 to its maximum', () => {
    expect(score(null, RISING)).toMatchObject({ points: null, least: 0, most: 5000 });
    expect(score(null, RISING, NONE, 20)).toMatchObject({ least: 0, most: 5000 });
  });

  test('unless the bands cover all values and the least of them gives more', () => {
    const generous = rubricOf('percentage', [
      ['>=98', 50],
      ['<98', 10],
    ]);
    expect(score(null, generous)).toMatchObject({ points: null, least: 1000, most: 5000 });
    expect(score(null, { ...generous, complete: false })).toMatchObject({ least: 0 });
  });

  test.each<[Written]>([['69/67 (103%)'], [{ value: 1.35, format: '0%' }], [{ error: '#DIV/0!' }], ['chưa có số liệu'], ['-']])(
    '%j decides no band',
    (written) => {
      const scored = score(written, RISING);
      expect(scored).toMatchObject({ points: null, least: 0, most: 5000, band: null });
      expect(scored.explanation).toContain("'Chấm điểm'!E9");
      expect(scored.explanation).toContain('từ 0 đến 50 điểm');
    },
  );
});

describe('nobody in the group', () => {
  const handled = rubricOf('percentage', [
    ['>=100', 75],
    ['<100', 0],
  ]);

  test('by the scale’s own rule', () => {
    expect(
      score(
        'Không phát sinh',
        rubricOf('percentage', [
          ['>=100', 75],
          ['<100', 0],
          ['no-case', 75],
        ]),
      ).points,
    ).toBe(7500);
  });

  test('without a rule it stays open, or follows the officer’s answer', () => {
    expect(score('Không phát sinh', handled, NONE, 75)).toMatchObject({ points: null, least: 0, most: 7500 });
    expect(score('Không phát sinh', handled, { noCaseRules: { '1.1': 'most' } }, 75).points).toBe(7500);
    expect(score('Không phát sinh', handled, { noCaseRules: { '*': 'zero' } }, 75).points).toBe(0);
    expect(score('Không phát sinh', handled, { noCaseRules: { '*': 'most', '1.1': 'open' } }, 75).points).toBeNull();
  });

  test('a number in two readings: decided where both fall in the same band', () => {
    expect(
      score(
        0.985,
        rubricOf('percentage', [
          ['>=99', 0],
          ['<99', 40],
        ]),
      ).points,
    ).toBe(4000);
    expect(score(0.985, RISING)).toMatchObject({ points: null, least: 0, most: 5000 });
  });

  test('two ticked bands: from the least to the most of them', () => {
    expect(observed({ conflictingMarks: [1, 2] }, RISING)).toMatchObject({ points: null, least: 2000, most: 3500 });
    expect(observed({ markedBand: 1 }, RISING).points).toBe(3500);
  });
});

describe('points by number', () => {
  const each = (pointsPerUnit: number, unitSize: number, cap: number | null, direction: 1 | -1 = 1, start = 0): Rubric =>
    rubricOf('per-unit', [], {
      perUnit: { pointsPerUnit, unitSize: { numerator: unitSize, denominator: 1 }, direction, cap, start, unit: 'mô hình', text: '' },
      most: direction === 1 ? cap : start,
      least: 0,
    });

  test.each<[Written, Rubric, number | null]>([
    ['3 mô hình', each(500, 1, 2000), 1500],
    ['7 mô hình', each(500, 1, 2000), 2000],
    ['Không có', each(500, 1, 2000), 0],
    [4, each(500, 2, 2000), 1000],
    [8, each(500, 3, 1000), 1000],
    ['2 em', each(500, 1, null, -1, 2000), 1000],
    ['9 em', each(500, 1, null, -1, 2000), 0],
    [0, each(500, 1, null, -1, 2000), 2000],
    [3, each(500, 2, 2000), null],
  ])('%j', (written, rubric, points) => {
    expect(score(written, rubric, NONE, 20).points).toBe(points);
  });

  test('in proportion, rounded half up once, and said so', () => {
    const proportional = rubricOf('proportional', [], {
      proportional: { maxPoints: 5000, full: { numerator: 1, denominator: 1 }, text: '' },
      most: 5000,
      least: 0,
    });
    const scored = score('2/3', proportional);
    expect(scored.points).toBe(3333);
    expect(scored.explanation).toContain('làm tròn');
    expect(score('91,9%', proportional)).toMatchObject({ points: 4595 });
    expect(score('91,9%', proportional).explanation).not.toContain('làm tròn');
    expect(
      score('1/8', { ...proportional, proportional: { maxPoints: 100, full: { numerator: 1, denominator: 1 }, text: '' } }).points,
    ).toBe(13);
  });
});

describe('explanations', () => {
  test.each<[Written, Rubric, string]>([
    ['972/977', RISING, '972/977 = 99,49 % ≥ 98 % → 50 điểm'],
    ['98,5%', RISING, '98,5 % ≥ 98 % → 50 điểm'],
    ['1/3.811', INCIDENCE, '1/3.811 = 0,26/1.000 < 1/1.000 → 30 điểm'],
    ['50/80', RISING, '50/80 = 62,5 % < 90 % → 0 điểm'],
    ['Năm 2023: 8; năm 2024: 6', CHANGE, '8 → 6 (giảm 25 %), mức “>=10” → 50 điểm'],
    ['06 buổi', COUNT, '6 buổi ≥ 4 → 25 điểm'],
    ['Có', PRESENCE, 'Có, mức “yes” → 50 điểm'],
  ])('%j', (written, rubric, words) => {
    expect(score(written, rubric).explanation).toBe(words);
  });

  test.each([
    ['- Từ 95% đến dưới 98%: 35 điểm;', 'Từ 95% đến dưới 98%'],
    ['Có bố trí (50 điểm);', 'Có bố trí'],
    ['• Không – 0 điểm', 'Không'],
    ['Giảm\ndưới 10%: 30đ', 'Giảm dưới 10%'],
    ['Đạt từ 98% trở lên', 'Đạt từ 98% trở lên'],
  ])('%j in its own words', (text, words) => {
    expect(bandWords({ ...(RISING.bands[0] as (typeof RISING.bands)[number]), text })).toBe(words);
  });

  test('a value just below a limit is never shown as the limit', () => {
    expect(score('48999/50000', RISING).explanation).toContain('97,998 %');
  });

  test('a rate that contradicts its fraction: both are said', () => {
    expect(score('864/882 (98%)', RISING).explanation).toMatch(
      /864\/882 = 97,96 %.* → 35 điểm \(theo tử số\/mẫu số; tỷ lệ ghi trong biểu cho 50 điểm\)$/,
    );
  });
});

describe('points in cells', () => {
  test.each<[Written, number | null]>([
    [50, 5000],
    ['50', 5000],
    ['50 điểm', 5000],
    ['12,5đ', 1250],
    ['1.000', 100000],
    [12.345, 1235],
    ['x', null],
    ['15/20', null],
    [null, null],
    [{ error: '#REF!' }, null],
    ['-5', -500],
  ])('%j', (written, points) => {
    expect(readPoints(sourceCell('F9', written))).toBe(points);
  });

  test('shown with a comma', () => {
    expect([showPoints(4595), showPoints(5000), showPoints(-50)]).toEqual(['45,95', '50', '-0,5']);
  });

  test('half up', () => {
    expect(roundHundredths({ numerator: 25, denominator: 2 })).toEqual({ points: 13, rounded: true });
    expect(roundHundredths({ numerator: 12, denominator: 1 })).toEqual({ points: 12, rounded: false });
  });
});

describe('properties', () => {
  test('comparison never rounds: below 98 % is below 98 %', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100000 }), fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
        const part = Math.floor(whole * share);
        const points = score(`${part}/${whole}`, RISING).points;
        expect(points === 5000).toBe(part * 100 >= 98 * whole);
        expect(points === 0).toBe(part * 100 < 90 * whole);
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  test('on a monotone scale more never earns less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(score(`${low}/1000 trẻ`, RISING).points as number).toBeLessThanOrEqual(score(`${high}/1000 trẻ`, RISING).points as number);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  test('random text never gives definite points beyond the scale, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 24 }), (text) => {
        for (const rubric of [RISING, INCIDENCE, CHANGE, COUNT, PRESENCE]) {
          const scored = score(text, rubric);
          expect(scored.least).toBeLessThanOrEqual(scored.most);
          if (scored.points !== null) expect(rubric.bands.map((band) => band.points)).toContain(scored.points);
        }
      }),
      { numRuns: 400, seed: 5 },
    );
  });
});
