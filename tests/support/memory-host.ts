/** A host whose workbook lies in memory: the real core behind it, every call written down. */
import { assess } from '../../core/assess';
import { standardById } from '../../core/standards/registry';
import { designFindingsSheet } from '../../core/summary/findings-sheet';
import { designSummary } from '../../core/summary/summary';
import { parseReference } from '../../core/workbook/references';
import type { Cell, CellValue, Workbook } from '../../core/workbook/workbook';
import { HostError } from '../../panel/host';
import type { PanelHost, StampRequest } from '../../panel/host';
import { applyDesign } from './apply-design';

export interface MemoryHostSettings {
  readonly kind?: PanelHost['kind'];
  /** What every job takes, in milliseconds; a job that was stopped ends then, too. */
  readonly delay?: number;
  /** The sentence of the next failure of `assess`, `stamp` or `selectCell`. */
  readonly fails?: Partial<Record<'assess' | 'stamp' | 'selectCell', string>>;
  /** The workbook that *Thử với bảng mẫu* opens; without it there is no such button. */
  readonly sample?: Workbook;
  readonly kept?: Readonly<Record<string, string>>;
}

export interface MemoryHost extends PanelHost {
  /** The workbook as it is now, sheets that were written included. */
  workbook(): Workbook;
  edit(reference: string, value: CellValue): void;
  readonly calls: {
    readonly assessed: { options: unknown; reread: boolean }[];
    readonly stamped: StampRequest[];
    readonly selected: string[];
    readonly copied: string[];
    stopped: number;
  };
  readonly kept: Record<string, string>;
}

export function memoryHost(first: Workbook, settings: MemoryHostSettings = {}): MemoryHost {
  let workbook = first;
  const kept: Record<string, string> = { ...settings.kept };
  const calls: MemoryHost['calls'] = { assessed: [], stamped: [], selected: [], copied: [], stopped: 0 };
  const wait = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (settings.delay === undefined) resolve();
      else setTimeout(resolve, settings.delay);
      signal.addEventListener('abort', () => {
        calls.stopped += 1;
        resolve();
      });
    });
  const failing = (job: 'assess' | 'stamp' | 'selectCell'): void => {
    const sentence = settings.fails?.[job];
    if (sentence !== undefined) throw new HostError('failed', sentence, `memory ${job}`);
  };
  return {
    kind: settings.kind ?? 'page',
    capabilities: { stamping: 'in-place', editable: true },
    about: { version: '0.0.0-test', changes: ['Bản thử.'], runsIn: 'memory' },
    calls,
    kept,
    workbook: () => workbook,
    edit(reference, value) {
      const place = parseReference(reference);
      if (place === null) throw new Error(reference);
      workbook = {
        ...workbook,
        sheets: workbook.sheets.map((sheet) => {
          if (sheet.name !== place.sheet) return sheet;
          const others = sheet.cells.filter((cell) => cell.row !== place.row || cell.column !== place.column);
          const old = sheet.cells.find((cell) => cell.row === place.row && cell.column === place.column);
          const cell: Cell = { ...old, row: place.row, column: place.column, value };
          return { ...sheet, cells: [...others, cell].sort((a, b) => a.row - b.row || a.column - b.column) };
        }),
      };
    },
    async assess({ options, reread }, task) {
      task.progress({ words: 'Đang đọc 1 trang tính…', done: 0.4 });
      await wait(task.signal);
      failing('assess');
      calls.assessed.push({ options, reread });
      return assess(workbook, options);
    },
    read: () => Promise.resolve(workbook),
    async stamp(request, task) {
      await wait(task.signal);
      failing('stamp');
      calls.stamped.push(request);
      const assessment = assess(workbook, request.options);
      const standard = standardById(assessment.standard.id ?? '');
      const input = {
        workbook,
        assessment,
        standard,
        time: '2025-01-02T03:04:05.000Z',
        version: '0.0.0-test',
        handEntries: request.handEntries,
      };
      const assignment = standard?.agencyAssignments.find((each) => each.id === request.assignment) ?? null;
      const designs = [designSummary(input), ...(request.findingsSheet ? [designFindingsSheet({ ...input, assignment })] : [])];
      for (const design of designs) workbook = applyDesign(workbook, design);
      return {
        message: `Đã ghi trang tính ${designs.map((design) => `“${design.name}”`).join(' và ')}.`,
        assessment: assess(workbook, request.options),
      };
    },
    selectCell(reference) {
      failing('selectCell');
      calls.selected.push(reference);
      const place = parseReference(reference);
      const sheet = workbook.sheets.find((each) => each.name === place?.sheet);
      if (place === null || sheet === undefined) return Promise.reject(new HostError('not-found', 'Không còn ô này trong bảng tính.'));
      const within = (spans: readonly (readonly [number, number])[], index: number): boolean =>
        spans.some(([from, to]) => from <= index && index <= to);
      if (sheet.hidden) return Promise.resolve({ hidden: 'sheet' });
      if (within(sheet.hiddenRows, place.row)) return Promise.resolve({ hidden: 'row' });
      return Promise.resolve(within(sheet.hiddenColumns, place.column) ? { hidden: 'column' } : {});
    },
    remember(key, value) {
      kept[key] = value;
      return Promise.resolve();
    },
    recall: (key) => Promise.resolve(kept[key] ?? null),
    copyText(text) {
      calls.copied.push(text);
      return Promise.resolve();
    },
    ...(settings.sample === undefined
      ? {}
      : {
          trySample() {
            workbook = settings.sample as Workbook;
            return Promise.resolve();
          },
        }),
  };
}
