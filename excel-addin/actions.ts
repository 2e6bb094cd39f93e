/// <reference types="office-js" />
import { assess } from '../core/assess';
import type { AssessOptions } from '../core/assess';
import type { Assessment } from '../core/assessment';
import { standardById } from '../core/standards/registry';
import type { HandEntries, SheetDesign } from '../core/summary/design';
import { designFindingsSheet } from '../core/summary/findings-sheet';
import { designSummary } from '../core/summary/summary';
import { findOwnSheet, isOwnSheet } from '../core/summary/verify';
import type { Sheet, Workbook } from '../core/workbook/workbook';
import { newWorkbook } from '../core/xlsx/stamp';
import { version } from '../package.json';
import type { StampRequest } from '../panel/host';
import { explainFailure, unsupported } from './messages';
import { LEAST_EXCEL_API, supports } from './office';
import { readWorkbook } from './read';
import type { ReadOutcome } from './read';
import type { ReadTask } from './read-task';
import { needsNewWorkbook, writeSheets } from './stamp';

/** Runs a job in Excel; what Excel throws comes out as a `HostError`. Nothing at all is asked of an Excel below the floor. */
export async function inExcel<Result>(job: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
  if (!supports(LEAST_EXCEL_API)) throw unsupported();
  try {
    // One step back in the officer's list of things to undo, where Excel can do that.
    return await (supports('1.20') ? Excel.run({ mergeUndoGroup: true }, job) : Excel.run(job));
  } catch (error) {
    throw explainFailure(error);
  }
}

/** Reads the open workbook. */
export function readOpenWorkbook(task: ReadTask = {}): Promise<ReadOutcome> {
  return inExcel((context) => readWorkbook(context, task));
}

/** What a stamp wrote. */
export interface StampedResult {
  readonly workbook: Workbook;
  readonly assessment: Assessment;
  /** The names of the sheets that hold the result; null where it was opened as a new workbook. */
  readonly sheets: readonly string[] | null;
  /** The ids of all sheets of ours in the workbook. */
  readonly ownSheets: readonly string[];
}

/** The ids of the sheets that an earlier run wrote. */
export function ownSheetsOf({ workbook, state }: ReadOutcome): string[] {
  return state.seen.filter((_seen, index) => isOwnSheet(workbook.sheets[index] as Sheet)).map((seen) => seen.id);
}

/** Content of hand cells that a stamp cut off half-way would lose: kept while the pane is open. */
let pendingEntries: HandEntries = {};

/**
 * Reads the workbook anew, assesses it and writes our sheets; where the structure of the workbook is protected the result is opened as a new
 * workbook instead. `time` is ISO 8601.
 */
export function stampOpenWorkbook(request: StampRequest, time: string, task: ReadTask = {}): Promise<StampedResult> {
  return inExcel(async (context) => {
    const outcome = await readWorkbook(context, task);
    const { workbook, state } = outcome;
    const ownSheets = ownSheetsOf(outcome);
    const assessment = assess(workbook, request.options);
    const designs = designSheets(workbook, assessment, request, time);
    if (needsNewWorkbook(designs, state)) {
      await Excel.createWorkbook(toBase64(newWorkbook(designs)));
      return { workbook, assessment, sheets: null, ownSheets };
    }
    pendingEntries = handEntriesOf(workbook, request);
    const written = await writeSheets(context, designs, workbook, state);
    pendingEntries = {};
    const sheets = written.map((sheet) => sheet.name);
    return { workbook, assessment, sheets, ownSheets: ownSheets.concat(written.map((sheet) => sheet.id)) };
  });
}

/** The sheets that a stamp writes. */
export function designSheets(workbook: Workbook, assessment: Assessment, request: StampRequest, time: string): SheetDesign[] {
  const standard = standardById(assessment.standard.id ?? '');
  const handEntries = { ...pendingEntries, ...request.handEntries };
  const input = { workbook, assessment, standard, time, version, handEntries };
  const assignment = standard?.agencyAssignments.find((one) => one.id === request.assignment) ?? null;
  return [designSummary(input), ...(request.findingsSheet ? [designFindingsSheet({ ...input, assignment })] : [])];
}

function handEntriesOf(workbook: Workbook, request: StampRequest): HandEntries {
  const kept = (['summary', 'findings'] as const).map((kind) => findOwnSheet(workbook, kind)?.handEntries ?? {});
  return Object.assign({}, pendingEntries, request.handEntries, ...kept) as HandEntries;
}

/** Bytes as Excel takes a workbook. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...Array.from(bytes.subarray(at, at + 8192)));
  return btoa(binary);
}

/** A sentence about what a stamp wrote. */
export function describeStamp({ sheets }: StampedResult): string {
  if (sheets === null) {
    return 'Sổ tính khóa cấu trúc, không thêm trang vào được, nên kết quả đã mở thành một sổ tính mới chỉ có bảng kết quả. Hãy lưu sổ mới đó; sổ của xã giữ nguyên.';
  }
  const names = sheets.map((sheet) => `“${sheet}”`);
  return `Đã ghi trang tính ${names.join(' và ')}.`;
}

/** An assessment of the open workbook with the options of this run. */
export async function assessOpenWorkbook(
  options: AssessOptions,
  task: ReadTask = {},
): Promise<{ outcome: ReadOutcome; assessment: Assessment }> {
  const outcome = await readOpenWorkbook(task);
  return { outcome, assessment: assess(outcome.workbook, options) };
}
