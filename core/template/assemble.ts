import type { Question } from '../assessment';
import type { Workbook } from '../workbook/workbook';
import type { CriterionNames } from './criteria';
import type { DraftItem } from './drafts';
import { dataRows, figuresOf, findGuide, guideEntries, joinData, looseGuideEntries } from './joins';
import type { GuideEntry } from './joins';
import { describeTables } from './mapping';
import { placeCriteria } from './place-criteria';
import type { Placed } from './place-criteria';
import type { RecognitionOptions } from './recognise';
import { mentionsPoints } from './sheet-reading';
import type { KindedTable, SheetReading } from './sheet-reading';
import type { SheetChoice } from './sheets';
import type { SourceCell, Template, TemplateColumn, TemplateCriterion, TemplateItem } from './template';

export interface AssemblyInput {
  readonly workbook: Workbook;
  readonly names: CriterionNames;
  readonly sheets: readonly SheetReading[];
  readonly choice: SheetChoice;
  readonly questions: readonly Question[];
  /** The sheets of another workbook that may give the scale. */
  readonly otherRubric: readonly SheetReading[] | null;
  readonly standardFound: boolean;
  readonly options: RecognitionOptions;
  /** How many of the standard's criteria are named anywhere in the workbook. */
  readonly named: () => number;
}

/** So many criteria found twice mean that the rows were taken apart wrongly, not that the officer copied them. */
const TORN = 3;

function blank(cell: SourceCell | null): boolean {
  return cell === null || cell.text === '';
}

function hasValue(item: DraftItem): boolean {
  return (
    !blank(item.result) ||
    !blank(item.numerator) ||
    !blank(item.rate) ||
    !blank(item.denominator) ||
    item.rubric.some((piece) => !blank(piece.mark)) ||
    item.quarters.some((cell) => !blank(cell))
  );
}

function toItem(draft: DraftItem, criterion: number, position: number): TemplateItem {
  const { row: _row, given: _given, ...cells } = draft;
  return { ...cells, number: `${criterion}.${position}` };
}

