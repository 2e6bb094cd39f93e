import { assess } from '../../core/assess';
import type { AssessOptions } from '../../core/assess';
import type { Assessment } from '../../core/assessment';
import { standardById } from '../../core/standards/registry';
import { designFindingsSheet } from '../../core/summary/findings-sheet';
import { designSummary } from '../../core/summary/summary';
import type { SheetDesign } from '../../core/summary/design';
import { readWithSheetJs } from '../../core/xlsx/legacy';
import type { SheetJsLibrary } from '../../core/xlsx/legacy';
import { isWorkbookError, readPackageInfo, readXlsx } from '../../core/xlsx/read';
import { newWorkbook, writeIntoWorkbook } from '../../core/xlsx/stamp';
import type { Workbook } from '../../core/workbook/workbook';
import { HostError } from '../../panel/host';
import type { StampRequest } from '../../panel/host';
import { version } from '../../package.json';

/** A file of the officer's own, read in the browser: it goes nowhere. */
export interface PickedFile {
  readonly name: string;
  readonly workbook: Workbook;
  assess(options: AssessOptions): Assessment;
  /** The bytes of a copy with our sheets, and a line where it could not be a copy. */
  stamped(request: StampRequest, assessment: Assessment): { readonly name: string; readonly bytes: Uint8Array; readonly reason: string };
}

const LARGEST = 60 * 1024 * 1024;

interface ReadBytes {
  readonly workbook: Workbook;
  /** Not of a kind that sheets can be added to. */
  readonly isOld: boolean;
}

function unreadable(error: unknown): unknown {
  if (!isWorkbookError(error)) return error;
  return new HostError(error.code === 'too-large' ? 'too-large' : 'unreadable', error.message, error.code);
}

async function readBytes(bytes: Uint8Array, name: string, loadLibrary: () => Promise<SheetJsLibrary>): Promise<ReadBytes> {
  try {
    return { workbook: readXlsx(bytes, { file: name }), isOld: false };
  } catch (error) {
    if (!isWorkbookError(error) || (error.code !== 'old-format' && error.code !== 'open-document')) throw unreadable(error);
  }
  const library = await loadLibrary();
  try {
    return { workbook: readWithSheetJs(library, bytes, { file: name }), isOld: true };
  } catch (error) {
    throw unreadable(error);
  }
}

/** Why no copy can be made of a file; '' where one can. */
function hindrance(bytes: Uint8Array, isOld: boolean): string {
  if (isOld) return 'Tệp gốc không phải .xlsx';
  const info = readPackageInfo(bytes);
  return info.signed ? 'Tệp gốc có chữ ký số' : info.structureLocked ? 'Tệp gốc bị khóa cấu trúc' : '';
}

/**
 * Opens a file; .xls and .ods with the library for them, which is loaded only then.
 * @throws a HostError that says why it cannot be read and what to do.
 */
export async function openFile(file: File, loadLibrary: () => Promise<SheetJsLibrary>): Promise<PickedFile> {
  const name = file.name.normalize('NFC');
  if (file.size > LARGEST)
    throw new HostError('too-large', `Tệp lớn hơn ${LARGEST / 1024 / 1024} MB; hãy chép bảng chấm điểm sang một sổ mới rồi thử lại.`);
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => {
      throw new HostError('not-found', 'Không đọc được tệp: tệp đã bị sửa, chuyển chỗ hoặc xóa sau khi chọn. Hãy chọn lại tệp.');
    },
  );
  const { workbook, isOld } = await readBytes(bytes, name, loadLibrary);
  return {
    name,
    workbook,
    assess: (options) => assess(workbook, options),
    stamped(request, assessment) {
      const standard = standardById(assessment.standard.id ?? '');
      const input = { workbook, assessment, standard, time: new Date().toISOString(), version, handEntries: request.handEntries };
      const assignment = standard?.agencyAssignments.find((preset) => preset.id === request.assignment) ?? null;
      const designs: SheetDesign[] = [
        designSummary(input),
        ...(request.findingsSheet ? [designFindingsSheet({ ...input, assignment })] : []),
      ];
      const locked = hindrance(bytes, isOld);
      const bare = name.replace(/\.[^.]*$/, '');
      if (locked === '') {
        // The copy is of the same kind as the file, so that its ending stays.
        return { name: `${bare} - đã chấm điểm${name.slice(bare.length)}`, bytes: writeIntoWorkbook(bytes, designs), reason: '' };
      }
      // Links to her cells would lead nowhere in a workbook of its own.
      const alone = designs.map((design) => ({ ...design, cells: design.cells.map(({ link: _link, ...cell }) => cell) }));
      return { name: `${bare} - kết quả.xlsx`, bytes: newWorkbook(alone), reason: `${locked} nên bảng kết quả ở một tệp riêng.` };
    },
  };
}
