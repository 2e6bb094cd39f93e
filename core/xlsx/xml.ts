import { damaged, WorkbookError } from './errors';

/** What a cursor stands on. */
export const END = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;

/**
 * A cursor over the events of one XML part. Names are local names: a namespace prefix is left out, of elements as of attributes,
 * and namespace declarations are no attributes. An empty element gives OPEN and CLOSE. Comments and processing instructions are passed over.
 */
export interface XmlCursor {
  /** Moves on and says what stands there: END, OPEN, CLOSE or TEXT. Throws a WorkbookError where the XML is not well formed. */
  next(): number;
  /** The local name of the element that was just opened or closed. */
  name(): string;
  /** How many elements are open; an element just opened counts, one just closed does not. */
  depth(): number;
  /** The text of a TEXT event with its entities resolved. */
  text(): string;
  /** The attribute of the element just opened, null where it has none of that name. */
  attribute(name: string): string | null;
  /** An attribute that is a whole number, `otherwise` where it is missing or something else. */
  integer(name: string, otherwise: number): number;
  /** An attribute of XML Schema's truth values, `otherwise` where it is missing. */
  flag(name: string, otherwise: boolean): boolean;
}

const MAXIMUM_DEPTH = 256;
const MAXIMUM_ATTRIBUTES = 512;
const SPACE = 32;
const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;

/**
 * Starts before the first element of `source`, a decoded part. Only what an OOXML part may hold is accepted: a document type (and with it
 * every entity of its own) is refused. Why not a general parser: three quarters of a workbook's reading time would go there; the tests prove
 * the same events as saxes gives.
 */
export function openXml(source: string): XmlCursor {
  const length = source.length;
  let position = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  let nameStart = 0;
  let nameEnd = 0;
  let textStart = 0;
  let textEnd = 0;
  let textIsPlain = false;
  let closing = false;
  let rootSeen = false;
  let open = 0;
  // Where each open element's full name starts and ends, two numbers an element.
  const stack: number[] = [];
  // Local name's start and end, value's start and end: four numbers an attribute.
  const attributes: number[] = [];
  let attributeCount = 0;

  function next(): number {
    if (closing) {
      closing = false;
      open--;
      return CLOSE;
    }
    for (;;) {
      if (position >= length) return finish();
      if (source.charCodeAt(position) !== LESS) return readText();
      const code = source.charCodeAt(position + 1);
      if (code === SLASH) return readClosing();
      if (code === 33) {
        if (readSpecial()) return TEXT;
      } else if (code === 63) skipPast('?>', position + 2);
      else return readOpening();
    }
  }

  function finish(): number {
    if (open > 0 || !rootSeen) throw malformed();
    return END;
  }

  function readText(): number {
    const end = source.indexOf('<', position);
    textStart = position;
    textEnd = end < 0 ? length : end;
    textIsPlain = false;
    position = textEnd;
    if (open === 0) {
      for (let index = textStart; index < textEnd; index++) {
        const code = source.charCodeAt(index);
        // Some writers fill up a part with zero bytes.
        if (code > SPACE) throw malformed();
      }
    }
    return TEXT;
  }

  function readSpecial(): boolean {
    if (source.startsWith('<!--', position)) {
      skipPast('-->', position + 4);
      return false;
    }
    if (open > 0 && source.startsWith('<![CDATA[', position)) {
      textStart = position + 9;
      skipPast(']]>', textStart);
      textEnd = position - 3;
      textIsPlain = true;
      return true;
    }
    if (source.startsWith('<!DOCTYPE', position)) {
      throw new WorkbookError(
        'unsafe',
        'Tệp chứa khai báo DOCTYPE mà Excel không bao giờ ghi, có thể không an toàn nên không được đọc; hãy mở bằng Excel, lưu lại thành .xlsx rồi thử lại.',
      );
    }
    throw malformed();
  }

  function skipPast(mark: string, from: number): void {
    const end = source.indexOf(mark, from);
    if (end < 0) throw malformed();
    position = end + mark.length;
  }

  function readClosing(): number {
    if (open === 0) throw malformed();
    open--;
    const start = stack[2 * open] as number;
    const size = (stack[2 * open + 1] as number) - start;
    let index = position + 2;
    for (let step = 0; step < size; step++, index++) {
      if (source.charCodeAt(index) !== source.charCodeAt(start + step)) throw malformed();
    }
    nameStart = localStart(position + 2, index);
    nameEnd = index;
    let code = source.charCodeAt(index);
    while (isSpace(code)) code = source.charCodeAt(++index);
    if (code !== GREATER) throw malformed();
    position = index + 1;
    return CLOSE;
  }

  function readOpening(): number {
    const start = position + 1;
    let index = start;
    let local = start;
    let code = source.charCodeAt(index);
    while (isNameCode(code)) {
      if (code === COLON) local = index + 1;
      code = source.charCodeAt(++index);
    }
    if (index === local || (open === 0 && rootSeen)) throw malformed();
    nameStart = local;
    nameEnd = index;
    stack[2 * open] = start;
    stack[2 * open + 1] = index;
    if (++open > MAXIMUM_DEPTH) throw damaged('các thẻ XML lồng nhau quá sâu');
    rootSeen = true;
    attributeCount = 0;
    if (code !== GREATER) index = readAttributes(index);
    position = index + 1;
    return OPEN;
  }

  /** Reads from the end of the element's name to its `>`, whose index it returns. */
  function readAttributes(from: number): number {
    let index = from;
    for (;;) {
      let code = source.charCodeAt(index);
      const before = index;
      while (isSpace(code)) code = source.charCodeAt(++index);
      if (code === GREATER) return index;
      if (code === SLASH) {
        if (source.charCodeAt(index + 1) !== GREATER) throw malformed();
        closing = true;
        return index + 1;
      }
      if (index === before) throw malformed();
      const start = index;
      let local = start;
      while (isNameCode(code)) {
        if (code === COLON) local = index + 1;
        code = source.charCodeAt(++index);
      }
      const end = index;
      while (isSpace(code)) code = source.charCodeAt(++index);
      if (end === local || code !== EQUALS) throw malformed();
      code = source.charCodeAt(++index);
      while (isSpace(code)) code = source.charCodeAt(++index);
      if (code !== 34 && code !== 39) throw malformed();
      const valueStart = index + 1;
      index = valueStart;
      let inside = source.charCodeAt(index);
      while (inside !== code) {
        // NaN, the end of the source, ends the loop as well.
        if (inside === LESS || !(inside >= 0)) throw malformed();
        inside = source.charCodeAt(++index);
      }
      if (!isDeclaration(start, end)) keepAttribute(local, end, valueStart, index);
      index++;
    }
  }

  function keepAttribute(start: number, end: number, valueStart: number, valueEnd: number): void {
    if (attributeCount >= MAXIMUM_ATTRIBUTES) throw malformed();
    const slot = 4 * attributeCount++;
    attributes[slot] = start;
    attributes[slot + 1] = end;
    attributes[slot + 2] = valueStart;
    attributes[slot + 3] = valueEnd;
  }

  /** `xmlns` and `xmlns:…` */
  function isDeclaration(start: number, end: number): boolean {
    if (source.charCodeAt(start) !== 120 || end - start < 5 || !source.startsWith('xmlns', start)) return false;
    return end - start === 5 || source.charCodeAt(start + 5) === COLON;
  }

  function localStart(start: number, end: number): number {
    for (let index = start; index < end; index++) if (source.charCodeAt(index) === COLON) return index + 1;
    return start;
  }

  /** The slot of an attribute, -1 where the element has none of that name. */
  function find(name: string): number {
    const size = name.length;
    const first = name.charCodeAt(0);
    for (let slot = 0, end = 4 * attributeCount; slot < end; slot += 4) {
      const start = attributes[slot] as number;
      if ((attributes[slot + 1] as number) - start !== size || source.charCodeAt(start) !== first) continue;
      if (size === 1 || source.startsWith(name, start)) return slot;
    }
    return -1;
  }

  function attribute(name: string): string | null {
    const slot = find(name);
    if (slot < 0) return null;
    return resolveAttribute(source.slice(attributes[slot + 2], attributes[slot + 3]));
  }

  function integer(name: string, otherwise: number): number {
    const slot = find(name);
    if (slot < 0) return otherwise;
    const start = attributes[slot + 2] as number;
    const end = attributes[slot + 3] as number;
    if (end === start || end - start > 15) return otherwise;
    let value = 0;
    for (let index = start; index < end; index++) {
      const digit = source.charCodeAt(index) - 48;
      if (digit < 0 || digit > 9) return otherwise;
      value = value * 10 + digit;
    }
    return value;
  }

  function flag(name: string, otherwise: boolean): boolean {
    const value = attribute(name);
    return value === null ? otherwise : isTrue(value);
  }

  return {
    next,
    name: () => source.slice(nameStart, nameEnd),
    depth: () => open,
    text: () => {
      const raw = source.slice(textStart, textEnd);
      return textIsPlain ? normaliseLines(raw) : resolveEntities(normaliseLines(raw));
    },
    attribute,
    integer,
    flag,
  };
}

