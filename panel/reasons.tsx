import { useState } from 'preact/hooks';
import type { Assessment, CriterionAssessment, ItemAssessment, ItemCells } from '../core/assessment';
import { formatPoints } from '../core/summary/words';
import { CellLink } from './cell-link';
import { confirmedMapping } from './options';
import { usePanel } from './context';
import { Icon } from './icons';
import { withScale } from './session';
import { pointsWords, trackTone } from './standing';
import { Track } from './track';
import { calmName } from './words';

const resultCells: readonly (readonly [keyof ItemCells, string])[] = [
  ['observation', 'Kết quả'],
  ['numerator', 'Số đạt'],
  ['denominator', 'Tổng số'],
  ['rate', 'Tỷ lệ'],
];

function CellsOf({ item }: { readonly item: ItemAssessment }) {
  const shown = new Set<string>();
  return (
    <>
      {resultCells.map(([key, what]) => {
        const reference = item.cells[key];
        if (reference === undefined || shown.has(reference)) return null;
        shown.add(reference);
        return <CellLink key={key} reference={reference} what={what} />;
      })}
    </>
  );
}

/** Lets the officer write an item's scale anew where it was read wrongly; her cell stays as it is. */
function ScaleForm({ assessment, item, onDone }: { readonly assessment: Assessment; readonly item: ItemAssessment; onDone(): void }) {
  const { session, state } = usePanel();
  const corrected = confirmedMapping(assessment, state.options).rubrics?.[item.number];
  const [text, setText] = useState(corrected ?? item.band?.text ?? '');
  const id = `scale-${item.number}`;
  return (
    <div class="scale-form">
      <label for={id}>Thang điểm đúng của nội dung {item.number}, mỗi mức một dòng</label>
      <textarea
        id={id}
        rows={4}
        value={text}
        placeholder={'Từ 95% trở lên: 50 điểm\nTừ 90% đến dưới 95%: 30 điểm\nDưới 90%: 0 điểm'}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="quiet">Chỉ đổi cách chương trình đọc, không sửa ô trong bảng tính. Lời sửa được ghi vào bảng kết quả.</p>
      <p class="row">
        <button
          type="button"
          class="button primary"
          aria-disabled={text.trim() === ''}
          onClick={() =>
            text.trim() !== '' && void session.change(withScale(assessment, session.state().options, item.number, text)).then(onDone)
          }
        >
          Chấm lại
        </button>
        {corrected === undefined ? null : (
          <button
            type="button"
            class="button"
            onClick={() => void session.change(withScale(assessment, session.state().options, item.number, '')).then(onDone)}
          >
            Bỏ sửa
          </button>
        )}
        <button type="button" class="button" onClick={onDone}>
          Thôi
        </button>
      </p>
    </div>
  );
}

function Item({ assessment, item }: { readonly assessment: Assessment; readonly item: ItemAssessment }) {
  const [correcting, setCorrecting] = useState(false);
  const { rubric, selfScore, evidence } = item.cells;
  const differs = item.selfScore !== null && item.selfScore !== item.points;
  return (
    <li class="item" data-item={item.number}>
      <h4>
        <span>
          {item.number} {item.label}
        </span>
        <b class={`item-points points-${trackTone(item)}`}>{pointsWords(item)}</b>
      </h4>
      <dl>
        <div>
          <dt>Kết quả</dt>
          <dd>
            {item.observed === null ? <i>Chưa đọc được</i> : item.observed.text} <CellsOf item={item} />
          </dd>
        </div>
        <div>
          <dt>Mức điểm</dt>
          <dd>
            {item.band === null ? <i>Chưa xác định</i> : `“${item.band.text}”`}{' '}
            {rubric === undefined ? null : <CellLink reference={rubric} what="Thang điểm" />}
          </dd>
        </div>
        {item.selfScore === null && selfScore === undefined ? null : (
          <div>
            <dt>Tự chấm</dt>
            <dd>
              {differs ? <Icon name="warning" tone="warning" /> : null}
              {item.selfScore === null ? <i>Chưa ghi</i> : `${formatPoints(item.selfScore)} điểm`}
              {differs && item.points !== null ? ' (lệch)' : ''} {selfScore === undefined ? null : <CellLink reference={selfScore} />}
            </dd>
          </div>
        )}
        {evidence === undefined ? null : (
          <div>
            <dt>Minh chứng</dt>
            <dd>
              <CellLink reference={evidence} />
            </dd>
          </div>
        )}
        <div>
          <dt>Vì sao</dt>
          <dd>{item.explanation}</dd>
        </div>
      </dl>
      {correcting ? (
        <ScaleForm assessment={assessment} item={item} onDone={() => setCorrecting(false)} />
      ) : (
        <button type="button" class="link" onClick={() => setCorrecting(true)}>
          Thang điểm đọc chưa đúng?<span class="away"> Nội dung {item.number}</span>
        </button>
      )}
    </li>
  );
}

function Criterion({
  assessment,
  criterion,
  open,
  onToggle,
}: {
  readonly assessment: Assessment;
  readonly criterion: CriterionAssessment;
  readonly open: boolean;
  onToggle(): void;
}) {
  const id = `criterion-${criterion.number}`;
  return (
    <li class="criterion">
      <h3>
        <button type="button" id={id} class="disclosure" aria-expanded={open} aria-controls={`${id}-items`} onClick={onToggle}>
          <Icon name="chevron" />
          <span class="disclosure-words">
            {criterion.number}. {calmName(criterion.name)}
          </span>
          <b>{pointsWords(criterion)}</b>
        </button>
      </h3>
      <div id={`${id}-items`} hidden={!open}>
        {open ? (
          <>
            <Track range={criterion.range} maximum={criterion.maxPoints} selfScore={criterion.selfScore} tone={trackTone(criterion)} />
            {criterion.selfScore === null && criterion.cell === null ? null : (
              <p class="quiet">
                {criterion.selfScore === null ? '' : `Tự chấm ${formatPoints(criterion.selfScore)} điểm. `}
                {criterion.cell === null ? null : <CellLink reference={criterion.cell} what="Tiêu chí" />}
              </p>
            )}
            <ul>
              {criterion.items.map((item) => (
                <Item key={item.number} assessment={assessment} item={item} />
              ))}
            </ul>
            {criterion.items.length === 0 ? <p class="quiet">Chưa thấy nội dung nào của tiêu chí này trong bảng tính.</p> : null}
          </>
        ) : null}
      </div>
    </li>
  );
}

/** Why each point: criterion → items → value, band in the template's own words, reason, cells. */
export function Reasons({
  assessment,
  open,
  onToggle,
}: {
  readonly assessment: Assessment;
  readonly open: ReadonlySet<number>;
  onToggle(number: number): void;
}) {
  if (assessment.criteria.length === 0) return null;
  return (
    <section aria-labelledby="reasons-heading" class="why">
      <h2 id="reasons-heading">Vì sao được số điểm này</h2>
      <ul>
        {assessment.criteria.map((criterion) => (
          <Criterion
            key={criterion.number}
            assessment={assessment}
            criterion={criterion}
            open={open.has(criterion.number)}
            onToggle={() => onToggle(criterion.number)}
          />
        ))}
      </ul>
    </section>
  );
}
