import { useEffect, useState } from 'preact/hooks';
import type { Assessment, UnitClass } from '../core/assessment';
import { standardById, standards } from '../core/standards/registry';
import { describeUnitClass, formatPoints } from '../core/summary/words';
import { usePanel } from './context';
import { confirmedMapping } from './options';
import { withStandard } from './session';

const classes: readonly UnitClass[] = ['central-city-ward', 'mountain-island-hardship', 'other'];

/** `Quyết định số 06/QĐ-TTg ngày 03/01/2019`, without who issued it and on what. */
export function shortTitle(title: string): string {
  return title.split(' của ')[0] ?? title;
}

interface FactProps {
  readonly id: string;
  readonly label: string;
  readonly chosen: boolean;
  readonly value: string;
  onValue(value: string): void;
}

/** What is being typed or picked; it goes back to what holds whenever a run has ended. */
function useDraft(value: string): readonly [string, (draft: string) => void] {
  const { state } = usePanel();
  const [draft, setDraft] = useState(value);
  const idle = state.busy === null;
  useEffect(() => {
    if (idle) setDraft(value);
  }, [value, idle]);
  return [draft, setDraft];
}

function Label({ id, label, chosen }: FactProps) {
  return (
    <label for={id}>
      {label}
      {chosen ? <span class="chosen"> (đã chọn)</span> : null}
    </label>
  );
}

function TextFact(props: FactProps & { readonly placeholder: string; readonly numeric?: boolean; readonly wrong?: string | null }) {
  const { id, value, onValue, placeholder, numeric, wrong = null } = props;
  const [draft, setDraft] = useDraft(value);
  return (
    <>
      <Label {...props} />
      <input
        id={id}
        type="text"
        inputMode={numeric === true ? 'numeric' : 'text'}
        value={draft}
        placeholder={placeholder}
        autocomplete="off"
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => onValue(event.currentTarget.value.trim())}
      />
      {wrong === null ? null : (
        <p id={`${id}-wrong`} class="field-wrong" role="alert">
          {wrong}
        </p>
      )}
    </>
  );
}

function SelectFact(props: FactProps & { readonly choices: readonly (readonly [value: string, words: string])[] }) {
  const { id, value, onValue, choices } = props;
  const [draft, setDraft] = useDraft(value);
  // A select shows one line only: what may not fit stands below it in full.
  const words = choices.find(([choice]) => choice === draft)?.[1] ?? '';
  return (
    <>
      <Label {...props} />
      <select
        id={id}
        class={value === '' ? 'wanted' : ''}
        value={draft}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          if (event.currentTarget.value !== '') onValue(event.currentTarget.value);
        }}
      >
        {value === '' ? <option value="">Chưa rõ, hãy chọn</option> : null}
        {choices.map(([choice, called]) => (
          <option key={choice} value={choice}>
            {called}
          </option>
        ))}
      </select>
      {words.length > 28 ? (
        <p class={words.length > 44 ? 'quiet' : 'quiet fits'} aria-hidden="true">
          {words}
        </p>
      ) : null}
    </>
  );
}

/** What is assessed: unit, year, standard and class; each can be corrected and the workbook is then assessed again. */
export function Identity({ assessment }: { readonly assessment: Assessment }) {
  const { session, state } = usePanel();
  const { commune, district, province, year, unitClass } = assessment.workbook;
  const standard = standardById(assessment.standard.id ?? '');
  const [wrongYear, setWrongYear] = useState<string | null>(null);
  const isChosen = (code: string): boolean => assessment.confirmed.some((entry) => entry.code === code);
  const setYear = (text: string): void => {
    const number = Number(text);
    const fits = Number.isInteger(number) && number >= 2000 && number <= 2100;
    setWrongYear(fits ? null : 'Ghi năm bằng bốn chữ số, ví dụ 2025.');
    if (fits && number !== year) void session.change({ ...state.options, year: number });
  };
  const classWords = (known: UnitClass): string => {
    const points = standard?.thresholds?.find((each) => each.unitClass === known)?.minPoints;
    return `${describeUnitClass(known, standard)}${points === undefined ? '' : ` (từ ${formatPoints(points)} điểm)`}`;
  };
  const place = [district, province].filter((part) => part !== null).join(', ');
  return (
    <section class="identity" aria-labelledby="identity-heading">
      <h2 id="identity-heading">{commune ?? 'Chưa rõ tên đơn vị'}</h2>
      {place === '' ? null : <p class="quiet">{place}</p>}
      <div class="facts">
        <TextFact
          id="fact-commune"
          label="Đơn vị"
          chosen={isChosen('commune')}
          value={commune ?? ''}
          placeholder="Tên xã, phường, đặc khu"
          onValue={(name) => name !== '' && name !== commune && void session.change({ ...state.options, commune: name })}
        />
        <TextFact
          id="fact-year"
          label="Năm"
          chosen={isChosen('year')}
          value={year === null ? '' : String(year)}
          placeholder="Chưa rõ"
          numeric
          wrong={wrongYear}
          onValue={setYear}
        />
        <SelectFact
          id="fact-standard"
          label="Tiêu chuẩn"
          chosen={confirmedMapping(assessment, state.options).standard !== undefined}
          value={assessment.standard.id ?? ''}
          choices={standards.map((known) => [known.id, `Quyết định ${known.id}`] as const)}
          onValue={(id) => void session.change(withStandard(assessment, state.options, id))}
        />
        <SelectFact
          id="fact-class"
          label="Loại đơn vị"
          chosen={isChosen('unit-class')}
          value={unitClass ?? ''}
          choices={classes.map((known) => [known, classWords(known)] as const)}
          onValue={(known) => void session.change({ ...state.options, unitClass: known as UnitClass })}
        />
      </div>
    </section>
  );
}
