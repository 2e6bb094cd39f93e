/// <reference types="office-js" />
import type { BorderStyle, CellStyle, ChartDesign, DesignCell, SheetDesign } from '../core/summary/design';
import { addressLists, groupByLook } from './areas';
import { rangeAt } from './ranges';

/** What a blank cell takes on its way to Excel, in characters: its value and its number format. */
const EMPTY_CELL = 16;
/** What a link takes beside its tooltip. */
const LINK = 300;
/** What one look takes with its list of areas; the size of one row or column; one merged area. */
const LOOK = 6000;
const SIZE = 60;
const MERGE = 400;

const points = (millimetres: number): number => Math.round((millimetres / 25.4) * 72 * 100) / 100;

/** Rows of a design, both ends included, and how long their contents are on their way to Excel. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly bytes: number;
}

/** A design's rows in stretches whose contents are at most about `most` bytes long on their way to Excel; a longer row is one by itself. */
export function contentStretches(design: SheetDesign, most: number): Stretch[] {
  const sizes = design.rows.map(() => design.columns.length * EMPTY_CELL);
  for (const { row, value, link } of design.cells)
    sizes[row] = (sizes[row] as number) + (value === null ? 0 : String(value).length * 2) + (link ? LINK + link.tooltip.length * 2 : 0);
  const stretches: Stretch[] = [];
  let [first, bytes] = [0, 0];
  sizes.forEach((own, row) => {
    if (row > first && bytes + own > most) {
      stretches.push({ first, last: row - 1, bytes });
      [first, bytes] = [row, 0];
    }
    bytes += own;
  });
  if (sizes.length > 0) stretches.push({ first, last: sizes.length - 1, bytes });
  return stretches;
}

/** About how many bytes the looks of a design take on their way to Excel. */
export function looksSize(design: SheetDesign): number {
  const lists = groupByLook(design).reduce((sum, { areas }) => sum + addressLists(areas).length, 0);
  return lists * LOOK + (design.rows.length + design.columns.length) * SIZE + design.merges.length * MERGE;
}

/** Everything of a design but its contents, which have to be there before. */
export function drawLooks(sheet: Excel.Worksheet, design: SheetDesign): void {
  for (const { style, areas } of groupByLook(design)) {
    for (const address of addressLists(areas)) drawLook(sheet.getRanges(address).format, style);
  }
  for (const merge of design.merges) rangeAt(sheet, merge).merge(false);
  const last = { bottom: design.rows.length - 1, right: design.columns.length - 1 };
  rangeAt(sheet, { top: 0, left: 0, bottom: 0, right: last.right }).setColumnProperties(
    // Widths in characters of seven pixels and five pixels of margin; Excel wants points.
    design.columns.map(({ width }) => ({ format: { columnWidth: (width * 7 + 5) * 0.75 } })),
  );
  rangeAt(sheet, { top: 0, left: 0, bottom: last.bottom, right: 0 }).setRowProperties(
    design.rows.map(({ height }) => ({ format: { rowHeight: height } })),
  );
  sheet.showGridlines = false;
  if (design.frozenRows > 0) sheet.freezePanes.freezeRows(design.frozenRows);
  if (design.autoFilter) sheet.autoFilter.apply(rangeAt(sheet, design.autoFilter));
  drawPrintSetup(sheet, design);
  if (design.chart) drawChart(sheet, design.chart);
}

/**
 * Links come first, because they bring a look of their own and show their address in a blank cell; formats before the texts that they keep as text.
 * `over`: there is something in the cells already, and none of it stays; the mark of an unfinished sheet comes with the rest.
 */
export function drawContents(sheet: Excel.Worksheet, design: SheetDesign, { first, last }: Omit<Stretch, 'bytes'>, over = false): void {
  const inside = design.cells.filter((cell) => cell.row >= first && cell.row <= last);
  for (const cell of inside) {
    if (!cell.link) continue;
    // Excel takes no tooltip beyond 255 characters.
    sheet.getRangeByIndexes(cell.row, cell.column, 1, 1).hyperlink = {
      documentReference: cell.link.reference,
      screenTip: cell.link.tooltip.slice(0, 250),
    };
  }
  const height = last - first + 1;
  const width = design.columns.length;
  const formats = Array.from({ length: height }, () => new Array<string>(width).fill('General'));
  const values = Array.from({ length: height }, () => new Array<string | number | null>(width).fill(over ? '' : null));
  const { stampCell } = design;
  for (const cell of inside) {
    (formats[cell.row - first] as string[])[cell.column] = cell.style.numberFormat;
    const stamp = cell.row === stampCell.row && cell.column === stampCell.column;
    const entry = stamp ? (over ? stampCell.startText : null) : entryOf(cell);
    if (entry !== null) (values[cell.row - first] as (string | number | null)[])[cell.column] = entry;
  }
  const whole = sheet.getRangeByIndexes(first, 0, height, width);
  whole.numberFormat = formats;
  whole.values = values;
}

