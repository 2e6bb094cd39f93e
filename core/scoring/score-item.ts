import type { Observation } from '../observations/observation';
import type { Band, PerUnit, Proportional, Rubric } from '../rubric/rubric';
import type { Span } from '../rubric/spans';
import type { TemplateItem } from '../template/template';
import { compare, divide, fraction, isInteger, multiply, subtract, type Fraction } from '../text/fractions';
import { bandWords, explainBand, showObserved, showRange, showValue } from './explain';
import { explainOpen, openingProblem } from './explain-open';
import { bandsForAnswer, bandsForLevel, bandsForNoCase, bandsForSpan, bandsForValue, intervalMeets, isNone } from './match-bands';
import { readPoints, roundHundredths, showPoints } from './points';
import type { ScoredItem } from './score';

/** How “không phát sinh” is to be scored where the rubric has no rule for it: the most points, none, or left open. */
export type NoCaseRule = 'most' | 'zero' | 'open';

export interface ScoreOptions {
  /** The officer's answers: canonical item number → rule; `*` for every other item. */
  readonly noCaseRules: Readonly<Record<string, NoCaseRule>>;
  /** Hundredths; used where neither the item nor its rubric says how many points it can give (the criterion's maximum). */
  readonly fallbackMaximum?: number | null;
}

interface Decision {
  readonly points: number | null;
  readonly least: number;
  readonly most: number;
  readonly band: Band | null;
  readonly explanation: string;
}

const ZERO: Fraction = { numerator: 0, denominator: 1 };

/** Least and most points of an item without a result (contract: “The range of an item without a result”), in hundredths. */
export function openRange(
  item: TemplateItem,
  rubric: Rubric,
  fallbackMaximum: number | null,
): { readonly least: number; readonly most: number } {
  const stated = readPoints(item.maximum);
  const most = Math.max(stated ?? 0, rubric.most ?? 0) || fallbackMaximum || 0;
  const least = rubric.complete && rubric.unread.length === 0 && rubric.least !== null ? Math.min(Math.max(rubric.least, 0), most) : 0;
  return { least, most };
}

function decided(points: number, band: Band | null, explanation: string): Decision {
  return { points, least: points, most: points, band, explanation };
}

function between(bands: readonly Band[], explanation: (range: string) => string): Decision {
  const points = bands.map((band) => band.points);
  const least = Math.min(...points);
  const most = Math.max(...points);
  return { points: null, least, most, band: null, explanation: explanation(showRange(least, most)) };
}

function samePoints(bands: readonly Band[]): boolean {
  return bands.every((band) => band.points === bands[0]?.points);
}

/** Points per counted unit, exactly; null where the scale does not say what a part of a unit earns. */
function perUnitPoints(perUnit: PerUnit, count: Fraction): Fraction | null {
  const units = divide(count, perUnit.unitSize);
  const change = units ? multiply(units, fraction(perUnit.pointsPerUnit)) : null;
  if (!units || !change) return null;
  const limited = (value: Fraction): Fraction => {
    // “Trừ tối đa 20 điểm”: a deduction with a cap never goes below what the cap leaves.
    const least = perUnit.direction === -1 && perUnit.cap !== null ? Math.max(0, perUnit.start - perUnit.cap) : 0;
    if (compare(value, fraction(least)) < 0) return fraction(least);
    const cap = perUnit.direction === 1 ? perUnit.cap : perUnit.start;
    return cap !== null && compare(value, fraction(cap)) > 0 ? fraction(cap) : value;
  };
  const total = (value: Fraction): Fraction | null => {
    const raw = perUnit.direction === 1 ? value : subtract(fraction(perUnit.start), value);
    return raw ? limited(raw) : null;
  };
  const exact = total(change);
  if (isInteger(units) || compare(perUnit.unitSize, fraction(1)) <= 0) return exact;
  // “Cứ 2 mô hình được 5 điểm”: whether 3 of them earn 5 or 7,5 is not said, unless the cap makes both the same.
  const whole = multiply(fraction(Math.floor(units.numerator / units.denominator)), fraction(perUnit.pointsPerUnit));
  const floored = whole ? total(whole) : null;
  return exact && floored && compare(exact, floored) === 0 ? exact : null;
}

