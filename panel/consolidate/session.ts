import type { AssessOptions } from '../../core/assess';
import type { Assessment } from '../../core/assessment';
import type { Roster } from '../../core/consolidation/roster';
import { sameHeadings, type KnownTable } from '../../core/consolidation/same-headings';
import { HostError } from '../host';
import type { Task } from '../host';
import { createRunner } from '../running';
import type { Notice, Running } from '../running';
import type { ConsolidationView } from './consolidation-view';
import type { ConsolidationHost } from './host';
import type { PickedWorkbook } from './picked-files';
import { createPool } from './pool';
import type { Pool } from './pool';
import { words } from './words';

/** A file whose own panel is open, and what it was assessed with. */
export interface OpenedFile {
  readonly file: PickedWorkbook;
  readonly assessment: Assessment;
  readonly options: AssessOptions;
}

/** Everything that the screen is drawn from. */
export interface ConsolidationState extends Running {
  readonly files: readonly PickedWorkbook[];
  readonly roster: { readonly file: string; readonly roster: Roster } | null;
  readonly rubric: PickedWorkbook | null;
  readonly book: PickedWorkbook | null;
  /** null until all files have been read once. */
  readonly view: ConsolidationView | null;
  /** What the officer answered: a file's name → options of its assessment. */
  readonly answers: Readonly<Record<string, AssessOptions>>;
  /** Which file counts for a commune that sent several. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly opened: OpenedFile | null;
}

export interface ConsolidationSession {
  state(): ConsolidationState;
  subscribe(listener: () => void): () => void;
  /** Other files in the place of those before; what was answered about them is forgotten. */
  take(files: readonly PickedWorkbook[]): Promise<void>;
  /** More files. One of the same name is read in the place of the earlier one. */
  add(files: readonly PickedWorkbook[]): Promise<void>;
  takeRoster(file: PickedWorkbook | null): Promise<void>;
  takeRubric(file: PickedWorkbook | null): Promise<void>;
  takeBook(file: PickedWorkbook | null): Promise<void>;
  /** Reads all files anew. */
  refresh(): Promise<void>;
  choose(commune: string, file: string): Promise<void>;
  /** Says whose file it is. */
  nameCommune(file: string, commune: string): Promise<void>;
  /** Opens one file in a panel of its own; `sheet` where the workbook holds several communes. */
  open(file: string, sheet?: string): Promise<void>;
  /** Assesses the opened file; what it was assessed with last is the officer's answer about it. */
  assessOpened(options: AssessOptions): Promise<Assessment>;
  pool(): Pool;
  /** Back to the list; answers given in the panel are applied, a table that was pointed out to all files with the same headings. */
  close(): Promise<void>;
  deliver(target: string): Promise<void>;
  cancel(): void;
  dismiss(): void;
  tell(notice: Notice): void;
}

const empty: ConsolidationState = {
  files: [],
  roster: null,
  rubric: null,
  book: null,
  view: null,
  answers: {},
  chosen: {},
  opened: null,
  busy: null,
  notice: null,
  failure: null,
};

/** A file name for the book, without what file systems refuse. */
function bookName({ district, province, year }: ConsolidationView): string {
  const about = ['Tổng hợp', district ?? province, year].filter((part) => part !== null).join(' ');
  return `${about
    .replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()}.xlsx`;
}

