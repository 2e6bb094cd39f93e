import type { ItemKind } from '../assessment';
import { compare, divide, fraction, type Fraction } from '../text/fractions';
import type { Area } from './areas';
import { domainOf, uncovered } from './coverage';
import type { WrittenLimit } from './interval';
import type { Measured } from './kind';
import type { Meaning } from './meaning';
import type { Band, BandCondition, Limit } from './rubric';
import { joinSpans, spanHolds, without, type Span } from './spans';
import type { Statement, UnreadPart } from './statements';
import { valueAsWritten } from './interval';
import { isWord } from './tokens';
import { remainingLevels } from './wordings';

const COUNTED = [
  'vu',
  'cuoc',
  'buoi',
  'em',
  'tre',
  'lan',
  'mo',
  'cau',
  'hoat',
  'chau',
  'nguoi',
  'luot',
  'doi',
  'nhom',
  'dien',
  'truong',
  'ca',
];
const ZERO_OUT: Limit = { value: fraction(0), inclusive: false, decimals: 0 };

function shareOf(written: WrittenLimit, measure: Measured): Limit | null {
  const { number, inclusive } = written;
  let value: Fraction | null;
  if (measure.kind === 'percentage' || measure.kind === 'proportional' || measure.kind === 'change')
    value = number.unit === null ? divide(number.value, fraction(100)) : valueAsWritten(number);
  else if (measure.kind === 'incidence')
    value = number.unit !== null ? valueAsWritten(number) : measure.per === null ? null : divide(number.value, fraction(measure.per));
  else value = number.unit === null ? number.value : null;
  return value && !(number.ambiguous && number.unit === null)
    ? { value, inclusive, decimals: number.unit === 'share' ? 0 : number.decimals }
    : null;
}

function spanOf(meaning: Meaning, measure: Measured): Span | null {
  if (meaning.type === 'change') return measure.kind === 'change' ? meaning.span : null;
  if (meaning.type !== 'interval') return null;
  const bare = meaning.numbers.every((number) => number.unit === null);
  if (measure.kind === 'percentage' && bare && meaning.unit && isWord(meaning.unit, ...COUNTED)) return null;
  const from = meaning.interval.from && shareOf(meaning.interval.from, measure);
  const to = meaning.interval.to && shareOf(meaning.interval.to, measure);
  if ((meaning.interval.from && !from) || (meaning.interval.to && !to)) return null;
  if (measure.kind !== 'change') return { from, to };
  // In a scale of change a share without a direction goes on from the falls named before it.
  return { from: from ?? ZERO_OUT, to };
}

interface Pending {
  readonly statement: Statement;
  readonly conditions: readonly BandCondition[];
}

/** Whether more is better: by where the best and the worst interval lie. null where the intervals do not tell. */
function moreIsBetter(bands: readonly { readonly points: number; readonly span: Span }[]): boolean | null {
  const sorted = [...bands].sort((a, b) => b.points - a.points);
  const best = sorted[0];
  const worst = sorted[sorted.length - 1];
  if (!best || !worst) return null;
  if (best === worst || best.points === worst.points) {
    if (!best.span.from) return false;
    return !best.span.to || compare(best.span.to.value, fraction(1)) >= 0 ? true : null;
  }
  const low = (span: Span): Fraction => span.from?.value ?? fraction(-1000000);
  return compare(low(best.span), low(worst.span)) > 0;
}

function nothingIn(
  words: string,
  points: number,
  good: boolean | null,
  nothingArose: boolean,
  most: number,
  label: string,
): BandCondition | null {
  if (good === false) return { type: 'none' };
  if (nothingArose) return { type: 'no-case' };
  if (good === null)
    return /\b(?:bi|vi pham|nghien|bo hoc|lao dong|tao hon|tu vong|suy dinh duong|tai nan|xam hai)\b/.test(label) ? { type: 'none' } : null;
  if (/\b(?:vu viec|vu|truong hop|doi tuong)\b/.test(words) || points >= most) return { type: 'no-case' };
  return points === 0 ? { type: 'none' } : null;
}