/** Puts what was recognised together: criteria in the standard's order, with scales and data that stand elsewhere. */
export function assembleTemplate(input: AssemblyInput): Template {
  const { choice, names, sheets } = input;
  const standard = names.standard;
  const primaryTables = choice.primary.flatMap((sheet) =>
    sheet.tables.filter((table) => table.kind === 'scoring' || table.kind === 'summary'),
  );
  const helperTables = choice.helpers.flatMap((sheet) => sheet.tables);
  const sideTables = choice.primary.flatMap((sheet) => sheet.tables.filter((table) => !primaryTables.includes(table)));
  let scoringTables = primaryTables;
  if (scoringTables.length === 0 && choice.questions.length === 0) {
    // A form with a scale but without any column for results or scores is still a form.
    scoringTables = sheets.flatMap((sheet) => sheet.tables.filter((table) => table.kind === 'guide' && table.criteria.length > 0));
  }
  const { chosen, doubles, sums } = placeCriteria(
    scoringTables.concat(helperTables.filter((table) => table.kind === 'summary')),
    standard.criteriaCount,
  );

  const corrections = input.options.mapping === undefined ? undefined : input.options.mapping.rubrics;
  const guides = collectGuides(sheets, scoringTables);
  const otherGuides = input.otherRubric === null ? [] : collectGuides(input.otherRubric, []);
  const rows = dataRows(
    [...helperTables, ...sideTables]
      .filter((table) => table.kind === 'data' || !choice.primary.some((sheet) => sheet.tables.includes(table)))
      .filter((table) => table.kind === 'data'),
  );
  let fromOther = 0;
  let fromOwn = 0;
  let total = 0;
  const anyResultColumn = scoringTables.some(
    (table) => table.columns.results.length > 0 || table.columns.rate !== null || table.columns.numerator !== null,
  );
  let valued = 0;
  for (const { criterion } of chosen.values()) for (const item of criterion.items) if (hasValue(item)) valued++;
  const joins = rows.length > 0 && (!anyResultColumn || valued <= 3);

  const complete = (draft: DraftItem, criterion: number, position: number): TemplateItem => {
    total++;
    let item = draft;
    const number = draft.given !== null ? draft.given : `${criterion}.${position}`;
    const corrected = corrections === undefined ? undefined : corrections[number];
    if (corrected !== undefined) {
      const cell = item.rubric.length > 0 ? (item.rubric[0] as TemplateItem['rubric'][number]).cell : item.labelCell;
      item = { ...item, rubric: [{ text: corrected, cell, points: null, mark: null }] };
    }
    if (item.rubric.length === 0) item = withGuide(item, findGuide(item, criterion, position, guides));
    if (item.rubric.length > 0) fromOwn++;
    else if (otherGuides.length > 0) {
      item = withGuide(item, findGuide(item, criterion, position, otherGuides));
      if (item.rubric.length > 0) fromOther++;
    }
    if (joins && !hasValue(item)) {
      const joined = joinData(item, `${criterion}.${position}`, rows);
      if (joined !== null) item = { ...item, ...joined };
    }
    return { ...toItem(item, criterion, position), number };
  };

  const criteria: TemplateCriterion[] = [];
  for (const number of Array.from(chosen.keys()).sort((a, b) => a - b)) {
    const placed = chosen.get(number) as Placed;
    const draft = placed.criterion;
    const sum = sums.find((each) => each.criterion.number === number);
    criteria.push({
      number,
      name: draft.name,
      cell: draft.cell,
      maximum: blank(draft.maximum) && sum !== undefined && !blank(sum.criterion.maximum) ? sum.criterion.maximum : draft.maximum,
      selfScore: blank(draft.selfScore) && sum !== undefined && !blank(sum.criterion.selfScore) ? sum.criterion.selfScore : draft.selfScore,
      items: draft.items.map((item, index) => complete(item, number, index + 1)),
      sharesRowWithItem: draft.sharesRowWithItem,
    });
  }
  const duplicates = doubles.map((placed) => ({
    number: placed.criterion.number as number,
    cell: placed.criterion.cell || (placed.criterion.items[0] as DraftItem).labelCell,
    items: placed.criterion.items.map((item, index) => complete(item, placed.criterion.number as number, index + 1)),
  }));

  const totals = scoringTables
    .concat(helperTables.filter((table) => table.kind === 'summary'))
    .filter((table) => table.total !== null)
    .sort((a, b) => b.criteria.length - a.criteria.length);
  // With one table for each agency only a summary's total is the total.
  const totalTable = totals.find((table) => table.criteria.length >= Math.max(2, chosen.size * 0.6));
  const strong = Array.from(chosen.values()).filter((placed) => placed.criterion.certainty >= 0.6).length;
  const substance = criteria.filter((criterion) =>
    criterion.items.some((item) => item.rubric.length > 0 || !blank(item.maximum) || !blank(item.selfScore) || !blank(item.result)),
  ).length;
  const pointed = input.options.mapping !== undefined && (input.options.mapping.tables || []).length > 0;
  const enough = Math.min(5, Math.ceil(standard.criteriaCount * 0.4));
  const recognised =
    (strong >= enough && substance >= enough) ||
    (input.standardFound && substance >= standard.criteriaCount * 0.7 && strong >= 3) ||
    (pointed && substance > 0);

  const questions: Question[] = [...input.questions];
  for (const table of scoringTables) {
    if (table.columns.rivalResults.length < 2 || pointed) continue;
    questions.push({
      code: 'which-column',
      message: `Có ${table.columns.rivalResults.length} cột đều có thể là kết quả thực hiện. Lấy số liệu ở cột nào?`,
      cells: table.columns.rivalResults.map((column) => column.source.reference),
      choices: table.columns.rivalResults.map((column) => column.text),
    });
  }
  if (duplicates.length >= TORN && !pointed) {
    questions.push({
      code: 'which-rows',
      message: `Có ${duplicates.length} tiêu chí xuất hiện nhiều lần (${duplicates.map((each) => each.number).join(', ')}) nên chưa chắc dòng nào là tiêu chí, dòng nào là nội dung. Hãy chỉ rõ các dòng tiêu chí.`,
      cells: duplicates.map((each) => each.cell.reference),
      choices: [],
    });
  }
  const asks = choice.questions.length > 0;
  const status = asks ? 'needs-confirmation' : !recognised ? 'unrecognised' : questions.length > 0 ? 'needs-confirmation' : 'recognised';
  const identity = pickIdentity(choice, sheets);
  const numbers = new Map<string, string>();
  for (const criterion of criteria) for (const item of criterion.items) numbers.set(item.labelCell.reference, item.number);
  const described = describeTables(scoringTables, (reference) => numbers.get(reference) || null);
  const usable = recognised && !asks;
  return {
    status,
    questions,
    notes: usable ? [] : explainFailure(sheets, chosen.size, input.named(), names),
    mapping: {
      ...(input.standardFound || recognised ? { standard: standard.id } : {}),
      tables: described,
      ...(corrections === undefined ? {} : { rubrics: corrections }),
    },
    standard: input.standardFound || recognised ? standard : null,
    commune: identity.commune,
    district: identity.district,
    province: identity.province,
    years: choice.years,
    year: choice.year,
    unitClassStatements: choice.primary.length === 0 && asks ? [] : uniqueStatements(choice, sheets),
    criteria: usable ? criteria : [],
    duplicates: usable ? duplicates : [],
    total:
      totalTable === undefined || totalTable.total === null
        ? { maximum: null, selfScore: null, label: null }
        : { maximum: totalTable.total.maximum, selfScore: totalTable.total.selfScore, label: totalTable.total.label },
    columns: scoringTables.flatMap(columnsOf),
    figures: figuresOf(rows.length > 0 ? rows : dataRows(sideTables.filter((table) => table.kind === 'data'))),
    selfScoreIsRemainder: scoringTables.some((table) => table.columns.remainder),
    rubricSource: fromOwn > 0 || total === 0 ? (fromOwn > 0 ? 'workbook' : 'none') : fromOther > 0 ? 'other-workbook' : 'none',
    legacyCell: sheets.map((sheet) => sheet.grid.legacy).find((cell) => cell !== null) || null,
  };

  function collectGuides(all: readonly SheetReading[], own: readonly KindedTable[]): GuideEntry[] {
    const tables = all.flatMap((sheet) => sheet.tables.filter((table) => !own.includes(table)));
    const entries = guideEntries(tables);
    const needed =
      all !== sheets || own.some((table) => table.criteria.some((criterion) => criterion.items.some((item) => item.rubric.length === 0)));
    if (!needed) return [];
    for (const sheet of all) {
      const covered = sheet.tables.some(
        (table) =>
          own.includes(table) ||
          entries.some((entry) => entry.pieces[0] !== undefined && entry.pieces[0].cell.location.sheet === sheet.grid.sheet.name),
      );
      if (!covered && mentionsPoints(sheet.grid)) entries.push(...looseGuideEntries(sheet.grid));
    }
    return entries;
  }
}

