import type { Finding } from '../assessment';
import { findingCodes } from './catalogue';
import type { ChecksInput, Draft } from './draft';
import { checkEncoding } from './encoding';
import { checkEvidence } from './evidence';
import { checkHiddenData } from './hidden-data';
import { checkObservations } from './observations';
import { checkPopulations } from './populations';
import { checkRubrics } from './rubrics';
import { checkSelfScores } from './self-scores';
import { checkStandardFacts } from './standard-facts';
import { checkStructure } from './structure';
import { checkSums } from './sums';
import { checkUnitClass } from './unit-class';
import { checkYears } from './years';

export type { ChecksInput } from './draft';

const PARTS: readonly Draft['part'][] = ['form', 'criteria', 'total'];

function compareItems(left: string | undefined, right: string | undefined): number {
  const a = (left ?? '').split('.').map(Number);
  const b = (right ?? '').split('.').map(Number);
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
}

function byReadingOrder(input: ChecksInput): (left: Draft, right: Draft) => number {
  const sheets = new Map(input.workbook.sheets.map((sheet, index) => [sheet.name, index]));
  const codes = new Map(findingCodes.map((code, index) => [code, index]));
  const place = ({ location }: Draft): readonly [number, number, number] =>
    location === null ? [-1, -1, -1] : [sheets.get(location.sheet) ?? sheets.size, location.row, location.column];
  return (left, right) => {
    const [a, b] = [place(left), place(right)];
    return (
      PARTS.indexOf(left.part) - PARTS.indexOf(right.part) ||
      (left.finding.criterion ?? 0) - (right.finding.criterion ?? 0) ||
      a[0] - b[0] ||
      a[1] - b[1] ||
      a[2] - b[2] ||
      (codes.get(left.finding.code) ?? 0) - (codes.get(right.finding.code) ?? 0) ||
      compareItems(left.finding.item, right.finding.item)
    );
  };
}

function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.code}|${finding.cell ?? finding.criterion ?? ''}|${finding.item ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Everything in a scored workbook that has to be looked at, by the contract's “Finding codes” but the two about our own summary sheet. In
 * reading order: what concerns the whole form, then the criteria in the standard's order (by sheet, row, column), then the total. No finding
 * twice (same code, cell and item). Of a form that was not recognised only its encoding is said.
 */
export function runChecks(input: ChecksInput): Finding[] {
  const families =
    input.template.status === 'unrecognised' || input.score.criteria.length === 0
      ? [checkEncoding]
      : [
          checkEncoding,
          checkYears,
          checkUnitClass,
          checkStructure,
          checkStandardFacts,
          checkRubrics,
          checkObservations,
          checkPopulations,
          checkSelfScores,
          checkSums,
          checkEvidence,
          checkHiddenData,
        ];
  const drafts = families.reduce<Draft[]>((all, check) => all.concat(check(input)), []);
  return withoutRepeats(drafts.sort(byReadingOrder(input)).map((draft) => draft.finding));
}
