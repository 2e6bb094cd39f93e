import type { ColumnRole } from '../assessment';
import { fold } from '../text/fold';
import { readNumbering } from '../text/likeness';
import type { TableColumns } from './columns';
import { matchCriterion } from './criteria';
import type { CriterionNames } from './criteria';
import type { DraftCriterion, DraftItem, TableReading } from './drafts';
import type { Grid } from './grid';
import type { Frame } from './headers';
import { maximumInName } from './maximum-in-name';
import { readHeading } from './roles';
import type { SourceCell } from './template';

/*
 * Forms made like a Word document: no table, but for every item a card of lines, each a label and its value
 * (“Cách tính điểm: …”, “Kết quả: …”, “Điểm tự chấm: …”), beside each other or in one cell.
 */

const CARD_ROLES = new Set<string>([
  'rubric',
  'result',
  'self-score',
  'maximum',
  'evidence',
  'numerator',
  'denominator',
  'rate',
  'previous-year',
  'note',
  'points-off',
]);
const LEAST_ITEMS = 5;

interface Line {
  readonly role: string;
  readonly value: SourceCell;
}

function withText(cell: SourceCell, text: string): SourceCell {
  return { ...cell, text, cell: cell.cell === null ? null : { ...cell.cell, value: text } };
}

/** A labelled line of a card; null for anything else. */
function readLine(grid: Grid, row: number): Line | null {
  const [first, second] = grid.columnsOf(row);
  if (first === undefined) return null;
  const text = grid.ownText(row, first);
  const colon = text.indexOf(':');
  const label = colon < 0 ? text : text.slice(0, colon);
  if (label.length > 40 || (colon < 0 && second === undefined)) return null;
  const role = readHeading(fold(readNumbering(label).rest || label))?.role;
  if (role === undefined || !CARD_ROLES.has(role)) return null;
  const inline = colon < 0 ? '' : text.slice(colon + 1).trim();
  if (inline !== '') return { role, value: withText(grid.sourceAt(row, first), inline) };
  return { role, value: grid.sourceAt(row, second === undefined ? first + 1 : second) };
}

const NO_COLUMNS: TableColumns = {
  number: null,
  criterion: null,
  name: null,
  rubric: null,
  bandPoints: null,
  bands: [],
  marks: [],
  maximum: null,
  criterionMaximum: null,
  pairedPoints: null,
  results: [0],
  answers: [],
  numerator: null,
  denominator: null,
  rate: null,
  previous: null,
  quarters: [],
  selfScores: [0],
  pointsOff: null,
  evidence: null,
  note: null,
  remainder: false,
  rivalResults: [],
  roles: new Map<number, ColumnRole>(),
};

function makeItem(grid: Grid, row: number, column: number, lines: readonly Line[]): DraftItem {
  const labelCell = grid.sourceAt(row, column);
  const numbering = readNumbering(labelCell.text.replace(/\n/g, ' '));
  const of = (role: string): SourceCell | null => lines.find((line) => line.role === role)?.value ?? null;
  const rubric = of('rubric');
  const stated = of('maximum');
  return {
    row,
    given: null,
    shownNumber: numbering.number,
    label: (numbering.rest || labelCell.text).replace(/\s*\(\s*(?:tối đa )?\d+\s*(?:điểm|đ)\s*\)\s*:?\s*$/i, '').trim(),
    labelCell,
    maximum: stated ?? maximumInName(labelCell),
    rubric: rubric === null || rubric.text === '' ? [] : [{ text: rubric.text, cell: rubric, points: null, mark: null }],
    result: of('result'),
    numerator: of('numerator'),
    denominator: of('denominator'),
    rate: of('rate'),
    previous: of('previous-year'),
    quarters: [],
    selfScore: of('self-score'),
    pointsOff: of('points-off'),
    evidence: of('evidence'),
    note: of('note'),
  };
}

/** Reads a sheet as cards; null where it does not look like that. */
export function readCards(grid: Grid, names: CriterionNames): TableReading | null {
  const criteria: DraftCriterion[] = [];
  let head: { row: number; column: number } | null = null;
  let lines: Line[] = [];
  let items = 0;
  const close = (): void => {
    const criterion = criteria[criteria.length - 1];
    if (head !== null && lines.length >= 2 && criterion !== undefined) {
      criterion.items.push(makeItem(grid, head.row, head.column, lines));
      items++;
    }
    head = null;
    lines = [];
  };
  for (const row of grid.filledRows) {
    const line = readLine(grid, row);
    if (line !== null && (head !== null || criteria.length > 0)) {
      lines.push(line);
      continue;
    }
    const column = grid.columnsOf(row)[0] as number;
    const text = grid.ownText(row, column).replace(/\n/g, ' ');
    if (text.length < 6) continue;
    const { ordinal, rest } = readNumbering(text);
    const match = matchCriterion(rest || text, names);
    const isCriterion =
      ordinal !== null &&
      (ordinal.kind === 'criterion' || ((ordinal.kind === 'roman' || ordinal.kind === 'arabic') && match !== null && match.score >= 0.72));
    close();
    if (isCriterion) {
      const cell = grid.sourceAt(row, column);
      const number = match !== null && match.score >= 0.72 && match.number !== null ? match.number : (ordinal.parts[0] as number);
      const name = rest.replace(/\s*\(.*điểm\)\s*$/i, '').trim();
      criteria.push({
        number,
        certainty: match === null ? 0.4 : match.score,
        name,
        cell,
        row,
        maximum: maximumInName(cell),
        selfScore: null,
        items: [],
        sharesRowWithItem: false,
      });
    }
    // The heading of a criterion may itself be the only item's.
    head = { row, column };
  }
  close();
  if (items < LEAST_ITEMS) return null;
  const last = grid.filledRows[grid.filledRows.length - 1] as number;
  const first = criteria[0]?.row ?? 0;
  const frame: Frame = {
    grid,
    headerTop: first,
    headerBottom: first,
    columns: [],
    left: 0,
    right: grid.columns,
    firstRow: first,
    lastRow: last,
    titleTop: 0,
    strength: 4,
  };
  return { frame, columns: NO_COLUMNS, criteria, total: null, figures: [], loose: [] };
}
