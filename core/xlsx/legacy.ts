import type { Cell, CellRange, CellValue, Sheet, Span, Workbook } from '../workbook/workbook';
import { readBiffLooks, type BiffLooks } from './biff';
import { draftCell, showText } from './cells';
import { isCompoundFile, listCompoundNames } from './compound';
import { DAYS_FROM_1904 } from './dates';
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../workbook/references';
import { damaged, isWorkbookError, tooLarge, WorkbookError } from './errors';
import { withoutAuthor } from './notes';
import { showsDate } from './number-formats';
import { readOpenDocumentFacts, type TableFacts } from './open-document';
import type { CellLooks } from './looks';
import { explainForeignBytes, isBareBiff, openDocumentType } from './sniff';
import { collectSpans } from './spans';
import { joinRichText } from './strings';
import { plainStyle, type CellStyle } from './styles';

/** The few things of SheetJS that are used; the host loads the library and hands it in. */
export interface SheetJsLibrary {
  read(bytes: Uint8Array, options: Readonly<Record<string, unknown>>): SheetJsWorkbook;
  /** Its reader of OLE compound files. */
  readonly CFB: {
    read(bytes: Uint8Array, options: Readonly<Record<string, unknown>>): unknown;
    find(container: never, name: string): { readonly content?: ArrayLike<number> } | null;
  };
}

interface SheetJsWorkbook {
  readonly SheetNames: readonly string[];
  readonly Sheets: Readonly<Record<string, SheetJsSheet>>;
  readonly Workbook?: {
    readonly WBProps?: { readonly date1904?: boolean };
    readonly Sheets?: readonly { readonly Hidden?: number; readonly name?: string }[];
  };
}

interface SheetJsSheet {
  readonly '!type'?: string;
  readonly '!data'?: readonly (readonly (SheetJsCell | undefined)[] | undefined)[];
  readonly '!rows'?: readonly ({ readonly hidden?: boolean } | undefined | null)[];
  readonly '!cols'?: readonly ({ readonly hidden?: boolean } | undefined | null)[];
  readonly '!merges'?: readonly { readonly s: SheetJsPlace; readonly e: SheetJsPlace }[];
}

interface SheetJsPlace {
  readonly r: number;
  readonly c: number;
}

interface SheetJsCell {
  readonly t: string;
  readonly v?: unknown;
  readonly f?: string;
  readonly z?: string | number;
  readonly w?: string;
  readonly c?: readonly { readonly t?: string; readonly a?: string }[];
}

const MAXIMUM_BYTES = 100 * 1024 * 1024;
const MAXIMUM_CELLS = 1000000;

/** The error values by the numbers that stand for them in a .xls ([MS-XLS] 2.5.10). */
const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** Which of the formats that need the library the bytes are: `.xls` (not an encrypted .xlsx, not a web page named .xls), `.ods`, or neither. */
export function looksLikeLegacy(bytes: Uint8Array): 'xls' | 'ods' | null {
  const type = openDocumentType(bytes);
  if (type !== null) return /opendocument\.spreadsheet/.test(type) ? 'ods' : null;
  if (isBareBiff(bytes)) return 'xls';
  if (!isCompoundFile(bytes)) return null;
  const names = listCompoundNames(bytes);
  return names.includes('Workbook') || names.includes('Book') ? 'xls' : null;
}

/**
 * Reads an .xls or .ods through SheetJS into the same snapshot as `readXlsx`; fonts, struck-through text and what is hidden in an .ods, which
 * the library does not tell, are read from the file itself. The library writes notices to the console; keeping them from the user is the host's
 * part. Throws a WorkbookError for what cannot be read, a web page
 * (HTML) named .xls included: its numbers would have to be guessed from text, while Excel saves it as .xlsx in one step.
 */
export function readWithSheetJs(library: SheetJsLibrary, bytes: Uint8Array, options: { readonly file?: string | null } = {}): Workbook {
  const kind = looksLikeLegacy(bytes);
  if (kind === null) throw explainForeignBytes(bytes);
  if (bytes.length > MAXIMUM_BYTES) throw tooLarge('dung lượng vượt quá 100 MB');
  const facts = kind === 'ods' ? readOpenDocumentFacts(bytes) : null;
  const source = readQuietly(library, bytes);
  const looks = kind === 'xls' ? readLooks(library, bytes) : null;
  const defaultFont = (facts ? facts.defaultFont : looks && looks.defaultFont) || null;
  const from1904 = kind === 'xls' && Boolean(source.Workbook && source.Workbook.WBProps && source.Workbook.WBProps.date1904);
  const room = { cells: MAXIMUM_CELLS };
  const sheets: Sheet[] = [];
  source.SheetNames.forEach((name, index) => {
    const sheet = source.Sheets[name];
    if (!sheet) throw damaged(`không tìm thấy nội dung của trang tính “${name}”`);
    if (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet') return;
    const state = source.Workbook && source.Workbook.Sheets && source.Workbook.Sheets[index];
    const table = facts ? facts.tables.find((candidate) => candidate.name === name) : undefined;
    const cellLooks = table ? table.looks : looks ? looks.sheets.get(name) : undefined;
    sheets.push(readSheet(name, sheet, Boolean(state && state.Hidden), table, { from1904, room, defaultFont, looks: cellLooks }));
  });
  if (sheets.length === 0) throw damaged('sổ tính không có trang tính nào');
  return { file: options.file === undefined ? null : options.file, defaultFont, sheets };
}

function readQuietly(library: SheetJsLibrary, bytes: Uint8Array): SheetJsWorkbook {
  try {
    return library.read(bytes, {
      type: 'array',
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellFormula: true,
      cellText: true,
      cellHTML: false,
    });
  } catch (error) {
    if (isWorkbookError(error)) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(message)) {
      throw new WorkbookError('encrypted', 'Tệp được bảo vệ bằng mật khẩu; hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi thử lại.');
    }
    throw damaged('nội dung bảng tính đời cũ không đọc được');
  }
}

