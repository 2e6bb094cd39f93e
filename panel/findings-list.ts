import type { Assessment, Finding, FindingCode, Severity } from '../core/assessment';
import { findingCatalogue } from '../core/checks/catalogue';
import { severityWords } from '../core/summary/words';
import type { AgencyAssignment } from '../core/standards/standard';
import { fold } from '../core/text/fold';
import { calmName } from './words';

/** How the list is arranged: by criterion, by kind with the most frequent first, or by the agencies of a preset. */
export type Arrangement = 'criterion' | 'kind' | AgencyAssignment;

export interface ListOptions {
  readonly onlyErrors: boolean;
  readonly search: string;
  readonly arrangement: Arrangement;
}

export interface FindingGroup {
  readonly key: string;
  readonly heading: string;
  readonly findings: readonly Finding[];
}

export interface FindingSection {
  readonly key: string;
  readonly heading: string;
  readonly severity: Severity | null;
  readonly count: number;
  readonly groups: readonly FindingGroup[];
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** What a finding is called in the list. */
export function findingTitle(code: FindingCode): string {
  return findingCatalogue[code].title;
}

/** How many findings of each severity there are. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

/** Every word of the search must begin a word of the finding's text, title, cell or criterion's name (“ẩn” is not in “văn bản”); accents need not be typed. */
function matches(finding: Finding, searched: readonly string[], criterionName: string): boolean {
  if (searched.length === 0) return true;
  const text = ` ${fold([findingTitle(finding.code), finding.message, finding.cell ?? '', criterionName].join(' '))}`;
  return searched.every((word) => text.includes(` ${word}`));
}

function groupBy(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => readonly (readonly [key: string, heading: string])[],
): FindingGroup[] {
  const groups = new Map<string, { heading: string; findings: Finding[] }>();
  for (const finding of findings) {
    for (const [key, heading] of keyOf(finding)) {
      const group = groups.get(key) ?? { heading, findings: [] };
      group.findings.push(finding);
      groups.set(key, group);
    }
  }
  return Array.from(groups, ([key, group]) => ({ key, ...group }));
}

function byCriterion(findings: readonly Finding[], names: ReadonlyMap<number, string>): FindingGroup[] {
  const groups = groupBy(findings, ({ criterion }) => [
    criterion === undefined
      ? ['-', 'Cả bảng']
      : [String(criterion), `Tiêu chí ${criterion}${names.has(criterion) ? `. ${calmName(names.get(criterion) as string)}` : ''}`],
  ]);
  const order = (group: FindingGroup): number => (group.key === '-' ? 0 : Number(group.key));
  return groups.sort((a, b) => order(a) - order(b));
}

function byKind(findings: readonly Finding[]): FindingGroup[] {
  return groupBy(findings, ({ code }) => [[code, findingTitle(code)]]).sort((a, b) => b.findings.length - a.findings.length);
}

function byAgency(findings: readonly Finding[], assignment: AgencyAssignment): FindingSection[] {
  const groups = groupBy(findings, ({ criterion }) => {
    const agencies = criterion === undefined ? [] : assignment.agencies.filter((agency) => agency.criteria.includes(criterion));
    return agencies.length === 0 ? [['', 'Chưa phân công']] : agencies.map((agency): [string, string] => [agency.name, agency.name]);
  });
  const place = (group: FindingGroup): number => {
    const index = assignment.agencies.findIndex((agency) => agency.name === group.key);
    return index < 0 ? assignment.agencies.length : index;
  };
  return groups
    .sort((a, b) => place(a) - place(b))
    .map((group) => ({
      key: `agency ${group.key}`,
      heading: group.heading,
      severity: null,
      count: group.findings.length,
      groups: severities
        .map((severity) => ({
          key: severity,
          heading: severityWords[severity].heading,
          findings: group.findings.filter((finding) => finding.severity === severity),
        }))
        .filter((each) => each.findings.length > 0),
    }));
}

/** The findings as the panel lists them: filtered, then in sections of groups. A finding that two agencies answer for stands with both. */
export function arrangeFindings(assessment: Assessment, options: ListOptions): readonly FindingSection[] {
  const names = new Map(assessment.criteria.map((criterion) => [criterion.number, criterion.name]));
  const searched = fold(options.search)
    .split(' ')
    .filter((word) => word !== '');
  const kept = assessment.findings.filter(
    (finding) =>
      (!options.onlyErrors || finding.severity === 'error') &&
      matches(finding, searched, finding.criterion === undefined ? '' : (names.get(finding.criterion) ?? '')),
  );
  const { arrangement } = options;
  if (typeof arrangement === 'object') return byAgency(kept, arrangement);
  return severities
    .map((severity): FindingSection => {
      const own = kept.filter((finding) => finding.severity === severity);
      const groups = arrangement === 'kind' ? byKind(own) : byCriterion(own, names);
      return { key: severity, heading: severityWords[severity].heading, severity, count: own.length, groups };
    })
    .filter((section) => section.count > 0);
}