function withGuide(item: DraftItem, entry: GuideEntry | null): DraftItem {
  if (entry === null) return item;
  return {
    ...item,
    rubric: entry.pieces.map((piece) => ({ ...piece, mark: null })),
    maximum: blank(item.maximum) && entry.maximum !== null && !blank(entry.maximum) ? entry.maximum : item.maximum,
  };
}

function columnsOf(table: KindedTable): TemplateColumn[] {
  const columns: TemplateColumn[] = [];
  for (const [column, role] of table.columns.roles) {
    const header = table.frame.columns.find((each) => each.column === column);
    if (header !== undefined && role !== 'ignore') columns.push({ role, header: header.source });
  }
  return columns;
}

function pickIdentity(
  choice: SheetChoice,
  sheets: readonly SheetReading[],
): { commune: string | null; district: string | null; province: string | null } {
  const order = choice.primary.concat(choice.helpers, choice.questions.length > 0 ? [] : sheets.slice());
  const first = (read: (sheet: SheetReading) => string | null): string | null => {
    for (const sheet of order) {
      const value = read(sheet);
      if (value !== null) return value;
    }
    return null;
  };
  return {
    commune: choice.severalCommunes ? null : first((sheet) => sheet.identity.commune),
    district: first((sheet) => sheet.identity.district),
    province: first((sheet) => sheet.identity.province),
  };
}

function uniqueStatements(choice: SheetChoice, sheets: readonly SheetReading[]): Template['unitClassStatements'] {
  const order = choice.primary.concat(
    sheets.filter(
      (sheet) => !choice.primary.includes(sheet) && !choice.primary.some((own) => own.grid.sheet.name === sheet.grid.sheet.name),
    ),
  );
  const primary = choice.primary.flatMap((sheet) => sheet.identity.unitClassStatements);
  return primary.length > 0 ? primary : order.flatMap((sheet) => sheet.identity.unitClassStatements);
}

function explainFailure(sheets: readonly SheetReading[], found: number, named: number, names: CriterionNames): string[] {
  const notes = [
    `Đã tìm bảng có tên các tiêu chí của ${names.standard.title} cùng cột điểm tối đa, thang điểm, kết quả hoặc điểm tự chấm: trong tệp có tên của ${named} tiêu chí, ${found === 0 ? 'chưa tiêu chí nào nằm trong một bảng có các cột ấy' : `${found} tiêu chí nằm trong bảng đọc được`}.`,
  ];
  for (const sheet of sheets) {
    const frames = sheet.frames.filter((frame) => frame.strength >= 1.5);
    const where = frames
      .map(
        (frame) =>
          `dòng ${frame.headerTop + 1} (${frame.columns
            .slice(0, 6)
            .map((column) => column.text)
            .join(' | ')})`,
      )
      .slice(0, 3);
    notes.push(
      where.length === 0
        ? `Trang “${sheet.grid.sheet.name}”: không thấy dòng tiêu đề của bảng chấm điểm.`
        : `Trang “${sheet.grid.sheet.name}”: dòng tiêu đề có thể là ${where.join('; ')}.`,
    );
  }
  return notes;
}
