import type { BorderStyle, CellBorders, DesignCell, DesignRange } from '../../core/summary/design';
import { rectangles, stackMerges, stretches, tableOf } from './grid';
import type { SheetBlock, SheetFrame } from './sheet-frame';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;
type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

const vertical = { top: 'top', center: 'middle', bottom: 'bottom' } as const;

/** Fonts, grounds and alignment of a block's rows, which `range` is: ten calls. */
export function writeStyles(range: GoogleRange, { columns }: SheetFrame, { first, count, cells }: SheetBlock): void {
  const table = <Value>(other: Value, of: (cell: DesignCell) => Value): Value[][] =>
    tableOf(count, columns.length, cells, other, of, first);
  range.setFontFamily('Times New Roman');
  range.setFontSizes(table(12, ({ style }) => style.size));
  range.setFontWeights(table<'bold' | 'normal'>('normal', ({ style }) => (style.bold ? 'bold' : 'normal')));
  range.setFontStyles(table<'italic' | 'normal'>('normal', ({ style }) => (style.italic ? 'italic' : 'normal')));
  range.setFontLines(table<'underline' | 'none'>('none', ({ style }) => (style.underline ? 'underline' : 'none')));
  range.setFontColors(table('#000000', ({ style }) => `#${style.colour}`));
  range.setBackgrounds(table<string | null>(null, ({ style }) => (style.fill === null ? null : `#${style.fill}`)));
  range.setHorizontalAlignments(table<'left' | 'center' | 'right'>('left', ({ style }) => style.horizontal));
  range.setVerticalAlignments(table<'top' | 'middle' | 'bottom'>('middle', ({ style }) => vertical[style.vertical]));
  range.setWraps(table(false, ({ style }) => style.wrap));
}

const sides: readonly (keyof CellBorders)[] = ['top', 'left', 'bottom', 'right'];

function googleLine(line: BorderStyle): GoogleAppsScript.Spreadsheet.BorderStyle {
  if (line === 'medium') return SpreadsheetApp.BorderStyle.SOLID_MEDIUM;
  return line === 'dotted' ? SpreadsheetApp.BorderStyle.DOTTED : SpreadsheetApp.BorderStyle.SOLID;
}

/** Borders, one call for each kind of line on the same sides. Thicker lines come later, so that they win where cells meet. */
export function writeBorders(sheet: GoogleSheet, cells: readonly DesignCell[]): void {
  for (const line of ['dotted', 'thin', 'medium'] as const) {
    const groups = new Map<string, DesignCell[]>();
    for (const cell of cells) {
      const mask = sides.map((side) => (cell.style.borders[side] === line ? '1' : '0')).join('');
      const group = groups.get(mask);
      if (group !== undefined) group.push(cell);
      else if (mask !== '0000') groups.set(mask, [cell]);
    }
    groups.forEach((framed, mask) => {
      const [top, left, bottom, right] = Array.from(mask, (digit) => (digit === '1' ? true : null)) as [
        true | null,
        true | null,
        true | null,
        true | null,
      ];
      // Inner lines of a rectangle are the sides of its cells: cells may be taken together where both sides agree.
      const along = left === right;
      const down = top === bottom;
      sheet
        .getRangeList(rectangles(framed, along, down))
        .setBorder(top, left, bottom, right, along ? left : null, down ? top : null, '#000000', googleLine(line));
    });
  }
}

/** Merges: one call for each area, neighbouring rows over the same columns together. */
export function writeMerges(sheet: GoogleSheet, merges: readonly DesignRange[]): void {
  for (const { area, across } of stackMerges(merges)) {
    const range = sheet.getRange(area.top + 1, area.left + 1, area.bottom - area.top + 1, area.right - area.left + 1);
    if (across) range.mergeAcross();
    else range.merge();
  }
}

/** Points to pixels at 96 to the inch. */
export const toPixels = (points: number): number => Math.max(2, Math.round((points * 96) / 72));

/** Width of a column in pixels from characters of seven pixels. */
export const columnPixels = (width: number): number => Math.round(width * 7 + 5);

/** Widths, neighbours of the same size together. */
export function writeWidths(sheet: GoogleSheet, { columns }: SheetFrame): void {
  for (const { first, last, value } of stretches(columns.map(({ width }) => columnPixels(width)))) {
    sheet.setColumnWidths(first + 1, last - first + 1, value);
  }
}

/** More stretches of rows than this would take a call each for too long. */
const MOST_STRETCHES = 150;

/**
 * Heights of a block's rows, neighbours of the same size together. They are forced where a text is cut off on purpose, else rows grow with it.
 * In a long list Google reckons them itself, all but those of rows with merged cells, where it cannot.
 */
export function writeHeights(
  sheet: GoogleSheet,
  { rows }: Pick<SheetFrame, 'rows'>,
  { first: top, count, merges }: Omit<SheetBlock, 'cells'>,
): void {
  const heights = rows.slice(top, top + count).map(({ height }) => toPixels(height));
  let sized = stretches<number | null>(heights);
  if (sized.length > MOST_STRETCHES) {
    sheet.autoResizeRows(top + 1, count);
    const merged = new Set(merges.map((merge) => merge.top - top));
    sized = stretches(heights.map((height, row) => (merged.has(row) ? height : null)));
  }
  for (const { first, last, value } of sized) if (value !== null) sheet.setRowHeightsForced(top + first + 1, last - first + 1, value);
}
