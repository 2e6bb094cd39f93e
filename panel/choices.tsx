import type { Assessment } from '../core/assessment';
import { standardById } from '../core/standards/registry';
import { describeConfirmed, describeConfirmedValue } from '../core/summary/words';
import { usePanel } from './context';
import { withoutChoice } from './options';

/** What the officer decided, with a way back for what she decided just now. */
export function Choices({ assessment }: { readonly assessment: Assessment }) {
  const { session, state } = usePanel();
  const standard = standardById(assessment.standard.id ?? '');
  if (assessment.confirmed.length === 0) return null;
  return (
    <>
      <h3>Lựa chọn đã xác nhận</h3>
      <ul class="choices">
        {assessment.confirmed.map(({ code, value, source }) => {
          const words = describeConfirmed(code);
          return (
            <li key={`${code} ${value}`}>
              <span>
                {words}: {describeConfirmedValue(code, value, standard) || value}
                {source === 'option' ? '' : ' (theo bảng kết quả đã ghi)'}
              </span>
              {source === 'option' ? (
                <button type="button" class="link" onClick={() => void session.change(withoutChoice(state.options, code, value))}>
                  Bỏ<span class="away"> lựa chọn: {words}</span>
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
