import type { Assessment, Finding, Severity } from '../assessment';
import type { AgencyAssignment } from '../standards/standard';
import { buildSheet, piece } from './builder';
import type { SheetDesign } from './design';
import { linkTo } from './score-table';
import { sealSheet } from './seal';
import { findingKey, findingsToShow } from './sections';
import { freeSheetName } from './sheet-name';
import { printSetup } from './summary';
import type { SummaryInput } from './summary';
import { findOwnSheet } from './verify';
import { describeNoFindings, FINDINGS_SHEET_NAME, findingTitle, severityWords } from './words';

/** STT · mức · loại · tiêu chí · nội dung · cơ quan · ô · điều cần xem lại · ghi chú. */
const WIDTHS = [5, 10, 18, 16, 18, 16, 13, 38, 12] as const;
const LAST = WIDTHS.length - 1;

/** As many rows as one stamp can carry. */
const MOST_FINDINGS = 500;

/**
 * The findings as a sheet of their own, to be filtered and sent to the agencies. `assignment` is a preset of the standard that says which agency
 * answers for which criterion; without one the column of agencies is for the hand.
 */
export function designFindingsSheet(input: SummaryInput & { readonly assignment?: AgencyAssignment | null }): SheetDesign {
  const { workbook, assessment } = input;
  const found = findOwnSheet(workbook, 'findings');
  const builder = buildSheet(WIDTHS, { ...input.handEntries, ...found?.handEntries });
  const { commune, year } = assessment.workbook;
  const about = [commune, year === null ? null : `năm ${year}`].filter((part) => part !== null).join(', ');
  builder.add([piece(0, 'DANH SÁCH ĐIỀU CẦN XEM LẠI', 'title', { to: LAST })], 24);
  builder.add([piece(0, about || null, 'title', { to: LAST, style: { size: 12 } })], 18);
  const assignment = input.assignment ?? null;
  if (assignment) builder.add([piece(0, `Phân công theo: ${assignment.title}`, 'note', { to: LAST })]);
  const headings = ['STT', 'Mức', 'Loại', 'Tiêu chí', 'Nội dung', 'Cơ quan', 'Ô', 'Điều cần xem lại', 'Ghi chú'];
  const header = builder.add(headings.map((heading, column) => piece(column, heading, 'header')));
  const order: readonly Severity[] = ['error', 'warning', 'info'];
  const findings = order.reduce<Finding[]>(
    (sorted, severity) => sorted.concat(findingsToShow(assessment).filter((finding) => finding.severity === severity)),
    [],
  );
  findings.slice(0, MOST_FINDINGS).forEach((finding, index) => {
    builder.add([
      piece(0, index + 1, 'number'),
      piece(1, severityWords[finding.severity].one, 'item', { style: { bold: finding.severity === 'error' } }),
      piece(2, findingTitle(finding.code), 'item'),
      piece(3, describeCriterion(assessment, finding), 'item'),
      piece(4, describeItem(assessment, finding), 'item'),
      assignment ? piece(5, describeAgencies(assignment, finding), 'item') : piece(5, null, 'hand', { hand: findingKey('cq', finding) }),
      piece(6, finding.cell, 'item', { link: linkTo(workbook, finding.cell) }),
      piece(7, finding.message, 'item'),
      piece(8, null, 'hand', { hand: findingKey('ds', finding) }),
    ]);
  });
  const last = builder.next() - 1;
  if (findings.length > MOST_FINDINGS) {
    builder.add([piece(0, `Còn ${findings.length - MOST_FINDINGS} điều nữa; hãy sửa những điều trên rồi chấm lại.`, 'item', { to: LAST })]);
  }
  if (findings.length === 0) builder.add([piece(0, describeNoFindings(assessment), 'item', { to: LAST })]);
  builder.skip(1, 10);
  const stampCell = sealSheet(builder, WIDTHS.length, { ...input, kind: 'findings', confirmed: null });
  return {
    kind: 'findings',
    name: found?.sheet ?? freeSheetName(workbook, FINDINGS_SHEET_NAME, null),
    replaces: found?.sheet ?? null,
    columns: WIDTHS.map((width) => ({ width })),
    rows: builder.heights(),
    cells: builder.cells(),
    merges: builder.merges(),
    frozenRows: header + 1,
    print: { ...printSetup, repeatRows: [header, header] },
    autoFilter: findings.length > 0 ? { top: header, left: 0, bottom: last, right: LAST } : null,
    chart: null,
    stampCell,
  };
}

function describeCriterion(assessment: Assessment, finding: Finding): string | null {
  if (finding.criterion === undefined) return null;
  const criterion = assessment.criteria.find((candidate) => candidate.number === finding.criterion);
  return criterion ? `${criterion.number}. ${criterion.name}` : `Tiêu chí ${finding.criterion}`;
}

function describeItem(assessment: Assessment, finding: Finding): string | null {
  if (finding.item === undefined) return null;
  for (const criterion of assessment.criteria) {
    const item = criterion.items.find((candidate) => candidate.number === finding.item);
    if (item) return `${item.number} ${item.label}`;
  }
  return finding.item;
}

function describeAgencies(assignment: AgencyAssignment, finding: Finding): string | null {
  const { criterion } = finding;
  if (criterion === undefined) return null;
  const names = assignment.agencies.filter((agency) => agency.criteria.includes(criterion)).map((agency) => agency.name);
  return names.length > 0 ? names.join(';\n') : null;
}
