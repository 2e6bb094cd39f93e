import type { Mapping, Question } from '../assessment';
import type { Cell, CellLocation } from '../workbook/workbook';
import type { Standard } from '../standards/standard';

/** A cell that has been given a meaning: where it is, what it holds and how it reads (legacy fonts decoded, NFC, trimmed). */
export interface SourceCell {
  readonly location: CellLocation;
  /** A1 reference with its sheet: `'Chấm điểm'!E9`. */
  readonly reference: string;
  /** The text as the officer reads it; numbers by their plain digits; '' for a blank cell. */
  readonly text: string;
  /** null for a blank cell. For a merged area its top-left cell. */
  readonly cell: Cell | null;
}

/** One stretch of a scale's words. A scale in one cell is one piece; bands in rows or columns of their own are one piece each. */
export interface RubricPiece {
  readonly text: string;
  /** Where the words stand. */
  readonly cell: SourceCell;
  /** The cell that holds this band's points, where they stand in a cell of their own (`Điểm` column, band rows). */
  readonly points: SourceCell | null;
  /** The cell beside this band where the officer puts a tick or the points she takes; null where there is none. */
  readonly mark: SourceCell | null;
}

/** One item (nội dung/chỉ tiêu) with every cell that plays a part in it. A blank cell is given where the column exists, null where it does not. */
export interface TemplateItem {
  /** Canonical: criterion number, dot, position within the criterion. */
  readonly number: string;
  /** As the workbook writes it (`1.1`, `a)`, `-`), null where it writes nothing. */
  readonly shownNumber: string | null;
  readonly label: string;
  readonly labelCell: SourceCell;
  readonly maximum: SourceCell | null;
  /** The words of the scale, in reading order; empty where the workbook has none for this item. */
  readonly rubric: readonly RubricPiece[];
  readonly result: SourceCell | null;
  readonly numerator: SourceCell | null;
  readonly denominator: SourceCell | null;
  readonly rate: SourceCell | null;
  /** The value of an earlier point in time: the year before, or the baseline (đầu kỳ). */
  readonly previous: SourceCell | null;
  /** Quarter or half-year results, in order, where the year's own column is empty or missing. */
  readonly quarters: readonly SourceCell[];
  /** The self-score that counts: the leftmost filled one of self and commune council, else the cell where it belongs. */
  readonly selfScore: SourceCell | null;
  readonly pointsOff: SourceCell | null;
  readonly evidence: SourceCell | null;
  readonly note: SourceCell | null;
}

/** One criterion (tiêu chí) as the workbook has it. */
export interface TemplateCriterion {
  readonly number: number;
  readonly name: string;
  /** Where the name stands. */
  readonly cell: SourceCell | null;
  readonly maximum: SourceCell | null;
  readonly selfScore: SourceCell | null;
  readonly items: readonly TemplateItem[];
  /** The criterion and its only item share one row: their maximum and self-score are the same cells. */
  readonly sharesRowWithItem: boolean;
}

/** A column heading that was recognised, for findings about a whole column. */
export interface TemplateColumn {
  readonly role: string;
  readonly header: SourceCell;
}

/** A year that the workbook states, and where. */
export interface StatedYear {
  readonly year: number;
  readonly source: 'title' | 'cover' | 'result-header' | 'sheet-name' | 'file-name' | 'period';
  readonly cell: SourceCell | null;
}

/** Any other labelled figure of the workbook (data sheets), for the checks of populations. */
export interface LabelledFigure {
  readonly label: string;
  readonly value: SourceCell;
}

/** What recognition found: the officer's workbook in the standard's terms. No value has been judged yet. */
export interface Template {
  readonly status: 'recognised' | 'needs-confirmation' | 'unrecognised';
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
  readonly mapping: Mapping;
  readonly standard: Standard | null;
  readonly commune: string | null;
  readonly district: string | null;
  readonly province: string | null;
  readonly years: readonly StatedYear[];
  /** The year assessed, by the workbook alone. */
  readonly year: number | null;
  /** Words that name a unit class or a threshold, with their cell. */
  readonly unitClassStatements: readonly { readonly text: string; readonly cell: SourceCell }[];
  /** In the standard's order. */
  readonly criteria: readonly TemplateCriterion[];
  /** Standard's criteria that the workbook has twice: number → cell of the second. */
  readonly duplicates: readonly { readonly number: number; readonly cell: SourceCell; readonly items: readonly TemplateItem[] }[];
  readonly total: { readonly maximum: SourceCell | null; readonly selfScore: SourceCell | null; readonly label: SourceCell | null };
  readonly columns: readonly TemplateColumn[];
  readonly figures: readonly LabelledFigure[];
  /** Whether self-scores are really “points that remain” after points off. */
  readonly selfScoreIsRemainder: boolean;
  readonly rubricSource: 'workbook' | 'other-workbook' | 'none';
  /** First cell written in a legacy encoding, null where there is none. */
  readonly legacyCell: SourceCell | null;
}
