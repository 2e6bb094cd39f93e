import type { FindingCode } from '../assessment';

/** “Chỉ tiêu 3.1”, “Tiêu chí 3”, “Tổng điểm”: what a message is about. */
interface About {
  readonly subject: string;
}

/** What was seen in a cell and what was expected there, both as the officer sees values; `expected` is '' where nothing is to be said. */
interface SeenAndExpected extends About {
  readonly seen: string;
  readonly expected: string;
}

/** The words that each message needs. Points and counts are already written as the officer sees them (`47,5`, `2.870`). */
export interface FindingTokens extends Record<FindingCode, object> {
  'missing-observation':
    | { readonly scope: 'earlier-year'; readonly subject: string; readonly seen: string; readonly expected: string }
    | { readonly scope: 'item'; readonly subject: string; readonly expected: string }
    | { readonly scope: 'column'; readonly header: string; readonly count: number }
    | { readonly scope: 'table'; readonly sheet: string; readonly count: number }
    | { readonly scope: 'form' };
  'unreadable-value': SeenAndExpected;
  'unreadable-rubric':
    | { readonly scope: 'piece'; readonly subject: string; readonly seen: string; readonly elsewhere: boolean }
    | { readonly scope: 'none'; readonly subject: string }
    | { readonly scope: 'template' };
  'formula-error': SeenAndExpected;
  'text-number': SeenAndExpected;
  'percentage-out-of-range': SeenAndExpected;
  'negative-value': SeenAndExpected;
  'not-an-integer': SeenAndExpected;
  'numerator-exceeds-denominator': SeenAndExpected;
  'zero-denominator': SeenAndExpected & { readonly ruleStated: boolean };
  'rate-mismatch': SeenAndExpected;
  'rounding-decides-band': SeenAndExpected;
  'self-score-mismatch': About & { readonly stated: string; readonly computed: string; readonly explanation: string };
  'self-score-exceeds-max': About & { readonly stated: string; readonly maximum: string };
  'self-score-not-in-rubric': About & { readonly stated: string; readonly awards: string };
  'missing-self-score': About & { readonly computed: string };
  'criterion-total-mismatch': About & { readonly stated: string; readonly sum: string };
  'total-mismatch': { readonly stated: string; readonly sum: string };
  'max-points-mismatch':
    | { readonly scope: 'criterion'; readonly subject: string; readonly stated: string; readonly sum: string }
    | { readonly scope: 'item'; readonly subject: string; readonly stated: string; readonly scale: string; readonly criterion: string }
    | { readonly scope: 'scale'; readonly subject: string; readonly stated: string; readonly scale: string }
    | { readonly scope: 'total'; readonly stated: string; readonly sum: string };
  'band-gap': About & { readonly words: string; readonly elsewhere: boolean };
  'band-overlap': About & { readonly words: string; readonly elsewhere: boolean };
  'standard-mismatch': About & {
    readonly seen: string;
    /** What the Decision says, in words. */
    readonly fact: string;
    readonly standard: string;
    readonly source: string;
  };
  'missing-criterion': { readonly number: number; readonly name: string; readonly standard: string };
  'duplicate-criterion': { readonly number: number; readonly name: string };
  'inconsistent-population':
    | { readonly scope: 'same'; readonly group: string; readonly seen: string; readonly other: string; readonly otherCells: string }
    | {
        readonly scope: 'subgroup';
        readonly part: string;
        readonly partSize: string;
        readonly whole: string;
        readonly wholeSize: string;
        readonly wholeCell: string;
      };
  'hidden-data': { readonly scope: 'sheet' | 'rows' | 'columns' | 'unchecked'; readonly name: string };
  'missing-evidence': About & { readonly stated: string };
  'wrong-year': { readonly seen: string; readonly expected: string; readonly where: 'title' | 'result-header'; readonly byOption: boolean };
  'unit-class-missing': { readonly classes: readonly string[] };
  'unit-class-conflict': { readonly first: string; readonly second: string; readonly applied: boolean };
  'legacy-encoding': object;
  /** `moved`: what changed since, as words (`số liệu`); `time` when the sheet was made, as read by people. */
  'stale-summary':
    | { readonly state: 'unfinished' }
    | { readonly state: 'newer' }
    | { readonly state: 'moved'; readonly moved: readonly string[]; readonly time: string };
  'altered-summary':
    { readonly change: 'stamp' | 'changed' | 'removed-row' | 'added-row' } | { readonly change: 'more'; readonly count: number };
}
