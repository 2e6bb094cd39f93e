import type { AssessOptions } from '../../core/assess';
import type { Assessment } from '../../core/assessment';
import type { HandEntries } from '../../core/summary/design';
import { designFindingsSheet } from '../../core/summary/findings-sheet';
import { findingsToShow } from '../../core/summary/sections';
import { designSummary } from '../../core/summary/summary';
import { standardById } from '../../core/standards/registry';
import type { Workbook } from '../../core/workbook/workbook';
import { version } from '../../package.json';
import { assessOpenSpreadsheet } from './assess-spreadsheet';
import { refusal } from './failure';
import { writeSheet } from './write-sheet';

/** What is to be written: the panel's own request, as plain data. */
export interface StampOrder {
  readonly options: AssessOptions;
  readonly findingsSheet: boolean;
  readonly assignment: string | null;
  readonly handEntries: HandEntries;
}

export interface Stamped {
  readonly message: string;
  readonly assessment: Assessment;
}

/** The snapshot as it reads with a first sheet of ours in it, so that a second one gets a name that is free. */
function withSheetNamed(workbook: Workbook, name: string): Workbook {
  if (workbook.sheets.some((sheet) => sheet.name === name)) return workbook;
  return { ...workbook, sheets: workbook.sheets.concat({ name, hidden: false, cells: [], merges: [], hiddenRows: [], hiddenColumns: [] }) };
}

/** Reads the spreadsheet anew, assesses it and writes our sheets. @throws a refusal where there is nothing to write. */
export function stampOpenSpreadsheet(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, order: StampOrder): Stamped {
  const { assessment, workbook } = assessOpenSpreadsheet(spreadsheet, order.options);
  if (assessment.template.status === 'unrecognised' || assessment.criteria.length === 0) {
    throw refusal(
      'no-workbook',
      'Chưa nhận ra bảng chấm điểm nên chưa ghi kết quả. Mở ngăn chấm điểm để chỉ cho chương trình bảng nằm ở đâu.',
      'stamp',
    );
  }
  const standard = standardById(assessment.standard.id || '');
  const input = { workbook, assessment, standard, time: new Date().toISOString(), version, handEntries: order.handEntries };
  const summary = writeSheet(spreadsheet, designSummary(input));
  const written = [summary.getName()];
  if (order.findingsSheet) {
    const assignments = standard === null ? [] : standard.agencyAssignments;
    const assignment = assignments.find((preset) => preset.id === order.assignment) || null;
    const design = designFindingsSheet({ ...input, workbook: withSheetNamed(workbook, summary.getName()), assignment });
    written.push(writeSheet(spreadsheet, design).getName());
  }
  spreadsheet.setActiveSheet(summary);
  return {
    message: `Đã ghi trang tính ${written.map((name) => `“${name}”`).join(' và ')}.`,
    // What an earlier sheet said about itself went with that sheet.
    assessment: { ...assessment, findings: findingsToShow(assessment) },
  };
}
