import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { excelDouble } from '../doubles/excel-wire';
import type { ExcelDouble } from '../doubles/excel-wire';
import type { WorkbookModel } from '../doubles/workbook-model';

const root = path.join(__dirname, '../..');
const library = path.join(root, 'node_modules/@microsoft/office-js/dist');
const built = path.join(root, 'dist/excel');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

/** A page that plays Excel on the web around our built pages: the real loader of Office.js talks to it by messages. */
export interface ExcelWeb {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly double: ExcelDouble;
  /** Addresses outside our folder and Microsoft's library that something asked for. */
  readonly strangers: string[];
  /** Breaches of the Content-Security-Policy and uncaught errors. */
  readonly troubles: string[];
  /** Addresses of the workers that were started. */
  readonly workers: string[];
  /** The frame of a page of ours. */
  frame(name: string): Promise<Frame>;
  /** Opens another page of ours, as its ribbon button does. */
  openFrame(name: string): Promise<Frame>;
  /** Clicks a ribbon button: its function command runs in the frame of the commands; gives true once Excel was told that it is over. */
  command(name: string): Promise<void>;
  completed(): Promise<number>;
}

/** The columns that Excel leaves to the grid, the pane at the side, the window of an answer in the middle. */
const excelPage = (pane: number): string => `<!doctype html><html lang="vi"><title>Excel</title><style>
body { margin: 0; background: repeating-linear-gradient(#e0e0e0 0 1px, #fff 1px 22px) }
#taskpane { position: absolute; right: 0; top: 0; width: ${pane}px; height: 100%; border: 0; background: #fff }
#commands { width: 1px; height: 1px; border: 0 }
.dialog { position: absolute; left: 60px; top: 120px; width: 30vw; min-width: 320px; height: 36vh; border: 1px solid #888; background: #fff }
</style><body></body></html>`;

interface HostMessage {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: {
    readonly id?: string;
    readonly DdaMethod?: { readonly DispatchId: number; readonly Version?: number };
    readonly ArrayData?: readonly unknown[];
    readonly targetId?: string;
    readonly [key: string]: unknown;
  };
}

