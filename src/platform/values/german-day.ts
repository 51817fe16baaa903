const format = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Berlin",
  dateStyle: "short",
});

/** The calendar day of a moment in Germany, wherever the server stands: `2027-03-01`. */
export function germanDay(moment: Date): string {
  return format.format(moment);
}
