import type { Frame } from './headers';
import type { TableColumns } from './columns';
import type { LabelledFigure, SourceCell, TemplateItem } from './template';

/** An item as one table has it, before criteria of several tables are put together. */
export interface DraftItem extends Omit<TemplateItem, 'number'> {
  /** Grid row of its label. */
  readonly row: number;
  /** Canonical number pointed out by the officer, null where she said nothing. */
  readonly given: string | null;
}

/** A criterion as one table has it. */
export interface DraftCriterion {
  /** Number in the standard, null while unknown. */
  number: number | null;
  /** How surely the number is known: by likeness of the name (0 to 1), 1 where the officer said so. */
  certainty: number;
  readonly name: string;
  readonly cell: SourceCell | null;
  readonly row: number | null;
  maximum: SourceCell | null;
  selfScore: SourceCell | null;
  readonly items: DraftItem[];
  sharesRowWithItem: boolean;
}

/** One table as read: its criteria, its total and what else it says. */
export interface TableReading {
  readonly frame: Frame;
  readonly columns: TableColumns;
  readonly criteria: DraftCriterion[];
  readonly total: {
    readonly label: SourceCell;
    readonly maximum: SourceCell | null;
    readonly selfScore: SourceCell | null;
    readonly row: number;
  } | null;
  /** Rows with a label and one value that are no items: figures of a data sheet. */
  readonly figures: LabelledFigure[];
  /** Items outside any criterion, e.g. of a data sheet. */
  readonly loose: readonly DraftItem[];
}
