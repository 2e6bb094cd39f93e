import type { ColumnRole } from '../assessment';
import { awardsPoints } from './scale-words';
import { readCards } from './cards';
import { assignColumns } from './columns';
import type { CriterionNames } from './criteria';
import type { TableReading } from './drafts';
import { findFrames } from './frames';
import { yearIn } from './headers';
import type { Frame } from './headers';
import type { Grid } from './grid';
import { readIdentity } from './identity';
import type { SheetIdentity } from './identity';
import { readTable } from './table';
import type { Steps } from '../workbook/steps';

/** What a table is good for. */
export type TableKind = 'scoring' | 'guide' | 'data' | 'summary';

export interface KindedTable extends TableReading {
  readonly kind: TableKind;
  /** Items that carry a maximum, a scale, a score or a result. */
  readonly weight: number;
}

export interface SheetReading {
  readonly grid: Grid;
  readonly frames: readonly Frame[];
  readonly tables: readonly KindedTable[];
  readonly identity: SheetIdentity;
  /** Numbers of the criteria that the sheet's scoring tables have with their items. */
  readonly criteria: ReadonlySet<number>;
  readonly weight: number;
}

function countItems(table: TableReading, test: (item: TableReading['loose'][number]) => boolean): number {
  let count = 0;
  for (const criterion of table.criteria) for (const item of criterion.items) if (test(item)) count++;
  for (const item of table.loose) if (test(item)) count++;
  return count;
}

/** Decides what a table is by what its items carry. */
export function kindOf(table: TableReading): KindedTable {
  const items = countItems(table, () => true);
  const scaled = countItems(table, (item) => item.rubric.length > 0);
  const scored = countItems(table, (item) => item.selfScore !== null && item.selfScore.text !== '');
  const valued = countItems(
    table,
    (item) =>
      [item.result, item.numerator, item.denominator, item.rate].some((cell) => cell !== null && cell.text !== '') ||
      item.rubric.some((piece) => piece.mark !== null && piece.mark.text !== ''),
  );
  const limited = countItems(table, (item) => item.maximum !== null && item.maximum.text !== '');
  const columns = table.columns;
  const hasScoreColumn = columns.selfScores.length > 0;
  const hasResultColumn = columns.results.length > 0 || columns.numerator !== null || columns.denominator !== null || columns.rate !== null;
  let kind: TableKind = 'scoring';
  const lone = table.criteria.length > 0 && table.criteria.every((criterion) => criterion.sharesRowWithItem);
  if (scaled === 0 && limited === 0 && !hasScoreColumn) kind = 'data';
  else if (lone && scaled === 0 && valued === 0) kind = 'summary';
  else if (!hasScoreColumn && scored === 0 && valued === 0 && scaled > 0 && !hasResultColumn) kind = 'guide';
  else if (scaled > 0 && scored === 0 && valued === 0 && hasScoreColumn === false && !hasResultColumn) kind = 'guide';
  return { ...table, kind, weight: items === 0 ? 0 : scaled + scored + valued + limited };
}

/** Below a repeated header the first rows belong to the criterion that the part above ended with. */
function continueTable(table: KindedTable, above: KindedTable | undefined): KindedTable {
  const last = above === undefined ? undefined : above.criteria[above.criteria.length - 1];
  if (above === undefined || last === undefined || table.loose.length === 0 || table.frame.columns.length !== above.frame.columns.length)
    return table;
  if (!table.frame.columns.every((column, index) => column.folded === (above.frame.columns[index] as Frame['columns'][number]).folded))
    return table;
  const first = table.criteria.find((criterion) => criterion.row !== null);
  const early = table.loose.filter((item) => first === undefined || item.row < (first.row as number));
  if (early.length === 0 || above.total !== null) return table;
  last.items.push(...early);
  return { ...table, loose: table.loose.filter((item) => !early.includes(item)) };
}

/** The year a sheet is about: its title's, else its name's. */
export function yearOfGrid(grid: Grid, identity: SheetIdentity): number | null {
  const stated = identity.years[0];
  return stated === undefined ? yearIn(` ${grid.sheet.name}`) : stated.year;
}

/** Reads every table of a grid, a table at a time. */
export function* readSheet(grid: Grid, names: CriterionNames, assessedYear: number | null): Steps<SheetReading> {
  const frames = findFrames(grid);
  yield;
  const identity = readIdentity(grid, frames);
  yield;
  const year = assessedYear === null ? yearOfGrid(grid, identity) : assessedYear;
  const tables: KindedTable[] = [];
  for (const frame of frames) {
    const columns = assignColumns(frame, new Map<number, ColumnRole>(), year);
    const table = kindOf(readTable(frame, columns, names));
    tables.push(
      table.kind === 'data' ? kindOf(readTable(frame, columns, names, undefined, true)) : continueTable(table, tables[tables.length - 1]),
    );
    yield;
  }
  const read = assembleSheet(grid, frames, tables, identity);
  if (read.criteria.size >= 3) return read;
  const cards = readCards(grid, names);
  if (cards === null || cards.criteria.length <= read.criteria.size) return read;
  return assembleSheet(grid, [cards.frame], [kindOf(cards)]);
}

/** Puts a sheet's tables together into one reading. */
export function assembleSheet(
  grid: Grid,
  frames: readonly Frame[],
  tables: readonly KindedTable[],
  identity: SheetIdentity = readIdentity(grid, frames),
): SheetReading {
  const criteria = new Set<number>();
  let weight = 0;
  for (const table of tables) {
    if (table.kind !== 'scoring' && table.kind !== 'guide') continue;
    for (const criterion of table.criteria) {
      if (criterion.number === null || criterion.items.length === 0) continue;
      criteria.add(criterion.number);
      weight += 3 + criterion.items.length + (criterion.certainty >= 0.6 ? 4 : 0);
    }
    weight += table.weight;
  }
  return { grid, frames, tables, identity, criteria, weight };
}

/** True where a sheet holds any text that awards points: then it may be a guide. */
export function mentionsPoints(grid: Grid): boolean {
  let found = 0;
  for (const row of grid.filledRows) {
    for (const column of grid.columnsOf(row)) if (awardsPoints(grid.ownText(row, column)) && ++found >= 3) return true;
  }
  return false;
}
