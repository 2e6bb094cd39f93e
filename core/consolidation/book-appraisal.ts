import { buildSheet, type Piece, type SheetBuilder } from '../summary/builder';
import type { HandEntry, SheetDesign } from '../summary/design';
import type { AgencyAssignment } from '../standards/standard';
import type { AppraisalRow } from './book-reading';
import { addTitle, cell, finishSheet, look } from './book-seal';
import { APPRAISED, bookHeadings, communeCode, criterionHeading, pointsCell } from './book-words';
import type { Consolidation, ConsolidatedCommune } from './consolidation';
import { communeName } from './names';

const header = look('header', { size: 9 });
const hand = look('hand', { size: 10, horizontal: 'center' });
const remark = look('hand', { size: 10 });
const computed = look('number', { size: 9, italic: true, colour: '404040' });
const label = look('item', { size: 9, italic: true, colour: '404040' });

/** What is kept for each commune: found by its code, else by its name where that is no other's. */
function keptBy(communes: readonly ConsolidatedCommune[], rows: readonly AppraisalRow[]) {
  const codes = communes.map((commune) => communeCode(commune.commune, commune.district, commune.file));
  const byCode = new Map(rows.filter((row) => row.code !== '').map((row) => [row.code, row]));
  const free = new Set(rows);
  const found = codes.map((code) => {
    const row = byCode.get(code);
    if (row !== undefined) free.delete(row);
    return row;
  });
  const names = communes.map((commune) => (commune.commune === null ? '' : communeName(commune.commune).key));
  const resolved = found.map((row, index) => {
    if (row !== undefined || names[index] === '') return row;
    const alike = Array.from(free).filter((other) => communeName(other.commune).key === names[index]);
    const [only] = alike;
    if (only === undefined || alike.length > 1 || names.filter((name) => name === names[index]).length > 1) return undefined;
    free.delete(only);
    return only;
  });
  return { codes, resolved, left: Array.from(free) };
}

interface Sheet {
  readonly builder: SheetBuilder;
  readonly headings: readonly string[];
  readonly last: number;
}

function handRow(
  { builder, headings, last }: Sheet,
  number: number,
  name: string,
  code: string,
  entries: Readonly<Record<string, HandEntry>>,
): void {
  const pieces: Piece[] = [
    cell(0, number, look('number', { size: 10 })),
    cell(1, name, look('item', { size: 10, bold: true })),
    cell(2, APPRAISED, look('item', { size: 9 })),
  ];
  headings.forEach((heading, index) => {
    const column = index + 3;
    const kept = entries[heading];
    const style = heading === bookHeadings.remark ? remark : hand;
    pieces.push(
      cell(column, kept?.value ?? null, kept?.numberFormat === undefined ? style : { ...style, numberFormat: kept.numberFormat }, {
        hand: `${code}:${column}`,
      }),
    );
  });
  builder.add([...pieces, cell(last, code, look('number', { size: 7, colour: '606060' }))]);
}

/**
 * *Thẩm định*: appraisal scores and remarks, for the agencies to fill in by hand. What they wrote into an earlier book is kept with its commune,
 * wherever its row stands now; what belongs to no commune any more stands at the end.
 */
export function designAppraisal(
  consolidation: Consolidation,
  assignment: AgencyAssignment | null,
  rows: readonly AppraisalRow[],
): SheetDesign {
  const { communes, criteria, standard } = consolidation;
  const numbers = criteria.map((criterion) => criterion.number);
  const kept = keptBy(communes, rows);
  // Marks for criteria that this run does not have are kept, too.
  const known = new Set<string>([...numbers.map(criterionHeading), bookHeadings.total, bookHeadings.remark]);
  const more = Array.from(new Set(rows.reduce<string[]>((all, row) => all.concat(Object.keys(row.entries)), []))).filter(
    (heading) => !known.has(heading),
  );
  const headings = [...numbers.map(criterionHeading), ...more.sort(), bookHeadings.total, bookHeadings.remark];
  const widths = [
    4,
    20,
    9,
    ...headings.map((heading) => (heading === bookHeadings.remark ? 34 : heading === bookHeadings.total ? 8 : 6)),
    7,
  ];
  const last = widths.length - 1;
  const builder = buildSheet(widths, {});
  addTitle(builder, consolidation, 'THẨM ĐỊNH', last, [
    'Ô nền vàng nhạt để các cơ quan ghi điểm thẩm định và nhận xét; khi tổng hợp lại, nội dung đã ghi được giữ theo từng xã dù dòng đổi chỗ. Không sửa cột mã dòng.',
    ...(assignment === null
      ? []
      : [
          `Phân công (${assignment.title}): ${assignment.agencies
            .filter((agency) => agency.criteria.length > 0)
            .map((agency) => `${agency.name}: tiêu chí ${agency.criteria.join(', ')}`)
            .join('; ')}.`,
        ]),
  ]);
  const head = builder.add([
    cell(0, bookHeadings.number, header),
    cell(1, bookHeadings.commune, header),
    cell(2, bookHeadings.line, header),
    ...headings.map((heading, index) => cell(index + 3, heading, header)),
    cell(last, bookHeadings.code, header),
  ]);
  const sheet = { builder, headings, last };
  communes.forEach((commune, index) => {
    const code = kept.codes[index] as string;
    handRow(sheet, index + 1, commune.commune ?? `Chưa rõ tên (${commune.file})`, code, kept.resolved[index]?.entries ?? {});
    builder.add([
      cell(0, null, label),
      cell(1, null, label),
      cell(2, 'Tính được', label),
      ...headings.map((heading, position) => {
        const number = numbers.find((each) => criterionHeading(each) === heading);
        const own = commune.standard === standard ? commune.criteria.find((criterion) => criterion.number === number) : undefined;
        const value =
          heading === bookHeadings.total
            ? pointsCell(commune.points, commune.range)
            : own === undefined
              ? null
              : pointsCell(own.points, own.range);
        return cell(position + 3, value, computed);
      }),
      cell(last, null, label),
    ]);
  });
  if (kept.left.length > 0) {
    builder.add([cell(0, 'Phần ghi tay của lần trước, nay không còn xã tương ứng:', look('group'), { to: last })]);
    kept.left.forEach((row, index) => handRow(sheet, index + 1, row.commune, row.code, row.entries));
  }
  builder.skip(1, 8);
  return finishSheet(builder, consolidation, {
    sheet: 'appraisal',
    widths,
    frozenRows: head + 1,
    repeatRows: [head, head],
    autoFilter: null,
  });
}
