import { render } from 'preact';
import { Consolidate } from './consolidate';
import type { ConsolidationHost } from './host';
import { createConsolidationSession } from './session';
import type { ConsolidationSession } from './session';

/** Draws *Tổng hợp các xã* into an empty element of a page that carries `panel.css` and `consolidate.css`. */
export function mountConsolidation(element: HTMLElement, host: ConsolidationHost): ConsolidationSession {
  const session = createConsolidationSession(host, navigator.hardwareConcurrency || 1);
  element.classList.add('cdx');
  const draw = (): void => render(<Consolidate state={session.state()} session={session} host={host} />, element);
  session.subscribe(draw);
  draw();
  return session;
}
