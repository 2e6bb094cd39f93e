import { buildSheet, type Piece } from '../summary/builder';
import type { SheetDesign } from '../summary/design';
import { difference, formatPoints } from '../summary/words';
import { addTitle, cell, finishSheet, look } from './book-seal';
import { bookHeadings, criterionHeading, NOT_SENT, pointsCell, rowCode, shortClass, verdictWords } from './book-words';
import { MAXIMA_CODE } from './book-reading';
import type { Consolidation, ConsolidatedCommune } from './consolidation';
import { countingVerdict, toSettle } from './statistics';

const small = 9;
const middle = look('number', { size: small });
const text = look('item', { size: small });
const strong = look('number', { size: small, bold: true });
const header = look('header', { size: small });
const maximum = look('criterion', { size: small, horizontal: 'center', italic: true, bold: false });
const faint = look('number', { size: 7, colour: '606060' });

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly style: ReturnType<typeof look>;
  readonly of: (commune: ConsolidatedCommune) => string | number | null;
}

function sourceOf(commune: ConsolidatedCommune): string {
  if (commune.fromBook !== undefined)
    return `${commune.file}: theo sổ của huyện${commune.fromBook.verified ? '' : ' (đã bị sửa)'}${commune.fromBook.sourceFile === '' ? '' : `, tệp ${commune.fromBook.sourceFile}`}`;
  return commune.sheet === undefined ? commune.file : `${commune.file} (trang “${commune.sheet}”)`;
}

function columnsOf({ criteria, communes, standard }: Consolidation): Column[] {
  const districts = new Set(communes.map((commune) => commune.district));
  const withReference = communes.some((commune) => commune.referencePoints !== undefined);
  const criterion = (number: number): Column => ({
    heading: criterionHeading(number),
    width: 5.4,
    style: middle,
    of: (commune) => {
      const own = commune.standard === standard ? commune.criteria.find((each) => each.number === number) : undefined;
      return own === undefined ? '–' : pointsCell(own.points, own.range);
    },
  });
  return [
    { heading: bookHeadings.commune, width: 17, style: text, of: (commune) => commune.commune ?? 'Chưa rõ tên' },
    ...(districts.size > 1
      ? [{ heading: bookHeadings.district, width: 11, style: text, of: (commune: ConsolidatedCommune) => commune.district }]
      : []),
    { heading: bookHeadings.unitClass, width: 10, style: text, of: (commune) => shortClass(commune.unitClass) },
    ...criteria.map(({ number }) => criterion(number)),
    { heading: bookHeadings.points, width: 8, style: strong, of: (commune) => pointsCell(commune.points, commune.range) },
    ...(withReference
      ? [
          {
            heading: bookHeadings.referencePoints,
            width: 8,
            style: strong,
            of: (commune: ConsolidatedCommune) =>
              commune.referenceRange === undefined ? '–' : pointsCell(commune.referencePoints ?? null, commune.referenceRange),
          },
        ]
      : []),
    { heading: bookHeadings.selfScore, width: 6.5, style: middle, of: (commune) => commune.selfScore },
    { heading: bookHeadings.difference, width: 6.5, style: middle, of: (commune) => difference(commune.selfScore, commune.points) },
    { heading: bookHeadings.threshold, width: 6.5, style: middle, of: (commune) => commune.threshold ?? 'chưa rõ' },
    {
      heading: bookHeadings.verdict,
      width: 14,
      style: look('item', { size: small, bold: true }),
      of: (commune) => verdictWords(countingVerdict(commune).status, toSettle(commune)),
    },
    { heading: bookHeadings.errors, width: 5, style: middle, of: toSettle },
    { heading: bookHeadings.warnings, width: 6, style: middle, of: (commune) => commune.warnings },
    { heading: bookHeadings.file, width: 20, style: look('item', { size: 8 }), of: sourceOf },
  ];
}

