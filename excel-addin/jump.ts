/// <reference types="office-js" />
import { formatAddress, parseReference } from '../core/workbook/references';
import type { Workbook } from '../core/workbook/workbook';
import type { Selection } from '../panel/host';
import { inExcel } from './actions';
import { explainFailure } from './messages';

/**
 * Selects a cell and shows it, in one call of `context.sync()`. Nothing is unhidden: a hidden sheet is only reported, in a hidden row or column the
 * cell is selected all the same. `workbook` is what was read last: it says which sheets were hidden.
 */
export function selectCell(reference: string, workbook: Workbook | null): Promise<Selection> {
  return inExcel(async (context): Promise<Selection> => {
    const place = parseReference(reference);
    if (place === null) throw explainFailure({ code: 'InvalidReference' });
    if (workbook?.sheets.some((sheet) => sheet.name === place.sheet && sheet.hidden)) return { hidden: 'sheet' };
    const sheet = context.workbook.worksheets.getItem(place.sheet);
    const cell = sheet.getRange(formatAddress(place.row, place.column));
    cell.load('rowHidden,columnHidden');
    sheet.activate();
    cell.select();
    await context.sync();
    if (cell.rowHidden) return { hidden: 'row' };
    return cell.columnHidden ? { hidden: 'column' } : {};
  });
}
