import type { CellRange } from '../core/workbook/workbook';
import { formatRange } from '../core/workbook/references';
import type { CellStyle, SheetDesign } from '../core/summary/design';

/** The cells that share one look, as rectangles. */
export interface StyledAreas {
  readonly style: CellStyle;
  readonly areas: readonly CellRange[];
}

/** Longer lists of areas are cut: what Excel takes for one address has a limit. */
const LONGEST_ADDRESS = 1000;

function lookOf(style: CellStyle): string {
  const { name: _name, numberFormat: _numberFormat, ...look } = style;
  return JSON.stringify(look);
}

/**
 * The cells of a design grouped by look. Neighbours in a row become one stretch, equal stretches below each other one rectangle, so that a look
 * costs one instruction and not one for each cell.
 */
export function groupByLook(design: Pick<SheetDesign, 'cells'>): StyledAreas[] {
  const groups = new Map<string, { style: CellStyle; areas: CellRange[] }>();
  let last: { readonly look: string; readonly area: CellRange } | undefined;
  const close = (stretch: { readonly look: string; readonly area: CellRange } | undefined): void => {
    if (stretch === undefined) return;
    const { areas } = groups.get(stretch.look) as { areas: CellRange[] };
    const { area } = stretch;
    const above = areas.findIndex((one) => one.left === area.left && one.right === area.right && one.bottom === area.top - 1);
    if (above < 0) areas.push(area);
    else areas[above] = { ...(areas[above] as CellRange), bottom: area.bottom };
  };
  for (const cell of design.cells) {
    const look = lookOf(cell.style);
    if (!groups.has(look)) groups.set(look, { style: cell.style, areas: [] });
    if (last !== undefined && last.look === look && last.area.top === cell.row && last.area.right === cell.column - 1) {
      last = { look, area: { ...last.area, right: cell.column } };
    } else {
      close(last);
      last = { look, area: { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column } };
    }
  }
  close(last);
  return Array.from(groups.values());
}

/** Rectangles as lists of addresses, each short enough to be handed to Excel: `A1:I1,C5`. */
export function addressLists(areas: readonly CellRange[]): string[] {
  const lists: string[] = [];
  for (const area of areas) {
    const address = formatRange(area);
    const last = lists[lists.length - 1];
    if (last !== undefined && last.length + address.length < LONGEST_ADDRESS) lists[lists.length - 1] = `${last},${address}`;
    else lists.push(address);
  }
  return lists;
}