/** What is known of a sheet beside what the library tells. */
interface SheetContext {
  readonly from1904: boolean;
  readonly room: { cells: number };
  readonly defaultFont: string | null;
  readonly looks: CellLooks | undefined;
}

/** The looks of an .xls's cells; null where its stream cannot be found or read, for the values don't depend on them. */
function readLooks(library: SheetJsLibrary, bytes: Uint8Array): BiffLooks | null {
  if (isBareBiff(bytes)) return null;
  try {
    const container = library.CFB.read(bytes, { type: 'array' }) as never;
    const stream = library.CFB.find(container, 'Workbook') || library.CFB.find(container, 'Book');
    return stream && stream.content ? readBiffLooks(Uint8Array.from(stream.content)) : null;
  } catch {
    return null;
  }
}

function readSheet(name: string, sheet: SheetJsSheet, hidden: boolean, table: TableFacts | undefined, context: SheetContext): Sheet {
  const cells: Cell[] = [];
  (sheet['!data'] || []).forEach((columns, row) => {
    if (!columns) return;
    columns.forEach((source, column) => {
      const cell = source && readCell(source, row, column, context);
      if (!cell) return;
      if (row >= MAXIMUM_ROWS || column >= MAXIMUM_COLUMNS) throw damaged('có ô nằm ngoài phạm vi trang tính');
      if (--context.room.cells < 0) throw tooLarge('có quá nhiều ô chứa dữ liệu');
      cells.push(cell);
    });
  });
  return {
    name,
    hidden: table ? table.hidden : hidden,
    cells,
    merges: (sheet['!merges'] || []).map(readMerge).filter((range) => range.top !== range.bottom || range.left !== range.right),
    hiddenRows: table ? table.hiddenRows : hiddenSpans(sheet['!rows']),
    hiddenColumns: table ? table.hiddenColumns : hiddenSpans(sheet['!cols']),
  };
}

function readCell(source: SheetJsCell, row: number, column: number, context: SheetContext): Cell | null {
  const { looks, defaultFont } = context;
  const place = row * MAXIMUM_COLUMNS + column;
  const note = readNote(source);
  const format = typeof source.z === 'string' && source.z !== '' && !/^general$/i.test(source.z) ? source.z : undefined;
  const date = format !== undefined && showsDate(format);
  const struck = looks !== undefined && looks.struck.has(place);
  const style: CellStyle = { format, font: looks && looks.fonts.get(place), struck, date };
  const formula = source.f === undefined || source.f === '' ? undefined : source.f;
  const value = readValue(source, context.from1904 && date);
  const runs = looks && typeof value === 'string' ? looks.richTexts.get(place) : undefined;
  const shown = typeof value === 'string' ? showText(runs && joinRichText(runs) === value ? runs : value, style, defaultFont, false) : null;
  const read = typeof value === 'string' ? shown && shown.value : struck ? null : value;
  const blank = (read === null && (formula === undefined || struck)) || (read === '' && formula === undefined);
  if (blank && note === undefined) return null;
  const cell = blank
    ? draftCell(row, column, null, plainStyle, undefined)
    : draftCell(row, column, read, { ...style, font: shown ? shown.font : style.font }, formula);
  if (shown && shown.runs && !blank) cell.runs = shown.runs;
  if (note !== undefined) cell.note = note;
  return cell;
}

function readValue(source: SheetJsCell, movedDate: boolean): CellValue | null {
  const value = source.v;
  if (source.t === 'e') return { error: (typeof value === 'number' && errorTexts[value]) || source.w || '#VALUE!' };
  if (typeof value === 'number') return Number.isFinite(value) ? (movedDate ? value + DAYS_FROM_1904 : value) : null;
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

function readNote(source: SheetJsCell): string | undefined {
  if (!source.c || source.c.length === 0) return undefined;
  // The library reads on behind the end of some comments of an .xls.
  const text = source.c.map((comment) => withoutAuthor((comment.t || '').split('\u0000')[0] as string, comment.a)).join('\n');
  return text.trim() === '' ? undefined : text;
}

function readMerge(range: { readonly s: SheetJsPlace; readonly e: SheetJsPlace }): CellRange {
  if (range.e.r >= MAXIMUM_ROWS || range.e.c >= MAXIMUM_COLUMNS) throw damaged('có ô gộp nằm ngoài phạm vi trang tính');
  return { top: range.s.r, left: range.s.c, bottom: range.e.r, right: range.e.c };
}

function hiddenSpans(stretches: readonly ({ readonly hidden?: boolean } | undefined | null)[] | undefined): Span[] {
  const hidden = collectSpans();
  (stretches || []).forEach((stretch, index) => {
    if (stretch && stretch.hidden) hidden.add(index, index);
  });
  return hidden.spans();
}
