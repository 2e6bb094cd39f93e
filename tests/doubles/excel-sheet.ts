import type { CellRange } from '../../core/workbook/workbook';
import { denied, ExcelObject, invalid, notFound, WireError } from './excel-object';
import type { ExcelHost } from './excel-object';
import { areaOf, Range, RangeAreas, wholeSheet } from './excel-range';
import { addModelSheet, usedRange } from './workbook-model';
import type { ModelChart, ModelSheet } from './workbook-model';

/** An object that belongs to one sheet. */
abstract class SheetPart extends ExcelObject {
  constructor(
    host: ExcelHost,
    readonly sheet: ModelSheet,
  ) {
    super(host);
  }
  protected change(): void {
    if (this.sheet.protected || this.host.model.readOnly) throw denied();
  }
}

export class Worksheet extends SheetPart {
  readonly type = 'Worksheet';
  override identity(): Record<string, unknown> {
    return { _Id: this.sheet.id };
  }
  get Id(): string {
    return this.sheet.id;
  }
  get Name(): string {
    return this.sheet.name;
  }
  get Visibility(): string {
    return { visible: 'Visible', hidden: 'Hidden', 'very-hidden': 'VeryHidden' }[this.sheet.visibility];
  }
  get Protection(): WorksheetProtection {
    return new WorksheetProtection(this.host, this.sheet);
  }
  get Charts(): ChartCollection {
    return new ChartCollection(this.host, this.sheet);
  }
  get Shapes(): ShapeCollection {
    return new ShapeCollection(this.host, this.sheet);
  }
  get Comments(): CommentCollection {
    return new CommentCollection(this.host, this.sheet);
  }
  get AutoFilter(): AutoFilter {
    return new AutoFilter(this.host, this.sheet);
  }
  get FreezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.host, this.sheet);
  }
  get PageLayout(): PageLayout {
    return new PageLayout(this.host, this.sheet);
  }
  set Gridlines(shown: boolean) {
    this.change();
    this.sheet.showGridlines = shown;
  }
  GetRange(address?: string | null): Range {
    return new Range(this.host, this.sheet, address ? areaOf(address) : wholeSheet);
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.host, this.sheet, { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
  }
  GetRanges(address: string): RangeAreas {
    if (address.length > 8192) throw invalid('too many areas');
    return new RangeAreas(this.host, this.sheet, address.split(',').map(areaOf));
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean): Range | null {
    const area = usedRange(this.sheet, { formatted: valuesOnly !== true });
    return area ? new Range(this.host, this.sheet, area) : null;
  }
  Activate(): void {
    if (this.sheet.visibility !== 'visible') throw new WireError('InvalidOperation', 'The sheet is hidden.');
    this.host.model.active = this.host.model.sheets.indexOf(this.sheet);
  }
}

export class WorksheetCollection extends ExcelObject {
  readonly type = 'WorksheetCollection';
  override items(): ExcelObject[] {
    return this.host.model.sheets.map((sheet) => new Worksheet(this.host, sheet));
  }
  private find(key: unknown): ModelSheet | undefined {
    const wanted = String(key).toLowerCase();
    return this.host.model.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === wanted);
  }
  override itemAt(key: unknown): Worksheet {
    const sheet = this.find(key);
    if (!sheet) throw notFound();
    return new Worksheet(this.host, sheet);
  }
  GetItemOrNullObject(key: string): Worksheet | null {
    const sheet = this.find(key);
    return sheet ? new Worksheet(this.host, sheet) : null;
  }
  Add(name: string): Worksheet {
    if (this.host.model.structureProtected || this.host.model.readOnly) throw denied();
    if (this.find(name)) throw new WireError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409);
    if (name.length > 31 || /[\\/?*[\]:]/.test(name)) throw invalid('sheet name');
    const sheet = addModelSheet(this.host.model, name);
    this.host.happened('added', sheet);
    return new Worksheet(this.host, sheet);
  }
  _RegisterDataChangedEvent(): void {
    this.host.listen('changed', true);
  }
  _UnregisterDataChangedEvent(): void {
    this.host.listen('changed', false);
  }
  _RegisterAddedEvent(): void {
    this.host.listen('added', true);
  }
  _UnregisterAddedEvent(): void {
    this.host.listen('added', false);
  }
  _RegisterDeletedEvent(): void {
    this.host.listen('deleted', true);
  }
  _UnregisterDeletedEvent(): void {
    this.host.listen('deleted', false);
  }
  _RegisterRowSortedEvent(): void {
    this.host.listen('rowSorted', true);
  }
  _UnregisterRowSortedEvent(): void {
    this.host.listen('rowSorted', false);
  }
  _RegisterColumnSortedEvent(): void {
    this.host.listen('columnSorted', true);
  }
  _UnregisterColumnSortedEvent(): void {
    this.host.listen('columnSorted', false);
  }
}

