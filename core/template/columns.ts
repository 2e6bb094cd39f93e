import type { ColumnRole } from '../assessment';
import { fold } from '../text/fold';
import { readTick } from '../text/words';
import { readOrdinal } from '../text/likeness';
import type { Frame, HeaderColumn } from './headers';
import { awardsPoints, looksLikeBand, looksLikeScaleText } from './scale-words';

/** Which grid columns of a table play which role. Lists are in the order in which their cells count. */
export interface TableColumns {
  readonly number: number | null;
  /** A column of criterion names beside the items' own names. */
  readonly criterion: number | null;
  readonly name: number | null;
  readonly rubric: number | null;
  /** Points of band rows. */
  readonly bandPoints: number | null;
  /** Bands side by side. */
  readonly bands: readonly number[];
  /** Columns for a tick; each belongs to the nearest band column on its left, or to the band rows. */
  readonly marks: readonly number[];
  readonly maximum: number | null;
  /** A column of the criteria's own maxima beside the items' maxima. */
  readonly criterionMaximum: number | null;
  readonly results: readonly number[];
  /** Columns whose heading is an answer or a level (“Có”, “Không”, “Tốt”), to be ticked. */
  readonly answers: readonly { readonly column: number; readonly text: string }[];
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly rate: number | null;
  readonly previous: number | null;
  readonly quarters: readonly number[];
  readonly selfScores: readonly number[];
  readonly pointsOff: number | null;
  readonly evidence: number | null;
  readonly note: number | null;
  /** The self-score is what remains after points off. */
  readonly remainder: boolean;
  /** Two columns could equally well be the result. */
  readonly rivalResults: readonly HeaderColumn[];
  readonly roles: ReadonlyMap<number, ColumnRole>;
}

interface Content {
  filled: number;
  numeric: number;
  ordinals: number;
  /** Ordinals of the form 1.1. */
  decimals: number;
  bands: number;
  scales: number;
  ticks: number;
  long: number;
  distinct: number;
}

const ANSWERS = new Set('co,khong,dat,khong dat,chua dat,tot,kha,trung binh,yeu,kem,xuat sac,chua co,da co'.split(','));
const SAMPLED_ROWS = 260;

function contentOf(frame: Frame, column: number): Content {
  const content: Content = { filled: 0, numeric: 0, ordinals: 0, decimals: 0, bands: 0, scales: 0, ticks: 0, long: 0, distinct: 0 };
  const seen = new Set<string>();
  let rows = 0;
  for (const row of frame.grid.filledRows) {
    if (row < frame.firstRow || row > frame.lastRow) continue;
    if (++rows > SAMPLED_ROWS) break;
    const text = frame.grid.ownText(row, column);
    if (text === '') continue;
    content.filled++;
    seen.add(text);
    const cell = frame.grid.own(row, column);
    if (cell !== null && typeof cell.value === 'number') content.numeric++;
    else if (/^-?\d+([.,]\d+)?$/.test(text)) content.numeric++;
    else if (readTick(text)) content.ticks++;
    const ordinal = text.length <= 24 ? readOrdinal(text) : null;
    if (ordinal !== null) content.ordinals++;
    if (ordinal !== null && ordinal.kind === 'decimal') content.decimals++;
    if (looksLikeScaleText(text)) content.scales++;
    if (looksLikeBand(text) && text.length > 3) content.bands++;
    if (text.length > 18) content.long++;
  }
  content.distinct = seen.size;
  return content;
}

function isHidden(frame: Frame, column: number): boolean {
  const { sheet, transposed } = frame.grid;
  return (transposed ? sheet.hiddenRows : sheet.hiddenColumns).some(([first, last]) => column >= first && column <= last);
}

const share = (part: number, content: Content): number => (content.filled === 0 ? 0 : part / content.filled);

/**
 * Decides the role of every column of a frame from its heading and from what stands below it.
 * @param given Roles that the officer pointed out, by grid column; they win.
 * @param assessedYear The year assessed, to tell this year's result from an earlier one; null where unknown.
 */
