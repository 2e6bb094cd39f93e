/** An element of a part's text: where its tags stand, so that the text can be changed there and nowhere else. */
export interface XmlSpan {
  /** The name as written, prefix included. */
  readonly tag: string;
  /** The name without its prefix. */
  readonly name: string;
  /** From the `<` of the opening tag… */
  readonly start: number;
  /** …its attributes' text, … */
  readonly attributes: string;
  /** …behind the `>` of the opening tag, … */
  readonly innerStart: number;
  /** …to the `<` of the closing tag (behind the opening one for an empty element)… */
  readonly innerEnd: number;
  /** …to behind the `>` of the closing tag. */
  readonly end: number;
  readonly empty: boolean;
  readonly depth: number;
}

const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>]+)((?:[^"'>]|"[^"]*"|'[^']*')*?)(\/?)>/g;

/** Every element of a part down to `depth` (the root is 0), in order of their opening tags. The part is taken to be well formed. */
export function listElements(source: string, depth: number): XmlSpan[] {
  const spans: XmlSpan[] = [];
  const open: { index: number; tag: string }[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match; match = TOKEN.exec(source)) {
    const tag = match[2];
    if (tag === undefined) continue;
    if (match[1] === '/') {
      const opened = open.pop();
      if (opened && opened.index >= 0) {
        const span = spans[opened.index] as XmlSpan;
        spans[opened.index] = { ...span, innerEnd: match.index, end: match.index + match[0].length };
      }
      continue;
    }
    const behind = match.index + match[0].length;
    const keep = open.length <= depth;
    const empty = match[4] === '/';
    if (keep) {
      const name = tag.slice(tag.indexOf(':') + 1);
      spans.push({
        tag,
        name,
        start: match.index,
        attributes: match[3] ?? '',
        innerStart: behind,
        innerEnd: behind,
        end: behind,
        empty,
        depth: open.length,
      });
    }
    if (!empty) open.push({ index: keep ? spans.length - 1 : -1, tag });
  }
  return spans;
}

/** The children of an element among `spans`, which must reach one level deeper. */
export function childrenOf(spans: readonly XmlSpan[], parent: XmlSpan): XmlSpan[] {
  return spans.filter((span) => span.depth === parent.depth + 1 && span.start >= parent.innerStart && span.end <= parent.innerEnd);
}

/** An attribute by its name as written or, with `anyPrefix`, by its local name; null where it is missing. */
export function readAttribute(span: XmlSpan, name: string, anyPrefix = false): string | null {
  const pattern = new RegExp(`(?:^|\\s)${anyPrefix ? '(?:[^\\s:=]+:)?' : ''}${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  const match = pattern.exec(span.attributes);
  return match ? decodeEntities(match[1] ?? match[2] ?? '') : null;
}

/** The prefix of a tag with its colon (`x:`), '' for none. */
export function prefixOf(span: XmlSpan): string {
  return span.tag.slice(0, span.tag.indexOf(':') + 1);
}

/** Replaces the stretch of a text. */
export function splice(source: string, start: number, end: number, replacement: string): string {
  return source.slice(0, start) + replacement + source.slice(end);
}

/** Puts text at the end of an element's content, opening an empty element up. */
export function appendInside(source: string, span: XmlSpan, content: string): string {
  if (!span.empty) return splice(source, span.innerEnd, span.innerEnd, content);
  const opening = source.slice(span.start, span.end).replace(/\s*\/>$/, '>');
  return splice(source, span.start, span.end, `${opening}${content}</${span.tag}>`);
}

/** Sets one attribute in an element's opening tag, the others stay as they are. */
export function setAttribute(source: string, span: XmlSpan, name: string, value: string): string {
  const opening = source.slice(span.start, span.innerStart);
  const pattern = new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`);
  const changed = pattern.test(opening)
    ? opening.replace(pattern, (_, head: string) => `${head}"${escapeAttribute(value)}"`)
    : opening.replace(/\s*(\/?)>$/, (_, slash: string) => ` ${name}="${escapeAttribute(value)}"${slash}>`);
  return splice(source, span.start, span.innerStart, changed);
}

const namedEntities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Resolves the entities of XML itself. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hexadecimal?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return namedEntities[name] ?? whole;
    const code = hexadecimal !== undefined ? parseInt(hexadecimal, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Text as an attribute's value. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}

/** Text as an element's content. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/**
 * Text of a cell: `_x0041_` would be read as an escape, so its underscore is escaped itself (ECMA-376 part 1, 22.9.2.19). LibreOffice takes fewer
 * digits for one as well.
 */
export function escapeCellText(text: string): string {
  return escapeText(text.replace(/_(?=x[0-9a-fA-F]{1,8}_)/g, '_x005F_'));
}
