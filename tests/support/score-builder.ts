/**
 * Hand-made templates and scores for tests of checks: one table, a row for each criterion and each item, the columns
 * A number, B name, C scale, D maximum, E result, F self-score, G evidence. Points are whole points, not hundredths.
 */
import type { Finding, ItemKind } from '../../core/assessment';
import { runChecks, type ChecksInput } from '../../core/checks/checks';
import type { Observation, ObservationProblem } from '../../core/observations/observation';
import type { Band, BandCondition, Rubric } from '../../core/rubric/rubric';
import type { Score, ScoredCriterion, ScoredItem, UnitClassDecision } from '../../core/scoring/score';
import type { Standard } from '../../core/standards/standard';
import type { SourceCell, Template, TemplateItem } from '../../core/template/template';
import { fraction, type Fraction } from '../../core/text/fractions';
import { formatReference, parseAddress } from '../../core/workbook/references';
import type { CellValue, Workbook } from '../../core/workbook/workbook';

export const SHEET = 'Chấm điểm';

/** A cell with a value (undefined: blank), at an address of the table's sheet or of another one. */
export function cellAt(address: string, value?: CellValue, options: { sheet?: string; formula?: string } = {}): SourceCell {
  const place = parseAddress(address);
  if (place === null) throw new Error(`no address: ${address}`);
  const location = { sheet: options.sheet ?? SHEET, ...place };
  const blank = value === undefined && options.formula === undefined;
  const text = value === undefined ? '' : typeof value === 'object' ? value.error : String(value).trim();
  const cell = blank ? null : { ...place, value: value ?? null, ...(options.formula === undefined ? {} : { formula: options.formula }) };
  return { location, reference: formatReference(location), text, cell };
}

export interface ItemPlan {
  readonly row: number;
  readonly label?: string;
  readonly kind?: ItemKind;
  /** undefined: no such cell; null: a blank one. */
  readonly maximum?: CellValue | null;
  readonly self?: CellValue | null;
  readonly selfFormula?: string;
  readonly evidence?: CellValue | null;
  readonly result?: CellValue | null;
  readonly points?: number | null;
  readonly range?: readonly [number, number];
  /** `[words, points, condition]`; left out: yes → 50, no → 0. */
  readonly bands?: readonly (readonly [words: string, points: number, condition?: BandCondition])[];
  readonly rubric?: Partial<Rubric>;
  readonly observation?: Partial<Observation>;
  readonly problems?: readonly (readonly [code: ObservationProblem['code'], address: string, seen?: string, expected?: string])[];
  readonly denominator?: number;
  readonly item?: Partial<TemplateItem>;
}

export interface CriterionPlan {
  readonly number: number;
  readonly row: number;
  readonly name?: string;
  readonly maximum?: CellValue | null;
  readonly self?: CellValue | null;
  readonly selfFormula?: string;
  readonly sharesRow?: boolean;
  readonly items: readonly ItemPlan[];
}

function optional(address: string, value: CellValue | null | undefined, formula?: string): SourceCell | null {
  if (value === undefined && formula === undefined) return null;
  return value === null && formula === undefined
    ? cellAt(address)
    : cellAt(address, value ?? undefined, formula === undefined ? {} : { formula });
}

/** An interval condition in per cent: `percent(95, 98)` is from 95 % to under 98 %. */
export function percent(from: number | null, to: number | null, inclusive: { from?: boolean; to?: boolean } = {}): BandCondition {
  const limit = (value: number | null, isInclusive: boolean) =>
    value === null ? null : { value: fraction(value, 100), inclusive: isInclusive, decimals: 0 };
  return { type: 'interval', from: limit(from, inclusive.from ?? true), to: limit(to, inclusive.to ?? false) };
}

const YES_NO: NonNullable<ItemPlan['bands']> = [
  ['Có: 50 điểm', 50, { type: 'yes' }],
  ['Không: 0 điểm', 0, { type: 'no' }],
];

