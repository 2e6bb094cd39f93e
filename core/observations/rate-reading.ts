import type { Rubric } from '../rubric/rubric';
import type { SourceCell, TemplateItem } from '../template/template';
import { fold } from '../text/fold';
import { compare, divide, equals, fraction, isInteger, isZero, type Fraction } from '../text/fractions';
import { perOf } from '../text/number-tokens';
import { readFractionText, readNumbers, readSingleNumber } from '../text/numbers';
import { readNone } from '../text/words';
import { columnKey, type ObservationContext } from './context';
import { problemAt } from './draft';
import type { FormulaMeaning } from './follow-formula';
import type { ObservationProblem } from './observation';
import { lowerIsBetter } from './matching-bands';
import { readCell, type CellReading } from './read-cell';
import { countsBehind, countsTheRest, onePercentage } from './rate-words';
import { relevantPart } from './relevant-part';
import { partOfWhole } from './part-of-whole';
import { wordedFraction } from './worded-fraction';
import { readWordedRange, type WordedRange } from './worded-range';

/** A rate as stated, exact in what is written. */
export interface Stated {
  /** Shares of one; two where it can be read in two ways. */
  readonly readings: readonly Fraction[];
  /** What it is shown as a share of: 100 for a percentage, 1000 for ‰, 1 for a plain share. */
  readonly per: number;
  /** Decimals shown, in the unit shown (`per` 100: of the percentage). */
  readonly decimals: number;
  readonly cell: SourceCell;
  /** A bare number: its unit is not written beside it. */
  readonly bare: boolean;
}

export interface Part {
  readonly value: Fraction;
  readonly cell: SourceCell;
}

/** What one cell says about a rate. */
export interface RateReading {
  readonly blank: boolean;
  readonly fraction: { readonly numerator: Part; readonly denominator: Part } | null;
  readonly stated: Stated | null;
  /** Limits in the place of a value (`trên 95%`). */
  readonly range: WordedRange | null;
  /** A count without a denominator. */
  readonly count: Part | null;
  readonly none: boolean;
  readonly noCase: boolean;
  readonly dash: boolean;
  readonly problems: readonly ObservationProblem[];
}

const EMPTY: RateReading = {
  blank: false,
  fraction: null,
  stated: null,
  range: null,
  count: null,
  none: false,
  noCase: false,
  dash: false,
  problems: [],
};

function unreadable(cell: SourceCell, seen: string): RateReading {
  return { ...EMPTY, problems: [problemAt('unreadable-value', cell, seen)] };
}

function share(value: Fraction, per: number): Fraction | null {
  return divide(value, fraction(per));
}

/** 98.5 or 0.985 without a sign: the column's other rates decide; where they do not, both readings stand. */
function plainPercentage(value: Fraction, cell: SourceCell, context: ObservationContext): readonly Fraction[] {
  const hundredth = share(value, 100);
  if (!hundredth || isZero(value)) return [value];
  const column = context.rates.get(columnKey(cell));
  const shares = (column?.shares ?? []).some((reference) => reference !== cell.reference);
  const hundredths = (column?.hundredths ?? []).some((reference) => reference !== cell.reference);
  if (compare(value, fraction(1)) > 0) {
    // In a column of shares alone 1,35 is as well 135 % as 1,35 %.
    const doubtful = shares && !hundredths && compare(value, fraction(2)) <= 0;
    return doubtful ? [value, hundredth] : [hundredth];
  }
  if (compare(value, fraction(0)) < 0) return [hundredth];
  return shares && !hundredths ? [value] : [value, hundredth];
}

function statedPlain(value: Fraction, decimals: number, cell: SourceCell, rubric: Rubric, context: ObservationContext): Stated | null {
  if (rubric.kind === 'incidence') {
    const base = rubric.per;
    const reading = base ? share(value, base) : null;
    return base && reading ? { readings: [reading], per: base, decimals, cell, bare: true } : null;
  }
  const readings = plainPercentage(value, cell, context);
  const asShare = readings[0] && equals(readings[0], value) && !isZero(value);
  return { readings, per: asShare ? 1 : 100, decimals, cell, bare: true };
}

/** A bare 0 in a rate of cases handled may be 0 % or “no case”. */
function doubtfulZero(value: Fraction, inRateColumn: boolean, item: TemplateItem, rubric: Rubric): boolean {
  if (!isZero(value) || inRateColumn || rubric.kind === 'incidence' || lowerIsBetter(rubric) === true) return false;
  return rubric.bands.some((band) => band.condition.type === 'no-case') || /\b(?:vu|vu viec|truong hop|phat sinh)\b/.test(fold(item.label));
}

function blankSource(meaning: FormulaMeaning): SourceCell | null {
  const terms =
    meaning.type === 'value'
      ? [meaning.term]
      : meaning.type === 'ratio'
        ? [meaning.numerator, meaning.denominator]
        : [meaning.base, meaning.other];
  for (const term of terms) {
    if (term.value !== null) continue;
    const blank = term.cells.find((cell) => cell.cell === null || cell.cell.value === null);
    if (blank) return blank;
  }
  return null;
}

