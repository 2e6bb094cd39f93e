import type { Question } from '../assessment';
import type { Workbook } from '../workbook/workbook';
import type { CriterionNames } from './criteria';
import { yearIn } from './headers';
import { sameCommune } from './identity';
import type { RecognitionOptions } from './recognise';
import { yearOfGrid } from './sheet-reading';
import type { SheetReading } from './sheet-reading';
import type { StatedYear } from './template';

/** Which sheets are the officer's table, which only help, and what has to be asked. */
export interface SheetChoice {
  readonly primary: readonly SheetReading[];
  readonly helpers: readonly SheetReading[];
  readonly questions: readonly Question[];
  readonly years: readonly StatedYear[];
  readonly year: number | null;
  /** The workbook holds complete tables of several communes and none was chosen. */
  readonly severalCommunes: boolean;
}

function yearOfSheet(sheet: SheetReading): number | null {
  return yearOfGrid(sheet.grid, sheet.identity);
}

function filledScores(sheet: SheetReading): number {
  let filled = 0;
  for (const table of sheet.tables) {
    for (const criterion of table.criteria) {
      for (const item of criterion.items) {
        for (const cell of [item.selfScore, item.result, item.numerator, item.rate]) if (cell !== null && cell.text !== '') filled++;
        if (item.rubric.some((piece) => piece.mark !== null && piece.mark.text !== '')) filled++;
      }
    }
  }
  return filled;
}

function scoringCriteria(sheet: SheetReading): number {
  const numbers = new Set<number>();
  for (const table of sheet.tables) {
    if (table.kind !== 'scoring') continue;
    for (const criterion of table.criteria) if (criterion.number !== null) numbers.add(criterion.number);
  }
  return numbers.size;
}

/** Chooses between sheets: the year assessed, the commune assessed, filled forms before blank ones; asks where none of these decides. */
export function chooseSheets(
  sheets: readonly SheetReading[],
  names: CriterionNames,
  workbook: Workbook,
  options: RecognitionOptions,
): SheetChoice {
  const count = names.standard.criteriaCount;
  const years = collectYears(sheets, workbook);
  if (options.sheet !== undefined && options.sheet !== null) {
    const primary = sheets.filter((sheet) => sheet.grid.sheet.name === options.sheet);
    const helpers = sheets.filter((sheet) => !primary.includes(sheet) && scoringCriteria(sheet) < count * 0.6);
    const own = primary[0] === undefined ? null : yearOfSheet(primary[0]);
    return {
      primary,
      helpers,
      questions: [],
      years: ownYears(primary, helpers, years),
      year: own === null ? chosenYear(years, options) : own,
      severalCommunes: false,
    };
  }
  let complete = sheets.filter((sheet) => scoringCriteria(sheet) >= count * 0.6);
  if (complete.length > 1) {
    const most = Math.max(...complete.map(filledScores));
    const filled = complete.filter((sheet) => filledScores(sheet) > most * 0.15);
    if (filled.length > 0) complete = filled;
  }
  if (complete.length > 1) {
    const visible = complete.filter((sheet) => !sheet.grid.sheet.hidden);
    if (visible.length > 0) complete = visible;
  }
  const assessed = assessedYear(complete, sheets, options);
  if (complete.length > 1 && assessed !== null) {
    const ofYear = complete.filter((sheet) => yearOfSheet(sheet) === assessed);
    if (ofYear.length > 0) complete = ofYear;
  }
  const partial = sheets.filter((sheet) => scoringCriteria(sheet) > 0 && scoringCriteria(sheet) < count * 0.6);
  const sheetYear = (sheet: SheetReading): number | null => yearOfSheet(sheet);
  const relevant = (sheet: SheetReading): boolean => assessed === null || sheetYear(sheet) === null || sheetYear(sheet) === assessed;
  if (complete.length > 1) {
    const detailed = complete.filter((sheet) => sheet.weight >= Math.max(...complete.map((each) => each.weight)) * 0.5);
    const communes = detailed.map((sheet) => sheet.identity.commune);
    const different = communes.some(
      (name, index) => index > 0 && name !== null && communes[0] !== null && communes[0] !== undefined && !sameCommune(name, communes[0]),
    );
    if (detailed.length > 1) {
      return {
        primary: [],
        helpers: sheets,
        questions: [whichSheet(detailed, different)],
        years: collectYears(detailed, workbook),
        year: assessed,
        severalCommunes: different,
      };
    }
    complete = detailed;
  }
  const primary = complete.length === 1 ? complete : partial.filter(relevant);
  const helpers = sheets.filter(
    (sheet) =>
      !primary.includes(sheet) &&
      (complete.length === 1 ? scoringCriteria(sheet) < count * 0.6 || isGuideOnly(sheet) : true) &&
      relevant(sheet),
  );
  const kept = ownYears(primary, helpers, years);
  return {
    primary,
    helpers,
    questions: [],
    years: kept,
    year: assessed === null ? chosenYear(kept, options) : assessed,
    severalCommunes: false,
  };
}

