import { usePanel } from './context';
import { Icon } from './icons';
import { labels } from './labels';

/** The first opening: what it does, what it writes, that nothing is sent. */
export function Welcome() {
  const { host, session } = usePanel();
  return (
    <section class="welcome" aria-labelledby="welcome-heading">
      <h2 id="welcome-heading">Chấm điểm xã, phường phù hợp với trẻ em</h2>
      <ul class="promises">
        <li>
          <Icon name="score" />
          <span>Đọc bảng chấm điểm đang có, tính lại điểm từng tiêu chí và chỉ ra ô cần xem lại.</span>
        </li>
        <li>
          <Icon name="sheet" />
          <span>
            {host.capabilities.stamping === 'in-place'
              ? 'Không sửa ô nào; khi bấm “Ghi bảng kết quả” mới thêm một trang tính riêng.'
              : 'Không sửa tệp gốc; khi bấm “Ghi bảng kết quả” thì tải về một bản sao có thêm trang tính kết quả.'}
          </span>
        </li>
        <li>
          <Icon name="lock" />
          <span>Không gửi số liệu đi đâu.</span>
        </li>
      </ul>
      <p class="row">
        <button type="button" class="button primary" onClick={() => void session.score()}>
          {labels.score}
        </button>
        {host.chooseFile === undefined ? null : (
          <button type="button" class="button" onClick={() => void session.chooseFile()}>
            {labels.chooseFile}
          </button>
        )}
        {host.trySample === undefined ? null : (
          <button type="button" class="button" onClick={() => void session.trySample()}>
            {labels.trySample}
          </button>
        )}
      </p>
    </section>
  );
}
