import type { CellValue, Sheet, Workbook } from '../../core/workbook/workbook';
import type { Cell } from '../../core/workbook/workbook';
import { formatReference, parseAddress } from '../../core/workbook/references';
import type { SourceCell, TemplateItem } from '../../core/template/template';

/** What a test writes for one cell: a bare value, or a value with its format and formula. */
export type Written = CellValue | null | { readonly value: CellValue | null; readonly format?: string; readonly formula?: string };

function isDetailed(
  written: Written,
): written is { readonly value: CellValue | null; readonly format?: string; readonly formula?: string } {
  return typeof written === 'object' && written !== null && 'value' in written;
}

/** A cell at an address (`E9`) of a sheet, as a host's snapshot holds it; null for a blank one. */
export function writtenCell(address: string, written: Written): Cell | null {
  const place = parseAddress(address);
  if (!place) throw new Error(`no address: ${address}`);
  if (written === null) return null;
  if (!isDetailed(written)) return { ...place, value: written };
  const { value, format, formula } = written;
  return { ...place, value, ...(format === undefined ? {} : { format }), ...(formula === undefined ? {} : { formula }) };
}

/** A source cell as recognition gives it. */
export function sourceCell(address: string, written: Written, sheet = 'Chấm điểm'): SourceCell {
  const place = parseAddress(address);
  if (!place) throw new Error(`no address: ${address}`);
  const location = { sheet, ...place };
  const cell = writtenCell(address, written);
  const value = cell?.value ?? null;
  const text = value === null ? '' : typeof value === 'object' ? value.error : String(value);
  return { location, reference: formatReference(location), text, cell };
}

/** A workbook of sheets written as address → cell. */
export function writtenWorkbook(sheets: Readonly<Record<string, Readonly<Record<string, Written>>>>): Workbook {
  const made = Object.keys(sheets).map((name): Sheet => {
    const cells: Cell[] = [];
    for (const [address, written] of Object.entries(sheets[name] ?? {})) {
      const cell = writtenCell(address, written);
      if (cell) cells.push(cell);
    }
    cells.sort((a, b) => a.row - b.row || a.column - b.column);
    return { name, hidden: false, cells, merges: [], hiddenRows: [], hiddenColumns: [] };
  });
  return { file: null, defaultFont: null, sheets: made };
}

/** A template item with only the given cells. */
export function templateItem(parts: Partial<TemplateItem> = {}): TemplateItem {
  return {
    number: '1.1',
    shownNumber: null,
    label: 'Nội dung',
    labelCell: sourceCell('B9', 'Nội dung'),
    maximum: null,
    rubric: [],
    result: null,
    numerator: null,
    denominator: null,
    rate: null,
    previous: null,
    quarters: [],
    selfScore: null,
    pointsOff: null,
    evidence: null,
    note: null,
    ...parts,
  };
}
