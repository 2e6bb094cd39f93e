import { assessInSteps, type AssessOptions } from '../assess';
import type { Assessment, Question, UnitClass } from '../assessment';
import type { Score } from '../scoring/score';
import { applicableThresholds } from '../scoring/verdict';
import { findSummary, isOwnSheet } from '../summary/verify';
import { takeAll, type Steps } from '../workbook/steps';
import { fold } from '../text/fold';
import { isCellError, type Workbook } from '../workbook/workbook';
import { readDistrictBook } from './book-reading';
import { compactItems, type ScaleStore } from './compact';
import type { ExaminedCommune, ExaminedFile, Scale } from './examined';
import { communeName } from './names';
import { quickHash } from './quick-hash';
import { findOnRoster, type Roster } from './roster-match';
import { mappingByHeadings, type KnownTable } from './same-headings';

/** One file as a host hands it in: a workbook, or the Vietnamese sentence that says why it cannot be read. */
export interface ConsolidationEntry {
  /** The name by which the user knows it, with its folder where that tells files apart. */
  readonly file: string;
  readonly workbook?: Workbook;
  readonly refusal?: string;
  /** A hash of the file's bytes, where the host has them. */
  readonly hash?: string;
}

export interface ExamineOptions {
  readonly roster?: Roster | null;
  /** What the officer answered about a file: its name → options of its assessment. */
  readonly answers?: Readonly<Record<string, AssessOptions>>;
  /** Tables that the officer pointed out in other files: a file that needs it and has the same headings is read the same way. */
  readonly known?: readonly KnownTable[];
  /** Scales of the files before, so that the same one is kept once. */
  readonly store?: ScaleStore;
  /** Told of every assessment, in the file's order of sheets. */
  readonly onAssessed?: (assessment: Assessment, sheet: string | null) => void;
}

function contentHash(workbook: Workbook): string {
  const hash = quickHash();
  for (const sheet of workbook.sheets) {
    hash.add(`\u0001${sheet.name}`);
    for (const cell of sheet.cells) {
      const { value } = cell;
      if (value === null || value === '') continue;
      hash.add(`${cell.row},${cell.column}`);
      hash.add(isCellError(value) ? value.error : String(value));
    }
  }
  return hash.digest();
}

interface Made {
  readonly assessment: Assessment;
  readonly score: Score;
}

function* run(workbook: Workbook, options: AssessOptions): Steps<Made> {
  let score: Score | undefined;
  const assessment = yield* assessInSteps(workbook, options, undefined, (made) => {
    score = made;
  });
  return { assessment, score: score as Score };
}

/** Assesses once more where the roster names another class than the one that counted. */
function* runWithRoster(workbook: Workbook, options: AssessOptions, roster: Roster | null): Steps<Made> {
  const first = yield* run(workbook, options);
  const rosterClass = roster === null ? null : rosterClassOf(first.assessment, roster);
  const settled = rosterClass === null || rosterClass === first.assessment.workbook.unitClass;
  return settled ? first : yield* run(workbook, { ...options, rosterClass });
}

function rosterClassOf(assessment: Assessment, roster: Roster): UnitClass | null {
  const { commune, district, province } = assessment.workbook;
  if (commune === null) return null;
  const match = findOnRoster(roster, { name: communeName(commune), district, province });
  return match.state === 'found' ? match.unit.unitClass : null;
}

/** When our result sheet was made, if it stands unaltered and still fits the data. */
function stampTimeOf(workbook: Workbook, assessment: Assessment): string | null {
  const summary = findSummary(workbook);
  const stale = assessment.findings.some((finding) => finding.code === 'stale-summary');
  return summary !== null && !stale && summary.stamp !== null && summary.comparison?.altered.length === 0 ? summary.stamp.time : null;
}

