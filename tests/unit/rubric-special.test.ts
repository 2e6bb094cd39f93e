import { describeBand, describeSpan } from '../../core/rubric/describe';
import { bandsHolding } from '../../core/rubric/coverage';
import { isAwardable, rubricPoints } from '../../core/rubric/points';
import { fraction } from '../../core/text/fractions';
import { bandsCode, piecesOf, read, unreadOf } from './rubric-support';

const UNITS = 'Số câu lạc bộ, đội, nhóm trẻ em hoạt động thường xuyên';
const RATE = 'Tỷ lệ trẻ em được khám sức khỏe định kỳ ít nhất 01 lần trong năm';
const CHANGE = 'Số trẻ em bị tai nạn, thương tích so với năm trước';

describe('points for each unit', () => {
  const one = fraction(1);
  const table: readonly (readonly [text: string, each: number, size: number, cap: number | null, unit: string])[] = [
    ['Mỗi câu lạc bộ được 5 điểm, tối đa 25 điểm', 500, 1, 2500, 'câu lạc bộ'],
    ['- Mỗi câu lạc bộ được 5 điểm, tối đa 25 điểm', 500, 1, 2500, 'câu lạc bộ'],
    ['Mỗi câu lạc bộ: 5đ, tối đa 25đ', 500, 1, 2500, 'câu lạc bộ'],
    ['cứ có 01 câu lạc bộ được 5 điểm nhưng tối đa không quá 25 điểm', 500, 1, 2500, 'câu lạc bộ'],
    ['mỗi 02 buổi được 5 điểm, tối đa 20 điểm', 500, 2, 2000, 'buổi'],
    ['5 điểm/mô hình, tối đa 20 điểm', 500, 1, 2000, 'mô hình'],
    ['5 điểm cho mỗi mô hình; không quá 20 điểm', 500, 1, 2000, 'mô hình'],
    ['01 mô hình được 5 điểm, tối đa 20 điểm', 500, 1, 2000, 'mô hình'],
    ['Mỗi mô hình được 5 điểm\nTối đa 20 điểm', 500, 1, 2000, 'mô hình'],
    ['Mỗi mô hình được cộng 2,5 điểm (không quá 20 điểm). Không có mô hình: 0 điểm', 250, 1, 2000, 'mô hình'],
    ['Cứ 1 mô hình được tính 5 điểm. Tổng điểm không vượt quá 20 điểm.', 500, 1, 2000, 'mô hình'],
    ['Có mô hình: 5 điểm/mô hình (tối đa 20 điểm)', 500, 1, 2000, 'mô hình'],
    ['Mỗi câu lạc bộ được 5 điểm', 500, 1, null, 'câu lạc bộ'],
  ];
  test.each(table)('%s', (text, each, size, cap, unit) => {
    const rubric = read(text, UNITS);
    expect(rubric.kind).toBe('per-unit');
    expect(rubric.perUnit).toMatchObject({ pointsPerUnit: each, unitSize: fraction(size), direction: 1, cap, start: 0, unit });
    expect(rubric.bands).toEqual([]);
    expect(unreadOf(rubric)).toEqual([]);
    expect(rubric.complete).toBe(true);
  });

  const deductions: readonly (readonly [text: string, each: number, start: number, cap: number | null, maxPoints: number | null])[] = [
    ['Không có: 50 điểm; mỗi em trừ 5 điểm', 500, 5000, null, null],
    ['trừ 10 điểm/vụ', 1000, 5000, null, 5000],
    ['cứ 01 vụ trừ 10 điểm, trừ tối đa 50 điểm', 1000, 7500, 5000, 7500],
    ['Không xảy ra vụ nào: 50 điểm. Xảy ra mỗi vụ trừ 10 điểm', 1000, 5000, null, null],
    ['Điểm tối đa 50 điểm; mỗi vụ bị trừ 10 điểm', 1000, 5000, null, null],
    ['Có 01 vụ trừ 20 điểm', 2000, 5000, null, 5000],
  ];
  test.each(deductions)('deduction: %s', (text, each, start, cap, maxPoints) => {
    const rubric = read(text, 'Số vụ trẻ em bị xâm hại', { maxPoints });
    expect(rubric.perUnit).toMatchObject({ pointsPerUnit: each, unitSize: one, direction: -1, cap, start });
    expect(unreadOf(rubric)).toEqual([]);
  });

  test('a deduction whose start nobody states stays unread', () => {
    const rubric = read('Mỗi vụ bị trừ 20 điểm', 'Số vụ');
    expect(rubric.perUnit).toBeNull();
    expect(unreadOf(rubric)).toEqual(['Mỗi vụ bị trừ 20 điểm']);
  });

  test('points on top of a first number become bands', () => {
    for (const text of [
      '01 cuộc: 10 điểm, thêm mỗi cuộc cộng 5 điểm, tối đa 25 điểm',
      '01 cuộc: 10 điểm; mỗi cuộc tăng thêm được cộng 5 điểm, tối đa 25 điểm',
    ]) {
      expect(bandsCode(read(text, 'Số cuộc'))).toBe('[0;0]=0 [1;1]=10 [2;2]=15 [3;3]=20 [4;)=25');
    }
  });

  test('what can be awarded', () => {
    const rubric = read('Mỗi câu lạc bộ được 10 điểm, tối đa 25 điểm', UNITS);
    expect(rubricPoints(rubric)).toEqual([0, 1000, 2000, 2500]);
    expect([1000, 2500, 1500, 3000].map((points) => isAwardable(rubric, points))).toEqual([true, true, false, false]);
    const off = read('Không có: 50 điểm; mỗi em trừ 20 điểm', UNITS);
    expect(rubricPoints(off)).toEqual([0, 1000, 3000, 5000]);
  });
});

