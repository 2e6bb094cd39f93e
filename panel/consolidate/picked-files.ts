import { comparePaths, isPassedOver, isSent } from '../../core/consolidation/input-names';

/** A file that the user picked or dropped; its bytes are fetched when they are needed. */
export interface PickedWorkbook {
  /** As it is shown: with its folder where it comes from one, parted by `/`. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  bytes(): Promise<Uint8Array>;
}

function picked(file: File, name: string): PickedWorkbook {
  return { name, size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) };
}

/** What communes may have sent, in the order of the command line; the folder that was picked is left out of names. */
function arrange(found: readonly { readonly file: File; readonly path: string }[]): PickedWorkbook[] {
  const wanted = found
    .map(({ file, path }) => ({ file, path: path.normalize('NFC') }))
    .filter(({ path }) => !path.split('/').some(isPassedOver) && isSent(path));
  const top = wanted[0]?.path.split('/')[0] ?? '';
  const nested = wanted.length > 0 && wanted.every(({ path }) => path.startsWith(`${top}/`));
  const named = wanted.map(({ file, path }) => ({ file, path: nested ? path.slice(top.length + 1) : path }));
  named.sort((one, other) => comparePaths(one.path, other.path));
  const counts = new Map<string, number>();
  return named.map(({ file, path }) => {
    // Two files of one name, picked from two places, are told apart by a number.
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    return picked(file, count === 1 ? path : `${path} (${count})`);
  });
}

/** Files as an input gives them; with their folders where a folder was picked. */
export function fromFiles(files: Iterable<File>): PickedWorkbook[] {
  return arrange(Array.from(files, (file) => ({ file, path: file.webkitRelativePath || file.name })));
}

function filesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  // A reader hands out a hundred entries at a time.
  const more = (before: FileSystemEntry[]): Promise<FileSystemEntry[]> =>
    new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).then((entries) =>
      entries.length === 0 ? before : more(before.concat(entries)),
    );
  return more([]);
}

async function walk(entry: FileSystemEntry, found: { file: File; path: string }[]): Promise<void> {
  if (isPassedOver(entry.name)) return;
  if (entry.isDirectory) {
    for (const inner of await filesIn(entry as FileSystemDirectoryEntry)) await walk(inner, found);
    return;
  }
  const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
  found.push({ file, path: entry.fullPath.replace(/^\//, '') });
}

/** Files and folders that were dropped. Has to be called while the event lasts: afterwards the browser forgets what was dropped. */
export function fromDrop(transfer: DataTransfer): Promise<PickedWorkbook[]> {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry?.() ?? null);
  const plain = Array.from(transfer.files);
  if (entries.some((entry) => entry === null)) return Promise.resolve(fromFiles(plain));
  const found: { file: File; path: string }[] = [];
  return (async () => {
    for (const entry of entries) await walk(entry as FileSystemEntry, found);
    return arrange(found);
  })();
}
