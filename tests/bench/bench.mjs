// npm run bench [-- --quick | --large]: how fast workbooks are read, assessed and consolidated, beside others that only read them. Prints tables.
// --quick takes fewer workbooks; --large consolidates 10,000, too, which takes minutes.
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchBrowser } from './browser.mjs';
import { benchConsolidation } from './consolidation.mjs';
import { buildCore, contenders, isInstalled, loadCore } from './contenders.mjs';
import { stageShares } from './stages.mjs';
import { makeWorkbooks } from './workbooks.mjs';

const quick = process.argv.includes('--quick');
const count = quick ? 200 : 1000;
const templates = 40;
const rounds = 3;
const block = 25;

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
const shown = (value, places = 2) => (value === undefined ? '–' : value.toFixed(places));

/** Processor time of this process in ms: on a machine shared with others it says more than the clock. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Every contender over every workbook, in turns of a few workbooks, beginning with another one each turn. Mean ms per workbook of each round. */
async function measure(names) {
  const runs = new Map(names.map((name) => [name, contenders[name].make()]));
  const warming = makeWorkbooks(quick ? 100 : 200, 50, 9);
  for (const run of runs.values()) for (const { bytes } of warming) await run(bytes);
  const results = new Map(names.map((name) => [name, { processor: [], clock: [], cells: 0 }]));
  for (let round = 0; round < rounds; round += 1) {
    // Templates are the same in each round, the communes that fill them in never are: what is remembered of a text helps as it would in a district.
    const workbooks = makeWorkbooks(count * (round + 1), templates).slice(count * round);
    for (const result of results.values()) {
      result.processor.push(0);
      result.clock.push(0);
    }
    for (let start = 0; start < count; start += block) {
      const turn = workbooks.slice(start, start + block);
      const first = (start / block + round) % names.length;
      for (const name of [...names.slice(first), ...names.slice(0, first)]) {
        const run = runs.get(name);
        const result = results.get(name);
        const [processor, clock] = [processorTime(), performance.now()];
        for (const { bytes } of turn) result.cells += await run(bytes);
        result.processor[round] += (processorTime() - processor) / count;
        result.clock[round] += (performance.now() - clock) / count;
      }
    }
  }
  return results;
}

function alone(name) {
  const script = path.join(path.dirname(fileURLToPath(import.meta.url)), 'alone.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, name, String(count), String(templates)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Scores that differ from what the generator knows would make every figure worthless. */
function checkAnswers() {
  const { readXlsx, assess } = loadCore();
  let [right, open] = [0, 0];
  for (const { bytes, points } of makeWorkbooks(200, templates, 3)) {
    for (const criterion of assess(readXlsx(bytes)).criteria) {
      for (const item of criterion.items) {
        if (item.points === null) open += 1;
        else if (item.points === points[item.number]) right += 1;
        else throw new Error(`${item.number}: ${item.points} instead of ${points[item.number]}: ${item.explanation}`);
      }
    }
  }
  return { right, open };
}

function scoringRate() {
  const { readXlsx, preparedScoring } = loadCore();
  const prepared = makeWorkbooks(80, templates, 4).map(({ bytes }) => preparedScoring(readXlsx(bytes)));
  const rates = [];
  for (let round = 0; round < 5; round += 1) {
    const started = processorTime();
    let items = 0;
    for (let pass = 0; pass < 40; pass += 1) for (const score of prepared) items += score();
    const seconds = (processorTime() - started) / 1000;
    rates.push({ items: items / seconds, workbooks: (40 * prepared.length) / seconds });
  }
  return rates.sort((one, other) => one.items - other.items)[2];
}

await buildCore();
const { right, open } = checkAnswers();
const names = Object.keys(contenders).filter(isInstalled);
const sample = makeWorkbooks(templates, templates);
const results = await measure(names);
const middle = (name) => median(results.get(name).processor);
const header = ['', 'ms/workbook', '(clock)', '× SheetJS', '× floor', 'fresh process, all', 'its first workbook', 'peak memory'];
const rows = Object.keys(contenders).map((name) => {
  if (!isInstalled(name))
    return [contenders[name].title, 'not installed: npm install --prefix FOLDER exceljs, then NODE_PATH=FOLDER/node_modules npm run bench'];
  const own = alone(name);
  return [
    contenders[name].title,
    shown(middle(name)),
    shown(median(results.get(name).clock)),
    shown(middle(name) / middle('sheetjs')),
    shown(middle(name) / middle('floor')),
    `${shown(own.all / 1000)} s`,
    `${shown(own.first, 0)} ms`,
    `${shown(own.peak, 0)} MB`,
  ];
});
const { readXlsx, assess } = loadCore();
const shareBooks = makeWorkbooks(count * rounds + 400, templates).slice(count * rounds);
const shares = await stageShares(() => shareBooks.forEach(({ bytes }) => assess(readXlsx(bytes))));
const scoring = scoringRate();

const cells = results.get('read').cells / (count * rounds);
const kilobytes = sample.reduce((sum, { bytes }) => sum + bytes.length, 0) / sample.length / 1024;
console.log(
  `${count} workbooks a round, ${templates} templates in 4 layouts, ${shown(cells, 0)} cells and ${shown(kilobytes, 1)} KB each; ${rounds} rounds, all in turns; medians of processor time`,
);
console.log(
  `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, Node ${process.version}, load ${os
    .loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}\n`,
);
const widths = header.map((_, column) => Math.max(...[header, ...rows].filter((row) => row.length > 2).map((row) => row[column].length)));
for (const row of [header, ...rows])
  console.log(
    row.map((text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(row.length > 2 ? widths[column] : 0))).join('  '),
  );
console.log(`\nstages of read + assess: ${shares.map(({ stage, share }) => `${stage} ${shown(share * 100, 0)} %`).join(', ')}`);
console.log(
  `scoring alone, with every reason: ${Math.round(scoring.items)} items a second (${Math.round(scoring.workbooks)} workbooks of ${shown(scoring.items / scoring.workbooks, 0)} items)`,
);
console.log(`answers checked against the generator: ${right} right, 0 wrong, ${open} left open`);

for (const [files, turns] of quick
  ? [[200, 1]]
  : process.argv.includes('--large')
    ? [
        [1000, rounds],
        [10000, 1],
      ]
    : [[1000, rounds]])
  console.log(`\n${(await benchConsolidation(files, templates, turns)).join('\n')}`);
await benchBrowser(quick ? 60 : 200);
