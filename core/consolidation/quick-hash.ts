/** Mixes texts into 64 bits, in hexadecimal; for telling contents apart quickly, no proof against intent. */
export interface QuickHash {
  add(text: string): void;
  digest(): string;
}

/** Two multiply-and-shift lanes of 32 bits over UTF-16 units; every text ends with a separator of its own. */
export function quickHash(): QuickHash {
  let first = 0xdeadbeef | 0;
  let second = 0x41c6ce57 | 0;
  const mix = (unit: number): void => {
    first = Math.imul(first ^ unit, 2654435761);
    second = Math.imul(second ^ unit, 1597334677);
  };
  const finish = (own: number, other: number): number =>
    Math.imul(own ^ (own >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  return {
    add(text) {
      for (let index = 0; index < text.length; index++) mix(text.charCodeAt(index));
      mix(0x1ffff);
    },
    digest() {
      const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
      const one = finish(first, second);
      return hex(one) + hex(finish(second, one));
    },
  };
}

/** The hash of a list of texts. */
export function hashTexts(texts: readonly string[]): string {
  const hash = quickHash();
  for (const text of texts) hash.add(text);
  return hash.digest();
}
