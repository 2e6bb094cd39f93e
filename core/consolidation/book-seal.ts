import { piece, type Piece, type SheetBuilder } from '../summary/builder';
import type { CellStyle, ChartDesign, DesignRange, SheetDesign, StampCell, StyleName } from '../summary/design';
import { stampPrefixes } from '../summary/stamp';
import { resolveStyle } from '../summary/styles';
import { printSetup } from '../summary/summary';
import { BOOK_FORMAT, bookSheets, bookStartText, formatBookStamp, hashRowCodes, type BookSheet } from './book-words';
import type { Consolidation } from './consolidation';

/** Puts the stamp under a sheet of the book. `codes` are those of its coded rows. Nothing may be added afterwards. */
export function sealBookSheet(
  builder: SheetBuilder,
  columnCount: number,
  sheet: BookSheet,
  consolidation: Consolidation,
  codes: readonly string[] = [],
): StampCell {
  const text = formatBookStamp({
    format: BOOK_FORMAT,
    sheet: bookSheets[sheet],
    time: consolidation.time,
    version: consolidation.version,
    standard: consolidation.standard,
    year: consolidation.year,
    district: consolidation.district,
    province: consolidation.province,
    rows: codes.length,
    rowsHash: hashRowCodes(codes),
  });
  const row = builder.add([piece(0, text, 'stamp', { to: columnCount - 1 })], 11);
  return { row, column: 0, startText: bookStartText(bookSheets[sheet]), text, prefixes: stampPrefixes('district') };
}

/** What differs from sheet to sheet. */
export interface SheetParts {
  readonly sheet: BookSheet;
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly repeatRows: readonly [number, number] | null;
  readonly autoFilter: DesignRange | null;
  readonly chart?: ChartDesign | null;
  readonly codes?: readonly string[];
}

/** A sheet of the book, finished and stamped. */
export function finishSheet(builder: SheetBuilder, consolidation: Consolidation, parts: SheetParts): SheetDesign {
  const stampCell = sealBookSheet(builder, parts.widths.length, parts.sheet, consolidation, parts.codes);
  return {
    kind: 'district',
    name: bookSheets[parts.sheet],
    replaces: null,
    columns: parts.widths.map((width) => ({ width })),
    rows: builder.heights(),
    cells: builder.cells(),
    merges: builder.merges(),
    frozenRows: parts.frozenRows,
    print: { ...printSetup, repeatRows: parts.repeatRows },
    autoFilter: parts.autoFilter,
    chart: parts.chart ?? null,
    stampCell,
  };
}

const kept = new Map<string, CellStyle>();

/** One of the named looks; the same one is the same object, since a book has hundreds of thousands of cells. */
export function look(name: StyleName, overrides: Partial<Omit<CellStyle, 'name' | 'font'>> = {}): CellStyle {
  const key = `${name} ${JSON.stringify(overrides)}`;
  let style = kept.get(key);
  if (style === undefined) {
    style = resolveStyle(name, overrides);
    kept.set(key, style);
  }
  return style;
}

/** A cell with a kept look. */
export function cell(
  from: number,
  value: string | number | null,
  style: CellStyle,
  more: Partial<Omit<Piece, 'style' | 'from' | 'value'>> = {},
): Piece {
  return { from, value, style, ...more };
}

/** Title, place and time of a sheet of the book. Returns nothing; the table follows. */
export function addTitle(
  builder: SheetBuilder,
  consolidation: Consolidation,
  title: string,
  last: number,
  notes: readonly string[] = [],
): void {
  const { district, province, year, time } = consolidation;
  const place = [district, province].filter((part) => part !== null).join(', ');
  const when = /^(\d{4})-(\d\d)-(\d\d)/.exec(time);
  const about = [place, year === null ? '' : `năm ${year}`, when === null ? '' : `lập ngày ${when[3]}/${when[2]}/${when[1]}`].filter(
    (part) => part !== '',
  );
  builder.add([cell(0, title, look('title'), { to: last })], 24);
  builder.add([cell(0, about.join(' – '), look('title', { size: 12, bold: false }), { to: last })], 18);
  for (const note of notes) builder.add([cell(0, note, look('note'), { to: last })]);
  builder.skip(1, 6);
}
