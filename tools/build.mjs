// Bundles the products into dist/, each only when it is older than its sources.
//   node tools/build.mjs [--force]
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** What is built: `entry` → `output`; a bundle is stale when anything in `sources` is newer. */
const shared = ['core', 'package.json', 'package-lock.json', 'tsconfig.json', 'tools/build.mjs'];
const standalone = ['standalone/stamped-workbook.ts', 'standalone/quiet-library.ts'];
const bundles = [
  {
    entry: 'standalone/command-line/main.ts',
    output: 'dist/command-line.js',
    sources: [...shared, ...standalone, 'standalone/command-line'],
  },
  {
    entry: 'standalone/command-line/spreadsheet-library.ts',
    output: 'dist/spreadsheet-library.js',
    sources: ['package-lock.json', 'tools/build.mjs', 'standalone/command-line'],
  },
];
/** Built only for who asks for it. */
const tools = [
  {
    entry: 'standalone/command-line/check-reader.ts',
    output: 'dist/check-reader.js',
    sources: [...shared, 'standalone/command-line/check-reader.ts'],
  },
];

/** The time of the newest file below a path; folders count too, so that a removed file is noticed. */
function newest(file) {
  const state = statSync(file, { throwIfNoEntry: false });
  if (state === undefined) return 0;
  if (!state.isDirectory()) return state.mtimeMs;
  return readdirSync(file).reduce((time, name) => Math.max(time, newest(path.join(file, name))), state.mtimeMs);
}

const builtAt = (bundle) => statSync(path.join(root, bundle.output), { throwIfNoEntry: false })?.mtimeMs ?? 0;
export const isStale = (bundle) => bundle.sources.some((source) => newest(path.join(root, source)) > builtAt(bundle));

/** Builds what is missing or older than its sources. Bundles are written beside and renamed, so that a second run never loads half a file. */
export async function buildWhereStale({ force = false, withTools = false } = {}) {
  const stale = [...bundles, ...(withTools ? tools : [])].filter(
    (bundle) => existsSync(path.join(root, bundle.entry)) && (force || isStale(bundle)),
  );
  if (stale.length === 0) return [];
  const { build } = await import('esbuild');
  const started = new Date();
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  for (const bundle of stale) {
    const beside = path.join(root, `${bundle.output}.${process.pid}`);
    await build({
      absWorkingDir: root,
      entryPoints: [bundle.entry],
      outfile: beside,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'es2019',
      minifySyntax: true,
      minifyWhitespace: true,
      // The library for older kinds is a bundle of its own, loaded only when such a file comes.
      external: ['./spreadsheet-library.js'],
      legalComments: 'none',
      logLevel: 'warning',
    });
    // A source that is saved while we build is newer than what we built.
    utimesSync(beside, started, started);
    renameSync(beside, path.join(root, bundle.output));
  }
  return stale.map((bundle) => bundle.output);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildWhereStale({ force: process.argv.includes('--force') });
  if (built.length > 0) console.log(`built ${built.join(', ')}`);
}
