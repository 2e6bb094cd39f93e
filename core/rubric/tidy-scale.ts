/** Words that may stand beside the maximum named before the bands. */
const NAMED = '(?:(?:tổng(?:\\s+(?:số|cộng))?|mức|thang|số|điểm|chuẩn|tối\\s+đa|được|là|cách\\s+tính)[\\s:(]*)';
const LEAD_IN = new RegExp(
  `^[\\s\\-–•+*([]*(${NAMED}*)(\\d{1,4}(?:[.,]\\d{1,2})?)\\s*(điểm|đ)?(?![\\p{L}\\p{M}%‰/\\d])[\\s)\\],.;:–-]*` +
    '((?:(?:trong\\s+đó|cụ\\s+thể|chi\\s+tiết|bao\\s+gồm|gồm|như\\s+sau|được|tính|chia|các\\s+mức|mức|sau|theo|như|là)[\\s:,.]*)*)',
  'iu',
);
const POINTS_STATED = /\d\s*(?:điểm|đ)(?![\p{L}\p{M}])|[:=→]\s*\d+(?:[.,]\d+)?\s*(?:$|[/|;,])/iu;

/**
 * “Điểm tối đa 50 điểm, trong đó:”, “Tổng 50 điểm:”, “(Tối đa 50 điểm)” before the bands is the ceiling, no band. Only where the next band states
 * points of its own, so that “50 điểm: từ 98 % trở lên” stays a band.
 */
function ceilingFirst(text: string, moreFollows: boolean): string {
  const found = LEAD_IN.exec(text);
  if (!found) return text;
  const [whole, words = '', number = '', unit = '', onward = ''] = found;
  const rest = text.slice(whole.length);
  const named = /tối\s+đa|tổng|thang|chuẩn|mức/iu.test(words);
  const separated = onward !== '' || /[\n:)\]]\s*[-–•+*]?\s*$/.test(whole) || /^\s*\n/.test(rest);
  if (!separated || (!named && (unit === '' || !/:|trong|cụ|gồm|như/iu.test(whole.slice(words.length))))) return text;
  if (rest.trim() === '' && moreFollows && named && onward !== '') return `Tối đa ${number} điểm`;
  const next = rest.trim().split(/[\n;]|,\s/)[0] ?? '';
  return POINTS_STATED.test(next) ? `Tối đa ${number} điểm\n${rest.trim()}` : text;
}

const LISTED =
  /^([\s\-–•+*]*)([^\d\n:;()=]+(?:\/[^\d\n:;()=]+)+?)\s*[:=(→–-]?\s*(\d+(?:[.,]\d+)?\s*(?:điểm|đ)?(?:\s*\/\s*\d+(?:[.,]\d+)?\s*(?:điểm|đ)?)+)\s*\)?[\s.;]*$/iu;

/** “Có/Không: 20/0”: as many conditions as points, in the same order. */
function pairedLists(line: string): string {
  const found = LISTED.exec(line);
  if (!found) return line;
  const conditions = (found[2] ?? '').split('/').map((part) => part.trim());
  const points = (found[3] ?? '').split('/').map((part) => part.replace(/[^\d.,]/g, ''));
  const short = conditions.every((part) => part !== '' && part.split(/\s+/).length <= 5);
  if (!short || conditions.length !== points.length) return line;
  return conditions.map((condition, index) => `- ${condition}: ${points[index]} điểm`).join('\n');
}

/** “≥ 02 cuộc: 25 / 01 cuộc: 15 / Không có: 0”, tabs between bands: one band a line. */
function oneBandALine(line: string): string {
  const slashes = line.replace(
    /([:=→]\s*\d+(?:[.,]\d+)?)\s*(?:điểm|đ)?(?:\s+\/\s*|\s*\/\s+)(?=[^:/\n;]{1,60}[:=→]\s*\d)/giu,
    (_whole, points: string) => `${points} điểm\n`,
  );
  const bands = slashes.replace(
    /([:=→]\s*\d+(?:[.,]\d+)?)\s*(?:điểm|đ)?[ ]*\t\s*(?=\S)/giu,
    (_whole, points: string) => `${points} điểm\n`,
  );
  return bands === line ? line : bands.replace(/([:=→]\s*\d+(?:[.,]\d+)?)\s*$/u, '$1 điểm');
}

const POINTS_IN_FRONT = /^[\s•+*-]*(\d{1,3}(?:[.,]\d{1,2})?)\s*[-–:]\s*((?:[≥≤<>]|\p{L}).*?)[\s.;,]*$/u;

/** “50 - từ 98% trở lên”, “35 - …”: falling numbers without their unit before every band are its points. */
function pointsInFront(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const found = lines.map((line) => POINTS_IN_FRONT.exec(line));
  if (lines.length < 2 || found.some((match) => match === null || POINTS_STATED.test(match[2] ?? ''))) return text;
  const numbers = found.map((match) => Number((match?.[1] ?? '').replace(',', '.')));
  const falling = numbers.every((number, index) => index === 0 || number < (numbers[index - 1] as number));
  if (!falling || (numbers[0] as number) < 5) return text;
  return found.map((match) => `- ${match?.[2] ?? ''}: ${match?.[1] ?? ''} điểm`).join('\n');
}

/**
 * The scale's text with each band on a line of its own and the points behind it, where it is written in a shorter way. Nothing else changes.
 * `moreFollows`: further cells go on with the scale, so that this one may hold no more than the maximum.
 */
export function tidyScale(text: string, moreFollows = false): string {
  const normal = text.replace(/\r\n?/g, '\n').normalize('NFC');
  const lines = ceilingFirst(normal, moreFollows)
    .split('\n')
    .map((line) => oneBandALine(pairedLists(line)))
    .join('\n');
  const tidy = pointsInFront(lines);
  return tidy === normal ? text : tidy;
}
