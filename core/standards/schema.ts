import * as z from 'zod/mini';
import { vi as vietnamese } from 'zod/v4/locales';
import type { Standard } from './standard';

const words = () => z.string().check(z.minLength(1));
const points = () => z.number().check(z.positive());
const day = () => z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const certainty = { confidence: z.enum(['verbatim', 'press']), source: words() };

const sourced = <Value extends z.ZodMiniType>(value: Value) => z.strictObject({ value, ...certainty });

const band = z.strictObject({
  from: z.optional(z.number()),
  fromInclusive: z.optional(z.boolean()),
  to: z.optional(z.number()),
  toInclusive: z.optional(z.boolean()),
  answer: z.optional(z.literal('yes')),
  points: z.number().check(z.nonnegative()),
});

const item = z.strictObject({
  label: words(),
  kind: z.enum(['presence', 'percentage']),
  maxPoints: z.optional(points()),
  bands: z.array(band),
  ...certainty,
});

const criterion = z.strictObject({
  number: z.nullable(z.int().check(z.positive())),
  name: sourced(words()),
  alsoCalled: z.array(words()),
  maxPoints: z.nullable(sourced(points())),
  items: z.array(item),
});

const threshold = z.strictObject({
  unitClass: z.enum(['central-city-ward', 'mountain-island-hardship', 'other']),
  wording: words(),
  minPoints: points(),
  ...certainty,
});

const actor = z.strictObject({
  role: z.enum(['self-assess', 'council', 'receive', 'review', 'recognise']),
  name: words(),
  until: z.nullable(day()),
  ...certainty,
});

const assignment = z.strictObject({
  id: words(),
  title: words(),
  source: words(),
  agencies: z.array(z.strictObject({ name: words(), criteria: z.array(z.int().check(z.positive())), field: z.optional(words()) })),
});

const standardSchema = z.strictObject({
  id: z.string().check(z.regex(/^\d{2}\/\d{4}\/QĐ-TTg$/)),
  title: words(),
  citations: z.array(words()),
  issued: day(),
  firstYear: z.int(),
  lastYear: z.nullable(z.int()),
  criteriaCount: z.int().check(z.positive()),
  basis: z.strictObject(certainty),
  maxTotal: z.nullable(sourced(points())),
  criteria: z.array(criterion),
  thresholds: z.nullable(z.array(threshold)),
  reportedThresholds: z.array(z.strictObject({ wording: words(), minPoints: points(), ...certainty })),
  noZeroCriterion: z.nullable(sourced(z.literal(true))),
  actors: z.array(actor),
  agencyAssignments: z.array(assignment),
});

/** The first number that stands twice in a list, undefined where all differ. */
function repeated(numbers: readonly number[]): number | undefined {
  return numbers.find((number, index) => numbers.indexOf(number) !== index);
}

/**
 * Checks the data of one Decision and returns it typed. Unknown keys, missing sources, criteria with the same number and numbers above
 * the Decision's own count are refused with a Vietnamese sentence.
 * @throws Error naming the standard and what is wrong in it.
 */
export function parseStandard(data: unknown): Standard {
  const result = z.safeParse(standardSchema, data, { error: vietnamese().localeError });
  const label = typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : 'tiêu chuẩn';
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new Error(`Dữ liệu ${label} sai ở “${issue?.path.join('.') ?? ''}”: ${issue?.message ?? 'không rõ lý do'}`);
  }
  const standard = result.data;
  const numbers = standard.criteria.flatMap((one) => (one.number === null ? [] : [one.number]));
  const twice = repeated(numbers);
  if (twice !== undefined) throw new Error(`Dữ liệu ${label} có hai tiêu chí số ${twice}`);
  if (standard.criteria.length > standard.criteriaCount || numbers.some((number) => number > standard.criteriaCount)) {
    throw new Error(`Dữ liệu ${label} có tiêu chí ngoài ${standard.criteriaCount} tiêu chí của Quyết định`);
  }
  return standard;
}
