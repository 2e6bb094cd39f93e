/** Consolidates workbooks as the sidebar's worker does, and hands the book to the built server as the sidebar does. */
import * as SheetJs from '@e965/xlsx';
import type { Workbook } from '../../core/workbook/workbook';
import type { SheetJsLibrary } from '../../core/xlsx/legacy';
import { createConsolidationJobs } from '../../panel/consolidate/jobs';
import type { ConsolidationTable, GivenFile } from '../../panel/consolidate/jobs';
import { HostError } from '../../panel/host';
import type { Task } from '../../panel/host';
import { callsHere } from '../../panel/worker-calls';
import type { Failure } from '../../sheets-addon/server/failure';
import type { CallServer } from '../../sheets-addon/sidebar/bridge';
import { createSidebarConsolidation } from '../../sheets-addon/sidebar/consolidation-host';
import type { PartLimits } from '../../sheets-addon/sidebar/pack-sheet';
import type { RunningScript } from '../doubles/sheets-script';

export const about = { version: '0.1.0', changes: [], runsIn: 'test' };

/** Jobs that have examined these files and put them together. */
export async function consolidated(files: readonly GivenFile[], time: string, version = about.version): Promise<ConsolidationTable> {
  const jobs = createConsolidationJobs(async () => SheetJs as unknown as SheetJsLibrary);
  await jobs.library('');
  await jobs.begin(null);
  for (const [index, { name, bytes }] of files.entries()) {
    const examined = await jobs.examine({ name, bytes: bytes.slice(), roster: null, answers: null, known: [] });
    if (examined === 'needs-library') throw new Error(name);
    await jobs.keep({ index, examined });
  }
  await jobs.combine({ roster: null, chosen: {}, time, version });
  return jobs;
}

/** What was asked of the server: its functions by name, and the length of what they were given. */
export interface Asked {
  readonly name: string;
  readonly characters: number;
}

export interface SidebarOver {
  /** Presses *Ghi vào bảng tính này*. */
  write(jobs: ConsolidationTable): Promise<string>;
  readonly asked: Asked[];
}

/** The sidebar's consolidation over a running script. `before` is told of every call and may throw in its place. */
export function sidebarOver(script: RunningScript, limits?: PartLimits, before: (name: string, count: number) => void = () => undefined) {
  const asked: Asked[] = [];
  const callServer: CallServer = async (name, ...given) => {
    const text = JSON.stringify(given);
    asked.push({ name, characters: text.length });
    before(name, asked.length);
    const answer = script.call<unknown>(name, ...(JSON.parse(text) as unknown[]));
    const reply = JSON.parse(JSON.stringify(answer)) as { result?: unknown; failure?: Failure };
    if (reply.failure !== undefined) throw new HostError(reply.failure.code, reply.failure.message, reply.failure.detail);
    return reply.result as never;
  };
  const task: Task = { signal: new AbortController().signal, progress: () => undefined };
  const sidebar: SidebarOver = {
    asked,
    write(jobs) {
      const host = createSidebarConsolidation({
        about,
        callServer,
        download: () => undefined,
        copy: async () => undefined,
        startCaller: async () => callsHere(jobs),
        librarySource: () => '',
        ...(limits === undefined ? {} : { limits }),
      });
      const designs = (previous: Workbook | null) => jobs.design({ previous });
      return host.deliver('here', { name: 'sổ.xlsx', designs, bytes: () => jobs.bookBytes(null) }, task);
    },
  };
  return sidebar;
}
