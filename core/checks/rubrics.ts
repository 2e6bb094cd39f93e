import type { CoverageProblem } from '../rubric/rubric';
import type { ScoredCriterion, ScoredItem } from '../scoring/score';
import type { SourceCell, Template } from '../template/template';
import { formatReference } from '../workbook/references';
import { itemSubject, report, type ChecksInput, type Draft } from './draft';

function hasScale(item: ScoredItem): boolean {
  return item.rubric.bands.length > 0 || item.rubric.perUnit !== null || item.rubric.proportional !== null;
}

/** The blank cell where the item's scale belongs: its row in the rubric column of its sheet; the item's own cell where there is no such column. */
function rubricPlace(template: Template, item: ScoredItem): SourceCell {
  const label = item.item.labelCell;
  const header = template.columns.find(
    (column) => column.role === 'rubric' && column.header.location.sheet === label.location.sheet,
  )?.header;
  if (!header) return label;
  const location = { ...label.location, column: header.location.column };
  return { location, reference: formatReference(location), text: '', cell: null };
}

function coverageByCell(problems: readonly CoverageProblem[]): ReadonlyMap<string, readonly CoverageProblem[]> {
  const groups = new Map<string, CoverageProblem[]>();
  for (const problem of problems) {
    const key = `${problem.type} ${problem.cell.reference}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  return groups;
}

function checkItem(input: ChecksInput, criterion: ScoredCriterion, item: ScoredItem): Draft[] {
  const elsewhere = input.template.rubricSource === 'other-workbook';
  const subject = itemSubject(item.item.number);
  // A cell of another workbook is no cell of hers: the finding then stands at none.
  const place = (cell: SourceCell) => ({ at: elsewhere ? null : cell, criterion: criterion.criterion.number, item: item.item.number });
  const { unread, coverage } = item.rubric;
  if (unread.length > 0) {
    const first = unread[0]!;
    const cells = elsewhere ? [] : unread.map((piece) => piece.cell);
    const seen = unread.map((piece) => piece.text.trim()).join('; ');
    return [
      report(
        'unreadable-rubric',
        { ...place(first.cell), cells: cells.length > 1 ? cells : [] },
        { scope: 'piece', subject, seen, elsewhere },
      ),
    ];
  }
  if (!hasScale(item)) {
    const at = item.item.rubric[0]?.cell ?? rubricPlace(input.template, item);
    return [report('unreadable-rubric', place(at), { scope: 'none', subject })];
  }
  return [...coverageByCell(coverage).values()].map((problems) => {
    const { type, cell } = problems[0]!;
    const words = [...new Set(problems.map((problem) => problem.words))].join('; ');
    return report(type === 'gap' ? 'band-gap' : 'band-overlap', place(cell), { subject, words, elsewhere });
  });
}

/**
 * Findings about scales: what could not be read as bands, items without a scale, values that no band or two bands cover. A template
 * without any scale is one finding. Holes beside unread words are consequences of them and stay unreported.
 */
export function checkRubrics(input: ChecksInput): Draft[] {
  const items = input.score.criteria.flatMap((criterion) => criterion.items.map((item) => ({ criterion, item })));
  if (items.length === 0) return [];
  if (input.template.rubricSource === 'none') return [report('unreadable-rubric', { at: null }, { scope: 'template' })];
  return items.flatMap(({ criterion, item }) => checkItem(input, criterion, item));
}
