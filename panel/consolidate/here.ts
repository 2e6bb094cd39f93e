import type { SheetJsLibrary } from '../../core/xlsx/legacy';
import { createSlicer } from '../slices';
import { callsHere } from '../worker-calls';
import type { Caller } from '../worker-calls';
import { createConsolidationJobs } from './jobs';
import type { ConsolidationTable } from './jobs';

/** The consolidation's jobs done in the page itself, a slice at a time: for where workers are refused. */
export function consolidationHere(loadLibrary: (source: string) => Promise<SheetJsLibrary>): Caller<ConsolidationTable> {
  const slicer = createSlicer();
  return callsHere(createConsolidationJobs(loadLibrary, slicer.take), slicer.stop);
}
