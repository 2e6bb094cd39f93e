import { takeAll } from '../../core/workbook/steps';
import { createConsolidationJobs } from '../../panel/consolidate/jobs';
import { loadLibraryInWorker } from '../../panel/load-library';
import type { ImportingScope } from '../../panel/load-library';
import { serveCalls } from '../../panel/worker-calls';
import type { WorkerScope } from '../../panel/worker-calls';
import { CONSOLIDATION_WORKER } from './consolidation-host';
import { createEngine } from './engine';

/** What the program does when it finds itself in a worker: its name says for which of the two screens. */
export function runWorker(scope: WorkerScope & ImportingScope & { readonly name: string }): void {
  const loadLibrary = async (text: string) => loadLibraryInWorker(scope, text, true);
  const consolidates = scope.name === CONSOLIDATION_WORKER;
  serveCalls(scope, consolidates ? createConsolidationJobs(loadLibrary) : createEngine(loadLibrary, async (steps) => takeAll(steps)));
}
