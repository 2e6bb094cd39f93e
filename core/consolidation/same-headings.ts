import type { ColumnRole, Mapping, TableMapping } from '../assessment';
import { fold } from '../text/fold';
import { columnName } from '../workbook/references';
import { isCellError, type Cell, type Sheet, type Workbook } from '../workbook/workbook';

/*
 * A table that an officer pointed out once, kept without its sheet and place, so that other workbooks with the same headings can be read the
 * same way: those of the next year, or those of all the communes of a district.
 */

const MOST_ROWS = 400;

/** The headings by which a table is known again, and each column's role. Plain data without any name or figure of a workbook. */
export interface KnownTable {
  /** Column letter → folded words of the heading. */
  readonly headings: Readonly<Record<string, string>>;
  /** How many rows the heading takes. */
  readonly height: number;
  readonly columns: Readonly<Record<string, ColumnRole>>;
  /** The words of rows that were said to be a criterion → its number. */
  readonly criteria: Readonly<Record<string, number>>;
  readonly standard?: string;
}

function wordsOf({ value }: Cell): string {
  if (value === null) return '';
  return fold(isCellError(value) ? value.error : String(value));
}

/** The headings that each of a sheet's first filled rows would make: row (1-based) → column letter → folded words. */
function headingRows(sheet: Sheet): ReadonlyMap<number, Record<string, string>> {
  const rows = new Map<number, Record<string, string>>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row + 1) ?? {};
    if (!rows.has(cell.row + 1) && rows.size >= MOST_ROWS) continue;
    rows.set(cell.row + 1, row);
    const text = wordsOf(cell);
    if (text !== '') row[columnName(cell.column)] = text;
  }
  return rows;
}

function wordsOfRow(sheet: Sheet, row: number): string {
  return sheet.cells
    .filter((cell) => cell.row === row - 1 && typeof cell.value === 'string')
    .slice(0, 2)
    .map(wordsOf)
    .join(' ')
    .slice(0, 120);
}

/** Whether two sets of headings are the same: two or more columns, each with the same words. */
export function sameHeadings(one: KnownTable['headings'], other: KnownTable['headings']): boolean {
  const keys = Object.keys(one);
  return keys.length >= 2 && keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

function describeTable(workbook: Workbook, table: Partial<TableMapping>, standard: string | undefined): KnownTable | null {
  const sheet = workbook.sheets.find((each) => each.name === table.sheet);
  const rows = table.headerRows ?? [];
  if (sheet === undefined || rows.length === 0 || table.transposed === true) return null;
  const top = Math.min(...rows);
  const headings = headingRows(sheet).get(top) ?? {};
  if (Object.keys(headings).length < 2) return null;
  const criteria: Record<string, number> = {};
  for (const row of Object.keys(table.criterionRows ?? {})) {
    const text = wordsOfRow(sheet, Number(row));
    if (text !== '') criteria[text] = (table.criterionRows as Record<string, number>)[row] as number;
  }
  return {
    headings,
    height: Math.max(...rows) - top + 1,
    columns: table.columns ?? {},
    criteria,
    ...(standard === undefined ? {} : { standard }),
  };
}

/** The tables of a mapping as they can be known again; turned tables and those with fewer than two headings cannot. */
export function knownTables(workbook: Workbook, mapping: Mapping): KnownTable[] {
  return (mapping.tables ?? [])
    .map((table) => describeTable(workbook, table, mapping.standard))
    .filter((entry): entry is KnownTable => entry !== null);
}

/** The mapping that a known table gives for a workbook with the same headings, null where none of them fits. The first that fits counts. */
export function mappingByHeadings(workbook: Workbook, known: readonly KnownTable[]): Mapping | null {
  if (known.length === 0) return null;
  const sheets = workbook.sheets.map((sheet) => ({ sheet, rows: headingRows(sheet) }));
  for (const entry of known) {
    for (const { sheet, rows } of sheets) {
      const numbers = Array.from(rows.keys());
      const top = numbers.find((row) => sameHeadings(entry.headings, rows.get(row) ?? {}));
      if (top === undefined) continue;
      const criterionRows: Record<string, number> = {};
      for (const row of numbers) {
        const number = row > top ? (entry.criteria ?? {})[wordsOfRow(sheet, row)] : undefined;
        if (number !== undefined) criterionRows[String(row)] = number;
      }
      const headerRows = Array.from({ length: Math.min(5, Math.max(1, entry.height)) }, (_, index) => top + index);
      const table = {
        sheet: sheet.name,
        headerRows,
        columns: entry.columns,
        ...(Object.keys(criterionRows).length > 0 ? { criterionRows } : {}),
      };
      return { ...(entry.standard === undefined ? {} : { standard: entry.standard }), tables: [table] };
    }
  }
  return null;
}
