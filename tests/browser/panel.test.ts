import type { Browser, Page } from 'playwright-core';
import { assess } from '../../core/assess';
import { describeConclusion, formatRange, severityWords } from '../../core/summary/words';
import { bundlePanel, launch, openPanel, sample } from '../support/panel-browser';
import type { OpenOptions, OpenedPanel } from '../support/panel-browser';
import { harmfulWorkbook, rivalWorkbook } from '../support/panel-workbooks';

let browser: Browser;
let script: string;
const opened: OpenedPanel[] = [];

beforeAll(async () => {
  [browser, script] = await Promise.all([launch(), bundlePanel()]);
});
afterAll(() => browser?.close());
afterEach(async () => {
  const pages = opened.splice(0);
  const complaints = pages.flatMap((each) => each.complaints);
  await Promise.all(pages.map(({ page }) => page.close()));
  expect(complaints).toEqual([]);
});

async function open(workbook: Parameters<typeof openPanel>[2], options: OpenOptions = {}): Promise<Page> {
  const panel = await openPanel(browser, script, workbook, options);
  opened.push(panel);
  return panel.page;
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const status = (page: Page) => page.locator('.notice [role=status]');

async function score(page: Page): Promise<void> {
  await button(page, 'Chấm điểm').click();
  await status(page)
    .getByText(/^(Đã chấm xong|Cần trả lời|Chưa nhận ra)/)
    .waitFor();
}

const errors = sample('s66');

test('the first opening says what it does, what it writes and that nothing is sent; the sample is one click away', async () => {
  const page = await open(rivalWorkbook, { settings: { sample: errors } });
  const promises = page.locator('.promises li');
  expect(await promises.count()).toBe(3);
  await promises.filter({ hasText: 'Không gửi số liệu đi đâu' }).waitFor();
  expect(await page.evaluate(() => window.host.calls.assessed.length)).toBe(0);
  await button(page, 'Thử với bảng mẫu').click();
  await page.getByRole('heading', { level: 2, name: assess(errors).workbook.commune as string }).waitFor();
});

test('shows points, threshold, verdict and reasons as the core words them, a bar for each criterion, and every finding with its cell', async () => {
  const assessment = assess(errors);
  const page = await open(errors);
  await score(page);
  expect(assessment.findings.filter((finding) => finding.severity === 'error').length).toBeGreaterThan(0);
  expect(await page.locator('.points b').textContent()).toBe(formatRange(assessment.total.points, assessment.total.range));
  const verdict = await page.locator('.verdict-words').textContent();
  expect(verdict).toBe(`${describeConclusion(assessment)}.`);
  expect(verdict).toMatch(/còn \d+ lỗi phải sửa trước khi trình/);
  expect(await page.locator('.bar').count()).toBe(assessment.criteria.length);
  expect(await page.locator('.finding').count()).toBe(assessment.findings.length);
  const cells = await page
    .locator('.finding')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('.cell')?.getAttribute('data-cell') ?? null));
  expect(cells.slice().sort()).toEqual(assessment.findings.map((finding) => finding.cell ?? finding.cells?.[0] ?? null).sort());
  const headings = await page.locator('.finding-section > h3').allTextContents();
  expect(headings[0]?.trim()).toContain(severityWords.error.heading);
});

test('filters, searches without accents, and lists the most frequent kind first or by agency', async () => {
  const assessment = assess(errors);
  const page = await open(errors);
  await score(page);
  await page.getByLabel(/^Chỉ lỗi/).check();
  const count = assessment.findings.filter((finding) => finding.severity === 'error').length;
  expect(await page.locator('.finding').count()).toBe(count);
  await page.getByText(`Đang hiện ${count} điều.`).waitFor({ state: 'attached' });
  await page.getByLabel(/^Chỉ lỗi/).uncheck();
  await page.getByLabel('Tìm trong danh sách').fill('du lieu an');
  const found = await page.locator('.finding').allTextContents();
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((text) => /ẩn/.test(text))).toBe(true);
  await page.getByLabel('Tìm trong danh sách').fill('không có chữ này đâu');
  await page.getByText('Không có điều nào khớp với bộ lọc.').waitFor();
  await page.getByLabel('Tìm trong danh sách').fill('');
  await page.getByLabel('Xếp theo').selectOption('kind');
  const sizes = await page
    .locator('.finding-section')
    .first()
    .locator('.finding-group')
    .evaluateAll((groups) => groups.map((group) => group.querySelectorAll('.finding').length));
  expect(sizes).toEqual(sizes.slice().sort((a, b) => b - a));
  await page.getByLabel('Xếp theo').selectOption('lang-son-city-2024');
  await page
    .locator('.finding-section > h3', { hasText: /Chưa phân công|Trung tâm Y tế|Phòng/ })
    .first()
    .waitFor();
  await button(page, 'Danh sách điều cần xem lại').click();
  await status(page)
    .getByText(/^Đã ghi trang tính/)
    .waitFor();
  const stamped = await page.evaluate(() => window.host.calls.stamped[0]);
  expect(stamped).toMatchObject({ findingsSheet: true, assignment: 'lang-son-city-2024', options: {} });
});

