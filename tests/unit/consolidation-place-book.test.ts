import { consolidate } from '../../core/consolidate';
import { designDistrictBook } from '../../core/consolidation/book';
import { bookPartOf, placeBook } from '../../core/consolidation/place-book';
import { startText } from '../../core/summary/stamp';
import { newWorkbook } from '../../core/xlsx/stamp';
import { readXlsx } from '../../core/xlsx/read';
import type { Workbook } from '../../core/workbook/workbook';
import { workbook } from '../support/markdown-workbook';

const designs = designDistrictBook(consolidate([], { time: '2025-01-02T03:04:05Z', version: '1' }));
const names = designs.map((design) => design.name);
const places = (target: Workbook) => placeBook(designs, target).map(({ name, replaces }) => [name, replaces]);
const with_ = (target: Workbook, more: Workbook): Workbook => ({ ...target, sheets: target.sheets.concat(more.sheets) });
const hers = workbook({ 'Tổng hợp': '| của huyện |', Khác: '| x |' });

test('sheets of others keep their names and content: ours go under free names', () => {
  expect(places(hers)).toEqual(names.map((name) => [name === 'Tổng hợp' ? 'Tổng hợp (2)' : name, null]));
});

test('an earlier book of ours is written over in place, whatever its sheets are called now', () => {
  const book = readXlsx(newWorkbook(designs));
  const renamed = {
    ...book,
    sheets: book.sheets.map((sheet) => ({ ...sheet, name: sheet.name === 'Thẩm định' ? 'Đã chấm tay' : sheet.name })),
  };
  const target = with_(workbook({ Khác: '| x |' }), renamed);
  expect(places(target)).toEqual(names.map((name) => (name === 'Thẩm định' ? ['Đã chấm tay', 'Đã chấm tay'] : [name, name])));
  expect(bookPartOf(target).sheets.map((sheet) => sheet.name)).toEqual(renamed.sheets.map((sheet) => sheet.name));
});

test('a sheet that was cut off while being written is known by its mark and its name, the number behind it included', () => {
  const begun = workbook({ 'Tổng hợp (2)': `| ${startText('district')} |` });
  expect(places(with_(hers, begun))[0]).toEqual(['Tổng hợp (2)', 'Tổng hợp (2)']);
  expect(bookPartOf(with_(hers, begun)).sheets.map((sheet) => sheet.name)).toEqual(['Tổng hợp (2)']);
});
