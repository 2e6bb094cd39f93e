import { takeAll } from '../workbook/steps';
import type { Steps } from '../workbook/steps';
import type { Sheet, Workbook } from '../workbook/workbook';
import { damaged } from './errors';
import { addNotes } from './notes';
import type { Package, Relationship } from './package';
import { readSheet, type Room, type SheetContext } from './sheet';
import { readSharedStrings } from './strings';
import { readStyles } from './styles';
import { openWorkbook, withinLimits, type OpenedWorkbook } from './workbook-part';

export { readPackageInfo, type PackageInfo, type PackageKind } from './package-info';
export { WorkbookError, isWorkbookError, type WorkbookErrorCode } from './errors';

/** What is kept of one workbook: far more than officers' workbooks hold, and what fits into one gigabyte. */
const ROOM: Readonly<Room> = { cells: 1000000, runs: 1000000, formulaCharacters: 20000000 };

/** What a caller may say about the file. */
export interface ReadOptions {
  /** The file's name without its folder. */
  readonly file?: string | null;
  /** Reads struck-through text like any other, for comparison with readers that cannot tell it; false where not given. */
  readonly keepStruckThrough?: boolean;
}

/**
 * Reads an .xlsx or .xlsm (also .xltx, .xltm) into a snapshot: worksheets only, in the workbook's order. Struck-through text is left out, a
 * formula's value is its cached result, dates are serials of the 1900 system. Throws a WorkbookError, and nothing else, for what cannot be read.
 */
export function readXlsx(bytes: Uint8Array, options: ReadOptions = {}): Workbook {
  return takeAll(readXlsxInSteps(bytes, options));
}

/** `readXlsx` in steps, a sheet at a time; it throws the same. */
export function* readXlsxInSteps(bytes: Uint8Array, options: ReadOptions = {}): Steps<Workbook> {
  try {
    return yield* readOpened(openWorkbook(bytes), options);
  } catch (error) {
    return withinLimits(() => {
      throw error;
    });
  }
}

function* readOpened(opened: OpenedWorkbook, options: ReadOptions): Steps<Workbook> {
  yield;
  const styles = readStyles(partOfType(opened, 'styles'));
  yield;
  const strings = partOfType(opened, 'sharedstrings');
  const context: SheetContext = {
    strings: strings === null ? [] : readSharedStrings(strings),
    styles,
    from1904: opened.from1904,
    keepStruck: options.keepStruckThrough === true,
    room: { ...ROOM },
  };
  yield;
  const sheets: Sheet[] = [];
  for (const entry of opened.sheets) {
    const relationship = entry.relationship;
    if (!relationship) throw damaged(`không tìm thấy nội dung của trang tính “${entry.name}”`);
    if (relationship.type !== 'worksheet') continue;
    sheets.push({ name: entry.name, hidden: entry.hidden, ...readSheetPart(opened.package, relationship, context, entry.name) });
    yield;
  }
  return { file: options.file === undefined ? null : options.file, defaultFont: styles.defaultFont, sheets };
}

function readSheetPart(source: Package, relationship: Relationship, context: SheetContext, name: string): Omit<Sheet, 'name' | 'hidden'> {
  const text = source.text(relationship.target);
  if (text === null) throw damaged(`không tìm thấy nội dung của trang tính “${name}”`);
  const content = readSheet(text, context);
  addNotes(content.cells, source, source.relationships(relationship.target), context.room);
  return content;
}

/** The text of the workbook's part of that kind, null where it has none. */
function partOfType(opened: OpenedWorkbook, type: string): string | null {
  const relationship = opened.relationships.find((candidate) => candidate.type === type && !candidate.external);
  if (!relationship) return null;
  const text = opened.package.text(relationship.target);
  if (text === null) throw damaged(`thiếu phần “${relationship.target}”`);
  return text;
}
