import type { Cell, CellRange, Sheet, Workbook } from '../workbook/workbook';
import { columnName, formatReference, quoteSheetName } from '../workbook/references';
import { ownCopy } from '../text/characters';
import { decodeCellText } from '../text/decode';
import { collapse, fold } from '../text/fold';
import { rememberTexts } from '../text/remember';
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

/** One row's cells by column. */
interface Line {
  readonly cells: (Cell | undefined)[];
  readonly texts: (string | undefined)[];
  readonly folds: (string | undefined)[];
  /** The columns that hold a text. */
  readonly filled: number[];
}

const NO_COLUMNS: readonly number[] = [];

function tidy(text: string): string {
  if (text.indexOf('\n') < 0) return collapse(text);
  return text
    .split(/\r\n|\r|\n/)
    .map(collapse)
    .filter((line) => line !== '')
    .join('\n');
}

/** Equal texts of all sheets and workbooks as one string: whatever is remembered by a text is then found by identity, without comparing letters. */
const sharedText = rememberTexts(ownCopy, 8192, 1000);

/** Makes the grid of a sheet. Cost grows with its filled cells and merged areas, not with its dimensions. */
export function makeGrid(workbook: Workbook, sheet: Sheet, transposed = false): Grid {
  const lines: (Line | undefined)[] = [];
  const filledRows: number[] = [];
  let rows = 0;
  let columns = 0;
  let legacy: SourceCell | null = null;
  for (const cell of sheet.cells) {
    const row = transposed ? cell.column : cell.row;
    const column = transposed ? cell.row : cell.column;
    const decoded = cell.value === null ? null : decodeCellText(cell, workbook.defaultFont);
    const text = decoded === null ? '' : sharedText(tidy(decoded.text));
    if (text === '' && cell.note === undefined && cell.formula === undefined) continue;
    const line = lines[row] ?? (lines[row] = { cells: [], texts: [], folds: [], filled: [] });
    line.cells[column] = cell;
    line.texts[column] = text;
    if (text !== '') {
      if (line.filled.length === 0) filledRows.push(row);
      line.filled.push(column);
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
  const mergesOf: ((CellRange | undefined)[] | undefined)[] = [];
  for (const merge of merges) {
    // Areas far larger than any table (whole columns merged by accident) are only entered where there is data.
    const bottom = Math.min(merge.bottom, Math.max(rows, merge.top) + 1);
    const right = Math.min(merge.right, Math.max(columns, merge.left) + 1);
    for (let row = merge.top; row <= bottom; row++) {
      const line = mergesOf[row] ?? (mergesOf[row] = []);
      for (let column = merge.left; column <= right; column++) line[column] = merge;
    }
  }
  for (const row of filledRows) (lines[row] as Line).filled.sort((a, b) => a - b);
  filledRows.sort((a, b) => a - b);
  const mergeAt = (row: number, column: number): CellRange | undefined => mergesOf[row]?.[column];
  const textAt = (row: number, column: number): string => lines[row]?.texts[column] ?? '';
  const quoted = quoteSheetName(sheet.name);
  const letters: string[] = [];
  const makeSource = (row: number, column: number): SourceCell => {
    const line = lines[row];
    const location = transposed ? { sheet: sheet.name, row: column, column: row } : { sheet: sheet.name, row, column };
    const letter = letters[location.column] ?? (letters[location.column] = columnName(location.column));
    return {
      location,
      reference: `${quoted}!${letter}${location.row + 1}`,
      text: line?.texts[column] ?? '',
      cell: line?.cells[column] ?? null,
    };
  };
  return {
    sheet,
    transposed,
    rows,
    columns,
    filledRows,
    legacy,
    columnsOf: (row) => lines[row]?.filled ?? NO_COLUMNS,
    own: (row, column) => lines[row]?.cells[column] ?? null,
    ownText: textAt,
    text: (row, column) => {
      const merge = mergeAt(row, column);
      return merge === undefined ? textAt(row, column) : textAt(merge.top, merge.left);
    },
    folded: (row, column) => {
      const merge = mergeAt(row, column);
      const line = lines[merge === undefined ? row : merge.top];
      const at = merge === undefined ? column : merge.left;
      return line === undefined ? '' : (line.folds[at] ?? (line.folds[at] = fold(line.texts[at] ?? '')));
    },
    merge: (row, column) => mergeAt(row, column) ?? null,
    source: (row, column) => {
      const merge = mergeAt(row, column);
      return merge === undefined ? makeSource(row, column) : makeSource(merge.top, merge.left);
    },
    sourceAt: makeSource,
  };
}
