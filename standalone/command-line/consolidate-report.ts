import type { Consolidation, ExaminedFile } from '../../core/consolidate';
import { formatPoints, formatRange } from '../../core/summary/words';
import { hanging, harmless, type Terminal } from './terminal';

const states: readonly (readonly [string, string])[] = [
  ['assessed', 'đã chấm'],
  ['needs-confirmation', 'cần xác nhận'],
  ['unreadable', 'không đọc được'],
  ['unrecognised', 'không nhận ra bảng chấm điểm'],
  ['duplicate-file', 'trùng tệp'],
  ['duplicate-commune', 'trùng xã'],
];

/** The most lines of one list. */
const most = 40;

function list(lines: readonly string[], rest: (count: number) => string): string[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most), `  ${rest(lines.length - most)}`];
}

/** What a person reads after a consolidation: how many, which files not and why, and where the book is. */
export function consolidationReport(consolidation: Consolidation, out: string | null, screen: Terminal): string {
  const { files, recognition, communes, findings } = consolidation;
  const counts = states
    .map(([status, words]) => [files.filter((file) => file.status === status).length, words] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`);
  const kept = files.filter((file) => file.status !== 'assessed');
  const open = communes.filter((commune) => commune.points === null);
  const lines = [
    screen.bold('TỔNG HỢP CÁC XÃ'),
    `${files.length} tệp: ${counts.join(', ')}.`,
    `${communes.length} xã: ${recognition.meets} đủ điều kiện, ${recognition.fails} không đủ, ${recognition.undetermined} chưa kết luận được` +
      `${recognition.missing.length > 0 ? `; ${recognition.missing.length} xã chưa nộp` : ''}. ` +
      (recognition.percent === null ? '' : `Tỷ lệ đủ điều kiện ${formatPoints(recognition.percent)} % của ${recognition.of} xã.`),
  ];
  if (kept.length > 0) {
    lines.push('', screen.bold('Tệp chưa tính được hoặc cần xem lại:'));
    lines.push(
      ...list(
        kept.flatMap((file) => hanging(`  ${harmless(file.file)}: `.slice(0, 60), file.reason ?? '', screen.width)),
        (count) => `… và ${count} dòng nữa, xem trang “Tình hình nộp”.`,
      ),
    );
  }
  if (recognition.missing.length > 0) {
    lines.push('', screen.bold('Chưa nộp:'));
    lines.push(
      ...list(
        recognition.missing.map((name) => `  ${harmless(name)}`),
        (count) => `… và ${count} xã nữa.`,
      ),
    );
  }
  if (open.length > 0) {
    lines.push('', screen.bold('Điểm còn để ngỏ:'));
    lines.push(
      ...list(
        open.map((commune) => `  ${harmless(commune.commune ?? commune.file)}: ${formatRange(commune.points, commune.range)}`),
        (count) => `… và ${count} xã nữa.`,
      ),
    );
  }
  const serious = findings.filter((finding) => finding.code !== 'missing-commune' && finding.code !== 'mixed-rubrics');
  if (serious.length > 0) {
    lines.push('', screen.bold('Điều cần xem lại giữa các xã:'));
    lines.push(
      ...list(
        serious.flatMap((finding) => hanging('  - ', finding.message, screen.width)),
        (count) => `… và ${count} dòng nữa, xem trang “Điều cần xem lại”.`,
      ),
    );
  }
  if (out !== null) lines.push('', `Đã ghi sổ tổng hợp: ${harmless(out)}`);
  return `${lines.join('\n')}\n`;
}

/** How far it is, on one line that is written over on a terminal; elsewhere now and then a line of its own. */
export function progressLine(done: number, total: number, examined: ExaminedFile | null): string {
  const name = examined === null ? '' : ` ${harmless(examined.file)}`;
  return `Đã đọc ${done}/${total} tệp${name}`;
}
