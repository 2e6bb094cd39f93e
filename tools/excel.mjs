// Builds the Excel add-in into dist/excel: the folder that an IT office puts on any https server, with the manifest for it.
//   node tools/excel.mjs [--base https://may-chu.example/cham-diem/] [--force]
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isStale, root } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { buildPage, changes, standardsChecked } from './page.mjs';

const folder = 'dist/excel';
/** The address that the manifest in the project names. */
export const writtenBase = 'https://localhost:3000/';
/** Microsoft's own library, the only thing from elsewhere. */
const microsoft = 'https://appsforoffice.microsoft.com';
const product = {
  output: `${folder}/manifest.xml`,
  sources: [
    'core',
    'panel',
    'excel-addin',
    'standalone',
    'manifest.xml',
    'CHANGELOG.md',
    'package.json',
    'package-lock.json',
    'tools/build.mjs',
    'tools/page.mjs',
    'tools/excel.mjs',
  ],
};

const read = (file) => readFileSync(path.join(root, file), 'utf8');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const common = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  format: 'iife',
  platform: 'browser',
  // The first Edge, which cannot run it, is told so by the page itself.
  target: 'es2020',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  plugins: [standardsChecked],
};

/** The sentence for Excel versions below the floor, out of the one place where it is written. */
async function unsupportedSentence(build) {
  const { outputFiles } = await build({ ...common, entryPoints: ['excel-addin/messages.ts'], globalName: 'messages', minify: false });
  return new Function(`${outputFiles[0].text}; return messages.UNSUPPORTED;`)();
}

function pageOf(file, trident) {
  const script = trident.trim();
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${microsoft} ${hash(script)}`,
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${microsoft}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');
  return read(file)
    .replace('{{policy}}', () => policy)
    .replace('<!-- trident -->', () => `<script>${script}</script>`);
}

/** The address that all others begin with: https, ending with a slash. Throws for anything else. */
export function checkBase(base) {
  const address = new URL(base);
  if (address.protocol !== 'https:' || address.search !== '' || address.hash !== '')
    throw new Error(`--base: cần một địa chỉ https, không phải ${base}`);
  return address.href.endsWith('/') ? address.href : `${address.href}/`;
}

/** The manifest for an address. */
export function manifestFor(base, text = read('manifest.xml')) {
  const address = checkBase(base);
  const { origin } = new URL(address);
  return text
    .replace(`<AppDomain>${writtenBase.slice(0, -1)}</AppDomain>`, `<AppDomain>${origin}</AppDomain>`)
    .split(`"${writtenBase}`)
    .join(`"${address}`);
}

/** Builds the add-in where it is missing or older than its sources, or its address is another one. Returns its folder. */
export async function buildExcel({ base = writtenBase, force = false } = {}) {
  const place = path.join(root, folder);
  const manifest = manifestFor(base);
  const written = () => {
    try {
      return read(product.output);
    } catch {
      return null;
    }
  };
  if (!force && !isStale(product) && written() === manifest) return place;
  const { build } = await import('esbuild');
  const started = new Date();
  const offline = await buildPage();
  const bundle = async (entry, more = {}) =>
    (await build({ ...common, ...more, entryPoints: [entry], define: { __CHANGES__: JSON.stringify(JSON.stringify(changes())) } }))
      .outputFiles[0].text;
  const [pane, commands, answer, consolidation, oldFormats, sentence] = await Promise.all([
    bundle('excel-addin/taskpane/main.ts'),
    bundle('excel-addin/commands/main.ts'),
    bundle('excel-addin/commands/answer-page.ts'),
    bundle('excel-addin/consolidate/worker.ts'),
    bundle('standalone/command-line/spreadsheet-library.ts', { globalName: 'spreadsheetLibrary' }),
    unsupportedSentence(build),
  ]);
  const style = await build({
    ...common,
    plugins: [],
    stdin: { contents: "@import './panel/panel.css';\n@import './excel-addin/taskpane/pane.css';", resolveDir: root, loader: 'css' },
  });
  const trident = read('excel-addin/pages/trident.js')
    .replace(/\/\*[^]*?\*\/\s*/g, '')
    .replace('{{sentence}}', () => sentence.replace(/'/g, "\\'"));
  mkdirSync(path.join(place, 'icons'), { recursive: true });
  const write = (name, text) => {
    const beside = path.join(place, `${name}.${process.pid}`);
    writeFileSync(beside, text);
    // A source that is saved while we build is newer than what we built.
    utimesSync(beside, started, started);
    renameSync(beside, path.join(place, name));
  };
  write('taskpane.js', pane);
  write('commands.js', commands);
  write('answer.js', answer);
  write('consolidate.js', consolidation);
  write('old-formats.js', oldFormats);
  write('taskpane.css', style.outputFiles[0].text);
  write('pages.css', read('excel-addin/pages/pages.css'));
  write('taskpane.html', pageOf('excel-addin/taskpane/taskpane.html', trident));
  write('commands.html', pageOf('excel-addin/commands/commands.html', trident));
  write('answer.html', pageOf('excel-addin/commands/answer.html', trident));
  write('support.html', read('excel-addin/pages/support.html'));
  write('privacy.html', read('excel-addin/pages/privacy.html'));
  for (const icon of readdirSync(path.join(root, 'excel-addin/icons')).filter((name) => name.endsWith('.png'))) {
    copyFileSync(path.join(root, 'excel-addin/icons', icon), path.join(place, 'icons', icon));
  }
  copyFileSync(offline, path.join(place, path.basename(offline)));
  write('manifest.xml', manifest);
  return place;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!ensurePackages(root, { development: false })) process.exit(1);
  const at = process.argv.indexOf('--base');
  try {
    const place = await buildExcel({ base: at < 0 ? writtenBase : (process.argv[at + 1] ?? ''), force: process.argv.includes('--force') });
    console.log(`Tiện ích Excel: ${place}\nChép cả thư mục lên máy chủ https, rồi cài tệp manifest.xml trong đó.`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
