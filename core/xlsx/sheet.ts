import { columnName, formatAddress, MAXIMUM_COLUMNS, MAXIMUM_ROWS, parseRange } from '../workbook/references';
import type { CellRange, CellValue, Span } from '../workbook/workbook';
import { draftCell, showText, type CellDraft } from './cells';
import { DAYS_FROM_1904, serialOfIsoDate } from './dates';
import { damaged, tooLarge } from './errors';
import { parseSharedFormula, shiftFormula, type SharedFormula } from './formulas';
import { collectSpans, complementSpans, joinSpans } from './spans';
import { readRichText, unescapeText, type RichText } from './strings';
import { plainStyle, type CellStyle, type Styles } from './styles';
import { CLOSE, END, isTrue, OPEN, openXml, readElementText, skipElement, type XmlCursor } from './xml';

/** How much more of a workbook may be kept; counted down, so that a few bytes that stand for many others cannot fill the memory. */
export interface Room {
  /** Cells with content, comments and merges. */
  cells: number;
  /** Runs of rich texts in cells. */
  runs: number;
  /** Characters of formulas that are written out from shared ones. */
  formulaCharacters: number;
}

/** What all sheets of a workbook share while they are read. */
export interface SheetContext {
  readonly strings: readonly RichText[];
  readonly styles: Styles;
  /** True where the workbook counts its dates from 1904. */
  readonly from1904: boolean;
  /** True where struck-through text is read like any other. */
  readonly keepStruck: boolean;
  readonly room: Room;
}

export interface SheetContent {
  /** In reading order. */
  readonly cells: CellDraft[];
  readonly merges: readonly CellRange[];
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
}

/** Reads a worksheet part. Throws a WorkbookError where it is damaged or holds more cells than there is room. */
export function readSheet(source: string, context: SheetContext): SheetContent {
  const cursor = openXml(source);
  if (cursor.next() !== OPEN || cursor.name() !== 'worksheet') skipToRoot(cursor);
  const merges: CellRange[] = [];
  let columns: Span[] = [];
  let data: SheetData | null = null;
  let rowsHidden = false;
  let columnsHidden = false;
  for (let event = cursor.next(); event !== END; event = cursor.next()) {
    if (event !== OPEN) continue;
    const name = cursor.name();
    if (name === 'sheetFormatPr') {
      rowsHidden = cursor.flag('zeroHeight', false);
      columnsHidden = isZero(cursor.attribute('defaultColWidth'));
    } else if (name === 'cols') columns = readColumns(cursor, columnsHidden);
    else if (name === 'sheetData' && data === null) data = readSheetData(cursor, context, rowsHidden);
    else if (name === 'mergeCells') readMerges(cursor, merges, context.room);
    else skipElement(cursor);
  }
  if (data === null) throw damaged('một trang tính không có phần dữ liệu');
  if (columnsHidden && columns.length === 0) columns = [[0, MAXIMUM_COLUMNS - 1]];
  return { cells: data.cells, merges, hiddenRows: data.hiddenRows, hiddenColumns: columns };
}

function skipToRoot(cursor: XmlCursor): void {
  // White space may stand before the root; anything else than a worksheet there is another part.
  while (cursor.depth() === 0) if (cursor.next() === END) break;
  if (cursor.name() !== 'worksheet') throw damaged('một trang tính trỏ tới phần không phải trang tính');
}

interface SheetData {
  readonly cells: CellDraft[];
  readonly hiddenRows: readonly Span[];
}

function readSheetData(cursor: XmlCursor, context: SheetContext, rowsHidden: boolean): SheetData {
  const outside = cursor.depth() - 1;
  const cells: CellDraft[] = [];
  const hidden = collectSpans();
  const present = rowsHidden ? collectSpans() : null;
  const shared = new Map<string, SharedFormula>();
  let row = -1;
  let column = -1;
  let ordered = true;
  let previous = -1;
  for (;;) {
    const event = cursor.next();
    if (event === CLOSE && cursor.depth() === outside) break;
    if (event !== OPEN) continue;
    const name = cursor.name();
    if (name === 'row') {
      row = cursor.integer('r', row + 2) - 1;
      column = -1;
      if (row < 0 || row >= MAXIMUM_ROWS) throw damaged(`có dòng số ${row + 1}, ngoài phạm vi trang tính`);
      if (present) present.add(row, row);
      if (cursor.flag('hidden', false) || isZero(cursor.attribute('ht'))) hidden.add(row, row);
    } else if (name === 'c') {
      const place = readPlace(cursor.attribute('r'), row, column + 1);
      row = Math.floor(place / MAXIMUM_COLUMNS);
      column = place % MAXIMUM_COLUMNS;
      const cell = readCell(cursor, context, shared, row, column);
      if (!cell) continue;
      if (--context.room.cells < 0) throw tooLarge('có quá nhiều ô chứa dữ liệu');
      if (place <= previous) ordered = false;
      previous = place;
      cells.push(cell);
    } else skipElement(cursor);
  }
  if (!ordered) sortCells(cells);
  const hiddenRows = hidden.spans();
  return {
    cells,
    hiddenRows: present ? joinSpans([...hiddenRows, ...complementSpans(joinSpans(present.spans()), MAXIMUM_ROWS)]) : hiddenRows,
  };
}

