import type { Assessment, Finding, Severity } from '../assessment';
import type { Standard } from '../standards/standard';
import type { Workbook } from '../workbook/workbook';
import { piece } from './builder';
import type { SheetBuilder } from './builder';
import type { ChartDesign } from './design';
import { linkTo, showReference, usualSheet } from './score-table';
import { shortHash } from './hash';
import { handKey } from './stamp';
import { CONFIRMED_COLUMNS, CONTINUED } from './verify';
import {
  describeConfirmed,
  describeConfirmedValue,
  describeNoFindings,
  describeVerdict,
  findingTitle,
  formatPoints,
  severityWords,
  splitConfirmed,
} from './words';
import { formatAddress } from '../workbook/references';

/** More findings than this are left to the sheet of findings; the summary is to be printed. */
const MAXIMUM_FINDINGS = 200;

/** The longest stretch of a choice's value that goes into one cell. */
const VALUE_LENGTH = 30000;

/** Points: low enough to stand whole under the heading on the first page. */
const CHART_HEIGHT = 190;

/** A longer value is shown in part. */
const LONG_VALUE = 80;

/** The findings about the officer's workbook; what is said about our own sheet is settled by writing it anew. */
export function findingsToShow(assessment: Assessment): readonly Finding[] {
  return assessment.findings.filter((finding) => finding.code !== 'stale-summary' && finding.code !== 'altered-summary');
}

/** A finding's lasting name, for the note that a hand wrote beside it; each sheet has a prefix of its own. */
export function findingKey(prefix: string, finding: Finding): string {
  return handKey(prefix, shortHash([finding.code, finding.cell ?? '', finding.criterion ?? '', finding.item ?? ''].join('|'), 8));
}

/** The verdict with its reasons; its heading stands in the same row, so that no page break parts them. */
export function addVerdict(builder: SheetBuilder, workbook: Workbook, assessment: Assessment): void {
  const usual = usualSheet(assessment);
  builder.add([piece(0, `I. KẾT LUẬN: ${describeVerdict(assessment)}`, 'verdict', { to: 8, style: { horizontal: 'center' } })]);
  for (const reason of assessment.verdict.reasons) {
    const cell = reason.cells?.[0] ?? null;
    builder.add([
      piece(0, reason.message, 'item', { to: 6 }),
      piece(7, showReference(cell, usual), 'item', { link: linkTo(workbook, cell), style: { horizontal: 'center' } }),
      piece(8, null, 'hand', { hand: handKey('kl', `${reason.code}.${reason.item ?? reason.criterion ?? ''}`) }),
    ]);
  }
}

/** What only the officer can settle, one row for each question. */
export function addQuestions(builder: SheetBuilder, workbook: Workbook, assessment: Assessment): void {
  const usual = usualSheet(assessment);
  for (const question of assessment.template.questions) {
    const cell = question.cells[0] ?? null;
    builder.add([
      piece(0, `Cần xác nhận: ${question.message}`, 'item', { to: 6 }),
      piece(7, showReference(cell, usual), 'item', { link: linkTo(workbook, cell), style: { horizontal: 'center' } }),
      piece(8, null, 'hand', { hand: handKey('ch', `${question.code}.${cell ?? ''}`) }),
    ]);
  }
}

/** The findings, the gravest first. Returns the number that each was given, for other blocks to point to. */
export function addFindings(builder: SheetBuilder, workbook: Workbook, assessment: Assessment): ReadonlyMap<Finding, number> {
  const usual = usualSheet(assessment);
  const numbers = new Map<Finding, number>();
  const findings = findingsToShow(assessment);
  if (findings.length === 0) builder.add([piece(0, describeNoFindings(assessment), 'item', { to: 8 })]);
  else {
    builder.add([
      piece(0, 'TT', 'header'),
      piece(1, 'Điều cần xem lại', 'header'),
      piece(2, 'Nội dung', 'header', { to: 6 }),
      piece(7, 'Ô', 'header'),
      piece(8, 'Ghi chú', 'header'),
    ]);
  }
  for (const severity of Object.keys(severityWords) as Severity[]) {
    const group = findings.filter((finding) => finding.severity === severity);
    if (group.length === 0 || numbers.size >= MAXIMUM_FINDINGS) continue;
    builder.add([piece(0, `${severityWords[severity].heading} (${group.length})`, 'group', { to: 8 })]);
    for (const finding of group.slice(0, MAXIMUM_FINDINGS - numbers.size)) {
      numbers.set(finding, numbers.size + 1);
      const where = finding.item ?? (finding.criterion === undefined ? null : `Tiêu chí ${finding.criterion}`);
      builder.add([
        piece(0, numbers.size, 'number'),
        piece(1, where === null ? findingTitle(finding.code) : `${findingTitle(finding.code)} – ${where}`, 'item'),
        piece(2, finding.message, 'item', { to: 6 }),
        piece(7, showReference(finding.cell, usual), 'item', { link: linkTo(workbook, finding.cell), style: { horizontal: 'center' } }),
        piece(8, null, 'hand', { hand: findingKey('dk', finding) }),
      ]);
    }
  }
  const left = findings.length - numbers.size;
  if (left > 0) builder.add([piece(0, `Còn ${left} điều nữa, xem trong danh sách điều cần xem lại.`, 'item', { to: 8 })]);
  return numbers;
}

