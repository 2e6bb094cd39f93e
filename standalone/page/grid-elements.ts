import { columnName } from '../../core/workbook/references';
import { isIn } from './grid-window';
import type { SheetView } from './sheet-view';

/** The measures of column letters and row numbers, in pixels. */
export const HEAD_HEIGHT = 24;
export const HEAD_WIDTH = 48;

interface Columns {
  readonly left: number;
  readonly right: number;
}

/** An element of the grid with its class and role. */
export function make(className: string, role?: string): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className;
  if (role !== undefined) element.setAttribute('role', role);
  return element;
}

/** Sets where an element lies and how large it is, in pixels. */
export function placeBox(element: HTMLElement, box: { top?: number; left?: number; width?: number; height?: number }): void {
  for (const [side, length] of Object.entries(box)) element.style.setProperty(side, `${length}px`);
}

/** The letters above the columns in sight; a hidden column is greyed over its whole height. */
export function columnHeads(view: SheetView, window: Columns, selected: number): HTMLElement[] {
  const cells: HTMLElement[] = [];
  for (let column = window.left; column <= window.right; column++) {
    const head = make('grid-column-head', 'columnheader');
    const hidden = isIn(view.hiddenColumns, column);
    head.textContent = columnName(column);
    head.setAttribute('aria-colindex', String(column + 1));
    if (hidden) head.classList.add('grid-hidden');
    if (hidden) head.setAttribute('aria-label', `Cột ${columnName(column)}, đang ẩn trong tệp`);
    if (column === selected) head.classList.add('grid-head-selected');
    const left = view.columnLefts[column] as number;
    const width = (view.columnLefts[column + 1] as number) - left;
    placeBox(head, { left, width });
    cells.push(head);
    if (!hidden) continue;
    const veil = make('grid-veil', 'presentation');
    placeBox(veil, { top: HEAD_HEIGHT, left, width, height: view.rowTops[view.rowTops.length - 1] as number });
    cells.push(veil);
  }
  return cells;
}

/** The lines between columns, which cells without content don't draw. */
export function columnLines(view: SheetView, window: Columns): HTMLElement[] {
  return Array.from({ length: window.right - window.left + 1 }, (_, index) => {
    const line = make('grid-line', 'presentation');
    placeBox(line, { left: (view.columnLefts[window.left + index + 1] as number) + HEAD_WIDTH - 1 });
    return line;
  });
}