/** The text of the element just opened, its descendants' text included; the cursor is left on the element's end. */
export function readElementText(cursor: XmlCursor): string {
  const outside = cursor.depth() - 1;
  let text = '';
  for (;;) {
    const event = cursor.next();
    if (event === TEXT) text += cursor.text();
    else if (event === CLOSE && cursor.depth() === outside) return text;
  }
}

/** Passes over the element just opened; the cursor is left on its end. */
export function skipElement(cursor: XmlCursor): void {
  const outside = cursor.depth() - 1;
  while (cursor.next() !== CLOSE || cursor.depth() !== outside);
}

/** A truth value of XML Schema, also as `on` or `t`, which ST_OnOff of older writers allows. */
export function isTrue(value: string): boolean {
  return /^\s*(1|true|on|t)\s*$/i.test(value);
}

function malformed(): WorkbookError {
  return damaged('nội dung XML bên trong không đúng quy cách');
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** What may stand in a name: everything but spaces, quotes and marks of the syntax; NaN, the end of the source, is none. */
function isNameCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 45 && code <= 58 && code !== SLASH) || code === 95 || code >= 128
  );
}

function normaliseLines(text: string): string {
  return text.indexOf('\r') < 0 ? text : text.replace(/\r\n?/g, '\n');
}

function resolveAttribute(raw: string): string {
  if (/[\t\r\n]/.test(raw)) return resolveEntities(raw.replace(/\r\n|[\t\r\n]/g, ' '));
  return resolveEntities(raw);
}

const namedEntities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function resolveEntities(text: string): string {
  return text.indexOf('&') < 0 ? text : text.replace(/&([^;&]*);?/g, resolveEntity);
}

function resolveEntity(whole: string, name: string): string {
  if (!whole.endsWith(';')) throw malformed();
  const known = Object.prototype.hasOwnProperty.call(namedEntities, name) ? namedEntities[name] : undefined;
  if (known !== undefined) return known;
  const match = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,8}))$/.exec(name);
  if (!match) throw malformed();
  const code = match[1] !== undefined ? parseInt(match[1], 16) : Number(match[2]);
  if (code === 0 || code > 0x10ffff) throw malformed();
  return String.fromCodePoint(code);
}
