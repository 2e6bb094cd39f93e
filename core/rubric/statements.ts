import type { NumberConvention } from '../text/numbers';
import type { RubricPiece, SourceCell } from '../template/template';
import { fraction, fromNumberOrNull, isInteger, multiply } from '../text/fractions';
import { readAreas, type Area } from './areas';
import { speaksOfChange } from './change';
import { clausesOf, sentencesOf, type Clause, type PointsMention, type Sentence } from './clauses';
import { readComparisons } from './comparisons';
import { findInterval } from './interval';
import { readMeaning, type Meaning } from './meaning';
import { plain, cleanText } from './plain';
import { readProportional, readUnitClause, type ProportionalPart, type UnitClause } from './special';
import { tidyScale } from './tidy-scale';
import { isSign, isWord, readWritten, tokenise, type Token } from './tokens';

/** One band's words and points with what they say. */
export interface Statement {
  readonly text: string;
  readonly points: number;
  readonly cell: SourceCell;
  readonly mark: SourceCell | null;
  readonly area: Area | null;
  readonly meanings: readonly Meaning[];
}

export interface UnreadPart {
  readonly text: string;
  readonly cell: SourceCell;
}

export interface Statements {
  readonly bands: readonly Statement[];
  readonly units: readonly UnitClause[];
  /** Caps on points (“tối đa …”) that stand for themselves; hundredths. */
  readonly caps: readonly { readonly points: number; readonly ofDeduction: boolean }[];
  readonly proportional: ProportionalPart | null;
  /** Points with no condition of their own. */
  readonly bare: readonly { readonly points: number; readonly text: string; readonly cell: SourceCell; readonly mark: SourceCell | null }[];
  readonly unread: readonly UnreadPart[];
  readonly changeScale: boolean;
}

/** The points written in a cell of their own, one for each line; null where it holds none. */
function pointsOf(cell: SourceCell | null, decimal: ',' | '.'): number[] | null {
  if (!cell) return null;
  const value = cell.cell?.value;
  const hundredths = (written: ReturnType<typeof fromNumberOrNull>): number | null => {
    const scaled = written && multiply(written, fraction(100));
    return scaled && isInteger(scaled) && scaled.numerator >= 0 ? scaled.numerator : null;
  };
  if (typeof value === 'number') {
    const points = hundredths(fromNumberOrNull(value));
    return points === null ? null : [points];
  }
  const found: number[] = [];
  for (const line of plain(cleanText(cell.text)).split(/[\n;]+/)) {
    if (line.trim() === '') continue;
    const written = /^[\s\-+*•(:]*(?:(?:toi da|so diem|diem)[\s:]*)?(\d+(?:[.,]\d+)?)\s*(?:diem|d)?[\s.)]*$/.exec(line)?.[1];
    const read = written === undefined ? null : readWritten(written, decimal, 'rate');
    const points = read && hundredths(read.value);
    if (points === null) return null;
    found.push(points);
  }
  return found.length > 0 ? found : null;
}

const ENDS_OPEN = ['den', 'duoi', 'tu', 'tren', 'hon', 'qua', 'thieu', 'nhat', 'toi', 'va', 'dat'];

function continues(clause: Clause): boolean {
  const last = clause.condition[clause.condition.length - 1];
  return isWord(last, ...ENDS_OPEN) || isSign(last, '≥', '≤', '<', '>', '-', '~', 'to');
}

/** Joins what lines and sentences have torn apart: a condition and its points on the next line, a limit cut by a line break. */
function joinClauses(clauses: readonly Clause[]): Clause[] {
  const result: Clause[] = [];
  for (const clause of clauses) {
    const previous = result[result.length - 1];
    const bare = clause.points !== null && clause.condition.length === 0 && !clause.points.perUnit;
    if (previous && previous.points === null && !clause.heading) {
      const torn = continues(previous) && clause.condition[0]?.kind === 'number' && previous.source === clause.source;
      if (torn || (bare && clause.points?.role === 'award')) {
        result[result.length - 1] = {
          ...clause,
          text: `${previous.text} ${clause.text}`,
          condition: [...previous.condition, ...clause.condition],
          cell: previous.cell,
          mark: previous.mark ?? clause.mark,
        };
        continue;
      }
    }
    if (
      previous &&
      clause.points === null &&
      previous.points?.role === 'award' &&
      previous.condition.length === 0 &&
      !previous.points.perUnit
    ) {
      result[result.length - 1] = { ...clause, text: `${previous.text} ${clause.text}`, points: previous.points, heading: false };
      continue;
    }
    result.push(clause);
  }
  return result;
}

