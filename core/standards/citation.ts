import type { Standard } from './standard';

/** Lower-case letters without accents or spaces: citations are typed in every way, their letters and digits stay. */
function squeeze(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[–—−]/g, '-')
    .replace(/\s+/g, '');
}

/** The number and the year of a Decision, from its id. */
function decisionNumber(standard: Standard): { readonly number: string; readonly year: string } {
  const [number = '', year = ''] = standard.id.split('/');
  return { number: number.replace(/^0+/, ''), year };
}

const known = new WeakMap<Standard, readonly RegExp[]>();

/** The spellings of a Decision: `06/2019/QĐ-TTg`, `QĐ 06`, `Quyết định số 6 … 2019`, `QĐ34/2014`. */
function patternsOf(standard: Standard): readonly RegExp[] {
  const made = known.get(standard);
  if (made !== undefined) return made;
  const { number, year } = decisionNumber(standard);
  const patterns = [
    // Number, perhaps the year, and the Prime Minister's sign; the dash and the stroke are often left out.
    `(?:^|[^\\d/])0*${number}/?(?:${year}/?)?qd[-./]?ttg`,
    // “QĐ 06”, “Quyết định số 06 ngày 03/01/2019”: no other year and no other body's sign may follow.
    `(?:quyetdinh|qd)(?:so)?[:.-]?0*${number}(?!\\d)(?:/?${year}|(?![/-]\\d)(?!/?qd-?(?!ttg)[a-z])(?!ngay\\d{1,2}[/-]\\d{1,2}[/-](?!${year})\\d{4}))`,
  ].concat(standard.citations.map((citation) => `(?:^|[^\\d/])${squeeze(citation).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
  const compiled = patterns.map((pattern) => new RegExp(pattern));
  known.set(standard, compiled);
  return compiled;
}

/** Where the text first cites the Decision, -1 where it does not. */
function citedAt(squeezed: string, standard: Standard): number {
  const places = patternsOf(standard)
    .map((pattern) => squeezed.search(pattern))
    .filter((place) => place >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}

/** Whether the words before a citation say that this Decision is gone. */
function isReplaced(squeezed: string, place: number): boolean {
  return (
    /(?:thaythe|baibo|huybo)(?:quyetdinh|qd)?(?:so)?[^a-z]?$/.test(squeezed.slice(0, place + 1)) ||
    /(?:thaythe|baibo|huybo)$/.test(squeezed.slice(0, place))
  );
}

/**
 * The Decision that a text (a title, a heading, a cover) cites, null where it cites none. Where several are cited, one that is named only as
 * replaced (“thay thế Quyết định số 34/2014”) does not count, and of the others the first does.
 */
export function firstCitedStandard(text: string, standards: readonly Standard[]): Standard | null {
  const squeezed = squeeze(text);
  const cited = standards
    .map((standard) => ({ standard, place: citedAt(squeezed, standard) }))
    .filter((found) => found.place >= 0)
    .map((found) => ({ ...found, replaced: isReplaced(squeezed, found.place) }))
    .sort((left, right) => Number(left.replaced) - Number(right.replaced) || left.place - right.place);
  return cited[0]?.standard ?? null;
}
