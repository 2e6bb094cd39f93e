// npm run check:reader -- FOLDER…: compares our reader with SheetJS, cell by cell.
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildWhereStale, root } from './build.mjs';

await buildWhereStale({ withTools: true });
createRequire(import.meta.url)(path.join(root, 'dist/check-reader.js'));
