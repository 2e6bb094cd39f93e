/** More than this no cell of any host holds; the rest is cut off with an ellipsis. */
const MAXIMUM_LENGTH = 32000;

/** Text made safe for a cell, and whether a host has to be told that it is text. */
export interface ScreenedText {
  readonly text: string;
  /** It begins like a formula (`=`, `+`, `-`, `@`, tab, carriage return): write it with a quote prefix. */
  readonly quotePrefix: boolean;
  /** A host could take it for a number, a date or a truth value: give it the text format `@`. */
  readonly literal: boolean;
}

/**
 * Screens a text that comes from a workbook: control characters and lone surrogates, which no file may hold, are replaced,
 * and what could become a formula, a number or a date is marked so that every writer keeps it as text.
 */
export function screenText(raw: string): ScreenedText {
  const lines = raw.replace(/\r\n?/g, '\n');
  const clean = lines
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, '\ufffd')
    .replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, '$1\ufffd');
  const text = clean.length > MAXIMUM_LENGTH ? `${clean.slice(0, MAXIMUM_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…` : clean;
  const quotePrefix =
    /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20']/.test(text) || /^[\t\n]/.test(raw.slice(0, 1).replace('\r', '\n'));
  return { text, quotePrefix, literal: quotePrefix ? text.length < 200 : looksLikeValue(text) };
}

function looksLikeValue(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 40) return false;
  return (
    /^[\d\s.,:/%()₫$€+\-–eE]+$/.test(trimmed) ||
    /^(true|false|đúng|sai)$/i.test(trimmed) ||
    /^\d{1,2}[-/ ][^\d\s]{3,9}([-/ ]\d{2,4})?$/.test(trimmed)
  );
}
