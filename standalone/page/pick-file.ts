/** The endings that can be read; what a file is, its bytes tell. */
const ENDINGS = ['.xlsx', '.xlsm', '.xls', '.ods', '.xltx', '.xltm'];

/** What some browsers give beside a file: by it the file can be read again after another program wrote it. */
export interface FileHandle {
  readonly kind: string;
  getFile(): Promise<File>;
  isSameEntry(other: FileHandle): Promise<boolean>;
}

declare global {
  interface Window {
    showOpenFilePicker?(options: object): Promise<readonly FileHandle[]>;
  }
  interface DataTransferItem {
    getAsFileSystemHandle?(): Promise<FileHandle | null>;
  }
}

/** A file that is to be assessed, its bytes fetched when they are needed. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  /** By it the file is known again; null where the browser gives none. */
  readonly handle: FileHandle | null;
  bytes(): Promise<Uint8Array>;
  /** The file as it is now; it or its bytes fail where it has to be picked again. Left out where it cannot change. */
  latest?(): Promise<PickedFile>;
  /** Whether it was written since it was picked, as far as the browser can tell. */
  isChanged?(): Promise<boolean>;
}

/** A file of the browser as the host takes it. */
export function pickedFile(file: File, handle: FileHandle | null = null): PickedFile {
  return {
    name: file.name.normalize('NFC'),
    size: file.size,
    handle,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
    latest: async () => pickedFile(handle === null ? file : await handle.getFile(), handle),
    async isChanged() {
      if (handle !== null) return (await handle.getFile()).lastModified !== file.lastModified;
      // Without a handle a browser refuses to read a file that was written since it was picked.
      return file
        .slice(0, 1)
        .arrayBuffer()
        .then(
          () => false,
          () => true,
        );
    },
  };
}

function askInput(input: HTMLInputElement): () => Promise<PickedFile | null> {
  let answer: ((file: PickedFile | null) => void) | null = null;
  const settle = (file: PickedFile | null): void => {
    answer?.(file);
    answer = null;
  };
  input.accept = ENDINGS.join(',');
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

/**
 * Opens the system's dialog: by the browser's picker, which hands over a file that can be read again, else through an input that lies in the
 * page. Answers null where she closes it without a file.
 */
export function createPicker(input: HTMLInputElement): () => Promise<PickedFile | null> {
  const ask = askInput(input);
  return async () => {
    if (window.showOpenFilePicker === undefined) return ask();
    try {
      const types = [{ description: 'Bảng tính', accept: { 'application/vnd.ms-excel': ENDINGS } }];
      const [handle] = await window.showOpenFilePicker({ types });
      return handle === undefined ? null : pickedFile(await handle.getFile(), handle);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return null;
      return ask();
    }
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
    if (file === undefined) return;
    const others = (files as FileList).length - 1;
    // The handle can only be asked for while the event is handled.
    const item = Array.from(event.dataTransfer?.items ?? []).find((each) => each.kind === 'file');
    const handle = item?.getAsFileSystemHandle?.() ?? Promise.resolve(null);
    void handle.catch(() => null).then((known) => onFile(pickedFile(file, known?.kind === 'file' ? known : null), others));
  });
}
