import type { PointsRange, Question } from '../assessment';
import type { BookRow } from './book-reading';
import type { ConsolidatedFile, FileStatus } from './consolidation';
import type { ExaminedCommune, ExaminedFile } from './examined';
import { communeName, districtKey, provinceKey, type CommuneName } from './names';
import { findOnRoster, type Roster, type RosterUnit } from './roster-match';

/** One commune's results from one place: a workbook's own table, or a row of a district book. */
export interface Candidate {
  readonly file: ExaminedFile;
  readonly own: ExaminedCommune | null;
  readonly row: BookRow | null;
  readonly commune: string | null;
  readonly name: CommuneName | null;
  readonly district: string | null;
  readonly province: string | null;
  /** On the roster, where its name surely is there. */
  readonly unit: RosterUnit | null;
}

/** All that is there about one commune. */
export interface Group {
  readonly members: readonly Candidate[];
}

/** A name that may mean several communes. */
export interface Ambiguity {
  readonly candidate: Candidate;
  readonly meanings: readonly string[];
  readonly units: readonly RosterUnit[];
}

export interface Grouping {
  readonly groups: readonly Group[];
  readonly ambiguous: readonly Ambiguity[];
  /** Named, but not on the roster. */
  readonly unknown: readonly { readonly candidate: Candidate; readonly alike: readonly string[] }[];
}

/** Every commune that a file speaks of. */
export function candidatesOf(file: ExaminedFile, roster: Roster | null): Candidate[] {
  const make = (own: ExaminedCommune | null, row: BookRow | null): Candidate => {
    const commune = own === null ? (row as BookRow).commune : own.commune;
    const district = own === null ? (row as BookRow).district : own.district;
    const province = own === null ? (file.book?.stamp.province ?? null) : own.province;
    const name = commune === null ? null : communeName(commune);
    const match = roster === null || name === null ? null : findOnRoster(roster, { name, district, province });
    return { file, own, row, commune, name, district, province, unit: match?.state === 'found' ? match.unit : null };
  };
  return [...file.communes.map((own) => make(own, null)), ...(file.book?.rows ?? []).map((row) => make(null, row))];
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function elsewhere(one: Candidate, other: Candidate): boolean {
  return differ(districtKey(one.district), districtKey(other.district)) || differ(provinceKey(one.province), provinceKey(other.province));
}

/** Names without a roster are compared among themselves: an unaccented one is the only accented one that it can mean. */
function sharedKeys(named: readonly Candidate[]): Map<Candidate, string | readonly string[]> {
  const accented = new Map<string, Set<string>>();
  for (const { name } of named) {
    if (name === null || name.unaccented) continue;
    const keys = accented.get(name.plain) ?? new Set<string>();
    keys.add(name.key);
    accented.set(name.plain, keys);
  }
  const result = new Map<Candidate, string | readonly string[]>();
  for (const candidate of named) {
    const name = candidate.name as CommuneName;
    const meant = name.unaccented ? Array.from(accented.get(name.plain) ?? []) : [];
    result.set(candidate, meant.length > 1 ? meant : (meant[0] ?? name.key));
  }
  return result;
}

/** Parts candidates of one name by district and province; one that states neither joins the others only where these are one place. */
function partByPlace(candidates: readonly Candidate[]): { groups: Candidate[][]; unclear: Candidate[]; places: Candidate[][] } {
  const places: Candidate[][] = [];
  const vague: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.district === null && candidate.province === null) vague.push(candidate);
    else {
      const place = places.find((members) => !members.some((member) => elsewhere(member, candidate)));
      if (place === undefined) places.push([candidate]);
      else place.push(candidate);
    }
  }
  if (places.length <= 1) return { groups: [(places[0] ?? []).concat(vague)], unclear: [], places };
  return { groups: places.concat(vague.map((one) => [one])), unclear: vague, places };
}

