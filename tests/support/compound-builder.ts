/** A minimal OLE compound file whose directory holds these names (the first is the root) and nothing else. */
export function buildCompoundFile(names: readonly string[]): Uint8Array {
  const directorySectors = Math.ceil(names.length / 4);
  const bytes = new Uint8Array(512 * (2 + directorySectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, 0xfffffffe, true);
  view.setUint32(68, 0xfffffffe, true);
  for (let index = 0; index < 109; index++) view.setUint32(76 + 4 * index, index === 0 ? 0 : 0xffffffff, true);
  for (let sector = 0; sector < 128; sector++) {
    const next = sector === 0 ? 0xfffffffd : sector < directorySectors ? sector + 1 : sector === directorySectors ? 0xfffffffe : 0xffffffff;
    view.setUint32(512 + 4 * sector, next, true);
  }
  names.forEach((name, index) => {
    const entry = 1024 + 128 * index;
    for (let position = 0; position < name.length; position++) view.setUint16(entry + 2 * position, name.charCodeAt(position), true);
    view.setUint16(entry + 64, 2 * (name.length + 1), true);
    bytes[entry + 66] = index === 0 ? 5 : 2;
    for (const field of [68, 72, 76]) view.setUint32(entry + field, 0xffffffff, true);
  });
  return bytes;
}
