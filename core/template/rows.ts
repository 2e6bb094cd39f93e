import { expandAbbreviations } from '../text/abbreviations';
import { fold } from '../text/fold';
import { readNumbering, readOrdinal, stripNumbering } from '../text/likeness';
import { rememberTexts } from '../text/remember';
import { matchCriterion } from './criteria';
import type { CriterionMatch, CriterionNames } from './criteria';
import type { TableColumns } from './columns';
import type { Frame } from './headers';
import { awardsPoints, looksLikeBand, looksLikeScaleText } from './scale-words';

export type OrdinalKind = 'criterion' | 'arabic' | 'roman' | 'letter' | 'decimal' | 'bullet' | 'none';

/** What one row of a table looks like on its own, before its neighbours are considered. */
export interface RowView {
  readonly row: number;
  /** The number as written, null where none. */
  readonly shown: string | null;
  readonly kind: OrdinalKind;
  /** The word before the number (`tieu chi`, `chi so`), '' where none. */
  readonly prefix: string;
  readonly parts: readonly number[];
  /** The row's name without its number. */
  readonly name: string;
  /** Column that holds the name. */
  readonly nameColumn: number;
  readonly match: CriterionMatch | null;
  readonly isPageSum: boolean;
  readonly isTotal: boolean;
  /** A total of one criterion (“Cộng tiêu chí 3”): the criterion's number, 0 where it names none. */
  readonly subtotalOf: number | null;
  readonly hasMaximum: boolean;
  /** A scale stands on the row itself. */
  readonly hasScale: boolean;
  readonly hasValues: boolean;
  /** The name cell is blank or goes on from a merged cell above. */
  readonly continues: boolean;
  readonly looksLikeBand: boolean;
}

const TOTAL =
  /^((tong cong|tong so diem|tong diem|tong cong diem|cong diem|tong hop diem|diem tong)\b|(tong|cong)( (so )?(tieu chi|tc|muc|phan|cac|toan|\d+|[ivx]+)\b|$)|(tc|t cong)$)/;
/** Sums of a printed page: no row of the scale. */
const PAGE_SUM = /^(cong (trang|mang sang|chuyen|luy ke|don)|mang sang|chuyen (sang|trang)|tong (trang|mang sang)|trang truoc)/;
const BAND_WORDS = new Set(
  'co,khong,tot,kha,trung binh,yeu,kem,xuat sac,dat,khong dat,chua dat,chua co,day du,chua day du,co day du,khong co,khong bo tri,co bo tri,rat tot,rat hai long,hai long,binh thuong,khong hai long'.split(
    ',',
  ),
);

/** True where a name can only be a band's words. */
export function isBandName(name: string): boolean {
  return BAND_WORDS.has(fold(name)) || looksLikeBand(name);
}

/** What the words of a cell say about sums: as folded words, whether they name a total, and whether a printed page's. */
const sumWords = rememberTexts((text) => {
  const folded = fold(expandAbbreviations(text));
  return { folded, total: TOTAL.test(folded) || TOTAL.test(fold(text)), pageSum: PAGE_SUM.test(folded) };
});

const numberSumWords = rememberTexts((text) => {
  const folded = fold(text);
  return { folded, total: TOTAL.test(folded), pageSum: PAGE_SUM.test(folded) };
});

/** Two awards or more in one name: an item with its scale, not one band. */
function looksLikeWholeScale(name: string): boolean {
  const awards = name.match(/\d+([.,]\d+)?\s*(điểm|đ(?![a-zà-ỹ])|diem\b)/gi);
  return (
    awards !== null && awards.length >= 2 && name.length > 30 && !looksLikeBand(name.replace(/\d+([.,]\d+)?\s*(điểm|đ(?![a-zà-ỹ]))/gi, ''))
  );
}

function filled(frame: Frame, row: number, column: number | null): boolean {
  return column !== null && frame.grid.ownText(row, column) !== '';
}

function numeric(frame: Frame, row: number, column: number | null): boolean {
  return column !== null && /^\s*-?\d+([.,]\d+)?\s*(điểm|đ)?\s*$/i.test(frame.grid.ownText(row, column));
}

/** Looks at every filled row of a table. */
export function viewRows(frame: Frame, columns: TableColumns, criteria: CriterionNames | null): RowView[] {
  const { grid } = frame;
  const views: RowView[] = [];
  const valueColumns = (
    [columns.maximum, columns.rubric, columns.bandPoints, columns.numerator, columns.denominator, columns.rate, columns.previous] as (
      number | null
    )[]
  )
    .concat(
      columns.answers.map((answer) => answer.column),
      columns.results,
      columns.selfScores,
      columns.bands,
      columns.quarters,
    )
    .filter((column): column is number => column !== null);
  for (const row of grid.filledRows) {
    if (row < frame.firstRow || row > frame.lastRow) continue;
    const own = grid.columnsOf(row).filter((column) => column >= frame.left && column <= frame.right);
    if (own.length === 0) continue;
    const view = viewRow(frame, columns, criteria, row, valueColumns);
    views.push(view);
  }
  return views;
}

