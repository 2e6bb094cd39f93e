const WINDOWS_1252_HIGH: readonly number[] = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x8a, 0x2039, 0x0152, 0x8d, 0x8e, 0x8f, 0x90, 0x2018,
  0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x9a, 0x203a, 0x0153, 0x9d, 0x9e, 0x0178,
];

/** Where windows-1258 differs from Latin-1 above 0x9f: Vietnamese letters, tones as marks of their own. */
const VIETNAMESE: Readonly<Record<number, number>> = {
  0xc3: 0x102,
  0xcc: 0x300,
  0xd0: 0x110,
  0xd2: 0x309,
  0xd5: 0x1a0,
  0xdd: 0x1af,
  0xde: 0x303,
  0xe3: 0x103,
  0xec: 0x301,
  0xf0: 0x111,
  0xf2: 0x323,
  0xf5: 0x1a1,
  0xfd: 0x1b0,
  0xfe: 0x20ab,
};

function fromUnits(units: readonly number[]): string {
  const parts: string[] = [];
  for (let start = 0; start < units.length; start += 4096) parts.push(String.fromCharCode(...units.slice(start, start + 4096)));
  return parts.join('');
}

function utf16(bytes: Uint8Array, start: number, little: boolean): string {
  const units: number[] = [];
  for (let at = start; at + 1 < bytes.length; at += 2) {
    const [first, second] = [bytes[at] as number, bytes[at + 1] as number];
    units.push(little ? first | (second << 8) : (first << 8) | second);
  }
  return fromUnits(units);
}

/** null where the bytes are no UTF-8. */
function utf8(bytes: Uint8Array, start: number): string | null {
  const units: number[] = [];
  for (let at = start; at < bytes.length;) {
    const first = bytes[at] as number;
    const length =
      first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    if (length === 0 || at + length > bytes.length) return null;
    let code = length === 1 ? first : first & (0xff >> (length + 1));
    for (let offset = 1; offset < length; offset++) {
      const next = bytes[at + offset] as number;
      if ((next & 0xc0) !== 0x80) return null;
      code = (code << 6) | (next & 0x3f);
    }
    if (code > 0xffff) units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    else units.push(code);
    at += length;
  }
  return fromUnits(units);
}

function windows1258(bytes: Uint8Array): string {
  const units: number[] = [];
  bytes.forEach((byte) => {
    units.push(byte >= 0x80 && byte < 0xa0 ? (WINDOWS_1252_HIGH[byte - 0x80] as number) : (VIETNAMESE[byte] ?? byte));
  });
  return fromUnits(units);
}

/**
 * The text of a plain file in NFC: UTF-8 with or without its mark, UTF-16 of either order with or without its mark, else windows-1258 (what
 * Vietnamese Windows calls ANSI). In plain TypeScript, since not every host has a decoder.
 */
export function decodeBytes(bytes: Uint8Array): string {
  const [first, second, third] = [bytes[0], bytes[1], bytes[2]];
  if (first === 0xff && second === 0xfe) return utf16(bytes, 2, true).normalize('NFC');
  if (first === 0xfe && second === 0xff) return utf16(bytes, 2, false).normalize('NFC');
  if (first === 0xef && second === 0xbb && third === 0xbf) return (utf8(bytes, 3) ?? windows1258(bytes.subarray(3))).normalize('NFC');
  let [even, odd] = [0, 0];
  const looked = Math.min(bytes.length, 4096);
  for (let at = 0; at < looked; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  // Commas, digits and line ends of a list have a zero byte in UTF-16, and no other encoding has any.
  if (odd > even && odd > 2) return utf16(bytes, 0, true).normalize('NFC');
  if (even > odd && even > 2) return utf16(bytes, 0, false).normalize('NFC');
  return (utf8(bytes, 0) ?? windows1258(bytes)).normalize('NFC');
}
