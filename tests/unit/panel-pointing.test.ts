import { assess } from '../../core/assess';
import { mountedMapping, remembering } from '../support/panel-memory';
import {
  beginPointing,
  columnPreviews,
  guessRoles,
  headerChoices,
  headerHeight,
  likelyHeader,
  missingIn,
  pickHeader,
  rowChoices,
  toMapping,
  withHeader,
} from '../../panel/pointing';
import { offerRemembered, rememberMapping } from '../../panel/remembered';
import { workbook } from '../support/markdown-workbook';
import { sample } from '../support/panel-browser';
import { oddWorkbook } from '../support/panel-workbooks';

const book = workbook({
  Bìa: '| Phòng Lao động |',
  '~Ẩn': '| TT | Nội dung | Kết quả |',
  Biểu: `
    | Biểu chấm điểm |
    | |
    | TT | Nội dung   | Điểm       | <       | Kết quả năm | Ngày     |
    | ^  | ^          | Tối đa     | Tự chấm | ^           | ^        |
    | 1  | Khai sinh  | 50         | 50      | 98.5%n      | =A1 ⇒ 3  |
    | 2  | Tiêm chủng | 50         | 30      | #DIV/0!     | TRUE     |
    | 3  | Khám bệnh  | 12.5       | 10      | Có          |          |`,
});
const sheet = book.sheets[2] as (typeof book.sheets)[number];

test('the header row is suggested, with as many rows as its merged cells reach', () => {
  expect(likelyHeader(sheet)).toBe(3);
  expect(headerHeight(sheet, 3)).toBe(2);
  expect(likelyHeader(book.sheets[0] as typeof sheet)).toBeNull();
  expect(headerChoices(sheet).map((row) => row.row)).toEqual([1, 3, 4, 5, 6, 7]);
});

test('each column shows its heading, over merged cells too, and its first two values', () => {
  expect(columnPreviews(sheet, 3, 2)).toEqual([
    { letter: 'A', header: 'TT', samples: ['1', '2'] },
    { letter: 'B', header: 'Nội dung', samples: ['Khai sinh', 'Tiêm chủng'] },
    { letter: 'C', header: 'Điểm – Tối đa', samples: ['50', '50'] },
    { letter: 'D', header: 'Điểm – Tự chấm', samples: ['50', '30'] },
    { letter: 'E', header: 'Kết quả năm', samples: ['98,5%', '#DIV/0!'] },
    { letter: 'F', header: 'Ngày', samples: ['3', 'Đúng'] },
  ]);
});

test('roles are guessed from the headings, a single role only once', () => {
  expect(guessRoles(columnPreviews(sheet, 3, 2))).toEqual({
    A: 'number',
    B: 'name',
    C: 'maximum',
    D: 'self-score',
    E: 'result',
    F: 'ignore',
  });
  const twice = guessRoles([
    { letter: 'A', header: 'Kết quả', samples: [] },
    { letter: 'B', header: 'Kết quả', samples: [] },
  ]);
  expect(twice).toEqual({ A: 'result', B: 'ignore' });
});

test('the form begins on the visible sheet that looks like a table, and with what was recognised where there is something', () => {
  expect(beginPointing(book, null, {}, null)).toMatchObject({ sheet: 'Biểu', headerRow: 3, headerHeight: 2 });
  expect(beginPointing(book, null, {}, 'Bìa')).toMatchObject({ sheet: 'Bìa', headerRow: null });
  const before = { tables: [{ sheet: 'Biểu', headerRows: [4], columns: { B: 'name' as const }, criterionRows: { '5': 2 }, itemRows: {} }] };
  expect(beginPointing(book, null, before, null)).toEqual({
    sheet: 'Biểu',
    headerRow: 4,
    headerHeight: 1,
    columns: { B: 'name' },
    criterionRows: { '5': 2 },
  });
});

test('says what is still missing and hands over the contract’s shape', () => {
  const begun = withHeader(sheet, 3);
  expect(missingIn(withHeader(sheet, null))).toMatch(/dòng tiêu đề/);
  expect(missingIn({ ...begun, columns: { B: 'name' } })).toMatch(/kết quả/);
  expect(missingIn({ ...begun, columns: { E: 'result' } })).toMatch(/tên tiêu chí/);
  expect(missingIn(begun)).toBeNull();
  expect(rowChoices(sheet, begun).map((row) => row.text)).toEqual(['1 Khai sinh', '2 Tiêm chủng', '3 Khám bệnh']);
  const mapping = toMapping(
    { ...begun, criterionRows: { '5': 2, '7': 0 } },
    {
      standard: 'x',
      tables: [{ sheet: 'Khác' }, { sheet: 'Biểu', headerRows: [3], columns: { B: 'name' } }, { sheet: 'Biểu', headerRows: [9] }],
    },
    null,
  );
  expect(mapping).toEqual({
    standard: 'x',
    tables: [
      { sheet: 'Khác' },
      { sheet: 'Biểu', headerRows: [9] },
      { sheet: 'Biểu', headerRows: [3, 4], columns: begun.columns, criterionRows: { '5': 2 }, itemRows: { '7': null } },
    ],
  });
});

test('of a sheet with several tables one is corrected and the others stay', () => {
  const several = sample('s10');
  const assessment = assess(several);
  const tables = assessment.template.mapping.tables ?? [];
  expect(tables.length).toBeGreaterThan(3);
  const third = tables[2];
  const book3 = several.sheets.find((each) => each.name === third?.sheet) as typeof sheet;
  const pointing = pickHeader(book3, assessment, {}, Math.min(...(third?.headerRows ?? [])));
  expect(pointing.columns).toEqual(third?.columns);
  const again = assess(several, { mapping: toMapping(pointing, { standard: assessment.standard.id as string }, assessment) });
  expect(again.total.points).toBe(assessment.total.points);
  expect(again.criteria.map((criterion) => criterion.points)).toEqual(assessment.criteria.map((criterion) => criterion.points));
});

test('a mapping is known again by its headings wherever the table stands, and only then', async () => {
  const host = remembering(oddWorkbook);
  await rememberMapping(host, mountedMapping);
  expect(await offerRemembered(host)).toEqual(mountedMapping);
  const other = remembering(book, host.kept);
  expect(await offerRemembered(other)).toBeNull();
  const spoilt = remembering(oddWorkbook, { mappings: '{"not": "a list"' });
  expect(await offerRemembered(spoilt)).toBeNull();
  expect(assess(oddWorkbook, { sheet: 'Biểu', mapping: mountedMapping }).criteria.map((criterion) => criterion.points)).toEqual([50, 50]);
});
