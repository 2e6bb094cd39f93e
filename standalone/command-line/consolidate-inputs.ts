import { readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { compareNames, isPassedOver, isSent } from '../../core/consolidation/input-names';
import { badArguments } from './refusal';

/** A file to be read, and the name by which the user knows it. */
export interface InputFile {
  readonly path: string;
  readonly shown: string;
}

function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function walk(folder: string, files: string[]): void {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !isPassedOver(entry.name))
    .sort((one, other) => compareNames(one.name, other.name));
  for (const entry of entries) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) walk(place, files);
    else if (isSent(entry.name) && (entry.isFile() || statSync(place, { throwIfNoEntry: false })?.isFile())) files.push(place);
  }
}

function slashes(file: string): string {
  return file.split(path.sep).join('/').normalize('NFC');
}

/**
 * The files to be read: folders are walked in the order of names, each file once. `never` are left out (the result, the roster).
 * @throws a refusal with status 2 for a name that leads to nothing.
 */
export function findInputs(inputs: readonly string[], standing: string, never: readonly string[]): InputFile[] {
  const skipped = new Set(never.map(real));
  const found = new Map<string, InputFile>();
  const put = (file: string, shown: string): void => {
    const key = real(file);
    if (!skipped.has(key) && !found.has(key)) found.set(key, { path: file, shown: slashes(shown) });
  };
  for (const input of inputs) {
    const place = path.resolve(standing, input);
    const state = statSync(place, { throwIfNoEntry: false });
    if (state === undefined) throw badArguments(`${input}: không tìm thấy tệp hay thư mục này.`);
    if (!state.isDirectory()) {
      if (!isPassedOver(path.basename(place))) put(place, path.basename(place));
      continue;
    }
    const files: string[] = [];
    try {
      walk(place, files);
    } catch (error) {
      throw badArguments(`${input}: không đọc được thư mục (${(error as NodeJS.ErrnoException).code ?? 'lỗi đĩa'}).`);
    }
    for (const file of files) put(file, path.relative(place, file));
  }
  return tellApart(Array.from(found.values()), standing);
}

/** Files of two folders that would be shown alike are shown with their way from where the user stands. */
function tellApart(files: readonly InputFile[], standing: string): InputFile[] {
  const counts = new Map<string, number>();
  for (const { shown } of files) counts.set(shown, (counts.get(shown) ?? 0) + 1);
  return files.map((file) => ((counts.get(file.shown) ?? 0) > 1 ? { ...file, shown: slashes(path.relative(standing, file.path)) } : file));
}
