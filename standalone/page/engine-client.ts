import type { SheetJsLibrary } from '../../core/xlsx/legacy';
import { createEngine } from './engine';
import type { Jobs } from './engine';
import type { Reply } from './worker';

/** How long a worker may take to say its first word before the page does the work itself. */
const START = 4000;

type Answer<Job extends keyof Jobs> = Jobs[Job] extends (...given: never[]) => Promise<infer Result> ? Result : never;

/** Whoever does the jobs. `stop` ends a job that runs; the next one begins with nothing opened. */
export interface EngineClient {
  readonly inWorker: boolean;
  run<Job extends keyof Jobs>(job: Job, ...given: Parameters<Jobs[Job]>): Promise<Answer<Job>>;
  stop(): void;
}

/** The page's own world, where the library lands when it is loaded there. */
declare global {
  interface Window {
    spreadsheetLibrary?: { readonly library: SheetJsLibrary };
  }
}

function loadInPage(text: string): Promise<SheetJsLibrary> {
  return new Promise((resolve, reject) => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const script = document.createElement('script');
    script.onload = () => {
      URL.revokeObjectURL(address);
      if (window.spreadsheetLibrary === undefined) reject(new Error('the reader for old formats did not load'));
      else resolve(window.spreadsheetLibrary.library);
    };
    script.onerror = () => reject(new Error('the reader for old formats did not load'));
    script.src = address;
    document.head.append(script);
  });
}

/** The same code in the page itself, a step at a time. */
function inPage(): EngineClient {
  const engine = createEngine(loadInPage);
  return {
    inWorker: false,
    run: (job, ...given) => (engine[job] as (...given: unknown[]) => Promise<Answer<typeof job>>)(...given),
    stop: () => undefined,
  };
}

function inWorker(worker: Worker): EngineClient {
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: unknown): void }>();
  let last = 0;
  const fail = (error: unknown): void => {
    waiting.forEach(({ reject }) => reject(error));
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if (!('id' in data)) return;
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if ('failure' in data)
      caller?.reject(Object.assign(new Error(data.failure.message), { name: data.failure.name, code: data.failure.code }));
    else caller?.resolve(data.answer);
  };
  worker.onerror = () => fail(new Error('the worker failed'));
  return {
    inWorker: true,
    run: (job, given?: unknown) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
        worker.postMessage({ id, job, given });
      }),
    stop() {
      worker.terminate();
      fail(new DOMException('stopped', 'AbortError'));
    },
  };
}

/**
 * Starts a worker on the program's own text. Where one is refused (a locked-down browser), the page does the work itself. `program` is the text
 * of the script that this is part of.
 */
export function startEngine(program: string): Promise<EngineClient> {
  return new Promise((resolve) => {
    const giveUp = (worker: Worker | null) => (): void => {
      worker?.terminate();
      resolve(inPage());
    };
    try {
      const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
      const worker = new Worker(address);
      const late = setTimeout(giveUp(worker), START);
      worker.onerror = (event) => {
        event.preventDefault();
        clearTimeout(late);
        giveUp(worker)();
      };
      worker.onmessage = () => {
        clearTimeout(late);
        URL.revokeObjectURL(address);
        resolve(inWorker(worker));
      };
    } catch {
      giveUp(null)();
    }
  });
}
