import { consolidate } from './consolidate';
import { serveAsWorker } from './consolidate-workers';
import { isRefusal } from './refusal';
import { score } from './score';
import type { Streams } from './streams';
import { harmless } from './terminal';

type Job = (words: readonly string[], standing: string, streams: Streams) => void | Promise<void>;

const jobs: Readonly<Record<string, Job>> = { score, consolidate };

// The same bundle is what the consolidation's threads run.
serveAsWorker();

/**
 * Runs one job: `words` are the job's name and its arguments, `standing` the folder against which relative paths are resolved.
 * Returns the exit status: 0 done (whatever the verdict), 2 bad arguments, 3 a file that cannot be read; a promise of it where the job works on
 * several threads. Refusals are one line on `errors`.
 */
export function main(words: readonly string[], standing: string, streams: Streams = processStreams()): number | Promise<number> {
  const [name = '', ...rest] = words;
  const job = jobs[name];
  try {
    if (job === undefined) {
      streams.errors(`Không có lệnh “${harmless(name)}”; các lệnh: ${Object.keys(jobs).join(', ')}.\n`);
      return 2;
    }
    const done = job(rest, standing, streams);
    return done === undefined ? 0 : done.then(() => 0).catch((error: unknown) => statusOf(error, streams));
  } catch (error) {
    return statusOf(error, streams);
  }
}

function statusOf(error: unknown, streams: Streams): number {
  if (isRefusal(error)) {
    streams.errors(`${harmless(error.message)}\n`);
    return error.refusalStatus;
  }
  streams.errors(`Chương trình gặp lỗi khi xử lý tệp này: ${harmless(error instanceof Error ? error.message : String(error))}\n`);
  return 3;
}

function processStreams(): Streams {
  // A reader that has seen enough (`… | head`) is no error.
  process.stdout.on('error', () => undefined);
  return {
    output: (text) => void process.stdout.write(text),
    errors: (text) => void process.stderr.write(text),
    colours: process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined,
    columns: process.stdout.columns,
  };
}
