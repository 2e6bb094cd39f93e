import { isOwnSheet } from '../../core/summary/verify';
import { formatReference } from '../../core/workbook/references';
import { isCellError, type Cell, type Sheet, type Workbook } from '../../core/workbook/workbook';

/** Where a stamped copy does not hold what the input holds. `place` is an A1 reference with its sheet, or a sheet alone where all of it is missing. */
export interface CopyDifference {
  readonly place: string;
  /** What each side shows, '' for a blank cell. */
  readonly inCopy: string;
  readonly inInput: string;
}

/** Other programs write the same formula with other spaces, in other case and with or without the prefix of newer functions. */
const plainFormula = (formula: string): string =>
  formula
    .normalize('NFC')
    .replace(/_xl(?:fn|ws)\./gi, '')
    .replace(/\s+/g, '')
    .toUpperCase();

/** What a cell holds, its kind included: a text “5” corrected to a number 5 is a correction. A formula's result says nothing of its own. */
function contentOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (cell.formula !== undefined) return `=${plainFormula(cell.formula)}`;
  const { value } = cell;
  if (value === null) return '';
  if (isCellError(value)) return `error ${value.error}`;
  if (typeof value !== 'string') return `${typeof value} ${typeof value === 'number' ? Number(value.toPrecision(12)) : value}`;
  const text = value.normalize('NFC').replace(/\s+/g, ' ').trim();
  return text === '' ? '' : `text ${text}`;
}

function shown(cell: Cell | undefined): string {
  if (cell?.formula !== undefined) return `=${cell.formula}`;
  const value = cell?.value ?? null;
  const text = value === null ? '' : isCellError(value) ? value.error : String(value);
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function firstDifference(copy: Sheet, input: Sheet): CopyDifference | null {
  const cellsOf = (sheet: Sheet) => new Map(sheet.cells.map((cell) => [`${cell.row}.${cell.column}`, cell]));
  const [copied, given] = [cellsOf(copy), cellsOf(input)];
  for (const { row, column } of [...input.cells, ...copy.cells]) {
    const [one, other] = [copied.get(`${row}.${column}`), given.get(`${row}.${column}`)];
    if (contentOf(one) !== contentOf(other))
      return { place: formatReference({ sheet: input.name, row, column }), inCopy: shown(one), inInput: shown(other) };
  }
  return null;
}

/**
 * The first cell in which the officer's own sheets of a stamped copy differ from those of the input: the copy belongs to another workbook, or one
 * of the two was corrected meanwhile. Values and formulas count; formats and cached results, which change when a program saves again, don't.
 */
export function copyDifference(copy: Workbook, input: Workbook): CopyDifference | null {
  for (const sheet of input.sheets.filter((candidate) => !isOwnSheet(candidate))) {
    const other = copy.sheets.find((candidate) => candidate.name === sheet.name && !isOwnSheet(candidate));
    if (other === undefined) return { place: `trang tính “${sheet.name}”`, inCopy: '', inInput: shown(sheet.cells[0]) };
    const difference = firstDifference(other, sheet);
    if (difference !== null) return difference;
  }
  return null;
}
