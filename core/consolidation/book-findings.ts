import type { Severity } from '../assessment';
import { buildSheet } from '../summary/builder';
import type { SheetDesign } from '../summary/design';
import { findingTitle, severityWords } from '../summary/words';
import { addTitle, cell, finishSheet, look } from './book-seal';
import { bookHeadings } from './book-words';
import type { Consolidation, ConsolidationFindingCode } from './consolidation';

/** STT · mức · loại · xã · tiêu chí · nội dung · trang tính · ô · điều cần xem lại · tệp. */
const WIDTHS = [5, 8, 17, 18, 6, 7, 14, 8, 52, 22] as const;
const LAST = WIDTHS.length - 1;

const titles: Readonly<Record<ConsolidationFindingCode, string>> = {
  'duplicate-commune': 'Trùng xã',
  'duplicate-file': 'Trùng tệp',
  'missing-commune': 'Chưa nộp',
  'unknown-commune': 'Tên xã lạ',
  'ambiguous-commune': 'Tên xã chưa rõ',
  outlier: 'Khác hẳn các xã khác',
  'mixed-years': 'Khác năm',
  'mixed-rubrics': 'Khác thang điểm',
  'identical-data': 'Số liệu giống nhau',
  'all-hundred-percent': 'Mọi tỷ lệ đều 100 %',
  'altered-summary': 'Sổ tổng hợp bị sửa',
};

interface Line {
  readonly severity: Severity;
  readonly title: string;
  readonly commune: string | null;
  readonly criterion: number | null;
  readonly item: string | null;
  readonly cell: string | null;
  readonly message: string;
  readonly file: string | null;
}

function linesOf({ findings, communes }: Consolidation): Line[] {
  const across = findings.map((finding): Line => ({
    ...finding,
    title: titles[finding.code],
    criterion: finding.criterion ?? null,
    item: finding.item ?? null,
  }));
  const own = communes.reduce<Line[]>((all, { commune, file, findings: found }) => {
    for (const finding of found)
      all.push({
        ...finding,
        title: findingTitle(finding.code),
        commune,
        file,
        criterion: finding.criterion ?? null,
        item: finding.item ?? null,
      });
    return all;
  }, []);
  const order: readonly Severity[] = ['error', 'warning', 'info'];
  return order.reduce<Line[]>(
    (sorted, severity) =>
      sorted.concat(
        across.filter((line) => line.severity === severity),
        own.filter((line) => line.severity === severity),
      ),
    [],
  );
}

/** The sheet and the address of a reference such as `'Chấm điểm'!E9`. */
function placeOf(reference: string | null): readonly [sheet: string | null, address: string | null] {
  if (reference === null) return [null, null];
  const at = reference.lastIndexOf('!');
  if (at < 0) return [null, reference];
  return [reference.slice(0, at).replace(/^'|'$/g, '').replace(/''/g, "'"), reference.slice(at + 1)];
}

/** *Điều cần xem lại*: what was found in each workbook and across them, to be filtered by commune, kind or place. */
export function designBookFindings(consolidation: Consolidation): SheetDesign {
  const builder = buildSheet(WIDTHS, {});
  const lines = linesOf(consolidation);
  const count = (severity: Severity): string =>
    `${lines.filter((line) => line.severity === severity).length} ${severityWords[severity].one.toLowerCase()}`;
  addTitle(builder, consolidation, 'ĐIỀU CẦN XEM LẠI', LAST, [
    `${count('error')}, ${count('warning')}, ${count('info')}. Lọc theo xã, loại hoặc tiêu chí bằng mũi tên ở dòng tiêu đề.`,
  ]);
  const header = look('header', { size: 10 });
  const item = look('item', { size: 10 });
  const number = look('number', { size: 10 });
  const headings = [
    'STT',
    'Mức',
    'Loại',
    bookHeadings.commune,
    'Tiêu chí',
    'Nội dung',
    'Trang tính',
    'Ô',
    'Điều cần xem lại',
    bookHeadings.file,
  ];
  const head = builder.add(headings.map((heading, column) => cell(column, heading, header)));
  lines.forEach((line, index) => {
    const [sheet, address] = placeOf(line.cell);
    builder.add([
      cell(0, index + 1, number),
      cell(1, severityWords[line.severity].one, line.severity === 'error' ? look('item', { size: 10, bold: true }) : item),
      cell(2, line.title, item),
      cell(3, line.commune, item),
      cell(4, line.criterion, number),
      cell(5, line.item, number),
      cell(6, sheet, item),
      cell(7, address, number),
      cell(8, line.message, item),
      cell(9, line.file, look('item', { size: 9 })),
    ]);
  });
  const bottom = builder.next() - 1;
  if (lines.length === 0) builder.add([cell(0, 'Không có điều nào cần xem lại.', item, { to: LAST })]);
  builder.skip(1, 8);
  return finishSheet(builder, consolidation, {
    sheet: 'findings',
    widths: WIDTHS,
    frozenRows: head + 1,
    repeatRows: [head, head],
    autoFilter: lines.length > 0 ? { top: head, left: 0, bottom, right: LAST } : null,
  });
}
