import type { PointsRange, UnitClass } from '../assessment';
import type { HandEntry } from '../summary/design';
import { formatReference } from '../workbook/references';
import { isCellError, type Cell, type Sheet, type Workbook } from '../workbook/workbook';
import {
  begunBookSheet,
  APPRAISED,
  bookHeadings,
  bookSheets,
  classOfWords,
  criterionOfHeading,
  hashRowCodes,
  NOT_SENT,
  parseBookStamp,
  readPointsCell,
  rowCode,
  verdictOfWords,
  type BookStamp,
  type VerdictStatus,
} from './book-words';

/** One row of a district book, as that district computed it. */
export interface BookRow {
  readonly commune: string;
  readonly district: string | null;
  readonly unitClass: UnitClass | null;
  readonly points: number | null;
  readonly range: PointsRange;
  readonly selfScore: number | null;
  readonly threshold: number | null;
  readonly verdict: VerdictStatus;
  readonly errors: number;
  readonly warnings: number;
  readonly sourceFile: string;
  readonly criteria: readonly {
    readonly number: number;
    readonly maxPoints: number | null;
    readonly points: number | null;
    readonly range: PointsRange;
  }[];
  readonly cell: string;
  /** The row still has the content that its code stands for. */
  readonly verified: boolean;
}

/** A district book as read. `problems` are cells that no longer fit the stamp. */
export interface BookReading {
  readonly stamp: BookStamp;
  readonly verified: boolean;
  readonly rows: readonly BookRow[];
  readonly missing: readonly string[];
  readonly problems: readonly { readonly cell: string; readonly message: string }[];
}

/** What hands wrote beside one commune in the appraisal sheet: heading → content. */
export interface AppraisalRow {
  readonly code: string;
  readonly commune: string;
  readonly entries: Readonly<Record<string, HandEntry>>;
}

interface Table {
  readonly sheet: Sheet;
  readonly stamp: BookStamp;
  readonly stampCell: string;
  readonly intact: boolean;
  /** In the sheet's order; the last is the column of codes. */
  readonly headings: ReadonlyMap<number, string>;
  readonly rows: readonly ReadonlyMap<number, Cell>[];
}

