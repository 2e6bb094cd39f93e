import type { CellLink, CellStyle, DesignCell, SheetDesign } from '../../core/summary/design';
import type { SheetBlock, SheetFrame } from './sheet-frame';

/** What few cells have beside a value and a look. */
export interface CellExtras {
  readonly quotePrefix?: true;
  readonly link?: CellLink;
}

/** One cell: its column, its value, the index of its look, and what few cells have beside. */
export type PackedCell = readonly [column: number, value: string | number | null, look: number, extras?: CellExtras];

/**
 * Some rows of a sheet as the sidebar sends them: a few bytes a cell, where a design has hundreds. `first` is the first row's index; a row
 * without cells is an empty list. Rows of a merged area are never in two parts.
 */
export interface SheetPart {
  readonly frame: Omit<SheetDesign, 'kind' | 'print' | 'cells' | 'merges' | 'columns' | 'rows'>;
  /** Widths in characters of seven pixels. */
  readonly widths: readonly number[];
  /** Heights in points, of all rows of the sheet. */
  readonly heights: readonly number[];
  readonly looks: readonly CellStyle[];
  readonly first: number;
  readonly rows: readonly (readonly PackedCell[])[];
  readonly merges: readonly (readonly [top: number, left: number, bottom: number, right: number])[];
}

/** A part as the writer takes it. */
export function unpackPart(part: SheetPart): { readonly frame: SheetFrame; readonly block: SheetBlock } {
  const cells: DesignCell[] = [];
  part.rows.forEach((row, index) => {
    for (const [column, value, look, extras] of row)
      cells.push({ row: part.first + index, column, value, style: part.looks[look] as CellStyle, ...extras });
  });
  return {
    frame: {
      ...part.frame,
      columns: part.widths.map((width) => ({ width })),
      rows: part.heights.map((height) => ({ height })),
    },
    block: {
      first: part.first,
      count: part.rows.length,
      cells,
      merges: part.merges.map(([top, left, bottom, right]) => ({ top, left, bottom, right })),
    },
  };
}
