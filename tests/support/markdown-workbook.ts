/**
 * Workbooks written as Markdown tables, so that a test reads like the sheet it is about.
 *
 *     workbook({ 'Chấm điểm': `
 *       | TT | Tiêu chí            | Kết quả          | Điểm |
 *       |----|---------------------|------------------|------|
 *       | 1  | Khai sinh           | 98.5%n           | =SUM(D3:D4) ⇒ 50 |
 *       ~| 2 | Dòng ẩn             | '0123            | 20   |
 *     ` })
 *
 *     wb`| TT | Kết quả |
 *        | 1  | Có      |`                       one sheet named `Sheet1`; `# Tên` lines start further sheets
 *
 * A line is a row; an empty line is an empty row; the first line is row 1 (`@C5` alone on the first line starts there instead).
 * A rule line (`|---|---|`) is no row. `~|` starts a hidden row, a sheet name that begins with `~` is a hidden sheet, `@hide C,F` hides columns.
 *
 * A cell, without the spaces around it:
 *   (nothing)              blank
 *   12   -3   0.5          a number (plain digits with a decimal point); anything else is text, `98,5` and `1.234,5` too
 *   'text                  text, whatever it looks like
 *   98.5%n                 the number 0.985 shown as a percentage (format `0.0%`)
 *   =A1+B1 ⇒ 12            a formula with its result; without `⇒` it has none
 *   #DIV/0!                an error value; TRUE and FALSE are truth values
 *   <                      merged with the cell to the left
 *   ^                      merged with the cell above
 *   a<br>b                 a line break; \| is a stroke
 *   text {font=.VnTime; note=…; format=0.00}   what the cell also has
 */
import type { Cell, CellRange, CellValue, Sheet, Span, Workbook } from '../../core/workbook/workbook';

export interface WorkbookOptions {
  readonly file?: string | null;
  readonly defaultFont?: string | null;
}

const errorValue = /^#(DIV\/0!|REF!|VALUE!|NAME\?|N\/A|NUM!|NULL!|SPILL!|CALC!)$/;

/** Zero-based column of a letter (`A` → 0). */
function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A cell's words to its value and the number format that they imply. */
function readValue(words: string): { value: CellValue; format?: string } {
  if (words.startsWith("'")) return { value: words.slice(1) };
  if (/^-?\d+(\.\d+)?$/.test(words)) return { value: Number(words) };
  const percentage = /^(-?\d+(?:[.,](\d+))?)%n$/.exec(words);
  if (percentage !== null) {
    const decimals = percentage[2]?.length ?? 0;
    const value = Number((Number((percentage[1] ?? '').replace(',', '.')) / 100).toFixed(decimals + 2));
    return { value, format: decimals === 0 ? '0%' : `0.${'0'.repeat(decimals)}%` };
  }
  if (errorValue.test(words)) return { value: { error: words } };
  if (words === 'TRUE' || words === 'FALSE') return { value: words === 'TRUE' };
  return { value: words };
}

/** The attributes in braces at the end of a cell, and the words before them. */
function splitAttributes(words: string): { words: string; attributes: Partial<Pick<Cell, 'font' | 'note' | 'format'>> } {
  const match = /^(.*?)\s*\{((?:font|note|format)=[^{}]*)\}$/s.exec(words);
  if (match === null) return { words, attributes: {} };
  const attributes: Record<string, string> = {};
  for (const part of (match[2] ?? '').split(/;\s*(?=(?:font|note|format)=)/))
    attributes[part.slice(0, part.indexOf('='))] = part.slice(part.indexOf('=') + 1).trim();
  return { words: match[1] ?? '', attributes };
}

function readCell(source: string, row: number, column: number): Cell | null {
  const text = source.trim().replace(/<br>/g, '\n').replace(/\\n/g, '\n');
  const { words, attributes } = splitAttributes(text);
  if (words === '' && Object.keys(attributes).length === 0) return null;
  if (words === '') return { row, column, value: null, ...attributes };
  if (!words.startsWith('=')) return { row, column, ...readValue(words), ...attributes };
  const [formula = '', result] = words.slice(1).split(/\s*⇒\s*/);
  return {
    row,
    column,
    formula: formula.trim(),
    ...(result === undefined || result === '' ? { value: null } : readValue(result)),
    ...attributes,
  };
}

