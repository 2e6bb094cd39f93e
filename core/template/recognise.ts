import type { Mapping, Question } from '../assessment';
import { findCitedStandard, standardById, standards } from '../standards/registry';
import type { Standard } from '../standards/standard';
import { takeAll } from '../workbook/steps';
import type { Steps } from '../workbook/steps';
import type { Workbook } from '../workbook/workbook';
import { matchCriterion, prepareCriteria } from './criteria';
import type { CriterionNames } from './criteria';
import { findFrames } from './frames';
import { makeGrid } from './grid';
import type { Grid } from './grid';
import { assembleTemplate } from './assemble';
import { readIdentity } from './identity';
import { givenTables, readGivenTable } from './mapping';
import { chooseSheets } from './sheets';
import { assembleSheet, readSheet } from './sheet-reading';
import type { SheetReading } from './sheet-reading';
import type { Template } from './template';

export interface RecognitionOptions {
  /** Only this sheet's table is the officer's; other sheets may still give scale and data. */
  readonly sheet?: string | null;
  readonly year?: number | null;
  readonly mapping?: Mapping;
  /** Another workbook whose scale is taken for items without one. */
  readonly rubric?: Workbook;
  /** Names of sheets of our own, which are never read as a template. */
  readonly ownSheets?: ReadonlySet<string>;
}

/** How many of a standard's criteria the workbook names. */
function* namedCriteria(grids: readonly Grid[], names: CriterionNames, enough: number): Steps<number> {
  const found = new Set<number>();
  for (const grid of grids) {
    let lines = 0;
    for (const row of grid.filledRows) {
      if (++lines > 600) break;
      yield;
      for (const column of grid.columnsOf(row)) {
        const text = grid.ownText(row, column);
        if (text.length < 8 || text.length > 170) continue;
        const match = matchCriterion(text, names);
        if (match === null || match.score < 0.72) continue;
        found.add(match.index);
        if (found.size >= enough) return found.size;
      }
    }
  }
  return found.size;
}

function findCitation(grids: readonly Grid[]): Standard | null {
  for (const grid of grids) {
    for (const row of grid.filledRows.slice(0, 40)) {
      for (const column of grid.columnsOf(row)) {
        const text = grid.ownText(row, column);
        if (text.length < 8 || text.length > 400 || !/\d/.test(text) || !/q|ttg/i.test(text)) continue;
        const cited = findCitedStandard(text);
        if (cited !== null) return cited;
      }
    }
  }
  return null;
}

/** Which Decision a workbook follows: the one it cites, else the one whose criteria it names; null where neither says. */
function* findStandard(grids: readonly Grid[], mapping: Mapping | undefined): Steps<Standard | null> {
  if (mapping !== undefined && mapping.standard !== undefined) return standardById(mapping.standard);
  const cited = findCitation(grids);
  yield;
  // A citation in passing does not outweigh a table that is plainly another Decision's.
  if (cited !== null && (yield* namedCriteria(grids, prepareCriteria(cited), 4)) >= 4) return cited;
  const ranked: { readonly standard: Standard; readonly count: number; readonly share: number }[] = [];
  for (const standard of standards) {
    const count = yield* namedCriteria(grids, prepareCriteria(standard), Number.MAX_SAFE_INTEGER);
    ranked.push({ standard, count, share: count / Math.max(1, standard.criteria.length) });
  }
  ranked.sort((a, b) => b.share - a.share || b.standard.firstYear - a.standard.firstYear);
  const best = ranked[0];
  if (cited !== null && (best === undefined || best.count < 5)) return cited;
  return best !== undefined && best.count >= 3 ? best.standard : cited;
}

function* readGrid(
  workbook: Workbook,
  index: number,
  names: CriterionNames,
  options: RecognitionOptions,
  straight: Grid,
): Steps<SheetReading> {
  const sheet = workbook.sheets[index] as Workbook['sheets'][number];
  const year = options.year === undefined ? null : options.year;
  const given = givenTables(options.mapping, sheet.name);
  if (given.length > 0) {
    const transposed = given.some((table) => table.transposed === true);
    const grid = transposed ? makeGrid(workbook, sheet, true) : straight;
    const frames = findFrames(grid);
    const tables = given
      .map((table) => readGivenTable(grid, table, frames, names, year))
      .filter((table): table is NonNullable<typeof table> => table !== null);
    if (tables.length > 0)
      return assembleSheet(
        grid,
        tables.map((table) => table.frame),
        tables,
      );
  }
  const upright = yield* readSheet(straight, names, year);
  if (upright.criteria.size >= names.standard.criteriaCount * 0.7 || straight.filledRows.length === 0) return upright;
  yield;
  const turned = makeGrid(workbook, sheet, true);
  if (turned.rows > 400) return upright;
  const sideways = yield* readSheet(turned, names, year);
  if (sideways.weight <= upright.weight * 1.3 || sideways.criteria.size <= upright.criteria.size) return upright;
  // Around a table turned on its side the sheet's own rows tell who and when: those that the table's columns do not take.
  const around = sideways.frames.map((frame) => ({ ...frame, grid: straight, headerTop: frame.left, lastRow: frame.right }));
  return { ...sideways, identity: readIdentity(straight, around) };
}

/**
 * Recognises the officer's template in a workbook, whatever its layout.
 * @returns A template whose `status` says how far it can be relied on; never throws for any snapshot.
 */
export function recognise(workbook: Workbook, options: RecognitionOptions = {}): Template {
  return takeAll(recogniseInSteps(workbook, options));
}

/** `recognise` in steps, a sheet at a time. */
export function* recogniseInSteps(workbook: Workbook, options: RecognitionOptions = {}): Steps<Template> {
  const indices: number[] = [];
  workbook.sheets.forEach((sheet, index) => {
    if (options.ownSheets === undefined || !options.ownSheets.has(sheet.name)) indices.push(index);
  });
  const grids: Grid[] = [];
  for (const index of indices) {
    grids.push(makeGrid(workbook, workbook.sheets[index] as Workbook['sheets'][number]));
    yield;
  }
  const cited = yield* findStandard(grids, options.mapping);
  const names = prepareCriteria(cited === null ? (standards[0] as Standard) : cited);
  const sheets: SheetReading[] = [];
  for (const index of indices) {
    sheets.push(yield* readGrid(workbook, index, names, options, grids[sheets.length] as Grid));
    yield;
  }
  const choice = chooseSheets(sheets, names, workbook, options);
  const questions: Question[] = [...choice.questions];
  const other = options.rubric === undefined ? null : yield* recogniseForRubric(options.rubric, names);
  yield;
  return assembleTemplate({
    workbook,
    names,
    sheets,
    choice,
    questions,
    otherRubric: other,
    standardFound: cited !== null,
    options,
    named: () => takeAll(namedCriteria(grids, names, Number.MAX_SAFE_INTEGER)),
  });
}

function* recogniseForRubric(workbook: Workbook, names: CriterionNames): Steps<readonly SheetReading[]> {
  const sheets: SheetReading[] = [];
  for (const [index, sheet] of workbook.sheets.entries()) {
    sheets.push(yield* readGrid(workbook, index, names, {}, makeGrid(workbook, sheet)));
    yield;
  }
  return sheets;
}