describe('points in proportion', () => {
  test.each([
    ['Điểm = tỷ lệ % × 50', null, fraction(1)],
    ['Điểm = tỷ lệ % x 50 điểm', null, fraction(1)],
    ['tính điểm theo tỷ lệ', 5000, fraction(1)],
    ['đạt 100% được 50 điểm, dưới 100% tính theo tỷ lệ tương ứng', null, fraction(1)],
    ['Đạt từ 95% trở lên: 50 điểm; dưới 95% tính điểm theo tỷ lệ', null, fraction(19, 20)],
    ['Số điểm = số trẻ được khám/tổng số trẻ x 50 điểm', null, fraction(1)],
    ['Tỷ lệ đạt được nhân với 50 điểm', null, fraction(1)],
  ])('%s', (text, maxPoints, full) => {
    const rubric = read(text, RATE, { maxPoints });
    expect(rubric.kind).toBe('proportional');
    expect(rubric.proportional).toMatchObject({ maxPoints: 5000, full });
    expect(rubric.bands).toEqual([]);
    expect(unreadOf(rubric)).toEqual([]);
    expect(isAwardable(rubric, 4321)).toBe(true);
    expect(isAwardable(rubric, 5001)).toBe(false);
  });

  test('a cut-off below stays a band', () => {
    const rubric = read('Đạt 100%: 50 điểm; dưới 100% tính điểm theo tỷ lệ; dưới 50%: 0 điểm', RATE);
    expect(bandsCode(rubric)).toBe('(;50)=0');
    expect(rubric.proportional).not.toBeNull();
  });
});

