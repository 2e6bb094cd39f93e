import { readNumberFormat } from '../../core/observations/number-format';
import { decodeCellText, plainNumber } from '../../core/text/decode';
import type { LegacyEncoding } from '../../core/text/decode';
import type { Cell } from '../../core/workbook/workbook';

const GENERAL_DIGITS = 11;

/** `1234567.5` → `1.234.567,5`, with thousands marked only where the format does so. */
function vietnamese(digits: string, grouped: boolean): string {
  const [whole = '', decimals] = digits.split('.');
  const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, '.') : whole;
  return decimals === undefined ? shown : `${shown},${decimals}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A date's serial number (1900 system) as day/month/year, with the hour where the format shows one. */
function dateWords(serial: number, format: string): string {
  // The serials below 61 count from the day before, since the system has a 29 February 1900 that never was.
  const moment = new Date(Date.UTC(1899, 11, 30) + Math.round((serial < 61 ? serial + 1 : serial) * 86400) * 1000);
  if (Number.isNaN(moment.getTime())) return plainNumber(serial);
  const date = `${two(moment.getUTCDate())}/${two(moment.getUTCMonth() + 1)}/${moment.getUTCFullYear()}`;
  const time = `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}`;
  if (!/[dy]/i.test(format)) return /h/i.test(format) ? time : `${two(moment.getUTCMonth() + 1)}/${moment.getUTCFullYear()}`;
  return /h/i.test(format) ? `${date} ${time}` : date;
}

function numberWords(value: number, format: string | undefined): string {
  const shown = readNumberFormat(format);
  if (shown.kind === 'date') return dateWords(value, format ?? '');
  const scaled = shown.kind === 'percent' ? value * 100 : value;
  const digits =
    shown.decimals === null ? plainNumber(Number(scaled.toPrecision(GENERAL_DIGITS))) : scaled.toFixed(Math.min(shown.decimals, 20));
  const grouped = /#,##/.test(format ?? '');
  const sign = { plain: '', percent: '%', 'percent-sign': '%', 'per-mille-sign': '‰', date: '' }[shown.kind];
  return vietnamese(digits, grouped) + sign;
}

/** What a cell shows, near enough to Excel for it to be known again: Vietnamese numbers, dates, legacy fonts decoded. */
export function cellText(cell: Cell, defaultFont: string | null, surroundings: LegacyEncoding | null): string {
  return typeof cell.value === 'number' ? numberWords(cell.value, cell.format) : decodeCellText(cell, defaultFont, surroundings).text;
}
