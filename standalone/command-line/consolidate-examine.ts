import { createHash } from 'node:crypto';
import path from 'node:path';
import { examine, type ExaminedFile } from '../../core/consolidate';
import type { Scale } from '../../core/consolidation/examined';
import type { Roster } from '../../core/consolidation/roster';
import type { InputFile } from './consolidate-inputs';
import { isRefusal } from './refusal';
import { readWorkbookFile } from './workbook-file';

/** What is asked of every file. */
export interface ExamineJob {
  readonly roster: Roster | null;
  /** Whether the assessments themselves are wanted, as lines of JSON. */
  readonly lines: boolean;
}

export interface ExaminedInput {
  readonly examined: ExaminedFile;
  readonly lines: readonly string[];
}

/** A refusal begins with the file's name, which the list of files has in a column of its own. */
function withoutName(message: string, file: string): string {
  for (const name of [file, path.basename(file), path.basename(file).normalize('NFC')])
    if (message.startsWith(`${name}: `)) return message.slice(name.length + 2);
  return message;
}

/** Why a file could not be examined, in a sentence. */
export function refusalOf(error: unknown, file: string): string {
  const words = isRefusal(error)
    ? withoutName(error.message, file)
    : `Chương trình gặp lỗi khi xử lý tệp này (${error instanceof Error ? error.message.split('\n')[0] : 'không rõ'}).`;
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

/** An entry for a file that cannot be read. */
export function refused(input: InputFile, reason: string): ExaminedInput {
  return { examined: examine({ file: input.shown, refusal: reason }), lines: [] };
}

const store = new Map<string, Scale>();

/** Reads and examines one file; what goes wrong with it is its state, never an error. */
export function examineFile(input: InputFile, job: ExamineJob): ExaminedInput {
  const lines: string[] = [];
  try {
    const { bytes, workbook } = readWorkbookFile(input.path);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const examined = examine(
      { file: input.shown, workbook, hash },
      {
        roster: job.roster,
        store,
        ...(job.lines
          ? {
              onAssessed: (assessment, sheet) => {
                lines.push(JSON.stringify({ ...assessment, file: input.shown, ...(sheet === null ? {} : { sheet }) }));
              },
            }
          : {}),
      },
    );
    return { examined, lines };
  } catch (error) {
    return refused(input, refusalOf(error, input.path));
  }
}
