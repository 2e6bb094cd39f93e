import { Icon } from './icons';
import { labels } from './labels';
import type { Busy, Notice } from './running';

/** How far a job is, with the button that stops it; nothing in the first half second. */
export function ProgressBar({ busy, onCancel }: { readonly busy: Busy | null; onCancel(): void }) {
  if (busy === null || !busy.shown) return null;
  const percent = busy.done === null ? null : Math.round(busy.done * 100);
  return (
    <div class="progress">
      <p>
        {busy.words}
        {percent === null ? '' : ` ${percent} %`}
      </p>
      <progress {...(busy.done === null ? {} : { value: busy.done, max: 1 })} aria-label={busy.words} />
      <button type="button" class="button" onClick={onCancel}>
        {labels.cancel}
      </button>
    </div>
  );
}

/** The sentence about what just happened: a live region that is always there, so that screen readers hear it change. */
export function NoticeBar({
  notice,
  busy,
  onDismiss,
  onChooseAgain,
}: {
  readonly notice: Notice | null;
  readonly busy: Busy | null;
  onDismiss(): void;
  onChooseAgain?(): void;
}) {
  const icon = notice === null ? null : notice.tone === 'failed' ? 'error' : notice.tone === 'done' ? 'done' : 'info';
  return (
    <div class={notice === null ? 'notice away' : `notice notice-${notice.tone}`}>
      <p role="status" aria-live="polite">
        {icon === null ? null : <Icon name={icon} tone={icon} />}
        <span>{notice === null ? (busy?.shown === true ? busy.words : '') : notice.text}</span>
      </p>
      {notice?.chooseAgain === true && onChooseAgain !== undefined ? (
        <button type="button" class="button" onClick={onChooseAgain}>
          {labels.chooseAgain}
        </button>
      ) : null}
      {notice === null ? null : (
        <button type="button" class="icon-button" aria-label="Đóng thông báo" onClick={onDismiss}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