function scorePerUnit(perUnit: PerUnit, observation: Observation, rubric: Rubric, open: () => Decision): Decision {
  const count = observation.value ?? (observation.none ? ZERO : null);
  if (!count) return open();
  const exact = perUnitPoints(perUnit, count);
  const observed = showObserved({ ...observation, value: count, none: false, noCase: false }, rubric);
  if (!exact)
    return {
      ...open(),
      explanation: `${observed}: thang điểm không nói rõ số lẻ được tính thế nào; ${showRange(open().least, open().most)}.`,
    };
  const { points, rounded } = roundHundredths(exact);
  const each = showPoints(perUnit.pointsPerUnit);
  const size =
    compare(perUnit.unitSize, fraction(1)) === 0 ? 'mỗi' : `cứ ${showValue(perUnit.unitSize, { ...rubric, bands: [], kind: 'count' })}`;
  const way =
    perUnit.direction === 1
      ? `${size} ${perUnit.unit || 'đơn vị'} ${each} điểm`
      : `từ ${showPoints(perUnit.start)} điểm, ${size} ${perUnit.unit || 'đơn vị'} trừ ${each} điểm`;
  const cap = perUnit.direction === 1 && perUnit.cap !== null ? `, tối đa ${showPoints(perUnit.cap)} điểm` : '';
  return decided(
    points,
    null,
    `${observed}: ${way}${cap} → ${showPoints(points)} điểm${rounded ? ' (làm tròn đến hai chữ số thập phân)' : ''}`,
  );
}

function scoreProportional(scale: Proportional, observation: Observation, rubric: Rubric, open: () => Decision): Decision {
  const value = observation.value;
  const share = value ? divide(value, scale.full) : null;
  const exact = share ? multiply(compare(share, fraction(1)) > 0 ? fraction(1) : share, fraction(scale.maxPoints)) : null;
  if (!exact || compare(exact, ZERO) < 0) return open();
  const { points, rounded } = roundHundredths(exact);
  const full = compare(scale.full, fraction(1)) === 0 ? '' : ` (đủ điểm khi đạt ${showValue(scale.full, { ...rubric, bands: [] })})`;
  const note = rounded ? ' (làm tròn đến hai chữ số thập phân)' : '';
  return decided(
    points,
    null,
    `${showObserved(observation, rubric)} × ${showPoints(scale.maxPoints)} điểm${full} → ${showPoints(points)} điểm${note}`,
  );
}

function fromBands(bands: readonly Band[], observation: Observation, rubric: Rubric, open: () => Decision): Decision {
  const first = bands[0];
  const observed = showObserved(observation, rubric) || 'Kết quả';
  if (!first)
    return {
      ...open(),
      explanation: `${observed}: không mức nào của thang điểm ứng với kết quả này; ${showRange(open().least, open().most)}.`,
    };
  if (!samePoints(bands))
    return between(bands, (range) => `${observed}: có ${bands.length} mức của thang điểm cùng ứng với kết quả này; ${range}.`);
  return decided(first.points, first, explainBand(observation, rubric, first));
}

function scoreNoCase(item: TemplateItem, rubric: Rubric, options: ScoreOptions, open: () => Decision): Decision {
  const bands = bandsForNoCase(rubric);
  const first = bands[0];
  if (first && samePoints(bands))
    return decided(first.points, first, `Không phát sinh, mức “${bandWords(first)}” → ${showPoints(first.points)} điểm`);
  const rule = options.noCaseRules[item.number] ?? options.noCaseRules['*'] ?? 'open';
  if (rule === 'open') return open();
  const points = rule === 'zero' ? 0 : open().most;
  return decided(
    points,
    null,
    `Không phát sinh; thang điểm không quy định trường hợp này, theo lựa chọn đã xác nhận → ${showPoints(points)} điểm`,
  );
}

