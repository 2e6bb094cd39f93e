import type { NumberConvention } from '../text/numbers';
import type { RubricPiece } from '../template/template';
import { equals, fraction } from '../text/fractions';
import { withAdditiveParts } from './additive';
import type { Area } from './areas';
import { buildBands } from './bands';
import { coverageOf, coversAll } from './coverage';
import { measuredBy, type Measured } from './kind';
import { readMeaning } from './meaning';
import { cleanText, plain } from './plain';
import type { Band, CoverageProblem, PerUnit, Proportional, Rubric } from './rubric';
import { readStatements, type Statement, type Statements, type UnreadPart } from './statements';
import { tokenise } from './tokens';
import { reachesLowest } from './wordings';

export interface RubricContext {
  /** The item's words. */
  readonly label: string;
  /** Hundredths of a point, null where the template states no maximum. */
  readonly maxPoints: number | null;
  readonly convention: NumberConvention;
  /** From the unit class; null where it is unknown. */
  readonly area: Area | null;
}

/** A scale that gives points without naming a condition: the item's own words are the condition. */
function withBare(statements: Statements, context: RubricContext): Statements {
  const { bare, bands, units } = statements;
  const only = bare[0];
  if (!only) return statements;
  if (bare.length > 1 || bands.length > 0 || units.length > 0 || statements.proportional) {
    // The maximum named once more beside its bands is no band.
    const rest = bare.filter(({ points }) => points !== context.maxPoints || bands.length === 0);
    return { ...statements, unread: [...statements.unread, ...rest.map(({ text, cell }) => ({ text, cell }))] };
  }
  const meanings = readMeaning(tokenise(context.label, context.convention.decimal ?? ',').tokens, statements.changeScale);
  const first = meanings[0];
  const answers = first?.type === 'words' && first.words.type === 'affirmation';
  const limits = first?.type === 'interval' && first.numbers.some((number) => number.unit !== null);
  if (!answers && !limits) return { ...statements, unread: [...statements.unread, { text: only.text, cell: only.cell }] };
  return { ...statements, bands: [{ text: only.text, points: only.points, cell: only.cell, mark: only.mark, area: null, meanings }] };
}

/** “01 mô hình được 5 điểm, tối đa 20 điểm” says points for each unit without the word “mỗi”. */
function withCappedCount(statements: Statements): Statements {
  const band = statements.bands[0];
  const cap = statements.caps.find((one) => !one.ofDeduction);
  const meaning = band?.meanings[0];
  if (
    !band ||
    !cap ||
    statements.bands.length > 1 ||
    statements.units.length > 0 ||
    meaning?.type !== 'interval' ||
    cap.points <= band.points
  )
    return statements;
  const { from, to } = meaning.interval;
  if (!from || from.number !== to?.number || from.number.unit !== null || from.number.value.numerator <= 0) return statements;
  const unit = meaning.unit
    ? (band.text
        .normalize('NFC')
        .replace(/[\s\S]*?\d+\s*/, '')
        .split(/\s+(?:được|chấm|tính|:|thì)|[:\-–]/)[0]
        ?.trim() ?? '')
    : '';
  return {
    ...statements,
    bands: [],
    units: [
      {
        pointsPerUnit: band.points,
        unitSize: from.number.value,
        direction: 1,
        unit: unit.toLowerCase(),
        onTop: false,
        more: false,
        clause: { text: band.text, source: band.text, condition: [], points: null, cell: band.cell, mark: band.mark, heading: false },
      },
    ],
  };
}

interface UnitReading {
  readonly perUnit: PerUnit | null;
  readonly bands: readonly Band[];
  readonly unread: readonly UnreadPart[];
}

function isZeroBand(band: Band): boolean {
  const { condition } = band;
  if (condition.type === 'none' || condition.type === 'no') return true;
  return (
    condition.type === 'interval' &&
    condition.from !== null &&
    condition.to !== null &&
    condition.from.value.numerator === 0 &&
    equals(condition.from.value, condition.to.value)
  );
}

