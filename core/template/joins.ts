import { expandAbbreviations } from '../text/abbreviations';
import { fold } from '../text/fold';
import { likenessOf, prepareLabel, stripNumbering } from '../text/likeness';
import type { PreparedLabel } from '../text/likeness';
import { rememberTexts } from '../text/remember';
import type { DraftItem } from './drafts';
import type { Grid } from './grid';
import { awardsPoints, looksLikeScaleText } from './scale-words';
import type { KindedTable } from './sheet-reading';
import type { LabelledFigure, RubricPiece, SourceCell } from './template';

/** A scale that stands away from the item it belongs to. */
export interface GuideEntry {
  readonly number: string | null;
  readonly criterion: number | null;
  readonly label: PreparedLabel | null;
  readonly pieces: readonly RubricPiece[];
  readonly maximum: SourceCell | null;
}

const DECIMAL = /^\d{1,2}\.\d{1,2}$/;

function plainNumber(shown: string | null): string | null {
  if (shown === null) return null;
  const match = /(\d{1,2})\s*[.,]\s*(\d{1,2})/.exec(shown);
  return match === null ? null : `${Number(match[1])}.${Number(match[2])}`;
}

/** The scales of tables that are guides, or of any table with scales. */
export function guideEntries(tables: readonly KindedTable[]): GuideEntry[] {
  const entries: GuideEntry[] = [];
  for (const table of tables) {
    for (const criterion of table.criteria) {
      for (const item of criterion.items) {
        if (item.rubric.length === 0) continue;
        entries.push({
          number: plainNumber(item.shownNumber),
          criterion: criterion.number,
          label: prepareLabel(item.label),
          pieces: item.rubric,
          maximum: item.maximum,
        });
      }
    }
    for (const item of table.loose) {
      if (item.rubric.length > 0)
        entries.push({
          number: plainNumber(item.shownNumber),
          criterion: null,
          label: prepareLabel(item.label),
          pieces: item.rubric,
          maximum: item.maximum,
        });
    }
  }
  return entries;
}

/** Scales in free text or in tables without a header: a text that awards points beside, or after, a number or a label. */
export function looseGuideEntries(grid: Grid): GuideEntry[] {
  const entries: GuideEntry[] = [];
  let label: { number: string | null; prepared: PreparedLabel | null } | null = null;
  let running: { entry: GuideEntry; pieces: RubricPiece[] } | null = null;
  for (const row of grid.filledRows) {
    for (const column of grid.columnsOf(row)) {
      const cell = grid.sourceAt(row, column);
      const text = cell.text;
      const stripped = stripNumbering(text.replace(/\n/g, ' '));
      if (looksLikeScaleText(text)) {
        const colon = /^([^\n:]{12,240}):\s*([\s\S]+)$/.exec(text);
        const inline =
          colon !== null && !awardsPoints(colon[1] as string) && awardsPoints(colon[2] as string)
            ? stripNumbering(colon[1] as string)
            : null;
        const own = inline !== null ? { number: plainNumber(inline.number), prepared: prepareLabel(inline.rest) } : label;
        const scale = inline !== null && colon !== null ? (colon[2] as string) : text;
        if (own === null) continue;
        const pieces: RubricPiece[] = [{ text: scale, cell, points: null, mark: null }];
        const entry: GuideEntry = { number: own.number, criterion: null, label: own.prepared, pieces, maximum: null };
        entries.push(entry);
        running = null;
      } else if (awardsPoints(text) && label !== null) {
        // One band a row below its label.
        if (running === null || running.entry.label !== label.prepared) {
          const pieces: RubricPiece[] = [];
          const entry: GuideEntry = { number: label.number, criterion: null, label: label.prepared, pieces, maximum: null };
          entries.push(entry);
          running = { entry, pieces };
        }
        running.pieces.push({ text, cell, points: null, mark: null });
      } else if (DECIMAL.test(text.replace(',', '.').trim())) {
        label = { number: plainNumber(text), prepared: null };
      } else if (text.length > 8 && !/^\d/.test(fold(text))) {
        const number: string | null = plainNumber(stripped.number) || (label !== null && label.prepared === null ? label.number : null);
        label = { number, prepared: prepareLabel(stripped.rest || text) };
      }
    }
  }
  return entries;
}

const ENOUGH = 0.74;

