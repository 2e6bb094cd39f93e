import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Frame } from 'playwright-core';
import { readDistrictBook } from '../../core/consolidation/book-reading';
import { bookSheets } from '../../core/consolidation/book-words';
import { bookPartOf } from '../../core/consolidation/place-book';
import { readXlsx } from '../../core/xlsx/read';
import { copyModel, modelOfWorkbook, snapshotOfModel } from '../doubles/workbook-model';
import type { WorkbookModel } from '../doubles/workbook-model';
import { openExcelWeb } from '../support/excel-web';
import type { ExcelWeb } from '../support/excel-web';
import { workbook } from '../support/markdown-workbook';
import { launch } from '../support/panel-browser';

/* *Tổng hợp các xã* in the built pane, over the real loader and object model of Office.js in real Chromium. */

interface Truth {
  readonly communes: readonly { readonly commune: string; readonly file: string; readonly points: number }[];
}

const root = path.resolve(__dirname, '../..');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env['SCREENSHOTS'] ?? '';
let browser: Browser;
let folder = '';
let truth: Truth;

beforeAll(async () => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'tools/excel.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  folder = mkdtempSync(path.join(os.tmpdir(), 'excel-consolidate-'));
  truth = JSON.parse(
    execFileSync(process.execPath, [path.join(root, 'tests/support/district-folder.mjs'), folder], { encoding: 'utf8' }),
  ) as Truth;
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const hers = (): WorkbookModel => modelOfWorkbook(workbook({ 'Tổng hợp': '| Của phòng | 5 |' }, { file: 'Sổ của phòng.xlsx' }));
const bookOf = (model: WorkbookModel) => bookPartOf(snapshotOfModel(model));
const pane = (frame: Frame) => frame.locator('#screen-consolidate');
const input = (frame: Frame, what: string) => pane(frame).locator(`input[data-picks=${what}]`).first();
const button = (frame: Frame, name: string | RegExp) => pane(frame).getByRole('button', { name, exact: typeof name === 'string' });
const notice = (frame: Frame) => pane(frame).locator('.top [role=status]').first();
/** Office.js also puts styles of its own into the page, which our policy refuses without harm. */
const serious = ({ troubles, strangers }: ExcelWeb) => [...troubles.filter((trouble) => !/inline style/.test(trouble)), ...strangers];

async function openTab(web: ExcelWeb): Promise<Frame> {
  const frame = await web.frame('taskpane');
  await frame.getByRole('tab', { name: 'Tổng hợp các xã' }).click();
  return frame;
}

async function pick(frame: Frame): Promise<void> {
  await input(frame, 'folder').setInputFiles(folder);
  await notice(frame)
    .getByText(/^Đã tổng hợp/)
    .waitFor();
}

async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const { run } = (
      window as unknown as { axe: { run(context: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe;
    return (await run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  });
}

async function picture(web: ExcelWeb, name: string): Promise<void> {
  if (pictures === '') return;
  mkdirSync(pictures, { recursive: true });
  await web.page.screenshot({ path: path.join(pictures, `excel-consolidate-${name}.png`) });
}

test('a folder is picked, read in workers, and the book is written into the open workbook; the scoring screen stays as it is', async () => {
  const model = hers();
  const before = copyModel(model);
  const web = await openExcelWeb(browser, model, '1.21', { pane: 350 });
  const frame = await openTab(web);
  await picture(web, 'opened');
  expect(await violations(frame)).toEqual([]);
  await pick(frame);
  expect(web.workers.map((address) => new URL(address).pathname)).toContain('/consolidate.js');
  expect(web.workers.length).toBeGreaterThan(1);
  // Reading the communes' files asks Excel nothing.
  expect(web.double.requests).toBe(1);
  expect(model).toEqual(before);
  await picture(web, 'result');

  await button(frame, 'Ghi vào sổ đang mở').click();
  await notice(frame)
    .getByText(/^Đã ghi 6 trang: “Tổng hợp \(2\)”/)
    .waitFor();
  expect(model.sheets.slice(0, 1)).toEqual(before.sheets);
  expect(model.sheets.slice(1).map((sheet) => sheet.name)).toEqual(['Tổng hợp (2)', ...Object.values(bookSheets).slice(1)]);
  expect(model.sheets[model.active]?.name).toBe('Tổng hợp (2)');
  const read = readDistrictBook(bookOf(model));
  expect(read).toMatchObject({ verified: true, problems: [] });
  const points = new Map(read?.rows.map((row) => [row.sourceFile, row.points]));
  // .xls and .ods come through the reader for old formats; what was made to be asked about stays open.
  for (const { file, points: right } of truth.communes.filter((commune) => /\.(xls|ods)$/.test(commune.file)))
    expect([file, points.get(file)]).toEqual([file, right]);
  expect(truth.communes.filter(({ file, points: right }) => points.get(file) === right).length).toBeGreaterThan(truth.communes.length - 5);
  await picture(web, 'written');

  await button(frame, 'Ghi vào sổ đang mở').click();
  await frame.waitForFunction(() => document.querySelector('#screen-consolidate [aria-busy=true]') === null);
  expect(model.sheets).toHaveLength(7);
  await frame.getByRole('tab', { name: 'Chấm điểm' }).click();
  await frame.getByRole('button', { name: 'Chấm điểm', exact: true }).waitFor();
  expect(await frame.getByText('Bảng tính đã thay đổi').count()).toBe(0);
  expect(serious(web)).toEqual([]);
  await web.context.close();
});

test('as a new workbook, by keyboard alone; the open one is not touched', async () => {
  const model = hers();
  const before = copyModel(model);
  const web = await openExcelWeb(browser, model, '1.14', { pane: 350 });
  const frame = await web.frame('taskpane');
  await frame.getByRole('tab', { name: 'Chấm điểm' }).focus();
  await web.page.keyboard.press('ArrowRight');
  expect(await frame.getByRole('tab', { name: 'Tổng hợp các xã' }).getAttribute('aria-selected')).toBe('true');
  await pick(frame);
  await frame.getByRole('tab', { name: 'Tổng hợp các xã' }).focus();
  const words = (): Promise<string> => frame.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  const reached: string[] = [];
  while (reached.length < 60 && reached[reached.length - 1] !== 'Mở thành sổ tính mới') {
    await web.page.keyboard.press('Tab');
    reached.push(await words());
  }
  expect(reached).toContain('Ghi vào sổ đang mở');
  await web.page.keyboard.press('Enter');

  await notice(frame).getByText('Sổ tổng hợp đã mở thành một sổ tính mới').waitFor();
  expect(model).toEqual(before);
  const made = readXlsx(Buffer.from(web.double.createdWorkbooks[0] as string, 'base64'));
  expect(readDistrictBook(made)).toMatchObject({ verified: true, problems: [] });
  expect(serious(web)).toEqual([]);
  await web.context.close();
});

test('without workers the pane does the same work itself, old formats included', async () => {
  const model = hers();
  const web = await openExcelWeb(browser, model, '1.14', { pane: 350, before: () => Reflect.deleteProperty(window, 'Worker') });
  const frame = await openTab(web);
  const some = readdirSync(folder).filter((name) => /^(xã|phường|thị trấn) .*\.(xls|ods)$/i.test(name));
  expect(some.length).toBeGreaterThan(3);
  await input(frame, 'files').setInputFiles(some.map((name) => path.join(folder, name)));
  await notice(frame)
    .getByText(new RegExp(`^Đã tổng hợp ${some.length} xã`))
    .waitFor();
  await button(frame, 'Ghi vào sổ đang mở').click();
  await notice(frame)
    .getByText(/^Đã ghi 6 trang/)
    .waitFor();
  expect(web.workers).toEqual([]);
  expect(readDistrictBook(bookOf(model))?.rows).toHaveLength(some.length);
  expect(serious(web)).toEqual([]);
  await web.context.close();
});

test('what Excel refuses is said in words that fit, and the way on is there', async () => {
  const model = hers();
  model.readOnly = true;
  const before = copyModel(model);
  const web = await openExcelWeb(browser, model, '1.14', { pane: 350 });
  const frame = await openTab(web);
  await pick(frame);
  await button(frame, 'Ghi vào sổ đang mở').click();
  await notice(frame)
    .getByText(/chỉ đọc nên chưa ghi gì.*Cũng có thể bấm “Mở thành sổ tính mới”/)
    .waitFor();
  await picture(web, 'refused');
  expect(model).toEqual(before);
  expect(await violations(frame)).toEqual([]);
  await web.context.close();
});

test.each([
  ['280 px, light', { pane: 280 }],
  ['280 px, dark', { pane: 280, colours: 'dark' }],
  ['350 px, dark', { pane: 350, colours: 'dark' }],
  ['350 px, light', { pane: 350 }],
] as const)('at %s: nothing runs over the edge and axe finds nothing', async (name, options) => {
  const web = await openExcelWeb(browser, hers(), '1.14', options);
  const frame = await openTab(web);
  expect(await violations(frame)).toEqual([]);
  await pick(frame);
  expect(await violations(frame)).toEqual([]);
  expect(await frame.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(false);
  await picture(web, name.replace(/\W+/g, '-'));
  await web.context.close();
});