/** Puts together what belongs to one commune. A name that could mean several is never put to one of them. */
export function groupCandidates(candidates: readonly Candidate[], roster: Roster | null): Grouping {
  const groups: Group[] = [];
  const ambiguous: Ambiguity[] = [];
  const unknown: { candidate: Candidate; alike: readonly string[] }[] = [];
  const byUnit = new Map<RosterUnit, Candidate[]>();
  const free: Candidate[] = [];
  for (const candidate of candidates) {
    const { name, unit } = candidate;
    if (name === null) groups.push({ members: [candidate] });
    else if (unit !== null) {
      const members = byUnit.get(unit);
      if (members === undefined) byUnit.set(unit, [candidate]);
      else members.push(candidate);
    } else if (roster === null) free.push(candidate);
    else {
      const match = findOnRoster(roster, { name, district: candidate.district, province: candidate.province });
      if (match.state === 'ambiguous') {
        ambiguous.push({ candidate, meanings: match.units.map(describeUnit), units: match.units });
        groups.push({ members: [candidate] });
      } else {
        unknown.push({ candidate, alike: match.state === 'unknown' ? match.alike.map(describeUnit) : [] });
        free.push(candidate);
      }
    }
  }
  byUnit.forEach((members) => groups.push({ members }));
  const keys = sharedKeys(free);
  const byKey = new Map<string, Candidate[]>();
  for (const candidate of free) {
    const key = keys.get(candidate) as string | readonly string[];
    if (typeof key !== 'string') {
      ambiguous.push({ candidate, meanings: key, units: [] });
      groups.push({ members: [candidate] });
    } else byKey.set(key, (byKey.get(key) ?? []).concat(candidate));
  }
  byKey.forEach((members) => {
    const parted = partByPlace(members);
    for (const group of parted.groups) groups.push({ members: group });
    for (const candidate of parted.unclear)
      ambiguous.push({ candidate, meanings: parted.places.map((place) => describePlace(place[0] as Candidate)), units: [] });
  });
  const order = new Map(candidates.map((candidate, index) => [candidate, index]));
  groups.sort((a, b) => (order.get(a.members[0] as Candidate) ?? 0) - (order.get(b.members[0] as Candidate) ?? 0));
  return { groups, ambiguous, unknown };
}

function describeUnit(unit: RosterUnit): string {
  return unit.district === null ? unit.shown : `${unit.shown} (${unit.district})`;
}

function describePlace({ commune, district, province }: Candidate): string {
  return [commune, district ?? province].filter((part) => part !== null).join(', ');
}

/** Which of a commune's candidates counts. `counted` is null where the officer has to be asked; then `asked` are those between which. */
export interface Choice {
  readonly counted: Candidate | null;
  readonly asked: readonly Candidate[];
  readonly others: readonly { readonly candidate: Candidate; readonly reason: string }[];
}

/** Where a candidate stands, in words. */
export function placeOf({ file, own, row }: Candidate): string {
  if (row !== null) return `${file.file} (dòng ${row.cell})`;
  return own !== null && own.sheet !== null ? `${file.file} (trang “${own.sheet}”)` : file.file;
}

/** The day and the minute of a stamp, as its officer writes them. */
function stampWords(time: string): string {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(time);
  return found === null ? time : `${found[3]}/${found[2]}/${found[1]} ${found[4]}:${found[5]} UTC`;
}

/** Contract: of two workbooks of one commune the later stamp counts, else the officer is asked; a workbook counts before a district book's row. */
export function chooseCounted(group: Group, chosenFile: string | null): Choice {
  const own = group.members.filter((member) => member.own !== null);
  const rows = group.members.filter((member) => member.row !== null);
  const fromBooks = (winner: string) =>
    rows.map((candidate) => ({ candidate, reason: `${winner} là tệp của chính xã nên được tính thay cho dòng trong sổ tổng hợp này.` }));
  const [only] = own;
  if (own.length === 1 && only !== undefined) return { counted: only, asked: [], others: fromBooks(placeOf(only)) };
  if (own.length === 0) {
    const [first] = rows;
    const same = rows.every((row) => sameResult(row, first as Candidate));
    const others = rows.slice(1).map((candidate) => ({ candidate, reason: `Trùng kết quả với ${placeOf(first as Candidate)}.` }));
    return same ? { counted: first as Candidate, asked: [], others } : { counted: null, asked: rows, others: [] };
  }
  const picked = chosenFile === null ? undefined : own.find((member) => member.file.file === chosenFile || placeOf(member) === chosenFile);
  const lost = (winner: Candidate, why: string) =>
    own
      .filter((member) => member !== winner)
      .map((candidate) => ({ candidate, reason: `Cùng xã với ${placeOf(winner)}; tệp đó được tính vì ${why}.` }))
      .concat(fromBooks(placeOf(winner)));
  if (picked !== undefined) return { counted: picked, asked: [], others: lost(picked, 'cán bộ đã chọn') };
  const years = new Set(own.map((member) => member.own?.year ?? null).filter((year) => year !== null));
  const stamped = own
    .filter((member) => (member.own?.stampTime ?? null) !== null)
    .sort((a, b) => ((a.own?.stampTime as string) < (b.own?.stampTime as string) ? 1 : -1));
  const [latest, next] = stamped;
  // One stamp alone says nothing about which file is later: a correction may have come without one.
  const telling = stamped.length === own.length || own.every((member) => latest === undefined || sameResult(member, latest));
  if (years.size <= 1 && telling && latest !== undefined && latest.own?.stampTime !== next?.own?.stampTime) {
    const time = stampWords(latest.own?.stampTime as string);
    const why = next === undefined ? `có bảng kết quả đóng mã kiểm tra (${time}), tệp này thì không` : `mã kiểm tra lập sau cùng (${time})`;
    return { counted: latest, asked: [], others: lost(latest, why) };
  }
  return { counted: null, asked: own, others: fromBooks(own.map(placeOf).join(', ')) };
}

