import type { DesignCell, DesignRange, SheetDesign } from '../summary/design';
import { formatAddress, formatRange } from '../workbook/references';
import { DAYS_FROM_1904 } from './dates';
import { escapeAttribute, escapeCellText, escapeText } from './write-xml';

/** The namespaces of a package: the transitional ones that Excel writes, or those of strict OOXML. */
export interface Namespaces {
  readonly strict: boolean;
  readonly main: string;
  readonly relationships: string;
  readonly spreadsheetDrawing: string;
  readonly drawing: string;
  readonly chart: string;
}

/** The namespaces that go with a workbook part. */
export function namespacesOf(strict: boolean): Namespaces {
  const base = strict ? 'http://purl.oclc.org/ooxml/' : 'http://schemas.openxmlformats.org/';
  const year = strict ? '' : '/2006';
  return {
    strict,
    main: `${base}spreadsheetml${year}/main`,
    relationships: `${base}officeDocument${year}/relationships`,
    spreadsheetDrawing: `${base}drawingml${year}/spreadsheetDrawing`,
    drawing: `${base}drawingml${year}/main`,
    chart: `${base}drawingml${year}/chart`,
  };
}

/** What a sheet's part needs to know of the workbook around it. */
export interface SheetContext {
  readonly namespaces: Namespaces;
  /** The number of each cell's style, in the order of `design.cells`. */
  readonly styleIndexes: readonly number[];
  /** Pixels of a digit of the default font. */
  readonly digitWidth: number;
  /** A sheet view names a window; a workbook without windows gets none. */
  readonly hasWindows: boolean;
  readonly drawingId: string | null;
  /** The relationship of the notes' shapes that the sheet had, null where it had none. */
  readonly notesId: string | null;
  /** The workbook counts its dates from 1904; a date that a hand wrote is handed in as counted from 1900. */
  readonly from1904: boolean;
}

/** The XML of a sheet of ours: inline strings only, no formula. */
export function writeSheetXml(design: SheetDesign, context: SheetContext): string {
  const { namespaces } = context;
  const whole = formatRange({ top: 0, left: 0, bottom: design.rows.length - 1, right: design.columns.length - 1 });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.relationships}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="${whole}"/>`,
    context.hasWindows ? viewXml(design) : '',
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${design.columns.map((column, index) => columnXml(index, column.width, context.digitWidth)).join('')}</cols>`,
    `<sheetData>${rowsXml(design, context)}</sheetData>`,
    design.autoFilter ? `<autoFilter ref="${formatRange(design.autoFilter)}"/>` : '',
    design.merges.length > 0 ? `<mergeCells count="${design.merges.length}">${design.merges.map(mergeXml).join('')}</mergeCells>` : '',
    linksXml(design),
    printXml(design),
    // Item numbers such as 1.1 are text on purpose.
    `<ignoredErrors><ignoredError sqref="${whole}" numberStoredAsText="1"/></ignoredErrors>`,
    context.drawingId === null ? '' : `<drawing r:id="${escapeAttribute(context.drawingId)}"/>`,
    context.notesId === null ? '' : `<legacyDrawing r:id="${escapeAttribute(context.notesId)}"/>`,
    '</worksheet>',
  ].join('');
}

function viewXml(design: SheetDesign): string {
  const rows = design.frozenRows;
  const top = formatAddress(rows, 0);
  const pane =
    rows > 0
      ? `<pane ySplit="${rows}" topLeftCell="${top}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${top}" sqref="${top}"/>`
      : '';
  return `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function columnXml(index: number, width: number, digitWidth: number): string {
  const stored = Math.round(((width * 7 + 5) / digitWidth) * 256) / 256;
  return `<col min="${index + 1}" max="${index + 1}" width="${stored}" customWidth="1"/>`;
}

function mergeXml(range: DesignRange): string {
  return `<mergeCell ref="${formatRange(range)}"/>`;
}

/** Row by row: a district book has a million cells, whose texts need not all stand in memory one by one. */
function rowsXml(design: SheetDesign, context: SheetContext): string {
  const rows: number[][] = design.rows.map(() => []);
  design.cells.forEach((cell, index) => (rows[cell.row] as number[]).push(index));
  const one = (index: number): string =>
    cellXml(design.cells[index] as DesignCell, context.styleIndexes[index] as number, context.from1904);
  return rows
    .map((indexes, row) => `<row r="${row + 1}" ht="${design.rows[row]?.height ?? 15}" customHeight="1">${indexes.map(one).join('')}</row>`)
    .join('');
}

function cellXml(cell: DesignCell, style: number, from1904: boolean): string {
  const place = `r="${formatAddress(cell.row, cell.column)}" s="${style}"`;
  if (cell.value === null || cell.value === '') return `<c ${place}/>`;
  if (typeof cell.value === 'number') {
    const dated = from1904 && cell.hand !== undefined && /[dy]/i.test(cell.style.numberFormat);
    return `<c ${place}><v>${dated ? cell.value - DAYS_FROM_1904 : cell.value}</v></c>`;
  }
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(cell.value)}</t></is></c>`;
}

function linksXml(design: SheetDesign): string {
  const links = design.cells
    .filter((cell) => cell.link)
    .map((cell) => {
      const { reference, tooltip } = cell.link as NonNullable<DesignCell['link']>;
      // Excel takes no tooltip beyond 255 characters.
      const words = escapeAttribute(tooltip.slice(0, 250));
      return `<hyperlink ref="${formatAddress(cell.row, cell.column)}" location="${escapeAttribute(reference)}" tooltip="${words}"/>`;
    });
  return links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '';
}

function printXml(design: SheetDesign): string {
  const { margins, orientation, pageNumbers } = design.print;
  const inches = (millimetres: number): string => String(Math.round((millimetres / 25.4) * 10000) / 10000);
  const edges = (['left', 'right', 'top', 'bottom', 'header', 'footer'] as const)
    .map((edge) => `${edge}="${inches(margins[edge])}"`)
    .join(' ');
  const number = escapeText(`&C&"Times New Roman,Regular"&${pageNumbers.size}&P`);
  return [
    '<printOptions horizontalCentered="1"/>',
    `<pageMargins ${edges}/>`,
    `<pageSetup paperSize="9" firstPageNumber="1" fitToHeight="0" orientation="${orientation}" useFirstPageNumber="1"/>`,
    `<headerFooter${pageNumbers.fromPage > 1 ? ' differentFirst="1"' : ''}><oddHeader>${number}</oddHeader></headerFooter>`,
  ].join('');
}
