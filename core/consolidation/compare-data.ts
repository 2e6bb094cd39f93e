import { bandsForValue } from '../observations/matching-bands';
import { fraction, toNumber } from '../text/fractions';
import { itemSubject } from '../checks/draft';
import { formatPoints } from '../summary/words';
import { observationOf } from './compact';
import type { ConsolidationFinding } from './consolidation';
import type { ExaminedCommune, ExaminedItem, Scale } from './examined';
import { hashTexts } from './quick-hash';
import { middle } from './statistics';

/** A commune that counts, with its own table; one that was taken from a district book has none. */
export interface Compared {
  readonly commune: string | null;
  readonly file: string;
  readonly own: ExaminedCommune;
  /** Place of each item in the reference, null for one that it does not have. */
  readonly places: readonly (number | null)[];
}

function isRate({ kind }: ExaminedItem): boolean {
  return kind === 'percentage' || kind === 'proportional' || kind === 'incidence';
}

function shown(commune: string | null, file: string): string {
  return commune ?? file;
}

/** Iglewicz and Hoaglin's modified z-score beyond which a value counts as an outlier. */
const OUTLYING = 3.5;
const LEAST_COMMUNES = 8;
/** Smaller groups swing by chance alone: 1 of 2 is no outlying 50 %. */
const LEAST_GROUP = 10;
const LEAST_DISTANCE = 0.1;
/** Rates for a thousand children lie closer together. */
const LEAST_INCIDENCE = 0.002;
const STANDARD_ERRORS = 3;

interface Value {
  readonly at: Compared;
  readonly item: ExaminedItem;
  readonly value: number;
  readonly group: number | null;
}

/** By the spread on the value's own side of the median: rates near 100 % crowd on one side, and a single spread would call the other side odd. */
function scoreAgainst(values: readonly number[]): (value: number) => number {
  const center = middle(values.slice().sort((a, b) => a - b)) as number;
  const scaleOf = (distances: readonly number[]): number => {
    const spread = middle(distances.slice().sort((a, b) => a - b)) ?? 0;
    // More than half at the median leave no spread: then the mean distance stands in for it.
    const mean = distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, distances.length);
    return spread > 0 ? spread / 0.6745 : mean * 1.253314;
  };
  const below = scaleOf(values.filter((value) => value <= center).map((value) => center - value));
  const above = scaleOf(values.filter((value) => value >= center).map((value) => value - center));
  return (value) => {
    const scale = value < center ? below : above;
    return scale === 0 ? 0 : Math.abs(value - center) / scale;
  };
}

function outliersOf(values: readonly Value[]): { value: Value; center: number }[] {
  if (values.length < LEAST_COMMUNES) return [];
  const numbers = values.map((each) => each.value);
  const score = scoreAgainst(numbers);
  const center = middle(numbers.slice().sort((a, b) => a - b)) as number;
  return values
    .filter(({ item, value, group }) => {
      if (score(value) <= OUTLYING || Math.abs(value - center) < (item.kind === 'incidence' ? LEAST_INCIDENCE : LEAST_DISTANCE))
        return false;
      if (group === null) return true;
      if (group < LEAST_GROUP) return false;
      const share = (center * group + 1) / (group + 2);
      return Math.abs(value - center) > STANDARD_ERRORS * Math.sqrt((share * (1 - share)) / group);
    })
    .map((value) => ({ value, center }));
}

function percent(share: number): string {
  return `${formatPoints(share * 100)} %`;
}

/**
 * Rates that lie far from the other communes' (modified z-score by the median), with a guard: in a small group one child more or less moves the
 * rate far, so that a rate also has to lie beyond what chance gives in a group of its size. Totals are held against each other, too.
 */
export function findOutliers(compared: readonly Compared[]): ConsolidationFinding[] {
  const byPlace = new Map<number, Value[]>();
  for (const at of compared) {
    at.own.items.forEach((item, index) => {
      const place = at.places[index] ?? null;
      const observation = observationOf(item);
      const rate = observation.value;
      if (place === null || rate === null || observation.problems.length > 0 || observation.markedBand !== null) return;
      const value = toNumber(rate);
      if (!isRate(item) || value < 0 || value > 1) return;
      const group = observation.denominator === null ? null : toNumber(observation.denominator);
      const list = byPlace.get(place) ?? [];
      list.push({ at, item, value, group });
      byPlace.set(place, list);
    });
  }
  const findings: ConsolidationFinding[] = [];
  byPlace.forEach((values) => {
    for (const { value, center } of outliersOf(values)) {
      const { at, item } = value;
      findings.push({
        code: 'outlier',
        severity: 'warning',
        commune: at.commune,
        file: at.file,
        cell: item.cell,
        criterion: item.criterion,
        item: item.number,
        message: `${itemSubject(item.number)} (${item.label}): ${shown(at.commune, at.file)} đạt ${percent(value.value)}, cách xa các xã khác (ở giữa là ${percent(center)} của ${values.length} xã). Kiểm tra lại số liệu và minh chứng.`,
      });
    }
  });
  return findings.concat(outlyingTotals(compared));
}

