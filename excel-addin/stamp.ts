/// <reference types="office-js" />
import type { Workbook } from '../core/workbook/workbook';
import type { SheetDesign } from '../core/summary/design';
import { empty, mark, writeOver } from './clear-sheet';
import { contentStretches, drawContents, drawLooks, looksSize } from './draw-sheet';
import { readOnly, sheetProtected, stopped } from './messages';
import type { Again } from './messages';
import { rangeOf } from './ranges';
import type { WorkbookState } from './read';
import { recheck } from './recheck';

/** True where the sheets cannot be put into this workbook and have to be handed over as a new one. */
export function needsNewWorkbook(designs: readonly SheetDesign[], state: WorkbookState): boolean {
  return state.structureProtected && designs.some((design) => design.replaces === null);
}

/** A sheet of ours as it was written. */
export interface WrittenSheet {
  readonly id: string;
  readonly name: string;
}

/** What goes to Excel in one call at most, in bytes: its web version takes 5 MB. */
const LARGEST_WRITE = 4 * 1024 * 1024;

/** Called between the calls that write; `done` from 0 to 1. A stop leaves sheets of ours unfinished, and they say so. */
export interface WriteTask {
  readonly signal?: AbortSignal;
  /** Which button begins anew, and what for, where the workbook is no longer as it was read; the one of the result sheet where left out. */
  readonly again?: Again;
  /** Nothing stands against the writing any more: from here on a failure may leave sheets of ours unfinished. */
  begins?(): void;
  progress?(done: number): void;
}

/**
 * Writes sheets of ours into the open workbook: a new one at the end, or ours of before rewritten in place. It is never deleted, moved or unprotected,
 * because Excel would forget everything that the officer could undo. Two calls of `context.sync()`, one more for each further 4 MB of contents: the
 * first ones only ask, the others write, with the mark of an unfinished sheet first and the stamps last. Throws a `HostError`, before anything is
 * written, where the workbook cannot be written or is no longer as it was read.
 */
export async function writeSheets(
  context: Excel.RequestContext,
  designs: readonly SheetDesign[],
  workbook: Workbook,
  state: WorkbookState,
  task: WriteTask = {},
  largest = LARGEST_WRITE,
): Promise<WrittenSheet[]> {
  if (state.readOnly) throw readOnly();
  for (const { replaces } of designs) {
    if (replaces !== null && state.protectedSheets.includes(replaces)) throw sheetProtected(replaces);
  }
  const asked = await recheck(context, state.seen, () => designs.map((design) => ask(context, design, workbook)), task.again);
  for (const { design, old } of asked) {
    if (old?.protection.protected) throw sheetProtected(design.replaces as string);
  }
  stopped(task.signal);
  task.begins?.();
  let queued = 0;
  /** Sends what is queued where the next part would make it too large. */
  const makeRoom = async (bytes: number): Promise<void> => {
    if (queued > 0 && queued + bytes > largest) {
      await context.sync();
      queued = 0;
      stopped(task.signal);
    }
    queued += bytes;
  };
  const written: Excel.Worksheet[] = [];
  for (const [index, { design, old, used, charts, begun }] of asked.entries()) {
    const over = old !== null && holdsHands(design);
    const stretches = contentStretches(design, over ? Infinity : largest);
    // A sheet is emptied in the call that fills it again.
    await makeRoom(stretches[0]?.bytes ?? 0);
    const sheet = old ?? begun.find(isUntouched)?.sheet ?? context.workbook.worksheets.add(design.name);
    sheet.load('id,name');
    const before = used && !used.isNullObject ? rangeOf(used) : null;
    if (over) writeOver(sheet, design, workbook, before);
    else if (old) empty(sheet, design, workbook, before);
    else mark(sheet, design.stampCell, design);
    // A result sheet without a table has no chart either; charts that the officer drew beside ours stay.
    charts?.items
      .filter((chart) => (design.chart ? chart.name === design.chart.name : design.kind === 'summary'))
      .forEach((chart) => chart.delete());
    for (const [index, stretch] of stretches.entries()) {
      if (index > 0) await makeRoom(stretch.bytes);
      if (!over) drawContents(sheet, design, stretch);
    }
    await makeRoom(looksSize(design));
    drawLooks(sheet, design);
    written.push(sheet);
    task.progress?.((index + 1) / asked.length);
  }
  asked.forEach(({ design }, index) => {
    const { row, column, text } = design.stampCell;
    (written[index] as Excel.Worksheet).getRangeByIndexes(row, column, 1, 1).values = [[text]];
  });
  await context.sync();
  return written.map(({ id, name }) => ({ id, name }));
}

/** What agencies wrote into the appraisal stands nowhere else. */
function holdsHands(design: SheetDesign): boolean {
  return design.kind === 'district' && design.cells.some((cell) => cell.hand !== undefined);
}

interface Asked {
  readonly design: SheetDesign;
  readonly old: Excel.Worksheet | null;
  readonly used: Excel.Range | null;
  readonly charts: Excel.ChartCollection | null;
  readonly begun: readonly Begun[];
}

/** A blank sheet with a name of ours. */
interface Begun {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

function ask(context: Excel.RequestContext, design: SheetDesign, workbook: Workbook): Asked {
  const { worksheets } = context.workbook;
  if (design.replaces === null) {
    const begun = blankNamesakes(design, workbook).map((name) => askBegun(worksheets.getItem(name)));
    return { design, old: null, used: null, charts: null, begun };
  }
  const old = worksheets.getItem(design.replaces);
  old.protection.load('protected');
  const used = old.getUsedRangeOrNullObject(false);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  const { charts } = old;
  charts.load('items/name');
  return { design, old, used, charts, begun: [] };
}

/**
 * Sheets without any content whose name is the design's but for the number behind it. A stamp that is cut off between the adding of its sheet and the
 * first mark in it leaves such a sheet behind.
 */
function blankNamesakes(design: SheetDesign, workbook: Workbook): string[] {
  const plain = (name: string): string => name.replace(/ \(\d+\)$/, '').toLowerCase();
  return workbook.sheets
    .filter((sheet) => sheet.cells.length === 0 && !sheet.hidden && plain(sheet.name) === plain(design.name))
    .map((sheet) => sheet.name);
}

function askBegun(sheet: Excel.Worksheet): Begun {
  const used = sheet.getUsedRangeOrNullObject(false);
  used.load('address');
  sheet.protection.load('protected');
  sheet.charts.load('items/name');
  sheet.shapes.load('items/id');
  sheet.comments.load('items/id');
  return { sheet, used };
}

/** Nobody has put anything into it, not even a look: writing into it takes nothing from anybody. */
function isUntouched({ sheet, used }: Begun): boolean {
  const things = sheet.charts.items.length + sheet.shapes.items.length + sheet.comments.items.length;
  return used.isNullObject && !sheet.protection.protected && things === 0;
}
