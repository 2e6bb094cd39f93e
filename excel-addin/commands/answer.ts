import type { Assessment } from '../../core/assessment';
import { describeConclusion, formatPoints, formatRange } from '../../core/summary/words';
import { labels } from '../../panel/labels';

/** What a command tells the officer: a heading and some lines. */
export interface Answer {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The result in a few lines; all of it is in the pane. */
export function answerOf(assessment: Assessment): Answer {
  const others = assessment.findings.filter((finding) => finding.severity !== 'error').length;
  const { points, range, maxPoints } = assessment.total;
  const most = maxPoints === null ? '' : ` trên ${formatPoints(maxPoints)}`;
  const scored = assessment.criteria.length > 0;
  return {
    heading: scored ? `${describeConclusion(assessment)}.` : 'Chưa chấm được: chưa nhận ra bảng chấm điểm trong tệp.',
    lines: [
      ...(scored ? [`Tổng điểm ${formatRange(points, range)}${most}.`] : []),
      ...(others > 0 ? [`Còn ${others} điều nên xem lại.`] : []),
      ...(assessment.template.questions.length > 0 ? ['Có câu hỏi cần trả lời trong ngăn chấm điểm.'] : []),
      `Bấm “${labels.openPanel}” để xem từng điểm và từng ô.`,
    ],
  };
}
