import { render } from 'preact';
import type { MountPanel, PanelHandle, PanelHost } from './host';
import { Panel } from './panel';
import { createSession } from './session';

/** Draws the panel into an empty element of a page that carries `panel.css`. See `MountPanel`. */
export const mountPanel: MountPanel = (element: HTMLElement, host: PanelHost): PanelHandle => {
  const session = createSession(host);
  element.classList.add('cdx');
  const draw = (): void => render(<Panel state={session.state()} session={session} host={host} />, element);
  const unsubscribe = session.subscribe(draw);
  draw();
  return {
    score: session.score,
    reset: session.reset,
    noticeEdit: session.noticeEdit,
    show: session.show,
    setTheme(theme) {
      if (theme === 'system') element.removeAttribute('data-theme');
      else element.setAttribute('data-theme', theme);
    },
    unmount() {
      unsubscribe();
      render(null, element);
    },
  };
};
