import type { Assessment } from '../assessment';
import type { Standard } from '../standards/standard';
import type { Workbook } from '../workbook/workbook';
import { buildSheet, piece } from './builder';
import type { SheetBuilder } from './builder';
import type { HandEntries, PrintSetup, SheetDesign } from './design';
import { nameWithoutType, nameWithType } from './place-name';
import { addScoreTable } from './score-table';
import { sealSheet } from './seal';
import { addChart, addConfirmed, addFindings, addQuestions, addSources, addVerdict } from './sections';
import { freeSheetName } from './sheet-name';
import { HAND_FILL } from './styles';
import type { resolveStyle } from './styles';
import { findSummary } from './verify';
import { describeUnitClass, describeVerdict, SUMMARY_SHEET_NAME } from './words';

/** What a sheet of ours is made of. */
export interface SummaryInput {
  /** The snapshot that was assessed, our own sheets of an earlier run included: their hand-written content is kept. */
  readonly workbook: Workbook;
  readonly assessment: Assessment;
  /** The Decision's facts, for its own words; null where none applies. */
  readonly standard: Standard | null;
  /** When, ISO 8601, handed in by the host. */
  readonly time: string;
  /** Our version. */
  readonly version: string;
  /** Hand-written content from elsewhere (another copy of the sheet); it yields to what the workbook's own sheet holds. */
  readonly handEntries?: HandEntries;
}

/** TT · tiêu chí · tối đa · tự chấm · tính được · chênh lệch · lý do · ô nguồn · ghi chú: together the width of a landscape A4 page. */
const WIDTHS = [5, 34, 7.5, 7.5, 9, 7.5, 34, 11, 13] as const;
const LAST = WIDTHS.length - 1;
const DOTS = '…………';

/** A4 with the margins of Decree 30/2020, annex I, part I: 20–25, 20–25, 30–35 and 15–20 mm; page numbers in the middle above, from page 2. */
export const printSetup: Omit<PrintSetup, 'repeatRows'> = {
  paper: 'A4',
  orientation: 'landscape',
  margins: { top: 20, bottom: 20, left: 30, right: 15, header: 10, footer: 10 },
  pageNumbers: { fromPage: 2, size: 13 },
  fitToWidth: true,
};

/**
 * The result sheet of an assessment: what the officer prints and hands to her chairman. Where the workbook already has a result sheet of ours it
 * is rewritten in place and the content of its hand cells is kept; a sheet of the same name that is not ours is left alone.
 */
