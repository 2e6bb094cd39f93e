import type { Rubric } from '../rubric/rubric';
import type { TemplateItem } from '../template/template';
import { fold } from '../text/fold';
import { compare, fraction, fromNumberOrNull, isInteger, isZero, toNumber, type Fraction } from '../text/fractions';
import { readSingleNumber } from '../text/numbers';
import { readAnswer, readLevel, readNone } from '../text/words';
import { answerByCount, answerByShare } from './figures-answer';
import type { ObservationContext } from './context';
import { NOTHING_READ, problemAt } from './draft';
import type { Observation } from './observation';
import { readCell, shownText } from './read-cell';

/** A bare number in a yes/no item may as well be the points that the officer gives herself. */
function looksLikePoints(value: Fraction, rubric: Rubric): boolean {
  return rubric.bands.some((band) => band.points !== 0 && band.points === toNumber(value) * 100);
}

function fromNumber(value: Fraction, named: boolean, rubric: Rubric): 'yes' | 'no' | null {
  if (isZero(value)) return 'no';
  if (compare(value, fraction(0)) < 0 || !isInteger(value)) return null;
  if (compare(value, fraction(1)) === 0 && !rubric.bands.some((band) => band.points === 100)) return 'yes';
  // A year says when, not that there is any.
  if (!named && compare(value, fraction(1990)) >= 0 && compare(value, fraction(2100)) <= 0) return null;
  return named || !looksLikePoints(value, rubric) ? 'yes' : null;
}

/** The level named by one of the scale's own words, where the text holds exactly one of them (longer words before those within them). */
function levelOf(text: string, rubric: Rubric): string | null {
  const levels = rubric.bands.map((band) => (band.condition.type === 'level' ? band.condition.level : '')).filter((level) => level !== '');
  // `80% tốt` is a share of answers, no level.
  if (/%/.test(text.replace(/\([^()]*\)/g, ' '))) return null;
  const read = readLevel(text);
  if (read !== null) return read;
  if (fold(text) === 'tb' && levels.includes('trung binh')) return 'trung binh';
  const words = fold(text);
  if (levels.includes(words)) return words;
  let left = ` ${words} `;
  const found: string[] = [];
  for (const level of levels.slice().sort((a, b) => b.length - a.length)) {
    // “Có”, “Không” say all or nothing only where they stand alone.
    if (level === 'co' || level === 'khong' || !left.includes(` ${level} `)) continue;
    // “không tốt”, “chưa đạt” name no level that they deny.
    if (new RegExp(` (?:khong|chua) ${level} `).test(left)) continue;
    found.push(level);
    left = left.split(` ${level} `).join(' ');
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

function noIsBetter(rubric: Rubric): boolean {
  const points = (type: 'yes' | 'no'): number | null => rubric.bands.find((band) => band.condition.type === type)?.points ?? null;
  const [yes, no] = [points('yes'), points('no')];
  return no !== null && no > (yes ?? 0);
}

/** Reads a yes/no item or one of named levels (Tốt, Khá …) from the first of its cells that is filled. */
export function readAnswerItem(item: TemplateItem, rubric: Rubric, context: ObservationContext): Observation {
  const places = [item.result, item.numerator, item.rate];
  const cell =
    places.find((each) => each !== null && readCell(each, context).type !== 'blank') ?? item.result ?? item.rate ?? item.numerator;
  const base: Observation = {
    ...NOTHING_READ,
    cells: { ...NOTHING_READ.cells, observation: cell },
    text: cell ? shownText(cell, context) : '',
  };
  const reading = readCell(cell, context);
  const place = cell ?? item.labelCell;
  if (!cell || reading.type === 'blank') return { ...base, problems: [problemAt('missing-observation', place, '')] };
  if (reading.type === 'error') return { ...base, problems: [problemAt('formula-error', cell, reading.code)] };
  if (reading.type === 'no-data')
    return { ...base, problems: [problemAt(reading.dash ? 'missing-observation' : 'unreadable-value', cell, cell.text)] };
  if (reading.type === 'truth') return { ...base, answer: reading.value ? 'yes' : 'no' };
  const unreadable: Observation = { ...base, problems: [problemAt('unreadable-value', cell, base.text)] };
  const levels = rubric.bands.some((band) => band.condition.type === 'level');
  if (reading.type === 'number') {
    const source = cell.cell?.value;
    const value = typeof source === 'number' ? fromNumberOrNull(source) : null;
    if (!value || reading.per !== null || levels) return unreadable;
    if (compare(value, fraction(0)) < 0) return { ...base, problems: [problemAt('negative-value', cell, base.text)] };
    const answer = fromNumber(value, false, rubric);
    return answer ? { ...base, answer, value } : unreadable;
  }
  if (levels) {
    const level = levelOf(reading.text, rubric);
    if (level !== null) return { ...base, level };
  }
  const answer = readAnswer(reading.text);
  const share = levels ? null : answerByShare(reading.text, context);
  if (share && answer !== 'no') return share === 'some' ? unreadable : { ...base, answer: share };
  if (answer) return { ...base, answer, none: answer === 'no' && readNone(reading.text) !== null };
  // “Không có trường hợp nào” answers a scale that wants none; for any other there is nobody to whom it applies.
  if (readNone(reading.text) !== null) return noIsBetter(rubric) ? { ...base, answer: 'no', none: true } : { ...base, noCase: true };
  const single = readSingleNumber(reading.text, context.convention);
  const value = single && single.per === null && single.readings.length === 1 ? (single.readings[0] ?? null) : null;
  const counted =
    value && !levels ? fromNumber(value, (single?.unit ?? '') !== '' && !/^(?:diem|d)\b/.test(fold(single?.unit ?? '')), rubric) : null;
  if (counted && value) return { ...base, answer: counted, value };
  const figure = levels ? null : answerByCount(reading.text, context);
  return figure ? { ...base, answer: figure } : unreadable;
}