function conditionsOf(
  statement: Statement,
  measure: Measured,
  context: { good: boolean | null; most: number; label: string },
): BandCondition[] | 'rest' | null {
  const { kind } = measure;
  const spans: Span[] = [];
  const others: BandCondition[] = [];
  for (const meaning of statement.meanings) {
    if (meaning.type === 'nothing' || meaning.type === 'unreadable') return null;
    if (meaning.type !== 'words') {
      const span = spanOf(meaning, measure);
      if (!span) return null;
      spans.push(span);
      continue;
    }
    const { words, type, levels, bare, nothingArose } = meaning.words;
    const numeric =
      kind === 'percentage' ||
      kind === 'incidence' ||
      kind === 'count' ||
      kind === 'change' ||
      kind === 'proportional' ||
      kind === 'per-unit';
    if (type === 'rest') return 'rest';
    if (numeric) {
      if (type === 'negation') {
        if (/^(?:khong|chua|ko) (?:dat|dam bao|du|bao dam)/.test(words)) return kind === 'change' ? null : 'rest';
        const condition =
          kind === 'percentage' || kind === 'proportional'
            ? nothingIn(words, statement.points, context.good, nothingArose, context.most, context.label)
            : { type: 'none' as const };
        if (!condition) return null;
        others.push(condition);
      } else if (
        type === 'affirmation' &&
        /^(?:co|da co|de xay|co xay|to chuc|da to chuc)\b/.test(words) &&
        !/^co (?:tu|den|duoi|tren)\b/.test(words) &&
        (kind === 'count' || kind === 'incidence' || (kind === 'percentage' && context.good === false))
      ) {
        spans.push({ from: ZERO_OUT, to: null });
      } else return null;
      continue;
    }
    if (type === 'level' && kind === 'presence') others.push({ type: 'yes' });
    else if (type === 'level') levels.forEach((level) => others.push({ type: 'level', level }));
    else if (kind === 'choice') {
      if (
        type === 'negation' &&
        (bare || /^(?:khong|chua) (?:co|thuc hien|to chuc|bo tri|ban hanh|xay dung)/.test(words)) &&
        !/^(?:khong|chua) dat/.test(words)
      )
        others.push({ type: 'no' });
      else others.push({ type: 'level', level: words });
    } else if (type === 'negation') others.push({ type: 'no' });
    else if (type === 'affirmation' || type === 'unclear') others.push({ type: 'yes' });
  }
  if (spans.length > 0) {
    const joined = joinSpans(spans);
    if (joined) return [...others, { type: 'interval', from: joined.from, to: joined.to }];
    return [...others, ...spans.map((span) => ({ type: 'interval' as const, from: span.from, to: span.to }))];
  }
  return others.length > 0 ? others : null;
}

/** “Không tăng”, “không giảm” beside bands that say more: what those leave of it. */
function isLoose(statement: Statement): boolean {
  return statement.meanings.every(
    (meaning) =>
      meaning.type === 'change' &&
      !meaning.numeric &&
      (meaning.span.from === null) !== (meaning.span.to === null) &&
      (meaning.span.from ?? meaning.span.to)?.inclusive === true &&
      /kh[oô]ng|ch[uư]a/i.test(statement.text) &&
      !/ho[aặ]c/i.test(statement.text.normalize('NFC')),
  );
}

function presenceIsClear(statements: readonly Statement[], label: string): boolean {
  const words = statements.reduce<Meaning[]>((all, statement) => all.concat(statement.meanings), []);
  const unclear = words.filter((meaning) => meaning.type === 'words' && meaning.words.type === 'unclear');
  if (unclear.length === 0) return true;
  const negations = words.some((meaning) => meaning.type === 'words' && meaning.words.type === 'negation');
  return negations || /^co\b/.test(label);
}

export interface BuiltBands {
  readonly bands: readonly Band[];
  readonly unread: readonly UnreadPart[];
}

