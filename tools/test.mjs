// npm test: installs what the tests need, then checks types, style and behaviour. Words after `--` go to jest. Ends with “N passed, N failed”.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildWhereStale, root } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureSystemPrograms } from './system-programs.mjs';

const node = (script, words) =>
  spawnSync(process.execPath, [path.join(root, script), ...words], { cwd: root, stdio: 'inherit' }).status === 0;

/** Runs jest and counts; a suite that did not even load counts as one failure. */
function runJest(words) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'test-'));
  const results = path.join(folder, 'results.json');
  try {
    const fine = node('node_modules/jest/bin/jest.js', [
      '-c',
      'tests/jest.config.cjs',
      '--json',
      `--outputFile=${results}`,
      '--silent',
      ...words,
    ]);
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failed === 0 && !fine ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function step(name, run) {
  const fine = run();
  console.log(`${fine ? 'passed' : 'FAILED'}  ${name}`);
  return { passed: fine ? 1 : 0, failed: fine ? 0 : 1 };
}

if (!ensurePackages(root, { development: true }) || !ensureSystemPrograms()) process.exit(1);
await buildWhereStale();
const counts = [
  step('types (tsc, every folder)', () => node('tools/typecheck.mjs', [])),
  step('style (eslint)', () => node('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings=0'])),
  step('format (prettier)', () => node('node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])),
  runJest(process.argv.slice(2)),
];
const total = (key) => counts.reduce((sum, count) => sum + count[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
