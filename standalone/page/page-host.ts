import type { AssessOptions } from '../../core/assess';
import type { Assessment } from '../../core/assessment';
import type { HandEntries, SheetDesign } from '../../core/summary/design';
import { isWorkbookError } from '../../core/xlsx/errors';
import { parseReference } from '../../core/workbook/references';
import { HostError, isHostError } from '../../panel/host';
import { labels } from '../../panel/labels';
import type { About, PanelHost, Task } from '../../panel/host';
import type { EngineClient } from './engine-client';
import type { PickedFile } from './pick-file';
import { stampedName } from './file-name';
import type { SheetView } from './sheet-view';
import type { WorkbookPane } from './workbook-pane';

/** Larger files are no scoring sheets; the reader would need a multiple of this in memory. */
const LARGEST = 200 * 1024 * 1024;

/** What the host asks of the page around it. */
export interface PageParts {
  readonly pane: WorkbookPane;
  readonly about: About;
  startEngine(): Promise<EngineClient>;
  /** Lets the officer pick a file; null where she picked none. */
  pick(): Promise<PickedFile | null>;
  sample(): PickedFile;
  libraryText(): string;
  /** Hands the bytes over as a file to be kept. */
  download(name: string, bytes: Uint8Array): void;
  /** The file that is open, null where none is; `assessed` says whether there is a result to print. */
  onFile(name: string | null, assessed: boolean): void;
}

/** What was assessed last, to be printed. */
export interface LastRun {
  readonly options: AssessOptions;
  readonly handEntries: HandEntries;
}

/** The offline page as the panel's host, and the ways in that only the page has. */
export interface PageHost extends PanelHost {
  /**
   * Takes a dropped file; the panel is to be told to score afterwards, and to be reset before where the answer is not `same`: the file that was
   * open already, so that her choices still hold.
   */
  take(file: PickedFile): Promise<true | 'same'>;
  /** Whether the open file was written since it was read, as far as the browser can tell. */
  isChanged(): Promise<boolean>;
  /** The result sheet of the last run, null where there is none. */
  printout(): Promise<SheetDesign | null>;
}

const unchanged = `Tệp chưa có gì mới. Sửa xong hãy lưu trong Excel (Ctrl+S) rồi bấm lại “${labels.scoreAgain}”.`;

/** A file that the browser no longer reads since it was written, moved or deleted. */
function lost(error: unknown): HostError {
  const name = error instanceof Error ? error.name : '';
  return new HostError('changed', 'Không đọc được tệp: tệp đã bị sửa, chuyển chỗ hoặc xóa sau khi chọn. Hãy chọn lại tệp.', name);
}

function explain(error: unknown): unknown {
  if (isWorkbookError(error)) return new HostError(error.code === 'too-large' ? 'too-large' : 'unreadable', error.message, error.code);
  return error;
}

