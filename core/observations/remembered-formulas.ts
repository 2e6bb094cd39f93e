import type { NumberConvention } from '../text/numbers';
import type { Workbook } from '../workbook/workbook';
import type { FormulaMeaning } from './follow-formula';

const remembered = new WeakMap<Workbook, WeakMap<NumberConvention, Map<string, FormulaMeaning | null>>>();

/**
 * The formulas of a workbook that were followed already, by depth, reference and text. A snapshot never changes, so that a formula means the same
 * however often its cell is looked at; and formulas that lead to each other many times over are followed once.
 */
export function rememberedFormulas(workbook: Workbook, convention: NumberConvention): Map<string, FormulaMeaning | null> {
  let ofWorkbook = remembered.get(workbook);
  if (ofWorkbook === undefined) remembered.set(workbook, (ofWorkbook = new WeakMap()));
  let formulas = ofWorkbook.get(convention);
  if (formulas === undefined) ofWorkbook.set(convention, (formulas = new Map()));
  return formulas;
}
