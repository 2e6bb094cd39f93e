/// <reference types="office-js" />
import { bookSheets } from '../../core/consolidation/book-words';
import { readAppraisal } from '../../core/consolidation/book-reading';
import { bookPartOf, placeBook } from '../../core/consolidation/place-book';
import type { SheetDesign } from '../../core/summary/design';
import type { Workbook } from '../../core/workbook/workbook';
import { newWorkbook } from '../../core/xlsx/stamp';
import type { BookTarget, ConsolidationHost, FinishedBook } from '../../panel/consolidate/host';
import type { About, Task } from '../../panel/host';
import { inExcel, ownSheetsOf, toBase64 } from '../actions';
import { readWorkbook } from '../read';
import { needsNewWorkbook, writeSheets } from '../stamp';
import type { EditWatch } from '../watch-edits';
import { explainWriting } from './failures';
import { LIBRARY, startConsolidation } from './start';

/** What the pane gives to the consolidation. */
export interface ConsolidationParts {
  readonly about: About;
  copyText(text: string): Promise<void>;
  /** Our own writes are no edits of the officer's. */
  readonly watch: Pick<EditWatch, 'writing'>;
  /** What goes to Excel in one call at most, in bytes. */
  readonly largest?: number;
}

const here: BookTarget = { id: 'here', label: 'Ghi vào sổ đang mở' };
const apart: BookTarget = { id: 'new', label: 'Mở thành sổ tính mới' };
const again = { during: 'trong lúc ghi sổ tổng hợp', button: here.label, purpose: 'để ghi theo những gì đang có trong sổ' };

/** Excel takes several times as much at once, but putting that together would keep the pane from reacting. */
const LARGEST_PART = 768 * 1024;

const READING = 'Đang đọc sổ đang mở…';
const WRITING = 'Đang ghi sổ tổng hợp…';
const OPENED = 'Sổ tổng hợp đã mở thành một sổ tính mới. Hãy lưu sổ mới đó; sổ đang mở giữ nguyên.';
const LOCKED = 'Sổ đang mở khóa cấu trúc, không thêm trang vào được, nên sổ tổng hợp đã mở thành một sổ tính mới. Hãy lưu sổ mới đó.';

/** What a write that was cut off took away is not in the workbook any more; whatever else hands wrote since then is. */
function earlierBook(workbook: Workbook, pending: Workbook | null): Workbook {
  const found = bookPartOf(workbook);
  const present = new Set(readAppraisal(found).map((row) => row.code));
  return pending !== null && readAppraisal(pending).some((row) => !present.has(row.code)) ? pending : found;
}

/** An appraisal that is written over comes first: in the call right after it was looked at once more. */
function appraisalFirst(designs: readonly SheetDesign[], placed: readonly SheetDesign[]): SheetDesign[] {
  const appraisal = placed[designs.findIndex((design) => design.name === bookSheets.appraisal)];
  return appraisal?.replaces ? [appraisal, ...placed.filter((design) => design !== appraisal)] : placed.slice();
}

/** Excel as the consolidation's host. */
export function createExcelConsolidation({ about, copyText, watch, largest = LARGEST_PART }: ConsolidationParts): ConsolidationHost {
  /** The earlier book as it was before a write that was cut off. */
  let pending: Workbook | null = null;

  const openAlone = (bytes: Uint8Array): Promise<void> => inExcel(async () => Excel.createWorkbook(toBase64(bytes)));

  /** Writes the book's sheets; answers their names in the book's order, null where the workbook takes no new ones. */
  async function writeHere(book: FinishedBook, task: Task): Promise<readonly string[] | null> {
    const { signal } = task;
    let begun = false;
    const written = watch.writing(() =>
      inExcel(async (context) => {
        const outcome = await readWorkbook(context, {
          signal,
          contentsOnly: true,
          progress: (done) => task.progress({ words: READING, done }),
        });
        const { workbook, state } = outcome;
        const previous = earlierBook(workbook, pending);
        const designs = await book.designs(previous);
        const placed = placeBook(designs, workbook);
        const ownSheets = ownSheetsOf(outcome);
        if (needsNewWorkbook(placed, state)) {
          await Excel.createWorkbook(toBase64(newWorkbook(designs)));
          return { names: null, ownSheets };
        }
        const ordered = appraisalFirst(designs, placed);
        const sheets = await writeSheets(
          context,
          ordered,
          workbook,
          state,
          {
            signal,
            again,
            begins() {
              begun = true;
              pending = previous;
            },
            progress: (done) => task.progress({ words: WRITING, done }),
          },
          largest,
        );
        pending = null;
        const inOrder = placed.map((design) => sheets[ordered.indexOf(design)] as (typeof sheets)[number]);
        context.workbook.worksheets.getItem((inOrder[0] as (typeof inOrder)[number]).id).activate();
        await context.sync();
        return { names: inOrder.map((sheet) => sheet.name), ownSheets: ownSheets.concat(inOrder.map((sheet) => sheet.id)) };
      }),
    );
    try {
      return (await written).names;
    } catch (error) {
      throw explainWriting(error, { begun, here: here.label, apart: apart.label });
    }
  }

  return {
    kind: 'excel',
    about,
    startCaller: startConsolidation,
    librarySource: () => LIBRARY,
    targets: [here, apart],
    async deliver(target, book, task) {
      if (target === apart.id) {
        await openAlone(await book.bytes());
        return OPENED;
      }
      const names = await writeHere(book, task);
      return names === null ? LOCKED : `Đã ghi ${names.length} trang: ${names.map((name) => `“${name}”`).join(', ')}.`;
    },
    copyText,
  };
}
