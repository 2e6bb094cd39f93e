/// <reference types="office-js" />
/** The consolidation in the Excel pane without a browser: jobs done here, sheets written through the real object model. */
import type { Workbook } from '../../core/workbook/workbook';
import { createExcelConsolidation } from '../../excel-addin/consolidate/host';
import { watchEdits } from '../../excel-addin/watch-edits';
import type { EditWatch } from '../../excel-addin/watch-edits';
import type { ConsolidationTable } from '../../panel/consolidate/jobs';
import type { Task } from '../../panel/host';
import { openInExcel } from '../doubles/excel-runtime';
import type { ExcelDouble } from '../doubles/excel-wire';
import type { WorkbookModel } from '../doubles/workbook-model';
import { about } from './sheets-book';

/** A pane that stays open. */
export interface Pane {
  readonly watch: EditWatch;
  /** Presses one of the two buttons. */
  deliver(jobs: ConsolidationTable, target?: 'here' | 'new', task?: Partial<Task>): Promise<string>;
}

export function openPane(largest?: number, notice: () => void = () => undefined): Pane {
  const watch = watchEdits(notice);
  const host = createExcelConsolidation({ about, copyText: async () => undefined, watch, ...(largest === undefined ? {} : { largest }) });
  return {
    watch,
    deliver: (jobs, target = 'here', task = {}) =>
      host.deliver(
        target,
        {
          name: 'sổ.xlsx',
          designs: (previous: Workbook | null) => jobs.design({ previous }),
          bytes: () => jobs.bookBytes(null),
        },
        { signal: new AbortController().signal, progress: () => undefined, ...task },
      ),
  };
}

/** Writes a book into a workbook from a pane that is opened for it. `change` prepares the Excel. */
export async function writeBook(
  model: WorkbookModel,
  jobs: ConsolidationTable,
  { version = '1.14', largest, change }: { version?: string; largest?: number; change?(double: ExcelDouble): void } = {},
): Promise<{ readonly double: ExcelDouble; readonly told: string }> {
  const double = openInExcel(model, version);
  change?.(double);
  return { double, told: await openPane(largest).deliver(jobs) };
}
