import type { SourceCell, TemplateItem } from '../template/template';
import { columnName, formatReference } from '../workbook/references';
import type { CellLocation, Sheet, Span } from '../workbook/workbook';
import { report, type ChecksInput, type Draft } from './draft';

interface ReadCell {
  readonly cell: SourceCell;
  readonly criterion: number;
}

function itemCells(item: TemplateItem): (SourceCell | null)[] {
  return [
    item.labelCell,
    item.maximum,
    item.result,
    item.numerator,
    item.denominator,
    item.rate,
    item.previous,
    item.selfScore,
    item.pointsOff,
    ...item.quarters,
    ...item.rubric.flatMap((piece) => [piece.cell, piece.points, piece.mark]),
  ];
}

/** Where every filled cell lies that the score rests on: what a host without a list of hidden rows and columns has to ask about. */
export function placesRead(input: ChecksInput): readonly CellLocation[] {
  return readCells(input).map(({ cell }) => cell.location);
}

/** Every filled cell that the score rests on. Evidence, notes and what the district fills in are not read for it. */
function readCells(input: ChecksInput): ReadCell[] {
  const fromOtherWorkbook = input.template.rubricSource === 'other-workbook';
  return input.score.criteria.flatMap(({ criterion, items }) => {
    const cells = [
      criterion.cell,
      criterion.maximum,
      criterion.selfScore,
      ...items.flatMap(({ item, observation }) => [
        ...itemCells(fromOtherWorkbook ? { ...item, rubric: [] } : item),
        observation.cells.observation,
        observation.cells.numerator,
        observation.cells.denominator,
        observation.cells.rate,
      ]),
    ];
    return cells
      .filter((cell): cell is SourceCell => cell !== null && cell.text.trim() !== '')
      .map((cell): ReadCell => ({ cell, criterion: criterion.number }));
  });
}

function mergeAdjacent(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const [first, last] of [...spans].sort((left, right) => left[0] - right[0])) {
    const previous = merged[merged.length - 1];
    if (previous !== undefined && first <= previous[1] + 1) merged[merged.length - 1] = [previous[0], Math.max(previous[1], last)];
    else merged.push([first, last]);
  }
  return merged;
}

function rowWords([first, last]: Span): string {
  return first === last ? `${first + 1}` : `${first + 1}–${last + 1}`;
}

function columnWords([first, last]: Span): string {
  return first === last ? columnName(first) : `${columnName(first)}–${columnName(last)}`;
}

function cellAt(cells: readonly ReadCell[], sheet: string, row: number, column: number): SourceCell {
  const found = cells.find(({ cell }) => cell.location.row === row && cell.location.column === column);
  const location = { sheet, row, column };
  return found?.cell ?? { location, reference: formatReference(location), text: '', cell: null };
}

function placeOf(cells: readonly ReadCell[], at: SourceCell) {
  const criteria = new Set(cells.map((one) => one.criterion));
  const [only] = criteria;
  return { at, cells: cells.map((one) => one.cell), ...(criteria.size === 1 && only !== undefined ? { criterion: only } : {}) };
}

function checkSheet(sheet: Sheet, cells: readonly ReadCell[]): Draft[] {
  const [first] = cells;
  if (first === undefined) return [];
  if (sheet.hidden) return [report('hidden-data', placeOf(cells, first.cell), { scope: 'sheet', name: sheet.name })];
  const rows = mergeAdjacent(sheet.hiddenRows).flatMap((span) => {
    const inside = cells.filter(({ cell }) => cell.location.row >= span[0] && cell.location.row <= span[1]);
    if (inside.length === 0) return [];
    const column = Math.min(...inside.map(({ cell }) => cell.location.column));
    return [report('hidden-data', placeOf(inside, cellAt(inside, sheet.name, span[0], column)), { scope: 'rows', name: rowWords(span) })];
  });
  const columns = mergeAdjacent(sheet.hiddenColumns).flatMap((span) => {
    const inside = cells.filter(({ cell }) => cell.location.column >= span[0] && cell.location.column <= span[1]);
    if (inside.length === 0) return [];
    const row = Math.min(...inside.map(({ cell }) => cell.location.row));
    return [
      report('hidden-data', placeOf(inside, cellAt(inside, sheet.name, row, span[0])), { scope: 'columns', name: columnWords(span) }),
    ];
  });
  return [...rows, ...columns];
}

function hidesAnything(sheet: Sheet): boolean {
  return sheet.hidden || sheet.hiddenRows.length > 0 || sheet.hiddenColumns.length > 0;
}

/** Findings about hidden sheets, rows and columns that the score rests on: one for each hidden stretch, at its first row or column. */
export function checkHiddenData(input: ChecksInput): Draft[] {
  const sheets = input.workbook.sheets.filter(hidesAnything);
  const cells = sheets.length === 0 ? [] : readCells(input);
  const found = sheets.flatMap((sheet) =>
    checkSheet(
      sheet,
      cells.filter(({ cell }) => cell.location.sheet === sheet.name),
    ),
  );
  return input.workbook.hidingUnchecked ? [...found, report('hidden-data', { at: null }, { scope: 'unchecked', name: '' })] : found;
}