function viewRow(
  frame: Frame,
  columns: TableColumns,
  criteria: CriterionNames | null,
  row: number,
  valueColumns: readonly number[],
): RowView {
  const { grid } = frame;
  let nameColumn = columns.name === null ? frame.left : columns.name;
  let text = grid.ownText(row, nameColumn);
  const numberText = columns.number === null ? '' : grid.ownText(row, columns.number);
  const merge = grid.merge(row, nameColumn);
  let continues = text === '';
  if (text === '') {
    // A heading across the table stands in its first cell.
    const across = columns.number !== null && numberText.length > 5 && stripNumbering(numberText).rest.length > 5 ? columns.number : null;
    const left = grid.columnsOf(row).find((column) => column >= frame.left && column < nameColumn && grid.ownText(row, column).length > 5);
    const heading = across !== null ? across : left === undefined || columns.criterion === left ? null : left;
    if (heading !== null && (merge === null || merge.top === row)) {
      nameColumn = heading;
      text = grid.ownText(row, heading);
      continues = false;
    }
  }
  let shown: string | null = null;
  let ordinal = null as ReturnType<typeof readOrdinal>;
  let prefix = '';
  let name = text;
  if (nameColumn !== columns.number && numberText !== '') {
    const numbering = readNumbering(numberText);
    ordinal = numbering.ordinal;
    prefix = numbering.prefix;
    shown = numberText;
  }
  const lineEnd = text.indexOf('\n');
  const below = lineEnd < 0 ? '' : text.slice(lineEnd);
  const stripped = readNumbering(lineEnd < 0 ? text : text.slice(0, lineEnd));
  if (ordinal === null && stripped.number !== null) {
    ordinal = stripped.ordinal;
    prefix = stripped.prefix;
    if (shown === null) shown = stripped.number;
  }
  if (stripped.number !== null && stripped.rest !== '') name = stripped.rest + below;
  const inName = sumWords(name);
  const inNumber = numberSumWords(numberText);
  const hasMaximum = numeric(frame, row, columns.maximum);
  const anyPoints = hasMaximum || columns.selfScores.some((column) => filled(frame, row, column));
  const totalWords = inName.total ? inName.folded : inNumber.total && text === '' ? inNumber.folded : null;
  let subtotalOf: number | null = null;
  if (totalWords !== null) {
    const sub = /\b(tieu chi|tc|muc)( so)? (\d{1,2})\b/.exec(totalWords);
    const roman = /\b(tieu chi|tc|muc|phan) ([ivx]+)\b/.exec(totalWords);
    if (sub !== null && !/\b13 tieu chi\b/.test(totalWords)) subtotalOf = Number(sub[3]);
    else if (roman !== null) subtotalOf = readOrdinal((roman[2] as string).toUpperCase())?.parts[0] || 0;
  }
  return {
    row,
    shown,
    kind: ordinal === null ? 'none' : ordinal.kind,
    prefix,
    parts: ordinal === null ? [] : ordinal.parts,
    name,
    nameColumn,
    match: criteria === null || name === '' ? null : matchCriterion(firstLine(name), criteria),
    isPageSum: inName.pageSum || inNumber.pageSum,
    isTotal: totalWords !== null && anyPoints && !inName.pageSum,
    subtotalOf,
    hasMaximum,
    hasScale:
      (columns.rubric !== null && looksLikeScaleText(grid.ownText(row, columns.rubric))) ||
      columns.bands.some((column) => grid.ownText(row, column) !== ''),
    hasValues: valueColumns.some((column) => grid.ownText(row, column) !== ''),
    continues: continues || (merge !== null && merge.top < row),
    looksLikeBand: name !== '' && isBandName(name),
  };
}

function firstLine(text: string): string {
  const end = text.indexOf('\n');
  return (end < 0 ? text : text.slice(0, end)).replace(/\(.*điểm.*\)\s*$/i, '');
}

/**
 * A row that is one band of the item above: it has no maximum of its own, and it carries points or a condition.
 * Where the bands' points stand in the maximum's column, a band's words decide.
 */
export function isBandRow(view: RowView, frame: Frame, columns: TableColumns): boolean {
  const { grid } = frame;
  const numbered = view.kind === 'decimal' || view.kind === 'criterion' || view.kind === 'roman' || view.kind === 'arabic';
  const rubricText = columns.rubric === null ? '' : grid.ownText(view.row, columns.rubric);
  const bandPoints = numeric(frame, view.row, columns.bandPoints);
  if (view.continues) return rubricText !== '' || bandPoints || (view.name !== '' && view.looksLikeBand);
  if (numbered || looksLikeWholeScale(view.name)) return false;
  if (view.looksLikeBand && (bandPoints || awardsPoints(view.name))) return !view.hasMaximum || columns.bandPoints === null;
  if (bandPoints && !view.hasMaximum && rubricText === '') return true;
  if (view.looksLikeBand && columns.rubric === null && columns.bands.length === 0)
    return view.kind === 'none' || view.kind === 'bullet' || view.kind === 'letter';
  return false;
}
