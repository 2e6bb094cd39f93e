import type { Assessment, Confirmed, Finding } from '../assessment';
import { findingCatalogue, findingMessage } from '../checks/catalogue';
import type { FindingTokens } from '../checks/tokens';
import { formatReference } from '../workbook/references';
import type { Sheet, Workbook } from '../workbook/workbook';
import { compareRows } from './compare-rows';
import type { RowComparison } from './compare-rows';
import type { HandEntries, HandEntry, SheetKind } from './design';
import { normaliseCell } from './normalise';
import { hashSources } from './source-hashes';
import { hashCell, readStamp } from './stamp';
import type { Stamp, StampReading } from './stamp';
import { readableTime } from './words';

/** A sheet of ours that an earlier run wrote. */
export interface FoundSheet {
  readonly sheet: string;
  readonly kind: SheetKind;
  /** null where the sheet is unfinished, or its stamp damaged or of a later version. */
  readonly stamp: Stamp | null;
  /** The stamp's cell as it is now: an A1 reference with its sheet. */
  readonly cell: string;
  readonly state: StampReading['state'];
  readonly finished: boolean;
  /** What was written into the cells meant for the hand. */
  readonly handEntries: HandEntries;
  /** What the officer decided, as far as it stands there unaltered. */
  readonly confirmed: readonly Confirmed[];
  readonly comparison: RowComparison | null;
}

/** Columns of the block of confirmed choices: the value as a program reads it, and its code. */
export const CONFIRMED_COLUMNS = { value: 6, code: 7 } as const;

/** A long value goes on in further rows whose code ends so. */
export const CONTINUED = '+';

/** Fewer rows than this share of a stamp's rows: the stamp was only copied into a sheet that is not ours. */
const LEAST_INTACT = 0.2;

/** True for a sheet that we wrote, finished or not: by its stamp, never by its name. Such a sheet is no part of the officer's data. */
export function isOwnSheet(sheet: Sheet): boolean {
  return readSheet(sheet) !== null;
}

/** Our result sheet in a workbook, the latest where it was copied; null where there is none. */
export function findSummary(workbook: Workbook): FoundSheet | null {
  return findOwnSheet(workbook, 'summary');
}

/** Our sheet of one kind, a finished one before an unfinished one, then the latest. */
export function findOwnSheet(workbook: Workbook, kind: SheetKind): FoundSheet | null {
  const found = workbook.sheets.map(readSheet).filter((sheet): sheet is FoundSheet => sheet !== null && sheet.kind === kind);
  return found.reduce<FoundSheet | null>((best, sheet) => (best === null || rank(sheet) > rank(best) ? sheet : best), null);
}

function rank(found: FoundSheet): string {
  return found.stamp ? `1${found.stamp.time}` : '0';
}

function readSheet(sheet: Sheet): FoundSheet | null {
  for (let index = sheet.cells.length - 1; index >= 0; index--) {
    const cell = sheet.cells[index];
    if (!cell || typeof cell.value !== 'string' || cell.formula !== undefined) continue;
    const reading = readStamp(cell.value.normalize('NFC').trim());
    if (!reading) continue;
    const found = {
      sheet: sheet.name,
      cell: formatReference({ sheet: sheet.name, row: cell.row, column: cell.column }),
      state: reading.state,
      finished: reading.state === 'finished',
    };
    if (reading.state !== 'finished')
      return { ...found, kind: reading.kind, stamp: null, handEntries: {}, confirmed: [], comparison: null };
    const { stamp } = reading;
    const comparison = compareRows(stamp, sheet, cell.row, cell.column);
    if (comparison.intact < comparison.written * LEAST_INTACT) continue;
    return {
      ...found,
      kind: stamp.kind,
      stamp,
      comparison,
      handEntries: readHandEntries(sheet, stamp, comparison, cell.column),
      confirmed: readConfirmed(sheet, stamp, comparison, cell.column),
    };
  }
  return null;
}

function readHandEntries(sheet: Sheet, stamp: Stamp, comparison: RowComparison, left: number): HandEntries {
  const entries: Record<string, HandEntry> = {};
  for (const mark of stamp.hand) {
    const row = comparison.rowOf[mark.row];
    if (row === null || row === undefined) continue;
    const cell = sheet.cells.find((candidate) => candidate.row === row && candidate.column === left + mark.column);
    const { value = null } = cell ?? {};
    if (!cell || value === null || hashCell(normaliseCell(cell)) === mark.placeholder) continue;
    const kept = typeof value === 'boolean' ? (value ? 'Đúng' : 'Sai') : typeof value === 'object' ? value.error : value;
    const dated = typeof kept === 'number' && cell.format !== undefined && cell.format !== 'General';
    entries[mark.key] = dated ? { value: kept, numberFormat: cell.format as string } : { value: kept };
  }
  return entries;
}

