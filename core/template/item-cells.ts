import { rememberTexts } from '../text/remember';
import { readTick } from '../text/words';
import type { SourceCell, RubricPiece } from './template';
import type { TableColumns } from './columns';
import type { DraftItem } from './drafts';
import type { Frame } from './headers';
import type { RowView } from './rows';
import { halfOfPair, maximumInName } from './maximum-in-name';
import { awardsPoints, looksLikeBand, looksLikeScaleText } from './scale-words';

/** One item's rows: the row with its name, and the rows of its bands. */
export interface ItemRows {
  readonly head: RowView;
  readonly bands: readonly RowView[];
  /** Rows below the item that hold the parts of its rate (“Tổng số”, “Số đạt”). */
  readonly parts?: { readonly numerator?: RowView; readonly denominator?: RowView };
}

function isBlank(cell: SourceCell | null): boolean {
  return cell === null || cell.text === '';
}

/** The points of a cell; of “45/50” the half that is asked for. */
function pointsCell(columns: TableColumns, column: number | null, cell: SourceCell | null, half: 'taken' | 'possible'): SourceCell | null {
  return cell !== null && column !== null && column === columns.pairedPoints ? halfOfPair(cell, half) : cell;
}

/** A cell for an item; null where a merged area gives it to other items as well. */
function ownCell(frame: Frame, rows: ItemRows, column: number | null): SourceCell | null {
  if (column === null) return null;
  const merge = frame.grid.merge(rows.head.row, column);
  const lastBand = rows.bands[rows.bands.length - 1];
  const lastRow = lastBand === undefined ? rows.head.row : lastBand.row;
  const below = merge === null ? 0 : frame.grid.filledRows.filter((row) => row > lastRow && row <= merge.bottom).length;
  if (merge !== null && (merge.top < rows.head.row || below > 0)) return null;
  return frame.grid.source(rows.head.row, column);
}

function sharedCell(frame: Frame, row: number, column: number | null): SourceCell | null {
  return column === null ? null : frame.grid.source(row, column);
}

/** First filled cell of a column over the item's rows, else the cell on the item's own row. */
function filledCell(frame: Frame, rows: ItemRows, column: number | null): SourceCell | null {
  const own = sharedCell(frame, rows.head.row, column);
  if (column === null || !isBlank(own)) return own;
  for (const band of rows.bands) {
    const cell = frame.grid.sourceAt(band.row, column);
    if (cell.text !== '') return cell;
  }
  return own;
}

function partCell(frame: Frame, columns: TableColumns, view: RowView | undefined): SourceCell | null {
  if (view === undefined) return null;
  const cells = columns.results
    .concat(columns.numerator ?? [], columns.denominator ?? [])
    .map((column) => frame.grid.source(view.row, column));
  return cells.find((cell) => cell.text !== '') || cells[0] || null;
}

function scaleNote(frame: Frame, row: number, columns: readonly (number | null)[]): SourceCell | null {
  for (const column of columns) {
    if (column === null) continue;
    const cell = frame.grid.own(row, column);
    if (cell === null || cell.note === undefined || !looksLikeScaleText(cell.note)) continue;
    const source = frame.grid.sourceAt(row, column);
    return { ...source, text: cell.note };
  }
  return null;
}

function isTickCell(cell: SourceCell | null): boolean {
  return cell !== null && cell.text !== '' && readTick(cell.text);
}

function bandRowPieces(frame: Frame, columns: TableColumns, rows: ItemRows): RubricPiece[] {
  const { grid } = frame;
  const pieces: RubricPiece[] = [];
  // The item's own row is its first band where the scale's column stands beside merged names.
  const all =
    rows.bands.length > 0 && columns.rubric !== null && grid.ownText(rows.head.row, columns.rubric) !== ''
      ? [rows.head, ...rows.bands]
      : rows.bands;
  const columnHas = (column: number, test: (cell: SourceCell) => boolean): boolean =>
    all.some((view) => test(grid.sourceAt(view.row, column)));
  const tickColumn = [...columns.marks, ...columns.results, ...columns.selfScores].find((column) => columnHas(column, isTickCell));
  const markColumn =
    tickColumn !== undefined
      ? tickColumn
      : columns.marks.length > 0
        ? (columns.marks[0] as number)
        : columns.selfScores.length > 0
          ? (columns.selfScores[0] as number)
          : null;
  for (const view of all) {
    const rubricText = columns.rubric === null ? '' : grid.ownText(view.row, columns.rubric);
    const useRubric = rubricText !== '' && (view === rows.head || view.name === '' || view.continues || !view.looksLikeBand);
    const wordColumn = useRubric ? (columns.rubric as number) : view.nameColumn;
    const cell = grid.sourceAt(view.row, wordColumn);
    if (cell.text === '') continue;
    const pointsColumn = columns.bandPoints !== null ? columns.bandPoints : awardsPoints(cell.text) ? null : columns.maximum;
    const points = pointsColumn === null ? null : grid.sourceAt(view.row, pointsColumn);
    pieces.push({
      text: cell.text,
      cell,
      points: points !== null && points.text !== '' ? points : null,
      mark: markColumn === null ? null : grid.sourceAt(view.row, markColumn),
    });
  }
  return pieces;
}

