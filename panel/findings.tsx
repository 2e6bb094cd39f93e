import { useState } from 'preact/hooks';
import type { Assessment, Finding } from '../core/assessment';
import { standardById } from '../core/standards/registry';
import { describeNoFindings, nothingToReview, severityWords } from '../core/summary/words';
import { CellLink } from './cell-link';
import { usePanel } from './context';
import { arrangeFindings, countBySeverity, findingTitle } from './findings-list';
import type { Arrangement } from './findings-list';
import { Icon } from './icons';
import { labels } from './labels';

const FIRST_SHOWN = 60;

function OneFinding({ finding, titled }: { readonly finding: Finding; readonly titled: boolean }) {
  const more = (finding.cells ?? []).filter((cell) => cell !== finding.cell);
  return (
    <li class={`finding finding-${finding.severity}`} data-code={finding.code}>
      <p class="finding-title">
        <Icon name={finding.severity} tone={finding.severity} />
        <span>
          <span class="away">{severityWords[finding.severity].one}: </span>
          {titled ? (
            <b>{findingTitle(finding.code)}</b>
          ) : (
            <b>{finding.criterion === undefined ? 'Cả bảng' : `Tiêu chí ${finding.criterion}`}</b>
          )}
        </span>
      </p>
      <p class="finding-words">{finding.message}</p>
      {finding.cell === null && more.length === 0 ? null : (
        <p class="cells">
          {finding.cell === null ? null : <CellLink reference={finding.cell} />}
          {more.slice(0, 5).map((cell) => (
            <CellLink key={cell} reference={cell} />
          ))}
          {more.length > 5 ? <span class="quiet"> và {more.length - 5} ô nữa</span> : null}
        </p>
      )}
    </li>
  );
}

/** Up and down go from one finding's cell to the next, as in a list. */
function walk(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('.finding .cells > button:first-child'));
  const row = (event.target as HTMLElement).closest('.finding');
  if (row === null) return;
  const index = stops.findIndex((stop) => row.contains(stop));
  const next = stops[index + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** What has to be looked at: grouped, counted, filtered, searched. */
export function Findings({
  assessment,
  assignment,
  onAssignment,
}: {
  readonly assessment: Assessment;
  readonly assignment: string;
  onAssignment(value: string): void;
}) {
  const { host, session } = usePanel();
  const [onlyErrors, setOnlyErrors] = useState(false);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState(FIRST_SHOWN);
  const presets = standardById(assessment.standard.id ?? '')?.agencyAssignments ?? [];
  const preset = presets.find((each) => each.id === assignment);
  const arrangement: Arrangement = preset ?? (assignment === 'kind' ? 'kind' : 'criterion');
  const counts = countBySeverity(assessment.findings);
  const sections = arrangeFindings(assessment, { onlyErrors, search, arrangement });
  const found = sections.reduce((sum, section) => sum + section.count, 0);
  let left = shown;
  return (
    <section aria-labelledby="findings-heading" class="findings">
      <h2 id="findings-heading" tabIndex={-1}>
        Điều cần xem lại ({assessment.findings.length})
      </h2>
      {assessment.findings.length === 0 ? (
        <p class="fine">
          {nothingToReview(assessment) ? <Icon name="done" tone="done" /> : <Icon name="open" tone="open" />}{' '}
          {describeNoFindings(assessment)}
        </p>
      ) : (
        <>
          <div class="toolbar">
            <span class="search">
              <Icon name="search" />
              <input
                type="search"
                aria-label="Tìm trong danh sách"
                placeholder="Tìm: ô, chữ, tiêu chí"
                value={search}
                onInput={(event) => setSearch(event.currentTarget.value)}
              />
            </span>
            <label class="check">
              <input type="checkbox" checked={onlyErrors} onChange={(event) => setOnlyErrors(event.currentTarget.checked)} />
              <span>Chỉ lỗi ({counts.error})</span>
            </label>
            <label class="field inline">
              <span>Xếp theo</span>
              <select
                value={preset === undefined ? (assignment === 'kind' ? 'kind' : 'criterion') : preset.id}
                onChange={(event) => onAssignment(event.currentTarget.value)}
              >
                <option value="criterion">Mức độ, tiêu chí</option>
                <option value="kind">Loại hay gặp nhất trước</option>
                {presets.map((each) => (
                  <option key={each.id} value={each.id}>
                    Cơ quan – {each.title}
                  </option>
                ))}
              </select>
            </label>
          </div>
          {preset === undefined ? null : <p class="quiet">Theo {preset.source}. Địa phương có thể phân công khác.</p>}
          <p class="away" role="status">
            {onlyErrors || search !== '' ? `Đang hiện ${found} điều.` : ''}
          </p>
          <div onKeyDown={walk}>
            {sections.map((section) => (
              <div key={section.key} class="finding-section">
                <h3>
                  {section.severity === null ? null : <Icon name={section.severity} tone={section.severity} />}
                  {section.heading} ({section.count})
                </h3>
                {section.groups.map((group) => {
                  const findings = group.findings.slice(0, Math.max(0, left));
                  left -= findings.length;
                  return findings.length === 0 ? null : (
                    <div key={group.key} class="finding-group">
                      <h4>
                        {group.heading}
                        {group.findings.length > 1 ? ` (${group.findings.length})` : ''}
                      </h4>
                      <ul>
                        {findings.map((finding, index) => (
                          <OneFinding
                            key={`${finding.code} ${finding.cell ?? ''} ${finding.item ?? ''} ${index}`}
                            finding={finding}
                            titled={arrangement !== 'kind'}
                          />
                        ))}
                      </ul>
                    </div>
                  );
                })}
              </div>
            ))}
          </div>
          {sections.length === 0 ? <p class="fine">Không có điều nào khớp với bộ lọc.</p> : null}
          {left < 0 || found > shown ? (
            <button type="button" class="button" onClick={() => setShown(shown + 200)}>
              Hiện thêm ({found - shown})
            </button>
          ) : null}
          {host.capabilities.stamping === 'none' ? null : (
            <>
              <button type="button" class="button wide" onClick={() => void session.stamp(true, preset === undefined ? null : preset.id)}>
                <Icon name="list" /> {labels.findingsList}
              </button>
              <p class="quiet">Ghi danh sách này thành một trang tính để lọc và gửi các cơ quan.</p>
            </>
          )}
        </>
      )}
    </section>
  );
}
