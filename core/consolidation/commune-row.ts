import type { PointsRange, Question, VerdictReason } from '../assessment';
import { standardById } from '../standards/registry';
import type { BookRow } from './book-reading';
import type { Candidate } from './candidates';
import type { ConsolidatedCommune, ConsolidatedVerdict } from './consolidation';
import type { ExaminedCommune } from './examined';
import type { Rescored } from './rescore';

function ownRow(candidate: Candidate, own: ExaminedCommune): ConsolidatedCommune {
  const { commune, district, province, year, standard, unitClass, points, range, maxPoints, selfScore, threshold, verdict } = own;
  return {
    commune,
    district: district ?? candidate.unit?.district ?? null,
    province,
    code: null,
    year,
    standard,
    file: candidate.file.file,
    ...(own.sheet === null ? {} : { sheet: own.sheet }),
    unitClass,
    points,
    range,
    maxPoints,
    selfScore,
    threshold,
    verdict,
    errors: own.errors,
    warnings: own.warnings,
    confirmed: own.confirmed,
    criteria: own.criteria,
    questions: own.questions,
    findings: own.findings,
  };
}

/** The most that any commune can have, where a book does not say it. */
const WHOLE = 1000;

/** A row of a district book; one that was changed after that district made it decides nothing. */
function bookRow(candidate: Candidate, row: BookRow): ConsolidatedCommune {
  const stamp = candidate.file.book?.stamp;
  const facts = standardById(stamp?.standard ?? '');
  const reason: VerdictReason = row.verified
    ? {
        code: row.verdict === 'meets' ? 'meets-all' : row.verdict === 'fails' ? 'below-threshold' : 'open-range',
        message: `Theo sổ tổng hợp ${candidate.file.file}, chưa chấm lại từ tệp của xã.`,
      }
    : {
        code: 'open-range',
        message: `Dòng của xã trong sổ tổng hợp ${candidate.file.file} bị sửa sau khi lập nên không được tính; cần sổ gốc hoặc tệp của chính xã.`,
      };
  const maxima = row.criteria.map((criterion) => criterion.maxPoints);
  const maxPoints =
    maxima.every((value) => value !== null) && maxima.length > 0 ? maxima.reduce<number>((sum, value) => sum + (value ?? 0), 0) : null;
  return {
    commune: row.commune,
    district: row.district,
    province: stamp?.province ?? null,
    code: null,
    year: stamp?.year ?? null,
    standard: stamp?.standard ?? null,
    file: candidate.file.file,
    unitClass: row.unitClass,
    points: row.verified ? row.points : null,
    range: row.verified ? row.range : [0, maxPoints ?? WHOLE],
    maxPoints,
    selfScore: row.selfScore,
    threshold: row.threshold,
    verdict: { status: row.verified ? row.verdict : 'undetermined', reasons: [reason] },
    errors: row.errors + (row.verified ? 0 : 1),
    warnings: row.warnings,
    confirmed: [],
    criteria: row.criteria.map((criterion) => ({
      ...criterion,
      ...(row.verified ? {} : { points: null, range: [0, criterion.maxPoints ?? WHOLE] as const }),
      name: facts?.criteria.find((each) => each.number === criterion.number)?.name.value ?? '',
      selfScore: null,
    })),
    questions: [],
    findings: [],
    fromBook: { file: candidate.file.file, sourceFile: row.sourceFile, verified: row.verified },
  };
}

/** A commune's row: as assessed, or as a district book has it. `rescored` is given where the district named a reference scale. */
export function toCommune(candidate: Candidate, question: Question | null, rescored: Rescored | null): ConsolidatedCommune {
  const row = candidate.own !== null ? ownRow(candidate, candidate.own) : bookRow(candidate, candidate.row as BookRow);
  return {
    ...row,
    questions: question === null ? row.questions : row.questions.concat(question),
    ...(rescored === null
      ? {}
      : {
          referencePoints: rescored.points,
          referenceRange: rescored.range,
          referenceVerdict: rescored.verdict,
          rubricDifferences: rescored.differences.map(({ place: _, ...difference }) => difference),
        }),
  };
}

function hull(ranges: readonly PointsRange[]): PointsRange {
  return [Math.min(...ranges.map((range) => range[0])), Math.max(...ranges.map((range) => range[1]))];
}

function agreed<Value>(values: readonly (Value | null)[]): Value | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}

function joinVerdicts(verdicts: readonly ConsolidatedVerdict[], question: string): ConsolidatedVerdict {
  const [first] = verdicts;
  if (first !== undefined && verdicts.every((verdict) => verdict.status === first.status)) {
    const words = Array.from(new Set(verdicts.map((verdict) => verdict.reasons.map((reason) => reason.message).join(' '))));
    const code = first.reasons[0]?.code ?? 'open-range';
    return { status: first.status, reasons: [{ code, message: `Tính tệp nào cũng cho cùng kết luận. ${words.join(' / ')}` }] };
  }
  return { status: 'undetermined', reasons: [{ code: 'open-range', message: question }] };
}

/** A commune whose counting file only the officer can name: what all files agree on is decided, the rest stays open between them. */
export function hullOfAsked(
  row: ConsolidatedCommune,
  asked: readonly Candidate[],
  rescored: readonly (Rescored | null)[],
): ConsolidatedCommune {
  const rows = asked.map((candidate) => toCommune(candidate, null, null));
  const question = row.questions.find((each) => each.code === 'which-file')?.message ?? '';
  const known = rescored.filter((each): each is Rescored => each !== null);
  return {
    ...row,
    year: agreed(rows.map((each) => each.year)),
    unitClass: agreed(rows.map((each) => each.unitClass)),
    points: agreed(rows.map((each) => each.points)),
    range: hull(rows.map((each) => each.range)),
    selfScore: agreed(rows.map((each) => each.selfScore)),
    threshold: agreed(rows.map((each) => each.threshold)),
    verdict: joinVerdicts(
      rows.map((each) => each.verdict),
      question,
    ),
    criteria: row.criteria.map((criterion) => {
      const same = rows.map((each) => each.criteria.find((other) => other.number === criterion.number));
      return {
        ...criterion,
        points: agreed(same.map((each) => each?.points ?? null)),
        range: hull(same.map((each): PointsRange => each?.range ?? [0, criterion.maxPoints ?? 0])),
        selfScore: agreed(same.map((each) => each?.selfScore ?? null)),
      };
    }),
    ...(known.length === 0
      ? {}
      : {
          referencePoints: known.length === rescored.length ? agreed(known.map((each) => each.points)) : null,
          referenceRange: hull(known.map((each) => each.range)),
          referenceVerdict: joinVerdicts(
            known.map((each) => each.verdict),
            question,
          ),
        }),
  };
}
