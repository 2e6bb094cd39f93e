// What the bench needs of the core, bundled as the products are.
import { assess } from '../../core/assess';
import { collectRateEvidence } from '../../core/observations/context';
import type { Observation } from '../../core/observations/observation';
import { readObservation } from '../../core/observations/read-observation';
import { readRubricOnce } from '../../core/rubric/remembered';
import type { Rubric } from '../../core/rubric/rubric';
import { toAssessmentParts } from '../../core/scoring/assessment-parts';
import { readPoints } from '../../core/scoring/points';
import { scoreWorkbook } from '../../core/scoring/score-workbook';
import { decideUnitClass } from '../../core/scoring/unit-class';
import { recognise } from '../../core/template/recognise';
import type { TemplateItem } from '../../core/template/template';
import { collectConvention } from '../../core/text/numbers';
import type { Workbook } from '../../core/workbook/workbook';
import { readXlsx } from '../../core/xlsx/read';

export { assess, readXlsx };

/** Everything of a workbook is read; what is left to do is the scoring, with every reason in words. Gives the number of items scored. */
export function preparedScoring(workbook: Workbook): () => number {
  const template = recognise(workbook);
  const unitClass = decideUnitClass(template, template.standard, { option: undefined, confirmed: null, roster: undefined });
  const convention = collectConvention([]);
  const items = template.criteria.flatMap((criterion) => criterion.items);
  const rubrics = items.map((item) =>
    readRubricOnce(item.rubric, { label: item.label, maxPoints: readPoints(item.maximum), convention, area: null }),
  );
  const rates = collectRateEvidence(items, rubrics);
  const readings = new Map<TemplateItem, { rubric: Rubric; observation: Observation }>();
  items.forEach((item, index) => {
    const rubric = rubrics[index] as Rubric;
    readings.set(item, { rubric, observation: readObservation(item, rubric, { workbook, convention, rates, year: template.year }) });
  });
  return () => {
    const score = scoreWorkbook(template, template.standard, unitClass, readings, { noCaseRules: {} });
    return toAssessmentParts(score).criteria.reduce((sum, criterion) => sum + criterion.items.length, 0);
  };
}
