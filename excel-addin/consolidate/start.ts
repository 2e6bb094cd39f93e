import type { ConsolidationTable } from '../../panel/consolidate/jobs';
import { startWorker } from '../../panel/worker-calls';
import type { Caller } from '../../panel/worker-calls';

declare global {
  interface Window {
    /** Put there by the consolidation's script where it runs in the pane itself. */
    consolidationHere?: () => Caller<ConsolidationTable>;
  }
}

/** The scripts beside the pane, in the built folder. */
const PROGRAM = 'consolidate.js';
export const LIBRARY = 'old-formats.js';

function loadHere(): Promise<() => Caller<ConsolidationTable>> {
  return new Promise((resolve, reject) => {
    const made = window.consolidationHere;
    if (made !== undefined) return resolve(made);
    const script = document.createElement('script');
    script.onload = () =>
      window.consolidationHere === undefined ? reject(new Error('no consolidation')) : resolve(window.consolidationHere);
    script.onerror = () => reject(new Error('the consolidation did not load'));
    script.src = PROGRAM;
    document.head.append(script);
  });
}

/** Whoever reads and computes: a worker, else the pane itself. */
export async function startConsolidation(): Promise<Caller<ConsolidationTable>> {
  const worker = await startWorker<ConsolidationTable>(() => new Worker(PROGRAM));
  return worker ?? (await loadHere())();
}
