/// <reference types="office-js" />
import { assess } from '../core/assess';
import type { Workbook } from '../core/workbook/workbook';
import { version } from '../package.json';
import { HostError } from '../panel/host';
import type { PanelHost, Task } from '../panel/host';
import { assessOpenWorkbook, describeStamp, readOpenWorkbook, stampOpenWorkbook } from './actions';
import { selectCell } from './jump';
import type { ReadTask } from './read';

/** What the page knows and the panel does not. */
export interface PaneParts {
  readonly changes: readonly string[];
  copyText(text: string): Promise<void>;
  now(): string;
}

const READING = 'Đang đọc bảng tính…';

function watched(task: Task): ReadTask {
  return { signal: task.signal, progress: (done) => task.progress({ words: READING, done }) };
}

function describeProgram(): string {
  const { host, platform, version: program } = Office.context.diagnostics ?? {};
  return `${String(host ?? 'Excel')} ${String(program ?? '')} (${String(platform ?? '')})`;
}

/** Excel as the panel's host. */
export function createExcelHost(parts: PaneParts): PanelHost {
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
      if (!reread && last !== null) return assess(last, options);
      const { outcome, assessment } = await assessOpenWorkbook(options, watched(task));
      last = outcome.workbook;
      return assessment;
    },
    async read(task) {
      last = last ?? (await readOpenWorkbook(watched(task))).workbook;
      return last;
    },
    async stamp(request, task) {
      const stamped = await stampOpenWorkbook(request, parts.now(), watched(task));
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
