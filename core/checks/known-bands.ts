import type { Band, Limit, Rubric } from '../rubric/rubric';
import { intervalHolds } from '../scoring/match-bands';
import type { KnownBand } from '../standards/standard';
import { compare, fromNumber, multiply, type Fraction } from '../text/fractions';

const HUNDREDTH: Fraction = { numerator: 1, denominator: 100 };

function share(percent: number): Fraction | null {
  return multiply(fromNumber(percent), HUNDREDTH);
}

/** Whether a band's lower limit admits values below the known one. */
function reachesBelow(limit: Limit | null, from: Fraction, inclusive: boolean): boolean {
  if (limit === null) return true;
  const order = compare(limit.value, from);
  return order < 0 || (order === 0 && limit.inclusive && !inclusive);
}

function reachesAbove(limit: Limit | null, to: Fraction, inclusive: boolean): boolean {
  if (limit === null) return true;
  const order = compare(limit.value, to);
  return order > 0 || (order === 0 && limit.inclusive && !inclusive);
}

/**
 * The template's band that contradicts a known band of a percentage (limits in per cent as written, points whole): one that gives other points
 * at the known limit, or the same points beyond it. null where nothing contradicts, or the scale is no plain one.
 */
export function contradictedBand(rubric: Rubric, known: KnownBand): Band | null {
  if (rubric.kind !== 'percentage' || rubric.area !== null || rubric.unread.length > 0) return null;
  const points = known.points * 100;
  const from = known.from === undefined ? null : share(known.from);
  const to = known.to === undefined || known.to >= 100 ? null : share(known.to);
  if (from !== null && known.fromInclusive !== false) {
    const at = rubric.bands.filter((band) => intervalHolds(band, from));
    const other = at.find((band) => band.points !== points);
    if (other && at.length === 1) return other;
  }
  const same = rubric.bands.filter((band) => band.condition.type === 'interval' && band.points === points);
  return (
    same.find((band) => {
      if (band.condition.type !== 'interval') return false;
      if (from !== null && reachesBelow(band.condition.from, from, known.fromInclusive !== false)) return true;
      return to !== null && reachesAbove(band.condition.to, to, known.toInclusive === true);
    }) ?? null
  );
}

function percent(value: number): string {
  return `${String(value).replace('.', ',')}%`;
}

/** A known band in words: `từ 98% trở lên được 50 điểm`. */
export function factWords(known: KnownBand): string {
  const { from, to, points } = known;
  const earns = `được ${points} điểm`;
  if (known.answer === 'yes') return `“có” ${earns}`;
  if (from !== undefined && to !== undefined)
    return from === to ? `${percent(from)} ${earns}` : `từ ${percent(from)} đến ${percent(to)} ${earns}`;
  if (from !== undefined)
    return `${known.fromInclusive === false ? 'trên' : 'từ'} ${percent(from)}${known.fromInclusive === false ? '' : ' trở lên'} ${earns}`;
  if (to !== undefined) return `${known.toInclusive === true ? 'không quá' : 'dưới'} ${percent(to)} ${earns}`;
  return earns;
}
