import { strFromU8 } from 'fflate';
import { damaged, tooLarge } from './errors';
import { listZipEntries, normaliseEntryName, readZipEntry, type ZipEntry } from './zip';
import { openXml, OPEN, END } from './xml';

/** The most that is inflated of one workbook, in bytes. */
export const MAXIMUM_UNPACKED = 128 * 1024 * 1024;

const MAXIMUM_RELATIONSHIPS = 50000;

/** A relationship between two parts. */
export interface Relationship {
  readonly id: string;
  /** The last segment of the type's address, in lower case, the same for transitional and strict files: `worksheet`, `comments`. */
  readonly type: string;
  /** The target part, normalised; for an external target the address as it stands. */
  readonly target: string;
  readonly external: boolean;
}

/** The parts of an OOXML package, inflated one by one when asked for. */
export interface Package {
  /** Normalised names. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The decoded text of a part, null where the package has none of that name. Throws a WorkbookError. */
  text(name: string): string | null;
  /** The relationships of a part (`''` for the package itself), none where it has no such list. */
  relationships(name: string): readonly Relationship[];
}

/** Opens a zip archive as a package. Throws a WorkbookError as `listZipEntries` does. */
export function openPackage(bytes: Uint8Array): Package {
  const entries = listZipEntries(bytes);
  let allowance = MAXIMUM_UNPACKED;

  function text(name: string): string | null {
    const entry = findEntry(entries, name);
    if (!entry) return null;
    const content = readZipEntry(bytes, entry, allowance);
    allowance -= content.length;
    return decodeXml(content);
  }

  return {
    names: Array.from(entries.keys()),
    has: (name) => findEntry(entries, name) !== undefined,
    text,
    relationships: (name) => readRelationships(text(relationshipsName(name)), name),
  };
}

function findEntry(entries: Map<string, ZipEntry>, name: string): ZipEntry | undefined {
  const found = entries.get(name);
  if (found || name.indexOf('%') < 0) return found;
  try {
    return entries.get(normaliseEntryName(decodeURIComponent(name)));
  } catch {
    return undefined;
  }
}

/** The name of the part that lists a part's relationships: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsName(name: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

/** The part that a target names, seen from the part `base`: relative (`../comments1.xml`) or absolute (`/xl/comments1.xml`). */
export function resolveTarget(base: string, target: string): string {
  const path = target.replace(/\\/g, '/');
  const from = path.startsWith('/') ? '' : base.slice(0, base.lastIndexOf('/') + 1);
  const resolved: string[] = [];
  for (const segment of (from + path).split('/')) {
    if (segment === '..') resolved.pop();
    else if (segment !== '.' && segment !== '') resolved.push(segment);
  }
  return resolved.join('/').toLowerCase();
}

function readRelationships(source: string | null, base: string): Relationship[] {
  if (source === null) return [];
  const found: Relationship[] = [];
  const cursor = openXml(source);
  for (let event = cursor.next(); event !== END; event = cursor.next()) {
    if (event !== OPEN || cursor.name() !== 'Relationship') continue;
    const id = cursor.attribute('Id');
    const target = cursor.attribute('Target');
    if (id === null || target === null) throw damaged('một liên kết giữa các phần của tệp thiếu tên hoặc đích');
    const type = cursor.attribute('Type') || '';
    const external = (cursor.attribute('TargetMode') || '').toLowerCase() === 'external';
    found.push({
      id,
      type: type.slice(type.lastIndexOf('/') + 1).toLowerCase(),
      target: external ? target : resolveTarget(base, target),
      external,
    });
    if (found.length > MAXIMUM_RELATIONSHIPS) throw tooLarge('có quá nhiều liên kết giữa các phần');
  }
  return found;
}

/** Decodes an XML part: UTF-8, UTF-16 by its mark or first bytes, ISO 8859-1 where the part says so. Throws a WorkbookError for others. */
export function decodeXml(bytes: Uint8Array): string {
  const first = bytes[0];
  const second = bytes[1];
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return decodeUtf16(bytes, 0);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return decodeUtf16(bytes, 1);
  const declared = declaredEncoding(bytes);
  if (declared === null || /^(utf-?8|us-ascii|ascii)$/i.test(declared)) return strFromU8(bytes);
  if (/^(iso-8859-1|latin1)$/i.test(declared)) return strFromU8(bytes, true);
  throw damaged(`bảng mã “${declared}” bên trong tệp không đọc được`);
}

function declaredEncoding(bytes: Uint8Array): string | null {
  let index = bytes[0] === 0xef ? 3 : 0;
  if (bytes[index] !== 0x3c || bytes[index + 1] !== 0x3f) return null;
  let declaration = '';
  for (const end = Math.min(bytes.length, index + 160); index < end; index++) {
    const byte = bytes[index] as number;
    if (byte === 0x3e) break;
    declaration += String.fromCharCode(byte);
  }
  const match = /\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(declaration);
  return match ? (match[1] as string) : null;
}

function decodeUtf16(bytes: Uint8Array, highByte: 0 | 1): string {
  let text = '';
  const units: number[] = [];
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    units.push(((bytes[index + 1 - highByte] as number) << 8) | (bytes[index + highByte] as number));
    if (units.length === 8192) text += String.fromCharCode.apply(null, units.splice(0));
  }
  return text + String.fromCharCode.apply(null, units);
}
