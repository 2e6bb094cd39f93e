import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { UNSUPPORTED } from '../../excel-addin/messages';
import { launch } from '../support/panel-browser';

/* Web views that cannot even parse the pane's script still show the sentence. */

const folder = path.resolve(__dirname, '../../dist/excel');
let browser: Browser;

beforeAll(async () => {
  const { status, stderr } = spawnSync(process.execPath, [path.resolve(__dirname, '../../tools/excel.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  browser = await launch();
});
afterAll(() => browser?.close());

const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763';
const newEdge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0';

/** What the pane says where its own script never runs. */
async function words(userAgent: string): Promise<string> {
  const context = await browser.newContext({ userAgent });
  const page = await context.newPage();
  await page.route('https://addin.test/**', (route) => {
    const file = path.join(folder, new URL(route.request().url()).pathname);
    if (file.endsWith('taskpane.js') || !existsSync(file)) return route.abort();
    return route.fulfill({ body: readFileSync(file), contentType: file.endsWith('.html') ? 'text/html' : 'text/css' });
  });
  await page.route('https://appsforoffice.microsoft.com/**', (route) => route.abort());
  await page.goto('https://addin.test/taskpane.html');
  const shown = (await page.locator('#panel').textContent()) ?? '';
  await context.close();
  return shown;
}

test('the first Edge is told to use a newer Excel or the page without one', async () => {
  expect(await words(edge)).toContain(UNSUPPORTED);
});

test('the present Edge is not', async () => {
  expect(await words(newEdge)).not.toContain(UNSUPPORTED);
});
