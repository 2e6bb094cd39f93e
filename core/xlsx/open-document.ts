import type { Span } from '../workbook/workbook';
import { tooLarge, WorkbookError } from './errors';
import { openPackage } from './package';
import { explainForeignPackage } from './sniff';
import { collectSpans } from './spans';
import { CLOSE, END, OPEN, openXml, skipElement, type XmlCursor } from './xml';

/** What of an OpenDocument table the legacy library does not tell. */
export interface TableVisibility {
  readonly hidden: boolean;
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
}

const MAXIMUM_CELLS = 2000000;
const MAXIMUM_ROWS = 1048576;
const MAXIMUM_COLUMNS = 16384;

/**
 * Reads what is hidden in each table of an .ods, in order, and makes sure that its repeated cells, which a few bytes can multiply to billions,
 * stay within bounds. Throws a WorkbookError: too-large, damaged, unsafe, encrypted.
 */
export function readTableVisibility(bytes: Uint8Array): TableVisibility[] {
  const source = openPackage(bytes);
  if (/encryption-data/.test(source.text('meta-inf/manifest.xml') || '')) {
    throw new WorkbookError('encrypted', 'Tệp được bảo vệ bằng mật khẩu; hãy mở tệp, lưu lại không có mật khẩu rồi thử lại.');
  }
  const content = source.text('content.xml');
  if (content === null) throw explainForeignPackage(source.names);
  const tables: TableVisibility[] = [];
  const hiddenStyles = new Set<string>();
  const room = { cells: MAXIMUM_CELLS };
  const cursor = openXml(content);
  let style = '';
  for (let event = cursor.next(); event !== END; event = cursor.next()) {
    if (event !== OPEN) continue;
    const name = cursor.name();
    if (name === 'style') style = cursor.attribute('name') || '';
    else if (name === 'table-properties' && cursor.attribute('display') === 'false') hiddenStyles.add(style);
    else if (name === 'table') tables.push(readTable(cursor, hiddenStyles.has(cursor.attribute('style-name') || ''), room));
  }
  return tables;
}

function readTable(cursor: XmlCursor, hidden: boolean, room: { cells: number }): TableVisibility {
  const outside = cursor.depth() - 1;
  const rows = collectSpans();
  const columns = collectSpans();
  let row = 0;
  let column = 0;
  let rowRepeats = 1;
  for (;;) {
    const event = cursor.next();
    if (event === CLOSE && cursor.depth() === outside) break;
    if (event !== OPEN) continue;
    const name = cursor.name();
    if (name === 'table-row') {
      rowRepeats = cursor.integer('number-rows-repeated', 1);
      if (isHidden(cursor) && row < MAXIMUM_ROWS) rows.add(row, Math.min(row + rowRepeats, MAXIMUM_ROWS) - 1);
      row += rowRepeats;
    } else if (name === 'table-column') {
      const repeats = cursor.integer('number-columns-repeated', 1);
      if (isHidden(cursor) && column < MAXIMUM_COLUMNS) columns.add(column, Math.min(column + repeats, MAXIMUM_COLUMNS) - 1);
      column += repeats;
    } else if (name === 'table-cell' && (cursor.attribute('value-type') !== null || cursor.attribute('formula') !== null)) {
      room.cells -= rowRepeats * cursor.integer('number-columns-repeated', 1);
      if (room.cells < 0) throw tooLarge('có quá nhiều ô chứa dữ liệu');
    } else if (name === 'shapes' || name === 'table') skipElement(cursor);
  }
  return { hidden, hiddenRows: rows.spans(), hiddenColumns: columns.spans() };
}

function isHidden(cursor: XmlCursor): boolean {
  const visibility = cursor.attribute('visibility');
  return visibility === 'collapse' || visibility === 'filter';
}
