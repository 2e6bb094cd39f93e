import type { Assessment } from '../../core/assessment';
import { describeVerdict } from '../../core/summary/words';
import { labels } from '../../panel/labels';

/** What a command tells the officer: a heading and some lines. */
export interface Answer {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** The result in a few lines; all of it is in the pane. */
export function answerOf(assessment: Assessment): Answer {
  const others = assessment.findings.filter((finding) => finding.severity !== 'error').length;
  return {
    heading: describeVerdict(assessment),
    lines: [
      ...(others > 0 ? [`Còn ${others} điều nên xem lại.`] : []),
      ...(assessment.template.questions.length > 0 ? ['Có câu hỏi cần trả lời trong ngăn chấm điểm.'] : []),
      `Bấm “${labels.openPanel}” để xem từng điểm và từng ô.`,
    ],
  };
}
