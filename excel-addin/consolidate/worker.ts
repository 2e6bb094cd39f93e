import { consolidationHere } from '../../panel/consolidate/here';
import { createConsolidationJobs } from '../../panel/consolidate/jobs';
import { loadLibraryInPage, loadLibraryInWorker } from '../../panel/load-library';
import { serveCalls } from '../../panel/worker-calls';

/*
 * A script of its own, so that the pane does not carry it before it is needed: a worker runs it, and where workers are refused the pane loads it
 * into itself.
 */
if (typeof document === 'undefined')
  serveCalls(
    self as never,
    createConsolidationJobs(async (address) => loadLibraryInWorker(self as never, address, false)),
  );
else window.consolidationHere = () => consolidationHere((address) => loadLibraryInPage(address, false));
