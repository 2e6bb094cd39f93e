import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readScoreArguments } from '../../standalone/command-line/arguments';
import { readMappingFile } from '../../standalone/command-line/mapping-file';

test('options, their values and the file, in any order', () => {
  expect(readScoreArguments(['--json', '--sheet', 'Tự chấm', 'a.xlsx', '--year=2024', '--unit-class', 'Xã miền núi'])).toEqual({
    file: 'a.xlsx',
    sheet: 'Tự chấm',
    rubric: null,
    mapping: null,
    unitClass: 'mountain-island-hardship',
    year: 2024,
    json: true,
    out: null,
    findingsSheet: null,
  });
  expect(readScoreArguments(['--out', 'b.xlsx', '--findings-sheet', '--', '--lạ.xlsx'])).toMatchObject({
    file: '--lạ.xlsx',
    out: 'b.xlsx',
    findingsSheet: { assignment: null },
  });
});

test.each([
  ['central-city-ward', 'central-city-ward'],
  ['OTHER', 'other'],
  ['Phường thuộc quận, thị xã, thành phố của thành phố trực thuộc trung ương', 'central-city-ward'],
  ['Xã, thị trấn thuộc miền núi, hải đảo; xã đặc biệt khó khăn', 'mountain-island-hardship'],
  ['Xã, phường, thị trấn còn lại', 'other'],
])('unit class “%s” is %s', (words, unitClass) => {
  expect(readScoreArguments(['a.xlsx', '--unit-class', words]).unitClass).toBe(unitClass);
});

test.each([
  [[], 'Chưa ghi tệp'],
  [['a.xlsx', 'b.xlsx'], 'chỉ chấm một tệp'],
  [['a.xlsx', '--no-such'], 'Không có tùy chọn --no-such'],
  [['a.xlsx', '--json=1'], '--json không nhận giá trị'],
  [['a.xlsx', '--sheet'], '--sheet thiếu giá trị'],
  [['a.xlsx', '--sheet', '--json'], '--sheet thiếu giá trị'],
  [['a.xlsx', '--year', '2024', '--year', '2023'], 'hai lần'],
  [['a.xlsx', '--year', '24'], 'không phải năm'],
  [['a.xlsx', '--unit-class', 'xã to'], 'Không rõ loại đơn vị'],
  [['a.xlsx', '--findings-sheet'], 'cần có --out'],
  [['a.xlsx', '--out', 'b.xlsx', '--findings-sheet=nơi khác'], 'lang-son-city-2024'],
])('%j is refused: %s', (words, message) => {
  expect(() => readScoreArguments(words)).toThrow(message);
  try {
    readScoreArguments(words);
  } catch (error) {
    expect(error).toMatchObject({ refusalStatus: 2 });
  }
});

describe('--mapping', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mapping-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (text: string) => {
    const place = path.join(folder, 'm.json');
    writeFileSync(place, text);
    return place;
  };

  test('takes the shape of template.mapping, with a byte order mark too', () => {
    const mapping = {
      standard: '06/2019/QĐ-TTg',
      tables: [
        {
          sheet: 'A',
          headerRows: [8, 9],
          columns: { C: 'rubric', F: 'result' },
          criterionRows: { 10: 1 },
          itemRows: { 11: '1.1', 12: null },
          totalRow: null,
        },
      ],
      rubrics: { '7.1': 'Từ 98% trở lên: 50 điểm' },
    };
    expect(readMappingFile(file(`\ufeff${JSON.stringify(mapping)}`))).toEqual(mapping);
  });

  test.each([
    ['{', 'không phải JSON'],
    ['[]', 'sai'],
    ['{"sheets": []}', 'sai'],
    ['{"tables": [{"columns": {"C": "kết quả"}}]}', 'tables.0.columns'],
    ['{"tables": [{"headerRows": [0]}]}', 'tables.0.headerRows'],
    ['{"tables": [{"itemRows": {"x": "1.1"}}]}', 'tables.0.itemRows'],
  ])('%s is refused: %s', (text, message) => {
    expect(() => readMappingFile(file(text))).toThrow(message);
  });

  test('a missing file is refused', () => {
    expect(() => readMappingFile(path.join(folder, 'none.json'))).toThrow('không đọc được');
  });
});
