// npm run page: builds the offline page, one self-contained HTML file, and says where it lies.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { isStale, root } from './build.mjs';
import { ensurePackages } from './packages.mjs';

const output = 'dist/page/cham-diem-xa.html';
const page = {
  output,
  sources: ['core', 'panel', 'standalone', 'CHANGELOG.md', 'package.json', 'package-lock.json', 'tools/build.mjs', 'tools/page.mjs'],
};

const read = (file) => readFileSync(path.join(root, file), 'utf8');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const inert = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The newest entries of the list of changes that concern officers, one line each: what stands below a heading of its own is for developers. */
export function changes() {
  const [, newest = ''] = read('CHANGELOG.md').split(/^## .*$/m);
  const [forOfficers = ''] = newest.split(/^### .*$/m);
  return forOfficers
    .split(/^- /m)
    .slice(1)
    .map((entry) => entry.replace(/\s+/g, ' ').replace(/[`*]/g, '').trim());
}

/** Settings that every script of the page shares. */
const common = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: 'iife',
  platform: 'browser',
  // What browsers of the last six years run without rewriting.
  target: 'es2020',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * The Decisions' facts are checked against their schema here, once, so that the library that checks them need not travel with every page.
 * A fact that breaks the schema breaks the build.
 */
async function checkStandards(build) {
  const { outputFiles } = await build({
    ...common,
    entryPoints: ['core/standards/registry.ts'],
    platform: 'node',
    format: 'cjs',
    minify: false,
  });
  new Script(`(function (module, exports) {${outputFiles[0].text}\n})`).runInThisContext()({ exports: {} }, {});
}

export const standardsChecked = {
  name: 'standards were checked by the build',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]core[\\/]standards[\\/]schema\.ts$/ }, () => ({
      contents: 'export const parseStandard = (checked) => checked;',
      loader: 'ts',
    })),
};

/** The texts that the page is made of. */
export async function buildParts() {
  const { build } = await import('esbuild');
  await checkStandards(build);
  const [program, library, style] = await Promise.all([
    build({
      ...common,
      entryPoints: ['standalone/page/main.ts'],
      // A text, not a list: a list would be a module of its own that every other one waits for.
      define: { __CHANGES__: JSON.stringify(JSON.stringify(changes())) },
      jsx: 'automatic',
      jsxImportSource: 'preact',
      plugins: [standardsChecked],
      metafile: true,
    }),
    build({ ...common, entryPoints: ['standalone/command-line/spreadsheet-library.ts'], globalName: 'spreadsheetLibrary' }),
    build({
      ...common,
      stdin: { contents: "@import './panel/panel.css';\n@import './standalone/page/page.css';", resolveDir: root, loader: 'css' },
    }),
  ]);
  return {
    program: liveScript(program.outputFiles[0].text),
    library: library.outputFiles[0].text,
    style: style.outputFiles[0].text,
    sample: readFileSync(path.join(root, 'standalone/sample/bang-tu-cham-diem-mau.xlsx')).toString('base64'),
    metafile: program.metafile,
  };
}

/** A script as it can stand in a live element: nothing in it ends the element or opens a comment. Throws where the change would not be harmless. */
function liveScript(text) {
  const live = text.replace(/<!--/g, '<\\x21--').replace(/<\/(?=script)/gi, '<\\/');
  new Script(live);
  return live;
}

/** What would be read otherwise than it was hashed, or end its element, must not be there. */
function refuse(text, pattern) {
  if (pattern.test(text)) throw new Error(`a text of the page holds ${pattern}`);
}

/** Builds the page where it is missing or older than its sources. Returns its path. */
export async function buildPage({ force = false } = {}) {
  const file = path.join(root, output);
  if (!force && !isStale(page)) return file;
  const started = new Date();
  const { program, library, style, sample } = await buildParts();
  refuse(program, /[\r\0]/);
  refuse(style, /[\r\0]|<\/style/i);
  const policy = [
    "default-src 'none'",
    `script-src ${hash(program)} blob:`,
    'worker-src blob:',
    `style-src ${hash(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const values = { policy, style, program, library: inert(library), sample };
  const elements = {
    '{{policy}}': policy,
    '<!-- style -->': `<style>${style}</style>`,
    '<!-- scripts -->': [
      `<script type="text/plain" id="reader-for-old-formats">${inert(library)}</script>`,
      `<script type="text/plain" id="sample-workbook">${sample}</script>`,
      `<script id="program">${program}</script>`,
    ].join('\n'),
  };
  const html = read('standalone/page/page.html').replace(/\{\{policy\}\}|<!-- (style|scripts) -->/g, (place) => elements[place]);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, html);
  // A source that is saved while we build is newer than what we built.
  utimesSync(`${file}.${process.pid}`, started, started);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!ensurePackages(root, { development: false })) process.exit(1);
  const file = await buildPage({ force: process.argv.includes('--force') });
  console.log(
    `Trang chấm điểm không cần mạng, một tệp duy nhất:\n  ${file}\nMở bằng Edge, Chrome hoặc Firefox; có thể chép sang máy khác.`,
  );
}