/** The statements that hold in `area` as bands in the scale's measure; what cannot be one is `unread`. `label` is folded. */
export function buildBands(all: readonly Statement[], measure: Measured, label: string, area: Area | null): BuiltBands {
  const statements = all.filter((statement) => statement.area === null || statement.area === area);
  const unread: UnreadPart[] = [];
  const fail = (statement: Statement): void => {
    unread.push({ text: statement.text, cell: statement.cell });
  };
  const intervals = statements.reduce<{ points: number; span: Span }[]>((list, statement) => {
    const meaning = statement.meanings[0];
    const span = meaning && spanOf(meaning, measure);
    return span ? list.concat({ points: statement.points, span }) : list;
  }, []);
  const most = Math.max(0, ...statements.map((statement) => statement.points));
  const context = { good: moreIsBetter(intervals), most, label };
  const clear = measure.kind !== 'presence' || presenceIsClear(statements, label);
  const pending: Pending[] = [];
  const rests: Statement[] = [];
  for (const statement of statements) {
    const conditions = clear ? conditionsOf(statement, measure, context) : null;
    if (conditions === 'rest') rests.push(statement);
    else if (conditions) pending.push({ statement, conditions });
    else fail(statement);
  }
  const toBand = (statement: Statement, condition: BandCondition): Band => ({
    text: statement.text,
    points: statement.points,
    condition,
    cell: statement.cell,
    mark: statement.mark,
  });
  const firm = pending.filter(({ statement }) => measure.kind !== 'change' || !isLoose(statement));
  const firmSpans = firm.reduce<Span[]>(
    (list, { conditions }) =>
      list.concat(
        conditions.filter((condition): condition is Extract<BandCondition, { type: 'interval' }> => condition.type === 'interval'),
      ),
    [],
  );
  const bands: Band[] = [];
  for (const entry of pending) {
    for (const condition of entry.conditions) {
      if (condition.type !== 'interval' || firm.includes(entry)) bands.push(toBand(entry.statement, condition));
      else {
        const left = without(condition, firmSpans);
        if (left.length === 0) fail(entry.statement);
        left.forEach((span) => bands.push(toBand(entry.statement, { type: 'interval', from: span.from, to: span.to })));
      }
    }
  }
  const rest = rests[0];
  rests.slice(1).forEach((other) => {
    if (other.points !== rest?.points) fail(other);
  });
  if (rest) {
    const conditions = restConditions(bands, measure.kind);
    // What could not be read might be part of “còn lại”, so nothing may be taken from it.
    if (!conditions || unread.length > 0) fail(rest);
    else conditions.forEach((condition) => bands.push(toBand(rest, condition)));
  }
  const settled = bands.map((band) => (isZeroBeside(band, bands) ? { ...band, condition: { type: 'none' as const } } : band));
  const unique = settled.filter(
    (band, index) =>
      settled.findIndex((other) => other.points === band.points && JSON.stringify(other.condition) === JSON.stringify(band.condition)) ===
      index,
  );
  return { bands: unique, unread };
}

/** A band for zero alone (“0 %: 75 điểm”) beside an interval that holds zero as well is the band for none. */
function isZeroBeside(band: Band, bands: readonly Band[]): boolean {
  const zero = (limit: Limit | null): boolean => limit !== null && limit.value.numerator === 0 && limit.inclusive;
  if (band.condition.type !== 'interval' || !zero(band.condition.from) || !zero(band.condition.to)) return false;
  return bands.some(
    (other) =>
      other !== band &&
      other.condition.type === 'interval' &&
      spanHolds(other.condition, fraction(0)) &&
      !(zero(other.condition.from) && zero(other.condition.to)),
  );
}

/** The end of the measure itself needs no limit: “còn lại” reads as “dưới 90 %” would. */
function isEnd(limit: Limit | null, end: Limit | null): boolean {
  return limit !== null && end !== null && limit.inclusive === end.inclusive && compare(limit.value, end.value) === 0;
}

function restConditions(bands: readonly Band[], kind: ItemKind): BandCondition[] | null {
  if (kind === 'presence') {
    const yes = bands.some((band) => band.condition.type === 'yes');
    const no = bands.some((band) => band.condition.type === 'no');
    return yes === no ? null : [{ type: yes ? 'no' : 'yes' }];
  }
  if (kind === 'choice') {
    const named = bands.map((band) => (band.condition.type === 'level' ? band.condition.level : ''));
    const levels = remainingLevels(named);
    return levels && levels.length > 0 ? levels.map((level) => ({ type: 'level', level })) : null;
  }
  if (bands.length === 0) return null;
  const left = uncovered(kind, bands);
  const domain = domainOf(kind);
  return left.length > 0
    ? left.map((span) => ({
        type: 'interval',
        from: isEnd(span.from, domain.from) ? null : span.from,
        to: isEnd(span.to, domain.to) ? null : span.to,
      }))
    : null;
}
