// A bundle of its own: the library for .xls and .ods is loaded only when such a file comes.
export { read } from '@e965/xlsx';
