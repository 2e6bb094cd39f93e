import type { Assessment, Confirmed, Mapping, Question, UnitClass } from './assessment';
import { runChecks } from './checks/checks';
import type { ChecksInput } from './checks/draft';
import { placesRead } from './checks/hidden-data';
import { collectRateEvidence } from './observations/context';
import type { Observation } from './observations/observation';
import { readObservation } from './observations/read-observation';
import type { Rubric } from './rubric/rubric';
import { readRubricOnce } from './rubric/remembered';
import { toAssessmentParts } from './scoring/assessment-parts';
import { showValue } from './scoring/explain';
import type { Score } from './scoring/score';
import type { NoCaseRule } from './scoring/score-item';
import { readPoints } from './scoring/points';
import { scoreWorkbook } from './scoring/score-workbook';
import { decideUnitClass } from './scoring/unit-class';
import { choicesOf } from './choices';
import { findSummary, isOwnSheet, verifySummary } from './summary/verify';
import { knownScale } from './template/known-scale';
import { recogniseInSteps } from './template/recognise';
import type { Template, TemplateItem } from './template/template';
import { fold } from './text/fold';
import { collectConvention } from './text/numbers';
import type { NumberConvention } from './text/numbers';
import { takeAll } from './workbook/steps';
import type { Steps } from './workbook/steps';
import type { CellLocation, Workbook } from './workbook/workbook';

/** What a run may be told. Everything is optional; what is given wins over the confirmed block and over the workbook's own text. */
export interface AssessOptions {
  readonly sheet?: string;
  readonly unitClass?: UnitClass;
  readonly year?: number;
  /** The unit's name as the officer corrected it. */
  readonly commune?: string;
  readonly mapping?: Mapping;
  /** Another workbook whose scale is taken where this one has none. */
  readonly rubric?: Workbook;
  /** Answers to `no-case-rule`: canonical item number (or `*`) → rule. */
  readonly noCaseRules?: Readonly<Record<string, NoCaseRule>>;
  /** Answers to `number-reading`: the cell's reference → the chosen reading, in the words of the question's choices. */
  readonly numberReadings?: Readonly<Record<string, string>>;
  /** The class on a district's roster. */
  readonly rosterClass?: UnitClass;
}

function areaOf(template: Template, unitClass: UnitClass | null): 'mountain' | 'lowland' | null {
  for (const statement of template.unitClassStatements) {
    const words = fold(statement.text);
    const mountain = /\b(mien nui|hai dao|dac biet kho khan|vung cao)\b/.test(words);
    const lowland = /\b(dong bang|trung du)\b/.test(words);
    if (mountain !== lowland) return mountain ? 'mountain' : 'lowland';
  }
  if (unitClass === 'mountain-island-hardship') return 'mountain';
  // A phường of a mountainous province is in no mountain class, so its area is not known by its class.
  if (unitClass === null || (template.commune !== null && /^(phường|thị trấn)\b/i.test(template.commune))) return null;
  return 'lowland';
}

function allItems(template: Template): readonly { readonly item: TemplateItem; readonly criterion: number }[] {
  const own = template.criteria.flatMap((criterion) => criterion.items.map((item) => ({ item, criterion: criterion.number })));
  return own.concat(template.duplicates.flatMap((duplicate) => duplicate.items.map((item) => ({ item, criterion: duplicate.number }))));
}

function templateTexts(template: Template): string[] {
  const texts: string[] = [];
  for (const { item } of allItems(template)) {
    for (const piece of item.rubric) texts.push(piece.text);
    for (const cell of [item.result, item.numerator, item.denominator, item.rate, item.previous, ...item.quarters]) {
      if (cell !== null && cell.text !== '' && (cell.cell === null || typeof cell.cell.value === 'string')) texts.push(cell.text);
    }
  }
  for (const figure of template.figures) if (typeof figure.value.cell?.value === 'string') texts.push(figure.value.text);
  return texts;
}

/** Applies the officer's answer to a number that can be read in two ways. */
function settleReading(observation: Observation, rubric: Rubric, answers: Readonly<Record<string, string>>): Observation {
  if (observation.readings.length < 2) return observation;
  const cell = observation.cells.observation || observation.cells.rate;
  const answer = cell === null ? undefined : answers[cell.reference];
  const chosen = answer === undefined ? undefined : observation.readings.find((reading) => showValue(reading, rubric) === answer);
  return chosen === undefined ? observation : { ...observation, value: chosen, readings: [] };
}

/**
 * Assesses one workbook: recognises the officer's template, reads its scale and results, scores every item with its reason and checks
 * everything. The same snapshot and options give the same assessment in every host. Never throws for any snapshot.
 * `onRead` is told where the cells lie that the score rests on, for a host that asks only of those rows and columns whether they are hidden.
 * `onScored` is handed the score itself, exact and with every scale as read, for the consolidation, which scores the same results by another scale.
 */
