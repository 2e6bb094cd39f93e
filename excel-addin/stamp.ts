/// <reference types="office-js" />
import { parseReference } from '../core/workbook/references';
import type { CellRange, Workbook } from '../core/workbook/workbook';
import type { SheetDesign } from '../core/summary/design';
import { findOwnSheet } from '../core/summary/verify';
import { drawSheet } from './draw-sheet';
import { nameTaken, readOnly, sheetProtected } from './messages';
import { rangeAt, rangeOf } from './ranges';
import type { WorkbookState } from './read';

/** True where the sheets cannot be put into this workbook and have to be handed over as a new one. */
export function needsNewWorkbook(designs: readonly SheetDesign[], state: WorkbookState): boolean {
  return state.structureProtected && designs.some((design) => design.replaces === null);
}

/**
 * Writes sheets of ours into the open workbook: a new one at the end, or ours of before rewritten in place. It is never deleted, moved or unprotected,
 * because Excel would forget everything that the officer could undo. Two calls of `context.sync()`: the first only asks, the second writes,
 * with the mark of an unfinished sheet first and the stamp last. Throws a `HostError`, before anything is written, where the workbook cannot be written.
 */
export async function writeSheets(
  context: Excel.RequestContext,
  designs: readonly SheetDesign[],
  workbook: Workbook,
  state: WorkbookState,
): Promise<void> {
  if (state.readOnly) throw readOnly();
  for (const { replaces } of designs) {
    if (replaces !== null && state.protectedSheets.includes(replaces)) throw sheetProtected(replaces);
  }
  const asked = designs.map((design) => ask(context, design));
  await context.sync();
  for (const one of asked) {
    if (one.old?.protection.protected) throw sheetProtected(one.design.replaces as string);
    if (one.taken && !one.taken.isNullObject) throw nameTaken();
  }
  for (const { design, old, used, charts } of asked) {
    const sheet = old ?? context.workbook.worksheets.add(design.name);
    if (old) empty(sheet, design, workbook, used && !used.isNullObject ? rangeOf(used) : null);
    else mark(sheet, design.stampCell.row, design.stampCell.column, design);
    // A result sheet without a table has no chart either; charts that the officer drew beside ours stay.
    charts?.items
      .filter((chart) => (design.chart ? chart.name === design.chart.name : design.kind === 'summary'))
      .forEach((chart) => chart.delete());
    drawSheet(sheet, design);
  }
  for (const { design, old } of asked) {
    const sheet = old ?? context.workbook.worksheets.getItem(design.name);
    const { row, column, text } = design.stampCell;
    sheet.getRangeByIndexes(row, column, 1, 1).values = [[text]];
  }
  await context.sync();
}

interface Asked {
  readonly design: SheetDesign;
  readonly old: Excel.Worksheet | null;
  readonly used: Excel.Range | null;
  readonly charts: Excel.ChartCollection | null;
  readonly taken: Excel.Worksheet | null;
}

function ask(context: Excel.RequestContext, design: SheetDesign): Asked {
  const { worksheets } = context.workbook;
  if (design.replaces === null) {
    const taken = worksheets.getItemOrNullObject(design.name);
    taken.load('name');
    return { design, old: null, used: null, charts: null, taken };
  }
  const old = worksheets.getItem(design.replaces);
  old.protection.load('protected');
  const used = old.getUsedRangeOrNullObject(false);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  const { charts } = old;
  charts.load('items/name');
  return { design, old, used, charts, taken: null };
}

function mark(sheet: Excel.Worksheet, row: number, column: number, design: SheetDesign): void {
  sheet.getRangeByIndexes(row, column, 1, 1).values = [[design.stampCell.startText]];
}

/** Takes everything out of our sheet of before; at every moment one of its cells says that it is ours and unfinished. */
function empty(sheet: Excel.Worksheet, design: SheetDesign, workbook: Workbook, used: CellRange | null): void {
  const found = findOwnSheet(workbook, design.kind);
  const before = found ? parseReference(found.cell) : null;
  if (before) mark(sheet, before.row, before.column, design);
  const { row, column } = design.stampCell;
  if (used) rangeAt(sheet, used).unmerge();
  mark(sheet, row, column, design);
  sheet.autoFilter.remove();
  sheet.freezePanes.unfreeze();
  if (!used) return;
  const bottom = Math.max(used.bottom, row);
  const right = Math.max(used.right, column);
  const around: CellRange[] = [
    { top: 0, left: 0, bottom: row - 1, right },
    { top: row, left: 0, bottom: row, right: column - 1 },
    { top: row, left: column + 1, bottom: row, right },
    { top: row + 1, left: 0, bottom, right },
  ];
  for (const area of around) {
    if (area.bottom < area.top || area.right < area.left) continue;
    const range = rangeAt(sheet, area);
    range.clear('Hyperlinks');
    range.clear('All');
  }
}