function readUnits(statements: Statements, bands: readonly Band[], maxPoints: number | null): UnitReading {
  const unit = statements.units[0];
  if (!unit) return { perUnit: null, bands, unread: [] };
  const part = { text: unit.clause.text, cell: unit.clause.cell };
  const cap = statements.caps.find((one) => one.ofDeduction === (unit.direction === -1)) ?? null;
  if (statements.units.length > 1)
    return { perUnit: null, bands, unread: statements.units.map(({ clause }) => ({ text: clause.text, cell: clause.cell })) };
  const counted = bands.some((band) => !isZeroBand(band));
  if (unit.onTop || (unit.more && counted)) return onTop(statements, bands, maxPoints);
  if (counted) return { perUnit: null, bands, unread: [part] };
  const zero = bands.find(isZeroBand);
  const start =
    unit.direction === 1
      ? 0
      : (zero?.points ?? statements.caps.find((one) => !one.ofDeduction)?.points ?? statements.bare[0]?.points ?? maxPoints);
  if (start === null || (unit.direction === 1 && zero && zero.points !== 0)) return { perUnit: null, bands, unread: [part] };
  const text = unit.clause.text;
  return {
    perUnit: {
      pointsPerUnit: unit.pointsPerUnit,
      unitSize: unit.unitSize,
      direction: unit.direction,
      cap: cap?.points ?? null,
      start,
      unit: unit.unit,
      text,
    },
    bands: bands.filter((band) => !isZeroBand(band)),
    unread: [],
  };
}

/** “01 cuộc: 10 điểm, thêm mỗi cuộc cộng 5 điểm, tối đa 25 điểm” as one band for each number of units. */
function onTop(statements: Statements, bands: readonly Band[], maxPoints: number | null): UnitReading {
  const unit = statements.units[0];
  const base = bands.find((band) => band.condition.type === 'interval' && band.points > 0);
  const condition = base?.condition;
  const most = statements.caps[0]?.points ?? maxPoints;
  const fail = { perUnit: null, bands, unread: unit ? [{ text: unit.clause.text, cell: unit.clause.cell }] : [] };
  if (
    !unit ||
    unit.direction === -1 ||
    !base ||
    condition?.type !== 'interval' ||
    !condition.from ||
    !condition.to ||
    most === null ||
    base.points >= most
  )
    return fail;
  const first = condition.from.value;
  if (
    !equals(first, condition.to.value) ||
    first.denominator !== 1 ||
    unit.unitSize.denominator !== 1 ||
    bands.filter((band) => !isZeroBand(band)).length > 1
  )
    return fail;
  const result: Band[] = bands.filter(isZeroBand);
  const text = `${base.text} ${unit.clause.text}`;
  const limit = (value: number): { value: typeof first; inclusive: true; decimals: 0 } => ({
    value: fraction(value),
    inclusive: true,
    decimals: 0,
  });
  if (result.length === 0 && first.numerator > 0)
    result.push({ ...base, text, points: 0, condition: { type: 'interval', from: limit(0), to: limit(first.numerator - 1) } });
  for (let step = 0; step < 200; step += 1) {
    const points = Math.min(most, base.points + step * unit.pointsPerUnit);
    const at = first.numerator + step * unit.unitSize.numerator;
    result.push({
      ...base,
      text,
      points,
      condition: { type: 'interval', from: limit(at), to: points === most ? null : limit(at + unit.unitSize.numerator - 1) },
    });
    if (points === most) return { perUnit: null, bands: result, unread: [] };
  }
  return fail;
}

interface ProportionalReading {
  readonly proportional: Proportional | null;
  readonly bands: readonly Band[];
  readonly unread: readonly UnreadPart[];
}

function readShare(
  statements: Statements,
  bands: readonly Band[],
  maxPoints: number | null,
  cell: UnreadPart['cell'],
): ProportionalReading {
  const part = statements.proportional;
  if (!part) return { proportional: null, bands, unread: [] };
  const fail = { proportional: null, bands, unread: [{ text: part.text, cell }] };
  const top = bands.find(
    ({ condition }) =>
      condition.type === 'interval' && condition.from !== null && (condition.to === null || equals(condition.to.value, fraction(1))),
  );
  const full = part.full ?? (top?.condition.type === 'interval' ? top.condition.from?.value : null) ?? fraction(1);
  const points = part.points ?? top?.points ?? statements.caps[0]?.points ?? statements.bare[0]?.points ?? maxPoints;
  if (points === null || full.numerator <= 0) return fail;
  if (top && (top.points !== points || top.condition.type !== 'interval' || !top.condition.from || !equals(top.condition.from.value, full)))
    return fail;
  const rest = bands.filter((band) => band !== top);
  if (part.from && part.from.numerator > 0) {
    const below = rest.some(
      ({ condition }) =>
        condition.type === 'interval' &&
        condition.from === null &&
        condition.to !== null &&
        !condition.to.inclusive &&
        part.from !== null &&
        equals(condition.to.value, part.from),
    );
    if (!below) return fail;
  }
  return { proportional: { maxPoints: points, full, text: part.text }, bands: rest, unread: [] };
}

