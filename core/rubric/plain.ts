const COMBINING = /[\u0300-\u036f]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Signs that officers' programs write in several ways, each to one character so that places stay where they are. */
const SIGNS: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '\u3000': ' ',
  '\r': '\n',
  '\u000b': '\n',
  '\u2028': '\n',
  '\u0085': '\n',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\uf02d': '•',
  '\uf0b7': '•',
  '\uf0a7': '•',
  '▪': '•',
  '●': '•',
  '◦': '•',
  '■': '•',
  '►': '•',
  '➢': '•',
  '✓': '•',
  '✔': '•',
  '○': '•',
  '·': '•',
  '❖': '•',
  '\uf0d8': '•',
  '\uf0fc': '•',
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '：': ':',
  '；': ';',
  '％': '%',
  '（': '(',
  '）': ')',
  '，': ',',
  '＜': '<',
  '＞': '>',
  '÷': '~',
  '∼': '~',
  '～': '~',
  '➔': '→',
  '➜': '→',
  '⇒': '→',
  '➝': '→',
  '×': '×',
  '∗': '*',
  '"': ' ',
  '“': ' ',
  '”': ' ',
  '’': ' ',
  '‘': ' ',
};

/** NFC without characters that are not seen: what `plain` and every place in it refers to. */
export function cleanText(text: string): string {
  return text.replace(/\r\n/g, '\n').normalize('NFC').replace(COMBINING, '').replace(INVISIBLE, '').normalize('NFC');
}

/** What single UTF-16 units become, as far as the signs of ordinary texts reach. */
const folded = new Array<string | undefined>(0x2300);

function foldUnit(character: string): string {
  const bare = character.normalize('NFD').replace(COMBINING, '').toLowerCase().replace('đ', 'd');
  return SIGNS[character] ?? (bare.length === 1 ? bare : character);
}

/** Lower case without diacritics, đ → d, one kind of dash, bullet and space; as long as `text` (from `cleanText`), place by place. */
export function plain(text: string): string {
  let result = '';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= folded.length) result += foldUnit(text.charAt(index));
    else result += folded[unit] ?? (folded[unit] = foldUnit(text.charAt(index)));
  }
  return result;
}