describe('areas', () => {
  const texts = [
    'Đối với xã miền núi: từ 90% trở lên: 50 điểm; dưới 90%: 0 điểm; đối với xã đồng bằng: từ 95% trở lên: 50 điểm; dưới 95%: 0 điểm',
    '* Miền núi, hải đảo\n- Từ 90% trở lên: 50 điểm\n- Dưới 90%: 0 điểm\n* Các xã còn lại\n- Từ 95% trở lên: 50 điểm\n- Dưới 95%: 0 điểm',
    'Từ 95% trở lên (miền núi từ 90% trở lên): 50 điểm\nCòn lại: 0 điểm',
    'Đồng bằng ≥ 95%, miền núi ≥ 90%: 50 điểm; dưới mức trên: 0 điểm',
    'Từ 95% trở lên đối với đồng bằng, từ 90% trở lên đối với miền núi: 50 điểm; các trường hợp còn lại: 0 điểm',
    'Từ 90% trở lên đối với xã miền núi: 50 điểm; từ 95% trở lên đối với xã đồng bằng: 50 điểm; trường hợp khác: 0 điểm',
  ];
  test.each(texts)('%s', (text) => {
    expect(bandsCode(read(text, RATE, { area: 'mountain' }))).toBe('(;90)=0 [90;)=50');
    expect(bandsCode(read(text, RATE, { area: 'lowland' }))).toBe('(;95)=0 [95;)=50');
    const undecided = read(text, RATE);
    expect(undecided.area).toBe('undecided');
    expect(undecided.complete).toBe(false);
    expect(undecided.bands).toEqual([]);
    expect(undecided.alternatives?.map(bandsCode)).toEqual(['(;90)=0 [90;)=50', '(;95)=0 [95;)=50']);
    expect([undecided.least, undecided.most]).toEqual([0, 5000]);
    expect(unreadOf(undecided)).toEqual([]);
  });

  test('a scale without areas names none', () => {
    expect(read('Từ 95% trở lên: 50 điểm; dưới 95%: 0 điểm', RATE, { area: 'mountain' }).area).toBeNull();
  });
});

