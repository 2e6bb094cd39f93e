import { fold, normalise } from '../text/fold';

/*
 * Names of communes: accents count; tone placement, case and the word for the kind of unit don't. A name typed without any accent may mean
 * several communes.
 */

const UNIT = /^(?:ủy ban nhân dân\s+|ubnd\s+)?(xã|phường|thị trấn|đặc khu|tt\.|tt|p\.|x\.)\s*(?=\S)/;
const PLAIN_UNIT = /^(?:uy ban nhan dan\s+|ubnd\s+)?(xa|phuong|thi tran|dac khu)\s+(?=\S)/;
const DISTRICT = /^(huyện|quận|thị xã|thành phố|tp\.?|h\.|q\.|tx\.?)\s*(?=\S)/;
const PROVINCE = /^(tỉnh|thành phố|tp\.?)\s*(?=\S)/;

const types: Readonly<Record<string, string>> = {
  xã: 'xã',
  'x.': 'xã',
  xa: 'xã',
  phường: 'phường',
  'p.': 'phường',
  phuong: 'phường',
  'thị trấn': 'thị trấn',
  tt: 'thị trấn',
  'tt.': 'thị trấn',
  'thi tran': 'thị trấn',
  'đặc khu': 'đặc khu',
  'dac khu': 'đặc khu',
};

/** A name taken apart: `key` is what two names of the same commune share, `plain` the same without accents. */
export interface CommuneName {
  readonly key: string;
  readonly plain: string;
  /** The name has no accent at all, so that it may stand for several. */
  readonly unaccented: boolean;
  readonly type: string | null;
}

function accented(text: string): boolean {
  return /[^\u0000-\u007f]/.test(text.normalize('NFD').replace(/[’‘–]/g, ''));
}

/** Takes a commune's name apart (`UBND XÃ HOÀ BÌNH` → key `hòa bình`, type `xã`). */
export function communeName(name: string): CommuneName {
  const whole = normalise(name).replace(/[’‘`]/g, "'");
  const found = UNIT.exec(whole) ?? (accented(whole) ? null : PLAIN_UNIT.exec(whole));
  // `Xã` alone, or a number alone, is the name itself.
  const rest = found === null ? whole : whole.slice(found[0].length);
  const key = rest
    .replace(/\s*-\s*/g, ' - ')
    .replace(/[.,;]+$/, '')
    .replace(/^0+(?=\d+$)/, '')
    .trim();
  return { key, plain: fold(key), unaccented: !accented(key), type: found === null ? null : (types[found[1] as string] ?? null) };
}

/** What two ways of writing the same district share; null for none. */
export function districtKey(name: string | null): string | null {
  return name === null || name.trim() === '' ? null : fold(normalise(name).replace(DISTRICT, ''));
}

/** What two ways of writing the same province share; null for none. */
export function provinceKey(name: string | null): string | null {
  return name === null || name.trim() === '' ? null : fold(normalise(name).replace(PROVINCE, ''));
}

/** One of the communes among which a name is looked up. */
export interface NamedUnit {
  readonly name: CommuneName;
  readonly district: string | null;
  readonly province: string | null;
}

export interface NameQuery {
  readonly name: CommuneName;
  readonly district: string | null;
  readonly province: string | null;
}

/** How a name was found. `ambiguous` names all that it may mean. */
export type NameMatch<Unit> =
  | { readonly state: 'found'; readonly unit: Unit }
  | { readonly state: 'ambiguous'; readonly units: readonly Unit[] }
  /** `alike` differ by their accents alone. */
  | { readonly state: 'unknown'; readonly alike: readonly Unit[] };

/** Communes by name, for look-ups in constant time. */
export interface NameIndex<Unit extends NamedUnit> {
  readonly byKey: ReadonlyMap<string, readonly Unit[]>;
  readonly byPlain: ReadonlyMap<string, readonly Unit[]>;
}

/** Prepares communes for `matchName`. */
export function indexNames<Unit extends NamedUnit>(units: readonly Unit[]): NameIndex<Unit> {
  const byKey = new Map<string, Unit[]>();
  const byPlain = new Map<string, Unit[]>();
  const put = (map: Map<string, Unit[]>, key: string, unit: Unit): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [unit]);
    else list.push(unit);
  };
  for (const unit of units) {
    put(byKey, unit.name.key, unit);
    put(byPlain, unit.name.plain, unit);
  }
  return { byKey, byPlain };
}

function narrowed<Unit extends NamedUnit>(units: readonly Unit[], keep: (unit: Unit) => boolean): readonly Unit[] {
  const kept = units.filter(keep);
  return kept.length > 0 ? kept : units;
}

/** Looks a commune up. Of several with its name the district, the province and the kind of unit decide, as far as they are stated. */
export function matchName<Unit extends NamedUnit>(index: NameIndex<Unit>, query: NameQuery): NameMatch<Unit> {
  const same = index.byKey.get(query.name.key) ?? [];
  const alike = index.byPlain.get(query.name.plain) ?? [];
  let units = same.length > 0 ? same : query.name.unaccented ? alike : [];
  // A roster typed without accents is met by its plain form.
  if (units.length === 0) units = alike.filter((unit) => unit.name.unaccented);
  if (units.length === 0) return { state: 'unknown', alike };
  const [district, province] = [districtKey(query.district), provinceKey(query.province)];
  if (units.length > 1 && province !== null)
    units = narrowed(units, (unit) => unit.province === null || provinceKey(unit.province) === province);
  if (units.length > 1 && district !== null) units = narrowed(units, (unit) => districtKey(unit.district) === district);
  if (units.length > 1 && query.name.type !== null) units = narrowed(units, (unit) => unit.name.type === query.name.type);
  const [first] = units;
  return units.length === 1 && first !== undefined ? { state: 'found', unit: first } : { state: 'ambiguous', units };
}
