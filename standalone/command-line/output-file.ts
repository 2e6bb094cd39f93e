import { closeSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { HandEntries } from '../../core/summary/design';
import { designSummary, type SummaryInput } from '../../core/summary/summary';
import { hashSources } from '../../core/summary/source-hashes';
import { findOwnSheet, findSummary, isOwnSheet } from '../../core/summary/verify';
import { readXlsx } from '../../core/xlsx/read';
import type { Workbook } from '../../core/workbook/workbook';
import { outputWay } from '../stamped-workbook';
import { copyDifference } from './copy-difference';
import { badArguments } from './refusal';
import type { WorkbookFile } from './workbook-file';

/** What will be written where. */
export interface OutputPlan {
  /** With its dot. */
  readonly ending: string;
  /** Absolute. */
  readonly path: string;
  readonly kind: 'copy' | 'new-workbook';
  /** For a new workbook: the sentence that says why it is no copy. null for a copy. */
  readonly reason: string | null;
  /** What was written by hand into the copy that is written anew: it is kept. */
  readonly handEntries: HandEntries;
  /** The copy of ours that stands there now, null where there is none. */
  readonly present: Workbook | null;
}

/**
 * A stamped copy that we may have made of this input: it has a sheet of ours, and no other sheet than the input's. null for every other file.
 * (An officer's own workbook that was stamped in Excel has sheets that this input lacks, or it is the input.)
 */
function readOurCopy(file: string, input: WorkbookFile): Workbook | null {
  try {
    const workbook = readXlsx(readFileSync(file));
    const known = new Set(input.workbook.sheets.map((sheet) => sheet.name));
    const own = workbook.sheets.filter(isOwnSheet);
    return own.length > 0 && workbook.sheets.every((sheet) => own.includes(sheet) || known.has(sheet.name)) ? workbook : null;
  } catch {
    return null;
  }
}

function isSameFile(left: string, right: string): boolean {
  const [one, other] = [statSync(left), statSync(right)];
  return (one.dev === other.dev && one.ino === other.ino) || realpathSync(left) === realpathSync(right);
}

/**
 * Checks where the stamped workbook may go, before anything is computed or written.
 * @throws a refusal with status 2: another ending than the input's kind, the input itself, a file that is not our stamped copy, no such folder.
 */
export function planOutput(input: WorkbookFile, out: string): OutputPlan {
  const { ending, kind, reason } = outputWay(input);
  const name = path.basename(out);
  if (path.extname(out).toLowerCase() !== ending)
    throw badArguments(`--out ${name}: tệp kết quả của ${input.name} phải có đuôi ${ending}.`);
  const folder = statSync(path.dirname(out), { throwIfNoEntry: false });
  if (folder === undefined || !folder.isDirectory()) throw badArguments(`--out ${out}: không có thư mục này; hãy tạo thư mục trước.`);
  const present = statSync(out, { throwIfNoEntry: false });
  if (present === undefined) return { path: out, ending, kind, reason, handEntries: {}, present: null };
  if (!present.isFile()) throw badArguments(`--out ${out}: đây không phải tệp; hãy ghi một tên tệp mới.`);
  if (isSameFile(input.path, out))
    throw badArguments(`--out ${name}: trùng với tệp gốc; tệp gốc không bao giờ bị ghi đè, hãy đặt tên khác.`);
  const copy = readOurCopy(out, input);
  if (copy === null) throw badArguments(`--out ${name}: đã có tệp này và nó không phải bản sao do chương trình ghi; hãy đặt tên khác.`);
  if (kind === 'copy') checkSameCells(name, copy, input);
  return {
    path: out,
    ending,
    kind,
    reason,
    handEntries: { ...findOwnSheet(copy, 'summary')?.handEntries, ...findOwnSheet(copy, 'findings')?.handEntries },
    present: copy,
  };
}

function checkSameCells(name: string, copy: Workbook, input: WorkbookFile): void {
  const difference = copyDifference(copy, input.workbook);
  if (difference === null) return;
  const words = (text: string): string => (text === '' ? 'để trống' : `ghi “${text}”`);
  throw badArguments(
    `--out ${name}: bản sao đang có là của bảng tính khác, hoặc số liệu đã được sửa sau khi ghi bản sao: ${difference.place} trong bản sao ${words(difference.inCopy)}, trong ${input.name} ${words(difference.inInput)}. Nếu số liệu trong bản sao mới đúng, hãy chấm chính bản sao đó; nếu không, hãy đặt tên khác cho tệp kết quả.`,
  );
}

/** What our sheet says of whose result it is; null where it names no commune. */
function subjectOf(sheet: { readonly cells: readonly { row: number; column: number; value: unknown }[] } | undefined): string | null {
  const beside = (label: string): string => {
    const place = sheet?.cells.find((cell) => cell.value === label);
    const cell = sheet?.cells.find((other) => place && other.row === place.row && other.column > place.column && other.value !== null);
    return String(cell?.value ?? '').normalize('NFC');
  };
  const unit = beside('Đơn vị:');
  return unit === '' || unit === 'Bảng tính không ghi' ? null : `${unit}, năm đánh giá: ${beside('Năm đánh giá:')}`;
}

/**
 * A new workbook with our sheets alone holds no cells of the input to compare. It is of this input where it names the same commune and year, or
 * rests on the same data.
 * @throws a refusal with status 2 where it is of another one.
 */
export function checkSameSubject(plan: OutputPlan, made: SummaryInput): void {
  if (plan.kind === 'copy' || plan.present === null) return;
  const found = findSummary(plan.present);
  if (found?.stamp?.data === hashSources(made.workbook, made.assessment).data) return;
  const there = subjectOf(plan.present.sheets.find((sheet) => sheet.name === found?.sheet));
  const here = subjectOf(designSummary(made));
  if (there !== null && there === here) return;
  const named = (subject: string | null): string => subject ?? 'không ghi tên đơn vị';
  throw badArguments(
    `--out ${path.basename(plan.path)}: đã có bảng kết quả của bảng tính khác (ở đó: ${named(there)}; tệp đang chấm: ${named(here)}); hãy đặt tên khác.`,
  );
}

/**
 * Writes a file beside its place and renames it, so that there is never half a file.
 * @throws a refusal with status 2 where the folder cannot be written to.
 */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    const handle = openSync(beside, 'wx');
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw badArguments(
      `--out ${file}: không ghi được (${(error as NodeJS.ErrnoException).code ?? 'lỗi đĩa'}); hãy kiểm tra quyền ghi, hoặc đóng tệp nếu đang mở.`,
    );
  }
}
