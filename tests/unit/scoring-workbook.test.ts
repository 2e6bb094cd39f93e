import fc from 'fast-check';
import type { UnitClass } from '../../core/assessment';
import { NOTHING_READ } from '../../core/observations/draft';
import type { Observation } from '../../core/observations/observation';
import { toAssessmentParts } from '../../core/scoring/assessment-parts';
import type { Score, UnitClassDecision } from '../../core/scoring/score';
import { scoreWorkbook, type ItemReadings, type ScoreWorkbookOptions } from '../../core/scoring/score-workbook';
import type { Standard } from '../../core/standards/standard';
import type { Template, TemplateItem } from '../../core/template/template';
import { rubricOf } from '../support/rubrics';
import { sourceCell, templateItem } from '../support/source-cell';

const HANDLED = rubricOf('percentage', [
  ['>=100', 50],
  ['<100', 0],
]);
const KNOWN = rubricOf('percentage', [
  ['>=98', 50],
  ['90..98', 30],
  ['<90', 0],
]);

/** An item's state in a test: a share in per cent, `?` for no result, `-` for “không phát sinh” without a rule. */
type State = number | '?' | '-';

function standard(criteria: number, more: Partial<Standard> = {}): Standard {
  const sourced = <T>(value: T) => ({ value, confidence: 'verbatim' as const, source: 'test' });
  return {
    id: 'test',
    title: '',
    citations: [],
    issued: '2019-01-03',
    firstYear: 2019,
    lastYear: null,
    criteriaCount: criteria,
    maxTotal: null,
    criteria: Array.from({ length: criteria }, (_unused, index) => ({
      number: index + 1,
      name: sourced('x'),
      alsoCalled: [],
      maxPoints: null,
      items: [],
    })),
    thresholds: [
      { unitClass: 'central-city-ward', wording: '', minPoints: 90, confidence: 'verbatim', source: '' },
      { unitClass: 'mountain-island-hardship', wording: '', minPoints: 80, confidence: 'verbatim', source: '' },
      { unitClass: 'other', wording: '', minPoints: 85, confidence: 'verbatim', source: '' },
    ],
    reportedThresholds: [],
    noZeroCriterion: sourced(true as const),
    actors: [],
    agencyAssignments: [],
    ...more,
  } as Standard;
}

function unitClass(value: UnitClass | null, statedThreshold: number | null = null): UnitClassDecision {
  return { unitClass: value, source: value ? 'workbook' : null, workbookCell: null, workbookClass: value, conflict: null, statedThreshold };
}

interface Made {
  readonly template: Template;
  readonly readings: ItemReadings;
}

function observation(state: State): Observation {
  const cell = sourceCell('E9', state === '?' ? null : String(state));
  const cells = { ...NOTHING_READ.cells, observation: cell };
  if (state === '?') return { ...NOTHING_READ, cells, problems: [{ code: 'missing-observation', cell, seen: '', expected: '' }] };
  if (state === '-') return { ...NOTHING_READ, cells, text: 'Không phát sinh', noCase: true };
  return { ...NOTHING_READ, cells, text: `${state}%`, value: { numerator: state, denominator: 100 } };
}

function make(criteria: readonly (readonly State[])[], more: Partial<Template> = {}, duplicate: readonly State[] = []): Made {
  const readings = new Map<TemplateItem, { rubric: typeof KNOWN; observation: Observation }>();
  const itemsOf = (states: readonly State[], number: number): TemplateItem[] =>
    states.map((state, index) => {
      const item = templateItem({ number: `${number}.${index + 1}`, maximum: sourceCell('D9', 50), selfScore: sourceCell('F9', 50) });
      readings.set(item, { rubric: state === '-' ? HANDLED : KNOWN, observation: observation(state) });
      return item;
    });
  const template = {
    status: 'recognised',
    criteria: criteria.map((states, index) => ({
      number: index + 1,
      name: `Tiêu chí ${index + 1}`,
      cell: sourceCell(`B${index + 1}`, 'x'),
      maximum: sourceCell(`D${index + 1}`, 50 * states.length),
      selfScore: null,
      items: itemsOf(states, index + 1),
      sharesRowWithItem: false,
    })),
    duplicates: duplicate.length > 0 ? [{ number: 1, cell: sourceCell('B99', 'x'), items: itemsOf(duplicate, 1) }] : [],
    total: { maximum: null, selfScore: null, label: null },
    unitClassStatements: [],
    ...more,
  } as unknown as Template;
  return { template, readings };
}

