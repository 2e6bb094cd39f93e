import { HostError } from '../host';
import type { PanelHost } from '../host';
import { cellWords } from '../options';
import type { ConsolidationHost } from './host';
import type { ConsolidationSession } from './session';

/** One commune's file as a panel shows it: read and asked about as usual; nothing is written into it. */
export function createFileHost(host: ConsolidationHost, session: ConsolidationSession, file: string): PanelHost {
  const kept = new Map<string, string>();
  return {
    kind: host.kind,
    capabilities: { stamping: 'none', editable: false },
    about: host.about,
    assess: ({ options }) => session.assessOpened(options),
    read: async () => (await session.pool().keeper()).call('workbook', null),
    async stamp() {
      throw new HostError('unsupported', 'Tệp của xã chỉ để xem; kết quả nằm trong sổ tổng hợp.');
    },
    async selectCell(reference) {
      const { address, sheet } = cellWords(reference);
      throw new HostError('unsupported', `Ô này nằm trong tệp “${file}”: mở tệp đó, trang “${sheet}”, ô ${address}.`);
    },
    // What was pointed out is kept by the consolidation, for all files with the same headings.
    async remember(key, value) {
      kept.set(key, value);
    },
    recall: async (key) => kept.get(key) ?? null,
    copyText: host.copyText,
  };
}
