/** A computation that can be left between two of its steps; what is between them is its own affair. */
export type Steps<Result> = Generator<void, Result, void>;

/** Takes all steps at once. */
export function takeAll<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
