import type { Steps } from '../core/workbook/steps';

/** Milliseconds of work after which the browser may draw and react: less than a frame. */
const SLICE = 12;

/** Takes the steps of computations in the page's own thread. */
export interface Slicer {
  /** Fails with an `AbortError` where `stop` was called meanwhile. */
  take<Result>(steps: Steps<Result>): Promise<Result>;
  /** Ends what is being taken, at its next pause. */
  stop(): void;
}

/** Makes a slicer that leaves the thread to the browser whenever a slice is used up. */
export function createSlicer(): Slicer {
  let stops = 0;
  // A message comes at once; timers are slowed down, by a second each where the page lies behind another.
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
  return {
    async take(steps) {
      const before = stops;
      await pause();
      for (let began = performance.now(); ;) {
        if (stops !== before) throw new DOMException('stopped', 'AbortError');
        const step = steps.next();
        if (step.done === true) return step.value;
        if (performance.now() - began < SLICE) continue;
        await pause();
        began = performance.now();
      }
    },
    stop: () => void (stops += 1),
  };
}
