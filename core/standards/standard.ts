import type { UnitClass } from '../assessment';

/**
 * verbatim: the document's wording as reproduced by a legal or official site; press: reported by the press or an authority's page.
 * Nothing less certain is shipped.
 */
export type Confidence = 'verbatim' | 'press';

export interface Sourced<T> {
  readonly value: T;
  readonly confidence: Confidence;
  readonly source: string;
}

/** A band that a source names. `from`/`to` are in the measure's own unit as written (95 for 95 %). */
export interface KnownBand {
  readonly from?: number;
  readonly fromInclusive?: boolean;
  readonly to?: number;
  readonly toInclusive?: boolean;
  readonly answer?: 'yes';
  readonly points: number;
}

export interface KnownItem {
  readonly label: string;
  readonly kind: 'presence' | 'percentage';
  /** Most points of the item, where sourced. */
  readonly maxPoints?: number;
  readonly bands: readonly KnownBand[];
  readonly confidence: Confidence;
  readonly source: string;
}

export interface StandardCriterion {
  /** null where the name is sourced but its number is not: the workbook's own numbering then stands. */
  readonly number: number | null;
  readonly name: Sourced<string>;
  /** Other wordings by which officers call it; for recognition only, no claim about the law. */
  readonly alsoCalled: readonly string[];
  readonly maxPoints: Sourced<number> | null;
  readonly items: readonly KnownItem[];
}

export interface Threshold {
  readonly unitClass: UnitClass;
  /** The Decision's own words for the class. */
  readonly wording: string;
  readonly minPoints: number;
  readonly confidence: Confidence;
  readonly source: string;
}

/** One agency of a plan. Where the plan names no criterion by its number, `criteria` is empty and `field` quotes what it is charged with. */
export interface AgencyDuty {
  readonly name: string;
  readonly criteria: readonly number[];
  readonly field?: string;
}

/** A preset: which agency answers for which criteria, taken from a real plan. */
export interface AgencyAssignment {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly agencies: readonly AgencyDuty[];
}

/** Who does what in the procedure. `until` is the last day (ISO) on which that body existed, null where nothing ended it. */
export interface Actor {
  readonly role: 'self-assess' | 'council' | 'receive' | 'review' | 'recognise';
  readonly name: string;
  readonly until: string | null;
  readonly confidence: Confidence;
  readonly source: string;
}

/** A threshold that only the press reports, in its words: shown, never used to decide a verdict. */
export interface ReportedThreshold {
  readonly wording: string;
  readonly minPoints: number;
  readonly confidence: Confidence;
  readonly source: string;
}

/** The sourced facts of one Decision. No figure here may be completed by guessing. */
export interface Standard {
  /** As the contract writes it: `06/2019/QĐ-TTg`. */
  readonly id: string;
  readonly title: string;
  /** Other ways in which workbooks cite it, e.g. `06/QĐ-TTg`. */
  readonly citations: readonly string[];
  readonly issued: string;
  /** Years of assessment for which it is the natural choice when the workbook cites nothing. */
  readonly firstYear: number;
  readonly lastYear: number | null;
  readonly criteriaCount: number;
  /** Where title, date and number of criteria come from. */
  readonly basis: { readonly confidence: Confidence; readonly source: string };
  /** Most points of all criteria together, where sourced. */
  readonly maxTotal: Sourced<number> | null;
  readonly criteria: readonly StandardCriterion[];
  /** null where no threshold is sourced in the document's own words. */
  readonly thresholds: readonly Threshold[] | null;
  /** Thresholds known from the press alone, for classes that are not those of `UnitClass`. */
  readonly reportedThresholds: readonly ReportedThreshold[];
  /** “Không có tiêu chí nào bị 0 điểm”, where the Decision says so. */
  readonly noZeroCriterion: Sourced<true> | null;
  /** Data, since the district level ended on 1 July 2025. */
  readonly actors: readonly Actor[];
  readonly agencyAssignments: readonly AgencyAssignment[];
}
