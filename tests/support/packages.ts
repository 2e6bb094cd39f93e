import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { listZipEntries } from '../../core/xlsx/zip';

const FOLDER = join(__dirname, '..', 'samples', 'packages');

/** The bytes of one of the sample packages. */
export function samplePackage(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, name)));
}

/** What an archive holds of each entry, packed: header fields and data as they lie in the file, in the archive's order. */
export function packedEntries(bytes: Uint8Array): Map<string, string> {
  const entries = Array.from(listZipEntries(bytes).values());
  return new Map(
    entries.map((entry): [string, string] => {
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
      return [entry.name, Buffer.from(bytes.subarray(entry.offset, start + entry.compressedSize)).toString('base64')];
    }),
  );
}

/** The text of one part. */
export function partText(bytes: Uint8Array, name: string): string {
  return Buffer.from(unzipSync(bytes)[name] ?? new Uint8Array(0)).toString('utf8');
}

/** Opens a workbook in LibreOffice and has it saved again, with a profile of its own. LibreOffice (`soffice`) has to be on the PATH. */
export function convertWithLibreOffice(bytes: Uint8Array, to: string, from = 'xlsx'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    const source = join(folder, `nguon.${from}`);
    writeFileSync(source, bytes);
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const target = join(folder, 'ra');
    execFileSync('soffice', [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', to, '--outdir', target, source], {
      stdio: 'pipe',
      timeout: 55000,
    });
    return new Uint8Array(readFileSync(join(target, `nguon.${to.split(':')[0] as string}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
