import { isDoubtful } from './doubt';
import type { Rubric } from '../rubric/rubric';
import type { SourceCell, TemplateItem } from '../template/template';
import { add, fraction, isZero, type Fraction } from '../text/fractions';
import type { ObservationContext } from './context';
import { NOTHING_READ, problemAt } from './draft';
import { readMarks } from './marks';
import type { Observation } from './observation';
import { readAnswerItem } from './read-answer-item';
import { isBlankCell, readCell, shownText } from './read-cell';
import { readChange } from './read-change';
import { readCount } from './read-count';
import { readRate } from './read-rate';
import { bandsForSpan } from './matching-bands';
import { readWordedRange, type WordedRange } from './worded-range';

function hasOwnResult(item: TemplateItem): boolean {
  return [item.result, item.numerator, item.rate].some((cell) => !isBlankCell(cell));
}

function readCountItem(item: TemplateItem, rubric: Rubric, context: ObservationContext): Observation {
  const cell =
    [item.result, item.numerator, item.rate].find((each) => each !== null && !isBlankCell(each)) ??
    item.result ??
    item.numerator ??
    item.rate;
  const count = readCount(cell, rubric.unit, context, item.label);
  const base: Observation = {
    ...NOTHING_READ,
    cells: { ...NOTHING_READ.cells, observation: cell, numerator: count.sources[0] ?? null },
    text: cell ? shownText(cell, context) : '',
    unit: rubric.unit || count.unit,
  };
  if (count.blank) return { ...base, problems: [problemAt('missing-observation', cell ?? item.labelCell, base.text)] };
  const range = count.problems.some((problem) => problem.code === 'unreadable-value') ? countRange(cell, rubric, context) : null;
  if (range) return { ...base, range };
  if (count.readings.length > 1) return { ...base, readings: count.readings, problems: count.problems };
  // Of what is counted there was nothing: for a count that is zero, whatever words say it.
  if (count.noCase) return { ...base, value: fraction(0), none: true, problems: count.problems };
  return { ...base, value: count.value, none: count.none || (count.value !== null && isZero(count.value)), problems: count.problems };
}

/** `Trên 4 mô hình` where every number above 4 earns the same points. */
function countRange(cell: SourceCell | null, rubric: Rubric, context: ObservationContext): WordedRange | null {
  const reading = readCell(cell, context);
  const range = reading.type === 'text' && rubric.kind === 'count' ? readWordedRange(reading.text, false, context) : null;
  const bands = range ? bandsForSpan(rubric, range) : null;
  return bands && bands.length > 0 && bands.every((band) => band.points === bands[0]?.points) ? range : null;
}

/** Contract, “Quarter columns with an empty year column”: counts are added up where every quarter has one; rates are not. */
function readQuarters(item: TemplateItem, rubric: Rubric, context: ObservationContext): Observation | null {
  if (item.quarters.length === 0 || hasOwnResult(item) || item.quarters.every((cell) => isBlankCell(cell))) return null;
  const first = item.quarters[0] as SourceCell;
  const cells = { ...NOTHING_READ.cells, observation: item.result ?? first };
  const text = item.quarters.map((cell) => shownText(cell, context) || '…').join(' + ');
  const base: Observation = { ...NOTHING_READ, cells, text, unit: rubric.unit };
  if (rubric.kind === 'presence' || rubric.kind === 'choice') {
    const answers = item.quarters
      .filter((cell) => !isBlankCell(cell))
      .map((cell) => readAnswerItem({ ...item, result: cell, quarters: [] }, rubric, context));
    const lead = answers[0];
    const agree = lead && answers.every((each) => each.answer === lead.answer && each.level === lead.level && each.problems.length === 0);
    return lead && agree ? lead : { ...base, problems: [problemAt('missing-observation', item.result ?? first, '')] };
  }
  const counts = item.quarters.map((cell) => ({ cell, count: readCount(cell, rubric.unit, context) }));
  const zeros = counts.every(({ count }) => count.noCase || count.none || (count.value !== null && isZero(count.value)));
  if ((rubric.kind === 'percentage' || rubric.kind === 'proportional' || rubric.kind === 'incidence') && !zeros) {
    return { ...base, problems: [problemAt('missing-observation', item.result ?? item.rate ?? first, '')] };
  }
  const blank = counts.find(({ count }) => count.blank);
  if (blank) return { ...base, problems: [problemAt('missing-observation', blank.cell, '')] };
  const problems = counts.reduce<Observation['problems'][number][]>((all, { count }) => all.concat(count.problems), []);
  let total: Fraction | null = fraction(0);
  for (const { count } of counts)
    total = total && (count.value ?? (count.noCase ? fraction(0) : null)) ? add(total, count.value ?? fraction(0)) : null;
  if (!total) return { ...base, problems };
  if (rubric.kind === 'percentage' || rubric.kind === 'proportional') return { ...base, noCase: true, problems };
  if (rubric.kind === 'change') {
    const summed: SourceCell = {
      ...first,
      text: String(total.numerator / total.denominator),
      cell: first.cell ? { row: first.cell.row, column: first.cell.column, value: total.numerator / total.denominator } : null,
    };
    return { ...readChange({ ...item, result: summed, rate: null, numerator: null }, rubric, context), text, summedQuarters: true };
  }
  return { ...base, value: total, none: isZero(total), summedQuarters: true, problems };
}

/**
 * Reads one item's result by the kind of its scale, exactly, with every problem that a check reports. A value that is missing, unreadable or
 * impossible is left out, never guessed. Ticks beside the bands count only where the item has no result of its own.
 */
export function readObservation(item: TemplateItem, rubric: Rubric, context: ObservationContext): Observation {
  const observation = withoutDoubt(readByKind(item, rubric, context), item, rubric, context);
  const told = new Set<string>();
  const problems = observation.problems.filter((problem) => {
    const key = `${problem.code} ${problem.cell.reference}`;
    return told.has(key) ? false : told.add(key);
  });
  return problems.length === observation.problems.length ? observation : { ...observation, problems };
}

/** A figure or a “có” that its own words put in doubt is no result; “không”, “chưa có” and what is open anyway stay as they are. */
function withoutDoubt(observation: Observation, item: TemplateItem, rubric: Rubric, context: ObservationContext): Observation {
  const decides = observation.value !== null || observation.answer === 'yes' || observation.level !== null || observation.current !== null;
  if (!decides || observation.markedBand !== null || (observation.none && !/\d/.test(observation.text))) return observation;
  const cell = item.result;
  const counted = rubric.kind === 'count' || rubric.kind === 'per-unit' || rubric.kind === 'incidence';
  if (cell === null || !isDoubtful(cell, counted, rubric.kind === 'change' ? null : (context.year ?? null))) return observation;
  return {
    ...NOTHING_READ,
    text: observation.text,
    unit: observation.unit,
    cells: observation.cells,
    problems: [...observation.problems.filter((problem) => problem.code !== 'text-number'), problemAt('unreadable-value', cell, cell.text)],
  };
}

function readByKind(item: TemplateItem, rubric: Rubric, context: ObservationContext): Observation {
  if (!hasOwnResult(item)) {
    const marks = readMarks(rubric, context);
    if (marks) return marks;
  }
  const quarters = readQuarters(item, rubric, context);
  if (quarters) return quarters;
  switch (rubric.kind) {
    case 'percentage':
    case 'proportional':
    case 'incidence':
      return readRate(item, rubric, context);
    case 'change':
      return readChange(item, rubric, context);
    case 'presence':
    case 'choice':
      return readAnswerItem(item, rubric, context);
    default:
      return readCountItem(item, rubric, context);
  }
}
