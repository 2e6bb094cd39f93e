import fc from 'fast-check';
import { fraction, parseDecimal, toNumber } from '../../core/text/fractions';
import type { Fraction } from '../../core/text/fractions';
import { collectConvention, readFractionText, readNumbers, readNumberWord, readSingleNumber } from '../../core/text/numbers';
import type { NumberConvention } from '../../core/text/numbers';

const UNKNOWN: NumberConvention = { decimal: null };
const COMMA: NumberConvention = { decimal: ',' };
const POINT: NumberConvention = { decimal: '.' };

function values(readings: readonly Fraction[]): number[] {
  return readings.map(toNumber);
}

function all(text: string, convention: NumberConvention): number[][] {
  return readNumbers(text, convention).map((number) => values(number.readings));
}

test.each([
  ['1.234', [1234, 1.234], [1234], [1.234]],
  ['1,234', [1234, 1.234], [1.234], [1234]],
  ['2.870', [2870, 2.87], [2870], [2.87]],
  ['98,500', [98500, 98.5], [98.5], [98500]],
  ['98.5', [98.5], [98.5], [98.5]],
  ['98,5', [98.5], [98.5], [98.5]],
  ['0.985', [0.985], [0.985], [0.985]],
  ['0,985', [0.985], [0.985], [0.985]],
  ['1.234.567', [1234567], [1234567], [1234567]],
  ['1,234,567', [1234567], [1234567], [1234567]],
  ['1.234,5', [1234.5], [1234.5], [1234.5]],
  ['1,234.5', [1234.5], [1234.5], [1234.5]],
  ['1 786', [1786], [1786], [1786]],
  ['1\u00a0786,5', [1786.5], [1786.5], [1786.5]],
  ['1234.567', [1234.567], [1234.567], [1234.567]],
  ['06', [6], [6], [6]],
  ['-3', [-3], [-3], [-3]],
  ['−2,5', [-2.5], [-2.5], [-2.5]],
])('%s under each convention', (text, unknown, comma, point) => {
  expect([all(text, UNKNOWN), all(text, COMMA), all(text, POINT)]).toEqual([[unknown], [comma], [point]]);
});

test.each(['12.11.2024', '1.2.3', '1.234.56', '1,2,3', '1.23,456,7', '12345678901234567890'])('%s is no number', (text) => {
  for (const convention of [UNKNOWN, COMMA, POINT]) expect(all(text, convention)).toEqual([]);
});

test.each([
  ['- Từ 95% đến dưới 98%: 35 điểm', [95, 98, 35]],
  ['-98% trở lên: 50 điểm', [98, 50]],
  ['85%-89,9%', [85, 89.9]],
  ['95% - < 98%: 35đ', [95, 98, 35]],
  ['từ 3-5 tuổi', [3, 5]],
  ['giảm -5%', [-5]],
  ['Dưới 40/100.000 trẻ em: 15 điểm', [40, 100000, 15]],
  ['Thôn 3 120 trẻ', [3, 120]],
  ['Tổng 1 234 567 đồng', [1234567]],
])('the numbers of %s', (text, numbers) => {
  expect(all(text, UNKNOWN).map(([first]) => first)).toEqual(numbers);
});

test('a number knows its place, unit, decimals and part', () => {
  const text = 'Năm 2024: đạt 98,50 % (BC số 46/BC-CA ngày 12/11/2024), 5 mô hình';
  const shown = readNumbers(text, UNKNOWN).map(({ raw, unit, per, decimals, role, start, end }) => [
    raw,
    unit,
    per,
    decimals,
    role,
    text.slice(start, end),
  ]);
  expect(shown).toEqual([
    ['2024', '', null, 0, 'year', '2024'],
    ['98,50', '%', 100, 2, 'plain', '98,50'],
    ['46', '', null, 0, 'document', '46'],
    ['12', '', null, 0, 'date', '12'],
    ['11', '', null, 0, 'date', '11'],
    ['2024', '', null, 0, 'date', '2024'],
    ['5', 'mô', null, 0, 'plain', '5'],
  ]);
  expect(readNumbers('0,26/1.000', UNKNOWN)).toMatchObject([{ raw: '0,26', unit: '/1000', per: 1000, decimals: 2 }]);
  expect(readNumbers('2‰', UNKNOWN)).toMatchObject([{ unit: '‰', per: 1000 }]);
  expect(readNumbers('1.234', UNKNOWN)).toMatchObject([{ readingDecimals: [0, 3] }]);
});

test('what a fraction with any separators says is among its readings', () => {
  const group = (digits: string, separator: string): string => digits.replace(/\B(?=(\d{3})+$)/g, separator);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99999999 }),
      fc.option(fc.integer({ min: 0, max: 99 }), { nil: null }),
      fc.constantFrom(',', '.'),
      (whole, decimals, decimal) => {
        const shown = decimals === null ? '' : String(decimals).padStart(2, '0');
        const text = group(String(whole), decimal === ',' ? '.' : ',') + (shown === '' ? '' : decimal + shown);
        const exact = parseDecimal(`${whole}${shown === '' ? '' : `.${shown}`}`);
        expect(readNumbers(text, { decimal })).toMatchObject([{ readings: [exact], decimals: shown.length, raw: text }]);
        expect(readNumbers(text, UNKNOWN)[0]?.readings).toContainEqual(exact);
      },
    ),
    { numRuns: 500 },
  );
});

