import type { PanelHandle } from '../../panel/host';
import { mountPanel } from '../../panel/mount';
import { version } from '../../package.json';
import { callServer } from './bridge';
import { createSidebarHost } from './host';
import { openFile } from './picked-file';
import type { PickedFile } from './picked-file';

declare global {
  interface Window {
    /** For the line that the server appends where the menu's *Chấm điểm* was clicked. */
    chamDiem: PanelHandle;
  }
}

const element = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;
const input = element<HTMLInputElement>('file');

/** Opens the system's dialog; null where it is closed without a file. */
function pick(): Promise<PickedFile | null> {
  return new Promise((resolve, reject) => {
    input.onchange = () => {
      const file = input.files?.[0];
      if (file === undefined) resolve(null);
      else openFile(file).then(resolve, reject);
      // The same file may be picked again after it was corrected.
      input.value = '';
    };
    input.oncancel = () => resolve(null);
    input.click();
  });
}

function download(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers fetch the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/** Google's frame may keep the clipboard from its pages; a selected text can be copied all the same. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    if (!copied) throw new Error('not copied');
  }
}

const host = createSidebarHost({
  about: { version, changes: JSON.parse(__CHANGES__) as string[], runsIn: 'Google Trang tính' },
  callServer,
  pick,
  download,
  copy,
  onFile(name) {
    element('file-bar').hidden = name === null;
    element('file-words').textContent = name === null ? '' : `Đang chấm tệp “${name}” từ máy, đọc ngay trong trình duyệt.`;
  },
});

const handle = mountPanel(element('panel'), host);
// Google's own page around the sidebar is light whatever the system prefers.
handle.setTheme('light');
element('file-back').onclick = () => {
  host.leaveFile();
  handle.reset();
};
window.chamDiem = handle;
