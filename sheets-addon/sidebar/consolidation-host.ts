import type { BookTarget, ConsolidationHost, FinishedBook } from '../../panel/consolidate/host';
import { HostError, isHostError } from '../../panel/host';
import type { About, Task } from '../../panel/host';
import type { CallServer } from './bridge';
import { earlierBook, packBook } from './pack-book';
import { partLimits } from './pack-sheet';
import type { PartLimits } from './pack-sheet';

/** What the host asks of the page around it. */
export interface SidebarConsolidationParts extends Pick<ConsolidationHost, 'startCaller' | 'librarySource'> {
  readonly about: About;
  readonly callServer: CallServer;
  download(name: string, bytes: Uint8Array): void;
  copy(text: string): Promise<void>;
  readonly limits?: PartLimits;
}

const here: BookTarget = { id: 'here', label: 'Ghi vào bảng tính này' };
const download: BookTarget = { id: 'download', label: 'Tải sổ tổng hợp (.xlsx)' };

/** Failures after which a file of her own is the way on. */
const refused: readonly string[] = ['unsupported', 'read-only', 'protected', 'too-large'];

/** What the same failure of Google's means here: its usual words are for one who scores her own table. */
function wordsOf({ code, detail, message }: HostError): string {
  if (code === 'unsupported' && detail !== 'consent')
    return 'Bảng tính này đang ở chế độ Office (.xlsx) nên Google không cho chương trình ghi. Chọn Tệp → Lưu dưới dạng Google Trang tính rồi mở bản vừa lưu.';
  return detail === 'time' ? 'Google dừng vì chạy quá 6 phút.' : message;
}

/** A failure with what it means for the book: nothing was written, or it has to be written again. */
function aboutBook(error: unknown, written: number): unknown {
  if (!isHostError(error)) return error;
  const words = wordsOf(error);
  if (written === 0) {
    const way = refused.includes(error.code) ? ` Cũng có thể bấm “${download.label}”.` : '';
    return new HostError(error.code, `Chưa ghi xong trang nào. ${words}${way}`, error.detail);
  }
  const begun = 'Sổ tổng hợp mới ghi được một phần; phần thẩm định ghi tay vẫn còn.';
  return new HostError(error.code, `${begun} ${words} Bấm lại “${here.label}” để ghi cho đủ.`, error.detail);
}

/** *Tổng hợp các xã* in the sidebar: everything is read and computed in the browser; only the rows of the finished book go to the spreadsheet. */
export function createSidebarConsolidation(parts: SidebarConsolidationParts): ConsolidationHost {
  const { callServer, about } = parts;

  async function writeHere(book: FinishedBook, task: Task): Promise<string> {
    let written = 0;
    try {
      task.progress({ words: 'Đang xem bảng tính đã có sổ tổng hợp chưa…' });
      const present = await callServer('presentDistrictBook');
      const calls = packBook(await book.designs(earlierBook(present)), present, parts.limits ?? partLimits);
      for (const call of calls) {
        if (task.signal.aborted) throw new DOMException('stopped', 'AbortError');
        task.progress({ words: `Đang ghi trang “${call.part.frame.name}”…`, done: written / calls.length });
        await callServer('writeDistrictBook', call);
        written += 1;
      }
      const names = new Set(calls.map((call) => call.part.frame.name));
      return `Đã ghi sổ tổng hợp vào bảng tính này: ${names.size} trang, từ trang “${calls[calls.length - 1]?.show ?? ''}”.`;
    } catch (error) {
      throw aboutBook(error, written);
    }
  }

  return {
    kind: 'sheets',
    about,
    startCaller: parts.startCaller,
    librarySource: parts.librarySource,
    targets: [here, download],
    async deliver(target, book, task) {
      if (target === here.id) return writeHere(book, task);
      parts.download(book.name, await book.bytes());
      return `Đã tải về “${book.name}”.`;
    },
    copyText: parts.copy,
  };
}
