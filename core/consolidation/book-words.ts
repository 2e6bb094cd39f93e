import type { PointsRange, UnitClass } from '../assessment';
import { formatRange } from '../summary/words';
import { readStamp, stampPrefixes, startText } from '../summary/stamp';
import { normaliseValue } from '../summary/normalise';
import { screenText } from '../summary/screen';
import { hashTexts, quickHash } from './quick-hash';
import { communeName, districtKey } from './names';

/** The sheets of a district book, by what they are called. */
export const bookSheets = {
  communes: 'Tổng hợp',
  recognition: 'Đề nghị công nhận',
  findings: 'Điều cần xem lại',
  files: 'Tình hình nộp',
  criteria: 'Theo tiêu chí',
  appraisal: 'Thẩm định',
} as const;

export type BookSheet = keyof typeof bookSheets;

/** Headings by which a district book's columns are found again. */
export const bookHeadings = {
  number: 'TT',
  commune: 'Xã, phường, thị trấn, đặc khu',
  district: 'Huyện',
  unitClass: 'Loại đơn vị',
  points: 'Tổng điểm tính được',
  referencePoints: 'Theo thang chuẩn',
  selfScore: 'Tự chấm',
  difference: 'Chênh lệch',
  threshold: 'Ngưỡng',
  verdict: 'Kết luận',
  errors: 'Lỗi',
  warnings: 'Cảnh báo',
  file: 'Tệp nguồn',
  code: 'Mã dòng',
  line: 'Dòng',
  total: 'Tổng',
  remark: 'Nhận xét',
} as const;

/** The heading of a criterion's column. */
export function criterionHeading(number: number): string {
  return `TC ${number}`;
}

/** The number in a criterion's heading, null for another heading. */
export function criterionOfHeading(heading: string): number | null {
  const found = /^TC (\d{1,2})$/.exec(heading);
  return found === null ? null : Number(found[1]);
}

const classWords: Readonly<Record<UnitClass, string>> = {
  'central-city-ward': 'Phường TP trực thuộc TW',
  'mountain-island-hardship': 'Miền núi, hải đảo, ĐBKK',
  other: 'Còn lại',
};

/** A unit class in a narrow column. */
export function shortClass(unitClass: UnitClass | null): string {
  return unitClass === null ? 'chưa rõ' : classWords[unitClass];
}

export function classOfWords(words: string): UnitClass | null {
  return (Object.keys(classWords) as UnitClass[]).find((unitClass) => classWords[unitClass] === words) ?? null;
}

const verdicts = [
  ['meets', 'Đạt', 'Đủ điều kiện theo số liệu hiện có, còn lỗi'],
  ['fails', 'Không đạt', 'Không đủ điều kiện theo số liệu hiện có, còn lỗi'],
  ['undetermined', 'Chưa kết luận được', 'Chưa kết luận được, còn lỗi'],
] as const;

export type VerdictStatus = (typeof verdicts)[number][0];

/** A verdict in a column: where errors stand it never says *Đạt* alone. */
export function verdictWords(status: VerdictStatus, errors: number): string {
  const found = verdicts.find((verdict) => verdict[0] === status) as (typeof verdicts)[number];
  return errors > 0 ? found[2] : found[1];
}

export function verdictOfWords(words: string): VerdictStatus | null {
  return verdicts.find((verdict) => verdict[1] === words || verdict[2] === words)?.[0] ?? null;
}

/** The line of the appraisal sheet that hands fill in. */
export const APPRAISED = 'Thẩm định';

/** What stands for a commune of the roster of which nothing was sent. */
export const NOT_SENT = 'Chưa nộp';

/** Points in a cell: a number where decided, the range in words where not. */
export function pointsCell(points: number | null, range: PointsRange): number | string {
  return points ?? formatRange(points, range);
}

/** What a cell of points says, null where it says none. */
export function readPointsCell(value: unknown): { readonly points: number | null; readonly range: PointsRange } | null {
  if (typeof value === 'number') return { points: value, range: [value, value] };
  if (typeof value !== 'string') return null;
  const number = (text: string): number => Number(text.replace(',', '.'));
  const text = value.trim();
  if (/^-?\d+([.,]\d+)?$/.test(text)) return { points: number(text), range: [number(text), number(text)] };
  const range = /^từ (-?\d+(?:,\d+)?) đến (-?\d+(?:,\d+)?)$/.exec(text.normalize('NFC'));
  if (range !== null) return { points: null, range: [number(range[1] as string), number(range[2] as string)] };
  return text.normalize('NFC') === 'chưa tính được' ? { points: null, range: [0, 0] } : null;
}

