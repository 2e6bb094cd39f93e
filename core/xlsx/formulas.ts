import { columnIndex, columnName, MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../workbook/references';

/** A reference inside a formula; a null row or column belongs to a whole-column or whole-row reference. */
interface MovableReference {
  readonly column: number | null;
  readonly columnFixed: boolean;
  readonly row: number | null;
  readonly rowFixed: boolean;
}

/** A shared formula cut up at its references, so that it can be written for each of its cells. */
export interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly pieces: readonly (string | MovableReference)[];
}

const CELL = /\$?[A-Z]{1,3}\$?[1-9][0-9]{0,6}/.source;
const COLUMNS = /\$?[A-Z]{1,3}:\$?[A-Z]{1,3}/.source;
const ROWS = /\$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6}/.source;

/** Strings, quoted sheet names, bracketed table or workbook names and other words are passed over whole; the groups are references. */
const scanner = new RegExp(
  `"(?:[^"]|"")*"|'(?:[^']|'')*'|\\[(?:[^[\\]]|\\[[^\\]]*\\])*\\]|(${COLUMNS})(?![\\w.(!$[])|(${ROWS})(?![\\w.(!$[])|(${CELL})(?![\\w.(!$[])|[\\w.$\\\\\\u0080-\\uffff]+`,
  'g',
);

/** Cuts up the formula of a shared group's first cell, whose zero-based place is given. */
export function parseSharedFormula(formula: string, row: number, column: number): SharedFormula {
  const pieces: (string | MovableReference)[] = [];
  let from = 0;
  scanner.lastIndex = 0;
  for (let match = scanner.exec(formula); match; match = scanner.exec(formula)) {
    const text = match[1] || match[2] || match[3];
    if (text === undefined) continue;
    const references = text.split(':').map(parseMovable);
    if (references.includes(null)) continue;
    pieces.push(formula.slice(from, match.index));
    references.forEach((reference, index) => {
      if (index > 0) pieces.push(':');
      pieces.push(reference as MovableReference);
    });
    from = match.index + text.length;
  }
  pieces.push(formula.slice(from));
  return { row, column, pieces };
}

/** The formula as it stands in the cell at a zero-based place: relative references moved along, `#REF!` where they leave the sheet. */
export function shiftFormula(shared: SharedFormula, row: number, column: number): string {
  const down = row - shared.row;
  const right = column - shared.column;
  // Joined, not added up piece by piece: a million ropes of pieces would fill the memory.
  return shared.pieces.map((piece) => (typeof piece === 'string' ? piece : writeMoved(piece, down, right))).join('');
}

function parseMovable(text: string): MovableReference | null {
  const match = /^(\$?)([A-Z]{0,3})(\$?)([0-9]*)$/.exec(text);
  if (!match) return null;
  const letters = match[2] as string;
  const digits = match[4] as string;
  const column = letters === '' ? null : columnIndex(letters);
  const row = digits === '' ? null : Number(digits) - 1;
  if ((letters !== '' && column === null) || (row !== null && row >= MAXIMUM_ROWS)) return null;
  const onlyRow = letters === '';
  return {
    column,
    columnFixed: match[1] === '$' && !onlyRow,
    row,
    rowFixed: onlyRow ? match[1] === '$' || match[3] === '$' : match[3] === '$',
  };
}

function writeMoved(reference: MovableReference, down: number, right: number): string {
  let text = '';
  if (reference.column !== null) {
    const column = reference.columnFixed ? reference.column : reference.column + right;
    if (column < 0 || column >= MAXIMUM_COLUMNS) return '#REF!';
    text = (reference.columnFixed ? '$' : '') + columnName(column);
  }
  if (reference.row !== null) {
    const row = reference.rowFixed ? reference.row : reference.row + down;
    if (row < 0 || row >= MAXIMUM_ROWS) return '#REF!';
    text += (reference.rowFixed ? '$' : '') + (row + 1);
  }
  return text;
}
