import type { SourceCell } from './template';
import type { CriterionNames } from './criteria';
import { cleanName, criterionColumnRows, tableHeading } from './criterion-headings';
import type { TableColumns } from './columns';
import type { DraftCriterion, DraftItem, TableReading } from './drafts';
import type { Frame } from './headers';
import { gatherItem } from './item-cells';
import { findCriterionRows } from './outline';
import type { CriterionRow } from './outline';
import { halfOfPair, maximumInName } from './maximum-in-name';
import { looksLikeScaleText } from './scale-words';
import { isBandRow, viewRows } from './rows';
import type { RowView } from './rows';
import { fold } from '../text/fold';
import { readHeading } from './roles';

/** What the officer pointed out for the rows of one table: grid row → criterion number, or → item number or null for “no item”. */
export interface GivenRows {
  readonly criteria: ReadonlyMap<number, number>;
  readonly items: ReadonlyMap<number, string | null>;
}

const NOTHING_GIVEN: GivenRows = { criteria: new Map(), items: new Map() };

/**
 * Reads a table: which rows are criteria, which items, which bands, which the total.
 * @param flat Every row is an item: a data sheet, whose rows repeat the words of criteria without being any.
 */
export function readTable(
  frame: Frame,
  columns: TableColumns,
  names: CriterionNames,
  given: GivenRows = NOTHING_GIVEN,
  flat = false,
): TableReading {
  const views = viewRows(frame, columns, names).filter((view) => !view.isPageSum);
  const headings = flat
    ? new Map<number, CriterionRow>()
    : columns.criterion === null
      ? findCriterionRows(views, names)
      : criterionColumnRows(frame, columns, names);
  for (const [row, number] of given.criteria) headings.set(row, { number, certainty: 1 });
  for (const row of given.items.keys()) if (!given.criteria.has(row)) headings.delete(row);
  const sure = Array.from(headings.values()).filter((heading) => heading.certainty >= 0.6);
  const distinct = new Set(sure.map((heading) => heading.number)).size;
  const outer = flat || distinct > 2 ? null : tableHeading(frame, names);
  // Below a heading of its own a single row that sounds like a criterion is an item that repeats its words.
  if (outer !== null) for (const row of Array.from(headings.keys())) if (!given.criteria.has(row)) headings.delete(row);
  const criteria: DraftCriterion[] = [];
  const loose: DraftItem[] = [];
  let total: TableReading['total'] = null;
  let current: DraftCriterion | null = null;
  let pending: PendingItem | null = null;
  let headView: RowView | null = null;
  let headBands: RowView[] = [];
  if (outer !== null) {
    current = { ...outer };
    criteria.push(current);
  }

  const flushItem = (): void => {
    if (pending === null) return;
    const item = gatherItem(frame, columns, pending, false, given.items.get(pending.head.row) || null);
    if (current === null) loose.push(item);
    else current.items.push(item);
    pending = null;
  };
  const flushCriterion = (): void => {
    flushItem();
    if (current !== null && headView !== null) {
      const alone = current.items.length === 0;
      // A row that sounds like its criterion and has a scale of its own is that criterion's first item.
      if (alone || (headView.hasMaximum && headScale(frame, columns, headView, headBands))) {
        current.items.unshift(gatherItem(frame, columns, { head: headView, bands: headBands }, alone, null));
        if (alone) current.sharesRowWithItem = true;
        else current.maximum = null;
      }
    }
    headView = null;
    headBands = [];
  };

  for (const view of views) {
    const heading = headings.get(view.row);
    if (heading !== undefined) {
      flushCriterion();
      current = startCriterion(frame, columns, view, heading);
      criteria.push(current);
      if (columns.criterion === null) {
        headView = view;
        continue;
      }
    }
    if (given.items.has(view.row) && given.items.get(view.row) === null) continue;
    if (!given.items.has(view.row)) {
      if (view.subtotalOf !== null || (view.isTotal && outer !== null && views.indexOf(view) >= views.length - 2)) {
        flushItem();
        const target =
          outer !== null
            ? current
            : view.subtotalOf === 0 || view.subtotalOf === null
              ? current
              : criteria.find((each) => each.number === view.subtotalOf) || current;
        if (target !== null) takeSums(frame, columns, view, target);
        continue;
      }
      if (view.isTotal) {
        flushCriterion();
        total = {
          label: frame.grid.source(view.row, view.nameColumn),
          maximum: maximumCell(frame, columns, view.row),
          selfScore: firstFilled(frame, view.row, columns),
          row: view.row,
        };
        if (heading === undefined) current = null;
        continue;
      }
      const open = pending as PendingItem | null;
      if (isBandRow(view, frame, columns) && (open !== null || headView !== null)) {
        if (open !== null) open.bands.push(view);
        else headBands.push(view);
        continue;
      }
      const detail = open === null ? null : readDetail(view, frame, columns);
      if (open !== null && detail !== null) {
        if (detail !== 'other') open.parts = { ...open.parts, [detail]: view };
        continue;
      }
      if (tickRowBelow(frame, columns, view)) {
        if (open !== null) open.bands.push(view);
        else headBands.push(view);
        continue;
      }
      if (
        view.name === '' ||
        (!view.hasValues &&
          !(view.kind === 'decimal' || (columns.maximum === null && (view.kind === 'letter' || view.kind === 'bullet')))) ||
        /^(ghi chú|lưu ý|chú thích)\b/i.test(view.name)
      ) {
        if (!(current !== null && view.name !== '' && couldBeItem(views, view, frame, columns, headings))) continue;
      }
    }
    flushItem();
    pending = { head: view, bands: [] };
  }
  flushCriterion();
  return { frame, columns, criteria, total, figures: [], loose };
}

