/// <reference types="office-js" />
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assess } from '../../core/assess';
import { readXlsx } from '../../core/xlsx/read';
import { readWorkbook } from '../../excel-addin/read';
import { openInExcel } from '../doubles/excel-runtime';
import { modelOfXlsx } from '../doubles/workbook-model';

const folder = path.join(__dirname, '../samples');
const samples = readdirSync(folder).filter((name) => name.endsWith('.xlsx') && !/khong-doc-duoc/.test(name));

test.each(samples)('%s', async (name) => {
  const bytes = readFileSync(path.join(folder, name));
  const double = openInExcel(modelOfXlsx(bytes, name), '1.14');
  const { workbook } = await Excel.run((context) => readWorkbook(context));
  expect(double.requests).toBeLessThanOrEqual(4);
  const own = readXlsx(bytes, { file: name });
  expect(JSON.stringify(assess(workbook))).toBe(JSON.stringify(assess(own)));
});
