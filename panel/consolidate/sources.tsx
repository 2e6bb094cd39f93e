import { useRef } from 'preact/hooks';
import { labels } from '../labels';
import { fromFiles } from './picked-files';
import type { PickedWorkbook } from './picked-files';
import type { ConsolidationSession, ConsolidationState } from './session';

const WORKBOOKS = '.xlsx,.xlsm,.xls,.ods,.xltx,.xltm';

/** A button that opens the system's dialog through an input of its own. */
export function PickButton({
  words,
  what,
  onPick,
  primary = false,
}: {
  readonly words: string;
  readonly what: 'folder' | 'files' | 'workbook' | 'list';
  onPick(files: PickedWorkbook[]): void;
  readonly primary?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  const accept = { folder: undefined, files: undefined, workbook: WORKBOOKS, list: `${WORKBOOKS},.csv,.txt,.tsv` }[what];
  return (
    <>
      <button type="button" class={primary ? 'button primary' : 'button'} onClick={() => input.current?.click()}>
        {words}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-hidden="true"
        data-picks={what}
        {...(accept === undefined ? {} : { accept })}
        multiple={what === 'files' || what === 'folder'}
        {...(what === 'folder' ? { webkitdirectory: true } : {})}
        onChange={(event) => {
          const picked = fromAny(event.currentTarget.files, what);
          // The same file may be picked again after it was corrected.
          event.currentTarget.value = '';
          if (picked !== null) onPick(picked);
        }}
      />
    </>
  );
}

function fromAny(files: FileList | null, what: 'folder' | 'files' | 'workbook' | 'list'): PickedWorkbook[] | null {
  if (files === null || files.length === 0) return null;
  if (what !== 'list') return fromFiles(Array.from(files));
  const file = files[0] as File;
  return [{ name: file.name.normalize('NFC'), size: file.size, bytes: async () => new Uint8Array(await file.arrayBuffer()) }];
}

/** One thing beside the communes' files: what it is for, what was picked, and the way to pick or drop it. */
function Beside({
  title,
  purpose,
  picked,
  what,
  onPick,
  onDrop,
}: {
  readonly title: string;
  readonly purpose: string;
  readonly picked: string | null;
  readonly what: 'workbook' | 'list';
  onPick(file: PickedWorkbook): void;
  onDrop(): void;
}) {
  return (
    <li class="source">
      <div>
        <p>
          <b>{title}</b>
        </p>
        <p class={picked === null ? 'quiet' : ''}>{picked ?? purpose}</p>
      </div>
      {picked === null ? (
        <PickButton words="Chọn tệp" what={what} onPick={(files) => files[0] !== undefined && onPick(files[0])} />
      ) : (
        <button type="button" class="button" aria-label={`Bỏ: ${title}`} onClick={onDrop}>
          Bỏ
        </button>
      )}
    </li>
  );
}

/** What is put together: the communes' files, and three things that may be given beside them. */
export function Sources({
  state,
  session,
  writesHere,
}: {
  readonly state: ConsolidationState;
  readonly session: ConsolidationSession;
  /** The book can be written into the open workbook: then an earlier one in it is carried over by itself. */
  readonly writesHere: boolean;
}) {
  const { files, roster, rubric, book } = state;
  return (
    <section class="sources" aria-labelledby="sources-heading">
      <h2 id="sources-heading">Nguồn số liệu</h2>
      <ul>
        <li class="source">
          <div>
            <p>
              <b>Bảng chấm điểm của các xã</b>
            </p>
            <p>{files.length} tệp</p>
          </div>
          <span class="row">
            <PickButton words="Thêm tệp" what="files" onPick={(more) => void session.add(more)} />
            <PickButton words="Chọn thư mục khác" what="folder" onPick={(others) => void session.take(others)} />
          </span>
        </li>
        <Beside
          title="Danh sách xã phải nộp"
          purpose="Không bắt buộc. Cho biết xã nào chưa nộp; có thể kèm loại đơn vị."
          picked={roster === null ? null : `${roster.file}: ${roster.roster.units.length} xã`}
          what="list"
          onPick={(file) => void session.takeRoster(file)}
          onDrop={() => void session.takeRoster(null)}
        />
        <Beside
          title="Thang điểm chuẩn của huyện, tỉnh"
          purpose="Không bắt buộc. Xã nào dùng thang khác thì được nêu tên; đề nghị công nhận theo thang này."
          picked={rubric?.name ?? null}
          what="workbook"
          onPick={(file) => void session.takeRubric(file)}
          onDrop={() => void session.takeRubric(null)}
        />
        <Beside
          title="Sổ tổng hợp lần trước"
          purpose={`Không bắt buộc. Phần thẩm định ghi tay trong sổ đó được giữ lại.${writesHere ? ' Sổ nằm ngay trong bảng tính đang mở thì tự được giữ.' : ''}`}
          picked={book?.name ?? null}
          what="workbook"
          onPick={(file) => void session.takeBook(file)}
          onDrop={() => void session.takeBook(null)}
        />
      </ul>
      {(roster?.roster.notes ?? []).length === 0 ? null : (
        <ul class="notes">
          {roster?.roster.notes.slice(0, 10).map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <p class="row">
        <button type="button" class="button" onClick={() => void session.refresh()}>
          {labels.consolidateAgain}
        </button>
      </p>
    </section>
  );
}
