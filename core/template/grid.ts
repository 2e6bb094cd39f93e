import type { Cell, CellRange, Sheet, Workbook } from '../workbook/workbook';
import { columnName, formatReference, quoteSheetName } from '../workbook/references';
import { decodeCellText } from '../text/decode';
import { collapse, fold } from '../text/fold';
import type { SourceCell } from './template';

/**
 * One sheet as a grid to look around in: text by place, merged areas resolved to their top-left cell.
 * A transposed grid swaps rows and columns, so that a table with its items side by side reads like any other;
 * the references of its cells stay those of the sheet.
 */
export interface Grid {
  readonly sheet: Sheet;
  readonly transposed: boolean;
  readonly rows: number;
  readonly columns: number;
  /** The rows that hold anything, ascending. */
  readonly filledRows: readonly number[];
  /** The columns of a row that hold anything, ascending. */
  columnsOf(row: number): readonly number[];
  /** The cell itself, without looking at merges. */
  own(row: number, column: number): Cell | null;
  /** The cell's own text, decoded and with single spaces; line breaks are kept. */
  ownText(row: number, column: number): string;
  /** The text of the cell or of the merged area it lies in. */
  text(row: number, column: number): string;
  /** The same, folded for comparison. */
  folded(row: number, column: number): string;
  /** The merged area a cell lies in. */
  merge(row: number, column: number): CellRange | null;
  /** The cell, or the top-left cell of its merged area, with its reference. */
  source(row: number, column: number): SourceCell;
  /** The cell at this very place, even inside a merged area. */
  sourceAt(row: number, column: number): SourceCell;
  /** The first cell of the sheet written in a legacy encoding. */
  readonly legacy: SourceCell | null;
}

const ROW_KEY = 32768;

function tidy(text: string): string {
  if (text.indexOf('\n') < 0) return collapse(text);
  return text
    .split(/\r\n|\r|\n/)
    .map(collapse)
    .filter((line) => line !== '')
    .join('\n');
}

/** Makes the grid of a sheet. Cost grows with its filled cells and merged areas, not with its dimensions. */
export function makeGrid(workbook: Workbook, sheet: Sheet, transposed = false): Grid {
  const cells = new Map<number, Cell>();
  const texts = new Map<number, string>();
  const folds = new Map<number, string>();
  const byRow = new Map<number, number[]>();
  let rows = 0;
  let columns = 0;
  let legacy: SourceCell | null = null;
  for (const cell of sheet.cells) {
    const row = transposed ? cell.column : cell.row;
    const column = transposed ? cell.row : cell.column;
    const decoded = cell.value === null ? null : decodeCellText(cell, workbook.defaultFont);
    const text = decoded === null ? '' : tidy(decoded.text);
    if (text === '' && cell.note === undefined && cell.formula === undefined) continue;
    const key = row * ROW_KEY * 64 + column;
    cells.set(key, cell);
    texts.set(key, text);
    if (text !== '') {
      const list = byRow.get(row);
      if (list === undefined) byRow.set(row, [column]);
      else list.push(column);
      rows = Math.max(rows, row + 1);
      columns = Math.max(columns, column + 1);
    }
    if (legacy === null && decoded !== null && decoded.encoding !== 'unicode') {
      const location = { sheet: sheet.name, row: cell.row, column: cell.column };
      legacy = { location, reference: formatReference(location), text, cell };
    }
  }
  const merges: CellRange[] = sheet.merges.map((merge) =>
    transposed ? { top: merge.left, left: merge.top, bottom: merge.right, right: merge.bottom } : merge,
  );
  const mergeOf = new Map<number, CellRange>();
  for (const merge of merges) {
    // Areas far larger than any table (whole columns merged by accident) are only entered where there is data.
    const bottom = Math.min(merge.bottom, Math.max(rows, merge.top) + 1);
    const right = Math.min(merge.right, Math.max(columns, merge.left) + 1);
    for (let row = merge.top; row <= bottom; row++) {
      for (let column = merge.left; column <= right; column++) mergeOf.set(row * ROW_KEY * 64 + column, merge);
    }
  }
  for (const list of byRow.values()) list.sort((a, b) => a - b);
  const filledRows = Array.from(byRow.keys()).sort((a, b) => a - b);
  const keyOf = (row: number, column: number): number => row * ROW_KEY * 64 + column;
  const anchor = (row: number, column: number): number => {
    const merge = mergeOf.get(keyOf(row, column));
    return merge === undefined ? keyOf(row, column) : keyOf(merge.top, merge.left);
  };
  const quoted = quoteSheetName(sheet.name);
  const letters: string[] = [];
  const makeSource = (row: number, column: number): SourceCell => {
    const key = keyOf(row, column);
    const location = transposed ? { sheet: sheet.name, row: column, column: row } : { sheet: sheet.name, row, column };
    const letter = letters[location.column] ?? (letters[location.column] = columnName(location.column));
    return { location, reference: `${quoted}!${letter}${location.row + 1}`, text: texts.get(key) || '', cell: cells.get(key) || null };
  };
  return {
    sheet,
    transposed,
    rows,
    columns,
    filledRows,
    legacy,
    columnsOf: (row) => byRow.get(row) || [],
    own: (row, column) => cells.get(keyOf(row, column)) || null,
    ownText: (row, column) => texts.get(keyOf(row, column)) || '',
    text: (row, column) => texts.get(anchor(row, column)) || '',
    folded: (row, column) => {
      const key = anchor(row, column);
      let folded = folds.get(key);
      if (folded === undefined) {
        folded = fold(texts.get(key) || '');
        folds.set(key, folded);
      }
      return folded;
    },
    merge: (row, column) => mergeOf.get(keyOf(row, column)) || null,
    source: (row, column) => {
      const merge = mergeOf.get(keyOf(row, column));
      return merge === undefined ? makeSource(row, column) : makeSource(merge.top, merge.left);
    },
    sourceAt: makeSource,
  };
}
