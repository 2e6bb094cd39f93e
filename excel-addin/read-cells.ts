/// <reference types="office-js" />
import type { Cell, CellRange, Span } from '../core/workbook/workbook';
import { collectSpans } from '../core/xlsx/spans';
import { readCell } from './cells';
import type { CellSurroundings, RawFont } from './cells';
import { stopped, tooLarge } from './messages';
import { rangeAt, rangeOf } from './ranges';
import type { ReadTask } from './read-task';

/** One sheet as the second call found it. */
export interface SheetToRead {
  readonly sheet: Excel.Worksheet;
  /** Around everything that holds something; null for a blank sheet. */
  readonly range: CellRange | null;
  /** The rectangle is so large that only the areas that hold something are read. */
  readonly sparse: boolean;
  /** The font of all cells; null where they differ. */
  readonly font: RawFont | null;
  /** null where some are and some are not. */
  readonly rowsHidden: boolean | null;
  readonly columnsHidden: boolean | null;
  readonly mergesUnknown: boolean;
}

/** A block as Excel answered it, kept so that a later look can tell whether anything in it changed. */
export interface SeenBlock {
  readonly range: CellRange;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  /** About how many characters these two take in an answer. */
  readonly size: number;
}

export interface SheetCells {
  readonly cells: readonly Cell[];
  readonly mixed: ReadonlyMap<string, 'font' | 'struck'>;
  readonly merges: readonly CellRange[];
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  readonly seen: readonly SeenBlock[];
}

/** How much answer is asked for at a time: Excel on the web gives at most 5 MB. */
export const ANSWER = 4000000;
/** What a cell costs in an answer where nothing is known yet, and its font on top. */
const CELL = 60;
const FONT = 80;
/** The number format and the type of a cell, and the signs around them. */
const LOOKS = 20;
/** Excel tells at most this many merged areas at a time; a range of as many cells never holds more. */
const MERGED_AREAS = 512;

interface Block {
  readonly index: number;
  readonly range: CellRange;
}

type Draft = {
  cells: Cell[];
  mixed: Map<string, 'font' | 'struck'>;
  merges: Map<string, CellRange>;
  hiddenRows: ReturnType<typeof collectSpans>;
  hiddenColumns: readonly Span[];
  seen: SeenBlock[];
};

const count = (range: CellRange): number => (range.bottom - range.top + 1) * (range.right - range.left + 1);

/**
 * Reads the cells of all sheets, in one call while the answer stays below 4 MB. Fails with a `HostError` where not even a few rows fit into an
 * answer.
 */
export async function readSheetCells(
  context: Excel.RequestContext,
  sheets: readonly SheetToRead[],
  surroundings: CellSurroundings & { readonly textRuns: boolean },
  task: ReadTask,
): Promise<SheetCells[]> {
  const drafts = sheets.map((): Draft => ({
    cells: [],
    mixed: new Map(),
    merges: new Map(),
    hiddenRows: collectSpans(),
    hiddenColumns: [],
    seen: [],
  }));
  let queue = await blocksOf(context, sheets);
  const whole = queue.reduce((sum, block) => sum + count(block.range), 0);
  const fonts = queue
    .filter((block) => (sheets[block.index] as SheetToRead).font === null)
    .reduce((sum, block) => sum + count(block.range), 0);
  let cost = CELL + (whole === 0 ? 0 : (FONT * fonts) / whole);
  let room = ANSWER;
  let done = 0;
  let asides: Asides[] | null = null;
  for (let told = false; !told || queue.length > 0;) {
    const { now, later } = take(queue, Math.max(1, Math.floor(room / cost)));
    const asked = now.map((block) => ask(sheets[block.index] as SheetToRead, block, surroundings.textRuns));
    if (!told) asides = askAsides(sheets);
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- the answer is asked for in parts because it has a largest size
      await context.sync();
    } catch (error) {
      if (!isTooLarge(error)) throw error;
      room /= 2;
      if (room < ANSWER / 1000) throw tooLarge();
      continue;
    }
    stopped(task.signal);
    if (!told) settleAsides(asides as Asides[], drafts);
    told = true;
    let size = 0;
    let cells = 0;
    for (const one of asked) {
      size += settle(one, drafts[one.block.index] as Draft, sheets[one.block.index] as SheetToRead, surroundings);
      cells += count(one.block.range);
    }
    if (cells > 0) cost = Math.max(20, (size / cells) * 1.1);
    done += cells;
    task.progress?.(whole === 0 ? 1 : done / whole);
    queue = later;
  }
  return drafts.map((draft) => ({
    cells: draft.cells.sort((one, other) => one.row - other.row || one.column - other.column),
    mixed: draft.mixed,
    merges: Array.from(draft.merges.values()),
    hiddenRows: draft.hiddenRows.spans(),
    hiddenColumns: draft.hiddenColumns,
    seen: draft.seen,
  }));
}

