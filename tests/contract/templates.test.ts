import path from 'node:path';
import { assess } from '../../core/assess';
import { differences, readSample, readTruths } from '../support/truth';

/* Promise: the officer's own template is recognised, whatever its layout, and no point is a guess. */
describe.each([['templates'], ['.'], ['unusual']])('workbooks in tests/samples/%s', (folder) => {
  const root = path.join(__dirname, '..', 'samples', folder);
  const truths = readTruths(root).filter((truth) => !truth.unreadable);

  test('there are workbooks to read', () => {
    expect(truths.length).toBeGreaterThanOrEqual(10);
  });

  test.each(truths.filter((truth) => truth.expected !== undefined && !truth.multi).map((truth) => [truth.file, truth] as const))(
    '%s',
    (file, truth) => {
      const workbook = readSample(path.join(root, file));
      const assessment = assess(workbook, truth.cliUnitClass === undefined ? {} : { unitClass: truth.cliUnitClass });
      expect(differences(truth, assessment)).toEqual([]);
    },
  );

  test.each(truths.filter((truth) => truth.multi).map((truth) => [truth.file, truth] as const))(
    '%s: takes one whole sheet, or asks which and gives no points',
    (file, truth) => {
      const assessment = assess(readSample(path.join(root, file)));
      if (assessment.template.status === 'needs-confirmation') {
        expect(assessment.template.questions[0]?.choices.length).toBeGreaterThan(1);
        expect(assessment.criteria).toEqual([]);
        return;
      }
      const cells = assessment.criteria.flatMap((criterion) => criterion.items.flatMap((item) => Object.values(item.cells) as string[]));
      const sheets = new Set(cells.map((cell) => cell.slice(1, cell.lastIndexOf("'!"))));
      expect(sheets.size).toBe(1);
      const taken = truth.sheets?.find((sheet) => sheets.has(sheet.sheet ?? ''));
      expect(taken === undefined ? ['none of the sheets of the truth'] : differences(taken, assessment)).toEqual([]);
    },
  );
});

test.each([['s35-mau-khac-nong-thon-moi.xlsx'], ['s36-mau-khac-bang-luong.xls']])(
  '%s: another kind of form is not recognised, and the notes say what was looked for',
  (file) => {
    const assessment = assess(readSample(path.join(__dirname, '..', 'samples', file)));
    expect(assessment.template.status).toBe('unrecognised');
    expect(assessment.criteria).toEqual([]);
    expect(assessment.verdict.status).toBe('undetermined');
    expect(assessment.template.notes?.length).toBeGreaterThan(1);
  },
);
