import { share } from './column-content';
import { isHiddenColumn } from './settling';
import type { OpenRole, Settling } from './settling';

const ENOUGH_CELLS = 2;

/** The role that a column's cells prove against its heading; null where they leave the heading as it is. */
function provedRole(table: Settling, column: number): OpenRole | null {
  const role = table.roles.get(column) as OpenRole;
  const here = table.content(column);
  const part = (count: number): number => share(count, here);
  const one = (...roles: OpenRole[]): boolean => roles.includes(role);
  if (one('maximum', 'result', 'note', '', 'unit', 'target') && part(here.scales) >= 0.5) return 'rubric';
  if (one('result', '') && part(here.ordinals) >= 0.8 && here.decimals >= 3 && table.withRole('number').length === 0) return 'number';
  if (one('') && (part(here.scales) >= 0.5 || part(here.bands) >= 0.6) && !isHiddenColumn(table.frame, column) && part(here.numeric) < 0.3)
    return 'band';
  if (one('') && part(here.ticks) >= 0.6) return 'mark';
  if (one('name') && part(here.scales) >= 0.5 && table.columns.some((other) => other !== column && namesItems(table, other)))
    return 'rubric';
  if (one('band', 'mark') && part(here.values) >= 0.6 && part(here.ticks) < 0.3 && here.scales === 0 && part(here.bands) < 0.3)
    return 'result';
  if (one('self-score', 'council-score') && part(here.numeric) < 0.4 && part(here.values) >= 0.5) return 'result';
  if (one('result') && /\b(minh|chung|kiem) (chung|minh)\b/.test(table.header(column).folded) && part(here.values) < 0.4) return 'evidence';
  if (one('rubric') && part(here.numeric) >= 0.7) return 'band-points';
  if (one('name-or-number') && part(here.ordinals) >= 0.7 && part(here.long) < 0.4) return 'number';
  if (one('number') && part(here.long) >= 0.6 && part(here.ordinals) < 0.3) return 'name-or-number';
  return null;
}

function namesItems(table: Settling, column: number): boolean {
  const content = table.content(column);
  return share(content.long, content) >= 0.6 && content.scales === 0;
}

/** Headings only propose: where a column's cells prove another role, that one counts. */
export function correctByContent(table: Settling, column: number): void {
  if (table.content(column).filled < ENOUGH_CELLS) return;
  const role = provedRole(table, column);
  if (role !== null) table.roles.set(column, role);
}