function communeOf(
  { assessment, score }: Made,
  sheet: string | null,
  stampTime: string | null,
  scales: Record<string, Scale>,
  store: ScaleStore,
): ExaminedCommune {
  const { workbook, total } = assessment;
  const count = (severity: string): number => assessment.findings.filter((finding) => finding.severity === severity).length;
  return {
    sheet,
    commune: workbook.commune,
    district: workbook.district,
    province: workbook.province,
    year: workbook.year,
    standard: assessment.standard.id,
    unitClass: workbook.unitClass,
    points: total.points,
    range: total.range,
    maxPoints: total.maxPoints,
    selfScore: total.selfScore,
    threshold: total.threshold,
    possibleThresholds: applicableThresholds(score.standard, score.unitClass).possible,
    verdict: assessment.verdict,
    errors: count('error'),
    warnings: count('warning'),
    // Which sheet was looked at is no officer's answer where each sheet is a commune of its own.
    confirmed: assessment.confirmed.filter(({ code, source }) => sheet === null || code !== 'sheet' || source !== 'option'),
    criteria: assessment.criteria.map(({ number, name, maxPoints, points, range, selfScore }) => ({
      number,
      name,
      maxPoints,
      points,
      range,
      selfScore,
    })),
    items: compactItems(score, scales, store),
    questions: assessment.template.questions,
    findings: assessment.findings.map(({ code, severity, cell, criterion, item, message }) => ({
      code,
      severity,
      cell,
      ...(criterion === undefined ? {} : { criterion }),
      ...(item === undefined ? {} : { item }),
      message,
    })),
    stampTime,
  };
}

const nothing = { communes: [], book: null, scales: {}, questions: [] } as const;

/** A sheet that sums a district up names the district where a commune's sheet names the commune. */
function isOfDistrict({ workbook: { commune, district } }: Assessment): boolean {
  return commune !== null && district !== null && communeName(commune).plain === fold(district);
}

/** The sheets of a question `which-sheet` where they are different communes, each assessed by itself; null where they are not. */
function* severalCommunes(
  workbook: Workbook,
  question: Question,
  options: AssessOptions,
  roster: Roster | null,
): Steps<readonly { readonly sheet: string; readonly made: Made }[] | null> {
  const made: { sheet: string; made: Made }[] = [];
  for (const sheet of question.choices) made.push({ sheet, made: yield* runWithRoster(workbook, { ...options, sheet }, roster) });
  const communes = made.filter((one) => !isOfDistrict(one.made.assessment));
  const names = communes.map((one) => one.made.assessment.workbook.commune);
  const keys = new Set(names.filter((name): name is string => name !== null).map((name) => communeName(name).key));
  return keys.size >= 2 ? communes : null;
}

/** Fewer cells than this are no scoring table. */
const LEAST_CELLS = 30;

/**
 * A commune whose sheet is hidden beside another's that is not: it was sent, too. null where no hidden sheet holds results of another commune.
 */
function* hiddenCommunes(
  workbook: Workbook,
  first: Made,
  options: AssessOptions,
  roster: Roster | null,
): Steps<readonly { readonly sheet: string; readonly made: Made }[] | null> {
  const { commune } = first.assessment.workbook;
  const tables = first.assessment.template.mapping.tables ?? [];
  const shown = tables[0]?.sheet;
  if (commune === null || shown === undefined || options.sheet !== undefined || options.mapping !== undefined) return null;
  const keys = new Set([communeName(commune).key]);
  const found = [{ sheet: shown, made: first }];
  for (const sheet of workbook.sheets) {
    if (!sheet.hidden || sheet.cells.length < LEAST_CELLS || isOwnSheet(sheet) || tables.some((table) => table.sheet === sheet.name))
      continue;
    const made = yield* runWithRoster(workbook, { ...options, sheet: sheet.name }, roster);
    const other = made.assessment.workbook.commune;
    const scored = made.assessment.criteria.some((criterion) => criterion.points !== null);
    if (other === null || !scored || keys.has(communeName(other).key) || isOfDistrict(made.assessment)) continue;
    keys.add(communeName(other).key);
    found.push({ sheet: sheet.name, made });
  }
  return found.length > 1 ? found : null;
}

function reasonOf(questions: readonly Question[]): string {
  return `Cần cán bộ xác nhận: ${questions.map((question) => question.message).join(' ')}`;
}

/** Whether an assessment asks for what a mapping tells: where the table is, or which column counts. */
function wantsMapping({ template }: Assessment): boolean {
  return template.status === 'unrecognised' || template.questions.some((question) => question.code === 'which-column');
}

/**
 * One workbook as the consolidation assesses it, for a screen that shows it by itself: with the roster's class, and read by a table that was
 * pointed out in another file where it needs one. Answers with the options that counted, the roster's class left out.
 */
