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

const hourMs = 3_600_000;
const october = 9;

/**
 * Which of the two a moment is in when clocks in Germany show the same hour twice, at the end of summer time; undefined for all other moments.
 * @see § 2 Abs. 2 SoZV: the first is of summer time ("2 A"), the second is not ("2 B")
 */
export function hourShownTwice(moment: Date): "first" | "second" | undefined {
  // Nearly all moments are others: they need no look at the calendar of a time zone.
  if (moment.getUTCMonth() !== october || moment.getUTCHours() > 1)
    return undefined;
  const at = moment.getTime();
  const offset = offsetAt(at);
  if (offsetAt(at + hourMs) < offset) return "first";
  return offsetAt(at - hourMs) > offset ? "second" : undefined;
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
