/// <reference types="office-js" />
import type { CellRange, Sheet, Workbook } from '../core/workbook/workbook';
import { formatReference } from '../core/workbook/references';
import { addDetails } from './details';
import type { MixedCells } from './details';
import { readFileBytes } from './file';
import { mixedTextUnknown, stopped } from './messages';
import { supports } from './office';
import { rangeOf } from './ranges';
import { readSheetCells } from './read-cells';
import type { ReadTask } from './read-task';
import type { SeenBlock, SheetToRead } from './read-cells';

/** One sheet as it was when it was read. */
export interface SeenSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: string;
  /** Around everything that holds something; null for a blank sheet. */
  readonly range: CellRange | null;
  /** Only the areas that hold something were read. */
  readonly sparse: boolean;
  readonly blocks: readonly SeenBlock[];
}

/** What has to be known of the workbook before anything is written into it. */
export interface WorkbookState {
  readonly structureProtected: boolean;
  readonly readOnly: boolean;
  readonly protectedSheets: readonly string[];
  /** All sheets in their order: what is held against the workbook once more right before anything is written. */
  readonly seen: readonly SeenSheet[];
}

export interface ReadOutcome {
  readonly workbook: Workbook;
  readonly state: WorkbookState;
}

/** Half a million cells that hold little are read as they stand; a larger rectangle is read by the areas that hold something. */
const LARGEST_RECTANGLE = 500000;

/**
 * Reads the open workbook: three calls of `context.sync()`, and one more for each further 4 MB of answer. Rows and columns that only have a look
 * are not asked for. Throws what Excel throws, or a `HostError`.
 */
export async function readWorkbook(context: Excel.RequestContext, task: ReadTask = {}): Promise<ReadOutcome> {
  const file = task.contentsOnly ? Promise.resolve(null) : readFileBytes();
  const { protection, worksheets } = context.workbook;
  context.workbook.load('name,readOnly');
  protection.load('protected');
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  const normal = context.workbook.styles.getItemOrNullObject('Normal');
  normal.load('font/name');
  // A day of both calendars: 36526 where dates count from 1900, 1462 less where they count from 1904.
  const newYear = context.workbook.functions.date(2000, 1, 1);
  newYear.load('value');
  await context.sync();
  stopped(task.signal);
  const defaultFont = normal.isNullObject ? null : normal.font.name || null;
  const outlines = await readOutlines(context, worksheets.items);
  stopped(task.signal);
  task.begins?.();
  const cells = await readSheetCells(
    context,
    outlines.map((outline) => outline.toRead),
    { defaultFont, from1904: newYear.value === 35064, textRuns: supports('1.18') },
    task,
  );
  const mixed = new Map<string, ReadonlyMap<string, 'font' | 'struck'>>();
  const sheets = outlines.map((outline, index): Sheet => {
    const read = cells[index] as (typeof cells)[number];
    if (read.mixed.size > 0) mixed.set(outline.name, read.mixed);
    return {
      name: outline.name,
      hidden: outline.hidden,
      cells: read.cells,
      merges: outline.merges ?? read.merges,
      hiddenRows: read.hiddenRows,
      hiddenColumns: read.hiddenColumns,
    };
  });
  const snapshot: Workbook = { file: context.workbook.name, defaultFont, sheets };
  return {
    workbook: task.contentsOnly ? snapshot : settle(snapshot, mixed, await file),
    state: {
      structureProtected: protection.protected,
      readOnly: context.workbook.readOnly,
      protectedSheets: worksheets.items.filter((sheet) => sheet.protection.protected).map((sheet) => sheet.name),
      seen: outlines.map(({ toRead }, index) => {
        const { id, name, visibility } = worksheets.items[index] as Excel.Worksheet;
        return { id, name, visibility, range: toRead.range, sparse: toRead.sparse, blocks: (cells[index] as (typeof cells)[number]).seen };
      }),
    },
  };
}

/** A text that is struck through in part is never read as if it were not: what cannot be told is said. */
function settle(snapshot: Workbook, mixed: MixedCells, file: Uint8Array | null): Workbook {
  const { workbook, unknown } = addDetails(snapshot, mixed, file);
  const [first] = unknown;
  if (first) throw mixedTextUnknown(formatReference(first), unknown.length);
  return workbook;
}

interface Outline {
  readonly name: string;
  readonly hidden: boolean;
  readonly toRead: SheetToRead;
  /** null where Excel did not answer: they are asked for again, band by band. */
  readonly merges: readonly CellRange[] | null;
}

/** The second call: where each sheet holds something, its merged areas, and whether its looks are the same all over. */
async function readOutlines(context: Excel.RequestContext, worksheets: readonly Excel.Worksheet[], withMerges = true): Promise<Outline[]> {
  const asked = worksheets.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden,format/font/name,format/font/strikethrough');
    const merged = withMerges ? sheet.getRange().getMergedAreasOrNullObject() : null;
    merged?.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
    return { sheet, used, merged };
  });
  try {
    await context.sync();
  } catch (error) {
    // More than 512 merged areas are refused; without them the rest can be read.
    if (!withMerges || (error as { code?: string }).code === 'InvalidOperationInCellEditMode') throw error;
    return readOutlines(context, worksheets, false);
  }
  return asked.map(({ sheet, used, merged }): Outline => {
    const font = used.isNullObject ? null : used.format.font;
    return {
      name: sheet.name,
      hidden: String(sheet.visibility) !== 'Visible',
      merges:
        merged === null || (merged.isNullObject && !used.isNullObject) ? null : merged.isNullObject ? [] : merged.areas.items.map(rangeOf),
      toRead: {
        sheet,
        range: used.isNullObject ? null : rangeOf(used),
        sparse: !used.isNullObject && used.rowCount * used.columnCount > LARGEST_RECTANGLE,
        font: font !== null && font.name && font.strikethrough === false ? { name: font.name, strikethrough: false } : null,
        rowsHidden: used.isNullObject ? false : used.rowHidden,
        columnsHidden: used.isNullObject ? false : used.columnHidden,
        mergesUnknown: merged === null || merged.isNullObject,
      },
    };
  });
}
