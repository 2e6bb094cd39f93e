import type { ObservationContext } from '../../core/observations/context';
import type { Observation } from '../../core/observations/observation';
import { readObservation } from '../../core/observations/read-observation';
import type { Rubric } from '../../core/rubric/rubric';
import type { TemplateItem } from '../../core/template/template';
import { rubricOf } from '../support/rubrics';
import { sourceCell, templateItem, writtenWorkbook, type Written } from '../support/source-cell';

const CHANGE = rubricOf(
  'change',
  [
    ['>=10', 50],
    ['(0..10', 30],
    ['<=0', 0],
    ['none', 50],
  ],
  { unit: 'trẻ em' },
);
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
const BAD_COUNT = rubricOf(
  'count',
  [
    ['none', 30],
    ['>=1', 0],
  ],
  { unit: 'trẻ em' },
);
const PER_UNIT = rubricOf('per-unit', [], {
  perUnit: {
    pointsPerUnit: 500,
    unitSize: { numerator: 1, denominator: 1 },
    direction: 1,
    cap: 2000,
    start: 0,
    unit: 'mô hình',
    text: 'Mỗi mô hình 5 điểm, tối đa 20',
  },
  unit: 'mô hình',
});
const PRESENCE = rubricOf('presence', [
  ['yes', 50],
  ['no', 0],
]);
const LEVELS = rubricOf('choice', [
  ['level:tot', 25],
  ['level:kha', 15],
  ['level:trung binh', 5],
  ['level:yeu', 0],
]);

const CONTEXT: ObservationContext = { workbook: writtenWorkbook({}), convention: { decimal: ',' }, rates: new Map() };

function read(item: Partial<TemplateItem>, rubric: Rubric, context: ObservationContext = CONTEXT): Observation {
  return readObservation(templateItem(item), rubric, context);
}

function result(written: Written, rubric: Rubric, label = 'Nội dung'): Observation {
  return read({ result: sourceCell('E9', written), label }, rubric);
}

function number(value: { numerator: number; denominator: number } | null): number | null {
  return value ? value.numerator / value.denominator : null;
}

function codes(observation: Observation): string[] {
  return observation.problems.map((problem) => `${problem.code} ${problem.cell.reference.replace(/^.*!/, '')}`);
}

