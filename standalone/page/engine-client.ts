import { loadLibraryInPage } from '../../panel/load-library';
import { createSlicer } from '../../panel/slices';
import { callsHere, startCaller } from '../../panel/worker-calls';
import type { Caller } from '../../panel/worker-calls';
import { createEngine } from './engine';
import type { EngineTable } from './engine';

/** Whoever reads and computes for the page. `stop` ends the job that runs; a worker is gone with it. */
export type EngineClient = Caller<EngineTable>;

/** The same code in the page itself, a slice at a time. */
function inPage(): EngineClient {
  const slicer = createSlicer();
  return callsHere(
    createEngine((text) => loadLibraryInPage(text, true), slicer.take),
    slicer.stop,
  );
}

/**
 * Starts a worker on the program's own text. Where one is refused (a locked-down browser), the page does the work itself. `program` is the text
 * of the script that this is part of.
 */
export async function startEngine(program: string): Promise<EngineClient> {
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  try {
    return await startCaller(() => new Worker(address), inPage);
  } finally {
    URL.revokeObjectURL(address);
  }
}
