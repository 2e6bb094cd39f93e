import type { Assessment, ColumnRole, Mapping, TableMapping } from '../core/assessment';
import { readHeading } from '../core/template/roles';
import { expandAbbreviations } from '../core/text/abbreviations';
import { fold } from '../core/text/fold';
import { isCellError } from '../core/workbook/workbook';
import type { Cell, Sheet, Workbook } from '../core/workbook/workbook';
import { columnName } from '../core/workbook/references';

/** What the officer has pointed out so far. Rows are 1-based as she sees them, columns are letters. */
export interface Pointing {
  readonly sheet: string;
  readonly headerRow: number | null;
  /** How many rows the heading takes. */
  readonly headerHeight: number;
  readonly columns: Readonly<Record<string, ColumnRole>>;
  /** Row → number of the criterion, or 0 for “not a criterion”. Rows left out are recognised by the engine. */
  readonly criterionRows: Readonly<Record<string, number>>;
}

export interface ColumnPreview {
  readonly letter: string;
  readonly header: string;
  readonly samples: readonly string[];
}

export interface RowPreview {
  /** 1-based. */
  readonly row: number;
  readonly text: string;
}

const MOST_COLUMNS = 40;
const MOST_ROWS = 400;

/** A cell's value as text for a preview; errors as their code, dates as the number that they are. */
export function cellText(cell: Cell): string {
  const { value } = cell;
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'Đúng' : 'Sai';
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (/%/.test(cell.format ?? '')) return `${String(Number((value * 100).toPrecision(6))).replace('.', ',')}%`;
  return String(Number(value.toPrecision(12))).replace('.', ',');
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).trim()}…` : text;
}

function rowsOf(sheet: Sheet): Map<number, Cell[]> {
  const rows = new Map<number, Cell[]>();
  for (const cell of sheet.cells) {
    if (cellText(cell) === '') continue;
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  return rows;
}

/** The first filled rows of a sheet, each in one line: what the officer picks her header row from. */
export function headerChoices(sheet: Sheet, most = 60): readonly RowPreview[] {
  return Array.from(rowsOf(sheet))
    .slice(0, most)
    .map(([row, cells]) => ({ row: row + 1, text: cut(cells.map(cellText).join(' | '), 90) }));
}

/** The row that looks most like a heading: the one in which most texts name a role; null where fewer than two do. */
export function likelyHeader(sheet: Sheet): number | null {
  let best: { row: number; count: number } | null = null;
  for (const [row, cells] of Array.from(rowsOf(sheet)).slice(0, 60)) {
    const roles = new Set(
      cells.map((cell) => readHeading(fold(expandAbbreviations(cellText(cell))))?.role).filter((role) => role !== undefined),
    );
    if (roles.size >= 2 && (best === null || roles.size > best.count)) best = { row: row + 1, count: roles.size };
  }
  return best === null ? null : best.row;
}

/** How many rows a heading takes: as far as the merged cells that begin in its first row reach. */
export function headerHeight(sheet: Sheet, headerRow: number): number {
  const reach = sheet.merges.filter((merge) => merge.top === headerRow - 1).map((merge) => merge.bottom - merge.top + 1);
  return Math.min(5, Math.max(1, ...reach));
}

/** The columns of a table with what their heading says and the first two values below it. */
export function columnPreviews(sheet: Sheet, headerRow: number, height: number): readonly ColumnPreview[] {
  const headers = new Map<number, string[]>();
  const samples = new Map<number, string[]>();
  for (const cell of sheet.cells) {
    if (cell.row < headerRow - 1) continue;
    const text = cellText(cell);
    if (text === '') continue;
    const target = cell.row < headerRow - 1 + height ? headers : samples;
    const list = target.get(cell.column) ?? [];
    if (target === headers || list.length < 2) target.set(cell.column, list.concat(cut(text, 60)));
  }
  // A heading that stretches over columns speaks for each of them.
  for (const merge of sheet.merges) {
    if (merge.top < headerRow - 1 || merge.top >= headerRow - 1 + height) continue;
    const own = sheet.cells.find((cell) => cell.row === merge.top && cell.column === merge.left);
    if (own === undefined || cellText(own) === '') continue;
    for (let column = merge.left + 1; column <= Math.min(merge.right, merge.left + MOST_COLUMNS); column++) {
      headers.set(column, [cut(cellText(own), 60), ...(headers.get(column) ?? [])]);
    }
  }
  const columns = Array.from(new Set([...Array.from(headers.keys()), ...Array.from(samples.keys())])).sort((a, b) => a - b);
  return columns.slice(0, MOST_COLUMNS).map((column) => ({
    letter: columnName(column),
    header: (headers.get(column) ?? []).join(' – '),
    samples: samples.get(column) ?? [],
  }));
}

const ONCE: readonly ColumnRole[] = [
  'number',
  'name',
  'criterion',
  'rubric',
  'maximum',
  'result',
  'numerator',
  'denominator',
  'rate',
  'self-score',
];

/** A first guess at each column's role from its heading, for the officer to correct; a role that only one column can have goes to the first. */
export function guessRoles(columns: readonly ColumnPreview[]): Readonly<Record<string, ColumnRole>> {
  const roles: Record<string, ColumnRole> = {};
  const taken = new Set<ColumnRole>();
  for (const { letter, header } of columns) {
    const reading = readHeading(fold(expandAbbreviations(header)));
    const role: ColumnRole =
      reading === null
        ? 'ignore'
        : reading.role === 'name-or-number'
          ? 'name'
          : reading.role === 'mark'
            ? 'result'
            : ['unit', 'agency', 'target'].includes(reading.role)
              ? 'ignore'
              : (reading.role as ColumnRole);
    const free = !ONCE.includes(role) || !taken.has(role);
    roles[letter] = free ? role : 'ignore';
    if (free) taken.add(role);
  }
  return roles;
}

/** The rows below the heading with the words of their naming columns, for “dòng này là tiêu chí …”. */
export function rowChoices(sheet: Sheet, pointing: Pointing): readonly RowPreview[] {
  if (pointing.headerRow === null) return [];
  const first = pointing.headerRow - 1 + pointing.headerHeight;
  const naming = new Set(
    Object.keys(pointing.columns).filter((letter) => ['number', 'name', 'criterion'].includes(pointing.columns[letter] as string)),
  );
  const rows: RowPreview[] = [];
  for (const [row, cells] of rowsOf(sheet)) {
    if (row < first || rows.length >= MOST_ROWS) continue;
    const own = cells.filter((cell) => naming.size === 0 || naming.has(columnName(cell.column)));
    const text = own.map(cellText).join(' ');
    if (text !== '') rows.push({ row: row + 1, text: cut(text, 100) });
  }
  return rows;
}

/** The upright tables that are known on a sheet: those pointed out before, else those recognised. Turned tables are not for this form. */
function knownTables(assessment: Assessment | null, mapping: Mapping, sheet: string): readonly Partial<TableMapping>[] {
  const own = (mapping.tables ?? []).filter((table) => table.sheet === sheet);
  return own.length > 0 ? own : (assessment?.template.mapping.tables ?? []).filter((table) => table.sheet === sheet);
}

function fromTable(sheet: Sheet, table: Partial<TableMapping>): Pointing | null {
  const headers = table.headerRows ?? [];
  if (table.transposed === true || headers.length === 0) return null;
  const headerRow = Math.min(...headers);
  const height = Math.max(...headers) - headerRow + 1;
  const guessed = Object.keys(table.columns ?? {}).length > 0 ? {} : guessRoles(columnPreviews(sheet, headerRow, height));
  return {
    sheet: sheet.name,
    headerRow,
    headerHeight: height,
    columns: { ...guessed, ...table.columns },
    criterionRows: { ...table.criterionRows },
  };
}

/** Where the form begins on a sheet: what was recognised there, else what its headings suggest. */
export function beginPointing(workbook: Workbook, assessment: Assessment | null, mapping: Mapping, sheetName: string | null): Pointing {
  const named = (mapping.tables ?? []).concat(assessment?.template.mapping.tables ?? []).map((table) => table.sheet);
  const wanted = sheetName ?? named.find((name) => workbook.sheets.some((sheet) => sheet.name === name));
  const sheet = workbook.sheets.find((each) => each.name === wanted) ?? likelySheet(workbook);
  if (sheet === undefined) return { sheet: '', headerRow: null, headerHeight: 1, columns: {}, criterionRows: {} };
  for (const table of knownTables(assessment, mapping, sheet.name)) {
    const begun = fromTable(sheet, table);
    if (begun !== null) return begun;
  }
  return withHeader(sheet, likelyHeader(sheet));
}

/** The form after a header row was picked: as known where a table is known to begin there, else guessed from the headings. */
export function pickHeader(sheet: Sheet, assessment: Assessment | null, mapping: Mapping, headerRow: number): Pointing {
  const known = knownTables(assessment, mapping, sheet.name).find((table) => Math.min(...(table.headerRows ?? [0])) === headerRow);
  return (known === undefined ? null : fromTable(sheet, known)) ?? withHeader(sheet, headerRow);
}

function likelySheet(workbook: Workbook): Sheet | undefined {
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden && sheet.cells.length > 0);
  return visible.find((sheet) => likelyHeader(sheet) !== null) ?? visible[0] ?? workbook.sheets[0];
}

/** The form after another header row was picked: columns are guessed anew. */
export function withHeader(sheet: Sheet, headerRow: number | null, height: number | null = null): Pointing {
  if (headerRow === null) return { sheet: sheet.name, headerRow: null, headerHeight: 1, columns: {}, criterionRows: {} };
  const rows = height ?? headerHeight(sheet, headerRow);
  return {
    sheet: sheet.name,
    headerRow,
    headerHeight: rows,
    columns: guessRoles(columnPreviews(sheet, headerRow, rows)),
    criterionRows: {},
  };
}

/** What is still to be pointed out before a run makes sense, in words; null where nothing is. */
export function missingIn(pointing: Pointing): string | null {
  if (pointing.headerRow === null) return 'Chọn dòng tiêu đề của bảng.';
  const roles = new Set(Object.values(pointing.columns));
  if (!roles.has('name') && !roles.has('criterion')) return 'Chọn cột ghi tên tiêu chí hoặc nội dung.';
  const scored: readonly ColumnRole[] = ['result', 'numerator', 'rate', 'self-score', 'band', 'quarter'];
  if (!scored.some((role) => roles.has(role))) return 'Chọn cột ghi kết quả thực hiện (hoặc điểm tự chấm).';
  return null;
}

/** Whether a known table is the one that the form speaks of: it begins in the same rows and has a column in common. */
function isSame(table: Partial<TableMapping>, pointing: Pointing): boolean {
  const rows = table.headerRows ?? [];
  const last = (pointing.headerRow ?? 0) + pointing.headerHeight - 1;
  const meets = rows.length === 0 || rows.some((row) => row >= (pointing.headerRow ?? 0) && row <= last);
  const columns = Object.keys(table.columns ?? {});
  return meets && (columns.length === 0 || columns.some((letter) => (pointing.columns[letter] ?? 'ignore') !== 'ignore'));
}

/**
 * The pointed table in the shape of the contract. Other tables of its sheet stay as they are known, those pointed out on other sheets too;
 * sheets that the mapping does not name are recognised as before.
 */
export function toMapping(pointing: Pointing, before: Mapping, assessment: Assessment | null): Mapping {
  const headerRows: number[] = [];
  if (pointing.headerRow !== null) for (let index = 0; index < pointing.headerHeight; index++) headerRows.push(pointing.headerRow + index);
  const criterionRows: Record<string, number> = {};
  const itemRows: Record<string, string | null> = {};
  for (const row of Object.keys(pointing.criterionRows)) {
    const number = pointing.criterionRows[row] as number;
    if (number > 0) criterionRows[row] = number;
    else itemRows[row] = null;
  }
  const table: Partial<TableMapping> = {
    sheet: pointing.sheet,
    headerRows,
    columns: pointing.columns,
    ...(Object.keys(criterionRows).length > 0 ? { criterionRows } : {}),
    ...(Object.keys(itemRows).length > 0 ? { itemRows } : {}),
  };
  const elsewhere = (before.tables ?? []).filter((other) => other.sheet !== pointing.sheet);
  const beside = knownTables(assessment, before, pointing.sheet).filter((other) => !isSame(other, pointing));
  return { ...before, tables: [...elsewhere, ...beside, table] };
}