describe('change against the year before', () => {
  test.each<[string, number, number]>([
    ['Năm 2023: 8 trẻ em; năm 2024: 6 trẻ em (giảm 25%)', 8, 6],
    ['Năm 2023: 24; năm 2024: 19', 24, 19],
    ['Năm 2024: 19; năm 2023: 24', 24, 19],
    ['Giảm 25% so với năm 2023 (8 → 6)', 8, 6],
    ['giảm 3 vụ (từ 12 xuống 9)', 12, 9],
    ['tăng từ 8 lên 10', 8, 10],
    ['8 -> 6', 8, 6],
    ['Năm 2023: 14 trẻ em; năm 2024: 17 trẻ em (tăng 21,4%)', 14, 17],
    ['Năm trước 20 trẻ, năm nay 15 trẻ', 20, 15],
    ['6 vụ, giảm 2 vụ so với năm trước', 8, 6],
    ['10 trẻ, giảm 2 trẻ so với năm 2023', 12, 10],
    ['Năm nay 15; năm 2023: 20', 20, 15],
    ['Năm trước 20; năm 2024: 15', 20, 15],
    ['Giảm 16,7% (10/12)', 12, 10],
    ['2023: 12; 2024: 10', 12, 10],
  ])('%s', (text, previous, current) => {
    const observation = result(text, CHANGE);
    expect([number(observation.previous), number(observation.current)]).toEqual([previous, current]);
    expect(number(observation.value)).toBeCloseTo((previous - current) / previous, 12);
    expect(observation.problems).toEqual([]);
  });

  test.each<[string, number]>([
    ['Giảm 25%', 0.25],
    ['giảm 7,1% so với cùng kỳ', 0.071],
    ['Tăng 21,4%', -0.214],
    ['Không tăng, không giảm', 0],
    ['Bằng năm trước', 0],
  ])('%s', (text, value) => {
    const observation = result(text, CHANGE);
    expect(number(observation.value)).toBe(value);
    expect(observation.problems).toEqual([]);
  });

  test.each([
    ['tăng 2 em', 'rise'],
    ['Giảm 3 vụ', 'fall'],
    ['Giảm gần 10%', 'fall'],
    ['Giảm trên 10%', 'fall'],
    ['Giảm 10% (30/20)', 'fall'],
    ['giảm 5 trẻ so với cùng kỳ (20 trẻ)', 'fall'],
  ])('%s gives only a direction', (text, direction) => {
    expect(result(text, CHANGE)).toMatchObject({ direction, value: null, readings: [], problems: [] });
  });

  test('a percentage without a word for its direction can be read in two ways', () => {
    const observation = result({ value: 0.25, format: '0%' }, CHANGE);
    expect(observation.value).toBeNull();
    expect(observation.readings.map(number)).toEqual([0.25, -0.25]);
    expect(number(result({ value: 0.25, format: '0%' }, CHANGE, 'Tỷ lệ giảm số trẻ em bị tai nạn').value)).toBe(0.25);
    expect(result('-25%', CHANGE).value).toBeNull();
  });

  test('two columns', () => {
    const observation = read({ previous: sourceCell('D9', 24), result: sourceCell('E9', 19) }, CHANGE);
    expect(observation.value).toEqual({ numerator: 5, denominator: 24 });
    expect(codes(read({ previous: sourceCell('D9', null), result: sourceCell('E9', 19) }, CHANGE))).toEqual(['missing-observation D9']);
    expect(read({ previous: sourceCell('D9', 24), result: sourceCell('E9', 'Không có') }, CHANGE).value).toEqual({
      numerator: 1,
      denominator: 1,
    });
  });

  test('a formula tells which value is the earlier one', () => {
    const context = { ...CONTEXT, workbook: writtenWorkbook({ 'Số liệu': { D23: 14, E23: 11 } }) };
    for (const [formula, value] of [
      ["('Số liệu'!D23-'Số liệu'!E23)/'Số liệu'!D23", 0.214],
      ["('Số liệu'!E23-'Số liệu'!D23)/'Số liệu'!D23", -0.214],
      ["1-'Số liệu'!E23/'Số liệu'!D23", 0.214],
      ["'Số liệu'!E23/'Số liệu'!D23-1", -0.214],
    ] as const) {
      const observation = read({ result: sourceCell('E24', { value, formula, format: '0.0%' }) }, CHANGE, context);
      expect(observation.value).toEqual({ numerator: 3, denominator: 14 });
      expect(number(observation.previous)).toBe(14);
    }
  });

  test('stated and computed change', () => {
    expect(codes(result('Năm 2023: 8; năm 2024: 6 (giảm 30%)', CHANGE))).toEqual(['rate-mismatch E9']);
    expect(codes(result('Năm 2023: 30 trẻ em; năm 2024: 25 trẻ em (giảm 16,7%)', CHANGE))).toEqual([]);
    expect(codes(result('Năm 2023: 30 trẻ em; năm 2024: 25 trẻ em (giảm 16,6%)', CHANGE))).toEqual([]);
  });

  test('from nothing', () => {
    expect(result('Năm 2023: 0; năm 2024: 2', CHANGE)).toMatchObject({
      value: null,
      previous: { numerator: 0 },
      current: { numerator: 2 },
    });
    expect(result('Năm 2023: 0; năm 2024: 0', CHANGE)).toMatchObject({ none: true, value: null });
    expect(result('Không có', CHANGE)).toMatchObject({ none: true, problems: [] });
  });

  test.each<[Written]>([['chưa có số liệu'], ['đã thực hiện tốt']])('%j is unreadable', (written) => {
    expect(codes(result(written, CHANGE))).toEqual(['unreadable-value E9']);
  });
});

