import { expandAbbreviations } from '../text/abbreviations';
import { fold } from '../text/fold';

/**
 * A group of children that words name for certain. `from` and `to` bound its ages in months, `to` left out. A group that is known only to lie
 * within its ages (the nursery age is 3 to 36 months, not “under 3”) is no container of others.
 */
export interface PopulationGroup {
  /** Equal keys mean the same group. */
  readonly key: string;
  /** As a message names it. */
  readonly words: string;
  readonly from: number;
  readonly to: number;
  readonly contains: boolean;
}

// Children are persons under 16 (Luật Trẻ em 2016, Điều 1).
const CHILDHOOD = 16 * 12;
const ALL: PopulationGroup = { key: 'all', words: 'trẻ em', from: 0, to: CHILDHOOD, contains: true };

const SUBJECT = /^(?:(?:ty le|ti le|ty suat|ti suat|tong so|tong|so luong|so) )*(?:cac )?(?:tre em|tre|chau)\b ?/;
// What may follow the group in an item's label: what happens to its members, not what narrows the group.
const PREDICATE =
  /^(?:duoc|bi|den|di hoc|suy dinh duong|vi pham|tu vong|nghien|tham gia|co the bao hiem|co the bhyt|ra lop|di nha tre|di mau giao)\b/;
const SAMPLE = /\b(?:khao sat|hai long|duoc can|duoc do|lay mau|duoc phong van|phieu)\b/;
const PLACE_WORDS =
  /^(?:(?:cua|tren|trong|tai|o|toan)? ?(?:dia ban|xa|phuong|thi tran|toan xa|toan phuong|toan thi tran|dac khu|dia phuong|hien co|thuc te|xa hien co) ?)*$/;

interface Parsed {
  readonly group: PopulationGroup;
  readonly rest: string;
}

function years(from: number, to: number, words: string): PopulationGroup {
  return { key: `${from * 12}-${to * 12}`, words: `trẻ em ${words}`, from: from * 12, to: to * 12, contains: true };
}

function months(from: number, to: number, words: string): PopulationGroup {
  return { key: `${from}-${to}`, words: `trẻ em ${words}`, from, to, contains: true };
}

type Reader = readonly [pattern: RegExp, make: (numbers: readonly number[], match: RegExpExecArray) => PopulationGroup];

const AGES: readonly Reader[] = [
  [
    /^(?:trong )?(?:do tuoi |tu )?duoi (\d+) tuoi\b ?/,
    ([to = 0]) =>
      to >= 16
        ? { ...ALL, key: to === 16 ? 'all' : `0-${to * 12}`, to: to * 12, words: `trẻ em dưới ${to} tuổi` }
        : years(0, to, `dưới ${to} tuổi`),
  ],
  [
    /^(?:trong )?(?:do tuoi )?tu (\d+) (?:tuoi )?(?:den )?duoi (\d+) tuoi\b ?/,
    ([from = 0, to = 0]) => years(from, to, `từ ${from} đến dưới ${to} tuổi`),
  ],
  [/^(?:trong )?(?:do tuoi )?(?:tu )?(?:du )?(\d+) tuoi tro len\b ?/, ([from = 0]) => years(from, 16, `từ ${from} tuổi trở lên`)],
  [
    /^(?:trong )?(?:do tuoi )?(?:tu )?(\d+) (?:tuoi )?(?:den |toi )?(\d+) tuoi\b ?/,
    ([from = 0, to = 0]) => years(from, to + 1, `từ ${from} đến ${to} tuổi`),
  ],
  [/^(?:trong )?(?:do tuoi )?duoi (\d+) thang(?: tuoi)?\b ?/, ([to = 0]) => months(0, to, `dưới ${to} tháng tuổi`)],
  [
    /^(?:trong )?(?:do tuoi )?(?:tu )?(\d+) (?:thang )?(?:den |toi )?(\d+) thang(?: tuoi)?\b ?/,
    ([from = 0, to = 0]) => months(from, to + 1, `từ ${from} đến ${to} tháng tuổi`),
  ],
  [/^(?:trong )?(?:do tuoi )?(\d+) tuoi\b ?/, ([age = 0]) => years(age, age + 1, `${age} tuổi`)],
  [
    /^(?:trong )?do tuoi (?:di )?nha tre\b ?/,
    () => ({ key: 'nursery', words: 'trẻ em trong độ tuổi nhà trẻ', from: 0, to: 36, contains: false }),
  ],
  [
    /^(?:trong )?do tuoi (?:di )?mau giao\b ?/,
    () => ({ key: 'kindergarten', words: 'trẻ em trong độ tuổi mẫu giáo', from: 36, to: 72, contains: false }),
  ],
];