function isGuideOnly(sheet: SheetReading): boolean {
  return sheet.tables.every((table) => table.kind !== 'scoring');
}

function whichSheet(sheets: readonly SheetReading[], communes: boolean): Question {
  const choices = sheets.map((sheet) => sheet.grid.sheet.name);
  return {
    code: 'which-sheet',
    message: communes
      ? `Tệp có bảng chấm điểm của ${choices.length} đơn vị, mỗi đơn vị một trang tính. Chấm trang nào?`
      : `Tệp có ${choices.length} trang tính đều là bảng chấm điểm đầy đủ. Chấm trang nào?`,
    cells: [],
    choices,
  };
}

/** Years stated by the sheets that are read; those of other years' own sheets don't count. */
function ownYears(primary: readonly SheetReading[], helpers: readonly SheetReading[], all: readonly StatedYear[]): StatedYear[] {
  const read = new Set(primary.concat(helpers).map((sheet) => sheet.grid.sheet.name));
  return all.filter((year) => year.cell === null || read.has(year.cell.location.sheet));
}

function collectYears(sheets: readonly SheetReading[], workbook: Workbook): StatedYear[] {
  const years: StatedYear[] = [];
  for (const sheet of sheets) {
    years.push(...sheet.identity.years);
    for (const table of sheet.tables) {
      if (table.kind !== 'scoring') continue;
      const { results, rate, numerator, denominator } = table.columns;
      const valued = [...results, ...[rate, numerator, denominator].filter((column): column is number => column !== null)];
      for (const column of valued) {
        const header = table.frame.columns.find((each) => each.column === column);
        if (header !== undefined && header.year !== null) years.push({ year: header.year, source: 'result-header', cell: header.source });
      }
    }
    const named = yearIn(` ${sheet.grid.sheet.name}`);
    if (named !== null && sheet.tables.some((table) => table.kind === 'scoring' && table.criteria.length > 0))
      years.push({ year: named, source: 'sheet-name', cell: null });
  }
  const inFile = workbook.file === null ? null : yearIn(` ${workbook.file.replace(/[_.-]/g, ' ')}`);
  if (inFile !== null) years.push({ year: inFile, source: 'file-name', cell: null });
  return years;
}

function assessedYear(complete: readonly SheetReading[], all: readonly SheetReading[], options: RecognitionOptions): number | null {
  if (options.year !== undefined && options.year !== null) return options.year;
  const cover = all
    .filter((sheet) => sheet.tables.every((table) => table.kind !== 'scoring'))
    .map((sheet) => sheet.identity.years.find((year) => year.source === 'cover'))
    .find((year) => year !== undefined);
  const own = complete.map(yearOfSheet).filter((year): year is number => year !== null);
  if (cover !== undefined && (own.length === 0 || own.includes(cover.year))) return cover.year;
  return own.length === 0 ? null : Math.max(...own);
}

function chosenYear(years: readonly StatedYear[], options: RecognitionOptions): number | null {
  if (options.year !== undefined && options.year !== null) return options.year;
  for (const source of ['title', 'cover', 'result-header', 'sheet-name', 'file-name'] as const) {
    const found = years.filter((year) => year.source === source).map((year) => year.year);
    if (found.length > 0) return Math.max(...found);
  }
  return null;
}
