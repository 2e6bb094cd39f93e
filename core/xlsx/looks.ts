import type { RichRun } from './strings';

/** How the cells of a sheet look as far as the legacy library does not tell it, by place (row × 16,384 + column). */
export interface CellLooks {
  /** The font where it is not the workbook's default one. */
  readonly fonts: ReadonlyMap<number, string>;
  /** Cells that are struck through as a whole. */
  readonly struck: ReadonlySet<number>;
  /** Texts that have fonts of their own in places. */
  readonly richTexts: ReadonlyMap<number, readonly RichRun[]>;
}
