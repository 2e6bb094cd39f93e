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
