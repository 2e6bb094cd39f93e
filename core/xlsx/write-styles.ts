import type { CellBorders, CellStyle } from '../summary/design';
import {
  appendInside,
  childrenOf,
  decodeEntities,
  escapeAttribute,
  listElements,
  prefixOf,
  readAttribute,
  setAttribute,
  splice,
} from './write-xml';
import type { XmlSpan } from './write-xml';

/** A style as a cell needs it: a text that could be a formula has a look of its own, with the quote prefix. */
export interface WantedStyle {
  readonly style: CellStyle;
  readonly quotePrefix: boolean;
}

/** The order of a style sheet's parts (ECMA-376 part 1, 18.8.39). */
const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];

/** What has to stand first in a list that the style sheet lacks. */
const firstChildren: Readonly<Record<string, readonly string[]>> = {
  numFmts: [],
  fonts: ['<font><sz val="11"/><name val="Calibri"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
};

/** One more than the last number that Excel keeps for itself. */
const FIRST_OWN_FORMAT = 164;

/**
 * Appends what the wanted styles need to a style sheet and gives their numbers in the order asked for. What we appended before is found again,
 * so that writing twice adds nothing; everything else in the part keeps its text.
 */
export function appendStyles(source: string, wanted: readonly WantedStyle[]): { source: string; indexes: number[] } {
  const sheet = openStyles(source);
  const indexes = wanted.map(({ style, quotePrefix }) => {
    const numberFormat = sheet.numberFormat(style.numberFormat);
    const font = sheet.indexOf('fonts', fontXml(style));
    const fill = sheet.indexOf('fills', fillXml(style.fill));
    const border = sheet.indexOf('borders', borderXml(style.borders));
    const base = sheet.hasBaseStyle ? ' xfId="0"' : '';
    const quote = quotePrefix ? ' quotePrefix="1"' : '';
    const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
    const wrap = style.wrap ? ' wrapText="1"' : '';
    const alignment = `<alignment horizontal="${style.horizontal}" vertical="${style.vertical}"${wrap}/>`;
    const numbers = `numFmtId="${numberFormat}" fontId="${font}" fillId="${fill}" borderId="${border}"`;
    return sheet.indexOf('cellXfs', `<xf ${numbers}${base}${quote} ${applied}>${alignment}</xf>`);
  });
  return { source: sheet.finish(), indexes };
}

interface OpenStyles {
  readonly hasBaseStyle: boolean;
  /** The number of a child in one of the lists, appended where it is not there. */
  indexOf(list: string, xml: string): number;
  numberFormat(code: string): number;
  finish(): string;
}

function openStyles(part: string): OpenStyles {
  const [first] = listElements(part, 0);
  const source = first?.empty ? appendInside(part, first, '') : part;
  const spans = listElements(source, 2);
  const root = spans[0] as XmlSpan;
  const prefix = prefixOf(root);
  const lists = new Map(childrenOf(spans, root).map((span): [string, XmlSpan] => [span.name, span]));
  const known = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  const added = new Map<string, string[]>();
  const formats = new Map<string, number>();
  let nextFormat = FIRST_OWN_FORMAT;
  const formatList = lists.get('numFmts');
  for (const span of formatList ? childrenOf(spans, formatList) : []) {
    const id = Number(readAttribute(span, 'numFmtId'));
    formats.set(readAttribute(span, 'formatCode') ?? '', id);
    nextFormat = Math.max(nextFormat, id + 1);
  }

  function open(list: string): Map<string, number> {
    const found = known.get(list);
    if (found) return found;
    const children = new Map<string, number>();
    const span = lists.get(list);
    const texts = span
      ? childrenOf(spans, span).map((child) => source.slice(child.start, child.end))
      : (firstChildren[list] ?? []).map(withPrefix);
    if (!span) added.set(list, texts.slice());
    texts.forEach((text, index) => {
      if (!children.has(text)) children.set(text, index);
    });
    known.set(list, children);
    counts.set(list, texts.length);
    return children;
  }

  function withPrefix(xml: string): string {
    return prefix === '' ? xml : xml.replace(/<(\/?)/g, `<$1${prefix}`);
  }

  function indexOf(list: string, xml: string): number {
    const children = open(list);
    const text = withPrefix(xml);
    const found = children.get(text);
    if (found !== undefined) return found;
    const index = counts.get(list) as number;
    children.set(text, index);
    counts.set(list, index + 1);
    added.set(list, [...(added.get(list) ?? []), text]);
    return index;
  }

  function numberFormat(code: string): number {
    if (code === 'General') return 0;
    if (code === '@') return 49;
    const found = formats.get(code);
    if (found !== undefined) return found;
    const id = nextFormat++;
    formats.set(code, id);
    open('numFmts');
    indexOf('numFmts', `<numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    return id;
  }

  function finish(): string {
    // From the last list to the first, so that the spans in front stay where they are.
    return order
      .slice()
      .reverse()
      .filter((list) => (added.get(list) ?? []).length > 0)
      .reduce((text, list) => insert(text, list, (added.get(list) as string[]).join('')), source);
  }

  function insert(text: string, list: string, children: string): string {
    const count = String(counts.get(list));
    const span = lists.get(list);
    if (span) return splice(text, span.start, span.end, fillList(text.slice(span.start, span.end), children, count));
    const whole = `<${prefix}${list} count="${count}">${children}</${prefix}${list}>`;
    const behind = order.slice(order.indexOf(list) + 1).map((later) => lists.get(later)?.start ?? Infinity);
    const at = Math.min(root.innerEnd, ...behind);
    return splice(text, at, at, whole);
  }

  return { hasBaseStyle: lists.has('cellStyleXfs'), indexOf, numberFormat, finish };
}

function fillList(list: string, children: string, count: string): string {
  const filled = appendInside(list, listElements(list, 0)[0] as XmlSpan, children);
  return setAttribute(filled, listElements(filled, 0)[0] as XmlSpan, 'count', count);
}

function fontXml(style: CellStyle): string {
  const marks = `${style.bold ? '<b/>' : ''}${style.italic ? '<i/>' : ''}${style.underline ? '<u/>' : ''}`;
  return `<font>${marks}<sz val="${style.size}"/><color rgb="FF${style.colour}"/><name val="${style.font}"/><family val="1"/></font>`;
}

function fillXml(fill: string | null): string {
  if (fill === null) return '<fill><patternFill patternType="none"/></fill>';
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function borderXml(borders: CellBorders): string {
  const side = (name: 'left' | 'right' | 'top' | 'bottom'): string =>
    borders[name] === 'none' ? `<${name}/>` : `<${name} style="${borders[name]}"><color rgb="FF000000"/></${name}>`;
  return `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border>`;
}

const digitWidths: readonly (readonly [RegExp, number])[] = [
  [/arial|helvetica|liberation sans/i, 0.556],
  [/verdana/i, 0.636],
  [/tahoma|cambria|segoe/i, 0.546],
  [/times|\.vntime|vni-times|calibri|aptos/i, 0.505],
];

/** The width in pixels of a digit of the workbook's default font, in which column widths are counted. */
export function defaultDigitWidth(source: string): number {
  const spans = listElements(source, 3);
  const list = spans.find((span) => span.name === 'fonts' && span.depth === 1);
  const font = list ? childrenOf(spans, list)[0] : undefined;
  if (!font) return 7;
  const parts = childrenOf(spans, font);
  const valueOf = (name: string): string | null => {
    const part = parts.find((span) => span.name === name);
    return part ? readAttribute(part, 'val') : null;
  };
  const size = Number(valueOf('sz')) || 11;
  const name = decodeEntities(valueOf('name') ?? 'Calibri');
  const share = digitWidths.find(([pattern]) => pattern.test(name))?.[1] ?? 0.52;
  return Math.max(4, Math.round((size * 96 * share) / 72));
}
