import { normaliseEntryName } from './zip';
import { openPackage, relationshipsName, resolveTarget } from './package';
import type { Relationship } from './package';
import { rewriteZip } from './write-zip';
import { appendInside, escapeAttribute, listElements, prefixOf, readAttribute, splice } from './write-xml';
import type { XmlSpan } from './write-xml';

const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = '[Content_Types].xml';

/** A package being changed: parts are read as they are by then, and written all at once. Part names are without a leading slash. */
export interface PackageEditor {
  has(name: string): boolean;
  /** The part's text, changes included; null where there is none. */
  text(name: string): string | null;
  setText(name: string, text: string): void;
  /** Takes a part and its content type out. */
  remove(name: string): void;
  relationships(name: string): readonly Relationship[];
  /** The relationship of that kind to that part, made where there is none. Returns its id. */
  relate(from: string, type: string, target: string): string;
  /** Takes out the relationships to a part. */
  unrelate(from: string, target: string): void;
  setContentType(name: string, type: string): void;
  /** `stem` with the lowest number, from `from` on, that no part has: (`xl/charts/chart`, 1) → `xl/charts/chart3.xml`. */
  freeName(stem: string, from: number): string;
  finish(): Uint8Array;
}

/** Opens a package for changing; no bytes for a new one. Throws a WorkbookError for what is no package. */
export function editPackage(bytes: Uint8Array): PackageEditor {
  const original = bytes.length === 0 ? null : openPackage(bytes);
  const changes = new Map<string, { name: string; text: string | null }>();
  const known = new Map<string, string | null>();

  function text(name: string): string | null {
    const key = normaliseEntryName(name);
    const change = changes.get(key);
    if (change) return change.text;
    if (!known.has(key)) known.set(key, original === null ? null : original.text(key));
    return known.get(key) ?? null;
  }

  function setText(name: string, content: string): void {
    if (text(name) !== content) changes.set(normaliseEntryName(name), { name, text: content });
  }

  function has(name: string): boolean {
    const key = normaliseEntryName(name);
    const change = changes.get(key);
    return change ? change.text !== null : original !== null && original.has(key);
  }

  function relationshipsPart(from: string): { name: string; source: string } {
    const name = relationshipsName(from);
    const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`;
    return { name, source: text(name) ?? empty };
  }

  function readRelationships(from: string): Relationship[] {
    const spans = listElements(relationshipsPart(from).source, 1);
    return spans.filter((span) => span.name === 'Relationship').map((span) => readRelationship(span, from));
  }

  function relate(from: string, type: string, target: string): string {
    const kind = type.slice(type.lastIndexOf('/') + 1).toLowerCase();
    const key = normaliseEntryName(target);
    const found = readRelationships(from);
    const same = found.find((relationship) => relationship.type === kind && !relationship.external && relationship.target === key);
    if (same) return same.id;
    let number = found.length + 1;
    while (found.some((relationship) => relationship.id.toLowerCase() === `rid${number}`)) number++;
    const { name, source } = relationshipsPart(from);
    const root = listElements(source, 0)[0] as XmlSpan;
    const address = relativeTarget(from, target);
    const added = `<${prefixOf(root)}Relationship Id="rId${number}" Type="${type}" Target="${escapeAttribute(address)}"/>`;
    setText(name, appendInside(source, root, added));
    return `rId${number}`;
  }

  function unrelate(from: string, target: string): void {
    const { name, source } = relationshipsPart(from);
    const key = normaliseEntryName(target);
    const spans = listElements(source, 1).filter((span) => span.name === 'Relationship' && readRelationship(span, from).target === key);
    setText(
      name,
      spans.reverse().reduce((changed, span) => splice(changed, span.start, span.end, ''), source),
    );
  }

  function overrides(source: string): XmlSpan[] {
    return listElements(source, 1).filter((span) => span.name === 'Override');
  }

  function setContentType(name: string, type: string): void {
    const source = text(CONTENT_TYPES) ?? '';
    const key = normaliseEntryName(name);
    const found = overrides(source).find((span) => normaliseEntryName(readAttribute(span, 'PartName') ?? '') === key);
    if (found && readAttribute(found, 'ContentType') === type) return;
    const without = found ? splice(source, found.start, found.end, '') : source;
    const root = listElements(without, 0)[0] as XmlSpan;
    setText(
      CONTENT_TYPES,
      appendInside(without, root, `<${prefixOf(root)}Override PartName="/${escapeAttribute(name)}" ContentType="${type}"/>`),
    );
  }

  function remove(name: string): void {
    const key = normaliseEntryName(name);
    const source = text(CONTENT_TYPES) ?? '';
    const found = overrides(source).find((span) => normaliseEntryName(readAttribute(span, 'PartName') ?? '') === key);
    if (found) setText(CONTENT_TYPES, splice(source, found.start, found.end, ''));
    changes.set(key, { name, text: null });
  }

  function freeName(stem: string, from: number): string {
    for (let number = from; ; number++) {
      const name = `${stem}${number}.xml`;
      if (!has(name)) return name;
    }
  }

  function finish(): Uint8Array {
    const parts = Array.from(changes, ([key, change]): [string, { name: string; content: string | null }] => [
      key,
      { name: change.name, content: change.text === null ? null : declareUtf8(change.text) },
    ]);
    return rewriteZip(bytes, new Map(parts));
  }

  return { has, text, setText, remove, relationships: readRelationships, relate, unrelate, setContentType, freeName, finish };
}

function readRelationship(span: XmlSpan, from: string): Relationship {
  const type = readAttribute(span, 'Type') ?? '';
  const target = readAttribute(span, 'Target') ?? '';
  const external = (readAttribute(span, 'TargetMode') ?? '').toLowerCase() === 'external';
  return {
    id: readAttribute(span, 'Id') ?? '',
    type: type.slice(type.lastIndexOf('/') + 1).toLowerCase(),
    target: external ? target : resolveTarget(normaliseEntryName(from), target),
    external,
  };
}

/** The way from one part to another: (`xl/worksheets/sheet1.xml`, `xl/drawings/drawing1.xml`) → `../drawings/drawing1.xml`. */
function relativeTarget(from: string, target: string): string {
  const start = from.split('/').slice(0, -1);
  const end = target.split('/');
  let shared = 0;
  while (
    shared < start.length &&
    shared < end.length - 1 &&
    (start[shared] as string).toLowerCase() === (end[shared] as string).toLowerCase()
  )
    shared++;
  return '../'.repeat(start.length - shared) + end.slice(shared).join('/');
}

/** What we write is UTF-8, whatever the part was in. */
function declareUtf8(text: string): string {
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return plain.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(["'])(?!utf-8\2)[^"']*\2/i, '$1$2UTF-8$2');
}

/** The element of that name at that depth, null where there is none. */
export function findElement(spans: readonly XmlSpan[], name: string, depth: number): XmlSpan | null {
  return spans.find((span) => span.name === name && span.depth === depth) ?? null;
}
