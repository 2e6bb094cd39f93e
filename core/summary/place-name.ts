import type { Workbook } from '../workbook/workbook';

const UNIT_TYPES = ['xã', 'phường', 'thị trấn', 'đặc khu'] as const;

/**
 * The commune with its type before it (`xã Lam Sơn`). Where the name says no type, the workbook's own texts are asked; where they say none, or
 * more than one, the name is left as it is.
 */
export function nameWithType(workbook: Workbook, commune: string): string {
  const name = commune.normalize('NFC').trim();
  if (typeOf(name) !== null) return name;
  const types = new Set<string>();
  for (const sheet of workbook.sheets) {
    for (const cell of sheet.cells) {
      if (typeof cell.value !== 'string' || cell.value.length > 400) continue;
      const text = cell.value.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
      const wanted = name.toLowerCase();
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        const before = text.slice(0, at).trimEnd();
        const type = UNIT_TYPES.find((candidate) => before.endsWith(candidate));
        if (type !== undefined) types.add(type);
      }
    }
  }
  return types.size === 1 ? `${Array.from(types)[0] as string} ${name}` : name;
}

function typeOf(name: string): string | null {
  const lower = name.toLowerCase();
  return UNIT_TYPES.find((type) => lower.startsWith(`${type} `)) ?? null;
}

/** The name alone, for the place before a date (`Lam Sơn, ngày …`). */
export function nameWithoutType(name: string): string {
  const type = typeOf(name);
  return type === null ? name : name.slice(type.length).trim();
}
