import type { Rubric } from '../rubric/rubric';
import type { SourceCell, TemplateItem } from '../template/template';
import { compare, divide, fraction, isInteger, isZero, subtract, type Fraction } from '../text/fractions';
import { readSingleNumber } from '../text/numbers';
import { fold } from '../text/fold';
import { readNone } from '../text/words';
import { readChangeText, type ChangeWords } from './change-words';
import type { ObservationContext } from './context';
import { NOTHING_READ, problemAt } from './draft';
import { meaningValue } from './follow-formula';
import type { Observation, ObservationProblem } from './observation';
import { readCell, shownText } from './read-cell';
import { readCount } from './read-count';
import { contradicts } from './contradicts';

const ZERO = fraction(0);

/** The share by which the value fell; null where the earlier one is 0. */
function fall(previous: Fraction, current: Fraction): Fraction | null {
  const difference = subtract(previous, current);
  return difference && !isZero(previous) ? divide(difference, previous) : null;
}

function compared(
  previous: Fraction,
  current: Fraction,
  base: Observation,
  problems: readonly ObservationProblem[],
  cells: { previous: SourceCell; current: SourceCell },
): Observation {
  const all = [...problems];
  for (const [value, cell] of [
    [previous, cells.previous],
    [current, cells.current],
  ] as const) {
    if (compare(value, ZERO) < 0) all.push(problemAt('negative-value', cell, cell.text));
  }
  if (all.some((problem) => problem.code === 'negative-value')) return { ...base, previous, current, problems: all };
  const nothing = isZero(previous) && isZero(current);
  return {
    ...base,
    previous,
    current,
    value: fall(previous, current),
    none: isZero(current),
    noCase: nothing && !base.none,
    problems: all,
  };
}

function fromWords(words: ChangeWords, cell: SourceCell, base: Observation): Observation {
  const { previous, current, share, direction } = words;
  if (previous && current) {
    const read = compared(previous, current, base, base.problems, { previous: cell, current: cell });
    const stated = share?.value ?? null;
    if (!stated || !read.value) return { ...read, statedRate: stated };
    const wrong = contradicts(stated, 100, share?.decimals ?? 0, read.value);
    const problems = wrong ? [...read.problems, problemAt('rate-mismatch', cell, base.text)] : read.problems;
    return { ...read, statedRate: stated, problems };
  }
  if (share) return { ...base, value: share.value };
  if (direction === 'same') return { ...base, value: ZERO, direction };
  return { ...base, direction, current, previous };
}

/**
 * Reads an item that compares with the year before. The value is the share by which it fell (a rise is negative): from two columns, a followed
 * formula, or words (`Năm 2023: 8; năm 2024: 6`, `giảm 25%`, `từ 12 xuống 9`, `tăng 2 em`). A percentage without a direction can be read in two ways.
 */
