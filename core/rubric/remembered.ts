import { boundedMemory } from '../text/remember';
import type { RubricPiece, SourceCell } from '../template/template';
import { readRubric } from './read';
import type { RubricContext } from './read';
import type { Rubric } from './rubric';

/*
 * A scale's meaning depends on its words alone, and a district's communes share them: what was read once is kept, without the cells it stood
 * in. Stand-in cells mark where a piece's own cells belong, and are put back for every workbook.
 */

const KEPT = 1024;
const LONGEST_KEY = 4000;
const known = boundedMemory<Rubric>(KEPT);

function standIn(kind: 'cell' | 'mark', index: number, text: string): SourceCell {
  return { location: { sheet: '', row: index, column: kind === 'cell' ? 0 : 1 }, reference: `#${kind}${index}`, text, cell: null };
}

function keyOf(pieces: readonly RubricPiece[], context: RubricContext): string {
  const parts: string[] = [context.label, String(context.maxPoints), String(context.convention.decimal), String(context.area)];
  for (const piece of pieces) parts.push(piece.text, piece.points === null ? '' : `=${piece.points.text}`, piece.mark === null ? '' : 'm');
  return parts.join('\u0001');
}

function rebind(rubric: Rubric, pieces: readonly RubricPiece[]): Rubric {
  const own = (cell: SourceCell): SourceCell => {
    const piece = pieces[cell.location.row];
    if (piece === undefined || !cell.reference.startsWith('#')) return cell;
    return cell.location.column === 1 && piece.mark !== null ? piece.mark : piece.cell;
  };
  return {
    ...rubric,
    bands: rubric.bands.map((band) => ({ ...band, cell: own(band.cell), mark: band.mark === null ? null : own(band.mark) })),
    coverage: rubric.coverage.map((problem) => ({ ...problem, cell: own(problem.cell) })),
    unread: rubric.unread.map((part) => ({ ...part, cell: own(part.cell) })),
    ...(rubric.alternatives === undefined ? {} : { alternatives: rubric.alternatives.map((each) => rebind(each, pieces)) }),
  };
}

/** `readRubric`, with the latest scales kept by their words. The answer is the same as without. */
export function readRubricOnce(pieces: readonly RubricPiece[], context: RubricContext): Rubric {
  const key = keyOf(pieces, context);
  if (key.length > LONGEST_KEY) return readRubric(pieces, context);
  let rubric = known.get(key);
  if (rubric === undefined) {
    const bare = pieces.map((piece, index) => ({
      text: piece.text,
      cell: standIn('cell', index, piece.cell.text),
      points: piece.points,
      mark: piece.mark === null ? null : standIn('mark', index, ''),
    }));
    rubric = readRubric(bare, context);
    known.set(key, rubric);
  }
  return rebind(rubric, pieces);
}
