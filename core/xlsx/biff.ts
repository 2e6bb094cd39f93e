import { strFromU8 } from 'fflate';
import type { CellLooks } from './looks';
import type { RichRun } from './strings';

/** What the records of a .xls say about the look of its cells, which the legacy library does not tell. */
export interface BiffLooks {
  readonly defaultFont: string | null;
  /** By sheet name. */
  readonly sheets: ReadonlyMap<string, CellLooks>;
}

interface BiffFont {
  readonly name: string;
  readonly struck: boolean;
}

interface BiffRecord {
  readonly type: number;
  readonly start: number;
  readonly end: number;
}

const COLUMNS = 16384;
const BIFF8 = 0x0600;
const BOF = 0x0809;
const EOF = 0x000a;
const CONTINUE = 0x003c;
const FONT = 0x0031;
const FORMAT_OF_CELL = 0x00e0;
const BOUNDSHEET = 0x0085;
const SHARED_STRINGS = 0x00fc;
const LABEL_SHARED = 0x00fd;
const MULTIPLE_NUMBERS = 0x00bd;
/** NUMBER, LABEL, BOOLERR, RK, RSTRING, FORMULA: row, column and cell format stand first in each. */
const SINGLE_CELLS = [0x0203, 0x0204, 0x0205, 0x027e, 0x00d6, 0x0006];

/** The fonts of the cells without a format of their own: the first format that belongs to cells ([MS-XLS] 2.5.169). */
const DEFAULT_FORMAT = 15;

/**
 * Reads the workbook stream of a .xls of Excel 5 to 2003. What a damaged stream does not say is left out: the values come from the library.
 * Source: [MS-XLS] 2.4.122 (Font), 2.4.353 (XF), 2.4.28 (BoundSheet8), 2.4.265 (SST).
 */
export function readBiffLooks(stream: Uint8Array): BiffLooks {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const fonts: BiffFont[] = [];
  const formats: number[] = [];
  const names: { name: string; position: number }[] = [];
  let richTexts: ReadonlyMap<number, readonly RichRun[]> = new Map();
  let wide = true;
  const globals = listRecords(view, 0);
  globals.forEach((record, index) => {
    const size = record.end - record.start;
    if (record.type === BOF && size >= 2) wide = view.getUint16(record.start, true) === BIFF8;
    else if (record.type === FONT && size >= 15) fonts.push(readFont(stream, view, record, wide));
    else if (record.type === FORMAT_OF_CELL && size >= 2) formats.push(view.getUint16(record.start, true));
    else if (record.type === BOUNDSHEET && size >= 7) {
      names.push({ name: readShortString(stream, record.start + 6, record.end, wide), position: view.getUint32(record.start, true) });
    } else if (record.type === SHARED_STRINGS && wide) richTexts = readRichTexts(stream, view, chunksOf(globals, index), fonts);
  });
  const fontOf = (format: number): BiffFont | undefined => fontAt(fonts, formats[format]);
  const first = fontOf(DEFAULT_FORMAT) || fonts[0];
  const defaultFont = first && first.name !== '' ? first.name : null;
  const sheets = new Map(names.map(({ name, position }) => [name, readSheet(view, position, fontOf, defaultFont, richTexts)] as const));
  return { defaultFont, sheets };
}

/** The records of one substream, up to its end or that of the stream. */
function listRecords(view: DataView, from: number): BiffRecord[] {
  const records: BiffRecord[] = [];
  for (let position = from; position + 4 <= view.byteLength;) {
    const type = view.getUint16(position, true);
    const start = position + 4;
    const end = start + view.getUint16(position + 2, true);
    if (end > view.byteLength) break;
    records.push({ type, start, end });
    if (type === EOF) break;
    position = end;
  }
  return records;
}

/** Font 4 does not exist: the numbers of later ones are one higher than their places. */
function fontAt(fonts: readonly BiffFont[], number: number | undefined): BiffFont | undefined {
  return number === undefined || number === 4 ? undefined : fonts[number > 4 ? number - 1 : number];
}

function readFont(stream: Uint8Array, view: DataView, record: BiffRecord, wide: boolean): BiffFont {
  return {
    name: readShortString(stream, record.start + 14, record.end, wide),
    struck: (view.getUint16(record.start + 2, true) & 8) !== 0,
  };
}

/** A string with its length in one byte; since Excel 97 a second byte says whether its characters take two bytes each. */
function readShortString(stream: Uint8Array, start: number, end: number, wide: boolean): string {
  const count = stream[start] || 0;
  const from = start + (wide ? 2 : 1);
  if (!wide || ((stream[start + 1] || 0) & 1) === 0) return strFromU8(stream.subarray(from, Math.min(from + count, end)), true);
  let text = '';
  for (let position = from; position + 1 < end && text.length < count; position += 2) {
    text += String.fromCharCode((stream[position] as number) | ((stream[position + 1] as number) << 8));
  }
  return text;
}

