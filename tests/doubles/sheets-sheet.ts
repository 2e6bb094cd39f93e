import { isInSpans, usedRange } from './workbook-model';
import type { ModelChart, ModelSheet } from './workbook-model';
import { areaOf, createRange, createRangeList, dataArea, sheetIdOf } from './sheets-range';
import { googleError } from './sheets-strict';
import type { SheetsWorld } from './sheets-strict';
import type { CellRange, Span } from '../../core/workbook/workbook';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type ChartBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;

/** What stands behind a chart object. */
const chartsBehind = new WeakMap<object, ModelChart>();

const areaBehind = (range: Range): CellRange => ({
  top: range.getRow() - 1,
  left: range.getColumn() - 1,
  bottom: range.getRow() + range.getNumRows() - 2,
  right: range.getColumn() + range.getNumColumns() - 2,
});

function chartObject(world: SheetsWorld, chart: ModelChart): Chart {
  const made = world.strict<Chart>('EmbeddedChart', {
    // embedded-chart#getOptions()
    getOptions: () =>
      world.strict<GoogleAppsScript.Charts.ChartOptions>('ChartOptions', {
        get: (name: string) => (name === 'title' ? chart.title : null) as unknown as object,
      }),
  });
  chartsBehind.set(made, chart);
  return made;
}

function chartBuilder(world: SheetsWorld): ChartBuilder {
  const ranges: CellRange[] = [];
  const options = new Map<string, unknown>();
  let type: unknown = null;
  let place: { row: number; column: number } | null = null;
  const self: ChartBuilder = world.strict<ChartBuilder>('EmbeddedChartBuilder', {
    // embedded-chart-builder#setChartType(ChartType)
    setChartType(wanted) {
      type = wanted;
      return self;
    },
    // embedded-chart-builder#addRange(Range)
    addRange(range) {
      ranges.push(areaBehind(range));
      return self;
    },
    setNumHeaders: () => self, // embedded-chart-builder#setNumHeaders(Integer)
    // embedded-chart-builder#setOption(String,Object)
    setOption(name, value) {
      options.set(name, JSON.parse(JSON.stringify(value)));
      return self;
    },
    // embedded-chart-builder#setPosition(Integer,Integer,Integer,Integer)
    setPosition(row, column) {
      if (row < 1 || column < 1) throw googleError('Invalid position');
      place = { row: row - 1, column: column - 1 };
      return self;
    },
    // embedded-chart-builder#build()
    build() {
      if (type !== 'COLUMN' || place === null || ranges.length < 2) throw googleError('Chart has no type, data or place');
      const [categories = null, ...values] = ranges;
      const series = (options.get('series') ?? []) as { labelInLegend?: string; color?: string }[];
      return chartObject(world, {
        name: '',
        title: String(options.get('title') ?? ''),
        categories,
        series: values.map((area, index) => ({
          name: series[index]?.labelInLegend ?? '',
          values: area,
          fill: series[index]?.color?.slice(1) ?? null,
          line: null,
        })),
        anchor: { top: place.row, left: place.column, bottom: place.row, right: place.column },
      });
    },
  });
  return self;
}

/** Hidden stretches without what was shown again. */
function shown(hidden: readonly Span[], first: number, last: number): Span[] {
  return hidden.flatMap(([from, to]): Span[] => {
    const parts: Span[] = [
      [from, Math.min(to, first - 1)],
      [Math.max(from, last + 1), to],
    ];
    return parts.filter(([start, end]) => start <= end);
  });
}

