// A bundle of its own: the library for .xls and .ods is loaded only when such a file comes.
import { CFB, read } from '@e965/xlsx';
import type { SheetJsLibrary } from '../../core/xlsx/legacy';
import { withoutNotices } from '../quiet-library';

const original = { CFB, read } as SheetJsLibrary;

/** The library, without the notices that it writes to the console: they are nothing for the user. */
export const library: SheetJsLibrary = {
  CFB: { ...original.CFB, read: (...given) => withoutNotices(() => original.CFB.read(...given)) },
  read: (...given) => withoutNotices(() => original.read(...given)),
};