/** The choices that the officer confirmed, one row each, read back from columns G and H. Returns their first and last row. */
export function addConfirmed(builder: SheetBuilder, assessment: Assessment, standard: Standard | null): readonly [number, number] | null {
  if (assessment.confirmed.length === 0) {
    builder.add([piece(0, 'Không có lựa chọn nào: mọi điều đều đọc từ bảng tính.', 'item', { to: 8 })]);
    return null;
  }
  builder.add([
    piece(0, 'TT', 'header'),
    piece(1, 'Lựa chọn', 'header'),
    piece(2, 'Nghĩa là', 'header', { to: 5 }),
    piece(6, 'Giá trị', 'header'),
    piece(7, 'Mã', 'header'),
    piece(8, 'Văn bản căn cứ', 'header'),
  ]);
  const first = builder.next();
  assessment.confirmed.forEach((choice, index) => {
    const pieces = choice.value.length === 0 ? [''] : (choice.value.match(new RegExp(`[\\s\\S]{1,${VALUE_LENGTH}}`, 'g')) as string[]);
    pieces.forEach((value, part) => {
      const meaning = describeConfirmedValue(choice.code, choice.value, standard);
      const cells = [
        piece(0, part === 0 ? index + 1 : null, 'number'),
        piece(1, part === 0 ? describeConfirmed(choice.code) : null, 'item'),
        piece(2, part === 0 ? meaning : null, 'item', { to: 5 }),
        piece(CONFIRMED_COLUMNS.value, value, 'item', { style: value.length > LONG_VALUE ? { vertical: 'top', size: 9 } : {} }),
        piece(CONFIRMED_COLUMNS.code, part === 0 ? choice.code : choice.code + CONTINUED, 'item', { style: { size: 9 } }),
        piece(8, null, 'hand', part === 0 ? { hand: handKey('lc', choice.code + splitConfirmed(choice.code, choice.value)[0]) } : {}),
      ];
      // A mapping is long and for programs: only its beginning is shown.
      builder.add(cells, value.length > LONG_VALUE ? 30 : undefined);
    });
  });
  return [first, builder.next() - 1];
}

/** Where the rubric and the threshold come from, and what departs from the Decision. */
export function addSources(
  builder: SheetBuilder,
  assessment: Assessment,
  standard: Standard | null,
  numbers: ReadonlyMap<Finding, number>,
): void {
  const say = (text: string): void => {
    builder.add([piece(0, text, 'item', { to: 8 })]);
  };
  say(describeRubricSource(assessment));
  const { threshold } = assessment.total;
  const known = (standard?.thresholds ?? []).some((candidate) => candidate.minPoints === threshold);
  if (threshold !== null && !known)
    say(`Ngưỡng công nhận ${formatPoints(threshold)} điểm lấy từ chính bảng tính, chưa đối chiếu được với Quyết định.`);
  const departures = findingsToShow(assessment).filter((finding) => finding.code === 'standard-mismatch');
  if (assessment.standard.id === null) say('Chưa xác định được Quyết định nào áp dụng nên chưa đối chiếu.');
  else if (departures.length === 0) say('Không thấy chỗ nào khác với những điều đã biết của Quyết định.');
  else {
    const shown = departures.map((finding) => numbers.get(finding)).filter((number) => number !== undefined);
    const where = shown.length > 0 ? ` (điều ${shown.join(', ')} ở mục trên)` : '';
    say(
      `${departures.length} chỗ khác với những điều đã biết của Quyết định${where}; điểm vẫn tính theo thang điểm của bảng tính, cần kiểm tra lại với văn bản gốc.`,
    );
  }
}

function describeRubricSource(assessment: Assessment): string {
  const { source, file } = assessment.rubric;
  if (source === 'workbook') return 'Thang điểm: đọc từ chính bảng tính này.';
  if (source === 'other-workbook') return `Thang điểm: lấy từ tệp khác${file ? ` (${file})` : ''}, vì bảng tính này không ghi thang điểm.`;
  if (source === 'standard') return 'Thang điểm: chỉ có những mức điểm của Quyết định đã dẫn được nguồn; nội dung khác còn để ngỏ.';
  return 'Thang điểm: không đọc được ở đâu, nên điểm còn để ngỏ.';
}

/** The points by criterion as a small table with a chart beside it. */
export function addChart(builder: SheetBuilder, assessment: Assessment): ChartDesign | null {
  if (assessment.criteria.length === 0) return null;
  const top = builder.add(
    ['TT', 'Tiêu chí', 'Điểm tối đa', 'Điểm tính được'].map((heading, index) => piece(index, heading, 'header')),
    32,
  );
  const first = builder.next();
  for (const criterion of assessment.criteria) {
    builder.add([
      piece(0, `TC ${criterion.number}`, 'number', { style: { size: 9 } }),
      piece(1, criterion.name, 'item'),
      piece(2, criterion.maxPoints, 'number'),
      piece(3, criterion.points ?? criterion.range[0], 'number'),
    ]);
  }
  const last = builder.next() - 1;
  let bottom = top;
  for (let height = 0; height < CHART_HEIGHT; bottom++) {
    if (bottom === builder.next()) builder.skip(1, 17.25);
    height += builder.heights()[bottom]?.height ?? 0;
  }
  if (assessment.criteria.some((criterion) => criterion.points === null)) {
    builder.add([piece(0, 'Tiêu chí còn để ngỏ được vẽ theo mức thấp nhất.', 'note', { to: 8 })]);
  }
  return {
    name: 'Biểu đồ điểm theo tiêu chí',
    title: 'Điểm tính được so với điểm tối đa',
    categories: { top: first, left: 0, bottom: last, right: 0 },
    series: [
      {
        name: 'Điểm tối đa',
        nameCell: formatAddress(top, 2),
        values: { top: first, left: 2, bottom: last, right: 2 },
        fill: 'FFFFFF',
        line: '404040',
      },
      {
        name: 'Điểm tính được',
        nameCell: formatAddress(top, 3),
        values: { top: first, left: 3, bottom: last, right: 3 },
        fill: '44546A',
        line: '44546A',
      },
    ],
    anchor: { top, left: 4, bottom: bottom - 1, right: 8 },
  };
}