function outlyingTotals(compared: readonly Compared[]): ConsolidationFinding[] {
  const totals = compared
    .filter(({ own }) => own.points !== null && own.maxPoints !== null && own.maxPoints > 0)
    .map((at) => ({ at, value: (at.own.points as number) / (at.own.maxPoints as number) }));
  if (totals.length < LEAST_COMMUNES) return [];
  const numbers = totals.map((total) => total.value);
  const score = scoreAgainst(numbers);
  const center = middle(numbers.slice().sort((a, b) => a - b)) as number;
  return totals
    .filter(({ value }) => score(value) > OUTLYING && Math.abs(value - center) >= LEAST_DISTANCE)
    .map(({ at }) => ({
      code: 'outlier',
      severity: 'warning',
      commune: at.commune,
      file: at.file,
      cell: null,
      message: `Tổng điểm tính được của ${shown(at.commune, at.file)} là ${formatPoints(at.own.points as number)}, cách xa các xã khác (ở giữa là ${percent(center)} số điểm tối đa của ${totals.length} xã). Kiểm tra lại.`,
    }));
}

/** Figures that tell one commune from another: rates of groups that are not small, and counts that are not round. */
function tellingFigures({ own, places }: Compared): string[] {
  const figures: string[] = [];
  own.items.forEach((item, index) => {
    const { numerator, denominator, value } = observationOf(item);
    const place = places[index] ?? `${item.criterion}:${item.label}`;
    if (numerator !== null && denominator !== null) {
      if (toNumber(denominator) >= LEAST_GROUP) figures.push(`${place}|${toNumber(numerator)}/${toNumber(denominator)}`);
    } else if (value !== null) {
      const number = toNumber(value);
      if (number !== 0 && number !== 1 && !(Number.isInteger(number) && number < LEAST_GROUP)) figures.push(`${place}|${number}`);
    }
  });
  return figures;
}

const LEAST_FIGURES = 5;
const NEARLY_ALL = 0.9;
/** A figure that more communes share says nothing. */
const MOST_SHARING = 12;

/** Communes whose figures are the same, or nearly all the same: copied from each other, or sent under the wrong name. */
export function findIdenticalData(compared: readonly Compared[]): ConsolidationFinding[] {
  const figures = compared.map(tellingFigures);
  const whole = new Map<string, number[]>();
  const holders = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, key: string, index: number): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [index]);
    else list.push(index);
  };
  figures.forEach((own, index) => {
    if (own.length < LEAST_FIGURES) return;
    put(whole, hashTexts(own), index);
    for (const figure of own) put(holders, figure, index);
  });
  const findings: ConsolidationFinding[] = [];
  const told = new Set<string>();
  whole.forEach((members) => {
    if (members.length < 2) return;
    for (const one of members) for (const other of members) told.add(`${one} ${other}`);
    findings.push(
      sameFigures(
        members.map((index) => compared[index] as Compared),
        'giống hệt nhau',
      ),
    );
  });
  const shared = new Map<string, number>();
  holders.forEach((members) => {
    if (members.length < 2 || members.length > MOST_SHARING) return;
    members.forEach((one, position) => {
      for (const other of members.slice(position + 1)) shared.set(`${one} ${other}`, (shared.get(`${one} ${other}`) ?? 0) + 1);
    });
  });
  shared.forEach((count, pair) => {
    if (told.has(pair)) return;
    const [one, other] = pair.split(' ').map(Number) as [number, number];
    const most = Math.max((figures[one] as string[]).length, (figures[other] as string[]).length);
    if (count < LEAST_FIGURES + 3 || count < most * NEARLY_ALL) return;
    findings.push(sameFigures([compared[one] as Compared, compared[other] as Compared], `giống nhau ở ${count}/${most} chỗ`));
  });
  return findings;
}

function sameFigures(members: readonly Compared[], how: string): ConsolidationFinding {
  const [first] = members;
  return {
    code: 'identical-data',
    severity: 'error',
    commune: first?.commune ?? null,
    file: first?.file ?? null,
    files: members.map((member) => member.file),
    cell: null,
    message: `Số liệu của ${members.map((member) => shown(member.commune, member.file)).join(' và ')} ${how}. Có thể chép từ nhau hoặc gửi nhầm tệp; yêu cầu các xã kiểm tra lại.`,
  };
}

const LEAST_RATES = 5;

/** Whether a rate of 100 % earns the most: it does not where the scale counts bad events. */
function isGoodAtWhole({ rubric }: Scale): boolean {
  const bands = bandsForValue(rubric, fraction(1), false);
  return rubric.proportional !== null || (bands.length > 0 && bands.every((band) => band.points === rubric.most));
}

/** Communes every one of whose rates is 100 %, but for rates of bad events. `look` gives a scale by its key. */
export function findAllHundred(compared: readonly Compared[], look: (key: string) => Scale): ConsolidationFinding[] {
  const good = new Map<string, boolean>();
  const isGood = (key: string): boolean => {
    const known = good.get(key) ?? isGoodAtWhole(look(key));
    good.set(key, known);
    return known;
  };
  return compared
    .filter(({ own }) => {
      const rates = own.items
        .filter(({ kind, scale }) => (kind === 'percentage' || kind === 'proportional') && isGood(scale))
        .map(observationOf)
        .filter(({ value, problems }) => value !== null && problems.length === 0);
      return rates.length >= LEAST_RATES && rates.every(({ value }) => value !== null && toNumber(value) === 1);
    })
    .map(({ commune, file }) => ({
      code: 'all-hundred-percent',
      severity: 'warning',
      commune,
      file,
      cell: null,
      message: `Mọi tỷ lệ của ${shown(commune, file)} đều đúng 100 %. Kiểm tra lại số liệu và minh chứng.`,
    }));
}
