import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelHandle } from '../host';
import { Icon } from '../icons';
import { labels } from '../labels';
import { mountPanel } from '../mount';
import { NoticeBar, ProgressBar } from '../status';
import { Across } from './across';
import { Communes } from './communes';
import { ErrorHelp } from './error-help';
import { createFileHost } from './file-host';
import { Files } from './files';
import type { ConsolidationHost } from './host';
import { Overview } from './overview';
import { fromDrop } from './picked-files';
import type { ConsolidationSession, ConsolidationState, OpenedFile } from './session';
import { PickButton, Sources } from './sources';
import { words } from './words';

interface Parts {
  readonly state: ConsolidationState;
  readonly session: ConsolidationSession;
  readonly host: ConsolidationHost;
}

function Beginning({ session, host }: Omit<Parts, 'state'>) {
  return (
    <section class="welcome" aria-labelledby="consolidate-heading">
      <h2 id="consolidate-heading">Bảng của nhiều xã thành một sổ</h2>
      <ul class="promises">
        <li>
          <Icon name="list" />
          <span>Chọn thư mục bảng chấm điểm mà các xã gửi; mỗi tệp được đọc, soát và chấm lại từ số liệu của chính nó.</span>
        </li>
        <li>
          <Icon name="sheet" />
          <span>
            {host.targets.some((target) => target.id === 'here')
              ? 'Không sửa tệp của xã; khi bấm “Ghi” mới thêm các trang của sổ tổng hợp.'
              : 'Không sửa tệp của xã; sổ tổng hợp tải về thành một tệp riêng.'}
          </span>
        </li>
        <li>
          <Icon name="lock" />
          <span>Các tệp được đọc ngay trên máy này, không gửi đi đâu.</span>
        </li>
      </ul>
      <p class="row">
        <PickButton words="Chọn thư mục" what="folder" primary onPick={(files) => void session.take(files)} />
        <PickButton words="Chọn các tệp" what="files" onPick={(files) => void session.take(files)} />
      </p>
      <p class="quiet">Hoặc kéo thư mục, tệp thả vào đây.</p>
    </section>
  );
}

/** One file's own panel, with the way back. */
function Opened({
  opened,
  session,
  host,
}: {
  readonly opened: OpenedFile;
  readonly session: ConsolidationSession;
  readonly host: ConsolidationHost;
}) {
  const place = useRef<HTMLDivElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const handle: PanelHandle = mountPanel(place.current as HTMLDivElement, createFileHost(host, session, opened.file.name));
    handle.show(opened.assessment, opened.options);
    back.current?.focus();
    return () => handle.unmount();
  }, [opened.file]);
  return (
    <div class="opened">
      <div class="opened-bar">
        <button type="button" class="button" ref={back} onClick={() => void session.close()}>
          Trở lại tổng hợp
        </button>
        <p class="opened-file">{opened.file.name}</p>
      </div>
      <div ref={place} />
    </div>
  );
}

function Commands({ state, session, host }: Parts) {
  if (state.view === null || state.view.communes.length + state.view.recognition.missing.length === 0) return null;
  return (
    <div class="commands">
      {host.targets.map((target, index) => (
        <button
          key={target.id}
          type="button"
          class={index === 0 ? 'button primary' : 'button'}
          onClick={() => void session.deliver(target.id)}
        >
          {target.label}
        </button>
      ))}
    </div>
  );
}

/** The whole screen of *Tổng hợp các xã*. */
export function Consolidate({ state, session, host }: Parts) {
  const [over, setOver] = useState(false);
  const { view, opened, files, busy } = state;
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    // The page around takes a file that is dropped anywhere else for one that is to be scored.
    event.stopPropagation();
    setOver(false);
    if (event.dataTransfer === null || opened !== null) return;
    fromDrop(event.dataTransfer).then(
      (picked) => (files.length === 0 ? session.take(picked) : session.add(picked)),
      () => session.tell({ tone: 'failed', text: words.notDropped }),
    );
  };
  return (
    <div
      class={over ? 'panel district over' : 'panel district'}
      aria-busy={busy !== null}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <section class="top" aria-label="Lệnh và thông báo">
        <h1 class="away">{labels.consolidate}</h1>
        {opened === null ? <Commands state={state} session={session} host={host} /> : null}
        <ProgressBar busy={busy} onCancel={session.cancel} />
        <NoticeBar
          notice={opened === null || state.notice?.tone === 'failed' ? state.notice : null}
          busy={busy}
          onDismiss={session.dismiss}
        />
      </section>
      {opened !== null ? (
        <Opened opened={opened} session={session} host={host} />
      ) : (
        <main>
          {files.length === 0 ? <Beginning session={session} host={host} /> : null}
          {view === null ? null : (
            <>
              <Overview view={view} />
              <Files view={view} state={state} session={session} />
              <Across view={view} />
              <Communes view={view} session={session} />
            </>
          )}
          {files.length === 0 ? null : (
            <Sources state={state} session={session} writesHere={host.targets.some((target) => target.id === 'here')} />
          )}
          <ErrorHelp state={state} session={session} host={host} />
        </main>
      )}
    </div>
  );
}
