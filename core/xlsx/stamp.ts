import type { CellStyle, DesignCell, SheetDesign } from '../summary/design';
import { damaged } from './errors';
import { writeChartAnchor, writeChartXml } from './write-chart';
import { editPackage, findElement } from './write-package';
import type { PackageEditor } from './write-package';
import { writeSheetXml } from './write-sheet';
import { appendStyles, defaultDigitWidth } from './write-styles';
import type { WantedStyle } from './write-styles';
import { appendSheet, dropCalculationChain, readWorkbookFacts, setLayoutNames } from './write-workbook';
import type { WorkbookFacts } from './write-workbook';
import { appendInside, childrenOf, decodeEntities, listElements, readAttribute, splice } from './write-xml';
import type { XmlSpan } from './write-xml';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const contentTypes = {
  workbook: `${SPREADSHEET}.sheet.main+xml`,
  macroWorkbook: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  worksheet: `${SPREADSHEET}.worksheet+xml`,
  styles: `${SPREADSHEET}.styles+xml`,
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
};

/**
 * A copy of an .xlsx or .xlsm with sheets of ours put in: new ones at the end, those that `replaces` names in place. Every other entry of the
 * package keeps its bytes; of the parts that list sheets and styles only what is added changes. A sheet that is not ours is never overwritten,
 * whatever its name. Throws a WorkbookError for bytes that are no such workbook; a locked or signed one is the caller's to recognise
 * (`readPackageInfo`) and to answer with `newWorkbook`.
 */
export function writeIntoWorkbook(bytes: Uint8Array, designs: readonly SheetDesign[]): Uint8Array {
  const editor = editPackage(bytes);
  const workbookPart = findWorkbookPart(editor);
  for (const design of designs) putSheet(editor, workbookPart, design);
  return editor.finish();
}

/**
 * A new workbook that holds our sheets alone, for inputs that cannot be written into (.xls, .ods, locked, signed). Links to the officer's cells
 * would lead nowhere there and are left out.
 */
export function newWorkbook(designs: readonly SheetDesign[], kind: 'xlsx' | 'xlsm' = 'xlsx'): Uint8Array {
  const editor = editPackage(new Uint8Array(0));
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  editor.setText(
    '[Content_Types].xml',
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  );
  editor.setContentType('xl/workbook.xml', kind === 'xlsm' ? contentTypes.macroWorkbook : contentTypes.workbook);
  editor.relate('', `${office}/officeDocument`, 'xl/workbook.xml');
  editor.setText(
    'xl/workbook.xml',
    `${head}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`,
  );
  for (const design of designs) {
    const cells = design.cells.map(withoutLink);
    putSheet(editor, 'xl/workbook.xml', { ...design, cells, replaces: null });
  }
  return editor.finish();
}

function withoutLink(cell: DesignCell): DesignCell {
  if (!cell.link) return cell;
  const { link: _, ...rest } = cell;
  return rest;
}

function findWorkbookPart(editor: PackageEditor): string {
  const related = editor.relationships('').find((relationship) => relationship.type === 'officedocument' && !relationship.external);
  const part = related?.target ?? 'xl/workbook.xml';
  if (!editor.has(part)) throw damaged('không tìm thấy phần sổ tính');
  return part;
}

function putSheet(editor: PackageEditor, workbookPart: string, design: SheetDesign): void {
  const facts = readWorkbookFacts(editor.text(workbookPart) as string);
  const place = findOwnPlace(editor, workbookPart, facts, design) ?? addPlace(editor, workbookPart, facts, design);
  editor.setText(workbookPart, setLayoutNames(editor.text(workbookPart) as string, design, place.name, place.index));
  const drawingId = putChart(editor, workbookPart, place, design, facts);
  const styles = putStyles(editor, workbookPart, design, facts);
  const { namespaces, hasWindows, from1904 } = facts;
  editor.setText(place.part, writeSheetXml(design, { namespaces, hasWindows, from1904, drawingId, notesId: place.notesId, ...styles }));
}

