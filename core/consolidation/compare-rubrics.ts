import { itemSubject } from '../checks/draft';
import { formatPoints } from '../summary/words';
import type { ConsolidationFinding, RubricDifference } from './consolidation';
import type { ExaminedCommune, ExaminedFile } from './examined';
import type { Reference } from './rescore';

/** The scale of one table as a reference. */
export function referenceOf(source: Reference['source'], file: string, own: ExaminedCommune): Reference {
  return {
    source,
    file,
    standard: own.standard,
    items: own.items,
    criteria: own.criteria.map(({ number, name }) => ({ number, name })),
  };
}

/** The district's own template as a reference; null where no scale can be read in it. */
export function givenReference(examined: ExaminedFile): Reference | null {
  const own = examined.communes.find((commune) => commune.items.length > 0);
  return own === undefined ? null : referenceOf('given', examined.file, own);
}

function scaleOf({ items }: ExaminedCommune): string {
  return items.map((item) => `${item.criterion} ${item.scale} ${item.maxPoints}`).join('|');
}

/**
 * The scale that most communes use: of the whole scales the most frequent, and of equally frequent ones that whose items most others share.
 * null for fewer than two communes.
 */
export function mostUsedReference(
  communes: readonly { readonly file: string; readonly own: ExaminedCommune }[],
  standard: string | null,
): Reference | null {
  const counted = communes.filter(({ own }) => own.standard === standard && own.items.length > 0);
  if (counted.length < 2) return null;
  const wholes = new Map<string, { first: (typeof counted)[number]; count: number }>();
  const items = new Map<string, number>();
  for (const commune of counted) {
    const whole = scaleOf(commune.own);
    const known = wholes.get(whole);
    if (known === undefined) wholes.set(whole, { first: commune, count: 1 });
    else known.count++;
    for (const key of itemKeys(commune.own)) items.set(key, (items.get(key) ?? 0) + 1);
  }
  const shared = (own: ExaminedCommune): number => itemKeys(own).reduce((sum, key) => sum + (items.get(key) ?? 0), 0);
  let best: { first: (typeof counted)[number]; count: number; shared: number } | null = null;
  wholes.forEach(({ first, count }) => {
    const candidate = { first, count, shared: shared(first.own) };
    if (best === null || count > best.count || (count === best.count && candidate.shared > best.shared)) best = candidate;
  });
  const winner = best as { first: (typeof counted)[number] } | null;
  return winner === null ? null : referenceOf('most-used', winner.first.file, winner.first.own);
}

function itemKeys(own: ExaminedCommune): string[] {
  return Array.from(new Set(own.items.map((item) => `${item.criterion} ${item.scale}`)));
}

/** A departure as a finding. */
export function rubricFinding(
  commune: string | null,
  file: string,
  cell: string | null,
  difference: RubricDifference,
  given: boolean,
): ConsolidationFinding {
  const { change } = difference;
  const words =
    change === null
      ? 'chưa tính được số điểm thay đổi'
      : change === 0
        ? 'không đổi điểm với kết quả hiện có'
        : `${change > 0 ? 'được thêm' : 'bị bớt'} ${formatPoints(Math.abs(change))} điểm so với ${given ? 'thang chuẩn' : 'thang đa số'}`;
  const reference = given ? 'thang chuẩn của huyện' : 'thang mà nhiều xã dùng nhất';
  return {
    code: 'mixed-rubrics',
    severity: given && change !== null && change > 0 ? 'error' : 'warning',
    commune,
    file,
    cell,
    criterion: difference.criterion,
    item: difference.item,
    message: `${itemSubject(difference.item)} (${difference.label}): thang điểm của ${commune ?? file} là “${difference.own}”, ${reference} là “${difference.reference}”; ${words}.`,
  };
}
