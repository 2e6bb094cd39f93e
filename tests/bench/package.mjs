// Writes the bench's workbooks as packages, in the shape in which Excel keeps them: shared strings, styles, merges, cached formula results.
import { strToU8, zipSync } from 'fflate';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Looks of a cell: an index of `cellXfs`. */
export const looks = { plain: 0, title: 1, heading: 2, text: 3, number: 4, percent: 5, criterion: 6, points: 7, note: 8 };

const font = (size, extra = '') =>
  `<font>${extra}<sz val="${size}"/><color theme="1"/><name val="Times New Roman"/><family val="1"/></font>`;
const edge = (side) => `<${side} style="thin"><color indexed="64"/></${side}>`;
const look = (format, fontId, fill, border, align) =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${align}" vertical="center" wrapText="1"/></xf>`;
const styles =
  `${header}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>` +
  `<fonts count="4">${font(12)}${font(14, '<b/>')}${font(12, '<b/>')}${font(11, '<i/>')}</fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${look(0, 1, 0, 0, 'center')}${look(0, 2, 2, 1, 'center')}${look(0, 0, 0, 1, 'left')}${look(3, 0, 0, 1, 'right')}${look(164, 0, 0, 1, 'right')}${look(0, 2, 0, 1, 'left')}${look(0, 2, 0, 1, 'center')}${look(0, 3, 0, 0, 'left')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** The letters of a zero-based column below 26. */
export const letter = (column) => String.fromCharCode(65 + column);
export const address = (row, column) => `${letter(column)}${row + 1}`;

function sheetXml(sheet, indexOf) {
  const rows = new Map();
  let right = 0;
  for (const cell of sheet.cells) {
    right = Math.max(right, cell.column);
    if (!rows.has(cell.row)) rows.set(cell.row, new Map());
    rows.get(cell.row).set(cell.column, cell);
  }
  const numbers = Array.from(rows.keys()).sort((one, other) => one - other);
  const cellXml = (row, column, cell) => {
    const place = `<c r="${address(row, column)}"`;
    if (cell === undefined) return `${place} s="${looks.text}"/>`;
    const look = cell.look ?? looks.text;
    const formula = cell.formula === undefined ? '' : `<f>${escape(cell.formula)}</f>`;
    if (cell.value === null) return `${place} s="${look}"/>`;
    if (typeof cell.value === 'number') return `${place} s="${look}">${formula}<v>${cell.value}</v></c>`;
    if (cell.error) return `${place} s="${look}" t="e">${formula}<v>${cell.value}</v></c>`;
    return `${place} s="${look}" t="s"><v>${indexOf(cell.value)}</v></c>`;
  };
  const rowXml = (row) => {
    const cells = rows.get(row);
    // As in the officers' tables, every cell of the table has its frame, the blank ones too.
    const columns =
      row >= sheet.tableTop
        ? Array.from({ length: right + 1 }, (_, column) => column)
        : Array.from(cells.keys()).sort((one, other) => one - other);
    return `<row r="${row + 1}" spans="1:${right + 1}" ht="31.5" customHeight="1">${columns.map((column) => cellXml(row, column, cells.get(column))).join('')}</row>`;
  };
  const last = numbers[numbers.length - 1] ?? 0;
  const merges = sheet.merges
    .map(([top, left, bottom, end]) => `<mergeCell ref="${address(top, left)}:${address(bottom, end)}"/>`)
    .join('');
  const validation =
    sheet.validated === undefined
      ? ''
      : `<dataValidations count="1"><dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" sqref="${sheet.validated}"><formula1>0</formula1></dataValidation></dataValidations>`;
  return (
    `${header}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${address(last, right)}"/>` +
    '<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15.75"/>' +
    `<cols>${Array.from({ length: right + 1 }, (_, column) => `<col min="${column + 1}" max="${column + 1}" width="${column === 1 ? 48 : 14}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${numbers.map(rowXml).join('')}</sheetData>${merges === '' ? '' : `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`}${validation}` +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  );
}

/** The bytes of an .xlsx with these sheets: `{ name, cells: [{ row, column, value, formula?, look?, error? }], merges, tableTop, validated? }`. */
export function packWorkbook(sheets) {
  const strings = new Map();
  let uses = 0;
  const indexOf = (text) => {
    uses += 1;
    if (!strings.has(text)) strings.set(text, strings.size);
    return strings.get(text);
  };
  const parts = sheets.map((sheet) => sheetXml(sheet, indexOf));
  const relationship = (id, type, target) => `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relationships = (list) => `${header}<Relationships xmlns="${packages}/relationships">${list}</Relationships>`;
  const override = (part, kind) => `<Override PartName="/xl/${part}.xml" ContentType="${kinds}.${kind}+xml"/>`;
  const files = {
    '[Content_Types].xml': `${header}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${parts.map((_, index) => override(`worksheets/sheet${index + 1}`, 'worksheet')).join('')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}</Types>`,
    '_rels/.rels': relationships(relationship(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${header}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.map((sheet, index) => `<sheet name="${escape(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets><calcPr calcId="191029"/></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      sheets.map((_, index) => relationship(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('') +
        relationship(sheets.length + 1, 'styles', 'styles.xml') +
        relationship(sheets.length + 2, 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': `${header}<sst xmlns="${main}" count="${uses}" uniqueCount="${strings.size}">${Array.from(strings.keys(), (text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
  };
  parts.forEach((xml, index) => (files[`xl/worksheets/sheet${index + 1}.xml`] = xml));
  return zipSync(
    Object.entries(files).reduce((all, [name, text]) => ({ ...all, [name]: strToU8(text) }), {}),
    { level: 6, mtime: '2024-12-01' },
  );
}