/** Things on a sheet of which only the number is known. */
abstract class Things extends SheetPart {
  protected abstract readonly number: number;
  protected abstract one(id: string): ExcelObject;
  override items(): ExcelObject[] {
    return Array.from({ length: this.number }, (_thing, index) => this.one(`{${index + 1}}`));
  }
}

class ShapeCollection extends Things {
  readonly type = 'ShapeCollection';
  protected readonly number = this.sheet.shapes ?? 0;
  protected one(id: string): Shape {
    return new Shape(this.host, this.sheet, id);
  }
}

class CommentCollection extends Things {
  readonly type = 'CommentCollection';
  protected readonly number = this.sheet.comments ?? 0;
  protected one(id: string): Comment {
    return new Comment(this.host, this.sheet, id);
  }
}

/** A thing that is known by its id alone. */
abstract class Thing extends SheetPart {
  constructor(
    host: ExcelHost,
    sheet: ModelSheet,
    readonly id: string,
  ) {
    super(host, sheet);
  }
  override identity(): Record<string, unknown> {
    return { _Id: this.id };
  }
  get Id(): string {
    return this.id;
  }
}

class Shape extends Thing {
  readonly type = 'Shape';
}

class Comment extends Thing {
  readonly type = 'Comment';
}

class WorksheetProtection extends SheetPart {
  readonly type = 'WorksheetProtection';
  get Protected(): boolean {
    return this.sheet.protected;
  }
}

class AutoFilter extends SheetPart {
  readonly type = 'AutoFilter';
  Apply(range: unknown): void {
    this.change();
    if (!(range instanceof Range)) throw invalid('range expected');
    this.sheet.autoFilter = range.area;
  }
  Remove(): void {
    this.change();
    this.sheet.autoFilter = null;
  }
}

class WorksheetFreezePanes extends SheetPart {
  readonly type = 'WorksheetFreezePanes';
  FreezeRows(count: number): void {
    this.change();
    this.sheet.frozenRows = count;
  }
  Unfreeze(): void {
    this.change();
    this.sheet.frozenRows = 0;
  }
}

const layoutNames = [
  'Orientation',
  'PaperSize',
  'TopMargin',
  'BottomMargin',
  'LeftMargin',
  'RightMargin',
  'HeaderMargin',
  'FooterMargin',
  'CenterHorizontally',
  'FirstPageNumber',
  'Zoom',
] as const;

/** Print settings are kept as they were set: there is nothing to be worked out from them. */
class PageLayout extends SheetPart {
  readonly type = 'PageLayout';
  get HeadersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.host, this.sheet);
  }
  SetPrintTitleRows(rows: unknown): void {
    this.change();
    if (!(rows instanceof Range) && typeof rows !== 'string') throw invalid('print title rows');
    this.sheet.print.TitleRows = rows instanceof Range ? [rows.area.top, rows.area.bottom] : rows;
  }
}
for (const name of layoutNames) {
  Object.defineProperty(PageLayout.prototype, name, {
    configurable: true,
    set(this: PageLayout, value: unknown) {
      if (this.sheet.protected) throw denied();
      this.sheet.print[name] = value;
    },
  });
}

class HeaderFooterGroup extends SheetPart {
  readonly type = 'HeaderFooterGroup';
  get DefaultForAllPages(): HeaderFooter {
    return new HeaderFooter(this.host, this.sheet, 'DefaultForAllPages');
  }
  get FirstPage(): HeaderFooter {
    return new HeaderFooter(this.host, this.sheet, 'FirstPage');
  }
  set State(state: string) {
    this.sheet.print.State = state;
  }
}

class HeaderFooter extends SheetPart {
  readonly type = 'HeaderFooter';
  constructor(
    host: ExcelHost,
    sheet: ModelSheet,
    readonly page: string,
  ) {
    super(host, sheet);
  }
  set CenterHeader(text: string) {
    this.sheet.print[`${this.page}.CenterHeader`] = text;
  }
}

class ChartCollection extends SheetPart {
  readonly type = 'ChartCollection';
  override items(): ExcelObject[] {
    return this.sheet.charts.map((chart) => new Chart(this.host, this.sheet, chart));
  }
  override itemAt(key: unknown): Chart {
    const chart = this.sheet.charts.find((candidate) => candidate.name === key);
    if (!chart) throw notFound();
    return new Chart(this.host, this.sheet, chart);
  }
  Add(kind: string, source: unknown, seriesBy: string): Chart {
    this.change();
    if (kind !== 'ColumnClustered' || !(source instanceof Range) || seriesBy !== 'Columns') throw invalid('chart');
    if (source.area.left !== source.area.right) throw invalid('one column expected');
    const chart: ModelChart = {
      name: `Chart ${this.sheet.charts.length + 1}`,
      title: '',
      categories: null,
      series: [{ name: '', values: source.area, fill: null, line: null }],
      anchor: null,
    };
    this.sheet.charts.push(chart);
    return new Chart(this.host, this.sheet, chart);
  }
}