function readSheet(
  view: DataView,
  position: number,
  fontOf: (format: number) => BiffFont | undefined,
  defaultFont: string | null,
  sharedTexts: ReadonlyMap<number, readonly RichRun[]>,
): CellLooks {
  const fonts = new Map<number, string>();
  const struck = new Set<number>();
  const richTexts = new Map<number, readonly RichRun[]>();
  const note = (row: number, column: number, format: number): void => {
    const font = fontOf(format);
    if (!font) return;
    if (font.name !== '' && font.name !== defaultFont) fonts.set(row * COLUMNS + column, font.name);
    if (font.struck) struck.add(row * COLUMNS + column);
  };
  let depth = 0;
  for (const record of listRecords(view, position)) {
    const { type, start, end } = record;
    // Charts lie in the sheet as substreams of their own.
    if (type === BOF) depth++;
    if (depth > 1 || end - start < 6) continue;
    const row = view.getUint16(start, true);
    const column = view.getUint16(start + 2, true);
    if (type === MULTIPLE_NUMBERS) {
      for (let at = start + 4, index = 0; at + 8 <= end; at += 6, index++) note(row, column + index, view.getUint16(at, true));
    } else if (type === LABEL_SHARED || SINGLE_CELLS.includes(type)) {
      note(row, column, view.getUint16(start + 4, true));
      const runs = type === LABEL_SHARED && end - start >= 10 ? sharedTexts.get(view.getUint32(start + 6, true)) : undefined;
      if (runs) richTexts.set(row * COLUMNS + column, runs);
    }
  }
  return { fonts, struck, richTexts };
}

/** The pieces of a record that goes on in CONTINUE records. */
function chunksOf(records: readonly BiffRecord[], index: number): BiffRecord[] {
  let last = index + 1;
  while (last < records.length && (records[last] as BiffRecord).type === CONTINUE) last++;
  return records.slice(index, last);
}

/** The shared strings that have fonts of their own in places, by their numbers. */
function readRichTexts(
  stream: Uint8Array,
  view: DataView,
  chunks: readonly BiffRecord[],
  fonts: readonly BiffFont[],
): Map<number, readonly RichRun[]> {
  const texts = new Map<number, readonly RichRun[]>();
  let chunk = 0;
  let position = (chunks[0] as BiffRecord).start + 8;
  const end = (): number => (chunks[chunk] as BiffRecord).end;
  /** Moves to the next piece where this one is used up; false at the end of all. */
  const available = (): boolean => {
    while (position >= end()) {
      if (chunk + 1 >= chunks.length) return false;
      position = (chunks[++chunk] as BiffRecord).start;
    }
    return true;
  };
  const take = (bytes: number): number => {
    let value = 0;
    for (let index = 0; index < bytes && available(); index++) value += (stream[position++] as number) * 256 ** index;
    return value;
  };
  const count = view.getUint32((chunks[0] as BiffRecord).start + 4, true);
  for (let number = 0; number < count && available(); number++) {
    const length = take(2);
    const flags = take(1);
    const runCount = flags & 8 ? take(2) : 0;
    let extra = flags & 4 ? take(4) : 0;
    let wide = (flags & 1) !== 0;
    let text = '';
    while (text.length < length) {
      const before = chunk;
      if (!available()) return texts;
      // A string that goes on in the next piece says anew how wide its characters are there.
      if (chunk !== before) wide = ((stream[position++] as number) & 1) !== 0;
      text += String.fromCharCode(take(wide ? 2 : 1));
    }
    const runs: { from: number; font: BiffFont | undefined }[] = [];
    for (let run = 0; run < runCount && available(); run++) runs.push({ from: take(2), font: fontAt(fonts, take(2)) });
    while (extra > 0 && available()) {
      const step = Math.min(extra, end() - position);
      position += step;
      extra -= step;
    }
    if (runs.length > 0) texts.set(number, cutRuns(text, runs));
  }
  return texts;
}

function cutRuns(text: string, runs: readonly { readonly from: number; readonly font: BiffFont | undefined }[]): RichRun[] {
  const first = runs[0];
  const cut: RichRun[] = [];
  if (first && first.from > 0) cut.push({ text: text.slice(0, first.from), font: undefined, struck: false, formatted: false });
  runs.forEach(({ from, font }, index) => {
    const next = runs[index + 1];
    const piece = text.slice(from, next ? next.from : undefined);
    cut.push({
      text: piece,
      font: font && font.name !== '' ? font.name : undefined,
      struck: font !== undefined && font.struck,
      formatted: font !== undefined,
    });
  });
  return cut;
}
