/** The real sidebar, as HtmlService serves it, in the system's Chromium: google.script.run leads to the built server over the double. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { bookPartOf } from '../../core/consolidation/place-book';
import { isOwnSheet } from '../../core/summary/verify';
import type { Workbook } from '../../core/workbook/workbook';
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
import type { main as runMain } from '../../standalone/command-line/main';

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
async function open(
  menu: 'openPanel' | 'scoreFromMenu' | 'consolidateFromMenu',
  settings: SheetsSettings = {},
  file = faulty,
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<Opened> {
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
  await prepare(page);
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

test('a .xls is read in the browser too; its result is a file of its own', async () => {
  const { page, complaints } = await open('openPanel');
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Chọn tệp bảng tính').click();
  await (await chooser).setFiles(path.join(root, 'tests/samples/s22-dao-thu-tu-cot-an-xa-na-tong.xls'));
  await button(page, 'Ghi bảng kết quả').waitFor();
  const downloading = page.waitForEvent('download');
  await button(page, 'Ghi bảng kết quả').click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('s22-dao-thu-tu-cot-an-xa-na-tong - kết quả.xlsx');
  expect(readXlsx(new Uint8Array(readFileSync(await download.path()))).sheets.filter(isOwnSheet)).toHaveLength(1);
  expect(complaints).toEqual([]);
  await page.close();
});

describe('Tổng hợp các xã', () => {
  const few = ['01-bang-tu-cham-diem-xa-lam-son', '02-cham-diem-xa-y-tich', '10-tong-hop-huyen-chi-lang'].map((name) =>
    path.join(root, `tests/samples/templates/${name}.xlsx`),
  );
  let folder = '';
  let expected: Workbook;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'sidebar-'));
    execFileSync(process.execPath, [path.join(root, 'tests/support/district-folder.mjs'), path.join(folder, 'các xã')]);
    const { main } = jest.requireActual(path.join(root, 'dist/command-line.js')) as { main: typeof runMain };
    const silent = { output: () => undefined, errors: () => undefined, colours: false, columns: undefined };
    expect(await main(['consolidate', 'các xã', '--out', 'sổ.xlsx'], folder, silent)).toBe(0);
    expected = readXlsx(readFileSync(path.join(folder, 'sổ.xlsx')));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Everything that a book says, but for when it was made. */
  const contentOf = (book: Workbook) =>
    book.sheets.map(({ name, cells }) => ({
      name,
      cells: cells
        .filter(({ value }) => typeof value !== 'string' || !value.startsWith('Mã kiểm tra'))
        .map(({ row, column, value, format }) => ({
          row,
          column,
          value: typeof value === 'string' ? value.replace(/lập ngày \S+/, '') : value,
          format,
        })),
    }));
  const pickFolder = async (page: Page, files: string | string[]) => {
    await page
      .locator(`input[data-picks=${typeof files === 'string' ? 'folder' : 'files'}]`)
      .first()
      .setInputFiles(files);
    await page.locator('.overview').waitFor();
  };

  test('a folder is read by workers; the book that is written and the one that is downloaded are those of the command line', async () => {
    const { page, model, calls, complaints } = await open('consolidateFromMenu');
    await button(page, 'Chọn thư mục').waitFor();
    await picture(page, 'district-welcome');
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await pickFolder(page, path.join(folder, 'các xã'));
    expect(page.workers().length).toBeGreaterThan(1);
    await picture(page, 'district');
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    // Nothing was asked of the server: the files stay in the browser.
    expect(calls.called).toEqual([]);
    const before = model.sheets.map((sheet) => structuredClone(sheet));
    const write = button(page, 'Ghi vào bảng tính này');
    await write.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Đã ghi sổ tổng hợp vào bảng tính này: 6 trang').first().waitFor();
    await picture(page, 'district-written');
    expect(contentOf(bookPartOf(snapshotOfModel(model)))).toEqual(contentOf(expected));
    expect(model.sheets.slice(0, before.length)).toEqual(before);
    expect(calls.called.map(({ name }) => name)).toEqual(['presentDistrictBook', ...new Array<string>(6).fill('writeDistrictBook')]);
    const downloading = page.waitForEvent('download');
    await button(page, 'Tải sổ tổng hợp').click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^Tổng hợp.*\.xlsx$/);
    expect(contentOf(readXlsx(new Uint8Array(readFileSync(await download.path()))))).toEqual(contentOf(expected));
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('from one screen to the other and back by the keyboard; both keep what they show', async () => {
    const { page, complaints } = await open('scoreFromMenu');
    await button(page, 'Ghi bảng kết quả').waitFor();
    await page.getByRole('tab', { name: 'Chấm điểm' }).focus();
    await page.keyboard.press('ArrowRight');
    await button(page, 'Chọn thư mục').waitFor();
    expect(await button(page, 'Ghi bảng kết quả').isVisible()).toBe(false);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Chọn thư mục');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowLeft');
    await button(page, 'Ghi bảng kết quả').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('where workers are refused the page itself reads the files; a refusal of the server is told, and the next click writes', async () => {
    const { page, model, calls, complaints } = await open('consolidateFromMenu', {}, faulty, (one) =>
      one.addInitScript(() => {
        window.Worker = class {
          constructor() {
            throw new DOMException('refused', 'SecurityError');
          }
        } as never;
      }),
    );
    await pickFolder(page, [...few, path.join(root, 'tests/samples/s24-phong-vntime-va-vntimeh-xa-yen-dinh.xls')]);
    expect(page.workers()).toEqual([]);
    expect(await page.locator('#consolidate .overview h2').textContent()).toContain('6 xã');
    calls.failNext('Exceeded maximum execution time');
    await button(page, 'Ghi vào bảng tính này').click();
    await page.getByText('Chưa ghi xong trang nào').first().waitFor();
    await picture(page, 'district-refused');
    expect(await violations(page)).toEqual([]);
    await button(page, 'Ghi vào bảng tính này').click();
    await page.getByText('Đã ghi sổ tổng hợp').first().waitFor();
    expect(bookPartOf(snapshotOfModel(model)).sheets).toHaveLength(6);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
