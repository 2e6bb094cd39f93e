import { readFileSync } from 'node:fs';
import path from 'node:path';

/** For each class or interface of Office.js its members with the requirement set that brought them (`1.9`), null where the types name none. */
export type ApiSets = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

let known: ApiSets | null = null;

/**
 * Reads the `[Api set: ExcelApi x.y]` tags of `@types/office-js`. Sets of other names (desktop only, online only, previews) are given by their
 * whole name, so that they never count as supported.
 */
export function apiSets(): ApiSets {
  if (known) return known;
  const text = readFileSync(path.join(__dirname, '../../node_modules/@types/office-js/index.d.ts'), 'utf8');
  const excel = text.slice(text.indexOf('declare namespace Excel {'));
  const sets = new Map<string, Map<string, string | null>>();
  let members = new Map<string, string | null>();
  let set: string | null = null;
  for (const line of excel.split('\n')) {
    if (line.startsWith('}')) break;
    const type = /^ {4}(?:class|interface) (\w+)/.exec(line);
    if (type) {
      members = sets.get(type[1] as string) ?? new Map();
      sets.set(type[1] as string, members);
    }
    if (/^ {8}\/\*\*/.test(line)) set = null;
    const tag = /\[ *Api set: *(\w+) *([\w.]*)/.exec(line);
    if (tag)
      set = tag[1] === 'ExcelApi' && /^\d+\.\d+$/.test(tag[2] as string) ? (tag[2] as string) : `${tag[1] as string} ${tag[2] as string}`;
    const member = /^ {8}(?:readonly )?(\w+)\??[(:<]/.exec(line);
    if (member) {
      if (!members.has(member[1] as string)) members.set(member[1] as string, set);
      set = null;
    }
  }
  known = sets;
  return sets;
}

/** True where a version has what a member needs. */
export function hasSet(needed: string | null, version: string): boolean {
  if (needed === null) return true;
  if (!/^\d+\.\d+$/.test(needed)) return false;
  const [major, minor] = needed.split('.').map(Number) as [number, number];
  const [haveMajor, haveMinor] = version.split('.').map(Number) as [number, number];
  return haveMajor > major || (haveMajor === major && haveMinor >= minor);
}
