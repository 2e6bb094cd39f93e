import { assessInSteps } from '../../core/assess';
import type { AssessOptions } from '../../core/assess';
import type { Assessment } from '../../core/assessment';
import { standardById } from '../../core/standards/registry';
import { designSummary } from '../../core/summary/summary';
import type { HandEntries, SheetDesign } from '../../core/summary/design';
import { isWorkbookError } from '../../core/xlsx/errors';
import { readWithSheetJs } from '../../core/xlsx/legacy';
import type { SheetJsLibrary } from '../../core/xlsx/legacy';
import { readXlsxInSteps } from '../../core/xlsx/read';
import type { Steps } from '../../core/workbook/steps';
import type { Workbook } from '../../core/workbook/workbook';
import type { StampRequest } from '../../panel/host';
import { outputWay, stampedBytesInSteps, summaryInput } from '../stamped-workbook';
import type { ReadFile } from '../stamped-workbook';
import { viewSheet } from './sheet-view';
import type { SheetView } from './sheet-view';

/** A sheet as its tab shows it. */
export interface SheetTab {
  readonly name: string;
  readonly hidden: boolean;
}

export interface Stamped {
  readonly bytes: Uint8Array;
  /** With its dot. */
  readonly ending: string;
  /** Why it is a new workbook and no copy, null for a copy. */
  readonly reason: string | null;
  readonly assessment: Assessment;
}

/** The jobs that the worker does, or the page itself where a worker is refused: name → what it is given and what it answers. */
export interface Jobs {
  /** Hands in the text of the reader for old formats. */
  library(text: string): Promise<void>;
  /** Reads a file; answers `needs-library` where the reader for old formats has to be handed in first. */
  open(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<readonly SheetTab[] | 'needs-library'>;
  /** Whether these are the very bytes that were opened last. */
  holds(bytes: Uint8Array): Promise<boolean>;
  assess(options: AssessOptions): Promise<Assessment>;
  view(sheet: string): Promise<SheetView | null>;
  workbook(given: null): Promise<Workbook>;
  stamp(job: { readonly request: StampRequest; readonly time: string }): Promise<Stamped>;
  /** The result sheet as it would be printed. */
  print(job: { readonly options: AssessOptions; readonly handEntries: HandEntries; readonly time: string }): Promise<SheetDesign>;
}

/** A job for each name, in the shape of `worker-calls`. */
export type EngineTable = { readonly [Name in keyof Jobs]: Jobs[Name] };

/** Takes the steps of a computation: all at once in a worker, with pauses in the page. */
export type Take = <Result>(steps: Steps<Result>) => Promise<Result>;

/** Everything that is computed about one workbook at a time. `loadLibrary` runs the text of the reader for old formats. */
export function createEngine(loadLibrary: (text: string) => Promise<SheetJsLibrary>, take: Take): EngineTable {
  let library: SheetJsLibrary | null = null;
  let file: ReadFile | null = null;

  function opened(): ReadFile {
    if (file === null) throw new Error('no workbook is open');
    return file;
  }

  function* read(name: string, bytes: Uint8Array): Steps<ReadFile | null> {
    try {
      return { name, bytes, workbook: yield* readXlsxInSteps(bytes, { file: name }), kind: 'xlsx' };
    } catch (error) {
      if (!isWorkbookError(error) || (error.code !== 'old-format' && error.code !== 'open-document')) throw error;
      const reader = library;
      if (reader === null) return null;
      return { name, bytes, workbook: readWithSheetJs(reader, bytes, { file: name }), kind: error.code };
    }
  }

  function* stamp(input: ReadFile, request: StampRequest, time: string): Steps<Stamped> {
    const assessment = yield* assessInSteps(input.workbook, request.options);
    const way = outputWay(input);
    const made = summaryInput(input, assessment, time, request.handEntries);
    const presets = standardById(assessment.standard.id ?? '')?.agencyAssignments ?? [];
    const assignment = presets.find((preset) => preset.id === request.assignment) ?? null;
    yield;
    const bytes = yield* stampedBytesInSteps(input, way, made, request.findingsSheet ? { assignment } : null);
    return { bytes, ending: way.ending, reason: way.reason, assessment };
  }

  function* print(input: ReadFile, options: AssessOptions, handEntries: HandEntries, time: string): Steps<SheetDesign> {
    const assessment = yield* assessInSteps(input.workbook, options);
    yield;
    return designSummary(summaryInput(input, assessment, time, handEntries));
  }

  return {
    async library(text) {
      library = await loadLibrary(text);
    },
    async open({ name, bytes }) {
      file = null;
      file = await take(read(name, bytes));
      if (file === null) return 'needs-library';
      return file.workbook.sheets.map((sheet) => ({ name: sheet.name, hidden: sheet.hidden }));
    },
    async holds(bytes) {
      return file !== null && file.bytes.length === bytes.length && file.bytes.every((byte, index) => byte === bytes[index]);
    },
    async assess(options) {
      return take(assessInSteps(opened().workbook, options));
    },
    async view(name) {
      const { workbook } = opened();
      const sheet = workbook.sheets.find((each) => each.name === name);
      return sheet === undefined ? null : viewSheet(workbook, sheet);
    },
    async workbook() {
      return opened().workbook;
    },
    async stamp({ request, time }) {
      return take(stamp(opened(), request, time));
    },
    async print({ options, handEntries, time }) {
      return take(print(opened(), options, handEntries, time));
    },
  };
}
