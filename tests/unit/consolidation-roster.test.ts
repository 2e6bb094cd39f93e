import { matchInForce, isOfUnitsInForce } from '../../core/consolidation/communes-in-force';
import { communeName, indexNames, matchName, type NamedUnit } from '../../core/consolidation/names';
import { parseDelimited, readRosterText, readRosterWorkbook } from '../../core/consolidation/roster';
import { decodeBytes } from '../../core/consolidation/text-bytes';
import { workbook } from '../support/markdown-workbook';

const list = 'TT;Tên xã;Huyện;Mã;Phân loại\r\n1;Xã Hoà Bình;Chi Lăng;06541;Xã miền núi\r\n2;Phường "Đông Kinh";Lạng Sơn;05980;other\r\n';

/** windows-1258: composed vowels where it has them, tones as marks behind. */
function windows1258(text: string): Uint8Array {
  const marks: Record<string, number> = { '\u0300': 0xcc, '\u0309': 0xd2, '\u0303': 0xde, '\u0301': 0xec, '\u0323': 0xf2 };
  const letters: Record<string, number> = {
    Ă: 0xc3,
    ă: 0xe3,
    Đ: 0xd0,
    đ: 0xf0,
    Ơ: 0xd5,
    ơ: 0xf5,
    Ư: 0xdd,
    ư: 0xfd,
    Â: 0xc2,
    â: 0xe2,
    Ê: 0xca,
    ê: 0xea,
    Ô: 0xd4,
    ô: 0xf4,
  };
  const bytes: number[] = [];
  for (const character of text.normalize('NFC')) {
    const parts = character.normalize('NFD');
    const tone = Array.from(parts).find((part) => marks[part] !== undefined);
    const base = Array.from(parts)
      .filter((part) => marks[part] === undefined)
      .join('')
      .normalize('NFC');
    bytes.push(letters[base] ?? base.charCodeAt(0));
    if (tone !== undefined) bytes.push(marks[tone] as number);
  }
  return Uint8Array.from(bytes);
}

const encodings: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with its mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['UTF-8 in NFD', (text) => Buffer.from(text.normalize('NFD'))],
  ['UTF-16 little-endian with its mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 little-endian', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16 big-endian with its mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['windows-1258', windows1258],
];

describe('a list of communes as text', () => {
  test.each(encodings)('in %s', (_, encode) => {
    expect(decodeBytes(encode(list)).replace('\ufeff', '')).toBe(list.normalize('NFC'));
    expect(readRosterText(encode(list)).units).toMatchObject([
      { shown: 'Xã Hoà Bình', district: 'Chi Lăng', code: '06541', unitClass: 'mountain-island-hardship' },
      { shown: 'Phường "Đông Kinh"', district: 'Lạng Sơn', code: '05980', unitClass: 'other' },
    ]);
  });

  test.each([',', ';', '\t'])('fields parted by %j, with quotes and line breaks in them', (delimiter) => {
    const text = ['Tên đơn vị', 'Mã'].join(delimiter) + `\n"Xã A${delimiter} ""cũ""\nhai dòng"${delimiter}1\nXã B${delimiter}2`;
    expect(parseDelimited(text)).toEqual([
      ['Tên đơn vị', 'Mã'],
      [`Xã A${delimiter} "cũ"\nhai dòng`, '1'],
      ['Xã B', '2'],
    ]);
  });

  test('names alone, without any heading', () => {
    const { units } = readRosterText(Buffer.from('Xã Tân Lập\nPhường Hòa Bình\nThị trấn Cao Lộc\n'));
    expect(units.map((unit) => unit.shown)).toEqual(['Xã Tân Lập', 'Phường Hòa Bình', 'Thị trấn Cao Lộc']);
  });

  test('columns in any order, sums and titles left out, an unreadable class said', () => {
    const text =
      'DANH SÁCH CÁC XÃ\n\nKhu vực,Thuộc huyện,Mã số,Xã/phường/thị trấn\nđặc biệt,Chi Lăng,1,Xã A Túc\nXã đặc biệt khó khăn,,2,Xã Ba Tơ\n,,,Tổng cộng\n';
    const { units, notes } = readRosterText(Buffer.from(text));
    expect(units.map(({ shown, code, unitClass }) => [shown, code, unitClass])).toEqual([
      ['Xã A Túc', '1', null],
      ['Xã Ba Tơ', '2', 'mountain-island-hardship'],
    ]);
    expect(units.map((unit) => unit.district)).toEqual(['Chi Lăng', 'Chi Lăng']);
    expect(notes).toHaveLength(1);
  });
});

