import type { Assessment, CriterionAssessment, Finding, PointsRange, Severity } from '../../core/assessment';
import { standardById } from '../../core/standards/registry';
import {
  countErrors,
  countOpen,
  describeNoFindings,
  describeUnitClass,
  describeVerdict,
  formatPoints,
  hasTable,
  noCaseWords,
  nothingToReview,
  severityWords,
} from '../../core/summary/words';
import { bar, hanging, harmless, wrap, type Terminal } from './terminal';

/** What became of `--out`, for the last lines of the report. */
export interface WrittenFile {
  readonly path: string;
  /** Why it is a new workbook with our sheets alone; null where it is a copy of the input. */
  readonly reason: string | null;
}

const barCells = 20;

const severities: readonly Severity[] = ['error', 'warning', 'info'];

function pointsOrRange(decided: number | null, range: PointsRange): string {
  if (decided !== null) return formatPoints(decided);
  return range[0] === range[1] ? formatPoints(range[0]) : `${formatPoints(range[0])}–${formatPoints(range[1])}`;
}

function unitLine(assessment: Assessment): string {
  const { commune, district, province, year } = assessment.workbook;
  const place = [commune ?? 'Chưa đọc được tên xã, phường', district, province].filter((part) => part !== null && part !== '').join(', ');
  return harmless(`${place} – ${year === null ? 'chưa rõ năm' : `năm ${year}`}`);
}

function rubricWords(assessment: Assessment): string {
  if (assessment.rubric.source === 'workbook') return 'đọc trong chính bảng tính này';
  if (assessment.rubric.source === 'other-workbook') return `đọc trong ${assessment.rubric.file ?? 'bảng tính khác'}`;
  return assessment.rubric.source === 'standard' ? 'chỉ có những mức đã biết của Quyết định' : 'không tìm thấy';
}

function heading(assessment: Assessment, screen: Terminal): string[] {
  const standard = standardById(assessment.standard.id ?? '');
  const threshold = assessment.total.threshold;
  const unitClass = assessment.workbook.unitClass;
  const rows: readonly [string, string][] = [
    ['Tệp', assessment.workbook.file ?? ''],
    ['Tiêu chuẩn', standard === null ? 'chưa nhận ra văn bản nào' : (standard.title.split(' của ')[0] ?? standard.title)],
    ['Thang điểm', rubricWords(assessment)],
    [
      'Loại đơn vị',
      `${unitClass === null ? 'chưa rõ' : describeUnitClass(unitClass, standard)}${threshold === null ? '' : ` (cần từ ${formatPoints(threshold)} điểm)`}`,
    ],
  ];
  return [
    screen.bold('KẾT QUẢ CHẤM ĐIỂM'),
    screen.bold(unitLine(assessment)),
    '',
    ...rows.flatMap(([label, text]) => hanging(`${`${label}:`.padEnd(13)}`, text, screen.width)),
  ];
}

function criterionColour(criterion: CriterionAssessment, screen: Terminal): (text: string) => string {
  if (criterion.points === null) return screen.yellow;
  if (criterion.points === 0) return screen.red;
  return criterion.points === criterion.maxPoints ? screen.green : (text) => text;
}

function scoreRows(assessment: Assessment, screen: Terminal): string[] {
  const rows = assessment.criteria.map((criterion) => {
    const shown = `${pointsOrRange(criterion.points, criterion.range)}/${criterion.maxPoints === null ? '?' : formatPoints(criterion.maxPoints)}`;
    const self =
      criterion.selfScore === null ? '' : criterion.selfScore === criterion.points ? '' : `tự chấm ${formatPoints(criterion.selfScore)}`;
    return { number: `${criterion.number}.`, shown, self, name: harmless(criterion.name), criterion };
  });
  const wide = Math.max(0, ...rows.map((row) => row.shown.length));
  const wideSelf = Math.max(0, ...rows.map((row) => row.self.length));
  return rows.flatMap(({ number, shown, self, name, criterion }) => {
    const drawn = bar(criterion.range[0], criterion.range[1], criterion.maxPoints, barCells);
    const head = `${number.padStart(4)} ${drawn} ${shown.padStart(wide)}  ${wideSelf === 0 ? '' : `${self.padEnd(wideSelf)}  `}`;
    const [first = '', ...rest] = hanging(head, name, screen.width);
    return [first.replace(drawn, () => criterionColour(criterion, screen)(drawn)), ...rest];
  });
}

function totalRow(assessment: Assessment, screen: Terminal): string {
  const { total } = assessment;
  const parts = [
    `Tổng điểm: ${pointsOrRange(total.points, total.range)}${total.maxPoints === null ? '' : `/${formatPoints(total.maxPoints)}`}`,
    ...(total.selfScore === null ? [] : [`tự chấm ${formatPoints(total.selfScore)}`]),
    total.threshold === null ? 'ngưỡng công nhận chưa rõ' : `ngưỡng công nhận ${formatPoints(total.threshold)}`,
  ];
  return screen.bold(parts.join(' · '));
}

