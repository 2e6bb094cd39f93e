import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { CLOSE, END, OPEN, openXml, TEXT } from '../../core/xlsx/xml';

/** An event list in which neighbouring texts are one and empty texts are none. */
type Events = (readonly [string, string, Record<string, string>?])[];

const attributeNames = ['r', 's', 't', 'ref', 'val', 'id', 'name', 'Target', 'space', 'hidden'];

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function eventsOfSaxes(source: string): Events | null {
  const parser = new SaxesParser({ xmlns: false });
  const events: Events = [];
  let failed = false;
  let depth = 0;
  parser.on('error', () => {
    failed = true;
  });
  parser.on('doctype', () => {
    failed = true;
  });
  parser.on('opentag', (tag) => {
    depth++;
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(tag.attributes)) {
      if (!/^xmlns(:|$)/.test(name) && attributeNames.includes(localName(name)) && !(localName(name) in attributes))
        attributes[localName(name)] = String(value);
    }
    events.push(['open', localName(tag.name), attributes]);
  });
  parser.on('closetag', (tag) => {
    depth--;
    events.push(['close', localName(tag.name)]);
  });
  const text = (value: string): void => {
    if (depth > 0) events.push(['text', value]);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    parser.write(source).close();
  } catch {
    return null;
  }
  return failed ? null : joinTexts(events);
}

function eventsOfOurs(source: string): Events {
  const cursor = openXml(source);
  const events: Events = [];
  for (let event = cursor.next(); event !== END; event = cursor.next()) {
    if (event === OPEN) {
      const attributes: Record<string, string> = {};
      for (const name of attributeNames) {
        const value = cursor.attribute(name);
        if (value !== null) attributes[name] = value;
      }
      events.push(['open', cursor.name(), attributes]);
    } else if (event === CLOSE) events.push(['close', cursor.name()]);
    else if (event === TEXT && cursor.depth() > 0) events.push(['text', cursor.text()]);
  }
  return joinTexts(events);
}

function joinTexts(events: Events): Events {
  const joined: Events = [];
  for (const event of events) {
    const previous = joined[joined.length - 1];
    if (event[0] === 'text' && event[1] === '') continue;
    if (event[0] === 'text' && previous && previous[0] === 'text') joined[joined.length - 1] = ['text', previous[1] + event[1]];
    else joined.push(event);
  }
  return joined;
}

const name = fc.constantFrom('c', 'row', 'v', 'x:c', 'x:row', 'sheetData', 'mc:AlternateContent', 'đ', 'a.b-c_1');
const piece = fc.oneof(
  fc.constantFrom(
    '1.5',
    ' ',
    '\n',
    '\r\n',
    '\r',
    'Xã Vân Thủy',
    '&amp;',
    '&lt;&gt;',
    '&quot;&apos;',
    '&#x1F61C;',
    '&#10;',
    '_x000D_',
    '😀',
    '>',
    '"',
    "'",
    '\t',
  ),
  fc.string({ maxLength: 6 }).map((text) => text.replace(/[<&\u0000-\u001f\u007f]|]]>/g, '')),
);
const attribute = fc
  .tuple(
    fc.constantFrom(...attributeNames, 'xmlns', 'xmlns:r', 'x:val', 'xml:space'),
    fc.array(piece, { maxLength: 3 }),
    fc.constantFrom(' = ', '=', '\n=\t'),
    fc.boolean(),
  )
  .map(
    ([key, pieces, equals, single]) =>
      `${key}${equals}${single ? `'${pieces.join('').replace(/'/g, '')}'` : `"${pieces.join('').replace(/"/g, '')}"`}`,
  );
const attributes = fc
  .uniqueArray(attribute, { maxLength: 4, selector: (text) => localName(text.split(/[\s=]/)[0] as string) })
  .map((list) => list.map((text) => ` ${text}`).join(''));
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  content: fc.oneof(
    { depthSize: 'small' },
    fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join('').replace(/]]>/g, '')),
    fc.constantFrom('<!-- ghi chú > -->', '<?pi x?>', '<![CDATA[<a & b>\r\n]]>'),
    tie('element'),
  ),
  element: fc
    .tuple(name, attributes, fc.array(tie('content'), { maxLength: 4 }), fc.constantFrom('', ' ', '\n'))
    .map(([tag, list, content, space]) =>
      content.length === 0 ? `<${tag}${list}${space}/>` : `<${tag}${list}${space}>${content.join('')}</${tag}${space}>`,
    ),
}));
const document = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '<?xml version="1.0"?>\r\n', '<?xml version="1.0" encoding="UTF-8"?><!-- a -->'),
    element,
    fc.constantFrom('', '\n', '<!-- z -->'),
  )
  .map((parts) => parts.join(''));

describe('the XML cursor gives what saxes gives', () => {
  test('on any well-formed document', () => {
    let compared = 0;
    fc.assert(
      fc.property(document, (source) => {
        const expected = eventsOfSaxes(source);
        if (expected === null) return;
        compared++;
        expect(eventsOfOurs(source)).toEqual(expected);
      }),
      { numRuns: 1500, seed: 62019 },
    );
    expect(compared).toBeGreaterThan(1200);
  });

  test('on damaged documents it gives the same or refuses', () => {
    let refused = 0;
    fc.assert(
      fc.property(document, fc.nat(), fc.constantFrom('', '<', '>', '"', '/', '&', ' ', '=', '\u0000'), (source, at, inserted) => {
        // By whole characters: half a surrogate pair cannot come out of a decoded part.
        const characters = Array.from(source);
        characters[at % characters.length] = inserted;
        const mutated = characters.join('');
        const expected = eventsOfSaxes(mutated);
        try {
          const events = eventsOfOurs(mutated);
          if (expected !== null) expect(events).toEqual(expected);
        } catch (error) {
          if (!(error instanceof Error) || error.name !== 'WorkbookError') throw error;
          refused++;
          expect(expected).toBeNull();
        }
      }),
      { numRuns: 1500, seed: 62019 },
    );
    expect(refused).toBeGreaterThan(200);
  });

  test('on the parts of real workbooks', () => {
    const folder = join(__dirname, '..', 'samples');
    const files = readdirSync(folder).filter((file) => file.endsWith('.xlsx'));
    let parts = 0;
    for (const file of files.slice(0, 8)) {
      for (const [part, bytes] of Object.entries(unzipSync(new Uint8Array(readFileSync(join(folder, file)))))) {
        if (!/\.(xml|rels)$/.test(part)) continue;
        const source = strFromU8(bytes);
        expect(eventsOfOurs(source)).toEqual(eventsOfSaxes(source));
        parts++;
      }
    }
    expect(parts).toBeGreaterThan(0);
  });
});

describe('what the XML cursor refuses', () => {
  test.each([
    ['nothing', ''],
    ['an element left open', '<a><b></b>'],
    ['crossed elements', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['text outside', '<a/>x'],
    ['an unknown entity', '<a>&xxe;</a>'],
    ['a bare ampersand', '<a>Tiêu chí 1 & 2</a>'],
    ['a character that is none', '<a>&#x110000;</a>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
    ['an attribute without a value', '<a b></a>'],
    ['an unfinished comment', '<a><!-- </a>'],
    ['elements in great depth', `${'<r>'.repeat(100000)}${'</r>'.repeat(100000)}`],
  ])('%s', (_what, source) => {
    expect(() => eventsOfOurs(source)).toThrow(expect.objectContaining({ name: 'WorkbookError' }));
  });
});