function readConfirmed(sheet: Sheet, stamp: Stamp, comparison: RowComparison, left: number): Confirmed[] {
  const choices: { code: string; value: string; intact: boolean }[] = [];
  if (stamp.confirmed === null) return [];
  const altered = new Set(comparison.altered.map((cell) => cell.row));
  for (let stamped = stamp.confirmed[0]; stamped <= stamp.confirmed[1]; stamped++) {
    const row = comparison.rowOf[stamped];
    if (row === null || row === undefined) continue;
    const textAt = (column: number): string => {
      const value = sheet.cells.find((cell) => cell.row === row && cell.column === left + column)?.value;
      return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
    };
    const code = textAt(CONFIRMED_COLUMNS.code);
    const value = textAt(CONFIRMED_COLUMNS.value);
    // A choice changed by hand is not the one that the officer confirmed; the finding on its cell says so.
    const intact = !altered.has(row);
    const last = choices[choices.length - 1];
    if (code.endsWith(CONTINUED) && last && code === last.code + CONTINUED) {
      last.value += value;
      last.intact = last.intact && intact;
    } else if (code !== '') choices.push({ code, value, intact });
  }
  return choices.filter((choice) => choice.intact).map(({ code, value }) => ({ code, value, source: 'summary-sheet' }));
}

/** More altered cells than this are named together in the last finding. */
const MAXIMUM_FINDINGS = 30;

/**
 * What an earlier result sheet says about itself: `stale-summary` (warning) at the stamp where the data, the rubric or the result moved on,
 * `altered-summary` (error) at every cell that we wrote, outside the hand's fields, and that is no longer as written. Nothing for a workbook
 * without such a sheet, nor for one that another program merely saved again.
 */
export function verifySummary(workbook: Workbook, assessment: Assessment): Finding[] {
  const found = findSummary(workbook);
  if (!found) return [];
  const stale = (tokens: FindingTokens['stale-summary']): Finding => ({
    code: 'stale-summary',
    severity: findingCatalogue['stale-summary'].severity,
    cell: found.cell,
    message: findingMessage('stale-summary', tokens),
  });
  if (found.state === 'unfinished') return [stale({ state: 'unfinished' })];
  if (found.state === 'newer') return [stale({ state: 'newer' })];
  if (!found.stamp || !found.comparison) return [altered(found.cell, { change: 'stamp' })];
  const moved = listMoved(found.stamp, workbook, assessment);
  const findings = moved.length === 0 ? [] : [stale({ state: 'moved', moved, time: readableTime(found.stamp.time) })];
  return [...findings, ...describeAltered(found, found.comparison)];
}

function altered(cell: string, tokens: FindingTokens['altered-summary']): Finding {
  const { severity } = findingCatalogue['altered-summary'];
  return { code: 'altered-summary', severity, cell, message: findingMessage('altered-summary', tokens) };
}

/** What an assessment rests on that is not as it was when the sheet was made; in words, none for an unchanged one. */
function listMoved(stamp: Stamp, workbook: Workbook, assessment: Assessment): string[] {
  const now = hashSources(workbook, assessment);
  const moved: string[] = [];
  if (stamp.standard !== assessment.standard.id) moved.push('tiêu chuẩn áp dụng');
  if (stamp.rubric !== now.rubric) moved.push('thang điểm');
  if (stamp.data !== now.data) moved.push('số liệu');
  if (moved.length === 0 && stamp.result !== now.result) moved.push('kết quả chấm hoặc vị trí các ô nguồn');
  return moved;
}

function describeAltered(found: FoundSheet, comparison: RowComparison): Finding[] {
  const reference = (cell: RowComparison['altered'][number]): string =>
    formatReference({ sheet: found.sheet, row: cell.row, column: cell.column });
  const findings = comparison.altered.slice(0, MAXIMUM_FINDINGS).map((cell): Finding => altered(reference(cell), { change: cell.change }));
  const rest = comparison.altered.slice(MAXIMUM_FINDINGS).map(reference);
  const [first] = rest;
  if (first !== undefined) findings.push({ ...altered(first, { change: 'more', count: rest.length }), cells: rest });
  return findings;
}
