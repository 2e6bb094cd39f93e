import type { RubricContext } from '../../core/rubric/read';
import { readRubric } from '../../core/rubric/read';
import type { Band, Limit, Rubric } from '../../core/rubric/rubric';
import type { RubricPiece, SourceCell } from '../../core/template/template';
import { fraction, formatVietnamese, multiply } from '../../core/text/fractions';

export function cellOf(text: string, row = 0, column = 2): SourceCell {
  return {
    location: { sheet: 'Biểu', row, column },
    reference: `'Biểu'!${'ABCDEF'.charAt(column)}${row + 1}`,
    text,
    cell: text === '' ? null : { row, column, value: text },
  };
}

/** One piece a row; a pair has its points in a cell of their own. */
export function piecesOf(...texts: readonly (string | readonly [string, string | number])[]): RubricPiece[] {
  return texts.map((entry, row) => {
    if (typeof entry === 'string') return { text: entry, cell: cellOf(entry, row), points: null, mark: null };
    const points = { ...cellOf(String(entry[1]), row, 3), cell: { row, column: 3, value: entry[1] } };
    return { text: entry[0], cell: cellOf(entry[0], row), points, mark: null };
  });
}

export function read(text: string | readonly RubricPiece[], label: string, context: Partial<RubricContext> = {}): Rubric {
  const pieces = typeof text === 'string' ? piecesOf(text) : text;
  return readRubric(pieces, { maxPoints: null, convention: { decimal: ',' }, area: null, ...context, label });
}

function limit(value: Limit | null, rubric: Rubric): string {
  if (!value) return '';
  const factor = rubric.kind === 'incidence' ? (rubric.per ?? 1) : ['percentage', 'proportional', 'change'].includes(rubric.kind) ? 100 : 1;
  return formatVietnamese(multiply(value.value, fraction(factor)) ?? value.value, 6);
}

/** A band in brackets: `[95;98)=35`, `none=50`, `tot=25`. */
export function bandCode(band: Band, rubric: Rubric): string {
  const { condition } = band;
  const points = band.points / 100;
  if (condition.type === 'level') return `${condition.level}=${points}`;
  if (condition.type !== 'interval') return `${condition.type}=${points}`;
  const { from, to } = condition;
  return `${from?.inclusive ? '[' : '('}${limit(from, rubric)};${limit(to, rubric)}${to?.inclusive ? ']' : ')'}=${points}`;
}

/** The bands in order of their codes, so that layouts in another order compare. */
export function bandsCode(rubric: Rubric): string {
  return rubric.bands
    .map((band) => bandCode(band, rubric))
    .sort()
    .join(' ');
}

export function unreadOf(rubric: Rubric): string[] {
  return rubric.unread.map((part) => part.text);
}