describe('coverage', () => {
  const problems = (text: string, label = RATE): string[] =>
    read(text, label).coverage.map((problem) => `${problem.type} ${problem.words}`);
  test.each([
    ['Từ 98% trở lên: 50 điểm; từ 95% đến dưới 97%: 35 điểm; dưới 95%: 0 điểm', ['gap từ 97 % đến dưới 98 %']],
    ['Từ 98% trở lên: 50; từ 93% đến dưới 98%: 35; dưới 95%: 0', ['overlap từ 93 % đến dưới 95 %']],
    ['Từ 80% đến 90%: 30 điểm; từ 90% trở lên: 50 điểm; dưới 80%: 0 điểm', ['overlap 90 %']],
    ['Trên 95%: 50 điểm; dưới 95%: 0 điểm', ['gap 95 %']],
    ['Từ 85% đến 89%: 30 điểm; từ 90% trở lên: 50 điểm; dưới 85%: 0 điểm', ['gap trên 89 % đến dưới 90 %']],
    ['Từ 85% đến 89,9%: 30 điểm; từ 90% trở lên: 50 điểm; dưới 85%: 0 điểm', []],
    ['Từ 85% đến 89,5%: 30 điểm; từ 90% trở lên: 50 điểm; dưới 85%: 0 điểm', ['gap trên 89,5 % đến dưới 90 %']],
    ['Từ 85% đến dưới 89,9%: 30 điểm; từ 90% trở lên: 50 điểm; dưới 85%: 0 điểm', ['gap từ 89,9 % đến dưới 90 %']],
    ['Từ 95% trở lên: 50 điểm; từ 90% đến dưới 95%: 30 điểm', ['gap dưới 90 %']],
    ['Từ 80% đến 90%: 30 điểm; từ 90% đến 100%: 30 điểm; dưới 80%: 0 điểm', []],
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
  test.each([
    ['02 - 03 buổi: 15 điểm; từ 04 buổi: 25 điểm; không có hoặc 01 buổi: 0 điểm', []],
    ['Không có: 0 điểm; từ 02 buổi trở lên: 25 điểm', ['gap 1']],
    ['≤ 1 buổi: 0 điểm; ≥ 2 buổi: 25 điểm', []],
    ['Có 01 buổi: 5 điểm; từ 01 đến 03 buổi: 15 điểm; từ 04 buổi: 25 điểm; không có: 0 điểm', ['overlap 1']],
  ])('counts: %s', (text, expected) => {
    expect(problems(text, 'Số buổi văn nghệ')).toEqual(expected);
  });
  test('rates and changes', () => {
    expect(problems('Không có: 50đ; từ 1/1.000 trở lên: 0đ', 'Tỷ suất trẻ em bị xâm hại')).toEqual(['gap trên 0/1.000 đến dưới 1/1.000']);
    expect(problems('Giảm từ 10% trở lên: 50đ; không giảm: 0đ', CHANGE)).toEqual(['gap giảm dưới 10 %']);
    expect(problems('Giảm: 50đ; tăng: 0đ', CHANGE)).toEqual(['gap không tăng, không giảm']);
    expect(problems('Có: 20 điểm; không: 0 điểm; không: 5 điểm', 'Có kinh phí')).toHaveLength(1);
    expect(problems('Tốt: 20 điểm; khá: 10 điểm; tốt: 15 điểm', 'Đánh giá')).toHaveLength(1);
  });
  test('the cell is that of the band beside the hole', () => {
    const rubric = read(piecesOf(['- Đạt từ 98% trở lên', 50], ['- Từ 95% đến dưới 97%', 35], ['- Dưới 95%', 0]), RATE);
    expect(rubric.coverage.map((problem) => problem.cell.reference)).toEqual(["'Biểu'!C2"]);
  });
});

describe('layouts', () => {
  const expected = '(;95)=0 [95;98)=35 [98;)=50';
  test('a row for each band', () => {
    expect(bandsCode(read(piecesOf(['- Đạt từ 98% trở lên', 50], ['- Từ 95% đến dưới 98%', 35], ['- Dưới 95%', 0]), RATE))).toBe(expected);
    expect(
      bandsCode(
        read(piecesOf(['Đạt từ 98% trở lên: 50 điểm', 50], ['Từ 95% đến dưới 98%: 35 điểm', '35'], ['Dưới 95%: 0 điểm', '0 điểm']), RATE),
      ),
    ).toBe(expected);
    expect(bandsCode(read(piecesOf('Đạt từ 98% trở lên: 50 điểm', 'Từ 95% đến dưới 98%: 35 điểm', 'Dưới 95%: 0 điểm'), RATE))).toBe(
      expected,
    );
  });
  test('points in one cell beside all bands', () => {
    expect(bandsCode(read(piecesOf(['≥ 98%\n95% - < 98%\n< 95%', '50\n35\n0']), RATE))).toBe(expected);
  });
  test('the whole scale beside a maximum', () => {
    expect(bandsCode(read(piecesOf(['≥ 98%: 50đ; 95% - < 98%: 35đ; < 95%: 0đ', 50]), RATE))).toBe(expected);
  });
  test('a heading in a row of its own', () => {
    const rubric = read(piecesOf(`${RATE}:`, ['Từ 98% trở lên', 50], ['Từ 95% đến dưới 98%', 35], ['Dưới 95%', 0]), RATE);
    expect(bandsCode(rubric)).toBe(expected);
    expect(unreadOf(rubric)).toEqual([]);
  });
  test('decomposed characters', () => {
    expect(bandsCode(read('Đạt từ 98% trở lên: 50 điểm; từ 95% đến dưới 98%: 35 điểm; dưới 95%: 0 điểm'.normalize('NFD'), RATE))).toBe(
      expected,
    );
  });
  test('a band keeps its cells', () => {
    const pieces = piecesOf(['Từ 98% trở lên', 50], ['Dưới 98%', 0]).map((piece) => ({ ...piece, mark: piece.points }));
    const rubric = read(pieces, RATE);
    expect(rubric.bands.map((band) => [band.cell.reference, band.mark?.reference])).toEqual([
      ["'Biểu'!C1", "'Biểu'!D1"],
      ["'Biểu'!C2", "'Biểu'!D2"],
    ]);
  });
  test('an item whose name is its condition', () => {
    expect(bandsCode(read('50 điểm', 'Tỷ lệ trẻ em được khai sinh đạt từ 98% trở lên'))).toBe('[98;)=50');
    expect(unreadOf(read('50 điểm', 'Tỷ lệ trẻ em được khai sinh'))).toEqual(['50 điểm']);
  });
  test('full points by name', () => {
    expect(bandsCode(read('Từ 98% trở lên: đạt điểm tối đa; dưới 98%: 0 điểm', RATE, { maxPoints: 5000 }))).toBe('(;98)=0 [98;)=50');
    expect(unreadOf(read('Từ 98% trở lên: đạt điểm tối đa; dưới 98%: 0 điểm', RATE))).toHaveLength(1);
  });
});

describe('nothing is dropped in silence', () => {
  test.each([
    ['Khá: từ 15 đến 20 điểm', 'Đánh giá chung', 1],
    ['Từ 98% trở lên: 50 điểm; dưới 98%, cứ giảm 1% trừ 2 điểm', RATE, 1],
    ['Từ 95% trở lên: 50 điểm; dưới 95%: 0 điểm; xã có thành tích cộng 5 điểm', RATE, 1],
    ['Giảm từ 02 vụ trở lên so với năm trước: 50 điểm; giảm 01 vụ: 30 điểm; không giảm: 0 điểm', CHANGE, 2],
    ['Giảm từ 0,5 điểm phần trăm trở lên: 50 điểm', 'Tỷ lệ suy dinh dưỡng so với năm trước', 1],
    ['Từ 2/3 trở lên: 25 điểm; dưới 2/3: 0 điểm', RATE, 2],
    ['Đạt từ 98% trở lên', RATE, 1],
    ['Từ 98% trở lên: 50 điểm; từ 90%', RATE, 1],
    ['Đạt 98% và tăng 5% so với năm trước và 3 mô hình: 20 điểm', 'Tỷ lệ', 1],
    ['Đạt từ 95% trở lên và có từ 02 mô hình: 20 điểm', RATE, 1],
    ['Có 1,000 trẻ em trở lên: 20 điểm', 'Số trẻ em', 1],
  ])('%s', (text, label, count) => {
    const rubric = read(text, label);
    expect(unreadOf(rubric)).toHaveLength(count);
    expect(rubric.complete).toBe(false);
  });
  test('“còn lại” beside unread words takes nothing', () => {
    const rubric = read('Từ 98% trở lên: 50 điểm; từ 90% (xem phụ lục) hoặc 3 mô hình: 30 điểm; còn lại: 0 điểm', RATE);
    expect(bandsCode(rubric)).toBe('[98;)=50');
  });
  test('empty and bare texts', () => {
    expect(read('', RATE)).toMatchObject({ kind: 'percentage', bands: [], least: null, most: null, complete: false });
    expect(read([], 'Có kinh phí')).toMatchObject({ kind: 'presence', bands: [] });
  });
});

describe('words and look-ups', () => {
  test('describeBand', () => {
    const words = (text: string, label: string): string[] => {
      const rubric = read(text, label);
      return rubric.bands.map((band) => describeBand(band, rubric));
    };
    expect(words('≥ 98%: 50đ; 95 - <98%: 35đ; <95%: 0đ', RATE)).toEqual(['từ 98 % trở lên', 'từ 95 % đến dưới 98 %', 'dưới 95 %']);
    expect(words('Không có: 45đ; < 1‰: 30đ; trên 1‰: 0đ', 'Tỷ suất')).toEqual(['không có trường hợp nào', 'dưới 1/1.000', 'trên 1/1.000']);
    expect(words('Giảm ≥ 10%: 50đ; giảm < 10%: 30đ; không giảm hoặc tăng: 0đ', CHANGE)).toEqual([
      'giảm từ 10 % trở lên',
      'giảm dưới 10 %',
      'không giảm',
    ]);
    expect(words('Tốt – 25 điểm; Khá (15đ)', 'Đánh giá')).toEqual(['Tốt', 'Khá']);
    expect(describeSpan({ from: null, to: null }, { kind: 'count', per: null })).toBe('mọi giá trị');
  });
  test('bands hold a value exactly', () => {
    const rubric = read('≥ 98%: 50đ; 95 - <98%: 35đ; <95%: 0đ', RATE);
    expect(bandsHolding(rubric.bands, fraction(9796, 10000)).map((band) => band.points)).toEqual([3500]);
    expect(bandsHolding(rubric.bands, fraction(98, 100)).map((band) => band.points)).toEqual([5000]);
  });
});
