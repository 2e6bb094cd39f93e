// One contender in a process of its own:  node alone.mjs NAME COUNT TEMPLATES  → JSON { first, all, peak } in ms and MB.
import { contenders } from './contenders.mjs';
import { makeWorkbooks } from './workbooks.mjs';

const [name, count, templates] = process.argv.slice(2);
const workbooks = makeWorkbooks(Number(count), Number(templates)).map(({ bytes }) => bytes);
const before = process.memoryUsage().rss;
const started = performance.now();
const run = contenders[name].make();
await run(workbooks[0]);
const first = performance.now() - started;
for (const bytes of workbooks.slice(1)) await run(bytes);
const all = performance.now() - started;
process.stdout.write(JSON.stringify({ first, all, peak: process.resourceUsage().maxRSS / 1024, before: before / 1048576 }));
