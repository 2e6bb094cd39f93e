import type { CellLink, CellStyle, DesignCell, DesignRange, HandEntries } from './design';
import { columnPoints, countLines } from './measure';
import { screenText } from './screen';
import { resolveStyle } from './styles';
import { formatPoints } from './words';

/** One cell, or one merged stretch of a row, to be put into a row. */
export interface Piece {
  readonly from: number;
  /** Last column of a merged stretch; left out for one cell. */
  readonly to?: number;
  readonly value: string | number | null;
  readonly style: CellStyle;
  readonly link?: CellLink | null;
  /** The lasting name of a cell meant for the hand; `value` is then its placeholder. */
  readonly hand?: string;
}

/** A hand cell as placed, with the placeholder it was given. */
export interface PlacedHand {
  readonly key: string;
  readonly row: number;
  readonly column: number;
  readonly placeholder: string;
}

/** Puts rows under each other; heights follow from what the cells hold. */
export interface SheetBuilder {
  /** Adds a row and returns its index. `height` in points; left out, it is reckoned from the texts. */
  add(pieces: readonly Piece[], height?: number): number;
  /** Adds `count` empty rows. */
  skip(count?: number, height?: number): void;
  /** The index of the next row. */
  next(): number;
  /** Merges cells of several rows; each of them must have been put there. */
  merge(range: DesignRange): void;
  cells(): readonly DesignCell[];
  merges(): readonly DesignRange[];
  heights(): readonly { readonly height: number }[];
  hands(): readonly PlacedHand[];
}

const LEAST_HEIGHT = 16.5;
const MOST_HEIGHT = 400;

/** Starts a sheet with these column widths; cells of the hand get back what `entries` kept for them. */
export function buildSheet(widths: readonly number[], entries: HandEntries): SheetBuilder {
  const cells: DesignCell[] = [];
  const merges: DesignRange[] = [];
  const heights: { height: number }[] = [];
  const hands: PlacedHand[] = [];

  function widthOf(piece: Piece): number {
    let width = 0;
    for (let column = piece.from; column <= (piece.to ?? piece.from); column++) width += widths[column] ?? 8;
    return columnPoints(width) - 1;
  }

  function heightOf(pieces: readonly Piece[]): number {
    let height = LEAST_HEIGHT;
    for (const piece of pieces) {
      const kept = piece.hand === undefined ? undefined : entries[piece.hand];
      const shown = kept ? kept.value : piece.value;
      const text = typeof shown === 'number' ? formatPoints(shown) : (shown ?? '');
      const { size, bold, wrap } = piece.style;
      const lines = wrap ? countLines(text, widthOf(piece), size, bold) : 1;
      height = Math.max(height, lines * size * 1.22 + 4);
    }
    return Math.min(MOST_HEIGHT, Math.round(height * 4) / 4);
  }

  function place(row: number, piece: Piece): void {
    const kept = piece.hand === undefined ? undefined : entries[piece.hand];
    const shown = kept ? kept.value : piece.value;
    if (piece.hand !== undefined) hands.push({ key: piece.hand, row, column: piece.from, placeholder: String(piece.value ?? '') });
    const screened = typeof shown === 'string' ? screenText(shown) : null;
    const numberFormat = kept?.numberFormat ?? (screened?.literal ? '@' : piece.style.numberFormat);
    const style = numberFormat === piece.style.numberFormat ? piece.style : { ...piece.style, numberFormat };
    cells.push({
      row,
      column: piece.from,
      value: screened ? screened.text : shown,
      style,
      ...(piece.link ? { link: piece.link } : {}),
      ...(screened?.quotePrefix ? { quotePrefix: true as const } : {}),
      ...(piece.hand === undefined ? {} : { hand: piece.hand }),
    });
    const last = piece.to ?? piece.from;
    if (last > piece.from && !placeCovered(row, piece, last)) merges.push({ top: row, left: piece.from, bottom: row, right: last });
  }

  /** The cells under a merged stretch. Those of the hand's are the hand's too; true where one holds something, so that nothing may cover it. */
  function placeCovered(row: number, { from, style, hand }: Piece, last: number): boolean {
    let written = false;
    for (let column = from + 1; column <= last; column++) {
      const key = hand === undefined ? undefined : `${hand}+${column - from}`;
      const kept = key === undefined ? undefined : entries[key];
      if (kept) written = true;
      place(row, {
        from: column,
        value: null,
        style,
        ...(key === undefined ? {} : { hand: key }),
      });
    }
    return written;
  }

  return {
    add(pieces, height) {
      const row = heights.length;
      heights.push({ height: height ?? heightOf(pieces) });
      for (const piece of pieces) place(row, piece);
      return row;
    },
    skip(count = 1, height = 8) {
      for (let index = 0; index < count; index++) heights.push({ height });
    },
    next: () => heights.length,
    merge(range) {
      merges.push(range);
    },
    cells: () => cells.slice().sort((first, second) => first.row - second.row || first.column - second.column),
    merges: () => merges,
    heights: () => heights,
    hands: () => hands,
  };
}

/** A cell with one of the named looks. */
export function piece(
  from: number,
  value: string | number | null,
  name: Parameters<typeof resolveStyle>[0],
  more: Partial<Omit<Piece, 'style'>> & { style?: Parameters<typeof resolveStyle>[1] } = {},
): Piece {
  const { style, ...rest } = more;
  return { from, value, ...rest, style: resolveStyle(name, style) };
}
