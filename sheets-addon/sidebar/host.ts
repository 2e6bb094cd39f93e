import { HostError } from '../../panel/host';
import type { About, PanelHost } from '../../panel/host';
import type { CallServer } from './bridge';
import type { PickedFile } from './picked-file';

/** What the host asks of the page around it. */
export interface SidebarParts {
  readonly about: About;
  readonly callServer: CallServer;
  /** Lets the officer pick a file; null where she picked none. */
  pick(): Promise<PickedFile | null>;
  download(name: string, bytes: Uint8Array): void;
  copy(text: string): Promise<void>;
  /** The file that is assessed instead of the open spreadsheet, null for the spreadsheet. */
  onFile(name: string | null): void;
}

/** The sidebar as the panel's host: the open spreadsheet through the server, or a file that is read in the browser. */
export interface SidebarHost extends PanelHost {
  /** Goes back from a picked file to the open spreadsheet. */
  leaveFile(): void;
}

export function createSidebarHost(parts: SidebarParts): SidebarHost {
  let picked: PickedFile | null = null;
  const { callServer } = parts;
  return {
    kind: 'sheets',
    get capabilities() {
      return picked === null ? ({ stamping: 'in-place', editable: true } as const) : ({ stamping: 'download', editable: false } as const);
    },
    about: parts.about,
    leaveFile() {
      picked = null;
      parts.onFile(null);
    },
    async assess({ options }, task) {
      if (picked !== null) return picked.assess(options);
      task.progress({ words: 'Đang đọc bảng tính và chấm điểm…' });
      return callServer('assessSpreadsheet', options);
    },
    async read() {
      return picked === null ? callServer('snapshotOfSpreadsheet') : picked.workbook;
    },
    async stamp(request) {
      if (picked === null) {
        const { options, findingsSheet, assignment, handEntries } = request;
        return callServer('stampSpreadsheet', { options, findingsSheet, assignment, handEntries });
      }
      const assessment = picked.assess(request.options);
      const { name, bytes, reason } = picked.stamped(request, assessment);
      parts.download(name, bytes);
      return { message: `Đã tải về “${name}”. ${reason === '' ? 'Tệp gốc giữ nguyên.' : reason}`, assessment };
    },
    async selectCell(reference) {
      if (picked === null) return callServer('selectCell', reference);
      throw new HostError(
        'unsupported',
        `Đang chấm tệp “${picked.name}” từ máy nên không tới ô được từ đây. Mở tệp và tìm ô ${reference}.`,
      );
    },
    // Nothing is kept outside the spreadsheet: what the officer decided stands in the result sheet.
    async remember() {},
    async recall() {
      return null;
    },
    copyText: parts.copy,
    async chooseFile() {
      const file = await parts.pick();
      if (file === null) return false;
      picked = file;
      parts.onFile(file.name);
      return true;
    },
  };
}