function notesOf(consolidation: Consolidation): string[] {
  const { recognition, communes, reference, criteria } = consolidation;
  const open = communes.filter((commune) => commune.points === null).length;
  const notes = [
    `${communes.length} xã đã nộp${recognition.missing.length > 0 ? `, ${recognition.missing.length} xã chưa nộp` : ''}: ${recognition.meets} đủ điều kiện, ${recognition.fails} không đủ, ${recognition.undetermined} chưa kết luận được` +
      (recognition.percent === null ? '.' : `; đủ điều kiện ${formatPoints(recognition.percent)} % của ${recognition.of} xã.`),
    'Điểm do chương trình tính lại từ số liệu trong tệp của từng xã. “từ … đến …” là chưa đủ cơ sở để tính; xã chưa nộp ghi “–”; cả hai không phải 0 điểm và không tính vào số trung bình.',
  ];
  const strangers = communes.filter((commune) => commune.onRoster === false).length;
  if (strangers > 0) notes.push(`${strangers} xã không có trong danh sách nên không tính vào tỷ lệ; xem “Điều cần xem lại”.`);
  if (open > 0) notes.push(`${open} xã còn điểm để ngỏ.`);
  if (reference !== null && reference.source === 'given')
    notes.push(`Kết luận theo thang điểm chuẩn trong ${reference.file}; cột tổng điểm tính được theo thang của chính xã.`);
  if (communes.some((commune) => commune.standard !== consolidation.standard && criteria.length > 0))
    notes.push('Xã chấm theo Quyết định khác không có điểm ở các cột tiêu chí, vì tiêu chí không giống nhau.');
  return notes;
}

/** *Tổng hợp*: communes × criteria. Every row carries a code of what it holds, by which a province sees later changes. */
export function designCommunes(consolidation: Consolidation): SheetDesign {
  const columns = columnsOf(consolidation);
  const widths = [4, ...columns.map((column) => column.width), 7];
  const last = widths.length - 1;
  const builder = buildSheet(widths, {});
  addTitle(builder, consolidation, 'TỔNG HỢP KẾT QUẢ CHẤM ĐIỂM CÁC XÃ, PHƯỜNG, THỊ TRẤN, ĐẶC KHU', last, notesOf(consolidation));
  const head = builder.add([
    cell(0, bookHeadings.number, header),
    ...columns.map((column, index) => cell(index + 1, column.heading, header)),
    cell(last, bookHeadings.code, header),
  ]);
  const maxima = new Map(consolidation.criteria.map((criterion) => [criterionHeading(criterion.number), criterion.maxPoints]));
  const total = consolidation.criteria.reduce<number | null>(
    (sum, { maxPoints }) => (sum === null || maxPoints === null ? null : sum + maxPoints),
    0,
  );
  if (consolidation.criteria.length > 0)
    builder.add([
      cell(0, null, maximum),
      ...columns.map((column, index) =>
        cell(
          index + 1,
          column.heading === bookHeadings.commune
            ? 'Điểm tối đa'
            : column.heading === bookHeadings.points
              ? total
              : (maxima.get(column.heading) ?? null),
          maximum,
        ),
      ),
      cell(last, MAXIMA_CODE, look('criterion', { size: 7, bold: false, horizontal: 'center', colour: '606060' })),
    ]);
  const codes: string[] = [];
  const addRow = (number: number, values: readonly (string | number | null)[]): void => {
    const code = rowCode(values);
    codes.push(code);
    const pieces: Piece[] = [cell(0, number, middle)];
    values.forEach((value, index) => pieces.push(cell(index + 1, value, (columns[index] as Column).style)));
    builder.add([...pieces, cell(last, code, faint)]);
  };
  const first = builder.next();
  consolidation.communes.forEach((commune, index) =>
    addRow(
      index + 1,
      columns.map((column) => column.of(commune)),
    ),
  );
  consolidation.recognition.missing.forEach((name, index) =>
    addRow(
      consolidation.communes.length + index + 1,
      columns.map(({ heading }) =>
        heading === bookHeadings.commune ? name : heading === bookHeadings.verdict ? NOT_SENT : heading === bookHeadings.file ? null : '–',
      ),
    ),
  );
  const bottom = builder.next() - 1;
  builder.skip(1, 8);
  return finishSheet(builder, consolidation, {
    sheet: 'communes',
    widths,
    frozenRows: head + 1,
    repeatRows: [head, head],
    autoFilter: bottom >= first ? { top: head, left: 0, bottom, right: last } : null,
    codes,
  });
}
