import { useState } from 'preact/hooks';
import { severityWords } from '../../core/summary/words';
import { Icon } from '../icons';
import type { ConsolidationView } from './consolidation-view';

const FIRST_SHOWN = 20;
const severities = ['error', 'warning', 'info'] as const;

/** What only shows when the communes are held against each other, and who has not sent. */
export function Across({ view }: { readonly view: ConsolidationView }) {
  const [shown, setShown] = useState(FIRST_SHOWN);
  const { missing } = view.recognition;
  const findings = view.findings
    .filter((finding) => finding.code !== 'missing-commune')
    .sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
  return (
    <>
      {missing.length === 0 ? null : (
        <section class="district-missing" aria-labelledby="missing-heading">
          <h2 id="missing-heading">Chưa nộp ({missing.length})</h2>
          <p>{missing.join('; ')}</p>
        </section>
      )}
      {findings.length === 0 ? null : (
        <section class="findings" aria-labelledby="across-heading">
          <h2 id="across-heading">Khi so các xã với nhau ({findings.length})</h2>
          <ul>
            {findings.slice(0, shown).map((finding, index) => (
              <li key={index} class={`finding finding-${finding.severity}`} data-code={finding.code}>
                <p class="finding-words">
                  <Icon name={finding.severity} tone={finding.severity} /> <span class="away">{severityWords[finding.severity].one}: </span>
                  {finding.message}
                </p>
              </li>
            ))}
          </ul>
          {findings.length > shown ? (
            <button type="button" class="button" onClick={() => setShown(shown + 100)}>
              Hiện thêm ({findings.length - shown})
            </button>
          ) : null}
        </section>
      )}
    </>
  );
}
