import type { SheetView } from './sheet-view';
import { areaAt } from './grid-window';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The next filled cell in a direction, else the edge: what Ctrl with an arrow does in a spreadsheet. */
function leap(view: SheetView, from: Place, down: number, right: number): Place {
  const bounds = { row: view.rowTops.length - 2, column: view.columnLefts.length - 2 };
  let best: Place | null = null;
  view.rows.forEach((row, index) => {
    const column = view.columns[index] as number;
    if (view.texts[index] === '' || (down === 0 ? row !== from.row : column !== from.column)) return;
    const ahead = down === 0 ? (column - from.column) * right : (row - from.row) * down;
    const known = best === null ? Infinity : down === 0 ? Math.abs(best.column - from.column) : Math.abs(best.row - from.row);
    if (ahead > 0 && ahead < known) best = { row, column };
  });
  if (best !== null) return best;
  return { row: down > 0 ? bounds.row : down < 0 ? 0 : from.row, column: right > 0 ? bounds.column : right < 0 ? 0 : from.column };
}

/** Where a key leads from a cell; null for keys that do not move. `pageRows` is how many rows are in sight. */
export function placeAfterKey(view: SheetView, from: Place, key: string, control: boolean, pageRows: number): Place | null {
  const last = { row: view.rowTops.length - 2, column: view.columnLefts.length - 2 };
  const area = areaAt(view, from.row, from.column) ?? { top: from.row, bottom: from.row, left: from.column, right: from.column };
  const within = (row: number, column: number): Place => {
    const place = { row: Math.min(Math.max(row, 0), last.row), column: Math.min(Math.max(column, 0), last.column) };
    const merged = areaAt(view, place.row, place.column);
    return merged === null ? place : { row: merged.top, column: merged.left };
  };
  switch (key) {
    case 'ArrowDown':
      return control ? leap(view, from, 1, 0) : within(area.bottom + 1, from.column);
    case 'ArrowUp':
      return control ? leap(view, from, -1, 0) : within(area.top - 1, from.column);
    case 'ArrowRight':
      return control ? leap(view, from, 0, 1) : within(from.row, area.right + 1);
    case 'ArrowLeft':
      return control ? leap(view, from, 0, -1) : within(from.row, area.left - 1);
    case 'PageDown':
      return within(from.row + pageRows, from.column);
    case 'PageUp':
      return within(from.row - pageRows, from.column);
    case 'Home':
      return within(control ? 0 : from.row, 0);
    case 'End':
      return within(control ? last.row : from.row, last.column);
    default:
      return null;
  }
}
