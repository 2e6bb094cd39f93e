import type { WorkbookModel } from './workbook-model';

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
}

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
