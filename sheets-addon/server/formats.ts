/** Locales whose decimal sign is a point; everywhere else Google shows and writes a comma, and `;` between a function's arguments. */
const POINT_LANGUAGES: readonly string[] = ['en', 'zh', 'ja', 'ko', 'th', 'he', 'iw', 'hi', 'bn', 'ta', 'ms', 'fil', 'cy', 'mn'];

/** True where a spreadsheet's locale (`vi_VN`) writes decimals with a comma. */
export function hasDecimalComma(locale: string): boolean {
  const [language = '', region = ''] = locale.split('_');
  return !POINT_LANGUAGES.includes(language) && !(language === 'es' && ['MX', 'GT', 'PE', 'DO', 'US'].includes(region));
}

/** What Google names a number format that nobody chose: `General`, or the code that it shows such numbers with. */
const AUTOMATIC = /^(|general|0\.#+|#,##0\.#+)$/i;

/** A cell's number format as files hold it; undefined for the automatic one. Google's codes are those of .xlsx otherwise. */
export function formatCode(google: string | null): string | undefined {
  return google === null || AUTOMATIC.test(google) ? undefined : google;
}

/** Cuts a formula into quoted parts (texts, sheet names, array literals), which stay as they are, and the rest. */
function pieces(formula: string): { readonly text: string; readonly quoted: boolean }[] {
  const found: { text: string; quoted: boolean }[] = [];
  const pattern = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^{}]*\}/g;
  let at = 0;
  for (let match = pattern.exec(formula); match !== null; match = pattern.exec(formula)) {
    found.push({ text: formula.slice(at, match.index), quoted: false }, { text: match[0], quoted: true });
    at = match.index + match[0].length;
  }
  found.push({ text: formula.slice(at), quoted: false });
  return found;
}

/** A decimal comma stands between digits that belong to no reference and no name: `0,5`, not `A1,2`. */
const DECIMAL_COMMA = /(^|[^\p{L}\p{N}_.$,])(\d+),(\d+)(?![\p{L}\p{N}_.,])/gu;

/**
 * A formula without its `=`, written as files write it: `,` between arguments and a decimal point.
 * Google answers in the spreadsheet's own locale, where a decimal comma goes with `;`.
 */
export function formulaText(formula: string, decimalComma: boolean): string {
  const bare = formula.replace(/^\s*=/, '');
  const parts = pieces(bare);
  const separated = parts.some((part) => !part.quoted && part.text.includes(';'));
  if (!decimalComma) return bare;
  return parts
    .map(({ text, quoted }) => {
      if (quoted) return text;
      const decimals = text.replace(DECIMAL_COMMA, '$1$2.$3');
      return separated ? decimals.replace(/;/g, ',') : decimals;
    })
    .join('');
}
