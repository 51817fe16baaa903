/** Months and days of the holidays that have a fixed date in every Land. */
const fixedEverywhere = ["01-01", "05-01", "10-03", "12-25", "12-26"] as const;

/** Days after Easter Sunday: Karfreitag, Ostermontag, Himmelfahrt, Pfingstmontag. */
const afterEaster = [-2, 1, 39, 50] as const;

/** Holidays of a Land by its first two digits of the ARS: Frauentag and Reformationstag (§ 2 FTG M-V). */
const fixedInLand: Readonly<Record<string, readonly string[]>> = {
  "13": ["03-08", "10-31"],
};

/**
 * True on a public holiday of the Land. Takes an ISO date and an ARS (or its first two digits).
 * For a Land that is not entered here, only the holidays common to all are known.
 */
export function isPublicHoliday(isoDate: string, ars: string): boolean {
  const monthAndDay = isoDate.slice(5, 10);
  const ofLand = fixedInLand[ars.slice(0, 2)] ?? [];
  const fixed: readonly string[] = [...fixedEverywhere, ...ofLand];
  return fixed.includes(monthAndDay) || movableOf(isoDate).includes(isoDate);
}

function movableOf(isoDate: string): string[] {
  const easterMs = easterSundayOf(Number(isoDate.slice(0, 4)));
  return afterEaster.map((days) =>
    new Date(easterMs + days * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Gregorian Easter, as midnight UTC. @see J. Meeus, Astronomical Algorithms, chapter 8 */
function easterSundayOf(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const epact =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday =
    (32 +
      2 * (century % 4) +
      2 * Math.floor(ofCentury / 4) -
      epact -
      (ofCentury % 4)) %
    7;
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * correction + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
}
