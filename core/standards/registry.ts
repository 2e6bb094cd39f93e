import decision06 from './decision-06-2019.json';
import decision34 from './decision-34-2014.json';
import decision37 from './decision-37-2010.json';
import { firstCitedStandard } from './citation';
import type { Standard } from './standard';

/**
 * Every Decision that is known, the newest first. The files are held against their schema (`parseStandard`) by a test, not at every start: they
 * are part of the program, and no host has to carry a schema engine for them.
 */
export const standards = [decision06, decision34, decision37] as unknown as readonly Standard[];

/** The Decision with this id (`06/2019/QĐ-TTg`), null where none has it. */
export function standardById(id: string): Standard | null {
  return standards.find((standard) => standard.id === id) ?? null;
}

/** The Decision that a title, a heading or a cover cites, in whatever spelling; null where it cites none that is known. */
export function findCitedStandard(text: string): Standard | null {
  return firstCitedStandard(text, standards);
}
