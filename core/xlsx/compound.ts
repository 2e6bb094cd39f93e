const FREE_FROM = 0xfffffff8;
const MAXIMUM_SECTORS = 4096;

/** True for an OLE compound file, the container of .xls, .doc and of encrypted .xlsx. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  const mark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return bytes.length >= 8 && mark.every((byte, index) => bytes[index] === byte);
}

/**
 * The names of the streams and storages in an OLE compound file, in directory order; none where the directory cannot be read.
 * Only the first 109 sectors of the allocation table are followed, enough for every file below 7 MB and for the directory of most larger ones.
 * Source: [MS-CFB] 2.2, 2.6.
 */
export function listCompoundNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 1024) return [];
  const sectorSize = 1 << Math.min(view.getUint16(30, true), 16);
  const perSector = sectorSize / 4;
  const names: string[] = [];
  let sector = view.getUint32(48, true);
  for (let step = 0; step < MAXIMUM_SECTORS && sector < FREE_FROM; step++) {
    const start = (sector + 1) * sectorSize;
    if (start + sectorSize > bytes.length) break;
    for (let entry = start; entry < start + sectorSize; entry += 128) {
      const name = readEntryName(view, entry);
      if (name !== '') names.push(name);
    }
    const tableIndex = Math.floor(sector / perSector);
    if (tableIndex >= 109) break;
    const position = (view.getUint32(76 + 4 * tableIndex, true) + 1) * sectorSize + 4 * (sector % perSector);
    if (position + 4 > bytes.length) break;
    sector = view.getUint32(position, true);
  }
  return names;
}

function readEntryName(view: DataView, entry: number): string {
  const size = Math.min(view.getUint16(entry + 64, true), 64);
  let name = '';
  for (let index = 0; index + 2 < size; index += 2) name += String.fromCharCode(view.getUint16(entry + index, true));
  return name;
}
