import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import * as sheetJs from '@e965/xlsx';
import type { Cell, CellRange, CellValue, Sheet, Span, Workbook } from '../../core/workbook/workbook';
import { isCellError } from '../../core/workbook/workbook';
import { formatAddress, formatRange } from '../../core/workbook/references';
import { isWorkbookError } from '../../core/xlsx/errors';
import { looksLikeLegacy, readWithSheetJs, type SheetJsLibrary } from '../../core/xlsx/legacy';
import { showsDate } from '../../core/xlsx/number-formats';
import { readXlsx } from '../../core/xlsx/read';

/** Reads every workbook of the given folders with our reader and with SheetJS and says, file by file, where the two differ. */

const SLOWEST_MILLISECONDS = 5000;
const SHOWN_DIFFERENCES = 8;

interface Outcome {
  readonly file: string;
  readonly verdict: 'agrees' | 'differs' | 'refused' | 'library';
  readonly milliseconds: number;
  readonly cells: number;
  readonly differences: readonly string[];
  /** Differences of a known kind, with how often each was seen. */
  readonly explained: ReadonlyMap<string, number>;
  readonly sentence?: string;
}

interface OracleCell {
  readonly t: string;
  readonly v?: unknown;
  readonly f?: string;
  readonly F?: string;
  readonly z?: string | number;
  readonly w?: string;
  readonly r?: string;
}

/** Takes note of one difference: unexplained, or of a named kind. */
type Report = (difference: string, kind?: string) => void;

function listFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .reduce<string[]>((files, name) => files.concat(listFiles(join(path, name))), [])
    .filter((file) => /\.(xlsx|xlsm|xltx|xltm|xls|ods)$/i.test(file));
}

function checkFile(path: string, name: string): Outcome {
  const bytes = new Uint8Array(readFileSync(path));
  const start = process.hrtime.bigint();
  const milliseconds = (): number => Math.round(Number(process.hrtime.bigint() - start) / 1e5) / 10;
  const none = new Map<string, number>();
  try {
    const library = looksLikeLegacy(bytes) !== null;
    const workbook = library ? readWithSheetJs(sheetJs as unknown as SheetJsLibrary, bytes) : readXlsx(bytes);
    const spent = milliseconds();
    const cells = workbook.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
    if (library) return { file: name, verdict: 'library', milliseconds: spent, cells, differences: [], explained: none };
    const { differences, explained } = compareWithOracle(workbook, readXlsx(bytes, { keepStruckThrough: true }), bytes);
    return { file: name, verdict: differences.length > 0 ? 'differs' : 'agrees', milliseconds: spent, cells, differences, explained };
  } catch (error) {
    const spent = milliseconds();
    if (isWorkbookError(error)) {
      return { file: name, verdict: 'refused', milliseconds: spent, cells: 0, differences: [], explained: none, sentence: error.message };
    }
    const words = error instanceof Error ? error.stack || error.message : String(error);
    return { file: name, verdict: 'differs', milliseconds: spent, cells: 0, differences: [`crash: ${words}`], explained: none };
  }
}

function compareWithOracle(workbook: Workbook, withStruck: Workbook, bytes: Uint8Array): Pick<Outcome, 'differences' | 'explained'> {
  const differences: string[] = [];
  const explained = new Map<string, number>();
  const report: Report = (difference, kind) => {
    if (kind === undefined) differences.push(difference);
    else explained.set(kind, (explained.get(kind) || 0) + 1);
  };
  const oracle = sheetJs.read(bytes, { type: 'array', dense: true, cellStyles: true, cellNF: true, cellFormula: true });
  const states = (oracle.Workbook && oracle.Workbook.Sheets) || [];
  const from1904 = Boolean(oracle.Workbook && oracle.Workbook.WBProps && oracle.Workbook.WBProps.date1904);
  const expected = oracle.SheetNames.filter((name) => isWorksheet(oracle.Sheets[name]));
  const names = workbook.sheets.map((sheet) => sheet.name);
  if (JSON.stringify(names) !== JSON.stringify(expected)) report(`sheets ${JSON.stringify(names)} / ${JSON.stringify(expected)}`);
  workbook.sheets.forEach((sheet, index) => {
    const other = oracle.Sheets[sheet.name];
    const struck = withStruck.sheets[index];
    if (!other || !struck) return;
    const state = states[oracle.SheetNames.indexOf(sheet.name)];
    if (sheet.hidden !== Boolean(state && state.Hidden)) report(`${sheet.name}: hidden ${sheet.hidden}`);
    compareCells(sheet, struck, other, from1904, report);
    compareMerges(sheet, (other['!merges'] || []) as OracleRange[], report);
    compareSpans(sheet.name, 'rows', sheet.hiddenRows, (other['!rows'] || []) as OracleHidden[], report);
    compareSpans(sheet.name, 'columns', sheet.hiddenColumns, (other['!cols'] || []) as OracleHidden[], report);
  });
  return { differences, explained };
}

