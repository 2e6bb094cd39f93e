import type { CellBorders } from '../../core/summary/design';
import type { CellRange, CellValue, Span } from '../../core/workbook/workbook';
import { formatRange, MAXIMUM_COLUMNS, MAXIMUM_ROWS, parseRange, quoteSheetName } from '../../core/workbook/references';
import { joinSpans } from '../../core/xlsx/spans';
import { denied, ExcelObject, invalid, WireError } from './excel-object';
import type { ExcelHost } from './excel-object';
import { RangeFormat } from './excel-format';
import { parseEntry } from './excel-entry';
import { isInSpans, placeKey } from './workbook-model';
import type { ModelCell, ModelSheet } from './workbook-model';

export const wholeSheet: CellRange = { top: 0, left: 0, bottom: MAXIMUM_ROWS - 1, right: MAXIMUM_COLUMNS - 1 };
const MOST_CELLS = 5000000;

export const sizeOf = (range: CellRange): { rows: number; columns: number } => ({
  rows: range.bottom - range.top + 1,
  columns: range.right - range.left + 1,
});

export const intersects = (one: CellRange, other: CellRange): boolean =>
  one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;

/** Calls `visit` for the cells of the sheet that are there and lie in the range. */
export function eachCell(
  sheet: ModelSheet,
  range: CellRange,
  visit: (cell: ModelCell, row: number, column: number, key: string) => void,
): void {
  for (const [key, cell] of Array.from(sheet.cells)) {
    const [row, column] = key.split(',').map(Number) as [number, number];
    if (row >= range.top && row <= range.bottom && column >= range.left && column <= range.right) visit(cell, row, column, key);
  }
}

function uniform(spans: readonly Span[], first: number, last: number): boolean | null {
  const [span] = joinSpans(spans.filter(([from, to]) => from <= last && first <= to));
  if (!span) return false;
  return span[0] <= first && last <= span[1] ? true : null;
}

/** What of the spans lies before the first or behind the last. */
function outside(spans: readonly Span[], first: number, last: number): Span[] {
  return spans.reduce<Span[]>((kept, [from, to]) => {
    if (from < first) kept.push([from, Math.min(to, first - 1)]);
    if (to > last) kept.push([Math.max(from, last + 1), to]);
    return kept;
  }, []);
}

export class Range extends ExcelObject {
  readonly type: string = 'Range';
  private reference: string | null = null;

  constructor(
    host: ExcelHost,
    readonly sheet: ModelSheet,
    readonly area: CellRange,
  ) {
    super(host);
    if (
      area.top < 0 ||
      area.left < 0 ||
      area.bottom >= MAXIMUM_ROWS ||
      area.right >= MAXIMUM_COLUMNS ||
      area.bottom < area.top ||
      area.right < area.left
    )
      throw invalid('range outside the sheet');
  }

  override identity(): Record<string, unknown> {
    this.reference ??= this.host.keep(this);
    return { _ReferenceId: this.reference };
  }

  _KeepReference(): void {}

  private matrix<Value>(read: (row: number, column: number, cell: ModelCell | undefined) => Value): Value[][] {
    const { rows, columns } = sizeOf(this.area);
    if (rows * columns > MOST_CELLS)
      throw new WireError('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.');
    return Array.from({ length: rows }, (_row, down) =>
      Array.from({ length: columns }, (_column, across) => {
        const row = this.area.top + down;
        const column = this.area.left + across;
        return read(row, column, this.sheet.cells.get(placeKey(row, column)));
      }),
    );
  }

  /** Everything that changes cells comes through here. */
  protected change(): void {
    if (this.sheet.protected || this.host.model.readOnly) throw denied();
  }

  get RowIndex(): number {
    return this.area.top;
  }
  get ColumnIndex(): number {
    return this.area.left;
  }
  get RowCount(): number {
    return sizeOf(this.area).rows;
  }
  get ColumnCount(): number {
    return sizeOf(this.area).columns;
  }
  get Address(): string {
    const plain = /^[A-Za-z_]\w*$/.test(this.sheet.name) ? this.sheet.name : quoteSheetName(this.sheet.name);
    return `${plain}!${formatRange(this.area)}`;
  }

