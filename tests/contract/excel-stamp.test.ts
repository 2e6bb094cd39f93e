/// <reference types="office-js" />
import { assess } from '../../core/assess';
import type { SheetDesign } from '../../core/summary/design';
import { findOwnSheet, findSummary } from '../../core/summary/verify';
import { readXlsx } from '../../core/xlsx/read';
import { describeStamp, readOpenWorkbook, stampOpenWorkbook } from '../../excel-addin/actions';
import { selectCell } from '../../excel-addin/jump';
import { openInExcel } from '../doubles/excel-runtime';
import { addModelSheet, copyModel, placeKey, snapshotOfModel, usedRange } from '../doubles/workbook-model';
import type { ModelCell, ModelSheet, WorkbookModel } from '../doubles/workbook-model';
import { commandLineDesigns, commandLineSheets, openSample, sampleNames, TIME } from './excel-samples';

const request = (findingsSheet = false) => ({ options: {}, findingsSheet, assignment: null, handEntries: {} });
const others = (model: WorkbookModel, names: readonly string[]) => model.sheets.filter((sheet) => !names.includes(sheet.name));
const sheetOf = (model: WorkbookModel, name: string) => model.sheets.find((sheet) => sheet.name === name) as ModelSheet;

/** A sheet with all that it holds, as text: compared so, large sheets take a moment and not most of a test's time. */
const textOf = (sheet: ModelSheet): string =>
  JSON.stringify({
    ...sheet,
    cells: [...sheet.cells],
    columnWidths: [...sheet.columnWidths],
    rowHeights: [...sheet.rowHeights],
  });

/** What the model's sheet shows, cell by cell, must be what the design asks for. */
function expectDesign(model: WorkbookModel, design: SheetDesign): void {
  const sheet = sheetOf(model, design.replaces ?? design.name);
  const places = new Set(design.cells.map((cell) => placeKey(cell.row, cell.column)));
  const stampAt = placeKey(design.stampCell.row, design.stampCell.column);
  // Compared as a whole: thousands of single comparisons would take most of the test's time.
  const wanted = design.cells.map((cell) => {
    const { name: _name, font, numberFormat, ...look } = cell.style;
    const key = placeKey(cell.row, cell.column);
    return {
      key,
      value: key === stampAt ? design.stampCell.text : cell.value === '' ? null : cell.value,
      font,
      numberFormat,
      look,
      link: cell.link ? { reference: cell.link.reference, tooltip: cell.link.tooltip.slice(0, 250) } : null,
      quotePrefix: cell.quotePrefix ?? false,
    };
  });
  const found = wanted.map(({ key }) => {
    const cell = sheet.cells.get(key) as ModelCell;
    const look = { fill: null, borders: { top: 'none', right: 'none', bottom: 'none', left: 'none' }, ...cell.look };
    return {
      key,
      value: cell.value,
      font: cell.font ?? model.defaultFont,
      numberFormat: cell.format ?? 'General',
      look,
      link: cell.link ?? null,
      quotePrefix: cell.quotePrefix ?? false,
    };
  });
  expect(found).toEqual(wanted);
  const others = Array.from(sheet.cells).filter(([key, cell]) => !places.has(key) && (cell.value !== null || cell.link !== undefined));
  expect(others).toEqual([]);
  expect(sheet.merges.slice().sort((a, b) => a.top - b.top || a.left - b.left)).toEqual(
    design.merges.slice().sort((a, b) => a.top - b.top || a.left - b.left),
  );
  design.columns.forEach(({ width }, column) => expect(sheet.columnWidths.get(column)).toBeCloseTo(width * 7 + 5, 5));
  design.rows.forEach(({ height }, row) => expect(sheet.rowHeights.get(row)).toBe(height));
  expect(sheet.frozenRows).toBe(design.frozenRows);
  expect(sheet.autoFilter).toEqual(design.autoFilter);
  expect(sheet.showGridlines).toBe(false);
  expect(sheet.charts).toEqual(
    design.chart === null
      ? []
      : [
          {
            name: design.chart.name,
            title: design.chart.title,
            categories: design.chart.categories,
            anchor: design.chart.anchor,
            series: design.chart.series.map(({ name, values, fill, line }) => ({ name, values, fill, line })),
          },
        ],
  );
  expect(sheet.print).toMatchObject({
    Orientation: 'Landscape',
    PaperSize: 'A4',
    Zoom: { horizontalFitToPages: 1 },
    State: 'FirstAndDefault',
  });
  expect(sheet.print.TopMargin).toBeCloseTo(56.69, 2);
}

