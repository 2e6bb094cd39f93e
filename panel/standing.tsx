import type { Assessment, CriterionAssessment } from '../core/assessment';
import {
  countErrors,
  countOpen,
  describeConclusion,
  describeNoFindings,
  formatPoints,
  formatRange,
  nothingToReview,
  severityWords,
} from '../core/summary/words';
import { CellLink } from './cell-link';
import { countBySeverity } from './findings-list';
import { calmName } from './words';
import { Icon } from './icons';
import type { IconName } from './icons';
import { Track } from './track';

type Tone = 'done' | 'warning' | 'error' | 'open';

/** How the verdict looks; its words come from the core. Green stands only where nothing has to be corrected and nothing is open. */
export function verdictTone(assessment: Assessment): Tone {
  const { status } = assessment.verdict;
  if (assessment.template.status === 'unrecognised' || status === 'undetermined') return 'open';
  if (status === 'fails') return 'error';
  return countErrors(assessment) === 0 && countOpen(assessment) === 0 ? 'done' : 'warning';
}

const toneIcons: Readonly<Record<Tone, IconName>> = { done: 'done', warning: 'warning', error: 'error', open: 'open' };

/** The points of a criterion or item against its maximum, in words: `45/50`, `từ 0 đến 50/50`. */
export function pointsWords(part: Pick<CriterionAssessment, 'points' | 'range' | 'maxPoints'>): string {
  const range =
    part.points === null && part.range[0] !== part.range[1]
      ? `${formatPoints(part.range[0])}–${formatPoints(part.range[1])}`
      : formatRange(part.points, part.range);
  return `${range}/${part.maxPoints === null ? '?' : formatPoints(part.maxPoints)}`;
}

/** How full a bar is. */
export function trackTone(part: Pick<CriterionAssessment, 'points' | 'maxPoints'>): 'full' | 'part' | 'open' | 'zero' {
  if (part.points === null) return 'open';
  if (part.points === 0) return 'zero';
  return part.maxPoints !== null && part.points >= part.maxPoints ? 'full' : 'part';
}

interface StandingProps {
  readonly assessment: Assessment;
  /** Opens a criterion in “Vì sao”. */
  onCriterion(number: number): void;
  onFindings(): void;
}

/** How the unit stands: points against the threshold, the verdict with its reasons, a bar for each criterion. */
export function Standing({ assessment, onCriterion, onFindings }: StandingProps) {
  const { total, verdict, findings } = assessment;
  const tone = verdictTone(assessment);
  const counts = countBySeverity(findings);
  const reasons = verdict.reasons.slice(0, 6);
  return (
    <section aria-labelledby="standing-heading">
      <h2 id="standing-heading" class="away">
        Kết quả
      </h2>
      <div class={`verdict verdict-${tone}`}>
        <p class="points">
          <b>{formatRange(total.points, total.range)}</b>
          <span>
            {total.maxPoints === null ? ' điểm' : ` / ${formatPoints(total.maxPoints)} điểm`}
            {total.selfScore === null ? '' : ` · tự chấm ${formatPoints(total.selfScore)}`}
          </span>
        </p>
        <Track range={total.range} maximum={total.maxPoints} threshold={total.threshold} tone={total.points === null ? 'open' : 'part'} />
        <p class="quiet">
          {total.threshold === null
            ? 'Chưa rõ ngưỡng công nhận: chọn loại đơn vị ở trên.'
            : `Ngưỡng công nhận: ${formatPoints(total.threshold)} điểm (vạch đứng)`}
        </p>
        <p class="verdict-words">
          <Icon name={toneIcons[tone]} tone={tone} />
          <strong>{describeConclusion(assessment)}.</strong>
        </p>
        {reasons.length === 0 ? null : (
          <ul class="reasons">
            {reasons.map((reason, index) => (
              <li key={index}>
                {reason.message}{' '}
                {(reason.cells ?? []).slice(0, 3).map((cell) => (
                  <CellLink key={cell} reference={cell} />
                ))}
              </li>
            ))}
            {verdict.reasons.length > reasons.length ? <li>Và {verdict.reasons.length - reasons.length} điều nữa ở phần dưới.</li> : null}
          </ul>
        )}
        <button type="button" class="counts" onClick={onFindings}>
          {nothingToReview(assessment) ? (
            <span>
              <Icon name="done" tone="done" /> Không có điều nào cần xem lại
            </span>
          ) : findings.length === 0 ? (
            <span>
              <Icon name="open" tone="open" /> {describeNoFindings(assessment)}
            </span>
          ) : (
            (['error', 'warning', 'info'] as const)
              .filter((severity) => counts[severity] > 0)
              .map((severity) => (
                <span key={severity}>
                  <Icon name={severity} tone={severity} /> {counts[severity]} {severityWords[severity].one.toLowerCase()}
                </span>
              ))
          )}
          <span class="away">, xem danh sách</span>
          <Icon name="chevron" />
        </button>
      </div>
      {assessment.criteria.length === 0 ? null : (
        <div class="bars">
          <h3>Điểm theo tiêu chí</h3>
          <ul>
            {assessment.criteria.map((criterion) => (
              <li key={criterion.number}>
                <button type="button" class="bar" onClick={() => onCriterion(criterion.number)}>
                  <span class="bar-number">{criterion.number}</span>
                  <span class="bar-name">{calmName(criterion.name)}</span>
                  <Track
                    range={criterion.range}
                    maximum={criterion.maxPoints}
                    selfScore={criterion.selfScore}
                    tone={trackTone(criterion)}
                  />
                  <span class="bar-points">{pointsWords(criterion)}</span>
                  {criterion.selfScore === null || criterion.selfScore === criterion.points ? null : (
                    <span class="bar-self">tự chấm {formatPoints(criterion.selfScore)}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
          <p class="quiet legend">Phần tô đậm: điểm tính được. Phần nhạt: còn để ngỏ. Vạch đứng: điểm tự chấm.</p>
        </div>
      )}
    </section>
  );
}
