// Builds the Google Sheets add-on into dist/sheets: server.js, sidebar.html and appsscript.json, as they are pushed.
//   node tools/sheets.mjs [--force]
import { mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { isStale, root } from './build.mjs';
import { changes, standardsChecked } from './page.mjs';

const folder = 'dist/sheets';
const product = {
  output: `${folder}/appsscript.json`,
  sources: [
    'core',
    'panel',
    'sheets-addon/server',
    'sheets-addon/sidebar',
    'standalone/command-line/spreadsheet-library.ts',
    'standalone/quiet-library.ts',
    'appsscript.json',
    'CHANGELOG.md',
    'package.json',
    'package-lock.json',
    'tools/build.mjs',
    'tools/page.mjs',
    'tools/sheets.mjs',
  ],
};
const entry = 'sheets-addon/server/entry.ts';
const read = (file) => readFileSync(path.join(root, file), 'utf8');

const common = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: 'iife',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [standardsChecked],
};

/** Menus, triggers and google.script.run look for declared top-level functions: one for each export of the entry. The rest ends in `_`. */
async function buildServer(build) {
  const names = [...read(entry).matchAll(/^export function (\w+)/gm)].map((match) => match[1]);
  const { outputFiles } = await build({
    ...common,
    entryPoints: [entry],
    globalName: 'chamDiem_',
    platform: 'neutral',
    target: 'es2019',
    mainFields: ['module', 'main'],
  });
  const declared = names.map((name) => `function ${name}() { return chamDiem_.${name}.apply(this, arguments); }`);
  return `${outputFiles[0].text}${declared.join('\n')}\n`;
}

/** A script as it can stand in an element: nothing in it ends the element or opens a comment. Throws where the change would not be harmless. */
function scriptText(text) {
  const safe = text.replace(/<!--/g, '<\\x21--').replace(/<\/(?=script)/gi, '<\\/');
  new Script(safe);
  return safe;
}

/** One file, as HtmlService serves it. Its texts must not end their elements. */
async function buildSidebar(build) {
  const browser = { ...common, platform: 'browser', target: 'es2019' };
  const [program, library, style] = await Promise.all([
    build({
      ...browser,
      entryPoints: ['sheets-addon/sidebar/main.ts'],
      jsx: 'automatic',
      jsxImportSource: 'preact',
      define: { __CHANGES__: JSON.stringify(JSON.stringify(changes())) },
    }),
    build({ ...browser, entryPoints: ['standalone/command-line/spreadsheet-library.ts'], globalName: 'spreadsheetLibrary' }),
    build({
      ...common,
      stdin: {
        contents: ['panel/panel.css', 'panel/consolidate/consolidate.css', 'sheets-addon/sidebar/sidebar.css']
          .map((file) => `@import './${file}';`)
          .join('\n'),
        resolveDir: root,
        loader: 'css',
      },
    }),
  ]);
  const css = style.outputFiles[0].text;
  if (/<\/style/i.test(css)) throw new Error('the style sheet ends its element');
  const scripts = [
    `<script type="text/plain" id="reader-for-old-formats">${scriptText(library.outputFiles[0].text)}</script>`,
    `<script id="program">${scriptText(program.outputFiles[0].text)}</script>`,
  ];
  return read('sheets-addon/sidebar/sidebar.html')
    .replace('<!-- style -->', () => `<style>${css}</style>`)
    .replace('<!-- scripts -->', () => scripts.join('\n'));
}

/** Builds the add-on where it is missing or older than its sources. Returns its folder. */
export async function buildSheets({ force = false } = {}) {
  const place = path.join(root, folder);
  if (!force && !isStale(product)) return place;
  const { build } = await import('esbuild');
  const started = new Date();
  const [server, sidebar] = await Promise.all([buildServer(build), buildSidebar(build)]);
  mkdirSync(place, { recursive: true });
  const write = (name, text) => {
    const beside = path.join(place, `${name}.${process.pid}`);
    writeFileSync(beside, text);
    // A source that is saved while we build is newer than what we built.
    utimesSync(beside, started, started);
    renameSync(beside, path.join(place, name));
  };
  write('server.js', server);
  write('sidebar.html', sidebar);
  write('appsscript.json', read('appsscript.json'));
  return place;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`Tiện ích cho Google Trang tính: ${await buildSheets({ force: process.argv.includes('--force') })}`);
}
