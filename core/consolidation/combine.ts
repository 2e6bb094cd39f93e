import type { Question } from '../assessment';
import { standardById } from '../standards/registry';
import { candidatesOf, chooseCounted, fileStates, groupCandidates, sameResult, whichFile, type Candidate, type Choice } from './candidates';
import { alignerTo } from './align';
import { findAllHundred, findIdenticalData, findOutliers, type Compared } from './compare-data';
import { mostUsedReference, rubricFinding } from './compare-rubrics';
import { hullOfAsked, toCommune } from './commune-row';
import type { Consolidation, ConsolidatedCommune, ConsolidationFinding } from './consolidation';
import type { ExaminedFile, Scale } from './examined';
import { checkNames } from './name-findings';
import { rescorerBy, type Reference, type Rescored } from './rescore';
import type { Roster } from './roster-match';
import { placeFindings } from './place-findings';
import { countRecognition, criterionStatistics, mostCommon, sharedByMost } from './statistics';

export interface CombineOptions {
  readonly roster?: Roster | null;
  /** The district's reference scale. */
  readonly reference?: { readonly scale: Reference; readonly scales: Readonly<Record<string, Scale>> } | null;
  /** Which file counts, where the officer was asked: any name of the commune → file. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** ISO 8601, handed in: the core reads no clock. */
  readonly time: string;
  readonly version: string;
}

/** One commune that counts, and what it rests on. */
interface Counted {
  readonly candidate: Candidate;
  readonly choice: Choice;
}

/** Later files with the same bytes, or the same content, as an earlier one. */
function sameFiles(files: readonly ExaminedFile[]): Map<ExaminedFile, ExaminedFile> {
  const sameAs = new Map<ExaminedFile, ExaminedFile>();
  const seen = new Map<string, ExaminedFile>();
  for (const file of files) {
    const keys = [file.hash === '' ? '' : `bytes ${file.hash}`, file.contentHash === '' ? '' : `content ${file.contentHash}`].filter(
      (key) => key !== '',
    );
    const first = keys.map((key) => seen.get(key)).find((one) => one !== undefined);
    if (first !== undefined) sameAs.set(file, first);
    else for (const key of keys) seen.set(key, file);
  }
  return sameAs;
}

function chosenFile(group: { readonly members: readonly Candidate[] }, chosen: Readonly<Record<string, string>>): string | null {
  for (const { commune } of group.members) if (commune !== null && chosen[commune] !== undefined) return chosen[commune] as string;
  return null;
}

