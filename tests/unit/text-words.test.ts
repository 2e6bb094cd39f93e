import fc from 'fast-check';
import { isNoData, readAnswer, readLevel, readNone, readTick } from '../../core/text/words';

test.each([
  'Có',
  'có',
  'CÓ',
  'co',
  'x',
  'X',
  '✓',
  '✔',
  '√',
  'Đạt',
  'Rồi',
  'Đã có',
  'Đã bố trí',
  'Đã thực hiện',
  'TRUE',
  'Có bố trí 01 người',
  'Có tổ chức',
  'Có (50 điểm)',
  'Có, đầy đủ',
  'Đã thành lập',
  'Thực hiện tốt',
  'Có'.normalize('NFD'),
  'Đạt chuẩn',
])('%s is a yes', (text) => {
  expect(readAnswer(text)).toBe('yes');
});

test.each([
  'Không',
  'KHÔNG',
  'khong',
  'Ko',
  'Chưa',
  'Chưa có',
  'Không có',
  'Không đạt',
  'Chưa đạt',
  'Không bố trí',
  'Chưa bố trí được',
  'Chưa thực hiện',
  'Không tổ chức',
  'FALSE',
  'Không (0 điểm)',
  'Không có kinh phí',
  'Không thực hiện tốt',
  'Chưa thành lập ban',
])('%s is a no', (text) => {
  expect(readAnswer(text)).toBe('no');
});

test.each([
  '',
  '-',
  '...',
  'Không phát sinh',
  'Không phát sinh vụ việc',
  'Không có trường hợp nào',
  'Không có trẻ em nào',
  'Không có vụ việc',
  'Không xảy ra',
  'Đạt 98%',
  'Có nhưng chưa đầy đủ',
  'Chưa có số liệu',
  'Không có số liệu',
  '5',
  'Tốt',
  'Đang cập nhật',
  'Công an xã',
  'Cộng tác viên',
  'Số liệu',
  'Cô giáo phụ trách',
  'Dự toán',
  'Dự toán, quyết toán ngân sách',
  'Đất công',
  'Chùa Hang',
  'Da liễu',
  'Dừng hoạt động',
  'Khống chế',
])('%p is no plain answer', (text) => {
  expect(readAnswer(text)).toBeNull();
});

test.each([
  ['Không có', 'none'],
  ['Không', 'none'],
  ['Không có trường hợp nào', 'none'],
  ['Không có trẻ em nào', 'none'],
  ['Không có trẻ em bị xâm hại', 'none'],
  ['Không xảy ra', 'none'],
  ['Không để xảy ra', 'none'],
  ['Trên địa bàn xã không có trường hợp nào', 'none'],
  ['Không có mô hình nào', 'none'],
  ['Chưa ghi nhận trường hợp nào', 'none'],
  ['k có TE nào', 'none'],
  ['Không trường hợp nào', 'none'],
  ['Không có hộ gia đình nào', 'none'],
  ['Không có ca nào bị bỏ rơi', 'none'],
  ['khong co truong hop nao', 'none'],
  ['Không phát sinh', 'no-case'],
  ['Không phát sinh vụ việc', 'no-case'],
  ['Trong năm không phát sinh', 'no-case'],
  ['Không có vụ việc', 'no-case'],
  ['Không có đối tượng', 'no-case'],
  ['Chưa phát sinh', 'no-case'],
  ['ko phát sinh', 'no-case'],
])('%s means %s', (text, expected) => {
  expect(readNone(text)).toBe(expected);
});

test.each([
  '',
  'Có',
  '0',
  '-',
  'Không bố trí',
  'Không có kinh phí',
  'Không có cộng tác viên',
  'Không có số liệu',
  'Chưa có số liệu',
  'Không phát sinh, chỉ có 1 vụ',
  'Không đạt',
  'Không tổ chức',
  'Tốt',
])('%p says nothing about nothing', (text) => {
  expect(readNone(text)).toBeNull();
});

test.each([
  ['chưa có số liệu', 'no-data'],
  ['Đang cập nhật', 'no-data'],
  ['Chưa thống kê', 'no-data'],
  ['…', 'no-data'],
  ['...', 'no-data'],
  ['.....', 'no-data'],
  ['?', 'no-data'],
  ['N/A', 'no-data'],
  ['Không có số liệu', 'no-data'],
  ['chưa cập nhật được', 'no-data'],
  ['-', 'dash'],
  ['–', 'dash'],
  ['—', 'dash'],
  ['/', 'dash'],
  [' - - ', 'dash'],
  ['', null],
  ['Có', null],
  ['0', null],
  ['Không', null],
  ['Chưa có', null],
  ['Chưa đạt', null],
  ['Bố trí kinh phí', null],
  ['Nam', null],
])('data in %p: %p', (text, expected) => {
  expect(isNoData(text)).toBe(expected);
});

test('ticks', () => {
  expect(['x', 'X', '✓', '✔', '√', '☑', '+', ' x ', '1'].map(readTick)).toEqual(Array(9).fill(true));
  expect(['', '0', 'xã', 'Có', '☐', '2', '-', 'xx'].map(readTick)).toEqual(Array(8).fill(false));
});

test.each([
  ['Tốt', 'tot'],
  ['Đạt mức Tốt', 'tot'],
  ['TỐT', 'tot'],
  ['tot', 'tot'],
  ['Khá', 'kha'],
  ['Loại khá', 'kha'],
  ['Trung bình', 'trung binh'],
  ['Trung bình khá', 'trung binh kha'],
  ['Yếu', 'yeu'],
  ['Kém', 'kem'],
  ['Xuất sắc', 'xuat sac'],
  ['Hoàn thành xuất sắc nhiệm vụ', 'hoan thanh xuat sac'],
  ['Rất hài lòng', 'rat hai long'],
  ['Không hài lòng', 'khong hai long'],
  ['Đạt chuẩn', 'dat chuan'],
  ['Chưa đạt chuẩn', 'chua dat chuan'],
  ['Tốt (25 điểm)', 'tot'],
  ['Tốt, tốt', 'tot'],
])('the level of %s', (text, level) => {
  expect(readLevel(text)).toBe(level);
  expect(readLevel(text.normalize('NFD'))).toBe(level);
});

test.each(['', 'Có', 'Tốt, Khá', 'Khả năng', 'Báo cáo', 'Khai sinh', 'Tổ 3', '98%'])('%p names no single level', (text) => {
  expect(readLevel(text)).toBeNull();
});

test('no text makes a reader throw', () => {
  const word = fc.constantFrom(
    'không',
    'có',
    'chưa',
    'phát sinh',
    'trường hợp',
    'nào',
    'trẻ em',
    'tốt',
    'khá',
    'x',
    '-',
    '(',
    ')',
    '5',
    'đạt',
    'số liệu',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
      ),
      (text) => {
        expect(['yes', 'no', null]).toContain(readAnswer(text));
        expect(['none', 'no-case', null]).toContain(readNone(text));
        expect(['dash', 'no-data', null]).toContain(isNoData(text));
        expect(typeof readTick(text)).toBe('boolean');
        readLevel(text);
        // A yes is never also a statement that there is nothing.
        if (readAnswer(text) === 'yes') expect(readNone(text)).toBeNull();
        if (readNone(text) === 'no-case') expect(readAnswer(text)).toBeNull();
      },
    ),
    { numRuns: 1500 },
  );
});