describe('the result sheet is the one that the command line writes, in 1.14, 1.17 and 1.21', () => {
  test.each(sampleNames)('%s', async (name) => {
    const sample = openSample(name);
    const model = sample.model();
    const before = copyModel(model);
    const double = openInExcel(model, '1.14');
    const { sheets } = await stampOpenWorkbook(request(true), TIME);
    const designs = commandLineDesigns(sample.workbook, true);
    expect(sheets).toEqual(designs.map((design) => design.name));
    designs.forEach((design) => expectDesign(model, design));
    expect(JSON.stringify(others(model, sheets as string[]).map((sheet) => [...sheet.cells]))).toBe(
      JSON.stringify(before.sheets.map((sheet) => [...sheet.cells])),
    );
    expect(others(model, sheets as string[])).toEqual(before.sheets);
    expect(double.requests).toBeLessThanOrEqual(5);
    for (const version of ['1.17', '1.21']) {
      const newer = copyModel(before);
      openInExcel(newer, version);
      await stampOpenWorkbook(request(true), TIME);
      expect(newer.sheets.map((sheet) => sheet.name)).toEqual(model.sheets.map((sheet) => sheet.name));
      const differing = newer.sheets.filter((sheet, index) => textOf(sheet) !== textOf(model.sheets[index] as ModelSheet));
      expect([version, differing.map((sheet) => sheet.name)]).toEqual([version, []]);
    }
    if (!sample.isXlsx) return;
    const told = commandLineSheets(sample.bytes, designs);
    const own = snapshotOfModel(model).sheets.filter((sheet) => sheets?.includes(sheet.name));
    for (const [index, sheet] of told.entries()) {
      // The writer of files marks a text by its cell's style, which a snapshot does not hold; font names are checked above.
      const bare = (cells: typeof sheet.cells) =>
        cells.filter((cell) => cell.value !== null && cell.value !== '').map(({ font: _font, ...cell }) => cell);
      expect(bare(own[index]?.cells ?? [])).toEqual(bare(sheet.cells));
    }
  });
});

const sample = openSample(sampleNames.find((name) => name.startsWith('s04')) as string);
const SHEET = commandLineDesigns(sample.workbook, false)[0]?.name as string;

async function stamped(version = '1.14'): Promise<WorkbookModel> {
  const model = sample.model();
  openInExcel(model, version);
  await stampOpenWorkbook(request(), TIME);
  return model;
}

