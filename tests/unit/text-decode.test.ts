import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { decodeCellText, decodeText, legacyEncodingOf } from '../../core/text/decode';
import { isVietnameseSyllable } from '../../core/text/syllables';
import type { Cell } from '../../core/workbook/workbook';

/** Sentences of officers' workbooks; after the first letter in small letters, as TCVN3 has only seven accented capitals. */
const SENTENCES = [
  'Nguồn lực thực hiện quyền trẻ em',
  'Có bố trí cộng tác viên bảo vệ trẻ em tại thôn, làng, ấp, bản, buôn, phum, sóc, tổ dân phố, khu phố, khóm',
  'Tỷ lệ trẻ em dưới 5 tuổi được đăng ký khai sinh đúng quy định',
  'Không có trẻ em bị bạo lực, bóc lột, bỏ rơi, bỏ mặc: 50 điểm;\n- Dưới 1/1.000 trẻ em: 30 điểm',
  'Giảm từ 10% trở lên so với năm trước: 50 điểm; giảm dưới 10%: 30 điểm; không giảm hoặc tăng: 0 điểm',
  'Đạt 99,5% (972/977 trẻ)',
  'Tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể nhẹ cân và thể thấp còi',
  'Hoạt động vui chơi, giải trí, văn hóa, thể dục, thể thao dành cho trẻ em',
  'Mỗi mô hình được 5 điểm, tối đa 20 điểm; ngõ nhỏ, phố xưa, khuỷu tay, quả bưởi, những kẽ hở, lẫm chẫm, gỗ, lỡ, mẫu giáo, nghĩ ngợi',
  'Đơn vị: Âu Lâu, Ân Thi, Êm đềm, Ông Đình, Ơn nghĩa, Ưng Hòa',
];

function toTcvn3(text: string): string {
  const bytes = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'TCVN5712-1'], { input: text });
  return new TextDecoder('windows-1252').decode(bytes);
}

test.each(SENTENCES)('TCVN3 as iconv writes it comes back: %s', (sentence) => {
  expect(decodeText(toTcvn3(sentence), '.VnTime')).toEqual({ text: sentence, encoding: 'tcvn3' });
  expect(decodeText(toTcvn3(sentence), '.VnTimeH')).toEqual({ text: sentence.toUpperCase(), encoding: 'tcvn3' });
});

test.each(SENTENCES)('without a telling font the text tells: %s', (sentence) => {
  expect(decodeText(toTcvn3(sentence), 'Times New Roman')).toEqual({ text: sentence, encoding: 'tcvn3' });
  expect(decodeText(toTcvn3(sentence), null).text).toBe(sentence);
});

test('any mix of the words comes back', () => {
  const words = Array.from(new Set(SENTENCES.join(' ').match(/[\p{Ll}]+/gu)));
  const encoded = toTcvn3(words.join('\n')).split('\n');
  expect(encoded).toHaveLength(words.length);
  const index = fc.integer({ min: 0, max: words.length - 1 });
  fc.assert(
    fc.property(fc.array(index, { minLength: 1, maxLength: 8 }), (chosen) => {
      const text = chosen.map((place) => encoded[place] ?? '').join(' ');
      expect(decodeText(text, '.VnArial').text).toBe(chosen.map((place) => words[place] ?? '').join(' '));
    }),
  );
});

test('capitals that TCVN3 cannot write are meant where the line is in capitals', () => {
  expect(decodeText('B¶NG Tù CHÊM §IÓM', '.VnTime').text).toBe('BẢNG TỰ CHẤM ĐIỂM');
  expect(decodeText('CHñ TÞCH UBND x·', '.VnTime').text).toBe('CHỦ TỊCH UBND xã');
  expect(decodeText('Hµ Néi', '.VnTime').text).toBe('Hà Nội');
  expect(decodeText('X· Y TÞch', '.VnTime').text).toBe('Xã Y Tịch');
});

test.each([
  ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
  ['UÛY BAN NHAÂN DAÂN TÆNH', 'ỦY BAN NHÂN DÂN TỈNH'],
  ['ngöôøi nöôùc, chuyeån ñoåi soá, kyõ thuaät', 'người nước, chuyển đổi số, kỹ thuật'],
  ['Tyû leä treû em ñöôïc tieâm chuûng ñaày ñuû', 'Tỷ lệ trẻ em được tiêm chủng đầy đủ'],
])('VNI %s', (vni, text) => {
  expect(decodeText(vni, 'VNI-Times')).toEqual({ text, encoding: 'vni' });
  expect(decodeText(vni, 'Arial')).toEqual({ text, encoding: 'vni' });
});

test('a VNI letter cut between two runs of one font is still one letter', () => {
  const cell: Cell = {
    row: 0,
    column: 0,
    value: 'Ñieåm',
    runs: [
      { text: 'Ñie', font: 'VNI-Times' },
      { text: 'åm', font: 'VNI-Times' },
    ],
  };
  expect(decodeCellText(cell, null)).toEqual({ text: 'Điểm', encoding: 'vni' });
});

