import { deflateSync, strToU8 } from 'fflate';
import { damaged } from './errors';
import { checksumOf, listZipEntries } from './zip';

/**
 * A part to be put into an archive, instead of the one of that name or as a new one; a text becomes UTF-8 when its turn comes, so that never
 * more than one part stands in memory twice. null takes the part out.
 */
export type PartChanges = ReadonlyMap<string, { readonly name: string; readonly content: Uint8Array | string | null }>;

interface Written {
  /** The entry's record in the directory; its offset is set when the record is written. */
  readonly record: Uint8Array;
  /** Local header and data. */
  readonly body: Uint8Array;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const UNSTATED_32 = 0xffffffff;

/** The day the zip format begins with: what we write says nothing of when. */
const FIRST_DAY = 0x21;

/**
 * A copy of a zip archive with some parts changed. Every other entry keeps its bytes (header, packed data, descriptor) and its place in the order;
 * changed parts stand where they stood, new ones at the end. `changes` has normalised names as keys; an archive of no bytes is an empty one.
 * Throws a WorkbookError for an archive that cannot be read.
 */
export function rewriteZip(bytes: Uint8Array, changes: PartChanges): Uint8Array {
  const written: Written[] = [];
  const left = new Set(changes.keys());
  for (const entry of bytes.length === 0 ? [] : readDirectory(bytes)) {
    const change = changes.get(entry.key);
    left.delete(entry.key);
    if (!change) written.push({ record: entry.record, body: bytes.subarray(entry.offset, entry.end) });
    else if (change.content !== null) written.push(packEntry(entry.nameBytes, entry.utf8, change.content));
  }
  for (const key of Array.from(left)) {
    const change = changes.get(key);
    if (!change || change.content === null) continue;
    const nameBytes = strToU8(change.name);
    written.push(packEntry(nameBytes, nameBytes.length !== change.name.length, change.content));
  }
  return assemble(written);
}

interface DirectoryEntry {
  readonly key: string;
  readonly nameBytes: Uint8Array;
  readonly utf8: boolean;
  readonly record: Uint8Array;
  readonly offset: number;
  readonly end: number;
}

function readDirectory(bytes: Uint8Array): DirectoryEntry[] {
  const listed = listZipEntries(bytes);
  const offsets = Array.from(new Set(Array.from(listed.values(), (entry) => entry.offset))).sort((first, second) => first - second);
  const following = new Map(offsets.map((offset, index): [number, number | undefined] => [offset, offsets[index + 1]]));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: DirectoryEntry[] = [];
  let position = findDirectory(bytes, view);
  const directory = position;
  for (const [key, entry] of Array.from(listed)) {
    const nameLength = view.getUint16(position + 28, true);
    const length = 46 + nameLength + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
    entries.push({
      key,
      nameBytes: bytes.slice(position + 46, position + 46 + nameLength),
      utf8: (entry.flags & 0x800) !== 0,
      record: bytes.slice(position, position + length),
      offset: entry.offset,
      end: following.get(entry.offset) ?? directory,
    });
    position += length;
  }
  if (entries.some((entry) => entry.end <= entry.offset || view.getUint32(entry.offset, true) !== LOCAL_HEADER)) {
    throw damaged('mục lục của gói không đọc được');
  }
  return entries;
}

/** Where the directory starts: its records lie one behind the other up to the archive's end record. */
function findDirectory(bytes: Uint8Array, view: DataView): number {
  for (let position = bytes.length - 22; position >= Math.max(0, bytes.length - 22 - 65535); position--) {
    if (view.getUint32(position, true) !== DIRECTORY_END) continue;
    const stated = view.getUint32(position + 16, true);
    if (stated !== UNSTATED_32) return stated;
    // The long form's locator stands just before, and names the long end record, which names the directory.
    const record = view.getUint32(position - 20 + 8, true);
    return view.getUint32(record + 48, true);
  }
  throw damaged('mục lục của gói không đọc được');
}

function packEntry(nameBytes: Uint8Array, utf8: boolean, part: Uint8Array | string): Written {
  const content = typeof part === 'string' ? strToU8(part) : part;
  const packed = deflateSync(content, { level: 6 });
  const record = new Uint8Array(46 + nameBytes.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, DIRECTORY_ENTRY, true);
  view.setUint16(4, 20, true);
  view.setUint16(6, 20, true);
  view.setUint16(8, utf8 ? 0x800 : 0, true);
  view.setUint16(10, 8, true);
  view.setUint16(14, FIRST_DAY, true);
  view.setUint32(16, checksumOf(content), true);
  view.setUint32(20, packed.length, true);
  view.setUint32(24, content.length, true);
  view.setUint16(28, nameBytes.length, true);
  record.set(nameBytes, 46);
  const body = new Uint8Array(30 + nameBytes.length + packed.length);
  new DataView(body.buffer).setUint32(0, LOCAL_HEADER, true);
  // From the version needed to the name's length, a local header repeats the directory's record.
  body.set(record.subarray(6, 30), 4);
  body.set(nameBytes, 30);
  body.set(packed, 30 + nameBytes.length);
  return { record, body };
}

function assemble(written: readonly Written[]): Uint8Array {
  const bodies = written.reduce((sum, entry) => sum + entry.body.length, 0);
  const records = written.reduce((sum, entry) => sum + entry.record.length, 0);
  const archive = new Uint8Array(bodies + records + 22);
  const view = new DataView(archive.buffer);
  let at = 0;
  let record = bodies;
  for (const entry of written) {
    archive.set(entry.body, at);
    archive.set(entry.record, record);
    view.setUint32(record + 42, at, true);
    at += entry.body.length;
    record += entry.record.length;
  }
  view.setUint32(record, DIRECTORY_END, true);
  view.setUint16(record + 8, written.length, true);
  view.setUint16(record + 10, written.length, true);
  view.setUint32(record + 12, records, true);
  view.setUint32(record + 16, bodies, true);
  return archive;
}
