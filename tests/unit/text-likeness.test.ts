import fc from 'fast-check';
import { abbreviationReadings, expandAbbreviations } from '../../core/text/abbreviations';
import { likeness, likenessOf, prepareLabel, readOrdinal, stripNumbering } from '../../core/text/likeness';

test.each([
  ['Điểm TC', 'Điểm tự chấm'],
  ['Số điểm TC', 'Số điểm tự chấm'],
  ['TC 3', 'tiêu chí 3'],
  ['TC3: TE bị xâm hại', 'tiêu chí 3: trẻ em bị xâm hại'],
  ['Tên TC', 'Tên tiêu chí'],
  ['Tỷ lệ TE có HCĐB', 'Tỷ lệ trẻ em có hoàn cảnh đặc biệt'],
  ['Có: 50đ; Không: 0 đ.', 'Có: 50 điểm; Không: 0 điểm.'],
  ['Co: 50d', 'Co: 50 điểm'],
  ['UBND, HDND, MTTQ', 'ủy ban nhân dân, hội đồng nhân dân, mặt trận tổ quốc'],
  ['Sở LĐTB&XH', 'Sở lao động thương binh và xã hội'],
  ['KT-XH', 'kinh tế xã hội'],
  ['TE SDD, TNTT, VPPL, TCMR', 'trẻ em suy dinh dưỡng, tai nạn thương tích, vi phạm pháp luật, tiêm chủng mở rộng'],
  ['CLB TDTT của TDP', 'câu lạc bộ thể dục thể thao của tổ dân phố'],
  ['KQTH / TLMC', 'kết quả thực hiện / tài liệu minh chứng'],
  ['Ko có', 'không có'],
  ['k0 phát sinh', 'không phát sinh'],
  ['Số TT', 'Số thứ tự'],
])('%s means %s', (text, expanded) => {
  expect(expandAbbreviations(text)).toBe(expanded);
});

test.each([
  'Trạm y tế',
  'Tram y te',
  'TRAM Y TE',
  'KINH TE',
  'kinh te xa hoi',
  '5 kg gạo',
  '1.000.000đ',
  'Đ/c Đ',
  'Điểm TĐ',
  'đ) Có',
  'té nước',
  'Trẻ em 5 tuổi',
  'Độc lập - Tự do',
])('%s stays', (text) => {
  expect(expandAbbreviations(text)).toBe(text);
});

test('what can mean two things has all its readings', () => {
  expect(abbreviationReadings('Điểm TĐ')).toEqual(['Điểm tối đa', 'Điểm thẩm định']);
  expect(abbreviationReadings('Điểm TC')).toEqual(['Điểm tự chấm', 'Điểm tiêu chí']);
  expect(abbreviationReadings('Tên')).toEqual(['Tên']);
  expect(abbreviationReadings('TĐ '.repeat(40)).length).toBeLessThanOrEqual(16);
});

test.each([
  ['1. Có bố trí', '1', 'Có bố trí'],
  ['1.1 Tỷ lệ', '1.1', 'Tỷ lệ'],
  ['1.1. Tỷ lệ', '1.1', 'Tỷ lệ'],
  ['IV. Trẻ em', 'IV', 'Trẻ em'],
  ['I - Nguồn lực', 'I', 'Nguồn lực'],
  ['a) Có', 'a', 'Có'],
  ['b. Có', 'b', 'Có'],
  ['- Có', '-', 'Có'],
  ['+ Có', '+', 'Có'],
  ['• Có', '•', 'Có'],
  ['(1) Có', '1', 'Có'],
  ['1/ Có', '1', 'Có'],
  ['Tiêu chí 3: Trẻ em bị xâm hại', '3', 'Trẻ em bị xâm hại'],
  ['TIÊU CHÍ III. TRẺ EM', 'III', 'TRẺ EM'],
  ['Tiêu chí số 3 - Trẻ em', '3', 'Trẻ em'],
  ['Tieu chi 3', '3', ''],
  ['TC3 Trẻ em', '3', 'Trẻ em'],
  ['Chỉ tiêu 3.1: Tỷ suất', '3.1', 'Tỷ suất'],
  ['Mục II', 'II', ''],
  ['10 Trẻ em đến trường', '10', 'Trẻ em đến trường'],
])('numbering of %s', (text, number, rest) => {
  expect(stripNumbering(text)).toEqual({ number, rest });
});

test.each([
  '98,5 %',
  '98.5%',
  '5 mô hình',
  'Có',
  'Xã Y Tịch',
  'Tiêu chí',
  '1/1.000 trẻ em',
  '12/11/2024',
  '1.234.567',
  'Mục đích',
  'Chỉ tiêu giao',
  '100.000 trẻ',
  'Vụ việc',
  'Là',
])('%s has no numbering', (text) => {
  expect(stripNumbering(text)).toEqual({ number: null, rest: text });
});

