/// <reference types="office-js" />
/**
 * One workbook, two spreadsheet programs: Excel and Google Sheets give the same assessment and write the same sheets, but for the form of links
 * and what Google has not (names of charts, print settings, halves of a point).
 */
import type { Assessment } from '../../core/assessment';
import { parseReference } from '../../core/workbook/references';
import { isOwnSheet } from '../../core/summary/verify';
import { assessOpenWorkbook, stampOpenWorkbook } from '../../excel-addin/actions';
import type { Answer } from '../../sheets-addon/server/failure';
import type { Stamped } from '../../sheets-addon/server/stamp-spreadsheet';
import { openInExcel } from '../doubles/excel-runtime';
import { runScript } from '../doubles/sheets-script';
import { snapshotOfModel } from '../doubles/workbook-model';
import type { ModelSheet, WorkbookModel } from '../doubles/workbook-model';
import { buildForTests } from '../support/sheets';
import { openSample, sampleNames } from './excel-samples';

beforeAll(buildForTests);

const request = { options: {}, findingsSheet: true, assignment: null, handEntries: {} };
const plainLook = {
  size: 11,
  bold: false,
  italic: false,
  underline: false,
  colour: '000000',
  fill: null,
  borders: { top: 'none', right: 'none', bottom: 'none', left: 'none' },
  horizontal: 'left',
  vertical: 'bottom',
  wrap: false,
};

/** A sheet of ours as both programs should show it; of a blank cell only ground and borders are seen. */
function shown(sheet: ModelSheet, font: string | null) {
  const cells = Array.from(sheet.cells).flatMap(([key, cell]) => {
    const look = { ...plainLook, ...cell.look };
    const { fill, borders } = look;
    if (cell.value === null && fill === null && Object.values(borders).every((line) => line === 'none')) return [];
    const link = cell.link === undefined ? null : parseReference(cell.link.reference);
    const { value, formula, format = 'General' } = cell;
    return [[key, value === null ? { fill, borders } : { value, formula, format, font: cell.font ?? font, link, look }] as const];
  });
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    cells: Object.fromEntries<object>(cells),
    merges: sheet.merges.map(({ top, left, bottom, right }) => [top, left, bottom, right].join()).sort(),
    columns: Array.from(sheet.columnWidths, ([column, width]) => [column, Math.round(width)]).sort(),
    frozenRows: sheet.frozenRows,
    autoFilter: sheet.autoFilter,
    gridlines: sheet.showGridlines,
    charts: sheet.charts.map(({ title, categories, series }) => ({
      title,
      categories,
      series: series.map(({ name, values, fill }) => ({ name, values, fill })),
    })),
  };
}

function ownSheets(model: WorkbookModel): ModelSheet[] {
  const own = new Set(
    snapshotOfModel(model)
      .sheets.filter(isOwnSheet)
      .map((sheet) => sheet.name),
  );
  return model.sheets.filter((sheet) => own.has(sheet.name));
}

/** Cell by cell, so that the first one that differs is shown alone. */
function sameCells(one: ReturnType<typeof shown>, other: ReturnType<typeof shown>): void {
  const keys = new Set([...Object.keys(one.cells), ...Object.keys(other.cells)]);
  for (const key of keys) expect({ key, ...one.cells[key] }).toEqual({ key, ...other.cells[key] });
}

test.each(sampleNames)('%s', async (name) => {
  const sample = openSample(name);
  const [inSheets, inExcel] = [sample.model(), sample.model()];
  openInExcel(inExcel, '1.14');
  const { assessment } = await assessOpenWorkbook({});
  const answer = runScript(inSheets, { localFormulas: true }).call<Answer<Stamped>>('stampSpreadsheet', request);
  if ('failure' in answer) {
    // Nothing to write: both say so by the assessment.
    expect(answer.failure.code).toBe('no-workbook');
    expect(assessment.template.status === 'unrecognised' || assessment.criteria.length === 0).toBe(true);
    expect(ownSheets(inSheets)).toEqual([]);
    return;
  }
  expect(JSON.stringify(answer.result.assessment)).toBe(JSON.stringify(assessment satisfies Assessment));
  const written = ownSheets(inSheets);
  const time = /· lập (\S+) ·/.exec(Array.from(written[0]?.cells.values() ?? [], (cell) => String(cell.value)).join('\n'))?.[1] ?? '';
  await stampOpenWorkbook(request, time);
  const expected = ownSheets(inExcel);
  expect(written).toHaveLength(2);
  expect(written.map((sheet) => sheet.name)).toEqual(expected.map((sheet) => sheet.name));
  written.forEach((sheet, index) => {
    const other = expected[index] as ModelSheet;
    const [mine, theirs] = [shown(sheet, inSheets.defaultFont), shown(other, inExcel.defaultFont)];
    sameCells(mine, theirs);
    expect({ ...mine, cells: {} }).toEqual({ ...theirs, cells: {} });
    other.rowHeights.forEach((height, row) => expect(Math.abs((sheet.rowHeights.get(row) ?? 0) - height)).toBeLessThanOrEqual(0.5));
  });
});
