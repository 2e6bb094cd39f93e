import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext, Script } from 'node:vm';
import type { WorkbookModel } from './workbook-model';
import { createServices } from './sheets-services';
import type { Services } from './sheets-services';
import type { SheetsSettings } from './sheets-strict';

const bundle = path.resolve(__dirname, '../../dist/sheets/server.js');
let compiled: Script | null = null;

/** The built script, loaded into a world that has ECMAScript and Google's doubles and nothing else: no console, no timers, no Web APIs. */
export interface RunningScript extends Services {
  /** Calls a top-level function as a menu, a trigger or the sidebar does: anew each time, since Google keeps no state between two runs. */
  call<Result>(name: string, ...given: unknown[]): Result;
}

export function runScript(model: WorkbookModel, settings: SheetsSettings = {}): RunningScript {
  const services = createServices(model, settings);
  const script = (compiled = compiled ?? new Script(readFileSync(bundle, 'utf8'), { filename: 'server.js' }));
  return {
    ...services,
    call<Result>(name: string, ...given: unknown[]): Result {
      const context = createContext(Object.assign(Object.create(null) as object, services.globals));
      script.runInContext(context);
      if (!/^[A-Za-z]\w*[^_]$/.test(name)) throw new Error(`Script function not found: ${name}`);
      const callable = runInContext(`typeof ${name} === 'function' ? ${name} : null`, context) as ((...args: unknown[]) => Result) | null;
      if (callable === null) throw new Error(`Script function not found: ${name}`);
      return callable(...given);
    },
  };
}