function isWorksheet(sheet: sheetJs.WorkSheet | undefined): boolean {
  return sheet !== undefined && (sheet['!type'] === undefined || sheet['!type'] === 'sheet');
}

function compareCells(sheet: Sheet, withStruck: Sheet, other: sheetJs.WorkSheet, from1904: boolean, report: Report): void {
  const rows = ((other as unknown as Record<string, unknown>)['!data'] || []) as readonly (
    readonly (OracleCell | undefined)[] | undefined
  )[];
  const ours = new Map(sheet.cells.map((cell) => [formatAddress(cell.row, cell.column), cell]));
  const unstruck = new Map(withStruck.cells.map((cell) => [formatAddress(cell.row, cell.column), cell]));
  const seen = new Set<string>();
  rows.forEach((columns, row) => {
    (columns || []).forEach((oracle, column) => {
      if (!oracle) return;
      const address = formatAddress(row, column);
      seen.add(address);
      const place = `${sheet.name}!${address}`;
      compareCell(place, ours.get(address), unstruck.get(address), oracle, from1904, report);
    });
  });
  for (const [address, cell] of ours) {
    if (!seen.has(address) && cell.value !== null) report(`${sheet.name}!${address}: ${show(cell.value)} / nothing`);
  }
}

function compareCell(
  place: string,
  cell: Cell | undefined,
  struck: Cell | undefined,
  oracle: OracleCell,
  from1904: boolean,
  report: Report,
): void {
  const expected = oracleValue(oracle);
  const value = cell ? cell.value : null;
  if (!sameValue(value, expected)) {
    const words = `${place}: ${show(value)} / ${show(expected)}`;
    const moved = from1904 && cell && cell.format !== undefined && showsDate(cell.format);
    if (moved && typeof value === 'number' && typeof expected === 'number' && sameValue(value - 1462, expected)) {
      report(words, 'date of a workbook that counts from 1904, here as a serial of the 1900 system');
    } else if (value === null && expected === 0 && cell && cell.formula !== undefined) {
      report(words, 'formula without a result, which SheetJS takes for 0');
    } else if (sameValue(struck ? struck.value : null, expected)) report(words, 'struck-through text, not read');
    else if (typeof value === 'string' && typeof expected === 'string' && stripLoneSurrogates(value) === stripLoneSurrogates(expected)) {
      report(words, 'SheetJS loses a character outside the basic plane');
    } else report(words);
  }
  const formula = (cell || struck || { formula: undefined }).formula;
  const master = oracle.F === undefined || oracle.F.split(':')[0] === place.slice(place.lastIndexOf('!') + 1);
  if (master && normaliseFormula(formula) !== normaliseFormula(oracle.f)) report(`${place}: formula ${formula} / ${oracle.f}`);
}

