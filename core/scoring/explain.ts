import type { Observation } from '../observations/observation';
import type { Band, Limit, Rubric } from '../rubric/rubric';
import { compare, equals, formatVietnamese, multiply, roundHalfUp, type Fraction } from '../text/fractions';
import { rememberTexts } from '../text/remember';
import { isNone } from './match-bands';
import { showPoints } from './points';

const MOST_DECIMALS = 8;

/** Shows a number exactly where three decimals do, else with two decimals or with as many more as keep it on its own side of every limit (97,996 % is not 98 %). */
function showBeside(value: Fraction, limits: readonly Fraction[]): string {
  if (equals(roundHalfUp(value, 3), value)) return formatVietnamese(value, 3);
  for (let decimals = 2; decimals < MOST_DECIMALS; decimals += 1) {
    const shown = roundHalfUp(value, decimals);
    if (limits.every((limit) => compare(shown, limit) === compare(value, limit))) return formatVietnamese(value, decimals);
  }
  return formatVietnamese(value, MOST_DECIMALS);
}

function limitsOf(rubric: Rubric): Fraction[] {
  const found: Fraction[] = [];
  for (const band of rubric.bands) {
    if (band.condition.type !== 'interval') continue;
    if (band.condition.from) found.push(band.condition.from.value);
    if (band.condition.to) found.push(band.condition.to.value);
  }
  return found;
}

function scaled(value: Fraction, factor: number): Fraction {
  return multiply(value, { numerator: factor, denominator: 1 }) ?? value;
}

/** A value of the rubric's measure in words: `99,49 %`, `0,26/1.000`, `4`. */
export function showValue(value: Fraction, rubric: Rubric): string {
  const limits = limitsOf(rubric);
  if (rubric.kind === 'percentage' || rubric.kind === 'proportional' || rubric.kind === 'change') {
    return `${showBeside(
      scaled(value, 100),
      limits.map((limit) => scaled(limit, 100)),
    )} %`;
  }
  if (rubric.kind === 'incidence' && rubric.per) {
    const per = rubric.per;
    const shown = showBeside(
      scaled(value, per),
      limits.map((limit) => scaled(limit, per)),
    );
    return `${shown}/${formatVietnamese({ numerator: per, denominator: 1 }, 0)}`;
  }
  return showBeside(value, limits);
}

function showChange(observation: Observation, rubric: Rubric): string {
  const { previous, current, value } = observation;
  const values = previous && current ? `${formatVietnamese(previous, 2)} → ${formatVietnamese(current, 2)}` : '';
  const direction = value ? Math.sign(value.numerator) : observation.direction === 'rise' ? -1 : observation.direction === 'fall' ? 1 : 0;
  const size =
    value && value.numerator !== 0 ? ` ${showValue({ numerator: Math.abs(value.numerator), denominator: value.denominator }, rubric)}` : '';
  const words = direction > 0 ? `giảm${size}` : direction < 0 ? `tăng${size}` : 'không tăng, không giảm';
  return values ? `${values} (${words})` : words;
}

/** What was observed, in one phrase. */
export function showObserved(observation: Observation, rubric: Rubric): string {
  const { numerator, denominator, value } = observation;
  if (observation.noCase) return 'Không phát sinh';
  if (rubric.kind === 'change' && ((observation.previous && observation.current) || value || observation.direction)) {
    return showChange(observation, rubric);
  }
  if (numerator && denominator && value) {
    return `${formatVietnamese(numerator, 2)}/${formatVietnamese(denominator, 2)} = ${showValue(value, rubric)}`;
  }
  if (value && !(observation.none && isNone(observation, rubric))) {
    const counted = rubric.kind === 'count' || rubric.kind === 'per-unit' || rubric.kind === 'presence' || rubric.kind === 'choice';
    return counted && observation.unit ? `${showValue(value, rubric)} ${observation.unit}` : showValue(value, rubric);
  }
  if (observation.answer) return observation.answer === 'yes' ? 'Có' : 'Không';
  if (observation.text) return `“${observation.text}”`;
  return observation.none ? 'Không có' : '';
}

function showLimit(limit: Limit, rubric: Rubric): string {
  return showValue(limit.value, { ...rubric, bands: [] });
}

const rememberedBandWords = rememberTexts((text) => {
  const words = text
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–•+*·]+(?=\D)/u, '')
    .replace(/[\s;.,:]+$/u, '')
    .replace(/\s*[:=→(–-]*\s*(?:được\s+)?\d+(?:[.,]\d+)?\s*(?:điểm|đ)\)?$/iu, '')
    .replace(/[\s;.,:]+$/u, '')
    .trim();
  return words.length > 140 ? `${words.slice(0, 137)}…` : words;
});

/** The band's own words without bullet, line breaks, closing punctuation and the points, which are said behind the arrow. */
export function bandWords(band: Band): string {
  return rememberedBandWords(band.text);
}

/** `972/977 = 99,49 % ≥ 98 % → 50 điểm`; bands with two limits or none are quoted in their own words. */
export function explainBand(observation: Observation, rubric: Rubric, band: Band): string {
  const points = `→ ${showPoints(band.points)} điểm`;
  const condition = band.condition;
  const observed = showObserved(observation, rubric);
  const comparable = observation.value !== null && (rubric.kind === 'percentage' || rubric.kind === 'incidence' || rubric.kind === 'count');
  if (comparable && condition.type === 'interval' && observed && !observed.startsWith('“')) {
    if (condition.from && !condition.to)
      return `${observed} ${condition.from.inclusive ? '≥' : '>'} ${showLimit(condition.from, rubric)} ${points}`;
    if (condition.to && !condition.from)
      return `${observed} ${condition.to.inclusive ? '≤' : '<'} ${showLimit(condition.to, rubric)} ${points}`;
  }
  const words = bandWords(band);
  return words ? `${observed || 'Đã đánh dấu'}, mức “${words}” ${points}` : `${observed} ${points}`;
}

/** `từ 0 đến 50 điểm` */
export function showRange(least: number, most: number): string {
  return least === most ? `${showPoints(least)} điểm` : `từ ${showPoints(least)} đến ${showPoints(most)} điểm`;
}
