import type { CellRange, Span } from '../../core/workbook/workbook';
import type { SheetView } from './sheet-view';

/** The stretch between two edges that holds a place: the last index whose edge is not behind it. */
export function indexAt(edges: Float64Array, place: number): number {
  let [low, high] = [0, Math.max(0, edges.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first entry of an ascending list that is not below a value. */
function firstNotBelow(list: Uint32Array, value: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places of the cells (in the view's lists) that lie in a window, those included whose merged area reaches into it. */
export function cellsIn(view: SheetView, window: CellRange): number[] {
  const found: number[] = [];
  for (
    let index = firstNotBelow(view.rows, window.top);
    index < view.rows.length && (view.rows[index] as number) <= window.bottom;
    index++
  ) {
    const column = view.columns[index] as number;
    if (column >= window.left && column <= window.right) found.push(index);
  }
  for (const area of view.areas) {
    const startsInside = area.top >= window.top && area.left >= window.left;
    if (startsInside || area.top > window.bottom || area.left > window.right || area.bottom < window.top || area.right < window.left)
      continue;
    const index = findCell(view, area.top, area.left);
    if (index !== null) found.push(index);
  }
  return found;
}

/** The place of a cell in the view's lists, null where nothing stands there. */
export function findCell(view: SheetView, row: number, column: number): number | null {
  for (let index = firstNotBelow(view.rows, row); index < view.rows.length && view.rows[index] === row; index++) {
    if (view.columns[index] === column) return index;
  }
  return null;
}

/** The merged area that a cell lies in, null where it stands alone. */
export function areaAt(view: SheetView, row: number, column: number): CellRange | null {
  return view.areas.find((area) => area.top <= row && area.bottom >= row && area.left <= column && area.right >= column) ?? null;
}

/** True where a row or column is in one of the hidden stretches. */
export function isIn(spans: readonly Span[], index: number): boolean {
  return spans.some(([first, last]) => first <= index && index <= last);
}
