import type { AssessOptions } from '../../core/assess';
import type { Assessment } from '../../core/assessment';
import {
  assessCommuneInSteps,
  combineExamined,
  examineInSteps,
  examineRubric,
  type Consolidation,
  type ExaminedFile,
} from '../../core/consolidate';
import { designDistrictBook } from '../../core/consolidation/book';
import { isDistrictBook } from '../../core/consolidation/book-reading';
import { readRosterText, readRosterWorkbook, type Roster } from '../../core/consolidation/roster';
import { bookPartOf } from '../../core/consolidation/place-book';
import { knownTables, type KnownTable } from '../../core/consolidation/same-headings';
import { textSharer } from '../../core/consolidation/share-texts';
import type { SheetDesign } from '../../core/summary/design';
import { takeAll, type Steps } from '../../core/workbook/steps';
import type { Workbook } from '../../core/workbook/workbook';
import { isWorkbookError } from '../../core/xlsx/errors';
import { readWithSheetJs, type SheetJsLibrary } from '../../core/xlsx/legacy';
import { readXlsxInSteps } from '../../core/xlsx/read';
import { newWorkbook } from '../../core/xlsx/stamp';
import { describeConsolidation, type ConsolidationView } from './consolidation-view';

/** A file as it is handed over. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The answer where the reader for old formats has to be handed in first (`library`). */
export const NEEDS_LIBRARY = 'needs-library';
export type NeedsLibrary = typeof NEEDS_LIBRARY;

export interface ExamineRequest extends GivenFile {
  readonly roster: Roster | null;
  /** What the officer answered about this file. */
  readonly answers: AssessOptions | null;
  /** Tables that she pointed out in others. */
  readonly known: readonly KnownTable[];
}

export interface CombineRequest {
  readonly roster: Roster | null;
  /** Which file counts for a commune that sent several: its name → the file. */
  readonly chosen: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly time: string;
  readonly version: string;
}

export interface OpenedRequest {
  readonly options: AssessOptions;
  readonly roster: Roster | null;
  readonly known: readonly KnownTable[];
}

/**
 * Everything that is computed for a consolidation. `examine` needs nothing of the jobs before, so that several workers share a folder; all the
 * others are asked of one of them.
 */
export interface ConsolidationJobs {
  /** Hands in the reader for old formats: its text, or its address where the host has one. */
  library(source: string): Promise<void>;
  examine(request: ExamineRequest): Promise<ExaminedFile | NeedsLibrary>;
  /** Forgets all files. */
  begin(given: null): Promise<void>;
  /** Keeps what became of the file at a place of the list. */
  keep(given: { readonly index: number; readonly examined: ExaminedFile }): Promise<void>;
  readRoster(file: GivenFile): Promise<Roster | NeedsLibrary>;
  /** The district's own scale; null takes it back. Answers false where the file has no scale that can be read. */
  useRubric(file: GivenFile | null): Promise<boolean | NeedsLibrary>;
  /** An earlier district book, whose hand-written appraisal is carried over; null takes it back. Answers false for any other workbook. */
  useBook(file: GivenFile | null): Promise<boolean | NeedsLibrary>;
  combine(request: CombineRequest): Promise<ConsolidationView>;
  /** The book that belongs to the last `combine`. `previous` holds the sheets of a book in the open workbook. */
  design(given: { readonly previous: Workbook | null }): Promise<readonly SheetDesign[]>;
  bookBytes(given: null): Promise<Uint8Array>;
  /** Opens one file for the panel. */
  open(file: GivenFile): Promise<true | NeedsLibrary>;
  /** Assesses the opened file as the consolidation would; answers with the options that counted. */
  assess(given: OpenedRequest): Promise<{ readonly assessment: Assessment; readonly options: AssessOptions }>;
  workbook(given: null): Promise<Workbook>;
  /** The tables of a mapping of the opened file, as others with the same headings can be read by them. */
  known(mapping: NonNullable<AssessOptions['mapping']>): Promise<readonly KnownTable[]>;
}

/** A job for each name; the index makes it fit for `worker-calls`. */
export type ConsolidationTable = { readonly [Name in keyof ConsolidationJobs]: ConsolidationJobs[Name] };

/** What cannot be read, in one sentence that begins like one. */
function refusalWords(error: unknown): string {
  if (isWorkbookError(error)) return error.message;
  return `Chương trình gặp lỗi khi xử lý tệp này (${error instanceof Error ? error.name : 'không rõ'}).`;
}

