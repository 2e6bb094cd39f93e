import type { Rubric } from '../rubric/rubric';
import type { SourceCell } from '../template/template';
import { readTick } from '../text/words';
import type { ObservationContext } from './context';
import { NOTHING_READ, problemAt } from './draft';
import type { Observation } from './observation';
import { readCell } from './read-cell';

/** A number beside a band is the officer's points, so that only a sign ticks. */
function isTicked(cell: SourceCell, context: ObservationContext): boolean {
  const reading = readCell(cell, context);
  if (reading.type === 'truth') return reading.value;
  return reading.type === 'text' && !/\d/.test(reading.text) && readTick(reading.text);
}

/**
 * The band that the officer ticked beside the scale; several ticks conflict (contract, “Two marks in one item”). null where nothing is ticked. Points
 * written beside a band are her self-score, no result.
 */
export function readMarks(rubric: Rubric, context: ObservationContext): Observation | null {
  const ticked: { index: number; cell: SourceCell }[] = [];
  rubric.bands.forEach((band, index) => {
    if (band.mark && isTicked(band.mark, context)) ticked.push({ index, cell: band.mark });
  });
  const [first] = ticked;
  if (!first) return null;
  const base: Observation = { ...NOTHING_READ, text: first.cell.text, cells: { ...NOTHING_READ.cells, observation: first.cell } };
  const distinct = ticked.filter((each, index) => ticked.findIndex((other) => other.cell.reference === each.cell.reference) === index);
  // Several bands that share one tick's cell were read from one piece: the tick does not say which of them is meant.
  if (distinct.length === 1 && ticked.length === 1) return { ...base, markedBand: first.index };
  const problems =
    distinct.length > 1 ? [problemAt('unreadable-value', first.cell, distinct.map((each) => each.cell.reference).join(', '))] : [];
  return {
    ...base,
    conflictingMarks: ticked.map((each) => each.index),
    problems: distinct.length > 1 ? problems : [problemAt('unreadable-value', first.cell, first.cell.text)],
  };
}