describe('stamping again', () => {
  test('rewrites our sheet in place, with what a hand wrote, and leaves the same sheet behind', async () => {
    const model = await stamped();
    const first = sheetOf(model, SHEET);
    const id = first.id;
    const again = openInExcel(model, '1.14');
    await stampOpenWorkbook(request(), TIME);
    expect(sheetOf(model, SHEET).id).toBe(id);
    expect(model.sheets.filter((sheet) => sheet.name.startsWith(SHEET))).toHaveLength(1);
    expect(again.requests).toBeLessThanOrEqual(5);
    const fresh = await stamped();
    const [one, other] = [model, fresh].map((each) => JSON.stringify(snapshotOfModel(each)));
    expect(one).toBe(other);
    expect(sheetOf(model, SHEET).charts).toHaveLength(1);
  });

  test('a longer sheet of before leaves nothing behind', async () => {
    const model = await stamped();
    const sheet = sheetOf(model, SHEET);
    sheet.cells.set(placeKey(900, 3), { value: 'thừa', link: { reference: "'X'!A1", tooltip: '' } });
    sheet.merges.push({ top: 900, left: 3, bottom: 900, right: 5 });
    openInExcel(model, '1.14');
    await stampOpenWorkbook(request(), TIME);
    expectDesign(model, { ...(commandLineDesigns(sample.workbook, false)[0] as SheetDesign), replaces: SHEET });
  });

  test('hand-written content stays', async () => {
    const model = await stamped();
    const design = commandLineDesigns(sample.workbook, false)[0] as SheetDesign;
    const hand = design.cells.find((cell) => cell.hand === 'so') as SheetDesign['cells'][number];
    const cell = sheetOf(model, SHEET).cells.get(placeKey(hand.row, hand.column)) as ModelCell;
    cell.value = 'Số: 12/BC-UBND';
    openInExcel(model, '1.14');
    await stampOpenWorkbook(request(), TIME);
    expect(sheetOf(model, SHEET).cells.get(placeKey(hand.row, hand.column))?.value).toBe('Số: 12/BC-UBND');
  });
});

