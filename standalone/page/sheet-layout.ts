import type { CellRange } from '../../core/workbook/workbook';

/** Cells as parallel lists with the size of the sheet. */
export interface LayoutInput {
  readonly rows: Uint32Array;
  readonly columns: Uint16Array;
  readonly texts: readonly string[];
  readonly areas: readonly CellRange[];
  readonly rowCount: number;
  readonly columnCount: number;
}

/** CSS pixels, at the grid's type of 13 px. */
const CHARACTER = 7.7;
const CHARACTER_IN_LINES = 7.2;
const PADDING = 14;
const LINE = 18;
const NARROWEST = 34;
const EMPTY_COLUMN = 56;
const MOST_LINES = 12;

/** Columns keep to what can be read beside each other: a long text goes over several lines. */
function columnWidth(longestLine: number, longestWord: number): number {
  const characters = longestLine <= 14 ? longestLine : Math.min(34, Math.max(14, Math.ceil(Math.sqrt(longestLine) * 2.8)));
  return Math.max(NARROWEST, Math.ceil(Math.max(characters, Math.min(longestWord, 22)) * CHARACTER + PADDING));
}

function linesIn(text: string, width: number): number {
  const perLine = Math.max(1, Math.floor((width - PADDING) / CHARACTER_IN_LINES));
  let lines = 0;
  // A line that is nearly full breaks earlier than its length tells, since words stay whole.
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil((line.length * (line.length > perLine ? 1.08 : 1)) / perLine));
  return Math.min(lines, MOST_LINES);
}

function edges(lengths: Float64Array): Float64Array {
  const places = new Float64Array(lengths.length + 1);
  lengths.forEach((length, index) => (places[index + 1] = (places[index] as number) + length));
  return places;
}

/** Where rows and columns begin and end. A snapshot carries no widths, so that they follow from the texts. */
export function layOut(input: LayoutInput): { readonly rowTops: Float64Array; readonly columnLefts: Float64Array } {
  const { rows, columns, texts, areas, rowCount, columnCount } = input;
  const areaAt = new Map(areas.map((area) => [area.top * 16384 + area.left, area] as const));
  const longest = new Map<number, { line: number; word: number }>();
  texts.forEach((text, index) => {
    const column = columns[index] as number;
    const area = areaAt.get((rows[index] as number) * 16384 + column);
    if (area !== undefined && area.right > area.left) return;
    const known = longest.get(column) ?? { line: 0, word: 0 };
    for (const line of text.slice(0, 2000).split('\n')) {
      known.line = Math.max(known.line, line.length);
      if (line.length > known.word) known.word = line.split(' ').reduce((most, word) => Math.max(most, word.length), known.word);
    }
    longest.set(column, known);
  });
  const widths = new Float64Array(columnCount).map((_, column) => {
    const known = longest.get(column);
    return known === undefined || known.line === 0 ? EMPTY_COLUMN : columnWidth(known.line, known.word);
  });
  const columnLefts = edges(widths);

  const heights = new Float64Array(rowCount).fill(LINE + 6);
  const tall: { readonly area: CellRange; readonly wanted: number }[] = [];
  texts.forEach((text, index) => {
    const [row, column] = [rows[index] as number, columns[index] as number];
    const area = areaAt.get(row * 16384 + column);
    const width = (columnLefts[(area?.right ?? column) + 1] as number) - (columnLefts[column] as number);
    const wanted = linesIn(text, width) * LINE + 6;
    if (area !== undefined && area.bottom > area.top) tall.push({ area, wanted });
    else heights[row] = Math.max(heights[row] as number, wanted);
  });
  for (const { area, wanted } of tall) {
    let present = 0;
    for (let row = area.top; row <= area.bottom; row++) present += heights[row] as number;
    heights[area.bottom] = (heights[area.bottom] as number) + Math.max(0, wanted - present);
  }
  return { rowTops: edges(heights), columnLefts };
}
