// npm run score -- …, npm run consolidate -- …: builds what is stale, then runs the command line in this process.
import { buildWhereStale } from './build.mjs';
import { loadCommandLine } from './load.mjs';

try {
  await buildWhereStale();
} catch (error) {
  process.stderr.write(`Không dựng được chương trình: ${error.message.split('\n')[0]}\nHãy chạy \`npm ci --omit=dev\` rồi thử lại.\n`);
  process.exit(1);
}
const { main, keep } = loadCommandLine();
process.exitCode = await main(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
keep();