function scoreChange(observation: Observation, rubric: Rubric, open: () => Decision): Decision {
  if (observation.value) return fromBands(bandsForValue(rubric, observation.value, isNone(observation, rubric)), observation, rubric, open);
  if (isNone(observation, rubric)) {
    const none = rubric.bands.filter((band) => band.condition.type === 'none');
    if (none.length > 0) return fromBands(none, observation, rubric, open);
  }
  // From nothing to something is a rise beyond every share.
  if (observation.previous && observation.previous.numerator === 0 && observation.current && observation.current.numerator > 0) {
    return fromBands(
      rubric.bands.filter((band) => band.condition.type === 'interval' && band.condition.from === null),
      observation,
      rubric,
      open,
    );
  }
  if (observation.direction === 'rise' || observation.direction === 'fall') {
    const rise = observation.direction === 'rise';
    const bands = rubric.bands.filter((band) => (rise ? intervalMeets(band, null, ZERO) : intervalMeets(band, ZERO, fraction(1))));
    return rubric.complete || samePoints(bands) ? fromBands(bands, observation, rubric, open) : open();
  }
  return open();
}

function scoreReadings(observation: Observation, rubric: Rubric, open: () => Decision): Decision {
  const matched: Band[] = [];
  for (const reading of observation.readings) {
    const bands = bandsForValue(rubric, reading, reading.numerator === 0);
    if (bands.length === 0) return open();
    matched.push(...bands);
  }
  const first = matched[0];
  if (!first) return open();
  if (samePoints(matched))
    return decided(first.points, first, explainBand({ ...observation, value: observation.readings[0] ?? null }, rubric, first));
  return { ...between(matched, () => ''), explanation: open().explanation };
}

/** `trên 95%`, `95 - 97%`: no value, but every value that the words allow earns the same. */
function scoreRange(range: Span, observation: Observation, rubric: Rubric, open: () => Decision): Decision {
  const bands = bandsForSpan(rubric, range);
  const first = bands?.[0];
  if (!bands || !first || !samePoints(bands)) return open();
  const words = `“${observation.text}” không phải số chính xác, nhưng mọi giá trị có thể đều thuộc mức “${bandWords(first)}”`;
  return decided(first.points, first, `${words} → ${showPoints(first.points)} điểm`);
}

function scoreByKind(observation: Observation, rubric: Rubric, open: () => Decision): Decision {
  const byNumber = rubric.perUnit !== null || rubric.proportional !== null;
  // A band beside “mỗi … được …” names its own case; the count decides the rest.
  if (byNumber && !(observation.value && bandsForValue(rubric, observation.value, isNone(observation, rubric)).length > 0)) {
    if (rubric.perUnit) return scorePerUnit(rubric.perUnit, observation, rubric, open);
    if (rubric.proportional && (observation.value || rubric.bands.length === 0))
      return scoreProportional(rubric.proportional, observation, rubric, open);
  }
  if (rubric.kind === 'change') return scoreChange(observation, rubric, open);
  if (observation.level !== null) return fromBands(bandsForLevel(rubric, observation.level), observation, rubric, open);
  if (observation.answer) {
    const bands = bandsForAnswer(rubric, observation.answer);
    // Contract: a yes/no item that names only “Có: 50 điểm” gives 0 for a no; every other kind stays undecided.
    if (
      bands.length === 0 &&
      observation.answer === 'no' &&
      rubric.kind === 'presence' &&
      rubric.bands.some((band) => band.condition.type === 'yes')
    ) {
      return decided(0, null, `${showObserved(observation, rubric)} (thang điểm chỉ nêu điểm khi có) → 0 điểm`);
    }
    return fromBands(bands, observation, rubric, open);
  }
  if (observation.value) return fromBands(bandsForValue(rubric, observation.value, isNone(observation, rubric)), observation, rubric, open);
  if (observation.none) return fromBands(bandsForValue(rubric, ZERO, true), observation, rubric, open);
  return open();
}

