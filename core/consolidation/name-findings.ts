import type { Candidate, Grouping } from './candidates';
import { placeOf } from './candidates';
import { isOfUnitsInForce, matchInForce } from './communes-in-force';
import type { ConsolidationFinding } from './consolidation';
import type { ExaminedFile } from './examined';
import { communeName } from './names';
import type { Roster } from './roster-match';

export interface NameCheck {
  readonly findings: readonly ConsolidationFinding[];
  /** Communes of the roster, or of a district book, of which nothing was sent. */
  readonly missing: readonly string[];
  /** How many communes there should be; null without a roster. */
  readonly expected: number | null;
  readonly codes: ReadonlyMap<Candidate, string>;
}

function about({ commune, file }: Candidate): Pick<ConsolidationFinding, 'commune' | 'file' | 'cell'> {
  return { commune, file: file.file, cell: null };
}

function unknownWords(candidate: Candidate, list: string, alike: readonly string[]): string {
  const near = alike.length === 0 ? '' : ` Tên gần giống, chỉ khác dấu: ${alike.slice(0, 4).join(', ')}.`;
  return `${candidate.commune ?? ''} (${placeOf(candidate)}) không có trong ${list}.${near} Kiểm tra lại tên xã.`;
}

function checkInForce(candidates: readonly Candidate[], codes: Map<Candidate, string>): ConsolidationFinding[] {
  const findings: ConsolidationFinding[] = [];
  for (const candidate of candidates) {
    const { name, district, province } = candidate;
    const year = candidate.own?.year ?? candidate.file.book?.stamp.year ?? null;
    if (name === null || !isOfUnitsInForce(year, { name, district, province })) continue;
    const match = matchInForce({ name, district, province });
    if (match.state === 'found') codes.set(candidate, match.unit.code);
    else if (match.state === 'unknown')
      findings.push({
        ...about(candidate),
        code: 'unknown-commune',
        severity: 'warning',
        message: unknownWords(
          candidate,
          'danh mục xã, phường, đặc khu có hiệu lực từ 01/7/2025',
          match.alike.map((unit) => unit.shown),
        ),
      });
    else if (name.unaccented && new Set(match.units.map((unit) => unit.name.key)).size > 1)
      findings.push({
        ...about(candidate),
        code: 'ambiguous-commune',
        severity: 'warning',
        message: `Tên “${candidate.commune ?? ''}” (${placeOf(candidate)}) viết không dấu, có thể là ${match.units
          .slice(0, 4)
          .map((unit) => unit.shown)
          .join(', ')}. Cần ghi tên có dấu.`,
      });
    else if (match.units.every((unit) => unit.province === match.units[0]?.province))
      findings.push({
        ...about(candidate),
        code: 'ambiguous-commune',
        severity: 'warning',
        message: `Tên “${candidate.commune ?? ''}” (${placeOf(candidate)}) có thể là ${match.units.map((unit) => unit.shown).join(', ')}. Cần ghi rõ xã hay phường.`,
      });
  }
  return findings;
}

/** Holds the names against the roster; without one against the communes in force, from July 2025 on. */
export function checkNames(
  grouping: Grouping,
  candidates: readonly Candidate[],
  files: readonly ExaminedFile[],
  roster: Roster | null,
): NameCheck {
  const codes = new Map<Candidate, string>();
  const findings: ConsolidationFinding[] = grouping.ambiguous.map(({ candidate, meanings }) => ({
    ...about(candidate),
    code: 'ambiguous-commune',
    severity: 'warning',
    message: `Tên “${candidate.commune ?? ''}” (${placeOf(candidate)}) có thể là ${meanings.join(' hoặc ')}; chưa biết là đơn vị nào. Cần ghi đủ dấu, xã hay phường, thuộc đâu.`,
  }));
  if (roster === null) {
    findings.push(...checkInForce(candidates, codes));
    const known = new Set(candidates.filter((one) => one.name !== null).map((one) => one.name?.key));
    const reported = files.reduce<string[]>((all, file) => all.concat(file.book?.missing ?? []), []);
    const missing = reported.filter((name) => !known.has(communeName(name).key));
    return { findings: findings.concat(missing.map(missingFinding)), missing, expected: null, codes };
  }
  for (const { candidate, alike } of grouping.unknown)
    findings.push({
      ...about(candidate),
      code: 'unknown-commune',
      severity: 'warning',
      message: unknownWords(candidate, 'danh sách xã', alike),
    });
  const sent = new Set(candidates.map((candidate) => candidate.unit));
  const possible = new Set(grouping.ambiguous.reduce<unknown[]>((all, { units }) => all.concat(units), []));
  for (const candidate of candidates) if (candidate.unit?.code) codes.set(candidate, candidate.unit.code);
  const missing = roster.units
    .filter((unit) => !sent.has(unit) && !possible.has(unit))
    .map((unit) => (unit.district === null ? unit.shown : `${unit.shown} (${unit.district})`));
  return { findings: findings.concat(missing.map(missingFinding)), missing, expected: roster.units.length, codes };
}

function missingFinding(name: string): ConsolidationFinding {
  return {
    code: 'missing-commune',
    severity: 'warning',
    commune: name,
    file: null,
    cell: null,
    message: `${name} chưa nộp bảng chấm điểm.`,
  };
}
