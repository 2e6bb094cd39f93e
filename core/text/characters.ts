/**
 * What single UTF-16 units become, looked up instead of computed: labels are folded and compared thousands of times for one workbook, and
 * nearly all of their characters are ASCII or Vietnamese letters. Units beyond the table, combining marks among letters and characters that
 * become several others are left to the general way.
 */
const SIZE = 0x2300;
const UNKNOWN = 0xffff;
/** No table entry: the whole text takes the general way. */
const BESIDE_THE_TABLE = 0xfffe;

function isSigma(unit: number): boolean {
  return unit === 0x3a3 || unit === 0x3c3 || unit === 0x3c2;
}

function makeTable(compute: (character: string) => string): (unit: number) => number {
  const table = new Uint16Array(SIZE).fill(UNKNOWN);
  return (unit) => {
    const known = table[unit] as number;
    if (known !== UNKNOWN) return known;
    const computed = compute(String.fromCharCode(unit));
    // A capital sigma becomes one of two letters by what follows it.
    const found = computed.length > 1 || isSigma(unit) ? BESIDE_THE_TABLE : computed === '' ? 0 : computed.charCodeAt(0);
    table[unit] = found;
    return found;
  };
}

const buffer = new Uint16Array(512);

function textOf(length: number): string {
  return String.fromCharCode.apply(null, buffer.subarray(0, length) as unknown as number[]);
}

/**
 * A function that folds texts unit by unit: `compute` gives what one character becomes, '' where it vanishes and ' ' where it parts words
 * (it must not depend on its neighbours). Runs of spaces become one, none at the ends. null where a text needs the general way.
 */
export function folderOf(compute: (character: string) => string): (text: string) => string | null {
  const look = makeTable(compute);
  return (text) => {
    if (text.length > buffer.length) return null;
    let length = 0;
    let parted = false;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit >= SIZE) return null;
      const became = look(unit);
      if (became === BESIDE_THE_TABLE) return null;
      if (became === 0) continue;
      if (became === 32) {
        parted = length > 0;
        continue;
      }
      if (parted) buffer[length++] = 32;
      parted = false;
      if (length >= buffer.length) return null;
      buffer[length++] = became;
    }
    return textOf(length);
  };
}

/** The same text as a string of its own: a part cut out of a file's text would keep the whole of it in memory. */
export function ownCopy(text: string): string {
  const units: number[] = [];
  for (let index = 0; index < text.length; index += 1) units.push(text.charCodeAt(index));
  return String.fromCharCode.apply(null, units);
}
