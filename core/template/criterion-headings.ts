import { readNumbering, readOrdinal, stripNumbering } from '../text/likeness';
import type { TableColumns } from './columns';
import { matchCriterion } from './criteria';
import type { CriterionNames } from './criteria';
import type { DraftCriterion } from './drafts';
import type { Frame } from './headers';
import { maximumInName } from './maximum-in-name';
import type { CriterionRow } from './outline';

/** A criterion's name without its number and without the points in brackets behind it. */
export function cleanName(text: string): string {
  const rest = stripNumbering(text.replace(/\s*\n\s*/g, ' ')).rest || text;
  return rest.replace(/\s*\(\s*(?:tối đa|điểm tối đa|tổng điểm|tổng)?:?\s*\d+\s*(?:điểm|đ)[^)]*\)\s*$/i, '').trim();
}

/** Criteria in a column of their own: one starts wherever its (merged or repeated) text changes. */
export function criterionColumnRows(frame: Frame, columns: TableColumns, names: CriterionNames): Map<number, CriterionRow> {
  const { grid } = frame;
  const result = new Map<number, CriterionRow>();
  let previous = '';
  let position = 0;
  for (const row of grid.filledRows) {
    if (row < frame.firstRow || row > frame.lastRow) continue;
    const text = grid.ownText(row, columns.criterion as number);
    if (text === '' || text === previous || text.length < 2) continue;
    const merge = grid.merge(row, columns.criterion as number);
    const across = merge !== null && columns.name !== null && merge.right >= columns.name;
    const stripped = readNumbering(text.replace(/\n/g, ' '));
    const match = matchCriterion((stripped.rest || text).replace(/\n/g, ' '), names);
    const { ordinal } = stripped;
    const numberCell = columns.number === null ? null : readOrdinal(grid.ownText(row, columns.number));
    const byNumber =
      ordinal !== null && ordinal.parts.length === 1 && ordinal.kind !== 'bullet'
        ? (ordinal.parts[0] as number)
        : numberCell !== null && numberCell.parts.length === 1 && numberCell.kind !== 'bullet'
          ? (numberCell.parts[0] as number)
          : null;
    if (across && (match === null || match.score < 0.6)) continue;
    if (match === null && byNumber === null && !/\S{3,} \S+/.test(text)) continue;
    if (/^(tổng|cộng)/i.test(text)) continue;
    previous = text;
    position++;
    const surely = match !== null && match.score >= 0.6;
    result.set(row, {
      number: surely && match.number !== null ? match.number : byNumber !== null ? byNumber : position,
      certainty: surely ? match.score : 0.4,
    });
  }
  return result;
}

/** A heading above the header gives the whole table to one criterion: “Tiêu chí 3: Trẻ em bị xâm hại”. */
export function tableHeading(frame: Frame, names: CriterionNames): DraftCriterion | null {
  const { grid } = frame;
  const onTab = readNumbering(grid.sheet.name);
  const rows = grid.filledRows
    .filter((row) => row >= frame.titleTop && row < frame.headerTop)
    .reverse()
    .slice(0, 4);
  for (const row of rows) {
    for (const column of grid.columnsOf(row)) {
      if (column < frame.left - 1 || column > frame.right) continue;
      const cell = grid.sourceAt(row, column);
      const text = cell.text.replace(/\n/g, ' ');
      const { ordinal } = readNumbering(text);
      const match = matchCriterion(cleanName(text), names);
      const named = ordinal !== null && ordinal.kind === 'criterion';
      if (!named && (match === null || match.score < 0.72 || text.length > 220)) continue;
      const number =
        match !== null && match.score >= 0.6 && match.number !== null
          ? match.number
          : ordinal !== null && ordinal.parts.length === 1
            ? (ordinal.parts[0] as number)
            : null;
      if (number === null) continue;
      return {
        number,
        certainty: match === null ? 0.5 : match.score,
        name: cleanName(text),
        cell,
        row: null,
        maximum: maximumInName(cell),
        selfScore: null,
        items: [],
        sharesRowWithItem: false,
      };
    }
  }
  // Only the tab says it: “TC1 Nguồn lực”.
  if (onTab.ordinal === null || onTab.ordinal.kind !== 'criterion' || onTab.ordinal.parts.length !== 1) return null;
  const number = onTab.ordinal.parts[0] as number;
  if (number < 1 || number > names.standard.criteriaCount) return null;
  const known = names.standard.criteria.find((criterion) => criterion.number === number);
  const match = onTab.rest.length < 4 ? null : matchCriterion(onTab.rest, names);
  const agrees = match !== null && match.number === number && match.score >= 0.5;
  return {
    number,
    certainty: agrees ? 0.7 : 0.5,
    name: known === undefined ? onTab.rest : known.name.value,
    cell: null,
    row: null,
    maximum: null,
    selfScore: null,
    items: [],
    sharesRowWithItem: false,
  };
}
