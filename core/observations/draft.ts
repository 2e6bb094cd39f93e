import type { SourceCell } from '../template/template';
import type { Observation, ObservationProblem } from './observation';

/** An observation in which nothing was read. */
export const NOTHING_READ: Observation = {
  text: '',
  numerator: null,
  denominator: null,
  value: null,
  statedRate: null,
  answer: null,
  level: null,
  noCase: false,
  none: false,
  markedBand: null,
  conflictingMarks: [],
  previous: null,
  current: null,
  direction: null,
  unit: '',
  summedQuarters: false,
  readings: [],
  problems: [],
  cells: { observation: null, numerator: null, denominator: null, rate: null },
};

/** One problem; `seen` and `expected` are shown to the officer. */
export function problemAt(code: ObservationProblem['code'], cell: SourceCell, seen: string, expected = ''): ObservationProblem {
  return { code, cell, seen, expected };
}
