import { buildSheet, type SheetBuilder } from '../summary/builder';
import type { ChartDesign, SheetDesign } from '../summary/design';
import type { AgencyAssignment } from '../standards/standard';
import { formatAddress } from '../workbook/references';
import { addTitle, cell, finishSheet, look } from './book-seal';
import { criterionHeading } from './book-words';
import type { Consolidation, CriterionStatistics } from './consolidation';

/** TT · tiêu chí · cơ quan · tối đa · trung bình · trung vị · % tối đa · số xã 0 điểm · số xã tối đa · tính trên. */
const WIDTHS = [7, 56, 38, 9, 10, 10, 10, 9, 10, 10] as const;
const LAST = WIDTHS.length - 1;

/** Which agencies answer for a criterion. */
export function agenciesOf(assignment: AgencyAssignment | null, criterion: number): string {
  const names = (assignment?.agencies ?? []).filter((agency) => agency.criteria.includes(criterion)).map((agency) => agency.name);
  return names.join('; ');
}

function shareOf({ mean, maxPoints }: CriterionStatistics): number | null {
  return mean === null || maxPoints === null || maxPoints === 0 ? null : Math.round((mean / maxPoints) * 1000) / 10;
}

const item = look('item', { size: 10 });
const number = look('number', { size: 10 });
const header = look('header', { size: 10 });

function addAgencies(builder: SheetBuilder, criteria: readonly CriterionStatistics[], assignment: AgencyAssignment): void {
  builder.skip(1, 10);
  builder.add([cell(0, 'Theo cơ quan phụ trách', look('section'), { to: LAST })], 24);
  builder.add([
    cell(0, 'TT', header),
    cell(1, 'Cơ quan', header),
    cell(2, 'Tiêu chí', header),
    cell(3, 'Tối đa', header),
    cell(4, 'Trung bình', header),
    cell(5, '% điểm tối đa', header),
  ]);
  assignment.agencies.forEach((agency, index) => {
    const own = criteria.filter((criterion) => agency.criteria.includes(criterion.number));
    const counted = own.filter((criterion) => criterion.mean !== null && criterion.maxPoints !== null);
    const mean = counted.reduce((sum, criterion) => sum + Math.round((criterion.mean ?? 0) * 100), 0) / 100;
    const most = counted.reduce((sum, criterion) => sum + (criterion.maxPoints ?? 0), 0);
    builder.add([
      cell(0, index + 1, number),
      cell(1, agency.name, item),
      cell(2, agency.criteria.length > 0 ? agency.criteria.join(', ') : (agency.field ?? ''), item),
      cell(3, counted.length === 0 ? null : most, number),
      cell(4, counted.length === 0 ? null : mean, number),
      cell(5, most === 0 ? null : Math.round((mean / most) * 1000) / 10, number),
    ]);
  });
}

/** *Theo tiêu chí*: mean, median, zeros and full marks, with a chart; by the agency that answers for it. */
export function designCriteria(consolidation: Consolidation, assignment: AgencyAssignment | null): SheetDesign {
  const { criteria } = consolidation;
  const builder = buildSheet(WIDTHS, {});
  addTitle(builder, consolidation, 'KẾT QUẢ THEO TIÊU CHÍ', LAST, [
    'Chỉ tính trên các xã đã có điểm của tiêu chí đó (cột cuối); xã chưa nộp và điểm còn để ngỏ không tính là 0 và không vào số trung bình.',
    ...(assignment === null
      ? []
      : [`Cơ quan phụ trách ghi theo mẫu: ${assignment.title} (${assignment.source}); sửa lại nếu địa phương phân công khác.`]),
  ]);
  const headings = [
    'TT',
    'Tiêu chí',
    'Cơ quan phụ trách',
    'Điểm tối đa',
    'Điểm trung bình',
    'Điểm ở giữa (trung vị)',
    '% điểm tối đa',
    'Số xã 0 điểm',
    'Số xã điểm tối đa',
    'Tính trên số xã',
  ];
  const head = builder.add(headings.map((heading, column) => cell(column, heading, header)));
  const first = builder.next();
  for (const criterion of criteria)
    builder.add([
      cell(0, criterionHeading(criterion.number), number),
      cell(1, criterion.name, item),
      cell(2, agenciesOf(assignment, criterion.number), item),
      cell(3, criterion.maxPoints, number),
      cell(4, criterion.mean ?? 'chưa có', look('number', { size: 10, bold: true })),
      cell(5, criterion.median ?? 'chưa có', number),
      cell(6, shareOf(criterion), number),
      cell(7, criterion.zero, number),
      cell(8, criterion.full, number),
      cell(9, criterion.count, number),
    ]);
  const last = builder.next() - 1;
  let chart: ChartDesign | null = null;
  if (criteria.length > 0) {
    builder.skip(1, 8);
    const top = builder.next();
    builder.skip(12, 17.25);
    chart = {
      name: 'Biểu đồ điểm trung bình theo tiêu chí',
      title: 'Điểm trung bình của các xã so với điểm tối đa',
      categories: { top: first, left: 0, bottom: last, right: 0 },
      series: [
        {
          name: 'Điểm tối đa',
          nameCell: formatAddress(head, 3),
          values: { top: first, left: 3, bottom: last, right: 3 },
          fill: 'FFFFFF',
          line: '404040',
        },
        {
          name: 'Điểm trung bình',
          nameCell: formatAddress(head, 4),
          values: { top: first, left: 4, bottom: last, right: 4 },
          fill: '44546A',
          line: '44546A',
        },
      ],
      anchor: { top, left: 0, bottom: top + 11, right: LAST },
    };
  }
  if (assignment !== null && criteria.length > 0) addAgencies(builder, criteria, assignment);
  builder.skip(1, 8);
  return finishSheet(builder, consolidation, {
    sheet: 'criteria',
    widths: WIDTHS,
    frozenRows: head + 1,
    repeatRows: null,
    autoFilter: null,
    chart,
  });
}
