import type { ConsolidatedCommune, CriterionStatistics, Recognition } from './consolidation';

/** The value that comes most often, the first met among equals; null for none. */
export function mostCommon<Value extends string | number>(values: readonly (Value | null)[]): Value | null {
  const counts = new Map<Value, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: Value | null = null;
  counts.forEach((count, value) => {
    if (best === null || count > (counts.get(best) as number)) best = value;
  });
  return best;
}

/** The value that more than half of all have; null where none is so common. */
export function sharedByMost<Value extends string | number>(values: readonly (Value | null)[]): Value | null {
  const common = mostCommon(values);
  return common !== null && values.filter((value) => value === common).length * 2 > values.length ? common : null;
}

/** The middle of sorted numbers. */
export function middle(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}

function rounded(hundredths: number): number {
  return Math.round(hundredths) / 100;
}

/**
 * Mean, median, zeros and full marks of each criterion, over the communes of the standard whose points are decided: what was not sent or cannot be
 * decided is no 0 and enters no mean. Reckoned in hundredths and rounded once.
 */
export function criterionStatistics(communes: readonly ConsolidatedCommune[], standard: string | null): CriterionStatistics[] {
  const counted = communes.filter((commune) => commune.standard === standard);
  const numbers = new Set<number>();
  for (const commune of counted) for (const criterion of commune.criteria) numbers.add(criterion.number);
  return Array.from(numbers)
    .sort((a, b) => a - b)
    .map((number) => {
      const own = counted
        .map((commune) => commune.criteria.find((criterion) => criterion.number === number))
        .filter((criterion): criterion is ConsolidatedCommune['criteria'][number] => criterion !== undefined);
      const decided = own.filter((criterion) => criterion.points !== null);
      const points = decided.map((criterion) => Math.round((criterion.points as number) * 100)).sort((a, b) => a - b);
      const half = middle(points);
      return {
        number,
        name: mostCommon(own.map((criterion) => (criterion.name === '' ? null : criterion.name))) ?? '',
        maxPoints: mostCommon(own.map((criterion) => criterion.maxPoints)),
        mean: points.length === 0 ? null : rounded(points.reduce((sum, value) => sum + value, 0) / points.length),
        median: half === null ? null : rounded(half),
        zero: decided.filter((criterion) => criterion.points === 0).length,
        full: decided.filter((criterion) => criterion.maxPoints !== null && criterion.points === criterion.maxPoints).length,
        count: decided.length,
      };
    });
}

/** The verdict that the recommendation follows: by the district's reference where it gave one. */
export function countingVerdict(commune: ConsolidatedCommune): ConsolidatedCommune['verdict'] {
  return commune.referenceVerdict ?? commune.verdict;
}

/** Errors of its own workbook and what the comparison with others found: what keeps a verdict from standing alone. */
export function toSettle({ errors, concerns }: Pick<ConsolidatedCommune, 'errors' | 'concerns'>): number {
  return errors + (concerns ?? []).length;
}

/** How many communes meet, fail or stay undetermined. `expected` are all on the roster, null where there is none. */
export function countRecognition(
  communes: readonly ConsolidatedCommune[],
  missing: readonly string[],
  expected: number | null,
): Recognition {
  const expectedOnes = communes.filter((commune) => commune.onRoster !== false);
  const count = (status: string): number => expectedOnes.filter((commune) => countingVerdict(commune).status === status).length;
  const meets = count('meets');
  const of = expected ?? communes.length + missing.length;
  return {
    meets,
    fails: count('fails'),
    undetermined: count('undetermined'),
    missing,
    percent: of === 0 ? null : Math.round((meets * 10000) / of) / 100,
    of,
  };
}