test.each([
  ['3', 'arabic', [3]],
  ['3.1', 'decimal', [3, 1]],
  ['IV', 'roman', [4]],
  ['xiii)', 'roman', [13]],
  ['c)', 'letter', [3]],
  ['đ)', 'letter', [5]],
  ['-', 'bullet', []],
  ['Tiêu chí 13', 'criterion', [13]],
  ['TC IV', 'criterion', [4]],
])('the ordinal %s', (text, kind, parts) => {
  expect(readOrdinal(text)).toEqual({ kind, parts });
});

test('IIII and a word are no ordinals', () => {
  expect(readOrdinal('IIII')).toBeNull();
  expect(readOrdinal('Có')).toBeNull();
});

const NAMES = [
  'Nguồn lực thực hiện quyền trẻ em',
  'Trẻ em được khai sinh đúng quy định',
  'Trẻ em bị xâm hại',
  'Trẻ em vi phạm pháp luật, nghiện ma túy',
  'Trẻ em bị tai nạn, thương tích',
  'Trẻ em có hoàn cảnh đặc biệt được trợ giúp',
  'Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin thuộc chương trình tiêm chủng mở rộng',
  'Trẻ em dưới 5 tuổi bị suy dinh dưỡng thể nhẹ cân và thể thấp còi',
  'Trẻ em được khám sức khỏe định kỳ',
  'Trẻ em đến trường, lớp mầm non',
  'Trẻ em được thực hiện quyền tham gia của trẻ em',
  'Hoạt động vui chơi, giải trí, văn hóa, thể dục, thể thao dành cho trẻ em',
  'Mức độ hài lòng của trẻ em và người dân về việc thực hiện quyền trẻ em',
  'Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể nhẹ cân',
  'Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể thấp còi',
  'Tỷ lệ trẻ em 5 tuổi đến lớp mẫu giáo',
  'Tỷ lệ trẻ em từ 3 đến 5 tuổi được đến trường, lớp mẫu giáo',
  'Tỷ lệ trẻ em trong độ tuổi nhà trẻ được đến trường, lớp mầm non',
];

test.each([
  ['Tiêu chí 3: TRE EM BI XAM HAI', 2],
  ['TE bị TNTT', 4],
  ['5. Trẻ em bị tai nan thuơng tich', 4],
  ['TE có HCĐB được trợ giúp', 5],
  ['Tiêm chủng đầy đủ cho TE dưới 1 tuổi', 6],
  ['Vui chơi, giải trí, VH, TDTT cho trẻ', 11],
  ['Múc độ hài lòng của TE và người dân', 12],
  ['Suy dinh dưỡng thể thấp còi', 14],
  ['SDD thể nhẹ cân', 13],
  ['TE 5 tuổi đến lớp mẫu giáo', 15],
  ['TE 3 - 5 tuổi đến trường, lớp mẫu giáo', 16],
  ['Khám sức khoẻ định kì', 8],
  ['Khai sinh đúng quy định', 1],
  ['Quyền tham gia của TE', 10],
  ['VPPL, nghiện ma tuý', 3],
])('%s is most like its own name', (label, expected) => {
  const scores = NAMES.map((name) => likeness(label, name));
  expect(scores.indexOf(Math.max(...scores))).toBe(expected);
  expect(scores[expected]).toBeGreaterThan(0.55);
});

test.each([
  ['Điểm tự chấm', 'Điểm tối đa'],
  ['Có bố trí', 'Không bố trí'],
  ['Trẻ em dưới 1 tuổi', 'Trẻ em dưới 5 tuổi'],
  ['Trẻ em', 'Người dân'],
  ['Ghi chú', 'Kết quả thực hiện'],
  ['Điểm tự chấm', 'Điểm thẩm định'],
])('%s is not much like %s', (one, other) => {
  expect(likeness(one, other)).toBeLessThan(0.7);
});

test('accents that differ count, missing ones do not', () => {
  expect(likeness('Vân Thủy', 'Vạn Thủy')).toBeLessThan(0.95);
  expect(likeness('Vân Thủy', 'Van Thuy')).toBe(1);
  expect(likeness('Vân Thủy', 'VÂN THUỶ')).toBe(1);
});

test('likeness is symmetric, between 0 and 1, and 1 for a label and itself', () => {
  const label = fc.oneof(
    fc.constantFrom(...NAMES),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(fc.constantFrom('trẻ', 'em', 'không', 'có', 'Vân', 'Vạn', '5', 'tuổi', 'tuôi'), { maxLength: 6 })
      .map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(label, label, (a, b) => {
      const score = likeness(a, b);
      expect(score).toBe(likenessOf(prepareLabel(b), prepareLabel(a)));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(likeness(a, a)).toBe(1);
    }),
    { numRuns: 500 },
  );
});

test('expanding, reading numbering and likeness never throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof expandAbbreviations(text)).toBe('string');
      expect(abbreviationReadings(text).length).toBeGreaterThan(0);
      expect(typeof stripNumbering(text).rest).toBe('string');
    }),
    { numRuns: 500 },
  );
});