/** Where a sheet stands, or stood. */
interface Place {
  readonly name: string;
  readonly index: number;
  readonly part: string;
  /** Of the sheet that is rewritten: the relationships of its drawing and of its notes' shapes. */
  readonly drawingId: string | null;
  readonly notesId: string | null;
}

/** The sheet that a design rewrites, but only where it really carries our stamp. */
function findOwnPlace(editor: PackageEditor, workbookPart: string, facts: WorkbookFacts, design: SheetDesign): Place | null {
  const index = facts.sheets.findIndex((sheet) => sheet.name === design.replaces);
  const sheet = facts.sheets[index];
  if (design.replaces === null || !sheet) return null;
  const related = editor.relationships(workbookPart).find((relationship) => relationship.id === sheet.relationshipId);
  const source = related && related.type === 'worksheet' ? editor.text(related.target) : null;
  if (!related || source === null || !carriesStamp(editor, workbookPart, source, design.stampCell.prefixes)) return null;
  const spans = listElements(source, 5);
  if (spans.some((span) => span.name === 'f')) dropCalculationChain(editor, workbookPart);
  const idOf = (name: string): string | null => {
    const span = findElement(spans, name, 1);
    return span ? readAttribute(span, 'id', true) : null;
  };
  return { name: sheet.name, index, part: related.target, drawingId: idOf('drawing'), notesId: idOf('legacyDrawing') };
}

/** Other programs move our inline strings to the shared ones when they save. */
function carriesStamp(editor: PackageEditor, workbookPart: string, source: string, prefixes: readonly string[]): boolean {
  const isStamp = (block: string): boolean => {
    const text = decodeEntities(block.replace(/<[^>]*>/g, ''))
      .normalize('NFC')
      .trim();
    return prefixes.some((prefix) => text.startsWith(prefix));
  };
  if ((source.match(/<(?:\w+:)?is[\s>][\s\S]*?<\/(?:\w+:)?is>/g) ?? []).some(isStamp)) return true;
  const strings = editor.relationships(workbookPart).find((relationship) => relationship.type === 'sharedstrings');
  const shared = (strings ? editor.text(strings.target) : null) ?? '';
  const stamps = new Set<number>();
  (shared.match(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/(?:\w+:)?si>)/g) ?? []).forEach((block, index) => {
    if (isStamp(block)) stamps.add(index);
  });
  const cells = source.match(/<(?:\w+:)?c\s[^>]*\bt\s*=\s*["']s["'][^>]*>[\s\S]*?<\/(?:\w+:)?c>/g) ?? [];
  return stamps.size > 0 && cells.some((cell) => stamps.has(Number(cell.replace(/<[^>]*>/g, ''))));
}

function addPlace(editor: PackageEditor, workbookPart: string, facts: WorkbookFacts, design: SheetDesign): Place {
  const names = facts.sheets.map((sheet) => sheet.name.toLowerCase());
  const name = freeName(design.name, names);
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const part = editor.freeName(`${folder}worksheets/sheet`, facts.sheets.length + 1);
  // The part has to be there before the next free name is asked for.
  editor.setText(part, ' ');
  editor.setContentType(part, contentTypes.worksheet);
  const id = editor.relate(workbookPart, `${facts.namespaces.relationships}/worksheet`, part);
  const sheetId = facts.sheets.reduce((highest, sheet) => Math.max(highest, sheet.sheetId), 0) + 1;
  editor.setText(workbookPart, appendSheet(editor.text(workbookPart) as string, name, sheetId, id));
  return { name, index: facts.sheets.length, part, drawingId: null, notesId: null };
}

function freeName(wanted: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` (${number})`;
    const name = wanted.slice(0, 31 - ending.length) + ending;
    if (!taken.includes(name.toLowerCase())) return name;
  }
}

