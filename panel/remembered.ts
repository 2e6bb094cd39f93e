import type { Mapping } from '../core/assessment';
import { knownTables, mappingByHeadings, sameHeadings, type KnownTable } from '../core/consolidation/same-headings';
import type { PanelHost, Task } from './host';

const KEY = 'mappings';
const MOST = 20;

const idle: Task = { signal: new AbortController().signal, progress: () => undefined };

function parse(text: string | null): KnownTable[] {
  if (text === null) return [];
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list)
      ? (list as KnownTable[]).filter(
          (entry) => typeof entry === 'object' && entry !== null && typeof entry.headings === 'object' && typeof entry.columns === 'object',
        )
      : [];
  } catch {
    return [];
  }
}

/** Keeps a pointed mapping with the host, headings and roles only: no name of a sheet or file, no number of the officer's. */
export async function rememberMapping(host: PanelHost, mapping: Mapping): Promise<void> {
  const described = knownTables(await host.read(idle), mapping);
  if (described.length === 0) return;
  const kept = parse(await host.recall(KEY)).filter((entry) => !described.some((one) => sameHeadings(one.headings, entry.headings)));
  await host.remember(KEY, JSON.stringify(described.concat(kept).slice(0, MOST)));
}

/** The mapping of an earlier workbook that fits this one by its headings, null where none does. */
export async function offerRemembered(host: PanelHost): Promise<Mapping | null> {
  const entries = parse(await host.recall(KEY));
  return entries.length === 0 ? null : mappingByHeadings(await host.read(idle), entries);
}
