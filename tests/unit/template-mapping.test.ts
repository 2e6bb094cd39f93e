import { assess } from '../../core/assess';
import type { Mapping } from '../../core/assessment';
import { workbook } from '../support/markdown-workbook';

/* “Không nhận ra mẫu” is a start: the officer points, and the same engine goes on from there. */

const odd = workbook({
  'Bảng riêng': `
    | Phần riêng của xã                     |      |      |       |    |
    |                                       |      |      |       |    |
    | Ô thứ nhất                            | Hai  | Ba   | Bốn   | Năm |
    | Việc số một                           |      | 50   |       | 50 |
    | Đăng ký giấy tờ cho trẻ (%)           | Từ 98% trở lên: 50 điểm; từ 90% đến dưới 98%: 20 điểm; dưới 90%: 0 điểm | 50 | 972/977 | 50 |
    | Việc số hai                           |      | 100  |       | 30 |
    | Có sân chơi                           | Có: 30 điểm; Không: 0 điểm | 30 | Có | 30 |
    | Số buổi đọc sách                      | Từ 04 buổi trở lên: 70 điểm; từ 01 đến 03 buổi: 20 điểm; không tổ chức: 0 điểm | 70 | 2 buổi | 0 |
  `,
});

const pointed: Mapping = {
  standard: '06/2019/QĐ-TTg',
  tables: [
    {
      sheet: 'Bảng riêng',
      headerRows: [3],
      columns: { A: 'name', B: 'rubric', C: 'maximum', D: 'result', E: 'self-score' },
      criterionRows: { '4': 2, '6': 12 },
    },
  ],
};

test('a table whose headings say nothing is not recognised, and says what was looked for', () => {
  const assessment = assess(odd);
  expect(assessment.template.status).toBe('unrecognised');
  expect(assessment.criteria).toEqual([]);
  expect(assessment.template.notes?.join(' ')).toContain('Bảng riêng');
});

test('with what the officer points out it is scored', () => {
  const assessment = assess(odd, { mapping: pointed });
  expect(assessment.template.status).toBe('recognised');
  expect(assessment.criteria.map((criterion) => [criterion.number, criterion.points])).toEqual([
    [2, 50],
    [12, 50],
  ]);
  expect(assessment.findings.filter((finding) => finding.code === 'self-score-mismatch').map((finding) => finding.cell)).toEqual([
    "'Bảng riêng'!E8",
  ]);
  expect(assessment.confirmed).toEqual([{ code: 'mapping', value: JSON.stringify(pointed), source: 'option' }]);
});

test('the mapping that an assessment reports gives the same assessment when it is handed in', () => {
  const first = assess(odd, { mapping: pointed });
  const again = assess(odd, { mapping: first.template.mapping });
  expect(again.criteria).toEqual(first.criteria);
});

test('a row that is said to be no item is left out; a corrected scale is the one applied', () => {
  const assessment = assess(odd, {
    mapping: {
      ...pointed,
      tables: [{ ...(pointed.tables?.[0] ?? {}), itemRows: { '8': null } }],
      rubrics: { '2.1': 'Từ 99,9% trở lên: 50 điểm; dưới 99,9%: 10 điểm' },
    },
  });
  expect(assessment.criteria.map((criterion) => criterion.items.map((item) => [item.number, item.points]))).toEqual([
    [['2.1', 10]],
    [['12.1', 30]],
  ]);
});

test('columns of a transposed table are pointed out by row', () => {
  const turned = workbook({
    Ngang: `
      | Ô thứ nhất | Việc số một | Đăng ký giấy tờ |
      | Hai        |             | Từ 98% trở lên: 50 điểm; dưới 98%: 0 điểm |
      | Bốn        |             | 98.5%n |
      | Năm        | 50          | 50     |
    `,
  });
  expect(assess(turned).template.status).toBe('unrecognised');
  const assessment = assess(turned, {
    mapping: {
      standard: '06/2019/QĐ-TTg',
      tables: [
        {
          sheet: 'Ngang',
          transposed: true,
          headerRows: [1],
          columns: { '1': 'name', '2': 'rubric', '3': 'result', '4': 'self-score' },
          criterionRows: { B: 2 },
        },
      ],
    },
  });
  expect(assessment.criteria[0]?.items.map((item) => [item.number, item.points, item.cells.observation])).toEqual([
    ['2.1', 50, "'Ngang'!C3"],
  ]);
});
