import { expandAbbreviations } from '../text/abbreviations';
import { likeness } from '../text/likeness';
import type { KnownBand, KnownItem, Standard } from '../standards/standard';
import type { RubricPiece, TemplateItem } from './template';

const SURELY_THE_SAME = 0.82;

function bandWords(item: KnownItem, band: KnownBand): string {
  if (band.answer === 'yes') return `Có: ${band.points} điểm`;
  const unit = item.kind === 'percentage' ? '%' : '';
  if (band.from !== undefined && band.from === band.to) return `Đạt ${band.from}${unit}: ${band.points} điểm`;
  return `Đạt từ ${band.from}${unit} trở lên: ${band.points} điểm`;
}

/**
 * The scale of an item as far as the standard's sourced facts go, for a template that has no scale of its own. Only the bands that a source
 * names: what lies below them stays open.
 * @returns null where no fact is surely about this item.
 */
export function knownScale(item: TemplateItem, criterion: number, standard: Standard): readonly RubricPiece[] | null {
  const facts = standard.criteria.find((each) => each.number === criterion);
  if (facts === undefined) return null;
  const label = expandAbbreviations(item.label);
  const maximum = item.maximum === null || item.maximum.text === '' ? null : Number(item.maximum.text.replace(',', '.'));
  for (const known of facts.items) {
    if (likeness(label, known.label) < SURELY_THE_SAME) continue;
    const most = Math.max(...known.bands.map((band) => band.points));
    if (maximum !== null && maximum !== most) continue;
    return known.bands.map((band) => ({ text: bandWords(known, band), cell: item.labelCell, points: null, mark: null }));
  }
  return null;
}
