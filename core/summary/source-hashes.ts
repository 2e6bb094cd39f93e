import type { Assessment, ItemCells, TableMapping } from '../assessment';
import { columnIndex, parseReference } from '../workbook/references';
import type { Cell, Sheet, Workbook } from '../workbook/workbook';
import { shortHash } from './hash';
import { normaliseCell, normaliseValue } from './normalise';
import type { SourceHashes } from './stamp';

const LENGTH = 10;
const dataCells: readonly (keyof ItemCells)[] = ['observation', 'numerator', 'denominator', 'rate', 'selfScore'];
const rubricRoles: readonly string[] = ['rubric', 'band', 'band-points', 'maximum'];

/**
 * Hashes of what an assessment rests on: the rubric's words and points, the values read, and the result (points, verdict, findings, and
 * where they were found). Values count, not how they are stored: a workbook saved again by another program hashes the same.
 */
export function hashSources(workbook: Workbook, assessment: Assessment): SourceHashes {
  const look = cellReader(workbook);
  return {
    rubric: hashLines(rubricLines(workbook, assessment, look)),
    data: hashLines(dataLines(assessment, look)),
    result: hashLines(resultLines(assessment)),
  };
}

type CellLook = (reference: string | null | undefined) => string;

function hashLines(lines: readonly string[]): string {
  return shortHash(lines.join('\n'), LENGTH);
}

/** Looks up the normalised value behind a full reference; '' where it names nothing. */
function cellReader(workbook: Workbook): CellLook {
  const sheets = new Map<string, Map<string, Cell>>();
  return (reference) => {
    const place = reference ? parseReference(reference) : null;
    const sheet = place && workbook.sheets.find((candidate) => candidate.name === place.sheet);
    if (!place || !sheet) return '';
    let cells = sheets.get(sheet.name);
    if (!cells) {
      cells = new Map(sheet.cells.map((cell) => [`${cell.row}.${cell.column}`, cell]));
      sheets.set(sheet.name, cells);
    }
    return normaliseValue(cells.get(`${place.row}.${place.column}`)?.value);
  };
}

function rubricLines(workbook: Workbook, assessment: Assessment, look: CellLook): string[] {
  const own = assessment.rubric.source === 'workbook';
  const lines = [`${assessment.standard.id} ${assessment.rubric.source}`];
  for (const item of itemsOf(assessment)) {
    lines.push([item.number, item.maxPoints, item.band?.text, item.band?.points, own ? look(item.cells.rubric) : ''].map(plain).join('|'));
  }
  if (own) for (const table of assessment.template.mapping.tables ?? []) lines.push(...tableRubric(workbook, table));
  const corrections = assessment.template.mapping.rubrics ?? {};
  for (const number of Object.keys(corrections).sort()) lines.push(`${number}=${plain(corrections[number])}`);
  return lines;
}

/** All the words in a table's rubric columns, so that bands that stand in rows of their own count too. */
function tableRubric(workbook: Workbook, table: Partial<TableMapping>): string[] {
  const sheet = workbook.sheets.find((candidate) => candidate.name === table.sheet);
  if (!sheet || table.transposed) return [];
  const entries = Object.entries(table.columns ?? {}).filter(([, role]) => rubricRoles.includes(role));
  const columns = new Set(entries.map(([letters]) => columnIndex(letters)));
  const rows = [...Object.keys(table.criterionRows ?? {}), ...Object.keys(table.itemRows ?? {})].map(Number);
  if (columns.size === 0 || rows.length === 0) return [];
  const first = Math.min(...rows) - 1;
  const last = table.totalRow ? table.totalRow - 2 : Math.max(...rows) - 1;
  return sheet.cells
    .filter((cell) => cell.row >= first && cell.row <= last && columns.has(cell.column))
    .map((cell) => normaliseCell({ ...cell, formula: undefined }));
}

function dataLines(assessment: Assessment, look: CellLook): string[] {
  const { workbook, total } = assessment;
  const lines = [
    [workbook.commune, workbook.district, workbook.province, workbook.year, workbook.unitClass, total.selfScore].map(plain).join('|'),
  ];
  for (const criterion of assessment.criteria) {
    lines.push([`C${criterion.number}`, criterion.selfScore].map(plain).join('|'));
    for (const item of criterion.items) {
      const seen = dataCells.map((key) => look(item.cells[key]));
      const { observed } = item;
      const numbers = [observed?.numerator, observed?.denominator, observed?.value, observed?.notApplicable, item.selfScore];
      lines.push([item.number, ...seen, ...numbers, seen.every((value) => value === '') ? observed?.text : ''].map(plain).join('|'));
    }
  }
  // The order of the officer's choices says nothing.
  return lines.concat(assessment.confirmed.map((choice) => `${choice.code}=${plain(choice.value)}`).sort());
}

function resultLines(assessment: Assessment): string[] {
  const { total, verdict } = assessment;
  const lines = [
    [total.points, ...total.range, total.maxPoints, total.threshold, verdict.status, assessment.template.status].map(plain).join('|'),
  ];
  for (const reason of verdict.reasons) lines.push([reason.code, reason.criterion, reason.item].map(plain).join('|'));
  for (const criterion of assessment.criteria)
    lines.push([criterion.number, criterion.points, ...criterion.range, criterion.maxPoints, criterion.cell].map(plain).join('|'));
  for (const item of itemsOf(assessment)) {
    const places = [item.cells.rubric, ...dataCells.map((key) => item.cells[key])];
    lines.push([item.number, item.points, ...item.range, item.maxPoints, ...places].map(plain).join('|'));
  }
  for (const finding of assessment.findings) {
    // What is said about the sheet itself comes and goes with it.
    if (finding.code === 'stale-summary' || finding.code === 'altered-summary') continue;
    lines.push([finding.code, finding.severity, finding.cell, finding.criterion, finding.item].map(plain).join('|'));
  }
  return lines;
}

function itemsOf(assessment: Assessment): Assessment['criteria'][number]['items'][number][] {
  return assessment.criteria.reduce<Assessment['criteria'][number]['items'][number][]>(
    (items, criterion) => items.concat(criterion.items),
    [],
  );
}

function plain(value: string | number | boolean | null | undefined): string {
  return normaliseValue(value);
}

/** The sheet of a workbook by its name, as hosts compare names: case does not count. */
export function findSheet(workbook: Workbook, name: string): Sheet | null {
  const wanted = name.toLowerCase();
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === wanted) ?? null;
}
