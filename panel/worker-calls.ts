/*
 * Jobs that a worker does for the page: each is a function of one plain value that answers with a promise of another. Where workers are refused
 * (a locked-down browser), the page does the same jobs itself.
 */

/** Jobs by name. */
export type JobTable = Readonly<Record<string, (given: never) => Promise<unknown>>>;
type Given<Jobs extends JobTable, Name extends keyof Jobs> = Parameters<Jobs[Name]>[0];
type Answer<Jobs extends JobTable, Name extends keyof Jobs> = Awaited<ReturnType<Jobs[Name]>>;

/** Whoever does the jobs. */
export interface Caller<Jobs extends JobTable> {
  /** False where the page itself does them: then a long job keeps it from reacting. */
  readonly inWorker: boolean;
  call<Name extends keyof Jobs & string>(job: Name, given: Given<Jobs, Name>): Promise<Answer<Jobs, Name>>;
  /** Ends what runs; waiting calls fail with an `AbortError`, and the caller is of no more use. */
  stop(): void;
}

interface Request {
  readonly id: number;
  readonly job: string;
  readonly given: unknown;
}

interface Failure {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

/** The worker's first word, then one answer for each request. */
type Reply =
  { readonly ready: true } | { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly failure: Failure };

/** The few things of a worker's world that are used; the types of pages and workers cannot be loaded together. */
export interface WorkerScope {
  onmessage: ((event: { readonly data: Request }) => void) | null;
  postMessage(message: Reply, transfer?: readonly ArrayBuffer[]): void;
}

/** The memory of bytes that are answered as a whole or as a field, so that it need not be copied. */
function memoryOf(value: unknown): ArrayBuffer[] {
  const parts = value instanceof Uint8Array ? [value] : typeof value === 'object' && value !== null ? Object.values(value) : [];
  return parts.filter((part): part is Uint8Array<ArrayBuffer> => part instanceof Uint8Array).map((part) => part.buffer);
}

/** An error as plain data: a class does not survive the way out of a worker. */
function failureOf(error: unknown): Failure {
  const { name, code, message } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  return { name: String(name ?? 'Error'), code: String(code ?? ''), message: String(message ?? error) };
}

/** In a worker: does the jobs that the page asks for, one after another as they come. */
export function serveCalls(scope: WorkerScope, jobs: JobTable): void {
  scope.onmessage = ({ data: { id, job, given } }) => {
    (jobs[job] as (given: unknown) => Promise<unknown>)(given).then(
      (answer) => scope.postMessage({ id, answer }, memoryOf(answer)),
      (error: unknown) => scope.postMessage({ id, failure: failureOf(error) }),
    );
  };
  scope.postMessage({ ready: true });
}

/** The jobs done in the page itself, one after another. `stop` ends the one that runs. */
export function callsHere<Jobs extends JobTable>(jobs: Jobs, stop: () => void = () => undefined): Caller<Jobs> {
  let before: Promise<unknown> = Promise.resolve();
  return {
    inWorker: false,
    call(job, given) {
      const answer = before.then(() => (jobs[job] as (given: unknown) => Promise<never>)(given));
      before = answer.catch(() => undefined);
      return answer;
    },
    stop,
  };
}

function callsTo<Jobs extends JobTable>(worker: Worker): Caller<Jobs> {
  const waiting = new Map<number, { resolve(answer: never): void; reject(error: unknown): void }>();
  let last = 0;
  const fail = (error: unknown): void => {
    waiting.forEach(({ reject }) => reject(error));
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if (!('id' in data)) return;
    const caller = waiting.get(data.id);
    waiting.delete(data.id);
    if ('failure' in data) caller?.reject(Object.assign(new Error(data.failure.message), data.failure));
    else caller?.resolve(data.answer as never);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail(new Error('the worker failed'));
  };
  return {
    inWorker: true,
    call: (job, given) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve: resolve as (answer: never) => void, reject });
        worker.postMessage({ id, job, given } satisfies Request);
      }),
    stop() {
      worker.terminate();
      fail(new DOMException('stopped', 'AbortError'));
    },
  };
}

/** How long a worker may take to say its first word before the page does the work itself. */
const START = 4000;

/** Starts a worker; null where none can be had. */
export function startWorker<Jobs extends JobTable>(make: () => Worker): Promise<Caller<Jobs> | null> {
  return new Promise((resolve) => {
    const giveUp = (worker: Worker | null): void => {
      worker?.terminate();
      resolve(null);
    };
    try {
      const worker = make();
      const late = setTimeout(() => giveUp(worker), START);
      worker.onerror = (event) => {
        event.preventDefault();
        clearTimeout(late);
        giveUp(worker);
      };
      worker.onmessage = () => {
        clearTimeout(late);
        resolve(callsTo(worker));
      };
    } catch {
      giveUp(null);
    }
  });
}

/** Starts a worker; `here` has the page itself do the jobs where none can be had. */
export async function startCaller<Jobs extends JobTable>(make: () => Worker, here: () => Caller<Jobs>): Promise<Caller<Jobs>> {
  return (await startWorker<Jobs>(make)) ?? here();
}