function verdict(assessment: Assessment, screen: Terminal): string[] {
  const { status, reasons } = assessment.verdict;
  const settled = countErrors(assessment) === 0 && countOpen(assessment) === 0;
  const colour = status === 'fails' ? screen.red : status === 'meets' && settled ? screen.green : screen.yellow;
  const title = wrap(`Kết luận: ${describeVerdict(assessment)}`, screen.width).map((line) => screen.bold(colour(line)));
  return [...title, ...reasons.flatMap((reason) => hanging('  – ', reason.message, screen.width))];
}

function findingLines(finding: Finding, screen: Terminal): string[] {
  const cell = finding.cell === null ? 'Cả bảng' : harmless(finding.cell);
  return hanging('  • ', `${cell}: ${finding.message}`, screen.width).map((line, index) =>
    index === 0 ? line.replace(cell, () => screen.bold(cell)) : line,
  );
}

function findings(assessment: Assessment, screen: Terminal): string[] {
  if (nothingToReview(assessment)) return [screen.green('Không có điều nào cần xem lại.')];
  if (assessment.findings.length === 0) return wrap(describeNoFindings(assessment), screen.width).map((line) => screen.yellow(line));
  return severities.flatMap((severity, index) => {
    const group = assessment.findings.filter((finding) => finding.severity === severity);
    const colour = [screen.red, screen.yellow, screen.dim][index] ?? screen.dim;
    if (group.length === 0) return [];
    return [
      '',
      screen.bold(colour(`${severityWords[severity].heading} (${group.length})`)),
      ...group.flatMap((finding) => findingLines(finding, screen)),
    ];
  });
}

function questions(assessment: Assessment, screen: Terminal): string[] {
  const asked = assessment.template.questions;
  if (asked.length === 0) return [];
  return [
    '',
    screen.bold(`Câu hỏi cần trả lời (${asked.length})`),
    ...asked.flatMap((question) => [
      ...hanging('  ? ', question.message, screen.width),
      ...(question.choices.length === 0
        ? []
        : hanging(
            '    Chọn: ',
            question.choices.map((choice) => (question.code === 'no-case-rule' ? noCaseWords[choice] : undefined) ?? choice).join(' · '),
            screen.width,
          )),
    ]),
  ];
}

function nextSteps(assessment: Assessment, written: WrittenFile | null): string[] {
  const steps: string[] = [];
  const has = (severity: Severity) => assessment.findings.some((finding) => finding.severity === severity);
  if (assessment.template.questions.some((question) => question.code === 'which-sheet'))
    steps.push('Chấm lại với tên trang tính: --sheet "TÊN TRANG".');
  if (assessment.template.status === 'unrecognised')
    steps.push('Chỉ ra bảng chấm điểm: --sheet "TÊN TRANG", hoặc cột và dòng bằng --mapping TỆP.json.');
  if (assessment.findings.some((finding) => finding.code === 'unit-class-missing'))
    steps.push('Cho biết loại đơn vị: --unit-class "Xã miền núi".');
  if (has('error')) steps.push(`Sửa các ô ở mục “${severityWords.error.heading}” trong bảng tính rồi chấm lại.`);
  else if (has('warning')) steps.push(`Xem lại các ô ở mục “${severityWords.warning.heading}”; ô nào đúng rồi thì để nguyên.`);
  if (written !== null)
    steps.push(`Mở ${written.path}: bảng kết quả nằm ở trang tính riêng${written.reason === null ? ', mỗi ô nguồn bấm vào được' : ''}.`);
  else if (hasTable(assessment)) steps.push('Ghi bản sao có bảng kết quả: thêm --out TÊN_TỆP_MỚI.xlsx (tệp gốc giữ nguyên).');
  return steps;
}

/** The readable report of one assessment, lines for a terminal. Nothing in it is cut off: every finding stands with its cell. */
export function report(assessment: Assessment, screen: Terminal, written: WrittenFile | null): string {
  const unrecognised = assessment.template.status === 'unrecognised';
  const notes = (assessment.template.notes ?? []).flatMap((note) => hanging('  – ', note, screen.width));
  const steps = nextSteps(assessment, written);
  const lines = [
    ...heading(assessment, screen),
    '',
    ...(unrecognised ? [screen.bold(screen.yellow('Chưa nhận ra bảng chấm điểm trong tệp này.')), ...notes] : []),
    ...(!hasTable(assessment) ? [] : [...scoreRows(assessment, screen), '', totalRow(assessment, screen), '']),
    ...verdict(assessment, screen),
    ...findings(assessment, screen),
    ...questions(assessment, screen),
    ...(steps.length === 0
      ? []
      : ['', screen.bold('Việc tiếp theo'), ...steps.flatMap((step, index) => hanging(`  ${index + 1}. `, step, screen.width))]),
    ...(written?.reason === undefined || written.reason === null ? [] : ['', ...wrap(written.reason, screen.width)]),
  ];
  return `${lines.join('\n')}\n`;
}
