import { parseAddress } from '../workbook/references';

/** A cell reference inside a formula; `sheet` is null for the formula's own sheet. Rows and columns are zero-based. */
export interface FormulaReference {
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
}

/** A formula's syntax, as far as scoring workbooks use it. */
export type FormulaNode =
  | { readonly type: 'number'; readonly digits: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reference'; readonly reference: FormulaReference }
  | { readonly type: 'range'; readonly from: FormulaReference; readonly to: FormulaReference }
  | { readonly type: 'call'; readonly name: string; readonly parts: readonly (FormulaNode | null)[] }
  | { readonly type: 'operation'; readonly operator: string; readonly left: FormulaNode; readonly right: FormulaNode }
  | { readonly type: 'negate'; readonly of: FormulaNode };

interface Token {
  readonly type: 'number' | 'text' | 'reference' | 'name' | 'operator';
  readonly text: string;
  readonly sheet: string | null;
}

const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const TEXT = /"((?:[^"]|"")*)"/y;
const REFERENCE = /(?:'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}\p{M}_.]*)!)?\$?([A-Za-z]{1,3})\$?(\d{1,7})(?![\p{L}\p{N}_(])/uy;
const NAME = /[\p{L}_\\][\p{L}\p{N}_.]*/uy;
const OPERATOR = /<>|<=|>=|[-+*/^&=<>%(),;:]/y;

function match(pattern: RegExp, formula: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(formula);
}

function tokens(formula: string): Token[] | null {
  const found: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    if (/\s/.test(formula.charAt(at))) {
      at += 1;
      continue;
    }
    const text = match(TEXT, formula, at);
    const reference = text ? null : match(REFERENCE, formula, at);
    const number = text || reference ? null : match(NUMBER, formula, at);
    const name = text || reference || number ? null : match(NAME, formula, at);
    const operator = text || reference || number || name ? null : match(OPERATOR, formula, at);
    const taken = text ?? reference ?? number ?? name ?? operator;
    if (!taken) return null;
    if (text) found.push({ type: 'text', text: (text[1] ?? '').replace(/""/g, '"'), sheet: null });
    else if (reference) {
      // `XFE1` and `A1048577` are names or mistakes: no worksheet has such a cell.
      if (parseAddress(`${reference[3]}${reference[4]}`) === null) return null;
      const sheet = reference[1] !== undefined ? reference[1].replace(/''/g, "'") : (reference[2] ?? null);
      found.push({ type: 'reference', text: `${reference[3]}${reference[4]}`, sheet });
    } else found.push({ type: number ? 'number' : name ? 'name' : 'operator', text: taken[0], sheet: null });
    at += taken[0].length;
  }
  return found;
}

function toReference(token: Token): FormulaReference {
  const letters = token.text.replace(/\d+$/, '').toUpperCase();
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return { sheet: token.sheet, row: Number(token.text.slice(letters.length)) - 1, column: column - 1 };
}

const LEVELS: readonly (readonly string[])[] = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

/**
 * Reads a formula (without its leading `=`) into its syntax, or null where it uses anything beyond numbers, texts, references,
 * ranges, the usual operators and calls: then its cached result is all there is.
 */
export function parseFormula(formula: string): FormulaNode | null {
  if (formula.length > 2000) return null;
  const all = tokens(formula.replace(/^=/, ''));
  if (!all) return null;
  let at = 0;
  let depth = 0;
  const isOperator = (text: string): boolean => all[at]?.type === 'operator' && all[at]?.text === text;

  function level(index: number): FormulaNode | null {
    const operators = LEVELS[index];
    if (!operators) return unary();
    let left = level(index + 1);
    while (left && all && all[at]?.type === 'operator' && operators.includes(all[at]?.text ?? '')) {
      const operator = all[at]?.text ?? '';
      at += 1;
      const right = level(index + 1);
      if (!right) return null;
      left = { type: 'operation', operator, left, right };
    }
    return left;
  }

  function unary(): FormulaNode | null {
    if (isOperator('+')) {
      at += 1;
      return unary();
    }
    if (isOperator('-')) {
      at += 1;
      const of = unary();
      return of ? { type: 'negate', of } : null;
    }
    let node = primary();
    while (node && isOperator('%')) {
      at += 1;
      node = { type: 'operation', operator: '/', left: node, right: { type: 'number', digits: '100' } };
    }
    return node;
  }

  function primary(): FormulaNode | null {
    const token = all?.[at];
    if (!token) return null;
    at += 1;
    if (token.type === 'number') return { type: 'number', digits: token.text };
    if (token.type === 'text') return { type: 'text', text: token.text };
    if (token.type === 'reference') {
      if (!isOperator(':')) return { type: 'reference', reference: toReference(token) };
      at += 1;
      const end = all?.[at];
      if (end?.type !== 'reference') return null;
      at += 1;
      return { type: 'range', from: toReference(token), to: { ...toReference(end), sheet: token.sheet } };
    }
    if (token.type === 'operator' && token.text === '(') return closing(nested());
    if (token.type === 'name' && isOperator('(')) {
      at += 1;
      return call(token.text.toUpperCase().replace(/^_XLFN\./, ''));
    }
    return null;
  }

  function nested(): FormulaNode | null {
    depth += 1;
    const node = depth > 60 ? null : level(0);
    depth -= 1;
    return node;
  }

  function closing(node: FormulaNode | null): FormulaNode | null {
    if (!node || !isOperator(')')) return null;
    at += 1;
    return node;
  }

  function call(name: string): FormulaNode | null {
    const parts: (FormulaNode | null)[] = [];
    if (isOperator(')')) {
      at += 1;
      return { type: 'call', name, parts };
    }
    for (;;) {
      if (isOperator(',') || isOperator(';') || isOperator(')')) parts.push(null);
      else {
        const part = nested();
        if (!part) return null;
        parts.push(part);
      }
      if (isOperator(')')) {
        at += 1;
        return { type: 'call', name, parts };
      }
      if (!isOperator(',') && !isOperator(';')) return null;
      at += 1;
    }
  }

  const node = level(0);
  return at === all.length ? node : null;
}
