import type { BorderStyle as DesignLine, CellBorders } from '../../core/summary/design';
import { columnName, formatRange, parseRange } from '../../core/workbook/references';
import { isCellError } from '../../core/workbook/workbook';
import type { CellRange } from '../../core/workbook/workbook';
import { instantOfSerial } from './sheets-time';
import type { CellLook, ModelCell, ModelRun, ModelSheet } from './workbook-model';
import { placeKey, usedRange } from './workbook-model';
import { googleError } from './sheets-strict';
import type { SheetsWorld } from './sheets-strict';

type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;
type RichTextValue = GoogleAppsScript.Spreadsheet.RichTextValue;

/** The enumeration `BorderStyle`: its values are objects of Google's. border-style */
export const borderStyles = { SOLID: 'thin', SOLID_MEDIUM: 'medium', DOTTED: 'dotted' } as const;

const noBorders: CellBorders = { top: 'none', right: 'none', bottom: 'none', left: 'none' };

/** True where Google hands out a `Date`: dates, times of day and durations alike. range#getValues() */
function showsMoment(format: string | undefined): boolean {
  const bare = (format ?? '').replace(/"[^"]*"?|\\.|[_*].|\[(?!h|m|s)[^\]]*\]/gi, '');
  return !/general|@/i.test(bare) && /[ymdhs]/i.test(bare) && !/[#?]/.test(bare);
}

function localFormula(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/,/g, ';').replace(/(\d)\.(\d)/g, '$1,$2')))
    .join('');
}

/** What `setValues` makes of a value: a text is read as if it were typed, unless an apostrophe comes first or the cell is plain text. range#setValues(Object) */
function typed(given: unknown, format: string | undefined): Pick<ModelCell, 'value' | 'formula' | 'quotePrefix'> {
  if (given === null || given === undefined || given === '') return { value: null };
  if (typeof given === 'number' || typeof given === 'boolean') return { value: given };
  if (typeof given !== 'string') throw googleError('the double takes texts, numbers and truth values only');
  if (given.startsWith("'")) return { value: given.slice(1), quotePrefix: true };
  if (format === '@') return { value: given };
  if (/^[=+]/.test(given)) return { value: null, formula: given.slice(1) };
  if (/^(true|false)$/i.test(given.trim())) return { value: /true/i.test(given) };
  if (/^[-+]?[\d.,\s]*\d[\d.,]*\s*[%₫]?$/.test(given.trim()))
    return { value: Number.parseFloat(given.replace(/\s/g, '').replace(',', '.')) };
  if (/^\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?$/.test(given.trim())) return { value: 45000 };
  return { value: given };
}

export const sheetIdOf = (sheet: ModelSheet): number => Number(sheet.id.slice(25, 37));

/** A text with its looks. rich-text-value */
export function richText(world: SheetsWorld, runs: readonly ModelRun[], font: string, link: string | null): RichTextValue {
  const text = runs.map((run) => run.text).join('');
  const value: RichTextValue = world.strict<RichTextValue>('RichTextValue', {
    getText: () => text, // rich-text-value#getText()
    getLinkUrl: () => link, // rich-text-value#getLinkUrl()
    getRuns: () => runs.map((run) => richText(world, [run], font, link)), // rich-text-value#getRuns()
    // rich-text-value#getTextStyle()
    getTextStyle: () =>
      world.strict<GoogleAppsScript.Spreadsheet.TextStyle>('TextStyle', {
        // Both are null where the runs differ. text-style#isStrikethrough()
        isStrikethrough: () => (new Set(runs.map((run) => run.struck)).size > 1 ? null : (runs[0]?.struck ?? false)) as boolean,
        getFontFamily: () => (new Set(runs.map((run) => run.font ?? font)).size > 1 ? null : (runs[0]?.font ?? font)) as string, // text-style#getFontFamily()
      }),
  });
  return value;
}

/** True where one area lies inside another. */
function within(inner: CellRange, outer: CellRange): boolean {
  return inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;
}

