import data from './communes-2025.json';
import { communeName, indexNames, matchName, provinceKey, type NamedUnit, type NameIndex, type NameMatch, type NameQuery } from './names';

/** A commune in force since 1 July 2025. Its code names it only together with that date: 2,140 codes named another unit before. */
export interface CommuneInForce extends NamedUnit {
  readonly code: string;
  readonly shown: string;
}

const types: Readonly<Record<string, string>> = { X: 'Xã', P: 'Phường', D: 'Đặc khu' };

let prepared: { readonly index: NameIndex<CommuneInForce>; readonly provinces: ReadonlySet<string> } | null = null;

function prepare(): NonNullable<typeof prepared> {
  if (prepared !== null) return prepared;
  const units: CommuneInForce[] = [];
  const provinces = new Set<string>();
  for (const province of data.provinces) {
    provinces.add(provinceKey(province.name) as string);
    for (const entry of province.units.split('|')) {
      const shown = `${types[entry.charAt(5)] as string} ${entry.slice(6)}`;
      units.push({
        code: entry.slice(0, 5),
        shown: `${shown} (${province.name})`,
        name: communeName(shown),
        district: null,
        province: province.name,
      });
    }
  }
  prepared = { index: indexNames(units), provinces };
  return prepared;
}

/**
 * Whether a workbook's name is to be held against the communes in force: those of years from 2026 on, and of 2025 unless it names a district
 * or a thị trấn, which ended on 1 July 2025 (then it was written before).
 */
export function isOfUnitsInForce(year: number | null, query: NameQuery): boolean {
  if (year === null || year < 2025) return false;
  return year > 2025 || (query.district === null && query.name.type !== 'thị trấn');
}

/**
 * A name among the communes in force. Without a province that is in force the same name in several provinces stays undecided (`ambiguous`).
 */
export function matchInForce(query: NameQuery): NameMatch<CommuneInForce> {
  const { index, provinces } = prepare();
  const known = provinceKey(query.province);
  const province = known !== null && provinces.has(known) ? query.province : null;
  const match = matchName(index, { ...query, province });
  if (province === null) return match;
  // A name that exists elsewhere alone is unknown here.
  const here = (unit: CommuneInForce): boolean => provinceKey(unit.province) === known;
  const alike = (index.byPlain.get(query.name.plain) ?? []).filter(here);
  if (match.state === 'found') return here(match.unit) ? match : { state: 'unknown', alike };
  if (match.state === 'ambiguous') {
    const units = match.units.filter(here);
    return units.length > 1 ? { state: 'ambiguous', units } : { state: 'unknown', alike };
  }
  return { state: 'unknown', alike };
}
