import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/panel-browser';
import { buildPage, openOfflinePage, pickFile, samplePath } from '../support/offline-page';
import type { OfflineOptions, OfflinePage } from '../support/offline-page';
import { harmfulWorkbook } from '../support/panel-workbooks';
import { workbookBytes } from '../support/workbook-bytes';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

let browser: Browser;
const opened: OfflinePage[] = [];
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

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

async function open(options: OfflineOptions): Promise<Page> {
  const offline = await openOfflinePage(browser, options);
  opened.push(offline);
  return offline.page;
}
/** The tabs of the workbook's sheets. */
const sheetTabs = (page: Page) => page.getByRole('tablist', { name: 'Các trang tính' }).getByRole('tab');
const scored = (page: Page) =>
  page
    .locator('.notice [role=status]')
    .getByText(/^(Đã chấm|Cần trả lời|Chưa nhận ra)/)
    .waitFor();

async function complaintsOfAxe(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run());
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
  );
}

/** By how much something sticks out at the right or below, so that the page itself would have to be scrolled; its parts are scrolled alone. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return Math.max(scrollWidth - window.innerWidth, scrollHeight - window.innerHeight);
  });

describe.each([
  [280, 640, false],
  [280, 640, true],
  [1280, 800, false],
  [1280, 800, true],
])('%i × %i, dark: %s', (width, height, dark) => {
  const size = { width, height, dark };

  test('axe finds nothing, from the first opening to the result with a hidden row and a selected cell; nothing sticks out', async () => {
    const page = await open(size);
    expect(await complaintsOfAxe(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await pickFile(page, { name: 'thử.xlsx', bytes: workbookBytes(harmfulWorkbook) });
    await scored(page);
    await page.locator('.finding .cell[data-cell$="!E12"]').first().click();
    await page.locator('.cell-bar-hidden').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await page.locator('.grid-selected').isVisible()).toBe(true);
  });
});

test('by keyboard alone: the sample, the first finding, its cell, around the grid, back to the finding, the tabs', async () => {
  const page = await open({});
  const press = async (key: string, until: string): Promise<void> => {
    for (let count = 0; count < 80; count++) {
      if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, until)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${key} never reaches ${until}`);
  };
  await press('Tab', '.welcome .row button:last-child');
  await page.keyboard.press('Enter');
  await scored(page);
  await press('Tab', '.finding .cell');
  const reference = await page.evaluate(() => document.activeElement?.getAttribute('data-cell'));
  await page.keyboard.press('Enter');
  const active = () => page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant') ?? '');
  await page.waitForFunction(
    (cell) => document.activeElement?.getAttribute('aria-activedescendant') === `cell-${cell}`,
    reference?.split('!')[1],
  );
  await page.keyboard.press('ArrowLeft');
  expect(await active()).toMatch(/^cell-H/);
  await page.keyboard.press('Control+Home');
  expect(await active()).toBe('cell-A1');
  await page.keyboard.press('Control+End');
  expect(await page.locator('.grid-selected').isVisible()).toBe(true);
  await page.keyboard.press('PageUp');
  expect(await page.locator('.grid-selected').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe(reference);
  await press('Shift+Tab', '.tab');
});

test('several sheets: their tabs are walked with the arrows and Ctrl with PageDown, a hidden one says so', async () => {
  const page = await open({});
  await pickFile(page, samplePath('s16'));
  await scored(page);
  const tabs = sheetTabs(page);
  const count = await tabs.count();
  expect(count).toBeGreaterThan(2);
  await tabs.first().click();
  await tabs.first().and(page.locator('[aria-selected=true]')).waitFor();
  await page.keyboard.press('ArrowRight');
  await tabs.nth(1).and(page.locator('[aria-selected=true]:focus')).waitFor();
  await page.locator('.grid').focus();
  await page.keyboard.press('Control+PageDown');
  await tabs.nth(2).and(page.locator('[aria-selected=true]')).waitFor();
});

test.each([280, 1280])('at %i pixels what is chosen in the fields can be read in full, in the field or below it', async (width) => {
  const page = await open({ width });
  await pickFile(page, samplePath('s48'));
  await scored(page);
  for (const choice of ['central-city-ward', 'mountain-island-hardship', 'other']) {
    await page.getByLabel(/^Loại đơn vị/).selectOption(choice);
    await page.locator(`#fact-class:not(.wanted)`).waitFor();
    const clipped = await page.locator('.facts select').evaluateAll(
      (fields) =>
        fields.filter((field) => {
          const select = field as HTMLSelectElement;
          const words = select.selectedOptions[0]?.text ?? '';
          const pencil = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
          pencil.font = getComputedStyle(select).font;
          const below = select.nextElementSibling;
          const repeated = below?.tagName === 'P' && below.textContent === words && (below as HTMLElement).offsetHeight > 0;
          // The arrow and the padding take about 40 pixels.
          return pencil.measureText(words).width > select.clientWidth - 40 && !repeated;
        }).length,
    );
    expect(clipped).toBe(0);
  }
});