describe('what can go wrong', () => {
  /** Stamps and looks at the workbook before every action of the writing: it is what a failure of that action would leave behind. */
  async function watch(model: WorkbookModel, look: (number: number) => void, findingsSheet = false): Promise<number> {
    const double = openInExcel(model, '1.14');
    double.beforeAction = look;
    await stampOpenWorkbook(request(findingsSheet), TIME);
    return double.actions;
  }

  /** A stamp that really fails at that action. */
  async function fail(start: WorkbookModel, failAt: number, findingsSheet = false): Promise<WorkbookModel> {
    const model = copyModel(start);
    openInExcel(model, '1.14').failAt = failAt;
    await expect(stampOpenWorkbook(request(findingsSheet), TIME)).rejects.toMatchObject({ name: 'HostError' });
    return model;
  }

  test('failing at every action in turn leaves nothing but our own unfinished sheets, which the next stamp takes over', async () => {
    const start = sample.model();
    const designs = commandLineDesigns(sample.workbook, true);
    const names = designs.map((design) => design.name);
    const unchanged = JSON.stringify(start.sheets.map((sheet) => [sheet.name, ...sheet.cells]));
    const model = copyModel(start);
    const states: string[] = [];
    const stateOf = (sheet: ModelSheet | undefined, kind: SheetDesign['kind']): string => {
      if (sheet === undefined) return 'none';
      if (usedRange(sheet, { formatted: true }) === null && sheet.charts.length === 0) return 'blank';
      const found = findOwnSheet(snapshotOfModel(model), kind);
      return found?.sheet === sheet.name ? found.state : 'lost';
    };
    const look = (): string => {
      const kept = JSON.stringify(others(model, names).map((sheet) => [sheet.name, ...sheet.cells])) === unchanged ? 'kept' : 'changed';
      return [kept, ...designs.map(({ name, kind }) => stateOf(sheetOf(model, name), kind))].join(', ');
    };
    const actions = await watch(model, () => states.push(look()), true);
    expect(actions).toBeGreaterThan(600);
    // In this order and no other: a sheet is blank for a moment, then marked until everything is written.
    expect(states.filter((state, index) => state !== states[index - 1])).toEqual([
      'kept, none, none',
      'kept, blank, none',
      'kept, unfinished, none',
      'kept, unfinished, blank',
      'kept, unfinished, unfinished',
      'kept, finished, unfinished',
    ]);
    const blank = states.flatMap((state, index) => (/blank/.test(state) ? [index + 1] : []));
    expect(blank.length).toBeLessThan(12);
    for (const failAt of [1, 10, ...blank, actions - 700, actions - 400, actions - 40, actions - 1, actions]) {
      const failed = await fail(start, failAt, true);
      expect(others(failed, names)).toEqual(start.sheets);
      openInExcel(failed, '1.14');
      const { sheets } = await stampOpenWorkbook(request(true), TIME);
      expect(sheets).toEqual(names);
      expect(failed.sheets).toHaveLength(start.sheets.length + 2);
      commandLineDesigns(sample.workbook, true).forEach((design) => expectDesign(failed, design));
    }
  });

  test.each<[string, (sheet: ModelSheet) => unknown]>([
    ['a look', (sheet) => (sheet.formatted = { top: 0, left: 0, bottom: 0, right: 0 })],
    ['a text', (sheet) => sheet.cells.set(placeKey(3, 3), { value: 'của xã' })],
    ['a note', (sheet) => sheet.cells.set(placeKey(3, 3), { value: null, note: 'của xã' })],
    ['a picture', (sheet) => (sheet.shapes = 1)],
    ['a comment', (sheet) => (sheet.comments = 1)],
    ['a chart', (sheet) => sheet.charts.push({ name: 'A', title: '', categories: null, series: [], anchor: null })],
    ['a lock', (sheet) => (sheet.protected = true)],
    ['hidden', (sheet) => (sheet.visibility = 'hidden')],
  ])('a sheet with our name and %s is not ours: it stays as it is', async (_case, change) => {
    const model = sample.model();
    change(addModelSheet(model, SHEET));
    const before = copyModel(model);
    openInExcel(model, '1.14');
    const { sheets } = await stampOpenWorkbook(request(), TIME);
    expect(sheets).toEqual([`${SHEET} (2)`]);
    expect(others(model, sheets as string[])).toEqual(before.sheets);
  });

  test('failing at every action while our sheet is rewritten: it always says that it is unfinished, and the next stamp takes it over', async () => {
    const start = await stamped();
    const model = copyModel(start);
    const states: string[] = [];
    const actions = await watch(model, () => {
      const found = findSummary(snapshotOfModel(model));
      states.push(found?.sheet === SHEET ? found.state : 'lost');
    });
    // As it was until the first change, unfinished from there to the last action.
    const first = states.indexOf('unfinished');
    expect(first).toBeGreaterThan(0);
    expect(new Set(states.slice(0, first))).toEqual(new Set(['finished']));
    expect(new Set(states.slice(first))).toEqual(new Set(['unfinished']));
    expect(states.length - first).toBeGreaterThan(300);
    for (const failAt of [first + 2, first + 5, first + 40, actions]) {
      const failed = await fail(start, failAt);
      expect(findSummary(snapshotOfModel(failed))).toMatchObject({ sheet: SHEET, state: 'unfinished' });
      openInExcel(failed, '1.14');
      await stampOpenWorkbook(request(), TIME);
      expect(findSummary(snapshotOfModel(failed))?.state).toBe('finished');
    }
  });

  test('what a hand wrote outlives a stamp that was cut off, while the pane is open', async () => {
    const model = await stamped();
    const design = commandLineDesigns(sample.workbook, false)[0] as SheetDesign;
    const hand = design.cells.find((cell) => cell.hand === 'so') as SheetDesign['cells'][number];
    (sheetOf(model, SHEET).cells.get(placeKey(hand.row, hand.column)) as ModelCell).value = 'Số: 7/BC';
    const double = openInExcel(model, '1.14');
    double.failAt = 60;
    await expect(stampOpenWorkbook(request(), TIME)).rejects.toMatchObject({ name: 'HostError' });
    openInExcel(model, '1.14');
    await stampOpenWorkbook(request(), TIME);
    expect(sheetOf(model, SHEET).cells.get(placeKey(hand.row, hand.column))?.value).toBe('Số: 7/BC');
  });

  test('a protected structure gives a new workbook with the result alone', async () => {
    const model = sample.model();
    model.structureProtected = true;
    const before = copyModel(model);
    const double = openInExcel(model, '1.14');
    const result = await stampOpenWorkbook(request(), TIME);
    expect(model).toEqual(before);
    expect(describeStamp(result)).toMatch(/sổ tính mới/);
    const made = readXlsx(Buffer.from(double.createdWorkbooks[0] as string, 'base64'));
    expect(made.sheets.map((sheet) => sheet.name)).toEqual([SHEET]);
    expect(findSummary(made)?.state).toBe('finished');
  });

  test('a protected structure does not keep our own sheet from being rewritten', async () => {
    const model = await stamped();
    model.structureProtected = true;
    const double = openInExcel(model, '1.14');
    await stampOpenWorkbook(request(), '2026-12-01T00:00:00.000Z');
    expect(double.createdWorkbooks).toEqual([]);
    expect(findSummary(snapshotOfModel(model))?.stamp?.time).toBe('2026-12-01T00:00:00.000Z');
  });

  test.each<[string, (model: WorkbookModel) => void, string, RegExp]>([
    ['our sheet is protected', (model) => (sheetOf(model, SHEET).protected = true), 'protected', /Bỏ bảo vệ trang tính/],
    ['the workbook is read-only', (model) => (model.readOnly = true), 'read-only', /chỉ đọc/],
  ])('%s: a sentence, and nothing is written', async (_case, change, code, message) => {
    const model = await stamped();
    change(model);
    const before = copyModel(model);
    openInExcel(model, '1.14');
    await expect(stampOpenWorkbook(request(), TIME)).rejects.toMatchObject({ name: 'HostError', code, message });
    expect(model).toEqual(before);
  });

  test.each(['1.1', '1.7'])('an Excel below the floor (%s) is not touched', async (version) => {
    const model = sample.model();
    const before = copyModel(model);
    const double = openInExcel(model, version);
    await expect(stampOpenWorkbook(request(), TIME)).rejects.toMatchObject({ code: 'unsupported' });
    expect(double.requests).toBe(0);
    expect(model).toEqual(before);
  });
});

