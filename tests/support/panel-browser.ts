/** Opens the panel in the system's Chromium, under a policy that allows its one script and one style and nothing else. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { readXlsx } from '../../core/xlsx/read';
import type { Workbook } from '../../core/workbook/workbook';
import type { MemoryHostSettings } from './memory-host';

const root = path.resolve(__dirname, '../..');
const address = 'https://panel.test/';

/** The system's Chromium: the one named by CHROMIUM, else the usual places. */
export function chromiumPath(): string {
  const places = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = places.find((place) => place !== '' && existsSync(place));
  if (found === undefined) throw new Error('no Chromium: set CHROMIUM to its path');
  return found;
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** The panel with its tests' host as one script. */
export async function bundlePanel(entry = 'tests/support/panel-page.ts'): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly settings?: MemoryHostSettings;
}

/** What went wrong on a page: errors, refused styles and scripts, and every request but that for the page. */
export interface OpenedPanel {
  readonly page: Page;
  readonly complaints: string[];
}

export async function openPanel(browser: Browser, script: string, workbook: Workbook, options: OpenOptions = {}): Promise<OpenedPanel> {
  const style = `body{margin:0}${readFileSync(path.join(root, 'panel/panel.css'), 'utf8')}`;
  const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Chấm điểm</title><style>${style}</style></head><body><div id="panel"></div><script>${script}</script></body></html>`;
  const page = await browser.newPage({
    viewport: { width: options.width ?? 340, height: options.height ?? 800 },
    colorScheme: options.dark === true ? 'dark' : 'light',
  });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  await page.route('**/*', (route) => {
    if (route.request().url() !== address) {
      complaints.push(`request: ${route.request().url()}`);
      return route.abort();
    }
    const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}`;
    return route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': policy }, body: html });
  });
  await page.goto(address);
  await page.evaluate(([book, settings]) => window.openPanel(book as Workbook, settings as MemoryHostSettings), [
    workbook,
    options.settings ?? {},
  ] as const);
  return { page, complaints };
}

/** The sample workbook whose name begins so, as the core reads it. */
export function sample(prefix: string): Workbook {
  const folder = path.join(root, 'tests/samples');
  const name = readdirSync(folder).find((file) => file.startsWith(`${prefix}-`) && file.endsWith('.xlsx'));
  if (name === undefined) throw new Error(`no sample ${prefix}`);
  return readXlsx(new Uint8Array(readFileSync(path.join(folder, name))), { file: name });
}
