import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** Builds the command line and the add-on where they are older than their sources. */
export function buildForTests(): void {
  for (const tool of ['tools/build.mjs', 'tools/sheets.mjs']) {
    const built = spawnSync(process.execPath, [path.join(root, tool)], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
  }
}
