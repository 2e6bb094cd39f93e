import type { CellStyle, DesignCell, SheetDesign } from '../../core/summary/design';
import type { CellExtras, PackedCell, SheetPart } from '../server/sheet-part';

/** What one call may carry: Google kills a script after six minutes, and large messages are slow to be sent again. */
export interface PartLimits {
  /** Rows × columns of the sheet. */
  readonly cells: number;
  /** Of the packed rows as JSON. */
  readonly characters: number;
}

/** Some 40,000 cells take a script well under a minute. */
export const partLimits: PartLimits = { cells: 40000, characters: 1500000 };

function packCell({ column, value, quotePrefix, link }: DesignCell, look: number): PackedCell {
  const extras: CellExtras = { ...(quotePrefix === undefined ? {} : { quotePrefix }), ...(link === undefined ? {} : { link }) };
  return Object.keys(extras).length === 0 ? [column, value, look] : [column, value, look, extras];
}

/** Numbers looks as they come; the same look is one number. */
function lookNumbers() {
  const looks: CellStyle[] = [];
  const byObject = new Map<CellStyle, number>();
  const byContent = new Map<string, number>();
  return {
    looks,
    numberOf(style: CellStyle): number {
      let number = byObject.get(style);
      if (number !== undefined) return number;
      const content = JSON.stringify(style);
      number = byContent.get(content) ?? looks.push(style) - 1;
      byContent.set(content, number);
      byObject.set(style, number);
      return number;
    },
  };
}

/** The last rows of the parts, so that none is beyond the limits and no merged area is in two. */
function lastRows(rows: readonly (readonly PackedCell[])[], design: SheetDesign, limits: PartLimits): number[] {
  const most = Math.max(1, Math.floor(limits.cells / design.columns.length));
  const ends: number[] = [];
  let [first, characters] = [0, 0];
  rows.forEach((row, index) => {
    const own = JSON.stringify(row).length;
    const full = index - first >= most || characters + own > limits.characters;
    const splits = design.merges.some((merge) => merge.top < index && merge.bottom >= index);
    if (index > first && full && !splits) {
      ends.push(index - 1);
      [first, characters] = [index, 0];
    }
    characters += own;
  });
  return ends.concat(rows.length - 1);
}

/** A sheet as the server takes it, in one part or, beyond the limits, in several. */
export function packSheet(design: SheetDesign, limits: PartLimits): SheetPart[] {
  const { kind: _kind, print: _print, cells, merges, columns, rows: heights, ...frame } = design;
  const { looks, numberOf } = lookNumbers();
  const rows = heights.map((): PackedCell[] => []);
  for (const cell of cells) rows[cell.row]?.push(packCell(cell, numberOf(cell.style)));
  let first = 0;
  return lastRows(rows, design, limits).map((last) => {
    const part: SheetPart = {
      frame,
      widths: columns.map(({ width }) => width),
      heights: heights.map(({ height }) => height),
      looks,
      first,
      rows: rows.slice(first, last + 1),
      merges: merges
        .filter((merge) => merge.top >= first && merge.top <= last)
        .map(({ top, left, bottom, right }) => [top, left, bottom, right] as const),
    };
    first = last + 1;
    return part;
  });
}