test('a click on a cell goes there; a hidden row is announced', async () => {
  const page = await open(harmfulWorkbook);
  await score(page);
  const reference = "'<b>Chấm</b> điểm'!E12";
  const hidden = page.locator(`.finding .cell[data-cell="${reference}"]`).first();
  await hidden.click();
  await status(page)
    .getByText(/dòng này đang bị ẩn/)
    .waitFor();
  expect(await page.evaluate(() => window.host.calls.selected)).toEqual([reference]);
  const plain = page.locator('.finding .cell[data-cell$="!E8"]').first();
  await plain.press('Enter');
  await status(page).getByText('Đã chọn ô E8').waitFor();
});

test('what a workbook holds is shown as text, never read as HTML', async () => {
  const page = await open(harmfulWorkbook);
  await score(page);
  for (const toggle of await page.locator('.disclosure').all()) await toggle.click();
  await page.getByRole('button', { name: 'Chỉ lại cách đọc' }).click();
  await page.locator('.pointing').waitFor();
  expect(await page.locator('#panel').textContent()).toContain('<img src=x onerror="window.harmed=1">');
  expect(await page.locator('#panel img, #panel i > b').count()).toBe(0);
  expect(await page.evaluate(() => (window as { harmed?: number }).harmed)).toBeUndefined();
  expect(await page.locator('#panel [style]').count()).toBe(0);
});

test('the unit class, the year, the name and the standard can be corrected, and each correction can be taken back', async () => {
  const book = sample('s48');
  expect(assess(book).total.threshold).toBeNull();
  const page = await open(book);
  await score(page);
  await page.getByLabel(/^Loại đơn vị/).selectOption('mountain-island-hardship');
  await page.getByText('Ngưỡng công nhận: 800 điểm').waitFor();
  await page.getByLabel(/^Năm/).fill('2021');
  await page.getByLabel(/^Năm/).press('Enter');
  await page.getByLabel(/^Năm \(đã chọn\)/).waitFor();
  await page.getByLabel(/^Đơn vị/).fill('Xã Đổi Tên');
  await page.getByLabel(/^Đơn vị/).press('Tab');
  await page.getByRole('heading', { level: 2, name: 'Xã Đổi Tên' }).waitFor();
  const last = await page.evaluate(() => window.host.calls.assessed[window.host.calls.assessed.length - 1]);
  expect(last).toEqual({ options: { unitClass: 'mountain-island-hardship', year: 2021, commune: 'Xã Đổi Tên' }, reread: false });
  await page.getByLabel(/^Năm/).fill('21');
  await page.getByLabel(/^Năm/).press('Enter');
  await page.getByRole('alert').getByText('bốn chữ số').waitFor();
  await page.getByLabel(/^Tiêu chuẩn/).selectOption('34/2014/QĐ-TTg');
  await page.getByLabel(/^Tiêu chuẩn \(đã chọn\)/).waitFor();
  await page.getByRole('button', { name: /^Bỏ lựa chọn: Loại đơn vị/ }).click();
  await page.locator('#fact-class.wanted').waitFor();
});

test('a question about a missing rule is asked in place, with a line for the paper; both reach the stamped sheet', async () => {
  const book = sample('s46');
  const asked = assess(book).template.questions.filter((question) => question.code === 'no-case-rule');
  expect(asked.length).toBeGreaterThan(1);
  const page = await open(book);
  await score(page);
  const first = page.locator('.question').first();
  expect(await first.getByRole('button', { name: 'Chọn và chấm lại' }).getAttribute('aria-disabled')).toBe('true');
  await first.getByLabel(/Văn bản làm căn cứ/).fill('Công văn 12/SLĐ');
  await first.getByLabel('Cho điểm tối đa').check();
  await first.getByRole('button', { name: 'Chọn và chấm lại' }).click();
  await status(page).getByText('Đã chấm lại').waitFor();
  await button(page, 'Ghi bảng kết quả').click();
  await status(page).getByText('Đã ghi trang tính').waitFor();
  const { stamped, texts } = await page.evaluate(() => ({
    stamped: window.host.calls.stamped[0],
    texts: window.host.workbook().sheets.flatMap((sheet) => sheet.cells.map((cell) => String(cell.value))),
  }));
  expect(Object.values(stamped?.options.noCaseRules ?? {})).toEqual(['most']);
  expect(stamped?.findingsSheet).toBe(false);
  expect(texts).toContain('Công văn 12/SLĐ');
});

