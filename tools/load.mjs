// Loads the built command line. V8's compiled code is kept beside it: reading that back saves a fifth of a warm `score` call.
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { root } from './build.mjs';

const bundle = path.join(root, 'dist/command-line.js');
const compiled = path.join(root, 'dist/command-line.compiled');

function readCompiled() {
  try {
    return statSync(compiled).mtimeMs >= statSync(bundle).mtimeMs ? readFileSync(compiled) : undefined;
  } catch {
    return undefined;
  }
}

/** `main` of the command line, and `keep`, to be called once it has run: it keeps the code that was compiled on the way. */
export function loadCommandLine() {
  const cachedData = readCompiled();
  const wrapped = `(function (exports, require, module) {${readFileSync(bundle, 'utf8')}\n})`;
  const script = new Script(wrapped, { filename: bundle, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module);
  const keep = () => {
    if (cachedData !== undefined && !script.cachedDataRejected) return;
    try {
      writeFileSync(`${compiled}.${process.pid}`, script.createCachedData());
      renameSync(`${compiled}.${process.pid}`, compiled);
    } catch {
      // A folder that cannot be written to only costs the time.
    }
  };
  return { main: module.exports.main, keep };
}
