import type { Workbook } from '../workbook/workbook';
import { findSheet } from './source-hashes';

/** The name itself, or with a number behind it where the workbook has another sheet of that name; at most 31 characters. */
export function freeSheetName(workbook: Workbook, wanted: string, except: string | null): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` (${number})`;
    const name = wanted.slice(0, 31 - ending.length) + ending;
    const found = findSheet(workbook, name);
    if (found === null || found.name === except) return name;
  }
}
