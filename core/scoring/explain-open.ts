import type { Observation, ObservationProblem } from '../observations/observation';
import type { Rubric } from '../rubric/rubric';
import { formatVietnamese } from '../text/fractions';
import type { SourceCell, TemplateItem } from '../template/template';
import { showObserved, showValue } from './explain';

const OPENING: readonly ObservationProblem['code'][] = [
  'formula-error',
  'unreadable-value',
  'missing-observation',
  'numerator-exceeds-denominator',
  'negative-value',
  'percentage-out-of-range',
];

/** The problem that keeps an item's points open: nothing usable was entered, or the value is impossible. null where none does. */
export function openingProblem(observation: Observation): ObservationProblem | null {
  for (const code of OPENING) {
    const found = observation.problems.find((problem) => problem.code === code);
    if (found) return found;
  }
  return null;
}

/** The cell of a whole that is 0, where that alone (and no “không phát sinh” of the officer's) says that nobody is in the group. */
export function emptyWhole(observation: Observation): SourceCell | null {
  return observation.problems.find((problem) => problem.code === 'zero-denominator')?.cell ?? null;
}

function problemWords(problem: ObservationProblem): string {
  const place = `ô ${problem.cell.reference}`;
  switch (problem.code) {
    case 'formula-error':
      return `Công thức ở ${place} báo lỗi ${problem.seen}`;
    case 'unreadable-value':
      return `Không đọc được “${problem.seen}” ở ${place}`;
    case 'missing-observation':
      return `Chưa có kết quả ở ${place}`;
    case 'numerator-exceeds-denominator':
      return `Số đạt lớn hơn tổng số (${problem.seen}) ở ${place}`;
    case 'negative-value':
      return `Số âm (${problem.seen}) ở ${place}`;
    default:
      return `Tỷ lệ ${problem.seen} ở ${place} nằm ngoài khoảng 0–100 %`;
  }
}

/** Why an item stays open, where to look, and the range: one Vietnamese sentence. */
export function explainOpen(item: TemplateItem, rubric: Rubric, observation: Observation, range: string): string {
  const problem = openingProblem(observation);
  if (problem) return `${problemWords(problem)} nên chưa tính được điểm; ${range}.`;
  const unread = rubric.unread[0];
  if (rubric.bands.length === 0 && !rubric.perUnit && !rubric.proportional) {
    const where = unread ? `ô ${unread.cell.reference}` : `nội dung ở ô ${item.labelCell.reference}`;
    return `Chưa đọc được thang điểm (${where}) nên chưa tính được điểm; ${range}.`;
  }
  if (unread && !rubric.complete) return `Còn mức điểm chưa đọc được ở ô ${unread.cell.reference} nên chưa tính được điểm; ${range}.`;
  const cell = observation.cells.observation ?? observation.cells.rate ?? observation.cells.numerator ?? item.labelCell;
  const whole = emptyWhole(observation);
  if (observation.noCase && whole) return `Tổng số bằng 0 (ô ${whole.reference}) nhưng thang điểm không quy định trường hợp này; ${range}.`;
  if (observation.noCase) return `Không phát sinh (ô ${cell.reference}) nhưng thang điểm không quy định trường hợp này; ${range}.`;
  if (observation.readings.length > 1) {
    const readings = observation.readings.map((reading) => showValue(reading, rubric)).join(' hoặc ');
    return `“${observation.text}” ở ô ${cell.reference} có thể là ${readings}, cần xác nhận; ${range}.`;
  }
  const rated = rubric.kind === 'percentage' || rubric.kind === 'incidence' || rubric.kind === 'proportional';
  if (rated && observation.numerator && !observation.denominator && !observation.value) {
    const count = formatVietnamese(observation.numerator, 2);
    const whole = rubric.kind === 'incidence' ? 'tổng số trẻ em' : 'tổng số';
    return `Mới có số lượng ${count} (ô ${cell.reference}), chưa có ${whole} để tính tỷ lệ. Ghi thêm ${whole}, ví dụ “${count}/${whole}”; ${range}.`;
  }
  const observed = showObserved(observation, rubric);
  if (observed) return `${observed} (ô ${cell.reference}) chưa đủ để xác định mức điểm; ${range}.`;
  return `Chưa có kết quả ở ô ${cell.reference} nên chưa tính được điểm; ${range}.`;
}
