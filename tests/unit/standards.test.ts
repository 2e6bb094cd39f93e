import decision06 from '../../core/standards/decision-06-2019.json';
import decision34 from '../../core/standards/decision-34-2014.json';
import decision37 from '../../core/standards/decision-37-2010.json';
import { standardById, standards } from '../../core/standards/registry';
import { parseStandard } from '../../core/standards/schema';
import type { Standard } from '../../core/standards/standard';

const byId = (id: string): Standard => {
  const standard = standardById(id);
  if (standard === null) throw new Error(`${id} is not shipped`);
  return standard;
};

/** Every number of the data that says something about the law, with the nearest confidence and source around it. */
function figures(
  value: unknown,
  path: string,
  certainty: { confidence?: unknown; source?: unknown },
): { path: string; figure: number; certainty: object }[] {
  if (typeof value === 'number') return [{ path, figure: value, certainty }];
  if (typeof value !== 'object' || value === null) return [];
  const here = 'confidence' in value && 'source' in value ? (value as typeof certainty) : certainty;
  return Object.entries(value).flatMap(([key, inner]) => figures(inner, `${path}.${key}`, here));
}

/** Numbers that are no figures of the law: numbering, our own choice of years, the criteria of a plan (which carries its own source). */
const noFigure = /\.(number|firstYear|lastYear|criteriaCount)$|\.agencyAssignments\./;

describe.each([decision06, decision34, decision37])('$id', (data) => {
  const shipped = figures(data, '', {}).filter(({ path }) => !noFigure.test(path));

  test('every figure has its source and its confidence', () => {
    for (const { path, certainty } of shipped) {
      expect({ path, ...certainty }).toMatchObject({
        confidence: expect.stringMatching(/^(verbatim|press)$/) as string,
        source: expect.stringMatching(/\S/) as string,
      });
    }
  });

  test('an unknown key, a missing source and a number used twice are refused', () => {
    expect(() => parseStandard({ ...data, extra: 1 })).toThrow(data.id);
    expect(() => parseStandard({ ...data, basis: { confidence: 'verbatim' } })).toThrow('basis');
    expect(() => parseStandard({ ...data, basis: { confidence: 'inferred', source: 'x' } })).toThrow('basis');
    const numbered = data.criteria.map((criterion) => ({ ...criterion, number: 1 }));
    expect(() => parseStandard({ ...data, criteria: numbered })).toThrow('hai tiêu chí số 1');
    expect(() => parseStandard({ ...data, criteriaCount: 1 })).toThrow('ngoài 1 tiêu chí');
  });

  test('an agency is charged only with criteria that exist, each once', () => {
    for (const assignment of byId(data.id).agencyAssignments) {
      const charged = assignment.agencies.flatMap((agency) => agency.criteria);
      expect(new Set(charged).size).toBe(charged.length);
      for (const number of charged) expect(number).toBeLessThanOrEqual(data.criteriaCount);
      for (const agency of assignment.agencies) expect(agency.criteria.length > 0 || (agency.field ?? '') !== '').toBe(true);
    }
  });
});

const shippedPoints = (standard: Standard) =>
  standard.criteria.flatMap((criterion) => [
    ...(criterion.maxPoints === null ? [] : [`${criterion.number ?? '?'} max ${criterion.maxPoints.value}`]),
    ...criterion.items.flatMap((item) =>
      item.bands.map((band) => `${criterion.number ?? '?'} ${band.from ?? band.answer ?? '<'} ${band.points}`),
    ),
  ]);

test('06/2019 ships the sourced figures and no other', () => {
  const standard = byId('06/2019/QĐ-TTg');
  expect(standard.criteria.map((criterion) => criterion.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  expect(shippedPoints(standard)).toEqual([
    '1 max 100',
    '1 yes 50',
    '1 yes 15',
    '1 yes 15',
    '6 max 125',
    '6 95 50',
    '6 100 75',
    '7 max 50',
    '7 98 50',
  ]);
  expect(standard.thresholds?.map((threshold) => [threshold.unitClass, threshold.minPoints, threshold.confidence])).toEqual([
    ['central-city-ward', 900, 'verbatim'],
    ['mountain-island-hardship', 800, 'verbatim'],
    ['other', 850, 'verbatim'],
  ]);
  // The fourth 20 of criterion 1 and the total of 1000 are inferred.
  expect(standard.maxTotal).toBeNull();
  expect(JSON.stringify(standard.criteria[0])).not.toContain('kinh phí');
});

test('34/2014 ships five maxima of 50, three numbers and no threshold', () => {
  const standard = byId('34/2014/QĐ-TTg');
  expect(shippedPoints(standard)).toEqual(['2 max 50', '? max 50', '? max 50', '? max 50', '? max 50']);
  expect(standard.criteria.flatMap((criterion) => criterion.number ?? [])).toEqual([1, 2, 3]);
  expect(standard).toMatchObject({ criteriaCount: 15, thresholds: null, maxTotal: null, noZeroCriterion: null });
});

test('37/2010 ships press figures only, and its thresholds decide nothing', () => {
  const standard = byId('37/2010/QĐ-TTg');
  expect(figures(standard.criteria, '', {}).every(({ certainty }) => 'confidence' in certainty && certainty.confidence === 'press')).toBe(
    true,
  );
  expect(standard.thresholds).toBeNull();
  expect(standard.reportedThresholds.map((threshold) => [threshold.minPoints, threshold.confidence])).toEqual([
    [850, 'press'],
    [750, 'press'],
    [650, 'press'],
  ]);
});

test('the plans of a city and of a ward charge each of the 13 criteria to one agency; the province plan charges fields', () => {
  const assignments = standards.flatMap((standard) => standard.agencyAssignments);
  expect(assignments.map((assignment) => [assignment.id, assignment.agencies.flatMap((agency) => agency.criteria).length])).toEqual([
    ['lang-son-city-2024', 13],
    ['dinh-ke-ward-2024', 13],
    ['lang-son-province-2014', 0],
  ]);
});

test('bodies of the district level ended with it', () => {
  for (const standard of standards) {
    for (const actor of standard.actors) expect(actor.until).toBe(/cấp huyện/.test(actor.name) ? '2025-06-30' : null);
  }
});

test('an unknown id is null', () => {
  expect(standardById('99/2099/QĐ-TTg')).toBeNull();
});

test.each(standards.map((standard) => [standard.id, standard] as const))('%s as its file says satisfies the schema', (_id, standard) => {
  expect(parseStandard(standard)).toEqual(standard);
});