test.each([
  ...SENTENCES,
  'Có',
  'là và trà',
  'Không có',
  'Bà Hà',
  'cô bé, chú bé',
  'Xã Hòa Lý',
  'Năm',
  'Lý do: thôn Nà Cá',
  'TÊN',
  'Ô TÔ',
  'CHÚ Ý',
  'Société générale à côté de la forêt',
  'déjà vu, café crème brûlée, naïve, Noël, garçon, où',
  'São Paulo; señor; El Niño',
  'Müller & Söhne, Ångström',
  '5 µm, 10 µg/l, 20 °C, ±5 %, § 12, © 2024, ®, «x», ½, x²',
  '® § µ ±',
  'Điểm ≥ 95 %',
])('Unicode stays as it is: %s', (text) => {
  expect(decodeText(text, 'Times New Roman')).toEqual({ text, encoding: 'unicode' });
  expect(decodeText(text, null)).toEqual({ text, encoding: 'unicode' });
});

test('Unicode pasted into a legacy font, and plain ASCII, stay', () => {
  expect(decodeText('Tỷ lệ trẻ em được tiêm', '.VnTime')).toEqual({ text: 'Tỷ lệ trẻ em được tiêm', encoding: 'unicode' });
  expect(decodeText('Đạt 98%', 'VNI-Times')).toEqual({ text: 'Đạt 98%', encoding: 'unicode' });
  expect(decodeText('98.5 % TT', '.VnTimeH')).toEqual({ text: '98.5 % TT', encoding: 'unicode' });
});

test('decoding twice changes nothing more, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = decodeText(text, null).text;
      expect(once).toBe(once.normalize('NFC'));
    }),
  );
});

test('words that alone say nothing follow their surroundings', () => {
  expect(decodeText('Cã', null).text).toBe('Cã');
  const surroundings = legacyEncodingOf(['Cã', 'TØ lÖ trÎ em ®­îc tiªm chñng', 'Tèt']);
  expect(surroundings).toBe('tcvn3');
  expect(decodeText('Cã', null, surroundings)).toEqual({ text: 'Có', encoding: 'tcvn3' });
  expect(decodeText('Tèt', 'Times New Roman', surroundings).text).toBe('Tốt');
  expect(legacyEncodingOf(['Cã', 'Tỷ lệ trẻ em', 'TrÎ em ®­îc'])).toBeNull();
  expect(legacyEncodingOf(['Có', 'abc', ''])).toBeNull();
});

test('a cell: each run by its own font, else the cell’s, else the workbook’s', () => {
  const base = { row: 0, column: 0 };
  expect(decodeCellText({ ...base, value: 'TrÎ em' }, '.VnTime')).toEqual({ text: 'Trẻ em', encoding: 'tcvn3' });
  expect(decodeCellText({ ...base, value: 'Cã', font: 'Arial' }, '.VnTime').text).toBe('Cã');
  expect(
    decodeCellText({ ...base, value: 'Tªn: Hà Nội', font: 'Arial', runs: [{ text: 'Tªn: ', font: '.VnTime' }, { text: 'Hà Nội' }] }, null),
  ).toEqual({
    text: 'Tên: Hà Nội',
    encoding: 'tcvn3',
  });
});

test('a cell’s other values', () => {
  const cell = (value: Cell['value']): Cell => ({ row: 0, column: 0, value });
  const shown = (value: Cell['value']): string => decodeCellText(cell(value), null).text;
  expect([shown(1234.5), shown(0.1 + 0.2), shown(1e-7), shown(-0), shown(985 / 1001), shown(1e21), shown(2 ** 53)]).toEqual([
    '1234.5',
    '0.3',
    '0.0000001',
    '0',
    '0.984015984015984',
    '1000000000000000000000',
    '9007199254740990',
  ]);
  expect([shown(true), shown(false), shown({ error: '#DIV/0!' }), shown(null), decodeCellText(null, null).text]).toEqual([
    'TRUE',
    'FALSE',
    '#DIV/0!',
    '',
    '',
  ]);
});

test('spaces of every kind, joiners and decomposed letters', () => {
  expect(decodeText(' Tỷ\u00a0lệ\t\u200b trẻ\u200d\ufeff e\u00adm\r\n2 ', null).text).toBe(' Tỷ lệ   trẻ em\n2 ');
  expect(decodeText('Tỷ lệ trẻ em'.normalize('NFD'), '.VnTime').text).toBe('Tỷ lệ trẻ em');
});

test('syllables', () => {
  for (const word of SENTENCES.join(' ').match(/\p{L}+/gu) ?? []) expect([word, isVietnameseSyllable(word)]).toEqual([word, true]);
  for (const word of ['café', 'tèt', 'sociÐtÐ', 'bcd', 'Zoë', 'générale', 'a\u0301\u0301', ''])
    expect([word, isVietnameseSyllable(word)]).toEqual([word, false]);
});
