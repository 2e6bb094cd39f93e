import { rememberTexts } from './remember';

/** Abbreviation in capitals (as written and without diacritics) → words. Only those with one meaning in scoring tables. */
const FIXED: Readonly<Record<string, string>> = {
  BVTE: 'bảo vệ trẻ em',
  PHTE: 'phù hợp với trẻ em',
  BVCSTE: 'bảo vệ chăm sóc trẻ em',
  'BVCS TE': 'bảo vệ chăm sóc trẻ em',
  BVCSGDTE: 'bảo vệ chăm sóc giáo dục trẻ em',
  UBND: 'ủy ban nhân dân',
  HĐND: 'hội đồng nhân dân',
  UBMTTQ: 'ủy ban mặt trận tổ quốc',
  MTTQ: 'mặt trận tổ quốc',
  UBMTTQVN: 'ủy ban mặt trận tổ quốc việt nam',
  'KT-XH': 'kinh tế xã hội',
  KTXH: 'kinh tế xã hội',
  TNTT: 'tai nạn thương tích',
  SDD: 'suy dinh dưỡng',
  HCĐB: 'hoàn cảnh đặc biệt',
  HCĐBKK: 'hoàn cảnh đặc biệt khó khăn',
  ĐBKK: 'đặc biệt khó khăn',
  VPPL: 'vi phạm pháp luật',
  TCMR: 'tiêm chủng mở rộng',
  TCĐĐ: 'tiêm chủng đầy đủ',
  TDTT: 'thể dục thể thao',
  VHTT: 'văn hóa thể thao',
  'VH-TT': 'văn hóa thể thao',
  VHVN: 'văn hóa văn nghệ',
  CLB: 'câu lạc bộ',
  ĐTN: 'đoàn thanh niên',
  TDP: 'tổ dân phố',
  LĐTBXH: 'lao động thương binh và xã hội',
  'LĐ-TBXH': 'lao động thương binh và xã hội',
  'LĐTB&XH': 'lao động thương binh và xã hội',
  'LĐ-TB&XH': 'lao động thương binh và xã hội',
  'LĐTB-XH': 'lao động thương binh và xã hội',
  'LĐ-TB-XH': 'lao động thương binh và xã hội',
  KQTH: 'kết quả thực hiện',
  KQ: 'kết quả',
  TLMC: 'tài liệu minh chứng',
  TLKC: 'tài liệu kiểm chứng',
  MC: 'minh chứng',
  ĐTĐ: 'điểm tối đa',
  ĐTC: 'điểm tự chấm',
  ĐTT: 'điểm tự chấm',
  TĐG: 'tự đánh giá',
  STT: 'số thứ tự',
  ĐVT: 'đơn vị tính',
  SL: 'số lượng',
  CTV: 'cộng tác viên',
  XHTD: 'xâm hại tình dục',
  XHTE: 'xâm hại trẻ em',
  BLGĐ: 'bạo lực gia đình',
  ĐKKS: 'đăng ký khai sinh',
  BHYT: 'bảo hiểm y tế',
  TYT: 'trạm y tế',
  TTYT: 'trung tâm y tế',
  GDĐT: 'giáo dục đào tạo',
  'GD-ĐT': 'giáo dục đào tạo',
  'GD&ĐT': 'giáo dục đào tạo',
  THCS: 'trung học cơ sở',
  THPT: 'trung học phổ thông',
  SKĐK: 'sức khỏe định kỳ',
  KSK: 'khám sức khỏe',
  QTE: 'quyền trẻ em',
  NTM: 'nông thôn mới',
  TTATXH: 'trật tự an toàn xã hội',
  NSNN: 'ngân sách nhà nước',
  XHH: 'xã hội hóa',
  CBCC: 'cán bộ công chức',
};

