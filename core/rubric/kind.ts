import type { ItemKind } from '../assessment';
import { cleanText, plain } from './plain';
import type { Statements } from './statements';

export interface Measured {
  readonly kind: ItemKind;
  readonly per: number | null;
}

function perOf(label: string): number | null {
  const written =
    /(?:\/|tren|tinh tren|moi)\s*(1[., ]?000[., ]?000|100[., ]?000|10[., ]?000|1[., ]?000|100 nghin|10 nghin|1 nghin|mot nghin)\b/.exec(
      label,
    )?.[1];
  if (written === undefined) return /‰/.test(label) ? 1000 : null;
  if (/nghin/.test(written)) return /^100/.test(written) ? 100000 : /^10/.test(written) ? 10000 : 1000;
  return Number(written.replace(/[., ]/g, ''));
}

/** The kind of scale that a label promises; null where it says nothing. */
function kindOfLabel(label: string): ItemKind | null {
  if (/\b(?:ty|ti) suat\b|‰/.test(label) || (perOf(label) !== null && /\b(?:ty|ti) le\b/.test(label))) return 'incidence';
  if (/\b(?:ty|ti) le\b|%|phan tram/.test(label)) return 'percentage';
  if (/^(?:tong )?so (?!voi)|\bso (?:vu|cuoc|buoi|luong|lan|mo hinh|tre em|truong hop|luot|cau lac bo)\b/.test(label)) return 'count';
  return null;
}

/** How the scale measures: from its words first, from the item's label where they leave it open. */
export function measuredBy(statements: Statements, labelText: string): Measured {
  const label = plain(cleanText(labelText));
  const promised = kindOfLabel(label);
  const meanings = statements.bands.reduce<Statements['bands'][number]['meanings'][number][]>((all, band) => all.concat(band.meanings), []);
  const numbers = meanings.reduce<{ unit: string | null; per: number | null }[]>(
    (all, meaning) => (meaning.type === 'interval' ? all.concat(meaning.numbers) : all),
    [],
  );
  const per = numbers.find((number) => number.unit === 'per')?.per ?? perOf(label);
  const onTop = statements.units.some(
    (unit) => unit.onTop || (unit.more && statements.bands.some((band) => band.meanings[0]?.type === 'interval')),
  );
  if (statements.units.length > 0 && !onTop) return { kind: 'per-unit', per: null };
  if (statements.proportional) return { kind: 'proportional', per: null };
  if (statements.changeScale) return { kind: 'change', per: null };
  const rated = numbers.some((number) => number.unit === 'percent' || number.unit === 'share');
  if (numbers.some((number) => number.unit === 'per'))
    return rated && promised === 'percentage' ? { kind: 'percentage', per: null } : { kind: 'incidence', per };
  if (rated) return promised === 'incidence' ? { kind: 'incidence', per: per ?? 100 } : { kind: 'percentage', per: null };
  if (numbers.length > 0) {
    if (promised === 'percentage') return { kind: 'percentage', per: null };
    return promised === 'incidence' ? { kind: 'incidence', per } : { kind: 'count', per: null };
  }
  const words = meanings.filter((meaning) => meaning.type === 'words').map((meaning) => (meaning.type === 'words' ? meaning.words : null));
  const levels = words.filter((word) => word?.type === 'level');
  const done =
    levels.length === 1 && /^(?:tot|day du|thuong xuyen|kip thoi|hoan thanh|hoan thanh tot)$/.test(levels[0]?.levels.join(' ') ?? '');
  const refused = words.length === 2 && words.some((word) => word?.type === 'negation');
  if (levels.length > 0 && !(done && refused)) return { kind: 'choice', per: null };
  const answers = words.filter((word) => word?.type === 'negation' || word?.type === 'affirmation').length;
  if (promised === 'count' && answers > 0) return { kind: 'count', per: null };
  if (promised === 'incidence' && answers > 0) return { kind: 'incidence', per };
  const yes = new Set(words.filter((word) => word?.type === 'affirmation' || word?.type === 'unclear').map((word) => word?.words ?? ''));
  if (yes.size > 1) return { kind: 'choice', per: null };
  if (words.length > 0 || statements.bare.length > 0) return { kind: 'presence', per: null };
  if (promised) return { kind: promised, per };
  return { kind: /so voi (?:nam|cung|ky)/.test(label) ? 'change' : 'presence', per: null };
}