/** The guide entry that belongs to an item: by its label, then by its number; null where none surely does. */
export function findGuide(item: DraftItem, criterion: number, position: number, entries: readonly GuideEntry[]): GuideEntry | null {
  const prepared = prepareLabel(item.label);
  let best: GuideEntry | null = null;
  let bestScore = 0;
  let tied = false;
  for (const entry of entries) {
    if (entry.label === null || (entry.criterion !== null && entry.criterion !== criterion)) continue;
    const numbered = entry.number !== null && entry.number === `${criterion}.${position}`;
    const score = likenessOf(prepared, entry.label) + (numbered ? 0.1 : 0);
    if (score > bestScore) {
      tied = score - bestScore < 0.02 && bestScore > 0;
      best = entry;
      bestScore = score;
    } else if (bestScore - score < 0.02) tied = true;
  }
  if (best !== null && bestScore >= ENOUGH && !tied) return best;
  const shown = plainNumber(item.shownNumber) || `${criterion}.${position}`;
  const byNumber = entries.filter((entry) => entry.number === shown && (entry.label === null || likenessOf(prepared, entry.label) >= 0.35));
  if (byNumber.length === 1) return byNumber[0] as GuideEntry;
  const inCriterion = entries.filter((entry) => entry.criterion === criterion);
  return best !== null && bestScore >= 0.55 && inCriterion.includes(best) && !tied ? best : null;
}

/** A row of a data sheet: a label and the cells that stand for it. */
export interface DataRow {
  readonly label: string;
  readonly number: string | null;
  readonly item: DraftItem;
  readonly value: SourceCell | null;
}

/** All rows of tables that carry values, as data rows. */
export function dataRows(tables: readonly KindedTable[]): DataRow[] {
  const rows: DataRow[] = [];
  for (const table of tables) {
    const items = table.loose.concat(...table.criteria.map((criterion) => criterion.items));
    for (const item of items) {
      const value =
        [item.result, item.rate, item.numerator, item.denominator].find((cell) => cell !== null && cell.text !== '') || item.result || null;
      rows.push({ label: item.label, number: plainNumber(item.shownNumber), item, value });
    }
  }
  return rows;
}

/** Labelled figures for the checks of populations. */
export function figuresOf(rows: readonly DataRow[]): LabelledFigure[] {
  const figures: LabelledFigure[] = [];
  for (const row of rows) if (row.value !== null && row.value.text !== '') figures.push({ label: row.label, value: row.value });
  return figures;
}

const LEAD = /^(ty le|ti le|ty suat|ti suat|so luong|tong so|so|muc do|phan tram)\s+(cac\s+)?/;

/** A label without the words that say how something is counted; it is held against the rows of a data sheet many times. */
const core = rememberTexts((label) =>
  fold(expandAbbreviations(label))
    .replace(LEAD, '')
    .replace(/\btren (1 ?000|10 ?000|100 ?000) (tre em|tre)\b/, '')
    .replace(/\s+/g, ' ')
    .trim(),
);

/** Links an item without any value to rows of data sheets with the same words. */
export function joinData(item: DraftItem, shown: string, rows: readonly DataRow[]): Partial<DraftItem> | null {
  const own = core(item.label);
  const prepared = prepareLabel(own);
  let best: DataRow | null = null;
  let bestScore = 0;
  for (const row of rows) {
    const words = core(row.label);
    let score = words === own ? 1.1 : likenessOf(prepared, prepareLabel(words));
    if (row.number !== null && row.number === shown) score += 0.12;
    if (score > bestScore) {
      best = row;
      bestScore = score;
    }
  }
  if (best === null || bestScore < 0.78) return null;
  const found = best.item;
  const filled = (cell: SourceCell | null): boolean => cell !== null && cell.text !== '';
  if (filled(found.numerator) || filled(found.denominator) || filled(found.rate)) {
    return {
      numerator: found.numerator,
      denominator: found.denominator,
      rate: found.rate,
      result: filled(found.result) ? found.result : null,
      previous: found.previous,
      quarters: found.quarters,
    };
  }
  const isRate = /^(ty le|ti le|ty suat|ti suat)\b/.test(fold(item.label));
  const countsPart = /^(so|tong so|so luong)\b/.test(fold(expandAbbreviations(best.label)));
  if (isRate && countsPart) {
    const denominator = groupOf(own, rows, best);
    if (denominator !== null)
      return { numerator: best.value, denominator: denominator.value, rate: null, result: null, previous: found.previous };
    return { numerator: best.value, result: null };
  }
  return { result: best.value, previous: found.previous, quarters: found.quarters };
}

/** The row whose words are the longest beginning of an item's words: the group that the part is counted in. */
function groupOf(own: string, rows: readonly DataRow[], part: DataRow): DataRow | null {
  let best: DataRow | null = null;
  let length = 0;
  for (const row of rows) {
    if (row === part || row.value === null || row.value.text === '') continue;
    const words = core(row.label)
      .replace(/\bduoi 16 tuoi$/, '')
      .replace(/\s*\(.*\)$/, '')
      .trim();
    if (words === '' || !(own === words || own.startsWith(`${words} `))) continue;
    if (words.length > length) {
      best = row;
      length = words.length;
    }
  }
  return best;
}
