/** Hands bytes over as a file to be kept. */
export function download(name: string, bytes: Uint8Array): void {
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
export async function copy(text: string): Promise<void> {
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

/** The element of the sidebar's page with this id. */
export const element = <Kind extends HTMLElement>(id: string): Kind => document.getElementById(id) as Kind;

/** A worker that runs the sidebar's own program. @throws where there is no such text or a worker is refused */
export function startWorker(): Worker {
  const program = element('program').textContent;
  if (program === '') throw new Error('the program has no text');
  return new Worker(URL.createObjectURL(new Blob([program], { type: 'text/javascript' })));
}

/** The reader for old formats, which the build laid into the page as a text that does not run. */
export function libraryText(): string {
  return element('reader-for-old-formats').textContent;
}
