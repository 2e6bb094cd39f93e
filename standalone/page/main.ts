import { runPage } from './page';
import { runWorker } from './worker';

// One program for both worlds: the worker is this very script again, so that it lies in the file once and the page can do the same work alone.
if (typeof document === 'undefined') runWorker(self as never);
else runPage(document.getElementById('program')?.textContent ?? '');
export {};
