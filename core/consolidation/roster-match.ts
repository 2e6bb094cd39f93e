import type { UnitClass } from '../assessment';
import { indexNames, matchName, type NamedUnit, type NameIndex, type NameMatch, type NameQuery } from './names';

/** One commune of the district's list. */
export interface RosterUnit extends NamedUnit {
  /** As the list writes it. */
  readonly shown: string;
  readonly code: string | null;
  readonly unitClass: UnitClass | null;
}

/** A list of the communes from which workbooks are expected. `notes` say in Vietnamese what could not be read in it. */
export interface Roster {
  readonly units: readonly RosterUnit[];
  readonly notes: readonly string[];
}

const indexes = new WeakMap<Roster, NameIndex<RosterUnit>>();

/** A commune's name on the roster. */
export function findOnRoster(roster: Roster, query: NameQuery): NameMatch<RosterUnit> {
  let index = indexes.get(roster);
  if (index === undefined) {
    index = indexNames(roster.units);
    indexes.set(roster, index);
  }
  return matchName(index, query);
}
