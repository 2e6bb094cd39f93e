import type { PointsRange } from '../assessment';
import { NOTHING_READ } from '../observations/draft';
import type { Observation } from '../observations/observation';
import type { Band, Rubric } from '../rubric/rubric';
import { openRange, scoreItem } from '../scoring/score-item';
import type { ScoredCriterion, ScoredItem } from '../scoring/score';
import { toPoints } from '../scoring/points';
import { decideVerdict } from '../scoring/verdict';
import type { Standard } from '../standards/standard';
import type { SourceCell, TemplateItem } from '../template/template';
import { compare, equals } from '../text/fractions';
import type { ConsolidatedVerdict, RubricDifference } from './consolidation';
import type { ExaminedCommune, ExaminedItem, Scale } from './examined';
import { bareCell, conditionKey } from './scales';
import { alignerTo } from './align';
import { observationOf } from './compact';

/** A scale of all criteria, against which communes are held. */
export interface Reference {
  readonly source: 'given' | 'most-used';
  readonly file: string;
  readonly standard: string | null;
  readonly items: readonly ExaminedItem[];
  readonly criteria: readonly { readonly number: number; readonly name: string }[];
}

/** A departure, and which item of the reference it is about; null for one that the reference does not have. */
export type PlacedDifference = RubricDifference & { readonly place: number | null };

/** A commune's results by the reference. */
export interface Rescored {
  readonly points: number | null;
  readonly range: PointsRange;
  readonly verdict: ConsolidatedVerdict;
  readonly differences: readonly PlacedDifference[];
}

function cellWith(value: number | null): SourceCell | null {
  return value === null ? null : { ...bareCell(), text: String(value), cell: { row: 0, column: 0, value } };
}

function templateItem(item: ExaminedItem, maxPoints: number | null, cell: string | null): TemplateItem {
  return {
    number: item.number,
    shownNumber: null,
    label: item.label,
    labelCell: bareCell(cell ?? ''),
    maximum: cellWith(maxPoints === null ? null : toPoints(maxPoints)),
    rubric: [],
    result: cell === null ? null : bareCell(cell),
    numerator: null,
    denominator: null,
    rate: null,
    previous: null,
    quarters: [],
    selfScore: null,
    pointsOff: null,
    evidence: null,
    note: null,
  };
}

/** Measures in which a value means the same for both kinds of scale. */
const families: readonly (readonly Rubric['kind'][])[] = [
  ['percentage', 'proportional', 'incidence'],
  ['count', 'per-unit'],
  ['presence', 'choice'],
];

function comparable(own: Rubric, reference: Rubric): boolean {
  return own.kind === reference.kind || families.some((family) => family.includes(own.kind) && family.includes(reference.kind));
}

function within(inner: Band, outer: Band): boolean {
  const [own, other] = [inner.condition, outer.condition];
  if (own.type !== 'interval' || other.type !== 'interval') return conditionKey(inner) === conditionKey(outer);
  const low = (): boolean => {
    if (other.from === null) return true;
    if (own.from === null) return false;
    const order = compare(own.from.value, other.from.value);
    return order > 0 || (order === 0 && (other.from.inclusive || !own.from.inclusive));
  };
  const high = (): boolean => {
    if (other.to === null) return true;
    if (own.to === null) return false;
    const order = compare(own.to.value, other.to.value);
    return order < 0 || (order === 0 && (other.to.inclusive || !own.to.inclusive));
  };
  return low() && high();
}

/** The result as the reference has to see it: a tick names a band of the own scale, so its stretch decides. null where nothing can be carried over. */
function carriedOver(observation: Observation, own: Rubric, reference: Rubric): Observation | null {
  if (!comparable(own, reference) || observation.conflictingMarks.length > 1) return null;
  if (observation.markedBand === null) return observation;
  const ticked = own.bands[observation.markedBand];
  if (ticked === undefined) return null;
  const { condition } = ticked;
  if (condition.type === 'none') return { ...observation, markedBand: null, none: true };
  // A band of one value is that value.
  if (condition.type === 'interval' && condition.from !== null && condition.to !== null && equals(condition.from.value, condition.to.value))
    return { ...observation, markedBand: null, value: condition.from.value };
  const holding = reference.bands.map((band, index) => ({ band, index })).filter(({ band }) => within(ticked, band));
  const [first] = holding;
  return first !== undefined && holding.every(({ band }) => band.points === first.band.points)
    ? { ...observation, markedBand: first.index }
    : null;
}

function undecided(item: TemplateItem, rubric: Rubric, observation: Observation, explanation: string): ScoredItem {
  const { least, most } = openRange(item, rubric, null);
  const maxPoints = rubric.most;
  return { item, rubric, observation, kind: rubric.kind, maxPoints, points: null, least, most, band: null, explanation, selfScore: null };
}

function rulesOf(commune: ExaminedCommune): Record<string, 'most' | 'zero' | 'open'> {
  const rules: Record<string, 'most' | 'zero' | 'open'> = {};
  for (const { code, value } of commune.confirmed) {
    const [subject, rule] = value.split('=');
    if (code === 'no-case-rule' && subject !== undefined && (rule === 'most' || rule === 'zero' || rule === 'open')) rules[subject] = rule;
  }
  return rules;
}

