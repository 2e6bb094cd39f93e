import fc from 'fast-check';
import { findingCatalogue, findingCodes } from '../../core/checks/catalogue';
import { runChecks } from '../../core/checks/checks';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bareWorkbook, briefly, buildScore, cellAt, findingsOf, type ScorePlan } from '../support/score-builder';

const brief = (plan: ScorePlan): string[] => briefly(findingsOf(plan));

describe('the catalogue', () => {
  const contract = readFileSync(path.resolve(__dirname, '../../core/assessment.ts'), 'utf8');

  test('has every code of the contract, with a title and a severity', () => {
    const listed = /export type FindingCode =([^;]+);/
      .exec(contract)![1]!
      .match(/'([a-z-]+)'/g)!
      .map((code) => code.slice(1, -1));
    expect([...findingCodes].sort()).toEqual([...listed].sort());
    for (const code of findingCodes) {
      expect(findingCatalogue[code].title.length).toBeLessThanOrEqual(45);
      expect(findingCatalogue[code].title).toMatch(/^\p{Lu}/u);
    }
  });

  test('messages about the summary sheet say what became of it and what to do', () => {
    expect(findingCatalogue['altered-summary'].message({ change: 'changed' })).toBe(
      'Ô này của bảng kết quả bị sửa sau khi lập; nếu số liệu cần sửa thì sửa ở bảng của xã rồi ghi lại bảng kết quả.',
    );
    expect(findingCatalogue['altered-summary'].message({ change: 'more', count: 7 })).toContain('Còn 7 ô khác');
    const moved = (...words: string[]): string =>
      findingCatalogue['stale-summary'].message({ state: 'moved', moved: words, time: '08:44 ngày 22/11/2026' });
    expect(moved('số liệu')).toMatch(/^Số liệu đã thay đổi .*lập lúc 08:44 ngày 22\/11\/2026/);
    expect(moved('tiêu chuẩn áp dụng', 'thang điểm', 'số liệu')).toMatch(/^Tiêu chuẩn áp dụng, thang điểm và số liệu đã/);
    expect(findingCatalogue['stale-summary'].severity).toBe('warning');
  });

  test('no message is longer than a tired reader takes', () => {
    const long = 'Tỷ lệ rất dài '.repeat(40);
    expect(findingCatalogue['unreadable-value'].message({ subject: 'Chỉ tiêu 1.1', seen: long, expected: '' }).length).toBeLessThan(260);
  });
});

describe('runChecks', () => {
  const clean: ScorePlan = {
    criteria: [
      { number: 1, row: 10, maximum: 100, self: 100, items: [{ row: 11 }, { row: 12 }] },
      { number: 2, row: 13, maximum: 50, self: 50, items: [{ row: 14 }] },
    ],
    totalMaximum: cellAt('D15', 150),
    totalSelf: cellAt('F15', 150),
  };

  test('a clean workbook raises nothing', () => {
    expect(brief(clean)).toEqual([]);
  });

  test('a form that was not recognised raises nothing but its encoding', () => {
    const template = { status: 'unrecognised' as const, legacyCell: cellAt('A1', 'Xã') };
    expect(brief({ ...clean, criteria: [{ number: 1, row: 10, maximum: 10, self: 99, items: [{ row: 11 }] }], template })).toEqual([
      'legacy-encoding A1',
    ]);
  });

  test('findings stand in reading order: the form, the criteria, the total', () => {
    const plan: ScorePlan = {
      criteria: [
        { number: 2, row: 10, maximum: 100, self: 90, items: [{ row: 11 }, { row: 12, self: 0 }] },
        { number: 1, row: 13, items: [{ row: 14, problems: [['negative-value', 'E14', '-3']] }] },
      ],
      totalSelf: cellAt('F15', 999),
      template: { legacyCell: cellAt('A1', 'x') },
    };
    expect(brief(plan)).toEqual([
      'legacy-encoding A1',
      'negative-value E14 1.1',
      'criterion-total-mismatch F10',
      'self-score-mismatch F12 2.2',
      'total-mismatch F15',
    ]);
  });

  test('the same input gives the same findings, and none twice', () => {
    const points = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null });
    const item = fc.record({ self: points, points, maximum: fc.constantFrom(30, 50) });
    fc.assert(
      fc.property(fc.array(fc.array(item, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }), points, (criteria, total) => {
        let row = 10;
        const plan: ScorePlan = {
          criteria: criteria.map((items, index) => ({
            number: index + 1,
            row: (row += 1),
            self: 40,
            maximum: 50,
            items: items.map((one) => ({ ...one, row: (row += 1) })),
          })),
          totalSelf: cellAt('F99', total ?? undefined),
        };
        const input = { workbook: bareWorkbook(), year: null, ...buildScore(plan) };
        const findings = runChecks(input);
        expect(runChecks(input)).toEqual(findings);
        const keys = findings.map((finding) => `${finding.code} ${finding.cell} ${finding.item ?? ''}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const finding of findings) expect(finding.message).not.toMatch(/undefined|NaN|null|\(\)|\. \./);
      }),
      { numRuns: 60, seed: 20241112 },
    );
  });
});
