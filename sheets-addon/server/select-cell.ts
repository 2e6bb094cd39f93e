import { parseReference } from '../../core/workbook/references';
import { refusal } from './failure';

/** Why a cell that was asked for cannot be seen; empty where it can. */
export interface Selected {
  readonly hidden?: 'row' | 'column' | 'sheet';
}

/**
 * Selects a cell of any sheet. A hidden sheet stays hidden and is only announced: showing it would change the officer's spreadsheet.
 * @throws a refusal where the sheet or the cell is no longer there.
 */
export function selectIn(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, reference: string): Selected {
  const place = parseReference(reference);
  const sheet = place === null ? null : spreadsheet.getSheetByName(place.sheet);
  if (place === null || sheet === null || place.row >= sheet.getMaxRows() || place.column >= sheet.getMaxColumns()) {
    throw refusal(
      'not-found',
      'Không còn thấy ô này: trang tính đã đổi tên hoặc bị xóa. Bấm “Kiểm tra lại” để chấm theo bảng hiện nay.',
      'select',
    );
  }
  if (sheet.isSheetHidden()) return { hidden: 'sheet' };
  spreadsheet.setActiveSheet(sheet);
  sheet.setActiveSelection(sheet.getRange(place.row + 1, place.column + 1));
  if (sheet.isColumnHiddenByUser(place.column + 1)) return { hidden: 'column' };
  const filtered = sheet.getFilter() !== null && sheet.isRowHiddenByFilter(place.row + 1);
  return filtered || sheet.isRowHiddenByUser(place.row + 1) ? { hidden: 'row' } : {};
}
