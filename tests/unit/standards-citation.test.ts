import { findCitedStandard } from '../../core/standards/registry';

const cited: readonly [text: string, id: string | null][] = [
  ['(Kèm theo Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ)', '06/2019/QĐ-TTg'],
  ['Theo Quyết định số 06/2019/QĐ-TTG ngày 03/01/2019', '06/2019/QĐ-TTg'],
  ['(Theo QĐ 06/QĐ-TTg ngày 03/01/2019 của TTCP)', '06/2019/QĐ-TTg'],
  ['theo quyet dinh so 6/qd-ttg', '06/2019/QĐ-TTg'],
  ['QĐ 06', '06/2019/QĐ-TTg'],
  ['QĐ06/2019', '06/2019/QĐ-TTg'],
  ['Quyết định 06 ngày 03/01/2019', '06/2019/QĐ-TTg'],
  ['Hướng dẫn số 604/TE-PTTG ngày 20/9/2019 của Cục Trẻ em', '06/2019/QĐ-TTg'],
  ['(Theo Quyết định số 34/2014/QĐ-TTg ngày 30/5/2014 của Thủ tướng Chính phủ)', '34/2014/QĐ-TTg'],
  ['QĐ 34', '34/2014/QĐ-TTg'],
  ['Thông tư số 25/2014/TT-BLĐTBXH', '34/2014/QĐ-TTg'],
  ['Quyết định 37/2010/QĐ-TTg', '37/2010/QĐ-TTg'],
  ['Quyết định số 06/QĐ-TTg ngày 03/01/2019 thay thế Quyết định số 34/2014/QĐ-TTg', '06/2019/QĐ-TTg'],
  ['Thay thế Quyết định số 34/2014/QĐ-TTg là Quyết định số 06/QĐ-TTg', '06/2019/QĐ-TTg'],
  ['Quyết định số 106/QĐ-TTg', null],
  ['Quyết định số 06/QĐ-UBND ngày 05/01/2024', null],
  ['Quyết định số 06/2020/QĐ-UBND', null],
  ['QĐ số 34/QĐ-UBND ngày 24/8/2024', null],
  ['QĐ số 37 ngày 12/3/2024', null],
  ['Danh sách trẻ em năm 2024', null],
  ['', null],
];

test.each(cited)('“%s” cites %s', (text, id) => {
  expect(findCitedStandard(text)?.id ?? null).toBe(id);
  expect(findCitedStandard(text.normalize('NFD'))?.id ?? null).toBe(id);
});
