import type { Assessment, CriterionAssessment, Finding, ItemAssessment } from '../../core/assessment';
import type { CellValue, Workbook } from '../../core/workbook/workbook';

const SHEET = 'Chấm điểm';

/** The rows (1-based) of the small table that all packages in tests/samples/packages hold. */
const layout: readonly { readonly row: number; readonly items: readonly number[] }[] = [
  { row: 3, items: [4, 5] },
  { row: 6, items: [7] },
  { row: 8, items: [9] },
];

/** What a test wants to be different from the clean case. */
export interface ExampleChanges {
  readonly findings?: readonly Finding[];
  readonly confirmed?: Assessment['confirmed'];
  readonly verdict?: Assessment['verdict'];
}

function valueAt(workbook: Workbook, address: string): CellValue | null {
  const column = address.charCodeAt(0) - 65;
  const row = Number(address.slice(1)) - 1;
  const sheet = workbook.sheets.find((candidate) => candidate.name === SHEET);
  return sheet?.cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null;
}

/**
 * The assessment of the small table, read from the workbook itself with the plainest of rules (`Có` or a share of at least 98 % gives the
 * maximum, a lower share half of it, anything else leaves it open), so that the summary can be tested without the rooms before it.
 */
export function assessExample(workbook: Workbook, changes: ExampleChanges = {}): Assessment {
  const number = (address: string): number | null => {
    const value = valueAt(workbook, address);
    return typeof value === 'number' ? value : null;
  };
  const text = (address: string): string => String(valueAt(workbook, address) ?? '');
  const reference = (address: string): string => `'${SHEET}'!${address}`;

  const readItem = (row: number, itemNumber: string): ItemAssessment => {
    const maxPoints = number(`D${row}`) ?? 0;
    const seen = valueAt(workbook, `E${row}`);
    const points = seen === 'Có' ? maxPoints : typeof seen === 'number' ? (seen >= 0.98 ? maxPoints : maxPoints / 2) : null;
    return {
      number: itemNumber,
      label: text(`B${row}`),
      kind: typeof seen === 'number' ? 'percentage' : 'presence',
      maxPoints,
      points,
      range: points === null ? [0, maxPoints] : [points, points],
      selfScore: number(`F${row}`),
      observed: seen === null ? null : { text: String(seen), ...(typeof seen === 'number' ? { value: seen } : {}) },
      band: points === null ? null : { text: text(`C${row}`), points },
      explanation: points === null ? `Ô E${row} chưa có kết quả đọc được.` : `${String(seen)} → ${points} điểm`,
      cells: { rubric: reference(`C${row}`), observation: reference(`E${row}`), selfScore: reference(`F${row}`) },
    };
  };

  const criteria = layout.map(({ row, items }, index): CriterionAssessment => {
    const read = items.map((itemRow, position) => readItem(itemRow, `${index + 1}.${position + 1}`));
    const range = [0, 1].map((end) => read.reduce((sum, item) => sum + (item.range[end] as number), 0)) as [number, number];
    return {
      number: index + 1,
      name: text(`B${row}`),
      maxPoints: number(`D${row}`),
      points: read.some((item) => item.points === null) ? null : range[0],
      range,
      selfScore: number(`F${row}`),
      items: read,
      cell: reference(`B${row}`),
    };
  });
  const range = [0, 1].map((end) => criteria.reduce((sum, criterion) => sum + (criterion.range[end] as number), 0)) as [number, number];
  const points = criteria.some((criterion) => criterion.points === null) ? null : range[0];
  return {
    schema: 'assessment/1',
    workbook: { file: workbook.file, commune: 'Lam Sơn', district: null, province: 'tỉnh Hải Dương', year: 2024, unitClass: 'other' },
    standard: { id: '06/2019/QĐ-TTg' },
    rubric: { source: 'workbook' },
    template: {
      status: 'recognised',
      questions: [],
      mapping: {
        tables: [
          {
            sheet: SHEET,
            headerRows: [2],
            columns: { A: 'number', B: 'name', C: 'rubric', D: 'maximum', E: 'result', F: 'self-score' },
            criterionRows: { '3': 1, '6': 2, '8': 3 },
            itemRows: { '4': '1.1', '5': '1.2', '7': '2.1', '9': '3.1' },
            totalRow: 10,
          },
        ],
      },
    },
    confirmed: changes.confirmed ?? [],
    criteria,
    total: { points, range, maxPoints: number('D10'), selfScore: number('F10'), threshold: 150 },
    verdict: changes.verdict ?? {
      status: points === null ? 'undetermined' : points >= 150 ? 'meets' : 'fails',
      reasons: [{ code: points === null ? 'open-range' : points >= 150 ? 'meets-all' : 'below-threshold', message: 'Lý do của kết luận.' }],
    },
    findings: changes.findings ?? [],
  };
}
