const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Berlin",
  dateStyle: "short",
  timeStyle: "medium",
});

/** The moment of a day (`2027-03-01`) and a time (`14:05`) in Germany. A time that is skipped in spring is the one an hour later. */
export function germanMoment(day: string, time: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  // What the clock shows differs from UTC by one or two hours; the second look settles it around a change.
  const first = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(first));
}

/** How far ahead of UTC clocks in Germany are, in milliseconds. */
function offsetAt(moment: number): number {
  const [day = "", month = "", year = "", hour = "", minute = "", second = ""] =
    clock.format(moment).split(/\D+/u);
  const shown = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return shown - Math.floor(moment / 1000) * 1000;
}
