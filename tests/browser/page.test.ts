import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { assess } from '../../core/assess';
import { findSummary } from '../../core/summary/verify';
import { readXlsx } from '../../core/xlsx/read';
import { launch } from '../support/panel-browser';
import { harmfulWorkbook, oddWorkbook } from '../support/panel-workbooks';
import { buildPage, bytesOf, openOfflinePage, pickFile, samplePath } from '../support/offline-page';
import type { OfflineOptions, OfflinePage } from '../support/offline-page';
import { workbookBytes } from '../support/workbook-bytes';

let browser: Browser;
const opened: OfflinePage[] = [];

beforeAll(async () => {
  buildPage();
  browser = await launch();
});
afterAll(() => browser?.close());
afterEach(async () => {
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
/** The tabs of the workbook's sheets. */
const sheetTabs = (page: Page) => page.getByRole('tablist', { name: 'Các trang tính' }).getByRole('tab');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const status = (page: Page) => page.locator('.notice [role=status]');
const scored = (page: Page) =>
  status(page)
    .getByText(/^(Đã chấm|Cần trả lời|Chưa nhận ra)/)
    .waitFor();
const address = (page: Page) => page.locator('.cell-bar-address').textContent();

async function stamp(page: Page) {
  const waiting = page.waitForEvent('download');
  await button(page, 'Ghi bảng kết quả').click();
  const download = await waiting;
  await status(page).getByText('Đã tải về').waitFor();
  return download;
}

test('the sample: first error in sight at once, its cell one click away, the whole way from the disk without a request', async () => {
  const page = await open();
  await button(page, 'Thử với bảng mẫu').click();
  await scored(page);
  const assessment = assess(readXlsx(readFileSync('standalone/sample/bang-tu-cham-diem-mau.xlsx')));
  const first = assessment.findings.find((finding) => finding.severity === 'error');
  await page.locator('.cell-bar-error', { hasText: first?.message as string }).waitFor();
  expect(`'Tự chấm'!${await address(page)}`).toBe(first?.cell);
  await page.locator('.grid-marked-error.grid-selected').waitFor();
  expect(await page.locator('.finding').count()).toBe(assessment.findings.length);

  const link = page.locator('.finding .cell').nth(1);
  const reference = (await link.getAttribute('data-cell')) as string;
  await link.click();
  await page.waitForFunction(
    (cell) => document.activeElement?.getAttribute('aria-activedescendant') === `cell-${cell}`,
    reference.split('!')[1],
  );
  expect(await address(page)).toBe(reference.split('!')[1]);
  const seen = await page.locator('.grid-selected').evaluate((cell) => {
    const [box, frame] = [cell.getBoundingClientRect(), (cell.closest('.grid') as HTMLElement).getBoundingClientRect()];
    return box.top >= frame.top && box.bottom <= frame.bottom && box.left >= frame.left && box.right <= frame.right;
  });
  expect(seen).toBe(true);
});

test('the policy lets nothing out', async () => {
  const offline = await openOfflinePage(browser);
  const answered: string[] = [];
  offline.page.on('response', (response) => answered.push(response.url()));
  const refused = await offline.page.evaluate(async () => {
    const tries = [
      fetch('https://example.com/').then(
        () => 'sent',
        () => 'refused',
      ),
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('sent');
        image.onerror = () => resolve('refused');
        image.src = 'https://example.com/x.png';
      }),
    ];
    return Promise.all(tries);
  });
  expect(refused).toEqual(['refused', 'refused']);
  expect(answered).toEqual([]);
  expect(offline.complaints.some((complaint) => /Content Security Policy/.test(complaint))).toBe(true);
  expect(readFileSync('dist/page/cham-diem-xa.html', 'utf8').slice(0, 2000)).toMatch(
    /default-src 'none'; script-src 'sha256-[^']+' blob:; worker-src blob:/,
  );
  await offline.close();
});