/** The code beside a row of a district book: what the row holds, shortened. It shows edits; it is no signature. */
export function rowCode(cells: readonly (string | number | null)[]): string {
  return hashTexts(cells.map((cell) => normaliseValue(typeof cell === 'string' ? screenText(cell).text : cell))).slice(0, 8);
}

/** The lasting name of a commune in the appraisal sheet. A commune without a name goes by its file. */
export function communeCode(commune: string | null, district: string | null, file: string): string {
  return hashTexts(commune === null ? ['file', file] : [communeName(commune).key, districtKey(district) ?? '']).slice(0, 10);
}

export const BOOK_FORMAT = 1;

/** What the stamp of a district book's sheet says. */
export interface BookStamp {
  readonly format: number;
  readonly sheet: string;
  readonly time: string;
  readonly version: string;
  readonly standard: string | null;
  readonly year: number | null;
  readonly district: string | null;
  readonly province: string | null;
  /** How many rows carry a code, and the codes together: whatever their order, none may be gone or new. */
  readonly rows: number;
  readonly rowsHash: string;
}

export function hashRowCodes(codes: readonly string[]): string {
  return hashTexts(codes.slice().sort());
}

function field(text: string | number | null): string {
  return text === null || text === '' ? '-' : String(text).replace(/\s*·\s*/g, ' ');
}

function ending(body: string): string {
  const hash = quickHash();
  hash.add(body);
  return hash.digest().slice(0, 8);
}

/** The stamp as one line of readable text. */
export function formatBookStamp(stamp: BookStamp): string {
  const body = [
    `${stampPrefixes('district')[0] as string}${stamp.format}`,
    `trang ${stamp.sheet}`,
    `lập ${stamp.time}`,
    `bản ${stamp.version}`,
    `tiêu chuẩn ${field(stamp.standard)}`,
    `năm ${field(stamp.year)}`,
    `đơn vị ${field(stamp.district)}`,
    `thuộc ${field(stamp.province)}`,
    `dòng ${stamp.rows}:${stamp.rowsHash}`,
  ].join(' · ');
  return `${body} · hết ${ending(body)}`;
}

/** The mark of a sheet that is being written. It says which one: a clerk may have given the sheet another name. */
export function bookStartText(sheet: string): string {
  return `${startText('district')} · trang ${sheet}`;
}

/** Which sheet of a book a text marks as begun and not finished; '' where the mark does not say, null for any other text. */
export function begunBookSheet(raw: string): string | null {
  if (raw.indexOf('CĐX') < 0) return null;
  const text = raw.normalize('NFC').trim();
  const reading = readStamp(text);
  if (reading === null || reading.state !== 'unfinished' || reading.kind !== 'district') return null;
  return / · trang (.+)$/.exec(text)?.[1] ?? '';
}

/** Reads a stamp; null where the text is none of a district book's. `intact` is false where the stamp itself was changed. */
export function parseBookStamp(raw: string): { readonly stamp: BookStamp; readonly intact: boolean } | null {
  // Asked of every text of every workbook.
  if (raw.indexOf('CĐX') < 0) return null;
  const text = raw.normalize('NFC').trim();
  const prefix = stampPrefixes('district')[0] as string;
  if (!text.startsWith(prefix)) return null;
  const end = text.lastIndexOf(' · hết ');
  const body = end < 0 ? text : text.slice(0, end);
  const parts = body.split(' · ');
  const part = (name: string): string | null => {
    const found = parts.find((each) => each.startsWith(`${name} `));
    const value = found === undefined ? '-' : found.slice(name.length + 1);
    return value === '-' ? null : value;
  };
  const rows = /^(\d+):(\w+)$/.exec(part('dòng') ?? '');
  const year = Number(part('năm') ?? NaN);
  return {
    stamp: {
      format: Number(/^\d+/.exec(body.slice(prefix.length))?.[0] ?? NaN),
      sheet: part('trang') ?? '',
      time: part('lập') ?? '',
      version: part('bản') ?? '',
      standard: part('tiêu chuẩn'),
      year: Number.isInteger(year) ? year : null,
      district: part('đơn vị'),
      province: part('thuộc'),
      rows: rows === null ? -1 : Number(rows[1]),
      rowsHash: rows?.[2] ?? '',
    },
    intact: end >= 0 && text.slice(end + 7) === ending(body),
  };
}
