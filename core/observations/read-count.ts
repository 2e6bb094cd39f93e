import type { SourceCell } from '../template/template';
import { fold } from '../text/fold';
import { compare, fraction, isInteger, type Fraction } from '../text/fractions';
import { readNumbers, readNumberWord, readSingleNumber } from '../text/numbers';
import { readNone } from '../text/words';
import type { ObservationContext } from './context';
import { problemAt } from './draft';
import type { ObservationProblem } from './observation';
import { readCell } from './read-cell';
import { sumOfKinds } from './sum-of-kinds';

/** A count as one cell gives it. */
export interface CountReading {
  /** null where the cell is blank, or says something that is no count. */
  readonly value: Fraction | null;
  readonly none: boolean;
  readonly noCase: boolean;
  readonly blank: boolean;
  readonly dash: boolean;
  /** More than one where a separator can be read in two ways (`1.234`). */
  readonly readings: readonly Fraction[];
  readonly unit: string;
  readonly problems: readonly ObservationProblem[];
  /** The cells of a followed formula. */
  readonly sources: readonly SourceCell[];
}

const EMPTY: CountReading = {
  value: null,
  none: false,
  noCase: false,
  blank: false,
  dash: false,
  readings: [],
  unit: '',
  problems: [],
  sources: [],
};

function judged(value: Fraction, cell: SourceCell, more: Partial<CountReading>): CountReading {
  const problems = [...(more.problems ?? [])];
  if (compare(value, fraction(0)) < 0)
    return { ...EMPTY, ...more, value: null, problems: [...problems, problemAt('negative-value', cell, cell.text)] };
  if (!isInteger(value)) problems.push(problemAt('not-an-integer', cell, cell.text));
  return { ...EMPTY, ...more, value, problems };
}

/** The unit's first word stands right after a number: `02 cuộc đối thoại, 150 trẻ em tham gia` counts 2 where cuộc are counted. */
function countOfUnit(text: string, unit: string, context: ObservationContext): Fraction | null {
  const wanted = fold(unit).split(' ')[0] ?? '';
  if (wanted === '') return null;
  const fitting = readNumbers(text, context.convention).filter(
    (number) => number.role === 'plain' && number.per === null && fold(number.unit) === wanted,
  );
  const [only, ...more] = fitting;
  if (!only || more.length > 0 || only.readings.length !== 1) return null;
  // Words before the number may change it (“giảm 3 vụ”, “trên 20 vụ”, “từ 12 vụ”).
  // `5-6 mô hình` and `4/5 mô hình` are no single count.
  if (/\d\s*(?:[-–~/→]|->|đến|tới)\s*$/iu.test(text.slice(0, only.start))) return null;
  if (ofOtherYear(text.slice(0, only.start), context)) return null;
  const before = fold(text.slice(0, only.start)).split(' ').slice(-2).join(' ');
  return NOT_COUNTED.test(before) ? null : (only.readings[0] ?? null);
}

const NOT_COUNTED =
  /(?:^| )(?:tren|duoi|hon|khoang|gan|giam|tang|tu|den|tru|them|them duoc|moi|cu|thu|lan|muc tieu|ke hoach|kh|it nhat|toi thieu|du kien|phan dau|chi tieu|se|de nghi|de xuat|xap xi|chung|uoc|con|thieu|chua|khong|nam truoc|cung ky|ky truoc)$/;

/** `Năm 2023: 4 mô hình` is not this year's. */
function ofOtherYear(before: string, context: ObservationContext): boolean {
  const years = (fold(before).match(/\b(?:19|20)\d{2}\b/g) ?? []).map(Number);
  const last = years[years.length - 1];
  return last !== undefined && context.year !== null && context.year !== undefined && last !== context.year;
}

