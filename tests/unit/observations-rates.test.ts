import fc from 'fast-check';
import { collectRateEvidence, type ObservationContext } from '../../core/observations/context';
import type { Observation } from '../../core/observations/observation';
import { readObservation } from '../../core/observations/read-observation';
import type { Rubric } from '../../core/rubric/rubric';
import type { TemplateItem } from '../../core/template/template';
import { rubricOf } from '../support/rubrics';
import { sourceCell, templateItem, writtenWorkbook, type Written } from '../support/source-cell';

const RISING = rubricOf('percentage', [
  ['>=98', 50],
  ['95..98', 35],
  ['90..95', 20],
  ['<90', 0],
]);
const FALLING = rubricOf('percentage', [
  ['<10', 40],
  ['10..15', 25],
  ['15..20', 10],
  ['>=20', 0],
]);
const HANDLED = rubricOf('percentage', [
  ['>=100', 75],
  ['<100', 0],
  ['no-case', 75],
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

const EMPTY: ObservationContext = { workbook: writtenWorkbook({}), convention: { decimal: ',' }, rates: new Map() };

function read(item: Partial<TemplateItem>, rubric: Rubric, context: ObservationContext = EMPTY): Observation {
  return readObservation(templateItem(item), rubric, context);
}

function result(written: Written, rubric: Rubric, label = 'Tỷ lệ'): Observation {
  return read({ result: sourceCell('E9', written), label }, rubric);
}

function share(observation: Observation): number | null {
  return observation.value ? observation.value.numerator / observation.value.denominator : null;
}

function codes(observation: Observation): string[] {
  return observation.problems.map((problem) => `${problem.code} ${problem.cell.reference.replace(/^.*!/, '')}`);
}

describe('a percentage in one cell', () => {
  test.each<[Written, number, number, number]>([
    ['197/200 (98,5%)', 0.985, 197, 200],
    ['Đạt 99,5% (972/977 trẻ)', 972 / 977, 972, 977],
    ['186 trên tổng số 189 trẻ', 186 / 189, 186, 189],
    ['1.116/1.118', 1116 / 1118, 1116, 1118],
    ['147/148 trẻ', 147 / 148, 147, 148],
    ['Đạt 90,7% (136/150 phiếu)', 136 / 150, 136, 150],
    ['2.197/2.380 trẻ', 2197 / 2380, 2197, 2380],
    ['Tổng số 200 trẻ, đã đăng ký 197 trẻ (98,5%)', 0.985, 197, 200],
  ])('%s is the fraction, exactly', (written, value, numerator, denominator) => {
    const observation = result(written, RISING);
    expect(share(observation)).toBe(value);
    expect([observation.numerator, observation.denominator]).toEqual([
      { numerator, denominator: 1 },
      { numerator: denominator, denominator: 1 },
    ]);
    expect(observation.problems).toEqual([]);
  });

  test.each<[Written, number]>([
    [{ value: 0.985, format: '0.0%' }, 0.985],
    [{ value: 0.985, format: '0%' }, 0.985],
    [{ value: 98.5, format: '0.0"%"' }, 0.985],
    ['98,5 %', 0.985],
    ['98.5%', 0.985],
    ['100%', 1],
    ['Đạt 98,5%', 0.985],
    ['Tỷ lệ đạt 98,5% theo báo cáo của Trạm Y tế', 0.985],
    [98.5, 0.985],
    [100, 1],
    [7.2, 0.072],
  ])('%j is %d', (written, value) => {
    expect(share(result(written, RISING))).toBe(value);
  });

  test.each<[Written]>([
    ['chưa có số liệu'],
    ['đang cập nhật'],
    ['trên 96%'],
    ['khoảng 97%'],
    ['06 buổi/1 năm'],
    ['giảm 2 trẻ trên tổng số 20 trẻ'],
    ['còn 3/200 trẻ'],
    ['3/200 trẻ chưa đăng ký'],
    ['97 - 99%'],
    ['Đạt 100% kế hoạch'],
    ['Quý IV: 98,5%'],
    ['Chỉ tiêu 95%, thực hiện 98,5%'],
    ['Nam: 97%; nữ: 99%'],
    ['98,5% (tăng 1,2% so với năm 2023)'],
    ['Tổng số 882 trẻ, đã đăng ký 850 trẻ (98%)'],
    ['Tốt'],
    ['197 - 200'],
    ['12/11/2024'],
    [{ value: 45608, format: 'dd/mm/yyyy' }],
    [true],
  ])('%j is unreadable, never a guess', (written) => {
    const observation = result(written, RISING);
    expect(observation.value).toBeNull();
    expect(observation.readings).toEqual([]);
    expect(codes(observation)).toEqual(['unreadable-value E9']);
  });

  test.each<[Written, string]>([
    [{ value: 1.35, format: '0%' }, 'percentage-out-of-range E9'],
    ['103%', 'percentage-out-of-range E9'],
    [{ value: -0.05, format: '0%' }, 'percentage-out-of-range E9'],
    [120, 'percentage-out-of-range E9'],
    ['69/67 (103%)', 'numerator-exceeds-denominator E9'],
    ['5/0', 'numerator-exceeds-denominator E9'],
    [{ error: '#DIV/0!' }, 'formula-error E9'],
    [null, 'missing-observation E9'],
    ['-', 'missing-observation E9'],
  ])('%j has no value: %s', (written, code) => {
    const observation = result(written, RISING);
    expect(observation.value).toBeNull();
    expect(codes(observation)).toEqual([code]);
  });

  test('the counts behind a rounded rate decide, not the rate', () => {
    const observation = result('Tổng số 882 trẻ, đã đăng ký 864 trẻ (98%)', RISING);
    expect(share(observation)).toBe(864 / 882);
    expect(codes(observation)).toEqual(['rounding-decides-band E9']);
  });

  test('a bare 0 where there may be no case at all is not 0 %', () => {
    expect(result(0, HANDLED)).toMatchObject({ value: null, problems: [] });
    expect(share(result('0%', RISING))).toBe(0);
    expect(share(result(0, FALLING))).toBe(0);
  });

  test('a plain 0.985 stands for 98,5 % or 0,985 %: both readings, points left open', () => {
    const observation = result(0.985, RISING);
    expect(observation.value).toBeNull();
    expect(observation.readings.map((reading) => reading.numerator / reading.denominator)).toEqual([0.985, 0.00985]);
    expect(observation.problems).toEqual([]);
  });

  test('the column’s other rates decide a plain number', () => {
    const items = [0.972, 0.985, 0.91].map((value, index) =>
      templateItem({ number: `${index}.1`, result: sourceCell(`E${index + 1}`, value) }),
    );
    const rates = collectRateEvidence(items, [RISING, RISING, RISING]);
    const observation = readObservation(items[1] as TemplateItem, RISING, { ...EMPTY, rates });
    expect(share(observation)).toBe(0.985);
    const mixed = [templateItem({ result: sourceCell('E1', 97.2) }), templateItem({ result: sourceCell('E2', 0.985) })];
    const doubtful = readObservation(mixed[1] as TemplateItem, RISING, { ...EMPTY, rates: collectRateEvidence(mixed, [RISING, RISING]) });
    expect(doubtful.value).toBeNull();
    expect(doubtful.readings).toHaveLength(2);
  });

  test('a percentage as text among numbers is told, and read all the same', () => {
    const items = [97.2, 95.1, '98,5%'].map((value, index) => templateItem({ result: sourceCell(`E${index + 1}`, value) }));
    const rates = collectRateEvidence(items, [RISING, RISING, RISING]);
    const observation = readObservation(items[2] as TemplateItem, RISING, { ...EMPTY, rates });
    expect(share(observation)).toBe(0.985);
    expect(codes(observation)).toEqual(['text-number E3']);
    expect(codes(result('98,5%', RISING))).toEqual([]);
  });

  test('of two results in one cell the item’s own is read', () => {
    const text = 'Nhẹ cân 7,2%; thấp còi 12,1%';
    expect(share(result(text, FALLING, 'Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể nhẹ cân'))).toBe(0.072);
    expect(share(result(text, FALLING, 'Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể thấp còi'))).toBe(0.121);
    expect(codes(result(text, FALLING, 'Tỷ lệ khác'))).toEqual(['unreadable-value E9']);
    const mixed = 'Nhẹ cân 50/700 trẻ; thấp còi 12,1%';
    expect(share(result(mixed, FALLING, 'Tỷ lệ suy dinh dưỡng thể thấp còi'))).toBe(0.121);
    expect(share(result(mixed, FALLING, 'Tỷ lệ suy dinh dưỡng thể nhẹ cân'))).toBe(50 / 700);
    expect(result(mixed, FALLING, 'Tỷ lệ khác').value).toBeNull();
  });

  test('the year assessed decides between two years', () => {
    const text = 'Năm 2023: 95,1%; năm 2024: 98,5%';
    expect(share(read({ result: sourceCell('E9', text) }, RISING, { ...EMPTY, year: 2024 }))).toBe(0.985);
    expect(codes(result(text, RISING))).toEqual(['unreadable-value E9']);
  });
});

describe('nobody in the group', () => {
  test.each(['Không phát sinh', 'Không có vụ việc', 'Không có', 'Không phát sinh vụ việc', '0/0 (không phát sinh)'])(
    '%s in a rate of handled cases is no case',
    (text) => {
      const observation = result(text, HANDLED);
      expect(observation).toMatchObject({ noCase: true, value: null });
      expect(observation.problems).toEqual([]);
    },
  );

  test('0/0 alone is a zero denominator', () => {
    const observation = result('0/0', HANDLED);
    expect(observation.noCase).toBe(true);
    expect(codes(observation)).toEqual(['zero-denominator E9']);
    const columns = read({ numerator: sourceCell('F9', 0), denominator: sourceCell('E9', 0), rate: sourceCell('G9', null) }, HANDLED);
    expect(columns.noCase).toBe(true);
    expect(codes(columns)).toEqual(['zero-denominator E9']);
  });

  test('“Không có” for a rate that should be low is zero', () => {
    const observation = result('Không có trường hợp nào', FALLING);
    expect(observation).toMatchObject({ none: true, noCase: false, value: { numerator: 0, denominator: 1 } });
  });
});

describe('columns for the part, the whole and the rate', () => {
  const columns = (part: Written, whole: Written, rate: Written, format = '0.0'): Observation =>
    read(
      {
        numerator: sourceCell('F9', part),
        denominator: sourceCell('E9', whole),
        rate: sourceCell('G9', typeof rate === 'number' ? { value: rate, format } : rate),
        result: sourceCell('H9', null),
      },
      RISING,
    );

  test('the fraction decides, exactly: 864/882 shown as 98,0 is below 98 %', () => {
    const observation = columns(864, 882, 98);
    expect(share(observation)).toBe(864 / 882);
    expect(codes(observation)).toEqual(['rounding-decides-band G9']);
  });

  test.each<[number, number, number, string[]]>([
    [167, 168, 99.4, []],
    [73, 80, 91.3, []],
    [73, 80, 91.2, []],
    [2661, 2870, 93.4, ['rate-mismatch G9']],
    [69, 67, 103, ['numerator-exceeds-denominator F9']],
    [190, 190, 100, []],
  ])('%d of %d beside %d', (part, whole, rate, expected) => {
    expect(codes(columns(part, whole, rate))).toEqual(expected);
  });

  test('rates as shares, hundredths or percentages stand beside a fraction alike', () => {
    expect(codes(columns(197, 200, 0.985, '0.0%'))).toEqual([]);
    expect(codes(columns(197, 200, 0.985, '0.000'))).toEqual([]);
    expect(codes(columns(197, 200, '98,5%'))).toEqual([]);
  });

  test('a written percentage is no share: 1 % is not 100 %', () => {
    expect(codes(columns(100, 100, '1%'))).toEqual(['rate-mismatch G9']);
    expect(codes(columns(100, 100, { value: 0.01, format: '0%' }))).toEqual(['rate-mismatch G9']);
  });

  test('a count in the result column beside a column of wholes', () => {
    const beside = (value: Written, rate: Written): Observation =>
      read({ result: sourceCell('H9', value), denominator: sourceCell('E9', 120), rate: sourceCell('G9', rate) }, RISING);
    expect(beside(118, null).value).toEqual({ numerator: 59, denominator: 60 });
    expect(beside(90, 75).value).toEqual({ numerator: 3, denominator: 4 });
    expect(beside(90, null)).toMatchObject({
      value: null,
      readings: [
        { numerator: 9, denominator: 10 },
        { numerator: 3, denominator: 4 },
      ],
    });
    expect(beside('118/120', 98.3).value).toEqual({ numerator: 59, denominator: 60 });
  });

  test('a count as text is told and read: 2.870', () => {
    const observation = columns('2.197', '2.380', null);
    expect(observation.denominator).toEqual({ numerator: 2380, denominator: 1 });
    expect(codes(observation)).toEqual(['text-number F9', 'text-number E9']);
  });

  test('a contradicting rate in the same text', () => {
    for (const text of ['Đạt 97% (972/977 trẻ)', '972/977 trẻ, đạt tỷ lệ 97%']) {
      expect(share(result(text, RISING))).toBe(972 / 977);
      expect(codes(result(text, RISING))).toEqual(['rate-mismatch E9']);
    }
  });

  test('parts of a person and negative counts', () => {
    expect(codes(columns(19.5, 20, null))).toEqual(['not-an-integer F9']);
    expect(columns(19.5, 20, null).value).toEqual({ numerator: 39, denominator: 40 });
    expect(codes(columns(-3, 20, null))).toEqual(['negative-value F9']);
    expect(columns(-3, 20, null).value).toBeNull();
  });

  test('what is missing is named where it belongs', () => {
    expect(codes(columns(214, null, null))).toEqual(['missing-observation E9']);
    expect(codes(columns(null, 485, null))).toEqual(['missing-observation F9']);
    expect(codes(columns(null, null, null))).toEqual(['missing-observation G9']);
    expect(codes(columns(214, null, { error: '#DIV/0!' }))).toEqual(['formula-error G9']);
    expect(columns(214, null, { error: '#DIV/0!' }).value).toBeNull();
  });

  test('words in the column for other results', () => {
    const observation = read(
      {
        numerator: sourceCell('F9', null),
        denominator: sourceCell('E9', null),
        rate: sourceCell('G9', null),
        result: sourceCell('H9', 'Không phát sinh'),
      },
      HANDLED,
    );
    expect(observation).toMatchObject({ noCase: true, problems: [] });
  });
});

describe('incidences', () => {
  test.each<[Written, number]>([
    ['1/3.811 trẻ em (0,26/1.000)', 1 / 3811],
    ['0/3.139 trẻ em (0/1.000)', 0],
    ['Có 1 trường hợp trên tổng số 943 trẻ em', 1 / 943],
    ['01 trường hợp/2.870 trẻ em (0,35/1.000)', 1 / 2870],
    ['2 em trong tổng số 2.870 trẻ, tỷ suất 0,7‰', 2 / 2870],
    ['0,7 trên 1.000 trẻ em', 0.7 / 1000],
    ['0,26/1.000', 0.26 / 1000],
    ['0,26 ‰', 0.26 / 1000],
    ['1/1.000', 1 / 1000],
    ['Không có trường hợp nào', 0],
    ['Không phát sinh', 0],
    [0, 0],
    ['0', 0],
    ['0 trẻ em', 0],
    [0.26, 0.26 / 1000],
  ])('%j', (written, value) => {
    const observation = result(written, INCIDENCE);
    expect(share(observation)).toBeCloseTo(value, 15);
    expect(observation.none).toBe(value === 0);
  });

  test.each<[Written]>([[2], ['2 trẻ em'], ['2']])('%j without a population stays undecided', (written) => {
    const observation = result(written, INCIDENCE);
    expect(observation.value).toBeNull();
    expect(observation.numerator).toEqual({ numerator: 2, denominator: 1 });
    expect(observation.none).toBe(false);
  });

  test('a count in the result column is joined with the column of the whole', () => {
    const observation = read({ result: sourceCell('H9', 2), denominator: sourceCell('E9', 2870) }, INCIDENCE);
    expect(share(observation)).toBe(2 / 2870);
  });

  test('0 of none is zero whatever the population', () => {
    const observation = read(
      { numerator: sourceCell('F9', 0), denominator: sourceCell('E9', null), rate: sourceCell('G9', null) },
      INCIDENCE,
    );
    expect(observation).toMatchObject({ none: true, problems: [] });
  });
});

describe('formulas are followed to the source', () => {
  const data = { E6: 3326, E7: 1001, E8: null, E18: 985, E19: 2, D23: 14, E23: 11 };
  const workbook = writtenWorkbook({ 'Số liệu': data, 'Chấm điểm': { F40: 214, E40: 485 } });
  const context: ObservationContext = { ...EMPTY, workbook };
  const of = (value: number, formula: string, format: string, rubric: Rubric = RISING): Observation =>
    read({ result: sourceCell('E16', { value, formula, format }) }, rubric, context);

  test.each([
    ["'Số liệu'!E18/'Số liệu'!E7", 0.984, '0.0%'],
    ["ROUND('Số liệu'!E18/'Số liệu'!E7,3)", 0.984, '0.0%'],
    ["IFERROR('Số liệu'!$E$18/'Số liệu'!$E$7*100,\"\")", 98.4015984015984, '0.0'],
    ["IF('Số liệu'!E7=0,\"\",'Số liệu'!E18/'Số liệu'!E7)", 0.984, '0.0%'],
    ["IF('Số liệu'!E7=\"\",\"\",100*'Số liệu'!E18/'Số liệu'!E7)", 98.4, '0.0'],
    ['985/1001', 0.984, '0.0%'],
    ['985/1001*100', 98.4, '0.0'],
  ])('=%s', (formula, value, format) => {
    const observation = of(value, formula, format);
    expect(observation.value).toEqual({ numerator: 985, denominator: 1001 });
    expect(observation.problems).toEqual([]);
  });

  test('the cells of the fraction are named', () => {
    const { cells } = of(0.984, "'Số liệu'!E18/'Số liệu'!E7", '0.0%');
    expect([cells.numerator?.reference, cells.denominator?.reference]).toEqual(["'Số liệu'!E18", "'Số liệu'!E7"]);
  });

  test('an incidence by a formula', () => {
    const observation = of(0.6, "ROUND('Số liệu'!E19/'Số liệu'!E6*1000,2)", '0.00', INCIDENCE);
    expect(share(observation)).toBe(2 / 3326);
    expect(observation.problems).toEqual([]);
  });

  test('a blank source is missing, not zero', () => {
    const observation = of(0, "'Số liệu'!E8/'Số liệu'!E7", '0.0%');
    expect(observation.value).toBeNull();
    expect(codes(observation)).toEqual(['missing-observation E8']);
  });

  test('a reference shows a number as its target does', () => {
    const book = writtenWorkbook({ 'Số liệu': { G7: { value: 0.985, format: '0.0%' }, G8: { value: 0.9796, format: '0%' } } });
    const at = (value: number, formula: string): Observation =>
      read({ result: sourceCell('E9', { value, formula }) }, RISING, { ...EMPTY, workbook: book });
    expect(share(at(0.985, "'Số liệu'!G7"))).toBe(0.985);
    expect(share(at(98.5, "'Số liệu'!G7*100"))).toBe(0.985);
    expect(codes(at(0.9796, "'Số liệu'!G8"))).toEqual(['rounding-decides-band E9']);
  });

  test('a formula that is not followed leaves its cached result', () => {
    expect(share(of(0.985, 'VLOOKUP(A1,B:C,2,0)', '0.0%'))).toBe(0.985);
  });
});

test('a rate never passes a limit by rounding, whatever the fraction', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20000 }), fc.integer({ min: 0, max: 20000 }), (whole, missing) => {
      fc.pre(missing <= whole);
      const part = whole - missing;
      const observation = read({ numerator: sourceCell('F9', part), denominator: sourceCell('E9', whole) }, RISING);
      const value = observation.value as NonNullable<typeof observation.value>;
      expect(value.numerator * whole).toBe(part * value.denominator);
    }),
    { numRuns: 300, seed: 7 },
  );
});
