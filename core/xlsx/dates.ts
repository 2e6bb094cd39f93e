/** Days from the 1900 system's serial of a date to the 1904 system's: 1 January 1904 is 1462 there and 0 here. */
export const DAYS_FROM_1904 = 1462;

const MILLISECONDS_PER_DAY = 86400000;

/**
 * The serial number (1900 system) of an ISO 8601 date, date with time, or time of day, as cells of type `d` hold it; null where it is none.
 * The 1900 system counts a 29 February 1900 that never was, so that days before 1 March 1900 are one less.
 */
export function serialOfIsoDate(text: string): number | null {
  const match = /^\s*(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?(?:Z|[+-]\d{2}:?\d{2})?\s*$/.exec(text);
  if (!match || (match[1] === undefined && match[4] === undefined)) return null;
  const time = (Number(match[4] || 0) * 3600 + Number(match[5] || 0) * 60 + Number(match[6] || 0)) / 86400;
  if (match[1] === undefined) return time;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const instant = Date.UTC(year, month - 1, day);
  if (year < 1900 || new Date(instant).getUTCMonth() !== month - 1 || new Date(instant).getUTCDate() !== day) return null;
  const days = Math.round((instant - Date.UTC(1899, 11, 30)) / MILLISECONDS_PER_DAY);
  return (days < 61 ? days - 1 : days) + time;
}
