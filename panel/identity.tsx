import { useState } from 'preact/hooks';
import type { Assessment, UnitClass } from '../core/assessment';
import { standardById, standards } from '../core/standards/registry';
import { describeUnitClass, formatPoints } from '../core/summary/words';
import { usePanel } from './context';
import { withStandard } from './session';

const classes: readonly UnitClass[] = ['central-city-ward', 'mountain-island-hardship', 'other'];

/** `Quyết định số 06/QĐ-TTg ngày 03/01/2019`, without who issued it and on what. */
export function shortTitle(title: string): string {
  return title.split(' của ')[0] ?? title;
}

function isChosen(assessment: Assessment, code: string): boolean {
  return assessment.confirmed.some((entry) => entry.code === code);
}

/** What is assessed: unit, year, standard and class; each can be corrected and the workbook is then assessed again. */
export function Identity({ assessment }: { readonly assessment: Assessment }) {
  const { session, state } = usePanel();
  const { commune, district, province, year, unitClass } = assessment.workbook;
  const standard = standardById(assessment.standard.id ?? '');
  const [wrongYear, setWrongYear] = useState(false);
  const change = session.change;
  const chosen = (code: string) => (isChosen(assessment, code) ? <span class="chosen"> (đã chọn)</span> : null);
  const setYear = (text: string): void => {
    const number = Number(text);
    const fits = Number.isInteger(number) && number >= 2000 && number <= 2100;
    setWrongYear(!fits);
    if (fits && number !== year) void change({ ...state.options, year: number });
  };
  const threshold = (known: UnitClass): string => {
    const points = standard?.thresholds?.find((each) => each.unitClass === known)?.minPoints;
    return points === undefined ? '' : ` (từ ${formatPoints(points)} điểm)`;
  };
  const place = [district, province].filter((part) => part !== null).join(', ');
  return (
    <section class="identity" aria-labelledby="identity-heading">
      <h2 id="identity-heading">{commune ?? 'Chưa rõ tên đơn vị'}</h2>
      {place === '' ? null : <p class="quiet">{place}</p>}
      <div class="facts">
        <label for="fact-commune">Đơn vị{chosen('commune')}</label>
        <input
          id="fact-commune"
          type="text"
          key={`commune ${commune ?? ''}`}
          defaultValue={commune ?? ''}
          placeholder="Tên xã, phường, đặc khu"
          autocomplete="off"
          onChange={(event) => {
            const name = event.currentTarget.value.trim();
            if (name !== '' && name !== commune) void change({ ...state.options, commune: name });
          }}
        />
        <label for="fact-year">Năm{chosen('year')}</label>
        <input
          id="fact-year"
          type="text"
          inputMode="numeric"
          key={`year ${year ?? ''}`}
          defaultValue={year === null ? '' : String(year)}
          placeholder="Chưa rõ"
          autocomplete="off"
          aria-invalid={wrongYear}
          aria-describedby={wrongYear ? 'fact-year-wrong' : undefined}
          onChange={(event) => setYear(event.currentTarget.value.trim())}
        />
        {wrongYear ? (
          <p id="fact-year-wrong" class="field-wrong" role="alert">
            Ghi năm bằng bốn chữ số, ví dụ 2025.
          </p>
        ) : null}
        <label for="fact-standard">Tiêu chuẩn{isChosen(assessment, 'mapping') && state.options.mapping?.standard !== undefined ? <span class="chosen"> (đã chọn)</span> : null}</label>
        <select
          id="fact-standard"
          value={assessment.standard.id ?? ''}
          onChange={(event) => {
            if (event.currentTarget.value !== '') void change(withStandard(assessment, state.options, event.currentTarget.value));
          }}
        >
          {assessment.standard.id === null ? <option value="">Chưa rõ, hãy chọn</option> : null}
          {standards.map((known) => (
            <option key={known.id} value={known.id}>
              {shortTitle(known.title)}
            </option>
          ))}
        </select>
        <label for="fact-class">Loại đơn vị{chosen('unit-class')}</label>
        <select
          id="fact-class"
          class={unitClass === null ? 'wanted' : ''}
          value={unitClass ?? ''}
          onChange={(event) => {
            if (event.currentTarget.value !== '') void change({ ...state.options, unitClass: event.currentTarget.value as UnitClass });
          }}
        >
          {unitClass === null ? <option value="">Chưa rõ, hãy chọn</option> : null}
          {classes.map((known) => (
            <option key={known} value={known}>
              {describeUnitClass(known, standard)}
              {threshold(known)}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}