/** Takes the steps of a computation: all at once in a worker, with pauses in a page. */
export type Take = <Result>(steps: Steps<Result>) => Promise<Result>;

const atOnce: Take = async (steps) => takeAll(steps);

/** Makes the jobs. `loadLibrary` runs the reader for old formats. */
export function createConsolidationJobs(loadLibrary: (source: string) => Promise<SheetJsLibrary>, take: Take = atOnce): ConsolidationTable {
  let library: SheetJsLibrary | null = null;
  let rubric: ExaminedFile | null = null;
  let book: Workbook | null = null;
  let kept: ExaminedFile[] = [];
  let share = textSharer();
  let combined: Consolidation | null = null;
  let opened: Workbook | null = null;

  /** @throws a WorkbookError for what cannot be read */
  function* readInSteps({ name, bytes }: GivenFile): Steps<Workbook | NeedsLibrary> {
    try {
      return yield* readXlsxInSteps(bytes, { file: name });
    } catch (error) {
      if (!isWorkbookError(error) || (error.code !== 'old-format' && error.code !== 'open-document')) throw error;
      const reader = library;
      return reader === null ? NEEDS_LIBRARY : readWithSheetJs(reader, bytes, { file: name });
    }
  }

  const read = (file: GivenFile): Promise<Workbook | NeedsLibrary> => take(readInSteps(file));

  function lastCombined(): Consolidation {
    if (combined === null) throw new Error('nothing is combined');
    return combined;
  }

  function openedWorkbook(): Workbook {
    if (opened === null) throw new Error('no workbook is open');
    return opened;
  }

  return {
    async library(source) {
      library = library ?? (await loadLibrary(source));
    },
    async examine(request) {
      const file = request.name;
      try {
        const workbook = await read(request);
        if (workbook === NEEDS_LIBRARY) return NEEDS_LIBRARY;
        const { roster, known, answers } = request;
        return await take(examineInSteps({ file, workbook }, { roster, known, answers: answers === null ? {} : { [file]: answers } }));
      } catch (error) {
        return takeAll(examineInSteps({ file, refusal: refusalWords(error) }));
      }
    },
    async begin() {
      kept = [];
      share = textSharer();
      combined = null;
    },
    async keep({ index, examined }) {
      kept[index] = share(examined);
    },
    async readRoster(file) {
      if (/\.(csv|tsv|txt)$/i.test(file.name)) return readRosterText(file.bytes);
      const workbook = await read(file);
      return workbook === NEEDS_LIBRARY ? workbook : readRosterWorkbook(workbook);
    },
    async useRubric(file) {
      const workbook = file === null ? null : await read(file);
      if (workbook === NEEDS_LIBRARY) return NEEDS_LIBRARY;
      const examined = workbook === null ? null : examineRubric(workbook);
      if (file === null || examined !== null) rubric = examined;
      return examined !== null;
    },
    async useBook(file) {
      const workbook = file === null ? null : await read(file);
      if (workbook === NEEDS_LIBRARY) return NEEDS_LIBRARY;
      const isBook = workbook !== null && isDistrictBook(workbook);
      if (file === null || isBook) book = workbook === null ? null : bookPartOf(workbook);
      return isBook;
    },
    async combine({ roster, chosen, time, version }) {
      combined = combineExamined(
        kept.filter((file) => file !== undefined),
        rubric,
        { roster, chosen, time, version },
      );
      return describeConsolidation(combined);
    },
    async design({ previous }) {
      // A workbook without a book of ours has nothing to carry over; one that was picked has.
      const previousBook = previous !== null && previous.sheets.length > 0 ? previous : book;
      return designDistrictBook(lastCombined(), { previousBook });
    },
    async bookBytes() {
      return newWorkbook(designDistrictBook(lastCombined(), { previousBook: book }));
    },
    async open(file) {
      const workbook = await read(file);
      if (workbook === NEEDS_LIBRARY) return NEEDS_LIBRARY;
      opened = workbook;
      return true;
    },
    async assess({ options, roster, known }) {
      return take(assessCommuneInSteps(openedWorkbook(), options, roster, known));
    },
    async workbook() {
      return openedWorkbook();
    },
    async known(mapping) {
      return knownTables(openedWorkbook(), mapping);
    },
  };
}
