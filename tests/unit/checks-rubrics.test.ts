import type { Rubric } from '../../core/rubric/rubric';
import { briefly, cellAt, findingsOf, type ScorePlan } from '../support/score-builder';

function plan(rubric: Partial<Rubric>, rest: Partial<ScorePlan> = {}): ScorePlan {
  return { criteria: [{ number: 2, row: 10, items: [{ row: 11, rubric }, { row: 12 }] }], ...rest };
}

const brief = (one: ScorePlan): string[] => briefly(findingsOf(one));
const C11 = cellAt('C11', 'Từ 98% trở lên: 50 điểm');

describe('scales', () => {
  test('a hole and a double cover are named at the scale', () => {
    const findings = findingsOf(
      plan({
        coverage: [
          { type: 'gap', words: 'từ 97 % đến dưới 98 %', cell: C11 },
          { type: 'overlap', words: 'từ 93 % đến dưới 95 %', cell: C11 },
        ],
      }),
    );
    expect(briefly(findings)).toEqual(['band-gap C11 2.1', 'band-overlap C11 2.1']);
    expect(findings[0]!.message).toContain('từ 97 % đến dưới 98 %');
  });

  test('two holes at one cell are one finding that names both', () => {
    const findings = findingsOf(
      plan({
        coverage: [
          { type: 'gap', words: 'A', cell: C11 },
          { type: 'gap', words: 'B', cell: C11 },
        ],
      }),
    );
    expect(briefly(findings)).toEqual(['band-gap C11 2.1']);
    expect(findings[0]!.message).toContain('A; B');
  });

  test('words that were not read are one finding; holes beside them are consequences', () => {
    const findings = findingsOf(
      plan({ unread: [{ text: 'xem phụ lục 2', cell: C11 }], coverage: [{ type: 'gap', words: 'A', cell: C11 }] }),
    );
    expect(briefly(findings)).toEqual(['unreadable-rubric C11 2.1']);
    expect(findings[0]!.message).toContain('xem phụ lục 2');
  });

  test('an item without a scale is said where its scale belongs', () => {
    expect(brief({ criteria: [{ number: 2, row: 10, items: [{ row: 11, bands: [], item: { rubric: [] } }, { row: 12 }] }] })).toEqual([
      'unreadable-rubric C11 2.1',
    ]);
  });

  test('a template without any scale is one finding without a cell', () => {
    const none = { row: 11, bands: [], points: null, range: [0, 50] } as const;
    expect(brief({ criteria: [{ number: 2, row: 10, items: [none, { ...none, row: 12 }] }], template: { rubricSource: 'none' } })).toEqual([
      'unreadable-rubric -',
    ]);
  });

  test('a scale of another workbook has no cell in hers', () => {
    const findings = findingsOf(
      plan({ coverage: [{ type: 'gap', words: 'A', cell: C11 }] }, { template: { rubricSource: 'other-workbook' } }),
    );
    expect(briefly(findings)).toEqual(['band-gap - 2.1']);
    expect(findings[0]!.message).toContain('tệp khác');
  });
});
