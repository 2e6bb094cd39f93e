import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Assessment } from '../core/assessment';
import { parseReference } from '../core/workbook/references';
import { Choices } from './choices';
import { PanelContext, usePanel } from './context';
import { Findings } from './findings';
import { Help } from './help';
import type { PanelHost } from './host';
import { Icon } from './icons';
import { Identity } from './identity';
import { labels } from './labels';
import { PointingForm, Unrecognised } from './pointing-form';
import { Questions } from './questions';
import { Reasons } from './reasons';
import type { Session, State } from './session';
import { Standing } from './standing';
import { NoticeBar, ProgressBar } from './status';
import { Welcome } from './welcome';

/** Whether what the officer has to look at lies on more than one sheet, so that a cell is named with its sheet. */
function namesSeveralSheets(assessment: Assessment | null): boolean {
  const sheets = new Set<string>();
  const add = (reference: string | null | undefined): void => {
    const place = typeof reference === 'string' ? parseReference(reference) : null;
    if (place !== null) sheets.add(place.sheet);
  };
  for (const finding of assessment?.findings ?? []) add(finding.cell);
  for (const criterion of assessment?.criteria ?? []) for (const item of criterion.items) Object.values(item.cells).forEach(add);
  return sheets.size > 1;
}

function Commands({ state, session, host }: { readonly state: State; readonly session: Session; readonly host: PanelHost }) {
  const scored = state.assessment !== null;
  if (!scored) return null;
  const stampable =
    host.capabilities.stamping !== 'none' &&
    state.assessment?.template.status !== 'unrecognised' &&
    (state.assessment?.criteria.length ?? 0) > 0;
  return (
    <div class="commands">
      {scored && host.capabilities.editable ? (
        <button type="button" class="button" onClick={() => void session.score()}>
          <Icon name="again" /> {labels.scoreAgain}
        </button>
      ) : null}
      {stampable ? (
        <button type="button" class="button primary" onClick={() => void session.stamp(false, null)}>
          {labels.stamp}
        </button>
      ) : null}
    </div>
  );
}

/** The result, top to bottom: what is this, how does it stand, what has to be looked at, why. */
function Result({ assessment, state, session }: { readonly assessment: Assessment; readonly state: State; readonly session: Session }) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [assignment, setAssignment] = useState('criterion');
  const [wanted, setWanted] = useState<string | null>(null);
  const unrecognised = assessment.template.status === 'unrecognised';
  const { screen } = usePanel();
  useEffect(() => {
    if (wanted === null) return;
    // Another panel on the page may have a part of the same name.
    const target = screen.current?.querySelector<HTMLElement>(`#${wanted}`);
    target?.focus();
    target?.scrollIntoView({ block: 'start' });
    setWanted(null);
  }, [wanted]);
  const toggle = (number: number): void => {
    const next = new Set(open);
    if (!next.delete(number)) next.add(number);
    setOpen(next);
  };
  const form = state.pointing === null ? null : <PointingForm key={state.generation} assessment={assessment} workbook={state.pointing} />;
  if (unrecognised) {
    return (
      <>
        <Unrecognised assessment={assessment} />
        {form}
      </>
    );
  }
  const waiting = assessment.criteria.length === 0 && assessment.template.questions.length > 0;
  return (
    <>
      {waiting ? null : <Identity assessment={assessment} />}
      <Questions assessment={assessment} />
      {waiting ? null : (
        <>
          <Standing
            assessment={assessment}
            onCriterion={(number) => {
              setOpen(new Set(open).add(number));
              setWanted(`criterion-${number}`);
            }}
            onFindings={() => setWanted('findings-heading')}
          />
          <Findings assessment={assessment} assignment={assignment} onAssignment={setAssignment} />
          <Reasons assessment={assessment} open={open} onToggle={toggle} />
        </>
      )}
      {form ?? (
        <section class="reading" aria-labelledby="reading-heading">
          <h2 id="reading-heading">Cách đọc bảng</h2>
          <Choices assessment={assessment} />
          <p class="quiet">Bảng bị đọc nhầm trang tính, cột hoặc dòng? Chỉ lại, điểm được tính lại ngay.</p>
          <button type="button" class="button" onClick={() => void session.openPointing()}>
            Chỉ lại cách đọc
          </button>
        </section>
      )}
    </>
  );
}

/** The whole panel. */
export function Panel({ state, session, host }: { readonly state: State; readonly session: Session; readonly host: PanelHost }) {
  const [helpOpen, setHelpOpen] = useState(false);
  const helpButton = useRef<HTMLButtonElement>(null);
  const { assessment } = state;
  const severalSheets = useMemo(() => namesSeveralSheets(assessment), [assessment]);
  const main = useRef<HTMLElement>(null);
  const wasInside = useRef(false);
  // What had the focus may be gone with the old result: then it goes to the first heading, not to the page's beginning.
  useEffect(() => {
    const heading = main.current?.querySelector('h2') ?? null;
    if (!wasInside.current || heading === null || document.activeElement !== document.body) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [assessment, state.pointing, state.generation]);
  const closeHelp = (): void => {
    setHelpOpen(false);
    helpButton.current?.focus();
  };
  return (
    <PanelContext.Provider value={{ host, session, state, severalSheets, screen: main }}>
      <div class="panel" aria-busy={state.busy !== null} onFocusIn={() => (wasInside.current = true)}>
        <section class="title" aria-label={labels.product}>
          <h1>{labels.product}</h1>
          <button
            type="button"
            class="icon-button"
            ref={helpButton}
            aria-label={labels.help}
            title={labels.help}
            aria-expanded={helpOpen}
            onClick={() => setHelpOpen(!helpOpen)}
          >
            <Icon name="help" />
          </button>
        </section>
        <section class="top" aria-label="Lệnh và thông báo">
          <Commands state={state} session={session} host={host} />
          <ProgressBar busy={state.busy} onCancel={session.cancel} />
          <NoticeBar notice={state.notice} busy={state.busy} onDismiss={session.dismiss} onChooseAgain={() => void session.chooseFile()} />
        </section>
        <main ref={main}>
          {helpOpen ? <Help onClose={closeHelp} /> : null}
          {state.edited ? (
            <div class="stale">
              <p>
                <Icon name="warning" tone="warning" /> Bảng tính đã thay đổi sau khi chấm.
              </p>
              <button type="button" class="button" onClick={() => void session.score()}>
                {labels.scoreAgain}
              </button>
            </div>
          ) : null}
          {assessment === null ? <Welcome /> : <Result key={state.generation} assessment={assessment} state={state} session={session} />}
        </main>
      </div>
    </PanelContext.Provider>
  );
}
