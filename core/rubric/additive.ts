import type { Statement, Statements } from './statements';

/** Listed things beyond this make more sums than a form lists. */
const MOST_PARTS = 6;

function isListed(statement: Statement): boolean {
  const meaning = statement.meanings[0];
  return statement.meanings.length === 1 && meaning?.type === 'words' && meaning.words.type === 'affirmation' && !meaning.words.bare;
}

function isZeroNo(statement: Statement): boolean {
  const meaning = statement.meanings[0];
  return statement.points === 0 && meaning?.type === 'words' && (meaning.words.type === 'negation' || meaning.words.type === 'rest');
}

function level(statement: Statement, points: number, words: string, name: string): Statement {
  const text = words === '' ? statement.text : words;
  return {
    ...statement,
    text,
    points,
    meanings: [{ type: 'words', words: { type: 'level', words: name, levels: [name], nothingArose: false, bare: false } }],
  };
}

/**
 * “Có kế hoạch: 10 điểm; có kinh phí: 10 điểm” under a maximum of 20: both count, so that only a plain “Có” (all of it) or “Không” (none) decides.
 * The sums between stay points that can be given, by names that no answer has. Other scales are returned as they are.
 */
export function withAdditiveParts(statements: Statements, maxPoints: number | null): Statements {
  const listed = statements.bands.filter((band) => isListed(band) && band.points > 0);
  const rest = statements.bands.filter((band) => !listed.includes(band));
  const total = listed.reduce((sum, band) => sum + band.points, 0);
  const other =
    statements.units.length > 0 || statements.proportional !== null || statements.bare.some((bare) => bare.points !== maxPoints);
  const first = listed[0];
  if (!first || listed.length < 2 || listed.length > MOST_PARTS || total !== maxPoints || !rest.every(isZeroNo) || other) return statements;
  const all = listed.map((band) => band.text).join('; ');
  const sums = new Map<number, string>();
  for (let choice = 1; choice < Math.pow(2, listed.length) - 1; choice += 1) {
    const chosen = listed.filter((_band, index) => Math.floor(choice / Math.pow(2, index)) % 2 === 1);
    const sum = chosen.reduce((points, band) => points + band.points, 0);
    if (sum !== total) sums.set(sum, chosen.map((band) => band.text).join('; '));
  }
  const bands = [
    level(first, total, all, 'co'),
    ...[...sums].map(([points, words]) => level(first, points, words, `(${words})`)),
    level(rest[0] ?? first, 0, rest[0]?.text ?? 'Không', 'khong'),
  ];
  return { ...statements, bands, bare: [] };
}
