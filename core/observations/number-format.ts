/** How a cell's number format shows its number. */
export interface ShownFormat {
  /** `percent`: the value is a share and shown times 100; `percent-sign`: the sign is only written behind it. */
  readonly kind: 'plain' | 'percent' | 'percent-sign' | 'per-mille-sign' | 'date';
  /** Decimals shown, null where the format leaves them open (`General`, `@`). */
  readonly decimals: number | null;
}

const QUOTED = /"([^"]*)"|\\(.)|_.|\*./g;

/** Reads a number format code (its part for positive numbers). null and '' mean `General`. */
export function readNumberFormat(format: string | undefined): ShownFormat {
  const section = (format ?? '').split(';')[0] ?? '';
  let literal = '';
  const code = section.replace(QUOTED, (_whole, quoted: string | undefined, escaped: string | undefined) => {
    literal += quoted ?? escaped ?? '';
    return ' ';
  });
  const bare = code.replace(/\[[^\]]*\]/g, '');
  if (bare.trim() === '' || /general|@/i.test(bare)) return { kind: literal.includes('%') ? 'percent-sign' : 'plain', decimals: null };
  if (/[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/0+(?=\s*$)/, ''))) return { kind: 'date', decimals: null };
  const point = /\.([0#?]+)/.exec(bare);
  const decimals = point ? (point[1] ?? '').length : 0;
  if (bare.includes('%')) return { kind: 'percent', decimals };
  if (literal.includes('%')) return { kind: 'percent-sign', decimals };
  return { kind: literal.includes('‰') ? 'per-mille-sign' : 'plain', decimals };
}
