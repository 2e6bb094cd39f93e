// npm run push:sheets [-- --script-id ID | --login]: builds the Google Sheets add-on and pushes it into a script project of yours.
// Google's tool (clasp) is large, so that it is installed only here, by its own lock file.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { buildSheets } from './sheets.mjs';

const home = path.join(root, 'sheets-addon');
/** Which script project is yours: kept here, never pushed. */
const project = path.join(home, '.clasp.json');
const clasp = path.join(home, 'node_modules/@google/clasp/build/src/index.js');

const advice = `Chưa biết đưa lên dự án Apps Script nào. Làm một lần:
  1. Mở bảng tính Google cần dùng → Tiện ích mở rộng → Apps Script (hoặc tạo dự án mới ở script.google.com).
  2. Trong dự án: Cài đặt dự án (hình bánh răng) → chép “Mã tập lệnh”.
  3. Mở script.google.com/home/usersettings, bật “API Google Apps Script”.
  4. npm run push:sheets -- --login
  5. npm run push:sheets -- --script-id MÃ_TẬP_LỆNH`;

/** What was asked for: a project's id to be kept, or to log in. Null where the words make no sense. */
export function readWords(words) {
  if (words.length === 0) return { login: false, scriptId: null };
  if (words.length === 1 && words[0] === '--login') return { login: true, scriptId: null };
  if (words.length === 2 && words[0] === '--script-id' && /^[\w-]{20,120}$/.test(words[1])) return { login: false, scriptId: words[1] };
  return null;
}

const run = (words, cwd) => spawnSync(process.execPath, [clasp, ...words], { cwd, stdio: 'inherit' }).status === 0;

function installClasp() {
  const wanted = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')).dependencies['@google/clasp'];
  const manifest = path.join(home, 'node_modules/@google/clasp/package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === wanted) return true;
  console.log(`Cài công cụ của Google (clasp ${wanted}, khoảng 280 MB, chỉ một lần)…`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return spawnSync(npm, words, { cwd: home, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/** Runs the job; returns the exit status: 0 pushed, 1 Google or the network refused, 2 something has to be given first. */
async function push(words) {
  const asked = readWords(words);
  if (asked === null) {
    console.error('Dùng: npm run push:sheets [-- --login | --script-id MÃ_TẬP_LỆNH]');
    return 2;
  }
  if (asked.scriptId !== null) writeFileSync(project, `${JSON.stringify({ scriptId: asked.scriptId }, null, 2)}\n`);
  if (!asked.login && !existsSync(project)) {
    console.error(advice);
    return 2;
  }
  if (!ensurePackages(root, { development: true })) return 1;
  const folder = await buildSheets();
  if (!installClasp()) {
    console.error('Không cài được clasp: hãy kiểm tra kết nối mạng rồi chạy lại.');
    return 1;
  }
  if (asked.login) return run(['login'], home) ? 0 : 1;
  const { scriptId } = JSON.parse(readFileSync(project, 'utf8'));
  writeFileSync(path.join(folder, '.clasp.json'), `${JSON.stringify({ scriptId, rootDir: '.' })}\n`);
  if (run(['push', '--force'], folder)) {
    console.log('Đã đưa lên. Tải lại bảng tính: thực đơn “Phù hợp trẻ em” hiện ra sau vài giây.');
    return 0;
  }
  console.error(
    'Chưa đưa lên được. Kiểm tra: đã chạy với --login, đã bật “API Google Apps Script”, mã tập lệnh đúng và tài khoản có quyền sửa.',
  );
  return 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await push(process.argv.slice(2));
