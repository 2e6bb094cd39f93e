import { formatRange } from '../../core/workbook/references';
import type { CellRange } from '../../core/workbook/workbook';
import { eventKinds } from './excel-object';
import type { EventKind } from './excel-object';

/** One event as it travels: category, kind, target, JSON text, number, and whether somebody else caused it. */
export type EventEntry = readonly [category: number, kind: number, target: string, message: string, id: string, remote: boolean];

/** The category of Excel's own events among the messages to Office.js. */
const CATEGORY = 65536;

export interface Cause {
  readonly area?: CellRange;
  /** The officer in this Excel, this add-in in it, or somebody who works in the workbook elsewhere. */
  readonly by: 'officer' | 'add-in' | 'somebody';
}

/**
 * Excel's telling of events: after what happened, before the answer to a request in which it happened, those of one stretch together in one message. Only `onChanged` says that this add-in itself
 * was the cause; the adding of a sheet does not.
 */
export function tellEvents(send: (entries: readonly EventEntry[]) => void): (event: EventKind, worksheetId: string, cause: Cause) => void {
  let waiting: EventEntry[] = [];
  let told = 0;
  return (event, worksheetId, { area, by }) => {
    const source = by === 'somebody' ? 'Remote' : 'Local';
    const message = {
      source,
      worksheetId,
      ...(area ? { address: formatRange(area) } : {}),
      ...(event === 'changed'
        ? { changeType: 'RangeEdited', triggerSource: by === 'add-in' ? 'ThisLocalAddin' : 'Unknown', shiftDirection: 'None' }
        : {}),
    };
    if (waiting.length === 0) {
      setImmediate(() => {
        const entries = waiting;
        waiting = [];
        send(entries);
      });
    }
    waiting.push([CATEGORY, eventKinds[event], 'Workbook', JSON.stringify(message), String(++told), by === 'somebody']);
  };
}