/** Row × 16,384 + column of a cell's reference; without one the place after the cell before it. */
function readPlace(reference: string | null, row: number, column: number): number {
  if (reference === null || reference === '') {
    if (row < 0 || column >= MAXIMUM_COLUMNS) throw damaged('có ô nằm ngoài phạm vi trang tính');
    return row * MAXIMUM_COLUMNS + column;
  }
  let index = 0;
  let letters = 0;
  let code = reference.charCodeAt(0);
  while ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) {
    letters = letters * 26 + (code & 31);
    code = reference.charCodeAt(++index);
  }
  let number = 0;
  const digits = index;
  while (code >= 48 && code <= 57 && index < digits + 8) {
    number = number * 10 + code - 48;
    code = reference.charCodeAt(++index);
  }
  if (index < reference.length || letters < 1 || letters > MAXIMUM_COLUMNS || number < 1 || number > MAXIMUM_ROWS) {
    throw damaged(`địa chỉ ô “${reference.slice(0, 20)}” không hợp lệ`);
  }
  return (number - 1) * MAXIMUM_COLUMNS + letters - 1;
}

/** Reads the `c` element just opened; null for a cell that shows nothing. */
function readCell(
  cursor: XmlCursor,
  context: SheetContext,
  shared: Map<string, SharedFormula>,
  row: number,
  column: number,
): CellDraft | null {
  const outside = cursor.depth() - 1;
  const type = cursor.attribute('t');
  const style = context.styles.cells[cursor.integer('s', 0)] || plainStyle;
  let content: string | null = null;
  let inline: RichText | null = null;
  let formula: string | undefined;
  for (;;) {
    const event = cursor.next();
    if (event === CLOSE && cursor.depth() === outside) break;
    if (event !== OPEN) continue;
    const name = cursor.name();
    if (name === 'v') content = readElementText(cursor);
    else if (name === 'is') inline = readRichText(cursor);
    else if (name === 'f') formula = readFormula(cursor, shared, context.room, row, column);
    else skipElement(cursor);
  }
  if (content === null && inline === null && formula === undefined) return null;
  const text = textOf(type, content, inline, context, row, column);
  if (text !== null) return textCell(text, context, style, row, column, formula);
  const value = valueOf(type, content, style, context, row, column);
  if ((style.struck && !context.keepStruck) || (value === null && formula === undefined)) return null;
  return draftCell(row, column, value, style, formula);
}

function textCell(
  text: RichText,
  context: SheetContext,
  style: CellStyle,
  row: number,
  column: number,
  formula: string | undefined,
): CellDraft | null {
  if (typeof text !== 'string' && (context.room.runs -= text.length) < 0) throw tooLarge('có quá nhiều đoạn chữ định dạng riêng');
  const shown = showText(text, style, context.styles.defaultFont, context.keepStruck);
  if (shown === null || (shown.value === '' && formula === undefined)) return null;
  const cell = draftCell(row, column, shown.value, style, formula);
  if (shown.font !== style.font) {
    if (shown.font === undefined) delete cell.font;
    else cell.font = shown.font;
  }
  if (shown.runs) cell.runs = shown.runs;
  return cell;
}

/** The text of a cell that holds one, null for every other type. */
function textOf(
  type: string | null,
  content: string | null,
  inline: RichText | null,
  context: SheetContext,
  row: number,
  column: number,
): RichText | null {
  if (type === 's') {
    if (content === null || content.trim() === '') return null;
    const text = context.strings[Number(content)];
    if (text === undefined) throw damaged(`ô ${formatAddress(row, column)} trỏ tới một đoạn chữ không có trong tệp`);
    return text;
  }
  if (type === 'str') return content === null ? null : unescapeText(content);
  if (type === 'inlineStr') return inline !== null ? inline : content === null ? null : unescapeText(content);
  return null;
}

