import type { ChartDesign, DesignRange, SheetDesign } from '../../core/summary/design';

const SPACE = 'http://www.w3.org/2000/svg';
const WIDTH = 1000;
const HEIGHT = 240;
const FOOT = 34;
const HEAD = 26;

type Values = (range: DesignRange) => (string | number | null)[];

function valuesOf(design: SheetDesign): Values {
  const cells = new Map(design.cells.map((cell) => [`${cell.row} ${cell.column}`, cell.value]));
  return (range) => {
    const values: (string | number | null)[] = [];
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) values.push(cells.get(`${row} ${column}`) ?? null);
    }
    return values;
  };
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const element = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

/** The sheet's chart for paper: upright bars by category, the later series in front of the earlier ones, each figure read from the sheet. */
export function printableChart(design: SheetDesign, chart: ChartDesign): SVGElement {
  const values = valuesOf(design);
  const categories = values(chart.categories);
  const series = chart.series.map((each) => ({
    ...each,
    points: values(each.values).map((value) => (typeof value === 'number' ? value : 0)),
  }));
  const most = series.reduce((max, each) => Math.max(max, ...each.points), 1);
  const step = WIDTH / Math.max(1, categories.length);
  const scale = (HEIGHT - FOOT - HEAD) / most;
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'print-chart', role: 'img', 'aria-label': chart.title });
  series.forEach((each, order) => {
    const width = step * (order === 0 ? 0.7 : 0.42);
    svg.append(shape('rect', { x: 10 + order * 200, y: 4, width: 12, height: 12, fill: `#${each.fill}`, stroke: `#${each.line}` }));
    svg.append(shape('text', { x: 28 + order * 200, y: 15, 'font-size': 14 }, each.name));
    each.points.forEach((point, index) => {
      const x = step * (index + 0.5) - width / 2;
      const bar = { x, y: HEIGHT - FOOT - point * scale, width, height: point * scale, fill: `#${each.fill}`, stroke: `#${each.line}` };
      svg.append(shape('rect', bar));
    });
  });
  svg.append(shape('line', { x1: 0, x2: WIDTH, y1: HEIGHT - FOOT, y2: HEIGHT - FOOT, stroke: '#000' }));
  categories.forEach((category, index) => {
    const x = step * (index + 0.5);
    svg.append(shape('text', { x, y: HEIGHT - FOOT + 15, 'font-size': 14, 'text-anchor': 'middle' }, String(category ?? '')));
    const shown = series
      .map((each) => String(each.points[index] ?? 0).replace('.', ','))
      .reverse()
      .join('/');
    svg.append(shape('text', { x, y: HEIGHT - FOOT + 30, 'font-size': 11, 'text-anchor': 'middle' }, shown));
  });
  return svg;
}
