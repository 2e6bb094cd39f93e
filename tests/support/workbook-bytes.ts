/** A snapshot as the bytes of an .xlsx: values, formulas, merges, hidden rows, columns and sheets; no styles. */
import { formatAddress, formatRange } from '../../core/workbook/references';
import { isCellError } from '../../core/workbook/workbook';
import type { Cell, Sheet, Workbook } from '../../core/workbook/workbook';
import { buildXlsx, escapeXml } from './xlsx-builder';

function cellXml(cell: Cell): string {
  const address = formatAddress(cell.row, cell.column);
  const formula = cell.formula === undefined ? '' : `<f>${escapeXml(cell.formula)}</f>`;
  const { value } = cell;
  if (value === null) return `<c r="${address}">${formula}</c>`;
  if (typeof value === 'number') return `<c r="${address}">${formula}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${address}" t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  if (isCellError(value)) return `<c r="${address}" t="e">${formula}<v>${value.error}</v></c>`;
  return formula === ''
    ? `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
    : `<c r="${address}" t="str">${formula}<v>${escapeXml(value)}</v></c>`;
}

function sheetXml(sheet: Sheet): string {
  const rows = new Map<number, string[]>();
  const hidden = new Set<number>();
  for (const [first, last] of sheet.hiddenRows) for (let row = first; row <= last; row++) hidden.add(row);
  hidden.forEach((row) => rows.set(row, []));
  for (const cell of sheet.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cellXml(cell)]);
  const columns = sheet.hiddenColumns.map(([first, last]) => `<col min="${first + 1}" max="${last + 1}" width="0" hidden="1"/>`).join('');
  const data = Array.from(rows.keys())
    .sort((one, other) => one - other)
    .map((row) => `<row r="${row + 1}"${hidden.has(row) ? ' hidden="1"' : ''}>${(rows.get(row) as string[]).join('')}</row>`)
    .join('');
  const merges = sheet.merges.map((merge) => `<mergeCell ref="${formatRange(merge)}"/>`).join('');
  return `${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>${data}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}`;
}

export function workbookBytes(workbook: Workbook): Uint8Array {
  return buildXlsx({
    sheets: workbook.sheets.map((sheet) => ({ name: sheet.name, body: sheetXml(sheet), ...(sheet.hidden ? { state: 'hidden' } : {}) })),
  });
}
