import { describeBand } from '../rubric/describe';
import type { Band, Limit, Rubric } from '../rubric/rubric';
import { showPoints } from '../scoring/points';
import type { SourceCell } from '../template/template';
import type { Fraction } from '../text/fractions';
import type { Scale } from './examined';
import { hashTexts } from './quick-hash';

/** Stands where a workbook's cell was. */
export function bareCell(reference = ''): SourceCell {
  return { location: { sheet: '', row: 0, column: 0 }, reference, text: '', cell: null };
}

const NO_CELL = bareCell();

function fractionKey(value: Fraction): string {
  return `${value.numerator}/${value.denominator}`;
}

function limitKey(limit: Limit | null): string {
  return limit === null ? '' : `${limit.inclusive ? '=' : ''}${fractionKey(limit.value)}`;
}

/** What a band asks for, in one word: equal for bands that ask the same. */
export function conditionKey({ condition }: Band): string {
  if (condition.type === 'interval') return `${limitKey(condition.from)}~${limitKey(condition.to)}`;
  return condition.type === 'level' ? `level ${condition.level}` : condition.type;
}

/** Equal for scales that give the same points for every result, whatever their words, order and cells. */
export function scaleKey(rubric: Rubric): string {
  const bands = rubric.bands.map((band) => `${conditionKey(band)}>${band.points}`).sort();
  const { perUnit, proportional } = rubric;
  return hashTexts([
    rubric.kind,
    ...bands,
    perUnit === null
      ? ''
      : `${perUnit.pointsPerUnit} ${fractionKey(perUnit.unitSize)} ${perUnit.direction} ${perUnit.cap} ${perUnit.direction === -1 ? perUnit.start : ''}`,
    proportional === null ? '' : `${proportional.maxPoints} ${fractionKey(proportional.full)}`,
    ...rubric.unread.map((part) => part.text.replace(/\s+/g, ' ').trim()),
    ...(rubric.alternatives ?? []).map(scaleKey),
  ]);
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s,;:.]+$/, '');
}

/** A scale in one line of words: `từ 98 %: 50 điểm; dưới 98 %: 30 điểm`. */
export function describeScale(rubric: Rubric): string {
  const parts = rubric.bands.map((band) => `${describeBand(band, rubric)}: ${showPoints(band.points)} điểm`);
  if (rubric.perUnit !== null) parts.push(tidy(rubric.perUnit.text));
  if (rubric.proportional !== null) parts.push(tidy(rubric.proportional.text));
  if (rubric.alternatives !== undefined && rubric.alternatives.length > 0) parts.push('còn lại khác nhau theo vùng');
  for (const part of rubric.unread) parts.push(`“${part.text.replace(/\s+/g, ' ').trim()}” (không đọc được)`);
  return parts.length === 0 ? 'không có thang điểm' : parts.join('; ');
}

function withoutCells(rubric: Rubric): Rubric {
  return {
    ...rubric,
    bands: rubric.bands.map((band) => ({ ...band, cell: NO_CELL, mark: null })),
    coverage: [],
    unread: rubric.unread.map((part) => ({ text: part.text, cell: NO_CELL })),
    ...(rubric.alternatives === undefined ? {} : { alternatives: rubric.alternatives.map(withoutCells) }),
  };
}

/** A scale as it is kept beside its key. */
export function keepScale(rubric: Rubric): Scale {
  return { rubric: withoutCells(rubric), words: describeScale(rubric) };
}
