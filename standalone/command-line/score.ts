import path from 'node:path';
import { assess } from '../../core/assess';
import type { Assessment, Mapping } from '../../core/assessment';
import { readScoreArguments, scoreUsage, type ScoreArguments } from './arguments';
import { readMappingFile } from './mapping-file';
import { checkSameSubject, planOutput, writeWhole, type OutputPlan } from './output-file';
import { stampedBytes, summaryInput } from '../stamped-workbook';
import { badArguments } from './refusal';
import { report } from './report';
import type { Streams } from './streams';
import { terminal } from './terminal';
import { readWorkbookFile, type WorkbookFile } from './workbook-file';

function checkSheet(input: WorkbookFile, sheet: string | null): void {
  const names = input.workbook.sheets.map((one) => one.name);
  if (sheet === null || names.some((name) => name === sheet.normalize('NFC') || name === sheet)) return;
  throw badArguments(`--sheet: ${input.name} không có trang tính “${sheet}”; các trang: ${names.map((name) => `“${name}”`).join(', ')}.`);
}

/** The officer's mapping with the workbook's own names of its sheets. @throws a refusal with status 2 for a sheet that the workbook lacks. */
function readMapping(input: WorkbookFile, file: string): Mapping {
  const mapping = readMappingFile(file);
  const names = input.workbook.sheets.map((one) => one.name);
  const tables = mapping.tables?.map((table, index) => {
    if (table.sheet === undefined) return table;
    const sheet = names.find((name) => name === table.sheet) ?? names.find((name) => name === table.sheet?.normalize('NFC'));
    if (sheet !== undefined) return { ...table, sheet };
    throw badArguments(
      `--mapping ${path.basename(file)}: sai ở “tables.${index}.sheet”: ${input.name} không có trang tính “${table.sheet}”; các trang: ${names.map((name) => `“${name}”`).join(', ')}.`,
    );
  });
  return tables === undefined ? mapping : { ...mapping, tables };
}

function assessFile(input: WorkbookFile, given: ScoreArguments, from: (file: string) => string): Assessment {
  const rubric = given.rubric === null ? undefined : readWorkbookFile(from(given.rubric)).workbook;
  return assess(input.workbook, {
    ...(given.sheet === null
      ? {}
      : { sheet: input.workbook.sheets.find((one) => one.name === given.sheet)?.name ?? given.sheet.normalize('NFC') }),
    ...(rubric === undefined ? {} : { rubric }),
    ...(given.mapping === null ? {} : { mapping: readMapping(input, from(given.mapping)) }),
    ...(given.unitClass === null ? {} : { unitClass: given.unitClass }),
    ...(given.year === null ? {} : { year: given.year }),
  });
}

/**
 * `score FILE …`: reads the workbook, assesses it, writes the stamped copy where one is asked for and prints the report or the JSON document.
 * @throws a refusal with status 2 or 3; nothing has been written then.
 */
export function score(words: readonly string[], standing: string, streams: Streams): void {
  if (words.includes('--help')) return streams.output(scoreUsage);
  const given = readScoreArguments(words);
  const from = (file: string) => path.resolve(standing, file);
  const input = readWorkbookFile(from(given.file));
  checkSheet(input, given.sheet);
  const plan: OutputPlan | null = given.out === null ? null : planOutput(input, from(given.out));
  const assessment = assessFile(input, given, from);
  if (plan !== null) {
    const made = summaryInput(input, assessment, new Date().toISOString(), plan.handEntries);
    checkSameSubject(plan, made);
    writeWhole(plan.path, stampedBytes(input, plan, made, given.findingsSheet));
  }
  if (!given.json) {
    const written = plan === null ? null : { path: given.out ?? plan.path, reason: plan.reason };
    return streams.output(report(assessment, terminal(streams.colours, streams.columns), written));
  }
  if (plan?.reason !== null && plan?.reason !== undefined) streams.errors(`${plan.reason}\n`);
  streams.output(`${JSON.stringify(assessment, null, 2)}\n`);
}