/** Abbreviations that mean different things; `readings[0]` is never taken without a context. */
const AMBIGUOUS: Readonly<Record<string, readonly string[]>> = {
  TĐ: ['tối đa', 'thẩm định'],
  CT: ['chỉ tiêu', 'chương trình', 'chủ tịch', 'công tác'],
  TT: ['số thứ tự', 'thị trấn', 'thực tế'],
  KT: ['kiểm tra', 'kinh tế', 'khuyết tật'],
  TH: ['thực hiện', 'trường hợp', 'tiểu học'],
  MN: ['mầm non', 'miền núi'],
  TS: ['tổng số'],
  TL: ['tỷ lệ', 'tài liệu'],
  KP: ['khu phố', 'kinh phí'],
  TC: ['tiêu chí', 'tự chấm'],
};

function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/Đ/g, 'D')
    .replace(/đ/g, 'd');
}

function lookUp<T>(table: Readonly<Record<string, T>>): Map<string, T> {
  const map = new Map<string, T>();
  for (const key of Object.keys(table)) {
    const value = table[key];
    if (value === undefined) continue;
    map.set(key, value);
    const plain = withoutDiacritics(key);
    if (!map.has(plain)) map.set(plain, value);
  }
  return map;
}

const fixed = lookUp(FIXED);
const ambiguous = lookUp(AMBIGUOUS);

/** Syllables after which an unaccented `te` is tế, and before which it is tế, tệ or tê. */
const BEFORE_TE = new Set(['y', 'quoc', 'kinh', 'thuc', 'tinh', 'tram', 'hanh', 'te', 'tien', 'vi', 'toi', 'che']);
const AFTER_TE = new Set(['bao', 'nhi', 'liet', 'te', 'nan']);

interface Word {
  readonly raw: string;
  /** Capitals, NFC. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const WORDS = /[\p{L}\p{N}]+(?:[-&][\p{L}]+)*/gu;
const SIMPLE_WORDS = /[\p{L}\p{N}]+/gu;

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const push = (raw: string, start: number): void => {
    words.push({ raw, key: raw.toUpperCase(), start, end: start + raw.length });
  };
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(text); match !== null; match = WORDS.exec(text)) {
    const raw = match[0];
    if (!/[-&]/.test(raw) || fixed.has(raw.toUpperCase())) push(raw, match.index);
    else
      for (const part of raw.match(SIMPLE_WORDS) ?? [])
        push(part, match.index + raw.indexOf(part, (words[words.length - 1]?.end ?? match.index) - match.index));
  }
  return words;
}

function plainKey(word: Word | undefined): string {
  return word === undefined ? '' : withoutDiacritics(word.raw).toLowerCase();
}

/** False for words that abbreviate nothing wherever they stand: nearly all words, so that their neighbours need no look. */
const mayAbbreviate = rememberTexts(
  (raw) => {
    const key = raw.toUpperCase();
    return (
      fixed.has(key) ||
      ambiguous.has(key) ||
      /^(?:TE|TC\d*|CT|TT|TH|TS|Đ|K|K0|KO|KHG|HK0|KG|ĐC|DC)$/.test(key) ||
      /^\d{1,4}[ĐđDd]$/.test(raw)
    );
  },
  8192,
  24,
);

