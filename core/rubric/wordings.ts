import { isSign, isWord, type Token } from './tokens';

/** What words without a limit say. `words` is the folded wording without fillers. */
export interface WordMeaning {
  readonly type: 'negation' | 'affirmation' | 'level' | 'rest' | 'unclear';
  readonly words: string;
  /** level: the named levels, from a known family where there is one. */
  readonly levels: readonly string[];
  /** negation: “không phát sinh”, “không xảy ra”: nothing came up. */
  readonly nothingArose: boolean;
  /** negation or affirmation: there is nothing but the bare word (“Có”, “Không đạt”). */
  readonly bare: boolean;
}

/** Families of levels from best to worst, so that “từ khá trở lên” and “yếu, kém” can be read. */
const FAMILIES: readonly (readonly string[])[] = [
  ['xuat sac', 'gioi', 'rat tot', 'tot', 'kha', 'trung binh kha', 'trung binh', 'dat yeu cau', 'yeu', 'kem', 'rat kem'],
  ['rat hai long', 'hai long', 'tuong doi hai long', 'binh thuong', 'it hai long', 'chua hai long', 'khong hai long', 'rat khong hai long'],
  [
    'hoan thanh xuat sac',
    'hoan thanh xuat sac nhiem vu',
    'hoan thanh tot',
    'hoan thanh tot nhiem vu',
    'hoan thanh',
    'hoan thanh nhiem vu',
    'khong hoan thanh',
    'khong hoan thanh nhiem vu',
    'chua hoan thanh',
  ],
  ['rat cao', 'cao', 'trung binh cao', 'trung binh', 'thap', 'rat thap'],
  ['rat day du', 'day du', 'tuong doi day du', 'mot phan', 'chua day du', 'khong day du'],
  ['rat thuong xuyen', 'thuong xuyen', 'thinh thoang', 'khong thuong xuyen', 'hiem khi'],
];
const SAME: Readonly<Record<string, string>> = { tb: 'trung binh', 'tb kha': 'trung binh kha' };
/** Levels outside the families. */
const OTHERS = [
  'chua tot',
  'khong tot',
  'kha tot',
  'yeu kem',
  'dat chuan',
  'khong dat chuan',
  'chua dat chuan',
  'kip thoi',
  'chua kip thoi',
  'khong kip thoi',
  'chua thuong xuyen',
  'manh',
  'nhanh',
  'cham',
  'loai a',
  'loai b',
  'loai c',
  'loai d',
];
const FILLERS =
  /^(?:(?:duoc |ket qua |nguoi dan |tu )?(?:danh gia|xep loai|xep|xep hang|phan loai|muc do|muc|loai|dat loai|dat muc|ket qua|o muc|dat o muc|hoat dong|thuc hien|chat luong)(?: la| dat| xep loai| loai| muc| o muc| chung)?|dat|neu|truong hop|xa) (?=\S)/;

function level(words: string): string | null {
  let text = words;
  for (let round = 0; round < 4; round += 1) {
    const known = SAME[text] ?? text;
    if (OTHERS.includes(known) || FAMILIES.some((family) => family.includes(known))) return known;
    const shorter = text.replace(FILLERS, '');
    if (shorter === text) return null;
    text = shorter;
  }
  return null;
}

function levelsOf(tokens: readonly Token[], words: string): string[] | null {
  // “Yếu, kém” names two levels, “yếu kém” one.
  const whole = tokens.some((token) => isSign(token, ',', '/')) ? null : level(words);
  if (whole === 'yeu kem') return ['yeu', 'kem', 'yeu kem'];
  if (whole) return [whole];
  const range = /^(?:tu )?(?:muc |loai )?(.+?) (tro len|tro nen|tro xuong)$/.exec(words);
  const under = /^(duoi|tren) (?:muc |loai )?(.+)$/.exec(words);
  const edge = range ? level(range[1] ?? '') : under ? level(under[2] ?? '') : null;
  if (edge) {
    const family = FAMILIES.find((names) => names.includes(edge)) ?? [];
    const at = family.indexOf(edge);
    if (range) return range[2] === 'tro xuong' ? family.slice(at) : family.slice(0, at + 1);
    return under?.[1] === 'duoi' ? family.slice(at + 1) : family.slice(0, at);
  }
  const parts: string[] = [''];
  for (const token of tokens) {
    if (isSign(token, ',', '/', '-', '+') || isWord(token, 'hoac', 'va', 'hay')) parts.push('');
    else if (token.kind === 'word') parts[parts.length - 1] = `${parts[parts.length - 1] ?? ''} ${token.word}`.trim();
  }
  if (parts.length < 2) return null;
  const names = parts.map((part) => level(part));
  return names.every((name) => name !== null) ? (names as string[]) : null;
}