const PART_BEHIND =
  /^[\s,;:–-]*\(?\s*(?:trong đó|trong do|tăng|giảm|tang|giam|gồm|bao gồm|gom|bao gom|cụ thể|cu the|năm|nam)(?![\p{L}\p{M}])/iu;
const PART_STOPPED = /\b(?:chua|khong|ngung|dung|giai the|tam|thieu|het|hong|du kien)\b/;

/** `5 mô hình (trong đó 2 mô hình mới)`: the first number is the whole of what follows. */
function countBeforeParts(text: string, unit: string, context: ObservationContext): Fraction | null {
  const [first, second] = readNumbers(text, context.convention).filter((number) => number.role === 'plain');
  if (!first || !second || first.per !== null || first.readings.length !== 1) return null;
  const head = text.slice(0, first.end) + (/^[^,;:(\d]*/.exec(text.slice(first.end))?.[0] ?? '');
  const tail = text.slice(head.length);
  const wanted = fold(unit).split(' ')[0] ?? '';
  if (!PART_BEHIND.test(tail) || PART_STOPPED.test(fold(tail)) || (wanted !== '' && fold(first.unit) !== wanted)) return null;
  const single = readSingleNumber(head.trim(), context.convention);
  const whole = single && single.per === null && single.readings.length === 1 ? single.readings[0] : undefined;
  return whole && isInteger(whole) && single?.unit !== '' ? whole : null;
}

/** Said of what the commune itself does: then none of it was done. “Chưa” and “không đạt” alone say nothing about a number. */
const NOTHING_DONE = /^(?:khong|khong co|(?:khong|chua) (?:to chuc|thanh lap|xay dung|thuc hien|trien khai|duy tri|bo tri)(?: .*)?)$/;

const COUNTED =
  /^(?:cuoc|buoi|vu|mo hinh|cau lac bo|em|tre|nguoi|lan|lop|diem|thon|ban|ca|truong hop|dot|nhom|doi|hoi nghi|dien dan|chau|hoc sinh|san|phong)\b/;

/** `ba mô hình`, `Có hai câu lạc bộ`: a number in words before what is counted (`Năm 2024`, `Năm nay` are years). */
function spokenCount(text: string, unit: string): number | null {
  if (/\d/.test(text)) return null;
  const words = text
    .replace(/^có\s+/iu, '')
    .trim()
    .split(/\s+/);
  for (const length of [3, 2, 1]) {
    const value = words.length >= length ? readNumberWord(words.slice(0, length).join(' ')) : null;
    if (value === null || value === 0) continue;
    const rest = fold(words.slice(length).join(' '));
    const wanted = fold(unit).split(' ')[0] ?? '';
    if (rest === '' || COUNTED.test(rest) || (wanted !== '' && rest.split(' ')[0] === wanted)) return value;
  }
  return null;
}

function readCountText(text: string, cell: SourceCell, unit: string, label: string, context: ObservationContext): CountReading {
  const single = readSingleNumber(text, context.convention);
  if (single && single.per === null) {
    const alone = single.unit === '' && single.rest === '';
    const problems = alone ? [problemAt('text-number', cell, text)] : [];
    // What is counted comes whole: of two readings by its separator `1.234` is the one by thousands.
    const whole = single.readings.filter(isInteger);
    const [first, ...others] = whole.length > 0 ? whole : single.readings;
    if (first && others.length === 0) return judged(first, cell, { unit: single.unit, problems });
    return { ...EMPTY, readings: single.readings, unit: single.unit, problems };
  }
  const none = readNone(text);
  if (none) return { ...EMPTY, value: none === 'none' ? fraction(0) : null, none: none === 'none', noCase: none === 'no-case' };
  if (NOTHING_DONE.test(fold(text))) return { ...EMPTY, value: fraction(0), none: true };
  const spoken = spokenCount(text, unit);
  if (spoken !== null) return judged(fraction(spoken), cell, { unit });
  const before = countBeforeParts(text, unit, context);
  if (before) return judged(before, cell, { unit });
  const kinds = sumOfKinds(text, label, context);
  if (kinds) return judged(kinds, cell, { unit });
  const ofUnit = countOfUnit(text, unit, context);
  if (ofUnit) return judged(ofUnit, cell, { unit });
  return { ...EMPTY, problems: [problemAt('unreadable-value', cell, text)] };
}

/**
 * Reads a cell as a count (`4`, `06 buổi`, `Có 3 câu lạc bộ`, `ba mô hình`, `Không có`). `unit` is what the item counts, `label` its words. Negative counts
 * have no value; fractions are kept with a warning. “Không phát sinh” leaves the value to the caller.
 */
export function readCount(cell: SourceCell | null, unit: string, context: ObservationContext, label = ''): CountReading {
  const reading = readCell(cell, context);
  if (!cell || reading.type === 'blank') return { ...EMPTY, blank: true };
  if (reading.type === 'no-data') {
    return reading.dash ? { ...EMPTY, blank: true, dash: true } : { ...EMPTY, problems: [problemAt('unreadable-value', cell, cell.text)] };
  }
  if (reading.type === 'error') return { ...EMPTY, problems: [problemAt('formula-error', cell, reading.code)] };
  if (reading.type === 'truth') return { ...EMPTY, problems: [problemAt('unreadable-value', cell, cell.text)] };
  if (reading.type === 'text') return readCountText(reading.text, cell, unit, label, context);
  if (reading.per === 1 && compare(reading.value, fraction(0)) !== 0)
    return { ...EMPTY, problems: [problemAt('unreadable-value', cell, cell.text)] };
  const meaning = reading.meaning;
  const term = meaning?.type === 'value' ? meaning.term : null;
  const missing = term?.value === null ? term.cells.find((source) => source.cell === null || source.cell.value === null) : undefined;
  if (missing) return { ...EMPTY, problems: [problemAt('missing-observation', missing, '')] };
  return judged(term?.value ?? reading.value, cell, { sources: term?.cells ?? [] });
}
