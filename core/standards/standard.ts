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
  readonly number: number;
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

/** A preset: which agency answers for which criteria, taken from a real plan. */
export interface AgencyAssignment {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly agencies: readonly { readonly name: string; readonly criteria: readonly number[] }[];
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
  readonly criteria: readonly StandardCriterion[];
  /** null where no threshold is sourced. */
  readonly thresholds: readonly Threshold[] | null;
  /** “Không có tiêu chí nào bị 0 điểm”, where the Decision says so. */
  readonly noZeroCriterion: Sourced<true> | null;
  /** Who receives, reviews, recognises: data, since the district level ended on 1 July 2025. */
  readonly actors: readonly { readonly role: string; readonly name: string; readonly until: string | null; readonly confidence: Confidence; readonly source: string }[];
  readonly agencyAssignments: readonly AgencyAssignment[];
}
