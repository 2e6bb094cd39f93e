import type { AssessOptions } from '../core/assess';
import type { Assessment, ColumnRole, Mapping, Question, TableMapping } from '../core/assessment';
import type { HandEntries, HandEntry } from '../core/summary/design';
import { handKey } from '../core/summary/stamp';
import { splitConfirmed } from '../core/summary/words';
import { columnName, parseReference, quoteSheetName } from '../core/workbook/references';

const RULES = ['most', 'zero', 'open'] as const;

/** Papers that the officer names for her answers: item number → words. */
export type Papers = Readonly<Record<string, string>>;

/** The mapping that the officer confirmed in an earlier run or in this one; an empty one where she confirmed none. */
export function confirmedMapping(assessment: Assessment | null, options: AssessOptions): Mapping {
  if (options.mapping !== undefined) return options.mapping;
  const stored = assessment?.confirmed.find((entry) => entry.code === 'mapping');
  if (stored === undefined) return {};
  try {
    const mapping: unknown = JSON.parse(stored.value);
    return typeof mapping === 'object' && mapping !== null ? (mapping as Mapping) : {};
  } catch {
    return {};
  }
}

/** The item that a question about a number or a missing rule speaks of: the one whose result stands in the question's cell. */
export function itemOfQuestion(assessment: Assessment, question: Question): string | null {
  const cell = question.cells[0];
  if (cell === undefined) return null;
  const named = /^Chỉ tiêu (\S+) /.exec(question.message);
  if (named !== null) return named[1] as string;
  for (const criterion of assessment.criteria) {
    for (const item of criterion.items) if (Object.values(item.cells).includes(cell)) return item.number;
  }
  return null;
}

function keyIn(table: Partial<TableMapping>, reference: string): string | null {
  const place = parseReference(reference);
  if (place === null || place.sheet !== table.sheet) return null;
  const transposed = table.transposed === true;
  const inHeader = (table.headerRows ?? []).includes((transposed ? place.column : place.row) + 1);
  const key = transposed ? String(place.row + 1) : columnName(place.column);
  return inHeader || key in (table.columns ?? {}) ? key : null;
}

/** The tables as recognised, with one of the rival columns as the result and the others set aside. */
function chooseColumn(assessment: Assessment, question: Question, chosen: number): Mapping {
  const tables = (assessment.template.mapping.tables ?? []).map((table) => {
    const columns: Record<string, ColumnRole> = { ...table.columns };
    let touched = false;
    question.cells.forEach((cell, index) => {
      const key = keyIn(table, cell);
      if (key === null) return;
      columns[key] = index === chosen ? 'result' : 'ignore';
      touched = true;
    });
    return touched ? { ...table, columns } : table;
  });
  return { ...assessment.template.mapping, tables };
}

/**
 * The options of the next run after a question was answered with its `choice`-th choice.
 * A question that this panel does not know leaves the options as they are.
 */
export function answer(assessment: Assessment, options: AssessOptions, question: Question, choice: number): AssessOptions {
  const words = question.choices[choice];
  if (words === undefined) return options;
  if (question.code === 'which-sheet') return { ...options, sheet: words };
  if (question.code === 'which-column') return { ...options, mapping: chooseColumn(assessment, question, choice) };
  if (question.code === 'number-reading') {
    const cell = question.cells[0];
    return cell === undefined ? options : { ...options, numberReadings: { ...options.numberReadings, [cell]: words } };
  }
  const rule = RULES.find((known) => known === words);
  const item = itemOfQuestion(assessment, question);
  if (question.code !== 'no-case-rule' || rule === undefined || item === null) return options;
  return { ...options, noCaseRules: { ...options.noCaseRules, [item]: rule } };
}

/** What a choice is called; for columns that share a heading the column's letter says which. */
export function choiceLabel(question: Question, choice: number): string {
  const words = question.choices[choice] ?? '';
  if (question.code === 'no-case-rule') return { most: 'Cho điểm tối đa', zero: 'Cho 0 điểm', open: 'Để ngỏ, chưa tính' }[words] ?? words;
  if (question.code !== 'which-column') return words;
  const place = parseReference(question.cells[choice] ?? '');
  return place === null ? words : `Cột ${columnName(place.column)}: ${words === '' ? '(không có tiêu đề)' : words}`;
}

/** The words beside the answers, keyed as the result sheet keys its cells for the hand. */
export function paperEntries(papers: Papers, stamped: AssessOptions): HandEntries {
  const entries: Record<string, HandEntry> = {};
  for (const item of Object.keys(papers)) {
    const words = (papers[item] ?? '').trim();
    if (words !== '' && stamped.noCaseRules?.[item] !== undefined) entries[handKey('lc', `no-case-rule${item}`)] = { value: words };
  }
  return entries;
}

/** `'Chấm điểm'!E9` in words: the address, and the sheet where it is to be named. */
export function cellWords(reference: string): { readonly address: string; readonly sheet: string } {
  const place = parseReference(reference);
  if (place === null) return { address: reference, sheet: '' };
  return { address: reference.slice(quoteSheetName(place.sheet).length + 1) || reference, sheet: place.sheet };
}

/** The options without one decision of this run; what stands in the result sheet can only be decided anew. */
export function withoutChoice(options: AssessOptions, code: string, value: string): AssessOptions {
  const { unitClass, year, sheet, commune, mapping, ...others } = options;
  const single: AssessOptions = {
    ...others,
    ...(unitClass === undefined || code === 'unit-class' ? {} : { unitClass }),
    ...(year === undefined || code === 'year' ? {} : { year }),
    ...(sheet === undefined || code === 'sheet' ? {} : { sheet }),
    ...(commune === undefined || code === 'commune' ? {} : { commune }),
    ...(mapping === undefined || code === 'mapping' ? {} : { mapping }),
  };
  const [subject] = splitConfirmed(code, value);
  const drop = <Answer>(answers: Readonly<Record<string, Answer>> | undefined): Record<string, Answer> => {
    const { [subject]: _, ...rest } = answers ?? {};
    return rest;
  };
  if (code === 'no-case-rule') return { ...single, noCaseRules: drop(options.noCaseRules) };
  if (code === 'number-reading') return { ...single, numberReadings: drop(options.numberReadings) };
  return single;
}