function makeRubric(plan: ItemPlan): Rubric {
  const bands = (plan.bands ?? YES_NO).map(([text, points, condition]): Band => ({
    text,
    points: points * 100,
    condition: condition ?? { type: 'yes' },
    cell: cellAt(`C${plan.row}`, text),
    mark: null,
  }));
  const points = bands.map((band) => band.points);
  const rubric = {
    kind: plan.kind ?? 'presence',
    bands,
    perUnit: null,
    proportional: null,
    per: null,
    unit: '',
    coverage: [],
    unread: [],
    least: points.length === 0 ? null : Math.min(...points),
    most: points.length === 0 ? null : Math.max(...points),
    complete: true,
    area: null,
    alternatives: [],
    ...plan.rubric,
  };
  return rubric as Rubric;
}

function whole(value: number | undefined): Fraction | null {
  return value === undefined ? null : fraction(value);
}

function makeObservation(plan: ItemPlan, result: SourceCell | null): Observation {
  return {
    text: result?.text ?? '',
    numerator: null,
    denominator: whole(plan.denominator),
    // An open item has a value that no band covers, unless the plan says why it is open.
    value: plan.points === null && result?.text !== '' ? fraction(1, 2) : null,
    statedRate: null,
    answer: null,
    level: null,
    noCase: false,
    none: false,
    markedBand: null,
    conflictingMarks: [],
    previous: null,
    current: null,
    unit: '',
    summedQuarters: false,
    readings: [],
    problems: (plan.problems ?? []).map(([code, address, seen = '', expected = '']) => ({
      code,
      cell: cellAt(address, seen === '' ? undefined : seen),
      seen,
      expected,
    })),
    cells: { observation: result, numerator: null, denominator: null, rate: null },
    ...plan.observation,
  } as Observation;
}

function hundredths(value: CellValue | null | undefined): number | null {
  return typeof value === 'number' ? value * 100 : typeof value === 'string' && /^\d+$/.test(value) ? Number(value) * 100 : null;
}

function makeItem(plan: ItemPlan, number: string): ScoredItem {
  const result = optional(`E${plan.row}`, plan.result === undefined ? 'Có' : plan.result);
  const rubric = makeRubric(plan);
  const item: TemplateItem = {
    number,
    shownNumber: number,
    label: plan.label ?? `Nội dung ${number}`,
    labelCell: cellAt(`B${plan.row}`, plan.label ?? `Nội dung ${number}`),
    maximum: optional(`D${plan.row}`, plan.maximum === undefined ? 50 : plan.maximum),
    rubric: rubric.bands.map((band) => ({ text: band.text, cell: band.cell, points: null, mark: null })),
    result,
    numerator: null,
    denominator: null,
    rate: null,
    previous: null,
    quarters: [],
    selfScore: optional(`F${plan.row}`, plan.self === undefined ? 50 : plan.self, plan.selfFormula),
    pointsOff: null,
    evidence: optional(`G${plan.row}`, plan.evidence === undefined ? 'Báo cáo' : plan.evidence),
    note: null,
    ...plan.item,
  };
  const points = plan.points === undefined ? 50 : plan.points;
  const [least, most] = plan.range ?? (points === null ? [0, 50] : [points, points]);
  return {
    item,
    rubric,
    observation: makeObservation(plan, result),
    kind: rubric.kind,
    maxPoints: hundredths(plan.maximum === undefined ? 50 : plan.maximum) ?? rubric.most,
    points: points === null ? null : points * 100,
    least: least * 100,
    most: most * 100,
    band: null,
    explanation: 'Có → 50 điểm',
    selfScore: hundredths(plan.self === undefined ? 50 : plan.self),
  };
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
}

