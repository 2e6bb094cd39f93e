import type { About, PanelHost } from './host';
import { isHostError } from './host';
import type { Assessment } from '../core/assessment';

/** A failure as it is shown and as it stands in the error text. */
export interface Failure {
  readonly message: string;
  readonly code: string;
  readonly detail: string;
  /** Where in our own code it happened, without texts: function names and places. */
  readonly trace: readonly string[];
}

/** The frames of a stack without its first line (which may quote a cell) and without folders. */
function frames(stack: string | undefined): string[] {
  return (stack ?? '')
    .split('\n')
    .map((line) => /^\s*at (?:(?:async )?([\w.$<>]+) )?.*?(\d+:\d+)\)?$/.exec(line))
    .filter((match): match is RegExpExecArray => match !== null)
    .slice(0, 8)
    .map((match) => `${match[1] ?? '?'} ${match[2] as string}`);
}

/** Any thrown thing as a failure; what no host foresaw gets a general sentence, since its own may be in English or quote a cell. */
export function describeFailure(error: unknown): Failure {
  if (isHostError(error)) return { message: error.message, code: error.code, detail: error.detail ?? '', trace: [] };
  const name = error instanceof Error ? error.name : typeof error;
  return {
    message: 'Có lỗi ngoài dự tính nên chưa làm xong. Thử lại; nếu vẫn lỗi, mở Trợ giúp và bấm “Chép thông tin lỗi” để gửi người hỗ trợ.',
    code: 'unknown',
    detail: name,
    trace: error instanceof Error ? frames(error.stack) : [],
  };
}

/** How many entries have each key, in words: `error 3, warning 1`; '' for none. */
export function countBy<Entry>(entries: readonly Entry[], key: (entry: Entry) => string): string {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(key(entry), (counts.get(key(entry)) ?? 0) + 1);
  return Array.from(counts, ([name, count]) => `${name} ${count}`).join(', ');
}

/** The text that *Chép thông tin lỗi* copies: versions, codes and counts; no name, text or number of any cell, sheet or file. */
export function errorText(
  host: Pick<PanelHost, 'kind'> & { readonly about: About },
  assessment: Assessment | null,
  failure: Failure | null,
): string {
  const lines = [`Chấm điểm xã ${host.about.version}`, `Nơi chạy: ${host.kind}, ${host.about.runsIn}`];
  if (failure !== null) {
    lines.push(`Lỗi: ${failure.code}${failure.detail === '' ? '' : ` (${failure.detail})`}`);
    if (failure.trace.length > 0) lines.push(`Tại: ${failure.trace.join(' < ')}`);
  }
  if (assessment !== null) {
    const tables = assessment.template.mapping.tables ?? [];
    const items = assessment.criteria.reduce((sum, criterion) => sum + criterion.items.length, 0);
    lines.push(
      `Nhận dạng: ${assessment.template.status}; tiêu chuẩn ${assessment.standard.id ?? '–'}; thang điểm ${assessment.rubric.source}`,
      `Số bảng ${tables.length}; cột: ${tables.map((table) => Object.values(table.columns ?? {}).join(' ')).join(' | ') || '–'}`,
      `Tiêu chí ${assessment.criteria.length}; nội dung ${items}, chưa có điểm ${countOpen(assessment)}`,
      `Kết luận: ${assessment.verdict.status} (${assessment.verdict.reasons.map((reason) => reason.code).join(', ')})`,
      `Điều cần xem lại: ${countBy(assessment.findings, (finding) => finding.code) || '0'}`,
      `Câu hỏi: ${countBy(assessment.template.questions, (question) => question.code) || '0'}; đã chọn: ${countBy(assessment.confirmed, (entry) => entry.code) || '0'}`,
    );
  }
  return lines.join('\n');
}

function countOpen(assessment: Assessment): number {
  return assessment.criteria.reduce((sum, criterion) => sum + criterion.items.filter((item) => item.points === null).length, 0);
}
