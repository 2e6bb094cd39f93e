import type { ChartDesign, ChartSeries, DesignRange, SheetDesign } from '../summary/design';
import { formatAddress, quoteSheetName } from '../workbook/references';
import type { Namespaces } from './write-sheet';
import { escapeAttribute, escapeText } from './write-xml';

/** The anchor of a chart in a drawing. It declares its namespaces itself, so that it fits into any drawing. */
export function writeChartAnchor(chart: ChartDesign, relationshipId: string, shapeId: number, namespaces: Namespaces): string {
  const { anchor } = chart;
  const corner = (name: string, row: number, column: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>60000</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return [
    `<xdr:twoCellAnchor xmlns:xdr="${namespaces.spreadsheetDrawing}" xmlns:a="${namespaces.drawing}" editAs="oneCell">`,
    corner('from', anchor.top, anchor.left),
    corner('to', anchor.bottom + 1, anchor.right + 1).replace('<xdr:colOff>60000', '<xdr:colOff>0'),
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>',
    `<xdr:cNvPr id="${shapeId}" name="${escapeAttribute(chart.name)}" descr="${escapeAttribute(chart.title)}"/><xdr:cNvGraphicFramePr/>`,
    '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>',
    `<a:graphicData uri="${namespaces.chart}">`,
    `<c:chart xmlns:c="${namespaces.chart}" xmlns:r="${namespaces.relationships}" r:id="${escapeAttribute(relationshipId)}"/>`,
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  ].join('');
}

/** The XML of a chart part: upright bars over each other, readable in black and white. `sheet` is the name of the sheet that it stands in. */
export function writeChartXml(design: SheetDesign, chart: ChartDesign, sheet: string, namespaces: Namespaces): string {
  const categories = rangeXml('c:cat', 'c:strRef', 'c:strCache', chart.categories, sheet, design);
  const series = chart.series
    .map((one, index) => seriesXml(one, index, categories, sheet, design, index === chart.series.length - 1))
    .join('');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<c:chartSpace xmlns:c="${namespaces.chart}" xmlns:a="${namespaces.drawing}" xmlns:r="${namespaces.relationships}">`,
    '<c:roundedCorners val="0"/><c:chart>',
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>${fontXml('a:defRPr', 1200, true)}</a:pPr>`,
    `<a:r>${fontXml('a:rPr', 1200, true)}<a:t>${escapeText(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`,
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
    series,
    '<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="50010001"/><c:axId val="50010002"/></c:barChart>',
    axisXml(
      'c:catAx',
      50010001,
      50010002,
      'b',
      '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/>',
    ),
    axisXml('c:valAx', 50010002, 50010001, 'l', '<c:crossBetween val="between"/>'),
    `</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml(1000)}</c:legend>`,
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="808080"/></a:solidFill></a:ln></c:spPr>',
    textXml(1000),
    '</c:chartSpace>',
  ].join('');
}

function seriesXml(series: ChartSeries, index: number, categories: string, sheet: string, design: SheetDesign, labelled: boolean): string {
  const name = `${quoteSheetName(sheet)}!${series.nameCell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')}`;
  const labels = labelled
    ? `<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(900)}<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
    : '';
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx><c:strRef><c:f>${escapeText(name)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeText(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
    `<c:spPr><a:solidFill><a:srgbClr val="${series.fill}"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="${series.line}"/></a:solidFill></a:ln></c:spPr>`,
    `<c:invertIfNegative val="0"/>${labels}${categories}`,
    rangeXml('c:val', 'c:numRef', 'c:numCache', series.values, sheet, design),
    '</c:ser>',
  ].join('');
}

function rangeXml(role: string, reference: string, cache: string, range: DesignRange, sheet: string, design: SheetDesign): string {
  const corner = (row: number, column: number): string => formatAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  const address = `${quoteSheetName(sheet)}!${corner(range.top, range.left)}:${corner(range.bottom, range.right)}`;
  const points: string[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const cell = design.cells.find((candidate) => candidate.row === row && candidate.column === range.left);
    const value = cell?.value ?? null;
    // A cache of numbers takes nothing else: Excel would call the file damaged.
    if (value !== null && (cache !== 'c:numCache' || typeof value === 'number'))
      points.push(`<c:pt idx="${row - range.top}"><c:v>${escapeText(String(value))}</c:v></c:pt>`);
  }
  const format = cache === 'c:numCache' ? '<c:formatCode>General</c:formatCode>' : '';
  const count = range.bottom - range.top + 1;
  return `<${role}><${reference}><c:f>${escapeText(address)}</c:f><${cache}>${format}<c:ptCount val="${count}"/>${points.join('')}</${cache}></${reference}></${role}>`;
}

function axisXml(tag: string, id: number, other: number, position: string, rest: string): string {
  const line = (colour: string): string => `<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`;
  const grid = tag === 'c:valAx' ? `<c:majorGridlines>${line('D9D9D9')}</c:majorGridlines>` : '';
  return [
    `<${tag}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${tag === 'c:valAx' ? '<c:min val="0"/>' : ''}</c:scaling><c:delete val="0"/>`,
    `<c:axPos val="${position}"/>${grid}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>`,
    `<c:tickLblPos val="nextTo"/>${line('404040')}${textXml(1000)}<c:crossAx val="${other}"/><c:crosses val="autoZero"/>${rest}</${tag}>`,
  ].join('');
}

function textXml(size: number): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${fontXml('a:defRPr', size, false)}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;
}

function fontXml(tag: string, size: number, bold: boolean): string {
  const language = tag === 'a:rPr' ? 'lang="vi-VN" ' : '';
  return `<${tag} ${language}sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="Times New Roman"/><a:cs typeface="Times New Roman"/></${tag}>`;
}
