/** How a report is drawn: with colours on a terminal, plain everywhere else. */
export interface Terminal {
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
}

/** `columns` is the terminal's width, undefined where the report does not go to one. */
export function terminal(colours: boolean, columns: number | undefined): Terminal {
  const paint = (code: number) => (text: string) => (colours && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    width: Math.max(60, Math.min(columns ?? 100, 110)),
    bold: paint(1),
    dim: paint(2),
    red: paint(31),
    yellow: paint(33),
    green: paint(32),
  };
}

/** Control characters in a workbook's text must not steer the terminal. */
export function harmless(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Breaks a text at spaces into lines of at most `width` characters; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of harmless(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A wrapped text whose first line starts with `head` and whose other lines are indented as far. */
export function hanging(head: string, text: string, width: number): string[] {
  const indent = ' '.repeat(head.length);
  return wrap(text, Math.max(20, width - head.length)).map((line, index) => `${index === 0 ? head : indent}${line}`);
}

/** A bar of `cells` characters: sure points full, points still open half, the rest empty. `whole` is the maximum. */
export function bar(least: number, most: number, whole: number | null, cells: number): string {
  if (whole === null || whole <= 0) return '·'.repeat(cells);
  const part = (points: number) => Math.max(0, Math.min(cells, Math.round((points / whole) * cells)));
  const [sure, open] = [part(least), Math.max(part(most), part(least))];
  return '█'.repeat(sure) + '▒'.repeat(open - sure) + '░'.repeat(cells - open);
}
