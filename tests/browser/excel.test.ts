import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { openSample, sampleNames } from '../contract/excel-samples';
import { copyModel, snapshotOfModel } from '../doubles/workbook-model';
import type { WorkbookModel } from '../doubles/workbook-model';
import { findSummary } from '../../core/summary/verify';
import { openExcelWeb } from '../support/excel-web';
import { launch } from '../support/panel-browser';

const root = path.join(__dirname, '../..');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env['SCREENSHOTS'] ?? '';
let browser: Browser;

beforeAll(async () => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'tools/excel.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  browser = await launch();
});
afterAll(() => browser?.close());

const model = (start: string): WorkbookModel => openSample(sampleNames.find((name) => name.startsWith(start)) as string).model();

async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const { run } = (
      window as unknown as { axe: { run(context: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe;
    return (await run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  });
}

/** Breaches that stop a script or a call; Office.js also puts styles of its own into the page, which our policy refuses without harm. */
const serious = (troubles: readonly string[]) => troubles.filter((trouble) => !/inline style/.test(trouble));

async function picture(web: { page: { screenshot(options: { path: string }): Promise<unknown> } }, name: string): Promise<void> {
  if (pictures === '') return;
  mkdirSync(pictures, { recursive: true });
  await web.page.screenshot({ path: path.join(pictures, `excel-${name}.png`) });
}

test('the pane opens, scores, jumps, stamps and scores again, by keyboard alone', async () => {
  const workbook = model('s04');
  const before = copyModel(workbook);
  const web = await openExcelWeb(browser, workbook, '1.21');
  const pane = await web.frame('taskpane');
  const score = pane.getByRole('button', { name: 'Chấm điểm', exact: true });
  await score.waitFor();
  await picture(web, 'opened');
  expect(await violations(pane)).toEqual([]);
  // The pane has begun to listen for changes.
  expect(web.double.requests).toBe(1);
  await score.focus();
  await web.page.keyboard.press('Enter');
  await pane.locator('.notice p span').first().waitFor();
  expect(await pane.locator('.notice').innerText()).toMatch(/Đã chấm xong/);
  expect(web.double.requests).toBe(1 + 3);
  expect(workbook).toEqual(before);
  await picture(web, 'scored');
  expect(await violations(pane)).toEqual([]);

  const link = pane.locator('button.cell').first();
  await link.focus();
  const requests = web.double.requests;
  await web.page.keyboard.press('Enter');
  await pane
    .getByText(/Đã chọn ô/)
    .first()
    .waitFor();
  expect(web.double.requests).toBe(requests + 1);
  const address = /Đã chọn ô ([A-Z]+)(\d+)/.exec(await pane.locator('body').innerText()) as RegExpExecArray;
  expect(workbook.selection.top).toBe(Number(address[2]) - 1);

  const stamp = pane.getByRole('button', { name: 'Ghi bảng kết quả' }).first();
  await stamp.focus();
  await web.page.keyboard.press('Enter');
  await pane
    .getByText(/Đã ghi trang tính/)
    .first()
    .waitFor();
  expect(findSummary(snapshotOfModel(workbook))?.state).toBe('finished');
  expect(workbook.sheets.slice(0, before.sheets.length)).toEqual(before.sheets);
  await picture(web, 'stamped');
  expect(web.strangers).toEqual([]);
  expect(serious(web.troubles)).toEqual([]);
  await web.context.close();
});

test('what is changed after the scoring is said, and scoring again takes it away; what we write ourselves is no change', async () => {
  const workbook = model('s04');
  const web = await openExcelWeb(browser, workbook, '1.14');
  const pane = await web.frame('taskpane');
  const edited = pane.getByText('Bảng tính đã thay đổi sau khi chấm.');
  await pane.getByRole('button', { name: 'Chấm điểm', exact: true }).click();
  await pane.locator('.notice p span').first().waitFor();
  expect(Array.from(web.double.listening).sort()).toEqual(['added', 'changed', 'columnSorted', 'deleted', 'rowSorted']);
  expect(await edited.count()).toBe(0);
  web.double.edit(workbook.sheets[0]?.name as string, 3, 3, 'khác', true);
  await edited.waitFor();
  expect(await violations(pane)).toEqual([]);
  await picture(web, 'edited');
  await pane.getByRole('button', { name: 'Kiểm tra lại' }).first().click();
  await edited.waitFor({ state: 'detached' });
  await pane.getByRole('button', { name: 'Ghi bảng kết quả' }).first().click();
  await pane
    .getByText(/Đã ghi trang tính/)
    .first()
    .waitFor();
  // Long enough for all that Excel tells of our own writing.
  await web.page.waitForTimeout(300);
  expect(await edited.count()).toBe(0);
  web.double.addSheet('Mới');
  await edited.waitFor();
  expect(serious(web.troubles)).toEqual([]);
  await web.context.close();
});

test('a workbook that somebody changes in the moment of writing is not written over', async () => {
  const workbook = model('s04');
  const web = await openExcelWeb(browser, workbook, '1.21');
  const pane = await web.frame('taskpane');
  await pane.getByRole('button', { name: 'Chấm điểm', exact: true }).click();
  await pane.locator('.notice p span').first().waitFor();
  const before = web.double.requests;
  web.double.beforeRequest = (number) => {
    if (number === before + 4) web.double.edit(workbook.sheets[0]?.name as string, 3, 3, 'khác', true);
  };
  const sheets = workbook.sheets.length;
  await pane.getByRole('button', { name: 'Ghi bảng kết quả' }).first().click();
  await pane
    .getByText(/Bảng tính vừa thay đổi trong lúc chấm/)
    .first()
    .waitFor();
  expect(workbook.sheets).toHaveLength(sheets);
  await picture(web, 'changed-meanwhile');
  await pane.getByRole('button', { name: 'Ghi bảng kết quả' }).first().click();
  await pane
    .getByText(/Đã ghi trang tính/)
    .first()
    .waitFor();
  expect(findSummary(snapshotOfModel(workbook))?.state).toBe('finished');
  expect(serious(web.troubles)).toEqual([]);
  await web.context.close();
});

test('a pane that is closed lets go of the workbook without an error', async () => {
  const web = await openExcelWeb(browser, model('s04'), '1.14');
  const pane = await web.frame('taskpane');
  await pane.getByRole('button', { name: 'Chấm điểm', exact: true }).waitFor();
  while (web.double.listening.size === 0) await web.page.waitForTimeout(20);
  await web.page.evaluate(() => document.getElementById('taskpane')?.remove());
  web.double.addSheet('Mới');
  await web.page.waitForTimeout(200);
  expect(serious(web.troubles)).toEqual([]);
  await web.context.close();
});

test('a question is answered in the pane', async () => {
  const web = await openExcelWeb(browser, model('s48'), '1.14');
  const pane = await web.frame('taskpane');
  await pane.getByRole('button', { name: 'Chấm điểm', exact: true }).click();
  await pane.locator('.notice p span').first().waitFor();
  const requests = web.double.requests;
  await pane.getByLabel(/^Loại đơn vị/).selectOption('other');
  await pane.getByLabel(/^Loại đơn vị \(đã chọn\)/).waitFor();
  expect(web.double.requests).toBe(requests);
  await picture(web, 'question');
  await web.context.close();
});

test('ribbon commands work without the pane and end; the pane that is opened afterwards shows the same result', async () => {
  const workbook = model('s04');
  const web = await openExcelWeb(browser, workbook, '1.17', { frames: ['commands'] });
  await web.command('scoreWorkbook');
  const answer = await web.frame('dialog');
  await answer.getByRole('heading').waitFor();
  const heading = await answer.getByRole('heading').innerText();
  expect(heading).toMatch(/Chưa kết luận được/);
  const words = await answer.locator('main').innerText();
  expect(await violations(answer)).toEqual([]);
  await picture(web, 'answer');
  expect(await web.completed()).toBe(0);
  await web.page.keyboard.press('Enter');
  await web.page.waitForFunction(() => (window as unknown as { completed: number }).completed === 1);

  await web.command('stampResult');
  const second = await web.frame('dialog');
  await second.getByText(/Đã ghi trang tính/).waitFor();
  expect(findSummary(snapshotOfModel(workbook))?.state).toBe('finished');
  await second.getByRole('button', { name: 'Đóng' }).click();
  await web.page.waitForFunction(() => (window as unknown as { completed: number }).completed === 2);

  const pane = await web.openFrame('taskpane');
  await pane.locator('.notice p span').first().waitFor();
  const total = /[Tt]ổng điểm từ (\d+) đến (\d+)/.exec(words) as RegExpExecArray;
  const shown = await pane.locator('body').innerText();
  expect(shown).toContain(total[1]);
  expect(shown).toContain(total[2]);
  expect(serious(web.troubles)).toEqual([]);
  await web.context.close();
});

test('what stops a command is answered in words, and the command ends', async () => {
  const workbook = model('s04');
  workbook.readOnly = true;
  const web = await openExcelWeb(browser, workbook, '1.17', { frames: ['commands'] });
  await web.command('stampResult');
  const answer = await web.frame('dialog');
  await answer.getByText(/chỉ đọc/).waitFor();
  await answer.getByRole('button', { name: 'Đóng' }).click();
  await web.page.waitForFunction(() => (window as unknown as { completed: number }).completed === 1);
  expect(workbook.sheets).toHaveLength(model('s04').sheets.length);
  await web.context.close();
});

test.each(['1.1', '1.7'])('an Excel below the floor (%s): one sentence with the way on, nothing is read', async (version) => {
  const web = await openExcelWeb(browser, model('s04'), version, { frames: ['taskpane', 'commands'] });
  const pane = await web.frame('taskpane');
  await pane.getByText(/Excel này quá cũ/).waitFor();
  expect(await pane.getByRole('link', { name: 'Trang Hỗ trợ' }).getAttribute('href')).toBe('support.html');
  expect(await violations(pane)).toEqual([]);
  await picture(web, `floor-${version}`);
  await web.command('scoreWorkbook');
  const answer = await web.frame('dialog');
  await answer.getByText(/Excel này quá cũ/).waitFor();
  await answer.getByRole('button', { name: 'Đóng' }).click();
  await web.page.waitForFunction(() => (window as unknown as { completed: number }).completed === 1);
  expect(web.double.requests).toBe(0);
  await web.context.close();
});

test('in a web view of Internet Explorer the pages say so in words that it can run', async () => {
  const context = await browser.newContext();
  await context.route('**/*', (route) => {
    const { pathname, host } = new URL(route.request().url());
    return host === 'addin.test' && !/taskpane\.js$/.test(pathname)
      ? route.fulfill({
          contentType: pathname.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8',
          body: readFileSync(path.join(root, 'dist/excel', pathname)),
        })
      : route.abort();
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(document, 'documentMode', { value: 11 });
    Object.defineProperty(window, 'Office', { value: {}, writable: true });
  });
  await page.goto('https://addin.test/taskpane.html');
  expect(await page.locator('#panel').innerText()).toMatch(/Excel này quá cũ[^]*Trang Hỗ trợ/);
  await context.close();
});

test('opened outside Excel the pane says where it belongs', async () => {
  const web = await openExcelWeb(browser, model('s04'), '1.14', { frames: [] });
  await web.page.goto('https://addin.test/taskpane.html');
  await web.page.getByText(/chỉ chạy trong ngăn bên phải của Excel/).waitFor();
  await web.page.goto('https://addin.test/support.html');
  expect(await web.page.getByRole('link', { name: /không cần mạng/ }).getAttribute('href')).toBe('cham-diem-xa.html');
  await web.context.close();
});
