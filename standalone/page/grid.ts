import type { Severity } from '../../core/assessment';
import { columnName, formatAddress } from '../../core/workbook/references';
import { ERROR, NUMBER } from './sheet-view';
import type { SheetView } from './sheet-view';
import { areaAt, cellsIn, findCell, indexAt, isIn } from './grid-window';
import { placeAfterKey } from './grid-keys';
import type { Place } from './grid-keys';

/** Room around what is in sight that is drawn too, in pixels. */
const MARGIN = 300;
const HEAD_HEIGHT = 24;
const HEAD_WIDTH = 48;

export const severityMarks: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', info: 'i' };
const severityNames: Readonly<Record<Severity, string>> = { error: 'có lỗi', warning: 'cần xem lại', info: 'có lưu ý' };

export interface GridEvents {
  /** Another cell was selected, by the officer or by `select`. */
  onSelect(place: Place): void;
  /** She pressed Escape: back to where she came from. */
  onLeave(): void;
  /** Ctrl with PageUp or PageDown: the sheet before or after. */
  onTurn(step: 1 | -1): void;
}

/** A read-only grid that draws only what is in sight. */
export interface Grid {
  readonly element: HTMLElement;
  show(view: SheetView | null, marks: ReadonlyMap<string, Severity>): void;
  /** Selects a cell and brings it into sight; `focus` also moves the keyboard there. */
  select(place: Place, focus: boolean): void;
}

function make(className: string, role?: string): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className;
  if (role !== undefined) element.setAttribute('role', role);
  return element;
}

function placeBox(element: HTMLElement, box: { top?: number; left?: number; width?: number; height?: number }): void {
  for (const [side, length] of Object.entries(box)) element.style.setProperty(side, `${length}px`);
}

