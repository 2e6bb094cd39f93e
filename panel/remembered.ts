import type { ColumnRole, Mapping, TableMapping } from '../core/assessment';
import { fold } from '../core/text/fold';
import { columnName } from '../core/workbook/references';
import type { Sheet, Workbook } from '../core/workbook/workbook';
import type { PanelHost, Task } from './host';
import { cellText } from './pointing';

const KEY = 'mappings';
const MOST = 20;
const MOST_ROWS = 400;

/** One table as it was pointed out, without its sheet and place: the headings by which it is known again, and each one's role. */
interface Remembered {
  readonly headings: Readonly<Record<string, string>>;
  readonly height: number;
  readonly columns: Readonly<Record<string, ColumnRole>>;
  /** The words of rows that were said to be a criterion → its number. */
  readonly criteria: Readonly<Record<string, number>>;
  readonly standard?: string;
}

const idle: Task = { signal: new AbortController().signal, progress: () => undefined };

/** The headings that each of a sheet's first filled rows would make. */
function headingRows(sheet: Sheet): ReadonlyMap<number, Record<string, string>> {
  const rows = new Map<number, Record<string, string>>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row + 1) ?? {};
    if (!rows.has(cell.row + 1) && rows.size >= MOST_ROWS) continue;
    rows.set(cell.row + 1, row);
    const text = fold(cellText(cell));
    if (text !== '') row[columnName(cell.column)] = text;
  }
  return rows;
}

function wordsOfRow(sheet: Sheet, row: number): string {
  return fold(
    sheet.cells
      .filter((cell) => cell.row === row - 1 && typeof cell.value === 'string')
      .slice(0, 2)
      .map(cellText)
      .join(' '),
  ).slice(0, 120);
}

function same(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(one);
  return keys.length >= 2 && keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

function describe(workbook: Workbook, table: Partial<TableMapping>, standard: string | undefined): Remembered | null {
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

function parse(text: string | null): Remembered[] {
  if (text === null) return [];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list)
      ? (list as Remembered[]).filter(
          (entry) => typeof entry === 'object' && entry !== null && typeof entry.headings === 'object' && typeof entry.columns === 'object',
        )
      : [];
  } catch {
    return [];
  }
}

/** Keeps a pointed mapping with the host, headings and roles only: no name of a sheet or file, no number of the officer's. */
export async function rememberMapping(host: PanelHost, mapping: Mapping): Promise<void> {
  const workbook = await host.read(idle);
  const described = (mapping.tables ?? [])
    .map((table) => describe(workbook, table, mapping.standard))
    .filter((entry): entry is Remembered => entry !== null);
  if (described.length === 0) return;
  const kept = parse(await host.recall(KEY)).filter((entry) => !described.some((one) => same(one.headings, entry.headings)));
  await host.remember(KEY, JSON.stringify(described.concat(kept).slice(0, MOST)));
}

interface PlacedSheet {
  readonly sheet: Sheet;
  readonly headings: ReadonlyMap<number, Readonly<Record<string, string>>>;
}

function place(sheets: readonly PlacedSheet[], entry: Remembered): Partial<TableMapping> | null {
  for (const { sheet, headings } of sheets) {
    const rows = Array.from(headings.keys());
    const top = rows.find((row) => same(entry.headings, headings.get(row) ?? {}));
    if (top === undefined) continue;
    const criterionRows: Record<string, number> = {};
    for (const row of rows) {
      const number = row > top ? (entry.criteria ?? {})[wordsOfRow(sheet, row)] : undefined;
      if (number !== undefined) criterionRows[String(row)] = number;
    }
    const headerRows = Array.from({ length: Math.min(5, Math.max(1, entry.height)) }, (_, index) => top + index);
    return { sheet: sheet.name, headerRows, columns: entry.columns, ...(Object.keys(criterionRows).length > 0 ? { criterionRows } : {}) };
  }
  return null;
}

/** The mapping of an earlier workbook that fits this one by its headings, null where none does. */
export async function offerRemembered(host: PanelHost): Promise<Mapping | null> {
  const entries = parse(await host.recall(KEY));
  if (entries.length === 0) return null;
  const workbook = await host.read(idle);
  const sheets = workbook.sheets.map((sheet) => ({ sheet, headings: headingRows(sheet) }));
  for (const entry of entries) {
    const table = place(sheets, entry);
    if (table !== null) return { ...(entry.standard === undefined ? {} : { standard: entry.standard }), tables: [table] };
  }
  return null;
}
