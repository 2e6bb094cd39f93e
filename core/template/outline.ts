import type { CriterionNames } from './criteria';
import type { OrdinalKind, RowView } from './rows';

/** A row recognised as a criterion's heading. */
export interface CriterionRow {
  readonly number: number | null;
  readonly certainty: number;
}

const STRONG = 0.72;
const NUMBERED: readonly OrdinalKind[] = ['criterion', 'roman', 'arabic', 'letter', 'bullet', 'none'];

/** How a row is numbered: the kind of its number, and the word before it (“Mục 3”, “Chỉ số 3”). */
type Style = string;

const styleOf = (view: RowView): Style => `${view.kind}:${view.prefix}`;
const kindOfStyle = (style: Style): OrdinalKind => style.slice(0, style.indexOf(':')) as OrdinalKind;

/**
 * Finds which rows are criteria. The way criteria are numbered differs from how their items are; it is learnt from the rows
 * whose names are surely criteria, and then carries those whose names are not in the standard, or are misspelt beyond likeness.
 */
export function findCriterionRows(views: readonly RowView[], criteria: CriterionNames): Map<number, CriterionRow> {
  const result = new Map<number, CriterionRow>();
  const candidates = views.filter((view) => !view.isTotal && !view.continues && view.name !== '' && view.kind !== 'decimal');
  const known = new Map<Style, Set<number>>();
  const seen = new Set<number>();
  for (const view of candidates) {
    if (view.match === null || view.match.score < STRONG || view.match.lead < 0.03) continue;
    // Only the first row of that name: an item often repeats its criterion's words.
    if (seen.has(view.match.index) && view.kind !== 'criterion') continue;
    seen.add(view.match.index);
    const set = known.get(styleOf(view)) || new Set<number>();
    set.add(view.match.index);
    known.set(styleOf(view), set);
  }
  let style: Style | null = null;
  let most = 0;
  const styles = Array.from(known.keys()).sort((a, b) => NUMBERED.indexOf(kindOfStyle(a)) - NUMBERED.indexOf(kindOfStyle(b)));
  for (const candidate of styles) {
    const count = known.get(candidate)?.size || 0;
    if (count > most) {
      most = count;
      style = candidate;
    }
  }
  const explicit = candidates.filter((view) => view.kind === 'criterion');
  if (explicit.length >= 2 || (explicit.length === 1 && most <= 1)) style = styleOf(explicit[0] as RowView);
  if (style === null) style = styleBySequence(candidates);
  if (style === null) return result;
  const count = criteria.standard.criteriaCount;
  const claimed = new Set<number>();
  const kind = kindOfStyle(style);
  if (kind === 'none' || kind === 'bullet') {
    for (const view of candidates) {
      if (
        styleOf(view) !== style ||
        view.match === null ||
        view.match.score < STRONG ||
        view.match.lead < 0.03 ||
        claimed.has(view.match.index)
      )
        continue;
      if (view.looksLikeBand && !view.hasMaximum) continue;
      claimed.add(view.match.index);
      result.set(view.row, { number: view.match.number, certainty: view.match.score });
    }
    return result;
  }
  const strongNumbers = new Set<number>();
  for (const view of candidates) {
    if (styleOf(view) === style && view.match !== null && view.match.score >= STRONG && view.match.number !== null)
      strongNumbers.add(view.match.number);
  }
  // The row that carries both a criterion's number and its name; others that only sound like it are its items.
  const anchors = new Map<number, RowView>();
  for (const view of candidates) {
    const value = view.parts[0];
    if (styleOf(view) !== style || view.match === null || view.match.score < STRONG || value === undefined || view.match.number !== value)
      continue;
    const known = anchors.get(value);
    if (known === undefined || (known.hasScale && !view.hasScale && !known.hasMaximum)) anchors.set(value, view);
  }
  let last = 0;
  for (const view of candidates) {
    if (!fitsStyle(view, style) || view.parts.length !== 1) continue;
    const lettered = kind === 'letter' && view.kind === 'roman' && view.shown !== null;
    const value = lettered ? (view.shown as string).trim().charCodeAt(0) - 64 : (view.parts[0] as number);
    if (value < 1 || value > Math.max(count, 30)) continue;
    const match = view.match;
    const surely = match !== null && match.score >= STRONG;
    const likely =
      match !== null &&
      match.score >= 0.5 &&
      (match.number === null || match.number === value) &&
      (!anchors.has(value) || anchors.get(value) === view);
    const sequential = value > last && value <= last + 4 && value <= count;
    const free = !strongNumbers.has(value);
    const anchor = match === null || match.number === null ? undefined : anchors.get(match.number);
    if (surely && anchor !== undefined && anchor !== view && (value !== match.number || (view.hasScale && !anchor.hasScale))) continue;
    if (!surely && !likely && !(kind === 'criterion' && value <= count) && !(sequential && free)) continue;
    // An item numbered like the criteria (1, 2, 3 again below criterion 1) repeats a number that was passed.
    if (!surely && kind === 'arabic' && value <= last && !likely) continue;
    const number = surely && match.number !== null && match.lead >= 0.05 ? match.number : value;
    result.set(view.row, { number, certainty: surely ? match.score : likely ? match.score : 0.4 });
    last = value;
  }
  return result;
}

/** Criteria lettered A, B, C … meet letters that are Roman numbers as well (C, I, L). */
function fitsStyle(view: RowView, style: Style): boolean {
  const kind = kindOfStyle(style);
  if (kind === 'criterion') return view.kind === kind;
  if (styleOf(view) === style) return true;
  return kind === 'letter' && view.kind === 'roman' && view.shown !== null && /^[A-Z][.)]?$/.test(view.shown.trim());
}

/** Without any known name: the outermost numbering that runs 1, 2, 3 … over the table. */
function styleBySequence(candidates: readonly RowView[]): Style | null {
  for (const kind of ['criterion', 'roman', 'arabic'] as const) {
    for (const style of new Set(candidates.filter((view) => view.kind === kind).map(styleOf))) {
      let expected = 1;
      for (const view of candidates) if (styleOf(view) === style && view.parts[0] === expected) expected++;
      if (expected > 5) return style;
    }
  }
  return null;
}
