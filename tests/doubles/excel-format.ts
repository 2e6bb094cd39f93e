import type { BorderStyle } from '../../core/summary/design';
import type { CellRange } from '../../core/workbook/workbook';
import { denied, ExcelObject, invalid } from './excel-object';
import type { ExcelHost } from './excel-object';
import { placeKey } from './workbook-model';
import type { CellLook, ModelCell, ModelSheet } from './workbook-model';

/** A look over one or several areas. */
abstract class Look extends ExcelObject {
  constructor(
    host: ExcelHost,
    readonly sheet: ModelSheet,
    readonly areas: readonly CellRange[],
  ) {
    super(host);
  }

  protected each(change: (cell: ModelCell, row: number, column: number, area: CellRange) => void): void {
    if (this.sheet.protected || this.host.model.readOnly) throw denied();
    for (const area of this.areas) {
      if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > 200000) throw invalid('a look for a large range');
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++) {
          const key = placeKey(row, column);
          const cell = this.sheet.cells.get(key) ?? { value: null };
          change(cell, row, column, area);
          this.sheet.cells.set(key, cell);
        }
      }
    }
  }

  protected look(part: CellLook): void {
    this.each((cell) => {
      cell.look = { ...cell.look, ...part };
    });
  }

  /** What all filled cells of the areas have in common, null where they differ. */
  protected common<Value>(read: (cell: ModelCell) => Value, blank: Value): Value | null {
    const found = new Set<Value>();
    let cells = 0;
    let room = 0;
    for (const area of this.areas) {
      room += (area.bottom - area.top + 1) * (area.right - area.left + 1);
      for (const [key, cell] of this.sheet.cells) {
        const [row, column] = key.split(',').map(Number) as [number, number];
        if (row < area.top || row > area.bottom || column < area.left || column > area.right) continue;
        found.add(read(cell));
        cells++;
      }
    }
    if (cells < room) found.add(blank);
    return found.size === 1 ? (Array.from(found)[0] as Value) : null;
  }
}

const colour = (value: unknown): string => {
  const match = /^#([0-9A-Fa-f]{6})$/.exec(String(value));
  if (!match) throw invalid(`colour ${String(value)}`);
  return (match[1] as string).toUpperCase();
};

const horizontals: Readonly<Record<string, CellLook['horizontal']>> = { Left: 'left', Center: 'center', Right: 'right' };
const verticals: Readonly<Record<string, CellLook['vertical']>> = { Top: 'top', Center: 'center', Bottom: 'bottom' };

export class RangeFormat extends Look {
  readonly type = 'RangeFormat';
  get Font(): RangeFont {
    return new RangeFont(this.host, this.sheet, this.areas);
  }
  get Fill(): RangeFill {
    return new RangeFill(this.host, this.sheet, this.areas);
  }
  get Borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.host, this.sheet, this.areas);
  }
  set HorizontalAlignment(value: string) {
    const horizontal = horizontals[value];
    if (!horizontal) throw invalid('alignment');
    this.look({ horizontal });
  }
  set VerticalAlignment(value: string) {
    const vertical = verticals[value];
    if (!vertical) throw invalid('alignment');
    this.look({ vertical });
  }
  set WrapText(wrap: boolean) {
    this.look({ wrap });
  }
}

export class RangeFont extends Look {
  readonly type = 'RangeFont';
  private get normal(): string {
    return this.host.model.defaultFont ?? 'Calibri';
  }
  get Name(): string | null {
    return this.common((cell) => {
      const font = cell.font ?? this.normal;
      const others = new Set(cell.runs?.map((run) => run.font ?? font));
      return others.size > 1 ? null : (Array.from(others)[0] ?? font);
    }, this.normal);
  }
  set Name(name: string | null) {
    this.each((cell) => {
      if (name === this.normal) delete cell.font;
      else cell.font = name as string;
      delete cell.runs;
    });
  }
  get Strikethrough(): boolean | null {
    return this.common((cell) => {
      const struck = new Set(cell.runs?.map((run) => run.struck) ?? [cell.struck === true]);
      return struck.size > 1 ? null : (Array.from(struck)[0] as boolean);
    }, false);
  }
  set Size(size: number) {
    this.look({ size });
  }
  set Bold(bold: boolean) {
    this.look({ bold });
  }
  set Italic(italic: boolean) {
    this.look({ italic });
  }
  set Underline(underline: string) {
    if (underline !== 'None' && underline !== 'Single') throw invalid('underline');
    this.look({ underline: underline === 'Single' });
  }
  set Color(value: unknown) {
    this.look({ colour: colour(value) });
  }
}

export class RangeFill extends Look {
  readonly type = 'RangeFill';
  set Color(value: unknown) {
    this.look({ fill: colour(value) });
  }
}

const edges = ['EdgeTop', 'EdgeRight', 'EdgeBottom', 'EdgeLeft', 'InsideHorizontal', 'InsideVertical'];

export class RangeBorderCollection extends Look {
  readonly type = 'RangeBorderCollection';
  override itemAt(key: unknown): ExcelObject {
    if (!edges.includes(String(key))) throw invalid(`border ${String(key)}`);
    return new RangeBorder(this.host, this.sheet, this.areas, String(key));
  }
}

export class RangeBorder extends Look {
  readonly type = 'RangeBorder';
  constructor(
    host: ExcelHost,
    sheet: ModelSheet,
    areas: readonly CellRange[],
    readonly edge: string,
  ) {
    super(host, sheet, areas);
  }
  private put(line: (before: BorderStyle) => BorderStyle): void {
    this.each((cell, row, column, area) => {
      const before = cell.look?.borders ?? { top: 'none', right: 'none', bottom: 'none', left: 'none' };
      const borders = { ...before };
      const at = (side: keyof typeof borders, here: boolean): void => {
        if (here) borders[side] = line(before[side]);
      };
      at('top', this.edge === 'EdgeTop' ? row === area.top : this.edge === 'InsideHorizontal' && row > area.top);
      at('bottom', this.edge === 'EdgeBottom' ? row === area.bottom : this.edge === 'InsideHorizontal' && row < area.bottom);
      at('left', this.edge === 'EdgeLeft' ? column === area.left : this.edge === 'InsideVertical' && column > area.left);
      at('right', this.edge === 'EdgeRight' ? column === area.right : this.edge === 'InsideVertical' && column < area.right);
      cell.look = { ...cell.look, borders };
    });
  }
  set Style(style: string) {
    if (style !== 'Continuous' && style !== 'Dot') throw invalid(`border style ${style}`);
    this.put(() => (style === 'Dot' ? 'dotted' : 'thin'));
  }
  set Weight(weight: string) {
    if (weight !== 'Thin' && weight !== 'Medium') throw invalid('border weight');
    this.put((before) => (before === 'dotted' ? before : weight === 'Medium' ? 'medium' : 'thin'));
  }
  set Color(value: unknown) {
    if (colour(value) !== '000000') throw invalid('border colour');
  }
}
