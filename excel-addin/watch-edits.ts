/// <reference types="office-js" />
import { inExcel } from './actions';

/** What a job that reads the workbook tells about it: the ids of our own sheets. */
interface Known {
  readonly ownSheets: readonly string[];
}

/** Watches the open workbook for changes that come after it was read. */
export interface EditWatch {
  /** Begins to listen, if that was not done before. Without events the pane works as usual: a failure is only not to know, and the next call tries again. */
  start(): Promise<void>;
  /** Ends the listening; silent where Excel is already gone. */
  stop(): Promise<void>;
  /**
   * Runs a job that reads, or reads and writes. It calls `begins` right before it asks for contents. What changes between then and its end is told
   * once its result has been shown; what changes on sheets of ours never is.
   */
  during<Result extends Known>(job: (begins: () => void) => Promise<Result>): Promise<Result>;
  /** Runs a job that only writes sheets of ours: what others change before and meanwhile still is a change since the last reading. */
  writing<Result extends Known>(job: () => Promise<Result>): Promise<Result>;
  /** True where something was changed since the last reading. */
  changed(): boolean;
}

/**
 * Listens to Excel's events, by which the officer's own changes and those of others arrive; `notice` is called for each change outside our own sheets.
 * Values that only a new calculation changes raise none, nor do looks.
 */
export function watchEdits(notice: () => void): EditWatch {
  let listening: Promise<void> | null = null;
  let handlers: OfficeExtension.EventHandlerResult<unknown>[] = [];
  let ownSheets = new Set<string>();
  /** Changes that came while a job was running, by sheet. */
  const held = new Set<string>();
  let running = 0;
  let changed = false;

  function tell(): void {
    changed = true;
    notice();
  }

  async function happened(event: { readonly worksheetId: string; readonly triggerSource?: unknown }): Promise<void> {
    if (event.triggerSource === 'ThisLocalAddin' || ownSheets.has(event.worksheetId)) return;
    if (running > 0) held.add(event.worksheetId);
    else tell();
  }

  async function listen(): Promise<void> {
    await inExcel(async (context) => {
      const { worksheets } = context.workbook;
      const added = [
        worksheets.onChanged.add(happened),
        worksheets.onRowSorted.add(happened),
        worksheets.onColumnSorted.add(happened),
        worksheets.onAdded.add(happened),
        worksheets.onDeleted.add(happened),
      ];
      await context.sync();
      handlers = added;
    });
  }

  /** Keeps back what is told while a job runs, until it is known which sheets are ours. */
  async function holding<Result extends Known>(job: () => Promise<Result>): Promise<Result> {
    running++;
    try {
      const result = await job();
      ownSheets = new Set(result.ownSheets);
      return result;
    } finally {
      running--;
      if (running === 0) {
        const late = Array.from(held).filter((sheet) => !ownSheets.has(sheet));
        held.clear();
        // Not before the result is shown, which would take the notice away.
        if (late.length > 0) setTimeout(tell, 0);
      }
    }
  }

  return {
    start() {
      listening = listening ?? listen();
      const attempt = listening;
      return attempt.catch(() => {
        if (listening === attempt) listening = null;
      });
    },
    async stop() {
      await listening?.catch(() => undefined);
      listening = null;
      const [first] = handlers;
      if (first === undefined) return;
      const before = handlers;
      handlers = [];
      try {
        // Only the context that began the listening can end it.
        await Excel.run(first.context, async (context) => {
          before.forEach((handler) => handler.remove());
          await context.sync();
        });
      } catch {
        // Excel forgets the handlers of a pane that is closed.
      }
    },
    during: (job) =>
      holding(async () => {
        // What was told before the contents are asked for is in them.
        const result = await job(() => held.clear());
        changed = false;
        return result;
      }),
    writing: holding,
    changed: () => changed,
  };
}