function oracleValue(cell: OracleCell): CellValue | null {
  if (cell.t === 'e') return { error: cell.w || String(cell.v) };
  const value: unknown = cell.v;
  if (Object.prototype.toString.call(value) === '[object Date]') return (value as Date).getTime() / 86400000 + 25569;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function sameValue(ours: CellValue | null, theirs: CellValue | null): boolean {
  if (isCellError(ours)) return isCellError(theirs) && ours.error === theirs.error;
  if (typeof ours === 'number') return typeof theirs === 'number' && Math.abs(ours - theirs) <= 1e-12 * Math.max(1, Math.abs(ours));
  if (ours === null || ours === '') return theirs === null || theirs === '';
  return typeof ours === 'string' && typeof theirs === 'string'
    ? ours.replace(/\r\n?/g, '\n') === theirs.replace(/\r\n?/g, '\n')
    : ours === theirs;
}

function stripLoneSurrogates(text: string): string {
  return text
    .replace(/[\ud800-\uf8ff\ufffd]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function normaliseFormula(formula: string | undefined): string {
  return (formula || '').replace(/_xlfn\.|_xlws\.|_xlpm\./g, '').replace(/\s+/g, '');
}

interface OracleRange {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

interface OracleHidden {
  readonly hidden?: boolean;
}

function compareMerges(sheet: Sheet, merges: readonly OracleRange[], report: Report): void {
  const others = merges
    .map((merge): CellRange => ({ top: merge.s.r, left: merge.s.c, bottom: merge.e.r, right: merge.e.c }))
    .filter((merge) => merge.top !== merge.bottom || merge.left !== merge.right)
    .map(formatRange);
  const ours = sheet.merges.map(formatRange);
  const theirs = new Set(others);
  const mine = new Set(ours);
  ours.filter((range) => !theirs.has(range)).forEach((range) => report(`${sheet.name}: merge ${range} / none`));
  others.filter((range) => !mine.has(range)).forEach((range) => report(`${sheet.name}: no merge / ${range}`));
}

function compareSpans(
  name: string,
  what: string,
  spans: readonly Span[],
  others: readonly (OracleHidden | undefined)[],
  report: Report,
): void {
  const isHidden = (index: number): boolean => spans.some(([first, last]) => index >= first && index <= last);
  others.forEach((other, index) => {
    if (other && other.hidden && !isHidden(index)) report(`${name}: hidden ${what} ${index + 1} not seen`);
  });
  for (const [first, last] of spans) {
    for (let index = first; index <= last && index < others.length; index++) {
      const other = others[index];
      if (!other || !other.hidden)
        report(`${name}: ${what} ${index + 1} hidden / shown`, `hidden by a height, width or default of zero (${what})`);
    }
    if (last >= others.length) report(`${name}: ${what} hidden beyond`, `hidden by a height, width or default of zero (${what})`);
  }
}

function show(value: CellValue | null): string {
  const words = JSON.stringify(value);
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

function print(outcome: Outcome): void {
  const words = { agrees: 'agrees', differs: 'DIFFERS', refused: 'refused', library: 'read by SheetJS' }[outcome.verdict];
  const slow = outcome.milliseconds > SLOWEST_MILLISECONDS ? '  TOO SLOW' : '';
  console.log(
    `${words.padEnd(16)}${String(outcome.milliseconds).padStart(8)} ms ${String(outcome.cells).padStart(7)} cells  ${outcome.file}${slow}`,
  );
  if (outcome.sentence !== undefined) console.log(`    ${outcome.sentence}`);
  for (const [kind, count] of outcome.explained) console.log(`    explained, ${count} ×: ${kind}`);
  outcome.differences.slice(0, SHOWN_DIFFERENCES).forEach((difference) => console.log(`    ours / SheetJS  ${difference}`));
  if (outcome.differences.length > SHOWN_DIFFERENCES) console.log(`    … ${outcome.differences.length - SHOWN_DIFFERENCES} more`);
}

function main(folders: readonly string[]): number {
  if (folders.length === 0) {
    console.error('npm run check:reader -- FOLDER...');
    return 2;
  }
  const base = process.env.INIT_CWD || process.cwd();
  const outcomes = folders.reduce<Outcome[]>((all, folder) => {
    const root = resolve(base, folder);
    return all.concat(
      listFiles(root).map((file) => {
        const outcome = checkFile(file, relative(root, file) || file);
        print(outcome);
        return outcome;
      }),
    );
  }, []);
  const count = (verdict: Outcome['verdict']): number => outcomes.filter((outcome) => outcome.verdict === verdict).length;
  const slow = outcomes.filter((outcome) => outcome.milliseconds > SLOWEST_MILLISECONDS).length;
  console.log(
    `${outcomes.length} files: ${count('agrees')} agree, ${count('library')} read by SheetJS itself, ${count('refused')} refused, ${count('differs')} differ, ${slow} too slow`,
  );
  return count('differs') + slow > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
