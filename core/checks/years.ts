import type { StatedYear } from '../template/template';
import { fold } from '../text/fold';
import { report, type ChecksInput, type Draft } from './draft';

/** The sheets that hold the scoring tables, each with the first row of its items: a title stands above them, and a year below is part of a result. */
function firstItemRows(input: ChecksInput): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const criterion of input.template.criteria) {
    for (const { labelCell } of criterion.items) {
      const { sheet, row } = labelCell.location;
      rows.set(sheet, Math.min(row, rows.get(sheet) ?? row));
    }
  }
  return rows;
}

const RESULT_ROLES = new Set(['result', 'numerator', 'denominator', 'rate']);

/** Years in the headings of every column that results stand in (“Tỷ lệ năm 2022 (%)”); a heading with two years compares them. */
function headingYears(input: ChecksInput): StatedYear[] {
  return input.template.columns.flatMap(({ role, header }): StatedYear[] => {
    const years = RESULT_ROLES.has(role) ? (fold(header.text).match(/\bnam 20\d\d\b/g) ?? []) : [];
    return years.length === 1 ? [{ year: Number(years[0]!.slice(4)), source: 'result-header', cell: header }] : [];
  });
}

/**
 * Findings about the year assessed stated differently in two of: the title, the header of the result column, the officer's own choice. Years of
 * papers, of comparison, of periods and school years are none of these.
 */
export function checkYears(input: ChecksInput): Draft[] {
  const rows = firstItemRows(input);
  // Another year's own sheet, left in the workbook, contradicts nothing.
  const here = input.template.years.filter(({ cell }) => cell === null || rows.has(cell.location.sheet));
  const isTitle = ({ source }: StatedYear): boolean => source === 'title' || source === 'cover';
  const titles = here.filter(
    (stated) => isTitle(stated) && (stated.cell === null || stated.cell.location.row < (rows.get(stated.cell.location.sheet) ?? 0)),
  );
  const covers = input.template.years.filter(({ source, cell }) => source === 'cover' && cell !== null && !rows.has(cell.location.sheet));
  const headers = [
    ...here.filter((stated) => stated.source === 'result-header'),
    ...headingYears(input).filter(({ cell }) => cell !== null && rows.has(cell.location.sheet)),
  ];
  const reference = input.year ?? (titles[0] ?? covers[0])?.year ?? null;
  if (reference === null) return [];
  const agrees = (group: readonly StatedYear[]): boolean => group.some((stated) => stated.year === reference);
  const wrong = (group: readonly StatedYear[], where: 'title' | 'result-header'): Draft[] => {
    const seen = new Set<string>();
    return group
      .filter(
        (stated) =>
          stated.cell !== null &&
          stated.year !== reference &&
          !group.some((other) => other.cell?.reference === stated.cell?.reference && other.year === reference),
      )
      .filter((stated) => !seen.has(stated.cell!.reference) && seen.add(stated.cell!.reference))
      .map((stated) =>
        report(
          'wrong-year',
          { at: stated.cell },
          { seen: String(stated.year), expected: String(reference), where, byOption: input.year !== null },
        ),
      );
  };
  const main = titles.length > 0 ? titles : covers;
  // Beside a column of the year assessed, those of other years are there to compare with.
  return [...wrong(main, 'title'), ...(agrees(headers) ? [] : wrong(headers, 'result-header'))];
}
