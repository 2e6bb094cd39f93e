/** Workbooks, and what communes send in their stead: the latter cannot be read, but they are not passed over in silence. */
const spreadsheets = ['.xlsx', '.xlsm', '.xltx', '.xltm', '.xls', '.xlt', '.xlsb', '.ods', '.ots', '.fods', '.et', '.numbers', '.csv'];
const documents = ['.doc', '.docx', '.pdf', '.rtf', '.odt', '.zip', '.rar', '.7z'];
const sent = new Set([...spreadsheets, ...documents]);

const byName = new Intl.Collator('vi', { numeric: true });

/** Locks of open workbooks (`~$…`) and hidden files or folders are none of the officer's. `name` is one part of a path. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

/** Whether a file of this name is something that a commune may have sent. */
export function isSent(name: string): boolean {
  const dot = name.lastIndexOf('.');
  return dot > 0 && sent.has(name.slice(dot).toLowerCase());
}

/** The order of names in one folder, the same in every host: numbers by their value, Vietnamese letters by their alphabet. */
export function compareNames(one: string, other: string): number {
  return byName.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);
}

/** The order in which the files of a folder are taken: paths with `/`, folder by folder. */
export function comparePaths(one: string, other: string): number {
  const [left, right] = [one.split('/'), other.split('/')];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const order = compareNames(left[index] as string, right[index] as string);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
