import type { UnitClass } from '../assessment';
import { readUnitClassWords } from '../scoring/unit-class';
import { report, type ChecksInput, type Draft } from './draft';

const SHORT_NAMES: Readonly<Record<UnitClass, string>> = {
  'central-city-ward': 'Phường của thành phố trực thuộc trung ương',
  'mountain-island-hardship': 'Xã, thị trấn miền núi, hải đảo; xã đặc biệt khó khăn',
  other: 'Xã, phường, thị trấn còn lại',
};

function wording(input: ChecksInput, unitClass: UnitClass): string {
  return input.score.standard?.thresholds?.find((threshold) => threshold.unitClass === unitClass)?.wording ?? SHORT_NAMES[unitClass];
}

/** Two places of the workbook that name different classes, where nothing decides between them. */
function conflictWithin(input: ChecksInput): Draft[] {
  const named = input.template.unitClassStatements.flatMap((statement) => {
    const unitClass = readUnitClassWords(statement.text);
    return unitClass === null ? [] : [{ unitClass, cell: statement.cell }];
  });
  const other = named.find((one) => one.unitClass !== named[0]?.unitClass);
  const [first] = named;
  if (!first || !other) return [];
  const words = { first: wording(input, first.unitClass), second: wording(input, other.unitClass), applied: false };
  return [report('unit-class-conflict', { at: other.cell, cells: [first.cell, other.cell] }, words)];
}

/** Findings about the unit class: not known although the Decision's threshold depends on it, or named differently by two sources. */
export function checkUnitClass(input: ChecksInput): Draft[] {
  const { unitClass, standard, total, criteria } = input.score;
  if (unitClass.conflict !== null) {
    const { first, second } = unitClass.conflict;
    const at = unitClass.workbookClass === first || unitClass.workbookClass === second ? unitClass.workbookCell : null;
    return [report('unit-class-conflict', { at }, { first: wording(input, first), second: wording(input, second), applied: true })];
  }
  const thresholds = standard?.thresholds ?? [];
  if (unitClass.unitClass !== null || thresholds.length === 0 || criteria.length === 0) return [];
  const within = conflictWithin(input);
  if (within.length > 0 || total.threshold !== null) return within;
  const classes = thresholds.map((threshold) => `${threshold.wording} (từ ${threshold.minPoints} điểm)`);
  return [report('unit-class-missing', { at: null }, { classes })];
}
