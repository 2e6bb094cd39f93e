import { describeFailure } from './failure';
import type { Failure } from './failure';
import type { Progress, Task } from './host';

/** Shorter jobs show no progress: a bar that only flashes is unrest. */
export const PROGRESS_AFTER = 500;

export interface Busy {
  readonly words: string;
  readonly done: number | null;
  /** False in the first half second. */
  readonly shown: boolean;
}

/** A sentence about what just happened. `tone` chooses icon and colour. */
export interface Notice {
  readonly tone: 'done' | 'note' | 'failed';
  readonly text: string;
  /** The file has to be picked again: the notice offers it. */
  readonly chooseAgain?: boolean;
}

/** What a screen shows of its jobs. */
export interface Running {
  readonly busy: Busy | null;
  readonly notice: Notice | null;
  /** The last failure, for the error text. */
  readonly failure: Failure | null;
}

/** What a job that ended without a result leaves behind. That a file is as it was is a note, no failure. */
export function ended(error: unknown): Partial<Running> {
  const failure = describeFailure(error);
  if (failure.code === 'unchanged') return { notice: { tone: 'note', text: failure.message } };
  return { failure, notice: { tone: 'failed', text: failure.message, ...(failure.code === 'changed' ? { chooseAgain: true } : {}) } };
}

/** Runs one job at a time: a new one stops the one before. */
export interface Runner {
  /** `finish` is called only for a job that was not stopped or overtaken. A failure is shown, never thrown. */
  run<Result>(begin: string, work: (task: Task) => Promise<Result>, finish: (result: Result) => void): Promise<void>;
  /** Stops what runs without a word. */
  stop(): void;
}

/** Makes a runner for a state that has room for what it shows. `onFailure` is told the code of every failure that is shown. */
export function createRunner(
  state: () => Running,
  set: (change: Partial<Running>) => void,
  onFailure: (code: string) => void = () => undefined,
): Runner {
  let running: AbortController | null = null;

  return {
    async run(begin, work, finish) {
      running?.abort();
      const controller = new AbortController();
      running = controller;
      const current = (): boolean => running === controller;
      const change = (part: Partial<Busy>): void => {
        const { busy } = state();
        if (current() && busy !== null) set({ busy: { ...busy, ...part } });
      };
      set({ busy: { words: begin, done: null, shown: state().busy?.shown === true }, notice: null });
      const timer = setTimeout(() => change({ shown: true }), PROGRESS_AFTER);
      const progress = (step: Progress): void => change({ words: step.words, done: step.done ?? null });
      try {
        const result = await work({ signal: controller.signal, progress });
        if (!current()) return;
        running = null;
        set({ busy: null });
        finish(result);
      } catch (error) {
        if (!current()) return;
        running = null;
        set({ busy: null, ...ended(error) });
        onFailure(describeFailure(error).code);
      } finally {
        clearTimeout(timer);
      }
    },
    stop() {
      running?.abort();
      running = null;
      set({ busy: null });
    },
  };
}