/** Runs in the page that plays Excel: answers what the loader asks, and hands requests for the object model on to the double. */
function playExcel(settings: { readonly version: string; readonly frames: readonly string[] }): void {
  const state = window as unknown as {
    askDouble(body: string): Promise<string>;
    completed: number;
    unknown: string[];
    commandFrame: { source: MessageEventSource; message: HostMessage; origin: string } | null;
    clickRibbon(name: string): void;
    openFrame(name: string): void;
    tellEvents(entries: readonly unknown[]): void;
  };
  state.completed = 0;
  state.unknown = [];
  state.commandFrame = null;
  const answer = (source: MessageEventSource, origin: string, message: HostMessage, data: unknown, error = 0): void => {
    const reply = {
      _messageType: 1,
      _actionName: message._actionName,
      _conversationId: message._conversationId,
      _correlationId: message._correlationId,
      _origin: location.href,
      _data: data,
      _actionType: 0,
      _errorCode: error,
      _responseType: 0,
      _serializerVersion: 1,
    };
    (source as Window).postMessage(JSON.stringify(reply), origin);
  };
  const appContext = {
    _appName: 16,
    _appVersion: '16.0',
    _hostFullVersion: '16.0.18000.10000',
    _appUILocale: 'vi-VN',
    _dataLocale: 'vi-VN',
    _docUrl: 'https://addin.test/bang.xlsx',
    _clientMode: 0,
    _settings: [],
    _reason: 1,
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'c',
    _appMinorVersion: 0,
    _requirementMatrix: JSON.stringify({ ExcelApi: settings.version, RichApiRuntime: '1.1', DialogApi: '1.2' }),
  };
  interface Listener {
    readonly source: MessageEventSource;
    readonly message: HostMessage;
    readonly origin: string;
  }
  /** The pages that listen to what Excel tells of the workbook, by conversation. */
  const eventListeners = new Map<string, Listener>();
  let dialogOwner: Listener | null = null;
  let dialogChild: Listener | null = null;
  const raise = ({ source, message, origin }: Listener, name: string, data: unknown): void => {
    const event = {
      _messageType: 1,
      _responseType: 1,
      _actionName: name,
      _conversationId: message._conversationId,
      _correlationId: 0,
      _errorCode: 0,
      _origin: location.href,
      _data: data,
      _serializerVersion: 1,
    };
    (source as Window).postMessage(JSON.stringify(event), origin);
  };
  const openFrame = (name: string, address: string, kind: string): void => {
    const frame = document.createElement('iframe');
    frame.id = name;
    frame.title = name;
    frame.className = kind;
    const info = encodeURIComponent(`Excel$Web$16.00$vi-VN$corr$${kind === 'dialog' ? 'isDialog' : ''}$$0`);
    frame.src = `${address}${address.includes('?') ? '&' : '?'}_host_Info=${info}#&_xdm_Info=${name}|${name}|${location.origin}`;
    document.body.append(frame);
  };
  addEventListener('message', (event: MessageEvent<string>) => {
    let message: HostMessage;
    try {
      message = JSON.parse(event.data) as HostMessage;
    } catch {
      return;
    }
    const source = event.source as MessageEventSource;
    if (message._messageType !== 0) return;
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        answer(source, event.origin, message, { _id: message._data?.id ?? 'app1', ...appContext });
        return;
      case 'executeMethod': {
        const { DispatchId, Version = 0 } = message._data.DdaMethod as { DispatchId: number; Version?: number };
        if (DispatchId === 93) {
          void state
            .askDouble(String((message._data.ArrayData as unknown[])[4]))
            .then((body) => answer(source, event.origin, message, { Version, Error: 0, Data: [200, [], body] }));
          return;
        }
        if (DispatchId === 94) {
          state.completed++;
          answer(source, event.origin, message, { Version, Error: 0, Data: [] });
          return;
        }
        const said = (message._data['messageToParent'] ?? message._data['messageContent']) as string | undefined;
        if (DispatchId === 144 && dialogOwner)
          raise(dialogOwner, 'dialogMessageReceived', { messageType: 0, messageContent: said, messageOrigin: location.origin });
        else if (DispatchId === 145 && dialogChild)
          raise(dialogChild, 'dialogParentMessageReceived', { messageType: 0, messageContent: said, messageOrigin: location.origin });
        else {
          state.unknown.push(`method ${DispatchId} ${JSON.stringify(message._data).slice(0, 300)}`);
          answer(source, event.origin, message, { Version, Error: 5000 });
          return;
        }
        answer(source, event.origin, message, { Version, Error: 0 });
        return;
      }
      case 'appCommandInvoked':
        // Every page with Office.js asks for clicks; the ribbon's go to the page of the commands.
        if (message._data['controlId'] === 'commands') state.commandFrame = { source, message, origin: event.origin };
        answer(source, event.origin, message, { Error: 0, Version: 0 });
        return;
      case 'richApiMessage':
        if (message._actionType === 2) eventListeners.delete(message._conversationId);
        else eventListeners.set(message._conversationId, { source, message, origin: event.origin });
        answer(source, event.origin, message, { Error: 0, Version: 0 });
        return;
      case 'dialogMessageReceived':
        if (message._actionType === 2) document.getElementById('dialog')?.remove();
        else {
          dialogOwner = { source, message, origin: event.origin };
          openFrame('dialog', (JSON.parse(message._data.targetId as string) as { url: string }).url, 'dialog');
        }
        answer(source, event.origin, message, { Error: 0, Version: 0 });
        return;
      case 'dialogParentMessageReceived':
        dialogChild = { source, message, origin: event.origin };
        answer(source, event.origin, message, { Error: 0, Version: 0 });
        return;
      default:
        if (message._actionName !== 'ContextActivationManager_notifyHost')
          state.unknown.push(`${message._actionName} ${JSON.stringify(message._data ?? null).slice(0, 300)}`);
        answer(source, event.origin, message, { Error: 0, Version: 0 });
    }
  });
  state.clickRibbon = (name) =>
    raise(state.commandFrame as Listener, 'appCommandInvoked', [name, name, JSON.stringify({ source: { id: name } })]);
  state.tellEvents = (entries) => eventListeners.forEach((listener) => raise(listener, 'richApiMessage', { ArrayData: entries }));
  state.openFrame = (name) => openFrame(name, `/${name}.html`, 'add-in');
  for (const name of settings.frames) openFrame(name, `/${name}.html`, 'add-in');
}

