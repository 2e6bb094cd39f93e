import type { Confirmed, Mapping, TableMapping, UnitClass } from './assessment';
import type { AssessOptions } from './assess';
import type { NoCaseRule } from './scoring/score-item';
import { columnIndex, MAXIMUM_COLUMNS, MAXIMUM_ROWS } from './workbook/references';

/** What the officer decided, from this run's options and from the confirmed block of our result sheet; an option wins. */
export interface Choices {
  readonly sheet: string | null;
  readonly year: number | null;
  readonly commune: string | null;
  readonly mapping: Mapping | undefined;
  readonly confirmedClass: UnitClass | null;
  readonly noCaseRules: Readonly<Record<string, NoCaseRule>>;
  readonly numberReadings: Readonly<Record<string, string>>;
  /** In the shape of the contract, to be written into the result sheet again. */
  readonly confirmed: readonly Confirmed[];
}

const CLASSES: readonly string[] = ['central-city-ward', 'mountain-island-hardship', 'other'];
const RULES: readonly string[] = ['most', 'zero', 'open'];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRow(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAXIMUM_ROWS;
}

function isColumn(name: string): boolean {
  const index = columnIndex(name);
  return index !== null && index >= 0 && index < MAXIMUM_COLUMNS;
}

function kept(value: unknown, keep: (key: string, value: unknown) => boolean): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  if (isRecord(value)) for (const key of Object.keys(value)) if (keep(key, value[key])) result[key] = value[key];
  return result;
}

function isRowName(key: string): boolean {
  return /^\d{1,7}$/.test(key) && isRow(Number(key));
}

function soundTable(table: Readonly<Record<string, unknown>>): Partial<TableMapping> {
  const result: Record<string, unknown> = { ...table };
  // In a turned table the sheet's columns are the table's rows.
  const [isLine, isCross] = table['transposed'] === true ? [isColumn, isRowName] : [isRowName, isColumn];
  if (result['headerRows'] !== undefined) {
    const rows = Array.isArray(result['headerRows']) ? (result['headerRows'] as readonly unknown[]) : [];
    const most = table['transposed'] === true ? MAXIMUM_COLUMNS : MAXIMUM_ROWS;
    result['headerRows'] = rows.filter((row) => isRow(row) && (row as number) <= most);
  }
  if (result['columns'] !== undefined) result['columns'] = kept(result['columns'], (key, role) => isCross(key) && typeof role === 'string');
  if (result['criterionRows'] !== undefined)
    result['criterionRows'] = kept(result['criterionRows'], (key, number) => isLine(key) && Number.isInteger(number));
  if (result['itemRows'] !== undefined)
    result['itemRows'] = kept(result['itemRows'], (key, number) => isLine(key) && (number === null || typeof number === 'string'));
  return result as Partial<TableMapping>;
}

/**
 * A mapping with everything left out that cannot be meant: places outside a worksheet, values of another kind. It comes from a file, a panel or a
 * result sheet that somebody edited. undefined where it is no mapping at all.
 */
function soundMapping(value: unknown): Mapping | undefined {
  if (!isRecord(value)) return undefined;
  if (value['tables'] === undefined) return value as unknown as Mapping;
  const tables = Array.isArray(value['tables']) ? (value['tables'] as readonly unknown[]) : [];
  return { ...value, tables: tables.filter(isRecord).map(soundTable) } as unknown as Mapping;
}

function parseMapping(text: string): Mapping | undefined {
  try {
    return soundMapping(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** `key=value`, split at the first `=`; a reference may hold one only inside its quoted sheet name, so the last one counts there. */
function parsePair(text: string): readonly [string, string] | null {
  const at = text.startsWith("'") ? text.indexOf('=', text.lastIndexOf('!')) : text.indexOf('=');
  return at < 0 ? null : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * Puts options and confirmed choices together.
 * Codes of the block: `unit-class`, `sheet`, `year`, `commune`, `mapping` (as JSON), `no-case-rule` (`6.2=most`), `number-reading` (`'Trang'!E9=1.234`).
 */
export function choicesOf(options: AssessOptions, block: readonly Confirmed[]): Choices {
  const confirmed: Confirmed[] = [];
  const take = (code: string, option: string | undefined): string | undefined => {
    const stored = block.find((entry) => entry.code === code);
    const value = option !== undefined ? option : stored === undefined ? undefined : stored.value;
    if (value !== undefined) confirmed.push({ code, value, source: option !== undefined ? 'option' : 'summary-sheet' });
    return value;
  };
  const unitClass = take('unit-class', options.unitClass);
  const sheet = take('sheet', options.sheet);
  const year = take('year', options.year === undefined ? undefined : String(options.year));
  const commune = take('commune', options.commune);
  const mapping = take('mapping', options.mapping === undefined ? undefined : JSON.stringify(options.mapping));
  const pairs = (code: string, given: Readonly<Record<string, string>>): Record<string, string> => {
    const result: Record<string, string> = {};
    for (const entry of block) {
      const pair = entry.code === code ? parsePair(entry.value) : null;
      if (pair === null || given[pair[0]] !== undefined) continue;
      result[pair[0]] = pair[1];
      confirmed.push({ code, value: entry.value, source: 'summary-sheet' });
    }
    for (const key of Object.keys(given)) {
      result[key] = given[key] as string;
      confirmed.push({ code, value: `${key}=${given[key] as string}`, source: 'option' });
    }
    return result;
  };
  const rules = pairs('no-case-rule', options.noCaseRules || {});
  const noCaseRules: Record<string, NoCaseRule> = {};
  for (const key of Object.keys(rules)) if (RULES.includes(rules[key] as string)) noCaseRules[key] = rules[key] as NoCaseRule;
  const numberReadings = pairs('number-reading', options.numberReadings || {});
  const parsedYear = year === undefined ? NaN : Number(year);
  return {
    sheet: sheet === undefined ? null : sheet,
    year: Number.isInteger(parsedYear) ? parsedYear : null,
    commune: commune === undefined || commune === '' ? null : commune,
    mapping: mapping === undefined ? undefined : parseMapping(mapping),
    confirmedClass:
      options.unitClass === undefined && unitClass !== undefined && CLASSES.includes(unitClass) ? (unitClass as UnitClass) : null,
    noCaseRules,
    numberReadings,
    confirmed,
  };
}
