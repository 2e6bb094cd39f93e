import type { CellStyle } from '../../core/summary/design';
import type { Cell, CellRange, CellValue, Sheet, Span, TextRun, Workbook } from '../../core/workbook/workbook';
import { readSheet, type SheetContext } from '../../core/xlsx/sheet';
import { joinRichText, readSharedStrings, type RichText } from '../../core/xlsx/strings';
import { readStyles } from '../../core/xlsx/styles';
import { readXlsx } from '../../core/xlsx/read';
import { openWorkbook } from '../../core/xlsx/workbook-part';

/** A stretch of a text with its own look. A run without a font has the cell's. */
export interface ModelRun {
  readonly text: string;
  readonly font?: string;
  readonly struck: boolean;
}

/** How a cell looks; what is left out is as in a cell that was never formatted. */
export type CellLook = Partial<Omit<CellStyle, 'name' | 'font' | 'numberFormat'>>;

/** One cell as a spreadsheet program holds it: struck-through text is part of the value, unlike in the core's snapshot. */
export interface ModelCell {
  /** null for a cell that only has a look, a note or a formula without a result. */
  value: CellValue | null;
  /** Without its leading `=`. */
  formula?: string;
  /** The number format code; left out for `General`. */
  format?: string;
  /** The font's name; left out for the workbook's default font. */
  font?: string;
  /** The whole cell is struck through. */
  struck?: boolean;
  /** Only for a text whose runs differ in font or strike-through; joined they are `value`. */
  runs?: readonly ModelRun[];
  note?: string;
  /** Entered as text by a leading apostrophe. */
  quotePrefix?: boolean;
  link?: { readonly reference: string; readonly tooltip: string };
  look?: CellLook;
}

/** A chart of a sheet, told in zero-based ranges of its own sheet. */
export interface ModelChart {
  name: string;
  title: string;
  categories: CellRange | null;
  series: { name: string; values: CellRange | null; fill: string | null; line: string | null }[];
  anchor: CellRange | null;
}

export interface ModelSheet {
  id: string;
  name: string;
  visibility: 'visible' | 'hidden' | 'very-hidden';
  /** By place: `row,column`, zero-based. */
  cells: Map<string, ModelCell>;
  merges: CellRange[];
  hiddenRows: Span[];
  hiddenColumns: Span[];
  protected: boolean;
  /** Formatted but empty far beyond the data: what a program counts as used that is not asked for values only. */
  formatted: CellRange | null;
  /** Widths of columns in pixels and heights of rows in points, where they were set. */
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  frozenRows: number;
  autoFilter: CellRange | null;
  charts: ModelChart[];
  /** How many pictures and drawings, and how many comments lie on the sheet. */
  shapes?: number;
  comments?: number;
  /** Print settings by the host's own names, as they were set. */
  print: Record<string, unknown>;
  showGridlines: boolean;
}

/** One open workbook behind the doubles of every host. */
export interface WorkbookModel {
  name: string | null;
  /** null where the file does not say. */
  defaultFont: string | null;
  sheets: ModelSheet[];
  /** The index of the sheet on screen. */
  active: number;
  /** The cells that are selected on it. */
  selection: CellRange;
  structureProtected: boolean;
  readOnly: boolean;
}

export const placeKey = (row: number, column: number): string => `${row},${column}`;

/** A blank sheet; ids count up within the workbook. */
export function addModelSheet(model: WorkbookModel, name: string): ModelSheet {
  const sheet: ModelSheet = {
    id: `{00000000-0000-4000-8000-${String(model.sheets.reduce((most, one) => Math.max(most, Number(one.id.slice(25, 37))), 0) + 1).padStart(12, '0')}}`,
    name,
    visibility: 'visible',
    cells: new Map(),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    protected: false,
    formatted: null,
    columnWidths: new Map(),
    rowHeights: new Map(),
    frozenRows: 0,
    autoFilter: null,
    charts: [],
    print: {},
    showGridlines: true,
  };
  model.sheets.push(sheet);
  return sheet;
}

