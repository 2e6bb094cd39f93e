import { copyFileSync, mkdtempSync, readFileSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { assess } from '../../core/assess';
import { formatAddress, parseReference } from '../../core/workbook/references';
import { readXlsx } from '../../core/xlsx/read';
import type { Workbook } from '../../core/workbook/workbook';
import { launch } from '../support/panel-browser';
import { buildPage, bytesOf, dropFile, openOfflinePage, pickFile, samplePath } from '../support/offline-page';
import type { OfflineOptions, OfflinePage } from '../support/offline-page';
import { workbookBytes } from '../support/workbook-bytes';

let browser: Browser;
let folder: string;
let seconds = 0;
const opened: OfflinePage[] = [];

beforeAll(async () => {
  buildPage();
  browser = await launch();
});
afterAll(() => browser?.close());
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'cham-diem-'))));
afterEach(async () => {
  rmSync(folder, { recursive: true });
  const pages = opened.splice(0);
  const complaints = pages.flatMap((each) => each.complaints);
  await Promise.all(pages.map((each) => each.close()));
  expect(complaints).toEqual([]);
});

async function open(options: OfflineOptions = {}): Promise<Page> {
  const offline = await openOfflinePage(browser, options);
  opened.push(offline);
  return offline.page;
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const status = (page: Page) => page.locator('.notice [role=status]');
const scored = (page: Page) =>
  status(page)
    .getByText(/^Đã chấm xong/)
    .waitFor();
const scoredAgain = (page: Page) =>
  status(page)
    .getByText(/^Đã chấm lại/)
    .waitFor();
const again = (page: Page) => page.locator('.commands').getByRole('button', { name: 'Kiểm tra lại', exact: true });
const shownAddress = (page: Page) => page.locator('.cell-bar-address').textContent();

/** What Excel leaves on the disk after the officer corrected a cell: other bytes, a later time. */
function save(file: string, workbook: Workbook): void {
  writeFileSync(file, workbookBytes(workbook));
  const time = Date.now() / 1000 + (seconds += 10);
  utimesSync(file, time, time);
}

/** The workbook with a wrong score where the officer gave herself the right one. */
function miscounted(workbook: Workbook): { readonly workbook: Workbook; readonly address: string; readonly points: number } {
  const item = assess(workbook)
    .criteria.flatMap((criterion) => criterion.items)
    .find(({ points, selfScore }) => points !== null && points > 0 && points === selfScore);
  const place = parseReference(item?.cells.selfScore ?? '');
  if (item === undefined || place === null) throw new Error('no item whose score is right');
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      sheet.name === place.sheet && cell.row === place.row && cell.column === place.column
        ? { row: cell.row, column: cell.column, value: 0 }
        : cell,
    ),
  }));
  return { workbook: { ...workbook, sheets }, address: formatAddress(place.row, place.column), points: item.points as number };
}

/** A file of ours on the disk that holds a wrong score, and the workbook as it is once that is corrected. */
function prepare() {
  const file = path.join(folder, 'biểu.xlsx');
  const after = readXlsx(readFileSync(samplePath('s48')), { file: 'biểu.xlsx' });
  const { workbook: before, address, points } = miscounted(after);
  save(file, before);
  const count = (workbook: Workbook): number => assess(workbook, { unitClass: 'mountain-island-hardship' }).findings.length;
  expect(count(after)).toBeLessThan(count(before));
  return { file, before, after, address, points, count };
}

test('a dropped file is read again after it was saved elsewhere: choices, sheet and cell stay; one without anything new is said to be so', async () => {
  const { file, before, after, address, points, count } = prepare();
  const page = await open();
  await dropFile(page, file);
  await scored(page);
  await page.getByLabel(/^Loại đơn vị/).selectOption('mountain-island-hardship');
  await scoredAgain(page);
  expect(await page.locator('.finding').count()).toBe(count(before));
  await page.locator(`.finding[data-code=self-score-mismatch] .cell`).first().click();
  expect(await shownAddress(page)).toBe(address);

  await again(page).click();
  await status(page).getByText('Tệp chưa có gì mới').waitFor();
  expect(await page.locator('.notice-failed').count()).toBe(0);

  save(file, after);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.locator('.stale').waitFor();
  await again(page).click();
  await scoredAgain(page);
  expect(await page.locator('.stale').count()).toBe(0);
  expect(await page.locator('.finding').count()).toBe(count(after));
  await page.getByText('Ngưỡng công nhận: 800 điểm').waitFor();
  await page.locator('.grid-selected', { hasText: String(points) }).waitFor();
  expect(await shownAddress(page)).toBe(address);
  expect(await page.locator('.cell-bar-text').textContent()).toBe(String(points));
});

