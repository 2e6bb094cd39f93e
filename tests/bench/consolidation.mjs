// The consolidation end to end: the built command line over a folder of workbooks, beside contenders that only read the same files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhereStale } from '../../tools/build.mjs';
import { contenders } from './contenders.mjs';
import { fillWorkbook, makeTemplate } from './workbooks.mjs';

const script = fileURLToPath(import.meta.url);
const root = path.join(path.dirname(script), '..', '..');

/** Who runs over the folder, each in a process of its own. */
const runners = {
  floor: { title: 'floor: unzip and scan (fflate)', run: readEach('floor') },
  lean: { title: 'SheetJS lean: only reads them', run: readEach('lean') },
  ours: { title: 'ours: consolidate, book written', run: consolidateInto },
};

function readEach(name) {
  return async (folder) => {
    const run = contenders[name].make();
    for (const file of readdirSync(folder)) await run(readFileSync(path.join(folder, file)));
  };
}

async function consolidateInto(folder) {
  const { main } = createRequire(import.meta.url)('../../dist/command-line.js');
  process.exitCode = await main(['consolidate', folder, '--out', path.join(folder, '..', 'book.xlsx')], root);
}

/** `count` workbooks of `templates` templates in a new folder of the system's, one at a time. */
function writeFolder(count, templates) {
  const place = mkdtempSync(path.join(os.tmpdir(), 'bench-consolidation-'));
  const folder = path.join(place, 'communes');
  mkdirSync(folder);
  const drawn = Array.from({ length: templates }, (_, index) => makeTemplate(2000 + index));
  for (let index = 0; index < count; index += 1) {
    const { bytes, file } = fillWorkbook(drawn[index % templates], 200000 + index);
    writeFileSync(path.join(folder, `${String(index).padStart(5, '0')} ${file}`), bytes);
  }
  return { place, folder };
}

/** One runner in a process of its own: { clock, processor } in s and { peak } in MB. */
function runAlone(name, folder) {
  rmSync(path.join(folder, '..', 'book.xlsx'), { force: true });
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, name, folder], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1));
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

/**
 * Runs all over `count` workbooks, in turns. The consolidation uses every core and the contenders one, so that the clock flatters it and the
 * processor's time does not: both ratios are given. Returns the lines of a report.
 */
export async function benchConsolidation(count, templates, rounds) {
  await buildWhereStale();
  const { place, folder } = writeFolder(count, templates);
  try {
    const seen = new Map(Object.keys(runners).map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) for (const [name, results] of seen) results.push(runAlone(name, folder));
    const middle = (name, what) => median(seen.get(name).map((result) => result[what]));
    const ratio = (name, what, other) => `${(middle(name, what) / middle(other, what)).toFixed(2)}×`;
    return [
      `consolidation of ${count} workbooks of ${templates} templates, ${os.cpus().length} cores; medians of ${rounds} rounds in turns (clock / processor)`,
      ...Object.entries(runners).map(([name, { title }]) =>
        [
          title.padEnd(34),
          `${middle(name, 'clock').toFixed(1)} s / ${middle(name, 'processor').toFixed(1)} s`.padStart(18),
          `${ratio(name, 'clock', 'lean')} / ${ratio(name, 'processor', 'lean')} of SheetJS lean`.padStart(34),
          `${ratio(name, 'clock', 'floor')} / ${ratio(name, 'processor', 'floor')} of the floor`.padStart(32),
          `peak ${middle(name, 'peak').toFixed(0)} MB`.padStart(13),
        ].join('  '),
      ),
    ];
  } finally {
    rmSync(place, { recursive: true });
  }
}

if (process.argv[1] === script) {
  const [, , name, folder] = process.argv;
  await runners[name].run(folder);
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const result = { clock: performance.now() / 1000, processor: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS / 1024 };
  process.stdout.write(`\n${JSON.stringify(result)}`);
}