/** What is written into a cell: null leaves it blank. Excel takes a leading apostrophe as the sign that all the rest is text. */
function entryOf(cell: DesignCell): string | number | null {
  if (cell.value === null || cell.value === '') return null;
  return cell.quotePrefix ? `'${cell.value}` : cell.value;
}

const horizontals = { left: 'Left', center: 'Center', right: 'Right' } as const;
const verticals = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
const sides = { top: 'EdgeTop', right: 'EdgeRight', bottom: 'EdgeBottom', left: 'EdgeLeft' } as const;

function drawLook(format: Excel.RangeFormat, style: CellStyle): void {
  const { font } = format;
  font.name = style.font;
  font.size = style.size;
  font.bold = style.bold;
  font.italic = style.italic;
  font.underline = style.underline ? 'Single' : 'None';
  font.color = `#${style.colour}`;
  if (style.fill !== null) format.fill.color = `#${style.fill}`;
  format.horizontalAlignment = horizontals[style.horizontal];
  format.verticalAlignment = verticals[style.vertical];
  format.wrapText = style.wrap;
  for (const side of ['top', 'right', 'bottom', 'left'] as const) drawBorder(format, sides[side], style.borders[side]);
  // An area's inner lines are the borders of its cells: those of two neighbours are one line.
  drawBorder(format, 'InsideHorizontal', style.borders.top === 'none' ? style.borders.bottom : style.borders.top);
  drawBorder(format, 'InsideVertical', style.borders.left === 'none' ? style.borders.right : style.borders.left);
}

function drawBorder(format: Excel.RangeFormat, edge: Parameters<Excel.RangeBorderCollection['getItem']>[0], line: BorderStyle): void {
  if (line === 'none') return;
  const border = format.borders.getItem(edge);
  border.style = line === 'dotted' ? 'Dot' : 'Continuous';
  border.weight = line === 'medium' ? 'Medium' : 'Thin';
  border.color = '#000000';
}

function drawPrintSetup(sheet: Excel.Worksheet, design: SheetDesign): void {
  const layout = sheet.pageLayout;
  const { margins, pageNumbers, repeatRows } = design.print;
  layout.orientation = design.print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  layout.paperSize = 'A4';
  layout.topMargin = points(margins.top);
  layout.bottomMargin = points(margins.bottom);
  layout.leftMargin = points(margins.left);
  layout.rightMargin = points(margins.right);
  layout.headerMargin = points(margins.header);
  layout.footerMargin = points(margins.footer);
  layout.centerHorizontally = true;
  layout.firstPageNumber = 1;
  layout.zoom = { horizontalFitToPages: 1 };
  if (repeatRows) layout.setPrintTitleRows(`$${repeatRows[0] + 1}:$${repeatRows[1] + 1}`);
  const { headersFooters } = layout;
  headersFooters.state = pageNumbers.fromPage > 1 ? 'FirstAndDefault' : 'Default';
  headersFooters.defaultForAllPages.centerHeader = `&"Times New Roman,Regular"&${pageNumbers.size}&P`;
}

function drawChart(sheet: Excel.Worksheet, design: ChartDesign): void {
  const categories = rangeAt(sheet, design.categories);
  const [first] = design.series;
  if (!first) return;
  const chart = sheet.charts.add('ColumnClustered', rangeAt(sheet, first.values), 'Columns');
  chart.name = design.name;
  chart.title.text = design.title;
  chart.legend.position = 'Bottom';
  design.series.forEach((one, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(one.name);
    series.name = one.name;
    series.setValues(rangeAt(sheet, one.values));
    series.setXAxisValues(categories);
    series.gapWidth = 60;
    series.overlap = 100;
    series.format.fill.setSolidColor(`#${one.fill}`);
    series.format.line.color = `#${one.line}`;
    // The bars lie over each other: only the ones in front are labelled.
    series.hasDataLabels = index === design.series.length - 1;
  });
  const { top, left, bottom, right } = design.anchor;
  chart.setPosition(sheet.getRangeByIndexes(top, left, 1, 1), sheet.getRangeByIndexes(bottom, right, 1, 1));
}
