import type { Mapping, TableMapping } from './assessment';
import { columnIndex, MAXIMUM_COLUMNS, MAXIMUM_ROWS } from './workbook/references';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRow(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAXIMUM_ROWS;
}

function isColumn(name: string): boolean {
  const index = columnIndex(name);
  return index !== null && index >= 0 && index < MAXIMUM_COLUMNS;
}

function kept(value: unknown, keep: (key: string, value: unknown) => boolean): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  if (isRecord(value)) for (const key of Object.keys(value)) if (keep(key, value[key])) result[key] = value[key];
  return result;
}

function isRowName(key: string): boolean {
  return /^\d{1,7}$/.test(key) && isRow(Number(key));
}

function soundTable(table: Readonly<Record<string, unknown>>): Partial<TableMapping> {
  const result: Record<string, unknown> = { ...table };
  // In a turned table the sheet's columns are the table's rows.
  const [isLine, isCross] = table['transposed'] === true ? [isColumn, isRowName] : [isRowName, isColumn];
  if (result['headerRows'] !== undefined) {
    const rows = Array.isArray(result['headerRows']) ? (result['headerRows'] as readonly unknown[]) : [];
    const most = table['transposed'] === true ? MAXIMUM_COLUMNS : MAXIMUM_ROWS;
    result['headerRows'] = rows.filter((row) => isRow(row) && (row as number) <= most);
  }
  if (result['columns'] !== undefined) result['columns'] = kept(result['columns'], (key, role) => isCross(key) && typeof role === 'string');
  if (result['criterionRows'] !== undefined)
    result['criterionRows'] = kept(result['criterionRows'], (key, number) => isLine(key) && Number.isInteger(number));
  if (result['itemRows'] !== undefined)
    result['itemRows'] = kept(result['itemRows'], (key, number) => isLine(key) && (number === null || typeof number === 'string'));
  return result as Partial<TableMapping>;
}

/**
 * A mapping with everything left out that cannot be meant: places outside a worksheet, values of another kind. It comes from a file, a panel or a
 * result sheet that somebody edited. undefined where it is no mapping at all.
 */
export function soundMapping(value: unknown): Mapping | undefined {
  if (!isRecord(value)) return undefined;
  if (value['tables'] === undefined) return value as unknown as Mapping;
  const tables = Array.isArray(value['tables']) ? (value['tables'] as readonly unknown[]) : [];
  return { ...value, tables: tables.filter(isRecord).map(soundTable) } as unknown as Mapping;
}
