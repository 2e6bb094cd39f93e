/**
 * How a ribbon command tells the pane that it has run: the pane, open or opened soon afterwards, then reads the workbook itself and shows the same
 * result. Only the time is told; no content of the workbook leaves the command.
 */
const KEY = 'cham-diem-xa:command';
/** A pane that is opened later than this starts as usual. */
const FRESH = 30 * 60 * 1000;

/** Says that a command has run; `now` in milliseconds. Silent where the web view has no store. */
export function tellPane(now: number): void {
  try {
    window.localStorage.setItem(KEY, String(now));
  } catch {
    // The officer clicks “Chấm điểm” in the pane instead.
  }
}

/** True where a command has run a short while ago; it is told only once. */
export function takeSignal(now: number): boolean {
  try {
    const told = Number(window.localStorage.getItem(KEY) ?? NaN);
    window.localStorage.removeItem(KEY);
    return now - told >= 0 && now - told < FRESH;
  } catch {
    return false;
  }
}

/** Calls back when a command runs while the pane is open. */
export function onSignal(listener: () => void): void {
  window.addEventListener('storage', (event) => {
    if (event.key === KEY && event.newValue !== null) listener();
  });
}
