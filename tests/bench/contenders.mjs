// Who is measured: each takes the bytes of one workbook and gives the number of cells that it has seen.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { strFromU8, unzipSync } from 'fflate';

const require = createRequire(import.meta.url);
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const bundle = path.join(root, 'dist', 'bench.cjs');

/** Bundles the core as the products are bundled; names of functions stay, so that a profile can be read. */
export async function buildCore() {
  mkdirSync(path.dirname(bundle), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/bench/core.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2019',
    // Lines are kept: the profiler tells functions that were compiled into others apart by them.
    minifySyntax: true,
    logLevel: 'warning',
  });
}

/** The core as bundled by `buildCore`. */
export function loadCore() {
  return require(bundle);
}

function countCells(text) {
  let count = 0;
  for (let at = text.indexOf('<c '); at >= 0; at = text.indexOf('<c ', at + 3)) if (text[text.indexOf('>', at) - 1] !== '/') count += 1;
  return count;
}

/** The least that any reader must do: unpack the sheets and the shared texts, make strings of the bytes and run over them once. */
function floor() {
  return (bytes) => {
    const parts = unzipSync(bytes, { filter: ({ name }) => name.startsWith('xl/worksheets/') || name === 'xl/sharedStrings.xml' });
    let count = 0;
    for (const name of Object.keys(parts)) {
      const text = strFromU8(parts[name]);
      if (name === 'xl/sharedStrings.xml') for (let at = text.indexOf('<si>'); at >= 0; at = text.indexOf('<si>', at + 4)) count += 0;
      else count += countCells(text);
    }
    return count;
  };
}

function readOnly() {
  const { readXlsx } = loadCore();
  return (bytes) => readXlsx(bytes).sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
}

function assessed() {
  const { readXlsx, assess } = loadCore();
  return (bytes) => {
    const workbook = readXlsx(bytes);
    const { criteria } = assess(workbook);
    if (criteria.length !== 13) throw new Error(`${criteria.length} criteria recognised`);
    return workbook.sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);
  };
}

function sheetJs(options) {
  const { read } = require('@e965/xlsx');
  return (bytes) => {
    const { Sheets } = read(bytes, { type: 'array', ...options });
    let count = 0;
    for (const name of Object.keys(Sheets)) for (const address of Object.keys(Sheets[name])) if (address[0] !== '!') count += 1;
    return count;
  };
}

/** No dependency of the project (53 MB with its own): install it elsewhere and name that place, `npm install --prefix FOLDER exceljs` and `NODE_PATH=FOLDER/node_modules npm run bench`. */
function excelJs() {
  const { Workbook } = require('exceljs');
  return async (bytes) => {
    const workbook = new Workbook();
    await workbook.xlsx.load(bytes);
    let count = 0;
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(() => (count += 1))));
    return count;
  };
}

/** The contenders by name; a maker loads what it needs, so that a process that measures one of them holds nothing of the others. */
export const contenders = {
  floor: { title: 'floor: unzip and scan (fflate)', make: floor },
  read: { title: 'ours: read', make: readOnly },
  assess: { title: 'ours: read + assess', make: assessed },
  sheetjs: { title: 'SheetJS: read', make: () => sheetJs({}) },
  lean: { title: 'SheetJS: read, leanest options', make: () => sheetJs({ cellFormula: false, cellHTML: false, cellText: false }) },
  exceljs: { title: 'ExcelJS: read', make: excelJs },
};

/** Whether a contender's library is there. */
export function isInstalled(name) {
  if (name !== 'exceljs') return true;
  try {
    require.resolve('exceljs');
    return true;
  } catch {
    return false;
  }
}
