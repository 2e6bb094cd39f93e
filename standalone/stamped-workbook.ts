import type { Assessment } from '../core/assessment';
import type { AgencyAssignment } from '../core/standards/standard';
import { standardById } from '../core/standards/registry';
import type { HandEntries } from '../core/summary/design';
import { designFindingsSheet } from '../core/summary/findings-sheet';
import { designSummary } from '../core/summary/summary';
import type { SummaryInput } from '../core/summary/summary';
import { readPackageInfo } from '../core/xlsx/read';
import { newWorkbook, writeIntoWorkbook } from '../core/xlsx/stamp';
import { takeAll } from '../core/workbook/steps';
import type { Steps } from '../core/workbook/steps';
import type { Workbook } from '../core/workbook/workbook';
import { version } from '../package.json';

/** How a workbook was read: by our own reader, or an older kind that can only get a new workbook. */
export type WorkbookKind = 'xlsx' | 'old-format' | 'open-document';

/** A workbook file as it was read. `name` is the file's name without its folder. */
export interface ReadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
  readonly kind: WorkbookKind;
}

/** What a stamped workbook can be. `ending` begins with its dot; `reason` is the sentence that says why it is no copy, null for a copy. */
export interface OutputWay {
  readonly ending: string;
  readonly kind: 'copy' | 'new-workbook';
  readonly reason: string | null;
}

/** The list of findings is wanted, by agency where a preset says which one answers for which criterion. */
export interface FindingsSheet {
  readonly assignment: AgencyAssignment | null;
}

const alone = 'nên kết quả được ghi vào một sổ tính mới, chỉ có bảng kết quả; tệp gốc giữ nguyên.';

/** What the input allows: a copy with our sheets in it, or a new workbook (older kinds, a locked structure, a digital signature). */
export function outputWay(input: ReadFile): OutputWay {
  if (input.kind === 'old-format')
    return { ending: '.xlsx', kind: 'new-workbook', reason: `${input.name} là bảng tính .xls đời cũ, không thêm trang vào được, ${alone}` };
  if (input.kind === 'open-document')
    return { ending: '.xlsx', kind: 'new-workbook', reason: `${input.name} là bảng tính .ods, không thêm trang vào được, ${alone}` };
  const info = readPackageInfo(input.bytes);
  const ending = `.${info.kind}`;
  if (info.signed)
    return { ending, kind: 'new-workbook', reason: `${input.name} có chữ ký số, thêm trang sẽ làm mất hiệu lực chữ ký, ${alone}` };
  if (info.structureLocked)
    return { ending, kind: 'new-workbook', reason: `${input.name} khóa cấu trúc sổ tính, không thêm trang vào được, ${alone}` };
  return { ending, kind: 'copy', reason: null };
}

/** What our sheets are made of. `time` is ISO 8601. */
export function summaryInput(input: ReadFile, assessment: Assessment, time: string, handEntries: HandEntries): SummaryInput {
  return { workbook: input.workbook, assessment, standard: standardById(assessment.standard.id ?? ''), time, version, handEntries };
}

/** The bytes of the stamped workbook: the input with our sheets in it, or a new workbook with our sheets alone. */
export function stampedBytes(
  input: ReadFile,
  way: Pick<OutputWay, 'ending' | 'kind'>,
  made: SummaryInput,
  findings: FindingsSheet | null,
): Uint8Array {
  return takeAll(stampedBytesInSteps(input, way, made, findings));
}

/** `stampedBytes` in steps, a sheet at a time. */
export function* stampedBytesInSteps(
  input: ReadFile,
  way: Pick<OutputWay, 'ending' | 'kind'>,
  made: SummaryInput,
  findings: FindingsSheet | null,
): Steps<Uint8Array> {
  const designs = [designSummary(made)];
  yield;
  if (findings !== null) designs.push(designFindingsSheet({ ...made, assignment: findings.assignment }));
  yield;
  return way.kind === 'copy' ? writeIntoWorkbook(input.bytes, designs) : newWorkbook(designs, way.ending === '.xlsm' ? 'xlsm' : 'xlsx');
}
