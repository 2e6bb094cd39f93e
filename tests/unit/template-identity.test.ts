import { findFrames } from '../../core/template/frames';
import { makeGrid } from '../../core/template/grid';
import { readIdentity, sameCommune } from '../../core/template/identity';
import { workbook } from '../support/markdown-workbook';

function identityOf(markdown: string, name = 'Trang 1') {
  const book = workbook({ [name]: markdown });
  const grid = makeGrid(book, book.sheets[0] as (typeof book.sheets)[number]);
  return readIdentity(grid, findFrames(grid));
}

test.each([
  ['| ỦY BAN NHÂN DÂN |\n| XÃ LAM SƠN |', 'Xã Lam Sơn'],
  ['| UBND PHƯỜNG HOÀNG VĂN THỤ |', 'Phường Hoàng Văn Thụ'],
  ['| BẢNG CHẤM ĐIỂM ĐÁNH GIÁ XÃ Y TỊCH PHÙ HỢP VỚI TRẺ EM NĂM 2024 |', 'Xã Y Tịch'],
  ['| Tên xã: | Vân Thủy |', 'Xã Vân Thủy'],
  ['| Đơn vị: Thị trấn Đồng Mỏ |', 'Thị trấn Đồng Mỏ'],
  ['| UY BAN NHAN DAN XA TAN HUNG |', 'Xa Tan Hung'],
  ['| Xuân Quang, ngày 12 tháng 11 năm 2024 |', 'Xuân Quang'],
  ['| UBND XÃ XUÂN QUANG |', 'Xã Xuân Quang'],
  ['| UBND xã Bình Năm |', 'Xã Bình Năm'],
  ['| TIÊU CHUẨN XÃ, PHƯỜNG, THỊ TRẤN PHÙ HỢP VỚI TRẺ EM |', null],
  ['| Loại đơn vị: Xã miền núi |', null],
  ['| Tên xã: | Huyện Đình Lập |', null],
  ['| Ủy ban nhân dân xã Đồng Ý lập ngày 15/12 |', 'Xã Đồng Ý'],
  ['| Tên xã: | tân hưng |', 'Xã tân hưng'],
  ['| UBND xã Ea H’leo |', 'Xã Ea H’leo'],
])('%s: commune %s', (markdown, commune) => {
  expect(identityOf(markdown).commune).toBe(commune);
});

test('the tab may be all that names the commune', () => {
  expect(identityOf('| Ghi chú |', 'Xã Tân Liên 2024').commune).toBe('Xã Tân Liên');
});

test.each([
  ['| BẢNG TỰ CHẤM ĐIỂM NĂM 2024 |', [2024]],
  ['| XÂY DỰNG XÃ PHÙ HỢP VỚI TRẺ EM NĂM 2024 (theo Quyết định 06/QĐ-TTg ngày 03/01/2019) |', [2024]],
  ['| (Kèm theo Quyết định số 06/QĐ-TTg ngày 03/01/2019) |', []],
  ['| Số liệu từ 01/11/2023 đến 31/10/2024 |', []],
  ['| Năm học 2023-2024 |', []],
  ['| Giai đoạn 2021 - 2025 |', []],
  ['| Năm đánh giá | 2024 |', [2024]],
])('%s: years %p', (markdown, years) => {
  expect(identityOf(markdown).years.map((stated) => stated.year)).toEqual(years);
});

test.each([
  ['| Loại đơn vị: Xã đồng bằng |', 'Loại đơn vị: Xã đồng bằng'],
  ['| Phân loại | Xã đặc biệt khó khăn |', 'Phân loại: Xã đặc biệt khó khăn'],
  ['| Nhóm: Xã, thị trấn thuộc miền núi, hải đảo |', 'Nhóm: Xã, thị trấn thuộc miền núi, hải đảo'],
])('%s names a class', (markdown, words) => {
  expect(identityOf(markdown).unitClassStatements.map((statement) => statement.text)).toEqual([words]);
});

test('communes are the same in spite of tone placement, prefix and case; accents count', () => {
  expect(sameCommune('Xã Hoà Bình', 'xã Hòa Bình')).toBe(true);
  expect(sameCommune('Phường Thuỷ Dương', 'Thủy Dương')).toBe(true);
  expect(sameCommune('Xã Vân Thủy', 'Xã Vạn Thủy')).toBe(false);
});

test.each([
  ['| Gửi về Ủy ban nhân dân huyện Xuân Lập trước ngày 15/12 |', 'huyện Xuân Lập'],
  ['| HUYỆN CHI LĂNG |', 'huyện Chi Lăng'],
  ['| Huyện Buôn Đôn, tỉnh Đắk Lắk |', 'huyện Buôn Đôn'],
])('%s: district %s', (markdown, district) => {
  expect(identityOf(markdown).district).toBe(district);
});
