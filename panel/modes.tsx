import { render } from 'preact';
import type { PanelHandle, PanelHost } from './host';
import { labels } from './labels';
import { mountConsolidation } from './consolidate/mount';
import type { ConsolidationHost } from './consolidate/host';
import { mountPanel } from './mount';

export type Mode = 'score' | 'consolidate';

/** Both screens of the program: one workbook, or those of many communes. */
export interface ModesHandle extends PanelHandle {
  mode(): Mode;
  switchTo(mode: Mode): void;
}

const titles: readonly (readonly [Mode, string])[] = [
  ['score', labels.score],
  ['consolidate', labels.consolidate],
];

/** Where the strip and the two screens are drawn: empty elements of a page. */
export interface ModePlaces extends Record<Mode, HTMLElement> {
  readonly strip: HTMLElement;
}

/** Places for a pane that holds nothing else: the strip above, the screens below it. */
export function placesIn(element: HTMLElement): ModePlaces {
  const places = { strip: document.createElement('nav'), score: document.createElement('div'), consolidate: document.createElement('div') };
  // A landmark, so that nothing of the pane lies outside of one.
  places.strip.setAttribute('aria-label', 'Chuyển màn hình');
  element.classList.add('cdx');
  element.replaceChildren(places.strip, places.score, places.consolidate);
  return places;
}

/**
 * Draws the panel and a strip by which the user goes to *Tổng hợp các xã* and back; both keep what they show. `onMode` is told of every change.
 */
export function mountModes(
  places: ModePlaces,
  host: PanelHost,
  consolidation: ConsolidationHost,
  onMode: (mode: Mode) => void = () => undefined,
): ModesHandle {
  const { strip } = places;
  const panel = mountPanel(places.score, host);
  let current: Mode = 'score';
  let begun = false;

  function move(event: KeyboardEvent): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    switchTo(current === 'score' ? 'consolidate' : 'score');
    strip.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }

  function draw(): void {
    render(
      <div class="modes" role="tablist" aria-label="Việc cần làm" onKeyDown={move}>
        {titles.map(([mode, title]) => (
          <button
            key={mode}
            type="button"
            role="tab"
            id={`mode-${mode}`}
            aria-controls={places[mode].id}
            aria-selected={mode === current}
            tabIndex={mode === current ? 0 : -1}
            onClick={() => switchTo(mode)}
          >
            {title}
          </button>
        ))}
      </div>,
      strip,
    );
  }

  function switchTo(mode: Mode): void {
    current = mode;
    if (mode === 'consolidate' && !begun) {
      begun = true;
      mountConsolidation(places.consolidate, consolidation);
    }
    for (const [each] of titles) places[each].hidden = each !== mode;
    draw();
    onMode(mode);
  }

  for (const [mode] of titles) {
    places[mode].id = places[mode].id || `screen-${mode}`;
    places[mode].setAttribute('role', 'tabpanel');
  }
  strip.classList.add('cdx');
  switchTo('score');
  return {
    ...panel,
    setTheme(theme) {
      panel.setTheme(theme);
      for (const each of [strip, places.consolidate]) {
        if (theme === 'system') each.removeAttribute('data-theme');
        else each.setAttribute('data-theme', theme);
      }
    },
    mode: () => current,
    switchTo,
    unmount() {
      panel.unmount();
      for (const each of [strip, places.consolidate]) render(null, each);
    },
  };
}
