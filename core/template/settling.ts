import type { Content } from './column-content';
import type { Frame, HeaderColumn } from './headers';
import type { RoleReading } from './roles';

/** A role while it is being decided; '' is open. */
export type OpenRole = RoleReading['role'] | 'answer' | '';

/** The columns of one table while their roles are being decided. */
export interface Settling {
  readonly frame: Frame;
  readonly columns: readonly number[];
  readonly roles: Map<number, OpenRole>;
  content(column: number): Content;
  header(column: number): HeaderColumn;
  /** How surely the heading alone says the role, 0 to 1. */
  weight(column: number): number;
  withRole(...wanted: OpenRole[]): number[];
  /** The year assessed where it is known. */
  readonly year: number | null;
}

/** The filled rows of a frame. */
export function bodyRows(frame: Frame): number[] {
  return frame.grid.filledRows.filter((row) => row >= frame.firstRow && row <= frame.lastRow);
}

/** The number in a cell, null where it holds none. */
export function numberAt(frame: Frame, row: number, column: number): number | null {
  const cell = frame.grid.own(row, column);
  if (cell === null) return null;
  if (typeof cell.value === 'number') return cell.value;
  const points = /^(\d+)(?:[.,](\d+))?\s*(?:điểm|đ)?$/i.exec(frame.grid.ownText(row, column));
  return points === null ? null : Number(`${points[1]}.${points[2] ?? 0}`);
}

/** A column (of a turned table: a row) that the officer hid. */
export function isHiddenColumn(frame: Frame, column: number): boolean {
  const { sheet, transposed } = frame.grid;
  return (transposed ? sheet.hiddenRows : sheet.hiddenColumns).some(([first, last]) => column >= first && column <= last);
}
