/// <reference types="office-js" />
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { hasSet } from './excel-sets';
import { excelDouble } from './excel-wire';
import type { ExcelDouble } from './excel-wire';
import type { WorkbookModel } from './workbook-model';

const SOURCE = path.join(__dirname, '../../node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js');

interface Realm {
  Excel: typeof Excel;
  OfficeExtension: {
    SessionBase: { _overrideSession: unknown };
    CommonUtility: { _doApiNotSupportedCheck: boolean };
    _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
    _testTriggerRichApiMessageEvent(message: { entries: readonly Record<string, unknown>[] }): void;
  };
  Office: unknown;
}

let loaded: Realm | null = null;

/** The real object model of Excel on the web, in a realm of its own. */
export function objectModel(): Realm {
  if (loaded) return loaded;
  const nothing = (): void => undefined;
  const realm: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval: nothing,
    clearInterval: nothing,
    Promise,
    performance,
    OSF: {},
  };
  realm.window = realm.self = realm;
  realm.location = { search: '', hash: '', href: 'http://localhost/' };
  realm.navigator = { userAgent: 'node' };
  realm.addEventListener = nothing;
  realm.document = {
    createElement: () => ({ style: {}, setAttribute: nothing, appendChild: nothing }),
    getElementsByTagName: () => [],
    body: {},
    addEventListener: nothing,
  };
  realm.sessionStorage = realm.localStorage = { getItem: () => null, setItem: nothing };
  vm.createContext(realm);
  vm.runInContext(readFileSync(SOURCE, 'utf8'), realm, { filename: 'excel-web-16.00.debug.js' });
  loaded = realm as unknown as Realm;
  // The model knows the requirement set of every method; its shipped form leaves the check out.
  loaded.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  return loaded;
}

export interface OpenedOptions {
  /** Desktop Excel hands out the file, Excel on the web does not. */
  readonly handsOutFile?: boolean;
}

/** A workbook opened in an Excel of this requirement set: `Excel` and `Office` are put where the add-in's code looks for them. */
export function openInExcel(model: WorkbookModel, version: string, { handsOutFile = true }: OpenedOptions = {}): ExcelDouble {
  const realm = objectModel();
  const double = excelDouble(model, version);
  const office = {
    context: {
      diagnostics: { host: 'Excel', platform: 'PC', version: '16.0' },
      requirements: {
        isSetSupported: (set: string, wanted: string | number = '1.1') => {
          if (set === 'ExcelApi') return hasSet(String(wanted), version);
          if (set === 'CompressedFile') return handsOutFile;
          return set === 'RichApiRuntime';
        },
      },
      document: { getFileAsync: handsOutFile ? getFile(double) : undefined },
    },
    FileType: { Compressed: 'compressed' },
  };
  realm.Office = office;
  realm.OfficeExtension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve(null),
    _createRequestExecutorOrNull: () => ({
      executeAsync: (_customData: unknown, _flags: unknown, message: { Body: string }) => {
        const Body = double.execute(typeof message.Body === 'string' ? message.Body : JSON.stringify(message.Body));
        const response = { HttpStatusCode: 200, ErrorCode: '', ErrorMessage: '', Headers: {}, Body };
        // An answer never comes at once: messages that Excel sent before it are there first.
        return new Promise((resolve) => setImmediate(() => resolve(response)));
      },
    }),
  };
  // Messages of events come to the object model as its loader hands them on; the loader itself runs in the tests in a browser.
  realm.OfficeExtension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  double.deliver = (sent) => {
    const entries = sent.map(([messageCategory, messageType, targetId, message, id, isRemoteOverride]) => ({
      messageCategory,
      messageType,
      targetId,
      message,
      id,
      isRemoteOverride,
    }));
    realm.OfficeExtension._testTriggerRichApiMessageEvent({ entries });
  };
  Object.assign(globalThis, { Excel: realm.Excel, Office: office });
  return double;
}

/** The older call that hands out the file, slice by slice. */
function getFile(double: ExcelDouble): (type: string, options: { sliceSize: number }, answer: (result: unknown) => void) => void {
  return (type, { sliceSize }, answer) => {
    if (type !== 'compressed' || sliceSize > 4194304) {
      answer({ status: 'failed', error: { code: 1001, name: 'Invalid argument' } });
      return;
    }
    const bytes = double.makeFile();
    answer({
      status: 'succeeded',
      value: {
        size: bytes.length,
        sliceCount: Math.ceil(bytes.length / sliceSize),
        getSliceAsync: (index: number, tell: (result: unknown) => void) =>
          tell({
            status: 'succeeded',
            value: { data: Array.from(bytes.slice(index * sliceSize, (index + 1) * sliceSize)), index, size: sliceSize },
          }),
        closeAsync: () => undefined,
      },
    });
  };
}