/** Puts examined files together: which counts, what is missing, and how the communes compare. Pure; the order of `files` settles every tie. */
export function combine(files: readonly ExaminedFile[], options: CombineOptions): Consolidation {
  const roster = options.roster ?? null;
  const scales: Record<string, Scale> = {};
  // A scale has the words of the first file that has it: those of later ones depend on which worker read what before.
  for (const file of files.slice().reverse()) Object.assign(scales, file.scales);
  Object.assign(scales, options.reference?.scales);
  const look = (key: string): Scale => scales[key] as Scale;

  const sameAs = sameFiles(files);
  const byFile = new Map(files.filter((file) => !sameAs.has(file)).map((file) => [file, candidatesOf(file, roster)] as const));
  const candidates = Array.from(byFile.values()).reduce<Candidate[]>((all, members) => all.concat(members), []);
  const grouping = groupCandidates(candidates, roster);
  const lost = new Map<Candidate, string>();
  const asked = new Map<Candidate, Question>();
  const counted: Counted[] = grouping.groups.map((group) => {
    const choice = chooseCounted(group, chosenFile(group, options.chosen ?? {}));
    for (const { candidate, reason } of choice.others) lost.set(candidate, reason);
    if (choice.counted === null) for (const candidate of choice.asked) asked.set(candidate, whichFile(choice));
    return { candidate: choice.counted ?? (choice.asked[0] as Candidate), choice };
  });

  const standard = mostCommon(counted.map(({ candidate }) => candidate.own?.standard ?? candidate.file.book?.stamp.standard ?? null));
  const facts = standardById(standard ?? '');
  const tables = counted
    .filter(({ candidate, choice }) => candidate.own !== null && choice.counted !== null)
    .map(({ candidate }) => ({ file: candidate.file.file, own: candidate.own as NonNullable<Candidate['own']>, candidate }));
  const given = options.reference ?? null;
  const reference = given?.scale ?? mostUsedReference(tables, standard);
  const rescored = new Map<Candidate, Rescored>();
  if (reference !== null) {
    const rescore = rescorerBy(reference, facts, look);
    for (const { candidate } of counted) {
      if (candidate.own === null) continue;
      if (candidate.own.standard === reference.standard) rescored.set(candidate, rescore(candidate.own));
      else if (given !== null) rescored.set(candidate, beyondReference(reference));
    }
  }

  const communes = counted.map(({ candidate, choice }): ConsolidatedCommune => {
    const question = asked.get(candidate) ?? null;
    const row = toCommune(candidate, question, given === null ? null : (rescored.get(candidate) ?? null));
    if (choice.counted !== null || choice.asked.every((other) => sameResult(other, candidate))) return row;
    return hullOfAsked(row, choice.asked, given === null ? [] : choice.asked.map((other) => rescored.get(other) ?? rescoreAsked(other)));
  });
  function rescoreAsked(candidate: Candidate): Rescored | null {
    return reference === null || candidate.own === null || candidate.own.standard !== reference.standard
      ? null
      : rescorerBy(reference, facts, look)(candidate.own);
  }

  const align = reference === null ? null : alignerTo(reference.items);
  const compared: Compared[] = tables
    .filter(({ own }) => own.standard === standard)
    .map(({ file, own }) => ({ commune: own.commune, file, own, places: align === null ? [] : align(own.items) }));
  const names = checkNames(grouping, candidates, files, roster);
  const findings: ConsolidationFinding[] = [
    ...placeFindings(
      files,
      sameAs,
      grouping.groups,
      counted.map(({ choice }) => choice),
    ),
    ...names.findings,
    ...mixedYears(tables),
    ...mixedRubrics(tables, rescored, reference, standard, given !== null),
    ...findOutliers(compared),
    ...findIdenticalData(compared),
    ...findAllHundred(compared, look),
  ];
  const marked = communes.map((commune, index): ConsolidatedCommune => {
    const { candidate } = counted[index] as Counted;
    const concerns = concernsOf(commune, findings);
    return {
      ...commune,
      ...(concerns.length === 0 ? {} : { concerns }),
      code: names.codes.get(candidate) ?? null,
      ...(roster === null ? {} : { onRoster: candidate.unit !== null }),
    };
  });
  return {
    schema: 'consolidation/1',
    time: options.time,
    version: options.version,
    year: mostCommon(communes.map((commune) => commune.year)),
    standard,
    district: sharedByMost(communes.map((commune) => commune.district)),
    province: sharedByMost(communes.map((commune) => commune.province)),
    files: fileStates(files, sameAs, lost, asked, byFile),
    communes: marked,
    criteria: criterionStatistics(communes, standard),
    recognition: countRecognition(marked, names.missing, names.expected),
    findings,
    reference: reference === null ? null : { source: reference.source, file: reference.file },
    roster: roster === null ? null : { communes: roster.units.length, notes: roster.notes },
  };
}

/** Findings across the communes that keep a commune from being recognised without a question. */
const concerning: readonly string[] = ['identical-data', 'mixed-years'];

function concernsOf({ commune, file }: ConsolidatedCommune, findings: readonly ConsolidationFinding[]): string[] {
  return findings
    .filter(({ code }) => concerning.includes(code))
    .filter((finding) =>
      finding.files === undefined ? finding.file === file && finding.commune === commune : finding.files.includes(file),
    )
    .map((finding) => finding.message);
}

