import type { SheetDesign } from '../../core/summary/design';
import type { Workbook } from '../../core/workbook/workbook';
import type { About, Task } from '../host';
import type { Caller } from '../worker-calls';
import type { ConsolidationTable } from './jobs';

/** Where the district book can go; each is a button. */
export interface BookTarget {
  readonly id: string;
  readonly label: string;
}

/** What a target may ask for: designs for a workbook that is written cell by cell, bytes for one that is opened or kept as a file. */
export interface FinishedBook {
  /** `previous`: the sheets of an earlier book in the workbook that is written into, whose hand-written appraisal is kept. */
  designs(previous: Workbook | null): Promise<readonly SheetDesign[]>;
  bytes(): Promise<Uint8Array>;
  /** A name for a file: `Tổng hợp huyện … 2024.xlsx`. */
  readonly name: string;
}

/** Everything that the consolidation asks of the program around it. */
export interface ConsolidationHost {
  readonly kind: 'excel' | 'sheets' | 'page';
  readonly about: About;
  /** Whoever reads and computes; several may run side by side. */
  startCaller(): Promise<Caller<ConsolidationTable>>;
  /** What `library` is given: the text of the reader for old formats or its address. null where the host has none. */
  librarySource(): string | null;
  readonly targets: readonly BookTarget[];
  /** Hands the book over. Answers what was done, a ready sentence. Fails with a `HostError`. */
  deliver(target: string, book: FinishedBook, task: Task): Promise<string>;
  copyText(text: string): Promise<void>;
}