function emptyModel(workbook: Workbook): WorkbookModel {
  return {
    name: workbook.file,
    defaultFont: workbook.defaultFont,
    sheets: [],
    active: 0,
    selection: { top: 0, left: 0, bottom: 0, right: 0 },
    structureProtected: false,
    readOnly: false,
  };
}

/** The model of a snapshot. Struck-through text is not in snapshots, so that there is none in the model. */
export function modelOfWorkbook(workbook: Workbook): WorkbookModel {
  const model = emptyModel(workbook);
  for (const sheet of workbook.sheets) {
    const made = addModelSheet(model, sheet.name);
    made.visibility = sheet.hidden ? 'hidden' : 'visible';
    made.merges = [...sheet.merges];
    made.hiddenRows = [...sheet.hiddenRows];
    made.hiddenColumns = [...sheet.hiddenColumns];
    for (const { row, column, runs, ...cell } of sheet.cells) {
      made.cells.set(placeKey(row, column), { ...cell, ...(runs ? { runs: runs.map((run) => ({ ...run, struck: false })) } : {}) });
    }
  }
  return model;
}

// Private-use characters that no workbook of ours holds: they carry the strike-through of runs through the core's reader.
const STRUCK = '\uE000';
const KEPT = '\uE001';

function markRuns(text: RichText): RichText {
  if (typeof text === 'string' || !text.some((run) => run.struck)) return text;
  return text.map((run) => ({ ...run, text: run.text === '' ? '' : (run.struck ? STRUCK : KEPT) + run.text }));
}

function unmark(text: string): string {
  return text.split(STRUCK).join('').split(KEPT).join('');
}

/** The runs of a marked text: every mark begins a stretch. */
function runsOf(text: string, runs: readonly TextRun[] | undefined): ModelRun[] | undefined {
  const stretches: { text: string; font?: string; struck: boolean }[] = [];
  let struck = false;
  for (const run of runs ?? [{ text }]) {
    for (const piece of run.text.split(/(?=[\uE000\uE001])/)) {
      if (piece.charAt(0) === STRUCK || piece.charAt(0) === KEPT) struck = piece.charAt(0) === STRUCK;
      const words = unmark(piece);
      const last = stretches[stretches.length - 1];
      if (words === '') continue;
      if (last && last.struck === struck && last.font === run.font) last.text += words;
      else stretches.push({ text: words, ...(run.font === undefined ? {} : { font: run.font }), struck });
    }
  }
  return stretches.length > 1 ? stretches : undefined;
}

function wholeCell({ row: _row, column: _column, value, runs, ...rest }: Cell, shown: Cell | undefined): ModelCell {
  const made: ModelCell = { ...rest, value: typeof value === 'string' ? unmark(value) : value };
  const stretches = typeof value === 'string' ? runsOf(value, runs) : undefined;
  if (stretches) made.runs = stretches;
  if (shown === undefined && value !== null && !(typeof value === 'string' && /[\uE000\uE001]/.test(value))) made.struck = true;
  return made;
}

/** The model of an .xlsx file, struck-through text included; read with the core's own reader. */
export function modelOfXlsx(bytes: Uint8Array, file: string | null): WorkbookModel {
  const shown = readXlsx(bytes, { file });
  const model = modelOfWorkbook(shown);
  const opened = openWorkbook(bytes);
  const part = (type: string): string | null => {
    const found = opened.relationships.find((relationship) => relationship.type === type && !relationship.external);
    return found ? opened.package.text(found.target) : null;
  };
  const strings = part('sharedstrings');
  const context: SheetContext = {
    strings: strings === null ? [] : readSharedStrings(strings).map(markRuns),
    styles: readStyles(part('styles')),
    from1904: opened.from1904,
    keepStruck: true,
    room: { cells: 1000000, runs: 1000000, formulaCharacters: 20000000 },
  };
  model.structureProtected = opened.structureLocked;
  const entries = opened.sheets.filter((entry) => entry.relationship?.type === 'worksheet');
  entries.forEach((entry, index) => {
    const sheet = model.sheets[index] as ModelSheet;
    const source = opened.package.text(entry.relationship?.target ?? '') ?? '';
    const visible = new Map((shown.sheets[index] as Sheet).cells.map((cell) => [placeKey(cell.row, cell.column), cell]));
    sheet.protected = /<(\w+:)?sheetProtection\b[^>]*\bsheet="(1|true)"/.test(source);
    for (const cell of readSheet(source, context).cells) {
      const key = placeKey(cell.row, cell.column);
      const note = sheet.cells.get(key)?.note;
      const seen = visible.get(key);
      const struckAway = seen === undefined || (seen.value === null && seen.formula === undefined);
      sheet.cells.set(key, { ...wholeCell(cell, struckAway ? undefined : seen), ...(note === undefined ? {} : { note }) });
    }
  });
  return model;
}

