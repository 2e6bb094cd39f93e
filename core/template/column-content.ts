import { readOrdinal } from '../text/likeness';
import { rememberTexts } from '../text/remember';
import { isNoData, readAnswer, readNone, readTick } from '../text/words';
import type { Frame } from './headers';
import { looksLikeBand, looksLikeScaleText } from './scale-words';

/** What stands in a column below its heading, counted. */
export interface Content {
  filled: number;
  numeric: number;
  ordinals: number;
  /** Ordinals of the form 1.1. */
  decimals: number;
  bands: number;
  scales: number;
  ticks: number;
  long: number;
  distinct: number;
  /** Numbers, rates, fractions and answers: what results look like. */
  values: number;
  /** “45/50”: points taken of points that can be had. */
  pairs: number;
}

const SAMPLED_ROWS = 260;
const VALUE = /^[^\d]{0,24}-?\d+([.,]\d+)*\s*(%|‰|\/\s*\d|(?:trên|trong)\b|\p{L}{1,12}(?:\s\p{L}{1,12}){0,2}$|$)/u;

function computeValue(text: string): boolean {
  if (text.length > 80) return false;
  return VALUE.test(text) || readAnswer(text) !== null || readNone(text) !== null || isNoData(text) !== null;
}

const looksLikeValue = rememberTexts(computeValue);

/** Counts what a column of a frame holds; at most the first few hundred rows are looked at. */
export function contentOf(frame: Frame, column: number): Content {
  const content: Content = {
    filled: 0,
    numeric: 0,
    ordinals: 0,
    decimals: 0,
    bands: 0,
    scales: 0,
    ticks: 0,
    long: 0,
    distinct: 0,
    values: 0,
    pairs: 0,
  };
  const seen = new Set<string>();
  let rows = 0;
  for (const row of frame.grid.filledRows) {
    if (row < frame.firstRow || row > frame.lastRow) continue;
    if (++rows > SAMPLED_ROWS) break;
    const text = frame.grid.ownText(row, column);
    if (text === '') continue;
    content.filled++;
    seen.add(text);
    const cell = frame.grid.own(row, column);
    if ((cell !== null && typeof cell.value === 'number') || /^-?\d+([.,]\d+)?\s*(điểm|đ)?$/i.test(text)) content.numeric++;
    else if (readTick(text)) content.ticks++;
    const ordinal = text.length <= 24 ? readOrdinal(text) : null;
    if (ordinal !== null) content.ordinals++;
    if (ordinal !== null && ordinal.kind === 'decimal') content.decimals++;
    if (looksLikeScaleText(text)) content.scales++;
    if (looksLikeBand(text) && text.length > 3) content.bands++;
    if (text.length > 18) content.long++;
    if (looksLikeValue(text)) content.values++;
    if (/^\d{1,4}([.,]\d+)?\s*\/\s*\d{1,4}$/.test(text)) content.pairs++;
  }
  content.distinct = seen.size;
  return content;
}

/** Part of the filled cells, 0 for an empty column. */
export function share(part: number, content: Content): number {
  return content.filled === 0 ? 0 : part / content.filled;
}
