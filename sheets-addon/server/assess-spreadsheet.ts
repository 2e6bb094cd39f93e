import { assess } from '../../core/assess';
import type { AssessOptions } from '../../core/assess';
import type { Assessment } from '../../core/assessment';
import { parseReference } from '../../core/workbook/references';
import type { CellLocation, Workbook } from '../../core/workbook/workbook';
import { hidingQuestions } from './hiding';
import { readSpreadsheet } from './read-spreadsheet';

/** An assessment, and the snapshot that it was made of. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly workbook: Workbook;
}

/** A hidden column can change which column is read, and then other columns are asked about; nothing new comes after this many rounds. */
const MOST_ROUNDS = 4;

/** Cells that a question names: a rival column is not read, but being hidden settles the question. */
function placesAsked(assessment: Assessment): CellLocation[] {
  return assessment.template.questions
    .reduce<string[]>((cells, question) => cells.concat(question.cells), [])
    .map(parseReference)
    .filter((place): place is CellLocation => place !== null);
}

/**
 * Reads and assesses the open spreadsheet. Hidden rows and columns are asked about after recognition, only for those that the score rests on;
 * where one is hidden the snapshot is completed and assessed again.
 */
export function assessOpenSpreadsheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, options: AssessOptions): Assessed {
  const reading = readSpreadsheet(spreadsheet);
  const questions = hidingQuestions(reading.sheets);
  let { workbook } = reading;
  for (let round = 1; ; round++) {
    let places: readonly CellLocation[] = [];
    const assessment = assess(workbook, options, (read) => {
      places = read;
    });
    if (round > MOST_ROUNDS || !questions.ask(places.concat(placesAsked(assessment)))) return { assessment, workbook };
    workbook = questions.complete(workbook);
  }
}
