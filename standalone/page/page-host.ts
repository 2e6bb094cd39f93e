import type { AssessOptions } from '../../core/assess';
import type { Assessment } from '../../core/assessment';
import type { HandEntries, SheetDesign } from '../../core/summary/design';
import { isWorkbookError } from '../../core/xlsx/errors';
import { parseReference } from '../../core/workbook/references';
import { HostError, isHostError } from '../../panel/host';
import type { About, PanelHost, Task } from '../../panel/host';
import type { EngineClient } from './engine-client';
import { stampedName } from './file-name';
import type { WorkbookPane } from './workbook-pane';

/** Larger files are no scoring sheets; the reader would need a multiple of this in memory. */
const LARGEST = 200 * 1024 * 1024;

/** A file that is to be assessed, its bytes fetched when they are needed. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  bytes(): Promise<Uint8Array>;
}

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
  /** Takes a dropped file; the panel is to be reset and told to score afterwards. */
  take(file: PickedFile): void;
  /** The result sheet of the last run, null where there is none. */
  printout(): Promise<SheetDesign | null>;
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
  let shown: Assessment | null = null;
  const kept = new Map<string, string>();

  function currentEngine(): Promise<EngineClient> {
    engine = engine ?? parts.startEngine();
    return engine;
  }

  /** Runs with an engine that is thrown away where the officer stops the job. */
  async function during<Result>(task: Task | null, work: (client: EngineClient) => Promise<Result>): Promise<Result> {
    const client = await currentEngine();
    const stop = (): void => {
      if (!client.inWorker) return;
      client.stop();
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
    try {
      return await file.bytes();
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      throw new HostError('not-found', 'Không đọc được tệp: tệp đã bị sửa, chuyển chỗ hoặc xóa sau khi chọn. Hãy chọn lại tệp.', name);
    }
  }

  async function open(client: EngineClient, file: PickedFile): Promise<void> {
    if (opened === file) return;
    const bytes = await bytesOf(file);
    opened = null;
    let tabs = await client.run('open', { name: file.name, bytes });
    if (tabs === 'needs-library') {
      await client.run('library', parts.libraryText());
      tabs = await client.run('open', { name: file.name, bytes });
    }
    if (tabs === 'needs-library') throw new Error('the reader for old formats is missing');
    opened = file;
    if (inPane === file) return;
    inPane = file;
    parts.pane.open(tabs, (sheet) =>
      during(null, async (current) => {
        await open(current, file);
        return current.run('view', sheet);
      }),
    );
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

  function take(file: PickedFile): void {
    picked = file;
    opened = null;
    last = null;
    shown = null;
    inPane = null;
    parts.pane.close();
    parts.onFile(file.name, false);
  }

  async function choose(): Promise<boolean> {
    const file = await parts.pick();
    if (file === null) return false;
    take(file);
    return true;
  }

  return {
    kind: 'page',
    capabilities: { stamping: 'download', editable: false },
    about: parts.about,
    take,
    async assess({ options }, task) {
      if (picked === null && !(await choose()))
        throw new HostError(
          'no-workbook',
          'Chưa chọn tệp nào. Chọn một bảng tính .xlsx, .xlsm, .xls hoặc .ods, hay kéo tệp vào trang này.',
        );
      const file = picked as unknown as PickedFile;
      return during(task, async (client) => {
        await openOrForget(client, file);
        task.progress({ words: 'Đang chấm điểm…' });
        const assessment = await client.run('assess', options);
        if (task.signal.aborted) return assessment;
        const first = shown === null;
        shown = assessment;
        last = { options, handEntries: {} };
        parts.pane.mark(assessment);
        if (first) void parts.pane.showFirst();
        parts.onFile(file.name, assessment.criteria.length > 0);
        return assessment;
      });
    },
    async read(task) {
      if (picked === null) throw new HostError('no-workbook', 'Chưa chọn tệp nào.');
      const file = picked;
      return during(task, async (client) => {
        await open(client, file);
        return client.run('workbook');
      });
    },
    async stamp(request, task) {
      if (picked === null) throw new HostError('no-workbook', 'Chưa chọn tệp nào.');
      const file = picked;
      return during(task, async (client) => {
        await open(client, file);
        const stamped = await client.run('stamp', { request, time: new Date().toISOString() });
        if (task.signal.aborted) throw new DOMException('stopped', 'AbortError');
        const name = stampedName(file.name, stamped.ending);
        parts.download(name, stamped.bytes);
        last = { options: request.options, handEntries: request.handEntries };
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
      take(parts.sample());
    },
    chooseFile: choose,
    async printout() {
      if (picked === null || last === null) return null;
      const [file, run] = [picked, last];
      return during(null, async (client) => {
        await open(client, file);
        return client.run('print', { ...run, time: new Date().toISOString() });
      });
    },
  };
}