function fromNumber(
  reading: Extract<CellReading, { type: 'number' }>,
  cell: SourceCell,
  inRateColumn: boolean,
  item: TemplateItem,
  rubric: Rubric,
  context: ObservationContext,
): RateReading {
  const { meaning, value, decimals } = reading;
  const blank = meaning ? blankSource(meaning) : null;
  if (blank) return { ...EMPTY, problems: [problemAt('missing-observation', blank, '')] };
  if (meaning?.type === 'ratio' && meaning.numerator.value && meaning.denominator.value) {
    const numerator = { value: meaning.numerator.value, cell: meaning.numerator.cells[0] ?? cell };
    const denominator = { value: meaning.denominator.value, cell: meaning.denominator.cells[0] ?? cell };
    const shown = divide(value, meaning.factor);
    const factor = meaning.factor.denominator === 1 ? meaning.factor.numerator : 1;
    const per = reading.per === 1 ? 100 : factor;
    return {
      ...EMPTY,
      fraction: { numerator, denominator },
      stated: shown ? { readings: [shown], per, decimals, cell, bare: false } : null,
    };
  }
  if (reading.per !== null) {
    const stated = share(value, reading.per);
    return stated
      ? { ...EMPTY, stated: { readings: [stated], per: reading.per === 1 ? 100 : reading.per, decimals, cell, bare: false } }
      : unreadable(cell, cell.text);
  }
  if (rubric.kind === 'incidence' && !inRateColumn && isInteger(value)) {
    const source = meaning?.type === 'value' ? (meaning.term.cells[0] ?? cell) : cell;
    return { ...EMPTY, count: { value, cell: source }, none: isZero(value) };
  }
  if (doubtfulZero(value, inRateColumn, item, rubric)) return { ...EMPTY, count: { value, cell } };
  const stated = statedPlain(value, decimals, cell, rubric, context);
  return stated ? { ...EMPTY, stated } : unreadable(cell, cell.text);
}

/** `98,5%` as text is worth a word only where the column's other rates are numbers. */
function textNumber(cell: SourceCell, text: string, percent: boolean, context: ObservationContext): ObservationProblem[] {
  if (!percent) return [problemAt('text-number', cell, text)];
  const column = context.rates.get(columnKey(cell));
  const numbers = (column?.shares.length ?? 0) + (column?.hundredths.length ?? 0);
  return numbers > (column?.texts.length ?? 0) ? [problemAt('text-number', cell, text)] : [];
}

function nearest(readings: readonly Fraction[], target: Fraction | null): Fraction | null {
  const [first, second] = readings;
  if (!first || !second || !target) return first ?? null;
  const off = (reading: Fraction): number => Math.abs(reading.numerator / reading.denominator - target.numerator / target.denominator);
  return off(first) <= off(second) ? first : second;
}

