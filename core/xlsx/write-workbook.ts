import type { SheetDesign } from '../summary/design';
import { formatAddress, quoteSheetName } from '../workbook/references';
import type { PackageEditor } from './write-package';
import { findElement } from './write-package';
import { namespacesOf } from './write-sheet';
import type { Namespaces } from './write-sheet';
import { isTrue } from './xml';
import { appendInside, childrenOf, escapeAttribute, escapeText, listElements, prefixOf, readAttribute, splice } from './write-xml';
import type { XmlSpan } from './write-xml';

/** A sheet as the workbook part lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly sheetId: number;
  readonly relationshipId: string;
}

/** What the workbook part says, as far as a writer needs it. */
export interface WorkbookFacts {
  readonly namespaces: Namespaces;
  readonly sheets: readonly ListedSheet[];
  readonly hasWindows: boolean;
  readonly from1904: boolean;
}

/** Names that go with a sheet's layout and are written anew with it. */
const layoutNames = /^_xlnm\.(print_titles|print_area|_filterdatabase)$/i;

/** Reads the workbook part. */
export function readWorkbookFacts(source: string): WorkbookFacts {
  const spans = listElements(source, 2);
  const root = spans[0] as XmlSpan;
  const list = findElement(spans, 'sheets', 1);
  const properties = findElement(spans, 'workbookPr', 1);
  return {
    namespaces: namespacesOf(root.attributes.includes('http://purl.oclc.org/ooxml/spreadsheetml/main')),
    sheets: (list ? childrenOf(spans, list) : []).map((span) => ({
      name: readAttribute(span, 'name') ?? '',
      sheetId: Number(readAttribute(span, 'sheetId')) || 0,
      relationshipId: readAttribute(span, 'id', true) ?? '',
    })),
    hasWindows: spans.some((span) => span.name === 'workbookView'),
    from1904: properties !== null && isTrue(readAttribute(properties, 'date1904') ?? '0'),
  };
}

/** Puts a sheet behind the others, so that the sheet numbers in defined names stay right. */
export function appendSheet(source: string, name: string, sheetId: number, relationshipId: string): string {
  const spans = listElements(source, 2);
  const list = findElement(spans, 'sheets', 1) as XmlSpan;
  const address = readWorkbookFacts(source).namespaces.relationships;
  // Some writers declare the prefix on each sheet alone, where it does not hold for ours.
  const declared = new RegExp(`\\sxmlns:([^\\s=]+)\\s*=\\s*["']${address}["']`).exec(
    `${(spans[0] as XmlSpan).attributes} ${list.attributes}`,
  );
  const relation = declared ? `${declared[1] as string}:id` : `xmlns:r="${address}" r:id`;
  const sheet = `<${prefixOf(list)}sheet name="${escapeAttribute(name)}" sheetId="${sheetId}" ${relation}="${relationshipId}"/>`;
  return appendInside(source, list, sheet);
}

/** Sets the names that a sheet's layout needs: the rows repeated in print and the filtered range; those of an earlier layout go. */
export function setLayoutNames(source: string, design: SheetDesign, name: string, index: number): string {
  const cleaned = removeLayoutNames(source, index);
  const wanted: string[] = [];
  const sheet = quoteSheetName(name);
  const filter = design.autoFilter;
  const spans = listElements(cleaned, 1);
  const prefix = prefixOf(spans[0] as XmlSpan);
  const write = (label: string, text: string, more = ''): string =>
    `<${prefix}definedName name="${label}" localSheetId="${index}"${more}>${escapeText(text)}</${prefix}definedName>`;
  if (filter) {
    const corners = [formatAddress(filter.top, filter.left), formatAddress(filter.bottom, filter.right)].map((corner) =>
      corner.replace(/^([A-Z]+)/, '$$$1$$'),
    );
    wanted.push(write('_xlnm._FilterDatabase', `${sheet}!${corners.join(':')}`, ' hidden="1"'));
  }
  const repeated = design.print.repeatRows;
  if (repeated) wanted.push(write('_xlnm.Print_Titles', `${sheet}!$${repeated[0] + 1}:$${repeated[1] + 1}`));
  if (wanted.length === 0) return cleaned;
  const names = findElement(spans, 'definedNames', 1);
  if (names) return appendInside(cleaned, names, wanted.join(''));
  // Where the list has to stand: ECMA-376 part 1, 18.2.27.
  const before = ['sheets', 'functionGroups', 'externalReferences'].map((label) => findElement(spans, label, 1)?.end ?? 0);
  const at = Math.max(...before);
  return splice(cleaned, at, at, `<${prefix}definedNames>${wanted.join('')}</${prefix}definedNames>`);
}

function removeLayoutNames(source: string, index: number): string {
  const spans = listElements(source, 2);
  const names = findElement(spans, 'definedNames', 1);
  if (!names) return source;
  const all = childrenOf(spans, names);
  const gone = all.filter(
    (span) => readAttribute(span, 'localSheetId') === String(index) && layoutNames.test(readAttribute(span, 'name') ?? ''),
  );
  if (gone.length > 0 && gone.length === all.length) return splice(source, names.start, names.end, '');
  return gone.reverse().reduce((changed, span) => splice(changed, span.start, span.end, ''), source);
}

/** Takes out the list of calculation order, which Excel makes anew: a formula that stood in a rewritten sheet of ours is in it. */
export function dropCalculationChain(editor: PackageEditor, workbookPart: string): void {
  const chain = editor.relationships(workbookPart).find((relationship) => relationship.type === 'calcchain');
  if (!chain) return;
  editor.unrelate(workbookPart, chain.target);
  editor.remove(chain.target);
}