/** A commune of another Decision than the reference: nothing is decided by it, and its own scale decides nothing here. */
function beyondReference(reference: Reference): Rescored {
  const most = reference.items.reduce((sum, item) => sum + (item.maxPoints ?? 0), 0) / 100;
  const message = `Bảng của xã theo tiêu chuẩn khác với thang điểm chuẩn (${reference.standard ?? 'chưa rõ'}) nên chưa kết luận được.`;
  return {
    points: null,
    range: [0, most],
    verdict: { status: 'undetermined', reasons: [{ code: 'rubric-incomplete', message }] },
    differences: [],
  };
}

type Table = { readonly file: string; readonly own: NonNullable<Candidate['own']>; readonly candidate: Candidate };

function mixedYears(tables: readonly Table[]): ConsolidationFinding[] {
  const usual = mostCommon(tables.map(({ own }) => own.year));
  return tables
    .filter(({ own }) => own.year !== null && own.year !== usual)
    .map(({ file, own }) => ({
      code: 'mixed-years',
      severity: 'warning',
      commune: own.commune,
      file,
      cell: null,
      message: `${own.commune ?? file} chấm năm ${own.year}, trong khi phần lớn các xã chấm năm ${usual}. Kiểm tra xem có gửi nhầm tệp không.`,
    }));
}

function mixedRubrics(
  tables: readonly Table[],
  rescored: ReadonlyMap<Candidate, Rescored>,
  reference: Reference | null,
  standard: string | null,
  given: boolean,
): ConsolidationFinding[] {
  const findings: ConsolidationFinding[] = given || reference === null ? [] : itemsWithoutMajority(tables, reference);
  const scattered = new Set(findings.map((finding) => finding.item));
  for (const { file, own, candidate } of tables) {
    const wanted = reference?.standard ?? standard;
    if (own.standard !== wanted) {
      findings.push({
        code: 'mixed-rubrics',
        severity: 'warning',
        commune: own.commune,
        file,
        cell: null,
        message: `${own.commune ?? file} chấm theo ${own.standard ?? 'tiêu chuẩn chưa rõ'}, trong khi các xã khác theo ${wanted ?? 'tiêu chuẩn chưa rõ'}; điểm không so sánh được với nhau.`,
      });
      continue;
    }
    for (const difference of rescored.get(candidate)?.differences ?? []) {
      if (difference.place !== null && scattered.has(reference?.items[difference.place]?.number)) continue;
      const item = own.items.find((each) => each.number === difference.item && each.criterion === difference.criterion);
      findings.push(rubricFinding(own.commune, file, item?.cell ?? null, difference, given));
    }
  }
  return findings;
}

/** Items for which no scale is used by most communes: said once, since there is nothing that each of them departs from. */
function itemsWithoutMajority(tables: readonly Table[], reference: Reference): ConsolidationFinding[] {
  const align = alignerTo(reference.items);
  const scales = reference.items.map(() => new Map<string, number>());
  for (const { own } of tables) {
    if (own.standard !== reference.standard) continue;
    align(own.items).forEach((place, index) => {
      const counts = place === null ? undefined : scales[place];
      const scale = own.items[index]?.scale ?? '';
      counts?.set(scale, (counts.get(scale) ?? 0) + 1);
    });
  }
  return reference.items.reduce<ConsolidationFinding[]>((all, item, place) => {
    const counts = scales[place] as Map<string, number>;
    const total = Array.from(counts.values()).reduce((sum, count) => sum + count, 0);
    if ((counts.get(item.scale) ?? 0) * 2 > total) return all;
    return all.concat({
      code: 'mixed-rubrics',
      severity: 'warning',
      commune: null,
      file: reference.file,
      cell: item.cell,
      criterion: item.criterion,
      item: item.number,
      message: `Chỉ tiêu ${item.number} (${item.label}): ${total} xã dùng ${counts.size} thang điểm khác nhau, không thang nào được quá nửa số xã dùng. Cần thống nhất thang điểm.`,
    });
  }, []);
}
