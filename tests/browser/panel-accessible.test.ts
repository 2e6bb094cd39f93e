import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { bundlePanel, launch, openPanel, sample } from '../support/panel-browser';
import type { OpenOptions } from '../support/panel-browser';
import { harmfulWorkbook, oddWorkbook } from '../support/panel-workbooks';

let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([launch(), bundlePanel()]);
});
afterAll(() => browser?.close());

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const best = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function violations(page: Page): Promise<string[]> {
  // The page's policy refuses scripts that are added to it; evaluated ones are the browser's own.
  await page.evaluate(axe);
  const found = await page.evaluate(async (tags) => {
    const run = (window as unknown as { axe: { run(context: Document, options: unknown): Promise<{ violations: Violation[] }> } }).axe.run;
    return (await run(document, { runOnly: tags })).violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
  }, best);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

async function scored(options: OpenOptions, workbook = harmfulWorkbook): Promise<Page> {
  const { page } = await openPanel(browser, script, workbook, options);
  await page.getByRole('button', { name: 'Chấm điểm', exact: true }).click();
  await page.locator('.notice p span').first().waitFor();
  return page;
}

/** Every state of the panel, as far as it looks different. */
const states: readonly (readonly [name: string, reach: (options: OpenOptions) => Promise<Page>])[] = [
  [
    'first opening',
    async (options) => (await openPanel(browser, script, harmfulWorkbook, { ...options, settings: { sample: harmfulWorkbook } })).page,
  ],
  [
    'result with everything open',
    async (options) => {
      const page = await scored(options);
      for (const toggle of await page.locator('.disclosure').all()) await toggle.click();
      await page
        .getByRole('button', { name: /^Thang điểm đọc chưa đúng/ })
        .first()
        .click();
      await page.getByLabel(/^Loại đơn vị/).selectOption('other');
      await page.getByLabel(/^Loại đơn vị \(đã chọn\)/).waitFor();
      await page.evaluate(() => window.panel.noticeEdit());
      return page;
    },
  ],
  ['questions', (options) => scored(options, sample('s46'))],
  [
    'pointing',
    async (options) => {
      const page = await scored(options, oddWorkbook);
      await page.getByRole('button', { name: 'Chỉ cách đọc bảng' }).click();
      await page.getByLabel(/^1\./).selectOption('Biểu');
      await page.getByLabel(/^2\./).selectOption('3');
      await page.locator('.rows summary').click();
      return page;
    },
  ],
  [
    'help',
    async (options) => {
      const page = await scored(options);
      await page.getByRole('button', { name: 'Trợ giúp', exact: true }).click();
      return page;
    },
  ],
  [
    'progress',
    async (options) => {
      const { page } = await openPanel(browser, script, harmfulWorkbook, { ...options, settings: { delay: 60000 } });
      await page.getByRole('button', { name: 'Chấm điểm', exact: true }).click();
      await page.locator('.progress').waitFor();
      return page;
    },
  ],
];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(states)('axe finds nothing, nothing scrolls sideways at 280 px: %s', async (_name, reach) => {
    const page = await reach({ width: 280, dark: theme === 'dark' });
    expect(await violations(page)).toEqual([]);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    const cut = await page
      .locator('#panel button')
      .evaluateAll((buttons) => buttons.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent));
    expect(cut).toEqual([]);
    await page.close();
  });
});

test('the host’s theme wins over the system’s', async () => {
  const { page } = await openPanel(browser, script, harmfulWorkbook, { dark: true });
  const ground = () => page.locator('#panel').evaluate((element) => getComputedStyle(element).backgroundColor);
  const dark = await ground();
  await page.evaluate(() => window.panel.setTheme('light'));
  const light = await ground();
  expect(light).not.toBe(dark);
  await page.evaluate(() => window.panel.setTheme('dark'));
  expect(await ground()).toBe(dark);
  await page.evaluate(() => window.panel.setTheme('system'));
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await ground()).toBe(light);
  await page.close();
});

test('axe sees what it has to see', async () => {
  const page = await scored({ width: 280 });
  await page.evaluate(() => document.querySelector('#panel .icon-button')?.removeAttribute('aria-label'));
  await page.evaluate(() => document.querySelector('#panel .icon-button')?.removeAttribute('title'));
  expect((await violations(page)).join()).toContain('button-name');
  await page.close();
});

test('the whole way by keyboard: score, correct, filter, go to a cell, open a criterion, each stop visible', async () => {
  const { page } = await openPanel(browser, script, harmfulWorkbook, { width: 320 });
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return {
        words: (element.getAttribute('aria-label') ?? element.id) || (element.textContent ?? ''),
        tag: element.tagName,
        cell: element.dataset['cell'] ?? null,
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        seen:
          box.bottom > 0 &&
          box.top < window.innerHeight &&
          document.elementFromPoint(box.x + box.width / 2, Math.min(Math.max(box.y + box.height / 2, 1), window.innerHeight - 1)) !== null,
      };
    });
  await page.keyboard.press('Tab');
  expect((await focused()).words).toBe('Trợ giúp');
  await page.keyboard.press('Tab');
  expect((await focused()).words).toBe('Chấm điểm');
  await page.keyboard.press('Enter');
  await page.locator('.finding').first().waitFor();
  expect((await focused()).tag).toBe('H2');
  const walk: Awaited<ReturnType<typeof focused>>[] = [];
  for (let stops = 0; stops < 120; stops++) {
    await page.keyboard.press('Tab');
    const stop = await focused();
    if (stop.tag === 'BODY') break;
    walk.push(stop);
  }
  expect(walk.filter((stop) => !stop.outlined)).toEqual([]);
  expect(walk.filter((stop) => !stop.seen)).toEqual([]);
  const order = ['fact-commune', 'fact-year', 'fact-standard', 'fact-class', 'Tìm trong danh sách', 'criterion-1'].map((words) =>
    walk.findIndex((stop) => stop.words === words),
  );
  expect(order.every((place) => place >= 0)).toBe(true);
  expect(order).toEqual(order.slice().sort((a, b) => a - b));

  await page.locator('.finding .cell').first().focus();
  const first = (await focused()).cell;
  await page.keyboard.press('ArrowDown');
  const second = (await focused()).cell;
  expect(second).not.toBe(first);
  await page.keyboard.press('Enter');
  await page.getByText(/^(Đã chọn ô|Ô )/).waitFor();
  expect(await page.evaluate(() => window.host.calls.selected)).toEqual([second]);
  await page.locator('.check input').focus();
  await page.keyboard.press('Space');
  expect(await page.locator('.finding-warning').count()).toBe(0);
  await page.locator('#criterion-2').focus();
  await page.keyboard.press('Space');
  expect(await page.locator('#criterion-2').getAttribute('aria-expanded')).toBe('true');
  await page.locator('[data-item="2.1"]').waitFor();
  await page.close();
});