function makeCriterion(plan: CriterionPlan): ScoredCriterion {
  const items = plan.items.map((item, index) => makeItem(item, `${plan.number}.${index + 1}`));
  const [only] = items;
  return {
    criterion: {
      number: plan.number,
      name: plan.name ?? `Tên tiêu chí ${plan.number}`,
      cell: cellAt(`B${plan.row}`, plan.name ?? `Tên tiêu chí ${plan.number}`),
      maximum: plan.sharesRow ? (only?.item.maximum ?? null) : optional(`D${plan.row}`, plan.maximum),
      selfScore: plan.sharesRow ? (only?.item.selfScore ?? null) : optional(`F${plan.row}`, plan.self, plan.selfFormula),
      items: items.map((item) => item.item),
      sharesRowWithItem: plan.sharesRow ?? false,
    },
    maxPoints: hundredths(plan.maximum) ?? sum(items.map((item) => item.maxPoints)),
    points: sum(items.map((item) => item.points)),
    least: items.reduce((total, item) => total + item.least, 0),
    most: items.reduce((total, item) => total + item.most, 0),
    selfScore: hundredths(plan.self) ?? sum(items.map((item) => item.selfScore)),
    items,
  };
}

export interface ScorePlan {
  readonly criteria: readonly CriterionPlan[];
  readonly standard?: Standard | null;
  readonly template?: Partial<Template>;
  readonly totalMaximum?: SourceCell | null;
  readonly totalSelf?: SourceCell | null;
  readonly threshold?: number | null;
  readonly unitClass?: Partial<UnitClassDecision>;
}

/** A template and its score. What the plan leaves out is in order: a known unit class, no years, a table without a total row. */
export function buildScore(plan: ScorePlan): { readonly template: Template; readonly score: Score } {
  const criteria = plan.criteria.map(makeCriterion);
  const template: Template = {
    status: 'recognised',
    questions: [],
    notes: [],
    mapping: {},
    standard: plan.standard ?? null,
    commune: 'Lam Sơn',
    district: null,
    province: null,
    years: [],
    year: 2024,
    unitClassStatements: [],
    criteria: criteria.map((criterion) => criterion.criterion),
    duplicates: [],
    total: { maximum: plan.totalMaximum ?? null, selfScore: plan.totalSelf ?? null, label: null },
    columns: [
      { role: 'rubric', header: cellAt('C9', 'Thang điểm') },
      { role: 'result', header: cellAt('E9', 'Kết quả') },
    ],
    figures: [],
    selfScoreIsRemainder: false,
    rubricSource: 'workbook',
    legacyCell: null,
    ...plan.template,
  };
  const unitClass: UnitClassDecision = {
    unitClass: 'other',
    source: 'workbook',
    workbookCell: null,
    workbookClass: 'other',
    conflict: null,
    statedThreshold: null,
    ...plan.unitClass,
  };
  const score = {
    template,
    standard: plan.standard ?? null,
    unitClass,
    criteria,
    total: {
      points: sum(criteria.map((criterion) => criterion.points)),
      least: criteria.reduce((total, criterion) => total + criterion.least, 0),
      most: criteria.reduce((total, criterion) => total + criterion.most, 0),
      maxPoints: null,
      selfScore: null,
      threshold: plan.threshold === undefined ? 850 : plan.threshold,
    },
    verdict: { status: 'undetermined', reasons: [] },
    questions: [],
  };
  return { template, score: score as Score };
}

/** An empty workbook with the table's sheet (or the named ones), for checks that look at sheets themselves. */
export function bareWorkbook(...names: readonly string[]): Workbook {
  const sheets = (names.length > 0 ? names : [SHEET]).map((name) => ({
    name,
    hidden: false,
    cells: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  }));
  return { file: null, defaultFont: null, sheets };
}

/** The findings of a plan as `code address item`, addresses of the table's own sheet without its name. */
export function findingsOf(plan: ScorePlan, input: Partial<ChecksInput> = {}): Finding[] {
  return runChecks({ workbook: bareWorkbook(), year: null, ...buildScore(plan), ...input });
}

export function briefly(findings: readonly Finding[]): string[] {
  return findings.map((finding) =>
    [finding.code, finding.cell === null ? '-' : finding.cell.replace(`'${SHEET}'!`, ''), finding.item ?? ''].join(' ').trim(),
  );
}
