// The offline page in Chromium with a folder of workbooks: how long, how much memory, and how long the page is ever kept from reacting.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { buildPage } from '../../tools/page.mjs';
import { makeWorkbooks } from './workbooks.mjs';

const chromiumPath = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (place) => place !== '' && existsSync(place),
);

/** Peak resident memory in MB of the processes that draw pages; undefined where the system does not tell. */
async function peakMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter((process) => process.type === 'renderer')
    .map(({ id }) => {
      try {
        return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? NaN) / 1024;
      } catch {
        return NaN;
      }
    });
  return Math.max(...peaks.filter((peak) => !Number.isNaN(peak)));
}

async function once(folder, withoutWorkers) {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  await page.addInitScript((refuse) => {
    if (refuse) delete window.Worker;
    window.longTasks = [];
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.longTasks.push(entry.duration))).observe({
      type: 'longtask',
    });
  }, withoutWorkers);
  await page.goto(pathToFileURL(await buildPage()).href);
  await page.getByRole('tab', { name: 'Tổng hợp các xã' }).click();
  await page.waitForTimeout(300);
  await page.evaluate(() => (window.longTasks.length = 0));
  const started = performance.now();
  await page.locator('input[data-picks=folder]').first().setInputFiles(folder);
  await page.locator('.overview').waitFor({ timeout: 300000 });
  const seconds = (performance.now() - started) / 1000;
  const download = page.waitForEvent('download');
  const writing = performance.now();
  await page.getByRole('button', { name: 'Tải sổ tổng hợp' }).click();
  await download;
  const book = (performance.now() - writing) / 1000;
  await page.waitForTimeout(200);
  const longest = await page.evaluate(() => Math.max(0, ...window.longTasks));
  const memory = await peakMemory(browser);
  await browser.close();
  return { seconds, book, longest, memory };
}

/** Prints the figures for a folder of `count` workbooks; a line that says why where there is no Chromium. */
export async function benchBrowser(count = 200) {
  if (chromiumPath === undefined) return console.log('\nno Chromium: the page was not measured');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-page-'));
  try {
    makeWorkbooks(count, 40).forEach(({ bytes }, index) => writeFileSync(path.join(folder, `xã ${index}.xlsx`), bytes));
    for (const withoutWorkers of [false, true]) {
      const runs = [];
      for (let run = 0; run < 3; run += 1) runs.push(await once(folder, withoutWorkers));
      const median = (pick) => runs.map(pick).sort((one, other) => one - other)[1];
      console.log(
        `offline page, ${count} workbooks, ${withoutWorkers ? 'no worker allowed' : 'workers'}: ${median((run) => run.seconds).toFixed(1)} s read and consolidated, ` +
          `${median((run) => run.book).toFixed(2)} s for the book, longest main-thread task ${median((run) => run.longest).toFixed(0)} ms, ` +
          `${median((run) => run.memory).toFixed(0)} MB peak`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