export function designSummary(input: SummaryInput): SheetDesign {
  const { workbook, assessment, standard } = input;
  const found = findSummary(workbook);
  const builder = buildSheet(WIDTHS, { ...input.handEntries, ...found?.handEntries });
  addHeading(builder, workbook, assessment);
  addFacts(builder, workbook, assessment, standard);
  addVerdict(builder, workbook, assessment);
  addQuestions(builder, workbook, assessment);
  const section = numberSections(builder, 2);
  if (assessment.criteria.length > 0) section('ĐIỂM THEO TIÊU CHÍ');
  const chart = addChart(builder, assessment);
  section('ĐIỀU CẦN XEM LẠI');
  const numbers = addFindings(builder, workbook, assessment);
  section('LỰA CHỌN ĐÃ XÁC NHẬN');
  const confirmed = addConfirmed(builder, assessment, standard);
  section('THANG ĐIỂM VÀ CHỖ KHÁC VỚI QUYẾT ĐỊNH');
  addSources(builder, assessment, standard, numbers);
  // The last of the tables: a program repeats its heading on every page that follows, where it must head nothing else.
  section('ĐIỂM CHI TIẾT THEO TIÊU CHÍ, NỘI DUNG');
  const header = addScoreTable(builder, workbook, assessment);
  addSignatures(builder);
  addHonesty(builder);
  const stampCell = sealSheet(builder, WIDTHS.length, { ...input, kind: 'summary', confirmed });
  return {
    kind: 'summary',
    name: found?.sheet ?? freeSheetName(workbook, SUMMARY_SHEET_NAME, null),
    replaces: found?.sheet ?? null,
    columns: WIDTHS.map((width) => ({ width })),
    rows: builder.heights(),
    cells: builder.cells(),
    merges: builder.merges(),
    frozenRows: 0,
    print: { ...printSetup, repeatRows: [header, header] },
    autoFilter: null,
    chart,
    stampCell,
  };
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'] as const;

/** Adds headings of sections, numbered on from `first`. */
function numberSections(builder: SheetBuilder, first: number): (heading: string) => void {
  let number = first;
  return (heading) => {
    builder.add([piece(0, `${ROMAN[number - 1] as string}. ${heading}`, 'section', { to: LAST })], 30);
    number++;
  };
}

function addHeading(builder: SheetBuilder, workbook: Workbook, assessment: Assessment): void {
  const { commune } = assessment.workbook;
  const named = commune === null ? null : nameWithType(workbook, commune);
  const place = named === null ? DOTS : nameWithoutType(named);
  const hand = { fill: HAND_FILL };
  builder.add(
    [piece(0, 'ỦY BAN NHÂN DÂN', 'agency', { to: 2 }), piece(4, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'agency', { to: LAST })],
    19,
  );
  builder.add(
    [
      named === null
        ? piece(0, `${DOTS}${DOTS}`, 'agency', { to: 2, hand: 'don-vi', style: hand })
        : piece(0, named.toLocaleUpperCase('vi'), 'agency', { to: 2 }),
      piece(4, 'Độc lập - Tự do - Hạnh phúc', 'motto', { to: LAST }),
    ],
    20,
  );
  builder.add([piece(0, '_'.repeat(28), 'rule', { to: 2 })], 10);
  builder.add(
    [
      piece(0, `Số: ${DOTS}/${DOTS}`, 'place', { to: 2, hand: 'so', style: { ...hand, italic: false } }),
      piece(4, `${place}, ngày …… tháng …… năm ……`, 'place', { to: LAST, hand: 'ngay', style: hand }),
    ],
    20,
  );
  builder.skip(1, 12);
  const year = assessment.workbook.year === null ? '' : ` NĂM ${assessment.workbook.year}`;
  builder.add([piece(0, `BẢNG KẾT QUẢ CHẤM ĐIỂM${year}`, 'title', { to: LAST })], 22);
  if (standardTopic(assessment) !== '') builder.add([piece(0, standardTopic(assessment), 'title', { to: LAST, style: { size: 13 } })], 20);
  builder.skip(1, 8);
}

/** Every Decision known so far is about communes fit for children; of an unknown one nothing is said. */
function standardTopic(assessment: Assessment): string {
  return assessment.standard.id === null ? '' : 'Tiêu chuẩn xã, phường, thị trấn phù hợp với trẻ em';
}

function addFacts(builder: SheetBuilder, workbook: Workbook, assessment: Assessment, standard: Standard | null): void {
  const { commune, district, province, year, unitClass } = assessment.workbook;
  const unit = [commune === null ? null : nameWithType(workbook, commune), district, province].filter((part) => part !== null).join(', ');
  const facts: [string, string][] = [
    ['Đơn vị:', unit === '' ? 'Bảng tính không ghi' : unit.charAt(0).toLocaleUpperCase('vi') + unit.slice(1)],
    ['Loại đơn vị:', unitClass === null ? 'Chưa xác định' : describeUnitClass(unitClass, standard)],
    ['Năm đánh giá:', year === null ? 'Bảng tính không ghi' : String(year)],
    ['Tiêu chuẩn áp dụng:', standard?.title ?? assessment.standard.id ?? 'Chưa xác định'],
    ['Kết luận:', describeVerdict(assessment)],
  ];
  for (const [label, value] of facts) {
    builder.add([piece(0, label, 'label', { to: 1 }), piece(2, value, 'value', { to: LAST, style: { bold: label === 'Kết luận:' } })]);
  }
}

/** Recipients, who drew the sheet up and who signs it: every row and column is for the hand, titles that may read otherwise included. */
function addSignatures(builder: SheetBuilder): void {
  const names = { bold: true };
  const recipients = { size: 11, horizontal: 'left' as const };
  const recipientsHead = { ...recipients, bold: true, italic: true, size: 12 };
  const hint = { italic: true, size: 12 };
  type Place = readonly [key: string, placeholder: string | null, style?: Parameters<typeof resolveStyle>[1]];
  const row = (left: Place, middle: Place, right: Place, height?: number): void => {
    const ends = [
      [0, 1],
      [2, 5],
      [6, LAST],
    ] as const;
    const pieces = [left, middle, right].map(([hand, value, style], index) => {
      const [from, to] = ends[index] as (typeof ends)[number];
      return piece(from, value, 'signature', { to, hand, style: { ...style, fill: HAND_FILL } });
    });
    builder.add(pieces, height);
  };
  builder.skip(1, 14);
  row(['noi-nhan', 'Nơi nhận:', recipientsHead], ['lap-bieu', 'NGƯỜI LẬP BIỂU', names], ['tham-quyen', 'TM. ỦY BAN NHÂN DÂN', names]);
  row(['noi-nhan-1', '- ………………………;', recipients], ['loi-lap-bieu', '(Ký, ghi rõ họ tên)', hint], ['chuc-vu', 'CHỦ TỊCH', names]);
  row(['noi-nhan-2', '- ………………………;', recipients], ['ky-lap-bieu-1', null], ['loi-chu-tich', '(Ký, ghi rõ họ tên, đóng dấu)', hint]);
  row(['noi-nhan-3', '- Lưu: VT.', recipients], ['ky-lap-bieu', null], ['ky-chu-tich', null]);
  row(['noi-nhan-4', null, recipients], ['ky-lap-bieu-2', null], ['ky-chu-tich-2', null], 44);
  row(['noi-nhan-5', null, recipients], ['ho-ten-lap-bieu', null, names], ['ho-ten-chu-tich', null, names], 22);
}

function addHonesty(builder: SheetBuilder): void {
  builder.add([
    piece(
      0,
      'Ô nền vàng nhạt, nơi nhận và phần ký dành để ghi tay, được giữ nguyên khi ghi lại bảng. Mã kiểm tra dưới đây chỉ cho biết bảng có bị sửa sau khi lập hay không; đó không phải chữ ký và không chứng minh bảng do ai lập.',
      'note',
      { to: LAST },
    ),
  ]);
}