describe('counts', () => {
  test.each<[Written, number]>([
    ['06 buổi', 6],
    ['Có 3 câu lạc bộ', 3],
    ['5 mô hình', 5],
    ['ba mô hình', 3],
    ['0 vụ', 0],
    ['Không có', 0],
    ['Không', 0],
    ['Không tổ chức', 0],
    ['Không phát sinh', 0],
    ['02 buổi, 150 trẻ em tham gia', 2],
    [4, 4],
  ])('%j is %d', (written, value) => {
    const observation = result(written, COUNT);
    expect(number(observation.value)).toBe(value);
    expect(observation.none).toBe(value === 0);
    expect(observation.problems).toEqual([]);
  });

  test.each<[Written]>([
    ['Năm nay'],
    ['4/5 buổi'],
    ['1-2 buổi'],
    ['trên 2 buổi'],
    ['khoảng 5 buổi'],
    ['Chưa'],
    ['Không đạt'],
    ['Tăng 2 buổi'],
  ])('%j is no count', (written) => {
    expect(result(written, COUNT)).toMatchObject({ value: null });
    expect(codes(result(written, COUNT))).toEqual(['unreadable-value E9']);
  });

  test('a year before a count is no count', () => {
    expect(number(result('Năm 2024: 01 buổi', COUNT).value)).toBe(1);
  });

  test.each<[Written, string]>([
    ['4', 'text-number E9'],
    [-3, 'negative-value E9'],
    [2.5, 'not-an-integer E9'],
    ['chưa có số liệu', 'unreadable-value E9'],
    ['nhiều', 'unreadable-value E9'],
    ['-', 'missing-observation E9'],
    ['', 'missing-observation E9'],
    [{ error: '#REF!' }, 'formula-error E9'],
    ['từ 1 đến 3 buổi', 'unreadable-value E9'],
  ])('%j: %s', (written, code) => {
    const observation = result(written, COUNT);
    expect(codes(observation)).toEqual([code]);
    expect(observation.value === null).toBe(!/text-number|not-an-integer/.test(code));
  });

  test('“Không phát sinh” for bad events is none', () => {
    expect(result('Không phát sinh', BAD_COUNT)).toMatchObject({ none: true, noCase: false, value: { numerator: 0 } });
  });

  test('an unclear separator in a count is one of thousands', () => {
    const observation = readObservation(templateItem({ result: sourceCell('E9', '1.234') }), COUNT, {
      ...CONTEXT,
      convention: { decimal: null },
    });
    expect(number(observation.value)).toBe(1234);
  });

  test('a formula to a data sheet', () => {
    const context = { ...CONTEXT, workbook: writtenWorkbook({ 'Số liệu': { E25: 6, E26: 1, E27: 2, E30: '12 buổi' } }) };
    expect(number(read({ result: sourceCell('E9', { value: 6, formula: "'Số liệu'!E25" }) }, PER_UNIT, context).value)).toBe(6);
    expect(number(read({ result: sourceCell('E9', { value: 9, formula: "SUM('Số liệu'!E25:E27)" }) }, PER_UNIT, context).value)).toBe(9);
    expect(codes(read({ result: sourceCell('E9', { value: 0, formula: "'Số liệu'!E99" }) }, PER_UNIT, context))).toEqual([
      'missing-observation E99',
    ]);
  });
});