  get Values(): unknown[][] {
    return this.matrix((_row, _column, cell) => {
      const value = cell?.value ?? '';
      return typeof value === 'object' ? value.error : value;
    });
  }
  set Values(values: unknown) {
    this.host.happened('changed', this.sheet, this.area);
    this.write(values, (cell, value, row, column) => {
      if (value === null) return;
      const inside = this.sheet.merges.some(
        (merge) =>
          intersects(merge, { top: row, left: column, bottom: row, right: column }) && (merge.top !== row || merge.left !== column),
      );
      if (inside && value !== '') throw new WireError('MergedRangeConflict', 'The cell is inside a merged area.');
      Object.assign(cell, parseEntry(value, cell.format));
    });
  }

  get ValueTypes(): string[][] {
    return this.matrix((_row, _column, cell) => {
      const value = cell?.value ?? '';
      if (typeof value === 'object') return 'Error';
      if (typeof value === 'number') return 'Double';
      if (typeof value === 'boolean') return 'Boolean';
      return value === '' && cell?.formula === undefined ? 'Empty' : 'String';
    });
  }

  get Formulas(): unknown[][] {
    return this.matrix((_row, _column, cell) => {
      if (cell?.formula !== undefined) return `=${cell.formula}`;
      const value: CellValue = cell?.value ?? '';
      return typeof value === 'object' ? value.error : value;
    });
  }

  get NumberFormat(): string[][] {
    return this.matrix((_row, _column, cell) => cell?.format ?? 'General');
  }
  set NumberFormat(formats: unknown) {
    this.write(formats, (cell, format) => {
      if (format === null) return;
      if (typeof format !== 'string') throw invalid('number format');
      if (format === 'General') delete cell.format;
      else cell.format = format;
    });
  }