function fromText(
  text: string,
  cell: SourceCell,
  inRateColumn: boolean,
  item: TemplateItem,
  rubric: Rubric,
  context: ObservationContext,
): RateReading {
  const part = relevantPart(text, item.label, context);
  if (part === null) return unreadable(cell, text);
  const saidNone = /sinh/i.test(part) && /(?:khong|chua) (?:co )?phat sinh/.test(fold(part));
  const range = readWordedRange(part, true, context);
  if (range) return { ...EMPTY, range };
  const found = readFractionText(part, context.convention);
  if (found && (countsTheRest(part, found.start, found.end, item.label) || /[<>≥≤~≈]\s*$/.test(part.slice(0, found.start))))
    return unreadable(cell, text);
  if (found && found.wholeFirst && found.rate === null) {
    const named = partOfWhole(part, item.label, context);
    if (!named) return unreadable(cell, text);
    return { ...EMPTY, fraction: { numerator: { value: named.numerator, cell }, denominator: { value: named.denominator, cell } } };
  }
  const numerator = found?.numerator[0];
  const denominator = found?.denominator[0];
  if (found && numerator && denominator && found.numerator.length === 1 && found.denominator.length === 1) {
    const exact = divide(numerator, denominator);
    // `0,7 trên 1.000 trẻ` is a rate, not a part of a child.
    if (exact && !isInteger(numerator) && perOf([denominator]) !== null)
      return { ...EMPTY, stated: { readings: [exact], per: denominator.numerator, decimals: 2, cell, bare: false } };
    const per = found.rate?.per ?? 100;
    const stated = found.rate
      ? nearest(
          found.rate.readings.map((reading) => share(reading, per)).filter((reading): reading is Fraction => reading !== null),
          exact,
        )
      : null;
    return {
      ...EMPTY,
      fraction: { numerator: { value: numerator, cell }, denominator: { value: denominator, cell } },
      stated: stated && found.rate ? { readings: [stated], per, decimals: found.rate.decimals, cell, bare: false } : null,
      noCase: saidNone,
    };
  }
  const worded = wordedFraction(part, context);
  if (worded) {
    const rates = readNumbers(part, context.convention).filter((number) => number.role === 'plain' && number.per !== null);
    const rate = rates.length === 1 ? rates[0] : undefined;
    const reading = rate?.per && rate.readings[0] ? share(rate.readings[0], rate.per) : null;
    const parts = { numerator: { value: worded.numerator, cell }, denominator: { value: worded.denominator, cell } };
    return {
      ...EMPTY,
      fraction: parts,
      stated: rate?.per && reading ? { readings: [reading], per: rate.per, decimals: rate.decimals, cell, bare: false } : null,
    };
  }
  const named = partOfWhole(part, item.label, context);
  if (named) {
    const parts = { numerator: { value: named.numerator, cell }, denominator: { value: named.denominator, cell } };
    return { ...EMPTY, fraction: parts };
  }
  const single = readSingleNumber(part, context.convention);
  // `Đạt 100% kế hoạch` is a share of a plan, not of the group.
  if (single && /\b(?:ke hoach|chi tieu|muc tieu|kh|so voi)\b/.test(fold(single.rest))) return unreadable(cell, text);
  const alone = single !== null && single.rest === '' && part === text;
  if (single && single.per !== null) {
    const per = single.per;
    const readings = single.readings.map((reading) => share(reading, per)).filter((reading): reading is Fraction => reading !== null);
    return {
      ...EMPTY,
      stated: { readings, per, decimals: single.decimals, cell, bare: false },
      problems: alone ? textNumber(cell, text, true, context) : [],
    };
  }
  if (single) {
    const [first, ...others] = single.readings;
    const problems = alone && single.unit === '' ? textNumber(cell, text, false, context) : [];
    if (first && single.unit === '' && doubtfulZero(first, inRateColumn, item, rubric))
      return { ...EMPTY, count: { value: first, cell }, problems };
    const counted = single.unit !== '' || (rubric.kind === 'incidence' && !inRateColumn && single.readings.every(isInteger));
    if (first && counted) return { ...EMPTY, count: { value: first, cell }, none: isZero(first), problems };
    const stated = single.readings
      .map((reading) => statedPlain(reading, single.decimals, cell, rubric, context))
      .filter((each): each is Stated => each !== null);
    const base = stated[0];
    if (first && base) {
      // A percentage above 100 is no second reading of `98,500`.
      const all = stated
        .reduce<Fraction[]>((list, each) => list.concat(each.readings), [])
        .filter((reading) => others.length === 0 || compare(reading, fraction(1)) <= 0);
      return { ...EMPTY, stated: { ...base, readings: all.length > 0 ? all : base.readings }, problems };
    }
  }
  const none = readNone(part);
  if (none || saidNone) return { ...EMPTY, none: none === 'none', noCase: none !== 'none' };
  if (fold(part) === 'khong') return { ...EMPTY, none: true };
  const one = onePercentage(part, context);
  if (one) {
    const lead = one.readings[0] ? share(one.readings[0], one.per) : null;
    const behind = lead ? countsBehind(part, lead, one.per, one.decimals, context) : null;
    if (behind === 'contradicted') return unreadable(cell, text);
    if (behind && lead) {
      const parts = { numerator: { value: behind.numerator, cell }, denominator: { value: behind.denominator, cell } };
      return { ...EMPTY, fraction: parts, stated: { readings: [lead], per: one.per, decimals: one.decimals, cell, bare: false } };
    }
    const readings = one.readings.map((reading) => share(reading, one.per)).filter((reading): reading is Fraction => reading !== null);
    return { ...EMPTY, stated: { readings, per: one.per, decimals: one.decimals, cell, bare: false } };
  }
  return unreadable(cell, text);
}

/**
 * Reads one cell of a rate item: a fraction, a stated rate, a count alone, or words for none. `inRateColumn`: a plain number there is a rate
 * in the unit of the scale, never a count.
 */
export function readRateCell(
  cell: SourceCell | null,
  inRateColumn: boolean,
  item: TemplateItem,
  rubric: Rubric,
  context: ObservationContext,
): RateReading {
  const reading = readCell(cell, context);
  if (!cell || reading.type === 'blank') return { ...EMPTY, blank: true };
  if (reading.type === 'error') return { ...EMPTY, problems: [problemAt('formula-error', cell, reading.code)] };
  if (reading.type === 'no-data') return reading.dash ? { ...EMPTY, blank: true, dash: true } : unreadable(cell, cell.text);
  if (reading.type === 'truth') return unreadable(cell, cell.text);
  if (reading.type === 'number') return fromNumber(reading, cell, inRateColumn, item, rubric, context);
  return fromText(reading.text, cell, inRateColumn, item, rubric, context);
}
