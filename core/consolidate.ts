import type { AssessOptions } from './assess';
import { combine } from './consolidation/combine';
import { givenReference } from './consolidation/compare-rubrics';
import type { Consolidation } from './consolidation/consolidation';
import { examine, type ConsolidationEntry } from './consolidation/examine';
import type { ExaminedFile, Scale } from './consolidation/examined';
import type { Roster } from './consolidation/roster-match';
import type { Workbook } from './workbook/workbook';

export { combine } from './consolidation/combine';
export { assessCommuneInSteps, examine, examineInSteps } from './consolidation/examine';
export type { Consolidation } from './consolidation/consolidation';
export type { ConsolidationEntry } from './consolidation/examine';
export type { ExaminedFile } from './consolidation/examined';

export interface ConsolidateOptions {
  /** The communes from which workbooks are expected (`readRosterText`, `readRosterWorkbook`). */
  readonly roster?: Roster | null;
  /** The district's template with its reference scale. */
  readonly rubric?: Workbook | null;
  /** What the officer answered about a file: its name → options of its assessment. */
  readonly answers?: Readonly<Record<string, AssessOptions>>;
  /** Which file counts, where a commune sent several: the commune's name → the file. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** ISO 8601, handed in by the host. */
  readonly time: string;
  readonly version: string;
}

/** The district's reference scale as examined; null where the template has no scale that can be read. */
export function examineRubric(rubric: Workbook): ExaminedFile | null {
  const examined = examine({ file: rubric.file ?? 'thang điểm chuẩn', workbook: rubric });
  return givenReference(examined) === null ? null : examined;
}

/** `combine` with the options of the door. `rubric` is what `examineRubric` gave. */
export function combineExamined(
  files: readonly ExaminedFile[],
  rubric: ExaminedFile | null,
  options: Omit<ConsolidateOptions, 'rubric'>,
): Consolidation {
  const scale = rubric === null ? null : givenReference(rubric);
  return combine(files, {
    roster: options.roster ?? null,
    reference: scale === null || rubric === null ? null : { scale, scales: rubric.scales },
    ...(options.chosen === undefined ? {} : { chosen: options.chosen }),
    time: options.time,
    version: options.version,
  });
}

/**
 * Puts the workbooks of many communes together (`consolidation/1`): every one is assessed from its own data, nothing is believed and nothing
 * dropped in silence. Pure: the same entries in the same order give the same answer in every host. A host with threads calls `examine` there and
 * `combineExamined` at the end; the answer is the same. Never throws for any snapshot.
 */
export function consolidate(entries: readonly ConsolidationEntry[], options: ConsolidateOptions): Consolidation {
  const rubric = options.rubric ? examineRubric(options.rubric) : null;
  const store = new Map<string, Scale>();
  const files = entries.map((entry) =>
    examine(entry, { roster: options.roster ?? null, store, ...(options.answers === undefined ? {} : { answers: options.answers }) }),
  );
  return combineExamined(files, rubric, options);
}
