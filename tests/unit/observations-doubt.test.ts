import { assess } from '../../core/assess';
import { workbook } from '../support/markdown-workbook';

/** Points of one item of a form of 2024, by what its result cell says; null where it stays open. */
function pointsOf(label: string, scale: string, result: string): number | null {
  const book = workbook({
    A: `
      | BẢNG TỰ CHẤM ĐIỂM NĂM 2024 | | | | |
      | TT | Tiêu chí | Thang điểm | Điểm tối đa | Kết quả |
      | 11 | Trẻ em được thực hiện quyền tham gia của trẻ em | | 50 | |
      | 11.1 | ${label} | ${scale} | 50 | ${result} |
    `,
  });
  const mapping = {
    standard: '06/2019/QĐ-TTg',
    tables: [
      {
        sheet: 'A',
        headerRows: [2],
        columns: { A: 'number', B: 'name', C: 'rubric', D: 'maximum', E: 'result' },
        criterionRows: { '3': 11 },
      },
    ],
  } as const;
  return assess(book, { mapping }).criteria[0]?.items[0]?.points ?? null;
}

const COUNT = ['Số diễn đàn với trẻ em', 'Từ 02 cuộc trở lên: 50 điểm; 01 cuộc: 20 điểm; không tổ chức: 0 điểm'] as const;
const RATE = ['Tỷ lệ trẻ em được hỏi ý kiến', 'Từ 98% trở lên: 50 điểm; dưới 98%: 0 điểm'] as const;
const YES = ['Có câu lạc bộ trẻ em', 'Có: 50 điểm; Không: 0 điểm'] as const;
const BAD = ['Số vụ trẻ em bị xâm hại', 'Không có vụ nào: 50 điểm; từ 01 vụ trở lên: 0 điểm'] as const;

test.each([
  ...[
    'Sẽ tổ chức 2 cuộc',
    'Dự kiến 2 cuộc',
    'Đăng ký 2 cuộc',
    'Chưa được 2 cuộc',
    'Hoãn 2 cuộc',
    '2 cuộc (hoãn)',
    '2 cuộc (kế hoạch)',
    '2 cuộc chưa tổ chức',
    'Tối đa 2 cuộc',
    'Còn thiếu 2 cuộc',
    'Năm 2023: 2 cuộc',
  ].map((text) => [COUNT, text] as const),
  ...['Năm 2023: 98%', '98,5% (2023)', '167/168 (năm 2023)', 'Dự kiến 98%', '98%?'].map((text) => [RATE, text] as const),
  ...['Có (dự kiến)', 'Có?', 'Có trong kế hoạch', 'Đã đề nghị', 'Có từ năm 2025', 'Có, đã nghỉ việc'].map((text) => [YES, text] as const),
  ...['Không quá 02 vụ', 'Nghi 1 vụ', '1 vụ năm 2023'].map((text) => [BAD, text] as const),
])('%p: “%s” is a plan, a doubt or another year, and decides nothing', ([label, scale], text) => {
  expect(pointsOf(label, scale, text)).toBeNull();
});

test.each([
  [COUNT, 'Đã tổ chức 2 cuộc', 50],
  [COUNT, '02 cuộc (KH số 3/KH-UBND ngày 2/1/2023)', 50],
  [RATE, '98,5% (BC số 45/BC-UBND ngày 3/11/2024)', 50],
  [RATE, 'Năm 2024: 99%', 50],
  [YES, 'Có', 50],
  [YES, 'Không', 0],
  [BAD, 'Không có', 50],
] as const)('%p: “%s” still decides: %d', ([label, scale], text, points) => {
  expect(pointsOf(label, scale, text)).toBe(points);
});
