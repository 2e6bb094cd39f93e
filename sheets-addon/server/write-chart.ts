import type { ChartDesign, DesignRange } from '../../core/summary/design';
import { columnPixels, toPixels } from './write-looks';
import type { SheetFrame } from './sheet-frame';

type GoogleSheet = GoogleAppsScript.Spreadsheet.Sheet;

function rangeAt(sheet: GoogleSheet, { top, left, bottom, right }: DesignRange): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(top + 1, left + 1, bottom - top + 1, right - left + 1);
}

/** Takes away the charts that an earlier run put into this sheet: those with one of our titles. */
export function removeCharts(sheet: GoogleSheet, chart: ChartDesign | null): void {
  if (chart === null) return;
  for (const old of sheet.getCharts()) if (old.getOptions().get('title') === chart.title) sheet.removeChart(old);
}

/**
 * A native column chart over the result's own cells. Google draws the columns of a category side by side (it cannot lay them over each
 * other), which reads as well in black and white.
 */
export function writeChart(sheet: GoogleSheet, design: SheetFrame, chart: ChartDesign): void {
  const { anchor } = chart;
  const width = design.columns.slice(anchor.left, anchor.right + 1).reduce((sum, column) => sum + columnPixels(column.width), 0);
  const height = design.rows.slice(anchor.top, anchor.bottom + 1).reduce((sum, row) => sum + toPixels(row.height), 0);
  let builder = sheet.newChart().setChartType(Charts.ChartType.COLUMN).addRange(rangeAt(sheet, chart.categories));
  for (const series of chart.series) builder = builder.addRange(rangeAt(sheet, series.values));
  const made = builder
    .setNumHeaders(0)
    .setOption('title', chart.title)
    .setOption('width', width)
    .setOption('height', height)
    .setOption('legend', { position: 'bottom' })
    .setOption('vAxis', { minValue: 0 })
    .setOption(
      'series',
      chart.series.map(({ name, fill }) => ({ labelInLegend: name, color: `#${fill}` })),
    )
    .setPosition(anchor.top + 1, anchor.left + 1, 0, 0)
    .build();
  sheet.insertChart(made);
}