test('corrects the unit class, stamps a copy under a new name; the copy is read back without a stale or altered stamp', async () => {
  const page = await open();
  await pickFile(page, samplePath('s48'));
  await scored(page);
  await page.getByLabel(/^Loại đơn vị/).selectOption('mountain-island-hardship');
  await page.getByText('Ngưỡng công nhận: 800 điểm').waitFor();
  const download = await stamp(page);
  const name = download.suggestedFilename();
  expect(name).toBe('s48-sai-nam-khong-ro-loai-don-vi-xa-muong-phang - đã chấm.xlsx');
  const bytes = await bytesOf(download);
  const copy = readXlsx(bytes);
  expect(copy.sheets.length).toBe(readXlsx(readFileSync(samplePath('s48'))).sheets.length + 1);
  const again = assess(copy);
  expect(again.workbook.unitClass).toBe('mountain-island-hardship');
  expect(again.confirmed).toContainEqual({ code: 'unit-class', value: 'mountain-island-hardship', source: 'summary-sheet' });
  expect(again.findings.filter((finding) => /summary$/.test(finding.code))).toEqual([]);

  await pickFile(page, { name, bytes });
  await scored(page);
  await page.getByText('Ngưỡng công nhận: 800 điểm').waitFor();
  expect(await page.locator('.finding[data-code$="-summary"]').count()).toBe(0);
  expect((await stamp(page)).suggestedFilename()).toBe('s48-sai-nam-khong-ro-loai-don-vi-xa-muong-phang - đã chấm 2.xlsx');
});

test('a copy that was changed after stamping is found out', async () => {
  const page = await open();
  await button(page, 'Thử với bảng mẫu').click();
  await scored(page);
  const bytes = await bytesOf(await stamp(page));
  const copy = readXlsx(bytes);
  const own = findSummary(copy);
  expect(own).not.toBeNull();
  const sheets = copy.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => (sheet.name === 'Tự chấm' && cell.value === 864 ? { ...cell, value: 870 } : cell)),
  }));
  await pickFile(page, { name: 'đã sửa.xlsx', bytes: workbookBytes({ ...copy, sheets }) });
  await scored(page);
  await page.locator('.finding[data-code="stale-summary"]').waitFor();
});

test('answers a question in place; the answer and its paper stand in the copy', async () => {
  const page = await open();
  await pickFile(page, samplePath('s46'));
  await scored(page);
  const first = page.locator('.question').first();
  await first.getByLabel(/Văn bản làm căn cứ/).fill('Công văn 12/SLĐ');
  await first.getByLabel('Cho điểm tối đa').check();
  await first.getByRole('button', { name: 'Chọn và chấm lại' }).click();
  await status(page).getByText('Đã chấm lại').waitFor();
  const copy = readXlsx(await bytesOf(await stamp(page)));
  const again = assess(copy);
  expect(again.confirmed.some((entry) => entry.code === 'no-case-rule')).toBe(true);
  expect(copy.sheets.some((sheet) => sheet.cells.some((cell) => cell.value === 'Công văn 12/SLĐ'))).toBe(true);
});

test('an unrecognised template is pointed out until it scores; the way of reading travels with the copy and is offered for the next file', async () => {
  const bytes = workbookBytes(oddWorkbook);
  expect(assess(readXlsx(bytes)).template.status).toBe('unrecognised');
  const page = await open();
  await pickFile(page, { name: 'bieu-la.xlsx', bytes });
  await scored(page);
  await button(page, 'Chỉ cách đọc bảng').click();
  await page.getByLabel(/^1\. /).selectOption('Biểu');
  await page.getByLabel(/^2\. /).selectOption('3');
  const roles = { A: 'number', B: 'name', C: 'rubric', D: 'maximum', E: 'result', F: 'self-score' };
  for (const [letter, role] of Object.entries(roles)) await page.locator(`select[data-column=${letter}]`).selectOption(role);
  await page.getByText(/^5\. /).click();
  await page.locator('select[data-row="4"]').selectOption('2');
  await page.locator('select[data-row="6"]').selectOption('7');
  await button(page, 'Chấm theo cách đọc này').click();
  await page.locator('.bar').first().waitFor();
  expect(await page.locator('.finding[data-code=self-score-mismatch]').count()).toBe(1);
  const copy = readXlsx(await bytesOf(await stamp(page)));
  const again = assess(copy);
  expect(again.template.status).not.toBe('unrecognised');
  expect(again.criteria.map((criterion) => criterion.number)).toEqual(expect.arrayContaining([2, 7]));

  await pickFile(page, { name: 'bieu-khac.xlsx', bytes });
  await button(page, 'Dùng lại cách đọc đó').click();
  await page.locator('.bar').first().waitFor();
});

