import { apiSets } from '../doubles/excel-sets';
import { objectModel } from '../doubles/excel-runtime';
import { answered } from '../doubles/excel-workbook';

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
