import { report, type ChecksInput, type Draft } from './draft';

/** One finding where the workbook's text is in an old encoding, at its first such cell. */
export function checkEncoding(input: ChecksInput): Draft[] {
  const { legacyCell } = input.template;
  return legacyCell === null ? [] : [report('legacy-encoding', { at: legacyCell }, {})];
}
