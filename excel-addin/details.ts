import type { Cell, Sheet, Workbook } from '../core/workbook/workbook';
import { readXlsx } from '../core/xlsx/read';
import { withText } from './cells';

/** Cells whose characters differ in a way that the object model did not tell, by sheet: place (`row,column`) → what differs. */
export type MixedCells = ReadonlyMap<string, ReadonlyMap<string, 'font' | 'struck'>>;

/** The snapshot with what the file told, and the cells whose struck-through text is still unknown. */
export interface DetailedWorkbook {
  readonly workbook: Workbook;
  readonly unknown: readonly { readonly sheet: string; readonly row: number; readonly column: number }[];
}

const place = (row: number, column: number): string => `${row},${column}`;

function cellsByPlace(workbook: Workbook | null, sheet: string): Map<string, Cell> {
  const found = workbook?.sheets.find((one) => one.name === sheet);
  return new Map((found?.cells ?? []).map((cell): [string, Cell] => [place(cell.row, cell.column), cell]));
}

/**
 * Notes and the looks of single characters are not in Excel's object model before ExcelApi 1.18; the file itself, which desktop Excel hands out,
 * has them. A text is taken from the file only where the file's whole text is the one that Excel shows.
 */
export function addDetails(workbook: Workbook, mixed: MixedCells, file: Uint8Array | null): DetailedWorkbook {
  // Most files hold neither: then a second reading of the whole workbook would be for nothing.
  const shown = mixed.size > 0 || (file !== null && holdsNotes(file)) ? readSafely(file, false) : null;
  const whole = mixed.size > 0 ? readSafely(file, true) : null;
  const unknown: DetailedWorkbook['unknown'][number][] = [];
  const sheets = workbook.sheets.map((sheet): Sheet => {
    const shownCells = cellsByPlace(shown, sheet.name);
    const wholeCells = cellsByPlace(whole, sheet.name);
    const mixedHere = mixed.get(sheet.name);
    const cells: Cell[] = [];
    for (const cell of sheet.cells) {
      const key = place(cell.row, cell.column);
      const kind = mixedHere?.get(key);
      const told = shownCells.get(key);
      shownCells.delete(key);
      const plain = kind === undefined ? cell : textFromFile(cell, told, wholeCells.get(key));
      if (plain === null) {
        if (kind === 'struck') unknown.push({ sheet: sheet.name, row: cell.row, column: cell.column });
        cells.push(withNote(cell, told));
      } else if (plain !== 'struck') cells.push(withNote(plain, told));
      else if (told?.note !== undefined) cells.push({ row: cell.row, column: cell.column, value: null, note: told.note });
    }
    const notes = Array.from(shownCells.values()).filter((cell) => cell.note !== undefined);
    for (const { row, column, note } of notes) cells.push({ row, column, value: null, note: note as string });
    if (notes.length > 0) cells.sort((first, second) => first.row - second.row || first.column - second.column);
    return { ...sheet, cells };
  });
  return { workbook: { ...workbook, sheets }, unknown };
}

/** True where a part of the file is named for notes. Names stand in the file as they are, and Excel itself wrote it: `xl/comments1.xml`. */
function holdsNotes(file: Uint8Array): boolean {
  const name = Array.from('omments').map((letter) => letter.charCodeAt(0));
  for (let at = file.indexOf(name[0] as number); at >= 0; at = file.indexOf(name[0] as number, at + 1)) {
    if (name.every((code, index) => file[at + index] === code)) return true;
  }
  return false;
}

/** The cell with the file's runs; 'struck' where nothing is left of its text, null where the file does not fit. */
function textFromFile(cell: Cell, told: Cell | undefined, whole: Cell | undefined): Cell | 'struck' | null {
  if (whole === undefined || whole.value !== cell.value) return null;
  if (told === undefined || typeof told.value !== 'string') return 'struck';
  return withText(cell, told.value, told.font, told.runs);
}

function withNote(cell: Cell, told: Cell | undefined): Cell {
  return told?.note === undefined ? cell : { ...cell, note: told.note };
}

/** A file that our reader refuses (a password, a new kind) tells nothing; the snapshot itself comes from Excel. */
function readSafely(file: Uint8Array | null, keepStruckThrough: boolean): Workbook | null {
  if (file === null) return null;
  try {
    return readXlsx(file, { keepStruckThrough });
  } catch {
    return null;
  }
}
