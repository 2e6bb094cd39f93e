import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Assessment } from '../../core/assessment';
import { standardById } from '../../core/standards/registry';
import type { SheetDesign } from '../../core/summary/design';
import { designFindingsSheet } from '../../core/summary/findings-sheet';
import type { AgencyAssignment } from '../../core/standards/standard';
import { designSummary } from '../../core/summary/summary';
import { newWorkbook, writeIntoWorkbook } from '../../core/xlsx/stamp';
import { version } from '../../package.json';
import type { OutputPlan } from './output-file';
import type { WorkbookFile } from './workbook-file';

/** The list of findings is wanted, by agency where a preset says which one answers for which criterion. */
export interface FindingsSheet {
  readonly assignment: AgencyAssignment | null;
}

/** A new workbook has none of the officer's sheets, so that links to her cells would lead nowhere. */
function withoutLinks(design: SheetDesign): SheetDesign {
  return { ...design, cells: design.cells.map(({ link: _link, ...cell }) => cell) };
}

/** Excel opens a file only where its ending fits the type that its workbook part states. */
function asMacroWorkbook(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
  const changed = types.replace(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  );
  return zipSync({ ...parts, '[Content_Types].xml': strToU8(changed) });
}

/** The bytes of the stamped workbook: the input with our sheets in it, or a new workbook with our sheets alone. */
export function stampedBytes(input: WorkbookFile, assessment: Assessment, plan: OutputPlan, findings: FindingsSheet | null): Uint8Array {
  const made = {
    workbook: input.workbook,
    assessment,
    standard: standardById(assessment.standard.id ?? ''),
    time: new Date().toISOString(),
    version,
    handEntries: plan.handEntries,
  };
  const designs = [designSummary(made), ...(findings === null ? [] : [designFindingsSheet({ ...made, assignment: findings.assignment })])];
  if (plan.kind === 'copy') return writeIntoWorkbook(input.bytes, designs);
  const bytes = newWorkbook(designs.map(withoutLinks));
  return plan.path.toLowerCase().endsWith('.xlsm') ? asMacroWorkbook(bytes) : bytes;
}
