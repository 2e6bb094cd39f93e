import { useState } from 'preact/hooks';
import { verdictWords } from '../../core/consolidation/book-words';
import { toSettle } from '../../core/consolidation/statistics';
import { formatPoints, formatRange } from '../../core/summary/words';
import { fold } from '../../core/text/fold';
import { Icon } from '../icons';
import type { CommuneLine, ConsolidationView } from './consolidation-view';
import type { ConsolidationSession } from './session';

const FIRST_SHOWN = 60;

function Commune({
  line,
  several,
  home,
  session,
}: {
  readonly line: CommuneLine;
  readonly several: boolean;
  /** The district of most: it need not be named beside each commune. */
  readonly home: string | null;
  readonly session: ConsolidationSession;
}) {
  const verdict = line.referenceVerdict ?? line.verdict;
  const points =
    line.referenceRange === undefined
      ? formatRange(line.points, line.range)
      : formatRange(line.referencePoints ?? null, line.referenceRange);
  const difference = line.selfScore === null || line.points === null ? null : Math.round((line.selfScore - line.points) * 100) / 100;
  const tone = verdict.status === 'meets' ? 'done' : verdict.status === 'fails' ? 'error' : 'open';
  return (
    <tr data-verdict={verdict.status}>
      <th scope="row">
        <button type="button" class="link" onClick={() => void session.open(line.file, several ? line.sheet : undefined)}>
          {line.commune ?? line.file}
        </button>
        {line.district === null || line.district === home ? null : <span class="quiet"> {line.district}</span>}
        {line.gained > 0 ? <span class="gained">Thang của xã cho thêm {formatPoints(line.gained)} điểm</span> : null}
      </th>
      <td class="number" data-label="Tính được">
        {points}
      </td>
      <td class="number" data-label="Tự chấm">
        {line.selfScore === null ? '–' : formatPoints(line.selfScore)}
        {difference === null || difference === 0 ? null : (
          <span class="difference"> ({difference > 0 ? `thừa ${formatPoints(difference)}` : `thiếu ${formatPoints(-difference)}`})</span>
        )}
      </td>
      <td class="number" data-label="Ngưỡng">
        {line.threshold === null ? 'chưa rõ' : formatPoints(line.threshold)}
      </td>
      <td>
        <Icon name={tone} tone={tone} /> {verdictWords(verdict.status, toSettle(line))}
      </td>
    </tr>
  );
}

/** The communes that count: computed points against what they claim. */
export function Communes({ view, session }: { readonly view: ConsolidationView; readonly session: ConsolidationSession }) {
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(FIRST_SHOWN);
  const wanted = fold(search);
  const several = new Set(view.files.filter((file) => file.sheets !== undefined).map((file) => file.file));
  const found = view.communes.filter(
    (line) => wanted === '' || fold(`${line.commune ?? ''} ${line.district ?? ''} ${line.file}`).includes(wanted),
  );
  if (view.communes.length === 0) return null;
  return (
    <section class="district-communes" aria-labelledby="communes-heading">
      <h2 id="communes-heading">Điểm các xã ({view.communes.length})</h2>
      {view.communes.length > 12 ? (
        <span class="search">
          <Icon name="search" />
          <input
            type="search"
            aria-label="Tìm xã"
            placeholder="Tìm xã"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </span>
      ) : null}
      <div class="table-frame" tabIndex={0} role="group" aria-labelledby="communes-heading">
        <table>
          <thead>
            <tr>
              <th scope="col">Xã</th>
              <th scope="col" class="number">
                {view.reference?.source === 'given' ? 'Điểm theo thang chuẩn' : 'Điểm tính được'}
              </th>
              <th scope="col" class="number">
                Xã tự chấm
              </th>
              <th scope="col" class="number">
                Ngưỡng
              </th>
              <th scope="col">Kết luận</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((line) => (
              <Commune
                key={`${line.file} ${line.sheet ?? ''} ${line.commune ?? ''}`}
                line={line}
                several={several.has(line.file)}
                home={view.district}
                session={session}
              />
            ))}
          </tbody>
        </table>
      </div>
      {found.length > shown ? (
        <button type="button" class="button" onClick={() => setShown(shown + 200)}>
          Hiện thêm ({found.length - shown})
        </button>
      ) : null}
    </section>
  );
}
