import type { ColumnRole, Mapping, TableMapping } from '../assessment';
import { columnIndex, columnName } from '../workbook/references';
import { assignColumns } from './columns';
import type { CriterionNames } from './criteria';
import type { HeaderColumn, Frame } from './headers';
import { isNumberingRow, readHeaderColumns } from './headers';
import type { Grid } from './grid';
import { kindOf } from './sheet-reading';
import type { KindedTable } from './sheet-reading';
import { readTable } from './table';

/*
 * A mapping speaks of the sheet as the officer sees it: rows from 1, columns by letter. In a transposed table the same fields
 * hold: `headerRows` are the numbers of its heading columns (A is 1), `columns` is keyed by row number, the rows by column letter.
 */

function lettersToIndex(letters: string): number {
  const index = columnIndex(letters);
  return index === null ? -1 : index;
}

function lineOf(key: string, transposed: boolean): number {
  return transposed ? lettersToIndex(key) : Number(key) - 1;
}

function crossOf(key: string, transposed: boolean): number {
  return transposed ? Number(key) - 1 : lettersToIndex(key);
}

function nameLine(line: number, transposed: boolean): string {
  return transposed ? columnName(line) : String(line + 1);
}

function nameCross(cross: number, transposed: boolean): string {
  return transposed ? String(cross + 1) : columnName(cross);
}

/** Describes tables as found, in the shape that a mapping is given in. */
export function describeTables(tables: readonly KindedTable[], numberOf: (reference: string) => string | null): TableMapping[] {
  return tables.map((table) => {
    const { frame, columns } = table;
    const transposed = frame.grid.transposed;
    const roles: Record<string, ColumnRole> = {};
    for (const [column, role] of columns.roles) roles[nameCross(column, transposed)] = role;
    const criterionRows: Record<string, number> = {};
    const itemRows: Record<string, string | null> = {};
    for (const criterion of table.criteria) {
      if (criterion.number !== null && criterion.row !== null) criterionRows[nameLine(criterion.row, transposed)] = criterion.number;
      for (const item of criterion.items) {
        if (criterion.sharesRowWithItem) continue;
        itemRows[nameLine(item.row, transposed)] = numberOf(item.labelCell.reference);
      }
    }
    const headerRows: number[] = [];
    for (let row = frame.headerTop; row <= frame.headerBottom; row++) headerRows.push(row + 1);
    return {
      sheet: frame.grid.sheet.name,
      ...(transposed ? { transposed: true } : {}),
      headerRows,
      columns: roles,
      criterionRows,
      itemRows,
      totalRow: table.total === null ? null : table.total.row + 1,
    };
  });
}

function frameFor(grid: Grid, given: Partial<TableMapping>, frames: readonly Frame[]): Frame | null {
  const transposed = given.transposed === true;
  const lastFilled = grid.filledRows.length === 0 ? 0 : (grid.filledRows[grid.filledRows.length - 1] as number);
  const rows =
    given.headerRows === undefined || given.headerRows.length === 0 ? null : given.headerRows.map((row) => row - 1).sort((a, b) => a - b);
  const found = frames.slice().sort((a, b) => b.strength - a.strength);
  const existing =
    rows === null ? found[0] : found.find((frame) => frame.headerTop <= (rows[0] as number) && frame.headerBottom >= (rows[0] as number));
  const wanted = Object.keys(given.columns || {}).map((key) => crossOf(key, transposed));
  const top = rows !== null ? (rows[0] as number) : existing !== undefined ? existing.headerTop : -1;
  const bottom = rows !== null ? (rows[rows.length - 1] as number) : existing !== undefined ? existing.headerBottom : -1;
  const byColumn = new Map<number, HeaderColumn>();
  if (top >= 0) for (const header of readHeaderColumns(grid, top, bottom)) byColumn.set(header.column, header);
  for (const column of wanted) {
    if (!byColumn.has(column))
      byColumn.set(column, {
        column,
        text: '',
        own: '',
        folded: '',
        reading: null,
        year: null,
        source: grid.source(Math.max(top, 0), column),
      });
  }
  if (byColumn.size === 0) return null;
  const columns = Array.from(byColumn.values()).sort((a, b) => a.column - b.column);
  const pointed = Object.keys(given.criterionRows || {})
    .concat(Object.keys(given.itemRows || {}))
    .map((key) => lineOf(key, transposed));
  const firstPointed = pointed.length === 0 ? 0 : Math.min(...pointed);
  let firstRow = top >= 0 ? bottom + 1 : firstPointed;
  const firstFilled = grid.filledRows.find((row) => row >= firstRow);
  if (firstFilled !== undefined && isNumberingRow(grid, firstFilled)) firstRow = firstFilled + 1;
  return {
    grid,
    headerTop: Math.max(top, 0),
    headerBottom: Math.max(bottom, 0),
    columns,
    left: (columns[0] as HeaderColumn).column,
    right: (columns[columns.length - 1] as HeaderColumn).column,
    firstRow,
    lastRow: Math.max(existing !== undefined ? existing.lastRow : lastFilled, ...pointed),
    titleTop: existing !== undefined ? existing.titleTop : 0,
    strength: 9,
  };
}

/** Reads a table as the officer pointed it out; what she left open is recognised. null where the sheet shows nothing to go by. */
export function readGivenTable(
  grid: Grid,
  given: Partial<TableMapping>,
  frames: readonly Frame[],
  names: CriterionNames,
  assessedYear: number | null,
): KindedTable | null {
  const frame = frameFor(grid, given, frames);
  if (frame === null) return null;
  const transposed = given.transposed === true;
  const roles = new Map<number, ColumnRole>();
  for (const key of Object.keys(given.columns || {}))
    roles.set(crossOf(key, transposed), (given.columns as Record<string, ColumnRole>)[key] as ColumnRole);
  const criteria = new Map<number, number>();
  const items = new Map<number, string | null>();
  for (const key of Object.keys(given.criterionRows || {}))
    criteria.set(lineOf(key, transposed), (given.criterionRows as Record<string, number>)[key] as number);
  for (const key of Object.keys(given.itemRows || {}))
    items.set(lineOf(key, transposed), (given.itemRows as Record<string, string | null>)[key] as string | null);
  const table = kindOf(readTable(frame, assignColumns(frame, roles, assessedYear), names, { criteria, items }));
  return { ...table, kind: table.kind === 'data' && table.criteria.length === 0 ? 'data' : 'scoring' };
}

/** The tables that a mapping gives for one sheet. */
export function givenTables(mapping: Mapping | undefined, sheet: string): readonly Partial<TableMapping>[] {
  return mapping === undefined || mapping.tables === undefined ? [] : mapping.tables.filter((table) => table.sheet === sheet);
}