function putStyles(
  editor: PackageEditor,
  workbookPart: string,
  design: SheetDesign,
  facts: WorkbookFacts,
): { styleIndexes: number[]; digitWidth: number } {
  const wanted = new Map<string, WantedStyle>();
  const looks = new Map<CellStyle, string>();
  const lookOf = (style: CellStyle): string => {
    const known = looks.get(style);
    if (known !== undefined) return known;
    const { name: _, ...look } = style;
    const words = JSON.stringify(look);
    looks.set(style, words);
    return words;
  };
  const keys = design.cells.map((cell) => {
    const key = `${cell.quotePrefix ? 'q' : ''}${lookOf(cell.style)}`;
    if (!wanted.has(key)) wanted.set(key, { style: cell.style, quotePrefix: cell.quotePrefix === true });
    return key;
  });
  const related = editor.relationships(workbookPart).find((relationship) => relationship.type === 'styles');
  const part = related?.target ?? `${workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1)}styles.xml`;
  const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${facts.namespaces.main}"></styleSheet>`;
  const before = editor.text(part) ?? empty;
  const { source, indexes } = appendStyles(before, Array.from(wanted.values()));
  editor.setText(part, source);
  if (!related) {
    editor.setContentType(part, contentTypes.styles);
    editor.relate(workbookPart, `${facts.namespaces.relationships}/styles`, part);
  }
  const order = new Map(Array.from(wanted.keys()).map((key, index): [string, number] => [key, indexes[index] as number]));
  return { styleIndexes: keys.map((key) => order.get(key) as number), digitWidth: defaultDigitWidth(source) };
}

/** Puts the chart into the sheet's drawing; pictures that a hand put there stay. Returns the drawing's relationship. */
function putChart(editor: PackageEditor, workbookPart: string, place: Place, design: SheetDesign, facts: WorkbookFacts): string | null {
  const { chart } = design;
  const existing = editor.relationships(place.part).find((relationship) => relationship.id === place.drawingId);
  if (!chart && !existing) return null;
  const { namespaces } = facts;
  const folder = workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1);
  const drawing = existing?.target ?? editor.freeName(`${folder}drawings/drawing`, 1);
  const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${namespaces.spreadsheetDrawing}" xmlns:a="${namespaces.drawing}"></xdr:wsDr>`;
  const { rest, chartId, highest } = takeOutCharts(editor.text(drawing) ?? empty, design.chart?.name ?? null);
  if (!existing) {
    editor.setText(drawing, rest);
    editor.setContentType(drawing, contentTypes.drawing);
  }
  const drawingId = existing?.id ?? editor.relate(place.part, `${namespaces.relationships}/drawing`, drawing);
  if (!chart) return drawingId;
  const known = editor.relationships(drawing).find((relationship) => relationship.id === chartId && relationship.type === 'chart');
  const part = known?.target ?? editor.freeName(`${folder}charts/chart`, 1);
  editor.setText(part, writeChartXml(design, chart, place.name, namespaces));
  if (!known) editor.setContentType(part, contentTypes.chart);
  const id = known?.id ?? editor.relate(drawing, `${namespaces.relationships}/chart`, part);
  const root = listElements(rest, 0)[0] as XmlSpan;
  editor.setText(drawing, appendInside(rest, root, writeChartAnchor(chart, id, highest + 1, namespaces)));
  return drawingId;
}

/** A drawing without the chart of that name, the chart's relationship, and the highest shape number of the others. */
function takeOutCharts(source: string, name: string | null): { rest: string; chartId: string | null; highest: number } {
  const spans = listElements(source, 8);
  const anchors = childrenOf(spans, spans[0] as XmlSpan);
  const within = (anchor: XmlSpan, label: string): XmlSpan[] =>
    spans.filter((span) => span.name === label && span.start > anchor.start && span.end <= anchor.end);
  const ours = anchors.find(
    (anchor) => within(anchor, 'chart').length > 0 && within(anchor, 'cNvPr').some((shape) => readAttribute(shape, 'name') === name),
  );
  const chart = ours ? within(ours, 'chart')[0] : undefined;
  const others = spans.filter((span) => span.name === 'cNvPr' && (!ours || span.start < ours.start || span.start > ours.end));
  return {
    rest: ours ? splice(source, ours.start, ours.end, '') : source,
    chartId: chart ? readAttribute(chart, 'id', true) : null,
    highest: others.reduce((most, span) => Math.max(most, Number(readAttribute(span, 'id')) || 0), 1),
  };
}
