import { readOrdinal } from '../text/likeness';
import { rememberTexts } from '../text/remember';
import { isNoData, readAnswer, readNone, readTick } from '../text/words';
import type { Frame } from './headers';
import { looksLikeBand, looksLikeScaleText } from './scale-words';

/** What stands in a column below its heading, counted; most of it only when it is asked for. */
export interface Content {
  readonly filled: number;
  readonly numeric: number;
  readonly ordinals: number;
  /** Ordinals of the form 1.1. */
  readonly decimals: number;
  readonly bands: number;
  readonly scales: number;
  readonly ticks: number;
  readonly long: number;
  readonly distinct: number;
  /** Numbers, rates, fractions and answers: what results look like. */
  readonly values: number;
  /** “45/50”: points taken of points that can be had. */
  readonly pairs: number;
}

const SAMPLED_ROWS = 260;
const VALUE = /^[^\d]{0,24}-?\d+([.,]\d+)*\s*(%|‰|\/\s*\d|(?:trên|trong)\b|\p{L}{1,12}(?:\s\p{L}{1,12}){0,2}$|$)/u;

function computeValue(text: string): boolean {
  if (text.length > 80) return false;
  return VALUE.test(text) || readAnswer(text) !== null || readNone(text) !== null || isNoData(text) !== null;
}

const looksLikeValue = rememberTexts(computeValue);

interface Entry {
  readonly text: string;
  readonly numeric: boolean;
}

/** The filled cells of a column; at most the first few hundred rows are looked at. */
function entriesOf(frame: Frame, column: number): Entry[] {
  const entries: Entry[] = [];
  let rows = 0;
  for (const row of frame.grid.filledRows) {
    if (row < frame.firstRow || row > frame.lastRow) continue;
    if (++rows > SAMPLED_ROWS) break;
    const text = frame.grid.ownText(row, column);
    if (text === '') continue;
    const cell = frame.grid.own(row, column);
    const numeric = (cell !== null && typeof cell.value === 'number') || /^-?\d+([.,]\d+)?\s*(điểm|đ)?$/i.test(text);
    entries.push({ text, numeric });
  }
  return entries;
}

function ordinalKind(text: string): string | null {
  return text.length > 24 ? null : (readOrdinal(text)?.kind ?? null);
}

/** Counts what a column of a frame holds. Of the many counts a heading that says enough needs few. */
export function contentOf(frame: Frame, column: number): Content {
  const entries = entriesOf(frame, column);
  const counted = new Map<string, number>();
  const count = (what: string, test: (entry: Entry) => boolean): number => {
    let found = counted.get(what);
    if (found === undefined) counted.set(what, (found = entries.filter(test).length));
    return found;
  };
  return {
    filled: entries.length,
    get numeric() {
      return count('numeric', ({ numeric }) => numeric);
    },
    get ordinals() {
      return count('ordinals', ({ text }) => ordinalKind(text) !== null);
    },
    get decimals() {
      return count('decimals', ({ text }) => ordinalKind(text) === 'decimal');
    },
    get bands() {
      return count('bands', ({ text }) => text.length > 3 && looksLikeBand(text));
    },
    get scales() {
      return count('scales', ({ text }) => looksLikeScaleText(text));
    },
    get ticks() {
      return count('ticks', ({ text, numeric }) => !numeric && readTick(text));
    },
    get long() {
      return count('long', ({ text }) => text.length > 18);
    },
    get distinct() {
      return new Set(entries.map(({ text }) => text)).size;
    },
    get values() {
      return count('values', ({ text }) => looksLikeValue(text));
    },
    get pairs() {
      return count('pairs', ({ text }) => /^\d{1,4}([.,]\d+)?\s*\/\s*\d{1,4}$/.test(text));
    },
  };
}

/** Part of the filled cells, 0 for an empty column. */
export function share(part: number, content: Content): number {
  return content.filled === 0 ? 0 : part / content.filled;
}
