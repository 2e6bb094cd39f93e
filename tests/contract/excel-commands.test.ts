/// <reference types="office-js" />
import { findSummary } from '../../core/summary/verify';
import type { Answer } from '../../excel-addin/commands/answer';
import { scoreWorkbook, stampResult } from '../../excel-addin/commands/commands';
import type { CommandParts } from '../../excel-addin/commands/commands';
import { openInExcel } from '../doubles/excel-runtime';
import { snapshotOfModel } from '../doubles/workbook-model';
import { openSample, sampleNames, TIME } from './excel-samples';

const sample = openSample(sampleNames.find((name) => name.startsWith('s04')) as string);

/** Runs one command in an open workbook; gives what was shown and how often Excel and the pane were told. */
async function command(
  run: typeof scoreWorkbook,
  { version = '1.14', refuses = null as string | null, parts = {} as Partial<CommandParts> } = {},
) {
  const model = sample.model();
  const double = openInExcel(model, version);
  double.refuses = refuses;
  const shown: Answer[] = [];
  let completed = 0;
  let told = 0;
  const show = async (answer: Answer): Promise<void> => void shown.push(answer);
  await run({ completed: () => void completed++ }, { show, tellPane: () => void told++, now: () => TIME, ...parts });
  return { model, double, shown, completed, told };
}

test('the workbook is assessed and nothing written', async () => {
  const { model, shown, completed, told } = await command(scoreWorkbook);
  expect(shown).toEqual([{ heading: expect.stringMatching(/Chưa kết luận được/) as string, lines: expect.any(Array) as string[] }]);
  expect([completed, told]).toEqual([1, 1]);
  expect(model).toEqual(sample.model());
});

test('the result is written and said', async () => {
  const { model, shown, completed, told } = await command(stampResult);
  expect(shown[0]?.heading).toMatch(/Đã ghi trang tính/);
  expect([completed, told]).toEqual([1, 1]);
  expect(findSummary(snapshotOfModel(model))?.state).toBe('finished');
});

test.each([
  ['Excel is busy', { refuses: 'HostIsBusy' }, /hộp thoại/],
  ['a dialog is open', { refuses: 'WriteNotSupportedWhenModalDialogOpen' }, /hộp thoại/],
  ['a cell is being edited', { refuses: 'InvalidOperationInCellEditMode' }, /Enter/],
  ['others work in it', { refuses: 'Conflict' }, /Người khác/],
  ['Excel is too old', { version: '1.7' }, /quá cũ/],
])('%s: a sentence, and Excel is told that the command is over', async (_case, state, says) => {
  for (const run of [scoreWorkbook, stampResult]) {
    const { model, shown, completed, told } = await command(run, state);
    expect(shown).toEqual([{ heading: 'Chưa làm được', lines: [expect.stringMatching(says) as string] }]);
    expect([completed, told]).toEqual([1, 0]);
    expect(model).toEqual(sample.model());
  }
});

test.each<[string, Partial<CommandParts>]>([
  ['no window can be shown', { show: () => Promise.reject(new Error('12007')) }],
  [
    'the pane cannot be told',
    {
      tellPane: () => {
        throw new Error('no store');
      },
    },
  ],
])('Excel is told that the command is over even where %s', async (_case, parts) => {
  const { completed } = await command(scoreWorkbook, { parts });
  expect(completed).toBe(1);
});

test('a window that nobody closes does not keep the command open for ever', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance', 'nextTick', 'queueMicrotask'] });
  try {
    let opened = false;
    const show = (): Promise<void> => new Promise(() => (opened = true));
    const running = command(scoreWorkbook, { parts: { show } });
    while (!opened) await new Promise((resolve) => setImmediate(resolve));
    jest.advanceTimersByTime(299000);
    expect((await running).completed).toBe(1);
  } finally {
    jest.useRealTimers();
  }
});
