import { copyText } from '../../panel/copy-text';
import { downloadFile } from '../../panel/download';
import type { SheetJsLibrary } from '../../core/xlsx/legacy';
import { consolidationHere } from '../../panel/consolidate/here';
import { loadLibraryInPage } from '../../panel/load-library';
import { mountModes } from '../../panel/modes';
import type { ModesHandle } from '../../panel/modes';
import { startCaller } from '../../panel/worker-calls';
import { version } from '../../package.json';
import { callServer } from './bridge';
import { element, libraryText, startWorker } from './browser';
import { createSidebarConsolidation } from './consolidation-host';
import { createSidebarHost } from './host';
import { openFile } from './picked-file';
import type { PickedFile } from './picked-file';

declare global {
  interface Window {
    /** For the line that the server appends where *Chấm điểm* or *Tổng hợp các xã* was clicked in the menu. */
    chamDiem: ModesHandle;
  }
}

/** Puts the sidebar together. */
export function runPage(): void {
  const about = { version, changes: JSON.parse(__CHANGES__) as string[], runsIn: 'Google Trang tính' };
  const input = element<HTMLInputElement>('file');
  const bar = element('file-bar');
  let library: Promise<SheetJsLibrary> | null = null;
  let file: string | null = null;

  function loadLibrary(): Promise<SheetJsLibrary> {
    library = library ?? loadLibraryInPage(libraryText(), true);
    return library;
  }

  /** Opens the system's dialog; null where it is closed without a file. */
  function pick(): Promise<PickedFile | null> {
    return new Promise((resolve, reject) => {
      input.onchange = () => {
        const chosen = input.files?.[0];
        if (chosen === undefined) resolve(null);
        else openFile(chosen, loadLibrary).then(resolve, reject);
        // The same file may be picked again after it was corrected.
        input.value = '';
      };
      input.oncancel = () => resolve(null);
      input.click();
    });
  }

  const host = createSidebarHost({
    about,
    callServer,
    pick,
    download: downloadFile,
    copy: copyText,
    onFile(name) {
      file = name;
      bar.hidden = name === null;
      element('file-words').textContent = name === null ? '' : `Đang chấm tệp “${name}” từ máy, đọc ngay trong trình duyệt.`;
    },
  });
  const consolidation = createSidebarConsolidation({
    about,
    callServer,
    download: downloadFile,
    copy: copyText,
    startCaller: () => startCaller(startWorker, () => consolidationHere(loadLibrary)),
    librarySource: libraryText,
  });

  const places = { strip: element('modes'), score: element('score'), consolidate: element('consolidate') };
  const handle = mountModes(places, host, consolidation, (mode) => {
    bar.hidden = file === null || mode !== 'score';
  });
  // Google's own page around the sidebar is light whatever the system prefers.
  handle.setTheme('light');
  element('file-back').onclick = () => {
    host.leaveFile();
    handle.reset();
  };
  window.chamDiem = handle;
}
