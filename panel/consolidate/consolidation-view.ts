import type { Consolidation, ConsolidatedCommune } from '../../core/consolidation/consolidation';

/** A commune as the screen lists it; its findings, criteria and answers are in the book. */
export interface CommuneLine extends Pick<
  ConsolidatedCommune,
  | 'commune'
  | 'district'
  | 'file'
  | 'sheet'
  | 'unitClass'
  | 'points'
  | 'range'
  | 'maxPoints'
  | 'selfScore'
  | 'threshold'
  | 'verdict'
  | 'errors'
  | 'warnings'
  | 'concerns'
  | 'referencePoints'
  | 'referenceRange'
  | 'referenceVerdict'
> {
  /** How many of its results rest on an officer's answer. */
  readonly confirmed: number;
  /** Points that its own scale gives beyond the district's, over the items where it gives more; 0 where it gives none. */
  readonly gained: number;
}

/** What the screen shows of a consolidation: small enough to be handed from a worker to the page at once. */
export interface ConsolidationView extends Omit<Consolidation, 'communes' | 'criteria'> {
  readonly communes: readonly CommuneLine[];
}

function lineOf(commune: ConsolidatedCommune): CommuneLine {
  const { criteria: _criteria, findings: _findings, questions: _questions, rubricDifferences, confirmed, ...line } = commune;
  const gained = (rubricDifferences ?? []).reduce((sum, { change }) => sum + Math.max(0, change ?? 0), 0);
  return { ...line, confirmed: confirmed.length, gained: Math.round(gained * 100) / 100 };
}

/** The parts of a consolidation that the screen shows. */
export function describeConsolidation(consolidation: Consolidation): ConsolidationView {
  const { communes, criteria: _criteria, ...rest } = consolidation;
  return { ...rest, communes: communes.map(lineOf) };
}
