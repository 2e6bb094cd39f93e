import { damaged, tooLarge, truncated, WorkbookError } from './errors';
import { openPackage, type Package, type Relationship } from './package';
import { explainForeignBytes, explainForeignPackage, explainOpenDocument, isZip, openDocumentType } from './sniff';
import { unescapeText } from './strings';
import { END, OPEN, openXml } from './xml';

/** A sheet as the workbook part lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Its part, null where the workbook does not say (an error for a worksheet). */
  readonly relationship: Relationship | null;
}

/** An opened package with what its workbook part says. */
export interface OpenedWorkbook {
  readonly package: Package;
  /** The workbook part's normalised name, usually `xl/workbook.xml`. */
  readonly part: string;
  readonly relationships: readonly Relationship[];
  /** In the workbook's order, chart, dialog and macro sheets included. */
  readonly sheets: readonly SheetEntry[];
  readonly from1904: boolean;
  readonly structureLocked: boolean;
}

const MAXIMUM_SHEETS = 2000;

/** Opens an .xlsx or .xlsm and reads its workbook part. Throws a WorkbookError that says what else the bytes are. */
export function openWorkbook(bytes: Uint8Array): OpenedWorkbook {
  if (!isZip(bytes)) throw explainForeignBytes(bytes);
  if (bytes.length < 22) throw truncated();
  const source = openPackage(bytes);
  const documentType = source.has('mimetype') ? openDocumentType(bytes) : null;
  if (documentType !== null && /opendocument/.test(documentType)) throw explainOpenDocument(documentType);
  const part = findWorkbookPart(source);
  if (part.endsWith('.bin')) throw explainForeignPackage(['xl/workbook.bin']);
  const text = source.text(part);
  if (text === null) throw explainForeignPackage(source.names);
  const relationships = source.relationships(part);
  return { package: source, part, relationships, ...readWorkbookPart(text, relationships, source) };
}

function findWorkbookPart(source: Package): string {
  for (const relationship of source.relationships('')) {
    if (relationship.type === 'officedocument' && !relationship.external) return relationship.target;
  }
  if (source.has('xl/workbook.xml')) return 'xl/workbook.xml';
  throw explainForeignPackage(source.names);
}

type WorkbookPart = Pick<OpenedWorkbook, 'sheets' | 'from1904' | 'structureLocked'>;

function readWorkbookPart(text: string, relationships: readonly Relationship[], source: Package): WorkbookPart {
  const byId = new Map(relationships.map((relationship): [string, Relationship] => [relationship.id, relationship]));
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  let structureLocked = false;
  let inSheets = false;
  const cursor = openXml(text);
  for (let event = cursor.next(); event !== END; event = cursor.next()) {
    if (event !== OPEN) continue;
    const name = cursor.name();
    if (cursor.depth() === 1 && name !== 'workbook') throw explainForeignPackage(source.names);
    if (cursor.depth() === 2) inSheets = name === 'sheets';
    if (name === 'workbookPr') from1904 = cursor.flag('date1904', from1904);
    else if (name === 'workbookProtection') structureLocked = cursor.flag('lockStructure', structureLocked);
    else if (name === 'sheet' && inSheets) {
      const id = cursor.attribute('id');
      sheets.push({
        name: unescapeText(cursor.attribute('name') || ''),
        hidden: /^(very)?hidden$/i.test(cursor.attribute('state') || ''),
        relationship: (id !== null && byId.get(id)) || null,
      });
      if (sheets.length > MAXIMUM_SHEETS) throw tooLarge(`có hơn ${MAXIMUM_SHEETS} trang tính`);
    }
  }
  if (sheets.length === 0) throw damaged('sổ tính không có trang tính nào');
  return { sheets, from1904, structureLocked };
}

/** Runs a reader so that only WorkbookErrors leave it: the engine's own limits (a string or array too long) mean that the file is too large. */
export function withinLimits<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError && !(error instanceof WorkbookError)) throw tooLarge('nội dung vượt quá sức đọc của chương trình');
    throw error;
  }
}
