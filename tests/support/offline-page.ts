/** Opens the built offline page from the disk in the system's Chromium and writes down everything that goes wrong or goes out. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Download, Page } from 'playwright-core';

const root = path.resolve(__dirname, '../..');
export const pageFile = path.join(root, 'dist/page/cham-diem-xa.html');

/** Builds the page where it is stale. */
export function buildPage(): void {
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'tools/page.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

export interface OfflineOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** Runs in the page before its own script. */
  readonly before?: () => void;
}

export interface OfflinePage {
  readonly page: Page;
  /** Errors, warnings (refused by the policy, too) and every request but those for the page itself and its own Blobs. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function openOfflinePage(browser: Browser, options: OfflineOptions = {}): Promise<OfflinePage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.dark === true ? 'dark' : 'light',
    acceptDownloads: true,
  });
  const complaints: string[] = [];
  const address = pathToFileURL(pageFile).href;
  context.on('request', (request) => {
    if (request.url() !== address && !/^(blob:null\/|data:)/.test(request.url())) complaints.push(`request: ${request.url()}`);
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  page.on('websocket', (socket) => complaints.push(`socket: ${socket.url()}`));
  // The browser's own picker cannot be driven from outside; without it the page asks through its input.
  await page.addInitScript(() => delete (window as { showOpenFilePicker?: unknown }).showOpenFilePicker);
  if (options.before !== undefined) await page.addInitScript(options.before);
  await page.goto(address);
  return { page, complaints, close: () => context.close() };
}

/** A sample workbook's full path by the beginning of its name. */
export function samplePath(start: string): string {
  const folder = path.join(root, 'tests/samples');
  const found = readdirSync(folder).find((name) => name.startsWith(start) && /\.(xlsx|xls|ods)$/.test(name));
  if (found === undefined) throw new Error(`no sample ${start}`);
  return path.join(folder, found);
}

/** A file as an input takes it: a path, or bytes under a name. */
export type GivenFile = string | { readonly name: string; readonly bytes: Uint8Array };

/** Picks a file through the page's input, as its dialog would. */
export async function pickFile(page: Page, file: GivenFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /^(Chọn tệp bảng tính|Tệp khác)$/ })
    .first()
    .click();
  await (
    await chooser
  ).setFiles(typeof file === 'string' ? file : { name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(file.bytes) });
}

/** Drops a file from the disk on the page, as a hand would: the browser gives it a handle. */
export async function dropFile(page: Page, file: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  await devtools.detach();
}

export async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(await download.path()));
}
