import { decideUnitClass, readStatedThresholds, readUnitClassWords } from '../../core/scoring/unit-class';
import type { UnitClass } from '../../core/assessment';
import type { Standard } from '../../core/standards/standard';
import type { Template } from '../../core/template/template';
import { sourceCell } from '../support/source-cell';

test.each<[string, UnitClass | null]>([
  ['Loại đơn vị: Xã miền núi', 'mountain-island-hardship'],
  ['Loại xã: Thị trấn miền núi', 'mountain-island-hardship'],
  ['Xã đặc biệt khó khăn', 'mountain-island-hardship'],
  ['Loại đơn vị: Xã ĐBKK', 'mountain-island-hardship'],
  ['Xã hải đảo', 'mountain-island-hardship'],
  ['Xã, thị trấn thuộc miền núi, hải đảo; xã đặc biệt khó khăn', 'mountain-island-hardship'],
  ['Phân loại: xã vùng cao', 'mountain-island-hardship'],
  ['Phường thuộc quận của thành phố trực thuộc trung ương', 'central-city-ward'],
  ['Phường thuộc quận Hải An, thành phố Hải Phòng trực thuộc Trung ương', 'central-city-ward'],
  ['Phường thuộc quận, thị xã, thành phố của thành phố trực thuộc trung ương', 'central-city-ward'],
  ['Loại đơn vị: Xã đồng bằng', 'other'],
  ['Phường thuộc thành phố thuộc tỉnh', 'other'],
  ['Phường miền núi', 'other'],
  ['Loại đơn vị: Xã, phường, thị trấn còn lại', 'other'],
  ['Xã không thuộc miền núi, hải đảo', 'other'],
  ['Thị trấn đồng bằng', 'other'],
  ['UBND PHƯỜNG HOÀNG VĂN THỤ', null],
  ['Xã Lam Sơn, huyện Thanh Miện, tỉnh Hải Dương', null],
  ['Loại đơn vị: Xã', null],
  ['Phường Dĩnh Kế', null],
  ['Loại đơn vị: Xã miền núi / Xã đồng bằng', null],
  ['Loại đơn vị: Xã loại I', null],
  ['Loại đơn vị:', null],
  ['Loại xã (miền núi/đồng bằng): đồng bằng', 'other'],
  ['Loại xã miền núi: đạt từ 800 điểm trở lên', 'mountain-island-hardship'],
  ['Loại đơn vị: Phường miền núi', 'other'],
  ['Loại đơn vị: Phường đồng bằng', null],
  ['Loại xã: Phường thuộc thành phố trực thuộc TW', 'central-city-ward'],
  ['Xã miền núi (ngưỡng công nhận 800 điểm)', 'mountain-island-hardship'],
  ['Đặc khu hải đảo', null],
  ['Xã thuộc huyện của thành phố trực thuộc trung ương', null],
  ['Xã bãi ngang ven biển đặc biệt khó khăn', 'mountain-island-hardship'],
  ['Xã khó khăn', null],
  ['Nhóm 2: xã, thị trấn miền núi', 'mountain-island-hardship'],
  ['Loại hình: thị trấn còn lại', 'other'],
])('%s', (text, expected) => {
  expect(readUnitClassWords(text)).toBe(expected);
});

test.each<[string, number[]]>([
  ['Xã miền núi: đạt từ 800 điểm trở lên', [800]],
  ['Ngưỡng công nhận: 850 điểm', [850]],
  ['Ngưỡng công nhận 850 điểm', [850]],
  ['Điểm đạt chuẩn: 850', [850]],
  ['Tổng điểm tối đa: 1.000 điểm', []],
  ['Tối đa 100 điểm', []],
  ['Phường: từ 900 điểm trở lên; xã: từ 850 điểm trở lên', [900, 850]],
  ['Năm 2024', []],
])('%s states %j', (text, expected) => {
  expect(readStatedThresholds(text)).toEqual(expected);
});

const STANDARD = {
  thresholds: [
    { unitClass: 'central-city-ward', minPoints: 900 },
    { unitClass: 'mountain-island-hardship', minPoints: 800 },
    { unitClass: 'other', minPoints: 850 },
  ],
} as unknown as Standard;

function template(...texts: string[]): Template {
  return { unitClassStatements: texts.map((text, index) => ({ text, cell: sourceCell(`A${index + 7}`, text) })) } as unknown as Template;
}

describe('which source counts', () => {
  test('the workbook’s words', () => {
    expect(decideUnitClass(template('Loại đơn vị: Xã miền núi'), STANDARD, {})).toMatchObject({
      unitClass: 'mountain-island-hardship',
      source: 'workbook',
      conflict: null,
    });
  });

  test('a threshold in words names its class', () => {
    expect(decideUnitClass(template('Ngưỡng công nhận: 850 điểm'), STANDARD, {})).toMatchObject({
      unitClass: 'other',
      statedThreshold: 850,
    });
    expect(decideUnitClass(template('Ngưỡng công nhận: 820 điểm'), STANDARD, {})).toMatchObject({ unitClass: null, statedThreshold: 820 });
  });

  test('option, confirmed answer, roster, workbook: the first counts, a conflict is told', () => {
    const mountain = template('Loại đơn vị: Xã miền núi');
    expect(decideUnitClass(mountain, STANDARD, { option: 'other' })).toMatchObject({
      unitClass: 'other',
      source: 'option',
      conflict: { first: 'other', second: 'mountain-island-hardship' },
    });
    expect(decideUnitClass(mountain, STANDARD, { confirmed: 'other', roster: 'central-city-ward' })).toMatchObject({
      unitClass: 'other',
      source: 'summary-sheet',
    });
    expect(decideUnitClass(mountain, STANDARD, { roster: 'mountain-island-hardship' })).toMatchObject({ source: 'roster', conflict: null });
  });

  test('two classes in the workbook: neither', () => {
    expect(decideUnitClass(template('Xã miền núi', 'Xã đồng bằng'), STANDARD, {})).toMatchObject({ unitClass: null, source: null });
    expect(decideUnitClass(template(), STANDARD, {})).toMatchObject({ unitClass: null, workbookCell: null });
  });
});