export function assignColumns(frame: Frame, given: ReadonlyMap<number, ColumnRole>, assessedYear: number | null): TableColumns {
  const contents = new Map<number, Content>();
  const roles = new Map<number, ColumnRole | 'mark' | 'unit' | 'agency' | 'target' | 'name-or-number' | 'answer' | ''>();
  const byColumn = new Map<number, HeaderColumn>();
  for (const header of frame.columns) {
    byColumn.set(header.column, header);
    contents.set(header.column, contentOf(frame, header.column));
    roles.set(header.column, header.reading === null ? '' : header.reading.role);
  }
  const columns = frame.columns.map((header) => header.column);
  const content = (column: number): Content => contents.get(column) as Content;
  const withRole = (...wanted: string[]): number[] => columns.filter((column) => wanted.includes(roles.get(column) as string));
  const weight = (column: number): number => (byColumn.get(column) as HeaderColumn).reading?.weight || 0;

  const answers = frame.columns.filter((header) => ANSWERS.has(fold(header.own)) && (content(header.column).filled === 0 || share(content(header.column).ticks, content(header.column)) >= 0.8));
  if (answers.length >= 2) for (const header of answers) roles.set(header.column, 'answer');

  // A helper column that the officer hid never takes a role from one that she sees.
  for (const column of columns) {
    if (!isHidden(frame, column)) continue;
    const role = roles.get(column) as string;
    if (columns.some((other) => other !== column && !isHidden(frame, other) && roles.get(other) === role)) roles.set(column, '');
  }
  // Contents correct headings that say too little.
  for (const column of columns) {
    const role = roles.get(column) as string;
    const here = content(column);
    if (here.filled < 2) continue;
    const scaled = share(here.scales, here) >= 0.5 || share(here.bands, here) >= 0.6;
    if ((role === 'maximum' || role === 'result' || role === 'note' || role === '' || role === 'unit' || role === 'target') && share(here.scales, here) >= 0.5) {
      roles.set(column, 'rubric');
    } else if ((role === 'result' || role === '') && share(here.ordinals, here) >= 0.8 && here.decimals >= 3 && withRole('number').length === 0) {
      roles.set(column, 'number');
    } else if (role === '' && scaled && !isHidden(frame, column) && share(here.numeric, here) < 0.3) roles.set(column, 'band');
    else if (role === '' && share(here.ticks, here) >= 0.6) roles.set(column, 'mark');
    else if (role === 'rubric' && share(here.numeric, here) >= 0.7) roles.set(column, 'band-points');
    else if (role === 'name-or-number' && share(here.ordinals, here) >= 0.7 && share(here.long, here) < 0.4) roles.set(column, 'number');
    else if (role === 'number' && share(here.long, here) >= 0.6 && share(here.ordinals, here) < 0.3) roles.set(column, 'name-or-number');
  }
  let criterionMaximum: number | null = null;
  settleNames(columns, roles, content);
  settleRubrics(frame, columns, roles, content);
  settleMaximum(columns, roles, content, weight, byColumn);
  const rivals = settleResults(columns, roles, content, weight, byColumn, assessedYear);
  for (const [column, role] of given) if (roles.has(column) || role !== 'ignore') roles.set(column, role);

  const all = Array.from(roles.keys()).sort((a, b) => a - b);
  const listOf = (...wanted: string[]): number[] => all.filter((column) => wanted.includes(roles.get(column) as string));
  const first = (...wanted: string[]): number | null => {
    const list = listOf(...wanted);
    return list.length === 0 ? null : (list[0] as number);
  };
  const selfScores = listOf('self-score').concat(listOf('council-score')).sort((a, b) => a - b);
  const remainder = selfScores.some((column) => /\bcon lai\b/.test(byColumn.get(column)?.folded || '')) || first('points-off') !== null;
  const resolved = new Map<number, ColumnRole>();
  for (const [column, role] of roles) {
    if (role === '' || role === 'unit' || role === 'agency' || role === 'target') resolved.set(column, 'ignore');
    else if (role === 'mark' || role === 'answer') resolved.set(column, 'band');
    else if (role === 'name-or-number') resolved.set(column, 'name');
    else resolved.set(column, role);
  }
  return {
    number: first('number'),
    criterion: first('criterion'),
    name: first('name', 'name-or-number'),
    rubric: first('rubric'),
    bandPoints: first('band-points'),
    bands: listOf('band'),
    marks: listOf('mark'),
    maximum: listOf('maximum').find((column) => column !== criterionMaximum) ?? null,
    criterionMaximum,
    results: listOf('result'),
    answers: answers.filter((header) => roles.get(header.column) === 'answer').map((header) => ({ column: header.column, text: header.own })),
    numerator: first('numerator'),
    denominator: first('denominator'),
    rate: first('rate'),
    previous: first('previous-year', 'baseline'),
    quarters: listOf('quarter'),
    selfScores,
    pointsOff: first('points-off'),
    evidence: first('evidence'),
    note: first('note'),
    remainder,
    rivalResults: rivals,
    roles: resolved,
  };

  function settleNames(
    list: readonly number[],
    map: Map<number, string>,
    look: (column: number) => Content,
  ): void {
    const names = withRole('name', 'name-or-number');
    if (names.length === 0) {
      // No heading names the items: the unread column with the longest texts does.
      const open = list.filter((column) => (map.get(column) === '' || map.get(column) === 'result') && share(look(column).long, look(column)) >= 0.6);
      open.sort((a, b) => look(b).long - look(a).long);
      if (open.length > 0) map.set(open[0] as number, 'name');
      return;
    }
    if (names.length < 2) return;
    const texty = names.filter((column) => look(column).filled > 0 && share(look(column).numeric, look(column)) < 0.5);
    const [outer, inner] = texty;
    if (outer !== undefined && inner !== undefined) {
      // The column with fewer, repeated or merged texts holds the criteria.
      if (look(outer).distinct < look(inner).distinct) map.set(outer, share(look(outer).ordinals, look(outer)) >= 0.8 && look(outer).long === 0 ? 'number' : 'criterion');
      else if (share(look(inner).bands, look(inner)) >= 0.4) map.set(inner, 'rubric');
      for (const other of texty.slice(2)) map.set(other, share(look(other).bands, look(other)) >= 0.4 ? 'rubric' : '');
    }
    for (const column of names) if (!texty.includes(column)) map.set(column, '');
  }

  function settleRubrics(host: Frame, list: readonly number[], map: Map<number, string>, look: (column: number) => Content): void {
    const rubrics = list.filter((column) => map.get(column) === 'rubric');
    const bands = list.filter((column) => map.get(column) === 'band');
    if (rubrics.length >= 2) {
      const scaled = rubrics.filter((column) => share(look(column).bands, look(column)) >= 0.4);
      const perRow = scaled.length >= 2 && scaled.every((column) => share(look(column).scales, look(column)) < 0.5 || !manyBandsInOneCell(host, column));
      if (scaled.length >= 3 || (scaled.length === 2 && perRow)) for (const column of scaled) map.set(column, 'band');
      else for (const column of rubrics) if (scaled.length > 0 && !scaled.includes(column)) map.set(column, '');
    } else if (rubrics.length === 1 && bands.length >= 2) {
      const only = rubrics[0] as number;
      if (look(only).filled > 0 && !manyBandsInOneCell(host, only)) map.set(only, 'band');
    } else if (rubrics.length === 0 && bands.length === 1) map.set(bands[0] as number, 'rubric');
  }

  function settleMaximum(
    list: readonly number[],
    map: Map<number, string>,
    look: (column: number) => Content,
    sure: (column: number) => number,
    headers: ReadonlyMap<number, HeaderColumn>,
  ): void {
    const maxima = list.filter((column) => map.get(column) === 'maximum');
    if (maxima.length > 1) {
      const nested = list.some((column) => map.get(column) === 'criterion');
      const best = maxima.slice().sort((a, b) => (nested ? look(b).filled - look(a).filled : 0) || sure(b) - sure(a) || a - b)[0] as number;
      if (nested) criterionMaximum = maxima.find((column) => column !== best && look(column).filled > 0 && look(column).filled < look(best).filled) ?? null;
      const hasSelf = list.some((column) => map.get(column) === 'self-score');
      for (const column of maxima) {
        if (column === best || column === criterionMaximum) continue;
        const later = column > best;
        if (share(look(column).numeric, look(column)) < 0.5 && look(column).filled > 0) map.set(column, '');
        else if (look(column).filled > look(best).filled * 1.6) map.set(column, 'band-points');
        else if (later && !hasSelf && !/\btd\b/.test((headers.get(column) as HeaderColumn).folded) && /\bdiem\b/.test((headers.get(column) as HeaderColumn).folded)) map.set(column, 'self-score');
        else map.set(column, '');
      }
    } else if (maxima.length === 1 && !list.some((column) => map.get(column) === 'self-score')) {
      // A lone “Điểm” behind the results is what the officer gives, not what can be had.
      const only = maxima[0] as number;
      if (sure(only) <= 0.7 && list.some((column) => map.get(column) === 'result' && column < only)) map.set(only, 'self-score');
    } else if (maxima.length === 0) {
      const points = list.filter((column) => map.get(column) === 'band-points');
      const rubrics = list.filter((column) => map.get(column) === 'rubric' && awardsSomewhere(column));
      if (points.length === 1 && rubrics.length > 0) map.set(points[0] as number, 'maximum');
    }
  }

  function awardsSomewhere(column: number): boolean {
    return frame.grid.filledRows.some((row) => row >= frame.firstRow && row <= frame.lastRow && awardsPoints(frame.grid.ownText(row, column)));
  }

  function settleResults(
    list: readonly number[],
    map: Map<number, string>,
    look: (column: number) => Content,
    sure: (column: number) => number,
    headers: ReadonlyMap<number, HeaderColumn>,
    year: number | null,
  ): HeaderColumn[] {
    const header = (column: number): HeaderColumn => headers.get(column) as HeaderColumn;
    let results = list.filter((column) => map.get(column) === 'result');
    const dated = results.filter((column) => header(column).year !== null);
    if (dated.length >= 2) {
      const years = dated.map((column) => header(column).year as number);
      const current = year !== null && years.includes(year) ? year : Math.max(...years);
      for (const column of dated) {
        const own = header(column).year as number;
        if (own === current - 1) map.set(column, 'previous-year');
        else if (own !== current) map.set(column, '');
      }
      const before = dated.filter((column) => map.get(column) === 'previous-year');
      for (const column of before.slice(1)) map.set(column, '');
      results = list.filter((column) => map.get(column) === 'result');
    }
    if (results.length < 2) return [];
    // Columns that never compete for a row are parts of one result (“có/không” here, “số lượng” there).
    const overlap = (a: number, b: number): number => {
      let both = 0;
      for (const row of frame.grid.filledRows) {
        if (row < frame.firstRow || row > frame.lastRow) continue;
        if (frame.grid.ownText(row, a) !== '' && frame.grid.ownText(row, b) !== '') both++;
      }
      return both;
    };
    const filled = results.filter((column) => look(column).filled > 0);
    if (filled.length < 2) {
      for (const column of results) if (filled.length === 1 && !filled.includes(column)) map.set(column, '');
      return [];
    }
    const rank = (column: number): number => {
      const words = header(column).folded;
      return sure(column) + (/\bket qua\b|\bkq/.test(words) ? 0.5 : 0) + (/\b(ca nam|cuoi nam|nam bao cao|cuoi ky)\b/.test(words) ? 0.6 : 0) - (/\bdien giai|mo ta|tinh hinh\b/.test(words) ? 0.3 : 0);
    };
    const best = filled.slice().sort((a, b) => rank(b) - rank(a) || a - b)[0] as number;
    const rivals: HeaderColumn[] = [];
    for (const column of filled) {
      if (column === best || overlap(column, best) <= Math.max(1, look(best).filled * 0.1)) continue;
      if (rank(column) === rank(best)) rivals.push(header(column));
      map.set(column, '');
    }
    return rivals.length === 0 ? [] : [header(best), ...rivals];
  }
}

function manyBandsInOneCell(frame: Frame, column: number): boolean {
  let many = 0;
  let one = 0;
  for (const row of frame.grid.filledRows) {
    if (row < frame.firstRow || row > frame.lastRow) continue;
    const text = frame.grid.ownText(row, column);
    if (text === '') continue;
    const awards = text.match(/\d+([.,]\d+)?\s*(điểm|đ(?![a-zà-ỹ]))/gi);
    if (awards !== null && awards.length >= 2) many++;
    else if (fold(text) !== '') one++;
  }
  return many > one;
}
