import { assess } from '../../core/assess';
import { workbook } from '../support/markdown-workbook';
import { wholeForm } from '../support/whole-form';

/** Where the total is reported, with one self-score left blank and the others at 20. */
function totalFindings(total: string): (string | null)[] {
  const score = (criterion: number): string => (criterion === 6 ? '' : '20');
  const assessment = assess(workbook({ A: wholeForm({ title: 'BẢNG CHẤM ĐIỂM NĂM 2024', answer: 'Có', score, total }) }));
  return assessment.findings.filter((finding) => finding.code === 'total-mismatch').map((finding) => finding.cell);
}

test.each([
  ['240', 'the blank self-score counts as nothing'],
  ['260', 'the blank self-score was meant to be the scale’s 20'],
])('a total of %s is possible: %s', (total) => {
  expect(totalFindings(total)).toEqual([]);
});

test.each([['250'], ['245'], ['270'], ['100']])('no points that the scale awards make a total of %s', (total) => {
  expect(totalFindings(total)).toEqual(["'A'!F30"]);
});
