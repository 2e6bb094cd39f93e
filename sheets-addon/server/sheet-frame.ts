import type { DesignCell, DesignRange, SheetDesign } from '../../core/summary/design';

/** A sheet of ours without its cells. */
export type SheetFrame = Omit<SheetDesign, 'kind' | 'print' | 'cells' | 'merges'>;

/** Rows of a sheet that are written at once. Cells and merges are told in rows and columns of the sheet. */
export interface SheetBlock {
  readonly first: number;
  readonly count: number;
  readonly cells: readonly DesignCell[];
  readonly merges: readonly DesignRange[];
}
