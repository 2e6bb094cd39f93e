import * as fc from 'fast-check';
import { bandsHolding } from '../../core/rubric/coverage';
import { compare, fraction, type Fraction } from '../../core/text/fractions';
import { bandCode, bandsCode, piecesOf, read, unreadOf } from './rubric-support';

const RUNS = { numRuns: 300, seed: 20190103 };

interface Scale {
  /** Limits in tenths of the unit, ascending. */
  readonly limits: readonly number[];
  readonly points: readonly number[];
}

const scale: fc.Arbitrary<Scale> = fc
  .uniqueArray(
    fc.oneof(
      fc.integer({ min: 1, max: 99 }).map((value) => value * 10),
      fc.integer({ min: 11, max: 989 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .chain((limits) =>
    fc.record({
      limits: fc.constant([...limits].sort((a, b) => a - b)),
      points: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: limits.length + 1, maxLength: limits.length + 1 }),
    }),
  );

type Writer = (tenths: number) => string;

/** From low to high, “from … inclusive to … exclusive”, in one officer's manner. */
const MANNERS: readonly ((low: string | null, high: string | null) => string)[] = [
  (low, high) => (low === null ? `Dưới ${high}` : high === null ? `Từ ${low} trở lên` : `Từ ${low} đến dưới ${high}`),
  (low, high) => (low === null ? `Đạt dưới ${high}` : high === null ? `Đạt từ ${low} trở lên` : `Đạt từ ${low} đến dưới ${high}`),
  (low, high) => (low === null ? `< ${high}` : high === null ? `≥ ${low}` : `${low} - < ${high}`),
  (low, high) => (low === null ? `<${high}` : high === null ? `>=${low}` : `${low} – <${high}`),
  (low, high) => (low === null ? `x < ${high}` : high === null ? `x ≥ ${low}` : `${low} ≤ x < ${high}`),
  (low, high) => (low === null ? `Nhỏ hơn ${high}` : high === null ? `Lớn hơn hoặc bằng ${low}` : `Từ ${low} và nhỏ hơn ${high}`),
  (low, high) => (low === null ? `Chưa đạt ${high}` : high === null ? `Tối thiểu ${low}` : `Không dưới ${low} và dưới ${high}`),
  (low, high) => (low === null ? `duoi ${high}` : high === null ? `tu ${low} tro len` : `tu ${low} den duoi ${high}`),
];
const AWARDS: readonly ((condition: string, points: number) => string)[] = [
  (condition, points) => `${condition}: ${points} điểm`,
  (condition, points) => `${condition} (${points} điểm)`,
  (condition, points) => `${condition} – ${points} điểm`,
  (condition, points) => `${condition} được ${points} điểm`,
  (condition, points) => `${condition} chấm ${points}đ`,
  (condition, points) => `${condition}: ${points}đ`,
  (condition, points) => `${condition} = ${points} diem`,
];
const JOINTS = ['; ', '\n', ';\n- ', '. ', ', ', '\n• ', ';\n+ '];
const BULLETS = ['', '- ', '• ', '* ', 'Tỷ lệ trẻ em dưới 5 tuổi:\n'];

function expectedCode(found: Scale): string {
  const written = (tenths: number): string => String(tenths / 10).replace('.', ',');
  return found.points
    .map((points, index) => {
      const low = found.limits[index - 1];
      const high = found.limits[index];
      return `${low === undefined ? '(' : `[${written(low)}`};${high === undefined ? '' : written(high)})=${points}`;
    })
    .sort()
    .join(' ');
}

function render(found: Scale, manner: number, award: number, joint: number, bullet: number, write: Writer, descending: boolean): string {
  const bands = found.points.map((points, index) => {
    const low = found.limits[index - 1];
    const high = found.limits[index];
    const condition = (MANNERS[manner] as (typeof MANNERS)[number])(
      low === undefined ? null : write(low),
      high === undefined ? null : write(high),
    );
    return (AWARDS[award] as (typeof AWARDS)[number])(condition, points);
  });
  if (descending) bands.reverse();
  return `${BULLETS[bullet] ?? ''}${bands.join(JOINTS[joint])}`;
}

const layout = fc.record({
  manner: fc.nat(MANNERS.length - 1),
  award: fc.nat(AWARDS.length - 1),
  joint: fc.nat(JOINTS.length - 1),
  bullet: fc.nat(BULLETS.length - 1),
  descending: fc.boolean(),
  point: fc.boolean(),
  decomposed: fc.boolean(),
  bare: fc.boolean(),
});

describe('whatever the layout, the same bands', () => {
  test('percentages', () => {
    fc.assert(
      fc.property(scale, layout, (found, how) => {
        const write: Writer = (tenths) => `${String(tenths / 10).replace('.', how.point ? '.' : ',')}${how.bare ? ' %' : '%'}`;
        const text = render(found, how.manner, how.award, how.joint, how.bullet, write, how.descending);
        const rubric = read(how.decomposed ? text.normalize('NFD') : text, 'Tỷ lệ trẻ em dưới 5 tuổi', {
          convention: { decimal: how.point ? '.' : ',' },
        });
        expect([text, unreadOf(rubric)]).toEqual([text, []]);
        expect([text, bandsCode(rubric)]).toEqual([text, expectedCode(found)]);
        expect(rubric.coverage).toEqual([]);
        expect(rubric.complete).toBe(true);
      }),
      RUNS,
    );
  });

  test('rates for a group', () => {
    fc.assert(
      fc.property(scale, layout, fc.constantFrom('/1.000', '/1000', '‰', '/100.000 trẻ em', '/10.000 trẻ'), (found, how, unit) => {
        const text = render(
          found,
          how.manner,
          how.award,
          how.joint,
          how.bullet,
          (tenths) => `${String(tenths / 10).replace('.', ',')}${unit}`,
          how.descending,
        );
        const rubric = read(text, 'Tỷ suất trẻ em vi phạm pháp luật');
        expect([text, unreadOf(rubric)]).toEqual([text, []]);
        expect([text, rubric.kind, bandsCode(rubric)]).toEqual([text, 'incidence', expectedCode(found)]);
      }),
      RUNS,
    );
  });

  test('counts', () => {
    const whole = scale
      .map((found) => ({
        limits: found.limits.map((limit, index) => (index + 2) * 10 + Math.floor(limit / 100) * 10),
        points: found.points,
      }))
      .filter((found) => new Set(found.limits).size === found.limits.length);
    fc.assert(
      fc.property(whole, layout, fc.constantFrom(' cuộc', ' buổi', ' vụ', ' trẻ em'), (found, how, unit) => {
        const text = render(
          found,
          how.manner,
          how.award,
          how.joint,
          how.bullet === 4 ? 0 : how.bullet,
          (tenths) => `${tenths < 100 ? '0' : ''}${tenths / 10}${unit}`,
          how.descending,
        );
        const rubric = read(text, 'Số cuộc truyền thông');
        expect([text, unreadOf(rubric)]).toEqual([text, []]);
        expect([text, rubric.kind, bandsCode(rubric)]).toEqual([text, 'count', expectedCode(found)]);
        expect(rubric.coverage).toEqual([]);
      }),
      RUNS,
    );
  });

  test('points in cells of their own', () => {
    fc.assert(
      fc.property(scale, layout, (found, how) => {
        const rows = found.points.map((points, index): readonly [string, number] => {
          const low = found.limits[index - 1];
          const high = found.limits[index];
          const write: Writer = (tenths) => `${String(tenths / 10).replace('.', ',')}%`;
          return [
            (MANNERS[how.manner] as (typeof MANNERS)[number])(
              low === undefined ? null : write(low),
              high === undefined ? null : write(high),
            ),
            points,
          ];
        });
        expect(bandsCode(read(piecesOf(...rows), 'Tỷ lệ A'))).toBe(expectedCode(found));
      }),
      RUNS,
    );
  });
});

describe('coverage agrees with looking at values one by one', () => {
  const end = fc.record({ value: fc.integer({ min: 0, max: 20 }), inclusive: fc.boolean() });
  const band = fc.record({
    low: fc.option(end, { nil: null }),
    high: fc.option(end, { nil: null }),
    points: fc.integer({ min: 0, max: 50 }),
  });
  test('gaps and overlaps', () => {
    fc.assert(
      fc.property(fc.array(band, { minLength: 1, maxLength: 4 }), (bands) => {
        const usable = bands.filter(({ low, high }) => (low !== null || high !== null) && !(low && high && low.value >= high.value));
        fc.pre(usable.length > 0);
        const text = usable
          .map(({ low, high, points }) => {
            const words = [
              low ? `${low.inclusive ? '≥' : '>'} ${low.value * 5}%` : '',
              high ? `${high.inclusive ? '≤' : '<'} ${high.value * 5}%` : '',
            ];
            return `${words.filter((word) => word !== '').join(' và ')}: ${points} điểm`;
          })
          .join('\n');
        const rubric = read(text, 'Tỷ lệ A');
        expect([text, unreadOf(rubric)]).toEqual([text, []]);
        let gap = false;
        let conflict = false;
        for (let step = 0; step <= 400; step += 1) {
          const value: Fraction = fraction(step, 400);
          const inside = (limit: { value: number; inclusive: boolean } | null, side: 1 | -1): boolean => {
            if (!limit) return true;
            const order = compare(value, fraction(limit.value * 5, 100)) * side;
            return order > 0 || (order === 0 && limit.inclusive);
          };
          const holding = usable.filter(({ low, high }) => inside(low, 1) && inside(high, -1));
          if (holding.length === 0) gap = true;
          if (new Set(holding.map(({ points }) => points)).size > 1) conflict = true;
          expect(new Set(bandsHolding(rubric.bands, value).map(({ points }) => points))).toEqual(
            new Set(holding.map(({ points }) => points * 100)),
          );
        }
        expect([text, rubric.coverage.some((problem) => problem.type === 'gap')]).toEqual([text, gap]);
        if (conflict) expect([text, rubric.coverage.some((problem) => problem.type === 'overlap')]).toEqual([text, true]);
        expect(rubric.complete).toBe(!gap);
      }),
      RUNS,
    );
  });
});

describe('random words', () => {
  const fragment = fc.constantFrom(
    'từ',
    'đến',
    'dưới',
    'trên',
    'trở lên',
    'trở xuống',
    'không',
    'có',
    'chưa',
    'đạt',
    'điểm',
    'đ',
    '%',
    '‰',
    '/1.000',
    '98',
    '95',
    '2,5',
    '1.000',
    '02',
    '≥',
    '≤',
    '<',
    '>',
    '=',
    '-',
    '–',
    ':',
    ';',
    '.',
    ',',
    '\n',
    '(',
    ')',
    '[',
    ']',
    'mỗi',
    'cứ',
    'tối đa',
    'trừ',
    'cộng',
    'thêm',
    'giảm',
    'tăng',
    'so với năm trước',
    'còn lại',
    'miền núi',
    'đồng bằng',
    'tốt',
    'khá',
    'yếu',
    'hoặc',
    'và',
    'tính theo tỷ lệ',
    '×',
    'tối thiểu',
    'vụ',
    'trẻ em',
    'điểm vui chơi',
    '10 điểm',
    '20 điểm',
    '…',
    '•',
    'x',
    '∞',
  );
  test('never throw, and every band has its points in the text', () => {
    fc.assert(
      fc.property(
        fc.array(fragment, { maxLength: 30 }),
        fc.constantFrom('Tỷ lệ A', 'Số vụ B', 'Tỷ suất C trên 1.000 trẻ em', 'Có D', 'Số E so với năm trước', ''),
        (parts, label) => {
          const text = parts.join(' ');
          const rubric = read(text, label, { maxPoints: 5000 });
          for (const band of rubric.bands) {
            expect(Number.isSafeInteger(band.points)).toBe(true);
            const written =
              ['98', '95', '2,5', '1.000', '02', '10', '20'].some((number) => text.includes(number)) ||
              /kh[oô]ng/.test(text) ||
              text.includes('tối đa');
            expect([text, written]).toEqual([text, true]);
            const { condition } = band;
            if (condition.type === 'interval' && condition.from && condition.to)
              expect(compare(condition.from.value, condition.to.value)).toBeLessThanOrEqual(0);
            bandCode(band, rubric);
          }
        },
      ),
      { numRuns: 3000, seed: 604 },
    );
  });
  test('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ maxLength: 40 }), (text, label) => {
        const rubric = read(text, label);
        if (!/\d/.test(text.normalize('NFKC'))) expect(rubric.bands).toEqual([]);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
  test('long texts take no long time', () => {
    const started = Date.now();
    read('Từ 95% đến dưới 98%: 35 điểm; '.repeat(400), 'Tỷ lệ A');
    read('từ '.repeat(20000), 'Tỷ lệ A');
    read('1'.repeat(5000), 'Tỷ lệ A');
    expect(Date.now() - started).toBeLessThan(5000);
  });
});
