import type { SheetJsLibrary } from '../../core/xlsx/legacy';
import { createEngine } from './engine';
import type { Jobs } from './engine';

/** The few things of a worker's world that are used; the types of pages and workers cannot be loaded together. */
interface WorkerScope {
  onmessage: ((event: { readonly data: Request }) => void) | null;
  postMessage(message: Reply): void;
  importScripts(address: string): void;
  readonly spreadsheetLibrary?: { readonly library: SheetJsLibrary };
}

/** One job for the worker. */
export interface Request {
  readonly id: number;
  readonly job: keyof Jobs;
  readonly given: unknown;
}

/** The worker's first word, then one answer for each request. */
export type Reply =
  | { readonly ready: true }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: { readonly name: string; readonly code: string; readonly message: string } };

/** An error as plain data: a class does not survive the way out of a worker. */
function failureOf(error: unknown): { name: string; code: string; message: string } {
  const { name, code, message } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  return { name: String(name ?? 'Error'), code: String(code ?? ''), message: String(message ?? error) };
}

/** What the program does when it finds itself in a worker. */
export function runWorker(scope: WorkerScope): void {
  const engine = createEngine(async (text) => {
    // Only an address that is made in here can be loaded in here: a page from a disk has no origin to share.
    const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    scope.importScripts(address);
    URL.revokeObjectURL(address);
    if (scope.spreadsheetLibrary === undefined) throw new Error('the reader for old formats did not load');
    return scope.spreadsheetLibrary.library;
  });
  scope.onmessage = ({ data: { id, job, given } }) => {
    (engine[job] as (given: unknown) => Promise<unknown>)(given).then(
      (answer) => scope.postMessage({ id, answer }),
      (error: unknown) => scope.postMessage({ id, failure: failureOf(error) }),
    );
  };
  scope.postMessage({ ready: true });
}