/** True for the error by which Excel refuses an answer or a request as too large. */
export function isTooLarge(error: unknown): boolean {
  return /PayloadSizeLimitExceeded/.test(String((error as { code?: unknown } | null)?.code));
}

/** What is to be read, in order. Sheets whose rectangle is mostly empty cost one call more, which tells the areas that hold something. */
async function blocksOf(context: Excel.RequestContext, sheets: readonly SheetToRead[]): Promise<Block[]> {
  const areas = sheets.map(({ sheet, sparse }) => {
    if (!sparse) return [];
    return (['Constants', 'Formulas'] as const).map((kind) => {
      const found = sheet.getRange().getSpecialCellsOrNullObject(kind);
      found.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
      return found;
    });
  });
  if (sheets.some((sheet) => sheet.sparse)) await context.sync();
  const blocks: Block[] = [];
  sheets.forEach((sheet, index) => {
    if (sheet.range === null) return;
    if (!sheet.sparse) blocks.push({ index, range: sheet.range });
    for (const found of areas[index] ?? []) {
      if (!found.isNullObject) blocks.push(...found.areas.items.map((area) => ({ index, range: rangeOf(area) })));
    }
  });
  return blocks;
}

/** The blocks for about as many cells; one that does not fit is cut between two rows. */
function take(queue: readonly Block[], cells: number): { readonly now: Block[]; readonly later: Block[] } {
  const now: Block[] = [];
  let left = cells;
  for (let position = 0; position < queue.length; position++) {
    const block = queue[position] as Block;
    const size = count(block.range);
    if (size <= left) {
      now.push(block);
      left -= size;
      continue;
    }
    const { top, bottom, left: from, right } = block.range;
    const rows = Math.min(bottom - top + 1, Math.max(now.length === 0 ? 1 : 0, Math.floor(left / (right - from + 1))));
    const later = queue.slice(position + 1);
    if (rows > 0) now.push({ ...block, range: { ...block.range, bottom: top + rows - 1 } });
    if (top + rows <= bottom) later.unshift({ ...block, range: { ...block.range, top: top + rows } });
    return { now, later };
  }
  return { now, later: [] };
}

interface Asked {
  readonly block: Block;
  readonly range: Excel.Range;
  readonly fonts: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
}

function ask(sheet: SheetToRead, block: Block, textRuns: boolean): Asked {
  const range = rangeAt(sheet.sheet, block.range);
  range.load('values,formulas,numberFormat,valueTypes');
  const looks = { format: { font: { name: true, strikethrough: true } }, ...(textRuns ? { textRuns: true } : {}) };
  return {
    block,
    range,
    fonts: sheet.font === null ? range.getCellProperties(looks) : null,
    rows: sheet.rowsHidden === null ? range.getRowProperties({ rowHidden: true }) : null,
  };
}

