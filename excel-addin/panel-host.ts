/// <reference types="office-js" />
import { assess } from '../core/assess';
import type { Workbook } from '../core/workbook/workbook';
import { version } from '../package.json';
import { HostError } from '../panel/host';
import type { PanelHost, Task } from '../panel/host';
import { assessOpenWorkbook, describeStamp, ownSheetsOf, readOpenWorkbook, stampOpenWorkbook } from './actions';
import { selectCell } from './jump';
import type { ReadTask } from './read-task';
import type { EditWatch } from './watch-edits';

/** What the page knows and the panel does not. */
export interface PaneParts {
  readonly changes: readonly string[];
  copyText(text: string): Promise<void>;
  now(): string;
  /** Tells the panel of changes that come after a reading. */
  readonly watch: EditWatch;
}

const READING = 'Đang đọc bảng tính…';

function watched(task: Task, begins: () => void): ReadTask {
  return { signal: task.signal, begins, progress: (done) => task.progress({ words: READING, done }) };
}

function describeProgram(): string {
  const { host, platform, version: program } = Office.context.diagnostics ?? {};
  return `${String(host ?? 'Excel')} ${String(program ?? '')} (${String(platform ?? '')})`;
}

/** Excel as the panel's host. */
export function createExcelHost(parts: PaneParts): PanelHost {
  const { watch } = parts;
  /** What was read last, for choices that need no new reading. */
  let last: Workbook | null = null;

  /** A web view may refuse its store; the panel goes on without. */
  function store(): Storage | null {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  }

  // Excel on the web keeps the stores of different add-ins apart by this key.
  const keyOf = (key: string): string => `${(Office.context as { partitionKey?: string }).partitionKey ?? ''}cham-diem-xa:${key}`;

  return {
    kind: 'excel',
    capabilities: { stamping: 'in-place', editable: true },
    about: { version, changes: parts.changes, runsIn: describeProgram() },
    async assess({ options, reread }, task) {
      if (!reread && last !== null && !watch.changed()) return assess(last, options);
      // Where listening could not begin earlier, a box or a cell being edited may have stood in the way.
      await watch.start();
      const { outcome, assessment } = await watch.during(async (begins) => {
        const assessed = await assessOpenWorkbook(options, watched(task, begins));
        return { ...assessed, ownSheets: ownSheetsOf(assessed.outcome) };
      });
      last = outcome.workbook;
      return assessment;
    },
    async read(task) {
      last = last ?? (await readOpenWorkbook(watched(task, () => undefined))).workbook;
      return last;
    },
    async stamp(request, task) {
      const stamped = await watch.during((begins) => stampOpenWorkbook(request, parts.now(), watched(task, begins)));
      last = null;
      return { message: describeStamp(stamped), assessment: stamped.assessment };
    },
    selectCell: (reference) => selectCell(reference, last),
    async remember(key, value) {
      try {
        store()?.setItem(keyOf(key), value);
      } catch {
        throw new HostError('failed', 'Máy này không cho lưu cách đọc bảng để dùng lại.');
      }
    },
    recall: (key) => Promise.resolve(store()?.getItem(keyOf(key)) ?? null),
    copyText: parts.copyText,
  };
}
