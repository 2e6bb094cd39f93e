/** Every sample through the built add-on: the same assessment as the command line gives, and few calls. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as SheetJs from '@e965/xlsx';
import type { Assessment } from '../../core/assessment';
import { readWithSheetJs } from '../../core/xlsx/legacy';
import type { SheetJsLibrary } from '../../core/xlsx/legacy';
import type { main as runMain } from '../../standalone/command-line/main';
import type { Answer } from '../../sheets-addon/server/failure';
import { withoutNotices } from '../../standalone/quiet-library';
import { runScript } from '../doubles/sheets-script';
import { modelOfWorkbook, modelOfXlsx } from '../doubles/workbook-model';
import type { WorkbookModel } from '../doubles/workbook-model';
import { buildForTests } from '../support/sheets';

const samples = path.resolve(__dirname, '../samples');
const folder = (name: string) => readdirSync(path.join(samples, name)).map((file) => `${name}/${file}`);

/** What Google holds once the file was converted. */
function modelOf(name: string): WorkbookModel {
  const bytes = readFileSync(path.join(samples, name));
  const file = path.basename(name);
  if (/\.xls[xm]$/.test(name)) return modelOfXlsx(bytes, file);
  return modelOfWorkbook(withoutNotices(() => readWithSheetJs(SheetJs as unknown as SheetJsLibrary, bytes, { file })));
}

/** Every file but those that no program can open. */
const names = [...readdirSync(samples), ...folder('templates'), ...folder('unusual')].filter((name) => {
  if (!/\.(xls|xlsx|xlsm|ods)$/.test(name)) return false;
  const truth = readFileSync(path.join(samples, name.replace(/\.\w+$/, '.truth.json')), 'utf8');
  return !(JSON.parse(truth) as { unreadable?: unknown }).unreadable;
});

let main: typeof runMain;

beforeAll(() => {
  buildForTests();
  main = (jest.requireActual(path.resolve(__dirname, '../../dist/command-line.js')) as { main: typeof runMain }).main;
});

function commandLine(name: string): Assessment {
  let output = '';
  const streams = { output: (text: string) => void (output += text), errors: () => undefined, colours: false, columns: undefined };
  main(['score', name, '--json'], samples, streams);
  return JSON.parse(output) as Assessment;
}

test.each(names)('%s', (name) => {
  const script = runScript(modelOf(name), { localFormulas: true });
  const answer = script.call<Answer<Assessment>>('assessSpreadsheet', {});
  if ('failure' in answer) throw new Error(JSON.stringify(answer.failure));
  const given = JSON.stringify(answer.result);
  const expected = commandLine(name);
  // Where they differ, the place is shown; then every byte, the order of fields included.
  expect(JSON.parse(given)).toEqual(expected);
  expect(given).toBe(JSON.stringify(expected));
});

test('there are many of them', () => expect(names.length).toBeGreaterThan(140));