test('the stamped copy holds what was saved meanwhile; the same file dropped once more keeps her choices, another one does not', async () => {
  const { file, after, count } = prepare();
  const page = await open();
  await dropFile(page, file);
  await scored(page);
  await page.getByLabel(/^Loại đơn vị/).selectOption('mountain-island-hardship');
  await scoredAgain(page);
  save(file, after);
  const waiting = page.waitForEvent('download');
  await button(page, 'Ghi bảng kết quả').click();
  const copy = readXlsx(await bytesOf(await waiting));
  expect(assess(copy).findings.length).toBe(count(after));
  await status(page).getByText('Đã tải về').waitFor();
  expect(await page.locator('.finding').count()).toBe(count(after));

  await dropFile(page, file);
  await scoredAgain(page);
  await page.getByText('Ngưỡng công nhận: 800 điểm').waitFor();

  const other = path.join(folder, 'khác.xlsx');
  copyFileSync(samplePath('s48'), other);
  await dropFile(page, other);
  await scored(page);
  await page.getByText('Chưa rõ ngưỡng công nhận').waitFor();
});

test('a file of the input that was saved elsewhere has to be picked again: said in one sentence with its button, choices kept', async () => {
  const { file, before, after, count } = prepare();
  const page = await open();
  await pickFile(page, file);
  await scored(page);
  await page.getByLabel(/^Loại đơn vị/).selectOption('mountain-island-hardship');
  await scoredAgain(page);
  save(file, after);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.locator('.stale').waitFor();
  await again(page).click();
  await status(page).getByText('Hãy chọn lại tệp').waitFor();
  expect(await page.locator('.finding').count()).toBe(count(before));
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Chọn lại tệp').click();
  await (await chooser).setFiles(file);
  await scoredAgain(page);
  expect(await page.locator('.finding').count()).toBe(count(after));
  await page.getByText('Ngưỡng công nhận: 800 điểm').waitFor();
});

test('a file that is gone is said to be so, and the result stays', async () => {
  const { file } = prepare();
  const page = await open();
  await dropFile(page, file);
  await scored(page);
  unlinkSync(file);
  await again(page).click();
  await status(page).getByText('Hãy chọn lại tệp').waitFor();
  expect(await page.locator('.bar').count()).toBe(13);
});

test('the browser’s picker is asked first; closed without a file nothing happens, and where it fails the input is asked', async () => {
  const { file, after, count } = prepare();
  const page = await open({
    before: () => {
      const answers: (() => unknown)[] = [];
      Object.assign(window, { answers });
      Object.assign(window, { showOpenFilePicker: async () => [(answers.shift() as () => unknown)()] });
    },
  });
  const choose = page.locator('#choose-large');
  const answer = (name: 'AbortError' | 'SecurityError') =>
    page.evaluate((error) => {
      (window as unknown as { answers: (() => unknown)[] }).answers.push(() => {
        throw new DOMException('', error);
      });
    }, name);
  await answer('AbortError');
  await choose.click();
  expect(await page.locator('.welcome').isVisible()).toBe(true);
  await answer('SecurityError');
  const chooser = page.waitForEvent('filechooser');
  await choose.click();
  await (await chooser).setFiles(samplePath('s66'));
  await scored(page);

  const give = (bytes: Uint8Array, time: number) =>
    page.evaluate(
      ([list, lastModified]) => {
        const file = new File([new Uint8Array(list)], 'biểu.xlsx', { lastModified });
        const handle = { kind: 'file', getFile: async () => (window as unknown as { now: File }).now, isSameEntry: async () => false };
        Object.assign(window, { now: file });
        (window as unknown as { answers: (() => unknown)[] }).answers.push(() => handle);
      },
      [Array.from(bytes), time] as const,
    );
  await give(readFileSync(file), 1000);
  await button(page, 'Tệp khác').click();
  await page.locator('#file-name', { hasText: 'biểu.xlsx' }).waitFor();
  await scored(page);
  await page.getByLabel(/^Loại đơn vị/).selectOption('mountain-island-hardship');
  await scoredAgain(page);
  await give(workbookBytes(after), 2000);
  await again(page).click();
  await page.waitForFunction((wanted) => document.querySelectorAll('.finding').length === wanted, count(after));
  await page.getByText('Ngưỡng công nhận: 800 điểm').waitFor();
});

test('the sample cannot change: nothing to check again is offered', async () => {
  const page = await open();
  await button(page, 'Thử với bảng mẫu').click();
  await scored(page);
  expect(await again(page).count()).toBe(0);
});