export function assess(
  workbook: Workbook,
  options: AssessOptions = {},
  onRead?: (places: readonly CellLocation[]) => void,
  onScored?: (score: Score) => void,
): Assessment {
  return takeAll(assessInSteps(workbook, options, onRead, onScored));
}

/** `assess` in steps of a few milliseconds each, for a host that shares its thread with a screen. Its answer is the same. */
export function* assessInSteps(
  workbook: Workbook,
  options: AssessOptions = {},
  onRead?: (places: readonly CellLocation[]) => void,
  onScored?: (score: Score) => void,
): Steps<Assessment> {
  const summary = findSummary(workbook);
  const ownSheets = new Set(workbook.sheets.filter(isOwnSheet).map((sheet) => sheet.name));
  const choices = choicesOf(options, summary === null ? [] : summary.confirmed);
  yield;
  const recognition = yield* recogniseInSteps(workbook, {
    sheet: choices.sheet,
    year: choices.year,
    ...(choices.mapping === undefined ? {} : { mapping: choices.mapping }),
    ...(options.rubric === undefined ? {} : { rubric: options.rubric }),
    ownSheets,
  });
  const template = choices.commune === null ? recognition : { ...recognition, commune: choices.commune };
  const standard = template.standard;
  const unitClass = decideUnitClass(template, standard, {
    option: options.unitClass,
    confirmed: choices.confirmedClass,
    roster: options.rosterClass,
  });
  const convention: NumberConvention = collectConvention(templateTexts(template));
  const area = areaOf(template, unitClass.unitClass);

  const items = allItems(template);
  let fromFacts = false;
  const rubrics: Rubric[] = [];
  for (const { item, criterion } of items) {
    let pieces = item.rubric;
    if (pieces.length === 0 && template.rubricSource === 'none' && standard !== null) {
      const known = knownScale(item, criterion, standard);
      if (known !== null) {
        pieces = known;
        fromFacts = true;
      }
    }
    rubrics.push(readRubricOnce(pieces, { label: item.label, maxPoints: readPoints(item.maximum), convention, area }));
    yield;
  }
  const rates = collectRateEvidence(
    items.map(({ item }) => item),
    rubrics,
  );
  const readings = new Map<TemplateItem, { rubric: Rubric; observation: Observation }>();
  for (const [index, { item }] of items.entries()) {
    const rubric = rubrics[index] as Rubric;
    const observation = readObservation(item, rubric, { workbook, convention, rates, year: template.year });
    readings.set(item, { rubric, observation: settleReading(observation, rubric, choices.numberReadings) });
    yield;
  }
  const score = scoreWorkbook(template, standard, unitClass, readings, { noCaseRules: choices.noCaseRules });
  if (onScored !== undefined) onScored(score);
  const questions: readonly Question[] = template.questions.concat(score.questions || []);
  yield;
  const parts = toAssessmentParts(score);
  const checksInput: ChecksInput = { workbook, template, score, year: options.year === undefined ? choices.year : options.year };
  yield;
  const checked = runChecks(checksInput);
  yield;
  if (onRead !== undefined) onRead(placesRead(checksInput));
  const status = template.status === 'recognised' && questions.length > 0 ? 'needs-confirmation' : template.status;
  // Without the sheet, or with rows that may have been taken apart wrongly, nothing is decided yet.
  const unsettled = template.questions.filter(
    (question) => question.code === 'which-rows' || (question.code === 'which-sheet' && template.criteria.length === 0),
  );
  const assessment: Assessment = {
    schema: 'assessment/1',
    workbook: {
      file: workbook.file,
      commune: template.commune,
      district: template.district,
      province: template.province,
      year: template.year,
      unitClass: unitClass.unitClass,
    },
    standard: { id: standard === null ? null : standard.id },
    rubric:
      template.rubricSource === 'none'
        ? { source: fromFacts ? 'standard' : 'none' }
        : template.rubricSource === 'other-workbook'
          ? { source: 'other-workbook', file: options.rubric === undefined || options.rubric.file === null ? '' : options.rubric.file }
          : { source: 'workbook' },
    template: {
      status,
      questions,
      mapping: template.mapping,
      ...(template.notes.length > 0 && template.status === 'unrecognised' ? { notes: template.notes } : {}),
    },
    confirmed: choices.confirmed as readonly Confirmed[],
    criteria: parts.criteria,
    // Without a chosen sheet there are no points, and no range that would say anything.
    total:
      template.criteria.length === 0 && unsettled.length > 0
        ? { ...parts.total, points: null, range: [0, 0], maxPoints: null }
        : parts.total,
    verdict:
      unsettled.length > 0
        ? {
            status: 'undetermined',
            reasons: unsettled.map((question) => ({ code: 'open-range' as const, cells: question.cells, message: question.message })),
          }
        : parts.verdict,
    findings: checked,
  };
  if (summary === null) return assessment;
  return { ...assessment, findings: checked.concat(verifySummary(workbook, assessment)) };
}