test('reading never throws and keeps to the text', () => {
  const piece = fc.constantFrom(
    '1',
    '12',
    '1.234',
    '98,5',
    '%',
    '‰',
    '/',
    '-',
    ' ',
    '(',
    ')',
    'trẻ',
    'năm',
    'ngày ',
    '2024',
    '/1.000',
    '.',
    ',',
    'Tổng số ',
    'đạt ',
    'x',
    '\n',
    '99999999999999999999',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(UNKNOWN, COMMA, POINT), (shown, convention) => {
      let end = 0;
      for (const number of readNumbers(shown, convention)) {
        expect(number.start).toBeGreaterThanOrEqual(end);
        expect(shown.slice(number.start, number.end)).toBe(number.raw);
        expect(number.readings.length).toBeGreaterThan(0);
        expect(number.readingDecimals).toHaveLength(number.readings.length);
        end = number.end;
      }
      readSingleNumber(shown, convention);
      readFractionText(shown, convention);
      collectConvention([shown]);
      readNumberWord(shown);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['0 vụ', 0, 'vụ', null],
  ['06 buổi', 6, 'buổi', null],
  ['98,5 %', 98.5, '%', 100],
  ['98.5%', 98.5, '%', 100],
  ['Đạt 98,5%', 98.5, '%', 100],
  ['Đạt tỷ lệ: 98%.', 98, '%', 100],
  ['98 phần trăm', 98, '%', 100],
  ['5 mô hình', 5, 'mô hình', null],
  ['- 3 mô hình', 3, 'mô hình', null],
  ['Đã tổ chức 04 cuộc', 4, 'cuộc', null],
  ['06 buổi/năm', 6, 'buổi/năm', null],
  ['977 trẻ em dưới 5 tuổi', 977, 'trẻ em', null],
  ['03 mô hình (duy trì)', 3, 'mô hình', null],
  ['4 câu lạc bộ, đội, nhóm', 4, 'câu lạc bộ', null],
  ['0 - không phát sinh', 0, '', null],
  ['0 (không có)', 0, '', null],
  ['1 786', 1786, '', null],
  ['-3', -3, '', null],
  ['0,26/1.000', 0.26, '/1000', 1000],
  ['42,02/100.000 trẻ em', 42.02, '/100000', 100000],
  ['1,5‰', 1.5, '‰', 1000],
  ['200.000.000 đồng', 200000000, 'đồng', null],
])('%s is one number', (text, value, unit, per) => {
  const number = readSingleNumber(text, UNKNOWN);
  expect(number && values(number.readings)).toEqual([value]);
  expect(number).toMatchObject({ unit, per, percent: per === 100, perMille: per === 1000 });
});

test('an ambiguous cell keeps both values until the column decides', () => {
  expect(values(readSingleNumber('1.786', UNKNOWN)?.readings ?? [])).toEqual([1786, 1.786]);
  expect(values(readSingleNumber('1.786 trẻ', collectConvention(['98,5 %', '1.786 trẻ']))?.readings ?? [])).toEqual([1786]);
  expect(values(readSingleNumber('1.786', collectConvention(['98.5%']))?.readings ?? [])).toEqual([1.786]);
});

test.each([
  '',
  '-',
  'Có',
  '(5)',
  'khoảng 5',
  'trên 90%',
  '98% trở lên',
  'gần 90 %',
  'giảm 5%',
  '5 - 6',
  '5-6',
  '12/11/2024',
  'Năm 2024',
  'Tháng 3/2024',
  '1/1.000',
  '972/977',
  'Thôn 3',
  '46/BC-CA',
  '1.2.3',
  'Năm 2023: 8; năm 2024: 6',
  '5 mô hình chưa hoạt động',
  '5 mô hình, chưa hoạt động',
  '5 (không)',
  'Quý I/2024',
  '5; 6',
  '10 thôn/12 thôn',
  'Quyết định số 12',
])('%p is not one number', (text) => {
  expect(readSingleNumber(text, UNKNOWN)).toBeNull();
});

test.each([
  ['972/977', 972, 977, null, null],
  ['972 / 977', 972, 977, null, null],
  ['Đạt 99,5% (972/977 trẻ)', 972, 977, 99.5, 100],
  ['1.116/1.118', 1116, 1118, null, null],
  ['1,116/1,118', 1116, 1118, null, null],
  ['0/3.139 trẻ em (0/100.000)', 0, 3139, 0, 100000],
  ['1/2.380 trẻ em (42,02/100.000)', 1, 2380, 42.02, 100000],
  ['1/3.811 trẻ em (0,26/1.000)', 1, 3811, 0.26, 1000],
  ['2/3.811 (0,52‰)', 2, 3811, 0.52, 1000],
  ['197/200 (98,5%)', 197, 200, 98.5, 100],
  ['197/200 = 98.5 %', 197, 200, 98.5, 100],
  ['186 trên tổng số 189', 186, 189, null, null],
  ['186 trẻ em trên tổng số 189 trẻ em, đạt 98,4%', 186, 189, 98.4, 100],
  ['186 trong 189 trẻ', 186, 189, null, null],
  ['186 trẻ/189 trẻ', 186, 189, null, null],
  ['186 cháu/189 trẻ', 186, 189, null, null],
  ['Tổng số 189 trẻ, đạt 186 trẻ (98,4%)', 186, 189, 98.4, 100],
  ['10/12 thôn', 10, 12, null, null],
  ['0/0', 0, 0, null, null],
  ['1/1.000', 1, 1000, null, null],
  ['69/67 (103%)', 69, 67, 103, 100],
  ['98,5% (197/200 trẻ), năm 2024', 197, 200, 98.5, 100],
  ['Đạt 98,5% (197/200 trẻ), tăng 0,5% so với năm 2023', 197, 200, 98.5, 100],
  ['BC số 46/BC-CA: 197/200', 197, 200, null, null],
  ['10/2024 trẻ', 10, 2024, null, null],
])('%s is one fraction', (text, numerator, denominator, rate, per) => {
  const found = readFractionText(text, UNKNOWN);
  expect(found && [values(found.numerator), values(found.denominator)]).toEqual([[numerator], [denominator]]);
  expect(found?.rate ? values(found.rate.readings) : null).toEqual(rate === null ? null : [rate]);
  expect(found?.rate?.per ?? null).toBe(per);
});

test.each([
  '12/11/2024',
  'ngày 12/11',
  'Tháng 3/2024',
  'quý 3/2024',
  '10/2024',
  '2023/2024',
  'Năm học 2023/2024',
  '2023-2024',
  'Năm 2023: 8; năm 2024: 6',
  'BC số 46/BC-CA',
  '06/2019/QĐ-TTg',
  'QĐ số 74/QĐ-UBND ngày 21/5/2024',
  '186/189/190',
  'Quý I/2024',
  '2023: 8; 2024: 6',
  '5/10 nam, 6/12 nữ',
  '06 buổi/1 năm',
  '98,5%',
  'Có',
  '',
  '186/189 trẻ (năm 2023: 180/188)',
  'Tổng số 189 trẻ, trong đó 90 nữ',
  '50%/60%',
  'Từ 80% trên 90%',
])('%p is no fraction', (text) => {
  expect(readFractionText(text, UNKNOWN)).toBeNull();
});

test('a convention is decided by evidence alone', () => {
  const decide = (...texts: string[]): string | null => collectConvention(texts).decimal;
  expect([
    decide('98,5 %'),
    decide('1.234.567'),
    decide('1.218/1.220'),
    decide('1/1.000'),
    decide('0,26/1.000'),
    decide('1.234,5'),
  ]).toEqual([',', ',', ',', ',', ',', ',']);
  expect([
    decide('98.5%'),
    decide('12.5'),
    decide('1,234,567'),
    decide('1,234.5'),
    decide('0.985'),
    decide('Đạt 99.5% (1,116/1,118 trẻ)'),
  ]).toEqual(['.', '.', '.', '.', '.', '.']);
  expect([decide(), decide('1.234'), decide('2,870'), decide('06/2019/QĐ-TTg'), decide('12/11/2024'), decide('12.11.2024')]).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(decide('98,5 %', '98.5%')).toBeNull();
  expect(decide('98,5 %', '97,2 %', '12,5%', '0,3', '98.5%')).toBe(',');
});

test('numbers of items are no evidence for a decimal point', () => {
  const items = ['1.1', '1.2', '1.3', '1.4', '2.1', '3.1', '3.2', '10.1', '10.2', '10.3', '3.1 Tỷ suất', 'Tiêu chí 3.2'];
  expect(collectConvention(items).decimal).toBeNull();
  expect(collectConvention([...items, '98,5 %']).decimal).toBe(',');
});

test('numbers in words', () => {
  expect(['không', 'Một', 'hai', 'mười', 'mười lăm', 'hai mươi', 'hai mươi mốt', 'chín mươi chín'].map(readNumberWord)).toEqual([
    0, 1, 2, 10, 15, 20, 21, 99,
  ]);
  expect(['', 'không có', 'nam', 'mười mươi', 'một mươi', 'toString', 'hai trăm'].map(readNumberWord)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('long texts take time in proportion', () => {
  for (const piece of ['1 ', '1.', '1/', '1.000/', 'trẻ ', '12/11/', 'năm 2023 ', '- 1\n', '1 trẻ trong tổng số ']) {
    const text = piece.repeat(Math.floor(60000 / piece.length));
    const started = Date.now();
    readNumbers(text, UNKNOWN);
    readFractionText(text, UNKNOWN);
    readSingleNumber(text, UNKNOWN);
    collectConvention([text]);
    expect([piece, Date.now() - started < 3000]).toEqual([piece, true]);
  }
});

test('zero is a fraction like any other', () => {
  expect(readFractionText('0/0', UNKNOWN)?.denominator).toEqual([fraction(0)]);
});
