import type { ExaminedFile } from '../../core/consolidate';
import type { ConsolidationHost } from '../../panel/consolidate/host';
import { createConsolidationJobs } from '../../panel/consolidate/jobs';
import type { ConsolidationTable } from '../../panel/consolidate/jobs';
import { createPool } from '../../panel/consolidate/pool';
import type { Caller } from '../../panel/worker-calls';
import { createTestHost, pickBytes } from '../support/consolidation-host';

/* One file never takes the others down, whatever it does to the worker that reads it. */

const nothing = { roster: null, known: [], answers: {} };
const files = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    index,
    file: pickBytes(`tệp ${index}.xlsx`, new TextEncoder().encode('không phải sổ tính')),
  }));

/** Workers of which `stuck` and `broken` files get no answer, or the worker's end. */
function fragile(): { host: ConsolidationHost; started: () => number; stopped: () => number } {
  let [started, stopped] = [0, 0];
  const host: ConsolidationHost = {
    ...createTestHost(),
    async startCaller() {
      started += 1;
      const jobs = createConsolidationJobs(() => Promise.reject(new Error('no library')));
      const caller: Caller<ConsolidationTable> = {
        inWorker: true,
        call: (job, given) => {
          const name = (given as { name?: string } | null)?.name ?? '';
          if (job === 'examine' && name === 'tệp 3.xlsx') return new Promise(() => undefined);
          if (job === 'examine' && name === 'tệp 5.xlsx') return Promise.reject(new Error('the worker failed'));
          return (jobs[job] as (given: unknown) => Promise<never>)(given);
        },
        stop: () => void (stopped += 1),
      };
      return caller;
    },
  };
  return { host, started: () => started, stopped: () => stopped };
}

test('a file that hangs and one that crashes are lines of their own; a new worker goes on with the rest', async () => {
  const { host, started, stopped } = fragile();
  const pool = createPool(host, 4, 50);
  const done = new Map<number, ExaminedFile>();
  await pool.examine(files(20), nothing, (index, examined) => void done.set(index, examined), new AbortController().signal);
  expect(done.size).toBe(20);
  expect(done.get(3)?.reason).toContain('quá lâu');
  expect(done.get(5)?.reason).toContain('Chương trình gặp lỗi');
  for (const [index, examined] of done) {
    expect(examined.status).toBe('unreadable');
    if (index !== 3 && index !== 5) expect(examined.reason).not.toMatch(/quá lâu|gặp lỗi/);
  }
  expect(stopped()).toBe(2);
  // One that keeps, three lanes for twenty files, and one in the place of the lost one whose lane had files left.
  expect(started()).toBeGreaterThanOrEqual(5);
});

test('a file beyond the largest size is refused without being read', async () => {
  const pool = createPool(createTestHost(), 1);
  const file = { name: 'to.xlsx', size: 1e9, bytes: () => Promise.reject(new Error('must not be read')) };
  const found: (string | null)[] = [];
  await pool.examine([{ index: 0, file }], nothing, (_index, examined) => void found.push(examined.reason), new AbortController().signal);
  expect(found).toEqual([expect.stringContaining('lớn hơn')]);
});
