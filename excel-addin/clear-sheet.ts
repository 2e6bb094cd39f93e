/// <reference types="office-js" />
import type { SheetDesign } from '../core/summary/design';
import { findOwnSheet } from '../core/summary/verify';
import { parseReference } from '../core/workbook/references';
import type { CellRange, Workbook } from '../core/workbook/workbook';
import { drawContents } from './draw-sheet';
import { rangeAt } from './ranges';

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Says in a cell of a sheet of ours that it is begun and not finished. */
export function mark(sheet: Excel.Worksheet, { row, column }: Place, design: SheetDesign): void {
  sheet.getRangeByIndexes(row, column, 1, 1).values = [[design.stampCell.startText]];
}

/** Puts the mark where the stamp of before is, and takes away what would stand in the way of writing: nothing of its contents. */
function open(sheet: Excel.Worksheet, design: SheetDesign, workbook: Workbook, used: CellRange | null): void {
  const itself = { ...workbook, sheets: workbook.sheets.filter((one) => one.name === design.replaces) };
  const found = findOwnSheet(itself, design.kind);
  const before = found ? parseReference(found.cell) : null;
  if (before) mark(sheet, before, design);
  sheet.autoFilter.remove();
  sheet.freezePanes.unfreeze();
  if (!used) return;
  const range = rangeAt(sheet, used);
  range.unmerge();
  range.rowHidden = false;
  range.columnHidden = false;
}

function clear(sheet: Excel.Worksheet, area: CellRange, what: 'All' | 'Formats'): void {
  if (area.bottom < area.top || area.right < area.left) return;
  const range = rangeAt(sheet, area);
  range.clear('Hyperlinks');
  range.clear(what);
}

/**
 * Takes everything out of our sheet of before; at every moment one of its cells says that it is ours and unfinished. `used` is what it takes up,
 * null where it is blank.
 */
export function empty(sheet: Excel.Worksheet, design: SheetDesign, workbook: Workbook, used: CellRange | null): void {
  open(sheet, design, workbook, used);
  mark(sheet, design.stampCell, design);
  if (!used) return;
  const { row, column } = design.stampCell;
  const bottom = Math.max(used.bottom, row);
  const right = Math.max(used.right, column);
  clear(sheet, { top: 0, left: 0, bottom: row - 1, right }, 'All');
  clear(sheet, { top: row, left: 0, bottom: row, right: column - 1 }, 'All');
  clear(sheet, { top: row, left: column + 1, bottom: row, right }, 'All');
  clear(sheet, { top: row + 1, left: 0, bottom, right }, 'All');
}

/**
 * Writes new contents over those of our sheet of before, and only then takes away what they do not cover: at every moment what hands wrote into it
 * can be read out of it.
 */
export function writeOver(sheet: Excel.Worksheet, design: SheetDesign, workbook: Workbook, used: CellRange | null): void {
  open(sheet, design, workbook, used);
  const [height, width] = [design.rows.length, design.columns.length];
  clear(sheet, { top: 0, left: 0, bottom: height - 1, right: width - 1 }, 'Formats');
  drawContents(sheet, design, { first: 0, last: height - 1 }, true);
  if (!used) return;
  const right = Math.max(used.right, width - 1);
  clear(sheet, { top: 0, left: width, bottom: height - 1, right }, 'All');
  clear(sheet, { top: height, left: 0, bottom: used.bottom, right }, 'All');
}
