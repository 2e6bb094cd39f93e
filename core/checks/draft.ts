import type { Finding, FindingCode, Severity } from '../assessment';
import type { SourceCell, Template } from '../template/template';
import type { Score } from '../scoring/score';
import type { CellLocation, Workbook } from '../workbook/workbook';
import { findingCatalogue, findingMessage } from './catalogue';
import type { FindingTokens } from './tokens';

/** What every family of checks looks at. */
export interface ChecksInput {
  readonly workbook: Workbook;
  readonly template: Template;
  readonly score: Score;
  /** The year that the officer named (an option or her confirmed choice), null where she named none. */
  readonly year: number | null;
}

/** A finding before it is put in order: `part` tells whether it belongs to the form as a whole, to a criterion or to the total. */
export interface Draft {
  readonly finding: Finding;
  readonly location: CellLocation | null;
  readonly part: 'form' | 'criteria' | 'total';
}

/** Where a finding belongs. Without a criterion it is one about the form, unless `total` is set. */
export interface Place {
  readonly at: SourceCell | null;
  readonly cells?: readonly SourceCell[];
  readonly criterion?: number;
  readonly item?: string;
  readonly total?: true;
  /** Only where the contract gives a code two severities. */
  readonly severity?: Severity;
}

function distinctReferences(cells: readonly SourceCell[]): string[] {
  return [...new Set(cells.map((cell) => cell.reference))];
}

/** Makes a finding from its code, its place and the words of its message. */
export function report<Code extends FindingCode>(code: Code, place: Place, tokens: FindingTokens[Code]): Draft {
  const cells = distinctReferences(place.cells ?? []);
  return {
    finding: {
      code,
      severity: place.severity ?? findingCatalogue[code].severity,
      cell: place.at === null ? null : place.at.reference,
      ...(cells.length > 0 ? { cells } : {}),
      ...(place.criterion === undefined ? {} : { criterion: place.criterion }),
      ...(place.item === undefined ? {} : { item: place.item }),
      message: findingMessage(code, tokens),
    },
    location: place.at === null ? null : place.at.location,
    part: place.total ? 'total' : place.criterion === undefined ? 'form' : 'criteria',
  };
}

/** `Chỉ tiêu 3.1` */
export function itemSubject(number: string): string {
  return `Chỉ tiêu ${number}`;
}

/** `Tiêu chí 3` */
export function criterionSubject(number: number): string {
  return `Tiêu chí ${number}`;
}
