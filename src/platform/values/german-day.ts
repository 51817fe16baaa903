const format = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Berlin",
  dateStyle: "short",
});

const hourMs = 3_600_000;

/** Of the hour that was asked about last: nearly all moments are now, and the calendar of a time zone takes ten times as long. */
const last = { hour: NaN, day: "" };

/** The calendar day of a moment in Germany, wherever the server stands: `2027-03-01`. */
export function germanDay(moment: Date): string {
  // Days in Germany have begun with an hour of the world's time since 1893.
  const hour = Math.floor(moment.getTime() / hourMs);
  if (hour !== last.hour)
    Object.assign(last, { hour, day: format.format(moment) });
  return last.day;
}
