const MARK = ' - đã chấm';

/** The name of the stamped copy: never that of the file it comes from. `ending` begins with its dot. */
export function stampedName(name: string, ending: string): string {
  const bare = name.normalize('NFC').replace(/\.[^.]*$/, '');
  const again = / - đã chấm(?: (\d+))?$/.exec(bare);
  if (again === null) return `${bare}${MARK}${ending}`;
  return `${bare.slice(0, again.index)}${MARK} ${Number(again[1] ?? 1) + 1}${ending}`;
}
