import { bookSheets } from '../../core/consolidation/book-words';
import { placeBook } from '../../core/consolidation/place-book';
import type { SheetDesign } from '../../core/summary/design';
import type { Sheet, Workbook } from '../../core/workbook/workbook';
import type { PresentBook } from '../server/present-book';
import type { BookPart } from '../server/write-book';
import { packSheet } from './pack-sheet';
import type { PartLimits } from './pack-sheet';

/** A new sheet of Google's is never smaller. */
const LEAST_CELLS = 1000 * 26;

const blank = (name: string): Sheet => ({ name, hidden: false, cells: [], merges: [], hiddenRows: [], hiddenColumns: [] });

/** The earlier book as the engine takes it; null where the spreadsheet holds none. */
export function earlierBook({ sheets }: PresentBook): Workbook | null {
  return sheets.length === 0 ? null : { file: null, defaultFont: null, sheets };
}

/**
 * The calls that write a book into the spreadsheet, in their order. An appraisal that is written over comes first, in the call that makes sure
 * that nobody has written into it since, and in one piece: it alone holds what hands wrote.
 */
export function packBook(designs: readonly SheetDesign[], present: PresentBook, limits: PartLimits): BookPart[] {
  const sheets = present.names.map((name) => present.sheets.find((sheet) => sheet.name === name) ?? blank(name));
  const placed = placeBook(designs, { file: null, defaultFont: null, sheets });
  const appraisal = placed[designs.findIndex((design) => design.name === bookSheets.appraisal)];
  const ordered = appraisal?.replaces ? [appraisal, ...placed.filter((design) => design !== appraisal)] : placed;
  const whole: PartLimits = { cells: Infinity, characters: Infinity };
  const parts = ordered.reduce<BookPart['part'][]>(
    (all, design) => all.concat(packSheet(design, design === appraisal ? whole : limits)),
    [],
  );
  const added = placed.filter((design) => design.replaces === null);
  const check = {
    replaced: placed.map((design) => design.replaces).filter((name): name is string => name !== null),
    added: added.map((design) => design.name),
    cells: added.reduce((sum, { rows, columns }) => sum + Math.max(LEAST_CELLS, rows.length * columns.length), 0),
    hands: present.hands,
  };
  return parts.map((part, index) => ({
    check: index === 0 ? check : null,
    part,
    show: index === parts.length - 1 ? (placed[0]?.name ?? null) : null,
  }));
}
