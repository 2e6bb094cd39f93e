import type { ObservationProblem } from '../observations/observation';
import { openingProblem } from '../scoring/explain-open';
import type { ScoredItem } from '../scoring/score';
import type { SourceCell, TemplateItem } from '../template/template';
import { formatVietnamese, fromNumberOrNull } from '../text/fractions';
import { itemSubject, report, type ChecksInput, type Draft } from './draft';
import { bothYears, expectedWords } from './expected-words';

/*
 * What follows from a graver problem of the same item is not reported again (contract, “Consequences are not reported again”).
 */
const CONSEQUENCES: Readonly<Partial<Record<ObservationProblem['code'], readonly ObservationProblem['code'][]>>> = {
  'numerator-exceeds-denominator': ['percentage-out-of-range', 'rate-mismatch', 'rounding-decides-band'],
  'percentage-out-of-range': ['rounding-decides-band', 'missing-observation'],
  'negative-value': ['percentage-out-of-range', 'rate-mismatch', 'rounding-decides-band', 'not-an-integer', 'missing-observation'],
  'unreadable-value': ['missing-observation'],
  'formula-error': ['missing-observation', 'unreadable-value', 'rate-mismatch', 'rounding-decides-band'],
  'rate-mismatch': ['rounding-decides-band'],
};

function withoutConsequences(problems: readonly ObservationProblem[]): readonly ObservationProblem[] {
  const implied = new Set(problems.flatMap((problem) => CONSEQUENCES[problem.code] ?? []));
  return problems.filter((problem) => !implied.has(problem.code));
}

function resultCells(item: TemplateItem): SourceCell[] {
  return [item.result, item.numerator, item.denominator, item.rate, ...item.quarters].filter((cell): cell is SourceCell => cell !== null);
}

function columnKey(cell: SourceCell): string {
  return `${cell.location.column} ${cell.location.sheet}`;
}

function nothingWasRead(scored: ScoredItem): boolean {
  const { observation } = scored;
  if (observation.markedBand !== null || observation.conflictingMarks.length > 0) return false;
  return observation.text.trim() === '' && resultCells(scored.item).every((cell) => cell.text.trim() === '');
}

interface MissingResult {
  readonly scored: ScoredItem;
  readonly problem: ObservationProblem;
}

/** Columns that are empty from top to bottom: the column's key → the items whose result is missing there. */
function emptyColumns(items: readonly ScoredItem[], missing: readonly MissingResult[]): ReadonlyMap<string, readonly MissingResult[]> {
  const filled = new Set<string>();
  for (const { item } of items) for (const cell of resultCells(item)) if (cell.text.trim() !== '') filled.add(columnKey(cell));
  const empty = new Map<string, MissingResult[]>();
  for (const one of missing) {
    const isResultCell = resultCells(one.scored.item).some((cell) => cell.reference === one.problem.cell.reference);
    const key = columnKey(one.problem.cell);
    if (isResultCell && !filled.has(key)) empty.set(key, [...(empty.get(key) ?? []), one]);
  }
  // One item alone is an empty cell, not an empty column.
  for (const [key, members] of empty) if (members.length < 2) empty.delete(key);
  return empty;
}

/** Sheets whose table has no place for results at all: the sheet → the items whose result is missing there. */
function tablesWithoutColumn(
  items: readonly ScoredItem[],
  missing: readonly MissingResult[],
): ReadonlyMap<string, readonly MissingResult[]> {
  const withColumn = new Set(items.filter(({ item }) => resultCells(item).length > 0).map(({ item }) => item.labelCell.location.sheet));
  const tables = new Map<string, MissingResult[]>();
  for (const one of missing) {
    const { sheet } = one.scored.item.labelCell.location;
    if (!withColumn.has(sheet)) tables.set(sheet, [...(tables.get(sheet) ?? []), one]);
  }
  for (const [sheet, members] of tables) if (members.length < 2) tables.delete(sheet);
  return tables;
}

function headerOf(input: ChecksInput, members: readonly MissingResult[]): SourceCell {
  const first = members[0]!.problem.cell;
  const above = input.template.columns
    .map((column) => column.header)
    .filter((header) => columnKey(header) === columnKey(first) && header.location.row < first.location.row);
  return (
    above.reduce<SourceCell | null>((best, header) => (best === null || header.location.row > best.location.row ? header : best), null) ??
    first
  );
}

