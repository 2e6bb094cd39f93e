import type { CellRange, Sheet, Workbook } from '../workbook/workbook';
import { isCellError, type Cell } from '../workbook/workbook';
import { formatReference } from '../workbook/references';
import type { SourceCell } from '../template/template';
import { decodeCellText } from '../text/decode';
import { collapse } from '../text/fold';
import { add, compare, divide, fraction, fromNumberOrNull, multiply, parseDecimal, subtract, type Fraction } from '../text/fractions';
import { readSingleNumber, type NumberConvention } from '../text/numbers';
import { parseFormula, type FormulaNode, type FormulaReference } from './formula-syntax';
import { rememberedFormulas } from './remembered-formulas';

/** A part of a formula with the cells it rests on. `value` is null where one of them is blank, an error or no number. */
export interface FormulaTerm {
  readonly value: Fraction | null;
  readonly cells: readonly SourceCell[];
}

/** What a formula computes, as far as its source cells give it exactly. `factor` is what the quotient is multiplied by (1, 100, 1000 …). */
export type FormulaMeaning =
  | { readonly type: 'value'; readonly term: FormulaTerm }
  | { readonly type: 'ratio'; readonly numerator: FormulaTerm; readonly denominator: FormulaTerm; readonly factor: Fraction }
  /** (a − b) / a and its relatives: `base` is divided by, `positiveMeansFall` tells the sign. */
  | {
      readonly type: 'change';
      readonly base: FormulaTerm;
      readonly other: FormulaTerm;
      readonly factor: Fraction;
      readonly positiveMeansFall: boolean;
    };

interface Trail {
  readonly workbook: Workbook;
  readonly convention: NumberConvention;
  readonly sheet: string;
  readonly depth: number;
  /** What was followed on the way, by depth, reference and text: formulas that lead to each other many times over are followed once. */
  readonly followed: Map<string, FormulaMeaning | null>;
}

const DEEPEST = 8;
const ONE = fraction(1);

