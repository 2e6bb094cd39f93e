import { joinSpans } from '../../core/xlsx/spans';
import type { CellLocation, Span, Workbook } from '../../core/workbook/workbook';

/** As many rows and columns may be asked about in one run: Google has no bulk call, and each answer costs some milliseconds. */
export const MOST_QUESTIONS = 300;

interface Answers {
  readonly rows: Map<number, boolean>;
  readonly columns: Map<number, boolean>;
  /** Whether the sheet has a filter, undefined until it was asked. */
  filtered?: boolean;
}

/** Asks of rows and columns whether they are hidden, each once, and at most 300 in all. */
export interface HidingQuestions {
  /** Asks about the rows and columns of these places and, where one is hidden, about its neighbours. Returns whether anything new is known. */
  ask(places: readonly CellLocation[]): boolean;
  /** The snapshot with what is known by now. */
  complete(workbook: Workbook): Workbook;
  readonly asked: () => number;
}

function spansOf(answers: ReadonlyMap<number, boolean>): Span[] {
  const hidden: Span[] = [];
  answers.forEach((isHidden, index) => {
    if (isHidden) hidden.push([index, index]);
  });
  return joinSpans(hidden);
}

export function hidingQuestions(sheets: ReadonlyMap<string, GoogleAppsScript.Spreadsheet.Sheet>): HidingQuestions {
  const known = new Map<string, Answers>();
  let left = MOST_QUESTIONS;
  let exhausted = false;

  /** The answer, null where no question is left. */
  function question(name: string, kind: 'rows' | 'columns', index: number): boolean | null {
    const sheet = sheets.get(name);
    const answers = known.get(name);
    if (sheet === undefined || answers === undefined) return false;
    const answered = answers[kind].get(index);
    if (answered !== undefined) return answered;
    if (left === 0) {
      exhausted = true;
      return null;
    }
    left -= 1;
    let hidden: boolean;
    if (kind === 'columns') hidden = sheet.isColumnHiddenByUser(index + 1);
    else {
      if (answers.filtered === undefined) answers.filtered = sheet.getFilter() !== null;
      hidden = sheet.isRowHiddenByUser(index + 1) || (answers.filtered && sheet.isRowHiddenByFilter(index + 1));
    }
    answers[kind].set(index, hidden);
    return hidden;
  }

  /** A hidden stretch is named whole, so that its neighbours are asked until one is seen. */
  function follow(name: string, kind: 'rows' | 'columns', index: number, step: 1 | -1, end: number): void {
    for (let at = index + step; at !== end && question(name, kind, at) === true; at += step);
  }

  function askAll(name: string, kind: 'rows' | 'columns', indexes: readonly number[]): boolean {
    let found = false;
    const sheet = sheets.get(name) as GoogleAppsScript.Spreadsheet.Sheet;
    for (const index of indexes) {
      const before = (known.get(name) as Answers)[kind].get(index);
      if (question(name, kind, index) !== true || before === true) continue;
      found = true;
      follow(name, kind, index, -1, -1);
      follow(name, kind, index, 1, kind === 'rows' ? sheet.getMaxRows() : sheet.getMaxColumns());
    }
    return found;
  }

  return {
    ask(places) {
      const wasExhausted = exhausted;
      let found = false;
      const names = Array.from(new Set(places.map((place) => place.sheet))).filter((name) => sheets.has(name));
      for (const name of names) {
        if (!known.has(name)) known.set(name, { rows: new Map(), columns: new Map() });
        const own = places.filter((place) => place.sheet === name);
        const sorted = (indexes: readonly number[]): number[] => Array.from(new Set(indexes)).sort((first, second) => first - second);
        // Columns first: they are few, and one that is hidden may change what is read.
        if (askAll(name, 'columns', sorted(own.map((place) => place.column)))) found = true;
        if (askAll(name, 'rows', sorted(own.map((place) => place.row)))) found = true;
      }
      return found || exhausted !== wasExhausted;
    },
    complete(workbook) {
      const completed = workbook.sheets.map((sheet) => {
        const answers = known.get(sheet.name);
        return answers === undefined ? sheet : { ...sheet, hiddenRows: spansOf(answers.rows), hiddenColumns: spansOf(answers.columns) };
      });
      return { ...workbook, ...(exhausted ? { hidingUnchecked: true as const } : {}), sheets: completed };
    },
    asked: () => MOST_QUESTIONS - left,
  };
}
