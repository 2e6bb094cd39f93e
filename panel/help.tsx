import { useEffect, useRef } from 'preact/hooks';
import { standardById, standards } from '../core/standards/registry';
import { usePanel } from './context';
import { errorText } from './failure';
import { Icon } from './icons';
import { shortTitle } from './identity';
import { labels } from './labels';

function dateWords(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${Number(day)}/${Number(month)}/${year ?? ''}`;
}

/** Version, the standard's date, what changed, and the text for whoever helps. */
export function Help({ onClose }: { onClose(): void }) {
  const { host, session, state } = usePanel();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const applied = standardById(state.assessment?.standard.id ?? '');
  const text = errorText(host, state.assessment, state.failure);
  return (
    <section class="help" id="help" aria-labelledby="help-heading" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div class="help-head">
        <h2 id="help-heading" tabIndex={-1} ref={heading}>
          {labels.help}
        </h2>
        <button type="button" class="icon-button" aria-label={`${labels.close} trợ giúp`} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <h3>Dùng thế nào</h3>
      <ol class="steps">
        <li>Bấm “{labels.score}”. Bấm vào một ô trong danh sách để tới ô đó.</li>
        <li>Sửa ô sai trong bảng tính rồi bấm “{labels.scoreAgain}”.</li>
        <li>Hết lỗi thì bấm “{labels.stamp}” để in và trình.</li>
      </ol>
      <h3>Phiên bản {host.about.version}</h3>
      {host.about.changes.length === 0 ? null : (
        <ul class="steps">
          {host.about.changes.map((change, index) => (
            <li key={index}>{change}</li>
          ))}
        </ul>
      )}
      <h3>Tiêu chuẩn</h3>
      <ul class="steps">
        {(applied === null ? standards : [applied]).map((known) => (
          <li key={known.id}>
            {shortTitle(known.title)}; ban hành {dateWords(known.issued)}
            {applied === null ? '' : '. Mức điểm lấy từ bảng của đơn vị; chỗ khác với Quyết định được nêu trong danh sách.'}
          </li>
        ))}
      </ul>
      <h3>Khi gặp lỗi</h3>
      <p>Chép đoạn dưới đây gửi người hỗ trợ. Trong đó không có nội dung ô, tên trang hay tên tệp.</p>
      <pre class="error-text" tabIndex={0} role="region" aria-label="Thông tin lỗi">
        {text}
      </pre>
      <button type="button" class="button" onClick={() => void session.copy(text)}>
        {labels.copyErrorText}
      </button>
    </section>
  );
}
