import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { combineExamined, examineRubric, type Consolidation, type ExaminedFile } from '../../core/consolidate';
import { designDistrictBook } from '../../core/consolidation/book';
import { isDistrictBook } from '../../core/consolidation/book-reading';
import { readRosterText, readRosterWorkbook, type Roster } from '../../core/consolidation/roster';
import { textSharer } from '../../core/consolidation/share-texts';
import { readXlsx } from '../../core/xlsx/read';
import { newWorkbook } from '../../core/xlsx/stamp';
import type { Workbook } from '../../core/workbook/workbook';
import { version } from '../../package.json';
import { consolidateUsage, readConsolidateArguments, type ConsolidateArguments } from './consolidate-arguments';
import { findInputs, type InputFile } from './consolidate-inputs';
import { consolidationReport, progressLine } from './consolidate-report';
import { examineAll } from './consolidate-workers';
import { writeWhole } from './output-file';
import { badArguments } from './refusal';
import type { Streams } from './streams';
import { harmless, terminal } from './terminal';
import { readWorkbookFile } from './workbook-file';

/** The district book that stands where the new one goes; null where nothing does. @throws a refusal with status 2 for anything else there. */
function readPreviousBook(out: string): Workbook | null {
  const folder = statSync(path.dirname(out), { throwIfNoEntry: false });
  if (folder === undefined || !folder.isDirectory()) throw badArguments(`--out ${out}: không có thư mục này; hãy tạo thư mục trước.`);
  const present = statSync(out, { throwIfNoEntry: false });
  if (present === undefined) return null;
  const name = path.basename(out);
  let workbook: Workbook | null = null;
  try {
    if (present.isFile()) workbook = readXlsx(readFileSync(out), { file: name });
  } catch {
    workbook = null;
  }
  if (workbook === null || !isDistrictBook(workbook))
    throw badArguments(`--out ${name}: đã có tệp này và nó không phải sổ tổng hợp do chương trình ghi; hãy đặt tên khác.`);
  return workbook;
}

/** @throws a refusal: status 3 for a file that cannot be read, 2 for one without names. */
function readRoster(file: string): Roster {
  const name = path.basename(file);
  let roster: Roster;
  if (/\.(csv|tsv|txt)$/i.test(name)) {
    const bytes = (() => {
      try {
        return readFileSync(file);
      } catch {
        throw badArguments(`--roster ${file}: không đọc được tệp này; hãy kiểm tra tên và thư mục.`);
      }
    })();
    roster = readRosterText(bytes);
  } else roster = readRosterWorkbook(readWorkbookFile(file).workbook);
  if (roster.units.length === 0) throw badArguments(`--roster ${name}: không tìm thấy tên xã nào; cần một cột tên xã, phường.`);
  return roster;
}

function readRubric(file: string): ExaminedFile {
  const examined = examineRubric(readWorkbookFile(file).workbook);
  if (examined === null) throw badArguments(`--rubric ${path.basename(file)}: không tìm thấy thang điểm trong bảng tính này.`);
  return examined;
}

/** Progress on stderr: one line written over on a terminal, a few lines elsewhere. */
function progress(total: number, streams: Streams): (done: number, examined: ExaminedFile) => void {
  const onTerminal = process.stderr.isTTY === true;
  let last = Date.now();
  streams.errors(`Đọc ${total} tệp…\n`);
  return (done, examined) => {
    const now = Date.now();
    if (!onTerminal && now - last < 2000) return;
    if (onTerminal && now - last < 100 && done < total) return;
    last = now;
    const line = progressLine(done, total, examined);
    streams.errors(onTerminal ? `\r\u001b[K${line.slice(0, 100)}${done === total ? '\n' : ''}` : `${line}\n`);
  };
}

/** From so many files on what the communes come to fills hundreds of megabytes, and V8 would let as much garbage stand beside it. */
const manyFiles = 500;

function holdMemory(files: number): void {
  if (files >= manyFiles) setFlagsFromString('--heap-growing-percent=30');
}

/** What all files are examined with. */
interface Against {
  readonly roster: Roster | null;
  readonly rubric: ExaminedFile | null;
  readonly rubricPath: string | null;
}

/** Examines every file and puts them together. What was read of the single files is let go before the book is made. */
async function examineAndCombine(
  given: ConsolidateArguments,
  inputs: readonly InputFile[],
  { roster, rubric, rubricPath }: Against,
  streams: Streams,
): Promise<Consolidation> {
  const files: ExaminedFile[] = [];
  const share = textSharer();
  const show = progress(inputs.length, streams);
  await examineAll(inputs, { roster, lines: given.print === 'ndjson' }, ({ examined, lines }, index) => {
    // The district's blank template is no commune's workbook, though it may lie in the same folder.
    const isBlankRubric = inputs[index]?.path === rubricPath && examined.communes.every((commune) => commune.commune === null);
    if (!isBlankRubric) {
      files.push(share(examined));
      if (lines.length > 0) streams.output(`${lines.join('\n')}\n`);
      if (given.print === 'ndjson' && lines.length === 0)
        streams.errors(`${harmless(examined.file)}: ${harmless(examined.reason ?? 'sổ tổng hợp, không có bảng của từng xã.')}\n`);
    }
    show(index + 1, examined);
  });
  return combineExamined(files, rubric, { roster, time: new Date().toISOString(), version });
}

/**
 * `consolidate FILE_OR_FOLDER… --out BOOK`: reads every file on all cores, puts the communes together, writes the district book and prints the
 * report, the JSON document or one assessment a line.
 * @throws a refusal with status 2 or 3; nothing has been written then. A file that cannot be read is no refusal but a row of the book.
 */
export async function consolidate(words: readonly string[], standing: string, streams: Streams): Promise<void> {
  if (words.includes('--help')) return streams.output(consolidateUsage);
  const given = readConsolidateArguments(words);
  const from = (file: string) => path.resolve(standing, file);
  const out = given.out === null ? null : from(given.out);
  const previousBook = out === null ? null : readPreviousBook(out);
  const roster = given.roster === null ? null : readRoster(from(given.roster));
  const rubric = given.rubric === null ? null : readRubric(from(given.rubric));
  const never = [out, given.roster === null ? null : from(given.roster)].filter((file): file is string => file !== null);
  const inputs = findInputs(given.inputs, standing, never);
  if (inputs.length === 0) throw badArguments(`Không có bảng tính nào trong ${given.inputs.join(', ')}.`);

  holdMemory(inputs.length);
  const consolidation = await examineAndCombine(
    given,
    inputs,
    { roster, rubric, rubricPath: given.rubric === null ? null : from(given.rubric) },
    streams,
  );
  if (out !== null) writeWhole(out, newWorkbook(designDistrictBook(consolidation, { previousBook })));
  if (given.print === 'json') streams.output(`${JSON.stringify(consolidation, null, 2)}\n`);
  if (given.print === 'report') streams.output(consolidationReport(consolidation, given.out, terminal(streams.colours, streams.columns)));
}
