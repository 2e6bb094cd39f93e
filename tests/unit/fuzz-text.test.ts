import * as fc from 'fast-check';
import { decodeText } from '../../core/text/decode';
import { collapse, fold, normalise } from '../../core/text/fold';

const RUNS = { numRuns: 3000, seed: 20190106 };
const LETTERS = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđbcdghklmnpqrstvxDĐÀẢẠƯỚỢÊẾÔ';
const SIGNS = [
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\t',
  '\u00a0',
  '\u200b',
  '\u3000',
  '-',
  '–',
  '—',
  '−',
  '.',
  ',',
  '%',
  '(',
  ')',
  '/',
  '≥',
  '<',
  '½',
  '²',
  '³',
  'ﬁ',
  'İ',
  'ı',
  'ß',
  'Σ',
  'ς',
  'σ',
  'Å',
  'K',
  '\u0301',
  '\u0309',
  '\u0323',
  '\u031b',
  '\u0306',
  '😀',
  '\ud800',
  '１',
  '٣',
  'ǆ',
  'Ω',
  '´',
  '¨',
  '\u00ad',
  '\u0000',
  '\u0085',
  '\u2028',
  '한',
  '中',
  'é',
  '\u0344',
];
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...Array.from(LETTERS)) },
      { weight: 2, arbitrary: fc.constantFrom(...SIGNS) },
      { weight: 1, arbitrary: fc.string({ maxLength: 3, unit: 'binary' }) },
      { weight: 1, arbitrary: fc.constant(' ') },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** What a fold is, said in the simplest way; the product looks single characters up. */
function foldPlainly(given: string): string {
  const letters = given
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd');
  return letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

test('folding by table is folding', () => {
  fc.assert(
    fc.property(text, (given) => expect(fold(given)).toBe(foldPlainly(given))),
    RUNS,
  );
  for (let unit = 0; unit < 0x10000; unit += 1) {
    const given = `a${String.fromCharCode(unit)}b`;
    if (fold(given) !== foldPlainly(given)) throw new Error(`U+${unit.toString(16)}: “${fold(given)}”, not “${foldPlainly(given)}”`);
  }
});

test('collapsing leaves out only what needs nothing', () => {
  const plainly = (given: string): string =>
    given
      .replace(/[\s\u200b]+/g, ' ')
      .trim()
      .normalize('NFC');
  fc.assert(
    fc.property(text, (given) => expect(collapse(given)).toBe(plainly(given))),
    RUNS,
  );
  for (let unit = 0; unit < 0x10000; unit += 1) {
    const given = `a${String.fromCharCode(unit)}b`;
    if (collapse(given) !== plainly(given)) throw new Error(`U+${unit.toString(16)}`);
  }
});

test('a text in words is normalised as its words are', () => {
  // A sign of no meaning sends the text the general way.
  const general = (given: string): string => normalise(`${given} \u2260`).replace(/ ?\u2260$/, '');
  fc.assert(
    fc.property(text, (given) => expect(normalise(given)).toBe(general(given))),
    RUNS,
  );
  for (const [written, normal] of [
    ['hoà  THUỶ\nkhoẻ', 'hòa thủy khỏe'],
    ['Vân Thủy – Vạn Thuỷ', 'vân thủy - vạn thủy'],
  ] as const)
    expect(normalise(written)).toBe(normal);
});

test('decoding says the same whichever way it goes', () => {
  const clean = (given: string): string =>
    given
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replace(/[\t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/g, ' ')
      .replace(/[\u00ad\u200c\u200d\u2060\ufeff]/g, '')
      .normalize('NFC');
  fc.assert(
    fc.property(text, fc.constantFrom(null, 'Times New Roman', '.VnTime', 'VNI-Times'), (given, font) => {
      // A letter that only Unicode Vietnamese has makes the text Unicode in every font.
      expect(decodeText(`${given} ạ`, font)).toEqual({ text: clean(`${given} ạ`), encoding: 'unicode' });
    }),
    RUNS,
  );
});
