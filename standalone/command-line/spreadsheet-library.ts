// A bundle of its own: the library for .xls and .ods is loaded only when such a file comes.
import { CFB, read } from '@e965/xlsx';
import type { SheetJsLibrary } from '../../core/xlsx/legacy';

export const library = { CFB, read } as SheetJsLibrary;
