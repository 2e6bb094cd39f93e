import type { CellRange } from '../../core/workbook/workbook';
import type { ModelSheet, WorkbookModel } from './workbook-model';

/** An error as Excel puts it on the wire. */
export class WireError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** What all objects of the double share. */
export interface ExcelHost {
  readonly model: WorkbookModel;
  /** Keeps an object for later requests; gives its reference id. */
  keep(object: ExcelObject): string;
  readonly createdWorkbooks: string[];
  /** Starts or ends the telling of one kind of event. */
  listen(event: EventKind, on: boolean): void;
  /** Something happened of which Excel tells those who listen. */
  happened(event: EventKind, sheet: ModelSheet, area?: CellRange): void;
}

/** Kinds of events by the number that Excel's messages carry. */
export const eventKinds = { changed: 10, added: 13, deleted: 15, rowSorted: 19, columnSorted: 20 } as const;
export type EventKind = keyof typeof eventKinds;

/**
 * An object of Excel's object model. `type` is its class in Office.js; its accessors and methods in PascalCase are what goes over the wire.
 * What is not written here is not there: the wire answers `ApiNotFound`.
 */
export abstract class ExcelObject {
  abstract readonly type: string;
  constructor(readonly host: ExcelHost) {}

  /** What `_Items` of a collection are; null for what is no collection. */
  items(): ExcelObject[] | null {
    return null;
  }

  /** The wire's identification of the object. */
  identity(): Record<string, unknown> {
    return {};
  }

  itemAt(_key: unknown): ExcelObject {
    throw new WireError('ApiNotFound', `${this.type} has no items`, 404);
  }
}

export const notFound = (): WireError => new WireError('ItemNotFound', "The requested resource doesn't exist.", 404);
export const invalid = (why: string): WireError =>
  new WireError('InvalidArgument', `The argument is invalid or missing or has an incorrect format. (${why})`);
export const denied = (): WireError => new WireError('AccessDenied', 'You cannot perform the requested operation.', 403);
