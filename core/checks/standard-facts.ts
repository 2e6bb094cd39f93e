import { readStatedThresholds, readUnitClassWords } from '../scoring/unit-class';
import { showPoints } from '../scoring/points';
import type { ScoredCriterion, ScoredItem } from '../scoring/score';
import type { Confidence, KnownItem, Standard, StandardCriterion, Threshold } from '../standards/standard';
import type { SourceCell } from '../template/template';
import { fold } from '../text/fold';
import { likeness, likenessOf, prepareLabel } from '../text/likeness';
import { criterionSubject, itemSubject, report, type ChecksInput, type Draft, type Place } from './draft';
import { contradictedBand, factWords } from './known-bands';
import { readStatedPoints } from './stated-points';
import { knownCriterion, standardName } from './structure';

// Measured: free wordings of the same criterion lie at 0.29 and above, other subjects below 0.24.
const ANOTHER_NAME = 0.26;

interface Fact {
  readonly subject: string;
  readonly seen: string;
  readonly fact: string;
  readonly source: string;
  readonly confidence: Confidence;
}

function mismatch(standard: Standard, place: Place, { confidence, ...words }: Fact): Draft {
  const severity = confidence === 'verbatim' ? 'error' : 'warning';
  return report('standard-mismatch', { ...place, severity }, { ...words, standard: standardName(standard) });
}

function labelOf(item: ScoredItem, criterion: ScoredCriterion): string {
  return item.item.label.trim() === '' ? criterion.criterion.name : item.item.label;
}

/** Which of the workbook's items is the known one: the likeliest by its label, and only where it leaves no doubt. */
function matchItems(criterion: ScoredCriterion, known: StandardCriterion): { readonly item: ScoredItem; readonly fact: KnownItem }[] {
  const labels = criterion.items.map((item) => prepareLabel(labelOf(item, criterion)));
  const facts = known.items.map((fact) => prepareLabel(fact.label));
  const alike = labels.map((label) => facts.map((fact) => likenessOf(label, fact)));
  // The only item of a criterion with one known item needs less proof.
  const least = labels.length === 1 && facts.length === 1 ? 0.4 : 0.62;
  return known.items.flatMap((fact, column) => {
    const scores = alike.map((row) => row[column] ?? 0);
    const best = scores.indexOf(Math.max(...scores));
    const item = criterion.items[best];
    const score = scores[best] ?? 0;
    const runnerUp = Math.max(0, ...scores.filter((_, index) => index !== best));
    const claimedBetter = (alike[best] ?? []).some((other, index) => index !== column && other > score);
    return item && score >= least && score > runnerUp && !claimedBetter ? [{ item, fact }] : [];
  });
}

/** What a template gives for a yes, in hundredths; null where its scale is of another kind. */
function pointsForYes(item: ScoredItem): number | null {
  const yes = item.rubric.bands.filter((band) => band.condition.type === 'yes');
  return yes.length === 1 ? yes[0]!.points : null;
}

function checkItem(input: ChecksInput, standard: Standard, criterion: ScoredCriterion, item: ScoredItem, known: KnownItem): Draft[] {
  const elsewhere = input.template.rubricSource === 'other-workbook';
  const number = item.item.number;
  const subject = itemSubject(number);
  const at = (cell: SourceCell): Place => ({ at: cell, criterion: criterion.criterion.number, item: number });
  const facts = { subject, source: known.source, confidence: known.confidence };
  const rubricPlace = (cell: SourceCell): Place => ({ ...at(cell), at: elsewhere ? null : cell });
  if (known.kind === 'presence') {
    const expected = known.bands[0]?.points ?? known.maxPoints;
    const given = pointsForYes(item);
    const band = item.rubric.bands.find((one) => one.condition.type === 'yes');
    if (expected !== undefined && given !== null && band && given !== expected * 100)
      return [
        mismatch(standard, rubricPlace(band.cell), {
          ...facts,
          seen: `“có” được ${showPoints(given)} điểm`,
          fact: `“có” được ${expected} điểm`,
        }),
      ];
  } else {
    for (const one of known.bands) {
      const band = contradictedBand(item.rubric, one);
      if (band === null) continue;
      const words = band.text
        .replace(/\s+/g, ' ')
        .replace(/^[-–•+*·\s]+/, '')
        .replace(/[\s.;,:–-]+$/, '');
      const points = `${showPoints(band.points)} điểm`;
      const seen = new RegExp(`(^|\\D)${showPoints(band.points)}\\s*(điểm|đ)`, 'i').test(words) ? `“${words}”` : `“${words}”: ${points}`;
      return [mismatch(standard, rubricPlace(band.cell), { ...facts, seen, fact: factWords(one) })];
    }
  }
  const stated = readStatedPoints(item.item.maximum).points;
  if (known.maxPoints === undefined || item.item.maximum === null || stated === null || stated === known.maxPoints * 100) return [];
  return [
    mismatch(standard, at(item.item.maximum), {
      ...facts,
      seen: `điểm tối đa ${showPoints(stated)}`,
      fact: `điểm tối đa là ${known.maxPoints}`,
    }),
  ];
}