/** Opens a workbook in the played Excel, with pages of ours in its frames. */
export async function openExcelWeb(
  browser: Browser,
  model: WorkbookModel,
  version: string,
  {
    frames = ['taskpane'],
    width = 900,
    pane = 340,
    colours = 'light',
    before,
  }: {
    readonly frames?: readonly string[];
    /** Of the whole window and of the pane in it, in pixels. */
    readonly width?: number;
    readonly pane?: number;
    readonly colours?: 'light' | 'dark';
    /** Runs in every frame before its own scripts. */
    before?(): void;
  } = {},
): Promise<ExcelWeb> {
  const double = excelDouble(model, version);
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: colours });
  const strangers: string[] = [];
  const troubles: string[] = [];
  const workers: string[] = [];
  await context.route('**/*', async (route) => {
    const { host, pathname } = new URL(route.request().url());
    const send = (file: string): Promise<void> => {
      if (!existsSync(file)) {
        strangers.push(`404 ${host}${pathname}`);
        return route.fulfill({ status: 404, body: '' });
      }
      return route.fulfill({ contentType: types[path.extname(file)] ?? 'application/octet-stream', body: readFileSync(file) });
    };
    if (host === 'addin.test' && pathname === '/excel.html')
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: excelPage(pane) });
    if (host === 'addin.test') return send(path.join(built, pathname));
    if (host === 'appsforoffice.microsoft.com' && pathname.startsWith('/lib/1/hosted/'))
      return send(path.join(library, pathname.slice(14)));
    strangers.push(host + pathname);
    return route.abort();
  });
  if (before) await context.addInitScript(before);
  const page = await context.newPage();
  page.on('worker', (worker) => workers.push(worker.url()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) troubles.push(message.text());
  });
  await page.exposeFunction('askDouble', (body: string) => JSON.stringify(double.execute(body)));
  await page.goto('https://addin.test/excel.html');
  await page.evaluate(playExcel, { version, frames });
  double.deliver = (entries) => {
    const told = page.evaluate(
      (sent) => (window as unknown as { tellEvents(entries: readonly unknown[]): void }).tellEvents(sent),
      entries as unknown[],
    );
    // A page that is being closed hears nothing more.
    told.catch(() => undefined);
  };
  const frame = async (name: string): Promise<Frame> => {
    const found = await (await page.waitForSelector(`#${name}`, { state: 'attached' })).contentFrame();
    if (!found) throw new Error(`no frame ${name}`);
    return found;
  };
  return {
    page,
    context,
    double,
    strangers,
    troubles,
    workers,
    frame,
    async openFrame(name) {
      await page.evaluate((opened) => (window as unknown as { openFrame(name: string): void }).openFrame(opened), name);
      return frame(name);
    },
    async command(name) {
      await page.waitForFunction(() => (window as unknown as { commandFrame: unknown }).commandFrame !== null);
      await page.evaluate((clicked) => (window as unknown as { clickRibbon(name: string): void }).clickRibbon(clicked), name);
    },
    completed: () => page.evaluate(() => (window as unknown as { completed: number }).completed),
  };
}