function award(points: number): PointsMention {
  return { points, role: 'award', perUnit: null, ofDeduction: false, first: 0, last: 0 };
}

function clausesOfPiece(sentences: readonly Sentence[], points: readonly number[] | null): Clause[] {
  const clauses = sentences.reduce<Clause[]>((all, sentence) => all.concat(clausesOf(sentence)), []);
  const stated = clauses.filter((clause) => clause.points !== null);
  if (!points || clauses.length === 0) return clauses;
  if (stated.length === 0 && points.length === clauses.length)
    return clauses.map((clause, index) => ({ ...clause, points: award(points[index] as number), heading: false }));
  if (points.length !== 1) return clauses;
  const only = points[0] as number;
  const first = clauses[0] as Clause;
  if (stated.length === 0) {
    const tokens = clauses.reduce<Token[]>((all, clause) => all.concat(clause.condition), []);
    return [{ ...first, text: clauses.map((clause) => clause.text).join(' '), condition: tokens, points: award(only), heading: false }];
  }
  return clauses;
}

const CAP_WORDS = [
  'tong',
  'diem',
  'so',
  'muc',
  'toi',
  'da',
  'tieu',
  'chi',
  'nay',
  'cua',
  'khong',
  'qua',
  'nhung',
  'va',
  'cong',
  'thang',
  'noi',
  'dung',
  'chi',
  'cham',
  'nhom',
  'phan',
  'duoc',
  'vuot',
  'cao',
  'nhat',
  'muc',
  'chuan',
  'danh',
  'gia',
  'tru',
  'la',
];

function onlyCapWords(tokens: readonly Token[]): boolean {
  return tokens.every((token) => token.kind === 'sign' || isWord(token, ...CAP_WORDS));
}

