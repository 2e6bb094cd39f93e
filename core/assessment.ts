/**
 * The assessment contract (`assessment/1`): what every host gets for one workbook and what the command line prints
 * with `--json`. Programs outside the project read these names: add fields freely, rename or drop none.
 */

/** Recognition classes of Decision 06/QĐ-TTg (2019). */
export type UnitClass = 'central-city-ward' | 'mountain-island-hardship' | 'other';

export type Severity = 'error' | 'warning' | 'info';

export type FindingCode =
  | 'missing-observation'
  | 'unreadable-value'
  | 'unreadable-rubric'
  | 'formula-error'
  | 'text-number'
  | 'percentage-out-of-range'
  | 'negative-value'
  | 'not-an-integer'
  | 'numerator-exceeds-denominator'
  | 'zero-denominator'
  | 'rate-mismatch'
  | 'rounding-decides-band'
  | 'self-score-mismatch'
  | 'self-score-exceeds-max'
  | 'self-score-not-in-rubric'
  | 'missing-self-score'
  | 'criterion-total-mismatch'
  | 'total-mismatch'
  | 'max-points-mismatch'
  | 'band-gap'
  | 'band-overlap'
  | 'standard-mismatch'
  | 'missing-criterion'
  | 'duplicate-criterion'
  | 'inconsistent-population'
  | 'hidden-data'
  | 'missing-evidence'
  | 'wrong-year'
  | 'unit-class-missing'
  | 'unit-class-conflict'
  | 'legacy-encoding'
  | 'stale-summary'
  | 'altered-summary';

/** One thing to look at (điều cần xem lại). `cell` is an A1 reference with its sheet, e.g. `'Chấm điểm'!E9`. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly cell: string | null;
  readonly cells?: readonly string[];
  readonly criterion?: number;
  /** The item's canonical number, e.g. `3.1`. */
  readonly item?: string;
  readonly message: string;
}

export type ItemKind = 'presence' | 'percentage' | 'incidence' | 'count' | 'change' | 'per-unit' | 'proportional' | 'choice';

/** Points in the JSON are plain decimals with at most two places. */
export type PointsRange = readonly [least: number, most: number];

export interface ObservedValue {
  readonly numerator?: number;
  readonly denominator?: number;
  readonly value?: number;
  readonly unit?: string;
  readonly text: string;
  readonly notApplicable?: boolean;
}

export interface MatchedBand {
  readonly text: string;
  readonly from?: number;
  readonly to?: number;
  readonly points: number;
}

export interface ItemCells {
  readonly rubric?: string;
  readonly observation?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly rate?: string;
  readonly selfScore?: string;
  readonly evidence?: string;
}

export interface ItemAssessment {
  readonly number: string;
  readonly label: string;
  readonly kind: ItemKind;
  readonly maxPoints: number | null;
  readonly points: number | null;
  readonly range: PointsRange;
  readonly selfScore: number | null;
  readonly observed: ObservedValue | null;
  readonly band: MatchedBand | null;
  /** One Vietnamese sentence: value, band, points. */
  readonly explanation: string;
  readonly cells: ItemCells;
}

export interface CriterionAssessment {
  readonly number: number;
  readonly name: string;
  readonly maxPoints: number | null;
  readonly points: number | null;
  readonly range: PointsRange;
  readonly selfScore: number | null;
  readonly items: readonly ItemAssessment[];
  readonly cell: string | null;
}

export type VerdictReasonCode =
  'zero-criterion' | 'below-threshold' | 'threshold-unknown' | 'open-range' | 'rubric-incomplete' | 'template-unrecognised' | 'meets-all';

export interface VerdictReason {
  readonly code: VerdictReasonCode;
  readonly criterion?: number;
  readonly item?: string;
  readonly cells?: readonly string[];
  readonly message: string;
}

export interface Question {
  readonly code: string;
  readonly message: string;
  readonly cells: readonly string[];
  readonly choices: readonly string[];
}

/** Something that the officer decided; `source` says whether by an option of this run or in our result sheet. */
export interface Confirmed {
  readonly code: string;
  readonly value: string;
  readonly source: 'option' | 'summary-sheet';
}

/** The roles that a column (or, in a transposed table, a row) of a scoring table can play. */
export const columnRoles = [
  'number',
  'criterion',
  'name',
  'rubric',
  'band-points',
  'band',
  'maximum',
  'result',
  'numerator',
  'denominator',
  'rate',
  'baseline',
  'previous-year',
  'quarter',
  'self-score',
  'council-score',
  'appraisal-score',
  'points-off',
  'evidence',
  'note',
  'ignore',
] as const;

export type ColumnRole = (typeof columnRoles)[number];

/** What was found where in one table. Rows and header rows are 1-based as the officer sees them, columns are letters. */
export interface TableMapping {
  readonly sheet: string;
  readonly transposed?: boolean;
  readonly headerRows: readonly number[];
  /** Column letter → role. */
  readonly columns: Readonly<Record<string, ColumnRole>>;
  /** Row → criterion number. */
  readonly criterionRows: Readonly<Record<string, number>>;
  /** Row → canonical item number (`3.1`), or null for “this row is no item”. */
  readonly itemRows: Readonly<Record<string, string | null>>;
  readonly totalRow?: number | null;
}

/** A band's words corrected by the officer: the item's canonical number → the scale's text as it should be read. */
export type RubricCorrections = Readonly<Record<string, string>>;

/** What was recognised, in the same shape that `assess(workbook, { mapping })` and `--mapping` accept. Every given part wins. */
export interface Mapping {
  readonly standard?: string;
  readonly tables?: readonly Partial<TableMapping>[];
  readonly rubrics?: RubricCorrections;
}

export interface Assessment {
  readonly schema: 'assessment/1';
  readonly workbook: {
    readonly file: string | null;
    readonly commune: string | null;
    readonly district: string | null;
    readonly province: string | null;
    readonly year: number | null;
    readonly unitClass: UnitClass | null;
  };
  readonly standard: { readonly id: string | null };
  readonly rubric: { readonly source: 'workbook' | 'other-workbook' | 'standard' | 'none'; readonly file?: string };
  readonly template: {
    readonly status: 'recognised' | 'needs-confirmation' | 'unrecognised';
    readonly questions: readonly Question[];
    readonly mapping: Mapping;
    /** For `unrecognised`: what was looked for and what was found, in Vietnamese sentences. */
    readonly notes?: readonly string[];
  };
  readonly confirmed: readonly Confirmed[];
  readonly criteria: readonly CriterionAssessment[];
  readonly total: {
    readonly points: number | null;
    readonly range: PointsRange;
    readonly maxPoints: number | null;
    readonly selfScore: number | null;
    readonly threshold: number | null;
  };
  readonly verdict: { readonly status: 'meets' | 'fails' | 'undetermined'; readonly reasons: readonly VerdictReason[] };
  readonly findings: readonly Finding[];
}