/** What the consolidation knows and can do, apart from how it looks. `cores`: how many processors there are. */
export function createConsolidationSession(host: ConsolidationHost, cores: number): ConsolidationSession {
  let state = empty;
  let pool: Pool | null = null;
  /** The keeper of this pool has the rubric and the book, and every file but those that are pending. */
  let kept = false;
  /** Files that have to be examined, or examined anew: a run that was overtaken leaves its rest to the next one. */
  let pending = new Set<number>();
  let known: readonly KnownTable[] = [];
  let openedOptions: AssessOptions = {};
  const listeners = new Set<() => void>();

  function set(change: Partial<ConsolidationState>): void {
    state = { ...state, ...change };
    listeners.forEach((listener) => listener());
  }
  const runner = createRunner(() => state, set);

  function currentPool(): Pool {
    pool = pool ?? createPool(host, cores);
    return pool;
  }

  function dropPool(): void {
    pool?.stop();
    pool = null;
    kept = false;
  }

  /** The page reads the files that `wanted` names (all where the keeper has none) and puts everything together. */
  async function bringUpToDate(task: Task, wanted: readonly number[] | 'all'): Promise<ConsolidationView> {
    const current = currentPool();
    const keeper = await current.keeper();
    const { files, rubric, book } = state;
    const all = wanted === 'all' || !kept;
    if (all) {
      kept = false;
      await keeper.call('begin', null);
      if (rubric !== null) await current.give(rubric, (worker, given) => worker.call('useRubric', given));
      if (book !== null) await current.give(book, (worker, given) => worker.call('useBook', given));
    }
    if (task.signal.aborted) throw new DOMException('stopped', 'AbortError');
    pending = all ? new Set(files.keys()) : new Set([...Array.from(pending), ...(wanted as readonly number[])]);
    kept = true;
    const tasks = Array.from(pending, (index) => ({ index, file: files[index] as PickedWorkbook }));
    let done = 0;
    const show = (): void => task.progress({ words: words.reading(done, tasks.length), done: done / tasks.length });
    if (tasks.length > 0) show();
    const examination = { roster: state.roster?.roster ?? null, known, answers: state.answers };
    await current.examine(
      tasks,
      examination,
      (index) => {
        pending.delete(index);
        done += 1;
        show();
      },
      task.signal,
    );
    if (task.signal.aborted) throw new DOMException('stopped', 'AbortError');
    task.progress({ words: words.combining });
    const { version } = host.about;
    return keeper.call('combine', { roster: state.roster?.roster ?? null, chosen: state.chosen, time: new Date().toISOString(), version });
  }

  function show(view: ConsolidationView): void {
    const waiting = view.files.filter((file) => file.status !== 'assessed').length;
    set({ view, notice: { tone: 'note', text: words.done(view.communes.length, waiting) } });
  }

  function update(wanted: readonly number[] | 'all'): Promise<void> {
    if (state.files.length === 0) return Promise.resolve();
    return runner.run(
      state.files.length > 1 ? words.reading(0, state.files.length) : words.combining,
      (task) => bringUpToDate(task, wanted),
      show,
    );
  }

  /** Which sheet was looked at is no answer where each sheet is a commune of its own. */
  function ofWholeFile(options: AssessOptions, name: string): AssessOptions {
    const several = state.view?.files.find((file) => file.file === name)?.sheets !== undefined;
    const { sheet: _sheet, ...rest } = options;
    return several ? rest : options;
  }

  const indexOf = (file: string): number => state.files.findIndex((each) => each.name === file);

  /** A file beside the communes' own: handed to the keeper; `refusal` where it is not what it should be. */
  async function takeBeside(
    part: 'rubric' | 'book',
    file: PickedWorkbook | null,
    job: 'useRubric' | 'useBook',
    refusal: (file: string) => string,
  ): Promise<void> {
    await runner.run(
      words.combining,
      async () => {
        const current = currentPool();
        if (file === null) {
          await (await current.keeper()).call(job, null);
          return;
        }
        const fits = await current.give(file, (worker, given) => worker.call(job, given));
        if (!fits) throw new HostError('unreadable', refusal(file.name));
      },
      () => {
        set({ [part]: file });
        if (state.files.length > 0) void update([]);
      },
    );
  }

  const session: ConsolidationSession = {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async take(files) {
      if (files.length === 0) return set({ notice: { tone: 'failed', text: words.nothingFound } });
      known = [];
      set({ files, view: null, answers: {}, chosen: {}, opened: null });
      await update('all');
    },
    async add(files) {
      if (files.length === 0) return set({ notice: { tone: 'failed', text: words.nothingFound } });
      const list = state.files.slice();
      const changed: number[] = [];
      for (const file of files) {
        const at = indexOf(file.name);
        if (at < 0) changed.push(list.push(file) - 1);
        else {
          list[at] = file;
          changed.push(at);
        }
      }
      set({ files: list });
      await update(changed);
    },
    async takeRoster(file) {
      if (file === null) {
        set({ roster: null });
        return update('all');
      }
      await runner.run(
        words.combining,
        () => currentPool().give(file, (worker, given) => worker.call('readRoster', given)),
        (roster) => {
          if (roster.units.length === 0) return set({ notice: { tone: 'failed', text: words.noRoster(file.name) } });
          set({ roster: { file: file.name, roster } });
          // A list with classes decides thresholds, so that every file is assessed with it.
          void update(roster.units.some((unit) => unit.unitClass !== null) ? 'all' : []);
        },
      );
    },
    takeRubric: (file) => takeBeside('rubric', file, 'useRubric', words.noRubric),
    takeBook: (file) => takeBeside('book', file, 'useBook', words.noBook),
    refresh: () => update('all'),
    choose(commune, file) {
      set({ chosen: { ...state.chosen, [commune]: file } });
      return update([]);
    },
    nameCommune(file, commune) {
      set({ answers: { ...state.answers, [file]: { ...state.answers[file], commune } } });
      return update([indexOf(file)]);
    },
    async open(name, sheet) {
      const file = state.files[indexOf(name)];
      if (file === undefined) return;
      const options = { ...state.answers[name], ...(sheet === undefined ? {} : { sheet }) };
      await runner.run(
        words.opening(name),
        async () => {
          const current = currentPool();
          await current.give(file, (worker, given) => worker.call('open', given));
          const keeper = await current.keeper();
          return keeper.call('assess', { options, roster: state.roster?.roster ?? null, known });
        },
        ({ assessment, options: used }) => {
          openedOptions = used;
          set({ opened: { file, assessment, options: used } });
        },
      );
    },
    async assessOpened(options) {
      const keeper = await currentPool().keeper();
      const { assessment } = await keeper.call('assess', { options, roster: state.roster?.roster ?? null, known: [] });
      openedOptions = options;
      return assessment;
    },
    pool: currentPool,
    async close() {
      const { opened } = state;
      if (opened === null) return;
      const name = opened.file.name;
      const options = ofWholeFile(openedOptions, name);
      set({ opened: null, notice: null });
      if (openedOptions === opened.options) return;
      set({ answers: { ...state.answers, [name]: options } });
      const affected = [indexOf(name)];
      if (options.mapping?.tables !== undefined && options.mapping !== opened.options.mapping) {
        const pointed = await (await currentPool().keeper()).call('known', options.mapping);
        known = pointed.concat(known.filter((table) => !pointed.some((one) => sameHeadings(one.headings, table.headings))));
        for (const { file, status } of state.view?.files ?? [])
          if (file !== name && (status === 'unrecognised' || status === 'needs-confirmation')) affected.push(indexOf(file));
      }
      await update(affected);
    },
    async deliver(target) {
      const { view } = state;
      if (view === null) return;
      await runner.run(
        words.writing,
        async (task) => {
          // Stopping threw away what had been read.
          if (!kept) await bringUpToDate(task, 'all');
          const keeper = await currentPool().keeper();
          return host.deliver(
            target,
            {
              name: bookName(view),
              designs: (previous) => keeper.call('design', { previous }),
              bytes: () => keeper.call('bookBytes', null),
            },
            task,
          );
        },
        (text) => set({ notice: { tone: 'done', text } }),
      );
    },
    cancel() {
      runner.stop();
      dropPool();
      set({ notice: { tone: 'note', text: words.stopped } });
    },
    dismiss: () => set({ notice: null }),
    tell: (notice) => set({ notice }),
  };
  return session;
}
