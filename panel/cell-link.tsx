import { usePanel } from './context';
import { cellWords } from './options';

/** A cell that can be gone to. `what` says what stands there (“Kết quả”). */
export function CellLink({ reference, what }: { readonly reference: string; readonly what?: string }) {
  const { session, severalSheets } = usePanel();
  const { address, sheet } = cellWords(reference);
  return (
    <button type="button" class="cell" data-cell={reference} onClick={() => void session.select(reference)}>
      <span class="away">Tới ô </span>
      {what === undefined ? '' : `${what} `}
      <b>{address}</b>
      {sheet === '' ? null : <span class={severalSheets ? 'cell-sheet' : 'away'}> · {sheet}</span>}
    </button>
  );
}