/** An object that belongs to one chart. */
abstract class ChartPart extends SheetPart {
  constructor(
    host: ExcelHost,
    sheet: ModelSheet,
    readonly chart: ModelChart,
  ) {
    super(host, sheet);
  }
}

class Chart extends ChartPart {
  readonly type = 'Chart';
  override identity(): Record<string, unknown> {
    return { _Id: this.chart.name };
  }
  get Name(): string {
    return this.chart.name;
  }
  set Name(name: string) {
    this.change();
    this.chart.name = name;
  }
  get Title(): ChartTitle {
    return new ChartTitle(this.host, this.sheet, this.chart);
  }
  get Legend(): ChartLegend {
    return new ChartLegend(this.host, this.sheet, this.chart);
  }
  get Series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.host, this.sheet, this.chart);
  }
  SetPosition(start: unknown, end: unknown): void {
    this.change();
    const [first, last] = [start, end].map((cell) => (cell instanceof Range ? cell.area : areaOf(String(cell)))) as [CellRange, CellRange];
    this.chart.anchor = { top: first.top, left: first.left, bottom: last.bottom, right: last.right };
  }
  Delete(): void {
    this.change();
    this.sheet.charts = this.sheet.charts.filter((chart) => chart !== this.chart);
  }
}

class ChartTitle extends ChartPart {
  readonly type = 'ChartTitle';
  set Text(text: string) {
    this.change();
    this.chart.title = text;
  }
}

class ChartLegend extends ChartPart {
  readonly type = 'ChartLegend';
  set Position(position: string) {
    this.change();
    if (position !== 'Bottom') throw invalid('legend position');
  }
}

class ChartSeriesCollection extends ChartPart {
  readonly type = 'ChartSeriesCollection';
  GetItemAt(index: number): ChartSeries {
    const series = this.chart.series[index];
    if (!series) throw notFound();
    return new ChartSeries(this.host, this.sheet, this.chart, series);
  }
  Add(name: string): ChartSeries {
    this.change();
    const series = { name, values: null, fill: null, line: null };
    this.chart.series.push(series);
    return new ChartSeries(this.host, this.sheet, this.chart, series);
  }
}

abstract class SeriesPart extends ChartPart {
  constructor(
    host: ExcelHost,
    sheet: ModelSheet,
    chart: ModelChart,
    readonly series: ModelChart['series'][number],
  ) {
    super(host, sheet, chart);
  }
}

class ChartSeries extends SeriesPart {
  readonly type = 'ChartSeries';
  set Name(name: string) {
    this.change();
    this.series.name = name;
  }
  set GapWidth(width: number) {
    if (width < 0 || width > 500) throw invalid('gap width');
  }
  set Overlap(overlap: number) {
    if (overlap < -100 || overlap > 100) throw invalid('overlap');
  }
  set HasDataLabels(_shown: boolean) {
    this.change();
  }
  get Format(): ChartSeriesFormat {
    return new ChartSeriesFormat(this.host, this.sheet, this.chart, this.series);
  }
  SetValues(range: unknown): void {
    this.change();
    if (!(range instanceof Range)) throw invalid('range expected');
    this.series.values = range.area;
  }
  SetXAxisValues(range: unknown): void {
    this.change();
    if (!(range instanceof Range)) throw invalid('range expected');
    this.chart.categories = range.area;
  }
}

class ChartSeriesFormat extends SeriesPart {
  readonly type = 'ChartSeriesFormat';
  get Fill(): ChartFill {
    return new ChartFill(this.host, this.sheet, this.chart, this.series);
  }
  get Line(): ChartLineFormat {
    return new ChartLineFormat(this.host, this.sheet, this.chart, this.series);
  }
}

class ChartFill extends SeriesPart {
  readonly type = 'ChartFill';
  SetSolidColor(colour: string): void {
    this.change();
    this.series.fill = colour.replace('#', '');
  }
}

class ChartLineFormat extends SeriesPart {
  readonly type = 'ChartLineFormat';
  set Color(colour: string) {
    this.change();
    this.series.line = colour.replace('#', '');
  }
}

/** Every class of the double that belongs to a sheet, for the list of what it answers. */
export const sheetClasses = [
  Worksheet,
  WorksheetCollection,
  WorksheetProtection,
  ShapeCollection,
  CommentCollection,
  Shape,
  Comment,
  AutoFilter,
  WorksheetFreezePanes,
  PageLayout,
  HeaderFooterGroup,
  HeaderFooter,
  ChartCollection,
  Chart,
  ChartTitle,
  ChartLegend,
  ChartSeriesCollection,
  ChartSeries,
  ChartSeriesFormat,
  ChartFill,
  ChartLineFormat,
];
