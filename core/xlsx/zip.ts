import { Inflate, inflateSync, strFromU8 } from 'fflate';
import { damaged, tooLarge, truncated, WorkbookError } from './errors';

/** One file of a zip archive, as its central directory describes it. */
export interface ZipEntry {
  /** The name as stored. */
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly checksum: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the local header starts. */
  readonly offset: number;
}

const MAXIMUM_ENTRIES = 20000;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const UNSTATED_16 = 0xffff;
const UNSTATED_32 = 0xffffffff;

/** Deflate cannot expand more than 1,032 times, so that what is inflated in one go stays below 70 MB whatever its header says. */
const ONE_GO = 65536;

/** The name by which a part is looked up: forward slashes, no leading slash, lower case (OPC names ignore case). */
export function normaliseEntryName(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

/**
 * The entries of a zip archive by normalised name, nothing inflated yet.
 * Throws a WorkbookError: truncated (no directory), damaged (entries outside the file, the same name twice), too-large.
 */
export function listZipEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const directory = findDirectory(bytes);
  if (directory.count > MAXIMUM_ENTRIES) throw tooLarge(`gói chứa ${directory.count} phần`);
  const entries = new Map<string, ZipEntry>();
  let position = directory.offset;
  for (let index = 0; index < directory.count; index++) {
    if (position + 46 > bytes.length || read32(bytes, position) !== DIRECTORY_ENTRY) throw damaged('mục lục của gói không đọc được');
    const entry = readEntry(bytes, position);
    position += 46 + read16(bytes, position + 28) + read16(bytes, position + 30) + read16(bytes, position + 32);
    const key = normaliseEntryName(entry.name);
    if (entries.has(key)) throw damaged(`gói có hai phần cùng tên “${printable(entry.name)}”`);
    entries.set(key, entry);
  }
  return entries;
}

/**
 * The bytes of one entry, at most `allowance` of them. The stated size and checksum are verified, whatever they claim.
 * Throws a WorkbookError: encrypted, damaged, truncated or too-large.
 */
export function readZipEntry(bytes: Uint8Array, entry: ZipEntry, allowance: number): Uint8Array {
  if (entry.flags & 1) throw new WorkbookError('encrypted', 'Tệp được bảo vệ bằng mật khẩu; hãy mở bằng Excel, bỏ mật khẩu rồi thử lại.');
  if (entry.size > allowance) throw tooLarge('nội dung sau khi giải nén vượt quá 128 MB');
  const start = findData(bytes, entry);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  if (packed.length < entry.compressedSize) throw truncated();
  const content = unpack(packed, entry);
  if (content.length !== entry.size) throw damaged(`phần “${printable(entry.name)}” không dài như đã khai`);
  // Some writers leave the checksum at 0; only a stated one can prove that a part was altered.
  if (entry.checksum !== 0 && checksumOf(content) !== entry.checksum) throw damaged(`phần “${printable(entry.name)}” bị sai mã kiểm`);
  return content;
}

function unpack(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged(`phần “${printable(entry.name)}” dùng kiểu nén lạ`);
  try {
    // One byte more than stated, so that a longer stream shows itself.
    return packed.length <= ONE_GO ? inflateSync(packed, { out: new Uint8Array(entry.size + 1) }) : inflatePiecewise(packed, entry.size);
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw damaged(`phần “${printable(entry.name)}” không giải nén được`);
  }
}

function inflatePiecewise(packed: Uint8Array, size: number): Uint8Array {
  const content = new Uint8Array(size);
  let filled = 0;
  let finished = false;
  const inflater = new Inflate((piece, final) => {
    if (filled + piece.length > size) throw damaged('một phần của gói dài hơn đã khai');
    content.set(piece, filled);
    filled += piece.length;
    finished = finished || final;
  });
  for (let position = 0; position < packed.length; position += ONE_GO) {
    const end = Math.min(position + ONE_GO, packed.length);
    inflater.push(packed.subarray(position, end), end === packed.length);
  }
  if (!finished || filled < size) throw damaged('một phần của gói ngắn hơn đã khai');
  return content;
}

function findData(bytes: Uint8Array, entry: ZipEntry): number {
  if (entry.offset + 30 > bytes.length) throw truncated();
  if (read32(bytes, entry.offset) !== LOCAL_HEADER) throw damaged(`không tìm thấy phần “${printable(entry.name)}”`);
  return entry.offset + 30 + read16(bytes, entry.offset + 26) + read16(bytes, entry.offset + 28);
}

function findDirectory(bytes: Uint8Array): { count: number; offset: number } {
  const lowest = Math.max(0, bytes.length - 22 - 65535);
  for (let position = bytes.length - 22; position >= lowest; position--) {
    if (bytes[position] !== 0x50 || read32(bytes, position) !== DIRECTORY_END) continue;
    const count = read16(bytes, position + 10);
    const offset = read32(bytes, position + 16);
    if (count !== UNSTATED_16 && offset !== UNSTATED_32) return { count, offset };
    return findLongDirectory(bytes, position) || { count, offset };
  }
  throw truncated();
}

