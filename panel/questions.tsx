import { useState } from 'preact/hooks';
import type { Assessment, Question } from '../core/assessment';
import { CellLink } from './cell-link';
import { usePanel } from './context';
import { Icon } from './icons';
import { answer, choiceLabel, itemOfQuestion } from './options';

function OneQuestion({
  assessment,
  question,
  index,
}: {
  readonly assessment: Assessment;
  readonly question: Question;
  readonly index: number;
}) {
  const { session, state } = usePanel();
  const [chosen, setChosen] = useState<number | null>(null);
  const item = question.code === 'no-case-rule' ? itemOfQuestion(assessment, question) : null;
  const name = `question-${index}`;
  const many = question.choices.length > 12;
  const apply = (choice: number): void => void session.change(answer(assessment, session.state().options, question, choice));
  return (
    <fieldset class="question" data-question={question.code}>
      <legend>{question.message}</legend>
      {question.cells.length === 0 ? null : (
        <p class="cells">
          {question.cells.slice(0, 8).map((cell) => (
            <CellLink key={cell} reference={cell} />
          ))}
        </p>
      )}
      {many ? (
        <select
          aria-label="Lựa chọn"
          value={chosen === null ? '' : String(chosen)}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        >
          {chosen === null ? <option value="">Chọn…</option> : null}
          {question.choices.map((_, choice) => (
            <option key={choice} value={String(choice)}>
              {choiceLabel(question, choice)}
            </option>
          ))}
        </select>
      ) : (
        question.choices.map((_, choice) => (
          <label key={choice} class="choice">
            <input type="radio" name={name} checked={chosen === choice} onChange={() => setChosen(choice)} />
            <span>{choiceLabel(question, choice)}</span>
          </label>
        ))
      )}
      {item === null ? null : (
        <label class="field">
          <span>Văn bản làm căn cứ (ghi vào bảng kết quả)</span>
          <input
            type="text"
            value={state.papers[item] ?? ''}
            placeholder="Số, ngày văn bản"
            autocomplete="off"
            onInput={(event) => session.setPaper(item, event.currentTarget.value)}
          />
        </label>
      )}
      <button type="button" class="button primary" aria-disabled={chosen === null} onClick={() => chosen !== null && apply(chosen)}>
        Chọn và chấm lại
      </button>
    </fieldset>
  );
}

/** What only the officer can settle, asked in place. */
export function Questions({ assessment }: { readonly assessment: Assessment }) {
  const { questions } = assessment.template;
  if (questions.length === 0) return null;
  return (
    <section class="asked" aria-labelledby="questions-heading">
      <h2 id="questions-heading">
        <Icon name="question" /> Cần trả lời ({questions.length})
      </h2>
      {questions.map((question, index) => (
        <OneQuestion key={`${question.code} ${question.cells.join(' ')}`} assessment={assessment} question={question} index={index} />
      ))}
    </section>
  );
}
