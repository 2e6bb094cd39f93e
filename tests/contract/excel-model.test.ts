/// <reference types="office-js" />
import { apiSets } from '../doubles/excel-sets';
import { objectModel, openInExcel } from '../doubles/excel-runtime';
import { answered } from '../doubles/excel-workbook';
import { modelOfWorkbook } from '../doubles/workbook-model';

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
/** Where Office.js and the wire name a thing differently. */
const otherNames: Readonly<Record<string, string>> = { Gridlines: 'showGridlines' };

/** The double may refuse more than Excel, never less: whatever it answers must be in the real object model. */
test('every class and member that the double answers is in the pinned object model', () => {
  const model = objectModel().Excel as unknown as Record<string, { prototype: object } | undefined>;
  const missing: string[] = [];
  let members = 0;
  for (const { type, members: names } of answered) {
    const prototype = (model[type] ?? model[`_${type}`])?.prototype;
    // The functions of worksheets have one result type, which the model keeps to itself.
    if (!prototype && type === 'FunctionResult') continue;
    if (!prototype) missing.push(type);
    for (const name of names) {
      members++;
      const wanted = name.startsWith('_') ? name : (otherNames[name] ?? camel(name));
      if (prototype && !(wanted in prototype)) missing.push(`${type}.${wanted}`);
    }
  }
  expect(missing).toEqual([]);
  expect(members).toBeGreaterThan(100);
});

test('the requirement sets are read from the types', () => {
  const sets = apiSets();
  expect(sets.get('Range')?.get('getMergedAreasOrNullObject')).toBe('1.13');
  expect(sets.get('Range')?.get('values')).toBe('1.1');
  expect(sets.get('Range')?.get('getCellProperties')).toBe('1.9');
  expect(sets.get('StyleCollection')?.get('getItemOrNullObject')).toBe('1.14');
  expect(sets.get('CellPropertiesLoadOptions')?.get('textRuns')).toBe('1.18');
});

describe('what Excel does not have is refused', () => {
  const run = (version: string, job: (context: Excel.RequestContext) => unknown) => {
    openInExcel(modelOfWorkbook({ file: 'a.xlsx', defaultFont: 'Calibri', sheets: [sheet] }), version);
    return Excel.run(async (context) => {
      job(context);
      await context.sync();
    });
  };
  const sheet = { name: 'A', hidden: false, cells: [{ row: 0, column: 0, value: 1 }], merges: [], hiddenRows: [], hiddenColumns: [] };
  const range = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('A').getRange('A1');

  test.each<[string, string, string, (context: Excel.RequestContext) => unknown]>([
    ['a property that is set', '1.6', '1.7', (context) => (range(context).hyperlink = { documentReference: 'A!A1', screenTip: '' })],
    ['a property that is loaded', '1.7', '1.8', (context) => context.workbook.load('readOnly')],
    ['a property deep inside', '1.8', '1.9', (context) => range(context).load('format/font/strikethrough')],
    ['a method', '1.12', '1.13', (context) => range(context).getMergedAreasOrNullObject().load('address')],
    ['an option of a method', '1.17', '1.18', (context) => range(context).getCellProperties({ textRuns: true } as object)],
    ['an event', '1.9', '1.10', (context) => context.workbook.worksheets.onRowSorted.add(() => Promise.resolve())],
  ])('%s: not in %s, but in %s', async (_what, below, from, job) => {
    await expect(run(below, job)).rejects.toMatchObject({ code: 'ApiNotFound' });
    const after = await run(from, job).then(
      () => null,
      (error: { code: string; message: string }) => `${error.code} ${error.message}`,
    );
    // Not in the double is another thing than not in this version.
    expect(after === null || /is not in the double/.test(after)).toBe(true);
  });

  test('what the double does not know is an error, not silence', async () => {
    await expect(run('1.21', (context) => range(context).load('dataValidation/type'))).rejects.toMatchObject({ code: 'ApiNotFound' });
    await expect(run('1.21', (context) => range(context).insert('Down'))).rejects.toMatchObject({ code: 'ApiNotFound' });
  });
});