/** Makes the host. */
export function createPageHost(parts: PageParts): PageHost {
  let engine: Promise<EngineClient> | null = null;
  let picked: PickedFile | null = null;
  /** The file whose bytes the engine holds. */
  let opened: PickedFile | null = null;
  /** The file whose sheets the pane shows. */
  let inPane: PickedFile | null = null;
  let last: LastRun | null = null;
  /** The file that the result on the screen comes from. */
  let assessed: PickedFile | null = null;
  /** The open file can no longer be read: one of the same name takes its place. */
  let missing = false;
  /** The pane waits to be shown where to begin. */
  let unseen = false;
  const kept = new Map<string, string>();

  function currentEngine(): Promise<EngineClient> {
    engine = engine ?? parts.startEngine();
    return engine;
  }

  /** Runs with an engine that is thrown away where the officer stops the job. */
  async function during<Result>(task: Task | null, work: (client: EngineClient) => Promise<Result>): Promise<Result> {
    const client = await currentEngine();
    const stop = (): void => {
      client.stop();
      if (!client.inWorker) return;
      engine = null;
      opened = null;
    };
    if (task?.signal.aborted === true) throw new DOMException('stopped', 'AbortError');
    task?.signal.addEventListener('abort', stop);
    try {
      return await work(client);
    } catch (error) {
      throw explain(error);
    } finally {
      task?.signal.removeEventListener('abort', stop);
    }
  }

  async function bytesOf(file: PickedFile): Promise<Uint8Array> {
    if (file.size > LARGEST)
      throw new HostError('too-large', `Tệp lớn hơn ${LARGEST / 1024 / 1024} MB; hãy chép bảng chấm điểm sang một sổ mới rồi thử lại.`);
    return file.bytes().catch((error: unknown) => {
      missing = true;
      throw lost(error);
    });
  }

  async function open(client: EngineClient, file: PickedFile): Promise<void> {
    if (opened === file) return;
    const bytes = await bytesOf(file);
    opened = null;
    let tabs = await client.call('open', { name: file.name, bytes });
    if (tabs === 'needs-library') {
      await client.call('library', parts.libraryText());
      tabs = await client.call('open', { name: file.name, bytes });
    }
    if (tabs === 'needs-library') throw new Error('the reader for old formats is missing');
    opened = file;
    if (inPane === file) return;
    const stay = inPane !== null;
    inPane = file;
    const load = (sheet: string): Promise<SheetView | null> =>
      during(null, async (current) => {
        await open(current, file);
        return current.call('view', sheet);
      });
    if (!parts.pane.open(tabs, load, stay)) unseen = true;
  }

  /** The open file as it is now; `sameToo` is false where a file without anything new is to be refused. */
  async function latestOf(client: EngineClient, file: PickedFile, sameToo: boolean): Promise<PickedFile> {
    if (file.latest === undefined) return file;
    const latest = await file.latest().catch((error: unknown) => {
      missing = true;
      throw lost(error);
    });
    const isSame = opened === file && (await client.call('holds', await bytesOf(latest)));
    missing = false;
    if (!isSame) return latest;
    if (assessed === file && !sameToo) throw new HostError('unchanged', unchanged);
    return file;
  }

  /** A file that cannot be opened is none: the page is back at its beginning, with the reason. */
  async function openOrForget(client: EngineClient, file: PickedFile): Promise<void> {
    try {
      await open(client, file);
    } catch (error) {
      const reason = explain(error);
      if (!isHostError(reason)) throw error;
      picked = null;
      parts.onFile(null, false);
      throw new HostError(reason.code, `“${file.name}”: ${reason.message}`, reason.detail);
    }
  }

  async function isOpen(file: PickedFile): Promise<boolean> {
    if (picked === null || assessed === null) return false;
    if (missing && file.name === picked.name) return true;
    return picked.handle !== null && file.handle !== null && picked.handle.isSameEntry(file.handle).catch(() => false);
  }

  async function take(file: PickedFile): Promise<true | 'same'> {
    const same = await isOpen(file);
    picked = file;
    opened = null;
    missing = false;
    if (same) return 'same';
    last = null;
    assessed = null;
    inPane = null;
    parts.pane.close();
    parts.onFile(file.name, false);
    return true;
  }

  async function choose(): Promise<boolean | 'same'> {
    const file = await parts.pick();
    return file === null ? false : take(file);
  }

  /** What was computed from a file is now on the screen. */
  function show(file: PickedFile, assessment: Assessment, run: LastRun): void {
    picked = file;
    assessed = file;
    last = run;
    parts.pane.mark(assessment);
    if (unseen) void parts.pane.showFirst();
    unseen = false;
    parts.onFile(file.name, assessment.criteria.length > 0);
  }

  return {
    kind: 'page',
    capabilities: {
      stamping: 'download',
      get editable() {
        return picked?.latest !== undefined;
      },
    },
    about: parts.about,
    take,
    isChanged: async () => assessed !== null && (await assessed.isChanged?.().catch(() => true)) === true,
    async assess({ options, reread }, task) {
      if (picked === null && (await choose()) === false)
        throw new HostError(
          'no-workbook',
          'Chưa chọn tệp nào. Chọn một bảng tính .xlsx, .xlsm, .xls hoặc .ods, hay kéo tệp vào trang này.',
        );
      const before = picked as unknown as PickedFile;
      return during(task, async (client) => {
        const again = assessed !== null;
        const file = again && reread ? await latestOf(client, before, false) : before;
        await (again ? open(client, file) : openOrForget(client, file));
        task.progress({ words: 'Đang chấm điểm…' });
        const assessment = await client.call('assess', options);
        if (!task.signal.aborted) show(file, assessment, { options, handEntries: {} });
        return assessment;
      });
    },
    async read(task) {
      if (picked === null) throw new HostError('no-workbook', 'Chưa chọn tệp nào.');
      const file = picked;
      return during(task, async (client) => {
        await open(client, file);
        return client.call('workbook', null);
      });
    },
    async stamp(request, task) {
      if (picked === null) throw new HostError('no-workbook', 'Chưa chọn tệp nào.');
      const before = picked;
      return during(task, async (client) => {
        // What was saved meanwhile belongs into the copy.
        const file = await latestOf(client, before, true);
        await open(client, file);
        const stamped = await client.call('stamp', { request, time: new Date().toISOString() });
        if (task.signal.aborted) throw new DOMException('stopped', 'AbortError');
        const name = stampedName(file.name, stamped.ending);
        parts.download(name, stamped.bytes);
        show(file, stamped.assessment, { options: request.options, handEntries: request.handEntries });
        const why = stamped.reason === null ? 'Tệp gốc giữ nguyên.' : `${stamped.reason}`;
        return { message: `Đã tải về “${name}”. ${why}`, assessment: stamped.assessment };
      });
    },
    async selectCell(reference) {
      const place = parseReference(reference);
      const from = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      if (place === null || !(await parts.pane.goTo(place, from)))
        throw new HostError('not-found', 'Không tìm thấy ô này trong tệp đang mở.');
      // Hidden rows and sheets are shown here, greyed, and the line above the grid says so: nothing is out of sight.
      return {};
    },
    async remember(key, value) {
      kept.set(key, value);
    },
    async recall(key) {
      return kept.get(key) ?? null;
    },
    async copyText(text) {
      await navigator.clipboard.writeText(text);
    },
    async trySample() {
      await take(parts.sample());
    },
    chooseFile: choose,
    async printout() {
      if (picked === null || last === null) return null;
      const [file, run] = [picked, last];
      return during(null, async (client) => {
        await open(client, file);
        return client.call('print', { ...run, time: new Date().toISOString() });
      });
    },
  };
}
