import type { ComponentProps } from 'preact';
import { useState } from 'preact/hooks';
import type { ConsolidatedFile, FileStatus } from '../../core/consolidation/consolidation';
import { Icon } from '../icons';
import type { ConsolidationView } from './consolidation-view';
import type { ConsolidationSession, ConsolidationState } from './session';
import { statusWords } from './words';

const FIRST_SHOWN = 40;
/** Icon and colour of each state. */
const signs: Readonly<Record<FileStatus, ComponentProps<typeof Icon>>> = {
  'needs-confirmation': { name: 'question', tone: 'warning' },
  unrecognised: { name: 'question', tone: 'warning' },
  unreadable: { name: 'error', tone: 'error' },
  'duplicate-commune': { name: 'info', tone: 'info' },
  'duplicate-file': { name: 'info', tone: 'info' },
  assessed: { name: 'done', tone: 'done' },
};
const order = Object.keys(statusWords) as readonly FileStatus[];

/** The name of a commune for a file that does not say whose it is; names of the list of communes are offered. */
function NameCommune({
  file,
  state,
  session,
}: {
  readonly file: string;
  readonly state: ConsolidationState;
  readonly session: ConsolidationSession;
}) {
  const [name, setName] = useState('');
  const id = `names-${file}`;
  return (
    <form
      class="row answer"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') void session.nameCommune(file, name.trim());
      }}
    >
      <label class="field">
        <span>Tên xã, phường</span>
        <input type="text" list={id} value={name} autocomplete="off" onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <datalist id={id}>
        {(state.roster?.roster.units ?? []).map((unit) => (
          <option key={unit.shown} value={unit.shown} />
        ))}
      </datalist>
      <button type="submit" class="button primary">
        Ghi tên
      </button>
    </form>
  );
}

/** What the officer can do about one file: answer a question here, or open the file's own panel. */
function Ways({
  file,
  state,
  session,
}: {
  readonly file: ConsolidatedFile;
  readonly state: ConsolidationState;
  readonly session: ConsolidationSession;
}) {
  const questions = file.questions ?? [];
  // Asked beside the first of the files only: the question is the same for all of them.
  const which = questions.find((question) => question.code === 'which-file' && question.choices[0]?.startsWith(file.file) === true);
  const nameless = questions.some((question) => question.code === 'commune');
  const rest = questions.filter((question) => question.code !== 'which-file' && question.code !== 'commune');
  const opens = file.status === 'unrecognised' ? 'Chỉ cách đọc bảng' : rest.length > 0 ? 'Mở và trả lời' : 'Xem';
  const important = file.status === 'unrecognised' || rest.length > 0;
  return (
    <>
      {nameless ? <NameCommune file={file.file} state={state} session={session} /> : null}
      {which === undefined ? null : (
        <div class="row answer" role="group" aria-label="Tính tệp nào?">
          {which.choices.map((choice) => (
            <button key={choice} type="button" class="button" onClick={() => void session.choose(file.commune ?? '', choice)}>
              Tính “{choice}”
            </button>
          ))}
        </div>
      )}
      {file.status === 'unreadable' || file.book === true ? null : (
        <p class="row">
          <button type="button" class={important ? 'button primary' : 'link'} onClick={() => void session.open(file.file)}>
            {opens} <span class="away">{file.file}</span>
          </button>
        </p>
      )}
    </>
  );
}

/** Every file with its state: those that wait for the officer first; none is dropped in silence. */
export function Files({
  view,
  state,
  session,
}: {
  readonly view: ConsolidationView;
  readonly state: ConsolidationState;
  readonly session: ConsolidationSession;
}) {
  const [shown, setShown] = useState(FIRST_SHOWN);
  const [all, setAll] = useState(false);
  const sorted = view.files.slice().sort((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
  const waiting = sorted.filter((file) => file.status !== 'assessed');
  const listed = all ? sorted : waiting;
  return (
    <section class="district-files" aria-labelledby="files-heading">
      <h2 id="files-heading" tabIndex={-1}>
        Tệp cần xem ({waiting.length})
      </h2>
      {waiting.length === 0 ? (
        <p class="fine">
          <Icon name="done" tone="done" /> Mọi tệp đều đã chấm được.
        </p>
      ) : null}
      <ul>
        {listed.slice(0, shown).map((file) => (
          <li key={file.file} class={`district-file state-${file.status}`} data-state={file.status}>
            <p class="district-file-name">
              <Icon {...signs[file.status]} />
              <span>
                <b>{file.commune ?? file.file}</b>{' '}
                <span class="state-words">{file.book === true ? 'Sổ tổng hợp cấp dưới' : statusWords[file.status]}</span>
              </span>
            </p>
            {file.commune === null || file.commune === undefined ? null : <p class="quiet">{file.file}</p>}
            {file.reason === undefined ? null : <p class="finding-words">{file.reason}</p>}
            <Ways file={file} state={state} session={session} />
          </li>
        ))}
      </ul>
      <p class="row">
        {listed.length > shown ? (
          <button type="button" class="button" onClick={() => setShown(shown + 100)}>
            Hiện thêm ({listed.length - shown})
          </button>
        ) : null}
        <button type="button" class="link" aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? 'Chỉ hiện tệp cần xem' : `Hiện cả ${view.files.length} tệp`}
        </button>
      </p>
    </section>
  );
}
