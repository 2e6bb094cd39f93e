import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from '../workbook/references';
import type { Span } from '../workbook/workbook';
import { tooLarge, WorkbookError } from './errors';
import type { CellLooks } from './looks';
import { readTextStyles, type TextLook, type TextStyles } from './open-document-styles';
import { openPackage } from './package';
import { explainForeignPackage } from './sniff';
import { collectSpans } from './spans';
import type { RichRun } from './strings';
import { CLOSE, END, OPEN, openXml, skipElement, TEXT, type XmlCursor } from './xml';

/** What of an OpenDocument table the legacy library does not tell. */
export interface TableFacts {
  readonly name: string;
  readonly hidden: boolean;
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  readonly looks: CellLooks;
}

/** What of an OpenDocument spreadsheet the legacy library does not tell; its tables in order. */
export interface OpenDocumentFacts {
  readonly defaultFont: string | null;
  readonly tables: readonly TableFacts[];
}

const MAXIMUM_CELLS = 1000000;

interface TableContext {
  readonly styles: TextStyles;
  readonly defaultFont: string | null;
  readonly room: { cells: number };
}

/**
 * Reads what is hidden in an .ods, its fonts and struck-through text, and makes sure that its repeated cells, which a few bytes can multiply to
 * billions, stay within bounds. Throws a WorkbookError: too-large, damaged, unsafe, encrypted.
 */
export function readOpenDocumentFacts(bytes: Uint8Array): OpenDocumentFacts {
  const source = openPackage(bytes);
  if (/encryption-data/.test(source.text('meta-inf/manifest.xml') || '')) {
    throw new WorkbookError('encrypted', 'Tệp được bảo vệ bằng mật khẩu; hãy mở tệp, lưu lại không có mật khẩu rồi thử lại.');
  }
  const content = source.text('content.xml');
  if (content === null) throw explainForeignPackage(source.names);
  const shared = source.text('styles.xml');
  const styles = readTextStyles(shared === null ? [content] : [shared, content]);
  const defaultFont = styles.look('table-cell', 'Default').font || null;
  const context: TableContext = { styles, defaultFont, room: { cells: MAXIMUM_CELLS } };
  const tables: TableFacts[] = [];
  const cursor = openXml(content);
  for (let event = cursor.next(); event !== END; event = cursor.next()) {
    if (event === OPEN && cursor.name() === 'table') tables.push(readTable(cursor, context));
  }
  return { defaultFont, tables };
}

function readTable(cursor: XmlCursor, context: TableContext): TableFacts {
  const outside = cursor.depth() - 1;
  const name = cursor.attribute('name') || '';
  const hidden = context.styles.hiddenTables.has(cursor.attribute('style-name') || '');
  const rows = collectSpans();
  const columns = collectSpans();
  const columnStyles: { readonly last: number; readonly style: string | null }[] = [];
  const looks = collectLooks(context);
  let row = 0;
  let nextRow = 0;
  let column = 0;
  let nextColumn = 0;
  let rowStyle: string | null = null;
  for (;;) {
    const event = cursor.next();
    if (event === CLOSE && cursor.depth() === outside) break;
    if (event !== OPEN) continue;
    const element = cursor.name();
    if (element === 'table-row') {
      row = nextRow;
      nextRow += cursor.integer('number-rows-repeated', 1);
      column = 0;
      rowStyle = cursor.attribute('default-cell-style-name');
      if (isHidden(cursor) && row < MAXIMUM_ROWS) rows.add(row, Math.min(nextRow, MAXIMUM_ROWS) - 1);
    } else if (element === 'table-column') {
      const first = nextColumn;
      nextColumn += cursor.integer('number-columns-repeated', 1);
      columnStyles.push({ last: nextColumn - 1, style: cursor.attribute('default-cell-style-name') });
      if (isHidden(cursor) && first < MAXIMUM_COLUMNS) columns.add(first, Math.min(nextColumn, MAXIMUM_COLUMNS) - 1);
    } else if (element === 'table-cell' || element === 'covered-table-cell') {
      const repeats = cursor.integer('number-columns-repeated', 1);
      if (cursor.attribute('value-type') !== null || cursor.attribute('formula') !== null) {
        context.room.cells -= (nextRow - row) * repeats;
        if (context.room.cells < 0) throw tooLarge('có quá nhiều ô chứa dữ liệu');
        const at = column;
        const ofColumn = columnStyles.find((stretch) => stretch.last >= at);
        const style = cursor.attribute('style-name') || rowStyle || (ofColumn && ofColumn.style) || 'Default';
        looks.add({ top: row, bottom: nextRow - 1, left: column, right: column + repeats - 1 }, style, readRuns(cursor, context.styles));
      } else skipElement(cursor);
      column += repeats;
    } else if (element === 'shapes' || element === 'table') skipElement(cursor);
  }
  return { name, hidden, hiddenRows: rows.spans(), hiddenColumns: columns.spans(), looks: looks.looks };
}