function valueOf(
  type: string | null,
  content: string | null,
  style: CellStyle,
  context: SheetContext,
  row: number,
  column: number,
): CellValue | null {
  if (content === null) return null;
  const trimmed = content.trim();
  if (trimmed === '') return null;
  if (type === 'b') return isTrue(trimmed);
  if (type === 'e') return { error: trimmed };
  if (type === 'd') {
    const serial = serialOfIsoDate(trimmed);
    return serial === null ? trimmed : serial;
  }
  const value = Number(trimmed);
  // JavaScript also reads 0x1F, 0b1 and 0o7, which no workbook means.
  const second = trimmed.charCodeAt(1) | 32;
  if (!Number.isFinite(value) || second === 120 || second === 98 || second === 111)
    throw damaged(`ô ${formatAddress(row, column)} ghi là số nhưng nội dung không phải số`);
  return context.from1904 && style.date ? value + DAYS_FROM_1904 : value;
}

/** The formula of the `f` element just opened, undefined where it has no words of its own and belongs to no known group. */
function readFormula(cursor: XmlCursor, shared: Map<string, SharedFormula>, room: Room, row: number, column: number): string | undefined {
  const group = cursor.attribute('t') === 'shared' ? cursor.attribute('si') : null;
  const text = readElementText(cursor).replace(/^\s*=/, '');
  if (text.trim() !== '') {
    if (group !== null && !shared.has(group)) shared.set(group, parseSharedFormula(text, row, column));
    return text;
  }
  const known = group === null ? undefined : shared.get(group);
  if (known === undefined) return undefined;
  const formula = shiftFormula(known, row, column);
  if ((room.formulaCharacters -= formula.length) < 0) throw tooLarge('có quá nhiều công thức');
  return formula;
}

function readColumns(cursor: XmlCursor, othersHidden: boolean): Span[] {
  const outside = cursor.depth() - 1;
  const hidden = collectSpans();
  const present = collectSpans();
  for (;;) {
    const event = cursor.next();
    if (event === CLOSE && cursor.depth() === outside) break;
    if (event !== OPEN || cursor.name() !== 'col') continue;
    const first = cursor.integer('min', 0) - 1;
    const last = Math.min(cursor.integer('max', first + 1), MAXIMUM_COLUMNS) - 1;
    if (first < 0 || last < first) continue;
    present.add(first, last);
    if (cursor.flag('hidden', false) || isZero(cursor.attribute('width'))) hidden.add(first, last);
  }
  return othersHidden ? joinSpans([...hidden.spans(), ...complementSpans(joinSpans(present.spans()), MAXIMUM_COLUMNS)]) : hidden.spans();
}

function readMerges(cursor: XmlCursor, merges: CellRange[], room: Room): void {
  const outside = cursor.depth() - 1;
  for (;;) {
    const event = cursor.next();
    if (event === CLOSE && cursor.depth() === outside) return;
    if (event !== OPEN || cursor.name() !== 'mergeCell') continue;
    const reference = cursor.attribute('ref') || '';
    const range = parseRange(reference);
    if (!range) throw damaged(`vùng ô gộp “${reference.slice(0, 30)}” không hợp lệ`);
    if (--room.cells < 0) throw tooLarge('có quá nhiều ô gộp');
    if (range.top !== range.bottom || range.left !== range.right) merges.push(range);
  }
}

/** Puts cells into reading order; a place that is filled twice with different content is no cell that can be read. */
function sortCells(cells: CellDraft[]): void {
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  let kept = 0;
  for (const cell of cells) {
    const previous = kept > 0 ? cells[kept - 1] : undefined;
    if (previous && previous.row === cell.row && previous.column === cell.column) {
      if (JSON.stringify(previous) !== JSON.stringify(cell)) {
        throw damaged(`ô ${columnName(cell.column)}${cell.row + 1} được ghi hai lần với nội dung khác nhau`);
      }
      continue;
    }
    cells[kept++] = cell;
  }
  cells.length = kept;
}

function isZero(size: string | null): boolean {
  return size !== null && size.trim() !== '' && Number(size) === 0;
}
