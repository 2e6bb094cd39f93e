import { tooLarge } from './errors';
import { CLOSE, END, isTrue, OPEN, openXml, readElementText, skipElement, type XmlCursor } from './xml';

/** A stretch of a rich text as it stands in the file. */
export interface RichRun {
  readonly text: string;
  /** The run's own font; undefined where it takes the cell's. */
  readonly font: string | undefined;
  readonly struck: boolean;
  /** False for a run without properties of its own: it looks as the cell does. */
  readonly formatted: boolean;
}

/** The text of a shared or inline string: plain, or runs. */
export type RichText = string | readonly RichRun[];

/** A cell holds at most 32,767 characters, so no more runs either. */
const MAXIMUM_RUNS = 32767;
const MAXIMUM_SHARED_RUNS = 2000000;

/** The strings of the shared string part, in order. Phonetic hints are left out. Throws a WorkbookError beyond two million runs. */
export function readSharedStrings(source: string): RichText[] {
  const strings: RichText[] = [];
  const cursor = openXml(source);
  let runs = 0;
  for (let event = cursor.next(); event !== END; event = cursor.next()) {
    if (event !== OPEN || cursor.name() !== 'si') continue;
    const text = readRichText(cursor);
    strings.push(text);
    if (typeof text !== 'string' && (runs += text.length) > MAXIMUM_SHARED_RUNS) throw tooLarge('có quá nhiều đoạn chữ định dạng riêng');
  }
  return strings;
}

/** Reads the content of the `si`, `is` or comment `text` element just opened; the cursor is left on its end. */
export function readRichText(cursor: XmlCursor): RichText {
  const outside = cursor.depth() - 1;
  let plain = '';
  let runs: RichRun[] | null = null;
  for (;;) {
    const event = cursor.next();
    if (event === CLOSE && cursor.depth() === outside) break;
    if (event !== OPEN) continue;
    const name = cursor.name();
    if (name === 't') {
      const text = readText(cursor);
      if (runs) runs.push(unformatted(text));
      else plain += text;
    } else if (name === 'r') {
      if (!runs) runs = plain === '' ? [] : [unformatted(plain)];
      runs.push(readRun(cursor));
      if (runs.length > MAXIMUM_RUNS) throw tooLarge('một ô có quá nhiều đoạn chữ định dạng riêng');
    } else skipElement(cursor);
  }
  return runs || plain;
}

function unformatted(text: string): RichRun {
  return { text, font: undefined, struck: false, formatted: false };
}

function readRun(cursor: XmlCursor): RichRun {
  const outside = cursor.depth() - 1;
  let text = '';
  let font: string | undefined;
  let struck = false;
  let formatted = false;
  for (;;) {
    const event = cursor.next();
    if (event === CLOSE && cursor.depth() === outside) return { text, font, struck, formatted };
    if (event !== OPEN) continue;
    const name = cursor.name();
    if (name === 't') text += readText(cursor);
    else if (name === 'rPr') formatted = true;
    else if (name === 'rFont') font = cursor.attribute('val') || undefined;
    else if (name === 'strike') struck = isOn(cursor);
    else if (name === 'rPh') skipElement(cursor);
  }
}

/** The value of a toggle such as `<strike/>`: on unless its `val` says otherwise. */
export function isOn(cursor: XmlCursor): boolean {
  const value = cursor.attribute('val');
  return value === null || isTrue(value);
}

function readText(cursor: XmlCursor): string {
  return unescapeText(readElementText(cursor));
}

/** Resolves `_x000D_` and its like (ECMA-376 part 1, 22.9.2.19); `_x005F_` keeps an underscore from being read so. */
export function unescapeText(text: string): string {
  if (text.indexOf('_x') < 0) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

/** The whole text, struck-through runs included. */
export function joinRichText(text: RichText): string {
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}
