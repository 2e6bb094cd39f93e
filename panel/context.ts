import { createContext } from 'preact';
import type { RefObject } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelHost } from './host';
import type { Session, State } from './session';

/** What every part of the panel may use. */
export interface Surroundings {
  readonly host: PanelHost;
  readonly session: Session;
  readonly state: State;
  /** True where the assessment names cells of more than one sheet, so that a cell is shown with its sheet. */
  readonly severalSheets: boolean;
  /** The part of the page that the result is drawn into. */
  readonly screen: RefObject<HTMLElement>;
}

export const PanelContext = createContext<Surroundings | null>(null);

/** The panel around a part. Throws outside of one. */
export function usePanel(): Surroundings {
  const surroundings = useContext(PanelContext);
  if (surroundings === null) throw new Error('outside of a panel');
  return surroundings;
}