/** A range of a sheet, zero-based inside, one-based as Google counts. */
export function createRange(world: SheetsWorld, sheet: ModelSheet, area: CellRange): Range {
  const { model, settings } = world;
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  const cellAt = (row: number, column: number): ModelCell | undefined => sheet.cells.get(placeKey(row, column));
  const fontOf = (cell: ModelCell | undefined): string => cell?.font ?? model.defaultFont ?? 'Arial';

  function table<Value>(of: (cell: ModelCell | undefined, row: number, column: number) => Value): Value[][] {
    return Array.from({ length: rows }, (_r, row) =>
      Array.from({ length: columns }, (_c, column) => of(cellAt(area.top + row, area.left + column), area.top + row, area.left + column)),
    );
  }

  /** Changes each cell of the range; nothing happens where the range may not be edited. */
  function change(make: (cell: ModelCell, row: number, column: number) => ModelCell): Range {
    world.assertEditable(sheet);
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const key = placeKey(row, column);
        const next = make(sheet.cells.get(key) ?? { value: null }, row - area.top, column - area.left);
        const bare = next.value === null && next.formula === undefined && next.note === undefined && next.look === undefined;
        if (bare && next.format === undefined && next.font === undefined) sheet.cells.delete(key);
        else sheet.cells.set(key, next);
      }
    }
    return self;
  }

  /** Google's own words for a table of another size. range#setValues(Object) */
  function assertSize(given: readonly (readonly unknown[])[], method: string): void {
    if (!Array.isArray(given) || !given.every(Array.isArray)) {
      throw googleError(`The parameters (${typeof given}) don't match the method signature for SpreadsheetApp.Range.${method}.`);
    }
    if (given.length !== rows) {
      throw googleError(
        `The number of rows in the data does not match the number of rows in the range. The data has ${given.length} but the range has ${rows}.`,
      );
    }
    for (const row of given) {
      if (row.length !== columns) {
        throw googleError(
          `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${columns}.`,
        );
      }
    }
  }

  function look<Given>(method: string, given: readonly (readonly Given[])[], of: (value: Given) => CellLook): Range {
    assertSize(given, method);
    return change((cell, row, column) => ({ ...cell, look: { ...cell.look, ...of((given[row] as readonly Given[])[column] as Given) } }));
  }

  function oneOf<Given>(method: string, value: Given, allowed: readonly Given[]): Given {
    if (!allowed.includes(value))
      throw googleError(`The parameters (${String(value)}) don't match the method signature for SpreadsheetApp.Range.${method}.`);
    return value;
  }

  const colour = (value: string | null): string => {
    if (value !== null && !/^#[0-9A-F]{6}$/i.test(value)) throw googleError(`Invalid color: ${value}`);
    return (value ?? '#000000').slice(1).toUpperCase();
  };

  const meets = (other: CellRange): boolean =>
    other.top <= area.bottom && other.bottom >= area.top && other.left <= area.right && other.right >= area.left;
  const inside = (other: CellRange): boolean =>
    other.top >= area.top && other.bottom <= area.bottom && other.left >= area.left && other.right <= area.right;

  function mergeInto(target: CellRange): void {
    if (target.top < sheet.frozenRows && target.bottom >= sheet.frozenRows)
      throw googleError("You can't merge frozen and non-frozen rows.");
    sheet.merges = sheet.merges.filter((merge) => !within(merge, target)).concat([target]);
    for (let row = target.top; row <= target.bottom; row++) {
      for (let column = target.left; column <= target.right; column++) {
        const cell = row === target.top && column === target.left ? undefined : cellAt(row, column);
        if (cell !== undefined) {
          cell.value = null;
          delete cell.formula;
        }
      }
    }
  }

  function assertMergeable(): void {
    world.assertEditable(sheet);
    if (sheet.merges.some((merge) => meets(merge) && !inside(merge))) {
      throw googleError('You must select all cells in a merged range to merge or unmerge them.');
    }
  }

  function plain(cell: ModelCell): ModelCell {
    const { look: _look, format: _format, font: _font, struck: _struck, runs: _runs, ...rest } = cell;
    return rest;
  }

  const self: Range = world.strict<Range>('Range', {
    getRow: () => area.top + 1, // range#getRow()
    getColumn: () => area.left + 1, // range#getColumn()
    getNumRows: () => rows, // range#getNumRows()
    getNumColumns: () => columns, // range#getNumColumns()
    getA1Notation: () => formatRange(area), // range#getA1Notation()
    // Blank cells are '', error values their text. range#getValues()
    getValues: () =>
      table((cell) => {
        const value = cell?.value ?? null;
        if (value === null) return '';
        if (isCellError(value)) return value.error;
        if (typeof value === 'number' && showsMoment(cell?.format))
          return new Date(instantOfSerial(value, settings.timeZone ?? 'Asia/Ho_Chi_Minh'));
        return value;
      }),
    // '' where there is none. range#getFormulas()
    getFormulas: () =>
      table((cell) =>
        cell?.formula === undefined ? '' : `=${settings.localFormulas === true ? localFormula(cell.formula) : cell.formula}`,
      ),
    // A number that nobody gave a format is shown by a long one. range#getNumberFormats()
    getNumberFormats: () => table((cell) => cell?.format ?? (typeof cell?.value === 'number' ? '0.###############' : 'General')),
    getFontFamilies: () => table(fontOf), // range#getFontFamilies()
    // range#getFontLines()
    getFontLines: () =>
      table((cell) =>
        cell?.struck ? 'line-through' : cell?.look?.underline ? 'underline' : 'none',
      ) as unknown as GoogleAppsScript.Spreadsheet.FontLine[][],
    getNotes: () => table((cell) => cell?.note ?? ''), // range#getNotes()
    // null where the cell holds no text. range#getRichTextValues()
    getRichTextValues: () =>
      table((cell) => {
        if (typeof cell?.value !== 'string' || cell.formula !== undefined) return null;
        const runs = cell.runs ?? [{ text: cell.value, struck: cell.struck === true }];
        return richText(world, runs, fontOf(cell), null);
      }),
    // range#getMergedRanges()
    getMergedRanges: () => sheet.merges.filter(meets).map((merge) => createRange(world, sheet, merge)),
    // range#setValue(Object)
    setValue: (value: unknown) => change((cell) => ({ ...without(cell), ...typed(value, cell.format) })),
    // range#setValues(Object)
    setValues(values: unknown[][]) {
      assertSize(values, 'setValues');
      return change((cell, row, column) => ({ ...without(cell), ...typed((values[row] as unknown[])[column], cell.format) }));
    },
    // range#setRichTextValues(RichTextValue)
    setRichTextValues(values: RichTextValue[][]) {
      assertSize(values, 'setRichTextValues');
      return change((cell, row, column) => {
        const value = (values[row] as RichTextValue[])[column] as RichTextValue;
        const link = /^#gid=(\d+)&range=([A-Z]+\d+)$/.exec(value.getLinkUrl() ?? '');
        const target = model.sheets.find((candidate) => String(sheetIdOf(candidate)) === link?.[1]);
        if (value.getLinkUrl() !== null && (link === null || target === undefined))
          throw googleError(`Invalid argument: ${String(value.getLinkUrl())}`);
        const reference = target === undefined ? null : `'${target.name.replace(/'/g, "''")}'!${String(link?.[2])}`;
        return { ...without(cell), value: value.getText(), ...(reference === null ? {} : { link: { reference, tooltip: '' } }) };
      });
    },
    clearFormat: () => change(plain), // range#clearFormat()
    // range#breakApart()
    breakApart() {
      world.assertEditable(sheet);
      sheet.merges = sheet.merges.filter((merge) => !meets(merge));
      return self;
    },
    // range#merge()
    merge() {
      assertMergeable();
      mergeInto(area);
      return self;
    },
    // range#mergeAcross()
    mergeAcross() {
      assertMergeable();
      for (let row = area.top; row <= area.bottom; row++) mergeInto({ ...area, top: row, bottom: row });
      return self;
    },
    setFontFamily: (family: string | null) => change((cell) => ({ ...cell, font: family ?? 'Arial' })), // range#setFontFamily(String)
    setFontSizes: (sizes: number[][]) => look('setFontSizes', sizes, (size) => ({ size })), // range#setFontSizes(Object)
    // range#setFontWeights(Object): "bold" or "normal"
    setFontWeights: (weights) =>
      look('setFontWeights', weights, (weight) => ({ bold: oneOf('setFontWeights', weight, ['bold', 'normal']) === 'bold' })),
    // range#setFontStyles(Object): "italic" or "normal"
    setFontStyles: (styles) =>
      look('setFontStyles', styles, (style) => ({ italic: oneOf('setFontStyles', style, ['italic', 'normal']) === 'italic' })),
    // range#setFontLines(Object): "underline", "line-through" or "none"
    setFontLines: (lines) =>
      look('setFontLines', lines, (line) => ({
        underline: oneOf('setFontLines', line, ['underline', 'line-through', 'none']) === 'underline',
      })),
    setFontColors: (colours: (string | null)[][]) => look('setFontColors', colours, (value) => ({ colour: colour(value) })), // range#setFontColors(Object)
    // null resets. range#setBackgrounds(String)
    setBackgrounds: (colours) => look('setBackgrounds', colours, (value) => ({ fill: value === null ? null : colour(value) })),
    // range#setHorizontalAlignments(Object)
    setHorizontalAlignments: (alignments) =>
      look('setHorizontalAlignments', alignments, (value) => ({
        horizontal: oneOf('setHorizontalAlignments', value, ['left', 'center', 'right']) as 'left',
      })),
    // "middle", not "center". range#setVerticalAlignments(Object)
    setVerticalAlignments: (alignments) =>
      look('setVerticalAlignments', alignments, (value) => {
        const allowed = oneOf('setVerticalAlignments', value, ['top', 'middle', 'bottom']);
        return { vertical: allowed === 'middle' ? 'center' : (allowed as 'top') };
      }),
    setWraps: (wraps: boolean[][]) => look('setWraps', wraps, (wrap) => ({ wrap })), // range#setWraps(Object)
    // range#setNumberFormats(Object)
    setNumberFormats(formats: string[][]) {
      assertSize(formats, 'setNumberFormats');
      return change((cell, row, column) => {
        const { format: _format, ...rest } = cell;
        const format = (formats[row] as string[])[column] as string;
        return format === 'General' ? rest : { ...rest, format };
      });
    },
    // range#createFilter()
    createFilter() {
      world.assertEditable(sheet);
      if (sheet.autoFilter !== null) throw googleError("You can't create a filter in a sheet that already has a filter.");
      sheet.autoFilter = area;
      return world.strict<GoogleAppsScript.Spreadsheet.Filter>('Filter', {});
    },
  });
  return self;
}

