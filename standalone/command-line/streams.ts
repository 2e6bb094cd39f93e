/** Where a job writes: its result and, apart from it, what it has to say about a refusal. */
export interface Streams {
  readonly output: (text: string) => void;
  readonly errors: (text: string) => void;
  /** Whether `output` is a terminal that shows colours. */
  readonly colours: boolean;
  /** The terminal's width, undefined where there is none. */
  readonly columns: number | undefined;
}
