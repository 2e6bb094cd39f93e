/// <reference types="office-js" />
import { supports } from './office';

/** Larger files are not asked for: handing them over would cost more than notes and single characters are worth. */
const LARGEST_FILE = 30 * 1024 * 1024;
const SLICE = 4194304;

/** Turns one of the older calls with a callback into a promise; fails with the call's own error. */
function ask<Result>(call: (answer: (result: Office.AsyncResult<Result>) => void) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    call((result) => {
      if (String(result.status) === 'failed') reject(result.error);
      else resolve(result.value);
    });
  });
}

/** The bytes of the open workbook as .xlsx; null where this Excel does not hand them out (Excel on the web) or they are too many. */
export async function readFileBytes(): Promise<Uint8Array | null> {
  if (!supports('1.1', 'CompressedFile')) return null;
  try {
    const file = await ask<Office.File>((answer) =>
      Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, answer),
    );
    try {
      return file.size > LARGEST_FILE ? null : await joinSlices(file);
    } finally {
      // Excel keeps at most two such files open; a file that is not closed blocks the next reading.
      file.closeAsync();
    }
  } catch {
    return null;
  }
}

async function joinSlices(file: Office.File): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for (let index = 0; index < file.sliceCount; index++) {
    const slice = await ask<Office.Slice>((answer) => file.getSliceAsync(index, answer));
    bytes.set(slice.data as ArrayLike<number>, at);
    at += (slice.data as ArrayLike<number>).length;
  }
  return bytes;
}
