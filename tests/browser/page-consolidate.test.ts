import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { readDistrictBook } from '../../core/consolidation/book-reading';
import { readXlsx } from '../../core/xlsx/read';
import { launch } from '../support/panel-browser';
import { oddWorkbook } from '../support/panel-workbooks';
import { buildPage, bytesOf, openOfflinePage } from '../support/offline-page';
import type { OfflineOptions, OfflinePage } from '../support/offline-page';
import { workbookBytes } from '../support/workbook-bytes';
import { violations } from '../support/axe';

/* *Tổng hợp các xã* on the offline page, from the disk, in real Chromium. */

interface Truth {
  readonly communes: readonly { readonly commune: string; readonly file: string; readonly points: number }[];
}

let browser: Browser;
let folder = '';
let truth: Truth;
const opened: OfflinePage[] = [];

beforeAll(async () => {
  buildPage();
  folder = mkdtempSync(path.join(os.tmpdir(), 'page-consolidate-'));
  truth = JSON.parse(
    execFileSync(process.execPath, [path.resolve(__dirname, '../support/district-folder.mjs'), folder], { encoding: 'utf8' }),
  ) as Truth;
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(async () => {
  const pages = opened.splice(0);
  const complaints = pages.flatMap((each) => each.complaints);
  await Promise.all(pages.map((each) => each.close()));
  expect(complaints).toEqual([]);
});

async function open(options: OfflineOptions = {}): Promise<Page> {
  const offline = await openOfflinePage(browser, options);
  opened.push(offline);
  const { page } = offline;
  await page.getByRole('tab', { name: 'Tổng hợp các xã' }).click();
  return page;
}

const screen = (page: Page) => page.locator('#consolidate');
const input = (page: Page, what: string) => screen(page).locator(`input[data-picks=${what}]`);
const notice = (page: Page) => screen(page).locator('.top [role=status]').first();
const button = (page: Page, name: string | RegExp) => screen(page).getByRole('button', { name, exact: typeof name === 'string' });
const state = (page: Page, file: string) => screen(page).locator('.district-file', { hasText: file }).first().getAttribute('data-state');

async function consolidated(page: Page): Promise<void> {
  await notice(page)
    .getByText(/^Đã tổng hợp/)
    .waitFor();
}

async function book(page: Page) {
  const waiting = page.waitForEvent('download');
  await button(page, 'Tải sổ tổng hợp').click();
  const download = await waiting;
  await notice(page).getByText('Đã tải về').waitFor();
  return { name: download.suggestedFilename(), workbook: readXlsx(await bytesOf(download)) };
}

test('a folder is picked: every file has its state, and the book that is downloaded holds every commune with its own points', async () => {
  const page = await open();
  await input(page, 'folder').first().setInputFiles(folder);
  await consolidated(page);
  expect(await state(page, 'hỏng.xlsx')).toBe('unreadable');
  expect(await state(page, 'lương.xlsx')).toBe('unrecognised');
  expect(await screen(page).locator('.district-file', { hasText: '~$' }).count()).toBe(0);
  await button(page, /^Hiện cả 67 tệp/).click();
  await button(page, /^Hiện thêm/)
    .first()
    .click();
  expect(await screen(page).locator('.district-file').count()).toBe(67);

  const { name, workbook } = await book(page);
  expect(name).toMatch(/^Tổng hợp .*2024\.xlsx$/);
  const read = readDistrictBook(workbook);
  expect(read?.verified).toBe(true);
  const points = new Map(read?.rows.map((row) => [row.sourceFile, row.points]));
  const right = truth.communes.filter((commune) => points.get(commune.file) === commune.points);
  // Scales and results that were made to be asked about stay open.
  expect(right.length).toBeGreaterThanOrEqual(truth.communes.length - 4);
});

test('a list of communes shows who has not sent; a file that counts is chosen; a commune is opened and left again', async () => {
  const page = await open();
  await input(page, 'folder').first().setInputFiles(folder);
  await consolidated(page);
  await input(page, 'list').setInputFiles({
    name: 'danh sách.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Tên xã;Loại đơn vị\nxã Phú Giang;other\nXã Chưa Gửi;other\n'),
  });
  await screen(page).locator('.district-missing', { hasText: 'Xã Chưa Gửi' }).waitFor();
  await button(page, 'Tính “gửi lại lần 2.xlsx”').first().click();
  await screen(page).locator('.state-duplicate-commune', { hasText: 'cán bộ đã chọn' }).first().waitFor();

  const row = screen(page).locator('.district-communes tr', { hasText: 'Phú Giang' });
  const shown = await row.locator('td').first().textContent();
  await row.getByRole('button').click();
  const panel = screen(page).locator('.opened');
  await panel.locator('.finding, .fine').first().waitFor();
  expect(await panel.locator('.commands .primary').count()).toBe(0);
  expect((await panel.locator('main').textContent())?.includes(String(shown))).toBe(true);
  await button(page, 'Trở lại tổng hợp').click();
  await row.waitFor();
});

test('what is picked in the wrong place is refused by name; the text for whoever helps names nothing', async () => {
  const page = await open();
  await input(page, 'files').first().setInputFiles(path.join(folder, 'lương.xlsx'));
  await consolidated(page);
  await input(page, 'workbook').first().setInputFiles(path.join(folder, 'lương.xlsx'));
  await notice(page).getByText('“lương.xlsx”: không tìm thấy thang điểm').waitFor();
  await screen(page).getByText('Khi gặp lỗi').click();
  const text = (await screen(page).locator('.error-text').textContent()) ?? '';
  expect(text).toContain('1 tệp; unrecognised 1');
  expect(text).not.toMatch(/lương/i);
});

test('a table pointed out once serves all files of its kind', async () => {
  const page = await open();
  const files = ['An Bình', 'Hòa Bình', 'Thái Bình'].map((name) => ({
    name: `${name}.xlsx`,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(
      workbookBytes({
        ...oddWorkbook,
        sheets: oddWorkbook.sheets.map((sheet) => ({
          ...sheet,
          cells: sheet.cells.map((cell) => (cell.value === 'UBND xã Thử Nghiệm' ? { ...cell, value: `UBND xã ${name}` } : cell)),
        })),
      }),
    ),
  }));
  await input(page, 'files').first().setInputFiles(files);
  await consolidated(page);
  expect(await screen(page).locator('.state-unrecognised').count()).toBe(3);
  await button(page, /^Chỉ cách đọc bảng/)
    .nth(1)
    .click();
  await screen(page).locator('.opened').getByRole('button', { name: 'Chỉ cách đọc bảng' }).click();
  await screen(page).getByLabel(/^1\. /).selectOption('Biểu');
  await screen(page).getByLabel(/^2\. /).selectOption('3');
  const roles = { A: 'number', B: 'name', C: 'rubric', D: 'maximum', E: 'result', F: 'self-score' };
  for (const [letter, role] of Object.entries(roles)) await screen(page).locator(`select[data-column=${letter}]`).selectOption(role);
  await screen(page).getByText(/^5\. /).click();
  await screen(page).locator('select[data-row="4"]').selectOption('2');
  await screen(page).locator('select[data-row="6"]').selectOption('7');
  await button(page, 'Chấm theo cách đọc này').click();
  await screen(page).locator('.opened .bar').first().waitFor();
  await button(page, 'Trở lại tổng hợp').click();
  await consolidated(page);
  expect(await screen(page).locator('.state-unrecognised').count()).toBe(0);
  expect(await screen(page).locator('.district-communes tbody tr').count()).toBe(3);
});

test('without workers the page does the same work itself', async () => {
  const page = await open({ before: () => Reflect.deleteProperty(window, 'Worker') });
  const some = readdirSync(folder)
    .filter((name) => /^xã .*\.(xlsx|xls|ods)$/.test(name))
    .map((name) => path.join(folder, name));
  await input(page, 'files').first().setInputFiles(some);
  await consolidated(page);
  expect(await screen(page).locator('.district-communes tbody tr').count()).toBe(some.length);
});

test('files that are dropped are read; the page of one workbook keeps what it shows', async () => {
  const page = await open();
  const name = readdirSync(folder).find((each) => /^xã .*\.xlsx$/.test(each)) as string;
  const bytes = readFileSync(path.join(folder, name)).toString('base64');
  await screen(page)
    .locator('.district')
    .evaluate(
      (element, given) => {
        const content = Uint8Array.from(atob(given.bytes), (character) => character.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], given.name));
        element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      { name, bytes },
    );
  await consolidated(page);
  expect(await screen(page).locator('.district-communes tbody tr').count()).toBe(1);
  await page.getByRole('tab', { name: 'Chấm điểm' }).click();
  await page.getByRole('button', { name: 'Thử với bảng mẫu' }).waitFor();
});

test.each([
  ['280 px, light', { width: 280 }],
  ['1,280 px, dark', { width: 1280, dark: true }],
])('at %s: nothing runs over the edge, axe finds nothing, and the keyboard reaches everything', async (_name, options) => {
  const page = await open(options);
  expect(await violations(page)).toEqual([]);
  await input(page, 'folder').first().setInputFiles(folder);
  await consolidated(page);
  expect(await violations(page)).toEqual([]);
  const wide = await screen(page).evaluate((element) => element.scrollWidth > element.clientWidth + 1);
  expect(wide).toBe(false);
  await page.getByRole('tab', { name: 'Tổng hợp các xã' }).focus();
  const reached = new Set<string>();
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 30) ?? ''));
  }
  for (const words of ['Tải sổ tổng hợp', 'Chỉ cách đọc bảng lương.xlsx', 'Tính “gửi lại lần 2.xlsx”'])
    expect([...reached]).toContain(words);
});