/** Puts the answer of one block into the draft; gives its size in characters. */
function settle(asked: Asked, draft: Draft, sheet: SheetToRead, surroundings: CellSurroundings): number {
  const { range, block } = asked;
  const { values, formulas, numberFormat, valueTypes } = range as unknown as Record<string, unknown[][] | null>;
  // Excel answers null, without an error, where it holds a range for too large.
  if (!values || !formulas || !numberFormat || !valueTypes) throw tooLarge();
  const { top, left } = block.range;
  let size = 0;
  values.forEach((rowValues, down) => {
    rowValues.forEach((value, across) => {
      const formula = (formulas[down] as unknown[])[across];
      size += LOOKS + 6 + sizeOf(value) + sizeOf(formula);
      if ((value === '' || value === null) && formula === value) return;
      const font = asked.fonts ? fontOf(asked.fonts.value[down]?.[across]) : (sheet.font as RawFont);
      const row = top + down;
      const column = left + across;
      const type = (valueTypes[down] as unknown[])[across];
      const format = (numberFormat[down] as unknown[])[across];
      const read = readCell({ row, column, value, formula, type, format, font }, surroundings);
      if (read === null) return;
      draft.cells.push(read.cell);
      if (read.mixed !== 'no') draft.mixed.set(`${row},${column}`, read.mixed);
    });
  });
  if (sheet.rowsHidden === true) draft.hiddenRows.add(top, block.range.bottom);
  asked.rows?.value.forEach((row, down) => {
    if (row.rowHidden) draft.hiddenRows.add(top + down, top + down);
  });
  draft.seen.push({ range: block.range, values, formulas, size: size - LOOKS * count(block.range) });
  return size + (asked.fonts ? FONT * count(block.range) : 0);
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' ? value.length : 8;
}

function fontOf(properties: Excel.CellProperties | undefined): RawFont {
  const font = properties?.format?.font;
  return {
    name: font?.name || null,
    strikethrough: font?.strikethrough ?? null,
    ...(properties?.textRuns === undefined ? {} : { runs: properties.textRuns }),
  };
}

interface Asides {
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null;
  readonly merges: readonly Excel.RangeAreas[];
  readonly sheet: SheetToRead;
}

/** What is asked for once a sheet: hidden columns, and the merged areas band by band where they were not told at once. */
function askAsides(sheets: readonly SheetToRead[]): Asides[] {
  return sheets.map((sheet) => {
    const { range } = sheet;
    if (range === null) return { sheet, columns: null, merges: [] };
    const columns = sheet.columnsHidden === null ? rangeAt(sheet.sheet, range).getColumnProperties({ columnHidden: true }) : null;
    const bands = sheet.mergesUnknown ? (sheet.sparse ? [range] : bandsOf(range)) : [];
    const merges = bands.map((band) => {
      const found = rangeAt(sheet.sheet, band).getMergedAreasOrNullObject();
      found.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
      return found;
    });
    return { sheet, columns, merges };
  });
}

function bandsOf(range: CellRange): CellRange[] {
  const rows = Math.max(1, Math.floor(MERGED_AREAS / (range.right - range.left + 1)));
  const bands: CellRange[] = [];
  for (let top = range.top; top <= range.bottom; top += rows) bands.push({ ...range, top, bottom: Math.min(range.bottom, top + rows - 1) });
  return bands;
}

function settleAsides(asides: readonly Asides[], drafts: readonly Draft[]): void {
  asides.forEach(({ sheet, columns, merges }, index) => {
    const draft = drafts[index] as Draft;
    if (sheet.range === null) return;
    const { left, right } = sheet.range;
    const hidden = collectSpans();
    if (sheet.columnsHidden === true) hidden.add(left, right);
    columns?.value.forEach((column, across) => {
      if (column.columnHidden) hidden.add(left + across, left + across);
    });
    draft.hiddenColumns = hidden.spans();
    for (const found of merges) {
      if (found.isNullObject) continue;
      for (const area of found.areas.items.map(rangeOf)) draft.merges.set([area.top, area.left, area.bottom, area.right].join(), area);
    }
  });
}
