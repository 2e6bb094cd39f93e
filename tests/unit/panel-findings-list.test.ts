import type { Assessment, Finding } from '../../core/assessment';
import { standards } from '../../core/standards/registry';
import { arrangeFindings, countBySeverity } from '../../panel/findings-list';
import { assess } from '../../core/assess';
import { harmfulWorkbook } from '../support/panel-workbooks';

const finding = (code: Finding['code'], severity: Finding['severity'], criterion?: number): Finding => ({
  code,
  severity,
  cell: criterion === undefined ? null : `'A'!E${criterion}`,
  message: `Lời của ${code}`,
  ...(criterion === undefined ? {} : { criterion }),
});
const base = assess(harmfulWorkbook);
const assessment: Assessment = {
  ...base,
  findings: [
    finding('text-number', 'info', 3),
    finding('rate-mismatch', 'error', 7),
    finding('missing-observation', 'error', 2),
    finding('rate-mismatch', 'error', 2),
    finding('total-mismatch', 'error'),
    finding('hidden-data', 'warning', 9),
  ],
};
const plain = { onlyErrors: false, search: '', arrangement: 'criterion' as const };

test('sections go from errors to notes, groups by criterion with the whole table first', () => {
  const sections = arrangeFindings(assessment, plain);
  expect(sections.map((section) => [section.severity, section.count])).toEqual([
    ['error', 4],
    ['warning', 1],
    ['info', 1],
  ]);
  expect(sections[0]?.groups.map((group) => group.key)).toEqual(['-', '2', '7']);
  expect(sections[0]?.groups[1]?.heading).toBe('Tiêu chí 2. Trẻ em được khai sinh đúng quy định');
  expect(countBySeverity(assessment.findings)).toEqual({ error: 4, warning: 1, info: 1 });
});

test('by kind the most frequent one comes first', () => {
  const [errors] = arrangeFindings(assessment, { ...plain, arrangement: 'kind' });
  expect(errors?.groups.map((group) => [group.key, group.findings.length])).toEqual([
    ['rate-mismatch', 2],
    ['missing-observation', 1],
    ['total-mismatch', 1],
  ]);
});

test('by agency a finding stands with each agency that answers for its criterion, the rest is unassigned; none is lost', () => {
  const preset = standards[0]?.agencyAssignments[0];
  if (preset === undefined) throw new Error('no preset');
  const sections = arrangeFindings(assessment, { ...plain, arrangement: preset });
  const listed = new Set(sections.flatMap((section) => section.groups.flatMap((group) => group.findings)));
  expect(listed.size).toBe(assessment.findings.length);
  expect(sections[sections.length - 1]?.heading).toBe('Chưa phân công');
  for (const section of sections.slice(0, -1)) {
    const duty = preset.agencies.find((agency) => agency.name === section.heading);
    const criteria = section.groups.flatMap((group) => group.findings.map((each) => each.criterion as number));
    expect(criteria.every((number) => duty?.criteria.includes(number))).toBe(true);
  }
});

test('filter and search narrow the list; accents and capitals need not be typed', () => {
  const count = (options: Partial<typeof plain>) =>
    arrangeFindings(assessment, { ...plain, ...options }).reduce((sum, section) => sum + section.count, 0);
  expect(count({ onlyErrors: true })).toBe(4);
  expect(count({ search: 'TIEM CHUNG' })).toBe(1);
  expect(count({ search: 'khai sinh rate' })).toBe(1);
  expect(count({ search: 'không đâu có' })).toBe(0);
});
