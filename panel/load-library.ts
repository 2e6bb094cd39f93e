import type { SheetJsLibrary } from '../core/xlsx/legacy';

/** Where the bundle of the reader for old formats puts itself, in a page as in a worker. */
interface WithLibrary {
  readonly spreadsheetLibrary?: { readonly library: SheetJsLibrary };
}

/** The few things of a worker's world that are used; the types of pages and workers cannot be loaded together. */
export interface ImportingScope extends WithLibrary {
  importScripts(address: string): void;
}

const MISSING = 'the reader for old formats did not load';

function landed(world: WithLibrary): SheetJsLibrary {
  if (world.spreadsheetLibrary === undefined) throw new Error(MISSING);
  return world.spreadsheetLibrary.library;
}

/** An address for a script's text. Only one that is made in a worker can be loaded there: a page from a disk has no origin to share. */
function addressOf(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/** Loads the library in a worker, from its address or from its text. */
export function loadLibraryInWorker(scope: ImportingScope, source: string, isText: boolean): SheetJsLibrary {
  const address = isText ? addressOf(source) : source;
  scope.importScripts(address);
  if (isText) URL.revokeObjectURL(address);
  return landed(scope);
}

/** Loads the library in a page, from its address or from its text. */
export function loadLibraryInPage(source: string, isText: boolean): Promise<SheetJsLibrary> {
  return new Promise((resolve, reject) => {
    const address = isText ? addressOf(source) : source;
    const script = document.createElement('script');
    script.onload = () => {
      if (isText) URL.revokeObjectURL(address);
      try {
        resolve(landed(window as WithLibrary));
      } catch (error) {
        reject(error as Error);
      }
    };
    script.onerror = () => reject(new Error(MISSING));
    script.src = address;
    document.head.append(script);
  });
}