function score(
  made: Made,
  options: Partial<ScoreWorkbookOptions> & { standard?: Standard | null; unitClass?: UnitClassDecision } = {},
): Score {
  const chosen = options.standard === undefined ? standard(made.template.criteria.length) : options.standard;
  return scoreWorkbook(made.template, chosen, options.unitClass ?? unitClass('other'), made.readings, {
    noCaseRules: options.noCaseRules ?? {},
  });
}

function codes(result: Score): string[] {
  return result.verdict.reasons.map((reason) => reason.code);
}

describe('sums', () => {
  test('criteria and total are the sums of their items', () => {
    const result = score(make([[99, 95], [92]]));
    expect(result.criteria.map((criterion) => criterion.points)).toEqual([8000, 3000]);
    expect(result.total).toMatchObject({ points: 11000, least: 11000, most: 11000, maxPoints: 15000, selfScore: 15000, threshold: 85 });
  });

  test('an undecided item leaves its criterion and the total open', () => {
    const result = score(make([[99, '?'], [92]]));
    expect(result.criteria[0]).toMatchObject({ points: null, least: 5000, most: 10000 });
    expect(result.total).toMatchObject({ points: null, least: 8000, most: 13000 });
  });

  test('a duplicated criterion counts once where both agree, else stays open', () => {
    expect(score(make([[99], [92]], {}, [99])).total.points).toBe(8000);
    const differing = score(make([[99], [92]], {}, [50]));
    expect(differing.criteria[0]).toMatchObject({ points: null, least: 0, most: 5000 });
    expect(differing.total).toMatchObject({ points: null, least: 3000, most: 8000 });
  });

  test('a second copy without any result counts nothing; one that is only partly filled leaves the points open', () => {
    expect(score(make([[99, 99], [92]], {}, ['?', '?'])).criteria[0]).toMatchObject({ points: 10000, least: 10000, most: 10000 });
    expect(score(make([[99, 99], [92]], {}, [99, '?'])).criteria[0]).toMatchObject({ points: null, least: 5000, most: 10000 });
    expect(score(make([['?'], [92]], {}, [99])).criteria[0]).toMatchObject({ points: null, least: 0, most: 5000 });
  });

  test('points of a criterion are open only where its range is, whatever the copies hold', () => {
    const states = fc.array(fc.constantFrom<State>(99, 92, 50, '?', '-'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(states, states, (first, second) => {
        const criterion = score(make([first, [92]], {}, second)).criteria[0]!;
        expect(criterion.points === null).toBe(criterion.least < criterion.most);
        if (criterion.points !== null) expect([criterion.least, criterion.most]).toEqual([criterion.points, criterion.points]);
      }),
    );
  });
});

describe('verdict', () => {
  test('without a unit class the limit that was cleared is named as the highest', () => {
    const [reason] = score(make([[99], [99]]), { unitClass: unitClass(null) }).verdict.reasons;
    expect(reason).toMatchObject({ code: 'meets-all', message: expect.stringContaining('đạt cả ngưỡng cao nhất (90 điểm)') });
    const [below] = score(make([[92], [92]]), { unitClass: unitClass(null) }).verdict.reasons;
    expect(below).toMatchObject({ code: 'below-threshold', message: expect.stringContaining('thấp hơn cả ngưỡng thấp nhất (80 điểm)') });
  });

  test.each<[string, (readonly State[])[], UnitClass | null, string, string[]]>([
    ['all there and enough', [[99], [99]], 'other', 'meets', ['meets-all']],
    ['exactly the threshold', [[99], [92]], 'mountain-island-hardship', 'meets', ['meets-all']],
    ['below the threshold', [[92], [92]], 'other', 'fails', ['below-threshold']],
    ['a criterion with 0', [[99, 99], [50]], 'other', 'fails', ['zero-criterion']],
    ['both', [[50], [92]], 'other', 'fails', ['zero-criterion', 'below-threshold']],
    ['an open item that cannot matter', [[99, '?'], [99]], 'other', 'meets', ['meets-all']],
    ['an open item that can bring the total up', [[92, '?'], [92]], 'other', 'undetermined', ['open-range']],
    ['an open item that alone makes a criterion', [[99, 99], ['?']], 'other', 'undetermined', ['open-range']],
    ['an open item that cannot save it', [[92], [92], ['?']].slice(0, 2) as State[][], 'central-city-ward', 'fails', ['below-threshold']],
    ['the class unknown, all thresholds cleared', [[99], [99]], null, 'meets', ['meets-all']],
    ['the class unknown, below all of them', [[92], [92]], null, 'fails', ['below-threshold']],
    ['the class unknown, between them', [[99], [92, 50]], null, 'undetermined', ['threshold-unknown']],
  ])('%s', (_name, criteria, known, status, reasons) => {
    const result = score(make(criteria), { unitClass: unitClass(known) });
    expect(result.verdict.status).toBe(status);
    expect(codes(result)).toEqual(reasons);
  });

  test('a reason names the item and its cell', () => {
    const [reason] = score(make([[92, '?'], [92]])).verdict.reasons;
    expect(reason).toMatchObject({ code: 'open-range', criterion: 1, item: '1.2', cells: ["'Chấm điểm'!E9"] });
    expect(reason?.message).toContain("'Chấm điểm'!E9");
  });

  test('a missing criterion leaves it undetermined', () => {
    const result = score(make([[99], [99]]), { standard: standard(3) });
    expect(result.verdict.status).toBe('undetermined');
    expect(codes(result)).toEqual(['rubric-incomplete']);
    expect(result.verdict.reasons[0]?.criterion).toBe(3);
    expect(result.total.points).toBeNull();
  });

  test('an unrecognised template', () => {
    expect(codes(score(make([], { status: 'unrecognised' })))).toEqual(['template-unrecognised']);
  });

  test('a standard without sourced thresholds: unknown, unless the workbook states one', () => {
    const unsourced = standard(2, { thresholds: null, noZeroCriterion: null });
    const unknown = score(make([[99], [99]]), { standard: unsourced, unitClass: unitClass(null) });
    expect(unknown.total.threshold).toBeNull();
    expect([unknown.verdict.status, codes(unknown)]).toEqual(['undetermined', ['threshold-unknown']]);
    const stated = score(make([[99], [99]]), { standard: unsourced, unitClass: unitClass(null, 75) });
    expect([stated.total.threshold, stated.verdict.status]).toEqual([75, 'meets']);
  });

  test('an item without a scale is what is missing, not a result', () => {
    const made = make([[92], [99]]);
    const item = made.template.criteria[0]?.items[0] as TemplateItem;
    (made.readings as Map<TemplateItem, unknown>).set(item, {
      rubric: rubricOf('percentage', [], { least: null, most: null, complete: false }),
      observation: observation(99),
    });
    expect(codes(score(made))).toEqual(['rubric-incomplete']);
  });

  test('agrees with every way of filling the open ranges', () => {
    const fillings: State[] = [50, 92, 99];
    const states = fc.constantFrom<State>(50, 92, 99, '?');
    const workbook = fc.array(fc.array(states, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 });
    const fill = (criteria: State[][]): State[][][] => {
      for (let row = 0; row < criteria.length; row += 1) {
        const column = (criteria[row] as State[]).indexOf('?');
        if (column < 0) continue;
        return fillings.flatMap((state) =>
          fill(criteria.map((items, index) => (index === row ? items.map((old, place) => (place === column ? state : old)) : items))),
        );
      }
      return [criteria];
    };
    fc.assert(
      fc.property(workbook, (criteria) => {
        const statuses = new Set(fill(criteria).map((filled) => score(make(filled)).verdict.status));
        const verdict = score(make(criteria)).verdict.status;
        expect(verdict).toBe(statuses.size === 1 ? [...statuses][0] : 'undetermined');
      }),
      { numRuns: 150, seed: 2 },
    );
  });
});

describe('questions', () => {
  test('no case without a rule is asked about where it can change the verdict', () => {
    const result = score(make([[92, '-'], [92]]));
    expect(result.verdict.status).toBe('undetermined');
    expect(result.questions).toMatchObject([{ code: 'no-case-rule', cells: ["'Chấm điểm'!E9"], choices: ['most', 'zero', 'open'] }]);
    expect(score(make([[99, '-'], [99]])).questions).toEqual([]);
  });

  test('a whole of 0 is what the question points to where nothing was written', () => {
    const made = make([[92, '-'], [92]]);
    const item = made.template.criteria[0]?.items[1] as TemplateItem;
    const cell = sourceCell('H9', 0);
    const reading = made.readings.get(item)!;
    const problems = [{ code: 'zero-denominator' as const, cell, seen: '0', expected: '' }];
    const readings = new Map(made.readings).set(item, { ...reading, observation: { ...reading.observation, text: '', problems } });
    const [question] = score({ ...made, readings }).questions;
    expect(question).toMatchObject({ code: 'no-case-rule', cells: ["'Chấm điểm'!H9"] });
    expect(question!.message).toContain("Chỉ tiêu 1.2 (ô 'Chấm điểm'!H9) có tổng số bằng 0, thang điểm không quy định");
  });

  test('an answer settles it', () => {
    const made = make([[92, '-'], [92]]);
    expect(score(made, { noCaseRules: { '1.2': 'most' } })).toMatchObject({ verdict: { status: 'meets' }, questions: [] });
    expect(score(made, { noCaseRules: { '*': 'zero' } })).toMatchObject({ verdict: { status: 'fails' }, questions: [] });
    expect(score(made, { noCaseRules: { '*': 'open' } })).toMatchObject({ verdict: { status: 'undetermined' }, questions: [] });
  });

  test('a number with two readings is asked about', () => {
    const made = make([[99], [99]]);
    const item = made.template.criteria[0]?.items[0] as TemplateItem;
    const readings = [
      { numerator: 985, denominator: 1000 },
      { numerator: 985, denominator: 100000 },
    ];
    (made.readings as Map<TemplateItem, unknown>).set(item, {
      rubric: KNOWN,
      observation: { ...observation(99), value: null, text: '0,985', readings },
    });
    expect(score(made).questions).toMatchObject([{ code: 'number-reading', choices: ['98,5 %', '0,985 %'] }]);
  });
});

test('the parts of the assessment', () => {
  const parts = toAssessmentParts(score(make([[99, '-'], [92]])));
  expect(parts.total).toEqual({ points: null, range: [80, 130], maxPoints: 150, selfScore: 150, threshold: 85 });
  expect(parts.criteria[0]).toMatchObject({ number: 1, points: null, range: [50, 100], maxPoints: 100, cell: "'Chấm điểm'!B1" });
  expect(parts.criteria[0]?.items[0]).toMatchObject({
    number: '1.1',
    kind: 'percentage',
    points: 50,
    range: [50, 50],
    observed: { value: 99, unit: '%', text: '99%' },
    band: { text: '>=98', from: 98, points: 50 },
    explanation: '99 % ≥ 98 % → 50 điểm',
    cells: { observation: "'Chấm điểm'!E9", selfScore: "'Chấm điểm'!F9" },
  });
  expect(parts.criteria[0]?.items[1]).toMatchObject({
    points: null,
    observed: { notApplicable: true, text: 'Không phát sinh' },
    band: null,
  });
});

test('the total is the sum of its criteria, whatever they are', () => {
  const states = fc.constantFrom<State>(50, 92, 99, '?', '-');
  fc.assert(
    fc.property(fc.array(fc.array(states, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (criteria) => {
      const { criteria: scored, total } = score(make(criteria));
      const add = (pick: (criterion: (typeof scored)[number]) => number): number =>
        scored.reduce((sum, criterion) => sum + pick(criterion), 0);
      expect([total.least, total.most]).toEqual([add((criterion) => criterion.least), add((criterion) => criterion.most)]);
      expect(total.points).toBe(
        scored.some((criterion) => criterion.points === null) ? null : add((criterion) => criterion.points as number),
      );
    }),
    { numRuns: 150, seed: 9 },
  );
});
