import type { SheetDesign } from '../summary/design';
import { freeSheetName } from '../summary/sheet-name';
import type { Sheet, Workbook } from '../workbook/workbook';
import { begunBookSheet, parseBookStamp } from './book-words';

/**
 * Which sheet of a district book this is, by its stamp; one that was cut off while being written by its mark, which may have no name in it: then
 * the sheet's own counts. null for any other sheet.
 */
function bookSheetOf(sheet: Sheet): string | null {
  let begun: string | null = null;
  for (let index = sheet.cells.length - 1; index >= 0; index--) {
    const { value, formula } = sheet.cells[index] as Sheet['cells'][number];
    if (typeof value !== 'string' || formula !== undefined) continue;
    const parsed = parseBookStamp(value);
    if (parsed !== null) return parsed.stamp.sheet;
    begun = begun ?? begunBookSheet(value);
  }
  return begun === '' ? sheet.name.replace(/ \(\d+\)$/, '') : begun;
}

/** A workbook with the sheets of a district book of ours alone: all that `designDistrictBook` needs of an earlier book. */
export function bookPartOf(workbook: Workbook): Workbook {
  return { ...workbook, sheets: workbook.sheets.filter((sheet) => bookSheetOf(sheet) !== null) };
}

/** The sheets of a book as they go into a workbook: over those of an earlier book of ours, else as new ones under a name that is free there. */
export function placeBook(designs: readonly SheetDesign[], workbook: Workbook): SheetDesign[] {
  const own = new Map<string, string>();
  for (const sheet of workbook.sheets) {
    const name = bookSheetOf(sheet);
    if (name !== null && !own.has(name)) own.set(name, sheet.name);
  }
  return designs.map((design) => {
    const replaces = own.get(design.name) ?? null;
    return { ...design, replaces, name: replaces ?? freeSheetName(workbook, design.name, null) };
  });
}
