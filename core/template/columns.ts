import type { ColumnRole } from '../assessment';
import { fold } from '../text/fold';
import { contentOf, share } from './column-content';
import { correctByContent } from './content-corrections';
import type { Content } from './column-content';
import type { Frame, HeaderColumn } from './headers';
import { settleNames } from './settle-names';
import { settleFractions, settleMissingResult, settleResults, settleYears } from './settle-results';
import { settleMaximum, settlePoints, settleRubrics } from './settle-scales';
import { isHiddenColumn } from './settling';
import type { OpenRole, Settling } from './settling';

/** Which grid columns of a table play which role. Lists are in the order in which their cells count. */
export interface TableColumns {
  readonly number: number | null;
  /** A column of criterion names beside the items' own names. */
  readonly criterion: number | null;
  readonly name: number | null;
  readonly rubric: number | null;
  /** Points of band rows. */
  readonly bandPoints: number | null;
  /** Bands side by side. */
  readonly bands: readonly number[];
  /** Columns for a tick; each belongs to the nearest band column on its left, or to the band rows. */
  readonly marks: readonly number[];
  readonly maximum: number | null;
  /** A column of the criteria's own maxima beside the items' maxima. */
  readonly criterionMaximum: number | null;
  /** A column of “45/50”: the points taken and the points that can be had in one cell. */
  readonly pairedPoints: number | null;
  readonly results: readonly number[];
  /** Columns whose heading is an answer or a level (“Có”, “Không”, “Tốt”), to be ticked. */
  readonly answers: readonly { readonly column: number; readonly text: string }[];
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly rate: number | null;
  readonly previous: number | null;
  readonly quarters: readonly number[];
  readonly selfScores: readonly number[];
  readonly pointsOff: number | null;
  readonly evidence: number | null;
  readonly note: number | null;
  /** The self-score is what remains after points off. */
  readonly remainder: boolean;
  /** Two columns could equally well be the result. */
  readonly rivalResults: readonly HeaderColumn[];
  readonly roles: ReadonlyMap<number, ColumnRole>;
}

const ANSWERS = new Set('co,khong,dat,khong dat,chua dat,tot,kha,trung binh,yeu,kem,xuat sac,chua co,da co'.split(','));

/**
 * Decides the role of every column of a frame from its heading and from what stands below it.
 * @param given Roles that the officer pointed out, by grid column; they win.
 * @param assessedYear The year assessed, to tell this year's result from an earlier one; null where unknown.
 */
export function assignColumns(frame: Frame, given: ReadonlyMap<number, ColumnRole>, assessedYear: number | null): TableColumns {
  const contents = new Map<number, Content>();
  const roles = new Map<number, OpenRole>();
  const byColumn = new Map<number, HeaderColumn>();
  for (const header of frame.columns) {
    byColumn.set(header.column, header);
    contents.set(header.column, contentOf(frame, header.column));
    roles.set(header.column, header.reading === null ? '' : header.reading.role);
  }
  const columns = frame.columns.map((header) => header.column);
  const content = (column: number): Content => contents.get(column) as Content;
  const withRole = (...wanted: OpenRole[]): number[] => columns.filter((column) => wanted.includes(roles.get(column) as OpenRole));
  const header = (column: number): HeaderColumn => byColumn.get(column) as HeaderColumn;
  const weight = (column: number): number => header(column).reading?.weight || 0;
  const table: Settling = { frame, columns, roles, content, header, weight, withRole, year: assessedYear };

  const answers = frame.columns.filter(
    (header) =>
      ANSWERS.has(fold(header.own)) &&
      (content(header.column).filled === 0 || share(content(header.column).ticks, content(header.column)) >= 0.8),
  );
  if (answers.length >= 2) for (const header of answers) roles.set(header.column, 'answer');

  // A helper column that the officer hid never takes a role from one that she sees.
  for (const column of columns) {
    if (!isHiddenColumn(frame, column)) continue;
    const role = roles.get(column) as string;
    if (columns.some((other) => other !== column && !isHiddenColumn(frame, other) && roles.get(other) === role)) roles.set(column, '');
  }
  for (const column of columns) correctByContent(table, column);
  const pairedPoints =
    columns.find(
      (column) =>
        /\bdiem\b/.test(header(column).folded) &&
        /\b(toi da|chuan)\b/.test(header(column).folded) &&
        share(content(column).pairs, content(column)) >= 0.7,
    ) ?? null;
  if (pairedPoints !== null) roles.set(pairedPoints, 'self-score');
  settleYears(table);
  settleNames(table);
  settleRubrics(table);
  settleFractions(table);
  const criterionMaximum = settleMaximum(table);
  settlePoints(table, criterionMaximum);
  settleMissingResult(table);
  const rivals = settleResults(table);
  for (const [column, role] of given) if (roles.has(column) || role !== 'ignore') roles.set(column, role);

  const all = Array.from(roles.keys()).sort((a, b) => a - b);
  const listOf = (...wanted: string[]): number[] => all.filter((column) => wanted.includes(roles.get(column) as string));
  const first = (...wanted: string[]): number | null => {
    const list = listOf(...wanted);
    return list.length === 0 ? null : (list[0] as number);
  };
  const selfScores = listOf('self-score')
    .concat(listOf('council-score'))
    .sort((a, b) => a - b);
  const remainder = selfScores.some((column) => /\bcon lai\b/.test(byColumn.get(column)?.folded || '')) || first('points-off') !== null;
  const resolved = new Map<number, ColumnRole>();
  for (const [column, role] of roles) {
    if (role === '' || role === 'unit' || role === 'agency' || role === 'target') resolved.set(column, 'ignore');
    else if (role === 'mark' || role === 'answer') resolved.set(column, 'band');
    else if (role === 'name-or-number') resolved.set(column, 'name');
    else resolved.set(column, role);
  }
  return {
    number: first('number'),
    criterion: first('criterion'),
    name: first('name', 'name-or-number'),
    rubric: first('rubric'),
    bandPoints: first('band-points'),
    bands: listOf('band'),
    marks: listOf('mark'),
    maximum: pairedPoints ?? listOf('maximum').find((column) => column !== criterionMaximum) ?? null,
    criterionMaximum,
    pairedPoints,
    results: listOf('result'),
    answers: answers
      .filter((header) => roles.get(header.column) === 'answer')
      .map((header) => ({ column: header.column, text: header.own })),
    numerator: first('numerator'),
    denominator: first('denominator'),
    rate: first('rate'),
    previous: first('previous-year', 'baseline'),
    quarters: listOf('quarter'),
    selfScores,
    pointsOff: first('points-off'),
    evidence: first('evidence'),
    note: first('note'),
    remainder,
    rivalResults: rivals,
    roles: resolved,
  };
}
