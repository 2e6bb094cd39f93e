/** The real sidebar, as HtmlService serves it, in the system's Chromium: google.script.run leads to the built server over the double. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { isOwnSheet } from '../../core/summary/verify';
import { readXlsx } from '../../core/xlsx/read';
import { bridge } from '../doubles/sheets-run';
import type { Bridge } from '../doubles/sheets-run';
import { runScript } from '../doubles/sheets-script';
import type { RunningScript } from '../doubles/sheets-script';
import type { SheetsSettings } from '../doubles/sheets-strict';
import { modelOfXlsx, snapshotOfModel } from '../doubles/workbook-model';
import type { WorkbookModel } from '../doubles/workbook-model';
import { launch } from '../support/panel-browser';
import { buildForTests } from '../support/sheets';

const root = path.resolve(__dirname, '../..');
const faulty = path.join(root, 'tests/samples/templates/04-tu-cham-xa-van-thuy.xlsx');
const address = 'https://n-script.googleusercontent.test/userCodeAppPanel';
let browser: Browser;

beforeAll(async () => {
  buildForTests();
  browser = await launch();
});
afterAll(() => browser.close());

interface Opened {
  readonly page: Page;
  readonly script: RunningScript;
  readonly model: WorkbookModel;
  readonly calls: Bridge;
  readonly complaints: string[];
}

/** Opens the sidebar as a click in the menu does, 300 pixels wide. */
async function open(menu: 'openPanel' | 'scoreFromMenu', settings: SheetsSettings = {}, file = faulty): Promise<Opened> {
  const model = modelOfXlsx(readFileSync(file), path.basename(file, '.xlsx'));
  const script = runScript(model, settings);
  script.call(menu);
  const [sidebar] = script.shown.sidebars;
  const html = `${readFileSync(path.join(root, 'dist/sheets', `${sidebar?.file ?? ''}.html`), 'utf8')}${sidebar?.appended ?? ''}`;
  const page = await browser.newPage({ viewport: { width: 300, height: 800 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.route('**/*', (route) => {
    if (route.request().url() === address) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    complaints.push(`request: ${route.request().url()}`);
    return route.abort();
  });
  const calls = await bridge(page, script);
  await page.goto(address);
  return { page, script, model, calls, complaints };
}

/** A picture for who looks: set SCREENSHOTS to a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: path.join(folder, `sheets-${name}.png`), fullPage: true });
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => (await (window as unknown as { axe: typeof axe }).axe.run(document)).violations);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('the first opening at 300 pixels: nothing runs, nothing is asked of the server', async () => {
  const { page, calls, complaints } = await open('openPanel');
  await button(page, 'Chấm điểm').waitFor();
  await picture(page, 'welcome');
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  expect(calls.called).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

test('menu Chấm điểm scores at once; a cell is jumped to; the result is written and read back', async () => {
  const { page, model, calls, complaints } = await open('scoreFromMenu');
  await button(page, 'Ghi bảng kết quả').waitFor();
  await picture(page, 'scored');
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  const cell = page.locator('.finding .cell').first();
  const words = (await cell.textContent()) ?? '';
  await cell.click();
  await page.getByText('Đã chọn ô').first().waitFor();
  const place = calls.called.find(({ name }) => name === 'selectCell')?.given[0] as string;
  expect(words).toContain(place.slice(place.lastIndexOf('!') + 1));
  await button(page, 'Ghi bảng kết quả').click();
  await page.getByText('Đã ghi trang tính').first().waitFor();
  await picture(page, 'written');
  expect(snapshotOfModel(model).sheets.filter(isOwnSheet)).toHaveLength(1);
  await button(page, 'Kiểm tra lại').click();
  await page.waitForFunction(() => document.querySelector('.panel')?.getAttribute('aria-busy') === 'false');
  expect(calls.called.map(({ name }) => name)).toEqual(['assessSpreadsheet', 'selectCell', 'stampSpreadsheet', 'assessSpreadsheet']);
  expect(complaints).toEqual([]);
  await page.close();
});

test('the unit class that is chosen goes to the server as plain JSON and into the result', async () => {
  const { page, calls, complaints } = await open('scoreFromMenu');
  await button(page, 'Ghi bảng kết quả').waitFor();
  const classes = page.locator('select').filter({ has: page.locator('option[value="mountain-island-hardship"]') });
  await classes.first().selectOption('mountain-island-hardship');
  await page.waitForFunction(() => document.querySelector('.panel')?.getAttribute('aria-busy') === 'false');
  expect(calls.called[1]).toEqual({ name: 'assessSpreadsheet', given: [{ unitClass: 'mountain-island-hardship' }] });
  expect(complaints).toEqual([]);
  await page.close();
});

test.each([
  ['a lock that another run holds', { lockHeld: true }, 'chưa xong'],
  ['Office mode', { officeMode: true }, 'Lưu dưới dạng Google Trang tính'],
] as const)('%s is told in words', async (_name, settings, words) => {
  const { page, complaints } = await open('scoreFromMenu', settings);
  await page.getByText(words).first().waitFor();
  await picture(page, words.startsWith('Lưu') ? 'office-mode' : 'busy');
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});

test.each([
  ['Authorization is required to perform that action.', 'đồng ý khi Google hỏi'],
  ['NetworkError: Connection failure due to HTTP 0', 'Mất kết nối'],
  ['Exceeded maximum execution time', 'quá 6 phút'],
  ['Something else', 'Google báo lỗi'],
])('%s, where our code was never reached, is told in Vietnamese', async (message, words) => {
  const { page, calls, complaints } = await open('openPanel');
  calls.failNext(message);
  await button(page, 'Chấm điểm').click();
  await page.getByText(words).first().waitFor();
  expect(await page.locator('body').innerText()).not.toContain(message);
  expect(complaints).toEqual([]);
  await page.close();
});

test('a file from the computer is read in the browser, without the server, and back again', async () => {
  const { page, calls, complaints } = await open('openPanel', { officeMode: true });
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Chọn tệp bảng tính').click();
  await (await chooser).setFiles(faulty);
  await button(page, 'Ghi bảng kết quả').waitFor();
  await picture(page, 'file');
  expect(await violations(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
  await page.locator('.finding .cell').first().click();
  await page.getByText('không tới ô được').first().waitFor();
  const downloading = page.waitForEvent('download');
  await button(page, 'Ghi bảng kết quả').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('04-tu-cham-xa-van-thuy - đã chấm điểm.xlsx');
  expect(readXlsx(new Uint8Array(readFileSync(await download.path()))).sheets.filter(isOwnSheet)).toHaveLength(1);
  expect(calls.called).toEqual([]);
  await button(page, 'Trở lại bảng tính đang mở').click();
  await button(page, 'Chấm điểm').waitFor();
  expect(await page.locator('#file-bar').isHidden()).toBe(true);
  expect(complaints).toEqual([]);
  await page.close();
});

test('a file that is no workbook is refused in words', async () => {
  const { page, complaints } = await open('openPanel');
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Chọn tệp bảng tính').click();
  await (await chooser).setFiles({ name: 'a.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('no workbook') });
  await page.locator('.notice-failed').waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});