/** A cell without its content; its look and its note stay. */
function without(cell: ModelCell): ModelCell {
  const { formula: _formula, runs: _runs, link: _link, quotePrefix: _quotePrefix, ...rest } = cell;
  return { ...rest, value: null };
}

/** Several ranges of a sheet. range-list */
export function createRangeList(world: SheetsWorld, sheet: ModelSheet, addresses: readonly string[]): RangeList {
  const areas = addresses.map((address) => {
    const area = parseRange(address);
    if (area === null) throw googleError(`Range not found: ${address}`);
    return area;
  });
  const self: RangeList = world.strict<RangeList>('RangeList', {
    // true draws, false takes away, null leaves. range-list#setBorder(Boolean,Boolean,Boolean,Boolean,Boolean,Boolean,String,BorderStyle)
    setBorder(
      top: boolean | null,
      left: boolean | null,
      bottom: boolean | null,
      right: boolean | null,
      vertical: boolean | null,
      horizontal: boolean | null,
      _colour?: string | null,
      style?: GoogleAppsScript.Spreadsheet.BorderStyle | null,
    ) {
      world.assertEditable(sheet);
      const line = (style ?? 'thin') as unknown as DesignLine;
      if (!Object.values<string>(borderStyles).includes(line)) throw googleError('Invalid border style');
      for (const area of areas) {
        for (let row = area.top; row <= area.bottom; row++) {
          for (let column = area.left; column <= area.right; column++) {
            const key = placeKey(row, column);
            const cell = sheet.cells.get(key) ?? { value: null };
            const borders = { ...(cell.look?.borders ?? noBorders) };
            const draw = (side: keyof CellBorders, wanted: boolean | null): void => {
              if (wanted !== null) borders[side as 'top'] = wanted ? line : 'none';
            };
            draw('top', row === area.top ? top : horizontal);
            draw('bottom', row === area.bottom ? bottom : horizontal);
            draw('left', column === area.left ? left : vertical);
            draw('right', column === area.right ? right : vertical);
            sheet.cells.set(key, { ...cell, look: { ...cell.look, borders } });
          }
        }
      }
      return self;
    },
  });
  return self;
}

