import type { Cell, CellRange, CellValue } from '../../core/workbook/workbook';
import { parseRange } from '../../core/workbook/references';
import type { SerialOf } from './dates';
import { formatCode, formulaText } from './formats';
import { shownText } from './rich-text';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

/** What reading one sheet needs to know of the spreadsheet. */
export interface ReadingContext {
  readonly serialOf: SerialOf;
  readonly decimalComma: boolean;
}

/** One sheet as read; fonts are still named on every cell. */
export interface SheetReading {
  readonly cells: Cell[];
  readonly merges: CellRange[];
}

/** Google's error values come as text. `#ERROR!` is a formula that cannot be parsed. */
const ERROR = /^#(DIV\/0!|REF!|VALUE!|NAME\?|N\/A|NUM!|NULL!|ERROR!|SPILL!|CALC!)$/;

function valueOf(raw: unknown, serialOf: SerialOf): CellValue | null {
  if (raw === '' || raw === null || raw === undefined) return null;
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  // Not `instanceof`: objects of the host belong to another realm in some runtimes.
  if (Object.prototype.toString.call(raw) === '[object Date]') return serialOf(raw as Date);
  const text = String(raw);
  return ERROR.test(text) ? { error: text } : text;
}

/** Merged areas by their addresses, so that one question is enough for each. */
function readMerges(range: GoogleRange): CellRange[] {
  return range
    .getMergedRanges()
    .map((merged) => parseRange(merged.getA1Notation()))
    .filter((area): area is CellRange => area !== null)
    .sort((first, second) => first.top - second.top || first.left - second.left);
}

type At<Value> = readonly (readonly Value[])[];

/**
 * Reads one sheet by bulk calls: eight, whatever its size, and one for the address of each merged area. With `looksInside`, texts with
 * several looks are read run by run; without, such a text is read whole.
 */
export function readSheet(range: GoogleRange, context: ReadingContext, looksInside: boolean): SheetReading {
  const values: At<unknown> = range.getValues();
  const formulas: At<string> = range.getFormulas();
  const formats: At<string> = range.getNumberFormats();
  const fonts: At<string> = range.getFontFamilies();
  const lines: At<string> = range.getFontLines() as unknown as At<string>;
  const notes: At<string> = range.getNotes();
  const rich = looksInside ? range.getRichTextValues() : null;
  const cells: Cell[] = [];
  values.forEach((columns, row) => {
    columns.forEach((raw, column) => {
      const formula = (formulas[row] as readonly string[])[column] as string;
      const note = (notes[row] as readonly string[])[column] as string;
      const hasNote = note.trim() !== '';
      let value = valueOf(raw, context.serialOf);
      if (value === null && formula === '' && !hasNote) return;
      const struck = (lines[row] as readonly string[])[column] === 'line-through';
      let font = (fonts[row] as readonly string[])[column] || '';
      let runs: Cell['runs'];
      if (!struck && rich !== null && typeof value === 'string' && formula === '') {
        const text = (rich[row] as readonly (GoogleAppsScript.Spreadsheet.RichTextValue | null)[])[column];
        const parts = text ? text.getRuns() : [];
        if (parts.length > 1) {
          const shown = shownText(parts, font);
          value = shown === null ? null : shown.value;
          if (shown !== null) font = shown.font;
          if (shown !== null && shown.runs !== null) runs = shown.runs;
        }
      }
      const held = !struck && (value !== null || formula !== '');
      if (!held && !hasNote) return;
      const format = formatCode((formats[row] as readonly string[])[column] as string);
      cells.push({
        row,
        column,
        value: held ? value : null,
        ...(held && formula !== '' ? { formula: formulaText(formula, context.decimalComma) } : {}),
        ...(held && format !== undefined ? { format } : {}),
        ...(held && font !== '' ? { font } : {}),
        ...(held && runs !== undefined ? { runs } : {}),
        ...(hasNote ? { note } : {}),
      });
    });
  });
  return { cells, merges: readMerges(range) };
}

/** True for an ordinary sheet: charts on sheets of their own and connected data sheets hold no cells that could be read. */
export function isGrid(sheet: GoogleSheet): boolean {
  return sheet.getType() === SpreadsheetApp.SheetType.GRID;
}