export function readChange(item: TemplateItem, rubric: Rubric, context: ObservationContext): Observation {
  const cell =
    [item.result, item.rate, item.numerator].find((each) => each !== null && readCell(each, context).type !== 'blank') ??
    item.result ??
    item.rate ??
    item.numerator;
  const cells = { observation: cell, numerator: cell, denominator: item.previous, rate: item.rate };
  const base: Observation = { ...NOTHING_READ, cells, text: cell ? shownText(cell, context) : '', unit: rubric.unit };
  const reading = readCell(cell, context);
  if (!cell || reading.type === 'blank') {
    const place = cell ?? item.labelCell;
    return { ...base, problems: [problemAt('missing-observation', place, '')] };
  }
  if (reading.type === 'error') return { ...base, problems: [problemAt('formula-error', cell, reading.code)] };
  if (reading.type === 'no-data')
    return { ...base, problems: [problemAt(reading.dash ? 'missing-observation' : 'unreadable-value', cell, cell.text)] };
  if (reading.type === 'truth') return { ...base, problems: [problemAt('unreadable-value', cell, cell.text)] };
  if (reading.type === 'number') {
    const meaning = reading.meaning;
    if (meaning?.type === 'change') {
      const blank = [...meaning.base.cells, ...meaning.other.cells].find((source) => source.cell === null || source.cell.value === null);
      if (blank) return { ...base, problems: [problemAt('missing-observation', blank, '')] };
      const [previous, current] = [meaning.base.value, meaning.other.value];
      const earlier = meaning.base.cells[0] ?? cell;
      const later = meaning.other.cells[0] ?? cell;
      if (previous && current) {
        return compared(previous, current, { ...base, cells: { ...cells, numerator: later, denominator: earlier } }, [], {
          previous: earlier,
          current: later,
        });
      }
    }
    const bareShare = reading.per === null && !item.previous && !isInteger(reading.value) && compare(size(reading.value), fraction(1)) < 0;
    if (reading.per === null && !bareShare && !(meaning && meaning.type !== 'value')) return fromCount(item, cell, base, context);
    const share = divide(meaning ? (meaningValue(meaning) ?? reading.value) : reading.value, fraction(reading.per ?? 1));
    return share ? signless(share, item, base) : base;
  }
  const words = readChangeText(reading.text, context);
  if (words) {
    // “6 (giảm 25%)” beside a column of the year before.
    const previous = words.previous ?? (words.current ? readCount(item.previous, rubric.unit, context).value : null);
    return fromWords({ ...words, previous }, cell, base);
  }
  const single = readSingleNumber(reading.text, context.convention);
  const stated = single && single.per === 100 && single.readings.length === 1 ? (single.readings[0] ?? null) : null;
  const share = stated ? divide(stated, fraction(100)) : null;
  return share ? signless(share, item, base) : fromCount(item, cell, base, context);
}

function size(value: Fraction): Fraction {
  return { numerator: Math.abs(value.numerator), denominator: value.denominator };
}

/** 25 % without a word or a formula that says whether it fell or rose; a label that says “giảm” does. */
function signless(share: Fraction, item: TemplateItem, base: Observation): Observation {
  if (isZero(share)) return { ...base, value: ZERO, direction: 'same' };
  const label = fold(item.label);
  // Of a rate, “7,6%” may as well be this year's own value.
  if (item.previous !== null || (/\b(?:ty|ti) (?:le|suat)\b/.test(label) && !/\b(?:ty|ti) le (?:giam|tang)\b/.test(label))) {
    const cell = base.cells.observation ?? item.labelCell;
    return { ...base, problems: [...base.problems, problemAt('unreadable-value', cell, base.text)] };
  }
  const falls = /\bgiam\b/.test(label) && !/\btang\b/.test(label);
  if (falls && compare(share, ZERO) > 0) return { ...base, value: share };
  return { ...base, readings: [share, { numerator: -share.numerator, denominator: share.denominator }] };
}

function fromCount(item: TemplateItem, cell: SourceCell, base: Observation, context: ObservationContext): Observation {
  const current = readCount(cell, base.unit, context);
  const none = current.none || current.noCase || readNone(base.text) !== null;
  const problems = [...current.problems];
  if (current.value === null && !none) return { ...base, readings: [], problems };
  const value = current.value ?? ZERO;
  const previous = readCount(item.previous, base.unit, context);
  const blocking = previous.problems.filter((problem) => problem.code !== 'text-number');
  const withNone = { ...base, none: isZero(value), current: value };
  if (previous.value && item.previous)
    return compared(
      previous.value,
      value,
      { ...withNone, cells: { ...base.cells, numerator: cell } },
      [...problems, ...previous.problems],
      { previous: item.previous, current: cell },
    );
  if (isZero(value)) {
    // None this year: a scale's rule for none decides; without one the year before is needed.
    const noRule = !previous.value;
    return { ...withNone, noCase: false, none: true, problems: noRule ? problems : [...problems, ...blocking] };
  }
  const missing = item.previous && previous.blank ? [problemAt('missing-observation', item.previous, '')] : [];
  return { ...withNone, problems: [...problems, ...blocking, ...missing] };
}
