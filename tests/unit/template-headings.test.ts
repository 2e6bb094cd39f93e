import { expandAbbreviations } from '../../core/text/abbreviations';
import { fold } from '../../core/text/fold';
import { readHeading } from '../../core/template/roles';

/* Headings as officers write them, and the role that they give a column. */
test.each([
  ['TT', 'number'],
  ['Số TT', 'number'],
  ['Tên gọi của tiêu chí', 'name'],
  ['Nội dung tiêu chí, thang điểm', 'name'],
  ['Tiêu chí/ chỉ số (điểm tối đa)', 'name'],
  ['Tiêu chí', 'name-or-number'],
  ['Cách tính và thang điểm', 'rubric'],
  ['Hướng dẫn chấm', 'rubric'],
  ['Ba rem điểm', 'rubric'],
  ['Điểm tối đa', 'maximum'],
  ['Mức chuẩn', 'maximum'],
  ['Khung điểm', 'maximum'],
  ['Kết quả thực hiện năm 2024', 'result'],
  ['KQTH', 'result'],
  ['Số liệu minh chứng', 'result'],
  ['Tử số/ Mẫu số', 'result'],
  ['Số trẻ đạt', 'numerator'],
  ['Tổng số đối tượng', 'denominator'],
  ['Tỷ lệ (%)', 'rate'],
  ['Năm trước', 'previous-year'],
  ['Quý III', 'quarter'],
  ['Điểm xã tự chấm', 'self-score'],
  ['Điểm đạt được', 'self-score'],
  ['Điểm năm 2024', 'self-score'],
  ['Hội đồng xã chấm', 'council-score'],
  ['Điểm thẩm định của huyện', 'appraisal-score'],
  ['Điểm trừ', 'points-off'],
  ['Tài liệu kiểm chứng', 'evidence'],
  ['Nguồn số liệu', 'evidence'],
  ['Diễn giải cách tính điểm', 'note'],
  ['Mức 2', 'band'],
  ['Danh mục tiêu chí', 'name'],
  ['Hạn báo cáo', 'agency'],
])('%s → %s', (heading, role) => {
  expect(readHeading(fold(expandAbbreviations(heading)))?.role).toBe(role);
});

test.each([['Có bố trí: 50 điểm; không bố trí: 0 điểm'], ['Lam Sơn'], ['']])('%p is no heading', (text) => {
  expect(readHeading(fold(text))).toBeNull();
});
