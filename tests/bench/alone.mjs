// One contender in a process of its own:  node alone.mjs NAME COUNT TEMPLATES  → JSON { first, all, peak } in ms of processor time and MB.
import { contenders } from './contenders.mjs';
import { makeWorkbooks } from './workbooks.mjs';

const [name, count, templates] = process.argv.slice(2);
const workbooks = makeWorkbooks(Number(count), Number(templates)).map(({ bytes }) => bytes);
const before = process.memoryUsage().rss;
const processorTime = () => (process.cpuUsage().user + process.cpuUsage().system) / 1000;
const started = processorTime();
const run = contenders[name].make();
await run(workbooks[0]);
const first = processorTime() - started;
for (const bytes of workbooks.slice(1)) await run(bytes);
const all = processorTime() - started;
process.stdout.write(JSON.stringify({ first, all, peak: process.resourceUsage().maxRSS / 1024, before: before / 1048576 }));
