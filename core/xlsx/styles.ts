import { builtInFormat, showsDate } from './number-formats';
import { damaged } from './errors';
import { isOn } from './strings';
import { CLOSE, END, OPEN, openXml, skipElement, type XmlCursor } from './xml';

/** What a cell's style says as far as the snapshot needs it. */
export interface CellStyle {
  /** The number format code, undefined for General. */
  readonly format: string | undefined;
  /** The font's name, undefined where it is the workbook's default font or not named. */
  readonly font: string | undefined;
  readonly struck: boolean;
  /** True where the format shows a calendar date. */
  readonly date: boolean;
}

export interface Styles {
  readonly defaultFont: string | null;
  /** By the style number of a cell. */
  readonly cells: readonly CellStyle[];
}

interface Font {
  readonly name: string | null;
  readonly struck: boolean;
}

interface Format {
  readonly font: number;
  readonly numberFormat: number;
}

/** Twice what Excel allows of cell formats (65,490); fonts and number formats have lower limits. */
const MAXIMUM_STYLES = 131072;

/** The style of a cell where the workbook has no styles. */
export const plainStyle: CellStyle = { format: undefined, font: undefined, struck: false, date: false };

/** Reads the styles part; null for a workbook without one. The default font is that of the cells without a style of their own. */
export function readStyles(source: string | null): Styles {
  if (source === null) return { defaultFont: null, cells: [plainStyle] };
  const fonts: Font[] = [];
  const formats: Format[] = [];
  const codes = new Map<number, string>();
  const cursor = openXml(source);
  for (let event = cursor.next(); event !== END; event = cursor.next()) {
    if (event !== OPEN || cursor.depth() !== 2) continue;
    const name = cursor.name();
    if (name === 'fonts') eachChild(cursor, 'font', () => fonts.push(readFont(cursor)));
    else if (name === 'cellXfs') eachChild(cursor, 'xf', () => formats.push(readFormat(cursor)));
    else if (name === 'numFmts') eachChild(cursor, 'numFmt', () => readCode(cursor, codes));
    else skipElement(cursor);
  }
  const first = fonts[formats[0] ? formats[0].font : 0] || fonts[0];
  const defaultFont = first ? first.name : null;
  return { defaultFont, cells: formats.map((format) => describe(format, fonts[format.font], codes, defaultFont)) };
}

function describe(format: Format, font: Font | undefined, codes: ReadonlyMap<number, string>, defaultFont: string | null): CellStyle {
  const code = codes.get(format.numberFormat) || builtInFormat(format.numberFormat);
  const shown = code === null || code === '' || /^general$/i.test(code) ? undefined : code;
  return {
    format: shown,
    font: font && font.name !== null && font.name !== defaultFont ? font.name : undefined,
    struck: font !== undefined && font.struck,
    date: shown !== undefined && showsDate(shown),
  };
}

/** Calls `read` on each child of that name of the element just opened; `read` may leave the cursor on the child or on its end. */
function eachChild(cursor: XmlCursor, name: string, read: () => void): void {
  const outside = cursor.depth() - 1;
  for (let count = 0; ;) {
    const event = cursor.next();
    if (event === CLOSE && cursor.depth() === outside) return;
    if (event !== OPEN || cursor.depth() !== outside + 2 || cursor.name() !== name) continue;
    if (++count > MAXIMUM_STYLES) throw damaged('có nhiều kiểu định dạng hơn Excel cho phép');
    read();
  }
}

function readFont(cursor: XmlCursor): Font {
  const outside = cursor.depth() - 1;
  let name: string | null = null;
  let struck = false;
  for (;;) {
    const event = cursor.next();
    if (event === CLOSE && cursor.depth() === outside) return { name, struck };
    if (event !== OPEN) continue;
    const element = cursor.name();
    if (element === 'name') name = cursor.attribute('val') || null;
    else if (element === 'strike') struck = isOn(cursor);
  }
}

function readFormat(cursor: XmlCursor): Format {
  return { font: cursor.integer('fontId', 0), numberFormat: cursor.integer('numFmtId', 0) };
}

function readCode(cursor: XmlCursor, codes: Map<number, string>): void {
  const id = cursor.integer('numFmtId', -1);
  const code = cursor.attribute('formatCode');
  if (id >= 0 && code !== null) codes.set(id, code);
}
