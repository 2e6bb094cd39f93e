import { share } from './column-content';
import type { HeaderColumn } from './headers';
import { bodyRows, numberAt } from './settling';
import type { OpenRole, Settling } from './settling';

/** Columns of another year than the one assessed are no results or scores of this year; the year before may be what this year is compared with. */
export function settleYears(table: Settling): void {
  for (const kinds of [['self-score', 'council-score'], ['result'], ['rate'], ['numerator'], ['denominator']] as OpenRole[][]) {
    const all = table.withRole(...kinds);
    const dated = all.filter((column) => table.header(column).year !== null);
    const years = dated.map((column) => table.header(column).year as number);
    const assessed = table.year !== null && years.includes(table.year);
    // The only dated column of its kind is this table's, whatever year was typed into its heading.
    if (dated.length === 0 || (!assessed && all.length === 1)) continue;
    const others = dated.length < all.length;
    // Beside columns without a year, those of one other year are that year's; without a known year nothing tells them apart.
    if (!assessed && others && (table.year === null || new Set(years).size > 1)) continue;
    const current = assessed ? table.year : others ? null : Math.max(...years);
    for (const column of dated) {
      const own = table.header(column).year as number;
      if (own === current) continue;
      table.roles.set(column, kinds[0] === 'result' && current !== null && own === current - 1 ? 'previous-year' : '');
    }
  }
  for (const column of table.withRole('previous-year').slice(1)) table.roles.set(column, '');
}

const COUNTS: readonly OpenRole[] = ['numerator', 'denominator', 'result', 'rate', '', 'quarter', 'unit'];

/**
 * Three columns of numbers of which one is the quotient of the two others are numerator, denominator and rate, whatever their headings say;
 * without a rate two columns of counts keep the roles that their headings give, unless the data turn them round.
 */
export function settleFractions(table: Settling): void {
  const { frame, roles } = table;
  const numeric = table.columns.filter((column) => COUNTS.includes(roles.get(column) as OpenRole) && table.content(column).numeric >= 3);
  if (numeric.length < 2) return;
  const rows = bodyRows(frame);
  let best: { part: number; whole: number; rate: number; hits: number } | null = null;
  for (const part of numeric) {
    for (const whole of numeric) {
      if (whole === part) continue;
      for (const rate of numeric) {
        if (rate === part || rate === whole) continue;
        let hits = 0;
        let misses = 0;
        for (const row of rows) {
          const [a, b, c] = [numberAt(frame, row, part), numberAt(frame, row, whole), numberAt(frame, row, rate)];
          // A part is no more than its whole: else a rate could as well be the whole, and the whole the rate.
          if (a === null || b === null || c === null || a <= 0 || a > b) continue;
          const quotient = a / b;
          const near = [1, 100, 1000, 10000, 100000].some(
            (factor) => Math.abs(c - quotient * factor) <= Math.max(0.06, Math.abs(c) * 0.006),
          );
          if (near && b > 1) hits++;
          else misses++;
        }
        if (hits >= 3 && hits > misses * 3 && (best === null || hits > best.hits)) best = { part, whole, rate, hits };
      }
    }
  }
  if (best !== null) {
    for (const column of table.withRole('numerator', 'denominator', 'rate'))
      if (column !== best.part && column !== best.whole && column !== best.rate) roles.set(column, 'result');
    roles.set(best.part, 'numerator');
    roles.set(best.whole, 'denominator');
    roles.set(best.rate, 'rate');
    return;
  }
  const [part] = table.withRole('numerator');
  const [whole] = table.withRole('denominator');
  if (part === undefined || whole === undefined) return;
  let turned = 0;
  let straight = 0;
  for (const row of rows) {
    const [a, b] = [numberAt(frame, row, part), numberAt(frame, row, whole)];
    if (a === null || b === null || a === b) continue;
    if (a > b) turned++;
    else straight++;
  }
  if (turned >= 4 && turned > straight * 5) {
    roles.set(part, 'denominator');
    roles.set(whole, 'numerator');
  }
}

/** A table without any column of results: one whose cells are numbers, rates and answers is it, whatever its heading says. */
export function settleMissingResult(table: Settling): void {
  if (table.withRole('result', 'band', 'mark', 'answer').length > 0) return;
  const parts = table.withRole('numerator', 'denominator');
  // One part alone is no fraction: its column holds the whole result (“455/458”).
  if (parts.length === 1 && table.withRole('rate').length === 0) table.roles.set(parts[0] as number, 'result');
  if (table.withRole('result', 'numerator', 'denominator', 'rate').length > 0) return;
  const earlier = table.withRole('baseline', 'previous-year');
  if (earlier.length === 1 && table.withRole('quarter').length === 0) {
    table.roles.set(earlier[0] as number, 'result');
    return;
  }
  const open = table.columns.filter((column) => {
    const role = table.roles.get(column) as OpenRole;
    const content = table.content(column);
    return (
      (role === '' || role === 'evidence' || role === 'note' || role === 'unit' || role === 'target') &&
      content.filled >= 4 &&
      share(content.values, content) >= 0.7
    );
  });
  // What was planned is a result only where nothing else could be.
  const planned = (column: number): number => (table.roles.get(column) === 'target' ? 1 : 0);
  open.sort(
    (a, b) =>
      planned(a) - planned(b) || share(table.content(b).values, table.content(b)) - share(table.content(a).values, table.content(a)),
  );
  if (open.length > 0) table.roles.set(open[0] as number, 'result');
}

/**
 * Several columns of results: parts of one result where they never compete for a row, else the likeliest one.
 * @returns columns between which nothing decides: the officer has to.
 */
export function settleResults(table: Settling): HeaderColumn[] {
  const { frame, roles, content, header, weight } = table;
  const results = table.withRole('result');
  if (results.length < 2) return [];
  const overlap = (a: number, b: number): number =>
    bodyRows(frame).filter((row) => frame.grid.ownText(row, a) !== '' && frame.grid.ownText(row, b) !== '').length;
  const filled = results.filter((column) => content(column).filled > 0);
  if (filled.length < 2) {
    for (const column of results) if (filled.length === 1 && !filled.includes(column)) roles.set(column, '');
    return [];
  }
  const rank = (column: number): number => {
    const words = header(column).folded;
    const named = /\bket qua\b|\bkq/.test(words) ? 0.5 : 0;
    const final = /\b(ca nam|cuoi nam|nam bao cao|cuoi ky)\b/.test(words) ? 0.6 : 0;
    const told = /\bdien giai|mo ta|tinh hinh\b/.test(words) ? 0.3 : 0;
    const estimated = /\buoc\b/.test(words) ? 0.8 : 0;
    return weight(column) + named + final - told - estimated;
  };
  const best = filled.slice().sort((a, b) => rank(b) - rank(a) || a - b)[0] as number;
  const rivals: HeaderColumn[] = [];
  for (const column of filled) {
    if (column === best || overlap(column, best) <= Math.max(1, content(best).filled * 0.1)) continue;
    if (rank(column) === rank(best)) rivals.push(header(column));
    roles.set(column, '');
  }
  return rivals.length === 0 ? [] : [header(best), ...rivals];
}
