import os from 'node:os';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Scale } from '../../core/consolidation/examined';
import { examineFile, refused, type ExaminedInput, type ExamineJob } from './consolidate-examine';
import type { InputFile } from './consolidate-inputs';

/** Starting a thread takes as long as examining a few files. */
const fewFiles = 12;
/** A file that keeps a thread longer is given up. */
const patience = 120000;

/** A thread holds one file at a time; one that wants more is given up, not the machine's memory. */
const memory = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 12 };

interface Task {
  readonly index: number;
  readonly input: InputFile;
}

interface Answer extends ExaminedInput {
  readonly index: number;
}

const mark = 'consolidation';

/** In a thread of the consolidation: examines what it is sent. Elsewhere nothing. */
export function serveAsWorker(): void {
  const data = workerData as { readonly purpose?: string; readonly job?: ExamineJob } | null;
  if (isMainThread || parentPort === null || data?.purpose !== mark || data.job === undefined) return;
  const port = parentPort;
  const job = data.job;
  const sent = new Set<string>();
  port.on('message', ({ index, input }: Task) => {
    const { examined, lines } = examineFile(input, job);
    // A scale goes over once: a district's communes share theirs.
    const scales: Record<string, Scale> = {};
    for (const [key, scale] of Object.entries(examined.scales)) {
      if (sent.has(key)) continue;
      sent.add(key);
      scales[key] = scale;
    }
    port.postMessage({ index, examined: { ...examined, scales }, lines } satisfies Answer);
  });
}

/** The bundle that holds this code; it lies beside the library for older kinds. */
function bundle(): string {
  return path.join(path.dirname(require.resolve('./spreadsheet-library.js')), 'command-line.js');
}

/**
 * Examines files on all cores. `onDone` is told of each in the order of `inputs`; a file that fails, stalls or takes its thread down is refused
 * and the rest goes on.
 */
export async function examineAll(
  inputs: readonly InputFile[],
  job: ExamineJob,
  onDone: (answer: ExaminedInput, index: number) => void,
): Promise<void> {
  const cores = Math.max(1, typeof os.availableParallelism === 'function' ? os.availableParallelism() : os.cpus().length);
  if (inputs.length <= fewFiles || cores === 1) {
    inputs.forEach((input, index) => onDone(examineFile(input, job), index));
    return;
  }
  const answers = new Map<number, ExaminedInput>();
  let told = 0;
  let next = 0;
  let failure: Error | null = null;
  const settle = (index: number, answer: ExaminedInput): void => {
    answers.set(index, answer);
    for (let ready = answers.get(told); ready !== undefined; ready = answers.get(told)) {
      answers.delete(told);
      onDone(ready, told);
      told += 1;
    }
  };
  const runOne = (): Promise<void> =>
    new Promise((resolve) => {
      let current: Task | null = null;
      let timer: NodeJS.Timeout | undefined;
      const worker = new Worker(bundle(), {
        workerData: { purpose: mark, job },
        stdout: true,
        stderr: true,
        resourceLimits: memory,
      });
      const finish = (): void => {
        clearTimeout(timer);
        // Its memory is given back before anything else is begun.
        void worker.terminate().then(() => resolve());
      };
      const give = (): void => {
        clearTimeout(timer);
        const input = inputs[next];
        if (input === undefined || failure !== null) return finish();
        current = { index: next, input };
        next += 1;
        timer = setTimeout(
          () => giveUp('Xử lý tệp này quá lâu nên đã bỏ qua; hãy chép bảng chấm điểm sang một sổ mới rồi thử lại.'),
          patience,
        );
        worker.postMessage(current);
      };
      const giveUp = (reason: string): void => {
        worker.removeAllListeners();
        finish();
        try {
          if (current !== null) settle(current.index, refused(current.input, reason));
        } catch (error) {
          failure = error as Error;
        }
      };
      worker.on('message', ({ index, ...answer }: Answer) => {
        try {
          current = null;
          settle(index, answer);
        } catch (error) {
          failure = error as Error;
        }
        give();
      });
      worker.on('error', (error) => giveUp(`Chương trình gặp lỗi khi xử lý tệp này (${error.message.split('\n')[0]}).`));
      give();
    });
  const lane = async (): Promise<void> => {
    // A thread that was given up is followed by a new one.
    while (next < inputs.length && failure === null) await runOne();
  };
  await Promise.all(Array.from({ length: Math.min(cores, inputs.length) }, lane));
  if (failure !== null) throw failure as Error;
}
