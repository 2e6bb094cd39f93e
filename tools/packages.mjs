// Installs what package-lock.json names, where it is not there yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The locked packages that are missing or of another version; packages for other systems and optional ones don't count. */
function missingPackages(root, { development }) {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages).filter(([place, entry]) => {
    if (place === '' || entry.link || entry.optional || entry.devOptional || entry.peer || (entry.dev && !development)) return false;
    const manifest = path.join(root, place, 'package.json');
    return !existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).version !== entry.version;
  });
}

/** Runs `npm ci` where packages are missing; quiet unless it fails. Returns whether they are there now. */
export function ensurePackages(root, { development }) {
  if (missingPackages(root, { development }).length === 0) return true;
  console.log(development ? 'Cài các gói để kiểm thử (npm ci)…' : 'Cài các gói cần để chạy (npm ci --omit=dev)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...(development ? [] : ['--omit=dev'])];
  const { status } = spawnSync(npm, words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status === 0) return true;
  console.error('Không cài được các gói: hãy kiểm tra kết nối mạng rồi chạy lại.');
  return false;
}
