import { formatRange } from '../../core/workbook/references';
import type { DesignCell, DesignRange } from '../../core/summary/design';

/** A table of `rows` × `columns` with the same content everywhere. */
export function fill<Value>(rows: number, columns: number, value: Value): Value[][] {
  return Array.from({ length: rows }, () => new Array<Value>(columns).fill(value));
}

/** A table with what each cell of the design says, `other` where it has no cell. Its rows begin with the sheet's row `first`. */
export function tableOf<Value>(
  rows: number,
  columns: number,
  cells: readonly DesignCell[],
  other: Value,
  of: (cell: DesignCell) => Value,
  first = 0,
): Value[][] {
  const table = fill(rows, columns, other);
  for (const cell of cells) (table[cell.row - first] as Value[])[cell.column] = of(cell);
  return table;
}

/** Stretches of neighbours with the same content: `[first, last]`, in order. */
export function stretches<Value>(values: readonly Value[]): { readonly first: number; readonly last: number; readonly value: Value }[] {
  const found: { first: number; last: number; value: Value }[] = [];
  values.forEach((value, index) => {
    const previous = found[found.length - 1];
    if (previous !== undefined && previous.value === value) previous.last = index;
    else found.push({ first: index, last: index, value });
  });
  return found;
}

/** Rows that are merged over the same columns, one below the other, as one area each: they can be merged by one call. */
export function stackMerges(merges: readonly DesignRange[]): { readonly area: DesignRange; readonly across: boolean }[] {
  const sorted = merges.slice().sort((first, second) => first.left - second.left || first.right - second.right || first.top - second.top);
  const stacked: { area: DesignRange; across: boolean }[] = [];
  for (const merge of sorted) {
    const previous = stacked[stacked.length - 1];
    const flat = merge.top === merge.bottom;
    if (
      previous !== undefined &&
      flat &&
      (previous.across || previous.area.top === previous.area.bottom) &&
      previous.area.left === merge.left &&
      previous.area.right === merge.right &&
      previous.area.bottom + 1 === merge.top
    ) {
      previous.area = { ...previous.area, bottom: merge.bottom };
      previous.across = true;
    } else stacked.push({ area: merge, across: false });
  }
  return stacked;
}

/** Places as the addresses of few rectangles. With `down` false, cells of different rows stay apart; with `along` false, those of different columns too. */
export function rectangles(places: readonly { readonly row: number; readonly column: number }[], along: boolean, down: boolean): string[] {
  const sorted = places.slice().sort((first, second) => first.row - second.row || first.column - second.column);
  const strips: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const { row, column } of sorted) {
    const previous = strips[strips.length - 1];
    if (along && previous !== undefined && previous.top === row && previous.right + 1 === column) previous.right = column;
    else strips.push({ top: row, bottom: row, left: column, right: column });
  }
  if (!down) return strips.map(formatRange);
  const open = new Map<string, { top: number; bottom: number; left: number; right: number }>();
  const done: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const strip of strips) {
    const key = `${strip.left}-${strip.right}`;
    const above = open.get(key);
    if (above !== undefined && above.bottom + 1 === strip.top) above.bottom = strip.bottom;
    else {
      open.set(key, strip);
      done.push(strip);
    }
  }
  return done.map(formatRange);
}