function bandColumnPieces(frame: Frame, columns: TableColumns, rows: ItemRows): RubricPiece[] {
  const { grid } = frame;
  const pieces: RubricPiece[] = [];
  const tickRow = rows.bands.find((view) => columns.bands.some((column) => isTickCell(grid.sourceAt(view.row, column))));
  const rowBelow = tickRow === undefined ? null : tickRow.row;
  columns.bands.forEach((column, index) => {
    const cell = grid.source(rows.head.row, column);
    // One rule merged over several band columns (“mỗi mô hình …”) is read once.
    if (cell.text === '' || readTick(cell.text) || pieces.some((piece) => piece.cell.reference === cell.reference)) return;
    const next = columns.bands[index + 1];
    const markColumn = columns.marks.find((mark) => mark > column && (next === undefined || mark < next));
    const mark =
      markColumn !== undefined ? grid.sourceAt(rows.head.row, markColumn) : rowBelow !== null ? grid.sourceAt(rowBelow, column) : null;
    const header = frame.columns.find((each) => each.column === column);
    const headed =
      header !== undefined && awardsPoints(header.text) && !awardsPoints(cell.text)
        ? `${cell.text}: ${pointsOf(header.text)} điểm`
        : cell.text;
    pieces.push({ text: headed, cell, points: null, mark });
  });
  return pieces;
}

function pointsOf(text: string): string {
  const match = /(\d+([.,]\d+)?)\s*(điểm|đ)/i.exec(text);
  return match === null ? '' : (match[1] as string);
}

/** The lead-in of a scale that names what is measured: “Tỷ lệ trẻ em …:” before the first band. */
function leadIn(text: string): string | null {
  const match = /^([^\n]{12,200}?)\s*:\s*\n/.exec(text);
  if (match === null || awardsPoints(match[1] as string) || looksLikeBand(match[1] as string)) return null;
  return match[1] as string;
}

/** An item's name on one line, without its maximum in brackets. */
const tidyLabel = rememberTexts((label) =>
  label
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\s*\((?:tối đa )?\d+ (?:điểm|đ)\)\s*:?\s*$/i, '')
    .trim(),
);

const splitNamedScale = rememberTexts(computeNamedScale);

function computeNamedScale(name: string): { label: string; scale: string } | null {
  const lineEnd = name.indexOf('\n');
  if (lineEnd > 0 && looksLikeScaleText(name.slice(lineEnd + 1)))
    return { label: name.slice(0, lineEnd).replace(/\s*:\s*$/, ''), scale: name.slice(lineEnd + 1) };
  const match = /^(.{12,240}?)\s*[:(]\s*((?:đạt |từ |có |không |dưới |trên |giảm |≥|<|>|mỗi |cứ ).*)$/i.exec(name.replace(/\n/g, ' '));
  if (match !== null && looksLikeScaleText(match[2] as string))
    return { label: match[1] as string, scale: (match[2] as string).replace(/\)\s*$/, '') };
  return null;
}

