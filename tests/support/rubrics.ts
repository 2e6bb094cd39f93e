import type { Band, BandCondition, Limit, Rubric } from '../../core/rubric/rubric';
import type { ItemKind } from '../../core/assessment';
import { parseDecimal, divide, fraction, type Fraction } from '../../core/text/fractions';
import { sourceCell } from './source-cell';

const PLACE = sourceCell('C9', 'thang điểm');

function limit(written: string, inclusive: boolean, per: number): Limit {
  const value = divide(parseDecimal(written), fraction(per)) as Fraction;
  return { value, inclusive, decimals: (written.split('.')[1] ?? '').length };
}

/** `>=98`, `>90`, `<10`, `<=90`, `95..98` (from, not to), `(0..10` (neither), `80...90` (both), `none`, `no-case`, `yes`, `no`, `level:tot`. */
export function condition(written: string, per: number): BandCondition {
  const between = /^\(?(-?[\d.]+?)(\.{2,3})(-?[\d.]+)$/.exec(written);
  if (between) {
    return {
      type: 'interval',
      from: limit(between[1] as string, !written.startsWith('('), per),
      to: limit(between[3] as string, between[2] === '...', per),
    };
  }
  const open = /^(>=|>|<=|<)(-?[\d.]+)$/.exec(written);
  if (open) {
    const one = limit(open[2] as string, (open[1] as string).endsWith('='), per);
    return (open[1] as string).startsWith('>') ? { type: 'interval', from: one, to: null } : { type: 'interval', from: null, to: one };
  }
  if (written.startsWith('level:')) return { type: 'level', level: written.slice(6) };
  return { type: written as 'none' | 'no-case' | 'yes' | 'no' };
}

/** A scale from `[condition, points]` rows; percentages and changes in per cent, incidences by `per`. */
export function rubricOf(kind: ItemKind, rows: readonly (readonly [string, number])[], more: Partial<Rubric> = {}): Rubric {
  const per = kind === 'percentage' || kind === 'proportional' || kind === 'change' ? 100 : (more.per ?? 1);
  const bands = rows.map(([written, points]): Band => ({
    text: written,
    points: points * 100,
    condition: condition(written, per),
    cell: PLACE,
    mark: null,
  }));
  const points = bands.map((band) => band.points);
  return {
    kind,
    bands,
    perUnit: null,
    proportional: null,
    per: null,
    unit: '',
    coverage: [],
    unread: [],
    least: points.length > 0 ? Math.min(...points) : null,
    most: points.length > 0 ? Math.max(...points) : null,
    complete: true,
    area: null,
    ...more,
  };
}
