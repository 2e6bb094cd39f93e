const DAY = 86400000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Turns the `Date` objects of cells into serial numbers of the 1900 system, as the spreadsheet's own time zone shows them. */
export type SerialOf = (date: Date) => number;

/**
 * Google hands out dates as instants; the cell shows wall-clock time in the spreadsheet's time zone, whatever the script's own is. Asks
 * `Utilities.formatDate` at most twice for every month that a date lies in, and for each date only where the clocks change in that month.
 */
export function serialReader(timeZone: string): SerialOf {
  const months = new Map<number, number | null>();

  /** Wall-clock time minus instant, in milliseconds. */
  function offsetAt(instant: number): number {
    const text = Utilities.formatDate(new Date(instant), timeZone, "yyyy-MM-dd'T'HH:mm:ss.SSS");
    return Date.parse(`${text}Z`) - instant;
  }

  function offsetOf(instant: number): number {
    const date = new Date(instant);
    const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
    let offset = months.get(first);
    if (offset === undefined) {
      const before = offsetAt(first);
      offset = before === offsetAt(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)) ? before : null;
      months.set(first, offset);
    }
    return offset === null ? offsetAt(instant) : offset;
  }

  return (date) => {
    const instant = date.getTime();
    return (instant + offsetOf(instant) - EPOCH) / DAY;
  };
}