  private write(values: unknown, apply: (cell: ModelCell, value: unknown, row: number, column: number) => void): void {
    this.change();
    const { rows, columns } = sizeOf(this.area);
    if (Array.isArray(values) && (values.length !== rows || values.some((row) => !Array.isArray(row) || row.length !== columns)))
      throw invalid("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
    if (!Array.isArray(values) && rows * columns > 100000) throw invalid('one value for a large range');
    for (let down = 0; down < rows; down++) {
      for (let across = 0; across < columns; across++) {
        const row = this.area.top + down;
        const column = this.area.left + across;
        const key = placeKey(row, column);
        const cell = this.sheet.cells.get(key) ?? { value: null };
        apply(cell, Array.isArray(values) ? (values[down] as unknown[])[across] : values, row, column);
        this.sheet.cells.set(key, cell);
      }
    }
  }

  _ValidateArraySize(rows: number, columns: number): void {
    const size = sizeOf(this.area);
    if (rows !== size.rows || columns !== size.columns) throw invalid('array size');
  }
  GetRow(index: number): Range {
    return new Range(this.host, this.sheet, { ...this.area, top: this.area.top + index, bottom: this.area.top + index });
  }
  GetBoundingRect(other: unknown): Range {
    if (!(other instanceof Range)) throw invalid('range expected');
    return new Range(this.host, this.sheet, {
      top: Math.min(this.area.top, other.area.top),
      left: Math.min(this.area.left, other.area.left),
      bottom: Math.max(this.area.bottom, other.area.bottom),
      right: Math.max(this.area.right, other.area.right),
    });
  }

  get RowHidden(): boolean | null {
    return uniform(this.sheet.hiddenRows, this.area.top, this.area.bottom);
  }
  set RowHidden(hidden: boolean) {
    this.change();
    if (hidden) throw invalid('hiding rows');
    this.sheet.hiddenRows = outside(this.sheet.hiddenRows, this.area.top, this.area.bottom);
  }
  get ColumnHidden(): boolean | null {
    return uniform(this.sheet.hiddenColumns, this.area.left, this.area.right);
  }
  set ColumnHidden(hidden: boolean) {
    this.change();
    if (hidden) throw invalid('hiding columns');
    this.sheet.hiddenColumns = outside(this.sheet.hiddenColumns, this.area.left, this.area.right);
  }
  get Format(): RangeFormat {
    return new RangeFormat(this.host, this.sheet, [this.area]);
  }

  GetCellProperties(options: Record<string, unknown>): unknown[][] {
    const {
      name = false,
      strikethrough = false,
      ...rest
    } = ((options.format as Record<string, unknown>)?.font ?? {}) as Record<string, boolean>;
    const { format: _format, textRuns = false, ...others } = options;
    if (Object.keys(rest).length + Object.keys(others).length > 0) throw invalid(`cell properties ${JSON.stringify(options)}`);
    const normal = this.host.model.defaultFont ?? 'Calibri';
    return this.matrix((_row, _column, cell) => {
      const font = cell?.font ?? normal;
      const runs = cell?.runs;
      const fonts = new Set(runs?.map((run) => run.font ?? font) ?? [font]);
      const struck = new Set(runs?.map((run) => run.struck) ?? [cell?.struck === true]);
      return {
        format: {
          font: {
            ...(name ? { name: fonts.size === 1 ? Array.from(fonts)[0] : null } : {}),
            ...(strikethrough ? { strikethrough: struck.size === 1 ? Array.from(struck)[0] : null } : {}),
          },
        },
        ...(textRuns
          ? {
              textRuns: (runs ?? (typeof cell?.value === 'string' ? [{ text: cell.value, struck: cell.struck === true }] : [])).map(
                (run) => ({
                  text: run.text,
                  font: { name: ('font' in run && run.font) || font, strikethrough: run.struck },
                }),
              ),
            }
          : {}),
      };
    });
  }

  GetRowProperties(options: Record<string, unknown>): unknown[] {
    if (Object.keys(options).join() !== 'rowHidden') throw invalid('row properties');
    return Array.from({ length: this.RowCount }, (_row, down) => ({ rowHidden: isInSpans(this.sheet.hiddenRows, this.area.top + down) }));
  }
  GetColumnProperties(options: Record<string, unknown>): unknown[] {
    if (Object.keys(options).join() !== 'columnHidden') throw invalid('column properties');
    return Array.from({ length: this.ColumnCount }, (_column, across) => ({
      columnHidden: isInSpans(this.sheet.hiddenColumns, this.area.left + across),
    }));
  }
  SetRowProperties(rows: { format?: { rowHeight?: number } }[]): void {
    this.change();
    if (rows.length !== this.RowCount) throw invalid('row count');
    rows.forEach((row, down) => {
      const height = row.format?.rowHeight;
      if (height === undefined || height < 0 || height > 409.5) throw invalid('row height');
      this.sheet.rowHeights.set(this.area.top + down, height);
    });
  }
  SetColumnProperties(columns: { format?: { columnWidth?: number } }[]): void {
    this.change();
    if (columns.length !== this.ColumnCount) throw invalid('column count');
    columns.forEach((column, across) => {
      const width = column.format?.columnWidth;
      if (width === undefined || width < 0) throw invalid('column width');
      // Points on the wire, pixels in the model.
      this.sheet.columnWidths.set(this.area.left + across, width / 0.75);
    });
  }

  GetMergedAreasOrNullObject(): RangeAreas | null {
    const areas = this.sheet.merges.filter((merge) => intersects(merge, this.area));
    if (areas.length > 512) throw new WireError('GeneralException', 'There are too many merged areas.', 500);
    return areas.length === 0 ? null : new RangeAreas(this.host, this.sheet, areas);
  }

  GetSpecialCellsOrNullObject(kind: string): RangeAreas | null {
    if (kind !== 'Constants' && kind !== 'Formulas') throw invalid(`special cells ${kind}`);
    const areas: CellRange[] = [];
    eachCell(this.sheet, this.area, (cell, row, column) => {
      if (kind === 'Formulas' ? cell.formula !== undefined : cell.formula === undefined && cell.value !== null && cell.value !== '') {
        areas.push({ top: row, left: column, bottom: row, right: column });
      }
    });
    areas.sort((one, other) => one.top - other.top || one.left - other.left);
    const joined: CellRange[] = [];
    for (const area of areas) {
      const last = joined[joined.length - 1];
      if (last && last.top === area.top && last.right === area.left - 1) joined[joined.length - 1] = { ...last, right: area.right };
      else joined.push(area);
    }
    return joined.length === 0 ? null : new RangeAreas(this.host, this.sheet, joined);
  }

  Merge(across: boolean): void {
    this.change();
    if (across) throw invalid('merge across');
    if (this.sheet.merges.some((merge) => intersects(merge, this.area)))
      throw new WireError('MergedRangeConflict', 'The range overlaps a merged area.');
    eachCell(this.sheet, this.area, (cell, row, column) => {
      if ((row !== this.area.top || column !== this.area.left) && cell.value !== null && cell.value !== '') cell.value = null;
    });
    this.sheet.merges.push(this.area);
  }
  Unmerge(): void {
    this.change();
    this.sheet.merges = this.sheet.merges.filter((merge) => !intersects(merge, this.area));
  }

  Clear(applyTo: string): void {
    this.change();
    if (!['All', 'Hyperlinks', 'Formats'].includes(applyTo)) throw invalid(`clear ${applyTo}`);
    if (applyTo === 'All' && this.sheet.merges.some((merge) => intersects(merge, this.area))) throw invalid('clear over merged areas');
    // Excel tells nothing of looks.
    if (applyTo !== 'Formats') this.host.happened('changed', this.sheet, this.area);
    eachCell(this.sheet, this.area, (cell, _row, _column, key) => {
      if (applyTo === 'Hyperlinks') delete cell.link;
      else if (applyTo === 'Formats') {
        const { value, formula, note, link } = cell;
        if (value === null && formula === undefined && note === undefined && link === undefined) this.sheet.cells.delete(key);
        for (const look of ['format', 'font', 'struck', 'runs', 'quotePrefix', 'look'] as const) delete cell[look];
      } else if (cell.note === undefined && cell.link === undefined) this.sheet.cells.delete(key);
      else
        this.sheet.cells.set(key, {
          value: null,
          ...(cell.note === undefined ? {} : { note: cell.note }),
          ...(cell.link === undefined ? {} : { link: cell.link }),
        });
    });
  }

  set Hyperlink(link: unknown) {
    this.change();
    if (sizeOf(this.area).rows * sizeOf(this.area).columns !== 1) throw invalid('hyperlink of several cells');
    const { documentReference, screenTip, textToDisplay, ...rest } = link as Record<string, string | undefined>;
    if (Object.keys(rest).length > 0 || !documentReference || (screenTip ?? '').length > 255) throw invalid('hyperlink');
    const key = placeKey(this.area.top, this.area.left);
    const cell = this.sheet.cells.get(key) ?? { value: null };
    // Excel shows the address where the cell is blank, and gives it the look of a link.
    if (textToDisplay !== undefined) Object.assign(cell, parseEntry(textToDisplay, cell.format));
    else if (cell.value === null || cell.value === '') cell.value = documentReference;
    this.host.happened('changed', this.sheet, this.area);
    cell.link = { reference: documentReference, tooltip: screenTip ?? '' };
    cell.look = { ...cell.look, underline: true, colour: '0563C1' };
    this.sheet.cells.set(key, cell);
  }

  Select(): void {
    if (this.sheet.visibility !== 'visible')
      throw new WireError('InvalidSelection', 'The current selection is invalid for this operation.');
    this.host.model.active = this.host.model.sheets.indexOf(this.sheet);
    this.host.model.selection = this.area;
  }
}

class RangeCollection extends ExcelObject {
  readonly type = 'RangeCollection';
  constructor(
    host: ExcelHost,
    readonly sheet: ModelSheet,
    readonly areas: readonly CellRange[],
  ) {
    super(host);
  }
  override items(): ExcelObject[] {
    return this.areas.map((area) => new Range(this.host, this.sheet, area));
  }
}

export class RangeAreas extends ExcelObject {
  readonly type = 'RangeAreas';
  private reference: string | null = null;
  constructor(
    host: ExcelHost,
    readonly sheet: ModelSheet,
    readonly list: readonly CellRange[],
  ) {
    super(host);
  }
  override identity(): Record<string, unknown> {
    this.reference ??= this.host.keep(this);
    return { _ReferenceId: this.reference };
  }
  _KeepReference(): void {}
  get CellCount(): number {
    return this.list.reduce((sum, area) => sum + sizeOf(area).rows * sizeOf(area).columns, 0);
  }
  get Areas(): RangeCollection {
    return new RangeCollection(this.host, this.sheet, this.list);
  }
  get Format(): RangeFormat {
    return new RangeFormat(this.host, this.sheet, this.list);
  }
}

/** The rectangle of an address without a sheet. */
export function areaOf(address: string): CellRange {
  const area = parseRange(address);
  if (!area) throw invalid(`address ${address}`);
  return area;
}

export type { CellBorders };
