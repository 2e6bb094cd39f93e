/** Runs in the browser of the panel's tests: the panel over a workbook in memory. */
import type { Workbook } from '../../core/workbook/workbook';
import type { PanelHandle } from '../../panel/host';
import { mountPanel } from '../../panel/mount';
import { memoryHost } from './memory-host';
import type { MemoryHost, MemoryHostSettings } from './memory-host';

declare global {
  interface Window {
    host: MemoryHost;
    panel: PanelHandle;
    openPanel(workbook: Workbook, settings?: MemoryHostSettings): void;
  }
}

window.openPanel = (workbook, settings = {}) => {
  window.host = memoryHost(workbook, settings);
  window.panel = mountPanel(document.getElementById('panel') as HTMLElement, window.host);
};