/** The words between the strokes of a line. */
function splitRow(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((words) => words.trim().replace(/\\\|/g, '|'));
}

function dropOuterBlankLines(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  while (lines.length > 0 && lines[0] === '') lines.shift();
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  return lines;
}

/** Joins `<` and `^` cells with the cell that they continue. */
function readMerges(grid: readonly (readonly string[])[], top: number, left: number): CellRange[] {
  const anchors = new Map<string, CellRange>();
  const anchorOf: string[][] = [];
  grid.forEach((cells, row) => {
    anchorOf[row] = [];
    cells.forEach((words, column) => {
      const from = words === '<' ? anchorOf[row]?.[column - 1] : words === '^' ? anchorOf[row - 1]?.[column] : undefined;
      if ((words === '<' || words === '^') && from === undefined) throw new Error(`“${words}” in row ${row + 1} continues no cell`);
      const key = from ?? `${row},${column}`;
      anchorOf[row]![column] = key;
      const range = anchors.get(key) ?? { top: top + row, left: left + column, bottom: top + row, right: left + column };
      anchors.set(key, { ...range, bottom: Math.max(range.bottom, top + row), right: Math.max(range.right, left + column) });
    });
  });
  return [...anchors.values()].filter((range) => range.top !== range.bottom || range.left !== range.right);
}

/** One sheet from one Markdown table (or several, with empty lines between them). */
export function sheet(name: string, markdown: string): Sheet {
  let [top, left] = [0, 0];
  const hiddenColumns: Span[] = [];
  const hiddenRows: Span[] = [];
  const grid: string[][] = [];
  for (const line of dropOuterBlankLines(markdown)) {
    const start = /^@([A-Z]+)(\d+)$/.exec(line);
    const hide = /^@hide\s+(.+)$/.exec(line);
    if (start !== null) [left, top] = [columnIndex(start[1] ?? 'A'), Number(start[2]) - 1];
    else if (hide !== null)
      hiddenColumns.push(...(hide[1] ?? '').split(',').map((letters): Span => [columnIndex(letters.trim()), columnIndex(letters.trim())]));
    else if (/^\|(\s*:?-{2,}:?\s*\|)+$/.test(line)) continue;
    else {
      if (line.startsWith('~|')) hiddenRows.push([top + grid.length, top + grid.length]);
      grid.push(line === '' ? [] : splitRow(line.replace(/^~/, '')));
    }
  }
  const merges = readMerges(grid, top, left);
  const cells = grid.flatMap((words, row) =>
    words.flatMap((one, column) => {
      const cell = one === '<' || one === '^' ? null : readCell(one, top + row, left + column);
      return cell === null ? [] : [cell];
    }),
  );
  return { name: name.replace(/^~/, ''), hidden: name.startsWith('~'), cells, merges, hiddenRows, hiddenColumns };
}

/** A workbook from sheet names and Markdown tables. */
export function workbook(sheets: Readonly<Record<string, string>>, options: WorkbookOptions = {}): Workbook {
  return {
    file: options.file ?? null,
    defaultFont: options.defaultFont ?? null,
    sheets: Object.entries(sheets).map(([name, markdown]) => sheet(name, markdown)),
  };
}

/** A workbook from one text; `# Name` lines start sheets. */
export function wb(strings: TemplateStringsArray, ...values: readonly unknown[]): Workbook {
  const text = String.raw(strings, ...values);
  const sheets: Record<string, string> = {};
  let name = 'Sheet1';
  for (const line of text.split('\n')) {
    const heading = /^\s*#\s+(.+?)\s*$/.exec(line);
    if (heading !== null) name = heading[1] ?? name;
    else if (name in sheets || line.trim() !== '') sheets[name] = `${sheets[name] ?? ''}${line}\n`;
  }
  return workbook(sheets);
}
