import type { Browser } from 'playwright-core';
import { assess } from '../../core/assess';
import { bundlePanel, launch, openPanel } from '../support/panel-browser';
import { oddWorkbook } from '../support/panel-workbooks';

let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([launch(), bundlePanel()]);
});
afterAll(() => browser?.close());

test('a template that is not recognised is pointed out until it scores; the mapping is stamped and offered for the next workbook', async () => {
  expect(assess(oddWorkbook).template.status).toBe('unrecognised');
  const { page, complaints } = await openPanel(browser, script, oddWorkbook);
  await page.getByRole('button', { name: 'Chấm điểm', exact: true }).click();
  await page.getByRole('heading', { name: 'Chưa nhận ra bảng chấm điểm' }).waitFor();
  await page.locator('.notes').getByText('Trang “Biểu”').waitFor();
  await page.getByRole('button', { name: 'Chỉ cách đọc bảng' }).click();
  await page.getByLabel(/^1\./).selectOption('Biểu');
  await page.getByRole('button', { name: 'Chấm theo cách đọc này' }).click();
  await page.getByRole('alert').getByText('Chọn dòng tiêu đề của bảng.').waitFor();
  await page.getByLabel(/^2\./).selectOption('3');
  const preview = await page.locator('.column').filter({ hasText: 'Cột E' }).textContent();
  expect(preview).toContain('Năm nay');
  expect(preview).toContain('98,5% · 96%');
  const roles = { A: 'number', B: 'name', C: 'rubric', D: 'maximum', E: 'result', F: 'self-score' };
  for (const [letter, role] of Object.entries(roles)) await page.locator(`[data-column="${letter}"]`).selectOption(role);
  await page.locator('.rows summary').click();
  await page.locator('[data-row="4"]').selectOption('2');
  await page.locator('[data-row="6"]').selectOption('7');
  await page.getByRole('button', { name: 'Chấm theo cách đọc này' }).click();
  await page.locator('.pointing').waitFor({ state: 'detached' });
  await page.locator('.bar').first().waitFor();
  expect(await page.locator('.bar-points').allTextContents()).toEqual(['50/50', '50/50']);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  await page.getByText('Bảng được đọc theo các cột, dòng do cán bộ chỉ ra').waitFor();

  await page.getByRole('button', { name: 'Ghi bảng kết quả', exact: true }).click();
  await page.getByText(/^Đã ghi trang tính/).waitFor();
  const { book, kept } = await page.evaluate(() => ({ book: window.host.workbook(), kept: window.host.kept }));
  const read = assess(book);
  expect(read.confirmed.find((entry) => entry.code === 'mapping')).toMatchObject({ source: 'summary-sheet' });
  expect(read.criteria.map((criterion) => criterion.points)).toEqual([50, 50]);
  expect(JSON.stringify(kept)).not.toMatch(/bieu-la|98,5|Biểu/);
  await page.close();

  const moved = {
    ...oddWorkbook,
    file: 'xa-khac.xlsx',
    sheets: oddWorkbook.sheets.map((sheet) =>
      sheet.name === 'Biểu' ? { ...sheet, name: 'Bảng 2', cells: sheet.cells.map((cell) => ({ ...cell, row: cell.row + 2 })) } : sheet,
    ),
  };
  const next = await openPanel(browser, script, moved, { settings: { kept } });
  await next.page.getByRole('button', { name: 'Chấm điểm', exact: true }).click();
  await next.page.getByRole('button', { name: 'Dùng lại cách đọc đó' }).click();
  await next.page.locator('.bar').first().waitFor();
  expect(await next.page.locator('.bar-points').allTextContents()).toEqual(['50/50', '50/50']);
  expect([...complaints, ...next.complaints]).toEqual([]);
  await next.page.close();
});
