/** Called between the calls to Excel; `done` from 0 to 1. */
export interface ReadTask {
  readonly signal?: AbortSignal;
  /** Right before the contents of cells are asked for: what was changed until now is in them. */
  begins?(): void;
  progress?(done: number): void;
  /** Contents alone count: notes are not asked for, and a text that is struck through in a part that Excel does not tell is taken as it stands. */
  readonly contentsOnly?: boolean;
}
