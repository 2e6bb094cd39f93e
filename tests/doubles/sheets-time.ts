/** Wall-clock time of zones, by the system's own time zone data. */
const DAY = 86400000;
const EPOCH = Date.UTC(1899, 11, 30);

/** The wall-clock time of an instant in a zone, as if it were UTC. */
export function wallClock(instant: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = new Map(format.formatToParts(new Date(instant)).map((part) => [part.type, Number(part.value)]));
  const at = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const whole = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return whole + (((instant % 1000) + 1000) % 1000);
}

/** The instant at which the zone's clocks show what a cell with this serial number shows. */
export function instantOfSerial(serial: number, timeZone: string): number {
  const wanted = EPOCH + Math.round(serial * DAY);
  let instant = wanted;
  for (let round = 0; round < 3; round++) instant += wanted - wallClock(instant, timeZone);
  return instant;
}

/** `Utilities.formatDate` for the one pattern that is used. https://developers.google.com/apps-script/reference/utilities/utilities#formatDate(Date,String,String) */
export function formatDate(date: Date, timeZone: string, pattern: string): string {
  if (pattern !== "yyyy-MM-dd'T'HH:mm:ss.SSS") throw new TypeError(`the double knows no pattern ${pattern}`);
  return new Date(wallClock(date.getTime(), timeZone)).toISOString().slice(0, 23);
}