function isHidden(cursor: XmlCursor): boolean {
  const visibility = cursor.attribute('visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

function collectLooks(context: TableContext): {
  readonly looks: CellLooks;
  add: (range: Rectangle, style: string, runs: readonly RichRun[]) => void;
} {
  const fonts = new Map<number, string>();
  const struck = new Set<number>();
  const richTexts = new Map<number, readonly RichRun[]>();
  const known = new Map<string, TextLook>();
  function add(range: Rectangle, style: string, runs: readonly RichRun[]): void {
    const look = known.get(style) || context.styles.look('table-cell', style);
    known.set(style, look);
    const rich = runs.some((run) => run.formatted);
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const place = row * MAXIMUM_COLUMNS + column;
        if (look.font !== undefined && look.font !== context.defaultFont) fonts.set(place, look.font);
        if (look.struck) struck.add(place);
        if (rich) richTexts.set(place, runs);
      }
    }
  }
  return { looks: { fonts, struck, richTexts }, add };
}

interface Rectangle {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The text of the cell just opened as runs, its paragraphs joined by line breaks; the cursor is left on the cell's end. */
function readRuns(cursor: XmlCursor, styles: TextStyles): RichRun[] {
  const outside = cursor.depth() - 1;
  const runs: RichRun[] = [];
  const spans: { readonly depth: number; readonly look: TextLook }[] = [];
  let paragraphs = 0;
  let inParagraph = 0;
  const push = (text: string): void => {
    const look = spans.reduce<TextLook>(
      (outer, span) => ({ font: span.look.font || outer.font, struck: span.look.struck === undefined ? outer.struck : span.look.struck }),
      { font: undefined, struck: undefined },
    );
    runs.push({ text, font: look.font, struck: look.struck === true, formatted: look.font !== undefined || look.struck !== undefined });
  };
  for (;;) {
    const event = cursor.next();
    if (event === TEXT && inParagraph > 0) push(cursor.text().replace(/[ \t\n]+/g, ' '));
    else if (event === CLOSE) {
      const depth = cursor.depth();
      if (depth === outside) return runs;
      if (inParagraph > depth) inParagraph = 0;
      while (spans.length > 0 && (spans[spans.length - 1] as { depth: number }).depth > depth) spans.pop();
    } else if (event === OPEN) {
      const name = cursor.name();
      if (name === 'annotation' || name === 'shapes' || name === 'table') skipElement(cursor);
      else if (name === 'p' && inParagraph === 0) {
        inParagraph = cursor.depth();
        if (paragraphs++ > 0) push('\n');
      } else if (name === 'span') spans.push({ depth: cursor.depth(), look: styles.look('text', cursor.attribute('style-name') || '') });
      else if (name === 's') push(' '.repeat(Math.min(cursor.integer('c', 1), 1000)));
      else if (name === 'tab') push('\t');
      else if (name === 'line-break') push('\n');
    }
  }
}
