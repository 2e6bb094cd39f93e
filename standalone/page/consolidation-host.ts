import type { ConsolidationHost } from '../../panel/consolidate/host';
import { consolidationHere } from '../../panel/consolidate/here';
import { loadLibraryInPage } from '../../panel/load-library';
import { startCaller } from '../../panel/worker-calls';
import type { About } from '../../panel/host';

/** The name by which the program knows that it runs as a worker of the consolidation. */
export const CONSOLIDATION_WORKER = 'consolidation';

/** What the page gives to the consolidation. */
export interface ConsolidationParts {
  readonly about: About;
  /** The text of the page's own program: the workers run it, too. */
  readonly program: string;
  libraryText(): string;
  /** Hands the bytes over as a file to be kept. */
  download(name: string, bytes: Uint8Array): void;
}

/** The offline page as the consolidation's host: the book is a file of its own. */
export function createPageConsolidation(parts: ConsolidationParts): ConsolidationHost {
  const address = URL.createObjectURL(new Blob([parts.program], { type: 'text/javascript' }));
  return {
    kind: 'page',
    about: parts.about,
    startCaller: () =>
      startCaller(
        () => new Worker(address, { name: CONSOLIDATION_WORKER }),
        () => consolidationHere((text) => loadLibraryInPage(text, true)),
      ),
    librarySource: parts.libraryText,
    targets: [{ id: 'download', label: 'Tải sổ tổng hợp' }],
    async deliver(_target, book) {
      const bytes = await book.bytes();
      parts.download(book.name, bytes);
      return `Đã tải về “${book.name}”. Các tệp của xã giữ nguyên.`;
    },
    copyText: (text) => navigator.clipboard.writeText(text),
  };
}