/** What the rate written beside a fraction would have given, where that is another band (contract: the fraction decides). */
function contradiction(observation: Observation, rubric: Rubric, decision: Decision): string {
  if (!observation.statedRate || !observation.numerator || decision.points === null || !decision.band) return '';
  const stated = bandsForValue(rubric, observation.statedRate, observation.statedRate.numerator === 0 && isNone(observation, rubric));
  const other = stated[0];
  if (!other || other.points === decision.points) return '';
  return ` (theo tử số/mẫu số; tỷ lệ ghi trong biểu cho ${showPoints(other.points)} điểm)`;
}

function decide(item: TemplateItem, rubric: Rubric, observation: Observation, options: ScoreOptions): Decision {
  const { least, most } = openRange(item, rubric, options.fallbackMaximum ?? null);
  const open = (): Decision => ({
    points: null,
    least,
    most,
    band: null,
    explanation: explainOpen(item, rubric, observation, showRange(least, most)),
  });
  const nothingRead = rubric.bands.length === 0 && !rubric.perUnit && !rubric.proportional;
  if (nothingRead) return open();
  if (observation.conflictingMarks.length > 1) {
    const bands = observation.conflictingMarks.map((index) => rubric.bands[index]).filter((band): band is Band => band !== undefined);
    if (bands.length > 1) return between(bands, (words) => `Có ${bands.length} mức cùng được đánh dấu; ${words}.`);
    return open();
  }
  if (openingProblem(observation)) return open();
  // What could not be read might cover the same values, unless the bands that were read already cover every value.
  if (rubric.unread.length > 0 && !rubric.complete) return open();
  if (observation.noCase) return scoreNoCase(item, rubric, options, open);
  if (observation.markedBand !== null) {
    const band = rubric.bands[observation.markedBand];
    return band ? decided(band.points, band, `Mức được đánh dấu: “${bandWords(band)}” → ${showPoints(band.points)} điểm`) : open();
  }
  if (observation.range && !observation.value) return scoreRange(observation.range, observation, rubric, open);
  if (observation.readings.length > 1) return scoreReadings(observation, rubric, open);
  const decision = scoreByKind(observation, rubric, open);
  const also = contradiction(observation, rubric, decision);
  const summed = observation.summedQuarters && decision.points !== null ? ' (cộng số liệu các quý)' : '';
  return also || summed ? { ...decision, explanation: `${decision.explanation}${also}${summed}` } : decision;
}

/** A scale whose bands depend on the area while the area is undecided is scored by each; where they differ the points stay open. */
function decideByAlternatives(item: TemplateItem, rubric: Rubric, observation: Observation, options: ScoreOptions): Decision {
  const first = decide(item, rubric, observation, options);
  // A tick names a band of the scale as it stands.
  const ticked = observation.markedBand !== null || observation.conflictingMarks.length > 0;
  const others = (ticked ? [] : (rubric.alternatives ?? [])).map((alternative) => decide(item, alternative, observation, options));
  const all = others.length > 0 ? others : [first];
  const lead = all[0] ?? first;
  if (all.every((each) => each.points !== null && each.points === lead.points)) return lead;
  if (others.length === 0) return first;
  const least = Math.min(...all.map((each) => each.least));
  const most = Math.max(...all.map((each) => each.most));
  const words = all.some((each) => each.points === null)
    ? lead.explanation
    : `${showObserved(observation, rubric)}: thang điểm khác nhau giữa miền núi và đồng bằng, chưa biết xã thuộc vùng nào; ${showRange(least, most)}.`;
  return { points: null, least, most, band: null, explanation: words };
}

/**
 * Scores one item: its exact observation against its bands. Points are hundredths. What is missing, unreadable, impossible, covered twice
 * or not covered leaves `points` null with the least and the most it can be (contract, “Never a guess”).
 */
export function scoreItem(item: TemplateItem, rubric: Rubric, observation: Observation, options: ScoreOptions): ScoredItem {
  const decision = decideByAlternatives(item, rubric, observation, options);
  return {
    item,
    rubric,
    observation,
    kind: rubric.kind,
    maxPoints: readPoints(item.maximum) ?? rubric.most,
    points: decision.points,
    least: decision.least,
    most: decision.most,
    band: decision.band,
    explanation: decision.explanation,
    selfScore: readPoints(item.selfScore),
  };
}
