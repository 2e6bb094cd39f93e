import { shortHash } from './hash';
import type { SheetKind } from './design';

/** The stamp's present format. 1 carried one hash a row; 2 adds two digits a cell, so that the altered cell itself is known. */
export const STAMP_FORMAT = 2;

/** A cell meant for the hand: where it was written and what stood there as a placeholder. Zero-based, the stamp's column as origin. */
export interface HandMark {
  readonly key: string;
  readonly row: number;
  readonly column: number;
  /** Two digits of the placeholder's hash: content that still fits them was not written by a hand. */
  readonly placeholder: string;
}

/** What one written row hashed to: the row, and every cell of it ('' where the format knows none or the cell was blank). */
export interface RowMark {
  readonly hash: string;
  readonly cells: readonly string[];
}

/** Hashes of what the sheet rests on. */
export interface SourceHashes {
  readonly rubric: string;
  readonly data: string;
  readonly result: string;
}

/** A stamp as written into its cell. It shows edits; it is no signature and no proof of origin. */
export interface Stamp extends SourceHashes {
  readonly format: number;
  readonly kind: SheetKind;
  /** When it was made, ISO 8601, as handed in by the host. */
  readonly time: string;
  readonly version: string;
  readonly standard: string | null;
  /** First and last row of the confirmed choices, zero-based, null where there are none. */
  readonly confirmed: readonly [first: number, last: number] | null;
  readonly hand: readonly HandMark[];
  readonly columnCount: number;
  readonly rows: readonly RowMark[];
}

const kindWords: Readonly<Record<SheetKind, string>> = { summary: '', findings: ' (danh sách)', district: ' (sổ tổng hợp)' };
/** Not `_`: some programs take `_xa_` inside a text for an escape. */
const BLANK = '.';

/** How the cells begin by which a sheet of ours is known: a finished one and one that is being written. */
export function stampPrefixes(kind: SheetKind): readonly string[] {
  return ['Mã kiểm tra CĐX', 'Đang ghi dở CĐX'].map((words) => `${words}${kindWords[kind]}/`);
}

/** The text that marks a sheet as ours while it is being written. */
export function startText(kind: SheetKind): string {
  return `${stampPrefixes(kind)[1] as string}${STAMP_FORMAT} · bảng chưa ghi xong, hãy bấm ghi lại`;
}

/** The stamp as one line of readable text; its last field is a hash of all before it. */
export function formatStamp(stamp: Stamp): string {
  const hand = stamp.hand.map((mark) => `${mark.key}@${mark.row}.${mark.column}.${mark.placeholder}`).join(';');
  const rows = stamp.rows.map((row) => row.hash + row.cells.map((cell) => cell || BLANK).join('')).join(',');
  const body = [
    `${stampPrefixes(stamp.kind)[0] as string}${stamp.format}`,
    `lập ${stamp.time}`,
    `bản ${stamp.version}`,
    `tiêu chuẩn ${stamp.standard ?? '-'}`,
    `thang điểm ${stamp.rubric}`,
    `số liệu ${stamp.data}`,
    `kết quả ${stamp.result}`,
    `lựa chọn ${stamp.confirmed ? stamp.confirmed.join('-') : '-'}`,
    `ghi tay ${hand || '-'}`,
    `dòng ${stamp.columnCount}:${rows}`,
  ].join(' · ');
  return `${body} · hết ${shortHash(body, 6)}`;
}

/** What a cell that begins like a stamp says. */
export type StampReading =
  | { readonly state: 'finished'; readonly stamp: Stamp }
  /** Cut off while being written. */
  | { readonly state: 'unfinished'; readonly kind: SheetKind }
  /** Made by a later version, whose format is not known here. */
  | { readonly state: 'newer'; readonly kind: SheetKind; readonly format: number }
  /** A sheet of a district book: its stamp has a syntax of its own, read by the consolidation. */
  | { readonly state: 'book'; readonly kind: SheetKind }
  /** The stamp itself was changed. */
  | { readonly state: 'damaged'; readonly kind: SheetKind };

const kinds: readonly SheetKind[] = ['summary', 'findings', 'district'];

/** Reads the text of a cell; null where it is no stamp of ours at all. */
export function readStamp(text: string): StampReading | null {
  if (!/^(Mã|Đang) /.test(text)) return null;
  const kind = kinds.find((candidate) => stampPrefixes(candidate).some((prefix) => text.startsWith(prefix)));
  if (kind === undefined) return null;
  const [finished, started] = stampPrefixes(kind) as [string, string];
  if (text.startsWith(started)) return { state: 'unfinished', kind };
  if (kind === 'district') return { state: 'book', kind };
  const format = /^\d{1,4}/.exec(text.slice(finished.length));
  if (!format) return { state: 'damaged', kind };
  if (Number(format[0]) > STAMP_FORMAT) return { state: 'newer', kind, format: Number(format[0]) };
  const stamp = parseStamp(text, kind, Number(format[0]));
  return stamp ? { state: 'finished', stamp } : { state: 'damaged', kind };
}

function parseStamp(text: string, kind: SheetKind, format: number): Stamp | null {
  const end = text.lastIndexOf(' · hết ');
  const body = text.slice(0, end);
  if (end < 0 || text.slice(end + 7).trim() !== shortHash(body, 6)) return null;
  const fields = body.split(' · ');
  const field = (name: string): string => (fields.find((candidate) => candidate.startsWith(`${name} `)) ?? '').slice(name.length + 1);
  const rows = /^(\d{1,3}):(.*)$/.exec(field('dòng'));
  if (!rows) return null;
  const confirmed = /^(\d+)-(\d+)$/.exec(field('lựa chọn'));
  const hand = parseHandMarks(field('ghi tay'));
  const columnCount = Number(rows[1]);
  return {
    format,
    kind,
    time: field('lập'),
    version: field('bản'),
    standard: field('tiêu chuẩn') === '-' ? null : field('tiêu chuẩn'),
    rubric: field('thang điểm'),
    data: field('số liệu'),
    result: field('kết quả'),
    confirmed: confirmed ? [Number(confirmed[1]), Number(confirmed[2])] : null,
    hand,
    columnCount,
    rows: (rows[2] as string).split(',').map((row) => parseRow(row)),
  };
}

function parseRow(text: string): RowMark {
  const cells: string[] = [];
  for (let position = 4; position < text.length;) {
    const blank = text.charAt(position) === BLANK;
    cells.push(blank ? '' : text.slice(position, position + 2));
    position += blank ? 1 : 2;
  }
  return { hash: text.slice(0, 4), cells };
}

function parseHandMarks(text: string): HandMark[] {
  const marks: HandMark[] = [];
  for (const part of text.split(';')) {
    const match = /^([^@;]+)@(\d+)\.(\d+)\.(\w{0,2})$/.exec(part);
    if (match) marks.push({ key: match[1] as string, row: Number(match[2]), column: Number(match[3]), placeholder: match[4] as string });
  }
  return marks;
}

/** The hash of one row's normalised cells, those of the hand left out as ''. */
export function hashRow(cells: readonly string[]): string {
  return shortHash(cells.join('\u001f'), 4);
}

/** Two digits for one normalised cell, '' for a blank. */
export function hashCell(normalised: string): string {
  return normalised === '' ? '' : shortHash(normalised, 2);
}

/** A hand cell's lasting name, safe inside a stamp: what could break its syntax is replaced by a hash. */
export function handKey(prefix: string, name: string): string {
  return /^[A-Za-z0-9.+-]{1,24}$/.test(name) ? `${prefix}:${name}` : `${prefix}:~${shortHash(name, 6)}`;
}
