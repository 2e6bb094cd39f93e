import type { StatedYear } from '../template/template';
import { report, type ChecksInput, type Draft } from './draft';

/** The sheets that hold the scoring tables: another year's own sheet, left in the workbook, contradicts nothing. */
function tableSheets(input: ChecksInput): ReadonlySet<string> {
  const sheets = new Set<string>();
  for (const criterion of input.template.criteria) {
    if (criterion.cell) sheets.add(criterion.cell.location.sheet);
    for (const item of criterion.items) sheets.add(item.labelCell.location.sheet);
  }
  return sheets;
}

/**
 * Findings about the year assessed stated differently in two of: the title, the header of the result column, the officer's own choice. Years of
 * papers, of comparison, of periods and school years are none of these.
 */
export function checkYears(input: ChecksInput): Draft[] {
  const sheets = tableSheets(input);
  const here = input.template.years.filter((stated) => stated.cell === null || sheets.has(stated.cell.location.sheet));
  const titles = here.filter((stated) => stated.source === 'title');
  const covers = input.template.years.filter((stated) => stated.source === 'cover');
  const headers = here.filter((stated) => stated.source === 'result-header');
  const reference = input.year ?? (titles[0] ?? covers[0])?.year ?? null;
  if (reference === null) return [];
  const agrees = (group: readonly StatedYear[]): boolean => group.some((stated) => stated.year === reference);
  const wrong = (group: readonly StatedYear[], where: 'title' | 'result-header'): Draft[] => {
    const seen = new Set<string>();
    return group
      .filter(
        (stated) =>
          stated.cell !== null && !group.some((other) => other.cell?.reference === stated.cell?.reference && other.year === reference),
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
  return [
    ...wrong(
      main.filter((stated) => stated.year !== reference),
      'title',
    ),
    ...(agrees(headers) ? [] : wrong(headers, 'result-header')),
  ];
}
