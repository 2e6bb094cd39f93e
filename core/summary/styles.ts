import type { BorderStyle, CellBorders, CellStyle, StyleName } from './design';

/** Grounds that stay apart in black and white: a hand's cell is nearly white, a criterion light, a heading darker. */
const HEADER_FILL = 'D6DCE4';
const CRITERION_FILL = 'EEF1F5';

/** The ground of a cell meant for the hand. */
export const HAND_FILL = 'FFFBE0';

const noBorders: CellBorders = { top: 'none', right: 'none', bottom: 'none', left: 'none' };

/** The same line on all four sides. */
export function frame(line: BorderStyle): CellBorders {
  return { top: line, right: line, bottom: line, left: line };
}

const base: Omit<CellStyle, 'name'> = {
  font: 'Times New Roman',
  size: 12,
  bold: false,
  italic: false,
  underline: false,
  colour: '000000',
  fill: null,
  borders: noBorders,
  horizontal: 'left',
  vertical: 'center',
  wrap: true,
  numberFormat: 'General',
};

/** Sizes of the national header, the motto, place and date, title and recipients: Decree 30/2020, annex I, part I. */
const looks: Readonly<Record<StyleName, Partial<CellStyle>>> = {
  plain: {},
  agency: { size: 13, bold: true, horizontal: 'center' },
  motto: { size: 14, bold: true, horizontal: 'center', underline: true },
  place: { size: 13, italic: true, horizontal: 'center' },
  rule: { size: 6, horizontal: 'center', vertical: 'top', wrap: false },
  title: { size: 14, bold: true, horizontal: 'center' },
  section: { size: 13, bold: true, vertical: 'bottom', wrap: false },
  label: { vertical: 'top' },
  value: { bold: true, vertical: 'top' },
  header: { size: 11, bold: true, horizontal: 'center', fill: HEADER_FILL, borders: frame('thin') },
  criterion: { size: 11, bold: true, fill: CRITERION_FILL, borders: frame('thin') },
  item: { size: 11, borders: frame('thin') },
  number: { size: 11, borders: frame('thin'), horizontal: 'center' },
  total: { size: 12, bold: true, fill: HEADER_FILL, borders: frame('thin') },
  verdict: { size: 13, bold: true, borders: frame('medium') },
  group: { size: 11, bold: true, italic: true, borders: frame('thin') },
  hand: { size: 11, fill: HAND_FILL, borders: frame('thin') },
  signature: { size: 13, horizontal: 'center' },
  note: { size: 10, italic: true, vertical: 'top' },
  // Wrapped into a row one line high: its first line is seen; unwrapped, LibreOffice would widen the printed page to hold it all.
  stamp: { size: 8, colour: '404040', vertical: 'top', borders: { ...noBorders, top: 'thin' } },
};

/** One of the named looks with what differs. */
export function resolveStyle(name: StyleName, overrides: Partial<Omit<CellStyle, 'name' | 'font'>> = {}): CellStyle {
  return { ...base, ...looks[name], ...overrides, name };
}
