import { useEffect, useRef, useState } from 'preact/hooks';
import type { Assessment, ColumnRole } from '../core/assessment';
import { standardById, standards } from '../core/standards/registry';
import type { Workbook } from '../core/workbook/workbook';
import { usePanel } from './context';
import { confirmedMapping } from './options';
import { beginPointing, columnPreviews, headerChoices, missingIn, pickHeader, rowChoices, toMapping, withHeader } from './pointing';
import type { Pointing } from './pointing';
import { roleWords } from './words';

const roles = Object.keys(roleWords) as readonly ColumnRole[];

interface FormProps {
  readonly assessment: Assessment;
  readonly workbook: Workbook;
}

/** Lets the officer say where her table is and what its columns and rows are; her answer is assessed at once. */
export function PointingForm({ assessment, workbook }: FormProps) {
  const { session, state } = usePanel();
  const before = confirmedMapping(assessment, state.options);
  const [standard, setStandard] = useState(before.standard ?? assessment.standard.id ?? (standards[0]?.id as string));
  const [pointing, setPointing] = useState<Pointing>(() => beginPointing(workbook, assessment, before, null));
  const [refused, setRefused] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const sheet = workbook.sheets.find((each) => each.name === pointing.sheet);
  const count = standardById(standard)?.criteriaCount ?? 13;

  const apply = (): void => {
    const missing = missingIn(pointing);
    setRefused(missing);
    if (missing !== null) return;
    const mapping = toMapping(pointing, { ...before, standard }, assessment.template.status === 'unrecognised' ? null : assessment);
    void session.change({ ...state.options, mapping });
  };
  return (
    <section class="pointing" aria-labelledby="pointing-heading">
      <h2 id="pointing-heading" tabIndex={-1} ref={heading}>
        Chỉ cách đọc bảng
      </h2>
      <p class="quiet">Chỉ một lần: cách đọc được ghi cùng bảng kết quả và được gợi ý cho bảng tính sau có cùng tiêu đề.</p>
      <label class="field">
        <span>1. Bảng chấm điểm ở trang tính nào?</span>
        <select
          value={pointing.sheet}
          onChange={(event) => setPointing(beginPointing(workbook, assessment, before, event.currentTarget.value))}
        >
          {workbook.sheets.map((each) => (
            <option key={each.name} value={each.name}>
              {each.name}
              {each.hidden ? ' (đang ẩn)' : ''}
            </option>
          ))}
        </select>
      </label>
      {sheet === undefined ? null : (
        <>
          <label class="field">
            <span>2. Dòng nào là tiêu đề của bảng?</span>
            <select
              value={pointing.headerRow === null ? '' : String(pointing.headerRow)}
              onChange={(event) =>
                event.currentTarget.value !== '' && setPointing(pickHeader(sheet, assessment, before, Number(event.currentTarget.value)))
              }
            >
              {pointing.headerRow === null ? <option value="">Chọn dòng…</option> : null}
              {headerChoices(sheet).map(({ row, text }) => (
                <option key={row} value={String(row)}>
                  Dòng {row}: {text}
                </option>
              ))}
            </select>
          </label>
          {pointing.headerRow === null ? null : (
            <label class="field inline">
              <span>Tiêu đề gồm mấy dòng?</span>
              <select
                value={String(pointing.headerHeight)}
                onChange={(event) => setPointing(withHeader(sheet, pointing.headerRow, Number(event.currentTarget.value)))}
              >
                {[1, 2, 3, 4, 5].map((height) => (
                  <option key={height} value={String(height)}>
                    {height}
                  </option>
                ))}
              </select>
            </label>
          )}
        </>
      )}
      {sheet === undefined || pointing.headerRow === null ? null : (
        <fieldset class="columns">
          <legend>3. Mỗi cột ghi gì?</legend>
          {columnPreviews(sheet, pointing.headerRow, pointing.headerHeight).map(({ letter, header, samples }) => (
            <label key={letter} class="column">
              <span class="column-words">
                <b>Cột {letter}</b> {header === '' ? <i>(không có tiêu đề)</i> : header}
                {samples.length === 0 ? null : <span class="quiet column-samples">Ví dụ: {samples.join(' · ')}</span>}
              </span>
              <select
                data-column={letter}
                value={pointing.columns[letter] ?? 'ignore'}
                onChange={(event) =>
                  setPointing({ ...pointing, columns: { ...pointing.columns, [letter]: event.currentTarget.value as ColumnRole } })
                }
              >
                {roles.map((role) => (
                  <option key={role} value={role}>
                    {roleWords[role]}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      )}
      <label class="field">
        <span>4. Theo tiêu chuẩn nào?</span>
        <select value={standard} onChange={(event) => setStandard(event.currentTarget.value)}>
          {standards.map((known) => (
            <option key={known.id} value={known.id}>
              Quyết định {known.id}
            </option>
          ))}
        </select>
      </label>
      {sheet === undefined || pointing.headerRow === null ? null : (
        <details class="rows">
          <summary>5. Dòng nào là tiêu chí? (chỉ khi chương trình không tự nhận ra)</summary>
          {rowChoices(sheet, pointing).map(({ row, text }) => (
            <label key={row} class="column">
              <span class="column-words">
                <b>Dòng {row}</b> {text}
              </span>
              <select
                data-row={row}
                value={pointing.criterionRows[row] === undefined ? '' : String(pointing.criterionRows[row])}
                onChange={(event) => {
                  const { [String(row)]: _, ...others } = pointing.criterionRows;
                  const { value } = event.currentTarget;
                  setPointing({ ...pointing, criterionRows: value === '' ? others : { ...others, [row]: Number(value) } });
                }}
              >
                <option value="">Tự nhận ra</option>
                {Array.from({ length: count }, (_, index) => (
                  <option key={index} value={String(index + 1)}>
                    Dòng này là tiêu chí {index + 1}
                  </option>
                ))}
                <option value="0">Bỏ qua dòng này</option>
              </select>
            </label>
          ))}
        </details>
      )}
      {refused === null ? null : (
        <p class="field-wrong" role="alert">
          {refused}
        </p>
      )}
      <p class="row">
        <button type="button" class="button primary" onClick={apply}>
          Chấm theo cách đọc này
        </button>
        <button type="button" class="button" onClick={session.closePointing}>
          Đóng
        </button>
      </p>
    </section>
  );
}

/** What was looked for and found where no scoring table was recognised, and the ways on. */
export function Unrecognised({ assessment }: { readonly assessment: Assessment }) {
  const { session, state } = usePanel();
  const offered = state.offered;
  return (
    <section class="unrecognised" aria-labelledby="unrecognised-heading">
      <h2 id="unrecognised-heading">Chưa nhận ra bảng chấm điểm</h2>
      <p>Bảng tính có thể dùng mẫu lạ. Hãy chỉ bảng nằm ở đâu, chương trình sẽ chấm tiếp từ đó.</p>
      {offered === null ? null : (
        <div class="offer">
          <p>Lần trước đã chỉ cách đọc một bảng có cùng tiêu đề.</p>
          <button type="button" class="button primary" onClick={() => void session.change(offered)}>
            Dùng lại cách đọc đó
          </button>
        </div>
      )}
      {state.pointing !== null ? null : (
        <button type="button" class={offered === null ? 'button primary' : 'button'} onClick={() => void session.openPointing()}>
          Chỉ cách đọc bảng
        </button>
      )}
      {(assessment.template.notes ?? []).length === 0 ? null : (
        <details open={state.pointing === null}>
          <summary>Đã tìm gì, thấy gì</summary>
          <ul class="notes">
            {(assessment.template.notes ?? []).map((note, index) => (
              <li key={index}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
