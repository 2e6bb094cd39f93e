// npm start [-- FILE]: scores and stamps the bundled sample (or FILE) on a machine that has nothing but Node 20.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildWhereStale, root } from './build.mjs';
import { loadCommandLine } from './load.mjs';
import { ensurePackages } from './packages.mjs';

const standing = process.env.INIT_CWD ?? process.cwd();
const given = process.argv.slice(2);
const sample = path.join(root, 'standalone/sample/bang-tu-cham-diem-mau.xlsx');

/** Where the stamped copy goes: beside the built files for the sample, beside the workbook for the officer's own. */
function stampedPath(file) {
  const { dir, name, ext } = path.parse(file);
  const ending = /^\.xls[xm]$/i.test(ext) ? ext.toLowerCase() : '.xlsx';
  if (given.length > 0) return path.join(dir, `${name} - đã chấm điểm${ending}`);
  mkdirSync(path.join(root, 'dist/sample'), { recursive: true });
  return path.join(root, 'dist/sample', `${name} - đã chấm điểm${ending}`);
}

const [major] = process.versions.node.split('.');
if (Number(major) < 20) {
  console.error(`Cần Node.js từ bản 20; máy này có bản ${process.versions.node}.`);
  process.exit(1);
}
if (!ensurePackages(root, { development: false })) process.exit(1);
await buildWhereStale();

const file = given[0] === undefined ? sample : path.resolve(standing, given[0]);
const options = given.slice(1);
const out =
  options.includes('--out') || !existsSync(file) ? [] : ['--out', path.relative(standing, stampedPath(file)) || stampedPath(file)];
if (given.length === 0) console.log('Chấm bảng mẫu đi kèm (số liệu bịa, có vài lỗi cố ý). Chấm bảng của mình: npm start -- TỆP\n');
process.exitCode = loadCommandLine().main(['score', file, ...options, ...out], standing);
if (process.exitCode === undefined || process.exitCode === 0) {
  console.log('Không có Excel, hoặc muốn bấm thay vì gõ lệnh: `npm run page` dựng một trang duy nhất, mở thẳng từ đĩa, không cần mạng.');
}
