import type { Fraction } from '../text/fractions';
import type { WordedRange } from './worded-range';
import type { SourceCell } from '../template/template';

/** Something about a result cell that a check reports; the code is the finding's. */
export interface ObservationProblem {
  readonly code:
    | 'missing-observation'
    | 'unreadable-value'
    | 'formula-error'
    | 'text-number'
    | 'percentage-out-of-range'
    | 'negative-value'
    | 'not-an-integer'
    | 'numerator-exceeds-denominator'
    | 'zero-denominator'
    | 'rate-mismatch'
    | 'rounding-decides-band';
  readonly cell: SourceCell;
  /** What was seen, for the message. */
  readonly seen: string;
  /** What was expected or computed instead, for the message; '' where nothing is to be said. */
  readonly expected: string;
}

/** One item's result, read but not yet scored. Exact numbers only. */
export interface Observation {
  /** As the officer wrote it. */
  readonly text: string;
  readonly numerator: Fraction | null;
  readonly denominator: Fraction | null;
  /** The value in the rubric's measure (see `BandCondition`), from the fraction where there is one, else as stated. null where undecided. */
  readonly value: Fraction | null;
  /** The stated rate in the same measure, where one stands beside a fraction. */
  readonly statedRate: Fraction | null;
  readonly answer: 'yes' | 'no' | null;
  /** Folded word of a named level. */
  readonly level: string | null;
  /** “Không phát sinh”, 0/0: nobody in the group. */
  readonly noCase: boolean;
  /** “Không có”, “không có trường hợp nào”: none was counted. For a rate of bad events this is zero. */
  readonly none: boolean;
  /** Index of the ticked band, null where no tick decides. */
  readonly markedBand: number | null;
  /** Indices of all ticked bands where there is more than one. */
  readonly conflictingMarks: readonly number[];
  /** change: the two values compared. */
  readonly previous: Fraction | null;
  readonly current: Fraction | null;
  /** change: all that is known where the words give a direction without a share (`tăng 2 em`). */
  readonly direction: 'rise' | 'fall' | 'same' | null;
  /** The unit as shown (`%`, `‰`, `trẻ em`), '' where none. */
  readonly unit: string;
  /** Quarter values were added up. */
  readonly summedQuarters: boolean;
  /** The value can be read in two ways; `readings` are the values in the rubric's measure. */
  readonly readings: readonly Fraction[];
  /** Where words give limits instead of a value (`trên 95%`, `95 - 97%`) and every value within them earns the same points. */
  readonly range?: WordedRange | null;
  readonly problems: readonly ObservationProblem[];
  /** The cells the reading rests on. */
  readonly cells: {
    readonly observation: SourceCell | null;
    readonly numerator: SourceCell | null;
    readonly denominator: SourceCell | null;
    readonly rate: SourceCell | null;
  };
}
