import type { Severity } from '../../core/assessment';
import { formatAddress } from '../../core/workbook/references';
import type { Span } from '../../core/workbook/workbook';
import { ERROR, NUMBER } from './sheet-view';
import type { SheetView } from './sheet-view';
import { columnHeads, columnLines, HEAD_HEIGHT, HEAD_WIDTH, make, placeBox } from './grid-elements';
import { areaAt, cellsIn, findCell, indexAt, isIn } from './grid-window';
import { placeAfterKey } from './grid-keys';
import type { Place } from './grid-keys';

/** Room around what is in sight that is drawn too, in pixels. */
const MARGIN = 300;

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

/** What is known of a sheet's cells beside what they hold. */
export interface Markings {
  /** By row and column, joined by a space. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** The rows of each table's heading, ascending: they stay in sight above what is below them. */
  readonly headings: readonly Span[];
}

const nothing: Markings = { severities: new Map(), headings: [] };

/** A read-only grid that draws only what is in sight. */
export interface Grid {
  readonly element: HTMLElement;
  /** `stay` keeps selection and scroll where the sheet was read anew. */
  show(view: SheetView | null, marks: Markings, stay?: boolean): void;
  selected(): Place;
  /** Selects a cell and brings it into sight; `focus` also moves the keyboard there. */
  select(place: Place, focus: boolean): void;
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
  const band = make('grid-band', 'presentation');
  band.setAttribute('aria-hidden', 'true');
  sheet.append(corner, heads, band, body);
  element.append(sheet);

  let view: SheetView | null = null;
  let marks = nothing;
  let selected: Place = { row: 0, column: 0 };
  let drawn = '';
  const edge = (edges: Float64Array, index: number): number => edges[Math.min(index, edges.length - 1)] as number;

  function boxOf(place: Place): { top: number; left: number; width: number; height: number } {
    const shown = view as SheetView;
    const area = areaAt(shown, place.row, place.column) ?? { top: place.row, bottom: place.row, left: place.column, right: place.column };
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
    const severity = marks.severities.get(`${row} ${column}`);
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

  function drawRow(row: number, columns: Iterable<number>, top: number): HTMLElement {
    const shown = view as SheetView;
    const line = make('grid-row', 'row');
    line.setAttribute('aria-rowindex', String(row + 2));
    const start = shown.rowTops[row] as number;
    placeBox(line, { top, height: (shown.rowTops[row + 1] as number) - start });
    const head = make('grid-row-head', 'rowheader');
    head.textContent = String(row + 1);
    if (isIn(shown.hiddenRows, row)) {
      line.classList.add('grid-hidden');
      head.setAttribute('aria-label', `Dòng ${row + 1}, đang ẩn trong tệp`);
    }
    if (row === selected.row) head.classList.add('grid-head-selected');
    const sorted = Array.from(columns).sort((one, other) => one - other);
    line.append(head, ...sorted.map((column) => drawCell(row, column, start)));
    return line;
  }

  const heightOf = ([first, last]: Span): number => edge(rowTops(), last + 1) - edge(rowTops(), first);
  const rowTops = (): Float64Array => (view as SheetView).rowTops;

  /** The heading of the table that lies at a height: the last one above; none that would take much of the room. */
  function headingAt(height: number): Span | null {
    const above = marks.headings.filter(([first, last]) => edge(rowTops(), first) < height && last < rowTops().length - 1);
    const heading = above[above.length - 1];
    return heading === undefined || heightOf(heading) > (element.clientHeight - HEAD_HEIGHT) / 3 ? null : heading;
  }

  function drawBand(heading: Span | null, window: { left: number; right: number }): void {
    const lines: HTMLElement[] = [];
    for (let row = heading?.[0] ?? 0; heading !== null && row <= heading[1]; row++) {
      const columns = cellsIn(view as SheetView, { ...window, top: row, bottom: row })
        .filter((index) => (view as SheetView).rows[index] === row)
        .map((index) => (view as SheetView).columns[index] as number);
      lines.push(drawRow(row, columns, edge(rowTops(), row) - edge(rowTops(), heading[0])));
    }
    // The same cells stand in the sheet itself, where they are found by their names.
    for (const line of lines) line.querySelectorAll('[id]').forEach((cell) => cell.removeAttribute('id'));
    band.replaceChildren(...lines);
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
    const heading = headingAt(element.scrollTop);
    const key = [...Object.values(window), selected.row, selected.column, heading?.[0]].join(' ');
    if (key === drawn && !force) return;
    drawn = key;
    heads.replaceChildren(...columnHeads(shown, window, selected.column));
    drawBand(heading, window);
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
    marks.severities.forEach((_, place) => {
      const [row = 0, column = 0] = place.split(' ').map(Number);
      if (row >= window.top && row <= window.bottom && column >= window.left && column <= window.right) want(row, column);
    });
    const near =
      selected.row >= window.top && selected.row <= window.bottom && selected.column >= window.left && selected.column <= window.right;
    if (near) want(selected.row, selected.column);
    const rows = Array.from(byRow.keys()).sort((one, other) => one - other);
    body.replaceChildren(
      ...columnLines(shown, window),
      ...rows.map((row) => drawRow(row, byRow.get(row) as Set<number>, shown.rowTops[row] as number)),
    );
    if (near) element.setAttribute('aria-activedescendant', `cell-${formatAddress(selected.row, selected.column)}`);
    else element.removeAttribute('aria-activedescendant');
  }

  function bringIntoSight(): void {
    const box = boxOf(selected);
    const [width, height] = [element.clientWidth - HEAD_WIDTH, element.clientHeight - HEAD_HEIGHT];
    const heading = headingAt(box.top);
    const covered = heading === null || heading[1] >= selected.row ? 0 : heightOf(heading);
    const outside = (start: number, length: number, scroll: number, room: number): boolean =>
      start < scroll || start + Math.min(length, room) > scroll + room;
    if (outside(box.top, box.height, element.scrollTop + covered, height - covered)) element.scrollTop = Math.max(0, box.top - height / 3);
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
    const target = event.target as HTMLElement;
    if (view === null || left < 0 || top < 0 || target.closest('.grid-row-head, .grid-heads') !== null) return;
    const heading = target.closest('.grid-band') === null ? null : headingAt(element.scrollTop);
    const height = heading === null ? top : edge(view.rowTops, heading[0]) + event.clientY - band.getBoundingClientRect().top;
    select({ row: indexAt(view.rowTops, height), column: indexAt(view.columnLefts, left) }, true);
  });

  return {
    element,
    select,
    selected: () => selected,
    show(next, nextMarks, stay = false) {
      const another = next !== view && !stay;
      view = next;
      marks = nextMarks;
      drawn = '';
      if (next === null) {
        heads.replaceChildren();
        band.replaceChildren();
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
      selected = { row: Math.min(selected.row, next.rowTops.length - 2), column: Math.min(selected.column, next.columnLefts.length - 2) };
      draw(true);
    },
  };
}
