import { runPage } from './page';
import { runWorker } from './worker';

// One program for both worlds: the worker is this very script again, so that it travels to the sidebar once.
if (typeof document === 'undefined') runWorker(self as never);
else runPage();