/** True where a clause without points still looks like a band. */
function looksLikeBand(clause: Clause, label: string): boolean {
  const words = plain(cleanText(clause.text))
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
  // How a rate is worked out, notes and sources are no bands.
  if (
    /(?:[x×*]|nhan(?: voi)?)\s*\(?\s*100\b/.test(plain(cleanText(clause.text))) ||
    /^(?:ghi chu|luu y|chu thich|nguon|can cu|minh chung|tai lieu|cach tinh|thoi diem)\b/.test(words)
  )
    return false;
  const name = plain(cleanText(label))
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim();
  if (words === '' || (name !== '' && (name.includes(words) || words.includes(name)))) return false;
  const found = findInterval(readComparisons(clause.condition));
  if (!found) return false;
  const rated = found.numbers.some((number) => number.unit !== null);
  const compared = readComparisons(clause.condition).some((token) => isSign(token, '≥', '≤', '<', '>', 'up', 'down', 'to', 'from'));
  return rated ? !clause.heading || compared : compared && !clause.heading;
}

/** “Từ 98 % trở lên: đạt điểm tối đa” gives the item's maximum. */
function withFullPoints(clause: Clause, maxPoints: number | null): Clause {
  const { condition, points } = clause;
  const length = condition.length;
  if (points || maxPoints === null || !isWord(condition[length - 2], 'toi') || !isWord(condition[length - 1], 'da')) return clause;
  let end = length - 2;
  while (
    end > 0 &&
    (isWord(condition[end - 1], 'diem', 'so', 'duoc', 'dat', 'tinh', 'cham', 'huong') || isSign(condition[end - 1], ':', '-', '='))
  )
    end -= 1;
  return end === 0 ? clause : { ...clause, condition: condition.slice(0, end), points: award(maxPoints), heading: false };
}

/** “Phường: …; xã: …”: bands for the unit's type, which one scale cannot hold. */
function namesUnitTypes(clauses: readonly Clause[]): boolean {
  return clauses.some(({ text }) =>
    /^[\s\-+*•(]*(?:doi voi |cac )*(?:phuong|thi tran)(?:,? (?:va )?(?:phuong|thi tran))? ?[:,-]/.test(plain(cleanText(text))),
  );
}

/** The pieces of a scale in statements. Never throws. */
export function readStatements(
  pieces: readonly RubricPiece[],
  label: string,
  convention: NumberConvention,
  maxPoints: number | null,
): Statements {
  const decimal = convention.decimal ?? ',';
  let proportional: ProportionalPart | null = null;
  const clauses: Clause[] = [];
  const unread: UnreadPart[] = [];
  for (const piece of pieces) {
    const points = pointsOf(piece.points, decimal);
    const sentences: Sentence[] = [];
    for (const sentence of sentencesOf(
      tokenise(tidyScale(piece.text, piece !== pieces[pieces.length - 1] && !points), decimal),
      piece.cell,
      piece.mark,
    )) {
      const found = readProportional(sentence);
      if (!found) sentences.push(sentence);
      else {
        if (proportional) unread.push({ text: found.text, cell: piece.cell });
        proportional =
          proportional ??
          (found.points === null && points?.length === 1 && !found.rest ? { ...found, points: points[0] as number } : found);
        if (found.rest) sentences.push(found.rest);
      }
    }
    clauses.push(...clausesOfPiece(sentences, points));
  }
  const joined = joinClauses(clauses.map((clause) => withFullPoints(clause, maxPoints)));
  const named = plain(cleanText(label));
  const compared = /so voi|(?:giam|tang) (?:so|ty|ti|hon)/.test(named);
  const changeScale = joined.some(
    ({ points, condition, text }) =>
      points !== null &&
      speaksOfChange(condition) &&
      (compared || /so voi|nam truoc|cung ky|ky truoc|dau ky|^\W*(?:khong |chua )?(?:giam|tang)\b/.test(plain(cleanText(text)))),
  );
  if (namesUnitTypes(joined)) {
    const parts = joined.filter((clause) => clause.points !== null).map(({ text, cell }) => ({ text, cell }));
    return { bands: [], units: [], caps: [], proportional: null, bare: [], unread: [...unread, ...parts], changeScale };
  }
  const bands: Statement[] = [];
  const units: UnitClause[] = [];
  const caps: { points: number; ofDeduction: boolean }[] = [];
  const bare: { points: number; text: string; cell: SourceCell; mark: SourceCell | null }[] = [];
  let current: Area | null = null;
  for (const clause of joined) {
    const { text, cell, mark, points, condition } = clause;
    const areas = readAreas(condition, current);
    current = areas.following;
    if (!points) {
      if (looksLikeBand(clause, label)) unread.push({ text, cell });
      continue;
    }
    if (points.points !== null && points.role === 'cap' && onlyCapWords(condition)) {
      caps.push({ points: points.points, ofDeduction: points.ofDeduction });
      continue;
    }
    const unit = readUnitClause(clause);
    if (unit === 'unreadable' || points.points === null || (points.role === 'off' && !unit)) unread.push({ text, cell });
    else if (unit) units.push(unit);
    else if (condition.length === 0) bare.push({ points: points.points, text, cell, mark });
    else {
      for (const part of areas.parts) {
        const meanings = readMeaning(part.tokens, changeScale);
        const rest =
          meanings.length === 1 &&
          meanings[0]?.type === 'words' &&
          (meanings[0].words.type === 'rest' || meanings[0].words.type === 'negation');
        const own = areas.parts.length > 1 || part.tokens !== condition;
        bands.push({ text, points: points.points, cell, mark, area: rest && !own ? null : part.area, meanings });
      }
    }
  }
  return { bands, units, caps, proportional, bare, unread, changeScale };
}
