import { briefly, cellAt, findingsOf, type ItemPlan, type ScorePlan } from '../support/score-builder';

const open = { points: null, range: [0, 50], self: 50 } as const;

function plan(items: readonly ItemPlan[], rest: Partial<ScorePlan> = {}): ScorePlan {
  return { criteria: [{ number: 1, row: 10, items }], ...rest };
}

const brief = (one: ScorePlan): string[] => briefly(findingsOf(one));

describe('results', () => {
  test.each([
    ['unreadable-value', 'chưa có số liệu', 'error'],
    ['formula-error', '#DIV/0!', 'error'],
    ['text-number', '2.870', 'info'],
    ['percentage-out-of-range', '135%', 'error'],
    ['negative-value', '-3', 'error'],
    ['not-an-integer', '2,5', 'warning'],
    ['numerator-exceeds-denominator', '69/67', 'error'],
    ['zero-denominator', '0', 'warning'],
    ['rate-mismatch', '93,4%', 'error'],
    ['rounding-decides-band', '98,0%', 'warning'],
  ] as const)('%s is a finding at its cell that quotes what stands there', (code, seen, severity) => {
    const findings = findingsOf(plan([{ row: 11, ...open, problems: [[code, 'E11', seen, 'x1']] }, { row: 12 }]));
    expect(briefly(findings)).toEqual([`${code} E11 1.1`]);
    expect(findings[0]).toMatchObject({ severity, criterion: 1 });
    expect(findings[0]!.message).toContain('Chỉ tiêu 1.1');
    if (code !== 'zero-denominator') expect(findings[0]!.message).toContain(seen);
  });

  test('one item without a result is said at its cell', () => {
    expect(brief(plan([{ row: 11, ...open, result: null, problems: [['missing-observation', 'E11']] }, { row: 12 }]))).toEqual([
      'missing-observation E11 1.1',
    ]);
  });

  test('an empty column is one finding at its header, with its items', () => {
    const empty = (row: number): ItemPlan => ({
      row,
      ...open,
      result: null,
      item: { rate: cellAt(`H${row}`) },
      problems: [['missing-observation', `H${row}`]],
    });
    const findings = findingsOf(
      plan([{ row: 11 }, empty(12), empty(13)], { template: { columns: [{ role: 'rate', header: cellAt('H9', 'Tỷ lệ') }] } }),
    );
    expect(briefly(findings)).toEqual(['missing-observation H9']);
    expect(findings[0]!.cells).toEqual(["'Chấm điểm'!H12", "'Chấm điểm'!H13"]);
    expect(findings[0]!.message).toContain('“Tỷ lệ”');
  });

  test('two blank cells of a column that has other results are two findings', () => {
    const blank = (row: number): ItemPlan => ({ row, ...open, result: null, problems: [['missing-observation', `E${row}`]] });
    expect(brief(plan([blank(11), blank(12), { row: 13 }]))).toEqual(['missing-observation E11 1.1', 'missing-observation E12 1.2']);
  });

  test('a form without any result is one finding without a cell; its points are still checked against the scale', () => {
    const blank = (row: number, self: number): ItemPlan => ({
      row,
      ...open,
      self,
      result: null,
      problems: [['missing-observation', `E${row}`]],
    });
    expect(brief(plan([blank(11, 50), blank(12, 45)]))).toEqual(['missing-observation -', 'self-score-not-in-rubric F12 1.2']);
  });

  test('a table without a place for results is one finding', () => {
    const nowhere = (row: number): ItemPlan => ({
      row,
      ...open,
      item: { result: null, labelCell: cellAt(`B${row}`, 'Nội dung', { sheet: 'Công an' }) },
      observation: {
        text: '',
        problems: [{ code: 'missing-observation', cell: cellAt(`B${row}`, 'Nội dung', { sheet: 'Công an' }), seen: '', expected: '' }],
      },
    });
    const findings = findingsOf(plan([{ row: 11 }, nowhere(12), nowhere(13)]));
    expect(briefly(findings)).toEqual(["missing-observation 'Công an'!B12"]);
    expect(findings[0]!.cells).toHaveLength(2);
    expect(findings[0]!.message).toContain('“Công an”');
  });

  test('a form filled in with ticks has results', () => {
    const ticked = (row: number): ItemPlan => ({ row, item: { result: null }, observation: { text: '', markedBand: 0 } });
    expect(brief(plan([ticked(11), ticked(12)]))).toEqual([]);
  });

  test('without a scale nothing says that a result is unreadable', () => {
    expect(brief(plan([{ row: 11, ...open, bands: [], problems: [['unreadable-value', 'E11', 'Tốt']] }, { row: 12 }]))).toEqual([
      'unreadable-rubric C11 1.1',
    ]);
  });

  test('several items in one cell are one finding each', () => {
    const shared = (row: number): ItemPlan => ({ row, ...open, problems: [['unreadable-value', 'E11', '???']] });
    expect(brief(plan([shared(11), shared(12)]))).toEqual(['unreadable-value E11 1.1', 'unreadable-value E11 1.2']);
  });

  test('consequences are not reported again', () => {
    expect(
      brief(
        plan([
          {
            row: 11,
            ...open,
            problems: [
              ['numerator-exceeds-denominator', 'E11', '69/67'],
              ['percentage-out-of-range', 'E11', '103%'],
            ],
          },
        ]),
      ),
    ).toEqual(['numerator-exceeds-denominator E11 1.1']);
    expect(
      brief(
        plan([
          {
            row: 11,
            ...open,
            problems: [
              ['formula-error', 'E11', '#DIV/0!'],
              ['missing-observation', 'D11'],
            ],
          },
          { row: 12 },
        ]),
      ),
    ).toEqual(['formula-error E11 1.1']);
    expect(
      brief(
        plan([
          {
            row: 11,
            ...open,
            problems: [
              ['negative-value', 'E11', '-3'],
              ['percentage-out-of-range', 'E11', '-3%'],
            ],
          },
        ]),
      ),
    ).toEqual(['negative-value E11 1.1']);
  });

  test('an empty group is only information where the scale says what then counts', () => {
    const noCase = {
      row: 11,
      problems: [['zero-denominator', 'E11', '0']],
      bands: [['Không phát sinh: 50', 50, { type: 'no-case' }]],
    } as const;
    expect(findingsOf(plan([noCase]))[0]).toMatchObject({ code: 'zero-denominator', severity: 'info' });
  });
});
