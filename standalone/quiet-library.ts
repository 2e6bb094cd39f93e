/** Runs a library that writes notices to the console, which are nothing for the user. */
export function withoutNotices<Result>(run: () => Result): Result {
  const { error, log, warn } = console;
  console.error = console.log = console.warn = () => undefined;
  try {
    return run();
  } finally {
    Object.assign(console, { error, log, warn });
  }
}
