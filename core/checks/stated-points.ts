import { readPoints } from '../scoring/points';
import type { SourceCell } from '../template/template';
import { isCellError } from '../workbook/workbook';

/** What a cell for points holds. `points` are hundredths of a point, null where the cell holds no number of points. */
export interface StatedPoints {
  readonly kind: 'blank' | 'number' | 'text-number' | 'words' | 'error';
  readonly points: number | null;
}

const BLANK: StatedPoints = { kind: 'blank', points: null };

// Officers fill what does not apply with a stroke.
const EMPTY_MARK = /^[-–—_./…\s]*$/;
const PLAIN_NUMBER = /^[+-]?(?:\d+(?:[.,]\d+)?|\d{1,3}(?:[.,\s]\d{3})+)$/;

/** Reads a cell that should hold points: a number, a number as text, a number with words (“50 điểm”), other words or an error value. */
export function readStatedPoints(source: SourceCell | null): StatedPoints {
  const value = source?.cell?.value;
  if (source === null || value === null || value === undefined) return BLANK;
  if (isCellError(value)) return { kind: 'error', points: null };
  const points = readPoints(source);
  if (typeof value === 'number') return { kind: 'number', points };
  const text = source.text.trim();
  if (EMPTY_MARK.test(text)) return BLANK;
  return { kind: PLAIN_NUMBER.test(text) && points !== null ? 'text-number' : 'words', points };
}