test('a sheet is chosen among several communes, a column among two of the same name', async () => {
  const page = await open(sample('s27'));
  await score(page);
  await page.getByLabel('Quỳnh Thuận').check();
  await button(page, 'Chọn và chấm lại').click();
  await page.getByRole('heading', { level: 2, name: /Quỳnh Thuận/ }).waitFor();
  const rival = await open(rivalWorkbook);
  await score(rival);
  await rival.getByLabel('Cột F: Kết quả').check();
  await button(rival, 'Chọn và chấm lại').click();
  await rival.locator('.question').waitFor({ state: 'detached' });
  await rival.locator('#criterion-2').click();
  await rival.locator('[data-item="2.1"]').getByText('97%').first().waitFor();
  await rival.locator('[data-item="2.1"] .item-points', { hasText: '0/50' }).waitFor();
});

test('a scale that was read wrongly is corrected in place', async () => {
  const page = await open(harmfulWorkbook);
  await score(page);
  await page.locator('.bar').nth(2).click();
  const item = page.locator('[data-item="7.1"]');
  await item.locator('.item-points', { hasText: '0/50' }).waitFor();
  await item.getByRole('button', { name: /^Thang điểm đọc chưa đúng/ }).click();
  await item.getByRole('textbox').fill('Từ 95% trở lên: 50 điểm\nDưới 95%: 0 điểm');
  await item.getByRole('button', { name: 'Chấm lại' }).click();
  await item.locator('.item-points', { hasText: '50/50' }).waitFor();
});

test('after an edit the panel says so and assesses again', async () => {
  const page = await open(harmfulWorkbook);
  await score(page);
  const before = await page.locator('.finding').count();
  await page.evaluate(() => {
    window.host.edit("'<b>Chấm</b> điểm'!E12", 0.96);
    window.panel.noticeEdit();
  });
  await page.getByText('Bảng tính đã thay đổi sau khi chấm.').waitFor();
  await page.locator('.stale').getByRole('button', { name: 'Kiểm tra lại' }).click();
  await page.locator('.stale').waitFor({ state: 'detached' });
  expect(await page.locator('.finding').count()).toBeLessThan(before);
  expect(await page.evaluate(() => window.host.calls.assessed.map((call) => call.reread))).toEqual([true, true]);
});

test('progress shows only after half a second and can be stopped', async () => {
  const quick = await open(errors, { settings: { delay: 100 } });
  await button(quick, 'Chấm điểm').click();
  await quick.waitForTimeout(50);
  expect(await quick.locator('.progress').count()).toBe(0);
  const slow = await open(errors, { settings: { delay: 60000 } });
  await button(slow, 'Chấm điểm').click();
  await slow.waitForTimeout(300);
  expect(await slow.locator('.progress').count()).toBe(0);
  await slow.getByText('Đang đọc 1 trang tính… 40 %').waitFor();
  await button(slow, 'Dừng').click();
  await status(slow).getByText('Đã dừng').waitFor();
  expect(await slow.evaluate(() => window.host.calls.stopped)).toBe(1);
  expect(await slow.locator('.welcome').count()).toBe(1);
});

test('a failure is told in the host’s words; the error text holds no content of a cell', async () => {
  const page = await open(harmfulWorkbook, { settings: { fails: { stamp: 'Trang tính đang được bảo vệ. Bỏ bảo vệ rồi thử lại.' } } });
  await score(page);
  await button(page, 'Ghi bảng kết quả').click();
  await status(page).getByText('Trang tính đang được bảo vệ. Bỏ bảo vệ rồi thử lại.').waitFor();
  await button(page, 'Trợ giúp').click();
  await page.getByText('Phiên bản 0.0.0-test').waitFor();
  await page.getByText('ban hành 3/1/2019').waitFor();
  await button(page, 'Chép thông tin lỗi').click();
  const [text] = await page.evaluate(() => window.host.calls.copied);
  expect(text).toContain('memory stamp');
  expect(text).not.toMatch(/img|Chấm<|tệp|XÃ THỬ|khai sinh|96%/i);
  await page.locator('#help-heading').press('Escape');
  await page.locator('.help').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Trợ giúp');
});
