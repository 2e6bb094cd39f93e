// npm run score -- …: builds what is stale, then runs the command line in this process.
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildWhereStale, root } from './build.mjs';

try {
  await buildWhereStale();
} catch (error) {
  process.stderr.write(`Không dựng được chương trình: ${error.message.split('\n')[0]}\nHãy chạy \`npm ci --omit=dev\` rồi thử lại.\n`);
  process.exit(1);
}
const { main } = createRequire(import.meta.url)(path.join(root, 'dist/command-line.js'));
process.exitCode = main(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
