// Checks the types of every folder that has a tsconfig.json of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './build.mjs';

const compiler = path.join(root, 'node_modules/typescript/bin/tsc');

/** The projects below a folder, nearest first; packages and built files are none of ours. */
function projects(folder) {
  const here = path.join(folder, 'tsconfig.json');
  const inner = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !['node_modules', 'dist', 'coverage'].includes(entry.name))
    .flatMap((entry) => projects(path.join(folder, entry.name)));
  return [...(existsSync(here) ? [here] : []), ...inner];
}

const failed = projects(root).filter((project) => {
  const { status } = spawnSync(process.execPath, [compiler, '--pretty', 'false', '-p', project], { stdio: 'inherit', cwd: root });
  return status !== 0;
});
for (const project of failed) console.error(`types do not fit: ${path.relative(root, project)}`);
process.exitCode = failed.length === 0 ? 0 : 1;
