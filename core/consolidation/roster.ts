import type { UnitClass } from '../assessment';
import { readUnitClassWords } from '../scoring/unit-class';
import { isOwnSheet } from '../summary/verify';
import { decodeCellText } from '../text/decode';
import { fold } from '../text/fold';
import type { Workbook } from '../workbook/workbook';
import { communeName } from './names';
import type { Roster, RosterUnit } from './roster-match';
import { decodeBytes } from './text-bytes';

export type { Roster, RosterUnit } from './roster-match';

type Column = 'name' | 'district' | 'province' | 'code' | 'class';

/** Headings by meaning, folded. The order settles headings that say two things. */
const headings: readonly (readonly [Column, RegExp])[] = [
  ['code', /^(ma|ma so|code)\b|\bma (don vi|xa|dvhc|hanh chinh|so|phuong)\b/],
  ['class', /\b(loai|phan loai|khu vuc|nhom|thuoc dien|dien|vung|class|unit ?class)\b/],
  ['province', /^(ten )?(tinh|tinh thanh( pho)?|thanh pho truc thuoc|province)\b/],
  ['name', /^(ten )?(dvhc|xa|phuong|thi tran|dac khu|don vi|dia phuong|cap xa|commune|name|ward)\b|^ten$|^ho ten don vi/],
  ['district', /^(ten )?(huyen|quan|thi xa|thanh pho|cap huyen|don vi cap huyen|district)\b/],
];

const classCodes: readonly string[] = ['central-city-ward', 'mountain-island-hardship', 'other'];

function columnOfHeading(text: string): Column | null {
  const folded = fold(text);
  if (folded === '' || folded.length > 60) return null;
  if (/\b(cap huyen|truc thuoc huyen|thuoc huyen)\b/.test(folded)) return 'district';
  // `Huyện, thị xã, thành phố` is a district's heading though it says “xã”.
  return headings.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<Column, number>;
}

/** A name with its kind of unit is a commune, not a heading. */
function isCommuneName(text: string): boolean {
  const folded = fold(text);
  const { type, key } = communeName(text);
  return (
    type !== null &&
    key !== '' &&
    !/^(xa|phuong|thi tran|dac khu|ten|don vi|loai)\b/.test(fold(key)) &&
    !/^(xa phuong|xa thi tran)/.test(folded)
  );
}

function findHeader(rows: readonly (readonly string[])[]): Header | null {
  for (let row = 0; row < Math.min(rows.length, 40); row++) {
    const cells = rows[row] as readonly string[];
    if (cells.filter((cell) => cell.trim() !== '').length === 0) continue;
    const columns = new Map<Column, number>();
    cells.forEach((cell, column) => {
      const role = isCommuneName(cell) ? null : columnOfHeading(cell);
      if (role !== null && !columns.has(role)) columns.set(role, column);
    });
    // A title such as “Danh sách xã …” stands alone; a single column may be all there is.
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    if (columns.has('name') && (columns.size >= 2 || filled <= 3)) return { row, columns };
  }
  return null;
}

/** Without headings: the column with most names that carry their kind of unit, else the one with most words. */
function guessColumns(rows: readonly (readonly string[])[]): ReadonlyMap<Column, number> {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  let best = { column: 0, score: -1 };
  for (let column = 0; column < width; column++) {
    let score = 0;
    for (const row of rows) {
      const text = (row[column] ?? '').trim();
      if (isCommuneName(text)) score += 3;
      else if (/\p{L}{2}/u.test(text) && readClass(text) === null) score += 1;
    }
    if (score > best.score) best = { column, score };
  }
  const columns = new Map<Column, number>([['name', best.column]]);
  for (let column = 0; column < width; column++) {
    if (column === best.column) continue;
    const texts = rows.map((row) => (row[column] ?? '').trim()).filter((text) => text !== '');
    if (texts.length < rows.length / 2) continue;
    if (texts.every((text) => /^\d{5}$/.test(text))) columns.set('code', column);
    else if (texts.every((text) => readClass(text) !== null)) columns.set('class', column);
    else if (texts.every((text) => /^(huyện|quận|thị xã|thành phố|tp)\b/i.test(text))) columns.set('district', column);
  }
  return columns;
}

function readClass(text: string): UnitClass | null {
  const plain = text.trim().toLowerCase();
  return classCodes.includes(plain) ? (plain as UnitClass) : readUnitClassWords(text);
}

/** A unit whose class may still turn out to be contradicted. */
type Draft = { -readonly [Field in keyof RosterUnit]: RosterUnit[Field] };

function isDistrictName(text: string): boolean {
  return /^(huyện|quận|thị xã|thành phố|tp\.?|tỉnh)\s+\p{L}/iu.test(text) && !isCommuneName(text);
}

/** Whether the first of the names is a heading that is not known: nearly all others say what kind of unit they are, it does not. */
function headsUntold(names: readonly string[]): boolean {
  const [first = '', ...others] = names.filter((name) => name !== '');
  return names[0] === first && others.length >= 2 && !isCommuneName(first) && others.filter(isCommuneName).length >= others.length * 0.8;
}

