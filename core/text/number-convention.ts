import type { NumberConvention } from './number-tokens';

const TOKENS = /\d+(?:[.,]\d+)+/g;

/** What one text says about its separators, as weights for a decimal comma and a decimal point. */
interface Evidence {
  comma: number;
  point: number;
}

/** `12.5` at the start of a text may be an item's number: kept until all texts are known. */
interface Doubtful {
  readonly chapter: number;
  readonly section: number;
}

function weigh(text: string, evidence: Evidence, doubtful: Doubtful[]): void {
  TOKENS.lastIndex = 0;
  for (let match = TOKENS.exec(text); match !== null; match = TOKENS.exec(text)) {
    const raw = match[0];
    const separators = raw.replace(/\d/g, '');
    const groups = raw.split(/[.,]/);
    const thousands = groups.every((group, index) => (index === 0 ? /^[1-9]\d{0,2}$/.test(group) : group.length === 3));
    const after = text.slice(match.index + raw.length, match.index + raw.length + 12);
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const decide = (decimal: string): void => {
      if (decimal === ',') evidence.comma += 1;
      else evidence.point += 1;
    };
    if (separators.length > 1) {
      const last = separators.charAt(separators.length - 1);
      const sameBefore = separators
        .slice(0, -1)
        .split('')
        .every((separator) => separator === separators.charAt(0));
      const lead = groups.slice(0, -1);
      if (separators.charAt(0) === last) {
        if (thousands) decide(last === ',' ? '.' : ',');
      } else if (sameBefore && lead.every((group, index) => (index === 0 ? /^[1-9]\d{0,2}$/.test(group) : group.length === 3)))
        decide(last);
      continue;
    }
    const separator = separators;
    const other = separator === ',' ? '.' : ',';
    const whole = groups[0] ?? '';
    if (thousands) {
      // Parts of `1.218/1.220` and of `2/1.000` are head-counts, so their separator groups thousands.
      const beforeSlash = /^\s*[/∕／]\s*\d/.test(after) && !/^\s*[/∕／]\s*10*(?:[.,]000)+/.test(after);
      if (/[/∕／]\s*$/.test(before) || beforeSlash) decide(other);
      continue;
    }
    const rated = /^\s*(?:%|‰|[/∕／]\s*1)/.test(after);
    if (/[/∕／.-]\s*$/.test(before) || /^[./-]?\d/.test(after)) continue;
    if (separator === ',' || rated || /^0/.test(whole) || Number(whole) > 30) decide(separator);
    else if (
      match.index > 0 &&
      /\p{L}\s+$|[(:=<>≥≤]\s*$/u.test(before) &&
      !/(?:tiêu|chí|mục|số|dung|điểm|tieu|chi|muc|so|ngày|tháng)\s+$/i.test(before)
    )
      decide('.');
    else if (match.index === 0) doubtful.push({ chapter: Number(whole), section: Number(groups[1] ?? '') });
  }
}

/**
 * Decides from a column's or a workbook's texts which sign stands before decimals: `98,5 %`, `1.234.567`, `1.218/1.220` speak for the
 * comma, `98.5%` and `1,234,567` for the point. Numbers of items (`12.1`, `12.2`) are no evidence. null where nothing or
 * too much of both is found.
 */
export function collectConvention(texts: Iterable<string>): NumberConvention {
  const evidence: Evidence = { comma: 0, point: 0 };
  const doubtful: Doubtful[] = [];
  for (const text of texts) weigh(text, evidence, doubtful);
  const seen = new Set(doubtful.map(({ chapter, section }) => `${chapter}.${section}`));
  for (const { chapter, section } of doubtful) {
    if (section > 1 && !seen.has(`${chapter}.${section - 1}`) && !seen.has(`${chapter}.${section + 1}`)) evidence.point += 1;
  }
  const { comma, point } = evidence;
  if (comma > 0 && comma >= point * 4) return { decimal: ',' };
  if (point > 0 && point >= comma * 4) return { decimal: '.' };
  return { decimal: null };
}