describe('yes and no, levels', () => {
  test.each<[Written, 'yes' | 'no']>([
    ['Có', 'yes'],
    ['x', 'yes'],
    ['Đã bố trí', 'yes'],
    ['Có bố trí 01 người', 'yes'],
    [true, 'yes'],
    [1, 'yes'],
    ['02 cộng tác viên', 'yes'],
    ['Không', 'no'],
    ['Chưa', 'no'],
    ['Không bố trí', 'no'],
    ['Không có', 'no'],
    [0, 'no'],
    [false, 'no'],
  ])('%j is %s', (written, answer) => {
    expect(result(written, PRESENCE)).toMatchObject({ answer, problems: [] });
  });

  test('where no is what the scale wants, “Không có trường hợp nào” is a no; else it applies to nobody', () => {
    expect(
      result(
        'Không phát sinh',
        rubricOf('presence', [
          ['yes', 0],
          ['no', 50],
        ]),
      ),
    ).toMatchObject({ answer: 'no', noCase: false });
    expect(result('Không có trường hợp nào', PRESENCE)).toMatchObject({ answer: null, noCase: true });
  });

  test.each<[Written]>([[50], ['50 điểm'], ['98%'], ['chưa có số liệu'], ['Sẽ bố trí']])('%j is no answer', (written) => {
    const observation = result(written, PRESENCE);
    expect(observation.answer).toBeNull();
    expect(codes(observation)).toEqual(['unreadable-value E9']);
  });

  test.each([
    ['Tốt', 'tot'],
    ['Khá', 'kha'],
    ['Đạt mức Trung bình', 'trung binh'],
    ['YẾU', 'yeu'],
  ])('%s', (text, level) => {
    expect(result(text, LEVELS)).toMatchObject({ level, problems: [] });
  });

  test.each(['80% tốt', 'Rất tốt', 'Không tốt', 'Khá tốt', 'Tốt: 80%; khá: 20%'])('%s is none of the scale’s levels', (text) => {
    expect(LEVELS.bands.some((band) => band.condition.type === 'level' && band.condition.level === result(text, LEVELS).level)).toBe(false);
  });

  test('a level that the scale does not have is unreadable or stays without a band', () => {
    expect(result('Tạm được', LEVELS).problems.map((problem) => problem.code)).toEqual(['unreadable-value']);
  });
});

describe('ticks beside bands', () => {
  const ticked = (...marks: Written[]): Rubric => ({
    ...PRESENCE,
    bands: LEVELS.bands.map((band, index) => ({ ...band, mark: sourceCell(`F${10 + index}`, marks[index] ?? null) })),
    kind: 'choice',
  });

  test('one tick names its band', () => {
    expect(read({}, ticked(null, 'x'))).toMatchObject({ markedBand: 1, conflictingMarks: [], problems: [] });
    expect(read({}, ticked(null, null, true))).toMatchObject({ markedBand: 2 });
  });

  test('two ticks conflict, told at the first', () => {
    const observation = read({}, ticked(null, 'x', '✓'));
    expect(observation).toMatchObject({ markedBand: null, conflictingMarks: [1, 2] });
    expect(codes(observation)).toEqual(['unreadable-value F11']);
  });

  test('points beside a band are no result', () => {
    expect(codes(read({ result: sourceCell('E9', null) }, ticked(25)))).toEqual(['missing-observation E9']);
  });

  test('the item’s own result wins', () => {
    expect(read({ result: sourceCell('E9', 'Tốt') }, ticked(null, 'x'))).toMatchObject({ level: 'tot', markedBand: null });
  });
});

describe('quarters', () => {
  const quarters = (...values: Written[]) => values.map((value, index) => sourceCell(`${'CDEF'.charAt(index)}9`, value));

  test('counts are added up', () => {
    expect(read({ quarters: quarters(1, '02 buổi', 0, 3) }, COUNT)).toMatchObject({
      value: { numerator: 6 },
      summedQuarters: true,
      problems: [],
    });
  });

  test('a quarter without a value leaves the sum open', () => {
    const observation = read({ quarters: quarters(1, 2, null, 3) }, COUNT);
    expect(observation.value).toBeNull();
    expect(codes(observation)).toEqual(['missing-observation E9']);
  });

  test('rates are not added up', () => {
    const rates = rubricOf('percentage', [
      ['>=98', 50],
      ['<98', 0],
    ]);
    const observation = read({ result: sourceCell('G9', null), quarters: quarters('50%', '60%', '70%', '80%') }, rates);
    expect(observation.value).toBeNull();
    expect(codes(observation)).toEqual(['missing-observation G9']);
  });

  test('a year’s own value wins', () => {
    expect(read({ result: sourceCell('G9', 4), quarters: quarters(1, 1, 1, 2) }, COUNT)).toMatchObject({
      value: { numerator: 4 },
      summedQuarters: false,
    });
  });
});
