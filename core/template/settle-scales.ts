import { share } from './column-content';
import type { Frame } from './headers';
import { awardsPoints } from './scale-words';
import { bodyRows, numberAt } from './settling';
import type { OpenRole, Settling } from './settling';

/** One column of scales, or bands side by side. */
export function settleRubrics(table: Settling): void {
  const { roles, content, frame } = table;
  const rubrics = table.withRole('rubric');
  const bands = table.withRole('band');
  if (rubrics.length >= 2) {
    const scaled = rubrics.filter((column) => share(content(column).bands, content(column)) >= 0.4);
    const perRow =
      scaled.length >= 2 &&
      scaled.every((column) => share(content(column).scales, content(column)) < 0.5 || !manyBandsInOneCell(frame, column));
    if (scaled.length >= 3 || (scaled.length === 2 && perRow)) for (const column of scaled) roles.set(column, 'band');
    else for (const column of rubrics) if (scaled.length > 0 && !scaled.includes(column)) roles.set(column, '');
  } else if (rubrics.length === 1 && bands.length >= 2) {
    const only = rubrics[0] as number;
    if (content(only).filled > 0 && !manyBandsInOneCell(frame, only)) roles.set(only, 'band');
  } else if (rubrics.length === 0 && bands.length === 1) roles.set(bands[0] as number, 'rubric');
}

function manyBandsInOneCell(frame: Frame, column: number): boolean {
  let many = 0;
  let one = 0;
  for (const row of bodyRows(frame)) {
    const text = frame.grid.ownText(row, column);
    if (text === '') continue;
    const awards = text.match(/\d+([.,]\d+)?\s*(điểm|đ(?![a-zà-ỹ]))/gi);
    if (awards !== null && awards.length >= 2) many++;
    else one++;
  }
  return many > one;
}

/**
 * One column of maxima. Beside a column of criterion names there may be another for the criteria's own maxima.
 * @returns that other column, null where there is none.
 */
export function settleMaximum(table: Settling): number | null {
  const { roles, content, weight, header } = table;
  const maxima = table.withRole('maximum');
  let criterionMaximum: number | null = null;
  const hasSelf = table.withRole('self-score').length > 0;
  if (maxima.length > 1) {
    const nested = table.withRole('criterion').length > 0;
    const best = maxima
      .slice()
      .sort((a, b) => (nested ? content(b).filled - content(a).filled : 0) || weight(b) - weight(a) || a - b)[0] as number;
    if (nested)
      criterionMaximum =
        maxima.find((column) => column !== best && content(column).filled > 0 && content(column).filled < content(best).filled) ?? null;
    for (const column of maxima) {
      if (column === best || column === criterionMaximum) continue;
      if (share(content(column).numeric, content(column)) < 0.5 && content(column).filled > 0) roles.set(column, '');
      else if (content(column).filled > content(best).filled * 1.6) roles.set(column, 'band-points');
      else if (column > best && !hasSelf && !/\btd\b/.test(header(column).folded) && /\bdiem\b/.test(header(column).folded))
        roles.set(column, 'self-score');
      else roles.set(column, '');
    }
  } else if (maxima.length === 1 && !hasSelf) {
    // A lone “Điểm” behind the results is what the officer gives, not what can be had.
    const only = maxima[0] as number;
    if (weight(only) <= 0.7 && table.withRole('result').some((column) => column < only)) roles.set(only, 'self-score');
  } else if (maxima.length === 0) {
    const points = table.withRole('band-points');
    const awarding = table
      .withRole('rubric')
      .some((column) => bodyRows(table.frame).some((row) => awardsPoints(table.frame.grid.ownText(row, column))));
    if (points.length === 1 && awarding) roles.set(points[0] as number, 'maximum');
  }
  return criterionMaximum;
}

const POINTS_ROLES: readonly OpenRole[] = ['maximum', 'self-score', '', 'target', 'band-points', 'numerator', 'denominator', 'result'];

/**
 * Where headings leave maxima or self-scores open, the numbers decide: a column that is never above another one and equal to it in most rows
 * holds the points taken, the other one the points that can be had.
 */
export function settlePoints(table: Settling, criterionMaximum: number | null): void {
  const { frame, roles, content } = table;
  const maximum = table.withRole('maximum').filter((column) => column !== criterionMaximum);
  const scores = table.withRole('self-score', 'council-score');
  if (maximum.length > 0 && scores.length > 0) return;
  if (maximum.length === 0 && scores.length === 0) return;
  const known = (maximum[0] ?? scores[0]) as number;
  const open = table.columns.filter(
    (column) =>
      column !== known &&
      column !== criterionMaximum &&
      POINTS_ROLES.includes(roles.get(column) as OpenRole) &&
      (roles.get(column) === '' || table.weight(column) <= 0.9) &&
      content(column).filled >= 4 &&
      share(content(column).numeric, content(column)) >= 0.9,
  );
  for (const column of open) {
    let [rows, above, equal] = [0, 0, 0];
    for (const row of bodyRows(frame)) {
      const [high, low] =
        maximum.length > 0
          ? [numberAt(frame, row, known), numberAt(frame, row, column)]
          : [numberAt(frame, row, column), numberAt(frame, row, known)];
      if (high === null || low === null) continue;
      rows++;
      if (low > high) above++;
      if (low === high) equal++;
    }
    if (rows < 4 || above > rows * 0.1 || equal < rows * 0.4) continue;
    roles.set(column, maximum.length > 0 ? 'self-score' : 'maximum');
    return;
  }
}
