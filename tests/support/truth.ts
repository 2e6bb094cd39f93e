import fs from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import type { Assessment, Finding, ItemAssessment } from '../../core/assessment';
import { readWithSheetJs } from '../../core/xlsx/legacy';
import { readXlsx } from '../../core/xlsx/read';
import type { Workbook } from '../../core/workbook/workbook';

/* What a correct reading of a sample workbook gives, and how an assessment is held against it. */

interface TrueItem {
  readonly number: string;
  readonly label: string;
  readonly maxPoints: number;
  readonly points: number | null;
  readonly pointsAlso?: readonly (number | null)[];
  readonly range: readonly [number, number];
  readonly observationCell: string | null;
  readonly cells?: readonly string[];
  readonly selfScoreCell?: string | null;
}

interface Expected {
  readonly criteria: readonly {
    readonly number: number;
    readonly name: string;
    readonly missing?: boolean;
    readonly items: readonly TrueItem[];
  }[];
  readonly total: { readonly points: number | null; readonly threshold?: number | null; readonly unchecked?: boolean };
  readonly verdict: { readonly status: string };
  readonly alternatives?: readonly { readonly total: { readonly points: number | null }; readonly verdict: { readonly status: string } }[];
}

interface Expectation {
  readonly code: string;
  readonly cell?: string | null;
  readonly anyOf?: readonly string[];
}

export interface Truth {
  readonly file: string;
  readonly layout: string;
  readonly multi?: boolean;
  /** Several communes: the truth of each worksheet. */
  readonly sheets?: readonly (Truth & { readonly sheet?: string })[];
  readonly unreadable?: boolean;
  readonly clean?: boolean;
  readonly commune?: string;
  readonly year?: number;
  readonly unitClass?: string;
  readonly cliUnitClass?: 'central-city-ward' | 'mountain-island-hardship' | 'other';
  readonly standardId?: string;
  readonly expected?: Expected;
  readonly defects?: readonly Expectation[];
  readonly allowed?: readonly Expectation[];
}

/** The truths of a folder, by name. */
export function readTruths(folder: string): Truth[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.truth.json'))
    .sort()
    .map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Truth);
}

/** A sample workbook as the command line reads it. */
export function readSample(file: string): Workbook {
  const bytes = new Uint8Array(fs.readFileSync(file));
  const options = { file: path.basename(file) };
  if (/\.xls[xm]$/.test(file)) return readXlsx(bytes, options);
  // The library prints notes on number formats that it does not know; they say nothing about the values.
  const { error, warn } = console;
  console.error = console.warn = () => undefined;
  try {
    return readWithSheetJs(XLSX, bytes, options);
  } finally {
    console.error = error;
    console.warn = warn;
  }
}

const place = (cell: string | null | undefined): string | null =>
  cell === null || cell === undefined ? null : cell.normalize('NFC').replace(/\$/g, '');
const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function cellsOf(item: ItemAssessment): Set<string | null> {
  return new Set(Object.values(item.cells).map((cell) => place(cell as string)));
}

/** Everything in which an assessment departs from the truth, one line each; empty where it agrees. */
export function differences(truth: Truth, assessment: Assessment): string[] {
  const found: string[] = [];
  const expected = truth.expected as Expected;
  for (const criterion of expected.criteria) {
    if (criterion.missing) continue;
    const own = assessment.criteria.find((each) => each.number === criterion.number);
    if (own === undefined) {
      found.push(`criterion ${criterion.number} is missing`);
      continue;
    }
    const pool = [...own.items];
    for (const item of criterion.items) {
      const cells = [item.observationCell, ...(item.cells ?? [])].map(place).filter((cell) => cell !== null);
      const at = pool.findIndex(
        (each) =>
          each.maxPoints === item.maxPoints &&
          (cells.some((cell) => cellsOf(each).has(cell)) ||
            (item.selfScoreCell != null && cellsOf(each).has(place(item.selfScoreCell))) ||
            plain(each.label) === plain(item.label)),
      );
      const given = pool[at];
      if (given === undefined) {
        found.push(`item ${item.number} (${item.label}) is not recognised`);
        continue;
      }
      pool.splice(at, 1);
      if (given.points !== item.points && !(item.pointsAlso ?? []).includes(given.points))
        found.push(`item ${item.number}: ${given.points} points, truth ${item.points}`);
      if (item.points === null && given.points === null && (given.range[0] !== item.range[0] || given.range[1] !== item.range[1]))
        found.push(`item ${item.number}: range ${given.range.join('–')}, truth ${item.range.join('–')}`);
    }
  }
  const accepted = [{ total: expected.total, verdict: expected.verdict }, ...(expected.alternatives ?? [])];
  if (!expected.total.unchecked && !accepted.some((each) => each.total.points === assessment.total.points))
    found.push(`total ${assessment.total.points}, truth ${expected.total.points}`);
  if (!accepted.some((each) => each.verdict.status === assessment.verdict.status))
    found.push(`verdict ${assessment.verdict.status}, truth ${expected.verdict.status}`);
  if (expected.total.threshold !== undefined && assessment.total.threshold !== expected.total.threshold)
    found.push(`threshold ${assessment.total.threshold}, truth ${expected.total.threshold}`);
  if (truth.commune !== undefined && !plain(assessment.workbook.commune).includes(plain(truth.commune)))
    found.push(`commune ${assessment.workbook.commune}, truth ${truth.commune}`);
  if (truth.year !== undefined && assessment.workbook.year !== null && assessment.workbook.year !== truth.year)
    found.push(`year ${assessment.workbook.year}, truth ${truth.year}`);
  if (truth.standardId !== undefined && assessment.standard.id !== truth.standardId)
    found.push(`standard ${assessment.standard.id}, truth ${truth.standardId}`);
  return found.concat(findingDifferences(truth, assessment.findings));
}

function findingDifferences(truth: Truth, findings: readonly Finding[]): string[] {
  const lines: string[] = [];
  const left = [...findings];
  const fits = (finding: Finding, wanted: Expectation): boolean => {
    const cells = [wanted.cell, ...(wanted.anyOf ?? [])].map(place).filter((cell): cell is string => cell !== null);
    return (
      finding.code === wanted.code &&
      (cells.length === 0 ||
        cells.includes(place(finding.cell) ?? '') ||
        (finding.cells ?? []).some((cell) => cells.includes(place(cell) ?? '')))
    );
  };
  for (const defect of truth.defects ?? []) {
    const at = left.findIndex((finding) => fits(finding, defect));
    if (at < 0) lines.push(`finding ${defect.code} at ${defect.cell ?? 'no cell'} is not reported`);
    else left.splice(at, 1);
  }
  for (const finding of left) {
    if ([...(truth.defects ?? []), ...(truth.allowed ?? [])].some((wanted) => fits(finding, wanted))) continue;
    lines.push(`finding ${finding.code} at ${finding.cell} is a false alarm: ${finding.message}`);
  }
  return lines;
}