function findCell(sheet: Sheet, row: number, column: number): Cell | null {
  let low = 0;
  let high = sheet.cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = sheet.cells[middle] as Cell;
    const order = cell.row - row || cell.column - column;
    if (order === 0) return cell;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** The cell at a place as it reads, blank where there is none; null where the workbook has no such sheet. For a merged area its top-left cell. */
export function sourceAt(workbook: Workbook, sheetName: string, row: number, column: number): SourceCell | null {
  const sheet =
    workbook.sheets.find((each) => each.name === sheetName) ??
    workbook.sheets.find((each) => each.name.toLowerCase() === sheetName.toLowerCase());
  if (!sheet) return null;
  const holds = (range: CellRange): boolean => range.top <= row && row <= range.bottom && range.left <= column && column <= range.right;
  const merge = sheet.merges.find(holds);
  const location = { sheet: sheet.name, row: merge ? merge.top : row, column: merge ? merge.left : column };
  const cell = findCell(sheet, location.row, location.column);
  const text = cell && cell.value !== null ? collapse(decodeCellText(cell, workbook.defaultFont).text) : '';
  return { location, reference: formatReference(location), text, cell };
}

function numberOf(cell: SourceCell, trail: Trail): Fraction | null {
  const value = cell.cell?.value;
  if (cell.cell?.formula !== undefined && trail.depth < DEEPEST) {
    const meaning = follow(cell, { ...trail, sheet: cell.location.sheet, depth: trail.depth + 1 });
    const exact = meaning ? meaningValue(meaning) : null;
    if (exact && !isCellError(value)) return exact;
  }
  if (typeof value === 'number') return fromNumberOrNull(value);
  if (typeof value !== 'string') return null;
  const single = readSingleNumber(cell.text, trail.convention);
  return single && single.readings.length === 1 && single.per === null ? (single.readings[0] ?? null) : null;
}

/** The exact value that a formula comes to, null where a part is missing. */
export function meaningValue(meaning: FormulaMeaning): Fraction | null {
  if (meaning.type === 'value') return meaning.term.value;
  if (meaning.type === 'ratio') {
    const { numerator, denominator, factor } = meaning;
    const quotient = numerator.value && denominator.value ? divide(numerator.value, denominator.value) : null;
    return quotient ? multiply(quotient, factor) : null;
  }
  const { base, other, factor, positiveMeansFall } = meaning;
  const difference =
    base.value && other.value ? (positiveMeansFall ? subtract(base.value, other.value) : subtract(other.value, base.value)) : null;
  const quotient = difference && base.value ? divide(difference, base.value) : null;
  return quotient ? multiply(quotient, factor) : null;
}

function combine(left: FormulaTerm, right: FormulaTerm, by: (a: Fraction, b: Fraction) => Fraction | null): FormulaTerm {
  return { value: left.value && right.value ? by(left.value, right.value) : null, cells: [...left.cells, ...right.cells] };
}

function referenced(reference: FormulaReference, trail: Trail): SourceCell | null {
  return sourceAt(trail.workbook, reference.sheet ?? trail.sheet, reference.row, reference.column);
}

function sumTerm(parts: readonly (FormulaNode | null)[], trail: Trail): FormulaTerm | null {
  let total: Fraction | null = fraction(0);
  const cells: SourceCell[] = [];
  for (const part of parts) {
    if (part === null) continue;
    if (part.type !== 'range') {
      const single: FormulaTerm | null = term(part, trail);
      if (!single) return null;
      cells.push(...single.cells);
      total = total && single.value ? add(total, single.value) : null;
      continue;
    }
    const rows = part.to.row - part.from.row + 1;
    const columns = part.to.column - part.from.column + 1;
    if (rows < 1 || columns < 1 || rows * columns > 500) return null;
    for (let row = part.from.row; row <= part.to.row; row += 1) {
      for (let column = part.from.column; column <= part.to.column; column += 1) {
        const cell = referenced({ sheet: part.from.sheet, row, column }, trail);
        // SUM leaves out blanks and texts; an error in the range is one of the whole sum.
        if (!cell || isCellError(cell.cell?.value)) return null;
        if (typeof cell.cell?.value !== 'number') continue;
        const value = numberOf(cell, trail);
        cells.push(cell);
        total = total && value ? add(total, value) : null;
      }
    }
  }
  return { value: total, cells };
}

/** A part as one exact number; null where it uses something that is not followed. */
function term(node: FormulaNode, trail: Trail): FormulaTerm | null {
  if (node.type === 'number') {
    try {
      return { value: /[eE]/.test(node.digits) ? fromNumberOrNull(Number(node.digits)) : parseDecimal(node.digits), cells: [] };
    } catch {
      return null;
    }
  }
  if (node.type === 'reference') {
    const cell = referenced(node.reference, trail);
    return cell ? { value: numberOf(cell, trail), cells: [cell] } : null;
  }
  if (node.type === 'negate') {
    const of = term(node.of, trail);
    return of ? { value: of.value ? multiply(of.value, fraction(-1)) : null, cells: of.cells } : null;
  }
  if (node.type === 'call' && node.name === 'SUM') return sumTerm(node.parts, trail);
  if (node.type === 'call') {
    const inner = unwrap(node, trail);
    return inner && inner !== node ? term(inner, trail) : null;
  }
  if (node.type !== 'operation') return null;
  const by =
    node.operator === '+'
      ? add
      : node.operator === '-'
        ? subtract
        : node.operator === '*'
          ? multiply
          : node.operator === '/'
            ? divide
            : null;
  if (!by) return null;
  const left = term(node.left, trail);
  const right = term(node.right, trail);
  return left && right ? combine(left, right, by) : null;
}

function conditionHolds(node: FormulaNode, trail: Trail): boolean | null {
  if (node.type !== 'operation') return null;
  const left = node.left.type === 'text' ? node.left.text : term(node.left, trail);
  const right = node.right.type === 'text' ? node.right.text : term(node.right, trail);
  if (left === null || right === null) return null;
  if (typeof left === 'string' || typeof right === 'string') {
    // Only the usual test for a blank, `E5=""`, is followed.
    const word = typeof left === 'string' ? left : right;
    const cells = typeof left === 'string' ? (typeof right === 'string' ? [] : right.cells) : left.cells;
    const cell = cells[0];
    if (word !== '' || cells.length !== 1 || !cell) return null;
    const blank = cell.cell === null || cell.cell.value === null || cell.cell.value === '';
    return node.operator === '=' ? blank : node.operator === '<>' ? !blank : null;
  }
  // A blank counts as 0 in a comparison, a text or an error does not.
  const known = (side: FormulaTerm): Fraction | null =>
    side.value ?? (side.cells.every((cell) => cell.cell === null || cell.cell.value === null) ? fraction(0) : null);
  const [a, b] = [known(left), known(right)];
  if (!a || !b) return null;
  const order = compare(a, b);
  switch (node.operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    default:
      return null;
  }
}

/** Rounding and error guards hide the exact value: what they wrap is what counts. */
function unwrap(node: FormulaNode, trail: Trail): FormulaNode | null {
  if (node.type !== 'call') return node;
  const first = node.parts[0] ?? null;
  if (['IFERROR', 'IFNA', 'ROUND', 'ROUNDUP', 'ROUNDDOWN', 'TRUNC', 'N', 'VALUE'].includes(node.name)) return first && unwrap(first, trail);
  if (node.name === 'IF' && first) {
    const holds = conditionHolds(first, trail);
    const branch = holds === null ? null : (node.parts[holds ? 1 : 2] ?? null);
    return branch && unwrap(branch, trail);
  }
  return node.name === 'SUM' ? node : null;
}

function sameNode(a: FormulaNode, b: FormulaNode): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

interface Product {
  readonly above: FormulaNode[];
  readonly below: FormulaNode[];
}

function factorsOf(node: FormulaNode, trail: Trail, inverse: boolean, product: Product): boolean {
  const inner = unwrap(node, trail);
  if (!inner) return false;
  if (inner.type === 'operation' && (inner.operator === '*' || inner.operator === '/')) {
    return (
      factorsOf(inner.left, trail, inverse, product) && factorsOf(inner.right, trail, inner.operator === '/' ? !inverse : inverse, product)
    );
  }
  (inverse ? product.below : product.above).push(inner);
  return true;
}

function constantOf(node: FormulaNode, trail: Trail): Fraction | null {
  const read = term(node, trail);
  return read && read.cells.length === 0 ? read.value : null;
}

function changeOf(node: FormulaNode, base: FormulaNode, trail: Trail): { other: FormulaNode; positiveMeansFall: boolean } | null {
  const inner = unwrap(node, trail);
  if (inner?.type !== 'operation' || inner.operator !== '-') return null;
  if (sameNode(inner.left, base)) return { other: inner.right, positiveMeansFall: true };
  if (sameNode(inner.right, base)) return { other: inner.left, positiveMeansFall: false };
  return null;
}

function follow(cell: SourceCell, trail: Trail): FormulaMeaning | null {
  const formula = cell.cell?.formula;
  if (formula === undefined || trail.depth > DEEPEST) return null;
  const key = `${trail.depth} ${cell.reference} ${formula}`;
  const known = trail.followed.get(key);
  if (known !== undefined) return known;
  const parsed = parseFormula(formula);
  const node = parsed && unwrap(parsed, trail);
  const meaning = node ? followNode(node, trail) : null;
  trail.followed.set(key, meaning);
  return meaning;
}

/** `=972/977*100`: the officer typed the fraction itself. */
function typedFraction(product: Product, trail: Trail): FormulaMeaning | null {
  const above = product.above.map((node) => constantOf(node, trail));
  const [below, ...more] = product.below.map((node) => constantOf(node, trail));
  const [numerator, factor, ...others] = above;
  if (!numerator || !below || more.length > 0 || others.length > 0 || (above.length > 1 && !factor)) return null;
  return { type: 'ratio', numerator: { value: numerator, cells: [] }, denominator: { value: below, cells: [] }, factor: factor ?? ONE };
}

function followNode(node: FormulaNode, trail: Trail): FormulaMeaning | null {
  // A plain reference means what the cell it points to means.
  if (node.type === 'reference') {
    const target = referenced(node.reference, trail);
    if (!target) return null;
    const further =
      target.cell?.formula !== undefined ? follow(target, { ...trail, sheet: target.location.sheet, depth: trail.depth + 1 }) : null;
    return further ?? { type: 'value', term: { value: numberOf(target, trail), cells: [target] } };
  }
  // B/A − 1 and 1 − B/A compare with A.
  if (node.type === 'operation' && node.operator === '-') {
    const quotient = [node.left, node.right]
      .map((side) => unwrap(side, trail))
      .find((side) => side?.type === 'operation' && side.operator === '/');
    const one = quotient && constantOf(quotient === unwrap(node.left, trail) ? node.right : node.left, trail);
    if (quotient?.type === 'operation' && one && compare(one, ONE) === 0) {
      const base = term(quotient.right, trail);
      const other = term(quotient.left, trail);
      if (base && other && base.cells.length > 0 && other.cells.length > 0) {
        return { type: 'change', base, other, factor: ONE, positiveMeansFall: quotient === unwrap(node.right, trail) };
      }
    }
  }
  const product: Product = { above: [], below: [] };
  if (!factorsOf(node, trail, false, product)) return null;
  const typed = typedFraction(product, trail);
  if (typed) return typed;
  let factor: Fraction | null = ONE;
  const above: FormulaNode[] = [];
  const below: FormulaNode[] = [];
  for (const [list, kept, by] of [
    [product.above, above, multiply],
    [product.below, below, divide],
  ] as const) {
    for (const each of list) {
      const constant = constantOf(each, trail);
      if (constant) factor = factor ? by(factor, constant) : null;
      else kept.push(each);
    }
  }
  const [top] = above;
  const [bottom] = below;
  if (factor && top && bottom && above.length === 1 && below.length === 1) {
    const change = changeOf(top, bottom, trail);
    const base = term(bottom, trail);
    const other = change ? term(change.other, trail) : null;
    if (change && base && other) return { type: 'change', base, other, factor, positiveMeansFall: change.positiveMeansFall };
    const nested = top.type === 'operation' && top.operator === '-' ? followNode(top, trail) : null;
    const numerator = nested?.type === 'change' ? null : term(top, trail);
    if (numerator && base) return { type: 'ratio', numerator, denominator: base, factor };
  }
  if (factor && top && above.length === 1 && below.length === 0 && compare(factor, ONE) !== 0) {
    const scaled = followNode(top, trail);
    const more = scaled && scaled.type !== 'value' ? multiply(scaled.factor, factor) : null;
    if (scaled && scaled.type !== 'value' && more) return { ...scaled, factor: more };
  }
  const whole = term(node, trail);
  return whole ? { type: 'value', term: whole } : null;
}

/**
 * Follows a cell's formula to its source cells: `='Số liệu'!E18/'Số liệu'!E7`, `=F40/E40*100`, `ROUND(A/B*1000,2)`, `IFERROR(…,"")`,
 * `(D23-E23)/D23`, a plain reference, sums. Exact: rounding in the formula is left out. null where the cell has no formula, or one that is
 * not followed; then its cached result is all there is.
 */
export function followFormula(cell: SourceCell, workbook: Workbook, convention: NumberConvention): FormulaMeaning | null {
  return follow(cell, { workbook, convention, sheet: cell.location.sheet, depth: 0, followed: rememberedFormulas(workbook, convention) });
}