/** A sheet. https://developers.google.com/apps-script/reference/spreadsheet/sheet */
export function createSheet(world: SheetsWorld, sheet: ModelSheet): Sheet {
  const { model } = world;
  const extras = world.extrasOf(sheet);
  const grid = <Result>(use: () => Result): Result => {
    if (extras.type !== 'GRID') throw googleError('Cannot perform this action on a sheet of this type.');
    return use();
  };
  const row = (position: number): number => {
    if (position < 1 || position > extras.maxRows) throw googleError('Those rows are out of bounds.');
    return position - 1;
  };
  const column = (position: number): number => {
    if (position < 1 || position > extras.maxColumns) throw googleError('Those columns are out of bounds.');
    return position - 1;
  };
  const edit = (change: () => void): void => {
    world.assertEditable(sheet);
    change();
  };
  const self: Sheet = world.strict<Sheet>('Sheet', {
    getName: () => sheet.name, // sheet#getName()
    getSheetId: () => sheetIdOf(sheet), // sheet#getSheetId()
    getType: () => extras.type as unknown as GoogleAppsScript.Spreadsheet.SheetType, // sheet#getType()
    isSheetHidden: () => sheet.visibility !== 'visible', // sheet#isSheetHidden()
    getMaxRows: () => grid(() => extras.maxRows), // sheet#getMaxRows()
    getMaxColumns: () => grid(() => extras.maxColumns), // sheet#getMaxColumns()
    // 0 for a blank sheet. sheet#getLastRow()
    getLastRow: () => grid(() => (usedRange(sheet)?.bottom ?? -1) + 1),
    getDataRange: () => grid(() => createRange(world, sheet, dataArea(sheet))), // sheet#getDataRange()
    getRange: (...given: unknown[]) => grid(() => createRange(world, sheet, areaOf(world, sheet, given))), // sheet#getRange(Integer,Integer,Integer,Integer)
    // sheet#getRangeList(String)
    getRangeList(addresses: string[]) {
      if (addresses.length === 0) throw googleError('Range not found');
      return createRangeList(world, sheet, addresses);
    },
    isRowHiddenByUser: (position: number) => isInSpans(sheet.hiddenRows, row(position)), // sheet#isRowHiddenByUser(Integer)
    isRowHiddenByFilter: (position: number) => isInSpans(extras.filteredRows, row(position)), // sheet#isRowHiddenByFilter(Integer)
    isColumnHiddenByUser: (position: number) => isInSpans(sheet.hiddenColumns, column(position)), // sheet#isColumnHiddenByUser(Integer)
    // What a filter hides stays hidden. sheet#showRows(Integer,Integer)
    showRows: (...given: number[]) =>
      edit(() => {
        const [first = 0, count = 1] = given;
        row(first + count - 1);
        sheet.hiddenRows = shown(sheet.hiddenRows, row(first), first + count - 2);
      }),
    // sheet#showColumns(Integer,Integer)
    showColumns: (...given: number[]) =>
      edit(() => {
        const [first = 0, count = 1] = given;
        column(first + count - 1);
        sheet.hiddenColumns = shown(sheet.hiddenColumns, column(first), first + count - 2);
      }),
    // Rows become as high as their texts need; the double knows no such height. sheet#autoResizeRows(Integer,Integer)
    autoResizeRows(first: number, count: number) {
      edit(() => {
        row(first + count - 1);
        for (let index = row(first); index < first - 1 + count; index++) sheet.rowHeights.delete(index);
      });
      return self;
    },
    // null where there is none. sheet#getFilter()
    getFilter: () =>
      sheet.autoFilter === null
        ? null
        : world.strict<GoogleAppsScript.Spreadsheet.Filter>('Filter', { remove: () => edit(() => (sheet.autoFilter = null)) }), // filter#remove()
    // sheet#getProtections(ProtectionType)
    getProtections: (type) =>
      extras.protections
        .filter((lock) => lock.type === (type as unknown as string))
        .map((lock) =>
          world.strict<GoogleAppsScript.Spreadsheet.Protection>('Protection', {
            canEdit: () => lock.canEdit, // protection#canEdit()
            isWarningOnly: () => lock.warningOnly, // protection#isWarningOnly()
          }),
        ),
    // sheet#insertRowsAfter(Integer,Integer)
    insertRowsAfter(position: number, count: number) {
      edit(() => {
        if (row(position) + 1 !== extras.maxRows) throw new TypeError('the double adds rows at the end only');
        extras.maxRows += count;
      });
      return self;
    },
    // sheet#insertColumnsAfter(Integer,Integer)
    insertColumnsAfter(position: number, count: number) {
      edit(() => {
        if (column(position) + 1 !== extras.maxColumns) throw new TypeError('the double adds columns at the end only');
        extras.maxColumns += count;
      });
      return self;
    },
    // Pixels; the row is not made higher where its text needs more. sheet#setRowHeightsForced(Integer,Integer,Integer)
    setRowHeightsForced(first: number, count: number, height: number) {
      edit(() => {
        row(first + count - 1);
        for (let index = row(first); index < first - 1 + count; index++) sheet.rowHeights.set(index, (height * 72) / 96);
      });
      return self;
    },
    // Pixels. sheet#setColumnWidths(Integer,Integer,Integer)
    setColumnWidths(first: number, count: number, width: number) {
      edit(() => {
        column(first + count - 1);
        for (let index = column(first); index < first - 1 + count; index++) sheet.columnWidths.set(index, width);
      });
      return self;
    },
    getFrozenRows: () => sheet.frozenRows, // sheet#getFrozenRows()
    getFrozenColumns: () => extras.frozenColumns, // sheet#getFrozenColumns()
    // sheet#setFrozenRows(Integer)
    setFrozenRows: (rows: number) =>
      edit(() => {
        if (sheet.merges.some((merge) => merge.top < rows && merge.bottom >= rows)) {
          throw googleError("You can't freeze rows which contain only part of a merged cell.");
        }
        sheet.frozenRows = rows;
      }),
    setFrozenColumns: (columns: number) => edit(() => (extras.frozenColumns = columns)), // sheet#setFrozenColumns(Integer)
    // sheet#setHiddenGridlines(Boolean)
    setHiddenGridlines(hide: boolean) {
      edit(() => (sheet.showGridlines = !hide));
      return self;
    },
    newChart: () => chartBuilder(world), // sheet#newChart()
    // sheet#getCharts()
    getCharts: () => sheet.charts.map((chart) => chartObject(world, chart)),
    // sheet#insertChart(EmbeddedChart)
    insertChart: (chart: Chart) => edit(() => void sheet.charts.push(chartsBehind.get(chart) as ModelChart)),
    // sheet#removeChart(EmbeddedChart)
    removeChart: (chart: Chart) => edit(() => (sheet.charts = sheet.charts.filter((one) => one !== chartsBehind.get(chart)))),
    // The range has to lie in this sheet; the sheet becomes the active one. sheet#setActiveSelection(Range)
    setActiveSelection(range: Range | string) {
      model.active = model.sheets.indexOf(sheet);
      model.selection = typeof range === 'string' ? areaOf(world, sheet, [range]) : areaBehind(range);
      return createRange(world, sheet, model.selection);
    },
  });
  return self;
}
