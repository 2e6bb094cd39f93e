/** `google.script.run` for the real sidebar in a browser. https://developers.google.com/apps-script/guides/html/reference/run */
import type { Page } from 'playwright-core';
import type { RunningScript } from './sheets-script';

export interface Bridge {
  /** The server functions that were called, with their arguments. */
  readonly called: { readonly name: string; readonly given: unknown[] }[];
  /** Makes the next call fail before our code runs, with Google's own error text. */
  failNext(message: string): void;
}

/** What may not travel: functions, dates, elements, values that are no JSON. */
function installRunner(): void {
  const legal = (value: unknown): boolean => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
    if (typeof value === 'number') return Number.isFinite(value);
    if (Array.isArray(value)) return value.every(legal);
    return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype && Object.values(value as object).every(legal);
  };
  type Handler = ((value: unknown, user?: unknown) => void) | null;
  const make = (success: Handler, failure: Handler, user: unknown): object =>
    new Proxy(
      {},
      {
        get(_target, name: string) {
          if (name === 'withSuccessHandler') return (handler: Handler) => make(handler, failure, user);
          if (name === 'withFailureHandler') return (handler: Handler) => make(success, handler, user);
          if (name === 'withUserObject') return (object: unknown) => make(success, failure, object);
          return (...given: unknown[]) => {
            if (!given.every(legal)) throw new TypeError('Failed due to illegal value in property: 0');
            const call = (
              window as unknown as {
                callScript(name: string, given: string): Promise<{ answer?: string; failure?: { name: string; message: string } }>;
              }
            ).callScript;
            void call(name, JSON.stringify(given)).then((reply) => {
              if (reply.failure) failure?.(Object.assign(new Error(reply.failure.message), { name: reply.failure.name }), user);
              else success?.(JSON.parse(reply.answer as string), user);
            });
          };
        },
      },
    );
  (window as unknown as { google: object }).google = { script: { run: make(null, null, undefined), host: {} } };
}

/** Puts the bridge into a page before its own scripts run. */
export async function bridge(page: Page, script: RunningScript): Promise<Bridge> {
  const called: Bridge['called'] = [];
  let failure: string | null = null;
  await page.exposeFunction('callScript', (name: string, given: string) => {
    const plain = JSON.parse(given) as unknown[];
    called.push({ name, given: plain });
    if (failure !== null) {
      const message = failure;
      failure = null;
      return { failure: { name: 'ScriptError', message } };
    }
    try {
      const answer = script.call<unknown>(name, ...plain);
      return { answer: JSON.stringify(answer === undefined ? null : answer) };
    } catch (error) {
      return { failure: { name: (error as Error).name, message: (error as Error).message } };
    }
  });
  await page.addInitScript(installRunner);
  return {
    called,
    failNext(message) {
      failure = message;
    },
  };
}
