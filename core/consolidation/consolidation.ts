/**
 * The consolidation contract (`consolidation/1`): what becomes of a folder of workbooks. Programs outside the project read these names: add
 * fields freely, rename or drop none. Points are plain decimals with at most two places.
 */
import type { Confirmed, FindingCode, PointsRange, Question, Severity, UnitClass, VerdictReason } from '../assessment';

export type FileStatus = 'assessed' | 'needs-confirmation' | 'unreadable' | 'unrecognised' | 'duplicate-file' | 'duplicate-commune';

/** What became of one file. `reason` is a Vietnamese sentence; it is there for every status but `assessed`. */
export interface ConsolidatedFile {
  readonly file: string;
  readonly status: FileStatus;
  readonly reason?: string;
  /** The commune that was read from it; for several communes in one workbook they are in `sheets`. */
  readonly commune?: string | null;
  readonly questions?: readonly Question[];
  /** A district book of ours, whose rows were taken over. */
  readonly book?: true;
  /** Only where one workbook holds several communes. */
  readonly sheets?: readonly {
    readonly sheet: string;
    readonly commune: string | null;
    readonly status: FileStatus;
    readonly reason?: string;
  }[];
}

/** An item of a commune's own scale that departs from the reference. `change` is what its points gain by it (own less reference), null where open. */
export interface RubricDifference {
  readonly criterion: number;
  readonly item: string;
  readonly label: string;
  readonly own: string;
  readonly reference: string;
  readonly change: number | null;
}

export interface ConsolidatedCriterion {
  readonly number: number;
  readonly name: string;
  readonly maxPoints: number | null;
  readonly points: number | null;
  readonly range: PointsRange;
  readonly selfScore: number | null;
}

export interface ConsolidatedVerdict {
  readonly status: 'meets' | 'fails' | 'undetermined';
  readonly reasons: readonly VerdictReason[];
}

/** One commune that counts. */
export interface ConsolidatedCommune {
  readonly commune: string | null;
  readonly district: string | null;
  readonly province: string | null;
  /** The code on the roster, else of the commune in force that the name surely means. */
  readonly code: string | null;
  /** Only with a roster: whether the name surely is on it. */
  readonly onRoster?: boolean;
  readonly year: number | null;
  readonly standard: string | null;
  readonly file: string;
  readonly sheet?: string;
  readonly unitClass: UnitClass | null;
  readonly points: number | null;
  readonly range: PointsRange;
  readonly maxPoints: number | null;
  readonly selfScore: number | null;
  readonly threshold: number | null;
  /** By the commune's own scale. */
  readonly verdict: ConsolidatedVerdict;
  readonly errors: number;
  readonly warnings: number;
  /** What the comparison with other communes found and has to be settled before it is recognised (copied data, another year): messages. */
  readonly concerns?: readonly string[];
  readonly confirmed: readonly Confirmed[];
  readonly criteria: readonly ConsolidatedCriterion[];
  /** What only an officer can settle. */
  readonly questions: readonly Question[];
  /** What the assessment of this workbook found. */
  readonly findings: readonly CommuneFinding[];
  /** With `--rubric`: the same results by the district's reference scale; the recommendation follows `referenceVerdict`. */
  readonly referencePoints?: number | null;
  readonly referenceRange?: PointsRange;
  readonly referenceVerdict?: ConsolidatedVerdict;
  readonly rubricDifferences?: readonly RubricDifference[];
  /** Taken from this district book as that district computed it. */
  readonly fromBook?: { readonly file: string; readonly sourceFile: string; readonly verified: boolean };
}

/** A finding of one workbook, as its assessment has it. */
export interface CommuneFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly cell: string | null;
  readonly criterion?: number;
  readonly item?: string;
  readonly message: string;
}

export interface CriterionStatistics {
  readonly number: number;
  readonly name: string;
  readonly maxPoints: number | null;
  /** null where no commune's points are decided. */
  readonly mean: number | null;
  readonly median: number | null;
  /** How many have 0 points, and how many the most. */
  readonly zero: number;
  readonly full: number;
  /** Over how many communes: those whose points of this criterion are decided. */
  readonly count: number;
}

/** With a roster only its communes are counted; those that are not on it are findings. */
export interface Recognition {
  readonly meets: number;
  readonly fails: number;
  readonly undetermined: number;
  /** Communes of the roster of which nothing was sent. */
  readonly missing: readonly string[];
  /** 100 × meets / of, two decimals; null where `of` is 0. */
  readonly percent: number | null;
  readonly of: number;
}

export type ConsolidationFindingCode =
  | 'duplicate-commune'
  | 'duplicate-file'
  | 'missing-commune'
  | 'unknown-commune'
  | 'ambiguous-commune'
  | 'outlier'
  | 'mixed-years'
  | 'mixed-rubrics'
  | 'identical-data'
  | 'all-hundred-percent'
  | 'altered-summary';

/** A finding across the communes. `cell` is an A1 reference with its sheet in `file`. */
export interface ConsolidationFinding {
  readonly code: ConsolidationFindingCode;
  readonly severity: Severity;
  readonly commune: string | null;
  readonly file: string | null;
  readonly files?: readonly string[];
  readonly cell: string | null;
  readonly criterion?: number;
  readonly item?: string;
  readonly message: string;
}

/** The scale that departures were held against. `given`: the district's own template; `most-used`: the one that most communes use. */
export interface ReferenceScale {
  readonly source: 'given' | 'most-used';
  readonly file: string;
}

export interface Consolidation {
  readonly schema: 'consolidation/1';
  readonly time: string;
  readonly version: string;
  /** What most of the communes say; null where none says it. */
  readonly year: number | null;
  readonly standard: string | null;
  readonly district: string | null;
  readonly province: string | null;
  readonly files: readonly ConsolidatedFile[];
  readonly communes: readonly ConsolidatedCommune[];
  readonly criteria: readonly CriterionStatistics[];
  readonly recognition: Recognition;
  readonly findings: readonly ConsolidationFinding[];
  readonly reference: ReferenceScale | null;
  /** null without a roster. */
  readonly roster: { readonly communes: number; readonly notes: readonly string[] } | null;
}
