import { strToU8, zipSync } from 'fflate';
import { formatAddress } from '../../core/workbook/references';
import type { ModelCell, ModelSheet, WorkbookModel } from './workbook-model';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

const escape = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_')
    .replace(/\r/g, '_x000D_');

const text = (words: string): string => `<t xml:space="preserve">${escape(words)}</t>`;

function cellXml(cell: ModelCell, address: string, font: string): string {
  const formula = cell.formula === undefined ? '' : `<f>${escape(cell.formula)}</f>`;
  const { value } = cell;
  if (value === null) return `<c r="${address}">${formula}</c>`;
  if (typeof value === 'number') return `<c r="${address}">${formula}<v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${address}" t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'object') return `<c r="${address}" t="e">${formula}<v>${escape(value.error)}</v></c>`;
  if (formula !== '') return `<c r="${address}" t="str">${formula}<v>${escape(value)}</v></c>`;
  const runs = cell.runs ?? [{ text: value, struck: cell.struck === true }];
  const rich = runs
    .map((run) => {
      const name = ('font' in run && run.font) || cell.font || font;
      return `<r><rPr>${run.struck ? '<strike/>' : ''}<rFont val="${escape(name)}"/></rPr>${text(run.text)}</r>`;
    })
    .join('');
  return `<c r="${address}" t="inlineStr"><is>${rich}</is></c>`;
}

function sheetXml(sheet: ModelSheet, font: string): string {
  const cells = Array.from(sheet.cells)
    .map(([key, cell]) => ({ place: key.split(',').map(Number) as [number, number], cell }))
    .sort((one, other) => one.place[0] - other.place[0] || one.place[1] - other.place[1]);
  const rows = new Map<number, string[]>();
  for (const { place, cell } of cells) {
    const row = rows.get(place[0]) ?? [];
    row.push(cellXml(cell, formatAddress(place[0], place[1]), font));
    rows.set(place[0], row);
  }
  const data = Array.from(rows, ([row, inside]) => `<row r="${row + 1}">${inside.join('')}</row>`).join('');
  return `${head}<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`;
}

function commentsXml(sheet: ModelSheet): string | null {
  const notes = Array.from(sheet.cells).filter(([, cell]) => cell.note !== undefined);
  if (notes.length === 0) return null;
  const comments = notes.map(([key, cell]) => {
    const [row, column] = key.split(',').map(Number) as [number, number];
    return `<comment ref="${formatAddress(row, column)}" authorId="0"><text>${text(cell.note as string)}</text></comment>`;
  });
  return `${head}<comments xmlns="${main}"><authors><author></author></authors><commentList>${comments.join('')}</commentList></comments>`;
}

/** The workbook as an .xlsx file: contents, notes and the fonts and strike-through of characters; looks are left out. */
export function bytesOfModel(model: WorkbookModel): Uint8Array {
  const font = model.defaultFont ?? 'Calibri';
  const parts: Record<string, Uint8Array> = {};
  const put = (name: string, xml: string): void => {
    parts[name] = strToU8(xml);
  };
  const relationships: string[] = [];
  const listed: string[] = [];
  model.sheets.forEach((sheet, index) => {
    const number = index + 1;
    listed.push(
      `<sheet name="${escape(sheet.name)}" sheetId="${number}" r:id="rId${number}"${sheet.visibility === 'visible' ? '' : ' state="hidden"'}/>`,
    );
    relationships.push(`<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`);
    put(`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, font));
    const comments = commentsXml(sheet);
    if (comments === null) return;
    put(`xl/comments${number}.xml`, comments);
    put(
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/comments" Target="../comments${number}.xml"/></Relationships>`,
    );
  });
  relationships.push(`<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/>`);
  put(
    'xl/styles.xml',
    `${head}<styleSheet xmlns="${main}"><fonts count="1"><font><name val="${escape(font)}"/></font></fonts><cellXfs count="1"><xf fontId="0"/></cellXfs></styleSheet>`,
  );
  put('xl/workbook.xml', `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets></workbook>`);
  put('xl/_rels/workbook.xml.rels', `${head}<Relationships xmlns="${packages}/relationships">${relationships.join('')}</Relationships>`);
  put(
    '_rels/.rels',
    `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  put(
    '[Content_Types].xml',
    `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  );
  return zipSync(parts, { level: 1 });
}