export function* assessCommuneInSteps(
  workbook: Workbook,
  options: AssessOptions,
  roster: Roster | null,
  known: readonly KnownTable[] = [],
): Steps<{ readonly assessment: Assessment; readonly options: AssessOptions }> {
  const { assessment } = yield* runWithRoster(workbook, options, roster);
  const mapping = options.mapping === undefined && wantsMapping(assessment) ? mappingByHeadings(workbook, known) : null;
  return mapping === null ? { assessment, options } : yield* assessCommuneInSteps(workbook, { ...options, mapping }, roster);
}

/**
 * What one file comes to: read, recognised, checked and scored from its own data. Our own sheets in it are never read as data; their stamps are
 * verified. Never throws for any snapshot. The answer is plain data, so that a worker may hand it on.
 */
export function examine(entry: ConsolidationEntry, options: ExamineOptions = {}): ExaminedFile {
  return takeAll(examineInSteps(entry, options));
}

/** `examine` in steps of a few milliseconds each, for a host that shares its thread with a screen. Its answer is the same. */
export function* examineInSteps(entry: ConsolidationEntry, options: ExamineOptions = {}): Steps<ExaminedFile> {
  const { file, workbook } = entry;
  if (workbook === undefined) {
    const reason = entry.refusal ?? 'Không đọc được tệp này.';
    return { ...nothing, file, status: 'unreadable', reason, hash: entry.hash ?? '', contentHash: '' };
  }
  const content = contentHash(workbook);
  const base = { ...nothing, file, hash: entry.hash ?? content, contentHash: content };
  const book = readDistrictBook(workbook);
  if (book !== null) return { ...base, status: 'assessed', reason: null, book };
  if (workbook.sheets.length > 0 && workbook.sheets.every(isOwnSheet)) {
    return {
      ...base,
      status: 'unrecognised',
      reason: 'Tệp chỉ có bảng kết quả do chương trình ghi, không có số liệu của xã; cần tệp gốc mà xã đã chấm.',
    };
  }
  const roster = options.roster ?? null;
  const answers = options.answers?.[file] ?? {};
  const first = yield* runWithRoster(workbook, answers, roster);
  const { template } = first.assessment;
  const mapping = answers.mapping === undefined && wantsMapping(first.assessment) ? mappingByHeadings(workbook, options.known ?? []) : null;
  if (mapping !== null)
    return yield* examineInSteps(entry, { ...options, known: [], answers: { ...options.answers, [file]: { ...answers, mapping } } });
  const stampTime = stampTimeOf(workbook, first.assessment);
  const whichSheet = template.questions.find((question) => question.code === 'which-sheet' && question.choices.length > 1);
  const several =
    whichSheet === undefined
      ? yield* hiddenCommunes(workbook, first, answers, roster)
      : yield* severalCommunes(workbook, whichSheet, answers, roster);
  const scales: Record<string, Scale> = {};
  const store: ScaleStore = options.store ?? new Map();
  if (several !== null) {
    const communes = several.map(({ sheet, made }) => {
      options.onAssessed?.(made.assessment, sheet);
      return communeOf(made, sheet, stampTime, scales, store);
    });
    const questions = communes.reduce<Question[]>((all, commune) => all.concat(commune.questions), []);
    const waiting = several.every(({ made }) => made.assessment.template.status === 'needs-confirmation');
    return {
      ...base,
      status: waiting ? 'needs-confirmation' : 'assessed',
      reason: waiting ? reasonOf(questions) : null,
      questions,
      communes,
      scales,
    };
  }
  options.onAssessed?.(first.assessment, null);
  if (template.status === 'unrecognised' || (first.assessment.criteria.length === 0 && template.questions.length === 0)) {
    const notes = template.notes ?? [];
    const reason = notes.length > 0 ? notes.join(' ') : 'Không tìm thấy bảng chấm điểm các tiêu chí trong tệp này.';
    return { ...base, status: 'unrecognised', reason };
  }
  const commune = communeOf(first, null, stampTime, scales, store);
  const nameless: Question[] =
    commune.commune === null
      ? [{ code: 'commune', message: 'Không đọc được tên xã, phường trong tệp. Tệp này của đơn vị nào?', cells: [], choices: [] }]
      : [];
  const questions = template.questions.concat(nameless);
  return {
    ...base,
    status: questions.length > 0 ? 'needs-confirmation' : 'assessed',
    reason: questions.length > 0 ? reasonOf(questions) : null,
    questions,
    communes: first.assessment.criteria.length === 0 ? [] : [{ ...commune, questions }],
    scales,
  };
}
