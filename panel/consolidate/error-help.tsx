import { countBy, errorText } from '../failure';
import { labels } from '../labels';
import { words as panelWords } from '../words';
import type { ConsolidationHost } from './host';
import type { ConsolidationSession, ConsolidationState } from './session';

/** How many files are in which state: nothing in it names a file or a commune. */
function countStates({ view, files }: ConsolidationState): string {
  return `Tổng hợp: ${files.length} tệp; ${countBy(view?.files ?? [], (file) => file.status) || 'chưa đọc'}`;
}

/** After a failure: the text for whoever helps. Nothing before one. */
export function ErrorHelp({
  state,
  session,
  host,
}: {
  readonly state: ConsolidationState;
  readonly session: ConsolidationSession;
  readonly host: ConsolidationHost;
}) {
  if (state.failure === null) return null;
  const text = `${errorText(host, null, state.failure)}\n${countStates(state)}`;
  const copy = (): Promise<void> =>
    host.copyText(text).then(
      () => session.tell({ tone: 'done', text: panelWords.copied }),
      () => session.tell({ tone: 'failed', text: panelWords.notCopied }),
    );
  return (
    <details class="reading">
      <summary>Khi gặp lỗi</summary>
      <p>Chép đoạn dưới đây gửi người hỗ trợ. Trong đó không có nội dung ô, tên xã hay tên tệp.</p>
      <pre class="error-text" tabIndex={0} role="region" aria-label="Thông tin lỗi">
        {text}
      </pre>
      <button type="button" class="button" onClick={() => void copy()}>
        {labels.copyErrorText}
      </button>
    </details>
  );
}
