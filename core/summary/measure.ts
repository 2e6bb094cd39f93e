/** Widths of Times New Roman in thousandths of its size, close enough to reckon line breaks. */
function characterWidth(character: string): number {
  if (/[ .,;:'|!ijlt()[\]/\\-]/.test(character)) return 290;
  if (/[frsJI]/.test(character)) return 370;
  if (/[acekvxyz]/.test(character)) return 455;
  if (/[mwMW%@…—]/.test(character)) return 850;
  if (/[A-Z]/.test(character)) return 690;
  return 500;
}

/** The width of one line in points. */
export function textWidth(text: string, size: number, bold: boolean): number {
  let width = 0;
  for (const character of text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')) width += characterWidth(character);
  return ((width * size) / 1000) * (bold ? 1.06 : 1);
}

/** The inner width in points of columns that are together `characters` wide (seven pixels each, at 96 dots an inch). */
export function columnPoints(characters: number): number {
  return characters * 5.25;
}

/** How many lines a text takes when wrapped at words into `width` points. */
export function countLines(text: string, width: number, size: number, bold: boolean): number {
  let lines = 0;
  const space = textWidth(' ', size, bold);
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines++;
    for (const word of paragraph.split(/\s+/)) {
      const wordWidth = textWidth(word, size, bold);
      if (used > 0 && used + space + wordWidth > width) {
        lines++;
        used = 0;
      }
      const overlong = Math.ceil(wordWidth / width) - 1;
      if (overlong > 0 && used === 0) lines += overlong;
      used += (used > 0 ? space : 0) + wordWidth - Math.max(0, overlong) * width;
    }
  }
  return lines;
}
