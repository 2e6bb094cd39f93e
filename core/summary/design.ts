/**
 * A sheet of ours as plain data: everything that a writer (xlsx bytes, Office.js, SpreadsheetApp) needs, nothing of any host.
 * Rows and columns are zero-based; A1 references appear only in links and in the chart.
 */

/** Which sheet of ours it is; each kind has a stamp of its own, by which it is found again. `district`: the sheets of a district book. */
export type SheetKind = 'summary' | 'findings' | 'district';

export type BorderStyle = 'none' | 'thin' | 'medium' | 'dotted';

export interface CellBorders {
  readonly top: BorderStyle;
  readonly right: BorderStyle;
  readonly bottom: BorderStyle;
  readonly left: BorderStyle;
}

/** The closed set of looks; `CellStyle` carries each one resolved, so that a writer needs no table of its own. */
export type StyleName =
  | 'plain'
  | 'agency'
  | 'motto'
  | 'place'
  | 'rule'
  | 'title'
  | 'section'
  | 'label'
  | 'value'
  | 'header'
  | 'criterion'
  | 'item'
  | 'number'
  | 'total'
  | 'verdict'
  | 'group'
  | 'hand'
  | 'signature'
  | 'note'
  | 'stamp';

/** A resolved style. Sizes are points, colours `RRGGBB`. */
export interface CellStyle {
  readonly name: StyleName;
  readonly font: 'Times New Roman';
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly colour: string;
  readonly fill: string | null;
  readonly borders: CellBorders;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly wrap: boolean;
  /** `General`, `@` for text that a host could take for a number or a date, or a date's format. */
  readonly numberFormat: string;
}

/** A jump inside the workbook. `reference` is an A1 reference with its sheet: `'Chấm điểm'!E9`. */
export interface CellLink {
  readonly reference: string;
  readonly tooltip: string;
}

export interface DesignCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | null;
  readonly style: CellStyle;
  readonly link?: CellLink;
  /** The text could be taken for a formula: it has to be written as text (quote prefix, leading apostrophe). */
  readonly quotePrefix?: true;
  /** A cell meant for the hand, with its lasting name: outside the stamp, its content is kept when stamped again. */
  readonly hand?: string;
}

/** A rectangle, zero-based, both ends included. */
export interface DesignRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Lengths are millimetres. */
export interface PrintSetup {
  readonly paper: 'A4';
  readonly orientation: 'landscape' | 'portrait';
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
  /** Zero-based first and last row repeated on every page, null for none. */
  readonly repeatRows: readonly [first: number, last: number] | null;
  /** Page numbers in the middle of the header, from this page on. */
  readonly pageNumbers: { readonly fromPage: 1 | 2; readonly size: number };
  /** All columns on one page, as many pages down as it takes. */
  readonly fitToWidth: true;
}

/** One series of the chart; ranges lie in the sheet itself. Colours `RRGGBB`. */
export interface ChartSeries {
  readonly name: string;
  readonly nameCell: string;
  readonly values: DesignRange;
  readonly fill: string;
  readonly line: string;
}

/** Upright bars by category; the series lie over each other, the later ones in front. */
export interface ChartDesign {
  /** The drawing's name, by which it is found again. */
  readonly name: string;
  readonly title: string;
  readonly categories: DesignRange;
  readonly series: readonly ChartSeries[];
  readonly anchor: DesignRange;
}

/**
 * How the sheet is marked as ours. A writer that works step by step puts `startText` into the cell first and `text` last, so that a sheet
 * cut off half-way is known as unfinished.
 */
export interface StampCell {
  readonly row: number;
  readonly column: number;
  readonly startText: string;
  readonly text: string;
  /** A sheet with a cell that begins so is one of ours and of this kind. */
  readonly prefixes: readonly string[];
}

export interface SheetDesign {
  readonly kind: SheetKind;
  /** The name for a new sheet: free in the workbook it was designed for. */
  readonly name: string;
  /** The sheet of ours that is to be rewritten in place (it keeps its own name), null for a new one. */
  readonly replaces: string | null;
  /** Widths in characters of seven pixels (Calibri 11). */
  readonly columns: readonly { readonly width: number }[];
  /** Heights in points, one for every row of the sheet. */
  readonly rows: readonly { readonly height: number }[];
  /** In reading order. A merged area's style stands on each of its cells; its value in the first. */
  readonly cells: readonly DesignCell[];
  readonly merges: readonly DesignRange[];
  readonly frozenRows: number;
  readonly print: PrintSetup;
  readonly autoFilter: DesignRange | null;
  readonly chart: ChartDesign | null;
  readonly stampCell: StampCell;
}

/** What stood in a cell meant for the hand. */
export interface HandEntry {
  readonly value: string | number;
  /** The number format, where the cell has one (a date). */
  readonly numberFormat?: string;
}

/** Hand cells by their lasting names. */
export type HandEntries = Readonly<Record<string, HandEntry>>;
