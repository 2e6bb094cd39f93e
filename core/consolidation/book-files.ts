import { buildSheet } from '../summary/builder';
import type { SheetDesign } from '../summary/design';
import { addTitle, cell, finishSheet, look } from './book-seal';
import { bookHeadings, NOT_SENT } from './book-words';
import type { ConsolidatedFile, Consolidation, FileStatus } from './consolidation';

/** TT · tệp · xã · tình trạng · lý do, việc cần làm. */
const WIDTHS = [5, 42, 24, 22, 60] as const;
const LAST = WIDTHS.length - 1;

/** The states in words, those that ask for work first. */
export const statusWords: Readonly<Record<FileStatus, string>> = {
  unreadable: 'Không đọc được',
  unrecognised: 'Không nhận ra bảng chấm điểm',
  'needs-confirmation': 'Cần xác nhận',
  'duplicate-commune': 'Trùng xã',
  'duplicate-file': 'Trùng tệp',
  assessed: 'Đã chấm',
};

function communeWords({ commune, sheets, book }: ConsolidatedFile): string {
  if (book) return 'Sổ tổng hợp của huyện';
  if (sheets !== undefined) return sheets.map((sheet) => sheet.commune ?? `trang “${sheet.sheet}”`).join('; ');
  return commune ?? '';
}

function reasonWords({ reason, sheets, questions }: ConsolidatedFile): string {
  const parts = (sheets ?? [])
    .filter((sheet) => sheet.reason !== undefined)
    .map((sheet) => `${sheet.commune ?? sheet.sheet}: ${sheet.reason ?? ''}`);
  const choices = (questions ?? [])
    .filter((question) => question.choices.length > 0 && question.code !== 'no-case-rule')
    .map((question) => `Chọn một: ${question.choices.join('; ')}.`);
  return [...(reason === undefined ? [] : [reason]), ...parts, ...choices].join('\n');
}

/** *Tình hình nộp*: every file and what became of it, then the communes of which nothing was sent. */
export function designFiles(consolidation: Consolidation): SheetDesign {
  const builder = buildSheet(WIDTHS, {});
  const { files, recognition, roster } = consolidation;
  const counts = (Object.keys(statusWords) as FileStatus[])
    .map((status) => [files.filter((file) => file.status === status).length, statusWords[status]] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${words.toLowerCase()}: ${count}`);
  addTitle(builder, consolidation, 'TÌNH HÌNH NỘP', LAST, [
    `${files.length} tệp (${counts.join('; ')}).`,
    roster === null
      ? 'Không có danh sách xã nên không biết xã nào chưa nộp.'
      : `Danh sách có ${roster.communes} xã; ${recognition.missing.length} xã chưa nộp.`,
    ...(roster?.notes ?? []).slice(0, 20),
  ]);
  const header = look('header', { size: 11 });
  const item = look('item', { size: 10 });
  const bold = look('item', { size: 10, bold: true });
  const head = builder.add(
    ['TT', 'Tệp', bookHeadings.commune, 'Tình trạng', 'Lý do, việc cần làm'].map((heading, column) => cell(column, heading, header)),
  );
  const add = (number: number, file: string, commune: string, status: string, reason: string, plain: boolean): void => {
    builder.add([
      cell(0, number, look('number', { size: 10 })),
      cell(1, file, item),
      cell(2, commune, item),
      cell(3, status, plain ? item : bold),
      cell(4, reason, item),
    ]);
  };
  files.forEach((file, index) =>
    add(index + 1, file.file, communeWords(file), statusWords[file.status], reasonWords(file), file.status === 'assessed'),
  );
  recognition.missing.forEach((name, index) =>
    add(files.length + index + 1, '', name, NOT_SENT, 'Có trong danh sách nhưng chưa có tệp nào.', false),
  );
  const bottom = builder.next() - 1;
  builder.skip(1, 8);
  return finishSheet(builder, consolidation, {
    sheet: 'files',
    widths: WIDTHS,
    frozenRows: head + 1,
    repeatRows: [head, head],
    autoFilter: bottom > head ? { top: head, left: 0, bottom, right: LAST } : null,
  });
}