/** The smallest rectangle around the cells that hold something; with `formatted` also around what only has a look. null for a blank sheet. */
export function usedRange(sheet: ModelSheet, { formatted = false } = {}): CellRange | null {
  let range: CellRange | null = formatted ? sheet.formatted : null;
  const reach = (row: number, column: number): void => {
    range = range
      ? {
          top: Math.min(range.top, row),
          left: Math.min(range.left, column),
          bottom: Math.max(range.bottom, row),
          right: Math.max(range.right, column),
        }
      : { top: row, left: column, bottom: row, right: column };
  };
  for (const [key, cell] of sheet.cells) {
    if (!formatted && (cell.value === null || cell.value === '') && cell.formula === undefined) continue;
    const [row, column] = key.split(',').map(Number) as [number, number];
    reach(row, column);
  }
  return range;
}

/** True where a span holds the index. */
export function isInSpans(spans: readonly Span[], index: number): boolean {
  return spans.some(([first, last]) => first <= index && index <= last);
}

/** A deep copy: what is done to the one is not seen in the other. */
export function copyModel(model: WorkbookModel): WorkbookModel {
  return structuredClone(model);
}

/** A model cell as the core's snapshot holds it; null where all of it is struck through or nothing is there. */
function shownCell(row: number, column: number, cell: ModelCell, defaultFont: string | null): Cell | null {
  const rich: RichText | null = cell.runs
    ? cell.runs.map((run) => ({ text: run.text, font: run.font, struck: run.struck, formatted: true }))
    : null;
  let value = cell.value;
  let runs: TextRun[] | undefined;
  if (rich && typeof rich !== 'string') {
    const kept = rich.filter((run) => !run.struck);
    value = joinRichText(kept);
    runs = kept.map((run) => ({
      text: run.text,
      ...((run.font ?? cell.font ?? defaultFont) === null ? {} : { font: (run.font ?? cell.font ?? defaultFont) as string }),
    }));
    if (new Set(runs.map((run) => run.font)).size < 2) runs = undefined;
  }
  if (cell.struck || value === '') value = null;
  if (value === null && cell.formula === undefined && cell.note === undefined) return null;
  return {
    row,
    column,
    value,
    ...(cell.formula === undefined ? {} : { formula: cell.formula }),
    ...(cell.format === undefined ? {} : { format: cell.format }),
    ...(cell.font === undefined ? {} : { font: cell.font }),
    ...(runs === undefined ? {} : { runs }),
    ...(cell.note === undefined ? {} : { note: cell.note }),
  };
}

/** The model as the core's snapshot: what a host should read out of it. */
export function snapshotOfModel(model: WorkbookModel): Workbook {
  return {
    file: model.name,
    defaultFont: model.defaultFont,
    sheets: model.sheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.visibility !== 'visible',
      cells: Array.from(sheet.cells)
        .map(([key, cell]) => {
          const [row, column] = key.split(',').map(Number) as [number, number];
          return shownCell(row, column, cell, model.defaultFont);
        })
        .filter((cell): cell is Cell => cell !== null)
        .sort((first, second) => first.row - second.row || first.column - second.column),
      merges: sheet.merges,
      hiddenRows: sheet.hiddenRows,
      hiddenColumns: sheet.hiddenColumns,
    })),
  };
}