function assemble(
  statements: Statements,
  measure: Measured,
  context: RubricContext,
  pieces: readonly RubricPiece[],
  area: Area | null,
): Rubric {
  const label = plain(cleanText(context.label)).trim();
  const built = buildBands(statements.bands, measure, label, area);
  const units = readUnits(statements, built.bands, context.maxPoints);
  const cell = pieces[0]?.cell;
  const share = cell ? readShare(statements, units.bands, context.maxPoints, cell) : { proportional: null, bands: units.bands, unread: [] };
  const { bands } = share;
  const unread = [...statements.unread, ...built.unread, ...units.unread, ...share.unread];
  const { perUnit, proportional } = { ...units, ...share };
  const kind = perUnit ? 'per-unit' : proportional ? 'proportional' : measure.kind;
  const points = bands.map((band) => band.points);
  // A yes/no scale that names only “Có” gives nothing for “Không”.
  const onlyYes = kind === 'presence' && bands.length > 0 && bands.every((band) => band.condition.type === 'yes');
  if (onlyYes) points.push(0);
  if (perUnit) {
    const ceiling = perUnit.cap ?? context.maxPoints;
    if (perUnit.direction === 1) points.push(0, ...(ceiling === null ? [] : [ceiling]));
    else points.push(perUnit.start, perUnit.cap === null ? 0 : Math.max(0, perUnit.start - perUnit.cap));
  }
  if (proportional) points.push(0, proportional.maxPoints);
  const levels = bands.map((band) =>
    band.condition.type === 'level' ? band.condition.level : band.condition.type === 'no' ? 'khong' : '',
  );
  const covered =
    perUnit !== null || proportional !== null || (kind === 'choice' ? reachesLowest(levels) : onlyYes || coversAll({ kind, bands }));
  return {
    kind,
    bands,
    perUnit,
    proportional,
    per: kind === 'incidence' ? measure.per : null,
    unit: perUnit?.unit ?? unitOf(statements.bands),
    // A hole beside words that could not be read may be no hole at all.
    coverage:
      perUnit || proportional
        ? []
        : coverageOf({ kind, per: measure.per, bands }).filter((problem) => problem.type === 'overlap' || unread.length === 0),
    unread,
    least: points.length > 0 ? Math.min(...points) : null,
    most: points.length > 0 ? Math.max(...points) : null,
    complete: unread.length === 0 && covered,
    area,
  };
}

function unitOf(bands: readonly Statement[]): string {
  for (const band of bands) {
    for (const meaning of band.meanings) {
      if (meaning.type !== 'interval' || meaning.unit?.kind !== 'word') continue;
      const text = band.text.normalize('NFC');
      const found =
        /\d[\d.,]*(?:\s*\/\s*[\d.]+)?\s+(trẻ em|trẻ|vụ việc|vụ|cuộc|buổi|lần|mô hình|câu lạc bộ|hoạt động|em|người|trường hợp|đội|nhóm|diễn đàn|lượt|ca|cháu)/i.exec(
          text,
        );
      if (found?.[1]) return found[1].toLowerCase();
    }
  }
  return '';
}

function sameBand(a: Band, b: Band): boolean {
  return a.points === b.points && JSON.stringify(a.condition) === JSON.stringify(b.condition);
}

/**
 * The words of “Cách tính và thang điểm” as bands. Points are hundredths, limits exact fractions in the rubric's measure. What
 * looks like a band and cannot be read is in `unread`, never dropped; holes and double covers are in `coverage`. Never throws.
 */
export function readRubric(pieces: readonly RubricPiece[], context: RubricContext): Rubric {
  const stated = readStatements(pieces, context.label, context.convention, context.maxPoints);
  const statements = withCappedCount(withBare(withAdditiveParts(stated, context.maxPoints), context));
  const measure = measuredBy(statements, context.label);
  if (statements.bands.every((band) => band.area === null)) return { ...assemble(statements, measure, context, pieces, null), area: null };
  if (context.area) return assemble(statements, measure, context, pieces, context.area);
  const alternatives = (['mountain', 'lowland'] as const).map((area) => assemble(statements, measure, context, pieces, area));
  const [mountain, lowland] = alternatives as [Rubric, Rubric];
  const problems = alternatives.reduce<CoverageProblem[]>((all, rubric) => all.concat(rubric.coverage), []);
  const ends = (pick: (rubric: Rubric) => number | null): number[] =>
    alternatives.map(pick).filter((value): value is number => value !== null);
  const least = ends((rubric) => rubric.least);
  const most = ends((rubric) => rubric.most);
  return {
    ...mountain,
    bands: mountain.bands.filter((band) => lowland.bands.some((other) => sameBand(band, other))),
    coverage: problems.filter(
      (problem, index) => problems.findIndex((other) => other.words === problem.words && other.type === problem.type) === index,
    ),
    least: least.length > 0 ? Math.min(...least) : null,
    most: most.length > 0 ? Math.max(...most) : null,
    complete: false,
    area: 'undecided',
    alternatives,
  };
}