interface Result {
  readonly points: number | null;
  readonly range: PointsRange;
  readonly criteria: readonly { readonly number: number; readonly points: number | null; readonly range: PointsRange }[];
}

function resultOf(candidate: Candidate): Result {
  return candidate.own ?? (candidate.row as BookRow);
}

/** Whether two candidates come to the same points everywhere. */
export function sameResult(one: Candidate, other: Candidate): boolean {
  const words = ({ points, range, criteria }: Result): string =>
    JSON.stringify([points, range, criteria.map((criterion) => [criterion.number, criterion.points, criterion.range])]);
  return words(resultOf(one)) === words(resultOf(other));
}

/** The question that an undecided choice asks. */
export function whichFile(choice: Choice): Question {
  const commune = choice.asked[0]?.commune ?? '';
  return {
    code: 'which-file',
    message: `${commune} có ${choice.asked.length} tệp khác nhau và mã kiểm tra không cho biết tệp nào lập sau. Tính tệp nào?`,
    cells: [],
    choices: choice.asked.map(placeOf),
  };
}

/** The state of every file, once it is known which communes count from it. */
export function fileStates(
  files: readonly ExaminedFile[],
  sameAs: ReadonlyMap<ExaminedFile, ExaminedFile>,
  lost: ReadonlyMap<Candidate, string>,
  asked: ReadonlyMap<Candidate, Question>,
  candidates: ReadonlyMap<ExaminedFile, readonly Candidate[]>,
): ConsolidatedFile[] {
  return files.map((file): ConsolidatedFile => {
    const same = sameAs.get(file);
    if (same !== undefined)
      return {
        file: file.file,
        status: 'duplicate-file',
        reason: `Nội dung giống hệt ${same.file}; chỉ tính một lần.`,
        commune: file.communes[0]?.commune ?? null,
      };
    const members = candidates.get(file) ?? [];
    if (file.book !== null) return { file: file.file, status: 'assessed', book: true };
    const states = members.map((member) => {
      const question = asked.get(member);
      const reason = lost.get(member) ?? question?.message;
      const status: FileStatus =
        reason === undefined ? (file.status === 'needs-confirmation' ? 'needs-confirmation' : 'assessed') : 'duplicate-commune';
      return { sheet: member.own?.sheet ?? '', commune: member.commune, status, question, ...(reason === undefined ? {} : { reason }) };
    });
    const questions = file.questions.concat(states.map((state) => state.question).filter((one): one is Question => one !== undefined));
    const common = { file: file.file, ...(questions.length > 0 ? { questions } : {}) };
    if (members.length > 1) {
      const all = states.every((state) => state.status === 'duplicate-commune');
      return {
        ...common,
        status: all ? 'duplicate-commune' : file.status,
        ...(all ? { reason: 'Mọi xã trong tệp này đều có ở tệp khác.' } : file.reason === null ? {} : { reason: file.reason }),
        sheets: states.map(({ question: _, ...state }) => state),
      };
    }
    const [only] = states;
    const reason = only?.reason ?? file.reason;
    const status = only?.status === 'duplicate-commune' ? 'duplicate-commune' : file.status;
    return { ...common, status, ...(reason === null ? {} : { reason }), ...(only === undefined ? {} : { commune: only.commune }) };
  });
}