function checkMissing(input: ChecksInput, items: readonly ScoredItem[]): { drafts: Draft[]; reported: ReadonlySet<ObservationProblem> } {
  const missing = items.flatMap((scored) =>
    withoutConsequences(scored.observation.problems)
      .filter((problem) => problem.code === 'missing-observation')
      .map((problem): MissingResult => ({ scored, problem })),
  );
  const reported = new Set(missing.map((one) => one.problem));
  if (items.length > 1 && items.every(nothingWasRead))
    return { drafts: [report('missing-observation', { at: null }, { scope: 'form' })], reported };
  const drafts: Draft[] = [];
  const columns = emptyColumns(items, missing);
  const inColumns = new Set<MissingResult>();
  for (const members of columns.values()) {
    const header = headerOf(input, members);
    const cells = members.map((one) => one.problem.cell);
    members.forEach((one) => inColumns.add(one));
    drafts.push(report('missing-observation', { at: header, cells }, { scope: 'column', header: header.text, count: members.length }));
  }
  for (const [sheet, members] of tablesWithoutColumn(items, missing)) {
    const cells = members.map((one) => one.problem.cell);
    members.forEach((one) => inColumns.add(one));
    drafts.push(report('missing-observation', { at: cells[0]!, cells }, { scope: 'table', sheet, count: members.length }));
  }
  for (const one of missing) {
    if (inColumns.has(one)) continue;
    const place = { at: one.problem.cell, criterion: criterionOf(one.scored), item: one.scored.item.number };
    drafts.push(
      report('missing-observation', place, { scope: 'item', subject: itemSubject(one.scored.item.number), expected: one.problem.expected }),
    );
  }
  return { drafts, reported };
}

function criterionOf(scored: ScoredItem): number {
  return Number(scored.item.number.split('.')[0]);
}

/** What stands in a cell as the officer sees it: numbers with a decimal comma. */
function shown(problem: ObservationProblem): string {
  const value = problem.cell.cell?.value;
  const exact = typeof value === 'number' && problem.seen === problem.cell.text ? fromNumberOrNull(value) : null;
  return exact === null ? problem.seen : formatVietnamese(exact, 4);
}

/** What an unreadable result should have been. Several ticks in one item are one too many. */
function wanted(input: ChecksInput, scored: ScoredItem): string {
  if (scored.observation.conflictingMarks.length > 1) return 'đánh dấu ở một mức duy nhất';
  return expectedWords(scored.rubric, input.template.year);
}

/**
 * An item that stays open although nothing was said about its result: what was entered is understood, but does not name what its scale asks
 * for (`Rất tốt` where the scale has Tốt, Khá; this year's figure alone where two years are compared). A value that no band covers is a matter
 * of the scale, “không phát sinh” without a rule is no finding (contract), and a number with two readings is asked about.
 */
function checkOpen(input: ChecksInput, scored: ScoredItem): Draft[] {
  const { observation, rubric, item } = scored;
  const silent =
    scored.points === null && scored.band === null && openingProblem(observation) === null && observation.conflictingMarks.length === 0;
  const ofScale = rubric.unread.length > 0 || observation.value !== null || (rubric.alternatives ?? []).length > 0;
  if (!silent || ofScale || observation.noCase || observation.readings.length > 1) return [];
  const cells = observation.cells;
  const at = cells.observation ?? cells.rate ?? cells.numerator ?? item.result ?? item.labelCell;
  const place = { at, criterion: criterionOf(scored), item: item.number };
  const subject = itemSubject(item.number);
  const seen = observation.text.trim();
  if (seen === '') return [report('missing-observation', place, { scope: 'item', subject, expected: '' })];
  const { year } = input.template;
  if (rubric.kind === 'change' && observation.current !== null && observation.previous === null)
    return [
      report(
        'missing-observation',
        { ...place, at: item.previous ?? at },
        { scope: 'earlier-year', subject, seen, expected: bothYears(year) },
      ),
    ];
  return [report('unreadable-value', place, { subject, seen, expected: expectedWords(rubric, year) })];
}

/** Findings about results: the problems that were met while reading them, each cause once. */
export function checkObservations(input: ChecksInput): Draft[] {
  const items = input.score.criteria.flatMap((criterion) => criterion.items);
  const { drafts, reported } = checkMissing(input, items);
  for (const scored of items) {
    const subject = itemSubject(scored.item.number);
    const { bands, perUnit, proportional } = scored.rubric;
    const hasScale = bands.length > 0 || perUnit !== null || proportional !== null;
    const ruleStated = bands.some((band) => band.condition.type === 'no-case');
    for (const problem of withoutConsequences(scored.observation.problems)) {
      if (reported.has(problem) || problem.code === 'missing-observation') continue;
      // Without a scale nothing says how the result would have to be written.
      if (problem.code === 'unreadable-value' && !hasScale) continue;
      const place = { at: problem.cell, criterion: criterionOf(scored), item: scored.item.number };
      const expected = problem.code === 'unreadable-value' && problem.expected === '' ? wanted(input, scored) : problem.expected;
      const words = { subject, seen: shown(problem), expected };
      if (problem.code === 'zero-denominator')
        drafts.push(report(problem.code, ruleStated ? { ...place, severity: 'info' } : place, { ...words, ruleStated }));
      else drafts.push(report(problem.code, place, words));
    }
    if (hasScale) drafts.push(...checkOpen(input, scored));
  }
  return drafts;
}