/** Makes an empty grid. `label` is what a screen reader calls it. */
export function createGrid(label: string, events: GridEvents): Grid {
  const element = make('grid', 'grid');
  element.tabIndex = 0;
  element.setAttribute('aria-label', label);
  element.setAttribute('aria-readonly', 'true');
  const sheet = make('grid-sheet', 'presentation');
  const corner = make('grid-corner', 'presentation');
  const heads = make('grid-heads', 'row');
  const body = make('grid-body', 'rowgroup');
  sheet.append(corner, heads, body);
  element.append(sheet);

  let view: SheetView | null = null;
  let marks: ReadonlyMap<string, Severity> = new Map();
  let selected: Place = { row: 0, column: 0 };
  let drawn = '';

  function boxOf(place: Place): { top: number; left: number; width: number; height: number } {
    const shown = view as SheetView;
    const area = areaAt(shown, place.row, place.column) ?? { top: place.row, bottom: place.row, left: place.column, right: place.column };
    const edge = (edges: Float64Array, index: number): number => edges[Math.min(index, edges.length - 1)] as number;
    const [top, left] = [edge(shown.rowTops, area.top), edge(shown.columnLefts, area.left)];
    return { top, left, width: edge(shown.columnLefts, area.right + 1) - left, height: edge(shown.rowTops, area.bottom + 1) - top };
  }

  function drawCell(row: number, column: number, rowTop: number): HTMLElement {
    const shown = view as SheetView;
    const index = findCell(shown, row, column);
    const cell = make('grid-cell', 'gridcell');
    cell.id = `cell-${formatAddress(row, column)}`;
    cell.setAttribute('aria-colindex', String(column + 1));
    const look = index === null ? 0 : (shown.looks[index] as number);
    if (look === NUMBER) cell.classList.add('grid-number');
    if (look === ERROR) cell.classList.add('grid-fault');
    const text = make('grid-text', 'presentation');
    text.textContent = index === null ? '' : (shown.texts[index] as string);
    cell.append(text);
    const severity = marks.get(`${row} ${column}`);
    if (severity !== undefined) {
      const mark = make(`grid-mark grid-mark-${severity}`, 'img');
      mark.setAttribute('aria-label', severityNames[severity]);
      mark.textContent = severityMarks[severity];
      cell.classList.add(`grid-marked-${severity}`);
      cell.append(mark);
    }
    if (row === selected.row && column === selected.column) {
      cell.classList.add('grid-selected');
      cell.setAttribute('aria-selected', 'true');
    }
    const { top, ...box } = boxOf({ row, column });
    placeBox(cell, { ...box, left: box.left + HEAD_WIDTH, top: top - rowTop });
    return cell;
  }

  function drawHeads(window: { left: number; right: number }): void {
    const shown = view as SheetView;
    const cells: HTMLElement[] = [];
    for (let column = window.left; column <= window.right; column++) {
      const head = make('grid-column-head', 'columnheader');
      const hidden = isIn(shown.hiddenColumns, column);
      head.textContent = columnName(column);
      head.setAttribute('aria-colindex', String(column + 1));
      if (hidden) head.classList.add('grid-hidden');
      if (hidden) head.setAttribute('aria-label', `Cột ${columnName(column)}, đang ẩn trong tệp`);
      if (column === selected.column) head.classList.add('grid-head-selected');
      const left = shown.columnLefts[column] as number;
      placeBox(head, { left, width: (shown.columnLefts[column + 1] as number) - left });
      cells.push(head);
      if (hidden) {
        const veil = make('grid-veil', 'presentation');
        placeBox(veil, {
          left,
          width: (shown.columnLefts[column + 1] as number) - left,
          height: shown.rowTops[shown.rowTops.length - 1] as number,
        });
        veil.style.setProperty('top', `${HEAD_HEIGHT}px`);
        cells.push(veil);
      }
    }
    heads.replaceChildren(...cells);
  }

  /** The lines between columns, which cells without content don't draw. */
  function columnLines(window: { left: number; right: number }): HTMLElement[] {
    return Array.from({ length: window.right - window.left + 1 }, (_, index) => {
      const line = make('grid-line', 'presentation');
      placeBox(line, { left: ((view as SheetView).columnLefts[window.left + index + 1] as number) + HEAD_WIDTH - 1 });
      return line;
    });
  }

  function draw(force = false): void {
    const shown = view;
    if (shown === null) return;
    const window = {
      top: indexAt(shown.rowTops, element.scrollTop - MARGIN),
      bottom: indexAt(shown.rowTops, element.scrollTop + element.clientHeight + MARGIN),
      left: indexAt(shown.columnLefts, element.scrollLeft - MARGIN),
      right: indexAt(shown.columnLefts, element.scrollLeft + element.clientWidth + MARGIN),
    };
    const key = `${window.top} ${window.bottom} ${window.left} ${window.right} ${selected.row} ${selected.column}`;
    if (key === drawn && !force) return;
    drawn = key;
    drawHeads(window);
    const byRow = new Map<number, Set<number>>();
    const want = (row: number, column: number): void => {
      const known = byRow.get(row);
      if (known === undefined) byRow.set(row, new Set([column]));
      else known.add(column);
    };
    for (let row = window.top; row <= window.bottom; row++) byRow.set(row, new Set());
    for (const index of cellsIn(shown, window)) {
      const [row, column] = [shown.rows[index] as number, shown.columns[index] as number];
      const area = areaAt(shown, row, column);
      if (area === null || (area.top === row && area.left === column)) want(row, column);
    }
    marks.forEach((_, place) => {
      const [row = 0, column = 0] = place.split(' ').map(Number);
      if (row >= window.top && row <= window.bottom && column >= window.left && column <= window.right) want(row, column);
    });
    const near =
      selected.row >= window.top && selected.row <= window.bottom && selected.column >= window.left && selected.column <= window.right;
    if (near) want(selected.row, selected.column);
    const rows = Array.from(byRow.keys()).sort((one, other) => one - other);
    body.replaceChildren(
      ...columnLines(window),
      ...rows.map((row) => {
        const top = shown.rowTops[row] as number;
        const line = make('grid-row', 'row');
        line.setAttribute('aria-rowindex', String(row + 2));
        placeBox(line, { top, height: (shown.rowTops[row + 1] as number) - top });
        const head = make('grid-row-head', 'rowheader');
        head.textContent = String(row + 1);
        if (isIn(shown.hiddenRows, row)) {
          line.classList.add('grid-hidden');
          head.setAttribute('aria-label', `Dòng ${row + 1}, đang ẩn trong tệp`);
        }
        if (row === selected.row) head.classList.add('grid-head-selected');
        const columns = Array.from(byRow.get(row) as Set<number>).sort((one, other) => one - other);
        line.append(head, ...columns.map((column) => drawCell(row, column, top)));
        return line;
      }),
    );
    if (near) element.setAttribute('aria-activedescendant', `cell-${formatAddress(selected.row, selected.column)}`);
    else element.removeAttribute('aria-activedescendant');
  }

  function bringIntoSight(): void {
    const box = boxOf(selected);
    const [width, height] = [element.clientWidth - HEAD_WIDTH, element.clientHeight - HEAD_HEIGHT];
    const outside = (start: number, length: number, scroll: number, room: number): boolean =>
      start < scroll || start + Math.min(length, room) > scroll + room;
    if (outside(box.top, box.height, element.scrollTop, height)) element.scrollTop = Math.max(0, box.top - height / 3);
    if (outside(box.left, box.width, element.scrollLeft, width))
      element.scrollLeft = Math.max(0, Math.min(box.left, box.left + box.width + 60 - width));
  }

  function select(place: Place, focus: boolean): void {
    if (view === null) return;
    const area = areaAt(view, place.row, place.column);
    selected = area === null ? place : { row: area.top, column: area.left };
    if (focus) element.focus({ preventScroll: true });
    bringIntoSight();
    draw();
    events.onSelect(selected);
  }

  let waiting = false;
  const drawSoon = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  };
  element.addEventListener('scroll', drawSoon, { passive: true });
  new ResizeObserver(drawSoon).observe(element);
  element.addEventListener('keydown', (event) => {
    if (view === null || event.altKey) return;
    if (event.key === 'Escape') return events.onLeave();
    if ((event.ctrlKey || event.metaKey) && (event.key === 'PageDown' || event.key === 'PageUp')) {
      event.preventDefault();
      return events.onTurn(event.key === 'PageDown' ? 1 : -1);
    }
    const pageRows = Math.max(
      1,
      indexAt(view.rowTops, element.scrollTop + element.clientHeight) - indexAt(view.rowTops, element.scrollTop) - 1,
    );
    const next = placeAfterKey(view, selected, event.key, event.ctrlKey || event.metaKey, pageRows);
    if (next === null) return;
    event.preventDefault();
    select(next, false);
  });
  element.addEventListener('mousedown', (event) => {
    const bounds = body.getBoundingClientRect();
    const [left, top] = [event.clientX - bounds.left - HEAD_WIDTH, event.clientY - bounds.top];
    if (view === null || left < 0 || top < 0 || (event.target as HTMLElement).closest('.grid-row-head, .grid-heads') !== null) return;
    select({ row: indexAt(view.rowTops, top), column: indexAt(view.columnLefts, left) }, true);
  });

  return {
    element,
    select,
    show(next, nextMarks) {
      const another = next !== view;
      view = next;
      marks = nextMarks;
      drawn = '';
      if (next === null) {
        heads.replaceChildren();
        body.replaceChildren();
        return;
      }
      element.setAttribute('aria-rowcount', String(next.rowTops.length));
      element.setAttribute('aria-colcount', String(next.columnLefts.length - 1));
      const [width, height] = [next.columnLefts[next.columnLefts.length - 1] as number, next.rowTops[next.rowTops.length - 1] as number];
      placeBox(sheet, { width: width + HEAD_WIDTH, height: height + HEAD_HEIGHT });
      if (another) {
        selected = { row: 0, column: 0 };
        element.scrollTo(0, 0);
      }
      draw(true);
    },
  };
}