function textOf(cell: Cell | undefined): string {
  const value = cell?.value;
  if (value === null || value === undefined) return '';
  return isCellError(value) ? value.error : String(value).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The headings stand in the row that ends with the codes' heading; the rows below them, down to `end`, are the table's. */
function readRows(sheet: Sheet, end: number): Pick<Table, 'headings' | 'rows'> | null {
  const rows: Map<number, Cell>[] = [];
  for (const cell of sheet.cells) {
    const row = rows[cell.row] ?? new Map<number, Cell>();
    rows[cell.row] = row;
    row.set(cell.column, cell);
  }
  const filled = rows.filter((row) => row !== undefined);
  const holds = (row: ReadonlyMap<number, Cell>, heading: string): boolean =>
    Array.from(row.values()).some((cell) => textOf(cell) === heading);
  const coded = filled.findIndex((row) => holds(row, bookHeadings.code));
  // Hands may have taken the column of codes away: the appraisal sheet is known by its other headings, too.
  const header = coded >= 0 ? coded : filled.findIndex((row) => holds(row, bookHeadings.commune) && holds(row, bookHeadings.line));
  if (header < 0) return null;
  const headings = new Map<number, string>();
  (filled[header] as Map<number, Cell>).forEach((cell, column) => {
    if (textOf(cell) !== '') headings.set(column, textOf(cell));
  });
  return { headings, rows: filled.slice(header + 1).filter((row) => (row.values().next().value as Cell).row < end) };
}

/** The table of one sheet of a district book. */
function readTable(sheet: Sheet, name: string): Table | null {
  let found: { cell: Cell; stamp: BookStamp; intact: boolean } | null = null;
  for (let index = sheet.cells.length - 1; index >= 0 && found === null; index--) {
    const cell = sheet.cells[index] as Cell;
    if (typeof cell.value !== 'string' || cell.formula !== undefined) continue;
    const parsed = parseBookStamp(cell.value);
    if (parsed !== null && parsed.stamp.sheet === name) found = { cell, ...parsed };
  }
  const read = found === null ? null : readRows(sheet, found.cell.row);
  if (found === null || read === null) return null;
  const { row, column } = found.cell;
  return { sheet, stamp: found.stamp, stampCell: formatReference({ sheet: sheet.name, row, column }), intact: found.intact, ...read };
}

function findTable(workbook: Workbook, name: string): Table | null {
  for (const sheet of workbook.sheets) {
    const table = readTable(sheet, name);
    if (table !== null) return table;
  }
  return null;
}

/** The appraisal's table. A sheet that was cut off while being written still holds all that hands wrote: a mark stands in the stamp's place. */
function findAppraisal(workbook: Workbook): Pick<Table, 'headings' | 'rows'> | null {
  const finished = findTable(workbook, bookSheets.appraisal);
  if (finished !== null) return finished;
  for (const sheet of workbook.sheets) {
    const mark = sheet.cells.find((cell) => {
      const begun = typeof cell.value === 'string' && cell.formula === undefined ? begunBookSheet(cell.value) : null;
      return begun === bookSheets.appraisal || (begun === '' && sheet.name.startsWith(bookSheets.appraisal));
    });
    if (mark !== undefined) return readRows(sheet, mark.row);
  }
  return null;
}

function columnOf(table: Pick<Table, 'headings'>, heading: string): number | null {
  for (const [column, text] of Array.from(table.headings)) if (text === heading) return column;
  return null;
}

function at(table: Pick<Table, 'headings'>, row: ReadonlyMap<number, Cell>, heading: string): Cell | undefined {
  const column = columnOf(table, heading);
  return column === null ? undefined : row.get(column);
}

function numberAt(table: Table, row: ReadonlyMap<number, Cell>, heading: string): number | null {
  return readPointsCell(at(table, row, heading)?.value ?? null)?.points ?? null;
}

/** The cells that a row's code stands for: all but the running number and the code itself. */
function codedValues(table: Table, row: ReadonlyMap<number, Cell>): (string | number | null)[] {
  return Array.from(table.headings)
    .sort((a, b) => a[0] - b[0])
    .filter(([, heading]) => heading !== bookHeadings.code && heading !== bookHeadings.number)
    .map(([column]) => {
      const cell = row.get(column);
      if (cell?.formula !== undefined) return `=${cell.formula}`;
      const value = cell?.value ?? null;
      return typeof value === 'object' && value !== null ? value.error : typeof value === 'boolean' ? String(value) : value;
    });
}

function readRow(
  table: Table,
  row: ReadonlyMap<number, Cell>,
  maxima: ReadonlyMap<number, number | null>,
  verified: boolean,
): BookRow | null {
  const commune = textOf(at(table, row, bookHeadings.commune));
  const verdict = verdictOfWords(textOf(at(table, row, bookHeadings.verdict)));
  if (commune === '' || verdict === null) return null;
  const reference = readPointsCell(at(table, row, bookHeadings.referencePoints)?.value ?? null);
  const own = readPointsCell(at(table, row, bookHeadings.points)?.value ?? null);
  const total = reference ?? own ?? { points: null, range: [0, 0] as const };
  const criteria = Array.from(table.headings).reduce<BookRow['criteria'][number][]>((all, [column, heading]) => {
    const number = criterionOfHeading(heading);
    const points = number === null ? null : readPointsCell(row.get(column)?.value ?? null);
    return number === null || points === null ? all : all.concat({ number, maxPoints: maxima.get(number) ?? null, ...points });
  }, []);
  const first = row.values().next().value as Cell;
  const place = columnOf(table, bookHeadings.commune);
  return {
    commune,
    district: textOf(at(table, row, bookHeadings.district)) || table.stamp.district,
    unitClass: classOfWords(textOf(at(table, row, bookHeadings.unitClass))),
    points: total.points,
    range: total.range,
    selfScore: numberAt(table, row, bookHeadings.selfScore),
    threshold: numberAt(table, row, bookHeadings.threshold),
    verdict,
    errors: numberAt(table, row, bookHeadings.errors) ?? 0,
    warnings: numberAt(table, row, bookHeadings.warnings) ?? 0,
    sourceFile: textOf(at(table, row, bookHeadings.file)),
    criteria,
    cell: formatReference({ sheet: table.sheet.name, row: first.row, column: place ?? first.column }),
    verified,
  };
}

/** The code in the row of maxima. */
export const MAXIMA_CODE = 'tối đa';

/**
 * Reads a district book of ours: its rows, and whether they still are as that district's run wrote them. Sorting rows changes nothing. null for
 * any other workbook.
 */
export function readDistrictBook(workbook: Workbook): BookReading | null {
  const table = findTable(workbook, bookSheets.communes);
  if (table === null) return null;
  const problems: { cell: string; message: string }[] = [];
  const codes: string[] = [];
  const rows: BookRow[] = [];
  const missing: string[] = [];
  const maxima = new Map<number, number | null>();
  for (const row of table.rows) {
    const code = textOf(at(table, row, bookHeadings.code));
    if (code === MAXIMA_CODE) {
      table.headings.forEach((heading, column) => {
        const number = criterionOfHeading(heading);
        if (number !== null) maxima.set(number, readPointsCell(row.get(column)?.value ?? null)?.points ?? null);
      });
      continue;
    }
    const commune = textOf(at(table, row, bookHeadings.commune));
    if (code === '' && verdictOfWords(textOf(at(table, row, bookHeadings.verdict))) === null) continue;
    const verified = code === rowCode(codedValues(table, row));
    codes.push(code);
    const first = row.values().next().value as Cell;
    const cell = formatReference({ sheet: table.sheet.name, row: first.row, column: first.column });
    if (!verified) problems.push({ cell, message: `Dòng của ${commune || 'một xã'} bị sửa sau khi huyện lập sổ tổng hợp.` });
    if (textOf(at(table, row, bookHeadings.verdict)) === NOT_SENT) missing.push(commune);
    else {
      const read = readRow(table, row, maxima, verified && table.intact);
      if (read !== null) rows.push(read);
      else problems.push({ cell, message: `Dòng của ${commune || 'một xã'} trong sổ tổng hợp không đọc được, nên không được tính.` });
    }
  }
  if (!table.intact) problems.push({ cell: table.stampCell, message: 'Mã kiểm tra của sổ tổng hợp bị sửa nên không đối chiếu được.' });
  else if (problems.length === 0 && (codes.length !== table.stamp.rows || hashRowCodes(codes) !== table.stamp.rowsHash))
    problems.push({ cell: table.stampCell, message: 'Sổ tổng hợp bị thêm hoặc bớt dòng sau khi huyện lập.' });
  return { stamp: table.stamp, verified: problems.length === 0, rows, missing, problems };
}

/** What hands wrote into the appraisal sheet of an earlier district book, wherever its rows stand now. Empty for any other workbook. */
export function readAppraisal(workbook: Workbook): readonly AppraisalRow[] {
  const table = findAppraisal(workbook);
  if (table === null) return [];
  const kept: AppraisalRow[] = [];
  for (const row of table.rows) {
    const code = textOf(at(table, row, bookHeadings.code));
    const commune = textOf(at(table, row, bookHeadings.commune));
    // A row whose code is gone still belongs to the commune that it names.
    if (code === '' && (commune === '' || textOf(at(table, row, bookHeadings.line)) !== APPRAISED)) continue;
    const entries: Record<string, HandEntry> = {};
    table.headings.forEach((heading, column) => {
      const hand = criterionOfHeading(heading) !== null || heading === bookHeadings.total || heading === bookHeadings.remark;
      const cell = row.get(column);
      const value = cell?.value ?? null;
      if (!hand || cell === undefined || value === null || value === '') return;
      const shown = typeof value === 'boolean' ? (value ? 'Đúng' : 'Sai') : isCellError(value) ? value.error : value;
      const dated = typeof shown === 'number' && cell.format !== undefined && cell.format !== 'General' && cell.format !== '@';
      entries[heading] = dated ? { value: shown, numberFormat: cell.format as string } : { value: shown };
    });
    if (Object.keys(entries).length > 0) kept.push({ code, commune, entries });
  }
  return kept;
}

/** True for a workbook that is a district book of ours. */
export function isDistrictBook(workbook: Workbook): boolean {
  return findTable(workbook, bookSheets.communes) !== null;
}
