/// <reference types="office-js" />
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assess } from '../../core/assess';
import type { AssessOptions } from '../../core/assess';
import type { SheetDesign } from '../../core/summary/design';
import type { Sheet, Workbook } from '../../core/workbook/workbook';
import { readWithSheetJs } from '../../core/xlsx/legacy';
import type { SheetJsLibrary } from '../../core/xlsx/legacy';
import { readXlsx } from '../../core/xlsx/read';
import { writeIntoWorkbook } from '../../core/xlsx/stamp';
import { designSheets } from '../../excel-addin/actions';
import { modelOfWorkbook, modelOfXlsx } from '../doubles/workbook-model';
import type { WorkbookModel } from '../doubles/workbook-model';

const folder = path.join(__dirname, '../samples');

/** Every workbook that Excel could open, older kinds included. */
export const sampleNames = readdirSync(folder)
  .filter((name) => /\.(xlsx|xls|ods)$/.test(name))
  .filter((name) => {
    const truth = JSON.parse(readFileSync(path.join(folder, `${name.replace(/\.\w+$/, '')}.truth.json`), 'utf8')) as {
      unreadable?: unknown;
    };
    return !truth.unreadable;
  });

export interface Sample {
  readonly bytes: Uint8Array;
  /** As the command line reads it. */
  readonly workbook: Workbook;
  /** As an open workbook behind the double. */
  model(): WorkbookModel;
  readonly isXlsx: boolean;
}

/** A sample as the command line reads it and as Excel would have it open. */
export function openSample(name: string): Sample {
  const bytes = readFileSync(path.join(folder, name));
  if (name.endsWith('.xlsx')) {
    return { bytes, workbook: readXlsx(bytes, { file: name }), model: () => modelOfXlsx(bytes, name), isXlsx: true };
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only where such a sample comes
  const { library } = require('../../standalone/command-line/spreadsheet-library') as { library: SheetJsLibrary };
  const workbook = readWithSheetJs(library, bytes, { file: name });
  return { bytes, workbook, model: () => modelOfWorkbook(workbook), isXlsx: false };
}

export const TIME = '2026-11-22T02:00:00.000Z';

/** The designs that the command line would write. */
export function commandLineDesigns(workbook: Workbook, findingsSheet: boolean, options: AssessOptions = {}): SheetDesign[] {
  return designSheets(workbook, assess(workbook, options), { options, findingsSheet, assignment: null, handEntries: {} }, TIME);
}

/** Our sheets as they read out of the command line's copy. */
export function commandLineSheets(bytes: Uint8Array, designs: readonly SheetDesign[]): Sheet[] {
  const names = designs.map((design) => design.replaces ?? design.name);
  return readXlsx(writeIntoWorkbook(bytes, designs)).sheets.filter((sheet) => names.includes(sheet.name));
}