/** Reads a list from its rows of texts. */
export function rosterFromRows(rows: readonly (readonly string[])[]): Roster {
  const header = findHeader(rows);
  const body = header === null ? rows : rows.slice(header.row + 1);
  const columns = header?.columns ?? guessColumns(body);
  const text = (row: readonly string[], column: Column): string => {
    const at = columns.get(column);
    return at === undefined ? '' : (row[at] ?? '').replace(/\s+/g, ' ').trim();
  };
  const units: Draft[] = [];
  const notes: string[] = [];
  const seen = new Map<string, Draft[]>();
  let district = '';
  let grouped = false;
  const firstIsHeading = header === null && headsUntold(body.map((row) => text(row, 'name')));
  if (firstIsHeading) notes.push(`Danh sách xã: dòng đầu “${text(body[0] as readonly string[], 'name')}” được coi là tiêu đề.`);
  for (const row of firstIsHeading ? body.slice(1) : body) {
    const shown = text(row, 'name').normalize('NFC');
    // A row that names a district alone heads those that follow.
    if (isDistrictName(shown) && !/^\d{5}$/.test(text(row, 'code'))) {
      district = shown;
      grouped = true;
      continue;
    }
    // Merged cells leave the district in the first of its rows.
    district = text(row, 'district') || district;
    if (!/\p{L}|^\d{1,2}$/u.test(shown) || /^(tong|cong|tong cong|tong so|ghi chu|nguoi lap)\b/.test(fold(shown)) || shown.length > 80)
      continue;
    const name = communeName(shown);
    if (name.key === '') continue;
    const words = text(row, 'class');
    const unitClass = words === '' ? null : readClass(words);
    if (words !== '' && unitClass === null) notes.push(`Danh sách xã: không rõ loại đơn vị “${words}” của ${shown}.`);
    const place = `${name.key}|${fold(district)}`;
    // A name without its kind of unit is the same as one with it; two kinds are two communes.
    const twin = (seen.get(place) ?? []).find((each) => each.name.type === name.type || each.name.type === null || name.type === null);
    if (twin !== undefined) {
      const differs = unitClass !== null && twin.unitClass !== null && unitClass !== twin.unitClass;
      if (differs) twin.unitClass = null;
      notes.push(
        `Danh sách xã: ${shown} có hai lần; chỉ tính một${differs ? ', và vì hai dòng ghi hai loại đơn vị nên coi như chưa rõ loại' : ''}.`,
      );
      continue;
    }
    const unit: Draft = {
      shown,
      name,
      district: (columns.has('district') || grouped) && district !== '' ? district : null,
      province: text(row, 'province') || null,
      code: text(row, 'code') || null,
      unitClass,
    };
    seen.set(place, (seen.get(place) ?? []).concat(unit));
    units.push(unit);
  }
  return { units, notes };
}

/** The fields of a text table; the delimiter is the one of `,` `;` and tab that parts the first lines most evenly. */
export function parseDelimited(text: string): string[][] {
  const counts = [';', '\t', ','].map((delimiter) => {
    const perLine = text
      .split(/\r\n?|\n/)
      .filter((line) => line.trim() !== '')
      .slice(0, 50)
      .map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(delimiter).length - 1);
    return { delimiter, lines: perLine.filter((count) => count > 0).length };
  });
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const best = declared?.[1] ?? counts.reduce((most, one) => (one.lines > most.lines ? one : most)).delimiter;
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const source = declared === null ? text : text.slice(declared[0].length);
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (quoted) {
      if (character !== '"') field += character;
      else if (source.charAt(at + 1) === '"') {
        field += '"';
        at++;
      } else quoted = false;
    } else if (character === '"' && field.trim() === '') {
      quoted = true;
      field = '';
    } else if (character === best) {
      row.push(field);
      field = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && source.charAt(at + 1) === '\n') at++;
      rows.push([...row, field]);
      row = [];
      field = '';
    } else field += character;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

/** A list of communes from a text file's bytes (`,` `;` or tab; UTF-8, UTF-16 or windows-1258). No units where it holds none. */
export function readRosterText(bytes: Uint8Array): Roster {
  return rosterFromRows(parseDelimited(decodeBytes(bytes)));
}

/** A list of communes from a workbook: of its sheets the one with most names. */
export function readRosterWorkbook(workbook: Workbook): Roster {
  let best: Roster = { units: [], notes: [] };
  for (const sheet of workbook.sheets) {
    if (isOwnSheet(sheet)) continue;
    const rows: string[][] = [];
    for (const cell of sheet.cells) {
      const row = rows[cell.row] ?? [];
      rows[cell.row] = row;
      row[cell.column] = decodeCellText(cell, workbook.defaultFont).text;
    }
    const roster = rosterFromRows(Array.from(rows, (row) => Array.from(row ?? [], (text) => text ?? '')).filter((row) => row.length > 0));
    if (roster.units.length > best.units.length) best = roster;
  }
  return best;
}