/** The range of a sheet that holds data; A1 alone in a blank one. sheet#getDataRange() */
export function dataArea(sheet: ModelSheet): CellRange {
  const used = usedRange(sheet);
  return { top: 0, left: 0, bottom: used?.bottom ?? 0, right: used?.right ?? 0 };
}

/** `A1` or `A1:B2` of a one-based place, checked as Google checks it. sheet#getRange(Integer,Integer,Integer,Integer) */
export function areaOf(world: SheetsWorld, sheet: ModelSheet, given: readonly unknown[]): CellRange {
  const [first, column, rows = 1, columns = 1] = given as [number | string, number, number?, number?];
  const { maxRows, maxColumns } = world.extrasOf(sheet);
  if (typeof first === 'string') {
    const area = parseRange(first);
    if (area === null || area.bottom >= maxRows || area.right >= maxColumns) throw googleError('Range not found');
    return area;
  }
  if (first < 1) throw googleError('The starting row of the range is too small.');
  if (column < 1) throw googleError('The starting column of the range is too small.');
  if (rows < 1) throw googleError('The number of rows in the range must be at least 1.');
  if (columns < 1) throw googleError('The number of columns in the range must be at least 1.');
  const area = { top: first - 1, left: column - 1, bottom: first + rows - 2, right: column + columns - 2 };
  if (area.bottom >= maxRows || area.right >= maxColumns) {
    throw googleError(`The coordinates of the range are outside the dimensions of the sheet. (${columnName(area.left)}${first})`);
  }
  return area;
}