const SPECIAL: PopulationGroup = { key: 'special', words: 'trẻ em có hoàn cảnh đặc biệt', from: 0, to: CHILDHOOD, contains: false };

function parse(label: string): Parsed | null {
  const folded = fold(expandAbbreviations(label));
  const subject = SUBJECT.exec(folded);
  if (subject === null) return null;
  let rest = folded.slice(subject[0].length);
  let group: PopulationGroup = ALL;
  for (const [pattern, make] of AGES) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    group = make(match.slice(1).map(Number), match);
    rest = rest.slice(match[0].length);
    break;
  }
  if (group.from >= group.to) return null;
  const special = /^co hoan canh dac biet\b ?/.exec(rest);
  if (special !== null) {
    // “… dưới 5 tuổi có hoàn cảnh đặc biệt” is a group of its own that nothing else names.
    if (group.key !== 'all') return null;
    group = SPECIAL;
    rest = rest.slice(special[0].length);
  }
  return { group, rest: rest.trim() };
}

/** The rest of a label that only says the same ages once more, or where: “(dưới 3 tuổi)”, “trên địa bàn”. */
function saysNoMore(rest: string, group: PopulationGroup): boolean {
  const again = AGES.map(([pattern, make]) => {
    const match = pattern.exec(rest);
    return match === null ? null : { group: make(match.slice(1).map(Number), match), rest: rest.slice(match[0].length).trim() };
  }).find((parsed) => parsed !== null);
  if (again && (again.group.key === group.key || (!group.contains && again.group.from <= group.from && again.group.to >= group.to)))
    return PLACE_WORDS.test(again.rest);
  return PLACE_WORDS.test(rest);
}

/**
 * The group that an item's denominator counts, from the item's label: “Tỷ lệ trẻ em dưới 5 tuổi được …” → children under 5. null where the
 * words don't name it for certain: children without an age (unless a rate per so many children, or a health check of all of them), samples,
 * and groups narrowed by a second condition (“trẻ em bị xâm hại được trợ giúp”).
 */
export function groupOfItem(label: string, isRatePerChildren: boolean): PopulationGroup | null {
  const parsed = parse(label);
  if (parsed === null || SAMPLE.test(parsed.rest) || !PREDICATE.test(parsed.rest)) return null;
  if (parsed.group.key === 'all' && !/duoi 16 tuoi/.test(fold(label))) {
    if (isRatePerChildren) return ALL;
    return /^duoc kham suc khoe\b/.test(parsed.rest) ? ALL : null;
  }
  if (/\bduoc\b/.test(parsed.rest.replace(/^duoc\b/, ''))) return null;
  return parsed.group;
}

/** The group that a labelled figure counts: “Số trẻ em dưới 5 tuổi” → children under 5. null where the label says anything more or less. */
export function groupOfFigure(label: string): PopulationGroup | null {
  const parsed = parse(label);
  if (parsed === null || !saysNoMore(parsed.rest, parsed.group)) return null;
  if (parsed.group.key === 'all' && !/\b(?:tong so|duoi 16 tuoi)\b/.test(fold(label))) return null;
  return parsed.group;
}

/** True where every member of `part` belongs to `whole` too. */
export function isSubgroup(part: PopulationGroup, whole: PopulationGroup): boolean {
  return part.key !== whole.key && whole.contains && part.from >= whole.from && part.to <= whole.to;
}
