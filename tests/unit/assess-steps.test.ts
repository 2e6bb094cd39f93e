import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assess, assessInSteps } from '../../core/assess';
import { takeAll } from '../../core/workbook/steps';
import type { Steps } from '../../core/workbook/steps';
import { readXlsx, readXlsxInSteps } from '../../core/xlsx/read';

const folder = path.resolve(__dirname, '../samples');
const files = ['s01-', 's16-', 's46-', 's66-'].map((start) => {
  const name = readdirSync(folder).find((each) => each.startsWith(start) && each.endsWith('.xlsx')) ?? '';
  return new Uint8Array(readFileSync(path.join(folder, name)));
});

/** Takes computations turn by turn, one step each. */
function inTurns<Result>(all: readonly Steps<Result>[]): { readonly results: Result[]; readonly steps: number } {
  const results: Result[] = [];
  let steps = 0;
  while (Object.keys(results).length < all.length) {
    all.forEach((each, index) => {
      if (index in results) return;
      const step = each.next();
      steps += 1;
      if (step.done === true) results[index] = step.value;
    });
  }
  return { results, steps };
}

test('workbooks read and assessed in turns, a step each, come out as each alone', () => {
  const books = inTurns(files.map((bytes) => readXlsxInSteps(bytes)));
  expect(books.results).toEqual(files.map((bytes) => readXlsx(bytes)));
  const { results, steps } = inTurns(books.results.map((book) => assessInSteps(book)));
  expect(results).toEqual(books.results.map((book) => assess(book)));
  expect(steps).toBeGreaterThan(files.length * 50);
});

test('reading in steps fails as reading does', () => {
  expect(() => takeAll(readXlsxInSteps(new Uint8Array([1, 2, 3])))).toThrow(expect.objectContaining({ name: 'WorkbookError' }));
});
