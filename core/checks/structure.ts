import type { Standard, StandardCriterion } from '../standards/standard';
import { likenessOf, prepareLabel } from '../text/likeness';
import type { ScoredCriterion } from '../scoring/score';
import { report, type ChecksInput, type Draft } from './draft';

// Below this two names of criteria are taken for different ones (a shortened or misspelt name stays far above it).
const SAME_NAME = 0.7;

/** `Quyết định số 06/QĐ-TTg`: the title without its date and subject. */
export function standardName(standard: Standard): string {
  return (standard.title.split(' ngày ')[0] ?? standard.title).trim();
}

/** The Decision's criterion that one of the workbook is: by its number, else (where only its name is sourced) by its name. null where unknown. */
export function knownCriterion(standard: Standard, criterion: ScoredCriterion): StandardCriterion | null {
  const byNumber = standard.criteria.find((known) => known.number === criterion.criterion.number);
  if (byNumber) return byNumber;
  const name = prepareLabel(criterion.criterion.name);
  let best: StandardCriterion | null = null;
  let bestLikeness = SAME_NAME;
  for (const known of standard.criteria) {
    if (known.number !== null) continue;
    const alike = likenessOf(name, prepareLabel(known.name.value));
    if (alike > bestLikeness) [best, bestLikeness] = [known, alike];
  }
  return best;
}

/**
 * Findings against the standard's list: criteria that the workbook lacks (no cell), and criteria that it has twice (the second one). A workbook
 * in which no criterion was found is another kind of form, not one that lacks them all.
 */
export function checkStructure(input: ChecksInput): Draft[] {
  const { template, score } = input;
  const { standard } = score;
  const drafts = template.duplicates.map((duplicate) => {
    const name = template.criteria.find((criterion) => criterion.number === duplicate.number)?.name ?? duplicate.cell.text;
    return report('duplicate-criterion', { at: duplicate.cell, criterion: duplicate.number }, { number: duplicate.number, name });
  });
  const present = template.criteria.filter((criterion) => criterion.items.length > 0 || criterion.cell !== null);
  if (standard === null || present.length === 0 || present.length >= standard.criteriaCount) return drafts;
  const numbers = new Set(present.map((criterion) => criterion.number));
  for (let number = 1; number <= standard.criteriaCount; number += 1) {
    if (numbers.has(number)) continue;
    const name = standard.criteria.find((known) => known.number === number)?.name.value ?? '';
    drafts.push(report('missing-criterion', { at: null, criterion: number }, { number, name, standard: standardName(standard) }));
  }
  return drafts;
}