function findLongDirectory(bytes: Uint8Array, end: number): { count: number; offset: number } | null {
  const locator = end - 20;
  if (locator < 0 || read32(bytes, locator) !== ZIP64_LOCATOR) return null;
  const start = read64(bytes, locator + 8);
  if (start + 56 > bytes.length || read32(bytes, start) !== ZIP64_END) throw damaged('mục lục của gói không đọc được');
  return { count: read64(bytes, start + 32), offset: read64(bytes, start + 48) };
}

function readEntry(bytes: Uint8Array, position: number): ZipEntry {
  const nameStart = position + 46;
  const nameEnd = nameStart + read16(bytes, position + 28);
  if (nameEnd > bytes.length) throw truncated();
  let compressedSize = read32(bytes, position + 20);
  let size = read32(bytes, position + 24);
  let offset = read32(bytes, position + 42);
  if (size === UNSTATED_32 || compressedSize === UNSTATED_32 || offset === UNSTATED_32) {
    let at = findExtra(bytes, nameEnd, nameEnd + read16(bytes, position + 30), 1);
    // The fields stand in this order, each only where the short one is unstated (APPNOTE 4.5.3).
    if (size === UNSTATED_32) size = read64(bytes, (at += 8) - 8);
    if (compressedSize === UNSTATED_32) compressedSize = read64(bytes, (at += 8) - 8);
    if (offset === UNSTATED_32) offset = read64(bytes, at);
  }
  return {
    name: readName(bytes, nameStart, nameEnd),
    flags: read16(bytes, position + 8),
    method: read16(bytes, position + 10),
    checksum: read32(bytes, position + 16),
    compressedSize,
    size,
    offset,
  };
}

function findExtra(bytes: Uint8Array, start: number, end: number, kind: number): number {
  for (let position = start; position + 4 <= end; position += 4 + read16(bytes, position + 2)) {
    if (read16(bytes, position) === kind) return position + 4;
  }
  throw damaged('mục lục của gói không đọc được');
}

function readName(bytes: Uint8Array, start: number, end: number): string {
  let name = '';
  for (let position = start; position < end; position++) {
    const byte = bytes[position] as number;
    if (byte > 127) return strFromU8(bytes.subarray(start, end));
    name += String.fromCharCode(byte);
  }
  return name;
}

function printable(name: string): string {
  const clean = name.replace(/[\u0000-\u001f\u007f-\u009f\ufffd]/g, '?');
  return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean;
}

function read16(bytes: Uint8Array, position: number): number {
  return (bytes[position] as number) | ((bytes[position + 1] as number) << 8);
}

function read32(bytes: Uint8Array, position: number): number {
  return (read16(bytes, position) | (read16(bytes, position + 2) << 16)) >>> 0;
}

function read64(bytes: Uint8Array, position: number): number {
  const value = read32(bytes, position) + read32(bytes, position + 4) * 4294967296;
  if (!(value <= Number.MAX_SAFE_INTEGER)) throw damaged('mục lục của gói không đọc được');
  return value;
}

/** Eight tables, so that eight bytes are taken at a time: a byte-wise loop would be a fifth of a small workbook's reading time. */
const tables = ((): Int32Array => {
  const all = new Int32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    all[byte] = value;
  }
  for (let index = 256; index < all.length; index++) {
    const before = all[index - 256] as number;
    all[index] = (before >>> 8) ^ (all[before & 255] as number);
  }
  return all;
})();

/** The CRC-32 of the zip format, as an unsigned number. */
export function checksumOf(bytes: Uint8Array): number {
  const t = tables;
  let value = -1;
  let position = 0;
  for (const whole = bytes.length - 7; position < whole; position += 8) {
    value ^=
      (bytes[position] as number) |
      ((bytes[position + 1] as number) << 8) |
      ((bytes[position + 2] as number) << 16) |
      ((bytes[position + 3] as number) << 24);
    value =
      (t[1792 + (value & 255)] as number) ^
      (t[1536 + ((value >>> 8) & 255)] as number) ^
      (t[1280 + ((value >>> 16) & 255)] as number) ^
      (t[1024 + (value >>> 24)] as number) ^
      (t[768 + (bytes[position + 4] as number)] as number) ^
      (t[512 + (bytes[position + 5] as number)] as number) ^
      (t[256 + (bytes[position + 6] as number)] as number) ^
      (t[bytes[position + 7] as number] as number);
  }
  for (; position < bytes.length; position++) value = (value >>> 8) ^ (t[(value ^ (bytes[position] as number)) & 255] as number);
  return (value ^ -1) >>> 0;
}
