import type { BorderStyle, CellStyle, SheetDesign } from '../../core/summary/design';

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

/**
 * A sheet of ours as a table to be printed: what the stamped workbook would show on paper, without its chart (the figures stand in the table
 * beside it). Rows that the chart covers are left out.
 */
export function printableTable(design: SheetDesign): HTMLTableElement {
  const table = document.createElement('table');
  table.className = 'print-table';
  const columns = document.createElement('colgroup');
  const all = design.columns.reduce((sum, column) => sum + column.width, 0);
  for (const { width } of design.columns) {
    const column = document.createElement('col');
    column.style.setProperty('width', `${(width / all) * 100}%`);
    columns.append(column);
  }
  table.append(columns);
  const cells = new Map(design.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const covered = new Set<string>();
  const spans = new Map(design.merges.map((merge) => [`${merge.top} ${merge.left}`, merge]));
  for (const merge of design.merges) {
    for (let row = merge.top; row <= merge.bottom; row++) {
      for (let column = merge.left; column <= merge.right; column++) {
        if (row !== merge.top || column !== merge.left) covered.add(`${row} ${column}`);
      }
    }
  }
  const body = document.createElement('tbody');
  const head = document.createElement('thead');
  design.rows.forEach((_, row) => {
    const anchor = design.chart?.anchor;
    if (anchor !== undefined && row >= anchor.top && row <= anchor.bottom) return;
    if (row === design.stampCell.row) return;
    const line = document.createElement('tr');
    design.columns.forEach((__, column) => {
      const key = `${row} ${column}`;
      if (covered.has(key)) return;
      const cell = document.createElement('td');
      const merge = spans.get(key);
      if (merge !== undefined) {
        cell.colSpan = merge.right - merge.left + 1;
        cell.rowSpan = merge.bottom - merge.top + 1;
      }
      const designed = cells.get(key);
      if (designed !== undefined) {
        dress(cell, designed.style);
        cell.textContent =
          designed.value === null ? '' : typeof designed.value === 'number' ? String(designed.value).replace('.', ',') : designed.value;
      }
      line.append(cell);
    });
    body.append(line);
  });
  table.append(head, body);
  return table;
}
