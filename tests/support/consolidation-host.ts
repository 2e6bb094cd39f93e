/** The consolidation's screen without a browser: files from a folder, jobs done here, books kept in a list. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as SheetJs from '@e965/xlsx';
import type { SheetJsLibrary } from '../../core/xlsx/legacy';
import type { ConsolidationHost } from '../../panel/consolidate/host';
import { createConsolidationJobs } from '../../panel/consolidate/jobs';
import { fromFiles } from '../../panel/consolidate/picked-files';
import type { PickedWorkbook } from '../../panel/consolidate/picked-files';
import { callsHere } from '../../panel/worker-calls';
import type { Workbook } from '../../core/workbook/workbook';
import { workbookBytes } from './workbook-bytes';

/** All files below a folder as a browser hands over a picked folder: in no useful order, with the folder's own name before each path. */
export function pickFolder(folder: string): PickedWorkbook[] {
  const files = (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[])
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .reverse()
    .map((name) => {
      const file = new File([new Uint8Array(readFileSync(path.join(folder, name)))], path.basename(name));
      return Object.defineProperty(file, 'webkitRelativePath', { value: path.join(path.basename(folder), name) });
    });
  return fromFiles(files);
}

export function pickBytes(name: string, bytes: Uint8Array): PickedWorkbook {
  return { name, size: bytes.length, bytes: async () => bytes.slice() };
}

export function pickWorkbook(name: string, workbook: Workbook): PickedWorkbook {
  return pickBytes(name, workbookBytes(workbook));
}

export interface TestHost extends ConsolidationHost {
  readonly books: { readonly name: string; readonly bytes: Uint8Array }[];
}

export function createTestHost(): TestHost {
  const books: TestHost['books'] = [];
  return {
    kind: 'page',
    about: { version: '0.0.0', changes: [], runsIn: 'test' },
    startCaller: async () => callsHere(createConsolidationJobs(async () => SheetJs as unknown as SheetJsLibrary)),
    librarySource: () => 'library',
    targets: [{ id: 'download', label: 'Tải sổ tổng hợp' }],
    async deliver(_target, book) {
      books.push({ name: book.name, bytes: await book.bytes() });
      return `Đã tải về “${book.name}”.`;
    },
    copyText: async () => undefined,
    books,
  };
}