/** Gathers every cell that plays a part for one item. `alone`: the item is its criterion's only one and shares its row. */
export function gatherItem(frame: Frame, columns: TableColumns, rows: ItemRows, alone: boolean, given: string | null): DraftItem {
  const { grid } = frame;
  const row = rows.head.row;
  const labelCell = grid.source(row, rows.head.nameColumn);
  let label = rows.head.name;
  let rubric: RubricPiece[] = [];
  if (columns.bands.length > 0) rubric = bandColumnPieces(frame, columns, rows);
  if (rubric.length === 0 && rows.bands.length > 0) rubric = bandRowPieces(frame, columns, rows);
  if (rubric.length === 0) {
    const cell = sharedCell(frame, row, columns.rubric);
    if (cell !== null && cell.text !== '') rubric = [{ text: cell.text, cell, points: null, mark: null }];
  }
  if (rubric.length === 0) {
    const split = splitNamedScale(label);
    if (split !== null) {
      label = split.label;
      rubric = [{ text: split.scale, cell: labelCell, points: null, mark: null }];
    }
  }
  if (rubric.length === 0) {
    const note = scaleNote(frame, row, [
      columns.name,
      columns.number,
      columns.maximum,
      columns.rubric,
      ...columns.results,
      ...columns.selfScores,
      columns.note,
    ]);
    if (note !== null) rubric = [{ text: note.text, cell: note, points: null, mark: null }];
  }
  if (rubric.length === 0) {
    // A scale may stand in any other column (notes, remarks).
    for (const header of frame.columns) {
      const cell = grid.sourceAt(row, header.column);
      if (header.column !== rows.head.nameColumn && looksLikeScaleText(cell.text) && cell.text.length > 12) {
        rubric = [{ text: cell.text, cell, points: null, mark: null }];
        break;
      }
    }
  }
  const bracketed = resultInScale(rubric);
  if (bracketed !== null) rubric = bracketed.rubric;
  if (alone && rubric.length > 0) {
    const lead = leadIn((rubric[0] as RubricPiece).text);
    if (lead !== null) label = lead;
  }
  const answer = tickedAnswer(frame, columns, row);
  const resultCells = columns.results.map((column) => filledCell(frame, rows, column));
  let result = answer || resultCells.find((cell) => !isBlank(cell)) || resultCells[0] || null;
  if (
    result !== null &&
    rubric.some((piece) => piece.mark !== null && piece.mark.reference === (result as SourceCell).reference) &&
    isTickCell(result)
  ) {
    result = sharedCell(frame, row, columns.results[0] as number);
  }
  if (isBlank(result) && bracketed !== null) result = bracketed.result;
  const selfCells = columns.selfScores.map((column) => pointsCell(columns, column, selfScoreCell(frame, rows, column), 'taken'));
  const pointsOff = filledCell(frame, rows, columns.pointsOff);
  return {
    row,
    given,
    shownNumber: rows.head.shown,
    label: tidyLabel(label),
    labelCell,
    maximum:
      columns.maximum === null
        ? maximumInName({ ...labelCell, text: label })
        : pointsCell(columns, columns.maximum, ownCell(frame, rows, columns.maximum), 'possible'),
    rubric,
    result: rows.parts !== undefined && columns.rate === null ? null : result,
    numerator: partCell(frame, columns, rows.parts?.numerator) || sharedCell(frame, row, columns.numerator),
    denominator: partCell(frame, columns, rows.parts?.denominator) || sharedCell(frame, row, columns.denominator),
    rate: rows.parts !== undefined && columns.rate === null && columns.results.length > 0 ? result : sharedCell(frame, row, columns.rate),
    previous: sharedCell(frame, row, columns.previous),
    quarters: columns.quarters.map((column) => grid.source(row, column)),
    selfScore: selfCells.find((cell) => cell !== null && cell.text !== '') || selfCells[0] || null,
    pointsOff,
    evidence: filledCell(frame, rows, columns.evidence),
    note: sharedCell(frame, row, columns.note),
  };
}

const BRACKETED =
  /(\d\s*(?:điểm|đ))\s*[(\[]\s*((?:xã|phường|thị trấn|đơn vị|địa phương|thực tế|thực hiện|hiện có|kết quả|đã đạt|năm 20\d\d)[^)\]]*)[)\]]/i;

const LAST_LINE = /\n\s*(?:[-+•]\s*)?(?:kết quả|thực hiện|xã đạt|đạt được|số liệu|thực tế)[^:\n]{0,30}:\s*([^\n]+?)\s*$/i;

function withText(cell: SourceCell, text: string): SourceCell {
  return { ...cell, text, cell: cell.cell === null ? null : { ...cell.cell, value: text } };
}

/**
 * A result written into the scale's own cell: in brackets behind the points of the band that applies (“… 40 điểm (xã đạt 98 %)”) or on a
 * last line of its own (“Kết quả của xã: Có”). It is no part of the scale.
 */
function resultInScale(rubric: readonly RubricPiece[]): { rubric: RubricPiece[]; result: SourceCell } | null {
  for (const piece of rubric) {
    const bracket = BRACKETED.exec(piece.text);
    const line = bracket === null ? LAST_LINE.exec(piece.text) : null;
    const found = bracket !== null ? (bracket[2] as string) : line !== null ? (line[1] as string) : '';
    const text = found.replace(/^(?:xã|phường|thị trấn|đơn vị|địa phương|thực tế|kết quả)\s*:?\s*/i, '').trim();
    if (text === '') continue;
    const cut = (words: string): string => (bracket !== null ? words.replace(BRACKETED, '$1') : words.replace(LAST_LINE, ''));
    return { rubric: rubric.map((each) => ({ ...each, text: cut(each.text) })), result: withText(piece.cell, text) };
  }
  return null;
}

/** Answers in columns of their own (“Có | Không”): the tick under one of them is that answer; ticks under two are both, and no answer. */
function tickedAnswer(frame: Frame, columns: TableColumns, row: number): SourceCell | null {
  const ticked = columns.answers.filter((answer) => isTickCell(frame.grid.source(row, answer.column)));
  const first = ticked[0];
  if (first === undefined) return null;
  const cell = frame.grid.source(row, first.column);
  const text = ticked.map((answer) => answer.text).join(' / ');
  return withText(cell, text);
}

/** Points stand on the item's row or beside the band that applies; a tick is no score. */
function selfScoreCell(frame: Frame, rows: ItemRows, column: number): SourceCell | null {
  const own = ownCell(frame, rows, column);
  if (own === null) return null;
  if (own.text !== '' && !isTickCell(own)) return own;
  for (const band of rows.bands) {
    const cell = frame.grid.sourceAt(band.row, column);
    if (cell.text !== '' && !isTickCell(cell)) return cell;
  }
  return own;
}
