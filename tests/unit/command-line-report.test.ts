import type { Assessment, ItemAssessment } from '../../core/assessment';
import { report } from '../../standalone/command-line/report';
import { bar, hanging, harmless, terminal, wrap } from '../../standalone/command-line/terminal';

const assessment: Assessment = {
  schema: 'assessment/1',
  workbook: { file: 'bang.xlsx', commune: 'Xã Lam Sơn', district: 'huyện Thanh Miện', province: null, year: 2024, unitClass: 'other' },
  standard: { id: '06/2019/QĐ-TTg' },
  rubric: { source: 'workbook' },
  template: {
    status: 'recognised',
    questions: [
      { code: 'no-case-rule', message: 'Không phát sinh thì tính thế nào?', cells: ["'A'!E9"], choices: ['most', 'zero', 'open'] },
    ],
    mapping: {},
  },
  confirmed: [],
  criteria: [
    {
      number: 1,
      name: 'Nguồn lực thực hiện quyền trẻ em',
      maxPoints: 100,
      points: 80,
      range: [80, 80],
      selfScore: 100,
      items: [],
      cell: "'A'!B9",
    },
    {
      number: 6,
      name: 'Trẻ em có hoàn cảnh đặc biệt được trợ giúp',
      maxPoints: 125,
      points: null,
      range: [50, 125],
      selfScore: null,
      items: [],
      cell: null,
    },
  ],
  total: { points: null, range: [130, 205], maxPoints: 225, selfScore: 225, threshold: 850 },
  verdict: { status: 'fails', reasons: [{ code: 'below-threshold', message: 'Nhiều nhất chỉ được 205 điểm, dưới ngưỡng 850.' }] },
  findings: [
    { code: 'self-score-mismatch', severity: 'error', cell: "'A'!F9", message: 'Tự chấm 100 nhưng tính được 80.' },
    { code: 'unit-class-missing', severity: 'warning', cell: null, message: 'Chưa rõ loại đơn vị.' },
  ],
};

test('says what was read, every criterion, the verdict, every finding with its cell and what to do next', () => {
  const text = report(assessment, terminal(false, undefined), null);
  for (const words of [
    'Xã Lam Sơn, huyện Thanh Miện – năm 2024',
    'Quyết định số 06/QĐ-TTg ngày 03/01/2019',
    'Xã, phường, thị trấn còn lại (cần từ 850 điểm)',
    '80/100',
    'tự chấm 100',
    '50–125/125',
    'Tổng điểm: 130–205/225',
    'dưới ngưỡng 850',
    "'A'!F9: Tự chấm 100 nhưng tính được 80.",
    'Cả bảng: Chưa rõ loại đơn vị.',
    'cho điểm tối đa · cho 0 điểm · để ngỏ',
    '--unit-class',
    '--out',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/\u001b|undefined|null|NaN|\[object/);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
});

describe('nothing to review is said only where that is so', () => {
  const [decided] = assessment.criteria;
  const fine: Assessment = {
    ...assessment,
    template: { status: 'recognised', questions: [], mapping: {} },
    criteria: [decided!],
    total: { points: 80, range: [80, 80], maxPoints: 100, selfScore: null, threshold: 50 },
    verdict: { status: 'meets', reasons: [] },
    findings: [],
  };
  const item: ItemAssessment = {
    number: '1.2',
    label: '',
    kind: 'percentage',
    maxPoints: 50,
    points: null,
    range: [0, 50],
    selfScore: null,
    observed: null,
    band: null,
    explanation: '',
    cells: {},
  };
  const told = (one: Assessment): string => report(one, terminal(false, 100), null);

  test('every point decided', () => {
    expect(told(fine)).toContain('Không có điều nào cần xem lại.');
    expect(told(fine)).toContain('Kết luận: Đạt (');
    expect(report(fine, terminal(true, 100), null)).toContain('\u001b[32mKết luận');
  });

  test('an open item is named, and the verdict is no plain success', () => {
    const open: Assessment = { ...fine, criteria: [{ ...decided!, points: null, range: [60, 100], items: [item] }] };
    expect(told(open)).not.toContain('Không có điều nào');
    expect(told(open)).toContain('Còn 1 chỉ tiêu chưa tính được điểm: 1.2.');
    expect(told(open)).toContain('Kết luận: Đạt; còn 1 chỉ tiêu chưa tính được điểm (');
    expect(report(open, terminal(true, 100), null)).not.toContain('\u001b[32mKết luận');
  });

  test('no sheet chosen: neither points nor a total', () => {
    const asked: Assessment = {
      ...fine,
      template: {
        status: 'needs-confirmation',
        questions: [{ code: 'which-sheet', message: 'Chấm trang nào?', cells: [], choices: ['A', 'B'] }],
        mapping: {},
      },
      total: { ...fine.total, points: null, range: [0, 275] },
      verdict: { status: 'undetermined', reasons: [] },
    };
    for (const one of [asked, { ...asked, criteria: [] }]) {
      expect(told(one)).not.toMatch(/275|80\/100|Tổng điểm|Không có điều nào/);
      expect(told(one)).toContain('Chấm trang nào?');
    }
  });
});

test('an unrecognised file says what was looked for', () => {
  const text = report(
    {
      ...assessment,
      template: { status: 'unrecognised', questions: [], mapping: {}, notes: ['Tìm bảng có cột điểm; chỉ thấy danh sách tên.'] },
      criteria: [],
      findings: [],
    },
    terminal(false, 80),
    null,
  );
  expect(text).toContain('Chưa nhận ra bảng chấm điểm');
  expect(text).toContain('chỉ thấy danh sách tên');
  expect(text).toContain('--mapping');
});

test('colours only where the terminal has them, and none from the workbook', () => {
  const hostile = { ...assessment, workbook: { ...assessment.workbook, commune: 'Xã \u001b[31mĐỏ\u0007' } };
  expect(report(hostile, terminal(true, 100), null)).toContain('\u001b[1m');
  const plain = report(hostile, terminal(false, 100), null);
  expect(plain).not.toMatch(/[\u001b\u0007]/);
  expect(harmless('a\nb\u202ec')).toBe('a b c');
});

test('bars show sure points full and open points half', () => {
  expect(bar(50, 50, 100, 10)).toBe('█████░░░░░');
  expect(bar(20, 80, 100, 10)).toBe('██▒▒▒▒▒▒░░');
  expect(bar(-5, 500, 100, 4)).toBe('▒▒▒▒');
  expect(bar(0, 0, null, 3)).toBe('···');
});

test('lines break at spaces and hang', () => {
  expect(wrap('một hai ba bốn', 7)).toEqual(['một hai', 'ba bốn']);
  expect(hanging('1. ', 'một hai ba bốn năm sáu', 23)).toEqual(['1. một hai ba bốn năm', '   sáu']);
});
