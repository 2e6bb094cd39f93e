import type { TextRun } from '../../core/workbook/workbook';

/** What a mixed text shows: its text without what is struck through, its font, and its runs where they differ in font. */
export interface ShownText {
  readonly value: string;
  readonly font: string;
  readonly runs: readonly TextRun[] | null;
}

/** The shown part of a text whose runs look different; null where all of it is struck through. */
export function shownText(runs: readonly GoogleAppsScript.Spreadsheet.RichTextValue[], cellFont: string): ShownText | null {
  const kept: { text: string; font: string }[] = [];
  for (const run of runs) {
    const text = run.getText();
    const style = run.getTextStyle();
    if (text === '' || style.isStrikethrough() === true) continue;
    const font = style.getFontFamily() || cellFont;
    const previous = kept[kept.length - 1];
    if (previous !== undefined && previous.font === font) previous.text += text;
    else kept.push({ text, font });
  }
  const [first] = kept;
  if (first === undefined) return null;
  const value = kept.map((run) => run.text).join('');
  return kept.length > 1 ? { value, font: cellFont, runs: kept } : { value, font: first.font, runs: null };
}
