import type { AssessOptions } from '../core/assess';
import type { Assessment } from '../core/assessment';
import type { HandEntries } from '../core/summary/design';
import type { Workbook } from '../core/workbook/workbook';

/** How far a job has come, in words that are shown as they are; `done` from 0 to 1 where it can be told. */
export interface Progress {
  readonly words: string;
  readonly done?: number;
}

/** What comes with every job that may last: the officer's wish to stop it, and the line that tells her how far it is. */
export interface Task {
  readonly signal: AbortSignal;
  progress(state: Progress): void;
}

export interface AssessRequest {
  readonly options: AssessOptions;
  /** The workbook must be read anew. Where false, only `options` changed and the host may use what it read last. */
  readonly reread: boolean;
}

export interface StampRequest {
  readonly options: AssessOptions;
  /** The list of findings is written as a sheet of its own, too; the result sheet is always written. */
  readonly findingsSheet: boolean;
  /** The preset that says which agency answers for which criterion (`AgencyAssignment.id`), null where none is chosen. */
  readonly assignment: string | null;
  /** Papers that the officer named for her answers: to be handed to `designSummary` as its `handEntries`. */
  readonly handEntries: HandEntries;
}

export interface StampOutcome {
  /** What was written and where, a ready sentence: “Đã ghi trang tính “Kết quả chấm điểm”.” */
  readonly message: string;
  /** The assessment that was written: the host reads the workbook anew before it writes. Left out where it keeps to what is shown. */
  readonly assessment?: Assessment;
}

/** What could not be shown as it is because it is hidden; the host selects the cell all the same where it can. */
export interface Selection {
  readonly hidden?: 'row' | 'column' | 'sheet';
}

/** What *Trợ giúp* tells of the program itself. */
export interface About {
  readonly version: string;
  /** What changed in this version, one line each. */
  readonly changes: readonly string[];
  /** What the program runs in, for the error text: `Excel 16.0 (Windows)`. Never the name of a file or a user. */
  readonly runsIn: string;
}

/** What differs between hosts and can be seen in the panel. */
export interface HostCapabilities {
  /**
   * `in-place`: sheets are written into the open workbook; `download`: the officer gets a copy, her file is left as it is; `none`: nothing is
   * written (a commune's file that a district looks at).
   */
  readonly stamping: 'in-place' | 'download' | 'none';
  /** False where the workbook cannot change under the panel: *Kiểm tra lại* is not offered. May change with the workbook. */
  readonly editable: boolean;
}

/**
 * Everything that the panel asks of the program around it. A promise that fails should fail with a `HostError`, whose sentence is shown;
 * anything else is shown as an unknown error with its name. A job whose signal was aborted may end in any way: its end is not shown.
 */
export interface PanelHost {
  readonly kind: 'excel' | 'sheets' | 'page';
  readonly capabilities: HostCapabilities;
  readonly about: About;
  /** Main door: reads the workbook where needed and runs the core's `assess`, in the pane, in a worker or on a server. */
  assess(request: AssessRequest, task: Task): Promise<Assessment>;
  /** The snapshot, asked for only when the officer points out how her table is to be read. May be the one last assessed. */
  read(task: Task): Promise<Workbook>;
  stamp(request: StampRequest, task: Task): Promise<StampOutcome>;
  /** Selects and shows a cell. `reference` is `'Chấm điểm'!E9`. */
  selectCell(reference: string): Promise<Selection>;
  /** Keeps a mapping for the next workbook with the same headings; a host may keep nothing. */
  remember(key: string, value: string): Promise<void>;
  /** What was kept under this key, null where nothing is. */
  recall(key: string): Promise<string | null>;
  copyText(text: string): Promise<void>;
  /** Opens the sample workbook; the panel assesses it afterwards. Left out where the host has none. */
  trySample?(): Promise<void>;
  /**
   * Lets the officer pick a file to be assessed instead of an open workbook; false where she picked none, `same` where it is the one that was
   * open already, so that her choices still hold. Left out where it is of no use.
   */
  chooseFile?(): Promise<boolean | 'same'>;
}

export type HostErrorCode =
  /** There is nothing to be assessed yet. */
  | 'no-workbook'
  /** The file cannot be read: damaged, encrypted, of another kind. */
  | 'unreadable'
  /** A cell is being edited, a dialog is open. */
  | 'busy'
  | 'protected'
  | 'read-only'
  /** The program around the panel is too old or lacks something. */
  | 'unsupported'
  | 'too-large'
  /** A cell or sheet that is no longer there. */
  | 'not-found'
  /** The file was written, moved or deleted since it was picked: it has to be picked again. */
  | 'changed'
  /** It was to be read anew, but nothing new was saved: not a failure. */
  | 'unchanged'
  | 'failed';

/** A failure with a ready Vietnamese sentence that says what to do. `detail` goes into the error text and must hold no cell content. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
    readonly detail: string = '',
  ) {
    super(message);
    this.name = 'HostError';
  }
}

/** True for a `HostError`, also for one that came through a worker or a server as plain data. */
export function isHostError(error: unknown): error is HostError {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'HostError' && 'code' in error;
}

/** What the panel hands back when it is mounted. */
export interface PanelHandle {
  /** As if *Chấm điểm* (or *Kiểm tra lại*) had been clicked. */
  score(): Promise<void>;
  /** Another workbook is there: forgets assessment, choices and filters, and shows the first opening again. */
  reset(): void;
  /** The workbook was edited after it was read: the panel says that its result may be old. */
  noticeEdit(): void;
  /** Shows an assessment that was made elsewhere (a ribbon command) with the options it was made with. */
  show(assessment: Assessment, options: AssessOptions): void;
  /** `system` follows the system's preference. */
  setTheme(theme: 'light' | 'dark' | 'system'): void;
  unmount(): void;
}

/**
 * `mountPanel(element, host)` in `panel/mount.tsx`: draws the panel into an empty element. The page carries `panel/panel.css` (in a style element
 * or a file); the panel itself writes no style attribute and no HTML text.
 */
export type MountPanel = (element: HTMLElement, host: PanelHost) => PanelHandle;