function scoreByReference(wanted: ExaminedItem, own: ExaminedItem | undefined, commune: ExaminedCommune, scales: ScaleLook): ScoredItem {
  const reference = scales(wanted.scale).rubric;
  if (own === undefined) {
    const item = templateItem(wanted, wanted.maxPoints, null);
    return undecided(item, reference, NOTHING_READ, `bảng của xã không có nội dung “${wanted.label}”.`);
  }
  // Named as the commune's own workbook numbers it, so that its reason leads to its cell and its answers are found.
  const item = templateItem({ ...own, label: wanted.label }, wanted.maxPoints, own.cell);
  const result = observationOf(own);
  if (own.scale === wanted.scale && own.maxPoints === wanted.maxPoints)
    return {
      ...undecided(item, reference, result, ''),
      points: own.points,
      least: own.least,
      most: own.most,
      maxPoints: own.maxPoints,
    };
  const observation = carriedOver(result, scales(own.scale).rubric, reference);
  if (observation === null) return undecided(item, reference, result, 'kết quả của xã không đối chiếu được với thang điểm chuẩn.');
  return scoreItem(item, reference, observation, { noCaseRules: rulesOf(commune) });
}

type ScaleLook = (key: string) => Scale;

/** Scores communes by a reference. `standard` gives the rule about criteria without points. */
export function rescorerBy(reference: Reference, standard: Standard | null, scales: ScaleLook): (commune: ExaminedCommune) => Rescored {
  const align = alignerTo(reference.items);
  return (commune) => {
    const matched = align(commune.items);
    const ownOf = new Map<number, ExaminedItem>();
    matched.forEach((place, index) => {
      if (place !== null) ownOf.set(place, commune.items[index] as ExaminedItem);
    });
    const scored = reference.items.map((wanted, index) => scoreByReference(wanted, ownOf.get(index), commune, scales));
    const criteria = reference.criteria.map(({ number, name }): ScoredCriterion => {
      const items = scored.filter((_, index) => reference.items[index]?.criterion === number);
      // A criterion that the commune has twice, differently, stays open by the reference, too.
      const doubled = commune.criteria.some(
        (each) =>
          each.number === number &&
          each.points === null &&
          commune.items.every((item) => item.criterion !== number || item.points !== null),
      );
      const decided = !doubled && items.every((item) => item.points !== null);
      const sum = (pick: (item: ScoredItem) => number): number => items.reduce((total, item) => total + pick(item), 0);
      return {
        criterion: { number, name, cell: null, maximum: null, selfScore: null, items: [], sharesRowWithItem: false },
        maxPoints: sum((item) => item.maxPoints ?? 0),
        points: decided ? sum((item) => item.points ?? 0) : null,
        least: doubled ? 0 : sum((item) => item.least),
        most: sum((item) => item.most),
        selfScore: null,
        items,
      };
    });
    const least = criteria.reduce((total, criterion) => total + criterion.least, 0);
    const most = criteria.reduce((total, criterion) => total + criterion.most, 0);
    const verdict = decideVerdict({
      templateRecognised: criteria.length > 0,
      criteria,
      missing: [],
      least,
      most,
      bounded: true,
      thresholds: commune.possibleThresholds,
      noZeroCriterion: standard?.noZeroCriterion?.value === true,
    });
    const points = criteria.some((criterion) => criterion.points === null) ? null : least;
    return {
      points: points === null ? null : toPoints(points),
      range: [toPoints(least), toPoints(most)],
      verdict,
      differences: differencesOf(reference, commune, matched, scored, scales),
    };
  };
}

function differencesOf(
  reference: Reference,
  commune: ExaminedCommune,
  matched: readonly (number | null)[],
  scored: readonly ScoredItem[],
  scales: ScaleLook,
): PlacedDifference[] {
  const differences: PlacedDifference[] = [];
  commune.items.forEach((item, index) => {
    const place = matched[index] ?? null;
    const wanted = place === null ? undefined : reference.items[place];
    const facts = { place, criterion: item.criterion, item: item.number, label: item.label, own: scales(item.scale).words };
    if (wanted === undefined || place === null) {
      differences.push({ ...facts, reference: 'không có nội dung này', change: item.points === null ? null : toPoints(item.points) });
      return;
    }
    if (wanted.scale === item.scale && wanted.maxPoints === item.maxPoints) return;
    const there = scored[place]?.points ?? null;
    const change = item.points === null || there === null ? null : toPoints(item.points - there);
    const maximum = (value: number | null): string => (value === null ? '' : ` (tối đa ${toPoints(value)} điểm)`.replace('.', ','));
    const sameWords = wanted.scale === item.scale;
    differences.push({
      ...facts,
      own: facts.own + (sameWords ? maximum(item.maxPoints) : ''),
      reference: scales(wanted.scale).words + (sameWords ? maximum(wanted.maxPoints) : ''),
      change,
    });
  });
  const present = new Set(matched.filter((place): place is number => place !== null));
  reference.items.forEach((wanted, place) => {
    if (present.has(place)) return;
    differences.push({
      place,
      criterion: wanted.criterion,
      item: wanted.number,
      label: wanted.label,
      own: 'không có nội dung này',
      reference: scales(wanted.scale).words,
      change: null,
    });
  });
  return differences;
}