test('a list in a workbook, below its title', () => {
  const listed = workbook({
    'Danh sách': `
      | DANH SÁCH XÃ NĂM 2024 |
      |
      | STT | Tên xã, phường   | Loại đơn vị |
      | 1   | Xã Lam Sơn       | Xã miền núi |
      | 2   | Phường Đông Kinh | other       |
    `,
  });
  expect(readRosterWorkbook(listed).units.map(({ shown, unitClass }) => [shown, unitClass])).toEqual([
    ['Xã Lam Sơn', 'mountain-island-hardship'],
    ['Phường Đông Kinh', 'other'],
  ]);
});

describe('names of communes', () => {
  const key = (name: string) => communeName(name).key;

  test('tone placement, prefix and case make no difference', () => {
    for (const name of [
      'Xã Hòa Bình',
      'xã Hoà Bình',
      'XÃ HOÀ BÌNH',
      'UBND xã Hòa Bình',
      'Phường Hòa Bình',
      'Hòa  Bình',
      'Xã Hòa Bình'.normalize('NFD'),
    ])
      expect(key(name)).toBe(key('Hòa Bình'));
    expect(key('Phường 01')).toBe(key('P. 1'));
    expect(key('TT. Cao Lộc')).toBe(key('Thị trấn Cao Lộc'));
  });

  test('accents do', () => {
    expect(key('Xã Vân Thủy')).not.toBe(key('Xã Vạn Thủy'));
  });

  const unit = (shown: string, district: string | null = null): NamedUnit & { shown: string } => ({
    shown,
    name: communeName(shown),
    district,
    province: null,
  });
  const ask = (units: readonly (NamedUnit & { shown: string })[], name: string, district: string | null = null) => {
    const match = matchName(indexNames(units), { name: communeName(name), district, province: null });
    return match.state === 'found' ? match.unit.shown : match.state;
  };

  test('a name without accents is found where it can mean one commune only', () => {
    const units = [unit('Xã Tân Thạnh'), unit('Xã Tân Thành'), unit('Xã Lam Sơn')];
    expect(ask(units, 'xa lam son')).toBe('Xã Lam Sơn');
    expect(ask(units, 'Tan Thanh')).toBe('ambiguous');
    expect(ask(units, 'Tân Thanh')).toBe('unknown');
    expect(ask(units, 'Tân Thành')).toBe('Xã Tân Thành');
  });

  test('of several with one name district and kind decide; where they do not, it is ambiguous', () => {
    const units = [unit('Xã An Bình', 'huyện Đông'), unit('Phường An Bình', 'thị xã Tây'), unit('Xã An Bình', 'huyện Nam')];
    expect(ask(units, 'An Bình', 'Đông')).toBe('Xã An Bình');
    expect(ask(units, 'phường An Bình')).toBe('Phường An Bình');
    expect(ask(units, 'Xã An Bình')).toBe('ambiguous');
  });
});

describe('communes in force since July 2025', () => {
  const ask = (name: string, province: string | null) => matchInForce({ name: communeName(name), district: null, province });

  test('a name with its province is one commune, with its code', () => {
    expect(ask('phường Ba Đình', 'Hà Nội')).toMatchObject({ state: 'found', unit: { code: '00004' } });
    expect(ask('PHƯỜNG BA ĐÌNH', 'Thành phố Hà Nội')).toMatchObject({ state: 'found' });
  });

  test('one that exists elsewhere only is unknown; one that differs by accents is named', () => {
    expect(ask('phường Ba Đình', 'Quảng Ngãi').state).toBe('unknown');
    const match = ask('xã Bà Đình', 'Hà Nội');
    expect(match).toMatchObject({ state: 'unknown', alike: [{ code: '00004' }] });
  });

  test('two communes of one province that only accents tell apart: without accents it is ambiguous', () => {
    expect(ask('xa ba to', 'Quảng Ngãi').state).toBe('ambiguous');
    expect(ask('xã Ba Tơ', 'Quảng Ngãi').state).toBe('found');
  });

  test('names of years before are not held against them', () => {
    const query = (name: string, district: string | null) => ({ name: communeName(name), district, province: null });
    expect(isOfUnitsInForce(2024, query('xã Lam Sơn', null))).toBe(false);
    expect(isOfUnitsInForce(2025, query('xã Lam Sơn', 'huyện Chi Lăng'))).toBe(false);
    expect(isOfUnitsInForce(2025, query('thị trấn Cao Lộc', null))).toBe(false);
    expect(isOfUnitsInForce(2025, query('xã Lam Sơn', null))).toBe(true);
    expect(isOfUnitsInForce(2026, query('xã Lam Sơn', 'huyện Chi Lăng'))).toBe(true);
  });
});
