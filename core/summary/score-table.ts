import type { Assessment, CriterionAssessment, ItemAssessment, PointsRange } from '../assessment';
import { parseReference } from '../workbook/references';
import type { Workbook } from '../workbook/workbook';
import { piece } from './builder';
import type { Piece, SheetBuilder } from './builder';
import type { CellLink } from './design';
import { handKey } from './stamp';
import { difference, formatPoints, formatRange, sourceCell } from './words';

/** A link to a cell of the officer's, null where the workbook has no such sheet (a rubric read from another file). */
export function linkTo(workbook: Workbook, reference: string | null | undefined): CellLink | null {
  const place = reference ? parseReference(reference) : null;
  if (!reference || !place || !workbook.sheets.some((sheet) => sheet.name === place.sheet)) return null;
  return { reference, tooltip: `Đến ô ${reference}` };
}

/** A reference as shown in a narrow column: the sheet is named only where it is not the usual one. */
export function showReference(reference: string | null | undefined, usualSheet: string | null): string {
  const place = reference ? parseReference(reference) : null;
  if (!reference || !place) return '';
  const address = reference.slice(reference.lastIndexOf('!') + 1);
  return place.sheet === usualSheet ? address : `${place.sheet}!${address}`;
}

/** The sheet that most of the items' cells lie in. */
export function usualSheet(assessment: Assessment): string | null {
  const counts = new Map<string, number>();
  for (const criterion of assessment.criteria) {
    for (const item of criterion.items) {
      const sheet = parseReference(sourceCell(item) ?? '')?.sheet;
      if (sheet !== undefined) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
    }
  }
  return (
    Array.from(counts).reduce<[string, number] | null>((best, entry) => (best === null || entry[1] > best[1] ? entry : best), null)?.[0] ??
    null
  );
}

/** The table by criterion and item with its total. Returns the header's row, to be repeated on every page. */
export function addScoreTable(builder: SheetBuilder, workbook: Workbook, assessment: Assessment): number {
  const usual = usualSheet(assessment);
  const headings = [
    'TT',
    'Tiêu chí, nội dung',
    'Điểm tối đa',
    'Điểm tự chấm',
    'Điểm tính được',
    'Tự chấm − tính được',
    'Lý do',
    'Ô nguồn',
    'Ghi chú',
  ];
  const header = builder.add(headings.map((heading, column) => piece(column, heading, 'header')));
  for (const criterion of assessment.criteria) {
    builder.add(criterionRow(workbook, criterion, usual));
    for (const item of criterion.items) builder.add(itemRow(workbook, item, usual));
  }
  builder.add(totalRow(assessment));
  return header;
}

function scoreCells(
  maximum: number | null,
  self: number | null,
  points: number | null,
  range: PointsRange,
  name: 'criterion' | 'number' | 'total',
): Piece[] {
  const centred = { style: { horizontal: 'center' as const } };
  const computed = points ?? formatRange(points, range);
  return [
    piece(2, maximum, name, centred),
    piece(3, self, name, centred),
    piece(4, computed, name, centred),
    piece(5, difference(self, points), name, centred),
  ];
}

function criterionRow(workbook: Workbook, criterion: CriterionAssessment, usual: string | null): Piece[] {
  const centred = { style: { horizontal: 'center' as const } };
  return [
    piece(0, criterion.number, 'criterion', centred),
    piece(1, criterion.name, 'criterion'),
    ...scoreCells(criterion.maxPoints, criterion.selfScore, criterion.points, criterion.range, 'criterion'),
    piece(6, criterion.points === 0 ? 'Tiêu chí bị 0 điểm' : null, 'criterion'),
    piece(7, showReference(criterion.cell, usual), 'criterion', {
      link: linkTo(workbook, criterion.cell),
      style: { horizontal: 'center', bold: false },
    }),
    piece(8, null, 'hand', { hand: handKey('tc', String(criterion.number)) }),
  ];
}

function itemRow(workbook: Workbook, item: ItemAssessment, usual: string | null): Piece[] {
  const source = sourceCell(item);
  const off = difference(item.selfScore, item.points);
  return [
    piece(0, item.number, 'number'),
    piece(1, item.label, 'item'),
    ...scoreCells(item.maxPoints, item.selfScore, item.points, item.range, 'number').map((cell) =>
      cell.from === 5 && off !== null && off !== 0 ? { ...cell, style: { ...cell.style, bold: true } } : cell,
    ),
    piece(6, item.explanation, 'item'),
    piece(7, showReference(source, usual), 'item', { link: linkTo(workbook, source), style: { horizontal: 'center' } }),
    piece(8, null, 'hand', { hand: handKey('nd', item.number) }),
  ];
}

function totalRow(assessment: Assessment): Piece[] {
  const { total } = assessment;
  const threshold =
    total.threshold === null ? 'Ngưỡng công nhận: chưa xác định được' : `Ngưỡng công nhận: ${formatPoints(total.threshold)} điểm`;
  return [
    piece(0, 'TỔNG CỘNG', 'total', { to: 1, style: { horizontal: 'center' } }),
    ...scoreCells(total.maxPoints, total.selfScore, total.points, total.range, 'total'),
    piece(6, threshold, 'total', { to: 7 }),
    piece(8, null, 'hand', { hand: 'tong' }),
  ];
}
