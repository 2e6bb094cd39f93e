import type { ExaminedFile } from '../../core/consolidate';
import type { Roster } from '../../core/consolidation/roster';
import type { KnownTable } from '../../core/consolidation/same-headings';
import type { AssessOptions } from '../../core/assess';
import { HostError } from '../host';
import type { Caller } from '../worker-calls';
import type { ConsolidationHost } from './host';
import { NEEDS_LIBRARY, type ConsolidationTable, type GivenFile, type NeedsLibrary } from './jobs';
import type { PickedWorkbook } from './picked-files';

/** Larger files are no scoring sheets; the reader would need a multiple of this in memory. */
const LARGEST = 100 * 1024 * 1024;
/** More workers than this only take memory from the programs that are open beside. */
const MOST_WORKERS = 4;

const KEEPER = 0;
/** A file that keeps a worker longer than this, in milliseconds, is given up. */
const PATIENCE = 60000;

type Worker = Caller<ConsolidationTable>;

/** What every file is examined with. */
export interface Examination {
  readonly roster: Roster | null;
  readonly known: readonly KnownTable[];
  readonly answers: Readonly<Record<string, AssessOptions>>;
}

/** The workers of one consolidation: one keeps what the others found, so that a file that takes its worker down takes nothing else with it. */
export interface Pool {
  keeper(): Promise<Worker>;
  /** Hands a file to the keeper, and loads the reader for old formats where it is needed. @throws a HostError that names the file */
  give<Answer>(file: PickedWorkbook, job: (worker: Worker, given: GivenFile) => Promise<Answer | NeedsLibrary>): Promise<Answer>;
  /** Examines files side by side and has the keeper keep them; `onDone` is told after each. */
  examine(
    files: readonly { readonly index: number; readonly file: PickedWorkbook }[],
    examination: Examination,
    onDone: (index: number, examined: ExaminedFile) => void,
    signal: AbortSignal,
  ): Promise<void>;
  stop(): void;
}

const TOO_LONG = 'Xử lý tệp này quá lâu nên đã bỏ qua; hãy chép bảng chấm điểm sang một sổ mới rồi thử lại.';
const CRASHED = 'Chương trình gặp lỗi khi xử lý tệp này; hãy mở tệp bằng Excel, lưu lại thành .xlsx rồi thử lại.';
const LOST = 'Không đọc được tệp: tệp đã bị sửa, chuyển chỗ hoặc xóa sau khi chọn. Hãy chọn lại tệp.';

async function bytesOf(file: PickedWorkbook): Promise<Uint8Array | string> {
  if (file.size > LARGEST) return `Tệp lớn hơn ${LARGEST / 1024 / 1024} MB; hãy chép bảng chấm điểm sang một sổ mới rồi thử lại.`;
  try {
    return await file.bytes();
  } catch {
    return LOST;
  }
}

/** Lets the browser draw and react between two files where the page itself does the work. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** What stands for a file that could not be examined. */
function refuse(file: PickedWorkbook, reason: string): ExaminedFile {
  const nothing = { questions: [], hash: '', contentHash: '', communes: [], book: null, scales: {} };
  return { ...nothing, file: file.name, status: 'unreadable', reason };
}

function within<Answer>(milliseconds: number, work: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new HostError('too-large', TOO_LONG)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Makes the pool; workers start when there is something to do. `patience` in milliseconds: a file that keeps its worker longer is given up. */
export function createPool(host: ConsolidationHost, cores: number, patience = PATIENCE): Pool {
  const workers: (Promise<Worker> | undefined)[] = [];
  const equipped = new Set<Worker>();
  const limit = Math.max(1, Math.min(MOST_WORKERS, cores));

  function worker(index: number): Promise<Worker> {
    workers[index] = workers[index] ?? host.startCaller();
    return workers[index] as Promise<Worker>;
  }

  async function equip(one: Worker): Promise<void> {
    const source = host.librarySource();
    if (equipped.has(one) || source === null)
      throw new HostError('unreadable', 'Ở đây chỉ đọc được .xlsx và .xlsm; hãy lưu tệp thành .xlsx rồi chọn lại.', 'library');
    await one.call('library', source);
    equipped.add(one);
  }

  async function withLibrary<Answer>(one: Worker, run: () => Promise<Answer | NeedsLibrary>): Promise<Answer> {
    const first = await run();
    if (first !== NEEDS_LIBRARY) return first as Answer;
    await equip(one);
    return (await run()) as Answer;
  }

  function examineOne(one: Worker, file: PickedWorkbook, examination: Examination): Promise<ExaminedFile> {
    // Handed over, the bytes are gone from here: a second try fetches them anew.
    return withLibrary(one, async () => {
      const bytes = await bytesOf(file);
      if (typeof bytes === 'string') return refuse(file, bytes);
      const { roster, known, answers } = examination;
      return one.call('examine', { name: file.name, bytes, roster, known, answers: answers[file.name] ?? null });
    });
  }

  /** Whatever a file does to its worker, it ends as one line of the list. */
  async function examineSafely(index: number, file: PickedWorkbook, examination: Examination, signal: AbortSignal): Promise<ExaminedFile> {
    const one = await worker(index);
    try {
      return await within(patience, examineOne(one, file, examination));
    } catch (error) {
      if (signal.aborted) throw error;
      if (one.inWorker && !(error instanceof HostError && error.code === 'unreadable')) {
        one.stop();
        equipped.delete(one);
        delete workers[index];
      }
      return refuse(file, error instanceof HostError ? error.message : CRASHED);
    }
  }

  return {
    keeper: () => worker(KEEPER),
    async give(file, job) {
      const one = await worker(KEEPER);
      return withLibrary(one, async () => {
        const bytes = await bytesOf(file);
        if (typeof bytes === 'string') throw new HostError('unreadable', `“${file.name}”: ${bytes}`);
        return job(one, { name: file.name, bytes });
      });
    },
    async examine(files, examination, onDone, signal) {
      const keeper = await worker(KEEPER);
      let next = 0;
      const lane = async (index: number): Promise<void> => {
        for (let task = files[next++]; task !== undefined && !signal.aborted; task = files[next++]) {
          const examined = await examineSafely(index, task.file, examination, signal);
          // What was examined for a run that is over may be out of date.
          if (signal.aborted) return;
          await keeper.call('keep', { index: task.index, examined });
          onDone(task.index, examined);
          if (!keeper.inWorker) await pause();
        }
      };
      // Starting a worker takes as long as reading a few files.
      const lanes = keeper.inWorker ? Math.min(limit, Math.ceil(files.length / 8)) : 1;
      await Promise.all(Array.from({ length: lanes }, (_, index) => lane(KEEPER + 1 + index)));
    },
    stop() {
      for (const each of workers.splice(0)) void each?.then((one) => one.stop());
      equipped.clear();
    },
  };
}
