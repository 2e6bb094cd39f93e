import type { PickedFile } from './page-host';

/** The endings that can be read; what a file is, its bytes tell. */
const ACCEPTED = '.xlsx,.xlsm,.xls,.ods,.xltx,.xltm';

/** A file of the browser as the host takes it. */
export function pickedFile(file: File): PickedFile {
  return { name: file.name.normalize('NFC'), size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}

/** Opens the system's dialog through an input that lies in the page. Answers null where she closes it without a file. */
export function createPicker(input: HTMLInputElement): () => Promise<PickedFile | null> {
  let answer: ((file: PickedFile | null) => void) | null = null;
  const settle = (file: PickedFile | null): void => {
    answer?.(file);
    answer = null;
  };
  input.accept = ACCEPTED;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    settle(file === undefined ? null : pickedFile(file));
    // The same file may be picked again after it was corrected.
    input.value = '';
  });
  input.addEventListener('cancel', () => settle(null));
  return () => {
    settle(null);
    return new Promise((resolve) => {
      answer = resolve;
      input.click();
    });
  };
}

/** Takes a file that is dropped anywhere on the page; `onOver` tells while one is held above it. */
export function acceptDrops(onOver: (over: boolean) => void, onFile: (file: PickedFile, others: number) => void): void {
  const carriesFile = (event: DragEvent): boolean => Array.from(event.dataTransfer?.types ?? []).includes('Files');
  let depth = 0;
  document.addEventListener('dragenter', (event) => {
    if (!carriesFile(event)) return;
    depth += 1;
    onOver(true);
  });
  document.addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) onOver(false);
  });
  document.addEventListener('dragover', (event) => {
    if (carriesFile(event)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    depth = 0;
    onOver(false);
    const files = event.dataTransfer?.files;
    const file = files?.[0];
    if (file !== undefined) onFile(pickedFile(file), (files as FileList).length - 1);
  });
}
