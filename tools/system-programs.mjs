// Programs of the system that the tests use: a browser, LibreOffice and the fonts that our sheets are drawn with.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const inPath = (program) => (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
const hasFont = (family) => spawnSync('fc-list', [family], { encoding: 'utf8' }).stdout?.trim() !== '' && inPath('fc-list');

const needs = [
  { packages: ['chromium'], present: () => inPath('chromium') || inPath('chromium-browser') || inPath('google-chrome') },
  { packages: ['libreoffice-calc'], present: () => inPath('soffice') || inPath('libreoffice') },
  { packages: ['poppler-utils'], present: () => inPath('pdftoppm') },
  { packages: ['fontconfig', 'fonts-liberation'], present: () => hasFont('Liberation Serif') },
  { packages: ['fontconfig', 'fonts-noto-core'], present: () => hasFont('Noto Sans') },
];

/** The Debian packages whose programs are missing. */
export function missingSystemPackages() {
  return [...new Set(needs.filter((need) => !need.present()).flatMap((need) => need.packages))];
}

/** Installs missing programs with apt where that needs no password; else prints the one command that does. Returns whether they are there. */
export function ensureSystemPrograms() {
  const missing = missingSystemPackages();
  if (missing.length === 0) return true;
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? [] : ['sudo', '-n'];
  const mayInstall =
    inPath('apt-get') && (isRoot || (inPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0));
  if (mayInstall) {
    console.log(`Cài ${missing.join(', ')} (apt)…`);
    const apt = (words) => {
      const [program, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...words];
      return spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
    };
    if (!apt(['install', '-y', '--no-install-recommends', ...missing]) && apt(['update']))
      apt(['install', '-y', '--no-install-recommends', ...missing]);
  }
  const still = missingSystemPackages();
  if (still.length === 0) return true;
  console.error(
    `Thiếu chương trình để kiểm thử. Hãy chạy:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${still.join(' ')}`,
  );
  return false;
}