test.each([
  ['s50', '.xls', 'bảng tính .xls đời cũ'],
  ['s52', '.ods', 'bảng tính .ods'],
])('%s: reads an old format by the reader that loads only then, and hands over a new workbook', async (start, ending, words) => {
  const page = await open();
  const file = samplePath(start);
  expect(file.endsWith(ending)).toBe(true);
  await pickFile(page, file);
  await scored(page);
  expect(await page.locator('.grid-cell').count()).toBeGreaterThan(20);
  const download = await stamp(page);
  expect(download.suggestedFilename()).toMatch(/ - đã chấm\.xlsx$/);
  await status(page).getByText(words).waitFor();
  const sheets = readXlsx(await bytesOf(download)).sheets;
  expect(sheets.length).toBe(1);
});

test.each([
  ['s37', 'thiếu phần cuối'],
  ['s38', 'mật khẩu'],
  ['s39', 'Word'],
])('%s: a file that cannot be read gets one sentence, and the next file works', async (start, words) => {
  const page = await open();
  await pickFile(page, samplePath(start));
  await status(page).getByText(words).waitFor();
  expect(await page.locator('.workbook').isVisible()).toBe(false);
  await pickFile(page, samplePath('s66'));
  await scored(page);
  expect(await page.locator('.bar').count()).toBe(13);
});

test('a dropped file is assessed', async () => {
  const page = await open();
  const bytes = Array.from(readFileSync(samplePath('s66')));
  await page.evaluate((list) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(list)], 'thả.xlsx'));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, bytes);
  await scored(page);
  expect(await page.locator('#file-name').textContent()).toBe('thả.xlsx');
});

function refuseWorkers(): void {
  window.Worker = function Refused(): never {
    throw new DOMException('refused', 'SecurityError');
  } as unknown as typeof Worker;
}

test('where a worker is refused, the page does the same work itself, old formats included', async () => {
  const page = await open({ before: refuseWorkers });
  await pickFile(page, samplePath('s66'));
  await scored(page);
  const findings = assess(readXlsx(readFileSync(samplePath('s66')))).findings.length;
  expect(await page.locator('.finding').count()).toBe(findings);
  await pickFile(page, samplePath('s50'));
  await scored(page);
  const download = await stamp(page);
  expect(readXlsx(await bytesOf(download)).sheets.length).toBe(1);
});

test('where a worker is refused, a job can be stopped all the same, and begun anew', async () => {
  const page = await open({ before: refuseWorkers });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 20 });
  await pickFile(page, samplePath('s16'));
  await page.locator('.progress').waitFor();
  await button(page, 'Dừng').click();
  await status(page).getByText('Đã dừng').waitFor();
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.waitForTimeout(300);
  expect(await page.locator('.bar').count()).toBe(0);
  await page.locator('.welcome').getByRole('button', { name: 'Chấm điểm', exact: true }).click();
  await scored(page);
  expect(await page.locator('.bar').count()).toBe(13);
});

test('what a workbook holds is shown as text in grid, tabs and bar; a hidden row is shown greyed and said to be hidden', async () => {
  const page = await open();
  await pickFile(page, { name: '<i>tệp</i>.xlsx', bytes: workbookBytes(harmfulWorkbook) });
  await scored(page);
  const hidden = page.locator(`.finding .cell[data-cell$="!E12"]`).first();
  await hidden.click();
  await page.locator('.cell-bar-hidden', { hasText: 'Dòng 12 đang ẩn trong tệp' }).waitFor();
  expect(await page.locator('.grid-row.grid-hidden').count()).toBe(1);
  expect(await sheetTabs(page).textContent()).toBe('<b>Chấm</b> điểm');
  expect(await page.locator('.grid').textContent()).toContain('<img src=x onerror="window.harmed=1">');
  expect(await page.locator('img, .grid b, .tab b, #file-name i').count()).toBe(0);
  expect(await page.evaluate(() => (window as { harmed?: number }).harmed)).toBeUndefined();
});