const REST =
  /^(?:(?:cac |nhung )?(?:truong hop|muc|truong hop nao) ?(?:con lai|khac|khong thuoc .*)|con lai|khac|ngoai ra|cac muc con lai|muc khac|cac truong hop khac|(?:duoi|thap hon|khong dat) (?:cac )?(?:muc|ty le|ti le|nguong) (?:tren|nay|quy dinh)|khong dat (?:cac )?(?:muc|yeu cau|quy dinh|ty le|ti le).*|thap hon|cac xa con lai|so con lai)$/;
const AFFIRMATIVE = [
  'co',
  'dat',
  'da',
  'dam',
  'day',
  'dung',
  'duoc',
  'thuc',
  'to',
  'bo',
  'ban',
  'xay',
  'hoan',
  'phan',
  'tham',
  'lap',
  'thanh',
  'duy',
  'hoat',
  'trien',
  'kip',
];
const NEGATIVE = ['khong', 'chua', 'ko', 'kg', 'khg', 'k', 'chang'];

/** Reads words that hold no limit. Never throws; what says neither yes nor no nor a known level is `unclear`. */
export function readWords(tokens: readonly Token[]): WordMeaning {
  const all = tokens.filter((token) => token.kind === 'word').map((token) => (token.kind === 'word' ? token.word : ''));
  let list = all;
  while (
    list.length > 1 &&
    ['neu', 'khi', 'thi', 'doi', 'truong', 'hop', 'voi', 'xa', 'don', 'vi', 'viec', 'trong', 'nam', 'ma'].includes(list[0] ?? '') &&
    !/^(?:truong hop (?:con|khac|khong thuoc))/.test(list.join(' '))
  )
    list = list.slice(1);
  const words = list.join(' ');
  const base = { words, levels: [] as string[], nothingArose: false, bare: false };
  if (words === '') return { ...base, type: 'unclear' };
  if (REST.test(words)) return { ...base, type: 'rest' };
  const levels = levelsOf(tokens, words);
  if (levels && levels.length > 0) return { ...base, type: 'level', levels };
  const first = list[0] ?? '';
  if (NEGATIVE.includes(first)) {
    const nothingArose = /^(?:khong|chua|ko|k) (?:co )?(?:de )?(?:xay ra|phat sinh|phat hien|ghi nhan|xuat hien)/.test(words);
    return {
      ...base,
      type: 'negation',
      nothingArose,
      bare:
        list.length === 1 ||
        /^\S+ (?:co|dat|duoc|thuc hien|bo tri|to chuc|dam bao|ban hanh|xay dung|trien khai|hoan thanh|thanh lap)$/.test(words),
    };
  }
  if (first === 'so' && /^so (?:vu|tre|truong hop)/.test(words)) return { ...base, type: 'unclear' };
  if (AFFIRMATIVE.includes(first)) {
    return {
      ...base,
      type: 'affirmation',
      bare: /^(?:co|dat|da co|co dat|co bo tri|bo tri|co to chuc|to chuc|da thuc hien|thuc hien|co thuc hien|dam bao|co xay ra|co phat sinh)$/.test(
        words,
      ),
    };
  }
  return { ...base, type: 'unclear' };
}

/** Levels of the same family that no other band names: what “còn lại” covers. null where the named levels are of no known family. */
export function remainingLevels(named: readonly string[]): string[] | null {
  const family = FAMILIES.find((names) => named.every((name) => names.includes(name)));
  return family && named.length > 0 ? family.filter((name) => !named.includes(name)) : null;
}

/** True where the named levels reach the lower end of their family, so that no usual answer is left out. */
export function reachesLowest(named: readonly string[]): boolean {
  const lowest = [
    'yeu',
    'kem',
    'khong hai long',
    'khong dat',
    'thap',
    'khong hoan thanh',
    'khong hoan thanh nhiem vu',
    'chua hoan thanh',
    'khong day du',
    'chua day du',
    'khong',
  ];
  return named.length > 1 && named.some((name) => lowest.includes(name));
}
