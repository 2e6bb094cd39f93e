import { createConsolidationJobs } from '../../panel/consolidate/jobs';
import { loadLibraryInWorker } from '../../panel/load-library';
import type { ImportingScope } from '../../panel/load-library';
import { serveCalls } from '../../panel/worker-calls';
import type { WorkerScope } from '../../panel/worker-calls';

/** What the program does when it finds itself in a worker: it reads communes' files and puts them together. */
export function runWorker(scope: WorkerScope & ImportingScope): void {
  serveCalls(
    scope,
    createConsolidationJobs(async (text) => loadLibraryInWorker(scope, text, true)),
  );
}