test('prints the result sheet alone', async () => {
  const page = await open();
  await button(page, 'Thử với bảng mẫu').click();
  await scored(page);
  await page.evaluate(() => (window.print = () => document.body.setAttribute('data-printed', '')));
  await button(page, 'In kết quả').click();
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.panel').isVisible()).toBe(false);
  await page.locator('.print-table').getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM').waitFor();
  expect(await page.locator('.print-table tr').count()).toBeGreaterThan(30);
});

test('a job that lasts can be stopped; the page works on with a new worker, the grid too', async () => {
  const page = await open({
    before: () => {
      const send = Worker.prototype.postMessage as (this: Worker, message: { job?: string }) => void;
      let swallowed = false;
      Worker.prototype.postMessage = function (this: Worker, message: { job?: string }) {
        if (message.job !== 'assess' || swallowed) return send.call(this, message);
        swallowed = true;
      } as typeof Worker.prototype.postMessage;
    },
  });
  await pickFile(page, samplePath('s16'));
  await page.locator('.progress').waitFor();
  await button(page, 'Dừng').click();
  await status(page).getByText('Đã dừng').waitFor();
  await sheetTabs(page).nth(1).click();
  await page.locator('.grid-cell').first().waitFor();
  await page.locator('.welcome').getByRole('button', { name: 'Chấm điểm', exact: true }).click();
  await scored(page);
  expect(await page.locator('.bar').count()).toBe(13);
});

test('the grid: a click selects the cell under the pointer and shows all of it above; row numbers stay at the left edge however far it is scrolled', async () => {
  const page = await open();
  await button(page, 'Thử với bảng mẫu').click();
  await scored(page);
  for (const left of [0, 20, 200]) {
    await page.locator('.grid').evaluate((grid, to) => grid.scrollTo(to, 400), left);
    await page.waitForTimeout(100);
    const off = await page.locator('.grid').evaluate((grid) => {
      const edge = grid.getBoundingClientRect().left;
      return Array.from(grid.querySelectorAll('.grid-row-head')).map((head) => head.getBoundingClientRect().left - edge);
    });
    expect(off.every((distance) => Math.abs(distance) < 1)).toBe(true);
  }
  const cell = page.locator('#cell-H25');
  await cell.scrollIntoViewIfNeeded();
  const text = await cell.textContent();
  await cell.click();
  await page.locator('#cell-H25.grid-selected').waitFor();
  expect(await address(page)).toBe('H25');
  expect(await page.locator('.cell-bar-text').textContent()).toBe(text);
});

test('the heading of the table stays in sight above its rows; a selected cell is never below it', async () => {
  const page = await open();
  await button(page, 'Thử với bảng mẫu').click();
  await scored(page);
  const heading = page.locator('.grid-band .grid-cell', { hasText: 'Điểm tự chấm' });
  await page.locator('.grid').evaluate((grid) => grid.scrollTo(0, 0));
  await page.waitForFunction(() => document.querySelectorAll('.grid-band .grid-row').length === 0);
  await page.locator('.grid').evaluate((grid) => grid.scrollTo(200, 1200));
  await heading.waitFor();
  const places = () =>
    page.locator('.grid').evaluate((grid) => ({
      band: (grid.querySelector('.grid-band .grid-row') as HTMLElement).getBoundingClientRect(),
      frame: grid.getBoundingClientRect(),
      letter: (grid.querySelector('.grid-heads') as HTMLElement).getBoundingClientRect(),
    }));
  const { band, letter } = await places();
  expect(Math.abs(band.top - letter.bottom)).toBeLessThan(2);
  await page.locator('.grid').focus();
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('ArrowUp');
    const covered = await page.locator('.grid').evaluate((grid) => {
      const cell = grid.querySelector('.grid-body .grid-selected')?.getBoundingClientRect();
      const lines = Array.from(grid.querySelectorAll('.grid-band .grid-row'), (line) => line.getBoundingClientRect().bottom);
      return cell === undefined || cell.top < Math.max(0, ...lines) - 1;
    });
    expect(covered).toBe(false);
  }
  await page.locator('.grid').evaluate((grid) => grid.scrollTo(200, 1200));
  await heading.click();
  const column = (await page.locator('.cell-bar-text').textContent()) ?? '';
  expect(column).toBe('Điểm tự chấm');
});
