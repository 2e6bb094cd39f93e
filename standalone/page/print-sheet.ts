import type { BorderStyle, CellStyle, DesignCell, SheetDesign } from '../../core/summary/design';
import { printableChart } from './print-chart';

const lines: Readonly<Record<BorderStyle, string>> = {
  none: 'none',
  thin: '1px solid #000',
  medium: '2px solid #000',
  dotted: '1px dotted #000',
};

function dress(cell: HTMLElement, style: CellStyle): void {
  const set = (name: string, value: string): void => cell.style.setProperty(name, value);
  set('font-size', `${style.size * 0.86}pt`);
  if (style.bold) set('font-weight', '700');
  if (style.italic) set('font-style', 'italic');
  if (style.underline) set('text-decoration', 'underline');
  set('color', `#${style.colour}`);
  if (style.fill !== null) set('background-color', `#${style.fill}`);
  for (const side of ['top', 'right', 'bottom', 'left'] as const) set(`border-${side}`, lines[style.borders[side]]);
  set('text-align', style.horizontal);
  set('vertical-align', style.vertical === 'center' ? 'middle' : style.vertical);
  set('white-space', style.wrap ? 'pre-wrap' : 'pre');
}

function words(cell: DesignCell): string {
  if (cell.value === null) return '';
  return typeof cell.value === 'number' ? String(cell.value).replace('.', ',') : cell.value;
}

function columnGroup(design: SheetDesign): HTMLElement {
  const columns = document.createElement('colgroup');
  const all = design.columns.reduce((sum, column) => sum + column.width, 0);
  for (const { width } of design.columns) {
    const column = document.createElement('col');
    column.style.setProperty('width', `${(width / all) * 100}%`);
    columns.append(column);
  }
  return columns;
}

/**
 * A sheet of ours as it goes to paper: what stands above its table, then the table with its heading on every page. The stamp, which is for
 * machines, is left out.
 */
export function printableSheet(design: SheetDesign): HTMLElement {
  const cells = new Map(design.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const spans = new Map(design.merges.map((merge) => [`${merge.top} ${merge.left}`, merge]));
  const covered = new Set<string>();
  for (const merge of design.merges) {
    for (let row = merge.top; row <= merge.bottom; row++) {
      for (let column = merge.left; column <= merge.right; column++) {
        if (row !== merge.top || column !== merge.left) covered.add(`${row} ${column}`);
      }
    }
  }

  function drawCell(row: number, column: number): HTMLElement {
    const cell = document.createElement('td');
    const merge = spans.get(`${row} ${column}`);
    if (merge !== undefined) {
      cell.colSpan = merge.right - merge.left + 1;
      cell.rowSpan = merge.bottom - merge.top + 1;
    }
    const designed = cells.get(`${row} ${column}`);
    if (designed !== undefined) {
      dress(cell, designed.style);
      cell.textContent = words(designed);
    }
    return cell;
  }

  function drawRow(row: number): HTMLElement | null {
    const { chart } = design;
    const line = document.createElement('tr');
    if (row === design.stampCell.row) return null;
    if (chart !== null && row >= chart.anchor.top && row <= chart.anchor.bottom) {
      if (row !== chart.anchor.top) return null;
      const cell = document.createElement('td');
      cell.colSpan = design.columns.length;
      cell.append(printableChart(design, chart));
      line.append(cell);
      return line;
    }
    design.columns.forEach((_, column) => {
      if (!covered.has(`${row} ${column}`)) line.append(drawCell(row, column));
      if (cells.get(`${row} ${column}`)?.style.name === 'section') line.className = 'print-heading';
    });
    return line;
  }

  function table(first: number, last: number, heading: readonly [first: number, last: number] | null): HTMLElement {
    const rows = (from: number, to: number): HTMLElement[] =>
      Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => drawRow(from + index)).filter(
        (row): row is HTMLElement => row !== null,
      );
    const element = document.createElement('table');
    element.className = 'print-table';
    const head = document.createElement('thead');
    const body = document.createElement('tbody');
    if (heading !== null) head.append(...rows(heading[0], heading[1]));
    body.append(...rows(first, last));
    element.append(columnGroup(design), head, body);
    return element;
  }

  const sheet = document.createElement('div');
  const last = design.rows.length - 1;
  const repeat = design.print.repeatRows;
  if (repeat === null) sheet.append(table(0, last, null));
  else sheet.append(table(0, repeat[0] - 1, null), table(repeat[1] + 1, last, repeat));
  return sheet;
}
