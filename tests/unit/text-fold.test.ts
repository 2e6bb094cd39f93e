import fc from 'fast-check';
import { collapse, fold, normalise } from '../../core/text/fold';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('Tỷ lệ TRẺ EM', 'hoà', 'Ỷ', 'İ', 'ß', 'Ⅳ', '１２', 'Đ', '℡'),
);

test('folding, normalising and collapsing twice changes nothing more', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const change of [fold, normalise, collapse]) expect(change(change(text))).toBe(change(text));
    }),
    { numRuns: 1000 },
  );
});

test('composed and decomposed texts are the same', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const change of [fold, normalise, collapse]) expect(change(text.normalize('NFD'))).toBe(change(text.normalize('NFC')));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['  TỶ LỆ (%) trẻ em\n dưới 5 tuổi… ', 'ty le tre em duoi 5 tuoi'],
  ['Đ/c Đặng-Thị', 'd c dang thi'],
  ['Mục Ⅳ', 'muc iv'],
  ['', ''],
  ['—', ''],
])('%p folds to %p', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test.each([
  ['hoà', 'hòa'],
  ['thuỷ', 'thủy'],
  ['hoá', 'hóa'],
  ['khoẻ', 'khỏe'],
  ['Uỷ ban', 'Ủy ban'],
  ['loà xoà', 'lòa xòa'],
  ['tuý', 'túy'],
  ['tòan', 'toàn'],
  ['qúy', 'quý'],
  ['gía', 'giá'],
  ['giừơng', 'giường'],
  ['thủơ', 'thuở'],
  ['khủyu', 'khuỷu'],
  ['HOÀ', 'hòa'],
  ['ngòăn', 'ngoằn'],
])('%s and %s are one word', (one, other) => {
  expect(normalise(one)).toBe(normalise(other));
});

test.each([
  'quý',
  'quá',
  'giá',
  'gì',
  'giữa',
  'toán',
  'hòa',
  'thủy',
  'ngoài',
  'khuỷu',
  'nghiêng',
  'người',
  'rượu',
  'của',
  'mía',
  'tuổi',
  'thuở',
  'quyền',
  'huỳnh',
  'yếu',
  'ủy',
  'oái',
  'khuya',
  'đường',
  'được',
])('the usual spelling stays: %s', (word) => {
  expect(normalise(word)).toBe(word);
});

test.each([
  ['Vân Thủy', 'Vạn Thủy'],
  ['lý', 'lí'],
  ['Hòa', 'Hoa'],
  ['mã', 'mả'],
  ['1.1', '1,1'],
])('%s is not %s', (one, other) => {
  expect(normalise(one)).not.toBe(normalise(other));
});

test('every placement of a tone in oa, oe, uy is the same word, and each tone is its own', () => {
  const tones = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  for (const onset of ['', 'h', 'th', 'kh', 'ng', 'l']) {
    for (const [first, second] of [
      ['o', 'a'],
      ['o', 'e'],
      ['u', 'y'],
    ]) {
      const words = tones.map((tone) => {
        const older = normalise(onset + first + second + tone);
        expect(normalise(onset + first + tone + second)).toBe(older);
        return older;
      });
      expect(new Set(words).size).toBe(5);
    }
  }
});

test('dashes and spaces are unified, nothing else is lost', () => {
  expect(normalise(' 95%\u00a0–\t98%\n— −5 ')).toBe('95% - 98% - -5');
  expect(collapse(' Tỷ\u00a0lệ \n\n Ê'.normalize('NFD'))).toBe('Tỷ lệ Ê');
});

test('long texts take time in proportion', () => {
  for (const piece of ['a', 'á ', 'oà', ' ', '-', '\u0301', 'Tiêu chí 3: ']) {
    const started = Date.now();
    const text = piece.repeat(100000);
    fold(text);
    normalise(text);
    collapse(text);
    expect(Date.now() - started).toBeLessThan(3000);
  }
});
