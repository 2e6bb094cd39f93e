import { isCellError } from '../workbook/workbook';
import type { Cell, CellValue } from '../workbook/workbook';

/**
 * A value as the stamp sees it, so that saving again in another program changes nothing: numbers by their value (12 digits),
 * text in NFC with its spaces collapsed, a text of plain digits like the number it shows. '' for a blank.
 */
export function normaliseValue(value: CellValue | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return `n${Number(value.toPrecision(12))}`;
  if (typeof value === 'boolean') return value ? 'n1' : 'n0';
  if (isCellError(value)) return `e${value.error}`;
  const text = value
    .normalize('NFC')
    .replace(/[\u200b-\u200d\ufeff\u00ad]/g, '')
    .replace(/[\s\u00a0\u2007\u202f]+/g, ' ')
    .trim();
  if (text === '') return '';
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? `n${Number(text)}` : `t${text}`;
}

/** A cell of ours as the stamp sees it. We write no formula, so one in its place is a change whatever it shows. */
export function normaliseCell(cell: Cell | null | undefined): string {
  if (!cell) return '';
  return cell.formula === undefined ? normaliseValue(cell.value) : `f${cell.formula}`;
}
