import type { Assessment } from '../../core/assessment';
import { standardById } from '../../core/standards/registry';
import type { SheetDesign } from '../../core/summary/design';
import { designFindingsSheet } from '../../core/summary/findings-sheet';
import { designSummary } from '../../core/summary/summary';
import { newWorkbook, writeIntoWorkbook } from '../../core/xlsx/stamp';
import { version } from '../../package.json';
import type { OutputPlan } from './output-file';
import type { WorkbookFile } from './workbook-file';

/** A new workbook has none of the officer's sheets, so that links to her cells would lead nowhere. */
function withoutLinks(design: SheetDesign): SheetDesign {
  return { ...design, cells: design.cells.map(({ link: _link, ...cell }) => cell) };
}

/** The bytes of the stamped workbook: the input with our sheets in it, or a new workbook with our sheets alone. */
export function stampedBytes(input: WorkbookFile, assessment: Assessment, plan: OutputPlan, withFindings: boolean): Uint8Array {
  const made = {
    workbook: input.workbook,
    assessment,
    standard: standardById(assessment.standard.id ?? ''),
    time: new Date().toISOString(),
    version,
    handEntries: plan.handEntries,
  };
  // The result sheet is written last: it carries the stamp of the whole.
  const designs = [...(withFindings ? [designFindingsSheet(made)] : []), designSummary(made)];
  return plan.kind === 'copy' ? writeIntoWorkbook(input.bytes, designs) : newWorkbook(designs.map(withoutLinks));
}
