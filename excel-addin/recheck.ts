/// <reference types="office-js" />
import { formatAddress } from '../core/workbook/references';
import type { CellRange } from '../core/workbook/workbook';
import { changedMeanwhile, tooLarge } from './messages';
import type { Again } from './messages';
import { rangeAt, rangeOf } from './ranges';
import type { SeenSheet } from './read';
import { ANSWER, isTooLarge } from './read-cells';
import type { SeenBlock } from './read-cells';

/** The failure that names a place that is no longer as it was. */
type Changed = (place: string | null) => Error;

interface Part {
  readonly sheet: SeenSheet;
  readonly block: SeenBlock;
}

/**
 * Looks whether the workbook still is as it was read: the same sheets, and in all of them the same values and formulas in the same place. Changes by the
 * officer or by somebody who works in the workbook at the same time would otherwise be written over with a result that is not theirs. One call of
 * `context.sync()`, and one more for each further 4 MB of answer; nothing is written. What `ask` queues goes with the first call, and is queued again
 * where that has to be repeated. Throws a `HostError` at the first difference; `again` says in it how to begin anew.
 */
export async function recheck<Asked>(
  context: Excel.RequestContext,
  seen: readonly SeenSheet[],
  ask: () => Asked,
  again?: Again,
): Promise<Asked> {
  const changed: Changed = (place) => changedMeanwhile(place, again);
  let queue = seen.reduce<Part[]>((parts, sheet) => parts.concat(sheet.blocks.map((block) => ({ sheet, block }))), []);
  let room = ANSWER;
  let answer: Asked | null = null;
  for (let told = false; !told || queue.length > 0;) {
    const asked = told ? null : { alongside: ask(), outlines: askOutlines(context, seen) };
    const { now, later } = take(queue, room);
    const reread = now.map(({ sheet, block }) => {
      const range = rangeAt(context.workbook.worksheets.getItem(sheet.id), block.range);
      range.load('values,formulas');
      return range;
    });
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- the answer is asked for in parts because it has a largest size
      await context.sync();
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ItemNotFound') throw changed(null);
      if (!isTooLarge(error)) throw error;
      room /= 2;
      if (room < ANSWER / 1000) throw tooLarge();
      continue;
    }
    if (asked) {
      asked.outlines.compare(changed);
      answer = asked.alongside;
      told = true;
    }
    now.forEach((part, index) => compareBlock(part, reread[index] as Excel.Range, changed));
    queue = later;
  }
  return answer as Asked;
}

/** The parts whose answers fit together, and the rest; a block that does not fit is cut between two rows. At least one row is asked for. */
function take(queue: readonly Part[], room: number): { readonly now: Part[]; readonly later: Part[] } {
  const now: Part[] = [];
  let left = room;
  for (let position = 0; position < queue.length; position++) {
    const part = queue[position] as Part;
    const rows = Math.max(now.length === 0 ? 1 : 0, Math.floor((left / part.block.size) * part.block.values.length));
    const later = queue.slice(position + 1);
    if (rows < part.block.values.length) {
      if (rows === 0) return { now, later: queue.slice(position) };
      return { now: now.concat(rowsOf(part, 0, rows)), later: [rowsOf(part, rows, part.block.values.length), ...later] };
    }
    now.push(part);
    left -= part.block.size;
  }
  return { now, later: [] };
}

function rowsOf({ sheet, block }: Part, from: number, to: number): Part {
  const { range, values, formulas, size } = block;
  const top = range.top + from;
  return {
    sheet,
    block: {
      range: { ...range, top, bottom: range.top + to - 1 },
      values: values.slice(from, to),
      formulas: formulas.slice(from, to),
      size: (size * (to - from)) / values.length,
    },
  };
}

function askOutlines(context: Excel.RequestContext, seen: readonly SeenSheet[]): { compare(changed: Changed): void } {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  const asked = seen.map((sheet) => {
    const now = worksheets.getItem(sheet.id);
    const used = now.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    const areas = (sheet.sparse ? (['Constants', 'Formulas'] as const) : []).map((kind) => {
      const found = now.getRange().getSpecialCellsOrNullObject(kind);
      found.load('cellCount');
      return found;
    });
    return { sheet, used, areas };
  });
  return {
    compare(changed) {
      // A sheet that is gone has failed the call itself.
      worksheets.items.forEach(({ id, name, visibility }, index) => {
        const before = seen[index];
        if (before?.id !== id || before.name !== name || before.visibility !== visibility) throw changed(`trang “${name}”`);
      });
      for (const { sheet, used, areas } of asked) {
        const cells = areas.reduce((sum, found) => sum + (found.isNullObject ? 0 : found.cellCount), 0);
        const same = sameRange(sheet.range, used.isNullObject ? null : rangeOf(used));
        if (!same || (sheet.sparse && cells !== sheet.blocks.reduce((sum, { range }) => sum + count(range), 0)))
          throw changed(`trang “${sheet.name}”`);
      }
    },
  };
}

const count = (range: CellRange): number => (range.bottom - range.top + 1) * (range.right - range.left + 1);

function sameRange(one: CellRange | null, other: CellRange | null): boolean {
  if (one === null || other === null) return one === other;
  return one.top === other.top && one.left === other.left && one.bottom === other.bottom && one.right === other.right;
}

function compareBlock({ sheet, block }: Part, range: Excel.Range, changed: Changed): void {
  const { values, formulas } = range as unknown as Record<'values' | 'formulas', unknown[][] | null>;
  // Excel answers null, without an error, where it holds a range for too large.
  if (!values || !formulas) throw tooLarge();
  block.values.forEach((row, down) =>
    row.forEach((value, across) => {
      if ((values[down] as unknown[])[across] === value && (formulas[down] as unknown[])[across] === block.formulas[down]?.[across]) return;
      throw changed(`ô ${formatAddress(block.range.top + down, block.range.left + across)} trang “${sheet.name}”`);
    }),
  );
}
