import type { ItemKind, Question, UnitClass, VerdictReason } from '../assessment';
import type { Observation } from '../observations/observation';
import type { Band, Rubric } from '../rubric/rubric';
import type { Standard } from '../standards/standard';
import type { SourceCell, Template, TemplateCriterion, TemplateItem } from '../template/template';

/** One item scored. All points are integers in hundredths of a point. */
export interface ScoredItem {
  readonly item: TemplateItem;
  readonly rubric: Rubric;
  readonly observation: Observation;
  readonly kind: ItemKind;
  readonly maxPoints: number | null;
  /** null while undecided; then `least` and `most` bound it. */
  readonly points: number | null;
  readonly least: number;
  readonly most: number;
  readonly band: Band | null;
  /** One Vietnamese sentence: `972/977 = 99,49 % ≥ 98 % → 50 điểm`. */
  readonly explanation: string;
  /** The officer's points as a number in hundredths; null where none (or no number) is entered. */
  readonly selfScore: number | null;
}

export interface ScoredCriterion {
  readonly criterion: TemplateCriterion;
  readonly maxPoints: number | null;
  readonly points: number | null;
  readonly least: number;
  readonly most: number;
  /** As stated by the officer in the criterion's own cell, else the sum of its items' self-scores where all are there. */
  readonly selfScore: number | null;
  readonly items: readonly ScoredItem[];
}

/** The unit class that counts, and what other sources say. */
export interface UnitClassDecision {
  readonly unitClass: UnitClass | null;
  readonly source: 'option' | 'summary-sheet' | 'roster' | 'workbook' | null;
  /** Where the workbook names a class or a threshold. */
  readonly workbookCell: SourceCell | null;
  readonly workbookClass: UnitClass | null;
  /** Another source names another class. */
  readonly conflict: { readonly first: UnitClass; readonly second: UnitClass } | null;
  /** A threshold stated by the workbook itself in words, in points; null where none. */
  readonly statedThreshold: number | null;
}

export interface Score {
  readonly template: Template;
  readonly standard: Standard | null;
  readonly unitClass: UnitClassDecision;
  readonly criteria: readonly ScoredCriterion[];
  readonly total: {
    readonly points: number | null;
    readonly least: number;
    readonly most: number;
    readonly maxPoints: number | null;
    readonly selfScore: number | null;
    /** In points (not hundredths); null where unknown. */
    readonly threshold: number | null;
  };
  readonly verdict: { readonly status: 'meets' | 'fails' | 'undetermined'; readonly reasons: readonly VerdictReason[] };
  /** What only the officer can settle: `no-case-rule` where it can change the verdict, `number-reading` where a value can be read in two ways. */
  readonly questions: readonly Question[];
}
