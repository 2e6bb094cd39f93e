import { isWord, type SignToken, type Token } from './tokens';

/** Comparing phrases (folded) and the sign each stands for. */
const PHRASES: readonly (readonly [sign: string, phrases: readonly string[]])[] = [
  [
    '≥',
    [
      'lon hon hoac bang',
      'cao hon hoac bang',
      'nhieu hon hoac bang',
      'bang hoac lon hon',
      'bang hoac cao hon',
      'bang hoac nhieu hon',
      'bang hoac tren',
      'bang hoac hon',
      'khong nho hon',
      'khong duoi',
      'khong thap hon',
      'khong it hon',
      'khong kem hon',
      'khong kem',
      'it nhat',
      'toi thieu',
      'thap nhat',
      'tren hoac bang',
      'hon hoac bang',
      'lon hon bang',
      'it nhat la',
      'lon hon hay bang',
    ],
  ],
  [
    '≤',
    [
      'nho hon hoac bang',
      'thap hon hoac bang',
      'it hon hoac bang',
      'bang hoac nho hon',
      'bang hoac thap hon',
      'bang hoac it hon',
      'bang hoac duoi',
      'khong vuot qua',
      'khong vuot',
      'khong qua',
      'khong lon hon',
      'khong cao hon',
      'khong nhieu hon',
      'khong hon',
      'khong tren',
      'toi da',
      'nhieu nhat',
      'cao nhat',
      'duoi hoac bang',
      'nho hon bang',
      'toi da khong qua',
      'chua qua',
      'nho hon hay bang',
    ],
  ],
  ['>', ['lon hon', 'cao hon', 'nhieu hon', 'vuot qua', 'vuot tren', 'vuot', 'tren', 'hon', 'qua']],
  [
    '<',
    [
      'nho hon',
      'thap hon',
      'it hon',
      'kem hon',
      'duoi',
      'chua dat duoc',
      'khong dat duoc',
      'chua dat',
      'khong dat',
      'chua den',
      'khong den',
      'chua toi',
      'khong toi',
      'chua du',
      'khong du',
      'can',
      'gan',
    ],
  ],
  ['to', ['cho den', 'den het', 'toi het', 'cho toi', 'xuong den', 'len den', 'den', 'toi', 'xuong']],
  ['from', ['ke tu', 'tu']],
  ['=', ['bang', 'dung']],
  [
    'up',
    [
      'tro len tren',
      'tro len',
      'tro nen',
      'trolen',
      'tro di',
      'hoac hon',
      'hay hon',
      'hoac cao hon',
      'hoac nhieu hon',
      'hoac lon hon',
      'hoac tren',
      'len tren',
      'hoac tot hon',
      'do len',
      'tr len',
      'tor len',
    ],
  ],
  [
    'down',
    [
      'tro xuong',
      'troxuong',
      'hoac thap hon',
      'hoac it hon',
      'hoac nho hon',
      'hoac duoi',
      'hay it hon',
      'hay thap hon',
      'do xuong',
      'tro lai',
    ],
  ],
];

interface Phrase {
  readonly words: readonly string[];
  readonly sign: string;
}

const ORDERED: readonly Phrase[] = PHRASES.reduce<Phrase[]>(
  (all, [sign, phrases]) => all.concat(phrases.map((phrase) => ({ words: phrase.split(' '), sign }))),
  [],
).sort((a, b) => b.words.length - a.words.length);

/** Words that may stand between a comparing word and its number (“dưới mức 90 %”, “từ trên tỷ lệ 80 %”). */
const BETWEEN = ['muc', 'khoang', 'dat', 'ty', 'ti', 'le', 'duoc', 'co', 'la', 'so', 'luong', 'nguong'];

function phraseAt(tokens: readonly Token[], index: number): Phrase | null {
  for (const phrase of ORDERED) {
    if (phrase.words.every((word, offset) => isWord(tokens[index + offset], word))) return phrase;
  }
  return null;
}

/** How far ahead the number of a comparing word may stand; it also keeps hostile texts cheap. */
const MOST_WORDS = 10;
const PREFIXES = ['≥', '≤', '>', '<', '=', 'from', 'to'];

/** True where only comparing words and fillers stand between here and a number. */
function leadsToNumber(tokens: readonly Token[], index: number): boolean {
  const furthest = Math.min(tokens.length, index + MOST_WORDS);
  for (let ahead = index; ahead < furthest;) {
    const token = tokens[ahead] as Token;
    if (token.kind === 'number') return true;
    if (token.kind === 'sign') {
      if (!PREFIXES.includes(token.sign)) return false;
      ahead += 1;
      continue;
    }
    const phrase = phraseAt(tokens, ahead);
    if (phrase && PREFIXES.includes(phrase.sign)) ahead += phrase.words.length;
    else if (BETWEEN.includes(token.word) || token.word === 'x') ahead += 1;
    else return false;
  }
  return false;
}

/**
 * Comparing words → signs. A word compares only where a number follows (“đến trường”, “trên địa bàn”, “kết quả” do not), `up`
 * and `down` only after a number, a dash only between two numbers.
 */
export function readComparisons(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  let seenNumber = false;
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index] as Token;
    if (token.kind === 'number') {
      seenNumber = true;
      result.push(token);
      index += 1;
      continue;
    }
    if (token.kind === 'sign') {
      if ((token.sign === '-' || token.sign === '~' || token.sign === '→') && seenNumber && leadsToNumber(tokens, index + 1))
        result.push({ ...token, sign: 'to' });
      else result.push(token);
      index += 1;
      continue;
    }
    const phrase = phraseAt(tokens, index);
    const last = phrase && tokens[index + phrase.words.length - 1];
    if (phrase && last) {
      const suffix = phrase.sign === 'up' || phrase.sign === 'down';
      const compares = suffix
        ? seenNumber
        : leadsToNumber(tokens, index + phrase.words.length) && !(token.word === 'qua' && isWord(tokens[index - 1], 'ket', 'thong'));
      if (compares) {
        const sign: SignToken = { kind: 'sign', sign: phrase.sign, start: token.start, end: last.end };
        result.push(sign);
        index += phrase.words.length;
        continue;
      }
    }
    result.push(token);
    index += 1;
  }
  return result;
}
