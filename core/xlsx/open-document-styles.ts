import { END, OPEN, openXml } from './xml';

/** What a style says of its text; undefined where it leaves that to its parent. */
interface TextStyle {
  readonly parent: string | undefined;
  font: string | undefined;
  struck: boolean | undefined;
}

/** The look of text: its font's name (undefined where no style names one), and whether it is struck through. */
export interface TextLook {
  readonly font: string | undefined;
  readonly struck: boolean | undefined;
}

/** The styles of an OpenDocument file. */
export interface TextStyles {
  /** The look of a cell's or (family `text`) a span's style with all that it inherits. */
  look(family: 'table-cell' | 'text', name: string): TextLook;
  /** The names of the table styles that hide their tables. */
  readonly hiddenTables: ReadonlySet<string>;
}

const DEEPEST = 20;

/** Reads the styles of the parts `styles.xml` and `content.xml`, in this order. */
export function readTextStyles(sources: readonly string[]): TextStyles {
  const faces = new Map<string, string>();
  const styles = new Map<string, TextStyle>();
  const hiddenTables = new Set<string>();
  for (const source of sources) {
    const cursor = openXml(source);
    let current: TextStyle | null = null;
    let name = '';
    for (let event = cursor.next(); event !== END; event = cursor.next()) {
      if (event !== OPEN) continue;
      const element = cursor.name();
      if (element === 'body') break;
      if (element === 'font-face') faces.set(cursor.attribute('name') || '', unquote(cursor.attribute('font-family') || ''));
      else if (element === 'style' || element === 'default-style') {
        name = cursor.attribute('name') || '';
        current = { parent: cursor.attribute('parent-style-name') || undefined, font: undefined, struck: undefined };
        styles.set(`${cursor.attribute('family') || ''}/${element === 'style' ? name : ''}`, current);
      } else if (element === 'table-properties' && cursor.attribute('display') === 'false') hiddenTables.add(name);
      else if (element === 'text-properties' && current) {
        const face = cursor.attribute('font-name');
        const family = cursor.attribute('font-family');
        // Writers give the line's style, its type, or both.
        const line = cursor.attribute('text-line-through-style') || cursor.attribute('text-line-through-type');
        current.font = (face !== null && (faces.get(face) || face)) || (family !== null && unquote(family)) || undefined;
        current.struck = line === null ? undefined : line !== 'none';
      }
    }
  }

  function look(family: string, name: string): TextLook {
    let font: string | undefined;
    let struck: boolean | undefined;
    let style = styles.get(`${family}/${name}`);
    // A damaged file may make a style its own ancestor.
    for (let step = 0; style && step < DEEPEST; step++) {
      font = font === undefined ? style.font : font;
      struck = struck === undefined ? style.struck : struck;
      style = style.parent === undefined ? undefined : styles.get(`${family}/${style.parent}`);
    }
    const base = family === 'table-cell' ? styles.get('table-cell/') : undefined;
    return { font: font === undefined && base ? base.font : font, struck };
  }

  return { look, hiddenTables };
}

function unquote(family: string): string {
  return family.replace(/^\s*(['"])(.*)\1\s*$/, '$2').trim();
}
