/// <reference types="office-js" />
import { assessOpenWorkbook } from '../../excel-addin/actions';
import { openInExcel } from '../doubles/excel-runtime';
import { placeKey } from '../doubles/workbook-model';
import type { ModelSheet } from '../doubles/workbook-model';
import { openSample, sampleNames } from './excel-samples';

/** Less than the goal of 200 ms would fail on a busy machine that runs all other tests at the same time; the bench reports the figure itself. */
const CEILING = 1500;

test('for 5,000 used cells our own part of the time stays small', async () => {
  const model = openSample(sampleNames.find((name) => name.startsWith('s04')) as string).model();
  const sheet = model.sheets[model.sheets.length - 1] as ModelSheet;
  let cells = model.sheets.reduce((sum, one) => sum + one.cells.size, 0);
  for (let row = 200; cells < 5000; row++)
    for (let column = 0; column < 10; column++, cells++) sheet.cells.set(placeKey(row, column), { value: `số liệu ${row}.${column}` });
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const double = openInExcel(model, '1.21', { handsOutFile: false });
    const execute = double.execute;
    let inHost = 0;
    Object.assign(double, {
      execute: (body: string) => {
        const before = performance.now();
        const answer = execute(body);
        inHost += performance.now() - before;
        return answer;
      },
    });
    const start = performance.now();
    await assessOpenWorkbook({});
    times.push(performance.now() - start - inHost);
  }
  const best = Math.min(...times);
  if (process.env['BENCH'])
    console.log(`pane time beyond the host's own, 5,000 used cells: ${times.map((time) => Math.round(time)).join(', ')} ms`);
  expect(best).toBeLessThan(CEILING);
});
