import type { AssessOptions } from '../core/assess';
import type { Assessment } from '../core/assessment';
import type { Workbook } from '../core/workbook/workbook';
import type { PanelHost, StampRequest } from './host';
import { createRunner, ended } from './running';
import type { Notice, Running } from './running';
import { cellWords, confirmedMapping, paperEntries } from './options';
import type { Papers } from './options';
import { offerRemembered, rememberMapping } from './remembered';
import { describeFailure } from './failure';
import { words } from './words';

/** Everything that the panel draws from. */
export interface State extends Running {
  readonly assessment: Assessment | null;
  readonly options: AssessOptions;
  readonly papers: Papers;
  /** The workbook was edited after it was assessed. */
  readonly edited: boolean;
  /** The snapshot behind the pointing form; null while it is closed. */
  readonly pointing: Workbook | null;
  /** Options with a mapping of an earlier workbook that has the same headings. */
  readonly offered: AssessOptions | null;
  /** Grows with every new workbook, so that parts of the screen forget what they held. */
  readonly generation: number;
}

export interface Session {
  state(): State;
  subscribe(listener: () => void): () => void;
  score(): Promise<void>;
  /** Runs again with other options; they are kept only where the run succeeds. */
  change(options: AssessOptions): Promise<void>;
  setPaper(item: string, words: string): void;
  stamp(findingsSheet: boolean, assignment: string | null): Promise<void>;
  select(reference: string): Promise<void>;
  trySample(): Promise<void>;
  chooseFile(): Promise<void>;
  openPointing(): Promise<void>;
  closePointing(): void;
  cancel(): void;
  dismiss(): void;
  tell(notice: Notice): void;
  copy(text: string): Promise<void>;
  show(assessment: Assessment, options: AssessOptions): void;
  reset(): void;
  noticeEdit(): void;
}

const empty: State = {
  assessment: null,
  options: {},
  papers: {},
  busy: null,
  notice: null,
  failure: null,
  edited: false,
  pointing: null,
  offered: null,
  generation: 0,
};

/** What the panel knows and can do, apart from how it looks. One job runs at a time: a new one stops the one before. */
export function createSession(host: PanelHost): Session {
  let state: State = empty;
  const listeners = new Set<() => void>();

  function set(change: Partial<State>): void {
    state = { ...state, ...change };
    listeners.forEach((listener) => listener());
  }

  const runner = createRunner(
    () => state,
    set,
    (code) => code === 'unchanged' && set({ edited: false }),
  );
  const { run } = runner;

  function settle(assessment: Assessment, options: AssessOptions): void {
    const first = state.assessment === null;
    set({ assessment, options, edited: false, offered: null });
    const errors = assessment.findings.filter((finding) => finding.severity === 'error').length;
    if (assessment.criteria.length === 0 && assessment.template.questions.length > 0) {
      set({ notice: { tone: 'note', text: words.asked } });
      return;
    }
    if (assessment.template.status !== 'unrecognised') {
      set({ notice: { tone: 'note', text: words.scored(!first, errors, assessment.template.questions.length) } });
      return;
    }
    set({ notice: { tone: 'note', text: words.unrecognised } });
    if (options.mapping?.tables === undefined) void offer(assessment);
  }

  async function offer(assessment: Assessment): Promise<void> {
    try {
      const mapping = await offerRemembered(host);
      if (mapping !== null && state.assessment === assessment) set({ offered: { ...state.options, mapping } });
    } catch {
      // A convenience only: without it she points the table out again.
    }
  }

  function assess(options: AssessOptions, reread: boolean): Promise<void> {
    return run(
      reread ? words.reading : words.assessing,
      (task) => host.assess({ options, reread }, task),
      (assessment) => settle(assessment, options),
    );
  }

  const session: Session = {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    score: () => assess(state.options, true),
    async change(options) {
      const pointed = options.mapping?.tables !== undefined && options.mapping !== state.options.mapping ? options.mapping : null;
      await assess(options, false);
      const kept = state.options === options && state.assessment !== null && state.assessment.template.status !== 'unrecognised';
      if (!kept || pointed === null) return;
      set({ pointing: null });
      await rememberMapping(host, pointed).catch(() => undefined);
    },
    setPaper: (item, paper) => set({ papers: { ...state.papers, [item]: paper } }),
    stamp(findingsSheet, assignment) {
      const { options, papers } = state;
      const request: StampRequest = { options, findingsSheet, assignment, handEntries: paperEntries(papers, options) };
      return run(
        words.stamping,
        (task) => host.stamp(request, task),
        (outcome) => {
          if (outcome.assessment !== undefined) set({ assessment: outcome.assessment, edited: false });
          set({ notice: { tone: 'done', text: outcome.message } });
        },
      );
    },
    async select(reference) {
      const { address, sheet } = cellWords(reference);
      set({ notice: null });
      try {
        const { hidden } = await host.selectCell(reference);
        set({ notice: { tone: 'note', text: words.selected(address, sheet, hidden) } });
      } catch (error) {
        set(ended(error));
      }
    },
    trySample: () =>
      run(
        words.openingSample,
        async (task) => {
          await host.trySample?.();
          return host.assess({ options: {}, reread: true }, task);
        },
        (assessment) => settle(assessment, {}),
      ),
    async chooseFile() {
      try {
        const chosen = await host.chooseFile?.();
        if (chosen !== true && chosen !== 'same') return;
        if (chosen === true) session.reset();
      } catch (error) {
        set(ended(error));
        return;
      }
      await session.score();
    },
    openPointing: () => run(words.reading, host.read, (workbook) => set({ pointing: workbook })),
    closePointing: () => set({ pointing: null }),
    cancel() {
      runner.stop();
      set({ notice: { tone: 'note', text: words.stopped } });
    },
    dismiss: () => set({ notice: null }),
    tell: (notice) => set({ notice }),
    async copy(text) {
      try {
        await host.copyText(text);
        set({ notice: { tone: 'done', text: words.copied } });
      } catch (error) {
        const failure = describeFailure(error);
        set({ failure, notice: { tone: 'failed', text: words.notCopied } });
      }
    },
    show(assessment, options) {
      runner.stop();
      settle(assessment, options);
    },
    reset() {
      runner.stop();
      state = { ...empty, generation: state.generation + 1 };
      listeners.forEach((listener) => listener());
    },
    noticeEdit() {
      if (state.assessment !== null && !state.edited) set({ edited: true });
    },
  };
  return session;
}

/** Options with the standard changed, all else that the officer pointed out kept. */
export function withStandard(assessment: Assessment, options: AssessOptions, standard: string): AssessOptions {
  return { ...options, mapping: { ...confirmedMapping(assessment, options), standard } };
}

/** Options with the words of one item's scale corrected; '' takes the correction back. */
export function withScale(assessment: Assessment, options: AssessOptions, item: string, scale: string): AssessOptions {
  const mapping = confirmedMapping(assessment, options);
  const rubrics: Record<string, string> = { ...mapping.rubrics };
  if (scale.trim() === '') delete rubrics[item];
  else rubrics[item] = scale;
  return { ...options, mapping: { ...mapping, rubrics } };
}
