import { share } from './column-content';
import type { Settling } from './settling';

/** Which column names the items, which the criteria beside them, which only numbers them. */
export function settleNames(table: Settling): void {
  const { roles, content } = table;
  const names = table.withRole('name', 'name-or-number');
  if (names.length === 0) {
    // No heading names the items: the unread column with the longest texts does.
    const open = table.columns.filter(
      (column) =>
        ['', 'result', 'target', 'agency'].includes(roles.get(column) as string) && share(content(column).long, content(column)) >= 0.6,
    );
    open.sort((a, b) => content(b).long - content(a).long);
    if (open.length > 0) roles.set(open[0] as number, 'name');
    return;
  }
  if (names.length < 2) return;
  const texty = names.filter((column) => content(column).filled > 0 && share(content(column).numeric, content(column)) < 0.5);
  const [outer, inner] = texty;
  if (outer !== undefined && inner !== undefined) {
    // The column with fewer, repeated or merged texts holds the criteria.
    if (content(outer).distinct < content(inner).distinct) {
      const numbers = share(content(outer).ordinals, content(outer)) >= 0.8 && content(outer).long === 0;
      roles.set(outer, numbers ? 'number' : 'criterion');
    } else if (share(content(inner).bands, content(inner)) >= 0.4) roles.set(inner, 'rubric');
    for (const other of texty.slice(2)) roles.set(other, share(content(other).bands, content(other)) >= 0.4 ? 'rubric' : '');
  }
  for (const column of names) if (!texty.includes(column)) roles.set(column, '');
}
