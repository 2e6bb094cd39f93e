import { MAXIMUM_COLUMNS, parseRange } from '../workbook/references';
import type { CellDraft } from './cells';
import { damaged, tooLarge } from './errors';
import type { Package, Relationship } from './package';
import type { Room } from './sheet';
import { joinRichText, readRichText, unescapeText } from './strings';
import { CLOSE, END, OPEN, openXml, readElementText } from './xml';

/** The texts of a sheet's comments by place (row × 16,384 + column), several at one place in order. */
type Notes = Map<number, string[]>;

/**
 * Adds the comments and threaded comments of a sheet to its cells, new ones without a value where a comment stands at an empty cell.
 * Of a threaded comment Excel also keeps a legacy copy with a notice for old versions: that copy is left out.
 */
export function addNotes(cells: CellDraft[], source: Package, relationships: readonly Relationship[], room: Room): void {
  const threads: Notes = new Map();
  const legacy: Notes = new Map();
  for (const relationship of relationships) {
    if (relationship.external) continue;
    if (relationship.type === 'threadedcomment') readThreads(partOf(source, relationship), threads, room);
    if (relationship.type === 'comments') readComments(partOf(source, relationship), legacy, room);
  }
  if (threads.size === 0 && legacy.size === 0) return;
  const notes = new Map(Array.from(legacy).concat(Array.from(threads)));
  for (const cell of cells) {
    const place = cell.row * MAXIMUM_COLUMNS + cell.column;
    const texts = notes.get(place);
    if (!texts) continue;
    cell.note = texts.join('\n');
    notes.delete(place);
  }
  if (notes.size === 0) return;
  for (const [place, texts] of notes) {
    cells.push({ row: Math.floor(place / MAXIMUM_COLUMNS), column: place % MAXIMUM_COLUMNS, value: null, note: texts.join('\n') });
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
}

function partOf(source: Package, relationship: Relationship): string {
  const text = source.text(relationship.target);
  if (text === null) throw damaged('thiếu phần ghi chú của trang tính');
  return text;
}

function readComments(source: string, notes: Notes, room: Room): void {
  const authors: string[] = [];
  const cursor = openXml(source);
  for (let event = cursor.next(); event !== END; event = cursor.next()) {
    if (event !== OPEN) continue;
    const name = cursor.name();
    if (name === 'author') authors.push(unescapeText(readElementText(cursor)));
    else if (name === 'comment') {
      const reference = cursor.attribute('ref');
      const author = authors[cursor.integer('authorId', -1)];
      const outside = cursor.depth() - 1;
      let text = '';
      for (let inner = cursor.next(); inner !== CLOSE || cursor.depth() !== outside; inner = cursor.next()) {
        if (inner === OPEN && cursor.name() === 'text') text += joinRichText(readRichText(cursor));
      }
      keep(notes, reference, withoutAuthor(text, author), room);
    }
  }
}

/** A comment without the line that Excel puts before it, the author's name and a colon: that line says nothing about the cell. */
export function withoutAuthor(text: string, author: string | undefined): string {
  const match = /^([^\r\n]+):[ \t]*(?:\r\n|\r|\n)/.exec(text);
  return match && author !== undefined && (match[1] as string).trim() === author.trim() ? text.slice(match[0].length) : text;
}

function readThreads(source: string, notes: Notes, room: Room): void {
  const cursor = openXml(source);
  for (let event = cursor.next(); event !== END; event = cursor.next()) {
    if (event !== OPEN || cursor.name() !== 'threadedComment') continue;
    const reference = cursor.attribute('ref');
    const outside = cursor.depth() - 1;
    for (let inner = cursor.next(); inner !== CLOSE || cursor.depth() !== outside; inner = cursor.next()) {
      if (inner === OPEN && cursor.name() === 'text') keep(notes, reference, unescapeText(readElementText(cursor)), room);
    }
  }
}

function keep(notes: Notes, reference: string | null, text: string, room: Room): void {
  if (--room.cells < 0) throw tooLarge('có quá nhiều ghi chú');
  const range = reference === null ? null : parseRange(reference);
  if (!range || text.trim() === '') return;
  const place = range.top * MAXIMUM_COLUMNS + range.left;
  const before = notes.get(place);
  if (before) before.push(text);
  else notes.set(place, [text]);
}