function checkMaximum(standard: Standard, criterion: ScoredCriterion, known: StandardCriterion): Draft[] {
  if (known.maxPoints === null) return [];
  const expected = known.maxPoints.value * 100;
  const own = readStatedPoints(criterion.criterion.maximum).points;
  const items = criterion.items.map((item) => readStatedPoints(item.item.maximum).points);
  const sum =
    items.length === 0 ? null : items.reduce<number | null>((total, one) => (total === null || one === null ? null : total + one), 0);
  const stated = own ?? sum;
  // Where the items add up to what is known, the criterion's own figure is a slip that the check of maxima names.
  if (stated === null || stated === expected || sum === expected) return [];
  const cell = (own === null ? null : criterion.criterion.maximum) ?? criterion.criterion.cell ?? criterion.items[0]?.item.maximum ?? null;
  const { number } = criterion.criterion;
  const { source, confidence } = known.maxPoints;
  const words = {
    subject: criterionSubject(number),
    seen: `điểm tối đa ${showPoints(stated)}`,
    fact: `điểm tối đa là ${known.maxPoints.value}`,
  };
  return [mismatch(standard, { at: cell, criterion: number }, { ...words, source, confidence })];
}

/** The stated total of maxima against what is known; one that only adds up wrongly is the check of maxima's. */
function checkMaximumTotal(input: ChecksInput, standard: Standard): Draft[] {
  const cell = input.template.total.maximum;
  const stated = readStatedPoints(cell).points;
  const known = standard.maxTotal;
  if (known === null || cell === null || stated === null || stated === known.value * 100) return [];
  const parts = input.score.criteria.map((criterion) => criterion.maxPoints);
  if (parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) === known.value * 100) return [];
  const words = { subject: 'Tổng điểm', seen: `điểm tối đa ${showPoints(stated)}`, fact: `điểm tối đa là ${known.value}` };
  return [mismatch(standard, { at: cell, total: true }, { ...words, source: known.source, confidence: known.confidence })];
}

function ageLimit(name: string): number | null {
  const match = /\bduoi (\d+) (tuoi|thang)\b/.exec(fold(name));
  return match === null ? null : Number(match[1]) * (match[2] === 'tuoi' ? 12 : 1);
}

/** True where a name means another thing: another age, or nothing in common with any way of calling the criterion. Shorter or misspelt names don't. */
function meansAnother(name: string, known: StandardCriterion): boolean {
  if (fold(name) === fold(known.name.value)) return false;
  const [own, expected] = [ageLimit(name), ageLimit(known.name.value)];
  if (own !== null && expected !== null && own !== expected) return true;
  const words = fold(name)
    .split(' ')
    .filter((word) => word.length > 1);
  if (words.length < 4) return false;
  return [known.name.value, ...known.alsoCalled].every((other) => likeness(name, other) < ANOTHER_NAME);
}

function checkName(standard: Standard, criterion: ScoredCriterion, known: StandardCriterion): Draft[] {
  const { name, number, cell } = criterion.criterion;
  if (known.number === null || cell === null || !meansAnother(name, known)) return [];
  const { source, confidence, value } = known.name;
  const words = { subject: criterionSubject(number), seen: `tên “${name.replace(/\s+/g, ' ').trim()}”`, fact: `tên là “${value}”` };
  return [mismatch(standard, { at: cell, criterion: number }, { ...words, source, confidence })];
}

function thresholdFact(thresholds: readonly Threshold[], ofClass: Threshold | null): Omit<Fact, 'seen'> {
  const first = ofClass ?? thresholds[0]!;
  const fact = ofClass
    ? `“${ofClass.wording}” phải đạt từ ${ofClass.minPoints} điểm trở lên`
    : `phải đạt từ ${thresholds.map((one) => one.minPoints).join(', ')} điểm trở lên, tùy loại đơn vị`;
  return { subject: 'Điểm để được công nhận', fact, source: first.source, confidence: first.confidence };
}

function checkThresholds(input: ChecksInput, standard: Standard): Draft[] {
  const thresholds = standard.thresholds ?? [];
  if (thresholds.length === 0) return [];
  const ofClass = (unitClass: string | null): Threshold | null => thresholds.find((one) => one.unitClass === unitClass) ?? null;
  return input.template.unitClassStatements.flatMap((statement) => {
    const values = readStatedThresholds(statement.text);
    const [only] = values;
    const named =
      ofClass(readUnitClassWords(statement.text)) ?? (values.length === 1 ? ofClass(input.score.unitClass.workbookClass) : null);
    const wrong =
      values.find((value) => !thresholds.some((one) => one.minPoints === value)) ??
      (values.length === 1 && named && only !== named.minPoints ? only : undefined);
    if (wrong === undefined) return [];
    return [
      mismatch(
        standard,
        { at: statement.cell },
        { ...thresholdFact(thresholds, values.length === 1 ? named : null), seen: `${wrong} điểm` },
      ),
    ];
  });
}

/**
 * Findings where the template contradicts a sourced fact of the Decision: maxima, known bands, thresholds, the meaning of a criterion's name.
 * Error for what an official text reproduces, warning for what the press reports. The template's own bands are applied all the same.
 */
export function checkStandardFacts(input: ChecksInput): Draft[] {
  const { standard, criteria } = input.score;
  if (standard === null) return [];
  const inCriteria = criteria.flatMap((criterion) => {
    const known = knownCriterion(standard, criterion);
    if (known === null) return [];
    const items = matchItems(criterion, known).flatMap(({ item, fact }) => checkItem(input, standard, criterion, item, fact));
    // An item that departs explains the criterion's maximum.
    return [...checkName(standard, criterion, known), ...items, ...(items.length > 0 ? [] : checkMaximum(standard, criterion, known))];
  });
  return [...inCriteria, ...checkThresholds(input, standard), ...checkMaximumTotal(input, standard)];
}
