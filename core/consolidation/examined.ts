import type { Confirmed, ItemKind, PointsRange, Question, UnitClass } from '../assessment';
import type { Observation } from '../observations/observation';
import type { Rubric } from '../rubric/rubric';
import type { BookReading } from './book-reading';
import type { CommuneFinding, ConsolidatedCriterion, ConsolidatedVerdict } from './consolidation';

/*
 * What one file comes to, before it is held against the others: plain data of a few kilobytes, fit for a message between threads. Scales are
 * named by a key and held once each, since a district's communes share them.
 */

/** A scale as the consolidation keeps it: no cells of any workbook in it. */
export interface Scale {
  readonly rubric: Rubric;
  /** Its bands in words, with their points. */
  readonly words: string;
}

export type Scales = Readonly<Record<string, Scale>>;

/** The parts of an observation that say something; its cells are reduced to the item's own. */
export type PackedObservation = Partial<Omit<Observation, 'cells'>>;

/** One item of a commune. Points are hundredths. */
export interface ExaminedItem {
  readonly number: string;
  readonly criterion: number;
  readonly label: string;
  readonly kind: ItemKind;
  readonly scale: string;
  readonly maxPoints: number | null;
  readonly points: number | null;
  readonly least: number;
  readonly most: number;
  /** The result as read, only what differs from a blank one; `observationOf` gives the whole. */
  readonly observation: PackedObservation;
  readonly cell: string | null;
}

/** One commune's table, assessed. Totals in points as in the assessment. */
export interface ExaminedCommune {
  /** Only where the workbook holds several communes. */
  readonly sheet: string | null;
  readonly commune: string | null;
  readonly district: string | null;
  readonly province: string | null;
  readonly year: number | null;
  readonly standard: string | null;
  readonly unitClass: UnitClass | null;
  readonly points: number | null;
  readonly range: PointsRange;
  readonly maxPoints: number | null;
  readonly selfScore: number | null;
  readonly threshold: number | null;
  /** All thresholds that may apply, in points. */
  readonly possibleThresholds: readonly number[];
  readonly verdict: ConsolidatedVerdict;
  readonly errors: number;
  readonly warnings: number;
  readonly confirmed: readonly Confirmed[];
  readonly criteria: readonly ConsolidatedCriterion[];
  readonly items: readonly ExaminedItem[];
  readonly questions: readonly Question[];
  readonly findings: readonly CommuneFinding[];
  /** When our result sheet in it was stamped (ISO 8601), null where there is none that stands unaltered. */
  readonly stampTime: string | null;
}

export interface ExaminedFile {
  readonly file: string;
  readonly status: 'assessed' | 'needs-confirmation' | 'unreadable' | 'unrecognised';
  readonly reason: string | null;
  readonly questions: readonly Question[];
  /** Of the bytes where the host gave it, else of what the snapshot holds; '' for an unreadable file without bytes. */
  readonly hash: string;
  /** Of what the snapshot holds: the same workbook saved again has the same. '' for an unreadable file. */
  readonly contentHash: string;
  readonly communes: readonly ExaminedCommune[];
  /** For a district book of ours. */
  readonly book: BookReading | null;
  readonly scales: Scales;
}
