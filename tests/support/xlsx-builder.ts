import { strToU8, zipSync, type Zippable } from 'fflate';

/** One sheet of a workbook that is put together from raw XML. */
export interface SheetParts {
  readonly name: string;
  /** What stands inside `<worksheet>`; an empty sheetData where left out. */
  readonly body?: string;
  readonly state?: string;
  /** Relationships of the sheet: `<Relationship …/>` elements. */
  readonly relationships?: string;
  /** The relationship's type, `worksheet` where left out. */
  readonly type?: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetParts[];
  /** `<si>` elements. */
  readonly strings?: string;
  /** What stands inside `<styleSheet>`. */
  readonly styles?: string;
  /** What stands before `<sheets>` in the workbook. */
  readonly properties?: string;
  /** Further parts, or replacements of those made here; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A `<Relationship>` element. */
export function relationship(id: string, type: string, target: string): string {
  const address = type.includes('/') ? type : `${RELATIONS}/${type}`;
  return `<Relationship Id="${id}" Type="${address}" Target="${target}"/>`;
}

/** A list of relationships as a part. */
export function relationshipsPart(elements: string): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements}</Relationships>`;
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The parts of a workbook by name, not yet zipped. */
export function workbookParts(workbook: WorkbookParts): Record<string, string | Uint8Array> {
  const { sheets, strings, styles } = workbook;
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': relationshipsPart(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbook.properties || ''}<sheets>` +
      sheets
        .map((sheet, index) => {
          const state = sheet.state ? ` state="${sheet.state}"` : '';
          return `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
        })
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationshipsPart(
      sheets
        .map((sheet, index) => relationship(`rId${index + 1}`, sheet.type || 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join('') +
        (strings === undefined ? '' : relationship('rIdS', 'sharedStrings', 'sharedStrings.xml')) +
        (styles === undefined ? '' : relationship('rIdT', 'styles', 'styles.xml')),
    ),
  };
  if (strings !== undefined) parts['xl/sharedStrings.xml'] = `${HEAD}<sst xmlns="${MAIN}">${strings}</sst>`;
  if (styles !== undefined) parts['xl/styles.xml'] = `${HEAD}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`;
  sheets.forEach((sheet, index) => {
    const body = sheet.body === undefined ? '<sheetData/>' : sheet.body;
    parts[`xl/worksheets/sheet${index + 1}.xml`] = `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${body}</worksheet>`;
    if (sheet.relationships) parts[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relationshipsPart(sheet.relationships);
  });
  const kept: Record<string, string | Uint8Array> = {};
  for (const [name, part] of Object.entries({ ...parts, ...workbook.parts })) if (part !== null) kept[name] = part;
  return kept;
}

/** Zips parts as they stand, in order, under exactly these names. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>, level: 0 | 1 | 6 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) files[name] = [typeof part === 'string' ? strToU8(part) : part, { level }];
  return zipSync(files);
}

/** A small workbook from raw XML, for traits that no ordinary writer gives. */
export function buildXlsx(workbook: WorkbookParts): Uint8Array {
  return zipParts(workbookParts(workbook));
}

/** A workbook of one sheet with this sheet data. */
export function buildSheet(
  rows: string,
  rest: Omit<WorkbookParts, 'sheets'> & { readonly before?: string; readonly after?: string } = {},
): Uint8Array {
  const { before = '', after = '', ...workbook } = rest;
  return buildXlsx({ ...workbook, sheets: [{ name: 'Sheet1', body: `${before}<sheetData>${rows}</sheetData>${after}` }] });
}

/** Overwrites a little-endian number of `size` bytes in every central directory entry whose name matches; `field` counts from the entry's start. */
export function patchDirectory(bytes: Uint8Array, name: string, field: number, size: 2 | 4, value: number): Uint8Array {
  const patched = bytes.slice();
  const view = new DataView(patched.buffer);
  let found = false;
  for (let position = 0; position + 46 < patched.length; position++) {
    if (view.getUint32(position, true) !== 0x02014b50) continue;
    const length = view.getUint16(position + 28, true);
    if (String.fromCharCode(...patched.subarray(position + 46, position + 46 + length)) !== name) continue;
    if (size === 2) view.setUint16(position + field, value, true);
    else view.setUint32(position + field, value, true);
    found = true;
  }
  if (!found) throw new Error(`no entry ${name}`);
  return patched;
}

/** The same archive in the zip64 format: sizes, places and the number of entries stand in its wide fields only. */
export function toZip64(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const out: number[] = Array.from(bytes.subarray(0, start));
  const wide = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255).concat([0, 0, 0, 0]);
  let position = start;
  for (let index = 0; index < count; index++) {
    const nameLength = view.getUint16(position + 28, true);
    const at = out.length;
    out.push(...bytes.subarray(position, position + 46 + nameLength));
    out.push(
      1,
      0,
      24,
      0,
      ...wide(view.getUint32(position + 24, true)),
      ...wide(view.getUint32(position + 20, true)),
      ...wide(view.getUint32(position + 42, true)),
    );
    for (const field of [20, 24, 42]) out.splice(at + field, 4, 255, 255, 255, 255);
    out.splice(at + 30, 4, 28, 0, 0, 0);
    position += 46 + nameLength + view.getUint16(position + 30, true) + view.getUint16(position + 32, true);
  }
  const recordAt = out.length;
  out.push(
    0x50,
    0x4b,
    6,
    6,
    ...wide(44),
    45,
    0,
    45,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    ...wide(count),
    ...wide(count),
    ...wide(recordAt - start),
    ...wide(start),
  );
  out.push(0x50, 0x4b, 6, 7, 0, 0, 0, 0, ...wide(recordAt), 1, 0, 0, 0);
  out.push(0x50, 0x4b, 5, 6, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0);
  return Uint8Array.from(out);
}