interface PendingItem {
  readonly head: RowView;
  readonly bands: RowView[];
  parts?: { readonly numerator?: RowView; readonly denominator?: RowView };
}

/**
 * A row below an item that only gives details of it: no number, no maximum, no scale and no score of its own in a table whose items have them.
 * @returns which part of the item's rate it holds, `other` for any other detail, null for a row that is no detail.
 */
function readDetail(view: RowView, frame: Frame, columns: TableColumns): 'numerator' | 'denominator' | 'other' | null {
  if (view.name === '' || view.hasMaximum || (view.kind !== 'bullet' && view.kind !== 'none') || columns.maximum === null) return null;
  const filled = (column: number | null): boolean => column !== null && frame.grid.ownText(view.row, column) !== '';
  if (filled(columns.rubric) || columns.selfScores.some(filled) || columns.bands.some(filled) || filled(columns.pointsOff)) return null;
  if (!columns.results.some(filled)) return null;
  const role = readHeading(fold(view.name))?.role;
  return role === 'numerator' || role === 'denominator' ? role : 'other';
}

/** A row that holds nothing but a name is an item where its bands follow in rows of their own. */
function couldBeItem(
  views: readonly RowView[],
  view: RowView,
  frame: Frame,
  columns: TableColumns,
  headings: ReadonlyMap<number, CriterionRow>,
): boolean {
  const next = views[views.indexOf(view) + 1];
  return next !== undefined && !headings.has(next.row) && isBandRow(next, frame, columns);
}

function headScale(frame: Frame, columns: TableColumns, view: RowView, bands: readonly RowView[]): boolean {
  return bands.length >= 2 || (columns.rubric !== null && looksLikeScaleText(frame.grid.ownText(view.row, columns.rubric)));
}

/** Ticks in a row below bands that stand side by side. */
function tickRowBelow(frame: Frame, columns: TableColumns, view: RowView): boolean {
  if (columns.bands.length < 2) return false;
  const filled = columns.bands.filter((column) => frame.grid.ownText(view.row, column) !== '');
  return (
    filled.length > 0 &&
    filled.every((column) => frame.grid.ownText(view.row, column).length <= 2) &&
    (view.name === '' || view.continues || !view.hasMaximum)
  );
}

function firstFilled(frame: Frame, row: number, columns: TableColumns): SourceCell | null {
  const cells = columns.selfScores.map((column) =>
    column === columns.pairedPoints ? halfOfPair(frame.grid.source(row, column), 'taken') : frame.grid.source(row, column),
  );
  return cells.find((cell) => cell.text !== '') || cells[0] || null;
}

function maximumCell(frame: Frame, columns: TableColumns, row: number): SourceCell | null {
  if (columns.maximum === null) return null;
  const cell = frame.grid.source(row, columns.maximum);
  return columns.maximum === columns.pairedPoints ? halfOfPair(cell, 'possible') : cell;
}

function takeSums(frame: Frame, columns: TableColumns, view: RowView, criterion: DraftCriterion): void {
  const maximum = maximumCell(frame, columns, view.row);
  const selfScore = firstFilled(frame, view.row, columns);
  if (maximum !== null && maximum.text !== '' && (criterion.maximum === null || criterion.maximum.text === '')) criterion.maximum = maximum;
  if (selfScore !== null && (criterion.selfScore === null || criterion.selfScore.text === '')) criterion.selfScore = selfScore;
}

function startCriterion(frame: Frame, columns: TableColumns, view: RowView, heading: CriterionRow): DraftCriterion {
  const { grid } = frame;
  if (columns.criterion !== null) {
    const cell = grid.source(view.row, columns.criterion);
    const span = grid.merge(view.row, columns.criterion);
    const covering = (column: number | null): SourceCell | null => {
      if (column === null || span === null) return null;
      const merge = grid.merge(view.row, column);
      return merge !== null && merge.top === span.top && merge.bottom === span.bottom && span.bottom > span.top
        ? grid.source(view.row, column)
        : null;
    };
    return {
      number: heading.number,
      certainty: heading.certainty,
      name: cleanName(cell.text),
      cell,
      row: view.row,
      maximum:
        (columns.criterionMaximum === null ? null : grid.source(view.row, columns.criterionMaximum)) ||
        covering(columns.maximum) ||
        maximumInName(cell),
      selfScore: columns.selfScores.map(covering).find((each) => each !== null) || null,
      items: [],
      sharesRowWithItem: false,
    };
  }
  const cell = grid.source(view.row, view.nameColumn);
  const maximum = maximumCell(frame, columns, view.row);
  return {
    number: heading.number,
    certainty: heading.certainty,
    name: cleanName(view.name),
    cell,
    row: view.row,
    maximum:
      maximum !== null && maximum.text !== '' && maximum.reference !== cell.reference
        ? maximum
        : maximumInName(cell) || (maximum !== null && maximum.reference !== cell.reference ? maximum : null),
    selfScore: notTheName(firstFilled(frame, view.row, columns), cell),
    items: [],
    sharesRowWithItem: false,
  };
}

/** A heading merged across the table fills every column: its own text is no score. */
function notTheName(cell: SourceCell | null, name: SourceCell): SourceCell | null {
  return cell !== null && cell.reference === name.reference ? null : cell;
}