describe('jumping', () => {
  const [first] = sample.workbook.sheets;
  const reference = `'${first?.name.replace(/'/g, "''")}'!C7`;

  test('selects the cell in one call', async () => {
    const model = sample.model();
    const double = openInExcel(model, '1.14');
    expect(await selectCell(reference, null)).toEqual({});
    expect(double.requests).toBe(1);
    expect(model.selection).toEqual({ top: 6, left: 2, bottom: 6, right: 2 });
  });

  test('a hidden row or column is told, a hidden sheet is left alone', async () => {
    const model = sample.model();
    (model.sheets[0] as ModelSheet).hiddenRows = [[6, 6]];
    openInExcel(model, '1.14');
    expect(await selectCell(reference, null)).toEqual({ hidden: 'row' });
    (model.sheets[0] as ModelSheet).hiddenRows = [];
    (model.sheets[0] as ModelSheet).hiddenColumns = [[2, 3]];
    expect(await selectCell(reference, null)).toEqual({ hidden: 'column' });
    (model.sheets[0] as ModelSheet).visibility = 'hidden';
    const { workbook } = await readOpenWorkbook();
    expect(await selectCell(reference, workbook)).toEqual({ hidden: 'sheet' });
    expect((model.sheets[0] as ModelSheet).visibility).toBe('hidden');
  });

  test('a sheet that is gone is said', async () => {
    openInExcel(sample.model(), '1.14');
    await expect(selectCell("'Không có'!A1", null)).rejects.toMatchObject({ code: 'not-found', message: /không còn/ });
  });
});

test('the assessment after a stamp finds the fresh stamp in order', async () => {
  const model = await stamped();
  openInExcel(model, '1.14');
  const { workbook } = await readOpenWorkbook();
  expect(assess(workbook).findings.filter((finding) => /summary/.test(finding.code))).toEqual([]);
});
