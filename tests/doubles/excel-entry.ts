import type { ModelCell } from './workbook-model';
import { WireError } from './excel-object';

/**
 * What Excel makes of a value that is written into a cell: a leading apostrophe marks text, a format of `@` keeps it, everything else that looks like
 * a number, a date, a truth value or a formula in any regional setting becomes one. A formula is refused: nothing of ours is one.
 */
export function parseEntry(value: unknown, format: string | undefined): Partial<ModelCell> {
  if (value === '') return { value: null };
  if (typeof value === 'number' || typeof value === 'boolean') return { value };
  if (typeof value !== 'string') throw new WireError('InvalidArgument', 'cell value');
  if (value.length > 32767) throw new WireError('InvalidArgument', 'The text is too long.');
  if (value.charAt(0) === "'") return { value: value.slice(1), quotePrefix: true };
  if (format === '@') return { value };
  if (/^[=+\-@]/.test(value)) throw new WireError('InvalidArgument', `would be a formula: ${value.slice(0, 40)}`);
  const text = value.trim();
  if (/^(true|false|đúng|sai)$/i.test(text)) return { value: /^(true|đúng)$/i.test(text) };
  if (/^\(?[$€₫]?\s*\d[\d.,\s]*%?\s*[₫đ]?\)?$/.test(text) || /^\d+([.,]\d+)?e[+-]?\d+$/i.test(text))
    return { value: Number(text.replace(/[^\d]/g, '')) };
  if (/^\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?$/.test(text) || /^\d{1,2}:\d{2}(:\d{2})?$/.test(text)) return { value: 1 };
  if (/^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(text)) return { value: { error: text } };
  return { value };
}