/** The readings of one word in its place, the likeliest first; null where it is no abbreviation. */
function readingsOf(text: string, words: readonly Word[], index: number): readonly string[] | null {
  const word = words[index];
  if (word === undefined || !mayAbbreviate(word.raw)) return null;
  const before = words[index - 1];
  const after = words[index + 1];
  const gapBefore = before === undefined ? '' : text.slice(before.end, word.start);
  const gapAfter = after === undefined ? '' : text.slice(word.end, after.start);
  const beside = gapBefore.trim() === '' ? plainKey(before) : '';
  const next = gapAfter.trim() === '' ? plainKey(after) : '';
  const capital = word.raw === word.key;
  const known = fixed.get(word.key);
  // Small letters are taken for an abbreviation only where they spell no syllable.
  if (known !== undefined && (capital || word.key.length >= 3 || !/[AEIOUY]/.test(word.key))) return word.raw === 'mc' ? null : [known];
  if (word.key === 'TE' && !BEFORE_TE.has(beside) && !AFTER_TE.has(next)) return ['trẻ em'];
  if (word.key === 'TC') {
    if (/^\d/.test(next)) return ['tiêu chí', 'tự chấm'];
    if (/^(?:diem|cot|so|tong)$/.test(beside)) return ['tự chấm', 'tiêu chí'];
    return ['tiêu chí', 'tự chấm'];
  }
  const criterion = /^TC(\d+)$/.exec(word.key);
  if (criterion !== null) return [`tiêu chí ${criterion[1] ?? ''}`];
  if (word.key === 'CT' && /^\d/.test(next)) return ['chỉ tiêu'];
  if (word.key === 'TT' && beside === 'so') return ['thứ tự'];
  if (word.key === 'TH' && beside === 'qua') return ['thực hiện'];
  if (word.key === 'TS' && (capital || index === 0)) return ['tổng số'];
  const points = /^(\d{1,4})(?:[Đđ]|[Dd])$/.exec(word.raw);
  if (points !== null && !/[.,]$/.test(text.slice(0, word.start)) && (/đ$/i.test(word.raw) || withoutDiacritics(text) === text))
    return [`${points[1] ?? ''} điểm`];
  if (word.key === 'Đ' && /^\d{1,4}$/.test(before?.raw ?? '') && gapBefore.trim() === '') return ['điểm'];
  if (
    /^(?:K0|KO|KHG|HK0)$/.test(word.key) ||
    (word.raw === 'kg' && !/^\d/.test(beside)) ||
    (word.key === 'K' && /^(?:co|phat|to|bo|xay|dat)$/.test(next))
  )
    return ['không'];
  if (word.raw === 'đc' || word.raw === 'dc') return ['được'];
  if (capital) return ambiguous.get(word.key) ?? null;
  return null;
}

function replaceWords(text: string, choose: (readings: readonly string[], word: Word) => string | null): string {
  const shown = text.normalize('NFC');
  const words = wordsOf(shown);
  let result = '';
  let at = 0;
  if (!words.some((word) => mayAbbreviate(word.raw))) return shown;
  words.forEach((word, index) => {
    const readings = readingsOf(shown, words, index);
    const chosen = readings === null ? null : choose(readings, word);
    if (chosen === null) return;
    result += shown.slice(at, word.start) + chosen;
    at = word.end;
  });
  return result + shown.slice(at);
}

/** Abbreviations that stay as they are unless a context decides. */
function staysOpen(readings: readonly string[], word: Word): boolean {
  return readings.length > 1 && word.key !== 'TC';
}

const rememberedExpansion = rememberTexts((text) =>
  replaceWords(text, (readings, word) => (staysOpen(readings, word) ? null : (readings[0] ?? null))),
);

/**
 * A text (NFC) with the abbreviations of scoring tables written out, in small letters; the rest stays as it is. What can mean two things and has
 * no context (`TĐ`: tối đa or thẩm định) stays: see `abbreviationReadings`. `TC` is tự chấm after `điểm`, else tiêu chí; `50đ` is 50 điểm.
 */
export function expandAbbreviations(text: string): string {
  return rememberedExpansion(text);
}

/** Every way in which the abbreviations of a text can be written out, the likeliest first; at most 16, at least one. */
export function abbreviationReadings(text: string): string[] {
  const choices: (readonly string[])[] = [];
  replaceWords(text, (readings) => {
    choices.push(readings);
    return null;
  });
  let combinations: number[][] = [[]];
  for (const readings of choices) {
    const longer: number[][] = [];
    for (const chosen of combinations) readings.forEach((_, index) => longer.push([...chosen, index]));
    combinations = longer.length <= 16 ? longer : combinations.map((chosen) => [...chosen, 0]);
  }
  const results = combinations.map((chosen) => {
    let at = 0;
    return replaceWords(text, (readings) => readings[chosen[at++] ?? 0] ?? null);
  });
  return Array.from(new Set(results));
}
